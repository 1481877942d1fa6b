"""Solving for one input: which value of it gives the answer wished for.

A scan over the input's limits finds where the output passes the target, bisection closes in. Where a
side is open the scan goes outward from the present value to a million times it, and says so. A jump
over the target is no solution. The solution is the shortest number whose answer shows the target.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import nan
from typing import Any

from calculators.contract.answer import worked_out
from calculators.contract.fields import default_of, shown, within
from calculators.contract.reading import InputProblem, InputProblems
from calculators.contract.run import run, unmet
from calculators.contract.shape import Calculator, Field, Output
from calculators.contract.values import Given
from data.figures import Knowledge
from data.units import LARGEST, UNITS, UnreadableNumber, canonical, read, show, twelve

POINTS = 240
FAR = 1e6
HALVINGS = 100
MOST_TOLD = 3


@dataclass(frozen=True)
class Search:
    """One question: the output as a function of one input, and what it should come to."""

    calculator: Calculator
    given: Given
    field: Field
    output: str
    target: float

    @property
    def said(self) -> Output:
        """The output's declaration."""
        said = self.calculator.outputs[self.output]
        assert isinstance(said, Output), "only numbers can be wished for"
        return said

    def at(self, x: float) -> float | None:
        """The output there; None where there is none."""
        numbers = {**self.given.numbers, self.field.name: int(x) if self.field.kind == "whole" else x}
        if not within(x, self.field) or unmet(self.calculator, numbers):
            return None
        found: float | None = run(self.calculator, numbers, {self.output}).values[self.output]
        return found

    def distance(self, x: float) -> float:
        """How far the output there is above the target; NaN where there is none."""
        found = self.at(x)
        return nan if found is None else found - self.target

    def is_target(self, found: float | None) -> bool:
        """Whether a value of the output, as shown, is the target."""
        return found is not None and abs(found) < LARGEST and self.text(found) == self.text(self.target)

    def shows(self, x: float) -> bool:
        """Whether the answer there, as shown, is the target."""
        return self.is_target(self.at(x))

    def text(self, number: float) -> str:
        """A value of the output as shown."""
        return show(number, self.given.unit(self.said.unit), self.said.digits)

    def phrase(self, x: float) -> str:
        """A value of the input, in a sentence."""
        unit = self.given.values[self.field.name].unit
        return UNITS[unit].phrase(shown(x, unit))


@dataclass(frozen=True)
class Wish:
    """What a reader asks: which value of `input` makes `output` come to `target`."""

    input: str
    output: str
    target: str


def solve(calculator: Calculator, texts: Mapping[str, str], wish: Wish, known: Knowledge) -> dict[str, Any]:
    """What one input must be for an output to come to a target.

    The reply has `solutions` (texts for the field) and `message`, a sentence.

    Raises:
        InputProblems: an input or the target cannot be read, or there is no such input or output.
        Missing: other inputs are not given yet.
    """
    field, said = calculator.fields.get(wish.input), calculator.outputs.get(wish.output)
    if field is None or not field.numeric:
        raise InputProblems([InputProblem("", f"“{wish.input[:24]}” is no number that can be solved for.")])
    if not isinstance(said, Output):
        raise InputProblems([InputProblem("", f"“{wish.output[:24]}” is no number that can be wished for.")])
    given, _ = worked_out(calculator, {**texts, wish.input: _start(field, texts, known)}, known)
    try:
        target = read(wish.target, given.unit(said.unit)).value
    except UnreadableNumber as error:
        raise InputProblems([InputProblem("target", str(error))]) from None
    return _reply(Search(calculator, given, field, wish.output, target))


def _start(field: Field, texts: Mapping[str, str], known: Knowledge) -> str:
    """A text from which the others can be read: the reader's, else the default, the example, a limit."""
    default = default_of(field, known)
    given = texts.get(field.name, "").strip()
    known_before = canonical(default) if default is not None else field.input.example
    return given or known_before or canonical(field.input.low or 1)


def _reply(search: Search) -> dict[str, Any]:
    points = _points(search)
    wanted = f"“{search.said.label}” at {UNITS[search.given.unit(search.said.unit)].phrase(search.text(search.target))}"
    label = f"“{search.field.input.label}”"
    if all(search.shows(x) for x in points[:: max(1, len(points) // 8)]):
        return {"solutions": [], "message": f"{label} makes no difference: any value gives {wanted}."}
    found = list(dict.fromkeys(twelve(x) for x in _solutions(search, points)))
    if not found:
        return {"solutions": [], "message": _nothing(search, points, wanted)}
    texts = [_field_text(search, x) for x in found]
    phrases = [search.phrase(x) for x in found]
    if len(found) == 1:
        return {"solutions": texts, "message": f"{label} at {phrases[0]} gives {wanted}."}
    *others, last = phrases[:MOST_TOLD]
    more = f", and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
    message = f"Several values of {label} give {wanted}: {', '.join(others)} and {last}{more}."
    return {"solutions": texts[:MOST_TOLD], "message": message}


def _field_text(search: Search, x: float) -> str:
    unit = search.given.values[search.field.name].unit
    scale = f" {unit}" if UNITS[unit].kind == "own" and UNITS[unit].scale else ""
    return canonical(x) + scale


def _nothing(search: Search, points: list[float], wanted: str) -> str:
    """That no value gives it, where was looked, and what the answer comes to there."""
    values = {x: found for x in points if (found := search.at(x)) is not None and abs(found) < LARGEST}
    label = f"“{search.field.input.label}”"
    between = f"from {search.phrase(min(points))} to {search.phrase(max(points))}"
    if not values:
        return f"No value of {label} {between} gives an answer."
    low, high = (search.text(end) for end in (min(values.values()), max(values.values())))
    if low == high:
        return f"{label} makes no difference: the answer is {low} for every value {between}."
    return f"No value of {label} {between} gives {wanted}; {_nearest(search, values, low, high)}."


def _nearest(search: Search, values: dict[float, float], low: str, high: str) -> str:
    """What comes closest: for whole numbers the two around the target, else the extremes."""
    if search.field.kind == "whole":
        for (x, y), (next_x, next_y) in pairwise(sorted(values.items())):
            if (y - search.target) * (next_y - search.target) < 0:
                both = f"{search.phrase(x)} gives {search.text(y)}, {search.phrase(next_x)} gives {search.text(next_y)}"
                return both
    return f"the answer there lies between {low} and {high}"


def _points(search: Search) -> list[float]:
    """Where to look: evenly between two limits, outward in growing steps where a side is open."""
    said = search.field.input
    low = said.low if said.low is not None else said.above
    start = float(search.given.values[search.field.name].value)
    if low is not None and said.high is not None:
        found = {low + (said.high - low) * n / POINTS for n in range(POINTS + 1)} | {start}
    else:
        found = {start, 0.0} | set(_outward(start, low, said.high))
    if search.field.kind == "whole":
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


def _solutions(search: Search, points: list[float]) -> Iterator[float]:
    """Every value found at which the answer shows the target, neighbours counted once."""
    values = [(x, search.at(x)) for x in points]
    before = False
    for (x, y), (next_x, next_y) in pairwise([*values, (points[-1], None)]):
        shows = search.is_target(y)
        if shows and not before:
            yield x if search.field.kind == "whole" else _shortest(search, x)
        elif not shows and not search.is_target(next_y) and search.field.kind != "whole":
            crossing = _crossing(search, x, next_x)
            if crossing is not None:
                yield _shortest(search, crossing)
        before = shows


def _edge(search: Search, inside: float, outside: float) -> float:
    """The last value from `inside` toward `outside` that has an answer."""
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if search.at(middle) is not None else (inside, middle)
    return inside


def _crossing(search: Search, low: float, high: float) -> float | None:
    """Where between two points the output passes the target; None where it does not, or only jumps."""
    if search.at(low) is None and search.at(high) is None:
        return None
    low = low if search.at(low) is not None else _edge(search, high, low)
    high = high if search.at(high) is not None else _edge(search, low, high)
    below = search.distance(low) < 0
    if (search.distance(high) < 0) == below:
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (search.distance(middle) < 0) == below else (low, middle)
    return next((x for x in (high, low) if search.shows(x)), None)


def _shortest(search: Search, x: float) -> float:
    """The number with the fewest decimal places at `x` whose answer still shows the target."""
    rounded: Callable[[int], float] = lambda digits: round(x, digits)  # noqa: E731  # a name for one line
    return next((rounded(digits) for digits in range(13) if search.shows(rounded(digits))), x)
