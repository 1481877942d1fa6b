"""The page of components: any part of the pages in any of its states, drawn by the part's own template.

    ```component
    calculator = "market-growth"
    state      = "wrong"
    field      = "rate"
    ```

One key says which part: `calculator`, `reference`, `card`, `definition`, `overdue`, `band`, `citing` and `figure` hold
an id, `claim` a verdict, `age` and `proof` a state, `changes` a changelog to draw. What a fence draws anyway stands
on the page by that fence. What a script would have done to the part by then is done to its markup in
`publishing.components.states`. Left out: the theme's own parts, such as the search.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import calculator, knowledge
from data.records import nearest
from publishing import form, proof, reference
from publishing.age import draw_age_of_page, draw_mark
from publishing.card import draw_card
from publishing.changes.changelog import Changelog
from publishing.changes.page import draw as draw_changes
from publishing.citing import draw_citing
from publishing.claims import checked_claims, draw_claims
from publishing.components.states import PARTS, in_state
from publishing.figure import draw_figure
from publishing.glossary import draw_dialogs, glossary
from publishing.home import draw_band
from publishing.markdown.page import Page, page_of

PAST = date(2024, 1, 31)
LANDMARK = re.compile(r"<section(?=\s)(?![^>]*\srole=)")  # several of one name are no use as landmarks
SPECIMEN = Markup('<div class="component component-{}">{}</div>')


def component_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one part in one state; superfences calls this.

    Raises:
        SuperFencesException: the fence names a part, a state or a record that there is not.
    """
    try:
        return draw(tomllib.loads(source), page_of(md), _number_on_page(md))
    except (tomllib.TOMLDecodeError, LookupError, ValueError) as error:
        raise SuperFencesException(f"In a component fence: {error.args[0]}") from error


def draw(asked: dict[str, Any], page: Page, number: int) -> Markup:
    """The part that is asked for; `number` tells the specimens of a page apart, by their ids."""
    part = next((name for name in DRAWN if name in asked), None)
    if part is None:
        raise LookupError(f"It names no part. Write one of {', '.join(DRAWN)}.")
    html = DRAWN[part](asked[part], asked, page, number)
    own = "" if part == "calculator" else f"specimen-{number}-"  # a calculator's script knows it by its id
    drawn = in_state(html, part, asked.get("state", PARTS[part][0]), own, asked.get("field", ""))
    drawn = LANDMARK.sub('<section role="group"', drawn)
    return SPECIMEN.format(part, Markup("\n".join(line for line in drawn.splitlines() if line.strip())))


def _number_on_page(md: Any) -> int:
    md.__dict__["components_on_page"] = md.__dict__.get("components_on_page", 0) + 1
    return int(md.__dict__["components_on_page"])


def _calculator(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    start = {key: str(text) for key, text in asked.get("inputs", {}).items()}
    return form.draw(name, start, number, page)


def _known(kind: str, name: str, records: Any) -> Any:
    if name not in records:
        raise LookupError(f"There is no {kind} “{name}”.{nearest(name, records)}")
    return records[name]


def _card(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_card(_known("figure", name, knowledge().figures).id, page.place)


def _definition(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_dialogs([_known("term", name, glossary())], page.place)


def _overdue(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    figure = replace(_known("figure", name, knowledge().figures), review_by=PAST)
    button = " ".join(f'{key}="{value}"' for key, value in page.figure_button(name).items())
    return Markup(f"<p><button {button}>{figure.phrase}{draw_mark(figure)}</button></p>")


def _band(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_band(name)


def _citing(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_citing(_known("figure", name, knowledge().figures))


def _figure(name: str, asked: dict[str, Any], page: Page, number: int) -> str:
    return draw_figure(_known("figure", name, knowledge().figures), page.place)


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
    "changes": _changes,
}  # fmt: skip
assert DRAWN.keys() == PARTS.keys()
