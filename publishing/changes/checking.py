"""What `make.py check` says of the changelog: what cannot be read, and entries that are not so.

The entries about one figure form a chain: each begins with what the one before ended with, and the last
ends with what the figure is now. publishing/changes/comparing.py holds them against the last release.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, pairwise
from pathlib import Path

from calculators import names
from data.knowledge import Figure, Knowledge
from data.records import Problem, nearest
from publishing.changes.amounts import in_words, said_by, same
from publishing.changes.chains import Step, Wrong, entries_about, fault, step_of
from publishing.changes.changelog import FILE, Changelog, Release
from publishing.changes.comparing import unsaid_faults
from publishing.changes.entries import TABLE, Change
from publishing.prose.finding import Finding


def change_findings(known: Knowledge, root: Path) -> Iterator[Finding]:
    """All problems of the changelog in `root`, if there is one."""
    path = root / FILE
    if not path.exists():
        return
    changelog = Changelog(path.read_text("utf-8"))
    faults = chain(changelog.problems, entry_faults(changelog, known), unsaid_faults(changelog, known, root))
    yield from map(Finding, faults)


def entry_faults(changelog: Changelog, known: Knowledge) -> Iterator[Problem]:
    """What is wrong with entries that can be read: their days, names and amounts, by themselves and in a chain."""
    changes = changelog.changes()
    for release in changelog.releases:
        for change in release.changes:
            yield from _day_faults(change, release)
    yield from _repeated(changes)
    for change in changes:
        if change.about == "method" and change.name not in names():
            problem, close = f"There is no calculator “{change.name}”.", nearest(change.name, names())
            yield fault(change, "name", problem, f"Correct its name.{close}")
    for name in dict.fromkeys(change.name for change in changes if change.about != "method"):
        yield from _chain_faults(entries_about(changes, name, "value"), known)
        yield from _chain_faults(entries_about(changes, name, "standing"), known)


def _day_faults(change: Change, release: Release) -> Iterator[Problem]:
    since, day, way_out = change.since, release.day, "Correct one of the two days."
    if since > date.today() + timedelta(days=1):  # a day more, for it may have begun elsewhere
        yield fault(change, "since", "This day is still to come.", "Write the day of the change.")
    elif day and release.unreleased and since < day:
        yield fault(change, "since", f"It is before {day}, since when unreleased changes are gathered.", way_out)
    elif day and not release.unreleased and since > day:
        yield fault(change, "since", f"It is after {day}, the day of release {release.name}.", way_out)


def _repeated(changes: list[Change]) -> Iterator[Problem]:
    """Entries that no reader of the feed could tell from another."""
    seen = set()
    for change in reversed(changes):
        if change.identity in seen:
            yield fault(change, "name", "Another entry says the same of the same day.", "Keep one of them.")
        seen.add(change.identity)


def _chain_faults(changes: list[Change], known: Knowledge) -> Iterator[Problem]:
    """What is wrong with the entries about one figure's value or standing, the oldest first."""
    figure = known.figures.get(changes[0].name) if changes else None
    steps = []
    for change in changes:
        try:
            steps.append(step_of(change, figure.unit if figure else None))
        except Wrong as wrong:
            yield wrong.problem
    for step in steps:
        if same(step.old, step.new) and step.old != TABLE:
            yield step.fault("new", "It is what it was before.", "Correct one of the two, or remove the entry.")
    if len(steps) == len(changes):
        yield from chain(*(_unlinked(before, step) for before, step in pairwise(steps)))
        yield from chain(*(_untrue(step, figure, known) for step in steps[-1:]))


def _unlinked(before: Step, step: Step) -> Iterator[Problem]:
    """A step that does not begin where the one before ended."""
    if not same(before.new, step.old) and before.change.identity != step.change.identity:
        problem = f"The entry before it ends with {in_words(before.new)}, this one begins with {in_words(step.old)}."
        way_out = "Correct one of them; of one day the last written is the latest."
        yield step.fault("name", problem, way_out)


def _untrue(last: Step, figure: Figure | None, known: Knowledge) -> Iterator[Problem]:
    """A newest entry that does not end with what the figure is now."""
    change = last.change
    if figure is None:
        if last.new is not None:
            way_out = f"Correct the id, or say that it was removed.{nearest(change.name, known.figures)}"
            yield last.fault("name", f"There is no figure “{change.name}”.", way_out)
        return
    now = figure.standing if change.about == "standing" else said_by(figure)
    if not same(last.new, now):
        part = "name" if last.new is None else "new"
        yield last.fault(part, f"The figure is {in_words(now)}.", "Correct the entry, or the figure.")
