"""Market growth.

A market after steady growth, year by year, and the first year in which it is above a mark.

Formula: value in year n = base · (1 + rate / 100)^(n − base year), compound growth at one rate.
Left out on purpose: rates that change from year to year, and inflation; all amounts are nominal.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import first, require
from calculators.contract.shape import Input, Line, Output, Table


@dataclass(frozen=True)
class Year:
    """One row of the table."""

    year: Annotated[int, Output("Year", unit="year")]
    value: Annotated[float, Output("Market", unit="USD billion", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    value: Annotated[float, Output("Market in the target year", unit="USD billion", digits=1)]
    passes_in: Annotated[int | None, Output("First year above the mark", unit="year", none="not within these years")]
    path: Annotated[
        list[Year],
        Table(
            "The market year by year",
            chart=Line(
                x="year",
                y="value",
                mark="mark",
                title="At {rate}, {base} in {base_year} becomes {value} in {target_year}",
            ),
        ),
    ]


def calculate(
    *,
    base: Annotated[
        float, Input("Market in the base year", unit="USD billion", default="convergence-market-2023", above=0)
    ],
    rate: Annotated[float, Input("Growth a year", unit="% a year", default="convergence-growth", low=-50, high=100)],
    base_year: Annotated[
        int, Input("Base year", unit="year", default="convergence-market-2023.as_of", low=1950, high=2100)
    ],
    target_year: Annotated[
        int, Input("Target year", unit="year", default="convergence-market-2030.as_of", low=1950, high=2100)
    ],
    mark: Annotated[
        float, Input("Mark to pass", unit="USD billion", default="convergence-mark-2027", above=0, role="mark")
    ],
) -> Result:
    """A market after steady growth: base · (1 + rate / 100)^years.

    Amounts are in USD billion, the rate in percent a year, years are calendar years.
    """
    require(target_year >= base_year, "target_year", "Choose a year from {base_year} on.")
    growth = 1 + rate / 100
    value = base * growth ** (target_year - base_year)
    path = [Year(year, base * growth ** (year - base_year)) for year in range(base_year, target_year + 1)]
    passes_in = first(row.year for row in path if row.value > mark)
    return Result(value=value, passes_in=passes_in, path=path)
