"""What a record may hold, read from its dataclass: each key with its type, its words and what its docstring says.

The schemas of the data files and the columns of the downloads are made from it, so that a key added to a dataclass
is in all of them. What a key means is the clauses of the docstring that name it in backquotes.
"""

import re
import types
from dataclasses import MISSING, dataclass, fields
from datetime import date
from inspect import getdoc
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from data.checks import FIGURE_UNITS, ID, LANGUAGE, WHEN

Kind = Literal["text", "number", "date", "list", "link"]
KINDS: dict[Any, Kind] = {str: "text", float: "number", date: "date"}
PATTERNS = {
    "as_of": WHEN.pattern,
    "since": WHEN.pattern,
    "edition": WHEN.pattern,
    "language": LANGUAGE.pattern,
    "published": WHEN.pattern,
    "url": 'https://[^\\s<>"]+',
}
WORDS = {"unit": tuple(FIGURE_UNITS)}


@dataclass(frozen=True)
class Key:
    """One key: `words` are the only ones it may hold, `pattern` is how its text is written as a whole."""

    name: str
    kind: Kind
    description: str = ""
    required: bool = False
    words: tuple[str, ...] = ()
    pattern: str = ""


def keys_of(cls: Any) -> dict[str, Key]:
    """The keys of a record of this class in their order, `id` first, which is the name of its table."""
    hints, document = get_type_hints(cls), getdoc(cls) or ""
    found = {
        "id": Key(
            "id", "text", "The record’s name, which never changes its meaning.", required=True, pattern=ID.pattern
        )
    }
    for field in fields(cls):
        name, hint = field.name.rstrip("_"), _present(hints[field.name])
        if name != "id":
            words = get_args(hint) if get_origin(hint) is Literal else WORDS.get(name, ())
            kind = "list" if get_origin(hint) is tuple else KINDS.get(hint, "text")
            required = field.default is MISSING
            found[name] = Key(name, kind, said_of(name, document), required, words, PATTERNS.get(name, ""))
    return found


def said_of(name: str, document: str) -> str:
    """The clauses of a docstring that name a key, as sentences."""
    clauses = re.split(r"(?:(?<=\.)|;)\s+", " ".join(document.split()))
    named = [clause.rstrip(".") for clause in clauses if f"`{name}`" in clause]
    return " ".join(f"{clause[0].upper()}{clause[1:]}." for clause in named)


def _present(hint: Any) -> Any:
    """The type without the `None` that stands for a missing key."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint
