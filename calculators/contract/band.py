"""The band: within what the answer lies if every published number may lie anywhere in its rounding.

Smallest and largest over all corners of those ranges, and of the ranges that a reader types: 720
(715 to 725) of 5,140 (5,135 to 5,145) is 13.90% to 14.12%. Exact where the answer rises or falls
steadily with each number; left out on purpose: what lies between the corners, and how likely it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from calculators.contract.fields import within
from calculators.contract.reading import InputProblem, InputProblems
from calculators.contract.run import Outcome, Unmet, evaluate, run_again, unmet
from calculators.contract.shape import Calculator
from calculators.contract.values import Given

MOST_DOUBTFUL = 10


@dataclass
class Band:
    """Where one output may lie: numbers from `low` to `high`, or without a number in `words`.

    `open_by` says why there is no bound: what is divided by may be 0 within the band, or an input
    leaves its limits there.
    """

    low: float | None = None
    high: float | None = None
    words: set[str] = field(default_factory=set)
    open_by: str = ""

    def take(self, value: Any, words: str) -> None:
        """Widen the band so that it holds `value`."""
        if isinstance(value, str):
            self.words.add(value)
        elif value is None:
            self.words.add(words)
        else:
            self.low = value if self.low is None else min(self.low, value)
            self.high = value if self.high is None else max(self.high, value)


@dataclass(frozen=True)
class Corners:
    """The answer and every corner of what its numbers may be."""

    bands: dict[str, Band]
    outcomes: list[Outcome]


def doubtful(given: Given) -> list[str]:
    """The inputs that may lie anywhere within a range."""
    return [
        name for name, value in given.values.items() if isinstance(value.low, int | float) and value.low != value.high
    ]


def corners(calculator: Calculator, given: Given, outcome: Outcome) -> Corners:
    """Work out every corner.

    Raises:
        InputProblems: more inputs are in doubt than can be tried together.
    """
    names = doubtful(given)
    if len(names) > MOST_DOUBTFUL:
        told = f"{len(names)} numbers are in doubt at once; at most {MOST_DOUBTFUL} can be."
        wanted = f"{told} Write one number in place of a range."
        raise InputProblems([InputProblem("", wanted)])
    ends = [_ends(calculator, given, name) for name in names]
    found = [outcome]
    closed: list[Unmet] = []
    for corner in product(*ends) if names else []:
        numbers = {**given.numbers, **dict(zip(names, corner, strict=True))}
        if problems := unmet(calculator, numbers):
            closed += problems
        else:
            found.append(run_again(calculator, numbers, outcome, set(names)))
    bands = {name: _band(calculator, name, found) for name in calculator.outputs}
    for name, band in bands.items():
        crossed = _crossed(calculator, name, found) if len(found) > 1 else ""
        band.open_by = _closed(calculator, name, closed, set(names)) or crossed
    return Corners(bands, found)


def _closed(calculator: Calculator, output: str, closed: list[Unmet], names: set[str]) -> str:
    """Which inputs in doubt that the output rests on may not stand together at every corner."""
    rests_on = set().union(*(step.needs for step in calculator.body.wanted({output})))
    for each in closed:
        together = [name for name in calculator.fields if name in each.needs]
        if rests_on & each.needs & names:
            said = " and ".join(calculator.quoted(name) for name in together)
            return f"{said} {'do not go together' if len(together) > 1 else 'is refused'} in part of it"
    return ""


def _ends(calculator: Calculator, given: Given, name: str) -> list[float]:
    value, input_field = given.values[name], calculator.fields[name]
    return [end if within(end, input_field) else value.value for end in (value.low, value.high)]


def _band(calculator: Calculator, name: str, outcomes: list[Outcome]) -> Band:
    band = Band()
    for each in outcomes:
        band.take(each.values[name], each.gone.get(name) or calculator.outputs[name].none)
    return band


def _crossed(calculator: Calculator, output: str, outcomes: list[Outcome]) -> str:
    """What the output divides by that changes its sign, or is 0, between the corners."""
    for step in calculator.body.wanted({output}):
        for divisor in step.divisors:
            found = [_divisors(calculator, divisor.code, step.needs, each.values) for each in outcomes]
            if any(min(each) <= 0 <= max(each) for each in zip(*(each for each in found if each), strict=False)):
                name = getattr(divisor.tree, "id", "")
                said = calculator.quoted(name) if name else f"what {calculator.quoted(step.name)} divides by"
                return f"{said} may be 0 there"
    return ""


def _divisors(calculator: Calculator, code: Any, needs: frozenset[str], values: Mapping[str, Any]) -> list[float]:
    if any(values.get(name) is None for name in needs):
        return []
    try:
        found = evaluate(code, {**calculator.body.names, **values})
    except (ArithmeticError, ValueError):
        return []  # what stands below it has no value there, which its own divisor tells
    return found if isinstance(found, list) else [found]
