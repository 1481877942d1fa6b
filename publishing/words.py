"""What records say in codes, put in words for the reader: standing, dates, what rounding allows."""

import re

from calculators import knowledge
from data.dates import stretch, when
from data.figures import Figure
from data.units import UNITS, canonical, show, twelve

__all__ = ["BOUNDS", "KINDS", "STANDING", "allowance", "joined", "producers", "says_so", "spoken",
           "standing_of", "when", "when_of", "worked_out"]  # fmt: skip

STANDING = {
    "confirmed": "Confirmed: the publisher’s own words, as quoted, hold the number.",
    "second-hand": "Second-hand: a report of the source holds the number; the source itself was not read.",
    "as-reported": "As reported: only the article that prompted this site gives the number.",
    "conflicting": "Conflicting: what was read of the source says something else.",
    "unsourced": "Unsourced: nobody is named for it.",
}
THIRD_PARTY = "the publisher’s own words, as quoted from a third party’s copy, hold the number."
KINDS = {
    "official": "an official statistic",
    "survey": "a survey",
    "estimate": "an estimate",
    "forecast": "a forecast",
    "derived": "worked out on this site",
}
BOUNDS = {
    "above": "A mark that the source says is passed, not an amount.",
    "below": "A mark that the source says is not reached, not an amount.",
    "approaching": "The source says approaching, so the amount itself lies somewhat below.",
}


SCALED = {"USD billion": "USD trillion", "USD million": "USD billion"}
PLACES = 2  # decimals of a larger scale that prose would still write


def spoken(figure: Figure) -> str:
    """An amount in the larger scale that prose uses for it, "$5.14 trillion"; empty where there is no such."""
    larger = SCALED.get(figure.unit)
    if larger is None or figure.value is None or abs(figure.value) < 1000:
        return ""
    size = twelve(figure.value / 1000)
    digits = len(canonical(size).partition(".")[2])
    about, shown = ("about ", PLACES) if digits > PLACES else ("", digits)
    return about + UNITS[larger].phrase(show(size, larger, shown))


def when_of(figure: Figure) -> str:
    """What time the number describes."""
    return stretch(figure.since, figure.as_of)


def standing_of(figure: Figure) -> str:
    """How well a figure stands, for its card and page: a number worked out here stands as its weakest number does."""
    word, _, why = STANDING[figure.standing].partition(": ")
    if figure.kind == "derived":
        return f"Worked out here; its weakest number is {word.lower()}."
    return f"{word}: {THIRD_PARTY}" if figure.standing == "confirmed" and figure.via else f"{word}: {why}"


def producers(figure: Figure) -> list[str]:
    """Whose numbers the figure rests on in the end: its publisher, or those of all that it is worked out from."""
    known = knowledge()
    if figure.kind != "derived":
        return [known.source_of(figure).publisher]
    beneath = (producers(known.figures[name]) for name in figure.named)
    return list(dict.fromkeys(publisher for each in beneath for publisher in each))


def joined(names: list[str]) -> str:
    """Names as a sentence lists them: "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def says_so(figure: Figure) -> str:
    """Who is behind the number: its publisher, or this site and those whose numbers it took."""
    named = joined(producers(figure))
    return f"This site, from numbers of {named}" if figure.kind == "derived" else named


def allowance(figure: Figure) -> str:
    """What the published rounding allows, and what kind of bound the number is."""
    said = [BOUNDS[figure.bound]] if figure.bound else []
    if figure.kind == "derived":
        said.append("Worked out here and rounded; what the numbers beneath it leave open comes on top.")
    elif figure.value is not None and figure.rounded_to is not None and figure.bound is None:
        digits = len(canonical(figure.rounded_to / 2).partition(".")[2])
        ends = UNITS[figure.unit].between(*(show(side, figure.unit, digits) for side in figure.allowed))
        said.append(f"As rounded when published, it stands for {ends}.")
    return " ".join(said)


def worked_out(figure: Figure) -> str:
    """The arithmetic behind a derived figure, with the numbers it takes: "720 / 5,140 × 100"."""

    def number(match: re.Match[str]) -> str:
        other = knowledge().figures[match[1]]
        return show(other.number, other.unit, other.digits)

    return re.sub(r"\{([a-z0-9-]+)\}", number, figure.from_ or "").replace("*", "×").replace(" - ", " − ")
