"""The source card of a figure: who says it, in which words, how well it stands, and what else is said.

A card is an `<section popover>` at the end of the page; the numbers in the text are buttons that open
it, with the keyboard as well and without script. In print the cards are the page's numbered notes.
"""

import os
from urllib.parse import urlencode

from markupsafe import Markup

from calculators import knowledge
from data.knowledge import Figure
from publishing.age import draw_age, draw_mark
from publishing.citing.items import cited
from publishing.citing.text import text_of
from publishing.drawing import template
from publishing.places import address, figure_place, way
from publishing.relations import beside, edition_of, editions_of
from publishing.uses import place_for
from publishing.words import KINDS, allowance, says_so, spoken, standing_of, when, when_of, worked_out

TEMPLATE = template("card", "card.html")
METHOD = "method.md"
FORM = "report-an-error.yml"
HEAD = Markup('<h2 class="notes-head" data-search-exclude>Notes on the figures</h2>')
ARTICLE = "how-big-article"  # what was read of it is said in words already


def draw_cards(figures: list[str], place: str) -> Markup:
    """The cards of all figures on the page at `place`, numbered in this order; nothing where there are none."""
    cards = Markup().join(draw_card(name, place, number) for number, name in enumerate(figures, 1))
    return Markup('<section class="notes">{}{}</section>').format(HEAD, cards) if cards else cards


def draw_card(name: str, place: str, number: int = 1) -> Markup:
    """The card of the figure called `name`, for the page at `place`, where it is note `number`."""
    known = knowledge()
    figure = known.figures[name]
    return Markup(
        TEMPLATE.render(
            figure=figure,
            source=known.source_of(figure),
            says_so=says_so(figure),
            via=known.sources.get(figure.via or ""),
            when=when,
            when_of=when_of,
            spoken=spoken(figure),
            mark=draw_mark(figure),
            standing=standing_of(figure),
            kind=KINDS[figure.kind],
            allowance=allowance(figure),
            worked_out=worked_out(figure),
            age=draw_age(figure),
            report=report(figure, place),
            citation=text_of(cited(figure)),
            article=ARTICLE,
            number=number,
            editions=[each for each in editions_of(figure, known) if each is not figure],
            edition_of=lambda each: edition_of(each, known),
            beside=beside(figure, known),
            used=place_for(figure.id, "few"),
            way_to=lambda each: way(figure_place(each.id), place),
        )
    )


def report(figure: Figure, place: str) -> str:
    """Where a reader reports an error: the repository's form, filled in, else what the method page says."""
    repository, site = os.environ.get("REPOSITORY_URL"), os.environ.get("SITE_URL")
    if repository:
        known = {"page": f"{site}{address(place)}"} if site else {}
        return f"{repository}/issues/new?{urlencode({'template': FORM, 'figure': figure.id, **known})}"
    return f"{way(METHOD, place)}#if-something-is-wrong"
