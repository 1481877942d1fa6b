"""A Markdown page taken apart as far as the checks need it: links, citations, fences and plain text.

Everything keeps its place: what is not looked at is blanked out, so that an offset in the blanked
text is an offset in the file.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.knowledge import Knowledge
from publishing.charts.asked import figures_named
from publishing.citations import CITATION

OURS = ("figure:", "illustrative:", "calculator:")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,})(?P<name>[^\n`]*)\n(?P<body>.*?)^(?P=mark)[ \t]*$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"(?P<mark>`+)[^`].*?(?P=mark)|<!--.*?-->", re.DOTALL)
LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<target>[^()\s]*)\)")
AMOUNT = re.compile(
    r"[-−]?(?:US\$|[$€£]|USD )\s?[0-9][0-9.,]*(?:\s?(?:k|thousand|m|million|bn|billion|tn|trillion)\b)?"
    r"|[-−]?[0-9][0-9.,]*\s?(?:%|percent\b|per cent\b|percentage points\b|(?:thousand|million|bn|billion|trillion)\b)"
)
UNCHECKED = re.compile(r"^amounts: *unchecked *$", re.MULTILINE)


@dataclass(frozen=True)
class Piece:
    """A stretch of the page: its text, the target of a link or the name of a fence, and where it stands."""

    text: str
    target: str
    start: int
    end: int


class Page:
    """One Markdown file."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.source = path.read_text("utf-8")
        front = FRONT.match(self.source)
        self.front = front[0].removeprefix("---\n").removesuffix("---\n") if front else ""
        self.unchecked = bool(UNCHECKED.search(self.front))
        fences = list(FENCE.finditer(self.source))
        self.fences = [
            Piece(fence["body"], fence["name"].strip(), fence.start("body"), fence.end("body")) for fence in fences
        ]
        self.prose = blank(blank(self.source, FENCE), CODE)
        self.links = [Piece(m["text"], m["target"], m.start(), m.end()) for m in LINK.finditer(self.prose)]
        self.citations = [Piece(m[0], m["id"], m.start(), m.end()) for m in CITATION.finditer(self.prose)]

    def place(self, offset: int) -> str:
        """`docs/growth.md:12:5`, lines and columns counted from 1."""
        before = self.source[:offset]
        return f"{self.name}:{before.count('\n') + 1}:{offset - before.rfind('\n')}"

    def amounts(self) -> Iterator[Piece]:
        """Amounts and percentages that no link of ours accounts for."""
        rest = list(self.prose)
        for link in self.links:
            start = link.start if link.target.startswith(OURS) else link.start + len(link.text) + 2
            rest[start : link.end] = [" " if each != "\n" else each for each in rest[start : link.end]]
        for match in AMOUNT.finditer("".join(rest)):
            text = match[0].rstrip(".,")
            yield Piece(text, "", match.start(), match.start() + len(text))

    def calculators(self) -> list[str]:
        """The calculators that stand on the page."""
        return [fence.text.split("\n")[0].strip() for fence in self.fences if fence.target == "calculator"]

    def in_heading(self, offset: int) -> bool:
        """Whether the place lies in a heading."""
        return self.prose[self.prose.rfind("\n", 0, offset) + 1 :].startswith("#")

    def figures_in_fences(self, known: Knowledge) -> Iterator[str]:
        """The ids that tables and charts ask for; a fence that is no TOML is told when it is drawn."""
        for fence in self.fences:
            if fence.target in ("figures", "chart"):
                try:
                    yield from figures_named(tomllib.loads(fence.text), known)
                except (tomllib.TOMLDecodeError, ValueError):
                    continue


def blank(text: str, pattern: re.Pattern[str]) -> str:
    """`text` with every match replaced by spaces, line ends kept."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
