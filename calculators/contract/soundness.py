"""What a calculator declares wrongly, told to whoever writes it: place, thing, problem, way out.

Looked at once, when the shape is read, so that a slip in a declaration is one message and not a
failure in every test and page.
"""

from collections.abc import Iterator
from string import Formatter
from typing import Any, get_args

from calculators.contract.declarations import Bars, Differences, Input, Line, Output, Parts, Table, Verdict
from data.records import nearest
from data.units import UNITS

NUMBERS = (float, int)


class Misdeclared(ValueError):
    """A calculator's declarations do not go together; the message names each fault."""


def faults(
    name: str, hints: dict[str, Any], given: dict[str, Any], columns: dict[str, dict[str, Any]]
) -> Iterator[str]:
    """Every fault: `hints` are the inputs' annotations, `given` the result's, `columns` those of all tables' rows."""
    for key in sorted(set(hints) & set(given)):
        yield f"{name}: {key} is both an input and an output. Rename one of them."
    if all(isinstance(hint.__metadata__[0], Table) for hint in given.values()):
        yield f"{name}: Result holds no number and no verdict. Add one, as its headline."
    for key, hint in [*hints.items(), *given.items(), *_cells(columns)]:
        yield from _unit_faults(f"{name}: {key}", hint)
    for key, hint in given.items():
        said = hint.__metadata__[0]
        if isinstance(said, Verdict):
            yield from _verdict_faults(f"{name}: {key}", said, get_args(hint)[0], {*hints, *given} - {key})
        if isinstance(said, Table) and said.chart is not None:
            yield from _chart_faults(f"{name}: {key}", said.chart, columns.get(key, {}))


def result_faults(name: str, made: frozenset[str], given: frozenset[str]) -> Iterator[str]:
    """What `return Result(…)` fills that the result does not hold, and the other way round."""
    for key in sorted(made - given):
        yield f"{name}: Result has no “{key}”. Add it there, or correct the name.{nearest(key, given)}"
    for key in sorted(given - made):
        yield f"{name}: return Result(…) leaves out “{key}”. Add {key}=… there."


def _cells(columns: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for table, rows in columns.items():
        yield from ((f"{table}, column {column}", hint) for column, hint in rows.items())


def _unit_faults(thing: str, hint: Any) -> Iterator[str]:
    said = hint.__metadata__[0]
    kinds = {get_args(hint)[0], *get_args(get_args(hint)[0])}
    if not isinstance(said, Input | Output) or not kinds & set(NUMBERS):
        return
    if not said.unit:
        yield f"{thing} has no unit. Write unit=… with one of data/units.py; a plain number is in “number”."
    elif said.unit not in UNITS:
        yield f"{thing} has the unit “{said.unit}”, none of data/units.py.{nearest(said.unit, UNITS)} Choose one."


def _verdict_faults(thing: str, said: Verdict, words: Any, known: set[str]) -> Iterator[str]:
    for word in sorted(set(get_args(words)) ^ set(said.sentences)):
        yield f"{thing}: “{word}” stands in only one of Literal and sentences. Write it in both."
    keys = {each for text in said.sentences.values() for _, each, _, _ in Formatter().parse(text) if each}
    for key in sorted(keys - known):
        yield f"{thing}: its sentences name “{key}”, which is no input or output.{nearest(key, known)} Correct it."


def _chart_faults(thing: str, chart: Line | Bars | Parts | Differences, columns: dict[str, Any]) -> Iterator[str]:
    said = [chart.x, *([chart.y] if isinstance(chart.y, str) else chart.y)] if isinstance(chart, Line) else [
        chart.label, chart.value
    ]  # fmt: skip
    for key in said:
        if key not in columns:
            yield f"{thing}: its chart names “{key}”, which is no column.{nearest(key, columns)} Correct it."
