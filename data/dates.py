"""Dates as records write them, put as a reader says them."""

import calendar
import os
from datetime import date

MONTHS = calendar.month_name


def named_day() -> date | None:
    """The day named in AS_OF, to see what this publication says on another day; None where none is.

    Raises:
        ValueError: AS_OF is not a date like 2027-11-30.
    """
    named = os.environ.get("AS_OF")
    try:
        return date.fromisoformat(named) if named else None
    except ValueError:
        raise ValueError(f"AS_OF: “{named}” is not a day. Write it like 2027-11-30.") from None


def today() -> date:
    """Today, or the day named in its place.

    Raises:
        ValueError: as above.
    """
    return named_day() or date.today()


def stretch(since: str | None, until: str) -> str:
    """From when to when, as far as known: "2023 to 2030"; without a beginning, only when."""
    return f"{when(since)} to {when(until)}" if since else when(until)


def when(day: str) -> str:
    """A date as far as it is known: "2024", "November 2024", "5 November 2024"."""
    year, *rest = day.split("-")
    words = [MONTHS[int(rest[0])], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)
