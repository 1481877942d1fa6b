"""JSON Schemas of the data files, made from the dataclasses that read them, for editors and other programs.

One schema describes one file: its tables by id, each a record. `python -m publishing.export` writes them to
data/schemas/, where `.taplo.toml` tells an editor to look; the site serves the same. JSON has no dates, so that a date
is a text in the form of one, which is what an editor of TOML makes of it. Left out on purpose: what holds between
records, which `publishing.check` tells better.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.claims import Claim
from data.glossary import Term
from data.knowledge import Figure, Source
from data.records import LARGEST
from publishing import ROOT
from publishing.export.keys import Key, keys_of
from publishing.export.writing import write_json

FOLDER = ROOT / "data" / "schemas"
RECORDS = {"figures": Figure, "sources": Source, "claims": Claim, "glossary": Term}
ONE_OF = {"figures": ("value", "series")}
TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string", "pattern": r"\S"},
    "number": {"type": "number", "exclusiveMinimum": -LARGEST, "exclusiveMaximum": LARGEST},
    "date": {"type": "string", "format": "date"},
    "list": {"type": "array", "items": {"type": "string"}},
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of data file."""
    return {name: schema_of(name, cls) for name, cls in RECORDS.items()}


def schema_of(name: str, cls: Any) -> dict[str, Any]:
    """The schema of a file whose tables are records of this class."""
    keys = keys_of(cls)
    identity = keys.pop("id")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name.capitalize(),
        "description": "Each table is one record. Its name is the record’s id, which never changes its meaning.",
        "type": "object",
        "propertyNames": {"pattern": f"^{identity.pattern}$"},
        "additionalProperties": record_schema(name, keys, (cls.__doc__ or "").partition("\n")[0]),
    }


def record_schema(name: str, keys: Mapping[str, Key], description: str) -> dict[str, Any]:
    """The schema of one record."""
    schema = {
        "description": description,
        "type": "object",
        "properties": {key.name: key_schema(key) for key in keys.values()},
        "required": [key.name for key in keys.values() if key.required],
        "additionalProperties": False,
    }
    return schema | ({"oneOf": [{"required": [key]} for key in ONE_OF[name]]} if name in ONE_OF else {})


def key_schema(key: Key) -> dict[str, Any]:
    """The schema of one key's value."""
    said = {"description": key.description} if key.description else {}
    pattern = {"pattern": f"^({key.pattern})$"} if key.pattern else {}
    return {**said, **TYPES[key.kind], **pattern} if not key.words else {**said, "enum": list(key.words)}


def write_schemas(folder: Path = FOLDER) -> None:
    """Write every schema into `folder`."""
    for name, schema in schemas().items():
        write_json(folder / f"{name}.json", schema)
