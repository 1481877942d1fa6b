"""The few functions that a calculator's body may call beside plain arithmetic."""

import math
from collections.abc import Iterable


class NotAllowed(Exception):
    """Raised by `require`: numbers that are each well formed but do not go together."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        self.message = message
        super().__init__(message)


def require(holds: bool, field: str, message: str) -> None:
    """Stop with `message` at the input `field` unless `holds`; `{name}` in it is that input as shown."""
    if not holds:
        raise NotAllowed(field, message)


def total(values: Iterable[float]) -> float:
    """The sum of `values`, 0 of none, the same in every order."""
    return math.fsum(values)


def count(values: Iterable[object]) -> int:
    """How many `values` there are."""
    return sum(1 for _ in values)


def first[T](values: Iterable[T]) -> T | None:
    """The first of `values`, or None where there is none."""
    return next(iter(values), None)


def smallest(values: Iterable[float]) -> float | None:
    """The smallest of `values`, or None where there is none."""
    return min(values, default=None)


def largest(values: Iterable[float]) -> float | None:
    """The largest of `values`, or None where there is none."""
    return max(values, default=None)


def log(value: float) -> float:
    """The natural logarithm of a number above 0."""
    return math.log(value)


def exp(value: float) -> float:
    """e to the power of `value`."""
    return math.exp(value)


FUNCTIONS = {each.__name__: each for each in (total, count, first, smallest, largest, log, exp)}
