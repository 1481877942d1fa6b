"""The glossary: its terms, drawn as the dialogs that a page's buttons open and as the list on its own page.

A dialog is an `<section popover>` at the end of the page. It opens without script, by key, touch or pointer; the focus
goes to its button Close, which is the one thing in it that a browser without popovers, where all of them stand open,
does not show: anything else that takes the focus would carry the reader to the foot of the page there.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from markupsafe import Markup

from data.glossary import Term, read_glossary
from data.records import DataErrors
from publishing.drawing import template
from publishing.places import title_of, way

TEMPLATE = template("glossary", "glossary.html")
PLACE = "glossary.md"


@cache
def glossary() -> dict[str, Term]:
    """All terms by id.

    Raises:
        DataErrors: with every problem of the file.
    """
    terms, problems = read_glossary()
    if problems:
        raise DataErrors(problems)
    return terms


def draw_dialogs(terms: Iterable[Term], place: str) -> Markup:
    """The dialogs that the buttons of the page at `place` open."""
    return _lines(TEMPLATE.module.dialogs([_shown(term, place) for term in terms], way(PLACE, place)))  # type: ignore[attr-defined]  # a macro of the template


def draw_list(terms: Iterable[Term], place: str) -> Markup:
    """All terms by alphabet."""
    ordered = sorted(terms, key=lambda term: term.title.casefold())
    return _lines(TEMPLATE.module.glossary([_shown(term, place) for term in ordered]))  # type: ignore[attr-defined]  # a macro of the template


def _lines(html: str) -> Markup:
    """Without empty lines, which would end a block of HTML in Markdown."""
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _shown(term: Term, place: str) -> dict[str, Any]:
    """What the template shows of one term."""
    page, mark, anchor = (term.more or "").partition("#")
    return {
        "id": term.id,
        "title": term.title,
        "also": ", ".join(term.also),
        "definition": term.definition,
        "more": (title_of(page), way(page, place) + mark + anchor) if page else None,
    }
