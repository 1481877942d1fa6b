"""Citations in the text, by number, and the reference list of a page, in one house style, through citeproc-py.

The style is house.csl in the Citation Style Language; each source is handed over as CSL-JSON. A
publication is cited by its publisher and date, since most of ours name no authors.
"""

import re
import warnings
from html import escape
from pathlib import Path
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, formatter
from citeproc.source.json import CiteProcJSON
from markupsafe import Markup

from calculators import knowledge
from data.knowledge import Source

CITATION = re.compile(r"\[@(?P<id>[a-z0-9-]+)(?:, (?:pp?\. )?(?P<locator>[^\]]+))?\]")
STYLE = Path(__file__).parent / "house.csl"


def csl_json(source: Source) -> dict[str, Any]:
    """The source as one item of CSL-JSON."""
    item: dict[str, Any] = {"id": source.id, "type": "report", "title": source.title, "publisher": source.publisher}
    if source.language != "en":
        item["language"] = source.language
    if source.short:
        item["title-short"] = source.short
    if source.authors:
        item["author"] = [{"literal": name} for name in source.authors]
    if source.published:
        item["issued"] = {"date-parts": [[int(part) for part in source.published.split("-")]]}
    if source.url:
        item["URL"] = source.url
    return item


class References:
    """The sources of one page: those cited in its text in the order of their first mention, then the others."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.numbered: list[str] = []

    def add(self, source: str) -> None:
        """Put a source on the page's list."""
        if source not in self.ids:
            self.ids.append(source)

    def number(self, source: str, locator: str | None = None) -> str:
        """What stands in the text for a source, before its words: "[1]", "[2, p. 4]"."""
        if source not in self.numbered:
            self.numbered.append(source)
        page = f", p. {locator}" if locator else ""
        return f"[{self.numbered.index(source) + 1}{page}]"

    def cite(self, source: str, locator: str | None = None) -> str:
        """The citation in words: "(Gartner, January 2024)"."""
        self.add(source)
        items = [CitationItem(source, locator=Locator("page", locator))] if locator else [CitationItem(source)]
        citation = Citation(items)
        listed = _bibliography([source], formatter.plain)
        listed.register(citation)
        return str(listed.cite(citation, lambda _: None))

    def draw(self) -> Markup:
        """The reference list as HTML."""
        listed = _bibliography(self.ids, formatter.html)
        for source in self.ids:
            listed.register(Citation([CitationItem(source)]))
        listed.sort()
        texts = {key: str(text) for key, text in zip(listed.keys, listed.bibliography(), strict=True)}
        ordered = [*self.numbered, *(key for key in texts if key not in self.numbered)]
        items = "".join(_entry(key, texts[key]) for key in ordered)
        return Markup(
            '<section class="references" aria-labelledby="references" data-search-exclude>'
            f'<h2 id="references">References</h2><ol>{items}</ol></section>'
        )


def _entry(source: str, text: str) -> str:
    url = knowledge().sources[source].url
    host = escape(re.sub(r"^https://(www\d?\.)?([^/]+).*$", r"\2", url)) if url else ""
    link = f' <a href="{escape(url)}" rel="noreferrer">{host}</a>' if url else ""
    return f'<li id="reference-{source}">{text}{link}</li>'


def _bibliography(sources: list[str], form: Any) -> Any:
    items = [csl_json(knowledge().sources[name]) for name in sources]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py remarks on variables it does not know
        style = CitationStylesStyle(str(STYLE), validate=False)
        return CitationStylesBibliography(style, CiteProcJSON(items), form)
