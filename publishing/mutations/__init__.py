"""What the checks of records cannot see: how many figures, spoiled in each way, no check would tell.

    ```mutations
    ```

draws the table from mutations.toml, which holds for each way how many figures were spoiled, how many each check saw
first, and which none did. A test spoils them all anew and holds the file to what comes of it; left out here is how.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from publishing.drawing import template
from publishing.markdown.page import page_of
from publishing.places import figure_place, way

FILE = Path(__file__).with_name("mutations.toml")
TEMPLATE = template("mutations", "mutations.html")
CHECKS = {
    "record": "the reading of the record",
    "source": "the list of sources",
    "year": "its id or label",
    "date": "its dates",
    "value": "the limits of its value",
    "rounding": "its rounding",
    "edition": "its editions",
    "quote": "its quote",
    "parts": "its parts",
    "growth": "its start and rate",
    "within": "the larger figure",
    "derived": "what is worked out from it",
    "page": "a page that uses it",
    "claim": "a statement worked out anew",
    "use": "the search for unused records",
}
WAYS = {
    "times-ten": ("The number ten times as large", ""),
    "tenth": ("The number a tenth as large", ""),
    "ten-times-from-the-start": (
        "The number, its rounding and the words of every page ten times as large, as if first misread",
        "A number with no quote and no neighbor to add up to, grow from or agree with can be ten times too large.",
    ),
    "unit-swapped": (
        "Million in the place of billion, percent a year in the place of percent, and the like",
        "A percentage reads the same a year or not, a row of a table says no scale, and a whole table has no quote.",
    ),
    "rounding-coarser": (
        "The step of rounding ten times as large",
        "A round number may have been rounded further than its publisher says.",
    ),
    "rounding-finer": (
        "The step of rounding a tenth as large",
        "Without a quote nobody sees how many digits were published.",
    ),
    "as-of-later": ("The time described a year later", "Where neither id nor label names a year, any will do."),
    "as-of-earlier": ("The time described a year earlier", "Where neither id nor label names a year, any will do."),
    "review-too-early": ("The day of review before the publication", ""),
    "edition-swapped": ("The edition of another figure", ""),
    "quote-altered": ("A digit of the number within the quote", ""),
    "standing-raised": (
        "The standing raised to confirmed",
        "That a quote holds the number can be checked. Whose words they are cannot.",
    ),
    "source-removed": ("The source taken from the record", ""),
    "source-gone": ("The record of the source itself taken away", ""),
    "source-swapped": (
        "The source of another figure",
        "Only an edition and a date tie a record to its source; another of the same time fits as well.",
    ),
    "via-removed": (
        "The place where it was read taken from the record",
        "Confirmed words, and a report without a quote, may lack it.",
    ),
}


@dataclass(frozen=True)
class Way:
    """One way to spoil a record: on how many it was tried, how many each check saw first, whom none did."""

    words: str
    why: str
    tried: int
    caught: dict[str, int]
    unseen: tuple[str, ...]


@cache
def ways() -> list[Way]:
    """Every way, in the order of the table."""
    found = tomllib.loads(FILE.read_text("utf-8"))
    return [Way(*said, **{**found[name], "unseen": tuple(found[name]["unseen"])}) for name, said in WAYS.items()]


def mutations_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the table; superfences calls this."""
    place = page_of(md).place
    html = TEMPLATE.render(ways=ways(), checks=CHECKS, way_to=lambda name: way(figure_place(name), place))
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))
