"""What one page gathers while it is drawn, and its way to other pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from calculators import knowledge
from data.glossary import Term
from publishing import ROOT
from publishing.citations import References
from publishing.places import way

OWN_PAGES = "calculators"
FENCE = re.compile(r"^```calculator\n([a-z0-9-]+)", re.MULTILINE)


@dataclass
class Page:
    """The page being drawn: where it lies below docs/, its cards, its terms and its references."""

    place: str
    figures: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    references: References = field(default_factory=References)

    def figure_button(self, figure: str) -> dict[str, str]:
        """The attributes of a button that opens the figure's card, which the page then carries."""
        number = str(self.note(figure))
        opens = {"popovertarget": f"card-{figure}", "aria-haspopup": "dialog", "data-note": number}
        standing = knowledge().figures[figure].standing
        weaker = {} if standing == "confirmed" else {"data-standing": standing}
        return {"type": "button", "class": "figure", **opens, **weaker}

    def note(self, figure: str) -> int:
        """The number of the figure's card on this page, which becomes a numbered note in print."""
        if figure not in self.figures:
            self.figures.append(figure)
            self.references.add(knowledge().figures[figure].source)
        return self.figures.index(figure) + 1


def page_of(md: Any) -> Page:
    """The page that this Markdown object draws."""
    if "publication_page" not in md.__dict__:
        md.publication_page = Page(current_place(md))
    page: Page = md.publication_page
    return page


def current_place(md: Any) -> str:
    """The page's path below docs/, as MkDocs, ProperDocs or Zensical knows it; "index.md" elsewhere."""
    if "relpath" in md.treeprocessors:
        return str(md.treeprocessors["relpath"].file.src_uri)
    pages = (getattr(each, "page", None) for each in md.preprocessors)
    return next((str(page.path) for page in pages if page is not None), "index.md")


def way_to_calculator(link: str, place: str) -> str:
    """The relative link that opens a calculator, where it lies, with the inputs of `link`."""
    name = link.partition("?")[0]
    return f"{way(calculator_pages()[name], place)}#{link}"


@cache
def calculator_pages() -> dict[str, str]:
    """The page that each calculator's links lead to."""
    docs = ROOT / "docs"
    return holders({path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")})


def holders(pages: Mapping[str, str]) -> dict[str, str]:
    """The page that holds each calculator, of Markdown by place: its own, else the first by path with its fence."""
    found: dict[str, str] = {}
    for place in sorted(pages):
        for name in FENCE.findall(pages[place]):
            if name not in found or place == f"{OWN_PAGES}/{name}.md":
                found[name] = place
    return found
