"""Tables drawn from the data: chosen figures by a `figures` fence, all sources by a `sources` fence.

```figures
caption = "The market of 2023 and its parts"
figures = ["convergence-market-2023", "convergence-ot-2023"]
```
"""

import tomllib
from html import escape
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import knowledge
from data.knowledge import Figure, Source
from publishing.age import draw_mark
from publishing.drawing import lang
from publishing.markdown.page import Page, page_of
from publishing.words import STANDING, says_so, when, when_of

HEADS = ("Figure", "Number", "Describes", "Who says so", "Standing")


def figures_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw a table of figures; superfences calls this.

    Raises:
        SuperFencesException: the fence holds no TOML, or names an unknown figure.
    """
    try:
        asked = tomllib.loads(source)
        figures = [knowledge().figures[name] for name in asked["figures"]]
        return draw_figures(asked["caption"], figures, page_of(md))
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise SuperFencesException(
            f"In a figures fence: {error}. Write caption and figures, with ids of figures."
        ) from error


def draw_figures(caption: str, figures: list[Figure], page: Page, name: str = "") -> Markup:
    """One row a figure; its number opens its card. `name` tells it from another table that begins alike."""
    name = f"figures-{name or figures[0].id}"
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = "".join(_row(figure, page) for figure in figures)
    return Markup(
        f'<div class="figures" data-scrolls="{escape(caption)}" data-search-exclude><table class="figures-rows">'
        f'<caption id="{name}">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(figure: Figure, page: Page) -> str:
    cells = [
        f'<th scope="row">{escape(figure.label)}</th>',
        f'<td class="figures-number">{figure_number(figure, page)}</td>',
        f"<td>{when_of(figure)}</td>",
        f"<td>{escape(says_so(figure))}</td>",
        f"<td>{STANDING[figure.standing].partition(':')[0]}</td>",
    ]
    return f"<tr>{''.join(cells)}</tr>"


def figure_number(figure: Figure, page: Page) -> Markup:
    """The figure's number as a button that opens its card."""
    if figure.value is None:
        return Markup("a table")
    button = " ".join(f'{key}="{value}"' for key, value in page.figure_button(figure.id).items())
    return Markup(f"<button {button}>{figure.phrase}{draw_mark(figure)}</button>")


def sources_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the list of all sources; superfences calls this."""
    ordered = sorted(knowledge().sources.values(), key=lambda each: (each.publisher, each.published or ""))
    return draw_sources(ordered)


def draw_sources(sources: list[Source]) -> Markup:
    """Each source with all that is known of it."""
    return Markup(f'<dl class="sources">{"".join(_source(each) for each in sources)}</dl>')


def _source(source: Source) -> str:
    title = f"<cite{lang(source)}>{escape(source.title)}</cite>"
    if source.url:
        title = f'<a href="{escape(source.url)}" rel="noreferrer">{title}</a>'
    date = when(source.published) if source.published else "undated"
    facts = {
        "Authors": ", ".join(source.authors), "Kind": source.kind, "Sample": source.sample, "Place": source.place,
        "Method": source.method, "Interest": source.interest, "Rests on": source.cites, "License": source.licence,
        "Note": source.note,
    }  # fmt: skip
    lines = "".join(f"<dd><p><span>{name}</span> {escape(text)}</p></dd>" for name, text in facts.items() if text)
    # A search shows the paragraphs that hold what was asked for; without any it would show the whole list.
    return f'<dt id="source-{source.id}"><p>{escape(source.publisher)}, {date}. {title}</p></dt>{lines}'
