"""Where pages lie: from a file below docs/ to its address, its title, and from one page to another."""

import posixpath
import re

from publishing import ROOT


def address(place: str) -> str:
    """The address below the site's root of the page at `place`: "growth/" for growth.md."""
    folder, name = posixpath.split(place.removesuffix(".md"))
    return posixpath.join(folder, "" if name == "index" else f"{name}/")


def way(target: str, place: str) -> str:
    """The relative link from the page at `place` to the page at `target`."""
    relative = posixpath.relpath(address(target) or ".", address(place) or ".")
    return "./" if relative == "." else f"{relative}/"


def figure_place(figure: str) -> str:
    """Where the permanent page of a figure lies, as if it were a file below docs/."""
    return f"figures/{figure}.md"


def title_of(place: str) -> str:
    """The title of the page at `place` below docs/, from its head."""
    head = re.search(r"^title: (.+)$", (ROOT / "docs" / place).read_text("utf-8"), re.MULTILINE)
    return head[1] if head else place
