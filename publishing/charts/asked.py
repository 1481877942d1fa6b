"""What a `chart` fence asks for: a chart of figures, or that of a calculator's table.

    kind    = "parts"                     bars, parts, differences or line
    title   = "{convergence-market-2023} in three parts"
    figures = ["convergence-data-center-2023", "convergence-ot-2023"]
    labels  = ["Data centers", "OT"]      in place of the figures' own, if wanted
    digits  = 0                           at most so many decimals at the bars, if wanted

    calculator = "market-growth"          or: the chart of a calculator's table,
    table      = "path"                   from other inputs than its defaults if wanted
    inputs     = { target_year = "2028" }

`measures = "gartner-it-2023"` stands for all figures that measure that. A figure's id in braces in a title is its
number, so that a title holds no number of its own.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

from calculators import calculator
from calculators.contract.answer import answer
from calculators.contract.charts.bars import Bar, bar_chart
from calculators.contract.charts.credit import credit_of
from calculators.contract.charts.frame import Heading
from calculators.contract.charts.line import Point, Series, line_chart
from calculators.contract.charts.sentences import bar_sentence, line_sentence
from calculators.contract.charts.tables import parts_chart
from data.knowledge import Figure, Knowledge
from data.records import nearest
from data.units import canonical, show, twelve

OF_FIGURES = {"kind", "title", "figures", "measures", "labels", "digits"}
OF_A_CALCULATOR = {"calculator", "table", "inputs"}
KINDS = ("bars", "parts", "differences", "line")
WHERE = "within the published rounding"
SEEN = 0.001  # of a number: a rounding narrower than this is neither seen nor worth a word


@dataclass(frozen=True)
class Asked:
    """A chart with the figures that it rests on, and its calculator's answer if it is one's."""

    chart: Mapping[str, Any]
    figures: list[Figure]
    answer: Mapping[str, Any] | None = None
    table: str = ""


def read_asked(source: str, known: Knowledge) -> Asked:
    """The chart that a fence asks for.

    Raises:
        tomllib.TOMLDecodeError, LookupError, ValueError: with what is wrong with the fence.
        InputProblems, Missing: the inputs for a calculator are wrong, or some are missing.
    """
    said = tomllib.loads(source)
    allowed = OF_A_CALCULATOR if "calculator" in said else OF_FIGURES
    if strange := sorted(set(said) - allowed):
        raise LookupError(f"There is no key “{strange[0]}” here.{nearest(strange[0], allowed)}")
    return _of_calculator(said, known) if "calculator" in said else _of_figures(said, known)


def figures_named(said: Mapping[str, Any], known: Knowledge) -> list[str]:
    """The ids of all figures that a fence names, in its list, by what they measure, or in its title."""
    measures = said.get("measures")
    measured = [figure.id for figure in known.figures.values() if figure.measures == measures] if measures else []
    in_title = [name for _, name, _, _ in Formatter().parse(said.get("title", "")) if name]
    return [*said.get("figures", []), *measured, *in_title]


def _of_calculator(said: Mapping[str, Any], known: Knowledge) -> Asked:
    asked, table = calculator(said["calculator"]), said.get("table", "")
    texts = {name: str(text) for name, text in said.get("inputs", {}).items()}
    given = answer(asked, texts, known)
    if table not in given["charts"]:
        raise LookupError(f"{asked.name} has no chart of a table “{table}”.{nearest(table, given['charts'])}")
    return Asked(given["charts"][table], [known.figures[name] for name in given["figures"]], given, table)


def _of_figures(said: Mapping[str, Any], known: Knowledge) -> Asked:
    named = figures_named({**said, "title": ""}, known)
    if unknown := [name for name in figures_named(said, known) if name not in known.figures]:
        raise LookupError(f"There is no figure “{unknown[0]}”.{nearest(unknown[0], known.figures)}")
    figures = [known.figures[name] for name in named]
    labels = said.get("labels", [figure.label for figure in figures])
    if said.get("kind") not in KINDS or not said.get("title") or not figures or len(labels) != len(figures):
        raise ValueError(f"Write kind ({', '.join(KINDS)}), title, figures, and as many labels as figures or none.")
    if len({figure.unit for figure in figures}) > 1 or any(figure.value is None for figure in figures):
        raise ValueError("Its figures are not single numbers in one unit. Choose others.")
    title = said["title"].format(**{name: known.figures[name].phrase for name in figures_named(said, known)})
    worked = said["kind"] == "parts" or any(figure.kind == "derived" for figure in figures)
    heading = Heading(title, "", figures[0].unit, credit_of(figures, known, worked=worked))
    return Asked(_drawn(said["kind"], figures, labels, heading, said.get("digits")), figures)


def _drawn(
    kind: str, figures: list[Figure], labels: list[str], heading: Heading, most: int | None = None
) -> dict[str, Any]:
    rows = list(zip(figures, labels, strict=True))
    if kind == "parts":
        parts = [(label, figure.number, _text(figure)) for figure, label in rows]
        return parts_chart(parts, max(figure.digits for figure in figures), heading)
    if kind == "line":
        points = [Point(figure.year, figure.as_of, figure.number, _text(figure), *_span(figure)) for figure in figures]
        series = [Series(labels[-1], sorted(points, key=lambda point: point.at))]
        sentence = line_sentence(series, [], heading, lambda point: f"in {point.place}", WHERE)
        return {**line_chart(series, [], heading), "sentence": sentence}
    return bars_of([bar_of(figure, label, most=most) for figure, label in rows], heading)


def bar_of(figure: Figure, label: str, role: Literal["part", "whole"] = "part", most: int | None = None) -> Bar:
    """A figure as a bar, with what its published rounding allows; `most` is the most decimals at its end."""
    span, band = _span(figure)
    return Bar(label, figure.number, _text(figure, most), span=span, band=band, role=role)


def bars_of(bars: list[Bar], heading: Heading) -> dict[str, Any]:
    """Bars as a chart with its sentence."""
    return {**bar_chart(bars, [], heading), "sentence": bar_sentence(bars, [], heading, WHERE)}


def _text(figure: Figure, most: int | None = None) -> str:
    return show(figure.number, figure.unit, figure.digits if most is None else min(most, figure.digits))


def _span(figure: Figure) -> tuple[tuple[float, float] | None, str]:
    """What the published rounding allows, in numbers and words, where that is enough to be seen."""
    low, high = (twelve(end) for end in figure.allowed)
    if figure.kind == "derived" or figure.bound or high - low <= SEEN * abs(figure.number):
        return None, ""
    digits = max(
        figure.digits, len(canonical((figure.rounded_to or 0) / 2).partition(".")[2])
    )  # ends lie half a step off
    low_text, high_text = (show(end, figure.unit, digits) for end in (low, high))
    return (low, high), f"{low_text} to {high_text}"
