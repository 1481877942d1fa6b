"""Own share.

What part of one amount another is. Made for the tests: both amounts are the reader's.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import require
from calculators.contract.shape import Input, Output


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    share: Annotated[float, Output("Share", unit="%", digits=1)]


def calculate(
    *,
    part: Annotated[float, Input("Part", unit="USD million", low=0, example="8")],
    whole: Annotated[float, Input("Whole", unit="USD million", above=0, example="40")],
) -> Result:
    """Part of the whole in percent; both in USD million."""
    require(part <= whole, "part", "Enter at most {whole}.")
    return Result(share=part / whole * 100)
