"""From the texts in a form, a link or a command to the numbers that the function takes.

Every wrong input is told, all in one go, each with a way out. An input that is not given takes its
default, which is a figure's value or the year that the figure describes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from calculators.contract.shape import Calculator, Field
from data.figures import Figure, Knowledge
from data.records import nearest
from data.units import UNITS, UnreadableNumber, canonical, read, show


@dataclass(frozen=True)
class InputProblem:
    """What is wrong with one input, and what to enter instead; `input` is empty for the whole."""

    input: str
    message: str


class InputProblems(Exception):
    """All that is wrong with the inputs of one question."""

    def __init__(self, problems: list[InputProblem]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{problem.input}: {problem.message}" for problem in problems))


@dataclass(frozen=True)
class Value:
    """An input as read: its number, how it was read where that needs a word, and whose it is."""

    number: float
    note: str
    state: Literal["sourced", "yours"]


class Missing(Exception):
    """Inputs that only the reader can give are not given yet; `values` holds the others."""

    def __init__(self, names: list[str], values: dict[str, Value]) -> None:
        self.names = names
        self.values = values
        super().__init__(f"Enter {', '.join(names)}.")


def figure_of(field: Field, known: Knowledge) -> Figure | None:
    """The figure that the field's default is taken from, if it has one."""
    return known.figures[field.input.default.partition(".")[0]] if field.input.default else None


def default_of(field: Field, known: Knowledge) -> float | None:
    """The field's default in the field's unit, if it has one."""
    figure = figure_of(field, known)
    if figure is None:
        return None
    if field.input.default.endswith(".as_of"):
        return figure.year
    shift = UNITS[figure.unit].scale - UNITS[field.input.unit].scale
    return float(f"{canonical(figure.number)}e{shift}")


def shown(number: float, unit: str) -> str:
    """A number as typed, set to be read, with as many decimal places as it has."""
    return show(number, unit, len(canonical(number).partition(".")[2]))


def read_inputs(calculator: Calculator, texts: Mapping[str, str], known: Knowledge) -> dict[str, Value]:
    """Read `texts` by input name.

    Raises:
        InputProblems: with one problem for each wrong input.
        Missing: nothing is wrong, but inputs without a default are not given.
    """
    problems = _unknown(calculator, [name for name in texts if name not in calculator.fields])
    missing = [name for name in calculator.fields if _missing(calculator.fields[name], texts.get(name))]
    values = {}
    for name, field in calculator.fields.items():
        try:
            if name not in missing:
                values[name] = _read_field(field, texts.get(name), default_of(field, known))
        except UnreadableNumber as error:
            problems.append(InputProblem(name, str(error)))
    if problems:
        raise InputProblems(problems)
    if missing:
        raise Missing(missing, values)
    return values


def _missing(field: Field, text: str | None) -> bool:
    return not field.input.default and not (text or "").strip()


def _unknown(calculator: Calculator, names: list[str]) -> list[InputProblem]:
    """One problem for all names that are no inputs, however many a link holds."""
    if not names:
        return []
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    way_out = f"It takes {', '.join(calculator.fields)}.{nearest(names[0][:24], calculator.fields)}"
    return [InputProblem("", f"{calculator.name} has no input “{names[0][:24]}”{more}. {way_out}")]


def _read_field(field: Field, text: str | None, default: float | None) -> Value:
    if default is not None and text is None:
        return Value(default, "", "sourced")
    if default is not None and not (text or "").strip():
        raise UnreadableNumber(f"This is empty. Enter a number, for example {canonical(default)}.")
    return _read_text(field, text or "", default)


def _read_text(field: Field, text: str, default: float | None) -> Value:
    reading = read(text, field.input.unit)
    limits = _limits(field)
    if not _within(reading.value, field):
        raise UnreadableNumber(f"{shown(reading.value, field.input.unit)} is outside the limits. {limits}")
    if field.whole and reading.value != int(reading.value):
        raise UnreadableNumber(f"{shown(reading.value, field.input.unit)} is not a whole number. {limits}")
    sourced = default is not None and canonical(reading.value) == canonical(default)
    number = int(reading.value) if field.whole else reading.value
    return Value(number, reading.note, "sourced" if sourced else "yours")


def _within(number: float, field: Field) -> bool:
    above, low, high = field.input.above, field.input.low, field.input.high
    return (
        (above is None or number > above) and (low is None or number >= low) and (high is None or number <= high)
    )  # fmt: skip


def _limits(field: Field) -> str:
    """ "Enter a whole number from 1950 to 2100." """
    said = field.input
    what = "a whole number" if field.whole else "a number"
    bounds = {"above": said.above, "from": said.low, "to" if said.low is not None else "up to": said.high}
    words = [f"{word} {shown(bound, said.unit)}" for word, bound in bounds.items() if bound is not None]
    return " ".join(["Enter", what, *words]) + "."
