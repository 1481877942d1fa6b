"""The round numbers beside a scale: steps of 1, 2 or 5 times a power of ten, through zero.

Worked out in decimal text rather than with logarithms, so that CPython and Pyodide agree.
"""

import math

MOST = 5


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`, zero among them."""
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return [0.0, 1.0]
    step, power = _step((high - low) / MOST)
    unit = float(f"{step}e{power}")
    return [float(f"{place * step}e{power}") for place in range(math.floor(low / unit), math.ceil(high / unit) + 1)]


def _step(least: float) -> tuple[int, int]:
    """The smallest round step that is at least `least`, as a number and a power of ten."""
    power = int(f"{least:.11e}".partition("e")[2])
    for step, shift in ((1, 0), (2, 0), (5, 0), (1, 1)):
        if float(f"{step}e{power + shift}") >= least:
            return step, power + shift
    raise AssertionError("a number is at most ten times its power of ten")


def digits(step: float) -> int:
    """Decimal places needed to show multiples of a round `step`."""
    return max(0, -int(f"{step:.0e}".partition("e")[2]))
