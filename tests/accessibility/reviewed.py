"""The list of what axe cannot decide and a person or another test has: reviewed.toml, read strictly.

An entry names the rule, a CSS selector that the node itself matches, the kinds of pages, the reason, the day of the
review, and who or what can look again. An entry for which nothing occurs any more is a fault of the list.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
        return kind in self.kinds or self.kinds == ("every",)


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
        if kind not in {*kinds, "every"}
    ]
    return gone + strange
