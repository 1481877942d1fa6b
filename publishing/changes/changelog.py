"""CHANGELOG.md taken apart: its releases, what each says in prose, and its entries.

## Unreleased (since 2027-01-10)

- Prose, of any kind.

### Figures

- one entry an item, and nothing else; likewise below ### Methods
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from data.records import Problem
from publishing.changes.entries import FORMS, Change, Unreadable, day_of, one_line, read_entry

FILE = "CHANGELOG.md"
UNRELEASED = "Unreleased"
LONGEST = 60
HEADING = re.compile(r"^## \[?(?P<name>[^\]\s]+)\]?(?P<rest>.*)$", re.MULTILINE)
DAY = re.compile(r" \((?P<open>since )?(?P<day>[^()]*)\)")
PART = re.compile(r"^### (?P<title>.*?) *$", re.MULTILINE)
ITEM = re.compile(r"^\S.*(?:\n[ \t]+\S.*)*", re.MULTILINE)
NAME = re.compile(r"`([^`\n]+)`")
KINDS = "|".join(dict.fromkeys(kind for forms in FORMS.values() for kind in forms))
STRAY = re.compile(rf"^[-*] +(?:{KINDS}): +`.*", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """One release: its day, what it says in prose, and its entries.

    What is in no release yet is called `UNRELEASED`; its day is the one since which it is gathered.
    """

    name: str
    day: date | None
    place: str
    prose: str
    changes: tuple[Change, ...]

    @property
    def unreleased(self) -> bool:
        """Whether these changes are in no release yet."""
        return self.name == UNRELEASED


@dataclass
class Changelog:
    """All releases, the newest first, and what could not be read; `unread` are the names in entries that could not."""

    text: str
    releases: list[Release] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        headings = list(HEADING.finditer(self.text))
        ends = [*(each.start() for each in headings[1:]), len(self.text)]
        self.releases = [self._release(*each) for each in zip(headings, ends, strict=False)]

    def changes(self) -> list[Change]:
        """All entries, the newest first; of one day within a release, the last written is the newest."""
        return [
            change
            for release in self.releases
            for change in sorted(reversed(release.changes), key=lambda each: each.since, reverse=True)
        ]

    def above(self, version: str) -> list[Release] | None:
        """The releases newer than `version`, the unreleased changes with them; None where it has no heading."""
        versions = [release.name.removeprefix("v") for release in self.releases]
        return self.releases[: versions.index(version)] if version in versions else None

    def place(self, offset: int) -> str:
        """`CHANGELOG.md:12:3`, lines and columns counted from 1."""
        before = self.text[:offset]
        return f"{FILE}:{before.count('\n') + 1}:{offset - before.rfind('\n')}"

    def _release(self, heading: re.Match[str], end: int) -> Release:
        name, prose, changes = heading["name"], "", list[Change]()
        for title, start, stop in self._parts(heading.end(), end):
            if title in FORMS:
                changes.extend(self._entries(name, title, start, stop))
            else:
                prose += f"\n### {title}\n{self.text[start:stop]}" if title else self.text[start:stop]
                self._tell_strays(start, stop)
        return Release(name, self._day(heading), self.place(heading.start()), prose.strip("\n"), tuple(changes))

    def _day(self, heading: re.Match[str]) -> date | None:
        said, opened = DAY.fullmatch(heading["rest"]), heading["name"] == UNRELEASED
        day = day_of(said["day"]) if said and bool(said["open"]) == opened else None
        if day is None:
            way_out = f"Write ## {heading['name']} ({'since ' if opened else ''}2027-02-01)."
            self._tell(heading.start(), heading[0], "It does not name its day.", way_out)
        return day

    def _parts(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The parts of a release: their titles, and from where to where each goes."""
        title = ""
        for part in PART.finditer(self.text, start, end):
            yield title, start, part.start()
            title, start = part["title"], part.end()
        yield title, start, end

    def _entries(self, release: str, title: str, start: int, end: int) -> Iterator[Change]:
        for item in ITEM.finditer(self.text, start, end):
            try:
                yield read_entry(item[0], title, release, partial(self._place_in, item.start()))
            except Unreadable as error:
                self.unread.update(NAME.findall(item[0]))
                self._tell(item.start() + error.at, error.thing, error.problem, error.way_out)

    def _place_in(self, start: int, at: int) -> str:
        return self.place(start + at)

    def _tell_strays(self, start: int, end: int) -> None:
        for item in STRAY.finditer(self.text, start, end):
            self.unread.update(NAME.findall(item[0]))
            way_out = "Move it below a heading ### Figures or ### Methods."
            self._tell(item.start(), item[0], "It is an entry, and stands where none is read.", way_out)

    def _tell(self, offset: int, text: str, problem: str, way_out: str) -> None:
        said = one_line(text)
        thing = f"“{said if len(said) <= LONGEST else said[: LONGEST - 1] + '…'}”"
        self.problems.append(Problem(self.place(offset), thing, problem, way_out))
