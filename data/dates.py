"""Dates as records write them, put as a reader says them."""

import calendar

MONTHS = calendar.month_name


def when(date: str) -> str:
    """A date as far as it is known: "2024", "November 2024", "5 November 2024"."""
    year, *rest = date.split("-")
    words = [MONTHS[int(rest[0])], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) == 2 else words)
