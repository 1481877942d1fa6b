"""Whether the words of a link are a right rounding of a number: "about $720 billion".

A saying is one number in digits with its unit, and perhaps a word of direction before it. Its last
digit is the step it is rounded to; with a word of direction trailing noughts count as rounding too.
"""

import re
from dataclasses import dataclass

from data.knowledge import Figure
from data.units import SCALES, UNITS, UnreadableNumber, read, show, twelve

LOOSE = {"about", "some", "around", "roughly"}
BELOW = {"nearly", "almost", "under", "less than", "just under"}
ABOVE = {"over", "more than", "just over"}
SAYING = re.compile(
    r"(?:(?P<word>[A-Za-z]+(?: [a-z]+)?) )?"
    r"(?P<number>[-−]?(?:US\$|\$)?[0-9](?:[0-9.,]*[0-9])?(?: ?(?:%|percent|points))?"
    r"(?: (?P<scale>thousand|million|billion|trillion))?(?: an? (?:year|hour))?)"
)


@dataclass(frozen=True)
class Number:
    """A number to be said: its value, its unit, and the step it was published with, if any."""

    value: float
    unit: str
    step: float | None = None


def of_figure(figure: Figure) -> Number:
    """The figure as a number to be said."""
    return Number(figure.number, figure.unit, figure.rounded_to)


def lacks_unit(text: str, unit: str) -> bool:
    """Whether the words leave the unit out: "23" for 23%."""
    if UNITS[unit].kind == "money":
        return "$" not in text or (UNITS[unit].scale > 0 and not re.search("illion|thousand", text))
    return UNITS[unit].kind == "percent" and not re.search("%|percent|points", text)


def fault(text: str, number: Number) -> str | None:
    """What is wrong with saying `number` so, or None."""
    match = SAYING.fullmatch(text)
    word = match["word"].lower() if match and match["word"] else ""
    if match is None or word not in {"", *LOOSE, *BELOW, *ABOVE}:
        return "It is not one number in digits with its unit."
    try:
        said = read(match["number"], number.unit).value
    except UnreadableNumber as error:
        return str(error)
    step, decimals = _step(match, number.unit)
    if decimals and number.step and step < number.step * 0.999:
        return "It is more exact than what was published."
    steps = [step * 10**zeros for zeros in range(_noughts(match["number"]) + 1 if word else 1)]
    if all(abs(said - number.value) > each / 2 * (1 + 1e-9) for each in steps):
        return f"The figure is {_phrase(number)}."
    if (word in BELOW and number.value > said) or (word in ABOVE and number.value < said):
        return f"“{word}” points the wrong way: the figure is {_phrase(number)}."
    return None


def right(text: str, number: Number) -> str:
    """The same words with the number put right, as far as that is mechanical."""
    match = SAYING.fullmatch(text)
    if match is None:
        return _phrase(number)
    step, decimals = _step(match, number.unit)
    while decimals and number.step and step < number.step * 0.999:
        step, decimals = step * 10, decimals - 1
    scale = match["scale"] if match["scale"] in SCALES else None
    shift = UNITS[number.unit].scale - SCALES[scale] if scale else 0
    shown = show(twelve(number.value * 10.0**shift), number.unit, decimals)
    digits = re.sub(r"[-−]?[0-9](?:[0-9.,]*[0-9])?", shown, match["number"], count=1)
    word = match["word"] if match["word"] and match["word"].lower() in LOOSE else ""
    return f"{word} {digits}".strip()


def _phrase(number: Number) -> str:
    digits = max(0, len(f"{twelve(number.value):.9f}".rstrip("0").partition(".")[2]))
    return UNITS[number.unit].phrase(show(number.value, number.unit, digits))


def _step(match: re.Match[str], unit: str) -> tuple[float, int]:
    """The step of the last digit written, in the unit, and how many decimals are written."""
    digits = re.sub(r"[^0-9.]", "", match["number"])
    decimals = len(digits.partition(".")[2])
    scale = SCALES[match["scale"]] - UNITS[unit].scale if match["scale"] and UNITS[unit].kind == "money" else 0
    return 10.0 ** (scale - decimals), decimals


def _noughts(text: str) -> int:
    digits = re.sub(r"[^0-9.]", "", text)
    return 0 if "." in digits else len(digits) - len(digits.rstrip("0"))
