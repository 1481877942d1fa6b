"""What of a publication may be published again: the one place where `redistribute` is read.

    value   single values, with their source; its tables appear as single values with a link
    table   whole tables as well
    none    that there is such a figure, who says it and where; neither its number nor words that may hold it

Every file that other programs read, and every download, asks here. Pages quote, and do not ask.
"""

from collections.abc import Iterable
from typing import Any, Literal

from data.knowledge import Figure, Knowledge, Source

What = Literal["value", "table"]
ALLOWED: dict[str, tuple[What, ...]] = {"value": ("value",), "table": ("value", "table"), "none": ()}
TELLING = (
    "value", "text", "low", "high", "rounded_to", "bound", "quote", "doubt", "note", "from", "rests_on", "rows",
    "says", "why", "claimed", "link",
)  # fmt: skip


def may_publish(what: What, sources: Iterable[Source]) -> bool:
    """Whether all of these publications let a single value, or a whole table, be published again."""
    return all(what in ALLOWED[source.redistribute] for source in sources)


def withheld(record: dict[str, Any], sources: Iterable[Source]) -> dict[str, Any]:
    """The record, or what is left of it where its publications let no value out: every key, the telling ones empty."""
    if may_publish("value", sources):
        return record
    return {key: None if key in TELLING else value for key, value in record.items()}


def sources_of(figure: Figure, known: Knowledge) -> list[Source]:
    """Whose terms a figure is under: who says it, where it was read, and the same of all that it is worked out from."""
    seen, todo = {figure.id: figure}, [figure]
    while todo:
        below = [known.figures[name] for name in todo.pop().named if name in known.figures and name not in seen]
        seen.update({each.id: each for each in below})
        todo.extend(below)
    names = dict.fromkeys(name for each in seen.values() for name in (each.source, each.via) if name)
    return [known.sources[name] for name in names]
