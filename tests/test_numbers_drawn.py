"""Numbers are set in one way wherever the site shows them, written by hand or put together from parts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from publishing.prose.wording import rules

GAP = "\0"
HELD = (
    "percent", "hyphen-range", "dash-range", "half-percent-range", "half-money-range",
    "minus", "date", "year", "currency", "dollars", "scale",
)  # fmt: skip
INLINE = {"a", "abbr", "b", "button", "em", "i", "output", "q", "span", "strong", "sub", "sup"}
# Words of others, code, formulas, and what a reader typed or may type.
NOT_OURS = {"blockquote", "cite", "code", "math", "option", "pre", "q", "script", "style", "textarea"}
TYPED = "examples-typed"
NAMES = ("alt", "aria-label", "title")


def words(element: HtmlElement) -> Iterator[str]:
    """What a reader is shown or told of an element, with a gap wherever a sentence cannot go on."""
    kept = (
        isinstance(element.tag, str) and element.tag not in NOT_OURS and TYPED not in element.get("class", "").split()
    )
    inline = isinstance(element.tag, str) and element.tag in INLINE
    if kept:
        yield from (f"{GAP}{element.get(name)}{GAP}" for name in NAMES if element.get(name))
        yield "" if inline else GAP
        yield element.text or ""
        for child in element:
            yield from words(child)
    yield "" if kept and inline else GAP
    yield element.tail or ""


def said_of(page: str) -> str:
    return re.sub(r"[^\S\0]+", " ", "".join(words(html.fromstring(page))))


def oddities(said: str) -> list[str]:
    """Every number that is set in another way, with some words around it."""
    found = ((name, match) for name in HELD for match in rules()[name].pattern.finditer(said))
    return [f"{name}: {said[max(0, match.start() - 30) : match.end() + 10]!r}" for name, match in found]


@pytest.mark.slow
def test_every_number_of_the_site_is_set_in_one_way(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): said_of(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert len(pages) > 100 and all(re.search(r"\d%", pages[f"{name}/index.html"]) for name in ("growth", "claims"))
    assert {page: found for page, said in pages.items() if (found := oddities(said))} == {}


@pytest.mark.slow
def test_every_number_of_the_overview_for_language_models_is_set_in_one_way(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    assert oddities(re.sub(r"\([^()\s]*\)", GAP, text)) == []


@pytest.mark.parametrize(
    ("shown", "rule"),
    [
        ("<p><output>20.0</output> <span>%</span></p>", "percent"),
        ("<p><output>20.0</output>\n<span>% a year</span></p>", "percent"),
        ("<p>20.0\u00a0%</p>", "percent"),
        ("<figcaption>It may be 8.45 to 8.55% a year.</figcaption>", "half-percent-range"),
        ("<p>From <b>$4,650</b> to 4,750 billion.</p>", "half-money-range"),
        ("<svg><text>-4</text></svg>", "minus"),
        ('<button aria-label="Until January 17, 2024">Copy</button>', "date"),
        ("<td>8–9</td>", "dash-range"),
        ("<p>It cost US$5 bn.</p>", "currency"),
        ("<p>It cost $5 bn.</p>", "scale"),
    ],
)
def test_a_number_set_in_another_way_is_told(shown: str, rule: str) -> None:
    assert rule in [found.partition(":")[0] for found in oddities(said_of(f"<html><body>{shown}</body></html>"))]


@pytest.mark.parametrize(
    "shown",
    [
        "<p><output>20.0</output><span>%</span></p>",
        "<p><output>1,274.5</output><span> USD billion</span></p>",
        "<tr><td>8</td><td>%</td></tr>",
        "<p>They said <q>5 %</q>, in <cite>2023-2024, 5 %</cite> and <code>-4</code>.</p>",
        "<p>From 8.45% to 8.55% a year, $715 billion to $725 billion.</p>",
    ],
)
def test_numbers_as_they_are_to_be_and_words_of_others_are_let_be(shown: str) -> None:
    assert oddities(said_of(f"<html><body>{shown}</body></html>")) == []
