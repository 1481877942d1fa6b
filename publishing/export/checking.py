"""Checks that the data give away no more than their sources allow.

The data go to every browser, and to whoever takes the wheel along, with all their records. So a figure whose source
lets no value be published again cannot be held at all, a table that may not be published again stays out of the
wheel, and no calculator starts with one.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from calculators import calculator, names
from data.knowledge import Figure, Knowledge
from data.records import Problem
from publishing.export.permission import may_publish, sources_of
from publishing.prose.finding import Finding

PROJECT = "pyproject.toml"


def given_findings(known: Knowledge, folder: Path, left_out: Collection[str]) -> Iterator[Finding]:
    """What would go further than it may, or is missing; `left_out` are the files that the wheel does without."""
    for figure in known.figures.values():
        if figure.series is not None:
            yield from map(Finding, _table_problems(figure, known, folder, left_out))
        elif not may_publish("value", sources_of(figure, known)):
            way_out = "Remove the figure, or correct redistribute in sources.toml."
            problem = "Its sources let no value be published again, and the wheel takes every record along."
            yield Finding(Problem("data", figure.id, problem, way_out))
    yield from map(Finding, _start_problems(known))


def _table_problems(figure: Figure, known: Knowledge, folder: Path, left_out: Collection[str]) -> Iterator[Problem]:
    name = f"series/{figure.series}.csv"
    free, kept = may_publish("table", sources_of(figure, known)), f"data/{name}" in left_out
    if not (folder / name).exists():
        yield Problem("data", f"{figure.id}.series", f"There is no file {name}.", "Add the file, or correct the name.")
    elif not free and not kept:
        way_out = f'Add "data/{name}" to exclude.'
        yield Problem(PROJECT, figure.id, "Its table may not be published again, and goes into the wheel.", way_out)
    elif free and kept:
        way_out = f'Remove "data/{name}" from exclude.'
        yield Problem(PROJECT, figure.id, "Its table may be published again, and is kept out of the wheel.", way_out)


def _start_problems(known: Knowledge) -> Iterator[Problem]:
    """Calculators that start with a table which no browser gets."""
    for name in names():
        for field in calculator(name).fields.values():
            figure = known.figures.get(field.input.default.partition(".")[0])
            if figure is not None and figure.series and not may_publish("table", sources_of(figure, known)):
                place = f"calculators/{name.replace('-', '_')}.py"
                problem = f"It starts with the table {figure.id}, which may not be published again."
                yield Problem(place, f"{field.name}.default", problem, "Start with figures, or leave it to the reader.")
