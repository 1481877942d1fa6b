"""Addresses of sections that were once published: each still leads to something on its page.

`anchors.txt` lists them. `python -m publishing.prose.anchors` adds those of today, which is done at each release, so
that a section has any name until then. Left out: what fences draw, whose ids stand in their templates, and the page of
components, whose sections are specimens.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from data.records import Problem
from publishing import ROOT
from publishing.prose.finding import Finding
from publishing.prose.scan import LINK, Page

LIST = Path("publishing") / "prose" / "anchors.txt"
HEADING = re.compile(r"^##+ (?P<text>.+?)(?: \{#(?P<id>[\w-]+)\})? *$", re.MULTILINE)
SPECIMENS = "docs/components.md"
NAMED = re.compile(r"\{#([\w-]+)\}")
SIGNS = str.maketrans("", "", "`*")


def anchors(page: Page) -> list[str]:
    """What may stand behind the # of the page's address: its sections, and whatever else has been given a name."""
    found = [each["id"] or slugify(plain(each["text"]), "-") for each in HEADING.finditer(page.prose)]
    return list(dict.fromkeys([*found, *NAMED.findall(page.prose)]))


def plain(text: str) -> str:
    """The words of a heading, as its address is made from them."""
    return LINK.sub(r"\g<text>", text).translate(SIGNS)


def anchor_findings(pages: Iterable[Page], root: Path) -> Iterator[Finding]:
    """Addresses in the list that lead to a page no more, or to the place on it."""
    here = {page.name: anchors(page) for page in pages}
    for address in published(root):
        name, _, anchor = address.partition("#")
        if name not in here:
            problem, way_out = "There is no such page any more.", "Give it its name back: others may have linked to it."
        elif anchor not in here[name]:
            problem = "Others may have linked to this section, which has lost its name."
            way_out = f"Write {{#{anchor}}} behind the heading that took its place."
        else:
            continue
        yield Finding(Problem(name if name in here else LIST.as_posix(), address, problem, way_out, "anchor"))


def published(root: Path) -> list[str]:
    """The addresses in the list, each as `docs/growth.md#try-it`."""
    path = root / LIST
    return path.read_text("utf-8").split() if path.exists() else []


def add(root: Path) -> int:
    """Add the sections of today to the list; returns how many there are in all."""
    pages = [Page(path, path.relative_to(root).as_posix()) for path in sorted((root / "docs").rglob("*.md"))]
    today = [f"{page.name}#{anchor}" for page in pages if page.name != SPECIMENS for anchor in anchors(page)]
    every = sorted({*published(root), *today})
    (root / LIST).write_text("".join(f"{each}\n" for each in every), "utf-8", newline="\n")
    return len(every)


if __name__ == "__main__":
    print(f"{add(ROOT)} addresses of sections in {LIST.as_posix()}")
