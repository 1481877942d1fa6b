"""Dates as records write them, put as a reader says them."""

import calendar
import os
from datetime import date

MONTHS = calendar.month_name


def today() -> date:
    """Today, or the day named in AS_OF, to see what this publication says on another day.

    Raises:
        ValueError: AS_OF is not a date like 2027-11-30.
    """
    named = os.environ.get("AS_OF")
    return date.fromisoformat(named) if named else date.today()


def when(day: str) -> str:
    """A date as far as it is known: "2024", "November 2024", "5 November 2024"."""
    year, *rest = day.split("-")
    words = [MONTHS[int(rest[0])], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)
