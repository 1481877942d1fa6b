"""The charts of an answer, as JSON that one fixed drawing for each kind turns into a picture.

A chart holds `kind` ("line" or "bars"), `label` (its title), `sentence` (what it shows), `rows` (the numbers
drawn, those of the table) and `marks`. What the drawing needs beyond them stands in `signals` and, for each of
two widths, in `sizes`: measures, broken lines of words, and what lies where. Numbers are rounded as everywhere.
Texts are the table's, but a number that is an input's stands with the input's digits, as in the title: 720 that was
published is not drawn as 720.0. Left out on purpose: any choice of the reader's, and anything that needs measured text.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from calculators.contract.cells import Spans
from calculators.contract.charts.bars import Bar, bar_chart
from calculators.contract.charts.frame import Heading, Mark
from calculators.contract.charts.tables import Rows, Words, table_chart
from calculators.contract.declarations import Chart, names_in
from calculators.contract.shape import Calculator, Output
from data.units import UNITS

SENSITIVITY = "sensitivity"


def charts(
    calculator: Calculator,
    answered: Mapping[str, Any],
    spans: Mapping[str, Spans],
    said: Mapping[str, str],
    source: str,
) -> dict[str, Any]:
    """The chart of each table that declares one and has rows, and of the sensitivity.

    `answered` is the answer, `spans` what its tables' cells may be, `said` its inputs and outputs in a sentence.
    """
    typed = _typed(answered)
    found = {
        name: table_chart(
            table.chart,
            _rows(
                answered["tables"][name], calculator.columns[name], spans[name], answered["table_bands"][name], typed
            ),
            _marks(calculator, table.chart, answered, said),
            Words(_title(table.chart, table.label, answered, said), table.label, source, answered["where"]),
        )
        for name, table in calculator.tables.items()
        if table.chart is not None
    }
    found[SENSITIVITY] = _sensitivity(calculator, answered, source)
    return {name: chart for name, chart in found.items() if chart is not None}


def _typed(answered: Mapping[str, Any]) -> dict[tuple[float, str], str]:
    """Each number that is an input's, with its unit, as it is shown there."""
    numbers = [each for each in answered["inputs"].values() if isinstance(each["value"], int | float) and each["unit"]]
    return {(each["value"], each["unit"]): each["text"] for each in numbers}


def _rows(
    table: Mapping[str, Any],
    columns: dict[str, Output],
    spans: Spans,
    bands: dict[str, list[str]],
    typed: Mapping[tuple[float, str], str],
) -> Rows:
    units = {head["name"]: head["unit"] for head in table["columns"]}
    cells = {
        name: [_drawn(row[place], units[name], typed) for row in table["rows"]] for place, name in enumerate(columns)
    }
    return Rows(columns, units, cells, spans, bands)


def _drawn(cell: Mapping[str, Any], unit: str, typed: Mapping[tuple[float, str], str]) -> dict[str, Any]:
    return {**cell, "text": typed.get((cell["value"], unit), cell["text"])}


def _value(answered: Mapping[str, Any], name: str) -> Any:
    """The value of an input or output; None where it has none."""
    return {**answered["inputs"], **answered["outputs"]}[name]["value"]


def _title(chart: Chart, label: str, answered: Mapping[str, Any], said: Mapping[str, str]) -> str:
    names = [name for _, name, _, _ in Formatter().parse(chart.title) if name]
    whole = chart.title and all(_value(answered, name) is not None for name in names)
    return chart.title.format(**said) if whole else label


def _marks(calculator: Calculator, chart: Chart, answered: Mapping[str, Any], said: Mapping[str, str]) -> list[Mark]:
    names = names_in(getattr(chart, "mark", ""))
    values = {name: _value(answered, name) for name in names}
    return [Mark(calculator.words(name), value, said[name]) for name, value in values.items() if value is not None]


def _sensitivity(calculator: Calculator, answered: Mapping[str, Any], source: str) -> dict[str, Any] | None:
    """Each number by itself: a bar from answer to answer, and a rule at the answer that stands."""
    drawn = [line for line in answered[SENSITIVITY] if None not in (line["low"]["value"], line["high"]["value"])]
    if not drawn:
        return None
    name, said = next((name, said) for name, said in calculator.outputs.items() if isinstance(said, Output))
    cell = answered["outputs"][name]
    answer = Mark("Answer", cell["value"], UNITS[cell["unit"]].phrase(cell["text"]))
    title = f"“{drawn[0]['label']}” moves the answer{' most' if len(drawn) > 1 else ''}"
    low, high = sorted((drawn[0]["low"], drawn[0]["high"]), key=lambda end: end["value"])
    ends = UNITS[cell["unit"]].between(low["text"], high["text"], "and")
    sentence = f"{title}, between {ends}. The answer is {answer.text}."
    heading = Heading(title, said.label, cell["unit"], source)
    return {**bar_chart([_bar(line) for line in drawn], [answer], heading), "sentence": sentence}


def _bar(line: Mapping[str, Any]) -> Bar:
    low, high = line["low"], line["high"]
    label = f"{line['label']}, {UNITS[line['unit']].between(line['from'], line['to'])}"
    return Bar(label, high["value"], high["text"], start=low["value"], start_text=low["text"])
