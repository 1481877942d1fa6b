"""The line below a chart: whose numbers it rests on, who worked it out, with which release, due for review when.

It goes wherever the picture goes and is read on any day, so its words are true before that day and after it.
"""

from collections.abc import Iterable

from calculators.contract.age import good_until
from calculators.contract.release import release
from calculators.contract.values import Given, Value
from data.dates import when
from data.figures import Figure, Knowledge


def credit(given: Given, known: Knowledge) -> str:
    """The publishers of the figures still in use, the reader's own numbers, and our own calculation."""
    yours = any(value.state in ("yours", "outside") and _measured(value) for value in given.values.values())
    return credit_of(given.figures, known, yours)


def _measured(value: Value) -> bool:
    """Whether it is a number, or a table of them, that somebody must have got from somewhere: no year, no choice."""
    numeric = isinstance(value.value, int | float) and not isinstance(value.value, bool)
    return isinstance(value.value, list) or (numeric and value.unit != "year")


def credit_of(figures: Iterable[Figure], known: Knowledge, yours: bool = False, worked: bool = True) -> str:
    """The same for any figures; `worked` says that something was worked out from them."""
    used = list(figures)
    standings: dict[str, set[str]] = {}
    for figure in used:
        standings.setdefault(known.source_of(figure).publisher, set()).add(figure.standing)
    sources = [f"{publisher}{_standing(found)}" for publisher, found in standings.items()]
    parts = [f"Source: {', '.join(sources)}."] if sources else []
    parts += ["Your numbers."] if yours else []
    until = good_until(used)
    age = [f"Review due {when(until.isoformat())}."] if until else []
    return " ".join([*parts, f"{'Own calculation, release' if worked else 'Release'} {release()}.", *age])


def _standing(found: set[str]) -> str:
    """How well the numbers stand, where that is less than confirmed."""
    words = sorted({"as-reported": "as reported"}.get(each, each) for each in found - {"confirmed"})
    return f" ({'in part ' if 'confirmed' in found else ''}{' and '.join(words)})" if words else ""
