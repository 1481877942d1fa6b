"""What a figure says at one time: an amount in its unit, a whole table, or nothing where there is no figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.checks import FIGURE_UNITS
from data.knowledge import Figure
from data.units import UNITS, UnreadableNumber, canonical, read, show, twelve
from publishing.changes.entries import TABLE
from publishing.prose.saying import lacks_unit


@dataclass(frozen=True)
class Amount:
    """A number in a unit of the closed list."""

    value: float
    unit: str

    def __str__(self) -> str:
        if self.unit not in UNITS:
            return f"{canonical(self.value)} {self.unit}"  # a unit of an older list
        digits = len(canonical(self.value).partition(".")[2])
        return UNITS[self.unit].phrase(show(self.value, self.unit, digits))


type Said = Amount | str | None


def said_by(record: Figure | Mapping[str, Any] | None) -> Said:
    """What a figure says, or the table of a data file that holds one."""
    if record is None:
        return None
    value, unit = (record.value, record.unit) if isinstance(record, Figure) else (record.get("value"), record["unit"])
    return TABLE if value is None else Amount(float(value), unit)


def amount_in(text: str, unit: str | None) -> Said:
    """What an entry writes, in the figure's unit; in any that fits where the figure is gone.

    Raises:
        UnreadableNumber: it is no number of that unit, or lacks the unit.
    """
    if text == TABLE:
        return TABLE
    if unit is None:
        return _in_any(text)
    amount = Amount(read(text, unit).value, unit)
    if lacks_unit(text, unit):
        raise UnreadableNumber(f"Its unit is missing. Write {amount}.")
    return amount


def _in_any(text: str) -> Amount:
    for unit in FIGURE_UNITS:
        try:
            return Amount(read(text, unit).value, unit)
        except UnreadableNumber:
            continue
    raise UnreadableNumber("It is no amount. Write it with its unit, like $720 billion or 8.5%.")


def in_words(said: Said) -> str:
    """What the figure says, as a sentence has it."""
    return "no figure" if said is None else str(said)


def same(first: Said, second: Said) -> bool:
    """Whether both say the same, be it in millions or in billions."""
    if isinstance(first, Amount) and isinstance(second, Amount):
        return measured_in(first.unit) == measured_in(second.unit) and _full(first) == _full(second)
    return first == second


def measured_in(unit: str) -> tuple[str, str]:
    """What units of one kind have in common that differ in scale alone."""
    return (UNITS[unit].kind, UNITS[unit].tail) if unit in UNITS else ("", unit)


def _full(amount: Amount) -> float:
    return twelve(amount.value * 10.0 ** (UNITS[amount.unit].scale if amount.unit in UNITS else 0))
