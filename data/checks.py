"""What must hold between the records: each check yields problems with their way out.

Checks of figures against each other use the published rounding: they complain only where no number
that the rounding allows would fit.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from data.knowledge import Figure, Knowledge
from data.records import Problem, nearest
from data.units import UNITS, twelve

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
WHEN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
DATE_WAY_OUT = 'Write as much as is known: "2023", "2024-11" or "2024-11-05".'
LONGEST_QUOTE = 25
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


def figure_faults(figure: Figure, known: Knowledge, place: str, folder: Path) -> Iterator[Problem]:
    """What is wrong with one figure, by itself and beside the others."""
    yield from _id_faults(figure.id, place)
    if not _is_date(figure.as_of):
        yield Problem(place, f"{figure.id}.as_of", f"“{figure.as_of}” is not a date.", DATE_WAY_OUT)
        return
    yield from _source_faults(figure, known, place)
    if figure.unit not in FIGURE_UNITS:
        way_out = f"Choose from: {', '.join(FIGURE_UNITS)}.{nearest(figure.unit, FIGURE_UNITS)}"
        yield Problem(place, f"{figure.id}.unit", f"“{figure.unit}” is not in the list of units.", way_out)
        return
    yield from _review_faults(figure, known, place)
    yield from _value_faults(figure, place, folder)
    if figure.value is not None:
        yield from _quote_faults(figure, place)
        yield from _sum_faults(figure, known, place)
        yield from _growth_faults(figure, known, place)
        yield from _within_faults(figure, known, place)
        yield from _others(figure, "beside", figure.beside, known, place)


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
    source = known.sources.get(figure.source)
    if source is None or source.published is None:
        return
    if figure.kind not in ("forecast", "derived") and figure.as_of[:4] > source.published[:4]:
        problem = f"It describes {figure.as_of}, but its source is of {source.published}."
        yield Problem(place, f"{figure.id}.as_of", problem, "Correct the date, or call it a forecast.")
    if figure.review_by.isoformat() <= source.published:
        problem = f"{figure.review_by} is not after its source of {source.published}."
        yield Problem(place, f"{figure.id}.review_by", problem, "Write the day by which to look again.")


def _review_faults(figure: Figure, known: Knowledge, place: str) -> Iterator[Problem]:
    """A derived figure is good no longer than any figure that it is worked out from."""
    below = [known.figures[name] for name in figure.named if name in known.figures]
    first = min(below, key=lambda each: each.review_by, default=figure)
    if first.review_by < figure.review_by:
        problem = f"{figure.review_by} is after the review of {first.id}, from which it is worked out."
        yield Problem(place, f"{figure.id}.review_by", problem, f"Write {first.review_by}.")


def _value_faults(figure: Figure, place: str, folder: Path) -> Iterator[Problem]:
    if (figure.value is None) == (figure.series is None):
        problem = "A figure has either a value or a series."
        yield Problem(place, f"{figure.id}.value", problem, "Add value = …, or keep one of the two.")
    elif figure.series is not None and not (folder / "series" / f"{figure.series}.csv").exists():
        problem = f"There is no file series/{figure.series}.csv."
        yield Problem(place, f"{figure.id}.series", problem, "Add the file, or correct the name.")
    if (figure.kind == "derived") != (figure.from_ is not None):
        way_out = 'Write kind = "derived" and from = "…" together, or neither.'
        yield Problem(place, f"{figure.id}.from", "Only a derived figure says what it is worked out from.", way_out)
    if figure.rounded_to is None and figure.bound not in ("above", "below"):
        way_out = "Write rounded_to = the step it was rounded to, such as 10 for 720."
        yield Problem(place, f"{figure.id}.rounded_to", "It is missing.", way_out)
    if figure.rounded_to is not None and figure.value is not None:
        yield from _rounding_faults(figure, figure.value, figure.rounded_to, place)


def _rounding_faults(figure: Figure, value: float, step: float, place: str) -> Iterator[Problem]:
    thing = f"{figure.id}.rounded_to"
    if step <= 0:
        yield Problem(place, thing, "A step is larger than 0.", "Write the step of rounding, such as 10.")
    elif twelve(value / step) != round(value / step):
        yield Problem(place, thing, f"{value:g} is no multiple of {step:g}.", "Correct the value or the step.")


def _quote_faults(figure: Figure, place: str) -> Iterator[Problem]:
    if figure.quote is not None and len(figure.quote.split()) > LONGEST_QUOTE:
        problem = f"It has {len(figure.quote.split())} words."
        yield Problem(place, f"{figure.id}.quote", problem, f"Quote at most {LONGEST_QUOTE}.")
    if figure.standing == "confirmed" and not _quoted(figure):
        problem = f"It is called confirmed, but {figure.phrase} is not in its quote."
        way_out = "Quote the words that hold it, or choose another standing."
        yield Problem(place, f"{figure.id}.quote", problem, way_out)


def _quoted(figure: Figure) -> bool:
    """Whether the quote holds the figure's number, in any of the usual scales."""
    scale = UNITS[figure.unit].scale
    exponents = (0, 3, 6, 9, 12) if UNITS[figure.unit].kind == "money" else (scale,)
    numbers = {f"{twelve(abs(figure.number) * 10.0 ** (scale - e)):,.12g}" for e in exponents}
    said = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", figure.quote or "")
    return any(f"{float(text.replace(',', '')):,.12g}" in numbers for text in said)


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
