"""What all charts share: two widths, the words above and below the drawing, and the room they take.

Lengths are CSS pixels as the chart is drawn. The page shows it at that width or a little larger, and never so
much smaller that its letters fall below 12 pixels: on a screen of 320 a calculator leaves 270 for the narrow one.
The drawing's own corner is (0, 0), so that words above it stand at negative heights.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from calculators.contract.charts.lettering import balanced, lines, width
from data.units import UNITS

WIDTHS = {"narrow": 288, "wide": 636}
TITLES = {"narrow": 16, "wide": 18}
TEXT = 13
LINE = 17
GAP = 10
TWO_NUMBERS = re.compile(r"(?P<low>−?[\d.,]+) (?P<joint>to|or) (?P<high>−?[\d.,]+)")


@dataclass(frozen=True)
class Heading:
    """The words around a drawing: the finding, what the numbers are, in which unit, and whose they are."""

    title: str
    measure: str
    unit: str
    source: str

    @property
    def subtitle(self) -> str:
        """What the numbers are, with their unit: "Market, USD billion"."""
        return ", ".join(filter(None, [self.measure, UNITS[self.unit].beside if self.unit else ""]))

    def phrase(self, text: str) -> str:
        """A number of the chart as it stands in a sentence."""
        return UNITS[self.unit].phrase(text) if self.unit else text

    def between(self, band: str) -> str:
        """A band of the chart as it stands in a sentence; one that does not end in numbers stays as it is."""
        ends = TWO_NUMBERS.fullmatch(band)
        return UNITS[self.unit].between(ends["low"], ends["high"], ends["joint"]) if ends and self.unit else band


@dataclass(frozen=True)
class Mark:
    """A number to compare with: what it is called, and how it stands in a sentence."""

    label: str
    value: float
    text: str

    @property
    def words(self) -> str:
        """What is written at the rule."""
        return f"{self.label}: {self.text}"

    @property
    def said(self) -> str:
        """The mark within a sentence."""
        return f"“{self.label}” ({self.text})"


@dataclass(frozen=True)
class Room:
    """The room around the drawing, and the drawing's height."""

    left: float
    right: float
    height: float
    above: float = 0
    below: float = 0


def frame(size: str, heading: Heading, room: Room) -> dict[str, Any]:
    """The drawing's measures at one size, and the broken lines of title and source with their places."""
    whole, letters = WIDTHS[size], TITLES[size]
    left, right = round(room.left), round(room.right)
    title = balanced(heading.title, letters, whole, bold=True)
    subtitle = balanced(heading.subtitle, TEXT, whole)
    source = lines(heading.source, TEXT, whole)
    step = round(letters * 1.25)
    head = len(title) * step + 4 + len(subtitle) * LINE + GAP
    top, bottom = round(head + room.above), round(room.below + GAP + len(source) * LINE)
    signals = {
        "title": title, "title_size": letters, "title_line": step, "title_y": -top,
        "subtitle": subtitle, "subtitle_y": -top + len(title) * step + 4,
        "source": source, "source_y": round(room.height + room.below + GAP), "edge": -left,
    }  # fmt: skip
    return {
        "width": whole - left - right,
        "height": round(room.height),
        "padding": {"left": left, "right": right, "top": top, "bottom": bottom},
        "signals": signals,
    }


def widest(texts: Sequence[str], bold: bool = False) -> float:
    """The room that the longest of `texts` takes."""
    return max((width(text, TEXT, bold) for text in texts), default=0)
