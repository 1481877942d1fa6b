"""The headings of a page: one at its top, no level skipped, none twice in one place, written as a sentence begins."""

import re
from collections.abc import Iterator

from publishing.prose.finding import Finding
from publishing.prose.pages import finding
from publishing.prose.scan import Page, Piece
from publishing.prose.wording import names

HEADING = re.compile(r"^(?P<level>#{1,6}) (?P<text>.+?)(?: \{#[\w-]+\})? *$", re.MULTILINE)
CAPITAL = re.compile(r"[A-Z][a-z]+(?![A-Za-z])")
NUMBER = re.compile(r"[0-9]+\. ")


def heading_findings(page: Page) -> Iterator[Finding]:
    """What is wrong with the headings of one page."""
    above, seen = dict[int, str](), set[tuple[str, ...]]()
    for match in HEADING.finditer(page.prose):
        piece, level = Piece(match["text"], "", match.start("text"), match.end("text")), len(match["level"])
        if wrong := _misplaced(level, max(above, default=0)):
            yield finding(page, piece, *wrong)
        above = {each: text for each, text in above.items() if each < level} | {level: piece.text}
        if (path := tuple(above.values())) in seen:
            yield finding(page, piece, "This heading stands twice in one place.", "Say what is below this one.")
        seen.add(path)
        yield from _written(page, piece)


def _misplaced(level: int, last: int) -> tuple[str, str] | None:
    """What is wrong with a heading of one level after one of another, and the way out; `last` is 0 at the top."""
    if last == 0 and level > 1:
        return "It stands before the heading of the page.", "Begin the page with # and its heading."
    if last and level == 1:
        return "A page has one heading of its own.", "Begin it with ##."
    if level > last + 1:
        return f"It skips from level {last} to {level}.", f"Begin it with {'#' * (last + 1)}."
    return None


def _written(page: Page, piece: Piece) -> Iterator[Finding]:
    """How the words of a heading are set."""
    if piece.text.endswith((".", ":", ",", ";")):
        problem = f"A heading does not end with “{piece.text[-1]}”."
        yield finding(page, piece, problem, "Leave it out.", piece.text[:-1])
    for word in NUMBER.sub("", piece.text).split()[1:]:
        found = CAPITAL.match(word)
        if found and found[0] not in names():
            way_out = f"Write {found[0].lower()}, or add the name to publishing/prose/wording.toml."
            yield finding(page, piece, f"“{found[0]}” has a capital within a heading.", way_out)
