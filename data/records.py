"""Records of TOML files read into dataclasses, with every problem of every file told in one run.

One table of a file is one record; its name is the record's id. A key is a field of the dataclass
(without a trailing underscore, which keeps `from` from being Python's), its annotation the type:
`str`, `float` (a TOML integer will do), `date`, `tuple[str, ...]`, `Literal[...]`, each with
`| None` where it may be missing. A `Problem` names place, thing, problem and way out. Python's
`tomllib` gives no line numbers for records, so the place is file, record, key.
"""

import tomllib
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

LARGEST = 10**15
KINDS = {str: "text in quotes", float: "a number below 10^15", date: "a date like 2027-11-30"}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it; `check` names the check that found it."""

    place: str
    thing: str
    problem: str
    way_out: str
    check: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.thing}: {self.problem} {self.way_out}"


class DataErrors(Exception):
    """All problems found in the data files, in the order of files and records."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def named(check: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, each with the name of the check that found it."""
    return (replace(problem, check=check) for problem in problems)


def nearest(word: str, words: Iterable[str]) -> str:
    """What the writer may have meant: ' Did you mean “x”?', or nothing."""
    import difflib  # noqa: PLC0415  only wanted when something is wrong; no start in the browser pays for it

    close = difflib.get_close_matches(word, list(words), n=1)
    return f" Did you mean “{close[0]}”?" if close else ""


def read_tables(path: Path, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    """The tables of one TOML file; what is no table, or no TOML, becomes a problem."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(Problem(path.name, "the file", f"It is not valid TOML: {error}.", "Correct it there."))
        return {}
    tables = {}
    for name, table in content.items():
        if isinstance(table, dict):
            tables[name] = table
        else:
            problems.append(Problem(path.name, name, "It stands outside any table.", "Put it below a [heading]."))
    return tables


def read_record[T](cls: type[T], name: str, table: Mapping[str, Any], place: str, problems: list[Problem]) -> T | None:
    """One table as a `cls`, which has an `id` field; None when anything is wrong with it."""
    before = len(problems)
    known = _keys(cls)  # type: ignore[arg-type]  # a class is hashable; mypy does not know it of type[T]
    for key in table:
        if key not in known:
            way_out = f"Remove it, or correct its name.{nearest(key, known)}"
            problems.append(Problem(place, f"{name}.{key}", "There is no such key.", way_out))
    for key, (field, hint) in known.items():
        if key in table:
            problems.extend(_wrong_type(table[key], hint, place, f"{name}.{key}"))
        elif field.default is MISSING:
            problems.append(Problem(place, f"{name}.{key}", "It is missing.", f"Add {key} = …"))
    if len(problems) > before:
        return None
    make: Callable[..., T] = cls
    return make(id=name, **{known[key][0].name: tuple(v) if isinstance(v, list) else v for key, v in table.items()})


@cache
def _keys(cls: Any) -> dict[str, tuple[Field[Any], Any]]:
    """The keys that a table may hold, each with its field and type: all but `id`, which is the table's name.

    Read once a class: reading annotations takes longer than reading a table.
    """
    hints = get_type_hints(cls)
    return {
        field.name.rstrip("_"): (field, _required(hints[field.name])) for field in fields(cls) if field.name != "id"
    }


def _required(hint: Any) -> Any:
    """The type without `| None`: a key that is there has a value."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint


def _wrong_type(value: object, hint: Any, place: str, thing: str) -> Iterator[Problem]:
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            choices = ", ".join(map(str, get_args(hint)))
            yield Problem(place, thing, f"“{value}” is not one of its words.", f"Choose from: {choices}.")
    elif get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            yield Problem(place, thing, "It is not a list of texts.", 'Write it like ["a", "b"].')
    elif not _fits(value, hint):
        yield Problem(place, thing, f"It is not {KINDS[hint]}.", f"Write {KINDS[hint]}.")
    elif isinstance(value, str) and not value.strip():
        yield Problem(place, thing, "It is empty.", "Fill it in, or remove the key.")


def _fits(value: object, hint: Any) -> bool:
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST
    if hint is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    return isinstance(value, hint)
