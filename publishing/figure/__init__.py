"""The permanent page of a figure, and the list of all: who says it, in which words, and what stands around it.

    ```figure
    convergence-market-2023
    ```

draws one page's text; ````all-figures```` draws the list, by subject, which `list.mjs` lets a reader filter. The
pages themselves are written by no hand: `pages()` holds one for each record, at figures/<id>.md, and the address
never changes, since an id does not.
"""

import json
from functools import cache
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import knowledge
from data.claims import Claim, read_claims
from data.knowledge import Figure
from data.records import nearest
from publishing.age import draw_age, draw_age_of_page, draw_mark
from publishing.card import report
from publishing.changes import PLACE as CHANGES
from publishing.changes import changes_of, removed_figures, what_changed
from publishing.charts import drawings
from publishing.citing import draw_catalog, draw_citing
from publishing.claims import VERDICTS
from publishing.drawing import template
from publishing.export.permission import may_publish, sources_of
from publishing.figure.editions import chart_of
from publishing.figure.gone import gone_page
from publishing.figure.subjects import by_subject
from publishing.markdown.page import page_of
from publishing.places import figure_place, way
from publishing.relations import beside, claims_of, edition_of, editions_of, relations
from publishing.uses import place_for
from publishing.words import KINDS, STANDING, allowance, says_so, spoken, standing_of, when, when_of, worked_out

TEMPLATE = template("figure", "figure.html")
LIST = template("figure", "list.html")
CLAIMS = "claims.md"
ALL = "figures.md"
DOWNLOADS = "downloads.md"
CORRECTIONS = "corrections.md"


def pages() -> dict[str, str]:
    """The Markdown of every figure's page, by place; a removed figure keeps one that says so."""
    gone = {figure_place(name): gone_page(name, changes_of(name)) for name in removed_figures()}
    return gone | {figure_place(figure.id): _page(figure) for figure in knowledge().figures.values()}


def _page(figure: Figure) -> str:
    source = knowledge().source_of(figure)
    number = figure.phrase if figure.value is not None else "A table"
    description = f"{number}: {figure.label}. Who says so ({source.publisher}), in which words, and how well it stands."
    boost = 0.2 if figure.kind == "derived" else 0.5  # in a search, pages that explain stand before single figures
    head = f"title: {json.dumps(_title(figure))}\ndescription: {json.dumps(description)}\nsearch:\n  boost: {boost}"
    return f"---\n{head}\n---\n\n# {figure.label}\n\n```figure\n{figure.id}\n```\n"


def _title(figure: Figure) -> str:
    """What the page is called: the figure's label, with its time where another figure's is the same."""
    alike = [each for each in knowledge().figures.values() if each.label == figure.label]
    return figure.label if len(alike) == 1 else f"{figure.label}, {when(figure.as_of)}"


def figure_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this.

    Raises:
        SuperFencesException: the fence names no figure.
    """
    name, known = source.strip(), knowledge()
    if name not in known.figures:
        way_out = f"Correct the id.{nearest(name, known.figures)}"
        raise SuperFencesException(f"In a figure fence: there is no figure “{name}”. {way_out}")
    return draw_figure(known.figures[name], page_of(md).place)


@cache
def all_claims() -> tuple[Claim, ...]:
    """Every claim of the registry, read once."""
    return tuple(read_claims(knowledge())[0].values())


def draw_figure(figure: Figure, place: str) -> Markup:
    """All that is known of one figure, for the page at `place`."""
    known = knowledge()
    editions = editions_of(figure, known)
    chart = chart_of(figure, editions, known)
    html = TEMPLATE.render(
        figure=figure, source=known.source_of(figure), via=known.sources.get(figure.via or ""),
        standing=standing_of(figure), says_so=says_so(figure), kind=KINDS[figure.kind], allowance=allowance(figure),
        worked_out=worked_out(figure), when=when, when_of=when_of, spoken=spoken(figure),
        rows_allowed=figure.value is None and may_publish("table", sources_of(figure, known)),
        edition_of=lambda each: edition_of(each, known),
        editions=editions, chart=chart, drawn=drawings(chart) if chart else None,
        beside=beside(figure, known), relations=relations(figure, known),
        claims=claims_of(figure, all_claims()), verdicts=VERDICTS,
        pages=place_for(figure.id, "pages"), calculators=place_for(figure.id, "calculators"),
        report=report(figure, place), way_to=lambda each: way(figure_place(each.id), place),
        claims_page=way(CLAIMS, place), all_figures=way(ALL, place), downloads=way(DOWNLOADS, place),
        record=f"../../api/figures/{figure.id}.json", draw_age=draw_age, draw_mark=draw_mark,
        changes=changes_of(figure.id), what_changed=what_changed, all_changes=way(CHANGES, place),
        corrections=way(CORRECTIONS, place), citing=draw_citing(figure),
    )  # fmt: skip
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def list_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the list of all figures; superfences calls this."""
    return draw_list(list(knowledge().figures.values()), page_of(md).place, draw_catalog())


def draw_list(figures: list[Figure], place: str, catalog: str = "") -> Markup:
    """Figures by subject, with the field that finds one; `catalog` describes them to machines."""
    tables = sum(each.value is None for each in figures)
    html = LIST.render(
        groups=by_subject(figures), numbers=len(figures) - tables, tables=tables, age=draw_age_of_page(figures),
        when_of=when_of, says_so=says_so, spoken=spoken, standing=STANDING, draw_mark=draw_mark,
        catalog=catalog, way_to=lambda each: way(figure_place(each.id), place),
    )  # fmt: skip
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))
