"""Buy or subscribe.

What buying once and running it costs, beside a service that is paid by the year, and from when buying costs less.

Formula: present cost = price + running · a and fee · a, where a = sum of 1 / (1 + rate / 100)^n over the years; each
year’s costs fall at its end, the price at the start. Left out on purpose: tax, what the thing is worth at the end, and
any saving; add them to the costs if you know them.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import first, total
from calculators.contract.shape import Input, Line, Output, Table, Verdict


@dataclass(frozen=True)
class Year:
    """One row of the table."""

    after: Annotated[int, Output("After", unit="years")]
    buying: Annotated[float, Output("Bought, paid so far", unit="own money", digits=2)]
    service: Annotated[float, Output("Service, paid so far", unit="own money", digits=2)]
    buying_present: Annotated[float, Output("Bought, present cost", unit="own money", digits=2)]
    service_present: Annotated[float, Output("Service, present cost", unit="own money", digits=2)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    verdict: Annotated[
        Literal["buying", "same", "service"],
        Verdict(
            {
                "buying": "Over {years} buying costs less: {buying_present} against {service_present}.",
                "same": "Over {years} both cost the same.",
                "service": "Over {years} the service costs less: {service_present} against {buying_present}.",
            },
            label="Which costs less at present cost?",
        ),
    ]
    buying_present: Annotated[float, Output("Present cost of buying", unit="own money", digits=2)]
    service_present: Annotated[float, Output("Present cost of the service", unit="own money", digits=2)]
    break_even: Annotated[int | None, Output("Buying has cost less after", unit="years", none="not within these years")]
    break_even_present: Annotated[
        int | None, Output("The same at present cost", unit="years", none="not within these years")
    ]
    even_fee: Annotated[float, Output("Fee a year at which both cost the same", unit="own money", digits=2)]
    even_price: Annotated[
        float | None,
        Output(
            "Price at which both cost the same",
            unit="own money",
            digits=2,
            none="none, because running it costs more than the service",
        ),
    ]
    path: Annotated[
        list[Year],
        Table(
            "What has been paid after each year",
            chart=Line(
                x="after",
                y=("buying_present", "service_present"),
                title="Over {years}, {buying_present} for buying against {service_present} for the service",
            ),
        ),
    ]


def calculate(
    *,
    price: Annotated[float, Input("Price when bought", unit="own money", low=0, example="100")],
    running: Annotated[float, Input("Running it costs a year", unit="own money", low=0, example="10")],
    fee: Annotated[float, Input("The service costs a year", unit="own money", low=0, example="40")],
    years: Annotated[int, Input("Years of use", unit="years", low=1, high=50, example="5")],
    discount: Annotated[float, Input("Your rate of interest", unit="% a year", low=0, high=100, example="8")],
) -> Result:
    """Two streams of cost; money in one currency and scale, the rate of interest in percent a year, both nominal."""
    factor = total(1 / (1 + discount / 100) ** year for year in range(1, years + 1))
    buying_present = price + running * factor
    service_present = fee * factor
    path = [
        Year(
            after,
            price + running * after,
            fee * after,
            price + running * total(1 / (1 + discount / 100) ** year for year in range(1, after + 1)),
            fee * total(1 / (1 + discount / 100) ** year for year in range(1, after + 1)),
        )
        for after in range(0, years + 1)
    ]
    return Result(
        buying_present=buying_present,
        service_present=service_present,
        verdict="buying"
        if buying_present < service_present
        else "service"
        if buying_present > service_present
        else "same",
        break_even=first(row.after for row in path if row.buying < row.service),
        break_even_present=first(row.after for row in path if row.buying_present < row.service_present),
        even_fee=buying_present / factor,
        even_price=(fee - running) * factor if fee >= running else None,
        path=path,
    )
