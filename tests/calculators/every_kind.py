"""Every kind.

One of each kind of input and output that the contract knows. Made for the tests; it answers nothing worth asking.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import count, largest, log, require, total
from calculators.contract.shape import Bars, Input, Output, Table, Verdict


@dataclass(frozen=True)
class Line:
    """One row of the table that goes in."""

    segment: Annotated[str, Input("Segment")]
    year: Annotated[int, Input("Year", unit="year", low=1950, high=2100)]
    spending_usd_million: Annotated[float, Input("Spending", unit="USD million", low=0)]


@dataclass(frozen=True)
class Share:
    """One row of the table that comes out."""

    segment: Annotated[str, Output("Segment")]
    year: Annotated[int, Output("Year", unit="year")]
    share: Annotated[float, Output("Share of its year", unit="%", digits=1)]


@dataclass(frozen=True)
class Part:
    """One row of the nested table: each line in each of two years to come."""

    segment: Annotated[str, Output("Segment")]
    ahead: Annotated[int, Output("Years ahead", unit="years")]
    spending: Annotated[float, Output("Spending", unit="USD million", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    share: Annotated[float, Output("Share", unit="%", digits=2)]
    real_share: Annotated[float, Output("Share after inflation", unit="%", digits=2)]
    spent: Annotated[float, Output("Spending of all lines", unit="USD million", digits=1)]
    largest_line: Annotated[float | None, Output("Largest line", unit="USD million", digits=1, none="no lines")]
    above_mark: Annotated[int, Output("Lines above the mark", unit="times")]
    per_gap: Annotated[float, Output("Part over the gap", unit="times", digits=3, caution="A quotient without a use.")]
    growth: Annotated[float, Output("Logarithm of part less ten", unit="times", digits=4)]
    verdict: Annotated[
        Literal["high", "low"],
        Verdict({"high": "{share} is at or above {mark_share}.", "low": "{share} is below {mark_share}."}),
    ]
    shares: Annotated[
        list[Share],
        Table("Each line's share of its year", chart=Bars("segment", "share", title="{share} is the share")),
    ]
    ahead: Annotated[list[Part], Table("Each line in years to come")]


def calculate(
    *,
    part: Annotated[float, Input("Part", unit="USD billion", default="convergence-market-2023", above=0)],
    whole: Annotated[float, Input("Whole", unit="USD billion", default="total-it-ot-2023", above=0)],
    gartner: Annotated[
        float,
        Input(
            "Gartner's total",
            unit="USD billion",
            default="gartner-it-2023-edition-2024-01",
            editions="gartner-it-2023",
            above=0,
        ),
    ],
    lines: Annotated[list[Line], Input("Lines", default="gartner-it-edition-2024-07")],
    inflation: Annotated[float | None, Input("Inflation", unit="% a year", above=-100, high=100)],
    direction: Annotated[
        Literal["up", "down"], Input("Direction", default="up", choices={"up": "Growing", "down": "Shrinking"})
    ],
    compound: Annotated[bool, Input("Compound", default="yes")],
    mark: Annotated[
        float, Input("Mark", unit="USD million", default="gartner-devices-2023-edition-2024-07", role="mark", low=0)
    ],
    mark_share: Annotated[float, Input("Mark for the share", unit="%", default="convergence-share-2023", role="mark")],
) -> Result:
    """Shares, sums and quotients; money in USD billion and million, shares in percent."""
    require(part <= whole, "part", "Enter at most {whole}.")
    require(whole <= 100 * 1000, "whole", "Enter at most 100000.")
    share = part / whole * 100
    deflated = share / (1 + inflation / 100)
    rate = 10 if direction == "up" else -10
    spent = total(line.spending_usd_million for line in lines)
    gap = whole - gartner
    shares = [
        Share(
            line.segment,
            line.year,
            line.spending_usd_million
            / total(other.spending_usd_million for other in lines if other.year == line.year)
            * 100,
        )
        for line in lines
        if line.spending_usd_million > 0
    ]
    ahead = [
        Part(
            line.segment,
            years,
            line.spending_usd_million * (1 + rate / 100) ** years
            if compound
            else line.spending_usd_million * (1 + rate / 100 * years),
        )
        for line in lines
        for years in range(1, 2 + 1)
    ]
    return Result(
        share=share,
        real_share=deflated,
        spent=spent,
        largest_line=largest(line.spending_usd_million for line in lines),
        above_mark=count(line.year for line in lines if line.spending_usd_million > mark),
        per_gap=part / gap,
        growth=log(part - 10),
        verdict="high" if share >= mark_share else "low",
        shares=shares,
        ahead=ahead,
    )
