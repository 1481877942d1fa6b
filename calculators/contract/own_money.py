"""The reader's own money: in any one currency, answered in the scale typed.

`40` and `8` answer in the same bare numbers, `40 million` and `8 million` in millions. A bare number
beside one with a scale is a wrong number in the making, and so are two currencies: both are told.
"""

import re
from collections.abc import Mapping

from data.units import OWN_MONEY, SCALES

CURRENCY = re.compile(r"us\$|[$€£¥]|\b(?:usd|eur|gbp|chf|jpy)\b", re.IGNORECASE)
SAME = {"us$": "$", "usd": "$", "eur": "€", "gbp": "£", "jpy": "¥"}
SCALE = re.compile(rf"(?<![a-z])({'|'.join(sorted(SCALES, key=len, reverse=True))})(?![a-z])", re.IGNORECASE)


def without_currency(text: str) -> str:
    """The text without the sign or code of its currency."""
    return CURRENCY.sub("", text).strip()


def currency(text: str) -> str:
    """The sign or code of the text's currency, empty where it has none."""
    found = CURRENCY.search(text)
    return SAME.get(found[0].lower(), found[0].upper()) if found else ""


def scale(text: str) -> int | None:
    """The power of ten that the text's scale word stands for; None without one."""
    found = SCALE.search(re.sub(r"([0-9])(?=[a-z])", r"\1 ", text.lower()))
    return SCALES[found[1]] if found else None


def common_unit(texts: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The unit in which all of `texts` are read and answered, and what is wrong, by input."""
    given = {name: text for name, text in texts.items() if re.search("[1-9]", text)}
    scales = {name: scale(text) for name, text in given.items()}
    said = [each for each in scales.values() if each is not None]
    unit = OWN_MONEY[said[0] if said else 0]
    problems = {
        name: f"Another amount here is in {unit}s. Write “{given[name].strip()[:24]} {unit}”, or no scale anywhere."
        for name, each in scales.items()
        if each is None and said
    }
    signs = {name: sign for name, text in given.items() if (sign := currency(text))}
    first = next(iter(signs.values()), "")
    for name, sign in signs.items():
        if sign != first:
            problems[name] = f"This is in {sign}, another amount is in {first}. Write all amounts in one currency."
    return unit, problems
