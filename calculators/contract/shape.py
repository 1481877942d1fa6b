"""The shape of a calculator, read once from its function's signature and its result's fields.

A calculator's module holds `calculate`, whose keyword arguments are annotated with `Input`, and
whose result is a dataclass with fields annotated with `Output` or `Table`. Rows of a table are
dataclasses whose fields are annotated with `Output`, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints


@dataclass(frozen=True)
class Input:
    """One number the function takes.

    `default` is a figure's id, or `<id>.as_of` for the year that the figure describes; without one
    the number is the reader's, and there is no answer before it is given. `above` is a limit that
    itself is not allowed, `low` and `high` are limits that are. A `mark` is a value to compare with,
    which a form shows apart.
    """

    label: str
    unit: str
    default: str = ""
    above: float | None = None
    low: float | None = None
    high: float | None = None
    role: Literal["number", "mark"] = "number"


@dataclass(frozen=True)
class Output:
    """One number the function gives, always shown with `digits` decimal places.

    `none` is what stands in its place where there is no such number.
    """

    label: str
    unit: str
    digits: int = 0
    none: str = ""


@dataclass(frozen=True)
class Table:
    """A list of rows that the function gives; `label` is the caption."""

    label: str


@dataclass(frozen=True)
class Field:
    """An `Input` with its name in the function; `whole` if it takes whole numbers only."""

    name: str
    input: Input
    whole: bool


@dataclass(frozen=True)
class Calculator:
    """Everything that form, answer, link and command line need to know of a calculator.

    `outputs` and `columns` map names to outputs; the first output is the headline.
    """

    name: str
    title: str
    summary: str
    function: Callable[..., Any]
    fields: dict[str, Field]
    outputs: dict[str, Output]
    tables: dict[str, Table]
    columns: dict[str, dict[str, Output]]


def read_shape(module: ModuleType) -> Calculator:
    """The shape of the calculator in `module`.

    Raises:
        ValueError: an input and an output share a name.
    """
    hints = get_type_hints(module.calculate, include_extras=True)
    result = hints.pop("return")
    given = get_type_hints(result, include_extras=True)
    if twice := sorted(set(hints) & set(given)):
        raise ValueError(f"{module.__name__}: {twice[0]} is both an input and an output. Rename one of them.")
    title, _, summary = (module.__doc__ or "").strip().partition("\n\n")
    tables = {name: hint for name, hint in given.items() if isinstance(_said(hint), Table)}
    return Calculator(
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        title=title.rstrip("."),
        summary=" ".join(summary.partition("\n\n")[0].split()),
        function=module.calculate,
        fields={name: Field(name, _said(hint), get_args(hint)[0] is int) for name, hint in hints.items()},
        outputs={name: _said(hint) for name, hint in given.items() if name not in tables},
        tables={name: _said(hint) for name, hint in tables.items()},
        columns={name: _columns(hint) for name, hint in tables.items()},
    )


def _said(hint: Any) -> Any:
    return hint.__metadata__[0]


def _columns(hint: Any) -> dict[str, Output]:
    rows = get_args(hint)[0]
    assert get_origin(rows) is list, f"a table is a list of a dataclass, not {rows}"
    row = get_args(rows)[0]
    return {name: _said(cell) for name, cell in get_type_hints(row, include_extras=True).items()}
