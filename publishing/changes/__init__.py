"""What changed: every change of a figure or a method, told here, on the figures' pages and in the feed.

```changes
```

All of it comes from CHANGELOG.md; changes/page.py draws the fence.
"""

from functools import cache
from typing import Any

from calculators import knowledge
from calculators.contract.release import release
from publishing import ROOT
from publishing.changes.changelog import FILE, Changelog
from publishing.changes.entries import Change
from publishing.changes.page import METHOD, PLACE, RELEASE, draw
from publishing.changes.words import what_changed
from publishing.markdown.page import page_of
from publishing.places import way

__all__ = ["PLACE", "Change", "changes_of", "removed_figures", "what_changed"]


@cache
def changelog() -> Changelog:
    """This publication's own changelog."""
    return Changelog((ROOT / FILE).read_text("utf-8"))


def changes_of(figure: str) -> list[Change]:
    """What became of one figure, the newest first; `what_changed()` says each in words."""
    return [each for each in changelog().changes() if each.name == figure and each.about != "method"]


def removed_figures() -> list[str]:
    """The ids of figures that the changelog names and the data hold no more; each keeps a page that says so."""
    named = (each.name for each in changelog().changes() if each.about != "method")
    return [name for name in dict.fromkeys(named) if name not in knowledge().figures]


def way_to_changes(calculator: str, place: str) -> str:
    """From the page at `place` to what changed an answer: the newest entry on the method, or the release."""
    changed = any((each.name, each.about) == (calculator, "method") for each in changelog().changes())
    return f"{way(PLACE, place)}#{METHOD + calculator if changed else RELEASE + version()}"


def version() -> str:
    """The version of this release, without its hash."""
    return release().partition("+")[0]


def changes_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this."""
    return draw(changelog(), version(), page_of(md).place)
