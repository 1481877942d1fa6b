"""Times taken in one loop: every round runs every case once, so that what slows the machine slows all alike.

A ratio is the median of the ratios within each round; the spread is the lowest and the highest round.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

Times = Mapping[str, Sequence[float]]


def timed(cases: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The seconds that each case takes in each round, or says itself; the order turns from round to round."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(rounds):
        names = list(cases)
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            start = time.perf_counter()
            said = cases[name]()
            found[name].append(said if isinstance(said, float) else time.perf_counter() - start)
    return found


def spent() -> float:
    """The processor time of all processes started from here that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def ratio(found: Times, name: str, other: str, expected: float = 1.0) -> float:
    """How many times as long as `other` a case takes, over what is expected, as the median round has it."""
    return median(one / two for one, two in zip(found[name], found[other], strict=True)) / expected


def growth(found: Times, sizes: Mapping[str, int], name: str, first: str, empty: str = "") -> float:
    """How `name` grew against `first`, over how its size did: 1 is linear, 2 twice that.

    What `empty` takes is there at any size and is taken off first. Compared are the quickest rounds: what
    disturbs a round only ever adds to it, and of a difference there is nothing to take a ratio within.
    """
    base = min(found[empty]) if empty else 0.0
    return (min(found[name]) - base) / (min(found[first]) - base) * sizes[first] / sizes[name]


def seconds(times: Sequence[float]) -> str:
    """The median with its spread: "0.185 s (0.183 to 0.192)"."""
    digits = 1 if median(times) >= 10 else 2 if median(times) >= 1 else 3
    return f"{median(times):.{digits}f} s ({min(times):.{digits}f} to {max(times):.{digits}f})"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its columns in line."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    )
