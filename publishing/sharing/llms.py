"""llms.txt: the site in one text for a program that reads it for somebody, after llmstxt.org.

A heading, what the site is, how its numbers are to be quoted, then links in sections; what may be left out stands
under "Optional". Links are absolute where the site's address is known, else relative to the root. Left out: the
pages' whole text, which would tear the numbers from the cards that say how well they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from calculators import knowledge
from data.knowledge import Figure
from publishing.places import address, figure_place
from publishing.sharing.pages import Page
from publishing.sharing.publication import Publication
from publishing.words import STANDING, when, when_of

HOW_TO_QUOTE = (
    "Every number here has a page of its own that says who published it, in which words, what of it was really read, "
    "what else is said, and how well it stands. Quote a number with its publisher, the time it describes and its "
    "standing, and with the doubt where its page names one. A number worked out on this site is no publication of "
    "anybody’s: quote the calculator and its inputs with it."
)
HOW_TO_CITE = (
    "Text and data are licensed CC BY 4.0; credit “{name}” with the address of the page. Figures and quotations of "
    "third parties belong to their publishers and are not covered."
)
DATA = {
    "api/figures.json": "every figure with its source, quote and standing",
    "api/sources.json": "every source, in CSL-JSON",
    "api/claims.json": "every claim that was checked, with the verdict",
    "api/calculators.json": "every calculator with its inputs and outputs",
    "feed.xml": "what changed in figures and pages, as an Atom feed",
    "downloads/figures.csv": "every figure as a table",
    "downloads/figures.xlsx": "figures, sources, series and claims as a workbook",
    "downloads/figures.json": "every figure",
    "downloads/datapackage.json": "what the tables hold, as a data package",
    "downloads/sources.bib": "every source, in BibTeX",
}
OPTIONAL = "decisions/"


def llms_text(
    about: Publication, pages: Mapping[str, Page], groups: Sequence[tuple[str, Sequence[str]]], site: Path
) -> str:
    """The text, of the pages that may be listed and the data files that `site` really holds."""
    standings = "\n".join(f"- {words}" for words in STANDING.values())
    start = f"# {about.name}\n\n> {about.description}\n\n{HOW_TO_QUOTE}\n\nWhat the standings mean:\n\n{standings}\n"
    parts = [start, HOW_TO_CITE.format(name=about.name) + "\n"]
    optional: list[str] = []
    for name, places in groups:
        lines = [_page(about, pages[place]) for place in places if place in pages]
        if all(place.startswith(OPTIONAL) for place in places):
            optional.extend(lines)
        else:
            parts.append(section(name or "Pages", lines))
    parts.append(section("Data", list(_data(about, site))))
    parts.append(section("Figures", list(_figures(about, pages))))
    parts.append(section("Optional", optional))
    return "\n".join(part for part in parts if part)


def section(name: str, lines: Sequence[str]) -> str:
    """A section of links; nothing where there are none."""
    return f"## {name}\n\n" + "\n".join(lines) + "\n" if lines else ""


def link(about: Publication, words: str, target: str, says: str) -> str:
    """One line of a section."""
    words = words.replace("[", "(").replace("]", ")")
    return f"- [{words}]({about.absolute(target)}): {says}"


def _page(about: Publication, page: Page) -> str:
    return link(about, page.heading, page.address, page.description)


def _data(about: Publication, site: Path) -> Iterator[str]:
    for path, says in DATA.items():
        if (site / path).is_file():
            yield link(about, path, path, says)


def _figures(about: Publication, pages: Mapping[str, Page]) -> Iterator[str]:
    for figure in sorted(knowledge().figures.values(), key=lambda each: each.label.lower()):
        if figure_place(figure.id) in pages:
            yield link(about, figure.label, address(figure_place(figure.id)), _said(figure))


def _said(figure: Figure) -> str:
    """The number, what it describes, who says so and how it stands; a number that may not be passed on is left out."""
    source = knowledge().source_of(figure)
    shown = figure.value is not None and source.redistribute != "none"
    number = f"{figure.phrase}; " if shown else ""
    published = f", {when(source.published)}" if source.published else ""
    doubt = "; its page names a doubt" if figure.doubt else ""
    return f"{number}{figure.scope}, {when_of(figure)}; {source.publisher}{published}; {figure.standing}{doubt}"
