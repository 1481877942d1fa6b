"""Our one Python-Markdown extension: figure links, calculator links, citations and terms.

    [about $720 billion](figure:convergence-market-2023)   a button that opens the source card
    [40 million](illustrative:)                            a made-up amount, marked as such
    [try 9%](calculator:market-growth?rate=9%25)           opens a calculator with these inputs
    [@iot-analytics-2024, p. 4]                            a citation, with a reference list at the end
    the first use of a term of the glossary                a button that opens its definition

Any generator that runs Python-Markdown can use it. It draws; whether the words are right is checked
beforehand, with file, line and column, by `publishing.prose`.
"""

from html import unescape
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from calculators import knowledge
from publishing.age import draw_age_of_page, draw_mark
from publishing.card import draw_cards
from publishing.citations import CITATION, References
from publishing.citing import draw_page_citing
from publishing.frame import Frame
from publishing.glossary import draw_dialogs, glossary
from publishing.glossary.marking import mark_first_uses
from publishing.markdown.page import Page, page_of, way_to_calculator
from publishing.uses import OWN

LAST = -10  # after MkDocs has rewritten the links between pages


class Publication(Extension):
    """Registers all of it on one Markdown object."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.registerExtension(self)
        self.md = md
        md.inlinePatterns.register(Citation(CITATION.pattern, md), "citation", 175)
        md.treeprocessors.register(Links(md), "publication-links", LAST)
        md.treeprocessors.register(Terms(md), "publication-terms", LAST - 1)
        md.treeprocessors.register(Endings(md), "publication-endings", LAST - 2)
        md.treeprocessors.register(Frame(md), "publication-frame", LAST - 3)

    def reset(self) -> None:
        """Begin a new page."""
        self.md.__dict__.pop("publication_page", None)


class Citation(InlineProcessor):
    """`[@id, p. 4]` as a link to the page's reference list."""

    def handleMatch(self, m: Any, data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # the base class knows no positions
        """Draw one citation."""
        link = ElementTree.Element("a", {"href": f"citation:{m['id']}"})
        link.text = page_of(self.md).references.cite(m["id"], m["locator"])
        return link, m.start(0), m.end(0)


class Links(Treeprocessor):
    """Turns links of our own schemes into what they stand for."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        page = page_of(self.md)
        for link in list(root.iter("a")):
            scheme, _, rest = link.get("href", "").partition(":")
            if scheme == "figure":
                become(link, "button", page.figure_button(rest))
                link.append(ElementTree.fromstring(draw_mark(knowledge().figures[rest])))
            elif scheme == "citation":
                become(link, "a", {"class": "citation", "href": f"#reference-{rest}"})
            elif scheme == "illustrative":
                become(link, "span", {"class": "illustrative", "title": "A made-up amount, to illustrate"})
            elif scheme == "calculator":
                become(link, "a", {"class": "calculator-open", "href": way_to_calculator(rest, page.place)})


def become(element: ElementTree.Element, tag: str, attributes: dict[str, str]) -> None:
    """Give an element another tag and other attributes, keeping its content."""
    element.tag = tag
    element.attrib.clear()
    element.attrib.update(attributes)


class Terms(Treeprocessor):
    """Turns the first use of each term of the glossary into a button."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        page = page_of(self.md)
        page.terms = mark_first_uses(root, glossary().values(), page.place)


class Endings(Treeprocessor):
    """Adds the reference list, the source cards, the definitions and how to cite the page at its end."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        page = page_of(self.md)
        references = page.references.draw() if page.references.ids else Markup()
        cards = draw_cards(page.figures, page.place)
        age = draw_age_of_page(knowledge().figures[figure] for figure in page.figures)
        html = age + references + cards + draw_dialogs(page.terms, page.place) + self.citing(page.place)
        if html:
            ElementTree.SubElement(root, "p").text = self.md.htmlStash.store(str(html))

    def citing(self, place: str) -> Markup:
        """How to cite the page by its first heading; a figure's page says itself how to cite the figure."""
        heads = [each["name"] for each in getattr(self.md, "toc_tokens", []) if each["level"] == 1]
        return draw_page_citing(unescape(heads[0]), place) if heads and not place.startswith(OWN) else Markup()


def makeExtension(**options: Any) -> Publication:
    """Python-Markdown's way in."""
    return Publication(**options)


__all__ = ["Page", "Publication", "References", "makeExtension"]
