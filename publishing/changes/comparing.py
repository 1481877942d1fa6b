"""The figures held against those of the last release: every change that matters to a reader has its entry.

What matters to one who met a figure in that release: that its value, table or standing is another, that it is
gone, or that what it measures has another edition. A figure about something new may have an entry and needs
none. An id that came to mean something else can have none: it never changes its meaning.

Left out on purpose: notes, quotes, doubts and steps of rounding, whose history git keeps, and whether a
calculator's method changed, which only running both would show.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.knowledge import Figure, Knowledge
from data.records import Problem
from data.units import UNITS
from publishing.changes.amounts import in_words, said_by, same
from publishing.changes.chains import Step, Wrong, entries_about, step_of
from publishing.changes.changelog import FILE, Changelog
from publishing.changes.entries import TABLE, About, Change
from publishing.changes.meaning import meant_otherwise
from publishing.changes.previous import Previous, Record, previous, series_in

SINCE = "since YEAR-MONTH-DAY. Why."


def unsaid_faults(changelog: Changelog, known: Knowledge, root: Path) -> Iterator[Problem]:
    """What changed since the last release without an entry, and entries about what did not."""
    then = previous(root)
    if then is None:
        return
    version = then.tag.removeprefix("v")
    releases = changelog.above(version)
    if releases is None:
        way_out = f"Write ## {version} (its day) above what it brought."
        yield Problem(f"{FILE}:1:1", then.tag, "This release has no heading.", way_out)
        return
    changes = [change for change in changelog.changes() if change.release in {each.name for each in releases}]
    place = releases[0].place if releases else f"{FILE}:1:1"
    comparison = Comparison(then, known, series_in(root / "data"), changes, place)
    named = {change.name for change in changes if change.about != "method"}
    for name in sorted({*then.figures, *known.figures, *named} - changelog.unread):
        yield from comparison.faults(name)


@dataclass(frozen=True)
class Comparison:
    """The figures then and now, and the entries since; what is unsaid is told at `place`."""

    then: Previous
    known: Knowledge
    series: Mapping[str, str]
    changes: list[Change]
    place: str

    def faults(self, name: str) -> Iterator[Problem]:
        """What is wrong with one figure and the entries about it."""
        record, figure = self.then.figures.get(name), self.known.figures.get(name)
        if record and figure and (moved := [*meant_otherwise(record, figure, self.then, self.known)]):
            for key, old, new in moved:
                way_out = (
                    "Give what it means now an id of its own, and write an entry that says the old one was removed."
                )
                problem = f"It was “{old}” in {self.then.tag} and is “{new}”: an id never changes its meaning."
                yield Problem("data", f"{name}.{key}", problem, way_out)
            return
        yield from self._value_faults(name, record, figure)
        if record and figure:
            yield from self._standing_faults(name, record["standing"], figure.standing)

    def _steps(self, name: str, about: About) -> list[Step] | None:
        """The entries since then; None where one cannot be read, which is told already."""
        figure, record = self.known.figures.get(name), self.then.figures.get(name)
        unit = figure.unit if figure else record["unit"] if record and record["unit"] in UNITS else None
        try:
            return [step_of(change, unit) for change in entries_about(self.changes, name, about)]
        except Wrong:
            return None

    def _value_faults(self, name: str, record: Record | None, figure: Figure | None) -> Iterator[Problem]:
        steps, old, new = self._steps(name, "value"), said_by(record), said_by(figure)
        redrawn = bool(record and figure) and self._table(record) != self._table(figure)
        if steps:
            if not same(steps[0].old, old):
                was = f"it was {in_words(old)}" if record else "there was no such figure"
                part = "old" if steps[0].old is not None and record else "name"
                yield steps[0].fault(part, f"In {self.then.tag} {was}.", "Correct the entry, or remove it.")
            elif old == new == TABLE and not redrawn:
                yield steps[0].fault("name", f"Its table is that of {self.then.tag}.", "Remove the entry.")
        elif steps is not None:
            yield from self._unsaid_value(name, record, figure, redrawn)

    def _table(self, record: Record | Figure | None) -> list[str]:
        """The lines of the table that a figure stands for, then or now."""
        if isinstance(record, Figure):
            return self.series.get(record.series or "", "").splitlines()
        return self.then.series.get((record or {}).get("series", ""), "").splitlines()

    def _unsaid_value(
        self, name: str, record: Record | None, figure: Figure | None, redrawn: bool
    ) -> Iterator[Problem]:
        tag, old, new = self.then.tag, said_by(record), said_by(figure)
        if record is None:
            if figure and figure.measures in {each.get("measures") for each in self.then.figures.values()} - {None}:
                problem = f"It is a new edition of {figure.measures}, which {tag} held in others"
                yield self._unsaid(name, problem, f"- Added: `{name}`, {new}, {SINCE}")
        elif figure is None:
            problem = f"It was {old} in {tag} and is gone"
            yield self._unsaid(name, problem, f"- Removed: `{name}`, {old}, {SINCE}")
        elif redrawn:
            yield self._unsaid(name, f"Its table is not that of {tag}", f"- Revised: `{name}`, its table, {SINCE}")
        elif not same(old, new):
            entry = f"- Revised: `{name}`, from {old} to {new}, {SINCE}"
            yield self._unsaid(name, f"It was {old} in {tag} and is {new}", entry)

    def _standing_faults(self, name: str, old: str, new: str) -> Iterator[Problem]:
        steps = self._steps(name, "standing")
        if steps and steps[0].old != old:
            yield steps[0].fault(
                "old", f"In {self.then.tag} its standing was {old}.", "Correct the entry, or remove it."
            )
        elif steps == [] and old != new:
            entry = f"- Updated: `{name}`, standing from {old} to {new}, {SINCE}"
            yield self._unsaid(name, f"Its standing was {old} in {self.then.tag} and is {new}", entry)

    def _unsaid(self, name: str, problem: str, entry: str) -> Problem:
        ours = "" if "Added" in entry or "Removed" in entry else " If the error was ours, it begins with Corrected."
        return Problem(self.place, name, f"{problem}; no entry says so.", f"Write below ### Figures: {entry}{ours}")
