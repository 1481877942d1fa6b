"""Units, and the only reading and showing of numbers in this project.

One rule reads every number a person types, in English (`read`), and one shows every number we
print (`show`). They are inverse to each other: for every unit and every number below a quadrillion
``read(show(x, unit, digits), unit).value == round(twelve(x), digits)``.

"own money" is the reader's, in whatever one currency; it is answered in the scale typed, which the
units "thousand" to "trillion" stand for.

Left out on purpose: exponents, underscores, digits other than ASCII 0-9, and any currency but the
US dollar, because a guess there would be a wrong number without a word.
"""

import re
from dataclasses import dataclass

LARGEST = 10**15
SMALLEST = 10**-30
LONGEST = 60
SCALES = {
    "k": 3, "thousand": 3,
    "m": 6, "mn": 6, "million": 6,
    "b": 9, "bn": 9, "billion": 9,
    "t": 12, "tn": 12, "trillion": 12,
}  # fmt: skip
SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
GROUPED_BY_SPACE = re.compile(r"([0-9]{1,3})((?:[ '][0-9]{3})+)([.,][0-9]*)?")
SAID_ONCE = re.compile(r" (?:a year|an hour|points|years|hours|times)$")
AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
EXPONENT = re.compile(r"[0-9.,]e[-+]?[0-9]", re.IGNORECASE)
NUMBER = re.compile(
    r"(?P<minus>[-+]?) ?(?P<currency>us\$|\$|usd)? ?(?P<late_minus>[-+]?) ?"
    r"(?P<body>[0-9.,' ]*[0-9][.,]?)(?P<tail>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Unit:
    """One unit of the closed list below.

    `scale` is the power of ten a bare number stands for (9 in "USD billion"); `tail` is what a reader
    may write after the number; `pattern` is how the number is set in running text, `like` an example,
    `one` how a single one is set where that differs.
    """

    name: str
    kind: str
    pattern: str
    tail: str
    scale: int = 0
    like: str = "1274.5"
    one: str = ""

    @property
    def beside(self) -> str:
        """What stands beside a number in a field or a table: nothing for a year or a plain number."""
        return "" if self.name in ("year", "number", "own money") else self.name

    @property
    def after(self) -> str:
        """What follows a number that is shown apart from its unit: a percent sign keeps no distance, a word does."""
        return self.beside if self.beside[:1] in ("", "%") else f" {self.beside}"

    def phrase(self, number: str) -> str:
        """The shown number with its unit as it stands in a sentence: "$720 billion", "8.5%"."""
        return _set(self.one if self.one and number.lstrip("−") == "1" else self.pattern, number)

    def between(self, low: str, high: str, joint: str = "to") -> str:
        """Two shown numbers as a range in a sentence: "$715 billion to $725 billion", "8% to 9% a year"."""
        return f"{_set(SAID_ONCE.sub('', self.pattern), low)} {joint} {self.phrase(high)}"


def _set(pattern: str, number: str) -> str:
    """The number in its pattern, with its minus before everything."""
    return "−" * number.startswith("−") + pattern.format(number.removeprefix("−"))


_DOLLARS = r"(?:usd|us\$|\$|(?:us )?dollars)"
_MONEY = rf"{_DOLLARS}? ?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})? ?{_DOLLARS}?"
_OWN = rf"(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})?"
_PERCENT = r"(?:%|percent|per cent)?"
UNITS = {
    unit.name: unit
    for unit in (
        Unit("USD trillion", "money", "${} trillion", _MONEY, 12),
        Unit("USD billion", "money", "${} billion", _MONEY, 9),
        Unit("USD million", "money", "${} million", _MONEY, 6),
        Unit("USD", "money", "${}", _MONEY),
        Unit("USD an hour", "money", "${} an hour", rf"{_MONEY} ?(?:an hour|per hour|/ ?h(?:our)?)?"),
        Unit("%", "percent", "{}%", _PERCENT, like="8.5"),
        Unit("% a year", "percent", "{}% a year", rf"{_PERCENT} ?(?:a year|per year|per annum|p\.a\.)?", like="8.5"),
        Unit("points", "percent", "{} points", r"(?:percentage )?(?:points)?", like="1.5"),
        Unit("year", "year", "{}", "", like="2030"),
        Unit("years", "count", "{} years", r"(?:years?)?", like="7", one="{} year"),
        Unit("hours", "count", "{} hours", r"(?:hours?|h)?", like="2.5", one="{} hour"),
        Unit("number", "count", "{}", ""),
        Unit("times", "count", "{} times", r"(?:times)?", like="1.5"),
        Unit("own money", "own", "{}", _OWN),
        *(
            Unit(word, "own", f"{{}} {word}", _OWN, SCALES[word])
            for word in ("thousand", "million", "billion", "trillion")
        ),
    )
}
OWN_MONEY = {unit.scale: unit.name for unit in UNITS.values() if unit.kind == "own"}


class UnreadableNumber(ValueError):
    """A text that is not one number; its message tells the reader what to write instead."""


@dataclass(frozen=True)
class Reading:
    """A number read from text, in the field's unit, and a note where another reading is usual."""

    value: float
    note: str = ""


def twelve(value: float) -> float:
    """`value` rounded to 12 significant digits, where CPython and Pyodide always agree."""
    return float(f"{value:.12g}")


def canonical(value: float) -> str:
    """The number as we write it into fields, links and files: "1274.5", "-0.4", never "1e3"."""
    rounded = twelve(value)
    exponent = int(f"{rounded:.11e}".partition("e")[2])
    text = f"{rounded:.{max(0, 11 - exponent)}f}"
    return text.rstrip("0").rstrip(".") if "." in text and rounded else f"{rounded or 0:.0f}"


def show(value: float, unit: str, digits: int = 0) -> str:
    """The number as we set it to be read: "1,274.5", "−0.4"; years without grouping."""
    rounded = round(twelve(value), digits) or 0.0
    grouping = "" if UNITS[unit].kind == "year" else ","
    return f"{rounded:{grouping}.{digits}f}".replace("-", "−")


def read(text: str, unit: str) -> Reading:
    """Read one number typed for a field in `unit`.

    Args:
        text: what the reader typed, such as "1,274.5", "8,5 %" or "0.72 trillion".
        unit: the field's unit, a key of `UNITS`; the value returned is in it.

    Raises:
        UnreadableNumber: with a message that says what to write.
    """
    clean = SPACES.sub(" ", text).strip().replace("−", "-").replace("’", "'")
    match = _match(clean, UNITS[unit].like)
    plain, note = _plain(match["body"].strip())
    shift = _shift(match["tail"], UNITS[unit])
    if match["currency"] and UNITS[unit].kind != "money":
        raise UnreadableNumber(f"This is not an amount of money. Write it in {_said(unit)}.")
    value = twelve(float(f"{plain}e{shift}"))
    if value >= LARGEST:
        raise UnreadableNumber("This number is too large. Write one below 1,000,000,000,000,000.")
    if value < SMALLEST and plain.strip("0."):
        raise UnreadableNumber("This number is too small to tell from 0. Write 0 or a larger one.")
    if shift:
        note = f"{note} Read as {canonical(value)} {unit}.".lstrip()
    minus = "-" in (match["minus"], match["late_minus"])
    return Reading(-value if minus and value else value, note)


def _match(clean: str, like: str) -> re.Match[str]:
    if not clean:
        raise UnreadableNumber("This is empty. Enter a number.")
    if len(clean) > LONGEST:
        raise UnreadableNumber(f"This has {len(clean)} characters. Write a number of at most {LONGEST}.")
    if EXPONENT.search(clean):
        raise UnreadableNumber("Exponents are not read here. Write the number in full, like 1200000.")
    match = NUMBER.fullmatch(clean)
    if match is None or (match["minus"] and match["late_minus"]):
        raise UnreadableNumber(f"“{clean[:24]}” is not a number. Write digits, like {like}.")
    return match


def _shift(tail: str, unit: Unit) -> int:
    """Powers of ten between the scale word in `tail` and the unit's own scale."""
    said = re.fullmatch(unit.tail, tail.strip().lower())
    if said is None:
        raise UnreadableNumber(f"“{tail.strip()[:24]}” is not understood here. Write a number in {_said(unit.name)}.")
    scale = said.groupdict().get("scale")
    return SCALES[scale] - unit.scale if scale else 0


def _said(unit: str) -> str:
    if UNITS[unit].kind == "own":
        return "digits, with thousand, million or billion after it if you like"
    return {"%": "percent", "% a year": "percent a year", "year": "years, like 2030"}.get(unit, unit)


def _plain(body: str) -> tuple[str, str]:
    """The number with a dot as its only mark, and a note where another reading is usual."""
    if grouped := GROUPED_BY_SPACE.fullmatch(body):
        first, groups, rest = grouped.groups(default="")
        return first + re.sub("[ ']", "", groups) + rest.replace(",", "."), ""
    if re.search("[ ']", body):
        raise UnreadableNumber(f"“{body}” is not grouped in threes. Write it like 1200000 or 1,200,000.")
    marks = re.sub("[0-9]", "", body)
    if len(marks) == 1:
        return _one_mark(body, marks)
    decimal = marks[-1] if len(set(marks)) == 2 else ""
    return _grouped(body, decimal) if marks else body, ""


def _one_mark(body: str, mark: str) -> tuple[str, str]:
    """A single dot is decimal; a single comma groups only where it can."""
    if not AMBIGUOUS.fullmatch(body):
        return body.replace(",", "."), ""
    joined, dotted = body.replace(mark, ""), body.replace(",", ".")
    if mark == ",":
        return joined, f"Read as {joined}, the comma grouping thousands. For a decimal write {dotted}."
    return body, f"Read as the decimal {canonical(float(body))}. For thousands write {joined}."


def _grouped(body: str, decimal: str) -> str:
    """`body` with its groups joined; `decimal` is its decimal mark, empty if it has none."""
    whole, _, rest = body.rpartition(decimal) if decimal else (body, "", "")
    if not re.fullmatch(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*", whole):
        raise UnreadableNumber(f"“{body}” is not grouped in threes. Write it like 1200000 or 1,200,000.")
    return re.sub("[.,]", "", whole) + ("." + rest if rest else "")
