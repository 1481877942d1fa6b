"""How old a figure is: whether the day by which it was to be looked at again has passed.

That day stands in the page, in `data-review-by`, with the words for both sides of it; `age.mjs` shows those
that are true on the day of reading, so that a site which nobody rebuilds still warns. What is overdue at the
build is marked in the HTML itself, for readers without script; with AS_OF both count from the day it names.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from calculators.contract.age import good_until
from data.dates import today, when
from data.figures import Figure
from publishing.drawing import template

MACROS: Any = template("age", "age.html").module


def draw_age(figure: Figure) -> Markup:
    """Until when the figure is good, in a sentence, for its card or wherever else it is told of."""
    day = when(figure.review_by.isoformat())
    due, overdue = f"To be reviewed by {day}.", f"Overdue (†): it should have been looked at again by {day}."
    return _said(figure.review_by.isoformat(), due, overdue)


def draw_mark(*figures: Figure) -> Markup:
    """The small sign, with its words for the ear, behind a number of which a figure is overdue; hidden until then."""
    first = good_until(figures)
    return Markup(MACROS.mark(first.isoformat(), first < today())) if first else Markup("")


def draw_age_of_answer(given: Mapping[str, Any]) -> Markup:
    """The same of an answer; empty where it rests on no figure."""
    return _said(given["good_until"] or "", given["age"]["due"], given["age"]["overdue"])


def draw_age_of_page(figures: Iterable[Figure]) -> Markup:
    """The line below a page that says until when all its numbers are good, and later what the sign means."""
    first = good_until(figures)
    if first is None:
        return Markup("")
    day = when(first.isoformat())
    due = f"The numbers on this page are good until {day}, when the first of them is due for review."
    overdue = (
        f"The numbers on this page were good until {day}. "
        "Those marked † have been due for review since then or later; the card or the page of each names the day."
    )
    return Markup('<p class="age-page" data-search-exclude>{}</p>').format(_said(first.isoformat(), due, overdue))


def _said(day: str, due: str, overdue: str) -> Markup:
    return Markup(MACROS.said(day, due, overdue, bool(day) and day < today().isoformat()))
