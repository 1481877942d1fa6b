"""Horizontal bars, each from one number to another: from zero, one after the other, or over a range.

A row holds the bar's ends, the number written at its end, and where the published rounding leaves it
open the ends of a thinner line. Names stand beside the bars where there is room, else above them.
Upright rules (zero, marks, what leads from bar to bar) leave out the places where words stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from calculators.contract.charts.clear import Box, box, clear
from calculators.contract.charts.frame import LINE, TEXT, WIDTHS, Heading, Mark, Room, frame, widest
from calculators.contract.charts.lettering import lines, width

MOST_ROWS = 30
THICK, APART = 20, 14
BESIDE = 210
CLEAR = 6
NEAR = 4  # between a mark's rule and its words
PAST = 4  # how far an upright rule reaches beyond the bars
SEEN = 0.01  # of the whole width: a narrower band would be a speck


@dataclass(frozen=True)
class Bar:
    """One row. `start` is where the bar begins, and `start_text` a number that stands there, if one does."""

    label: str
    value: float
    text: str
    start: float = 0
    start_text: str = ""
    span: tuple[float, float] | None = None
    band: str = ""
    role: Literal["part", "whole"] = "part"

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number that is drawn."""
        return min(self.start, self.value, *(self.span or ())), max(self.start, self.value, *(self.span or ()))


def bar_chart(bars: Sequence[Bar], marks: Sequence[Mark], heading: Heading, joined: bool = False) -> dict[str, Any]:
    """The chart without its sentence; `joined` draws what leads from one bar to the next."""
    zero = not any(bar.start_text for bar in bars)
    reach = [end for bar in bars for end in bar.ends] + [mark.value for mark in marks] + ([0.0] if zero else [])
    low, high = min(reach), max(reach)
    return {
        "kind": "bars",
        "label": heading.title,
        "rows": [_row(bar) for bar in bars],
        "marks": [{"label": mark.label, "value": mark.value, "text": mark.text} for mark in marks],
        "signals": {"low": low, "high": high if high > low else low + 1},
        "sizes": {size: _size(size, bars, marks, heading, (low, high, joined, zero)) for size in WIDTHS},
    }


def _row(bar: Bar) -> dict[str, Any]:
    low, high = bar.span or (None, None)
    row = {"label": bar.label, "from": bar.start, "to": bar.value, "text": bar.text, "low": low, "high": high}
    return {**row, "start_text": bar.start_text} if bar.start_text else row


def _size(
    size: str, bars: Sequence[Bar], marks: Sequence[Mark], heading: Heading, scale: tuple[float, float, bool, bool]
) -> dict[str, Any]:
    low, high, joined, zero = scale
    beside = size == "wide"
    column = min(BESIDE, widest([bar.label for bar in bars])) if beside else 0
    names = [lines(bar.label, TEXT, column if beside else WIDTHS[size]) for bar in bars]
    before, after = _numbers(bars)
    left = (column + 12 if beside else 0) + (widest([each["text"] for each in before], bold=True) + 8 if before else 0)
    room = Room(left, widest([each["text"] for each in after], bold=True) + 8, 0, above=LINE * len(marks) + 4)
    tops, height = _places(names, beside)
    drawn = [
        {"from": bar.start, "to": bar.value, "top": top, "bottom": top + THICK, "role": bar.role}
        for bar, top in zip(bars, tops, strict=True)
    ]
    middles = dict(enumerate(top + THICK / 2 for top in tops))
    made = frame(size, heading, Room(room.left, room.right, height, room.above, below=CLEAR))
    numbers = [{**each, "y": middles[each["row"]]} for each in [*before, *after]]
    across = Across(low, high, made["width"])
    name_tops = [_name_top(name, top, beside) for name, top in zip(names, tops, strict=True)]
    words = [box(name, -room.left, top) for name, top in zip(names, name_tops, strict=True)]
    words += [across.number(each) for each in numbers]
    rules = [across.mark(mark, -LINE * (len(marks) - place) - 2, made["padding"]) for place, mark in enumerate(marks)]
    words += [across.said(rule) for rule in rules]
    data = {
        "bars": drawn,
        "spans": [
            {"low": bar.span[0], "high": bar.span[1], "y": middles[place]}
            for place, bar in enumerate(bars)
            if bar.span and bar.span[1] - bar.span[0] >= SEEN * (high - low)
        ],
        "joins": across.upright(_joins(drawn) if joined else [], words),
        "names": [{"text": "\n".join(name), "y": y} for name, y in zip(names, name_tops, strict=True)],
        "numbers": numbers,
        "zero": across.upright(_zero(drawn, made["height"], beside) if zero else [], words),
        "rules": rules,
        "uprights": across.upright([(rule["at"], rule["y"], made["height"] + PAST) for rule in rules], words),
    }
    return {**made, "data": data}


@dataclass(frozen=True)
class Across:
    """From numbers to pixels of one size, as the drawing has it."""

    low: float
    high: float
    width: float

    def at(self, value: float) -> float:
        """How far to the right."""
        return self.width * (value - self.low) / (self.high - self.low) if self.high > self.low else 0

    def number(self, each: dict[str, Any]) -> Box:
        """The room of a number at its bar's end."""
        return box(
            [each["text"]], self.at(each["at"]) + each["dx"], each["y"] - LINE / 2, bold=True, align=each["align"]
        )

    def mark(self, mark: Mark, y: float, padding: dict[str, float]) -> dict[str, Any]:
        """A mark's words, which lean to where there is more room and never out of the chart."""
        at, wide = self.at(mark.value), width(mark.words, TEXT)
        before, after = at + padding["left"], self.width - at + padding["right"]
        lean = before > after
        beyond = max(0, wide + NEAR - max(before, after))
        dx = beyond - NEAR if lean else NEAR - beyond
        return {"at": mark.value, "text": mark.words, "y": y, "align": "right" if lean else "left", "dx": dx}

    def said(self, rule: dict[str, Any]) -> Box:
        """The room of a mark's words; its own rule stands close beside them."""
        return box([rule["text"]], self.at(rule["at"]) + rule["dx"], rule["y"], align=rule["align"], beside=NEAR / 2)

    def upright(self, rules: Iterable[tuple[float, float, float]], words: Sequence[Box]) -> list[dict[str, float]]:
        """Rules, each at a number and from height to height, without the places where words stand."""
        return [
            {"at": at, "top": begin, "bottom": end}
            for at, top, bottom in rules
            for begin, end in clear(self.at(at), top, bottom, words)
        ]


def _joins(drawn: Sequence[dict[str, Any]]) -> list[tuple[float, float, float]]:
    """What leads from the end of one bar to the next."""
    return [(one["to"], one["bottom"], after["top"]) for one, after in pairwise(drawn)]


def _zero(drawn: Sequence[dict[str, Any]], height: float, beside: bool) -> list[tuple[float, float, float]]:
    """The line that bars begin at: whole where names stand beside them, else only along each bar."""
    return [(0.0, -PAST, height + PAST)] if beside else [(0.0, one["top"] - 3, one["bottom"] + 3) for one in drawn]


def _places(names: Sequence[list[str]], beside: bool) -> tuple[list[float], float]:
    """The top of every bar, and the height of all."""
    tops, at = [], 0.0
    for name in names:
        words = len(name) * LINE
        above, tall = (max(0.0, (words - THICK) / 2), max(words, THICK)) if beside else (words + 2.0, words + 2 + THICK)
        tops.append(at + above)
        at += tall + APART
    return tops, at - APART


def _name_top(name: list[str], top: float, beside: bool) -> float:
    words = len(name) * LINE
    return top + THICK / 2 - words / 2 + 2 if beside else top - words


def _numbers(bars: Sequence[Bar]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The numbers to the left of their bars, and those to the right."""
    before, after = [], []
    for row, bar in enumerate(bars):
        low, high = bar.ends
        left = {"at": low, "align": "right", "dx": -CLEAR, "row": row}
        right = {"at": high, "align": "left", "dx": CLEAR, "row": row}
        if bar.start_text:
            first, second = (
                (bar.start_text, bar.text) if bar.start <= bar.value else (bar.text, bar.start_text)
            )  # fmt: skip
            before.append({**left, "text": first})
            after.append({**right, "text": second})
        elif bar.value < bar.start:
            before.append({**left, "text": bar.text})
        else:
            after.append({**right, "text": bar.text})
    return before, after
