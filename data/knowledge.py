"""What is known: publications, the figures taken from them, and both together.

A figure is one flat record of a TOML file; an id never changes its meaning.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from data.units import UNITS, canonical, show

NAMED = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Source:
    """One publication.

    `title`, `publisher` and `authors` are as it gives them; `language` is that of its title and of what is quoted from
    it, as `de` or `pt-BR`; `published` is as much of its date as is known, `url` where
    it lies. `kind` says what its numbers come from; `sample` and `place` say who was asked or counted, and where;
    `method` says how it was made. `interest` says what its publisher sells, `cites` in words what it rests on itself;
    `short` is how the text cites it where publisher and date would not tell it apart. `licence` are its terms in words;
    `redistribute` is what they let us publish again: single values, whole tables, or none. `note` is what else to know.
    """

    id: str
    title: str
    publisher: str
    kind: Literal["estimate", "survey", "statistics", "commentary"]
    interest: str
    licence: str
    redistribute: Literal["value", "table", "none"]
    language: str = "en"
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    sample: str | None = None
    place: str | None = None
    method: str | None = None
    cites: str | None = None
    short: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Figure:
    """One published number, or one published table of them.

    `label` says what is counted, `scope` where or for whom; `as_of` is the year, month or day that it describes.
    Where it describes a stretch of time, as a rate over years does, `since` is where that begins; `as_of` is its end.
    `value` is in `unit`; `rounded_to` is the step it was rounded to when published, so that 720
    with a step of 10 stands for 715 to 725. A `bound` says that the source only calls the number a
    mark that is passed ("above"), not reached ("below") or come near to from below ("approaching").
    In place of a value, `series` names a file of series/. `kind` says how the number came about. `source` is who says
    it, `via` where it was really read if that is another publication. `quote` are words of what was read, at most 25;
    `read` says what that was, `locator` where in it the number is. `standing` says how well the number is borne out;
    `checked` is the day on which a person held it against the publisher's own text; `review_by` is the day by which to
    look again. Figures with the same `measures` differ in `edition`.
    A derived figure says what it is worked out `from`; `parts` add up to it; it is counted
    `within` the figures named, which it must not be added to; its `prices` are those of the time, or real,
    with inflation taken out. It `follows` from the start and the rate named. `beside` are figures that answer the
    same question within other bounds, and are neither editions of it nor comparable. `doubt` is what speaks against it;
    `note` is what else to know.
    """

    id: str
    label: str
    unit: str
    as_of: str
    scope: str
    kind: Literal["official", "survey", "estimate", "forecast", "derived"]
    source: str
    read: str
    standing: Literal["confirmed", "second-hand", "as-reported", "conflicting", "unsourced"]
    review_by: date
    since: str | None = None
    value: float | None = None
    series: str | None = None
    rounded_to: float | None = None
    bound: Literal["above", "below", "approaching"] | None = None
    via: str | None = None
    measures: str | None = None
    edition: str | None = None
    from_: str | None = None
    parts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    prices: Literal["nominal", "real"] = "nominal"
    follows: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    quote: str | None = None
    locator: str | None = None
    checked: date | None = None
    doubt: str | None = None
    note: str | None = None

    @property
    def number(self) -> float:
        """The value of a figure that is one number.

        Raises:
            ValueError: the record stands for a series.
        """
        if self.value is None:
            raise ValueError(f"{self.id} is a series; it has no single value.")
        return self.value

    @property
    def named(self) -> list[str]:
        """The ids of the figures that a derived one is worked out from."""
        return NAMED.findall(self.from_ or "")

    @property
    def allowed(self) -> tuple[float, float]:
        """The lowest and the highest number that the published rounding allows."""
        half = (self.rounded_to or 0) / 2
        return self.number - half, self.number + half

    @property
    def year(self) -> int:
        """The year that the number describes."""
        return int(self.as_of[:4])

    @property
    def digits(self) -> int:
        """Decimal places needed to show the value as it stands in the record."""
        step = self.rounded_to if self.rounded_to and self.rounded_to < 1 else self.number
        return max(len(canonical(number).partition(".")[2]) for number in (step, self.number))

    @property
    def phrase(self) -> str:
        """The value with its unit, as in a sentence: "$720 billion"."""
        return UNITS[self.unit].phrase(show(self.number, self.unit, self.digits))


@dataclass(frozen=True)
class Knowledge:
    """All sources and figures, by id; `unread` are records with problems of their own, told already."""

    sources: dict[str, Source]
    figures: dict[str, Figure]
    unread: frozenset[str] = frozenset()

    @cached_property
    def measured(self) -> dict[str, list[Figure]]:
        """The figures that measure the same thing, by what they measure."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            if figure.measures:
                found.setdefault(figure.measures, []).append(figure)
        return found

    def source_of(self, figure: Figure) -> Source:
        """The publication that `figure` was taken from."""
        return self.sources[figure.source]
