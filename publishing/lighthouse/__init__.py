"""How Lighthouse found each kind of page when the audit last ran: the table on the page about method.

    ```lighthouse
    ```

draws lighthouse.toml, which `python3 make.py lighthouse` writes and nobody else, with its day and its machine. Left
out here is how it is measured: see tests/lighthouse.py.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from data.dates import when
from publishing.drawing import template
from publishing.markdown.page import page_of
from publishing.places import way

FILE = Path(__file__).with_name("lighthouse.toml")
TEMPLATE = template("lighthouse", "lighthouse.html")
CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
BASE = "Plain theme"


@dataclass(frozen=True)
class Row:
    """One page's medians: scores by category, seconds to the first text, milliseconds blocked, layout shift."""

    kind: str
    place: str
    scores: dict[str, int]
    first: float
    blocked: int
    shift: float


@dataclass(frozen=True)
class Measured:
    """What one run of the audit found, and where and when."""

    day: date
    versions: str
    rounds: int
    machine: str
    rows: tuple[Row, ...]

    @property
    def when(self) -> str:
        """The day of the run, in words."""
        return when(self.day.isoformat())


@cache
def measured() -> Measured:
    """The last run."""
    found = tomllib.loads(FILE.read_text("utf-8"))
    return Measured(**{**found, "rows": tuple(Row(**row) for row in found["rows"])})


def lighthouse_fence(
    source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any
) -> str:
    """Draw the table; superfences calls this."""
    place = page_of(md).place
    html = TEMPLATE.render(run=measured(), categories=CATEGORIES, way_to=lambda row: way(row.place, place), base=BASE)
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))
