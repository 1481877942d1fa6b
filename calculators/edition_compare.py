"""Edition compare.

What the same publisher has said of the same year, edition by edition: how high, and how fast it grew.

Formula: spread = highest − lowest; against the oldest = level / level of the oldest edition · 100 − 100. Left out on
purpose: which edition is right. Each counts what its publisher counted on its day.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import count, first, largest, smallest
from calculators.contract.shape import Bars, Input, Output, Table

AS_PUBLISHED = (
    "Levels in round tens or hundreds were printed so, or worked out from a rounded rate. They are no more exact. "
    "What is counted changes from edition to edition."
)


@dataclass(frozen=True)
class Level:
    """One row of the levels that go in."""

    edition: Annotated[str, Input("Edition")]
    year: Annotated[int, Input("Year described", unit="year", low=1950, high=2100)]
    value: Annotated[float, Input("Spending", unit="USD billion", above=0)]


@dataclass(frozen=True)
class Growth:
    """One row of the rates that go in."""

    edition: Annotated[str, Input("Edition")]
    year: Annotated[int, Input("Year described", unit="year", low=1950, high=2100)]
    value: Annotated[float, Input("Growth over the year before", unit="%", low=-100, high=1000)]


@dataclass(frozen=True)
class Edition:
    """One row of the table that comes out."""

    edition: Annotated[str, Output("Edition")]
    level: Annotated[float, Output("Spending", unit="USD billion", digits=1)]
    against_oldest: Annotated[float, Output("Against the first row", unit="%", digits=1)]
    growth: Annotated[float | None, Output("Growth over the year before", unit="%", digits=1, none="not read")]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    spread: Annotated[
        float, Output("From the lowest to the highest edition", unit="USD billion", digits=1, caution=AS_PUBLISHED)
    ]
    spread_share: Annotated[float, Output("The same as a share of the lowest", unit="%", digits=1)]
    lowest: Annotated[
        float | None, Output("Lowest level", unit="USD billion", digits=1, none="no edition of that year")
    ]
    highest: Annotated[
        float | None, Output("Highest level", unit="USD billion", digits=1, none="no edition of that year")
    ]
    lowest_growth: Annotated[float | None, Output("Lowest growth", unit="%", digits=1, none="none was read")]
    highest_growth: Annotated[float | None, Output("Highest growth", unit="%", digits=1, none="none was read")]
    how_many: Annotated[int, Output("Editions of the year", unit="number")]
    editions: Annotated[
        list[Edition],
        Table(
            "The year in each edition",
            chart=Bars(label="edition", value="level", title="The editions put {year} at {lowest} to {highest}"),
        ),
    ]


def calculate(
    *,
    year: Annotated[
        int, Input("Year described", unit="year", default="gartner-it-2023-edition-2024-01.as_of", low=1950, high=2100)
    ],
    levels: Annotated[list[Level], Input("Levels by edition", family="gartner-it-")],
    rates: Annotated[list[Growth], Input("Growth by edition", family="gartner-growth-")],
) -> Result:
    """One year in several editions; levels in USD billion, growth in percent over the year before."""
    lowest = smallest(each.value for each in levels if each.year == year)
    highest = largest(each.value for each in levels if each.year == year)
    oldest = first(each.value for each in levels if each.year == year)
    spread = highest - lowest
    return Result(
        spread=spread,
        spread_share=spread / lowest * 100,
        lowest=lowest,
        highest=highest,
        lowest_growth=smallest(each.value for each in rates if each.year == year),
        highest_growth=largest(each.value for each in rates if each.year == year),
        how_many=count(each.value for each in levels if each.year == year),
        editions=[
            Edition(
                each.edition,
                each.value,
                each.value / oldest * 100 - 100,
                first(rate.value for rate in rates if rate.year == year and rate.edition == each.edition),
            )
            for each in levels
            if each.year == year
        ],
    )
