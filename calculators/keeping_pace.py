"""Keeping pace.

What your budget becomes if it grows at your rate, and what it would be had it grown like the convergence market.

Formula: budget in n years = budget · (1 + growth / 100)^n; change after inflation = (1 + growth / 100) /
(1 + inflation / 100) · 100 − 100. Left out on purpose: that a budget should grow like a market. Nothing says so.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.shape import Input, Line, Output, Table, Verdict

NOMINAL = (
    "The market’s rate is taken as nominal: nothing we read says that inflation has been taken out. A market grows by "
    "new buyers too, so its rate is no rule for a budget."
)


@dataclass(frozen=True)
class Year:
    """One row of the table."""

    after: Annotated[int, Output("Years from now", unit="years")]
    own: Annotated[float, Output("Your budget", unit="own money", digits=2)]
    market: Annotated[float, Output("At the market’s rate", unit="own money", digits=2)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    lag: Annotated[float, Output("Behind the market’s pace", unit="own money", digits=2, caution=NOMINAL)]
    own: Annotated[float, Output("Your budget then", unit="own money", digits=2)]
    kept_pace: Annotated[float, Output("The budget at the market’s rate", unit="own money", digits=2)]
    verdict: Annotated[
        Literal["behind", "level", "ahead"],
        Verdict(
            {
                "behind": "{own_growth} is less than the market’s {rate}: after {years} your budget is {lag} behind.",
                "level": "Your budget grows as the market does.",
                "ahead": "{own_growth} exceeds the market’s {rate}: after {years} you have {own}, not {kept_pace}.",
            },
            label="Does it keep pace?",
        ),
    ]
    real_growth: Annotated[float, Output("Growth of your budget after inflation", unit="% a year", digits=1)]
    path: Annotated[
        list[Year],
        Table(
            "Year by year",
            chart=Line(
                x="after",
                y=("own", "market"),
                title="At {own_growth} the budget becomes {own}, at the market’s rate {kept_pace}",
            ),
        ),
    ]


def calculate(
    *,
    budget: Annotated[float, Input("Your budget now", unit="own money", above=0, example="10 million")],
    own_growth: Annotated[float, Input("Yearly rise of your budget", unit="% a year", low=-50, high=100, example="3")],
    years: Annotated[int, Input("Number of years", unit="years", low=1, high=50, example="7")],
    inflation: Annotated[float | None, Input("Inflation", unit="% a year", low=-20, high=100)],
    rate: Annotated[
        float,
        Input("The market grows by", unit="% a year", default="convergence-growth", low=-50, high=100, role="mark"),
    ],
) -> Result:
    """A budget at two rates; money in one currency and scale, rates in percent a year."""
    own = budget * (1 + own_growth / 100) ** years
    kept_pace = budget * (1 + rate / 100) ** years
    return Result(
        lag=kept_pace - own,
        own=own,
        kept_pace=kept_pace,
        verdict="behind" if own_growth < rate else "ahead" if own_growth > rate else "level",
        real_growth=(1 + own_growth / 100) / (1 + inflation / 100) * 100 - 100,
        path=[
            Year(after, budget * (1 + own_growth / 100) ** after, budget * (1 + rate / 100) ** after)
            for after in range(0, years + 1)
        ],
    )
