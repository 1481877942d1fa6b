"""The shape of a calculator, read once from its function's signature, its result's fields and its body.

A calculator's module holds `calculate`, whose keyword arguments are annotated with `Input`, and
whose result is a dataclass with fields annotated with `Output`, `Verdict` or `Table`. The annotated
type says what kind of input or output it is; `declarations` has what may be said of each.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from calculators.contract.declarations import Bars, Differences, Input, Line, Output, Parts, Table, Verdict
from calculators.contract.soundness import Misdeclared, faults, result_faults
from calculators.contract.steps import Body, read_body
from data.units import UNITS

__all__ = [
    "Bars", "Calculator", "Differences", "Field", "Input", "Line", "Output", "Parts", "Table", "Verdict", "read_shape",
]  # fmt: skip

Kind = Literal["number", "whole", "choice", "yes-no", "text", "table"]
KINDS: dict[type, Kind] = {float: "number", int: "whole", bool: "yes-no", str: "text"}


@dataclass(frozen=True)
class Field:
    """An `Input` with its name in the function, its kind, and what that kind needs.

    `words` are a choice's; `columns` and `row` a table's. An `optional` input may be left empty.
    """

    name: str
    input: Input
    kind: Kind
    optional: bool = False
    words: tuple[str, ...] = ()
    columns: "dict[str, Field]" = field(default_factory=dict)
    row: Callable[..., Any] | None = None

    @property
    def numeric(self) -> bool:
        """Whether it holds one number."""
        return self.kind in ("number", "whole")

    @property
    def required(self) -> bool:
        """Whether there is no answer before the reader gives it."""
        return not self.optional and not self.published

    @property
    def published(self) -> bool:
        """Whether it starts with what somebody published."""
        return bool(self.input.default or self.input.family)

    @property
    def private(self) -> bool:
        """Whether it holds the reader's own money, which no address bar may show."""
        if self.published:
            return False
        if self.kind == "table":
            return any(column.private for column in self.columns.values())
        return self.numeric and UNITS[self.input.unit].kind in ("own", "money")


@dataclass(frozen=True)
class Calculator:
    """Everything that form, answer, link and command line need to know of a calculator.

    `outputs` and `columns` map names to outputs; the first output is the headline. `body` holds the
    steps of the function, `source` its Python.
    """

    name: str
    title: str
    summary: str
    function: Callable[..., Any]
    fields: dict[str, Field]
    outputs: dict[str, Output | Verdict]
    tables: dict[str, Table]
    columns: dict[str, dict[str, Output]]
    body: Body

    @property
    def headline(self) -> str:
        """The name of the first output."""
        return next(iter(self.outputs))

    @property
    def required(self) -> list[Field]:
        """The inputs that only the reader can give."""
        return [field for field in self.fields.values() if field.required]

    @property
    def example(self) -> dict[str, str]:
        """The texts of the worked example that the required inputs show."""
        return {field.name: field.input.example for field in self.fields.values() if field.input.example}

    def words(self, name: str) -> str:
        """What an input, output or step is called in a sentence."""
        if name in self.fields:
            return self.fields[name].input.label
        said = self.outputs.get(name) or self.tables.get(name)
        return said.label if said else name.replace("_", " ")

    def quoted(self, name: str) -> str:
        """The same, set apart within a sentence."""
        return f"“{self.words(name)}”"


def read_shape(module: ModuleType) -> Calculator:
    """The shape of the calculator in `module`.

    Raises:
        Misdeclared: with everything that does not go together, or an annotation that is not understood.
    """
    hints = get_type_hints(module.calculate, include_extras=True)
    result = hints.pop("return")
    given = get_type_hints(result, include_extras=True)
    rows = {name: _row_hints(hint) for name, hint in [*hints.items(), *given.items()] if _is_table(hint)}
    if found := list(faults(module.__name__, hints, given, rows)):
        raise Misdeclared("\n".join(found))
    body = read_body(Path(str(module.__file__)).read_text("utf-8"), vars(module))
    if found := list(result_faults(module.__name__, body.results, frozenset(given))):
        raise Misdeclared("\n".join(found))
    title, _, summary = (module.__doc__ or "").strip().partition("\n\n")
    tables = {name: hint for name, hint in given.items() if isinstance(_said(hint), Table)}
    return Calculator(
        name=module.__name__.rpartition(".")[2].replace("_", "-"),
        title=title.rstrip("."),
        summary=" ".join(summary.partition("\n\n")[0].split()),
        function=module.calculate,
        fields={name: _field(name, hint, module.__name__) for name, hint in hints.items()},
        outputs={name: _said(hint) for name, hint in given.items() if name not in tables},
        tables={name: _said(hint) for name, hint in tables.items()},
        columns={name: _columns(hint) for name, hint in tables.items()},
        body=body,
    )


def _said(hint: Any) -> Any:
    return hint.__metadata__[0]


def _is_table(hint: Any) -> bool:
    kinds = (get_args(hint)[0], *get_args(get_args(hint)[0]))
    return any(get_origin(kind) is list for kind in kinds)


def _row_hints(hint: Any) -> dict[str, Any]:
    kinds = (get_args(hint)[0], *get_args(get_args(hint)[0]))
    row = next(get_args(kind)[0] for kind in kinds if get_origin(kind) is list)
    return get_type_hints(row, include_extras=True)


def _field(name: str, hint: Any, place: str) -> Field:
    said, kind = _said(hint), get_args(hint)[0]
    optional = get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind)
    if optional:
        [kind] = (each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is Literal:
        return Field(name, said, "choice", optional, words=get_args(kind))
    if get_origin(kind) is list:
        row = get_args(kind)[0]
        columns = {key: _field(key, each, place) for key, each in get_type_hints(row, include_extras=True).items()}
        return Field(name, said, "table", optional, columns=columns, row=row)
    if kind not in KINDS:
        raise Misdeclared(f"{place}: {name} is a {kind}. Use float, int, bool, Literal[…] or a list of a dataclass.")
    return Field(name, said, KINDS[kind], optional)


def _columns(hint: Any) -> dict[str, Output]:
    rows = get_args(hint)[0]
    if get_origin(rows) is not list:
        raise ValueError(f"A table is a list of a dataclass, not {rows}.")
    return {name: _said(cell) for name, cell in get_type_hints(get_args(rows)[0], include_extras=True).items()}
