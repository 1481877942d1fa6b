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


def figure_of(field: Field, known: Knowledge) -> Figure:
    """The figure that the field's default is taken from."""
    return known.figures[field.input.default.partition(".")[0]]


def default_of(field: Field, known: Knowledge) -> float:
    """The field's default in the field's unit."""
    figure = figure_of(field, known)
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
    """
    problems = [_unknown(calculator, name) for name in texts if name not in calculator.fields]
    values = {}
    for name, field in calculator.fields.items():
        try:
            values[name] = _read_field(field, texts.get(name), default_of(field, known))
        except UnreadableNumber as error:
            problems.append(InputProblem(name, str(error)))
    if problems:
        raise InputProblems(problems)
    return values


def _unknown(calculator: Calculator, name: str) -> InputProblem:
    way_out = f"It takes {', '.join(calculator.fields)}."
    known = f"{calculator.name} has no input “{name[:24]}”."
    return InputProblem("", f"{known} {way_out}{nearest(name, calculator.fields)}")


def _read_field(field: Field, text: str | None, default: float) -> Value:
    if text is None:
        return Value(default, "", "sourced")
    if not text.strip():
        raise UnreadableNumber(f"This is empty. Enter a number, for example {canonical(default)}.")
    reading = read(text, field.input.unit)
    limits = _limits(field)
    if not _within(reading.value, field):
        raise UnreadableNumber(f"{shown(reading.value, field.input.unit)} is outside the limits. {limits}")
    if field.whole and reading.value != int(reading.value):
        raise UnreadableNumber(f"{shown(reading.value, field.input.unit)} is not a whole number. {limits}")
    state: Literal["sourced", "yours"] = "sourced" if canonical(reading.value) == canonical(default) else "yours"
    return Value(int(reading.value) if field.whole else reading.value, reading.note, state)


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
