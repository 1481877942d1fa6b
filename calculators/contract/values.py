"""The values of inputs: what was typed, chosen or taken from a figure, and within what it may lie.

`Reader` reads one field at a time. A number is the field's default, a published edition's, or the
reader's; a figure's id may stand behind it (`720~convergence-market-2023`) or, where the field has
editions, in its place.
"""

import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, Literal

from calculators.contract.fields import (
    default_of,
    editions_of,
    family_of,
    family_row,
    figure_of,
    is_year_of,
    limits,
    published,
    shown,
    span_of,
    value_in,
    within,
)
from calculators.contract.own_money import scale, without_currency
from calculators.contract.shape import Field
from calculators.contract.tables import PLAIN, canonical_table, delimiter, read_table
from data.figures import Figure, Knowledge
from data.ranges import Range, read_range
from data.series import read_series
from data.units import AMBIGUOUS, OWN_MONEY, UNITS, UnreadableNumber, canonical

State = Literal["sourced", "edition", "yours", "outside", "missing"]
BARE = OWN_MONEY[0]


@dataclass(frozen=True)
class Value:
    """An input as read: its value, as we write it, in which unit, whose it is.

    `low` and `high` are the bounds within which it may lie: a figure's published rounding, a range
    typed, else the value itself. `note` says how it was read where that needs a word. `rows_from` are
    the figures that are a table's rows.
    """

    value: Any
    text: str
    unit: str
    state: State
    low: Any
    high: Any
    note: str = ""
    figure: Figure | None = None
    rows_from: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The published figures that it is."""
        return (self.figure,) if self.figure else self.rows_from

    @property
    def typed_range(self) -> bool:
        """Whether the reader typed a range."""
        return self.figure is None and bool(self.low != self.high)


@dataclass(frozen=True)
class Given:
    """All inputs as read, the unit in which the reader's own money is answered, and its currency if one was typed."""

    values: dict[str, Value]
    money: str = BARE
    currency: str = ""

    @property
    def numbers(self) -> dict[str, Any]:
        """What the function takes."""
        return {name: value.value for name, value in self.values.items()}

    @property
    def figures(self) -> list[Figure]:
        """The published figures that are still in use, by value or by year, each once."""
        return list({each.id: each for value in self.values.values() for each in value.figures}.values())

    def unit(self, unit: str) -> str:
        """The unit as answered: the reader's own money in the scale typed."""
        return self.money if unit == BARE else unit


@dataclass(frozen=True)
class Reader:
    """Reads one field's text at a time, with what is known and the unit of the reader's own money.

    `notes` are those on the cells of tables, in which another reading is usual.
    """

    known: Knowledge
    money: str
    notes: list[str] = dataclass_field(default_factory=list)

    def read(self, field: Field, text: str | None) -> Value:
        """The value of a field; without a text its default."""
        if field.kind == "table":
            return self._table(field, text)
        if not field.numeric:
            return self._word(field, text)
        if field.optional and not (text or "").strip() and (text is not None or not field.input.default):
            return Value(None, "", self._unit(field), "missing", None, None)
        default = default_of(field, self.known)
        if text is None and default is not None:
            return self._sourced(field, figure_of(field, self.known), default)
        if default is not None and not (text or "").strip():
            raise UnreadableNumber(f"This is empty. Enter a number, for example {canonical(default)}.")
        return self._number(field, text or "")

    def _unit(self, field: Field) -> str:
        return self.money if field.input.unit == BARE else field.input.unit

    def _sourced(self, field: Field, figure: Figure | None, number: float, state: State = "sourced") -> Value:
        low = high = number
        if figure is not None and not is_year_of(field):
            low, high = span_of(field, figure)
        return Value(number, canonical(number), self._unit(field), state, low, high, figure=figure)

    def _number(self, field: Field, text: str) -> Value:
        said, _, named = text.strip().partition("~")
        chosen = {figure.id: figure for figure in editions_of(field, self.known)}
        if said in chosen:
            said, named = canonical(value_in(field, chosen[said], chosen[said].number)), said
        reading = self._range(field, said)
        if reading.low == reading.high:
            figure = self._figure(field, reading.low, named)
            if figure is not None:
                state: State = "sourced" if figure == figure_of(field, self.known) else "edition"
                return self._sourced(field, figure, _whole(field, reading.low), state)
        return Value(
            _whole(field, reading.middle), self._text(field, reading), self._unit(field),
            self._state(field, reading), reading.low, reading.high, reading.note,
        )  # fmt: skip

    def _text(self, field: Field, reading: Range) -> str:
        """As we write it: the reader's own money with its scale."""
        own = field.input.unit == BARE and self.money != BARE
        return f"{reading.text} {self.money}" if own else reading.text

    def _range(self, field: Field, text: str) -> Range:
        unit = self._unit(field)
        reading = read_range(without_currency(text) if UNITS[unit].kind == "own" else text, unit)
        for end in (reading.low, reading.high):
            if not within(end, field):
                raise UnreadableNumber(f"{shown(end, unit)} is outside the limits. {limits(field)}")
        if field.kind == "whole" and reading.low != reading.high:
            raise UnreadableNumber(f"A range cannot stand here. {limits(field)}")
        if field.kind == "whole" and reading.low != int(reading.low):
            raise UnreadableNumber(f"{shown(reading.low, unit)} is not a whole number. {limits(field)}")
        return reading

    def _figure(self, field: Field, number: float, named: str) -> Figure | None:
        """The published figure that the number is: the one named, the default, or an edition."""
        default = figure_of(field, self.known)
        if is_year_of(field):
            return default if default and number == default.year else None
        same = [
            figure
            for figure in dict.fromkeys([*([default] if default else []), *editions_of(field, self.known)])
            if canonical(value_in(field, figure, figure.number)) == canonical(number)
        ]
        return next((figure for figure in same if figure.id == named), same[0] if same else None)

    def _state(self, field: Field, reading: Range) -> State:
        bounds = published(field, self.known)
        if bounds is None or (bounds[0] <= reading.low and reading.high <= bounds[1]):
            return "yours"
        return "outside"

    def _word(self, field: Field, text: str | None) -> Value:
        """A choice or a yes-or-no."""
        words = ("yes", "no") if field.kind == "yes-no" else field.words
        said = (field.input.default if text is None else text).strip()
        if not said and field.optional:
            return Value(None, "", "", "missing", None, None)
        found = next((word for word in words if said.casefold() in (word, self._label(field, word).casefold())), None)
        if found is None:
            raise UnreadableNumber(f"“{said[:24]}” is no choice here. Choose from: {', '.join(words)}.")
        value = found == "yes" if field.kind == "yes-no" else found
        return Value(value, found, "", "yours", value, value)

    @staticmethod
    def _label(field: Field, word: str) -> str:
        return field.input.choices.get(word, word)

    def _table(self, field: Field, text: str | None) -> Value:
        published = self._published_rows(field)
        start = read_table(field, published, self._cell) if published else ([], "")
        if field.optional and not (text or start[1]).strip():
            return Value(None, "", "", "missing", None, None)
        rows, canon = start if text is None else read_table(field, text, self._cell)
        if published and canon == start[1]:
            figure, family = figure_of(field, self.known), tuple(family_of(field, self.known))
            return Value(rows, canon, "", "sourced", rows, rows, figure=figure, rows_from=family)
        usual = next((f" {each}" for each in self.notes if each), "")
        if "as the decimal" in usual and delimiter(text or "") != "," and re.search("[0-9],[0-9]", text or ""):
            told = "Dots and commas could both be decimal here. Write the numbers without marks for thousands."
            raise UnreadableNumber(told)
        note = f"Read {len(rows):,} row{'s' if len(rows) != 1 else ''}.{usual}"
        return Value(rows, canon, "", "yours", rows, rows, note)

    def _published_rows(self, field: Field) -> str:
        """The table that the field starts with, as CSV; empty where the rows are the reader's."""
        figure = figure_of(field, self.known)
        if figure is not None:
            return read_series(str(figure.series))
        family = family_of(field, self.known)
        return canonical_table(field, [family_row(field, each) for each in family]) if family else ""

    def _cell(self, column: Field, text: str) -> Any:
        """One cell of a table; plain numbers, which are most, by a short way."""
        if not column.numeric:
            return self._word(column, text).value
        if column.optional and not text.strip():
            return None
        if PLAIN.fullmatch(text) and not AMBIGUOUS.fullmatch(text):
            number = float(text)
            if within(number, column) and (column.kind != "whole" or number == int(number)):
                return _whole(column, number)
        if not text.strip():
            raise UnreadableNumber("This is empty. Enter a number.")
        if column.input.unit == BARE and scale(text) is not None:
            raise UnreadableNumber("Write plain numbers in a table, all in one scale.")
        reading = self._range(column, text)
        if reading.low != reading.high:
            raise UnreadableNumber("A range cannot stand in a table. Write one number.")
        self.notes.append(reading.note)
        return _whole(column, reading.low)


def _whole(field: Field, number: float) -> float:
    return int(number) if field.kind == "whole" else number
