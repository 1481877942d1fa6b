"""Spending mix.

How your money for data centers, IT software and OT is divided, beside the world market of 2023.

Formula: share = part / sum of the three parts · 100; difference = own share − the market’s, in points; converging
share = sum of the three parts / all IT and OT spending · 100. Left out on purpose: a recommendation. The market’s mix
is what vendors sold, and no plan for any buyer.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import require
from calculators.contract.shape import Differences, Input, Output, Table

NOT_IN_TEXT = (
    "The market’s three parts are as an article reports them. What could be read of the source counts IT software, OT "
    "software and OT hardware, and no data centers."
)
ALL_BUYERS = (
    "The published share covers all industries, and its total probably holds spending by consumers: without their "
    "lines it would be far higher. A manufacturer’s share will nearly always lie above it."
)


@dataclass(frozen=True)
class Part:
    """One row of the table."""

    part: Annotated[str, Output("Part")]
    own: Annotated[float, Output("Your share", unit="%", digits=1)]
    world: Annotated[float, Output("The market’s share", unit="%", digits=1)]
    difference: Annotated[float, Output("Difference", unit="points", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    ot_share: Annotated[float, Output("Share of OT", unit="%", digits=1, caution=NOT_IN_TEXT)]
    ot_difference: Annotated[float, Output("OT against the market", unit="points", digits=1)]
    it_software_share: Annotated[float, Output("Share of IT software", unit="%", digits=1)]
    it_software_difference: Annotated[float, Output("IT software against the market", unit="points", digits=1)]
    data_center_share: Annotated[float, Output("Share of data centers", unit="%", digits=1)]
    data_center_difference: Annotated[float, Output("Data centers against the market", unit="points", digits=1)]
    converging_share: Annotated[
        float, Output("The three parts in all your IT and OT spending", unit="%", digits=1, caution=ALL_BUYERS)
    ]
    converging_difference: Annotated[float, Output("The same against the published share", unit="points", digits=1)]
    mix: Annotated[
        list[Part],
        Table(
            "Your mix beside the market’s",
            chart=Differences(
                label="part",
                value="difference",
                title="OT is {ot_share} of your three parts: {ot_difference} from the market’s",
            ),
        ),
    ]


def calculate(
    *,
    data_center: Annotated[float, Input("Your data centers", unit="own money", low=0, example="1 million")],
    it_software: Annotated[float, Input("Your IT software", unit="own money", low=0, example="4 million")],
    ot: Annotated[float, Input("Your OT software and hardware", unit="own money", low=0, example="5 million")],
    all_spending: Annotated[float | None, Input("All your IT and OT spending", unit="own money", above=0)],
    world_data_center: Annotated[
        float,
        Input(
            "The market’s data centers",
            unit="USD billion",
            default="convergence-data-center-2023",
            above=0,
            role="mark",
        ),
    ],
    world_it_software: Annotated[
        float,
        Input(
            "The market’s IT software", unit="USD billion", default="convergence-it-software-2023", above=0, role="mark"
        ),
    ],
    world_ot: Annotated[
        float, Input("The market’s OT", unit="USD billion", default="convergence-ot-2023", above=0, role="mark")
    ],
    world_share: Annotated[
        float,
        Input(
            "Published share of all IT and OT", unit="%", default="convergence-share-2023", low=0, high=100, role="mark"
        ),
    ],
) -> Result:
    """Shares of three parts in percent, and their differences to the market's in points."""
    require(
        all_spending >= data_center + it_software + ot, "all_spending", "Enter at least what the three parts come to."
    )
    together = data_center + it_software + ot
    world = world_data_center + world_it_software + world_ot
    data_center_share = data_center / together * 100
    it_software_share = it_software / together * 100
    ot_share = ot / together * 100
    data_center_difference = data_center_share - world_data_center / world * 100
    it_software_difference = it_software_share - world_it_software / world * 100
    ot_difference = ot_share - world_ot / world * 100
    converging_share = together / all_spending * 100
    mix = [
        Part("Data centers", data_center_share, world_data_center / world * 100, data_center_difference),
        Part("IT software", it_software_share, world_it_software / world * 100, it_software_difference),
        Part("OT", ot_share, world_ot / world * 100, ot_difference),
    ]
    return Result(
        ot_share=ot_share,
        ot_difference=ot_difference,
        it_software_share=it_software_share,
        it_software_difference=it_software_difference,
        data_center_share=data_center_share,
        data_center_difference=data_center_difference,
        converging_share=converging_share,
        converging_difference=converging_share - world_share,
        mix=mix,
    )
