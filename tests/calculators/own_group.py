"""Own group.

What part of a group's money goes to technology: the sum over its plants, not the mean of their shares. Made for the tests.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import total
from calculators.contract.shape import Input, Output


@dataclass(frozen=True)
class Plant:
    """One row of the table that goes in."""

    plant: Annotated[str, Input("Plant")]
    technology: Annotated[float, Input("Technology", unit="own money", low=0)]
    budget: Annotated[float, Input("Budget", unit="own money", above=0)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    share: Annotated[float, Output("Share of the group", unit="%", digits=1)]


def calculate(
    *,
    plants: Annotated[list[Plant], Input("Plants", example="plant,technology,budget\nA,2,10\nB,9,30")],
) -> Result:
    """Technology over budget in percent, both summed over all plants, in one currency."""
    return Result(share=total(row.technology for row in plants) / total(row.budget for row in plants) * 100)
