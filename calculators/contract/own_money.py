"""The reader's own money: in any one currency, answered in the scale typed.

`40` and `8` answer in the same bare numbers, `40 million` and `8 million` in millions. A bare number
beside one with a scale is a wrong number in the making, and so are two currencies: both are told.
"""

import re
from collections.abc import Mapping

from data.units import OWN_MONEY, SCALES

CURRENCY = re.compile(
    r"us\$|[$€£¥]|(?:(?<![a-z])|(?<=[0-9][kmbt])|(?<=[0-9][mbt]n))(?:usd|eur|gbp|chf|jpy)(?![a-z])", re.IGNORECASE
)
SAME = {"us$": "$", "usd": "$", "eur": "€", "gbp": "£", "jpy": "¥"}
SCALE = re.compile(rf"(?<![a-z])({'|'.join(sorted(SCALES, key=len, reverse=True))})(?![a-z])", re.IGNORECASE)


def without_currency(text: str) -> str:
    """The text without the sign or code of its currency."""
    return CURRENCY.sub("", text).strip()


def currencies(text: str) -> list[str]:
    """The signs or codes of the currencies in the text, each once."""
    found = (sign.lower() for sign in CURRENCY.findall(text))
    return list(dict.fromkeys(SAME.get(sign, sign.upper()) for sign in found))


def scale(text: str) -> int | None:
    """The power of ten that the text's scale word stands for; None without one."""
    found = SCALE.search(re.sub(r"([0-9])(?=[a-z])", r"\1 ", without_currency(text).lower()))
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
    return unit, problems | mixed_currencies(given)


def mixed_currencies(texts: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the currencies of the texts, by input: a second one beside the first."""
    signs = {name: found for name, text in texts.items() if (found := currencies(text))}
    first = next(iter(signs.values()), [""])[0]
    problems = {}
    for name, found in signs.items():
        if len(found) > 1:
            problems[name] = f"This is in {' and '.join(found)}. Write all amounts in one currency."
        elif found[0] != first:
            problems[name] = f"This is in {found[0]}, another amount is in {first}. Write all amounts in one currency."
    return problems
