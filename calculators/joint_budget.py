"""Joint budget.

How much of your money for IT and OT is budgeted jointly, and what one budget would come to without what is in both.

Formula: joint share = joint / (IT alone + OT alone + joint) · 100; pooled = IT alone + OT alone + joint − what is
doubled. Left out on purpose: a saving to expect. No source we read has one, so what is doubled is yours to say.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import require
from calculators.contract.shape import Input, Output, Parts, Table


@dataclass(frozen=True)
class Pot:
    """One row of the table."""

    pot: Annotated[str, Output("Budget")]
    amount: Annotated[float, Output("Amount", unit="own money", digits=2)]
    share: Annotated[float, Output("Share of all", unit="%", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    joint_share: Annotated[float, Output("Share that is budgeted jointly", unit="%", digits=2)]
    all_budgets: Annotated[float, Output("All budgets together", unit="own money", digits=2)]
    pooled: Annotated[float, Output("One budget without the doubled items", unit="own money", digits=2)]
    pots: Annotated[
        list[Pot],
        Table(
            "The budgets",
            chart=Parts(label="pot", value="amount", title="{joint_share} of {all_budgets} are budgeted jointly"),
        ),
    ]


def calculate(
    *,
    it_alone: Annotated[float, Input("Budgeted by IT alone", unit="own money", low=0, example="30 million")],
    ot_alone: Annotated[float, Input("Budgeted by OT alone", unit="own money", low=0, example="20 million")],
    joint: Annotated[float, Input("Budgeted jointly", unit="own money", low=0, example="10 million")],
    doubled: Annotated[
        float | None, Input("In the budgets of IT and of OT alike, needed once", unit="own money", low=0)
    ],
) -> Result:
    """Three budgets and what two of them hold twice; money in one currency and scale, shares in percent."""
    require(doubled <= it_alone, "doubled", "Enter at most {it_alone}, which is what IT has alone.")
    require(doubled <= ot_alone, "doubled", "Enter at most {ot_alone}, which is what OT has alone.")
    all_budgets = it_alone + ot_alone + joint
    pots = [
        Pot("IT alone", it_alone, it_alone / all_budgets * 100),
        Pot("OT alone", ot_alone, ot_alone / all_budgets * 100),
        Pot("Jointly", joint, joint / all_budgets * 100),
    ]
    return Result(
        joint_share=joint / all_budgets * 100, all_budgets=all_budgets, pooled=all_budgets - doubled, pots=pots
    )
