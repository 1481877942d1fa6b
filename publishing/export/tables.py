"""Figures, sources, claims and series as tables: one line a record, one value, or one list of ids, a cell.

Records of whole tables are no figures here: they are in the table of series, where a table that may not be published
again appears as single values with a link.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, get_args

from data.claims import Claim, Verdict
from data.knowledge import Figure, Source
from data.series import rows_of
from publishing.export.contents import Contents
from publishing.export.keys import Key, keys_of
from publishing.export.permission import TELLING, may_publish, sources_of
from publishing.export.records import claim_record, figure_record, in_order, plain, source_record
from publishing.places import address

NOT_HERE = {"rows", "series", "used_by"}
OF_SOURCE = ("publisher", "published", "url")
MADE = {
    "text": Key("text", "text", "The value with its unit, as in a sentence."),
    "low": Key("low", "number", "The lowest number that the published rounding allows; a derived one has none."),
    "high": Key("high", "number", "The highest number that the published rounding allows."),
    "rests_on": Key("rests_on", "list", "The figures that a derived one is worked out from."),
    "page": Key("page", "link", "The figure’s own page, whose address never changes.", required=True),
    "pages": Key("pages", "list", "The pages that use it."),
    "calculators": Key("calculators", "list", "The calculators that use it."),
    "why": Key("why", "text", "What the verdict rests on."),
    "claimed": Key("claimed", "number", "The number claimed, in the unit of the answer."),
    "link": Key("link", "link", "Opens the calculator with the inputs of the claim."),
}  # fmt: skip
ANSWER = {
    "value": Key("value", "number", "The answer of the calculator."),
    "text": Key("text", "text", "The answer as shown."),
    "unit": Key("unit", "text", "The unit of the answer."),
    "low": Key("low", "number", "The lowest answer that rounding leaves open."),
    "high": Key("high", "number", "The highest answer that rounding leaves open."),
    "good_until": Key("good_until", "date", "The first day on which a figure that it rests on is due for review."),
    "verdict": Key("verdict", "text", "The verdict worked out.", required=True, words=get_args(Verdict)),
}


@dataclass(frozen=True)
class Table:
    """Lines of one kind: the columns with what each holds, and the cells by column."""

    name: str
    columns: tuple[Key, ...]
    lines: list[dict[str, Any]]


def figures_table(contents: Contents) -> Table:
    """Every figure that is one number, with the publisher, date and address of its source."""
    keys, of_source = keys_of(Figure), keys_of(Source)
    names = [name for name in in_order(keys) if name not in NOT_HERE]
    place = names.index("source") + 1
    columns = [_column(name, MADE | keys) for name in names]
    columns[place:place] = [replace(of_source[name], required=False) for name in OF_SOURCE]
    columns[-1:] = [MADE["page"], MADE["pages"], MADE["calculators"]]
    lines = [_figure_line(each, contents) for each in contents.numbers]
    return Table("figures", tuple(columns), [_cells(line, columns) for line in lines])


def _figure_line(figure: Figure, contents: Contents) -> dict[str, Any]:
    record, source = figure_record(figure, contents), source_record(contents.known.source_of(figure))
    used = {kind: [contents.link(use["page"]) for use in uses] for kind, uses in record["used_by"].items()}
    return {**record, **{name: source[name] for name in OF_SOURCE}, **used, "page": contents.link(record["page"])}


def sources_table(contents: Contents) -> Table:
    """Every publication."""
    columns, sources = tuple(keys_of(Source).values()), contents.known.sources.values()
    return Table("sources", columns, [_cells(source_record(each), columns) for each in sources])


def claims_table(contents: Contents) -> Table:
    """Every claim with the verdict worked out."""
    records = [claim_record(each, contents) for each in contents.claims]
    known = {**MADE, **keys_of(Claim), **ANSWER}
    columns = [_column(name, known) for name in records[0]] if records else []
    for record in records:
        record["link"] = record["link"] and contents.link(record["link"])
    return Table("claims", tuple(columns), [_cells(record, columns) for record in records])


SERIES = (
    Key("series", "text", "The id of the table.", required=True),
    Key("label", "text", "What the table holds.", required=True),
    Key("publisher", "text", "Who published it.", required=True),
    Key("row", "text", "A row of the table, or the name of a figure of the same edition.", required=True),
    Key("column", "text", "The column of the table; “value” for a figure."),
    Key("value", "number", "The cell of the table, or the value of the figure."),
    Key("unit", "text", "The unit of a figure."),
    Key("figure", "text", "The id of the figure."),
    Key("link", "link", "Where the publication lies, or where it was read."),
)


def series_table(contents: Contents) -> Table:
    """Every table as far as it may be published again: cell by cell, else the figures read in the same edition."""
    singles: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in contents.numbers:
        if figure.kind != "derived":
            singles.setdefault((figure.source, figure.edition), []).append(figure)
    lines: list[dict[str, Any]] = []
    for series in contents.series:
        sources = sources_of(series, contents.known)
        link = next((each.url for each in sources if each.url), contents.link(address(f"figures/{series.id}.md")))
        head = {"series": series.id, "label": series.label, "publisher": sources[0].publisher, "link": link}
        whole = may_publish("table", sources)
        cells = (
            _table_cells(series)
            if whole
            else _single_values(singles.get((series.source, series.edition), []), contents)
        )
        lines += [{**head, **cell} for cell in cells] or [{**head, "row": "No single value of it is a figure here."}]
    return Table("series", SERIES, [_cells(line, SERIES) for line in lines])


def _table_cells(series: Figure) -> Iterator[dict[str, Any]]:
    """Each number of the table, its row named by the texts and years that stand in it."""
    for row in rows_of(str(series.series)):
        named = ", ".join(text for column, text in row.items() if text and (column == "year" or _number(text) is None))
        for column, text in row.items():
            if column != "year" and (number := _number(text)) is not None:
                yield {"row": named, "column": column, "value": number}


def _single_values(figures: list[Figure], contents: Contents) -> Iterator[dict[str, Any]]:
    for each in figures:
        record = figure_record(each, contents)
        yield {"row": each.label, "column": "value", "value": record["value"], "unit": each.unit, "figure": each.id}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _column(name: str, known: dict[str, Key]) -> Key:
    """A column; one that may be withheld is not required."""
    key = known[name]
    return replace(key, required=key.required and name not in TELLING)


def _cells(record: dict[str, Any], columns: Any) -> dict[str, Any]:
    return {column.name: plain(record.get(column.name)) for column in columns}
