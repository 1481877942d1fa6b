"""Tables that a reader pastes or opens: CSV with commas, semicolons or tabs, with or without a header.

Columns are matched by name or label where the first line names them, else by place. Every cell is
read by the rule for its column, and what is wrong is told with its row, the first few at once.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping
from typing import Any

from calculators.contract.shape import Field
from data.units import UnreadableNumber, canonical

MOST_ROWS = 10_000
MOST_TOLD = 3
LONGEST_TEXT = 80
PLAIN = re.compile(r"-?[0-9]{1,14}(\.[0-9]{1,12})?")

ReadCell = Callable[[Field, str], Any]


def read_table(field: Field, text: str, read_cell: ReadCell) -> tuple[list[Any], str]:
    """The rows, and the table as we write it into links and files.

    Raises:
        UnreadableNumber: with what is wrong, and in which row.
    """
    lines = cells_of(text)
    if lines and (places := _places(field, lines[0])) is not None:
        first, body, width = 2, lines[1:], len(lines[0])
    else:
        first, body, width = 1, lines, len(field.columns)
        places = {name: place for place, name in enumerate(field.columns)}
        if len(lines) > 1 and any(column.numeric for column in field.columns.values()) and _words_alone(lines[0]):
            wanted = f"Write {_columns(field)} there, or leave it out."
            raise UnreadableNumber(f"The first line names none of the columns. {wanted}")
    if not body:
        raise UnreadableNumber(f"This table has no rows. Write some with {_columns(field)}.")
    if len(body) > MOST_ROWS:
        raise UnreadableNumber(f"This table has {len(body):,} rows. Use at most {MOST_ROWS:,}.")
    if problems := [f"Row {n}: {said}" for n, line in enumerate(body, first) if (said := too_wide(line, width))]:
        raise UnreadableNumber(_told(problems))
    return _rows(field, body, places, first, read_cell)


def cells_of(text: str) -> list[list[str]]:
    """The lines of a CSV that hold anything, cell by cell.

    Raises:
        UnreadableNumber: a quotation mark is left open, or a cell is far too long.
    """
    plain = text.strip().replace("\r\n", "\n").replace("\r", "\n")
    try:
        return [
            line for line in csv.reader(io.StringIO(plain), delimiter=delimiter(plain)) if any(map(str.strip, line))
        ]
    except csv.Error:
        told = "This is no table: a quotation mark is left open, or a cell is far too long. Write one row a line."
        raise UnreadableNumber(told) from None


def amounts_of(text: str) -> str:
    """The cells of a table that hold a digit, to look for currencies in; nothing of what is no table."""
    try:
        return " ".join(cell for line in cells_of(text) for cell in line if re.search("[0-9]", cell))
    except UnreadableNumber:
        return ""


def too_wide(line: list[str], width: int) -> str:
    """What is wrong with a row of more cells than there are columns; nothing if it has not."""
    cells = len(line)
    while cells and not line[cells - 1].strip():
        cells -= 1
    if cells <= width:
        return ""
    way_out = "Use semicolons or tabs between cells, or put a cell with a comma into quotation marks."
    return f"{cells} cells for {width} columns. {way_out}"


def canonical_table(field: Field, rows: list[list[Any]]) -> str:
    """Cells as CSV with the column names for a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field.columns)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().strip()


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell if isinstance(cell, str) else canonical(cell)


def delimiter(text: str) -> str:
    """The mark between cells: tab, semicolon or comma, by the first line."""
    line = text.strip().partition("\n")[0]
    return max("\t;,", key=lambda mark: (mark in line, line.count(mark)) if mark != "," else (mark in line, 0))


def _words_alone(line: list[str]) -> bool:
    """Whether the line looks like a header: no digit in it."""
    return not re.search("[0-9]", "".join(line))


def _columns(field: Field) -> str:
    return ", ".join(column.input.label for column in field.columns.values())


def _instead(field: Field, lacking: str, heads: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # wanted only where something is wrong

    [name] = (name for name, column in field.columns.items() if column.input.label == lacking)
    close = [near for word in (name, lacking) for near in get_close_matches(plain(word), heads, n=1)]
    return f" Write it in place of “{close[0]}”." if close else f" Write {_columns(field)} there."


def plain(text: str) -> str:
    """A heading as it is compared: without case, underscores and what stands in parentheses."""
    return re.sub(r"\(.*\)", "", text).strip().casefold().replace("_", " ").strip("\ufeff")


def _places(field: Field, line: list[str]) -> Mapping[str, int] | None:
    """Where each column stands, if the line is a header; None if it is a row."""
    heads = [plain(cell) for cell in line]
    found: dict[str, int] = {}
    for name, column in field.columns.items():
        for word in (plain(name), plain(column.input.label)):
            if word in heads:
                found.setdefault(name, heads.index(word))
    if not found:
        return None
    if lacking := [column.input.label for name, column in field.columns.items() if name not in found]:
        raise UnreadableNumber(f"The header names no column “{lacking[0]}”.{_instead(field, lacking[0], heads)}")
    return found


def _rows(
    field: Field, body: list[list[str]], places: Mapping[str, int], first: int, read_cell: ReadCell
) -> tuple[list[Any], str]:
    assert field.row is not None, "a table field has a row"
    problems, rows, cells = [], [], []
    for number, line in enumerate(body, first):
        row: list[Any] = []
        for name, column in field.columns.items():
            try:
                row.append(_cell(column, line[places[name]] if places[name] < len(line) else "", read_cell))
            except UnreadableNumber as error:
                problems.append(f"Row {number}, {column.input.label}: {error}")
        if len(row) == len(field.columns):
            cells.append(row)
            rows.append(field.row(*row))
    if problems:
        raise UnreadableNumber(_told(problems))
    return rows, canonical_table(field, cells)


def _told(problems: list[str]) -> str:
    more = f" And {len(problems) - MOST_TOLD} more." if len(problems) > MOST_TOLD else ""
    return " ".join(problems[:MOST_TOLD]) + more


def _cell(column: Field, text: str, read_cell: ReadCell) -> Any:
    if column.kind == "text":
        clean = "".join(mark for mark in text.strip() if mark.isprintable())
        if not clean or len(clean) > LONGEST_TEXT:
            raise UnreadableNumber(f"Write 1 to {LONGEST_TEXT} characters.")
        return clean
    return read_cell(column, text)
