"""Where an output shows a target as one input goes through its limits.

A scan finds where the output shows the target or passes it, bisection closes in. Where a side is open
the scan goes outward from a start to a million times it. A jump over the target is no solution. What is
found is one value, the shortest number whose answer shows the target, or a stretch of values that all do.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from calculators.contract.fields import shown, within
from calculators.contract.run import run, unmet
from calculators.contract.shape import Calculator, Field, Output
from calculators.contract.values import Given
from data.units import LARGEST, UNITS, Unit, show

POINTS = 240
FAR = 1e6
HALVINGS = 100


@dataclass(frozen=True)
class Search:
    """One question: the output as a function of one input, what it should come to, and where to start."""

    calculator: Calculator
    given: Given
    field: Field
    unit: str
    output: str
    target: float
    start: float

    @property
    def said(self) -> Output:
        """The output's declaration."""
        said = self.calculator.outputs[self.output]
        assert isinstance(said, Output), "only numbers can be wished for"
        return said

    @property
    def whole(self) -> bool:
        """Whether only whole numbers are looked at."""
        return self.field.kind == "whole"

    def numbers(self, x: float) -> dict[str, float]:
        """What the function takes there."""
        return {**self.given.numbers, self.field.name: int(x) if self.whole else x}

    def at(self, x: float) -> float | None:
        """The output there; None where there is none."""
        if not within(x, self.field) or unmet(self.calculator, self.numbers(x)):
            return None
        found: float | None = run(self.calculator, self.numbers(x), {self.output}).values[self.output]
        return found

    def is_target(self, found: float | None) -> bool:
        """Whether a value of the output, as shown, is the target."""
        return found is not None and abs(found) < LARGEST and self.text(found) == self.text(self.target)

    def shows(self, x: float) -> bool:
        """Whether the answer there, as shown, is the target."""
        return self.is_target(self.at(x))

    def below(self, x: float) -> bool:
        """Whether the answer there is below the target."""
        found = self.at(x)
        return found is not None and found < self.target

    def text(self, number: float) -> str:
        """A value of the output as shown."""
        return show(number, self.given.unit(self.said.unit), self.said.digits)

    def phrase(self, x: float) -> str:
        """A value of the input, in a sentence."""
        return UNITS[self.unit].phrase(shown(x, self.unit))

    def between(self, low: float, high: float) -> str:
        """Values of the input from one to another, in a sentence."""
        return UNITS[self.unit].between(shown(low, self.unit), shown(high, self.unit))

    @property
    def given_in(self) -> Unit:
        """The unit of the output."""
        return UNITS[self.given.unit(self.said.unit)]


@dataclass(frozen=True)
class Stretch:
    """Values of the input that all give the target; one value where both ends are the same."""

    low: float
    high: float


def points(search: Search) -> list[float]:
    """Where to look: evenly between two limits, outward in growing steps where a side is open."""
    said, start = search.field.input, search.start
    low = said.low if said.low is not None else said.above
    if low is not None and said.high is not None:
        found = {low + (said.high - low) * n / POINTS for n in range(POINTS + 1)} | {start}
    else:
        found = {start, 0.0} | set(_outward(start, low, said.high))
    if search.whole:
        found = {float(x) for x in _wholes(min(found), max(found), start)}
    return sorted(x for x in found if within(x, search.field) and abs(x) < LARGEST)


def _outward(start: float, low: float | None, high: float | None) -> Iterator[float]:
    size = max(abs(start), 1.0)
    steps = [size * FAR ** (2 * n / POINTS - 1) for n in range(POINTS + 1)]
    for step in steps:
        yield (low or 0) + step if low is not None else start + step
        if low is None:
            yield start - step
    if high is not None:
        yield high


def _wholes(low: float, high: float, start: float) -> Iterator[int]:
    """Every whole number if there are not too many, else those around the start."""
    if high - low <= 20 * POINTS:
        yield from range(int(low), int(high) + 1)
    else:
        yield from range(max(int(low), int(start) - 10 * POINTS), min(int(high), int(start) + 10 * POINTS) + 1)


def stretches(search: Search, looked_at: list[float]) -> Iterator[Stretch]:
    """Every place found at which the answer shows the target, in order."""
    shows = [search.shows(x) for x in looked_at]
    begun: int | None = None
    for place, now in enumerate([*shows, False]):
        if now and begun is None:
            begun = place
        elif not now and begun is not None:
            yield _stretch(search, looked_at, begun, place - 1)
            begun = None
        elif not now and 0 < place < len(shows) and not search.whole:
            yield from _between(search, looked_at[place - 1], looked_at[place])


def _stretch(search: Search, looked_at: list[float], first: int, last: int) -> Stretch:
    """The run of points from `first` to `last`, drawn out to where it ends."""
    low, high = looked_at[first], looked_at[last]
    if search.whole:
        return Stretch(low, high)
    if first == last and search.said.digits:
        return _one(search, low)
    low = _end(search.shows, low, looked_at[first - 1]) if first else low
    high = _end(search.shows, high, looked_at[last + 1]) if last + 1 < len(looked_at) else high
    return _rounded(search, low, high)


def _between(search: Search, low: float, high: float) -> Iterator[Stretch]:
    """Where between two points that do not show it the target is passed: once, or nowhere."""
    found = _crossing(search, low, high)
    if found is None:
        return
    if search.said.digits:
        yield _one(search, found)
    else:
        yield _rounded(search, _end(search.shows, found, low), _end(search.shows, found, high))


def _crossing(search: Search, low: float, high: float) -> float | None:
    """Where between two points the output passes the target; None where it does not, or only jumps."""
    answers: Callable[[float], bool] = lambda x: search.at(x) is not None  # noqa: E731  # a name for one line
    if not answers(low) and not answers(high):
        return None
    low = low if answers(low) else _end(answers, high, low)
    high = high if answers(high) else _end(answers, low, high)
    below = search.below(low)
    if search.below(high) == below:
        return next((x for x in (low, high) if search.shows(x)), None)
    last = _end(lambda x: search.below(x) == below, low, high)
    return next((x for x in (last, math.nextafter(last, high)) if search.shows(x)), None)


def _end(holds: Callable[[float], bool], inside: float, outside: float) -> float:
    """The last value from `inside` toward `outside` for which it holds."""
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        if middle in (inside, outside):
            break
        inside, outside = (middle, outside) if holds(middle) else (inside, middle)
    return inside


def _one(search: Search, x: float) -> Stretch:
    """The number with the fewest decimal places at `x` whose answer still shows the target."""
    short = next((round(x, digits) for digits in range(13) if search.shows(round(x, digits))), x)
    return Stretch(short, short)


def _rounded(search: Search, low: float, high: float) -> Stretch:
    """A stretch with the fewest decimal places that leave out at most a hundredth at each end."""
    for digits in range(13):
        ends = math.ceil(low * 10**digits) / 10**digits, math.floor(high * 10**digits) / 10**digits
        room = (high - low) / 100
        if ends[0] - low <= room and high - ends[1] <= room and all(search.shows(end) for end in ends):
            return Stretch(*ends)
    return Stretch(low, high)


def neighbors(values: dict[float, float], target: float) -> tuple[float, float] | None:
    """The two inputs next to each other between whose answers the target lies."""
    around = pairwise(sorted(values))
    return next((pair for pair in around if (values[pair[0]] - target) * (values[pair[1]] - target) < 0), None)
