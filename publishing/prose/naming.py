"""What names a page, a picture or a link to those who see only that: title, description, text in place of a picture."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from data.records import Problem
from publishing.prose.finding import Finding
from publishing.prose.pages import finding
from publishing.prose.scan import Page, Piece

LONGEST = 160
LEFT_OUT = "docs/decisions/"
PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^()\s]*\)")
TAG = re.compile(r"<img\b(?![^>]*\balt=)[^>]*>", re.IGNORECASE)
SAYS_PICTURE = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|screenshot|graphic|chart|diagram)(?: of\b|\W*$)", re.IGNORECASE
)
SAYS_NOTHING = {"here", "this", "this page", "link", "more", "read more", "learn more", "details", "see more"}
OURS = ("figure:", "illustrative:", "calculator:")


def naming_findings(page: Page) -> Iterator[Finding]:
    """What is wrong with the names on one page."""
    yield from _head(page)
    for match in PICTURE.finditer(page.prose):
        piece = Piece(match["alt"] or match[0], "", match.start(), match.end())
        if not match["alt"].strip():
            yield finding(
                page, piece, "The picture has no text in its place.", "Write what it shows into the brackets."
            )
        elif SAYS_PICTURE.match(match["alt"]):
            yield finding(page, piece, "A screen reader says that it is a picture.", "Begin with what it shows.")
    for match in TAG.finditer(page.prose):
        piece = Piece(match[0], "", match.start(), match.end())
        yield finding(page, piece, "The picture has no text in its place.", 'Write ![what it shows](file), or alt="…".')
    leads: dict[str, str] = {}
    for link in page.links:
        text, target = " ".join(link.text.split()).lower(), link.target
        if target.startswith(OURS):
            continue
        if text.rstrip(".") in SAYS_NOTHING or "://" in text:
            yield finding(page, link, "The link does not say where it leads.", "Name what is there.")
        elif leads.setdefault(text, target) != target:
            problem = f"The same words lead to {leads[text]} as well."
            yield finding(page, link, problem, "Give each place words of its own.")


def _head(page: Page) -> Iterator[Finding]:
    """A page has a title and a description, which lists of results show."""
    try:
        said = yaml.safe_load(page.front) or {}
    except yaml.YAMLError:
        return  # told where the front matter is read
    if page.name.startswith(LEFT_OUT) or not isinstance(said, dict):
        return
    for key in ("title", "description"):
        if not str(said.get(key) or "").strip():
            yield _at_top(page, key, "The page has none.", f"Write {key}: between lines of --- at its top.")
    text = str(said.get("description") or "")
    if len(text) > LONGEST:
        problem = f"It has {len(text)} characters, and lists of results show {LONGEST}."
        yield _at_top(page, "description", problem, "Say it in fewer words.")


def _at_top(page: Page, key: str, *said: Any) -> Finding:
    return Finding(Problem(f"{page.name}:1:1", key, *said))
