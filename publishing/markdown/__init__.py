"""Our one Python-Markdown extension: figure links, calculator links, citations and terms.

    [about $720 billion](figure:convergence-market-2023)   a button that opens the source card
    [40 million](illustrative:)                            a made-up amount, marked as such
    [try 9%](calculator:market-growth?rate=9%25)           opens a calculator with these inputs
    [@iot-analytics-2024, p. 4]                            a citation by number, with a reference list at the end
    the first use of a term of the glossary                a button that opens its definition

Any generator that runs Python-Markdown can use it. It draws; whether the words are right is checked
beforehand, with file, line and column, by `publishing.prose`.
"""

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from markupsafe import Markup

from calculators import knowledge
from publishing.age import draw_age_of_page, draw_mark
from publishing.card import draw_cards
from publishing.citations import CITATION, References
from publishing.citing import draw_page_citing
from publishing.frame import Frame
from publishing.glossary import draw_dialogs, glossary
from publishing.glossary.marking import mark_first_uses
from publishing.key import draw_key
from publishing.markdown.page import Page, page_of, way_to_calculator
from publishing.uses import OWN

AFTER_A_NUMBER = re.compile(r"(?<=[0-9%]) (?=[a-z])")
CLOSING = re.compile(rf"(?:[.,;:!?)\]”’]|{HTML_PLACEHOLDER_RE.pattern})+")
QUOTES = {"&rdquo;", "&rsquo;"}  # kept apart by `smarty`, with a placeholder in the text
LAST = -10  # after MkDocs has rewritten the links between pages


class Publication(Extension):
    """Registers all of it on one Markdown object."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.registerExtension(self)
        self.md = md
        md.inlinePatterns.register(Citation(rf"[ \n]?{CITATION.pattern}", md), "citation", 175)
        md.treeprocessors.register(Links(md), "publication-links", LAST)
        md.treeprocessors.register(Terms(md), "publication-terms", LAST - 1)
        md.treeprocessors.register(Holding(md), "publication-holding", LAST - 2)
        md.treeprocessors.register(Endings(md), "publication-endings", LAST - 3)
        md.treeprocessors.register(Frame(md), "publication-frame", LAST - 4)

    def reset(self) -> None:
        """Begin a new page."""
        self.md.__dict__.pop("publication_page", None)


class Citation(InlineProcessor):
    """`[@id, p. 4]` as a small number that leads to the page's reference list, close to the word before it."""

    def handleMatch(self, m: Any, data: str) -> tuple[Any, int, int]:  # type: ignore[override]  # the base class knows no positions
        """Leave a link that says what is cited; it gets its number once all stand in the order of reading."""
        link = ElementTree.Element("a", {"href": f"citation:{m['id']}", "data-locator": m["locator"] or ""})
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
                cite(link, rest, link.get("data-locator", ""), page.references)
            elif scheme == "illustrative":
                hold_together(link)
                become(link, "span", {"class": "illustrative", "title": "A made-up amount, to illustrate"})
            elif scheme == "calculator":
                hold_together(link)
                become(link, "a", {"class": "calculator-open", "href": way_to_calculator(rest, page.place)})


def cite(link: ElementTree.Element, source: str, locator: str, references: References) -> None:
    """Make a link a citation: its number to the eye, publisher and date to the ear and to whoever copies the text."""
    become(link, "a", {"class": "citation citation-number", "href": f"#reference-{source}"})
    link.text = references.number(source, locator)
    words = references.cite(source, locator)
    ElementTree.SubElement(link, "span", {"class": "citation-words"}).text = f" {words[1:-1]}"


def hold_together(link: ElementTree.Element) -> None:
    """Let no line end between a number and its unit; the button of a figure is one box and needs no such care."""
    link.text = AFTER_A_NUMBER.sub("\u00a0", link.text or "")


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


class Holding(Treeprocessor):
    """Keeps what follows a button close on its line: browsers break a line on both sides of any button."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            for button in [child for child in parent if child.tag == "button"]:
                mark = CLOSING.match(button.tail or "")
                if mark and self.closes(mark[0]):
                    hold(parent, button, mark[0])
                elif cited(parent, button):
                    hold(parent, button, "")

    def closes(self, mark: str) -> bool:
        """Whether all that was kept apart in it is a closing quotation mark."""
        kept = HTML_PLACEHOLDER_RE.finditer(mark)
        return all(self.md.htmlStash.rawHtmlBlocks[int(each[1])] in QUOTES for each in kept)


def cited(parent: ElementTree.Element, button: ElementTree.Element) -> bool:
    """Whether a citation's number follows the button without a space."""
    behind = parent[list(parent).index(button) + 1 :][:1]
    return not button.tail and bool(behind) and behind[0].get("class", "").endswith("citation-number")


def hold(parent: ElementTree.Element, button: ElementTree.Element, mark: str) -> None:
    """Put a button and the mark, or else the citation, behind it into one element that does not break between them."""
    at = list(parent).index(button)
    last = button if mark else parent[at + 1]
    held = ElementTree.Element("span", {"class": "held"})
    held.tail, last.tail = (last.tail or "")[len(mark) :], mark
    held.extend(parent[at : at + 1] if last is button else parent[at : at + 2])
    for moved in held:
        parent.remove(moved)
    parent.insert(at, held)


class Endings(Treeprocessor):
    """Adds the key, the reference list, the source cards, the definitions and how to cite the page at its end."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        page = page_of(self.md)
        references = page.references.draw() if page.references.ids else Markup()
        cards = draw_cards(page.figures, page.place)
        age = draw_age_of_page(knowledge().figures[figure] for figure in page.figures)
        html = (
            draw_key(root) + age + references + cards + draw_dialogs(page.terms, page.place) + self.citing(page.place)
        )
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
