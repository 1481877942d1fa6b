"""The source card of a figure: who says it, in which words, how well it stands, what its rounding allows.

A card is an `<aside popover>` at the end of the page; the numbers in the text are buttons that open
it, with the keyboard as well and without script.
"""

import os
import re

from markupsafe import Markup

from calculators import knowledge
from data.knowledge import Figure
from data.units import show
from publishing.drawing import template
from publishing.places import way
from publishing.words import KINDS, STANDING, allowance, when

TEMPLATE = template("card", "card.html")
METHOD = "method.md"
ARTICLE = "how-big-article"  # what was read of it is said in words already


def draw_card(name: str, place: str) -> Markup:
    """The card of the figure called `name`, for the page at `place`."""
    known = knowledge()
    figure = known.figures[name]
    return Markup(
        TEMPLATE.render(
            figure=figure,
            source=known.source_of(figure),
            via=known.sources.get(figure.via or ""),
            when=when,
            standing=STANDING[figure.standing],
            kind=KINDS[figure.kind],
            allowance=allowance(figure),
            worked_out=worked_out(figure),
            report=report(figure, place),
            article=ARTICLE,
        )
    )


def worked_out(figure: Figure) -> str:
    """The arithmetic behind a derived figure, with the numbers it takes: "720 / 5,140 × 100"."""

    def number(match: re.Match[str]) -> str:
        other = knowledge().figures[match[1]]
        return show(other.number, other.unit, other.digits)

    return re.sub(r"\{([a-z0-9-]+)\}", number, figure.from_ or "").replace("*", "×").replace(" - ", " − ")


def report(figure: Figure, place: str) -> str:
    """Where a reader reports an error: the repository's form where it is known, else what the method page says."""
    repository = os.environ.get("REPOSITORY_URL")
    if repository:
        return f"{repository}/issues/new?template=report-an-error.yml&figure={figure.id}"
    return f"{way(METHOD, place)}#if-something-is-wrong"
