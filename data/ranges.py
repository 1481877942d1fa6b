"""Ranges that a reader types in place of one number: "8–9 %", "0.7 to 0.8 trillion", "-5 – -3".

A range is two numbers as `data.units.read` reads them, with a dash or "to" between. What stands after
the second (a scale, a percent sign) holds for the first as well, where that has none.
"""

import re
from dataclasses import dataclass

from data.units import SPACES, UnreadableNumber, canonical, read

BETWEEN = re.compile(r"^(?P<low>.*?[0-9.,a-z%$)] ?)(?:–|—|-|\bto\b)(?P<high> ?[-−+$0-9.u].*)$", re.IGNORECASE)
NUMBER_END = re.compile(r"[0-9][.,]?")


@dataclass(frozen=True)
class Range:
    """A number read from text with the bounds within which it may lie: the number itself, or a range's ends."""

    low: float
    high: float
    note: str = ""

    @property
    def middle(self) -> float:
        """What the answer is worked out for."""
        return self.low if self.low == self.high else (self.low + self.high) / 2

    @property
    def text(self) -> str:
        """As we write it into fields, links and files."""
        return canonical(self.low) if self.low == self.high else f"{canonical(self.low)}–{canonical(self.high)}"


def read_range(text: str, unit: str) -> Range:
    """Read one number or a range of two.

    Raises:
        UnreadableNumber: it is neither, or its ends stand the wrong way round.
    """
    try:
        reading = read(text, unit)
    except UnreadableNumber as error:
        ends = BETWEEN.match(SPACES.sub(" ", text).strip())
        if ends is None:
            raise
        return _both(ends["low"].strip(), ends["high"].strip(), unit, error)
    return Range(reading.value, reading.value, reading.note)


def _both(first: str, second: str, unit: str, error: UnreadableNumber) -> Range:
    if first and NUMBER_END.fullmatch(first[-1]):
        first += re.sub(r"^.*[0-9][.,]?", "", second)
    try:
        low, high = read(first, unit).value, read(second, unit).value
    except UnreadableNumber:
        raise error from None
    if low > high:
        raise UnreadableNumber(f"{canonical(low)} is more than {canonical(high)}. Write the smaller number first.")
    if low == high:
        return Range(low, high)
    middle = canonical((low + high) / 2)
    note = f"Read as {canonical(low)} to {canonical(high)}: the answer is for {middle}, the band for the range."
    return Range(low, high, note)
