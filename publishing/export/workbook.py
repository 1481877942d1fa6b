"""The workbook: a sheet that says what this is and on what terms, then figures, sources, series and claims.

Numbers are numbers and dates are dates; every text is written as text, so that none becomes a formula. The day on
which it says it was made is always the same, the one that the wheel's entries carry too: a release has no date, and
the same release gives the same bytes.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from calculators.contract.release import release
from publishing.export.contents import Contents
from publishing.export.frames import frame_of
from publishing.export.tables import Table
from publishing.export.terms import CAUTION, COVERED, CREDIT, EXCEPTED, LICENSE, STANDINGS, TITLE, citation

MADE = datetime(2020, 2, 2)
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NARROWEST, WIDEST = 8, 48
READ_ME = "Read me"
ADDRESSES = {"url", "page", "link"}
TARGETS = {"source": "sources", "via": "sources", "by": "sources", "cites": "sources", "figure": "figures"}


def write_workbook(tables: list[Table], contents: Contents, path: Path) -> None:
    """Write all tables as sheets of one workbook."""
    how: Any = {"engine": "xlsxwriter", "date_format": "yyyy-mm-dd", "engine_kwargs": {"options": OPTIONS}}
    with pd.ExcelWriter(path, **how) as writer:
        book: Any = writer.book
        book.set_properties({"title": TITLE, "created": MADE, "comments": f"Release {release()}. {COVERED} {EXCEPTED}"})
        _write_read_me(book, tables, contents)
        lines = {table.name: _lines_by_id(table) for table in tables}
        for table in tables:
            _write_sheet(writer, table, lines)


def sheet_of(table: str) -> str:
    """A table's sheet by its name."""
    return table.capitalize()


def _lines_by_id(table: Table) -> dict[Any, int]:
    """The row of a sheet, from 1, on which each record stands below the header."""
    return {line.get("id"): number for number, line in enumerate(table.lines, 2)}


def _write_sheet(writer: Any, table: Table, lines: dict[str, dict[Any, int]]) -> None:
    """Cells through pandas; then the header, the widths and the links."""
    frame, name = frame_of(table), sheet_of(table.name)
    frame.to_excel(writer, sheet_name=name, index=False)
    sheet, head = writer.sheets[name], writer.book.add_format({"bold": True, "bottom": 1, "align": "left"})
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column.name, head)
        if column.description:
            sheet.write_comment(0, number, column.description.replace("`", ""), {"x_scale": 2})
        sheet.set_column(number, number, width(column.name, [line[column.name] for line in table.lines]))
    sheet.freeze_panes(1, 1)
    if table.lines:
        sheet.autofilter(0, 0, len(table.lines), len(table.columns) - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(table.lines) + 1}"})
    _link(sheet, table, lines)


def width(head: str, cells: list[Any]) -> int:
    """As wide as the longest of its cells, within what can be looked at."""
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(NARROWEST, min(WIDEST, max(len(head) + 3, longest + 1)))


def _link(sheet: Any, table: Table, lines: dict[str, dict[Any, int]]) -> None:
    """Addresses lead to where they say, ids of sources and figures to their rows."""
    for row, line in enumerate(table.lines, 1):
        for number, column in enumerate(table.columns):
            cell, target = line[column.name], TARGETS.get(column.name, "")
            if column.name in ADDRESSES and str(cell).startswith("http"):
                sheet.write_url(row, number, cell, string=cell)
            elif target and cell in lines.get(target, {}):
                sheet.write_url(row, number, f"internal:'{sheet_of(target)}'!A{lines[target][cell]}", string=cell)


def _write_read_me(book: Any, tables: list[Table], contents: Contents) -> None:
    """What this is, which release, on what terms, how to cite it, what to beware of, and what each sheet holds."""
    sheet = book.add_worksheet(READ_ME)
    label = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 14, label)
    sheet.set_column(1, 1, 96, text)
    sheet.hide_gridlines(2)
    for row, (name, said) in enumerate(_said(tables, contents)):
        sheet.write_string(row, 0, name, label)
        if said.startswith("http"):
            sheet.write_url(row, 1, said, string=said)
        else:
            sheet.write_string(row, 1, said, text)


def _counted(table: Table, contents: Contents) -> str:
    """Why the sheet of figures has fewer lines than the site has figures."""
    numbers, series = len(contents.numbers), len(contents.series)
    if table.name != "figures" or not series:
        return ""
    rest = f"of which {series} are tables and stand on “Series”"
    return f", one a number; the site counts {numbers + series} figures, {rest}"


def _said(tables: list[Table], contents: Contents) -> list[tuple[str, str]]:
    """The lines of the first sheet."""
    standings = [("", said) for said in STANDINGS]
    sheets = [("", f"{sheet_of(table.name)}: {len(table.lines)} lines{_counted(table, contents)}") for table in tables]
    return [
        ("What", f"{TITLE} Its figures, each with who says it, in which words, and how well it stands."),
        ("Release", release()),
        *([("Where", contents.root)] if contents.root else []),
        ("License", COVERED), ("", EXCEPTED), ("", LICENSE["path"]),
        ("Cite", f"{citation(contents.root)}."), ("", CREDIT),
        ("Beware", CAUTION), *standings,
        ("Sheets", "A note on each column’s name says what it holds."), *sheets,
        ("Made", f"The file says {MADE:%Y-%m-%d}, since a release has no date and equal contents give equal bytes."),
    ]  # fmt: skip
