"""What a check has to say: a problem, and the repair where mending it is mechanical."""

from dataclasses import dataclass
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
