"""The ways to spoil a figure's record: each gives what to write in its place, None to take a key away.

A way that does not apply to a figure gives nothing.
"""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from calculators import knowledge
from data.figures import FOLDER, NO_FIGURES, SOURCES_FILE
from data.knowledge import Figure
from data.quotes import SAID
from data.units import canonical

Table = dict[str, Any]
UNITS = {
    "USD trillion": "USD billion",
    "USD billion": "USD million",
    "USD million": "USD billion",
    "USD": "USD an hour",
    "USD an hour": "USD",
    "%": "% a year",
    "% a year": "%",
}
FROM_THE_START = "ten-times-from-the-start"  # with the words of every page that say it


@cache
def tables() -> dict[str, Table]:
    """Every figure's table as its file holds it."""
    paths = [path for path in sorted(FOLDER.glob("*.toml")) if path.name not in {*NO_FIGURES, SOURCES_FILE}]
    return {name: table for path in paths for name, table in tomllib.loads(path.read_text("utf-8")).items()}


def times(factor: float, key: str) -> Callable[[Figure], Table]:
    def spoil(figure: Figure) -> Table:
        number = tables()[figure.id].get(key)
        return {} if not number else {key: float(canonical(number * factor))}

    return spoil


def ten_times(figure: Figure) -> Table:
    """Number and rounding, as when a scale was misread."""
    return {} if figure.value is None else times(10, "value")(figure) | times(10, "rounded_to")(figure)


def as_of(years: int) -> Callable[[Figure], Table]:
    return lambda figure: {"as_of": f"{figure.year + years}{figure.as_of[4:]}"}


def unit_swapped(figure: Figure) -> Table:
    return {"unit": UNITS[figure.unit]} if figure.unit in UNITS else {}


def source_removed(figure: Figure) -> Table:
    return {"source": None}


def source_swapped(figure: Figure) -> Table:
    """With that of the next figure, in the order of the files, that has another."""
    others = list(knowledge().figures.values())
    at = others.index(figure)
    return {"source": next(each.source for each in others[at:] + others[:at] if each.source != figure.source)}


def via_removed(figure: Figure) -> Table:
    return {"via": None} if figure.via else {}


def review_too_early(figure: Figure) -> Table:
    """The last day of the year before the source was published, or before what is described."""
    published = knowledge().source_of(figure).published or figure.as_of
    return {"review_by": date(int(published[:4]) - 1, 12, 31)}


def quote_altered(figure: Figure) -> Table:
    """The first digit of the figure's own number in it, or else of its first number."""
    numbers = list(SAID.finditer(figure.quote or "")) if figure.value is not None else []
    if not numbers:
        return {}
    digits = re.sub("[^0-9]", "", canonical(abs(figure.number))).strip("0")
    own = [match for match in numbers if re.sub("[^0-9]", "", match["digits"]).strip("0") == digits]
    at = (own or numbers)[0].start("digits")
    quote = figure.quote or ""
    return {"quote": f"{quote[:at]}{int(quote[at]) % 9 + 1}{quote[at + 1 :]}"}


def standing_raised(figure: Figure) -> Table:
    return {"standing": "confirmed"} if figure.standing in ("second-hand", "as-reported") else {}


def edition_swapped(figure: Figure) -> Table:
    """With that of another figure that measures the same, or else with the next edition of any."""
    editions = sorted({each.edition for each in knowledge().figures.values() if each.edition})
    if figure.edition is None:
        return {}
    siblings = [
        str(each.edition) for each in knowledge().measured.get(figure.measures or "", []) if each.id != figure.id
    ]
    return {"edition": siblings[0] if siblings else editions[editions.index(figure.edition) - 1]}


WAYS: dict[str, Callable[[Figure], Table]] = {
    "times-ten": times(10, "value"),
    "tenth": times(0.1, "value"),
    FROM_THE_START: ten_times,
    "unit-swapped": unit_swapped,
    "rounding-coarser": times(10, "rounded_to"),
    "rounding-finer": times(0.1, "rounded_to"),
    "as-of-later": as_of(1),
    "as-of-earlier": as_of(-1),
    "review-too-early": review_too_early,
    "edition-swapped": edition_swapped,
    "quote-altered": quote_altered,
    "standing-raised": standing_raised,
    "source-removed": source_removed,
    "source-swapped": source_swapped,
    "via-removed": via_removed,
}
