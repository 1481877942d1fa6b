"""Convergence share.

What share of all IT and OT spending the convergence market is, how it changes, and how much it depends on the total.

Formula: share in year n = market / total · ((1 + rate / 100) / (1 + growth of the total / 100))^(n − base year) · 100;
share of the rest = market / (total − devices − communications) · 100. Left out on purpose: what part of the market
is money spent on convergence, which no source gives.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import require
from calculators.contract.shape import Input, Line, Output, Table, Verdict

BEYOND = "none: at these rates the market would outgrow the total"
IT_ALONE = "The growth of the total starts from Gartner’s for IT alone; none was found for IT and OT together."


@dataclass(frozen=True)
class Year:
    """One row of the table."""

    year: Annotated[int, Output("Year", unit="year")]
    share: Annotated[float | None, Output("Share", unit="%", digits=2, none="over 100")]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    share: Annotated[float | None, Output("Share in the year", unit="%", digits=2, caution=IT_ALONE, none=BEYOND)]
    share_at_start: Annotated[float, Output("Share in the base year", unit="%", digits=2)]
    change: Annotated[float, Output("Change of the share", unit="points", digits=2)]
    verdict: Annotated[
        Literal["rises", "stays", "falls"],
        Verdict(
            {
                "rises": "The share rises, because {rate} is more than the {total_growth} of the total.",
                "stays": "The share stays, because market and total grow alike.",
                "falls": "The share falls, because {rate} is less than the {total_growth} of the total.",
            },
            label="Does the share rise?",
        ),
    ]
    share_without: Annotated[
        float,
        Output(
            "Share in the base year without devices and communications",
            unit="%",
            digits=2,
            caution="That the total holds these two lines is an inference of this site. The answer shows how much the "
            "share depends on what is counted; it is not a better share.",
        ),
    ]
    path: Annotated[
        list[Year],
        Table(
            "The share year by year",
            chart=Line(
                x="year",
                y="share",
                mark="share_at_start",
                title="From {share_at_start} in {base_year}, the share becomes {share} in {year}",
            ),
        ),
    ]


def calculate(
    *,
    market: Annotated[
        float, Input("Convergence market", unit="USD billion", default="convergence-market-2023", above=0)
    ],
    total: Annotated[float, Input("All IT and OT spending", unit="USD billion", default="total-it-ot-2023", above=0)],
    rate: Annotated[
        float, Input("Growth of the market", unit="% a year", default="convergence-growth", low=-50, high=100)
    ],
    total_growth: Annotated[
        float,
        Input(
            "Growth of the total",
            unit="% a year",
            default="gartner-growth-2024-edition-2024-01",
            editions="gartner-growth-2024",
            low=-50,
            high=100,
        ),
    ],
    base_year: Annotated[
        int, Input("Base year", unit="year", default="convergence-market-2023.as_of", low=1950, high=2100)
    ],
    year: Annotated[int, Input("Year", unit="year", default="convergence-market-2030.as_of", low=1950, high=2100)],
    devices: Annotated[
        float,
        Input("Devices within the total", unit="USD billion", default="gartner-devices-2023-edition-2024-07", low=0),
    ],
    communications: Annotated[
        float,
        Input(
            "Communications services within the total",
            unit="USD billion",
            default="gartner-communications-2023-edition-2024-07",
            low=0,
        ),
    ],
) -> Result:
    """A market as a share of a total, both growing; money in USD billion, shares and rates in percent."""
    require(year >= base_year, "year", "Choose a year from {base_year} on.")
    require(market <= total, "market", "Enter at most {total}.")
    require(
        devices + communications < total, "devices", "Enter less: with {communications} it must stay below {total}."
    )
    share_at_start = market / total * 100
    pace = (1 + rate / 100) / (1 + total_growth / 100)
    reached = share_at_start * pace ** (year - base_year)
    share = reached if reached <= 100 else None
    return Result(
        share=share,
        share_at_start=share_at_start,
        change=share - share_at_start,
        verdict="rises" if rate > total_growth else "falls" if rate < total_growth else "stays",
        share_without=market / (total - devices - communications) * 100,
        path=[
            Year(
                each,
                share_at_start * pace ** (each - base_year)
                if share_at_start * pace ** (each - base_year) <= 100
                else None,
            )
            for each in range(base_year, year + 1)
        ],
    )
