"""The success criteria of WCAG 2.2 at levels A and AA, each with what holds it: criteria.toml, and its table.

    ```criteria
    ```

draws the table. One record a criterion, its number the record's name. `tests` are named as pytest names them; a check
by hand says when it was made (`checked`), what was done (`done`), what came of it (`result`) and by whom (`by`);
`does_not_apply` says why there is nothing to hold. A check by hand holds for a year; after that the table says that it
is old, as pages say it of a figure that is overdue, and the audit fails. Names and numbers are WCAG's,
https://www.w3.org/TR/WCAG22/. Left out: level AAA, of which the page speaks only where it is reached, and 4.1.1, which
version 2.2 has dropped.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from data.dates import today, when
from data.records import Problem, read_record, read_tables
from publishing.drawing import template

HERE = Path(__file__).parent
FILE = "criteria.toml"
OLDEST = timedelta(days=365)
TEMPLATE = template("criteria", "criteria.html")
WCAG = "https://www.w3.org/TR/WCAG22/#"


@dataclass(frozen=True)
class Criterion:
    """One success criterion, and what holds it."""

    id: str
    name: str
    level: Literal["A", "AA"]
    tests: tuple[str, ...] = ()
    checked: date | None = None
    done: str | None = None
    result: Literal["met", "met in part", "not met yet"] | None = None
    by: str | None = None
    does_not_apply: str | None = None

    @property
    def address(self) -> str:
        """WCAG's own text of it; its place there is its name in small letters."""
        return WCAG + "-".join(re.findall("[a-z]+", self.name.lower()))

    @property
    def day(self) -> str:
        """The day of the check by hand, as a reader says it."""
        return when(self.checked.isoformat()) if self.checked else ""

    @property
    def old(self) -> bool:
        """Whether the check by hand was made more than a year ago."""
        return self.checked is not None and today() - self.checked > OLDEST

    @property
    def verdict(self) -> str:
        """What a reader is told first."""
        if self.result:
            return "to be checked again" if self.old else self.result
        return "held by tests" if not self.does_not_apply else "does not apply"

    @property
    def facts(self) -> list[str]:
        """What its tests state, in words."""
        return [facts(test) for test in self.tests]


def facts(test: str) -> str:
    """The fact in a test's name: "tests/test_x.py::test_a_page_reads" is "a page reads"."""
    return test.rpartition("::")[2].removeprefix("test_").replace("_", " ")


def read_criteria(folder: Path = HERE) -> tuple[dict[str, Criterion], list[Problem]]:
    """The criteria of `folder` by number, and all that is wrong with their keys; without the file there are none."""
    problems: list[Problem] = []
    tables = read_tables(folder / FILE, problems) if (folder / FILE).exists() else {}
    read = (read_record(Criterion, name, table, FILE, problems) for name, table in tables.items())
    return {each.id: each for each in read if each}, problems


def criteria_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the table; superfences calls this."""
    found, _ = read_criteria()
    verdicts = [each.verdict for each in found.values()]
    counts = {verdict: verdicts.count(verdict) for verdict in dict.fromkeys(verdicts)}
    html = TEMPLATE.render(criteria=found.values(), counts=counts)
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))
