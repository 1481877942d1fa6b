"""What a calculator says of its inputs and outputs, in the annotations of its function and result.

    Annotated[float, Input("Growth a year", unit="% a year", default="convergence-growth", low=-50, high=100)]

The annotated type gives the kind. Inputs: `float` a number, `int` a whole number, `Literal["a", "b"]`
a choice, `bool` yes or no, `list[Row]` a table whose row is a dataclass annotated with `Input`; each
with `| None` where it may be left empty. Outputs: `float` or `int`, with `| None` where there may be no
such number; a `Literal` with a `Verdict`; `list[Row]` with a `Table`, its row annotated with `Output`.

A table may have a chart: `Table("Year by year", chart=Line(x="year", y="value", mark="mark"))`. A chart names
columns of its table; its `title` is a sentence that says what is found, with `{name}` for an input or output
as shown. Where one of those has no value, and without a title, the table's label stands in its place. A
`mark` is an input or output, or several, drawn as a rule with its words; its unit is that of the values.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Input:
    """One value that the function takes.

    `default` is a figure's id, or `<id>.as_of` for the year that the figure describes; a choice's
    default is one of its words, a yes-or-no's "yes" or "no", a table's the id of a series. Without one
    it is the reader's, there is no answer before it is given, and `example` is what a worked example
    puts there. `above` is a limit that itself is not allowed, `low` and `high` are limits that are. A
    `mark` is a value to compare with, which a form shows apart. With `editions` the reader may choose
    among the figures that measure that. A table with a `family` starts with all figures whose `measures`
    begins so, one a row: its columns are `edition`, `year` and `value`, or some of them. `choices` puts a
    choice's words as a reader sees them.
    """

    label: str
    unit: str = ""
    default: str = ""
    above: float | None = None
    low: float | None = None
    high: float | None = None
    role: Literal["number", "mark"] = "number"
    editions: str = ""
    family: str = ""
    example: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Output:
    """One number the function gives, always shown with `digits` decimal places.

    `none` is what stands in its place where there is no such number; `caution` is what must be known
    to read it, and goes wherever the answer goes. Without a unit it is a text, in a table only.
    """

    label: str
    unit: str = ""
    digits: int = 0
    none: str = ""
    caution: str = ""


@dataclass(frozen=True)
class Verdict:
    """One of a few words the function gives, each put as a sentence.

    `{name}` in a sentence is that input or output as shown. Whether the verdict holds for every value
    that the published rounding allows is said after it.
    """

    sentences: Mapping[str, str]
    label: str = "Verdict"
    none: str = ""
    caution: str = ""


@dataclass(frozen=True)
class Line:
    """A line over the column `x` for the column `y`, or for each of several in one unit; zero is always in sight."""

    x: str
    y: str | tuple[str, ...]
    mark: str | tuple[str, ...] = ""
    title: str = ""


@dataclass(frozen=True)
class Bars:
    """A bar from zero for each row, named by the column `label`."""

    label: str
    value: str
    mark: str | tuple[str, ...] = ""
    title: str = ""


@dataclass(frozen=True)
class Parts:
    """Rows that add up: each bar begins where the one before ended, and a last one shows them together."""

    label: str
    value: str
    title: str = ""


@dataclass(frozen=True)
class Differences:
    """Bars to both sides of zero, for values of either sign."""

    label: str
    value: str
    title: str = ""


Chart = Line | Bars | Parts | Differences


def names_in(said: str | tuple[str, ...]) -> tuple[str, ...]:
    """The names in a place that takes one or several."""
    return said if isinstance(said, tuple) else (said,) if said else ()


@dataclass(frozen=True)
class Table:
    """A list of rows that the function gives; `label` is the caption, `chart` what is drawn of them."""

    label: str
    chart: Chart | None = None
