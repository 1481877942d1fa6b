"""Figures and their sources: what is known, who says so, and how well it stands.

`sources.toml` holds one table for each publication; every other TOML file here holds figures, one
table each. `read_all()` returns both or raises `DataErrors` with all problems of all files.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from data.records import DataErrors, Problem, nearest, read_record, read_tables
from data.units import UNITS, show, twelve

FOLDER = Path(__file__).parent
SOURCES_FILE = "sources.toml"
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
WHEN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True)
class Source:
    """One publication. `interest` says what its publisher sells; `read` what of it was read here."""

    id: str
    title: str
    publisher: str
    kind: Literal["estimate", "survey", "statistics", "commentary"]
    interest: str
    licence: str
    redistribute: Literal["value", "table", "none"]
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    sample: str | None = None
    place: str | None = None
    method: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Figure:
    """One published number.

    `value` is in `unit`; `rounded_to` is the step it was rounded to when published, so that 720
    with a step of 10 stands for 715 to 725; a `bound` says that the source only calls the number a
    mark that is passed ("above") or come near to from below ("approaching").
    """

    id: str
    label: str
    value: float
    unit: str
    as_of: str
    scope: str
    kind: Literal["official", "survey", "estimate", "forecast", "derived"]
    source: str
    read: str
    standing: Literal["confirmed", "second-hand", "as-reported", "conflicting", "unsourced"]
    review_by: date
    rounded_to: float | None = None
    bound: Literal["above", "approaching"] | None = None
    quote: str | None = None
    note: str | None = None

    @property
    def year(self) -> int:
        """The year that the number describes."""
        return int(self.as_of[:4])

    @property
    def digits(self) -> int:
        """Decimal places needed to show the value as it stands in the record."""
        _, _, decimals = f"{twelve(self.value):f}".rstrip("0").partition(".")
        return len(decimals)

    @property
    def phrase(self) -> str:
        """The value with its unit, as in a sentence: "$720 billion"."""
        return UNITS[self.unit].phrase(show(self.value, self.unit, self.digits))


@dataclass(frozen=True)
class Knowledge:
    """All sources and figures, by id."""

    sources: dict[str, Source]
    figures: dict[str, Figure]

    def source_of(self, figure: Figure) -> Source:
        """The publication that `figure` was taken from."""
        return self.sources[figure.source]


def read_all(folder: Path = FOLDER) -> Knowledge:
    """Read every data file of `folder`.

    Raises:
        DataErrors: with every problem of every file.
    """
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    figures: dict[str, Figure] = {}
    for path in sorted(folder.glob("*.toml")):
        tables = read_tables(path, problems)
        if path.name == SOURCES_FILE:
            _collect(Source, tables, path.name, sources, problems)
        else:
            _collect(Figure, tables, path.name, figures, problems)
    problems.extend(_without_source(figures, sources))
    if problems:
        raise DataErrors(problems)
    return Knowledge(sources, figures)


def _collect[T: (Source, Figure)](
    cls: type[T], tables: dict[str, dict[str, Any]], place: str, known: dict[str, T], problems: list[Problem]
) -> None:
    for name, table in tables.items():
        if name in known:
            problems.append(Problem(place, name, "This id is taken by another file.", "Choose another id."))
        record = read_record(cls, name, table, place, problems)
        if record is not None:
            known[name] = record
            problems.extend(_faults(record, place))


def _faults(record: Source | Figure, place: str) -> Iterator[Problem]:
    if not ID.fullmatch(record.id):
        yield Problem(place, record.id, "An id has small letters, digits and single hyphens.", "Rename it.")
    when = record.published if isinstance(record, Source) else record.as_of
    if when is not None and not WHEN.fullmatch(when):
        key = "published" if isinstance(record, Source) else "as_of"
        way_out = 'Write as much as is known: "2023", "2024-11" or "2024-11-05".'
        yield Problem(place, f"{record.id}.{key}", f"“{when}” is not a date.", way_out)
    if isinstance(record, Source):
        if record.url is not None and not re.fullmatch(r"https://[^\s<>\"]+", record.url):
            yield Problem(
                place, f"{record.id}.url", "It is not an https address.", "Write it in full, or leave it out."
            )
    else:
        yield from _figure_faults(record, place)


def _figure_faults(figure: Figure, place: str) -> Iterator[Problem]:
    if figure.unit not in UNITS:
        way_out = f"Choose from: {', '.join(UNITS)}.{nearest(figure.unit, UNITS)}"
        yield Problem(place, f"{figure.id}.unit", f"“{figure.unit}” is not in the list of units.", way_out)
        return
    if figure.rounded_to is None and figure.bound != "above" and figure.kind != "derived":
        way_out = "Write rounded_to = the step it was rounded to, such as 10 for 720."
        yield Problem(place, f"{figure.id}.rounded_to", "It is missing.", way_out)
    if figure.rounded_to is not None:
        yield from _rounding_faults(figure, figure.rounded_to, place)
    if figure.standing == "confirmed" and not _quoted(figure):
        way_out = "Quote the words that hold it, or choose another standing."
        problem = f"It is called confirmed, but {figure.phrase} is not in its quote."
        yield Problem(place, f"{figure.id}.quote", problem, way_out)


def _rounding_faults(figure: Figure, step: float, place: str) -> Iterator[Problem]:
    thing = f"{figure.id}.rounded_to"
    if step <= 0:
        yield Problem(place, thing, "A step is larger than 0.", "Write the step of rounding, such as 10.")
    elif twelve(figure.value / step) != round(figure.value / step):
        problem = f"{figure.value:g} is no multiple of {step:g}."
        yield Problem(place, thing, problem, "Correct the value or the step.")


def _quoted(figure: Figure) -> bool:
    """Whether the quote holds the figure's number, in any of the usual scales."""
    scale = UNITS[figure.unit].scale
    exponents = (0, 3, 6, 9, 12) if scale else (0,)
    numbers = {f"{twelve(figure.value * 10.0 ** (scale - e) if scale else figure.value):,.12g}" for e in exponents}
    said = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", figure.quote or "")
    return any(f"{float(text.replace(',', '')):,.12g}" in numbers for text in said)


def _without_source(figures: dict[str, Figure], sources: dict[str, Source]) -> Iterator[Problem]:
    for figure in figures.values():
        if figure.source not in sources:
            way_out = f"Add it to {SOURCES_FILE}, or correct the id.{nearest(figure.source, sources)}"
            yield Problem("data", f"{figure.id}.source", f"There is no source “{figure.source}”.", way_out)
