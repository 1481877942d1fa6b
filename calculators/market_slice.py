"""Market slice.

How much of the market is left when only one industry, one region and the reachable buyers in it count.

Formula: slice = market · (1 + rate / 100)^years · industry · region · reachable, each share in percent. Left out on
purpose: shares to start from. None was found for this market, so all three are yours.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import require
from calculators.contract.shape import Bars, Input, Output, Table


@dataclass(frozen=True)
class Step:
    """One row of the table."""

    step: Annotated[str, Output("What still counts")]
    value: Annotated[float, Output("Worth", unit="USD billion", digits=3)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    slice_value: Annotated[
        float,
        Output(
            "Reachable slice",
            unit="USD billion",
            digits=3,
            caution="Give each share of what the step before leaves. A region’s share of the whole economy would "
            "assume that your industry is spread as all others are.",
        ),
    ]
    of_market: Annotated[float, Output("Share of the whole market", unit="%", digits=3)]
    whole: Annotated[float, Output("Whole market in the year", unit="USD billion", digits=1)]
    steps: Annotated[
        list[Step],
        Table(
            "From the market to the slice",
            chart=Bars(label="step", value="value", title="Of {whole} in {year}, {slice_value} can be reached"),
        ),
    ]


def calculate(
    *,
    market: Annotated[
        float, Input("Market in the base year", unit="USD billion", default="convergence-market-2023", above=0)
    ],
    rate: Annotated[float, Input("Growth a year", unit="% a year", default="convergence-growth", low=-50, high=100)],
    base_year: Annotated[
        int, Input("Base year", unit="year", default="convergence-market-2023.as_of", low=1950, high=2100)
    ],
    year: Annotated[int, Input("Year", unit="year", low=1950, high=2100, example="2025")],
    industry: Annotated[float, Input("Your industry’s share", unit="%", low=0, high=100, example="10")],
    region: Annotated[float, Input("Your region’s share of that", unit="%", low=0, high=100, example="20")],
    reachable: Annotated[float, Input("Reachable share of that", unit="%", low=0, high=100, example="5")],
) -> Result:
    """A market cut down by three shares; money in USD billion, shares in percent."""
    require(year >= base_year, "year", "Choose a year from {base_year} on.")
    whole = market * (1 + rate / 100) ** (year - base_year)
    of_industry = whole * industry / 100
    of_region = of_industry * region / 100
    slice_value = of_region * reachable / 100
    steps = [
        Step("The whole market", whole),
        Step("Your industry", of_industry),
        Step("In your region", of_region),
        Step("Reachable there", slice_value),
    ]
    return Result(
        slice_value=slice_value, of_market=industry * region * reachable / 100 / 100, whole=whole, steps=steps
    )
