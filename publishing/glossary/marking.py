"""Marks the first use of each term in the text of a page, as a button that opens its definition.

Text is what stands in paragraphs, lists and quotations. Headings, links, buttons, code, tables and whatever a fence
has drawn are left as they are; so are the glossary itself and, for each term, the page that explains it.
"""

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from data.glossary import Term, exact
from publishing.glossary import PLACE

TEXT = {"div", "p", "ul", "ol", "li", "dl", "dd", "blockquote", "em", "strong"}


class Forms:
    """Every form of the terms, found as whole words, the longest first."""

    def __init__(self, terms: Collection[Term]) -> None:
        self.terms = {form: term for term in terms for form in term.forms}
        self.terms.update({f"{form}s": term for form, term in self.terms.items() if not exact(form)})
        longest_first = sorted((form for term in terms for form in term.forms), key=len, reverse=True)
        self.pattern = re.compile(rf"(?<![\w/-])(?:{'|'.join(map(_pattern, longest_first))})(?![\w/-])")

    def uses(self, text: str) -> Iterator[tuple[Term, int, int]]:
        """Each use of a term, and where it begins and ends."""
        for match in self.pattern.finditer(text) if self.terms else ():
            said = " ".join(match[0].split())
            yield self.terms.get(said) or self.terms[said.lower()], match.start(), match.end()


def _pattern(form: str) -> str:
    words = r"\s+".join(map(re.escape, form.split(" ")))
    return words if exact(form) else f"(?i:{words}s?)"


def unexplained(terms: Collection[Term], place: str) -> list[Term]:
    """The terms that the page at `place` does not explain itself."""
    return [term for term in terms if place not in (PLACE, (term.more or "").partition("#")[0])]


def mark_first_uses(root: Element, terms: Collection[Term], place: str) -> list[Term]:
    """Change the tree of the page at `place`; returns the terms that it uses, in their order."""
    marking = _Marking(Forms(terms), unexplained(terms, place))
    marking.walk(root)
    return marking.marked


class _Marking:
    """One walk through a page, in the order of reading."""

    def __init__(self, forms: Forms, wanted: list[Term]) -> None:
        self.forms, self.wanted = forms, wanted
        self.marked: list[Term] = []

    def walk(self, element: Element) -> None:
        """Mark within an element of the text, then in what follows each of its children."""
        children = list(element)
        element.text = self.split(element, 0, element.text)
        for child in children:
            if child.tag in TEXT:
                self.walk(child)
            child.tail = self.split(element, list(element).index(child) + 1, child.tail)

    def split(self, parent: Element, at: int, text: str | None) -> str | None:
        """Put buttons into `parent` for the first uses in a stretch of text; returns what stands before them."""
        buttons: list[Element] = []
        begin, before = 0, text
        for term, start, end in self.forms.uses(text or ""):
            if text is None or term not in self.wanted or term in self.marked:
                continue
            self.marked.append(term)
            if buttons:
                buttons[-1].tail = text[begin:start]
            else:
                before = text[:start]
            buttons.append(_button(term, text[start:end]))
            begin = end
            buttons[-1].tail = text[end:]
        parent[at:at] = buttons
        return before


def _button(term: Term, said: str) -> Element:
    opens = {"type": "button", "class": "term", "popovertarget": f"term-{term.id}", "aria-haspopup": "dialog"}
    button = Element("button", opens)
    button.text = said
    return button
