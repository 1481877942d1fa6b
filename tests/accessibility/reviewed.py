"""The list of what axe cannot decide and a person or another test has: reviewed.toml, read strictly.

An entry names the rule, a CSS selector that the node itself matches, the kinds of pages, the reason, the day of the
review, and the test that looks again. An entry for which nothing occurs any more is a fault of the list, and so is
one whose test is not there or whose review is more than a year old.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from publishing import ROOT
from publishing.criteria import OLDEST
from publishing.criteria.checking import names_of_tests

FILE = Path(__file__).with_name("reviewed.toml")
KEYS = {"rule", "selector", "kinds", "reason", "date", "recheck"}


@dataclass(frozen=True)
class Entry:
    """One undecided finding that was looked at."""

    rule: str
    selector: str
    kinds: tuple[str, ...]
    reason: str
    date: date
    recheck: str

    def holds_for(self, kind: str) -> bool:
        return kind in self.kinds


def read_reviewed(text: str) -> list[Entry]:
    """The entries of the list.

    Raises:
        ValueError: an entry lacks a key or has one that is not known.
    """
    entries = tomllib.loads(text).get("incomplete", [])
    for place, entry in enumerate(entries, 1):
        if entry.keys() != KEYS:
            raise ValueError(
                f"reviewed.toml: entry {place}: has {sorted(entry)}. Write {sorted(KEYS)}, no more or less."
            )
    return [Entry(**{**entry, "kinds": tuple(entry["kinds"])}) for entry in entries]


def reviewed() -> list[Entry]:
    """The list as it stands."""
    return read_reviewed(FILE.read_text("utf-8"))


def unused(entries: list[Entry], used: set[Entry], kinds: set[str]) -> list[str]:
    """What is wrong with the list after a run: entries that took nothing away, and kinds that no page is of."""
    gone = [
        f"reviewed.toml: {each.rule} at {each.selector}: axe no longer reports it anywhere. Delete the entry."
        for each in entries
        if each not in used
    ]
    strange = [
        f"reviewed.toml: {each.rule} at {each.selector}: no page is of the kind {kind}. Write one of {sorted(kinds)}."
        for each in entries
        for kind in each.kinds
        if kind not in kinds
    ]
    return gone + strange


def unheld(entries: list[Entry], day: date) -> list[str]:
    """Which entries nothing holds as of a day: their test is not there, or they were reviewed too long ago."""
    lost = [
        f"reviewed.toml: {each.rule} at {each.selector}: there is no test {each.recheck}. Name one that looks again."
        for each in entries
        if not is_there(each.recheck)
    ]
    old = [
        f"reviewed.toml: {each.rule} at {each.selector}: reviewed on {each.date}. Review it again."
        for each in entries
        if not timedelta(0) <= day - each.date <= OLDEST
    ]
    return lost + old


def is_there(test: str) -> bool:
    """Whether a test named as pytest names it is in the checkout."""
    file, _, name = test.partition("::")
    return (ROOT / file).is_file() and name in names_of_tests(ROOT / file)
