"""datapackage.json: what the columns of the CSV files hold, so that a program can check and join them.

A Data Package of version 1, which readers of version 2 take as well: types, the closed lists of words, what is
required, ids that are unique, and the ids that must be found in another file; sizes and check sums of the files.
"""

import hashlib
from pathlib import Path
from typing import Any

from calculators.contract.release import release
from publishing.export.contents import Contents
from publishing.export.keys import Key
from publishing.export.tables import Table
from publishing.export.terms import CAUTION, COVERED, CREDIT, EXCEPTED, LICENSE, TITLE
from publishing.export.writing import write_json

TYPES = {"number": "number", "date": "date"}
HOLDS = {
    "figures": "Every figure that is one number.",
    "sources": "Every publication.",
    "claims": "Every claim checked.",
}
LISTED = "Ids or addresses with a space between them."
FOREIGN = {"figures": ("source", "via"), "claims": ("by", "cites")}


def write_package(tables: list[Table], contents: Contents, folder: Path) -> None:
    """Write the description of the tables, whose CSV files lie in `folder`."""
    content = {
        "profile": "tabular-data-package",
        "name": "it-ot-convergence",
        "title": TITLE,
        "description": f"{COVERED} {EXCEPTED} {CAUTION} {CREDIT}",
        "version": release(),
        **({"homepage": contents.root} if contents.root else {}),
        "licenses": [LICENSE],
        "sources": [_source(each.title, each.url) for each in contents.known.sources.values()],
        "resources": [_resource(table, folder / f"{table.name}.csv") for table in tables],
    }
    write_json(folder / "datapackage.json", content)


def _source(title: str, url: str | None) -> dict[str, str]:
    return {"title": title, **({"path": url} if url else {})}


def _resource(table: Table, path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    schema = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": ["id"],
        "foreignKeys": [_foreign(name) for name in FOREIGN.get(table.name, ())],
    }
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path.name,
        "description": HOLDS[table.name],
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {key: value for key, value in schema.items() if value},
    }  # fmt: skip


def _field(column: Key) -> dict[str, Any]:
    """One column; a list is a text with spaces between its ids."""
    constraints = {
        **({"required": True} if column.required else {}),
        **({"unique": True} if column.name == "id" else {}),
        **({"enum": list(column.words)} if column.words else {}),
        **({"pattern": column.pattern} if column.pattern else {}),
    }
    listed = [LISTED] if column.kind == "list" else []
    return {
        "name": column.name,
        "type": TYPES.get(column.kind, "string"),
        "description": " ".join([column.description, *listed]),
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign(name: str) -> dict[str, Any]:
    return {"fields": [name], "reference": {"resource": "sources", "fields": ["id"]}}
