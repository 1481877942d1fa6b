"""What schema.org and Google expect of JSON-LD, held against a document expanded with a vendored context."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyld import jsonld

VENDORED: dict[str, Any] = json.loads((Path(__file__).parent / "schemaorg-context.json").read_text("utf-8"))
CONTEXT = "https://schema.org/"
SCHEMA = "http://schema.org/"
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
WORKS = {"Dataset", "DataCatalog", "DataDownload", "WebSite"}  # each of them a CreativeWork, too

# Google's page on Dataset, DataCatalog and DataDownload: what it requires, and what it recommends.
REQUIRED = {"Dataset": ("name", "description"), "DataDownload": ("contentUrl",)}
LENGTH = range(50, 5001)
RECOMMENDED = {
    "alternateName", "creator", "citation", "distribution", "funder", "hasPart", "identifier", "includedInDataCatalog",
    "isAccessibleForFree", "isPartOf", "keywords", "license", "measurementTechnique", "sameAs", "spatialCoverage",
    "temporalCoverage", "url", "variableMeasured", "version",
}  # fmt: skip


def load(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """The vendored context; nothing else is loaded."""
    if url != CONTEXT:
        raise ValueError(f"{url} is no context of ours.")
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": VENDORED}


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The document without its context; a relative address stays one, to be seen."""
    return list(jsonld.expand(document, {"documentLoader": load, "base": None}))


def faults(document: dict[str, Any]) -> list[str]:
    """Everything in the document that schema.org does not know or expect, or that Google requires and misses."""
    whole = expanded(document)
    lost = Counter(terms(document)) - Counter(local(name) for node in nodes(whole) for name in node if name[0] != "@")
    return [
        *(f"{term}: schema.org has no such property here, and it was lost." for term in sorted(lost)),
        *(fault for node in nodes(whole) for fault in unexpected(node)),
        *(fault for node in nodes(whole) for fault in missing(node)),
    ]


def terms(value: Any) -> Iterator[str]:
    """Every property of a document as it is written, as often as it is used."""
    if isinstance(value, list):
        yield from (term for each in value for term in terms(each))
    elif isinstance(value, dict):
        yield from (name for name in value if name[0] != "@")
        yield from (term for name, each in value.items() if name[0] != "@" for term in terms(each))


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node with a type in what was expanded."""
    if isinstance(value, list):
        yield from (node for each in value for node in nodes(each))
    elif isinstance(value, dict) and "@value" not in value:
        if "@type" in value:
            yield value
        yield from (node for name, each in value.items() if name[0] != "@" for node in nodes(each))


def local(name: str) -> str:
    return name.removeprefix(SCHEMA)


def unexpected(node: dict[str, Any]) -> Iterator[str]:
    """Properties that the node's type does not have, and values of a type that the property does not take."""
    kind = local(node["@type"][0])
    expects = VENDORED["expects"].get(kind)
    if expects is None:
        yield f"{kind}: schema.org has no such type here."
        return
    for name in (local(name) for name in node if name[0] != "@"):
        for value in node[SCHEMA + name] if name in expects else []:
            if not type_of(value) & set(expects[name]):
                yield f"{kind}.{name}: {value} is none of {', '.join(expects[name])}."
        if name not in expects:
            yield f"{kind}.{name}: {kind} has no such property here."


def type_of(value: dict[str, Any]) -> set[str]:
    """The types that a value is of."""
    if "@value" not in value:
        kinds = {local(kind) for kind in value.get("@type", [])}
        return kinds | ({"CreativeWork"} if kinds & WORKS else set()) or url_of(value)
    said = value["@value"]
    if isinstance(said, bool):
        return {"Boolean"}
    if isinstance(said, int | float):
        return {"Number"}
    if "@type" in value:
        return {"Date"} if DATE.fullmatch(said) else set()
    return {"Text"} if said.strip() else set()


def url_of(value: dict[str, Any]) -> set[str]:
    return {"URL"} if re.match(r"https?://[^/\s]+/", value.get("@id", "")) else set()


def missing(node: dict[str, Any]) -> Iterator[str]:
    """What Google requires and does not find, or finds too short or too long."""
    kind = local(node["@type"][0])
    for name in REQUIRED.get(kind, ()):
        if SCHEMA + name not in node:
            yield f"{kind}.{name}: Google requires it."
    for value in node.get(f"{SCHEMA}description", []) if kind == "Dataset" else []:
        if len(value["@value"]) not in LENGTH:
            yield f"Dataset.description: {len(value['@value'])} characters; Google wants 50 to 5000."
