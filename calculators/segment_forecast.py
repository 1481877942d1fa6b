"""Segment forecast.

Each of the three parts of the market over time, and a vendor’s share of one of them.

Formula: part in year n = part in the base year · (1 + rate / 100)^(n − base year); share = revenue / part · 100. Left
out on purpose: rates of their own for the parts, which the source does not give in anything we could read.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import require
from calculators.contract.shape import Input, Line, Output, Table

ONE_RATE = "All three parts are given the rate of the whole market. No rate of their own was found for any of them."


@dataclass(frozen=True)
class Year:
    """One row of the table."""

    year: Annotated[int, Output("Year", unit="year")]
    data_center: Annotated[float, Output("Data centers", unit="USD billion", digits=1)]
    it_software: Annotated[float, Output("IT software", unit="USD billion", digits=1)]
    ot: Annotated[float, Output("OT", unit="USD billion", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    together: Annotated[float, Output("All three parts in the year", unit="USD billion", digits=1, caution=ONE_RATE)]
    data_center_value: Annotated[float, Output("Data centers in the year", unit="USD billion", digits=1)]
    it_software_value: Annotated[float, Output("IT software in the year", unit="USD billion", digits=1)]
    ot_value: Annotated[float, Output("OT in the year", unit="USD billion", digits=1)]
    share: Annotated[
        float | None,
        Output("The vendor’s share of the part", unit="%", digits=2, none="no share, being more than the whole part"),
    ]
    path: Annotated[
        list[Year],
        Table(
            "The parts year by year",
            chart=Line(
                x="year",
                y=("data_center", "it_software", "ot"),
                title="At {rate} each, OT becomes {ot_value} and IT software {it_software_value} in {year}",
            ),
        ),
    ]


def calculate(
    *,
    data_center: Annotated[
        float,
        Input("Data centers in the base year", unit="USD billion", default="convergence-data-center-2023", low=0),
    ],
    it_software: Annotated[
        float, Input("IT software in the base year", unit="USD billion", default="convergence-it-software-2023", low=0)
    ],
    ot: Annotated[float, Input("OT in the base year", unit="USD billion", default="convergence-ot-2023", low=0)],
    rate: Annotated[float, Input("Growth a year", unit="% a year", default="convergence-growth", low=-50, high=100)],
    base_year: Annotated[
        int, Input("Base year", unit="year", default="convergence-ot-2023.as_of", low=1950, high=2100)
    ],
    year: Annotated[int, Input("Year", unit="year", default="convergence-market-2030.as_of", low=1950, high=2100)],
    part: Annotated[
        Literal["data_center", "it_software", "ot"],
        Input(
            "Part in which the vendor sells",
            default="ot",
            choices={"data_center": "Data centers", "it_software": "IT software", "ot": "OT"},
        ),
    ],
    revenue: Annotated[float | None, Input("The vendor’s revenue there", unit="USD billion", low=0)],
) -> Result:
    """Three parts of a market at one rate of growth; money in USD billion, the rate in percent a year."""
    require(year >= base_year, "year", "Choose a year from {base_year} on.")
    growth = (1 + rate / 100) ** (year - base_year)
    data_center_value = data_center * growth
    it_software_value = it_software * growth
    ot_value = ot * growth
    sold_in = data_center_value if part == "data_center" else it_software_value if part == "it_software" else ot_value
    return Result(
        together=data_center_value + it_software_value + ot_value,
        data_center_value=data_center_value,
        it_software_value=it_software_value,
        ot_value=ot_value,
        share=revenue / sold_in * 100 if revenue <= sold_in or sold_in == 0 else None,
        path=[
            Year(
                each,
                data_center * (1 + rate / 100) ** (each - base_year),
                it_software * (1 + rate / 100) ** (each - base_year),
                ot * (1 + rate / 100) ** (each - base_year),
            )
            for each in range(base_year, year + 1)
        ],
    )
