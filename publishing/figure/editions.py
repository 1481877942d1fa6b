"""The chart of all editions of one number: who said what about the same thing, and when."""

from typing import Any

from calculators.contract.charts.credit import credit_of
from calculators.contract.charts.frame import Heading
from data.knowledge import Figure, Knowledge
from publishing.charts.asked import bar_of, bars_of
from publishing.relations import edition_of

HERE = "this figure"


def chart_of(figure: Figure, editions: list[Figure], known: Knowledge) -> dict[str, Any] | None:
    """Bars of all editions, the figure's own set apart; None where there is only the one."""
    if len(editions) < 2:
        return None
    worked = any(each.kind == "derived" for each in editions)
    heading = Heading(title_of(editions), subject_of(editions), figure.unit, credit_of(editions, known, worked=worked))
    return bars_of([bar_of(each, _label(each, figure, known), _role(each, figure)) for each in editions], heading)


def title_of(editions: list[Figure]) -> str:
    """What the editions come to: one number, or from the lowest to the highest."""
    low, high = min(editions, key=lambda each: each.number), max(editions, key=lambda each: each.number)
    if low.number == high.number:
        return f"{len(editions)} editions, one number: {low.phrase}"
    return f"{len(editions)} editions, from {low.phrase} to {high.phrase}"


def subject_of(editions: list[Figure]) -> str:
    """What they all measure: the words with which all their labels begin, up to whose edition each is."""
    subjects = {each.label.partition(",")[0] for each in editions}
    return subjects.pop() if len(subjects) == 1 else ""


def _label(each: Figure, figure: Figure, known: Knowledge) -> str:
    return f"{edition_of(each, known)}{f' ({HERE})' if each is figure else ''}"


def _role(each: Figure, figure: Figure) -> Any:
    return "whole" if each is figure else "part"
