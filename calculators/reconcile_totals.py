"""Reconcile totals.

How far operational technology explains the difference between two published totals, by Gartner’s edition.

Formula: gap = total − Gartner’s total; left = gap − OT; explained = OT / gap · 100. Left out on purpose: why
the editions differ. That one of them fits is no proof that the total was made from it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.shape import Input, Output, Parts, Table, Verdict


@dataclass(frozen=True)
class Part:
    """One row of the table."""

    part: Annotated[str, Output("Part of the total")]
    amount: Annotated[float, Output("Amount", unit="USD billion", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    left: Annotated[float, Output("Left unexplained", unit="USD billion", digits=1)]
    explained: Annotated[
        float | None,
        Output("Explained by OT", unit="%", digits=1, none="no share, because the total is not above Gartner’s"),
    ]
    gap: Annotated[float, Output("Difference of the totals", unit="USD billion", digits=1)]
    verdict: Annotated[
        Literal["leaves", "covers", "no gap"],
        Verdict(
            {
                "leaves": "OT explains {explained} of the difference; {left} remain.",
                "covers": "OT covers the whole difference: it is {explained} of it.",
                "no gap": "There is no difference that OT could explain.",
            },
            label="Does OT explain it?",
        ),
    ]
    parts: Annotated[
        list[Part],
        Table(
            "What the total would be made of",
            chart=Parts(label="part", value="amount", title="Beside {gartner} for IT and {ot} for OT, {left} are left"),
        ),
    ]


def calculate(
    *,
    total: Annotated[float, Input("All IT and OT spending", unit="USD billion", default="total-it-ot-2023", above=0)],
    gartner: Annotated[
        float,
        Input(
            "Gartner’s IT spending",
            unit="USD billion",
            default="gartner-it-2023-edition-2024-01",
            editions="gartner-it-2023",
            above=0,
        ),
    ],
    ot: Annotated[float, Input("OT spending", unit="USD billion", default="convergence-ot-2023", low=0)],
) -> Result:
    """What OT leaves of the difference between two totals; all in USD billion, the share in percent."""
    gap = total - gartner
    left = gap - ot
    explained = ot / gap * 100 if gap > 0 else None
    return Result(
        left=left,
        explained=explained,
        gap=gap,
        verdict="no gap" if gap <= 0 else "leaves" if ot < gap else "covers",
        parts=[Part("IT, by Gartner", gartner), Part("OT", ot), Part("Left unexplained", left)],
    )
