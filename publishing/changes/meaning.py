"""What an id means, then and now: a figure of another unit, time, scope or measure is another figure.

A time told more exactly is the same time, and a unit of another scale the same unit.
"""

from collections.abc import Iterator

from data.knowledge import Figure, Knowledge
from publishing.changes.amounts import measured_in, said_by
from publishing.changes.previous import Previous, Record


def meant_otherwise(record: Record, figure: Figure, then: Previous, known: Knowledge) -> Iterator[tuple[str, str, str]]:
    """The keys that make another thing of the figure, with old and new."""
    if measured_in(record["unit"]) != measured_in(figure.unit):
        yield "unit", record["unit"], figure.unit
    if ("series" in record) != (figure.series is not None):
        yield "value", str(said_by(record)), str(said_by(figure))
    if not (record["as_of"].startswith(figure.as_of) or figure.as_of.startswith(record["as_of"])):
        yield "as_of", record["as_of"], figure.as_of
    if record["scope"] != figure.scope:
        yield "scope", record["scope"], figure.scope
    old, new = record.get("measures"), figure.measures
    if old and new and old != new and not _renamed(old, new, then, known):
        yield "measures", old, new


def _renamed(old: str, new: str, then: Previous, known: Knowledge) -> bool:
    """Whether what is measured only has another name, so that all of its editions moved together."""
    names_then = {record.get("measures") for record in then.figures.values()}
    return old not in {each.measures for each in known.figures.values()} and new not in names_then
