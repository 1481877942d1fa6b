"""What must be said of the published numbers that stand together in an answer.

Numbers whose standing is weak or whose review is due; an amount moved to another year; editions of
one publisher side by side; an amount counted within another; amounts with and without inflation; the
reader's currency beside US dollars. Each is a sentence that goes wherever the answer goes. Left out on
purpose: whether a sum is really built from them, which nothing here could know.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby

from calculators.contract.shape import Calculator
from calculators.contract.values import Given
from data.dates import stretch, when
from data.figures import Figure, Knowledge
from data.units import UNITS

WEAK = {
    "as-reported": "Reported by an article, and not seen in the source itself",
    "conflicting": "Contradicted by another text of its source",
    "unsourced": "Without a named source",
}
DOLLARS = "$"


def warnings(calculator: Calculator, given: Given, known: Knowledge, today: date) -> list[str]:
    """What to bear in mind, a sentence each; nothing where there is nothing."""
    used = given.figures
    return [
        *_weak(used),
        *_due(used, today),
        *_editions([each for value in given.values.values() for each in (value.figure,) if each], known),
        *_moved(calculator, given),
        *_counted_within(used, known),
        *_prices(used),
        *_currencies(calculator, given, used),
    ]


def _weak(used: list[Figure]) -> Iterator[str]:
    for standing, words in WEAK.items():
        if named := [each for each in used if each.standing == standing]:
            yield f"{words}: {_list(named)}."


def _due(used: list[Figure], today: date) -> Iterator[str]:
    for day, named in _grouped([each for each in used if each.review_by < today], lambda each: each.review_by):
        yield f"Not looked at again since a review was due on {when(day.isoformat())}: {_list(named)}."


def _grouped[K: (str, date)](used: list[Figure], key: Callable[[Figure], K]) -> Iterator[tuple[K, list[Figure]]]:
    for found, group in groupby(sorted(used, key=lambda each: (key(each), each.id)), key):
        yield found, list(group)


def _editions(used: list[Figure], known: Knowledge) -> Iterator[str]:
    dated = [each for each in used if each.edition]
    for publisher, group in _grouped(dated, lambda each: known.source_of(each).publisher):
        found = sorted({str(each.edition) for each in group})
        if len(found) > 1:
            between = "and" if len(found) == 2 else "to"
            which = f"{len(found)} editions of {publisher}, {when(found[0])} {between} {when(found[-1])}"
            yield f"{which}, stand side by side: what {publisher} counts changes from edition to edition."


def _moved(calculator: Calculator, given: Given) -> Iterator[str]:
    """Amounts that stand as of another year than the one they describe."""
    for name, field in calculator.fields.items():
        named, of, _ = field.input.default.partition(".as_of")
        about = [each.figure for each in given.values.values() if each.figure and each.figure.id == named]
        year = given.values[name].value if of else None
        if about and isinstance(year, int) and year != about[0].year and about[0].bound is None:
            yield f"{_named(about[0])} is taken here as of {year}."


def _counted_within(used: list[Figure], known: Knowledge) -> Iterator[str]:
    for outer in used:
        inner = [each for each in used if outer.id in each.within or each.id in outer.parts]
        if inner:
            verb = "is" if len(inner) == 1 else "are"
            yield f"{_list(inner)} {verb} counted within {_named(outer)}: they may be compared, not added."


def _prices(used: list[Figure]) -> Iterator[str]:
    real = [each for each in used if each.prices == "real"]
    if real and len(real) < len(used):
        verb = "has" if len(real) == 1 else "have"
        yield f"{_list(real)} {verb} inflation taken out, the other published numbers do not."


def _currencies(calculator: Calculator, given: Given, used: list[Figure]) -> Iterator[str]:
    published = any(UNITS[each.unit].kind == "money" for each in used)
    own = any(UNITS[field.input.unit].kind == "own" for field in calculator.fields.values() if field.input.unit)
    if published and own and given.currency != DOLLARS:
        own_words = given.currency or "your own currency"
        yield f"Published amounts are in US dollars, yours in {own_words}: none is converted."


def _list(figures: list[Figure]) -> str:
    *others, last = map(_named, figures)
    return f"{', '.join(others)} and {last}" if others else last


def _named(figure: Figure) -> str:
    said = [figure.phrase] if figure.value is not None else []
    return f"“{figure.label}” ({', '.join([*said, stretch(figure.since, figure.as_of)])})"
