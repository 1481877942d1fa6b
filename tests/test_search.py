"""What a search finds by: each page by the name that the menu gives it, and no decision before pages that explain."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from publishing import ROOT
from publishing.prose.scan import Page
from publishing.sharing.publication import settings

SMALL = {"a", "all", "every", "how", "in", "is", "it", "of", "this", "what", "who", "your", "home"}


def named(nav: list[Any]) -> Iterator[tuple[str, str]]:
    """Each page of the menu with the name that it has there, which may be none."""
    for item in nav:
        for name, place in item.items() if isinstance(item, dict) else [("", item)]:
            yield from named(place) if isinstance(place, list) else [(place, name)]


NAMES = dict(named(settings()["nav"]))
DECISIONS = sorted(place for place in NAMES if place.startswith("decisions/0"))
PAGES = sorted(place for place, name in NAMES.items() if name)


def head_and_heading(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter of a page, and its first heading."""
    page = Page(path, path.name)
    heading = re.search(r"^# (.*)$", page.prose, re.MULTILINE)
    return yaml.safe_load(page.front) or {}, heading[1] if heading else ""


def lacking(name: str, head: dict[str, Any], heading: str) -> list[str]:
    """The words of a name that a search would not find the page by."""
    found = {word.lower() for text in [heading, *head.get("tags", [])] for word in re.findall(r"\w+", text)}
    asked = [word.lower() for word in re.findall(r"\w+", name)]
    return [word for word in asked if word not in SMALL and not any(each.startswith(word) for each in found)]


@pytest.mark.parametrize("place", PAGES)
def test_a_page_is_found_by_the_name_that_the_menu_gives_it(place: str) -> None:
    head, heading = head_and_heading(ROOT / "docs" / place)
    if not head.get("search", {}).get("exclude"):
        assert lacking(NAMES[place], head, heading) == []


def test_a_name_that_stands_neither_in_heading_nor_tags_is_lacking() -> None:
    assert lacking("Growth", {}, "How fast does it grow?") == ["growth"]
    assert lacking("Growth", {"tags": ["growth"]}, "How fast does it grow?") == []


@pytest.mark.parametrize("place", DECISIONS)
def test_no_decision_is_in_the_index_of_the_search(place: str) -> None:
    head, _ = head_and_heading(ROOT / "docs" / place)
    assert head.get("search") == {"exclude": True}


def test_every_decision_is_in_the_list_that_a_search_finds() -> None:
    listed = (ROOT / "docs" / "decisions" / "index.md").read_text("utf-8")
    assert DECISIONS
    assert [place for place in DECISIONS if place.removeprefix("decisions/") not in listed] == []
