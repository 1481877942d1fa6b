"""Sensitivity: how far the headline moves with each number by itself, widest first.

A published number goes from its lowest to its highest edition, rounding included; a reader's over
the range typed. A reader's plain number has no range of its own, and so no line.
"""

from typing import Any

from calculators.contract.cells import cell
from calculators.contract.fields import published, shown, within
from calculators.contract.run import Outcome, run, unmet
from calculators.contract.shape import Calculator, Output
from calculators.contract.values import Given
from data.figures import Knowledge


def sensitivity(calculator: Calculator, given: Given, outcome: Outcome, known: Knowledge) -> list[dict[str, Any]]:
    """One line for each number that moves the first numeric output, widest first."""
    name = next((name for name, said in calculator.outputs.items() if isinstance(said, Output)), None)
    if name is None or outcome.values[name] is None:
        return []
    lines = [_line(calculator, given, name, each, known) for each in given.values]
    moved = [line for line in lines if line and line["low"]["text"] != line["high"]["text"]]
    return sorted(moved, key=lambda line: -_width(line))


def _width(line: dict[str, Any]) -> float:
    ends = [line[side]["value"] for side in ("low", "high")]
    return float("inf") if None in ends else abs(ends[1] - ends[0])


def _line(calculator: Calculator, given: Given, output: str, name: str, known: Knowledge) -> dict[str, Any] | None:
    field, value = calculator.fields[name], given.values[name]
    if not field.numeric or value.value is None:
        return None
    span = (value.low, value.high) if value.typed_range else published(field, known) if value.figure else None
    if span is None or span[0] == span[1]:
        return None
    low, high = (_at(calculator, given, output, name, end) for end in span)
    if low is None or high is None:
        return None
    ends = {side: shown(end, value.unit) for side, end in zip(("from", "to"), span, strict=True)}
    return {"input": name, "label": field.input.label, "unit": value.unit, **ends, "low": low, "high": high}


def _at(calculator: Calculator, given: Given, output: str, name: str, end: float) -> dict[str, Any] | None:
    numbers = {**given.numbers, name: end}
    if not within(end, calculator.fields[name]) or unmet(calculator, numbers):
        return None
    found, said = run(calculator, numbers, {output}), calculator.outputs[output]
    assert isinstance(said, Output), "only numbers have a sensitivity"
    return cell(found.values[output], said, given.unit(said.unit), found.gone.get(output, ""))
