"""The inputs of a worked example as a reader would say them: with units, ranges, editions, rows."""

import re
from typing import Any

from calculators import knowledge
from calculators.contract.fields import shown
from calculators.contract.origins import origin
from calculators.contract.shape import Field
from calculators.contract.values import Value
from data.units import UNITS

OWN_WORDS = re.compile(r"[a-z$€£]", re.IGNORECASE)
MOST_ROWS = 4


def said(field: Field, value: Value, typed: str) -> str:
    """One input in words: "9% a year", "8% to 9% a year", "A, 2, 10; B, 9, 30"."""
    if value.value is None:
        return "left out"
    if field.kind == "table":
        return _rows(field, value)
    if not field.numeric:
        return field.input.choices.get(value.text, value.text)
    given = typed.partition("~")[0]
    if OWN_WORDS.search(given.replace(" to ", " ")) and given not in knowledge().figures:
        return given
    phrase = _phrase(value)
    chosen = field.input.editions and value.figure
    return f"{phrase} ({origin(field, value, knowledge())})" if chosen else phrase


def _phrase(value: Value) -> str:
    """A number, or the range that was typed."""
    unit = UNITS[value.unit]
    if value.typed_range and value.low != value.high:
        return unit.between(shown(value.low, value.unit), shown(value.high, value.unit))
    return unit.phrase(shown(value.value, value.unit))


def _rows(field: Field, value: Value) -> str:
    """The first rows of a table, cell by cell."""
    if value.figure is not None:
        return value.figure.label
    lines = [", ".join(_cell(field, name, cell) for name, cell in vars(row).items()) for row in value.value[:MOST_ROWS]]
    more = len(value.value) - len(lines)
    return "; ".join([*lines, *([f"and {more} more rows"] if more else [])])


def _cell(table: Field, name: str, cell: Any) -> str:
    column = table.columns[name]
    return shown(cell, column.input.unit) if column.numeric else str(cell)
