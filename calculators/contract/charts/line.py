"""Lines over a column: a band around each, its name and last number at its end, marks as rules.

Zero is always in sight. Where a value is missing the line breaks. Nothing is placed by measured text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from calculators.contract.charts.frame import LINE, TEXT, WIDTHS, Heading, Mark, Room, frame, widest
from calculators.contract.charts.lettering import lines
from calculators.contract.charts.ticks import digits, ticks
from data.units import show

MOST_ROWS = 150
HEIGHTS = {"narrow": 210, "wide": 270}
ENDS = {"narrow": 92, "wide": 170}
ABOVE = 8
ROOMY = 70
STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Point:
    """One point: its place along the line as number and text, its value, and within what it may lie."""

    at: float
    place: str
    value: float | None
    text: str
    span: tuple[float, float] | None = None
    band: str = ""


@dataclass(frozen=True)
class Series:
    """One line with its name."""

    label: str
    points: Sequence[Point]

    @property
    def known(self) -> list[Point]:
        """The points that have a value."""
        return [point for point in self.points if point.value is not None]


@dataclass(frozen=True)
class Scale:
    """From numbers to pixels of one size, as the drawing has it."""

    x: tuple[float, float]
    y: tuple[float, float]
    width: float
    height: float

    def along(self, at: float) -> float:
        """How far to the right."""
        low, high = self.x
        return self.width * ((at - low) / (high - low) if high > low else 0.5)

    def down(self, value: float) -> float:
        """How far down."""
        low, high = self.y
        return self.height * (high - value) / (high - low)


def line_chart(every: Sequence[Series], marks: Sequence[Mark], heading: Heading) -> dict[str, Any]:
    """The chart without its sentence."""
    points = [point for series in every for point in series.known]
    reach = [end for point in points for end in (point.value, *(point.span or ())) if end is not None]
    steps = ticks(min(reach), max([*reach, *(mark.value for mark in marks)]))
    places = [point.at for series in every for point in series.points]
    x, y = (min(places), max(places)), (steps[0], steps[-1])
    return {
        "kind": "line",
        "label": heading.title,
        "rows": [_row(number, point) for number, series in enumerate(every) for point in series.points],
        "marks": [{"label": mark.label, "value": mark.value, "text": mark.text} for mark in marks],
        "signals": {"low": y[0], "high": y[1], "first": x[0], "last": x[1]},
        "sizes": {size: _size(size, every, marks, heading, (steps, x, y)) for size in WIDTHS},
    }


def _row(series: int, point: Point) -> dict[str, Any]:
    low, high = point.span or (None, None)
    return {"series": series, "at": point.at, "place": point.place, "value": point.value, "text": point.text,
            "low": low, "high": high}  # fmt: skip


def _size(size: str, every: Sequence[Series], marks: Sequence[Mark], heading: Heading, scales: Any) -> dict[str, Any]:
    steps, x, y = scales
    said = [show(step, heading.unit or "times", digits(steps[1] - steps[0])) for step in steps]
    ends = {series.label: _end(series, size, alone=len(every) == 1) for series in every if series.known}
    room = widest([line for end in ends.values() for line in end], bold=True) + 12
    made = frame(size, heading, Room(widest(said) + 8, room, HEIGHTS[size], above=ABOVE, below=LINE + 6))
    scale = Scale(x, y, made["width"], made["height"])
    known = [(number, series) for number, series in enumerate(every) if series.known]
    data = {
        "ticks": [{"value": step, "text": text} for step, text in zip(steps, said, strict=True)],
        "places": _places(every[0].points, scale),
        "ends": _apart([_end_at(number, series, ends[series.label], scale) for number, series in known], scale),
        "starts": _starts(every, marks, scale),
        "rules": [_rule(mark, every, scale) for mark in marks],
    }  # fmt: skip
    return {**made, "data": data}


def _end(series: Series, size: str, alone: bool) -> list[str]:
    """What stands at a line's end: its last number, after its name where there are several."""
    number = series.known[-1].text
    return [number] if alone else [*lines(series.label, TEXT, ENDS[size], bold=True), number]


def _end_at(number: int, series: Series, words: list[str], scale: Scale) -> dict[str, Any]:
    last = series.known[-1]
    assert last.value is not None, "a known point has a value"
    middle = scale.down(last.value)
    return {"series": number, "at": last.at, "value": last.value, "text": "\n".join(words), "middle": middle,
            "tall": LINE * len(words)}  # fmt: skip


def _apart(ends: list[dict[str, Any]], scale: Scale) -> list[dict[str, Any]]:
    """The words at the ends, moved apart where they would stand on one another."""
    ordered = sorted(ends, key=lambda end: end["middle"])
    free = float("-inf")
    for end in ordered:
        end["y"] = max(end["middle"] - end["tall"] / 2, free)
        free = end["y"] + end["tall"] + 4
    below = scale.height + LINE
    for end in reversed(ordered):
        end["y"] = round(min(end["y"], below - end["tall"]), 2)
        below = end["y"] - 4
    return [{key: end[key] for key in ("series", "at", "value", "text", "y")} for end in ordered]


def _starts(every: Sequence[Series], marks: Sequence[Mark], scale: Scale) -> list[dict[str, Any]]:
    """The first number of a line that is alone, on the side from which it turns away; a mark at it says the number."""
    if len(every) > 1 or len(every[0].known) < 2:
        return []
    first, second = every[0].known[:2]
    assert first.value is not None and second.value is not None, "known points have values"
    if any(mark.value == first.value for mark in marks):
        return []
    lowest = first.span[0] if first.span else first.value
    below = second.value > first.value and scale.height - scale.down(lowest) > LINE + 6
    return [{"at": first.at, "value": first.value, "text": first.text, "dy": 16 if below else -10}]


def _places(points: Sequence[Point], scale: Scale) -> list[dict[str, Any]]:
    """The words below the drawing: first, last, and as many between as there is room for."""
    room = widest([point.place for point in points]) + 14
    step = next((step for step in STEPS if len(points) / step * room <= scale.width), STEPS[-1])
    last = points[-1]
    shown: list[Point] = []
    for point in points[:-1:step]:
        if scale.along(point.at) + room <= scale.along(last.at) or not shown:
            shown.append(point)
    ends = {id(shown[0] if shown else last): "left", id(last): "right"} if room > ROOMY else {}
    return [{"at": each.at, "text": each.place, "align": ends.get(id(each), "center")} for each in [*shown, last]]


def _rule(mark: Mark, every: Sequence[Series], scale: Scale) -> dict[str, Any]:
    """A mark's rule, and its words, on one line or two, where they cover the lines least."""
    y = scale.down(mark.value)
    places = [
        (text, align, base)
        for text in (mark.words, f"{mark.label}:\n{mark.text}")
        for base in (-6 - LINE * text.count("\n"), 16)
        for align in ("left", "right")
        if -LINE <= y + base <= scale.height
    ]
    text, align, dy = min(places, key=lambda place: _covered(every, scale, y, place))
    return {"value": mark.value, "text": text, "align": align, "dy": dy, "x": 0 if align == "left" else scale.width}


def _covered(every: Sequence[Series], scale: Scale, y: float, place: tuple[str, str, float]) -> int:
    """How many of the places along the lines lie under the words of a mark at this height."""
    text, align, dy = place
    wide, top = widest(text.split("\n")) + 4, y + dy - LINE
    bottom = top + LINE * (1 + text.count("\n")) + 5
    left = 0 if align == "left" else scale.width - wide
    spots = [spot for series in every for spot in _course(series, scale)]
    return sum(left <= x <= left + wide and top <= down <= bottom for x, down in spots)


def _course(series: Series, scale: Scale) -> Iterator[tuple[float, float]]:
    """Places along a line, ten from point to point."""
    spots = [(scale.along(point.at), scale.down(point.value)) for point in series.known if point.value is not None]
    for (x, y), (to_x, to_y) in pairwise(spots):
        for step in range(10):
            yield x + (to_x - x) * step / 10, y + (to_y - y) * step / 10
