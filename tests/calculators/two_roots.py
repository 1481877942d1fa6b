"""Two roots.

A curve that comes to the same height twice, and to others never. Made for the tests of solving.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.shape import Input, Output


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    height: Annotated[float, Output("Height", unit="times", digits=2)]
    jump: Annotated[float, Output("Jump", unit="times", digits=2)]


def calculate(
    *,
    along: Annotated[float, Input("Along", unit="times", low=-10, high=10, example="3")],
    across: Annotated[float, Input("Across", unit="times", example="1")],
) -> Result:
    """A parabola, and a step: along · along + across, and 1 or 2."""
    return Result(height=along * along + across, jump=2 if along > 0 else 1)
