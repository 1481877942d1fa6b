"""What a quote must hold: the figure's own number, in its scale, no coarser than the rounding recorded.

Read are digits with what stands around them: "$1.3 trillion", "8.5% per annum", "4,678,847". A number without
a currency or a scale, as in a row of a table, may stand in any scale, for a row does not say which. Numbers in
words are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.knowledge import Figure
from data.records import Problem
from data.units import SCALES, UNITS, canonical, twelve

LONGEST_QUOTE = 25
ANY_SCALE = (0, 3, 6, 9, 12)
_NUMBER = r"(?P<currency>US\$|\$|USD )?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)"
_PERCENT = r" ?(?P<percent>%|percent\b|per cent\b)(?P<yearly> (?:per annum|per year|a year|annually))?"
_SCALE = rf" ?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})\b"
SAID = re.compile(rf"{_NUMBER}(?:{_PERCENT}|{_SCALE})?", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A number of a quote in a figure's unit, the step of its last digit, and whether it can be that unit's."""

    number: float
    step: float
    fits: bool


def quote_faults(figure: Figure, place: str) -> Iterator[Problem]:
    """What is wrong with the quote of a figure that is one number."""
    thing, words = f"{figure.id}.quote", len((figure.quote or "").split())
    if words > LONGEST_QUOTE:
        yield Problem(place, thing, f"It has {words} words.", f"Quote at most {LONGEST_QUOTE}.")
    if figure.quote is None and figure.standing != "confirmed":
        return
    held = [said for said in read_quote(figure) if said.number == twelve(abs(figure.number))]
    if not held:
        called = "It is called confirmed, but " if figure.standing == "confirmed" else ""
        way_out = f"Quote the words that hold it, or {'choose another standing' if called else 'remove the quote'}."
        yield Problem(place, thing, f"{called}{figure.phrase} is not in its quote.", way_out)
    elif not any(said.fits for said in held):
        yield Problem(
            place, thing, f"Its number stands there, but not in {figure.unit}.", "Correct the unit or the quote."
        )
    elif 0 < (figure.rounded_to or 0) < (step := min(said.step for said in held if said.fits)) * 0.999:
        way_out = f"Write rounded_to = {canonical(step)} or more."
        yield Problem(place, f"{figure.id}.rounded_to", "It is finer than the number in its quote.", way_out)


def read_quote(figure: Figure) -> Iterator[Said]:
    """The numbers of the quote, each in every scale in which it may stand there."""
    unit = UNITS[figure.unit]
    for match in SAID.finditer(figure.quote or ""):
        digits = match["digits"].rstrip(",").replace(",", "")
        decimals = len(digits.partition(".")[2])
        for exponent in _exponents(match) if unit.kind == "money" else (unit.scale,):
            shift = 10.0 ** (exponent - unit.scale)
            yield Said(twelve(float(digits) * shift), 10.0**-decimals * shift, _fits(match, figure.unit))


def _exponents(match: re.Match[str]) -> tuple[int, ...]:
    """The powers of ten that an amount may stand for."""
    if match["scale"]:
        return (SCALES[match["scale"].lower()],)
    return (0,) if match["currency"] else ANY_SCALE


def _fits(match: re.Match[str], name: str) -> bool:
    """Whether what stands around the number lets it be in the unit called `name`."""
    kind = UNITS[name].kind
    if match["percent"]:
        return kind == "percent" and (name == "% a year" or not match["yearly"])
    return kind == "money" or not (match["currency"] or match["scale"])
