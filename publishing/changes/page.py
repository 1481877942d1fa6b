"""The changelog as a page: each release with its corrections first, then what else became of figures and methods."""

import posixpath
from typing import Any

import markdown
from markupsafe import Markup

from publishing.changes.changelog import Changelog, Release
from publishing.changes.entries import Change
from publishing.changes.words import page_about, subject, what_changed
from publishing.drawing import template
from publishing.places import address, way
from publishing.words import when

PLACE = "changelog.md"
FEED = "feed.xml"
RELEASE, METHOD = "release-", "method-"
TEMPLATE = template("changes", "changes.html")


def prose_of(release: Release) -> str:
    """What a release says beside its entries, set as the pages are: curved quotation marks, dashes as written."""
    as_on_pages = {"smart_dashes": False, "smart_ellipses": False}
    return markdown.markdown(release.prose, extensions=["smarty"], extension_configs={"smarty": as_on_pages})


def draw(changes: Changelog, version: str, place: str = PLACE) -> Markup:
    """The releases as HTML; while `version` has no heading yet, its place is at the unreleased changes."""
    every = changes.changes()
    newest = {each.name: each for each in reversed(every) if each.about == "method"}
    anchors = {each.places[""]: f"{METHOD}{name}" for name, each in newest.items()}
    here = [] if version in {each.name for each in changes.releases} else [version]
    shown = [
        {
            "ids": [f"{RELEASE}{name}" for name in [each.name.lower(), *(here if each.unreleased else [])]],
            "title": title(each),
            "prose": Markup(prose_of(each)),
            "groups": [(*group, [_shown(change, place, anchors) for change in some]) for *group, some in groups(each)],
        }
        for each in changes.releases
    ]
    feed = posixpath.relpath(FEED, address(place) or ".")
    unchanged = not any(each.about != "method" and each.kind != "Added" for each in every)
    html = str(TEMPLATE.module.page(shown, feed, unchanged))  # type: ignore[attr-defined]  # a macro of the template
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def title(release: Release) -> str:
    """The release and its day: "0.2.0, 1 March 2027"; "Unreleased, since 10 January 2027"."""
    since = "since " if release.unreleased else ""
    return f"{release.name}, {since}{when(release.day.isoformat())}" if release.day else release.name


def groups(release: Release) -> list[tuple[str, str, list[Change]]]:
    """The entries of a release under their headings, the latest first; a heading without entries is left out."""
    newest = sorted(reversed(release.changes), key=lambda each: each.since, reverse=True)
    sorts = {
        ("Corrections", "corrections"): [each for each in newest if each.corrects],
        ("Figures", "figures"): [each for each in newest if not each.corrects and each.about != "method"],
        ("Methods", "methods"): [each for each in newest if not each.corrects and each.about == "method"],
    }
    return [(*heading, some) for heading, some in sorts.items() if some]


def _shown(change: Change, place: str, anchors: dict[str, str]) -> dict[str, Any]:
    """What the template shows of one entry."""
    about = page_about(change)
    return {
        "anchor": anchors.get(change.places[""]),
        "subject": subject(change),
        "way": way(about, place) if about else None,
        "what": what_changed(change),
        "why": change.why,
        "name": change.name,
        "since": change.since.isoformat(),
        "day": when(change.since.isoformat()),
    }
