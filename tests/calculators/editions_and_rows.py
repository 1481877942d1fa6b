"""Editions and rows.

A table that starts with every published edition, and rows written out one by one. Made for the tests.
"""

from dataclasses import dataclass
from typing import Annotated

from calculators.contract.functions import count, largest, smallest
from calculators.contract.shape import Input, Output, Table


@dataclass(frozen=True)
class Edition:
    """One row of the table that goes in."""

    edition: Annotated[str, Input("Edition")]
    year: Annotated[int, Input("Year described", unit="year", low=1950, high=2100)]
    value: Annotated[float, Input("Spending", unit="USD million", low=0)]


@dataclass(frozen=True)
class End:
    """One row of the table that comes out."""

    end: Annotated[str, Output("Which")]
    value: Annotated[float, Output("Spending", unit="USD million", digits=0)]
    of_limit: Annotated[float, Output("Of the limit", unit="%", digits=1)]


@dataclass(frozen=True)
class Result:
    """What the calculator gives."""

    editions_found: Annotated[int, Output("Editions of the year", unit="times")]
    ends: Annotated[list[End], Table("The ends")]


def calculate(
    *,
    editions: Annotated[list[Edition], Input("Editions", family="gartner-it-")],
    described: Annotated[
        int, Input("Year", unit="year", default="gartner-it-2023-edition-2024-01.as_of", low=1950, high=2100)
    ],
    limit: Annotated[float, Input("Limit", unit="USD million", default="total-it-ot-2023", above=0)],
) -> Result:
    """The lowest and the highest edition of a year; money in USD million, shares in percent."""
    low = smallest(each.value for each in editions if each.year == described)
    high = largest(each.value for each in editions if each.year == described)
    ends = [End("Lowest", low, low / limit * 100), End("Highest", high, high / limit * 100)]
    return Result(editions_found=count(each.value for each in editions if each.year == described), ends=ends)
