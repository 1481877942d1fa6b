"""The line below a chart that says whose numbers it rests on, who worked it out, and with which release."""

from collections.abc import Iterable

from calculators.contract.release import release
from calculators.contract.values import Given
from data.figures import Figure, Knowledge


def credit(given: Given, known: Knowledge) -> str:
    """The publishers of the figures still in use, the reader's own numbers, and our own calculation."""
    own = (value.value for value in given.values.values() if value.state in ("yours", "outside"))
    yours = any(isinstance(each, int | float | list) and not isinstance(each, bool) for each in own)  # a choice is none
    return credit_of((figure for value in given.values.values() for figure in value.figures), known, yours)


def credit_of(figures: Iterable[Figure], known: Knowledge, yours: bool = False, worked: bool = True) -> str:
    """The same for any figures; `worked` says that something was worked out from them."""
    publishers = list(dict.fromkeys(known.source_of(figure).publisher for figure in figures))
    parts = [f"Source: {', '.join(publishers)}."] if publishers else []
    parts += ["Your numbers."] if yours else []
    return " ".join([*parts, f"{'Own calculation, release' if worked else 'Release'} {release()}."])
