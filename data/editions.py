"""What a record says twice must agree: its id with its year and edition, its edition with its source and siblings.

An id that names a year or an edition works as a check sum of the record. Figures with the same `measures` are
editions of one thing: each its own, in one unit but for the scale, and amounts within twice of one another.
"""

import re
from collections.abc import Iterator

from data.dates import MONTHS
from data.knowledge import Figure, Knowledge
from data.records import Problem
from data.units import UNITS

YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
OF_EDITION = re.compile(rf"\b(?:{'|'.join(MONTHS[1:])}) [0-9]{{4}}")  # in a label: when it was said, not what of
MARK = "-edition-"
TOO_FAR = 2  # times as much: no revision we know of came near it


def year_faults(figure: Figure, place: str) -> Iterator[Problem]:
    """The year described must be the last one in the id, or where that has none, one in the label."""
    in_id = YEAR.findall(figure.id.partition(MARK)[0])
    in_label = YEAR.findall(OF_EDITION.sub("", figure.label))
    year, way_out = str(figure.year), "Correct as_of; an id never changes its meaning."
    if in_id and in_id[-1] != year:
        yield Problem(place, f"{figure.id}.as_of", f"It describes {year}, but its id says {in_id[-1]}.", way_out)
    elif not in_id and in_label and year not in in_label:
        problem = f"It describes {year}, but its label says {' and '.join(in_label)}."
        yield Problem(place, f"{figure.id}.as_of", problem, "Correct as_of, or the label.")


def edition_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    """An edition is the one in the id, begins the source's date, and stands beside others of its kind."""
    thing, edition, source = f"{figure.id}.edition", figure.edition, known.sources.get(figure.source)
    _, marked, in_id = figure.id.partition(MARK)
    if edition is None:
        if figure.measures:
            yield Problem(place, thing, "It is missing beside measures.", "Write edition = when it was published.")
        return
    if marked and edition != in_id:
        way_out = "Correct it; an id never changes its meaning."
        yield Problem(place, thing, f"It is {edition}, but the id says {in_id}.", way_out)
    if source is not None and source.published is not None and not source.published.startswith(edition):
        problem = f"It is {edition}, but its source is of {source.published}."
        yield Problem(place, thing, problem, "Correct it, or the source.")
    for other in known.measured.get(figure.measures or "", []):
        if other.id != figure.id:
            yield from _sibling_faults(figure, other, place)


def _sibling_faults(figure: Figure, other: Figure, place: str) -> Iterator[Problem]:
    if figure.edition == other.edition:
        way_out = "Correct one of the two editions, or what they measure."
        yield Problem(place, f"{figure.id}.edition", f"{other.id} is of the same edition.", way_out)
    unit, its = UNITS[figure.unit], UNITS.get(other.unit)
    if its is None or figure.value is None or other.value is None:
        return
    if unit.name != its.name and (unit.kind, its.kind) != ("money", "money"):
        problem = f"It is in {unit.name}, but its edition {other.id} in {its.name}."
        yield Problem(place, f"{figure.id}.unit", problem, "Correct one of the two units, or what they measure.")
    elif unit.kind == "money":
        low, high = sorted(abs(each.value or 0) * 10.0 ** UNITS[each.unit].scale for each in (figure, other))
        if high > TOO_FAR * low:
            problem = f"{figure.phrase} is not an edition of {other.phrase}, which {other.id} gives."
            yield Problem(place, f"{figure.id}.value", problem, "Correct a value, a unit, or what they measure.")
