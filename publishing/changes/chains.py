"""The entries about one figure as a chain: each begins with what the one before ended with."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.records import Problem
from data.units import UnreadableNumber
from publishing.changes.amounts import Said, amount_in
from publishing.changes.entries import About, Change
from publishing.words import STANDING


@dataclass(frozen=True)
class Step:
    """One entry, with what the figure said before and after it."""

    change: Change
    old: Said
    new: Said

    def fault(self, part: str, problem: str, way_out: str) -> Problem:
        """What is wrong with a part of the entry."""
        return fault(self.change, part, problem, way_out)


class Wrong(ValueError):
    """An entry whose amount or word cannot be read; it carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def fault(change: Change, part: str, problem: str, way_out: str) -> Problem:
    """What is wrong with a part of an entry: its "name", "since", "old" or "new"."""
    thing = {"name": change.name, "since": change.since.isoformat(), "old": change.old, "new": change.new}[part]
    return Problem(change.places[part], f"“{thing}”", problem, way_out)


def entries_about(changes: Iterable[Change], name: str, about: About) -> list[Change]:
    """The entries about the value or the standing of the figure called `name`, the oldest first."""
    return [change for change in changes if (change.name, change.about) == (name, about)][::-1]


def step_of(change: Change, unit: str | None) -> Step:
    """The entry with its amounts read, in `unit` if the figure has one still.

    Raises:
        Wrong: an amount or a word of standing cannot be read.
    """
    return Step(change, _read(change, "old", unit), _read(change, "new", unit))


def _read(change: Change, part: str, unit: str | None) -> Said:
    text = change.old if part == "old" else change.new
    if text is None:
        return None
    if change.about == "standing":
        if text not in STANDING:
            raise Wrong(fault(change, part, "It is no standing.", f"Choose from: {', '.join(STANDING)}."))
        return text
    try:
        return amount_in(text, unit)
    except UnreadableNumber as error:
        problem, _, way_out = str(error).partition(". ")
        raise Wrong(fault(change, part, f"{problem}.", way_out)) from error
