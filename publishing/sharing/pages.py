"""What each page says of itself, read from its Markdown: title, heading, description, first sentence.

Left out: pages that no Markdown stands for, such as 404.html; they are shared by nobody.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from publishing import ROOT
from publishing.citations import CITATION
from publishing.places import address
from publishing.prose.scan import FRONT, LINK

HEADING = re.compile(r"^# (?P<text>.+)$", re.MULTILINE)
LEAD = re.compile(r"\s*\*\*(?P<text>[^*]+)\*\*[ \t]*$", re.MULTILINE)
HOME = "index.md"


@dataclass(frozen=True)
class Page:
    """One page: `lead` is the sentence in bold that answers its heading, empty where there is none."""

    place: str
    title: str
    heading: str
    description: str
    lead: str = ""
    robots: str = ""

    @property
    def address(self) -> str:
        """Where it stands below the site's root."""
        return address(self.place)

    @property
    def home(self) -> bool:
        """Whether it is the first page of all."""
        return self.place == HOME


def read_pages(generated: Mapping[str, str], description: str) -> dict[str, Page]:
    """All pages by place: the files below docs/ and those `generated`; one without description has the site's."""
    docs = ROOT / "docs"
    written = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in sorted(docs.rglob("*.md"))}
    return {place: read_page(place, text, description) for place, text in {**written, **generated}.items()}


def read_page(place: str, text: str, description: str) -> Page:
    """What one page of Markdown says of itself."""
    front = FRONT.match(text)
    said = (yaml.safe_load(front[0].strip().strip("-")) if front else None) or {}
    heading = HEADING.search(text)
    lead = LEAD.match(text, heading.end()) if heading else None
    called = plain(heading["text"]) if heading else str(said.get("title", address(place).rstrip("/")))
    return Page(
        place,
        title=str(said.get("title", called)),
        heading=called,
        description=str(said.get("description", description)).strip(),
        lead=plain(lead["text"]) if lead else "",
        robots=str(said.get("robots", "")),
    )


def plain(text: str) -> str:
    """A line of Markdown as it is read: links as their words, citations left out, apostrophes curved."""
    read = LINK.sub(lambda link: link["text"], re.sub(rf" ?{CITATION.pattern}", "", text))
    return " ".join(re.sub(r"[*`]", "", read).replace("'", "’").split())
