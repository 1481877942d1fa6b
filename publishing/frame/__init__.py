"""The frame around the text, as far as it stands in the text itself: links to sections, and tables that may scroll.

A section's link is for the pointer: it is no part of the heading's name and no stop of Tab; the contents beside the
text hold the same links for all. A plain table of Markdown gets a region that scrolls, named after its heading; where
its corner is empty, its first column holds the heads of its rows.
What stands around the text is in publishing/theme/partials/, what moves there in the scripts of this folder.
"""

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

HEADINGS = {"h1", "h2", "h3", "h4"}


class Frame(Treeprocessor):
    """Changes both in the tree of a page, after the table of contents has set its links."""

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        for link in root.iter("a"):
            if link.get("class") == "headerlink":
                quiet(link)
        heading = ""
        for place, element in enumerate(list(root)):
            if element.tag in HEADINGS:
                heading = "".join(element.itertext())
            elif element.tag == "table":
                root[place] = region(element, heading)


def quiet(link: ElementTree.Element) -> None:
    """Leave a section's link to the pointer; its sign comes from the style."""
    link.text = ""
    link.attrib |= {"aria-hidden": "true", "tabindex": "-1", "title": "Link to this section"}


def region(table: ElementTree.Element, heading: str) -> ElementTree.Element:
    """The table in a region that scrolls where the table is too wide."""
    table.set("class", "plain-rows")
    head_rows(table)
    around = ElementTree.Element("div", {"class": "plain-table", "data-scrolls": heading or "Table"})
    around.append(table)
    around.tail, table.tail = table.tail, None
    return around


def head_rows(table: ElementTree.Element) -> None:
    """Where the corner is empty, make it a cell, since it heads nothing, and what stands below it heads of rows."""
    corner = table.find("thead/tr/th")
    if corner is None or "".join(corner.itertext()).strip():
        return
    corner.tag = "td"
    for first in table.findall("tbody/tr/td[1]"):
        first.tag = "th"
        first.set("scope", "row")
