"""Technology budget.

What share of your operating budget goes to technology, and how far it is from the shares that surveys report.

Formula: share = technology spending / operating budget · 100; money to a mark = operating budget · mark / 100 −
technology spending. Left out on purpose: a recommendation. The marks are averages of answers, not targets.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import require
from calculators.contract.shape import Bars, Input, Output, Table, Verdict

CAUTION = (
    "No source that we could read says what counts as technology here and what the operating budget contains. The "
    "marks are several times what surveys of IT budgets alone find, so they must measure more than IT. Decide first "
    "whether your number holds machinery, operational technology, investment and staff."
)


@dataclass(frozen=True)
class Share:
    """One row of the table."""

    whose: Annotated[str, Output("Share")]
    share: Annotated[float, Output("Of the operating budget", unit="%", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    share: Annotated[float, Output("Technology share of the operating budget", unit="%", digits=1, caution=CAUTION)]
    to_low: Annotated[float, Output("Money missing to the lower mark", unit="own money", digits=1)]
    to_high: Annotated[float, Output("Money missing to the higher mark", unit="own money", digits=1)]
    position: Annotated[
        Literal["short", "between", "above"],
        Verdict(
            {
                "short": "{share} is below both marks: {to_low} short of {low} and {to_high} short of {high}.",
                "between": "{share} lies between the marks of {low} and {high}.",
                "above": "{share} is above both marks, {low} and {high}.",
            },
            label="Against the marks",
        ),
    ]
    shares: Annotated[
        list[Share],
        Table(
            "Your share beside the marks",
            chart=Bars(label="whose", value="share", title="You spend {share} of your operating budget on technology"),
        ),
    ]


def calculate(
    *,
    operating_budget: Annotated[float, Input("Operating budget", unit="own money", above=0, example="40 million")],
    technology_spending: Annotated[float, Input("Technology spending", unit="own money", low=0, example="8 million")],
    low: Annotated[
        float,
        Input("Lower mark", unit="%", default="technology-share-2023-deloitte", low=0, high=100, role="mark"),
    ],
    high: Annotated[
        float,
        Input("Higher mark", unit="%", default="technology-share-2024-deloitte", low=0, high=100, role="mark"),
    ],
) -> Result:
    """Technology spending over operating budget in percent, and the money that each mark asks beyond it.

    Both amounts are in one currency and one scale, the marks in percent of the operating budget.
    """
    require(technology_spending <= operating_budget, "technology_spending", "Enter at most {operating_budget}.")
    require(low <= high, "high", "Enter at least {low}.")
    share = technology_spending / operating_budget * 100
    to_low = operating_budget * low / 100 - technology_spending
    to_high = operating_budget * high / 100 - technology_spending
    return Result(
        share=share,
        to_low=to_low,
        to_high=to_high,
        position="short" if share < low else "between" if share <= high else "above",
        shares=[Share("Yours", share), Share("Lower mark", low), Share("Higher mark", high)],
    )
