"""The changes as an Atom feed (RFC 4287), feed.xml at the site's root: one entry a change, and one a release.

Ids are made from what an entry says, so that they stay when it moves into a release or the site to another
address; times are the days written in the changelog, never the clock. Every entry holds its whole text, for
without the site's address (SITE_URL) there is nothing to link to: a feed is read away from the site, where a
relative link leads nowhere.
"""

import os
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from publishing.changes.changelog import FILE, Changelog, Release
from publishing.changes.entries import Change
from publishing.changes.page import FEED, PLACE, RELEASE, prose_of
from publishing.changes.page import title as title_of
from publishing.changes.words import page_about, subject, what_changed
from publishing.places import address

ATOM = "http://www.w3.org/2005/Atom"
IDS = uuid.UUID("1aa10d3d-a05b-41f5-93e2-a463a1a15e23")
TITLE = "IT/OT convergence: what changed"
AUTHOR = "The contributors"
ONLY_FIGURES = "Figures alone changed; each has an entry of its own."
RIGHTS = "Text and data CC BY 4.0, third parties’ figures excepted"


def write_feed(folder: Path, changes: Changelog) -> None:
    """Write feed.xml below `folder`."""
    (folder / FEED).write_bytes(feed(changes, os.environ.get("SITE_URL", "")))


def feed(changes: Changelog, site: str) -> bytes:
    """The feed as XML; `site` is the site's address, empty where it is not known.

    Raises:
        ValueError: the changelog names no day.
    """
    site = site.rstrip("/")
    entries = sorted(_entries(changes, site), key=lambda each: each[0], reverse=True)
    if not entries:
        raise ValueError(f"{FILE} names no day: write it behind a heading, as in ## 0.2.0 (2027-02-01).")
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(root, "id", _id("feed"))
    _add(root, "title", TITLE)
    _add(root, "updated", _time(entries[0][0]))
    _add(ET.SubElement(root, "author"), "name", AUTHOR)
    _add(root, "rights", RIGHTS)
    _link(root, "self", site, FEED, "application/atom+xml")
    _link(root, "alternate", site, address(PLACE))
    root.extend(entry for _, entry in entries)
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entries(changes: Changelog, site: str) -> Iterator[tuple[date, ET.Element]]:
    for release in changes.releases:
        if release.day:
            yield _of_release(release, release.day, site)
            yield from (_of_change(change, site) for change in release.changes)


def _of_release(release: Release, day: date, site: str) -> tuple[date, ET.Element]:
    """A release; what is in none yet is as new as its newest change."""
    day = max([day, *(change.since for change in release.changes)]) if release.unreleased else day
    identity = ("unreleased", str(release.day)) if release.unreleased else ("release", release.name)
    entry = _entry(title_of(release), day, *identity)
    _link(entry, "alternate", site, f"{address(PLACE)}#{RELEASE}{release.name.lower()}")
    _add(entry, "content", prose_of(release) or ONLY_FIGURES, type="html")
    return day, entry


def _of_change(change: Change, site: str) -> tuple[date, ET.Element]:
    about, what = page_about(change), what_changed(change)
    entry = _entry(f"{subject(change)}: {what[:1].lower()}{what[1:].rstrip('.')}", change.since, *change.identity)
    way = address(about) if about else f"{address(PLACE)}#{RELEASE}{change.release.lower()}"
    _link(entry, "alternate", site, way)
    ET.SubElement(entry, "category", term=change.kind.lower())
    _add(entry, "content", f"{what} {change.why} ({change.name})", type="text")
    return change.since, entry


def _entry(title: str, day: date, *identity: str) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", _id(*identity))
    _add(entry, "title", title)
    _add(entry, "updated", _time(day))
    return entry


def _id(*identity: str) -> str:
    return uuid.uuid5(IDS, "\n".join(identity)).urn


def _time(day: date) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text


def _link(parent: ET.Element, rel: str, site: str, way: str, type_: str = "text/html") -> None:
    """A link in full; none where the site's address is not known."""
    if site:
        ET.SubElement(parent, "link", rel=rel, type=type_, href=f"{site}/{way}")
