"""Every chart.

One of each kind of chart, over lines that the reader gives. Made for the tests; it answers nothing worth asking.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import total
from calculators.contract.shape import Bars, Differences, Input, Line, Output, Parts, Table


@dataclass(frozen=True)
class Item:
    """One row of the table that goes in."""

    item: Annotated[str, Input("Item")]
    planned: Annotated[float, Input("Planned", unit="USD million", low=0)]
    spent: Annotated[float, Input("Spent", unit="USD million", low=0)]


@dataclass(frozen=True)
class Amount:
    """A row with one amount."""

    item: Annotated[str, Output("Item")]
    spent: Annotated[float, Output("Spent", unit="USD million", digits=1)]


@dataclass(frozen=True)
class Change:
    """A row with a difference."""

    item: Annotated[str, Output("Item")]
    more: Annotated[float, Output("Spent beyond the plan", unit="USD million", digits=1)]


@dataclass(frozen=True)
class Both:
    """A row with two amounts."""

    item: Annotated[str, Output("Item")]
    planned: Annotated[float, Output("Planned for it at the start", unit="USD million", digits=1)]
    spent: Annotated[float, Output("Spent on it in the end", unit="USD million", digits=1)]
    per_plan: Annotated[
        float | None, Output("Spent for each one planned", unit="times", digits=2, none="nothing planned")
    ]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    per_limit: Annotated[float, Output("Spent for each one of the limit", unit="times", digits=2)]
    spent: Annotated[float, Output("Spent on all items", unit="USD million", digits=1)]
    amounts: Annotated[
        list[Amount],
        Table(
            "Spent on each item", chart=Bars("item", "spent", mark=("limit", "ceiling"), title="The limit is {limit}")
        ),
    ]
    parts: Annotated[list[Amount], Table("What it comes to", chart=Parts("item", "spent", title="{spent} in all"))]
    changes: Annotated[list[Change], Table("Beyond the plan", chart=Differences("item", "more"))]
    both: Annotated[
        list[Both],
        Table(
            "Planned and spent",
            chart=Line("item", ("planned", "spent"), mark="limit", title="{per_limit} against the limit"),
        ),
    ]
    rates: Annotated[list[Both], Table("Spent for each one planned", chart=Line("item", "per_plan"))]


def calculate(
    *,
    items: Annotated[
        list[Item],
        Input("Items", example="item,planned,spent\nPresses,40,30\nMaintenance of software,10,25\nTraining,0,5"),
    ],
    limit: Annotated[float, Input("Limit", unit="USD million", low=0, role="mark", example="20")],
    ceiling: Annotated[float | None, Input("Ceiling", unit="USD million", low=0, role="mark", example="28")],
) -> Result:
    """Sums, differences and quotients of amounts in USD million."""
    spent = total(row.spent for row in items)
    return Result(
        spent=spent,
        per_limit=spent / limit,
        amounts=[Amount(row.item, row.spent) for row in items],
        parts=[Amount(row.item, row.spent) for row in items],
        changes=[Change(row.item, row.spent - row.planned) for row in items],
        both=[
            Both(row.item, row.planned, row.spent, None if row.planned == 0 else row.spent / row.planned)
            for row in items
        ],
        rates=[
            Both(row.item, row.planned, row.spent, None if row.planned == 0 else row.spent / row.planned)
            for row in items
        ],
    )
