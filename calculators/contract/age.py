"""Until when an answer is good: the first day on which one of its figures is due for review.

The same for any figures that something rests on: an answer, a chart, a row of many cases. Both sentences,
for before and for after that day, go with the answer, so that a page which is read later need only choose.
Left out on purpose: how far a figure may have moved since, which only a review can tell.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.dates import when
from data.figures import Figure


def good_until(figures: Iterable[Figure]) -> date | None:
    """The earliest day by which one of `figures` is to be looked at again; None without figures."""
    return min((figure.review_by for figure in figures), default=None)


def aged(figures: Iterable[Figure]) -> dict[str, Any]:
    """The same as an answer holds it: the day, and what to say until it has passed (`due`) and later (`overdue`)."""
    used = list({figure.id: figure for figure in figures}.values())
    day = good_until(used)
    if day is None:
        return {"good_until": None, "age": {"due": "", "overdue": ""}}
    good = f"Good until {when(day.isoformat())}"
    first, one = ("its figure", "its figure") if len(used) == 1 else ("the first of its figures", "one of its figures")
    words = {
        "due": f"{good}, when {first} is due for review.",
        "overdue": f"Was good until {when(day.isoformat())}: since then {one} has been due for review.",
    }
    return {"good_until": day.isoformat(), "age": words}


def age_on(day: date, given: Mapping[str, Any]) -> str:
    """What to say on `day` of something that is so aged; empty where it rests on no figure."""
    overdue = given["good_until"] is not None and given["good_until"] < day.isoformat()
    return str(given["age"]["overdue" if overdue else "due"])
