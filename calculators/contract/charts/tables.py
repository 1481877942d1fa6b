"""A table's rows as lines or bars, as its `chart` declares them."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from calculators.contract.cells import Span, value_of
from calculators.contract.charts.bars import MOST_ROWS, Bar, bar_chart
from calculators.contract.charts.frame import Heading, Mark
from calculators.contract.charts.line import MOST_ROWS as MOST_POINTS
from calculators.contract.charts.line import Point, Series, line_chart
from calculators.contract.charts.sentences import bar_sentence, line_sentence, parts_sentence
from calculators.contract.declarations import Bars, Chart, Differences, Line, Output, Parts, names_in
from data.units import LARGEST, UNITS, show

TOGETHER = "Together"


@dataclass(frozen=True)
class Rows:
    """A table as answered: its columns, its cells by column, and within what each may lie, in numbers and words."""

    columns: dict[str, Output]
    units: dict[str, str]
    cells: dict[str, list[dict[str, Any]]]
    spans: dict[str, list[Span | None]]
    bands: dict[str, list[str]]

    def span(self, column: str, row: int) -> Span | None:
        """Within what a cell lies, where that is more than the number itself."""
        found = self.spans.get(column, [])[row : row + 1]
        low, high = (value_of(end) for end in found[0]) if found and found[0] else (0, 0)
        return (low, high) if low < high and max(-low, high) < LARGEST else None

    def band(self, column: str, row: int) -> str:
        """The same in words, where it shows."""
        return "".join(self.bands.get(column, [])[row : row + 1])


@dataclass(frozen=True)
class Words:
    """The words around a table's chart: title, the table's own label, source, and what a band is over."""

    title: str
    label: str
    source: str
    where: str

    @property
    def measure(self) -> str:
        """What several lines show together, unless the title says that already."""
        return "" if self.title == self.label else self.label


def table_chart(said: Chart, rows: Rows, marks: list[Mark], words: Words) -> dict[str, Any] | None:
    """The chart of a table, None where there is nothing to draw."""
    if isinstance(said, Line):
        return _line(said, rows, marks, words)
    if isinstance(said, Parts):
        return _parts(said, rows, words)
    return _bars(said, rows, marks, words)


def _line(said: Line, rows: Rows, marks: list[Mark], words: Words) -> dict[str, Any] | None:
    names = names_in(said.y)
    every = [Series(rows.columns[name].label, _points(said.x, name, rows)) for name in names]
    if not any(series.known for series in every):
        return None
    measure = every[0].label if len(every) == 1 else words.measure
    heading = Heading(words.title, measure, rows.units[names[0]], words.source)
    sentence = line_sentence(every, marks, heading, _when(rows.units[said.x]), words.where)
    return {**line_chart(every, marks, heading), "sentence": _with_rest(sentence, len(rows.cells[said.x]), MOST_POINTS)}


def _points(x: str, y: str, rows: Rows) -> list[Point]:
    places, values = rows.cells[x][:MOST_POINTS], rows.cells[y]
    return [
        Point(
            place["value"] if isinstance(place["value"], int | float) else row, place["text"],
            values[row]["value"], values[row]["text"], rows.span(y, row), rows.band(y, row),
        )
        for row, place in enumerate(places)
    ]  # fmt: skip


def _when(unit: str) -> Callable[[Point], str]:
    if unit == "year":
        return lambda point: f"in {point.place}"
    return lambda point: f"at {UNITS[unit].phrase(point.place) if unit else point.place}"


def _bars(said: Bars | Differences, rows: Rows, marks: list[Mark], words: Words) -> dict[str, Any] | None:
    bars = [
        Bar(
            label["text"], cell["value"], cell["text"], span=rows.span(said.value, row), band=rows.band(said.value, row)
        )
        for row, (label, cell) in enumerate(zip(rows.cells[said.label], rows.cells[said.value], strict=True))
        if cell["value"] is not None
    ]
    if not bars:
        return None
    heading = Heading(words.title, rows.columns[said.value].label, rows.units[said.value], words.source)
    shown = bars[:MOST_ROWS]
    sentence = _with_rest(bar_sentence(bars, marks, heading, words.where), len(bars), MOST_ROWS)
    return {**bar_chart(shown, marks, heading), "sentence": sentence}


def _parts(said: Parts, rows: Rows, words: Words) -> dict[str, Any] | None:
    labels = [cell["text"] for cell in rows.cells[said.label]]
    values = [cell["value"] for cell in rows.cells[said.value]]
    if not values or None in values:
        return None
    texts = [cell["text"] for cell in rows.cells[said.value]]
    unit, digits = rows.units[said.value], rows.columns[said.value].digits
    if len(values) > MOST_ROWS:
        rest = value_of(math.fsum(values[MOST_ROWS - 1 :]))
        labels[MOST_ROWS - 1 :] = [f"{len(values) - MOST_ROWS + 1:,} more"]
        values[MOST_ROWS - 1 :], texts[MOST_ROWS - 1 :] = [rest], [show(rest, unit, digits)]
    heading = Heading(words.title, rows.columns[said.value].label, unit, words.source)
    return parts_chart(list(zip(labels, values, texts, strict=True)), digits, heading)


def parts_chart(parts: list[tuple[str, float, str]], digits: int, heading: Heading) -> dict[str, Any]:
    """Each part, as label, number and text, begins where the one before ended; the whole follows from zero."""
    ends = [value_of(math.fsum(value for _, value, _ in parts[:count])) for count in range(len(parts) + 1)]
    bars = [
        Bar(label, end, text, start=start)
        for (label, _, text), start, end in zip(parts, ends[:-1], ends[1:], strict=True)
    ]
    whole = Bar(TOGETHER, ends[-1], show(ends[-1], heading.unit, digits), role="whole")
    bars.append(whole)
    return {**bar_chart(bars, [], heading, joined=True), "sentence": parts_sentence(bars, heading)}


def _with_rest(sentence: str, rows: int, most: int) -> str:
    return f"{sentence} The chart shows the first {most} of {rows:,} rows." if rows > most else sentence
