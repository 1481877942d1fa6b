"""Citations as RIS: one tag a line, its lines ended by carriage return and line feed, UTF-8.

The database (DB) is this site, its edition (ET) the release. Left out: when it was read (Y2), which only the
reader knows.
"""

from collections.abc import Iterator

from data.knowledge import Source
from publishing.citing.items import SITE, Item, cited_source
from publishing.citing.text import made

TYPES = {"dataset": "DATA", "report": "RPRT", "webpage": "ELEC"}


def ris_of_source(source: Source) -> str:
    """The publication as a record of a .ris file."""
    return ris_of(cited_source(source))


def ris_of(item: Item) -> str:
    """The item as a record of a .ris file."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags(item) if value is not None)


def tags(item: Item) -> Iterator[tuple[str, str | None]]:
    """The record's tags with their values, in their order."""
    yield "TY", TYPES[item["type"]]
    yield "ID", item["id"]
    for name in item["author"]:
        yield "AU", name.get("literal") or f"{name['family']}, {name['given']}"
    yield "TI", item["title"]
    yield "T2", item.get("container-title")
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    if date:
        yield "PY", str(date[0])
        yield "DA", "/".join([f"{part:02}" for part in date] + [""] * (3 - len(date))) + "/"
    yield "PB", item.get("publisher")
    if "version" in item:
        yield "DB", SITE
        yield "ET", item["version"]
    yield "N1", item.get("note")
    yield "N1", made(item) if "compiler" in item else None
    yield "UR", item["URL"].replace(";", "%3B") if "URL" in item else None  # a semicolon would part two addresses
    yield "ER", ""
