"""The words that readers see, wherever they are written: pages, records, calculators, templates and scripts.

One `Passages` is a file reduced to these words, each with its place. Straight quotation marks in the text of a page
are set as curved ones when it is drawn; elsewhere, in a page's head and fences too, words are shown as written.
Left out are code, comments, docstrings (but a calculator's own, which is shown), quotations, titles of publications,
ids and addresses.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from publishing.prose.scan import Page

GAP = "\0"
VERBATIM = "authors|bands|figures|from|inputs|licence|outputs|parts|path|problems|publisher|quote|short|title|url"
RECORD = re.compile(rf'^(?!(?:{VERBATIM})\b) *[a-z_]+ *= *"(?P<text>[^"\n]* [^"\n]*)"', re.MULTILINE)
HEAD = re.compile(r"^(?:title|description):(?P<text>.*)$", re.MULTILINE)
SHOWN = re.compile(r"^(?:title|caption|labels) *=(?P<text>.*)$", re.MULTILINE)
BESIDE = re.compile(r"\]\([^()\s]*\)|\[@[^\]]*\]|\{[#:][^}]*\}|<[^>\n]*>|\A---\n.*?\n---\n", re.DOTALL)
TEXT = r'"(?P<text>(?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"'
OTHER = r'"(?:[^"\\\n]|\\.)*"' + r"|'(?:[^'\\\n]|\\.)*'"
PYTHON = re.compile(rf'"""(?s:.*?)"""|#[^\n]*|r"[^"\n]*"|{TEXT}|{OTHER}')
CALCULATOR = re.compile(rf'\A"""(?P<head>(?s:.*?))"""|{PYTHON.pattern}')
SCRIPT = re.compile(rf"//[^\n]*|/\*(?s:.*?)\*/|{TEXT}|{OTHER}|`(?P<more>[^`\n]* [^`\n]*)`")
TEMPLATE = re.compile(
    r"\{[%#](?s:.*?)[%#]\}|\{\{(?s:.*?)\}\}|<(?:[^<>{]|\{\{.*?\}\}|\{%.*?%\})*>|(?P<text>[^<{]*\w[^<{]*)"
)
KINDS = {".toml": RECORD, ".py": PYTHON, ".mjs": SCRIPT, ".html": TEMPLATE}
PLACEHOLDER = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")
WHERE = ("data/*.toml", "calculators/*.toml", *(f"{top}/**/*.py" for top in ("data", "calculators", "publishing")),
         "publishing/**/*.mjs", "publishing/**/*.html")  # fmt: skip
OUR_OWN = ("README.md", "CONTRIBUTING.md", "SECURITY.md")


@dataclass(frozen=True)
class Passages:
    """The words of one file as (start, text); `as_written` where nothing sets their quotation marks."""

    path: Path
    name: str
    source: str
    pieces: tuple[tuple[int, str], ...]
    as_written: bool = True

    @cached_property
    def text(self) -> str:
        """All pieces, with a gap between each and the next."""
        return GAP.join(text for _, text in self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        """Where each piece begins in `text`."""
        return [0, *accumulate(len(text) + len(GAP) for _, text in self.pieces)]

    def offset(self, position: int) -> int:
        """The place in the file of a place in `text`."""
        index = bisect(self.starts, position) - 1
        return self.pieces[index][0] + position - self.starts[index]


def of_page(page: Page) -> Iterator[Passages]:
    """The text of a page, and what of its head and its fences is shown as written."""
    shown = [*_pieces(HEAD, page.front, len("---\n"))]
    for fence in page.fences:
        if fence.target in ("chart", "figures"):
            shown += _pieces(SHOWN, fence.text, fence.start)
    yield Passages(page.path, page.name, page.source, tuple(shown))
    yield Passages(page.path, page.name, page.source, tuple(between(page.prose, BESIDE)), as_written=False)


def elsewhere(root: Path) -> Iterator[Passages]:
    """The words that stand in records, calculators, templates and scripts, and in the files for contributors."""
    for path in sorted(path for place in WHERE for path in root.glob(place)):
        source = path.read_text("utf-8")
        kind = CALCULATOR if path.suffix == ".py" and path.parent == root / "calculators" else KINDS[path.suffix]
        pieces = tuple(_pieces(kind, source, 0))
        yield Passages(path, path.relative_to(root).as_posix(), source, pieces)
    for path in (root / name for name in OUR_OWN if (root / name).is_file()):
        yield from of_page(Page(path, path.name))


def between(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """What stands between the matches of `pattern`."""
    start = 0
    for match in pattern.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _pieces(pattern: re.Pattern[str], text: str, start: int) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(text):
        for group in pattern.groupindex:
            if match[group]:
                place = start + match.start(group)
                yield from ((place + within, text) for within, text in between(match[group], PLACEHOLDER))
