"""Downtime cost.

What unplanned stops cost you in a year, and how soon a project that avoids some of them has paid for itself.

Formula: yearly cost = stops · hours · cost of an hour; pays back after = cost of the project / (hours avoided · cost of
an hour). Left out on purpose: how many hours a project avoids. No source we read supports a number for that.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import require
from calculators.contract.shape import Bars, Input, Output, Table

NOT_YOURS = (
    "Published costs of an hour are answers of managers from many industries, in surveys paid for by a vendor. "
    "Use your own cost; they only show how far such answers lie apart."
)


@dataclass(frozen=True)
class Mark:
    """One row of the table."""

    mark: Annotated[str, Output("Published cost of an hour")]
    cost: Annotated[float, Output("Cost", unit="USD an hour", digits=0)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    yearly_cost: Annotated[
        float, Output("Cost of unplanned stops a year", unit="own money", digits=1, caution=NOT_YOURS)
    ]
    hours_lost: Annotated[float, Output("Hours lost a year", unit="hours", digits=1)]
    avoided_cost: Annotated[float, Output("Cost avoided a year", unit="own money", digits=2)]
    pays_back: Annotated[float, Output("The project pays back after", unit="years", digits=2)]
    published: Annotated[
        list[Mark],
        Table(
            "What surveys report for an hour",
            chart=Bars(label="mark", value="cost", title="Most say {lowest} or more, and most say {highest} or less"),
        ),
    ]


def calculate(
    *,
    stops: Annotated[float, Input("Unplanned stops a year", unit="number", low=0, high=10000, example="12")],
    hours: Annotated[float, Input("Hours a stop lasts", unit="hours", low=0, high=1000, example="2")],
    cost_of_hour: Annotated[float, Input("What an hour costs you", unit="own money", above=0, example="0.125 million")],
    project: Annotated[float | None, Input("Cost of a project that avoids stops", unit="own money", low=0)],
    hours_avoided: Annotated[float | None, Input("Hours it avoids a year", unit="hours", low=0)],
    typical: Annotated[
        float, Input("Typical business, world", unit="USD an hour", default="downtime-cost-2023", above=0, role="mark")
    ],
    typical_us: Annotated[
        float,
        Input(
            "Typical business, United States", unit="USD an hour", default="downtime-cost-us-2023", above=0, role="mark"
        ),
    ],
    lowest: Annotated[
        float,
        Input(
            "What most say it is at least",
            unit="USD an hour",
            default="downtime-cost-mark-low-2025",
            above=0,
            role="mark",
        ),
    ],
    highest: Annotated[
        float,
        Input(
            "What most say it is at most",
            unit="USD an hour",
            default="downtime-cost-mark-high-2025",
            above=0,
            role="mark",
        ),
    ],
) -> Result:
    """Cost of lost hours; own money in one currency and scale, published costs in US dollars an hour."""
    require(hours_avoided <= stops * hours, "hours_avoided", "Enter at most the hours lost, {stops} times {hours}.")
    hours_lost = stops * hours
    avoided_cost = hours_avoided * cost_of_hour
    published = [
        Mark("At least, as most say", lowest),
        Mark("Typical, United States", typical_us),
        Mark("Typical, world", typical),
        Mark("At most, as most say", highest),
    ]
    return Result(
        yearly_cost=hours_lost * cost_of_hour,
        hours_lost=hours_lost,
        avoided_cost=avoided_cost,
        pays_back=project / avoided_cost,
        published=published,
    )
