"""Reads figures and their sources: what is known, who says so, and how well it stands.

`sources.toml` holds one table for each publication; every other TOML file here holds figures, one
table each, except those in `NO_FIGURES`. Tables of numbers lie in series/, named by a record.
"""

from pathlib import Path
from typing import Any

from data.checks import figure_faults, source_faults
from data.knowledge import Figure, Knowledge, Source
from data.records import DataErrors, Problem, named, read_record, read_tables

__all__ = ["DataErrors", "Figure", "Knowledge", "Source", "read_all"]

FOLDER = Path(__file__).parent
SOURCES_FILE = "sources.toml"
NO_FIGURES = {"refused.toml", "claims.toml", "glossary.toml"}


def read_all(folder: Path = FOLDER) -> Knowledge:
    """Read and check every data file of `folder`.

    Raises:
        DataErrors: with every problem of every file.
    """
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    figures: dict[str, Figure] = {}
    files: dict[str, str] = {}
    seen: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        if path.name in NO_FIGURES:
            continue
        tables = read_tables(path, problems)
        seen.update(tables)
        if path.name == SOURCES_FILE:
            _collect(Source, tables, path.name, sources, problems)
        else:
            _collect(Figure, tables, path.name, figures, problems)
            files.update(dict.fromkeys(tables, path.name))
    problems = list(named("record", problems))
    known = Knowledge(sources, figures, frozenset(seen - set(sources) - set(figures)))
    problems.extend(named("source", source_faults(known, SOURCES_FILE)))
    for figure in figures.values():
        problems.extend(figure_faults(figure, known, files[figure.id]))
    if problems:
        raise DataErrors(problems)
    return known


def _collect[T: (Source, Figure)](
    cls: type[T], tables: dict[str, dict[str, Any]], place: str, known: dict[str, T], problems: list[Problem]
) -> None:
    for name, table in tables.items():
        if name in known:
            problems.append(Problem(place, name, "This id is taken by another file.", "Choose another id."))
        record = read_record(cls, name, table, place, problems)
        if record is not None:
            known[name] = record
