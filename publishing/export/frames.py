"""Tables as pandas frames with typed columns, and from them CSV.

CSV as RFC 4180 has it: UTF-8, one header line, CRLF, quotes only where they are needed, nothing for a missing value,
dates as 2027-11-30, numbers with a dot and no grouping, lists with a space between their ids. A text that a
spreadsheet would run as a formula gets an apostrophe before it. The file begins with no byte order mark, which most
programs would read as part of the first column's name; Excel, which wants one, has the workbook.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from data.units import canonical
from publishing.export.tables import Table

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def frame_of(table: Table) -> pd.DataFrame:
    """The table with typed columns: numbers as numbers, dates as dates, the rest as text."""
    frame = pd.DataFrame(table.lines, columns=[column.name for column in table.columns], dtype=object)
    for column in table.columns:
        cells = frame[column.name]
        if column.kind == "number":
            frame[column.name] = cells.astype("float64")
        elif column.kind == "date":
            frame[column.name] = cells.map(date.fromisoformat, na_action="ignore")
        elif column.kind == "list":
            frame[column.name] = cells.map(lambda each: " ".join(each or []) or None)
    return frame


def write_csv(table: Table, path: Path) -> None:
    """Write the table as CSV."""
    frame = frame_of(table).map(harmless)
    shown: Any = canonical  # pandas calls it with nothing but floats, which its stubs do not say
    frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\r\n", float_format=shown)


def harmless(cell: Any) -> Any:
    """A text as it can be opened in a spreadsheet without being run; any other cell as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
