"""The parts that stand on the page of components, each drawn by its own template from what a fence names."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from markdown import Markdown
from markupsafe import Markup

from calculators import calculator, knowledge
from data.figures import Figure
from data.records import nearest
from publishing import form, proof, reference
from publishing.age import draw_age_of_page, draw_mark
from publishing.card import draw_card
from publishing.changes.changelog import Changelog
from publishing.changes.page import draw as draw_changes
from publishing.citing import draw_citing
from publishing.claims import checked_claims, draw_claims, draw_tally
from publishing.components.states import PARTS
from publishing.figure import draw_figure, draw_list
from publishing.figure.gone import gone_page
from publishing.glossary import draw_dialogs, glossary
from publishing.home import draw_band
from publishing.markdown.page import Page
from publishing.tables import draw_sources

PAST = date(2024, 1, 31)


def _calculator(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return form.draw(name, {key: str(text) for key, text in asked.get("inputs", {}).items()}, number, page)


def _known(kind: str, name: str, records: Any) -> Any:
    if name not in records:
        raise LookupError(f"There is no {kind} “{name}”.{nearest(name, records)}")
    return records[name]


def _numbered(name: str) -> Figure:
    figure: Figure = _known("figure", name, knowledge().figures)
    return figure


def _card(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_card(_numbered(name).id, page.place)


def _definition(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_dialogs([_known("term", name, glossary())], page.place)


def _overdue(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    figure = replace(_numbered(name), review_by=PAST)
    button = " ".join(f'{key}="{value}"' for key, value in page.figure_button(name).items())
    return Markup(f"<p><button {button}>{figure.phrase}{draw_mark(figure)}</button></p>")


def _band(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_band(name)


def _citing(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_citing(_numbered(name))


def _figure(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_figure(_numbered(name), page.place)


def _gone(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    """The page of a removed figure, its title as a heading of this page, its links as those of a page already drawn."""
    changes = [each for each in Changelog(asked["changes"]).changes() if each.name == name]
    text = gone_page(name, changes).partition("\n---\n\n")[2].replace("# ", "### ", 1)
    return Markup(re.sub(r'href="([^"]+)\.md"', r'href="\1/"', Markdown().convert(text)))


def _list(names: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_list([_numbered(name) for name in names.split(", ")], page.place)


def _sources(names: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_sources([_known("source", name, knowledge().sources) for name in names.split(", ")])


def _tally(state: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_tally()


def _reference(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return reference.draw([calculator(name)], page.place)


def _changes(text: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_changes(Changelog(text), "", page.place)


def _claim(verdict: str, asked: dict[str, Any], page: Page, number: int) -> str:
    found = [each for each in checked_claims() if each.verdict == verdict]
    if not found:
        raise LookupError(f"No claim has the verdict “{verdict}”.")
    return draw_claims(found[:1], page)


def _age(state: str, asked: dict[str, Any], page: Page, number: int) -> str:
    asked["state"] = state
    figures = knowledge().figures.values()
    return draw_age_of_page(replace(each, review_by=PAST) if state == "overdue" else each for each in figures)


def _proof(state: str, asked: dict[str, Any], page: Page, number: int) -> str:
    asked["state"] = state
    return proof.draw(page.place)


DRAWN: dict[str, Callable[[str, dict[str, Any], Page, int], str]] = {
    "calculator": _calculator, "card": _card, "definition": _definition, "overdue": _overdue, "band": _band,
    "citing": _citing, "figure": _figure, "reference": _reference, "claim": _claim, "age": _age, "proof": _proof,
    "gone": _gone, "changes": _changes, "list": _list, "sources": _sources, "tally": _tally,
}  # fmt: skip
assert DRAWN.keys() == PARTS.keys()
