"""One entry of the changelog: what became of a figure or a calculator's method, since when, and why.

    - Revised: `convergence-market-2023`, from $720 billion to $735 billion, since 2027-02-01. The publisher did.

`FORMS` shows one of each kind, below the heading that it belongs to. Whether an entry is true is not asked
here, only whether it can be read.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from data.records import nearest

TABLE = "a table"
FORMS = {
    "Figures": {
        "Added": "- Added: `id`, $720 billion, since 2027-02-01. Why.",
        "Removed": "- Removed: `id`, $720 billion, since 2027-02-01. Why.",
        "Revised": "- Revised: `id`, from $720 billion to $735 billion, since 2027-02-01. Why.",
        "Corrected": "- Corrected: `id`, from $720 billion to $735 billion, since 2027-02-01. Why.",
        "Updated": "- Updated: `id`, standing from second-hand to confirmed, since 2027-02-01. Why.",
    },
    "Methods": {
        "Changed": "- Changed: `name-of-the-calculator`, since 2027-02-01. Why.",
        "Corrected": "- Corrected: `name-of-the-calculator`, since 2027-02-01. Why.",
    },
}
ENTRY = re.compile(
    r"[-*]\s+(?P<kind>\w+):\s+`(?P<name>[^`\n]+)`,\s+(?:(?P<what>\S.*?),\s+)?since\s+(?P<since>\S+?)\.(?:\s+(?P<why>\S.*))?",
    re.DOTALL,
)
FROM_TO = re.compile(r"(?P<standing>standing\s+)?from\s+(?P<old>\S.*?)\s+to\s+(?P<new>\S.*)", re.DOTALL)
LIKE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

type About = Literal["value", "standing", "method"]


@dataclass(frozen=True)
class Change:
    """One entry, of the release named.

    `old` and `new` are as written: amounts, words of standing, or `TABLE`; None is a figure that was not there
    before or is not there after. `places` are where its parts stand: "", "name", "since", "old", "new".
    """

    release: str
    kind: str
    name: str
    about: About
    old: str | None
    new: str | None
    since: date
    why: str
    places: Mapping[str, str] = field(compare=False, repr=False)

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from every other entry, wherever it moves in the file and however its reason is worded."""
        return self.kind, self.name, self.about, self.old or "", self.new or "", self.since.isoformat()

    @property
    def corrects(self) -> bool:
        """Whether it mends an error of this site."""
        return self.kind == "Corrected"


class Unreadable(ValueError):
    """What is wrong with an entry, at which offset of it, and the way out."""

    def __init__(self, at: int, thing: str, problem: str, way_out: str) -> None:
        self.at, self.thing, self.problem, self.way_out = at, thing, problem, way_out


def read_entry(text: str, heading: str, release: str, place: Callable[[int], str]) -> Change:
    """The entry written in `text`, its bullet included; `place` says where an offset of it stands.

    Raises:
        Unreadable: it is written otherwise than `FORMS` shows.
    """
    entry = ENTRY.fullmatch(text)
    if entry is None:
        raise _not_like(text, heading, text.partition(":")[0].strip("-* "))
    kind, since = entry["kind"], day_of(entry["since"])
    if kind not in FORMS[heading]:
        way_out = f"Choose from: {', '.join(FORMS[heading])}.{nearest(kind, FORMS[heading])}"
        raise Unreadable(entry.start("kind"), kind, f"It is no kind of entry below ### {heading}.", way_out)
    if since is None:
        raise Unreadable(entry.start("since"), entry["since"], "It is not a date.", "Write it like 2027-02-01.")
    if entry["why"] is None:
        raise Unreadable(0, text, "It does not say why.", "Add the reason in a sentence.")
    about, old, new = _what(entry, heading)
    starts = {"": entry.start("kind"), "name": entry.start("name"), "since": entry.start("since"), **_starts(entry)}
    places = {part: place(at) for part, at in starts.items()}
    return Change(release, kind, entry["name"], about, old, new, since, one_line(entry["why"]), places)


def _what(entry: re.Match[str], heading: str) -> tuple[About, str | None, str | None]:
    """What changed, from what, to what."""
    kind, what = entry["kind"], one_line(entry["what"] or "")
    if heading == "Methods" and not what:
        return "method", None, None
    if heading == "Figures" and what:
        said = FROM_TO.fullmatch(what)
        if kind in ("Added", "Removed") and not said:
            return "value", (None if kind == "Added" else what), (what if kind == "Added" else None)
        if kind in ("Revised", "Corrected") and what == "its table":
            return "value", TABLE, TABLE
        if said and kind in (("Corrected", "Updated") if said["standing"] else ("Corrected", "Revised")):
            return "standing" if said["standing"] else "value", said["old"], said["new"]
    raise _not_like(entry[0], heading, kind)


def _starts(entry: re.Match[str]) -> dict[str, int]:
    """Where the old and the new begin."""
    said, start = FROM_TO.fullmatch(entry["what"] or ""), entry.start("what")
    return {part: start + (said.start(part) if said else 0) for part in ("old", "new")}


def _not_like(text: str, heading: str, kind: str) -> Unreadable:
    forms = FORMS[heading]
    like = forms.get(kind, next(iter(forms.values())))
    way_out = f"Write it like {like}" if kind in forms else f"Move it above ### {heading}, or write it like {like}"
    return Unreadable(0, text, "It is not written as an entry.", way_out)


def day_of(text: str) -> date | None:
    """The day written so, or None."""
    try:
        return date.fromisoformat(text) if LIKE_DAY.fullmatch(text) else None
    except ValueError:
        return None


def one_line(text: str) -> str:
    """Words that may run over several lines, in one."""
    return " ".join(text.split())
