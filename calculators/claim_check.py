"""Claim check.

Whether “passes this mark in that year” follows from a start and a rate, and what it would take.

Formula: value = base · (1 + rate / 100)^years; years needed = ln(mark / base) / ln(1 + rate / 100); growth needed =
(mark / base)^(1 / years) − 1; start needed = mark / (1 + rate / 100)^years. Left out on purpose: how likely
the start and the rate are.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import log, require
from calculators.contract.shape import Input, Line, Output, Table, Verdict


@dataclass(frozen=True)
class Year:
    """One row of the table."""

    year: Annotated[int, Output("Year", unit="year")]
    value: Annotated[float, Output("Market", unit="USD billion", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    value: Annotated[float, Output("Value in the year claimed", unit="USD billion", digits=1)]
    verdict: Annotated[
        Literal["above", "not above"],
        Verdict(
            {
                "above": "It follows: {value} in {year} is above {mark}.",
                "not above": "It does not follow from these numbers: {value} in {year} is not above {mark}.",
            },
            label="Does the claim follow?",
        ),
    ]
    missing: Annotated[float, Output("Short of the mark by", unit="USD billion", digits=1)]
    years_needed: Annotated[
        float | None, Output("Years it takes to the mark", unit="years", digits=3, none="never at this rate")
    ]
    rate_needed: Annotated[float, Output("Growth that it takes", unit="% a year", digits=3)]
    base_needed: Annotated[float, Output("Start that it takes", unit="USD billion", digits=1)]
    path: Annotated[
        list[Year],
        Table(
            "The market up to the year claimed",
            chart=Line(
                x="year",
                y="value",
                mark="mark",
                title="At {rate}, {base} in {base_year} becomes {value} in {year}",
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
    mark: Annotated[float, Input("Mark to pass", unit="USD billion", default="convergence-mark-2027", above=0)],
    year: Annotated[
        int,
        Input("Year in which it is passed", unit="year", default="convergence-mark-2027.as_of", low=1950, high=2100),
    ],
) -> Result:
    """Value, time, rate and start that a claim of growth needs; money in USD billion, rates in percent a year."""
    require(year >= base_year, "year", "Choose a year from {base_year} on.")
    years = year - base_year
    growth = 1 + rate / 100
    value = base * growth**years
    return Result(
        value=value,
        verdict="above" if value > mark else "not above",
        missing=mark - value,
        years_needed=0 if base >= mark else log(mark / base) / log(growth) if growth > 1 else None,
        rate_needed=((mark / base) ** (1 / years) - 1) * 100,
        base_needed=mark / growth**years,
        path=[Year(each, base * growth ** (each - base_year)) for each in range(base_year, year + 1)],
    )
