"""The key at the foot of a page: what the lines below its numbers and words mean, of those that the page has."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markupsafe import Markup

from publishing.drawing import template

TEMPLATE = template("key", "key.html")


def draw_key(root: Element) -> Markup:
    """The key to the marks in the text of a page; nothing where it has none."""
    marks = set(marks_in(root.iter()))
    return Markup(TEMPLATE.render(marks=marks).strip()) if marks else Markup("")


def marks_in(elements: Iterable[Element]) -> Iterable[str]:
    """The kinds of marks among the elements: figure, weaker, term, illustrative."""
    for element in elements:
        kind = element.get("class")
        if kind in ("figure", "term", "illustrative"):
            yield kind
        if kind == "figure" and element.get("data-standing"):
            yield "weaker"
