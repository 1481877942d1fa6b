"""What a check has to say: a problem, and the repair where mending it is mechanical."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data.records import Problem


@dataclass(frozen=True)
class Repair:
    """The stretch of a file between two offsets, and what it should be."""

    path: Path
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Finding:
    """A problem, and its repair if there is a mechanical one."""

    problem: Problem
    repair: Repair | None = None


def found_by(check: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with the name of the check that found it."""
    return (replace(each, problem=replace(each.problem, check=check)) for each in findings)
