"""Group benchmark.

The technology share of many plants together and of each, beside the shares that surveys report.

Formula: group’s share = sum of technology / sum of operating budgets · 100, which is not the mean of the shares; money
to a mark = operating budget · mark / 100 − technology. Left out on purpose: a ranking. Plants differ in what they make.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import count, require, total
from calculators.contract.shape import Bars, Input, Output, Table, Verdict

UNDEFINED = (
    "No source that we could read says what the marks count as technology or as operating budget. "
    "They are averages of answers, not targets, and not known for groups of plants."
)


@dataclass(frozen=True)
class Plant:
    """One row of the table that goes in."""

    plant: Annotated[str, Input("Plant")]
    technology: Annotated[float, Input("Technology spending", unit="own money", low=0)]
    budget: Annotated[float, Input("Operating budget", unit="own money", above=0)]


@dataclass(frozen=True)
class Share:
    """One row of the table that comes out."""

    plant: Annotated[str, Output("Plant")]
    share: Annotated[float, Output("Technology share", unit="%", digits=1)]
    to_low: Annotated[float, Output("Missing to the lower mark", unit="own money", digits=2)]
    to_high: Annotated[float, Output("Missing to the higher mark", unit="own money", digits=2)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    share: Annotated[float, Output("Technology share of the group", unit="%", digits=1, caution=UNDEFINED)]
    position: Annotated[
        Literal["below", "between", "above"],
        Verdict(
            {
                "below": "{share} is below both marks, {low} and {high}.",
                "between": "{share} lies between the marks of {low} and {high}.",
                "above": "{share} is above both marks, {low} and {high}.",
            },
            label="Against the marks",
        ),
    ]
    mean_of_shares: Annotated[float, Output("Mean of the plants’ shares, which is not the group’s", unit="%", digits=1)]
    below_low: Annotated[int, Output("Plants below the lower mark", unit="number")]
    to_low: Annotated[float, Output("Missing to the lower mark, whole group", unit="own money", digits=2)]
    to_high: Annotated[float, Output("Missing to the higher mark, whole group", unit="own money", digits=2)]
    shares: Annotated[
        list[Share],
        Table(
            "Plant by plant",
            chart=Bars(
                label="plant",
                value="share",
                mark=("low", "high"),
                title="The group spends {share} of its budgets on technology",
            ),
        ),
    ]


def calculate(
    *,
    plants: Annotated[list[Plant], Input("Plants", example="plant,technology,budget\nHill,2,10\nLake,9,30")],
    low: Annotated[
        float, Input("Lower mark", unit="%", default="technology-share-2023-deloitte", low=0, high=100, role="mark")
    ],
    high: Annotated[
        float, Input("Higher mark", unit="%", default="technology-share-2024-deloitte", low=0, high=100, role="mark")
    ],
) -> Result:
    """Technology over operating budget for a group and for each plant; money in one currency and scale."""
    require(low <= high, "high", "Enter at least {low}.")
    technology = total(each.technology for each in plants)
    budgets = total(each.budget for each in plants)
    share = technology / budgets * 100
    return Result(
        share=share,
        position="below" if share < low else "between" if share <= high else "above",
        mean_of_shares=total(each.technology / each.budget * 100 for each in plants)
        / count(each.plant for each in plants),
        below_low=count(each.plant for each in plants if each.technology / each.budget * 100 < low),
        to_low=budgets * low / 100 - technology,
        to_high=budgets * high / 100 - technology,
        shares=[
            Share(
                each.plant,
                each.technology / each.budget * 100,
                each.budget * low / 100 - each.technology,
                each.budget * high / 100 - each.technology,
            )
            for each in plants
        ],
    )
