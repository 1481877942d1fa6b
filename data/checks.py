"""What must hold between the records: each check yields problems with their way out.

Checks of figures against each other use the published rounding: they complain only where no number
that the rounding allows would fit.
"""

import re
from collections.abc import Iterator
from datetime import date

from data.editions import edition_faults, year_faults
from data.knowledge import Figure, Knowledge
from data.quotes import quote_faults
from data.records import Problem, named, nearest
from data.units import UNITS, twelve

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
WHEN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
DATE_WAY_OUT = 'Write as much as is known: "2023", "2024-11" or "2024-11-05".'
FIGURE_UNITS = [unit.name for unit in UNITS.values() if unit.kind != "own"]


def source_faults(known: Knowledge, place: str) -> Iterator[Problem]:
    """What is wrong with the sources, each by itself."""
    for source in known.sources.values():
        yield from _id_faults(source.id, place)
        if source.published is not None and not _is_date(source.published):
            yield Problem(place, f"{source.id}.published", f"“{source.published}” is not a date.", DATE_WAY_OUT)
        if source.url is not None and not re.fullmatch(r"https://[^\s<>\"]+", source.url):
            way_out = "Write it in full, or leave it out."
            yield Problem(place, f"{source.id}.url", "It is not an https address.", way_out)
        if not LANGUAGE.fullmatch(source.language):
            way_out = "Write its tag, such as de, fr or pt-BR, or leave it out where it is English."
            yield Problem(place, f"{source.id}.language", f"“{source.language}” is no tag of a language.", way_out)


def figure_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    """What is wrong with one figure, by itself and beside the others, each by the name of its check."""
    yield from named("id", _id_faults(figure.id, place))
    if not _is_date(figure.as_of):
        yield Problem(place, f"{figure.id}.as_of", f"“{figure.as_of}” is not a date.", DATE_WAY_OUT, "date")
        return
    yield from named("date", _since_faults(figure, place))
    yield from named("year", year_faults(figure, place))
    yield from named("source", _source_faults(figure, known, place))
    yield from named("date", _date_faults(figure, known, place))
    if figure.unit not in FIGURE_UNITS:
        way_out = f"Choose from: {', '.join(FIGURE_UNITS)}.{nearest(figure.unit, FIGURE_UNITS)}"
        yield Problem(place, f"{figure.id}.unit", f"“{figure.unit}” is not in the list of units.", way_out, "unit")
        return
    yield from named("date", _review_faults(figure, known, place))
    yield from named("value", _value_faults(figure, place))
    yield from named("rounding", _rounding_faults(figure, place))
    yield from named("edition", edition_faults(figure, known, place))
    if figure.value is not None:
        yield from named("quote", quote_faults(figure, place))
        yield from named("parts", _sum_faults(figure, known, place))
        yield from named("growth", _growth_faults(figure, known, place))
        yield from named("within", _within_faults(figure, known, place))
        yield from named("beside", _others(figure, "beside", figure.beside, known, place))


def _since_faults(figure: Figure, place: str) -> Iterator[Problem]:
    if figure.since is None:
        return
    if not _is_date(figure.since):
        yield Problem(place, f"{figure.id}.since", f"“{figure.since}” is not a date.", DATE_WAY_OUT)
    elif figure.since >= figure.as_of:
        problem = f"It begins in {figure.since}, not before it ends in {figure.as_of}."
        yield Problem(place, f"{figure.id}.since", problem, "Write when the time that it describes begins.")


def _is_date(text: str) -> bool:
    """Whether the text is a year, a month or a day that exists."""
    if not WHEN.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _id_faults(name: str, place: str) -> Iterator[Problem]:
    if not ID.fullmatch(name):
        yield Problem(place, name, "An id has small letters, digits and single hyphens.", "Rename it.")


def _source_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    for key, name in (("source", figure.source), ("via", figure.via)):
        if name is not None and name not in known.sources and name not in known.unread:
            way_out = f"Add it to sources.toml, or correct the id.{nearest(name, known.sources)}"
            yield Problem(place, f"{figure.id}.{key}", f"There is no source “{name}”.", way_out)
    quoted = figure.standing == "second-hand" and figure.quote is not None
    if figure.via is None and (quoted or figure.standing == "as-reported"):
        way_out = "Write via = the publication that was read."
        yield Problem(place, f"{figure.id}.via", f"It is missing, and its standing is {figure.standing}.", way_out)


def _date_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    source = known.sources.get(figure.source)
    if source is None:
        return
    ahead = figure.kind in ("forecast", "derived")
    if not ahead and source.published is not None and figure.as_of[:4] > source.published[:4]:
        problem = f"It describes {figure.as_of}, but its source is of {source.published}."
        yield Problem(place, f"{figure.id}.as_of", problem, "Correct the date, or call it a forecast.")
    known_since = source.published or (figure.as_of if not ahead else "")
    if figure.review_by.isoformat() <= known_since:
        of = f"its source of {known_since}" if source.published else f"{known_since}, which it describes"
        way_out = "Write the day by which to look again."
        yield Problem(place, f"{figure.id}.review_by", f"{figure.review_by} is not after {of}.", way_out)


def _review_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    """A derived figure is good no longer than any figure that it is worked out from."""
    below = [known.figures[name] for name in figure.named if name in known.figures]
    first = min(below, key=lambda each: each.review_by, default=figure)
    if first.review_by < figure.review_by:
        problem = f"{figure.review_by} is after the review of {first.id}, from which it is worked out."
        yield Problem(place, f"{figure.id}.review_by", problem, f"Write {first.review_by}.")


def _value_faults(figure: Figure, place: str) -> Iterator[Problem]:
    if (figure.value is None) == (figure.series is None):
        problem = "A figure has either a value or a series."
        yield Problem(place, f"{figure.id}.value", problem, "Add value = …, or keep one of the two.")
    elif figure.kind == "survey" and figure.unit == "%" and abs(figure.value or 0) > 100:
        problem = f"{figure.phrase} is more than all who were asked."
        yield Problem(place, f"{figure.id}.value", problem, "Correct the value, or the unit.")
    if (figure.kind == "derived") != (figure.from_ is not None):
        way_out = 'Write kind = "derived" and from = "…" together, or neither.'
        yield Problem(place, f"{figure.id}.from", "Only a derived figure says what it is worked out from.", way_out)


def _rounding_faults(figure: Figure, place: str) -> Iterator[Problem]:
    thing, step = f"{figure.id}.rounded_to", figure.rounded_to
    if step is None:
        if figure.bound not in ("above", "below"):
            way_out = "Write rounded_to = the step it was rounded to, such as 10 for 720."
            yield Problem(place, thing, "It is missing.", way_out)
    elif figure.value is not None and step <= 0:
        yield Problem(place, thing, "A step is larger than 0.", "Write the step of rounding, such as 10.")
    elif figure.value is not None and twelve(figure.value / step) != round(figure.value / step):
        yield Problem(place, thing, f"{figure.value:g} is no multiple of {step:g}.", "Correct the value or the step.")


def _numbered(name: str, known: Knowledge) -> bool:
    return name in known.figures and known.figures[name].value is not None


def _others(figure: Figure, key: str, names: tuple[str, ...], known: Knowledge, place: str) -> Iterator[Problem]:
    for name in names:
        if name not in known.unread and (name not in known.figures or known.figures[name].value is None):
            way_out = f"Correct the id.{nearest(name, known.figures)}"
            yield Problem(place, f"{figure.id}.{key}", f"There is no figure “{name}” with a value.", way_out)


def _sum_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    yield from _others(figure, "parts", figure.parts, known, place)
    if not figure.parts or not all(_numbered(name, known) for name in figure.parts):
        return
    allowed = [known.figures[name].allowed for name in figure.parts]
    low, high = sum(low for low, _ in allowed), sum(high for _, high in allowed)
    if not _overlap(figure, low, high):
        total = sum(known.figures[name].number for name in figure.parts)
        problem = f"Its parts add up to {twelve(total):g}, not to {figure.number:g}."
        yield Problem(place, f"{figure.id}.parts", problem, "Correct a value, or the list of parts.")


def _within_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    yield from _others(figure, "within", figure.within, known, place)
    for name in figure.within:
        outer = known.figures.get(name)
        if outer is not None and _numbered(name, known) and outer.unit == figure.unit and outer.number < figure.number:
            problem = f"{figure.phrase} is more than {outer.phrase} of {name}."
            yield Problem(place, f"{figure.id}.within", problem, "Correct a value, or the id.")


def _growth_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    """Start · (1 + rate)^years must be able to reach the figure within all three roundings."""
    yield from _others(figure, "follows", figure.follows, known, place)
    if not figure.follows or not all(_numbered(name, known) for name in figure.follows):
        return
    if len(figure.follows) != 2:
        yield Problem(place, f"{figure.id}.follows", "It is not two figures.", "Name a start and its rate of growth.")
        return
    start, rate = (known.figures[name] for name in figure.follows)
    years = figure.year - start.year
    low, high = ((1 + r / 100) ** years * s for s, r in zip(start.allowed, rate.allowed, strict=True))
    if not _overlap(figure, low, high):
        path = f"{start.number:g} growing by {rate.number:g}% for {years} years"
        problem = f"{path} is {low:.1f} to {high:.1f}, not {figure.number:g}."
        yield Problem(place, f"{figure.id}.follows", problem, "Correct a value, or the names.")


def _overlap(figure: Figure, low: float, high: float) -> bool:
    lowest, highest = figure.allowed
    if figure.bound == "above":
        return high > figure.number
    if figure.bound == "below":
        return low < figure.number
    return twelve(low) <= twelve(highest) and twelve(high) >= twelve(lowest)
