"""Tables of numbers in series/, as rows of texts; one record in TOML stands for each."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "series"


@cache
def read_series(name: str) -> str:
    """The CSV text of the series called `name`, its header in the first line."""
    return (FOLDER / f"{name}.csv").read_text("utf-8")


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of the series called `name`, by column."""
    return list(csv.DictReader(read_series(name).splitlines()))
