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
    """One input in words: "9% a year", "4,650 to 4,750", "A, 2, 10; B, 9, 30"."""
    if value.value is None:
        return "left out"
    if field.kind == "table":
        return _rows(field, value)
    if not field.numeric:
        return field.input.choices.get(value.text, value.text)
    given = typed.partition("~")[0]
    if OWN_WORDS.search(given) and given not in knowledge().figures:
        return given
    ends = " to ".join(shown(end, value.unit) for end in dict.fromkeys((value.low, value.high)))
    phrase = UNITS[value.unit].phrase(ends if value.typed_range else shown(value.value, value.unit))
    chosen = field.input.editions and value.figure
    return f"{phrase} ({origin(field, value, knowledge())})" if chosen else phrase


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
