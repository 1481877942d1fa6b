"""Endless.

Counts as long as it is told to; breaks at 7, digs without end at 8, and hoards memory without end at 9. Made for the tests of limits and faults.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import count
from calculators.contract.shape import Input, Output


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    counted: Annotated[int, Output("Counted", unit="times")]


def calculate(*, turns: Annotated[int, Input("Turns", unit="times", low=1, example="20")]) -> Result:
    """Count `turns`, one by one."""
    broken = crash(0) if turns == 7 else 0
    deep = dig(0) if turns == 8 else 0
    heavy = count(hoard()) if turns == 9 else 0
    return Result(counted=count(turn for turn in range(turns)) + broken + deep + heavy)


def crash(value: int) -> int:
    """A fault of ours."""
    return [value][value + 1]


def dig(depth: int) -> int:
    """Recursion without an end."""
    return dig(depth + 1)


def hoard() -> list[bytearray]:
    """Memory without an end."""
    held = []
    while True:
        held.append(bytearray(10**8))
