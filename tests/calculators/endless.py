"""Endless.

Counts as long as it is told to, and breaks at 7. Made for the tests of limits and faults.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.shape import Input, Output


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    counted: Annotated[int, Output("Counted", unit="years")]


def calculate(*, turns: Annotated[int, Input("Turns", unit="years", low=1)]) -> Result:
    """Count `turns`, one by one."""
    broken = [0][turns] if turns == 7 else 0
    counted = sum(1 for _ in range(turns))
    return Result(counted=counted + broken)
