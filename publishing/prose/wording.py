"""The wording of everything that readers see, held to the rules in wording.toml."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.records import Problem
from publishing.prose.finding import Finding, Repair
from publishing.prose.passages import Passages

FILE = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True)
class Rule:
    """One table of wording.toml; its name is told with what it finds."""

    name: str
    pattern: re.Pattern[str]
    problem: str
    way_out: str
    mend: str | None = None
    as_written: bool = False


@cache
def rules() -> dict[str, Rule]:
    """All rules by name."""
    tables = {name: table for name, table in _read().items() if isinstance(table, dict)}
    return {name: Rule(name, re.compile(table.pop("pattern")), **table) for name, table in tables.items()}


@cache
def names() -> frozenset[str]:
    """The words that keep their capital within a heading."""
    return frozenset(_read()["names"])


def wording_findings(read: Iterable[Passages]) -> Iterator[Finding]:
    """Every place where the words of `read` break a rule."""
    for passages in read:
        for rule in rules().values():
            if passages.as_written or not rule.as_written:
                yield from (_finding(passages, rule, match) for match in rule.pattern.finditer(passages.text))


def _finding(passages: Passages, rule: Rule, match: re.Match[str]) -> Finding:
    start = passages.offset(match.start())
    before = passages.source[:start]
    place = f"{passages.name}:{before.count('\n') + 1}:{start - before.rfind('\n')}"
    problem = Problem(place, f"“{_around(match)}”", rule.problem, match.expand(rule.way_out))
    end = start + len(match[0])
    mended = None if rule.mend is None else Repair(passages.path, start, end, match.expand(rule.mend))
    return Finding(problem, mended)


def _around(match: re.Match[str]) -> str:
    """What was found, with the rest of its first and its last word, so that a sign alone can be recognized."""
    before = re.search(r"[\w’'-]*$", match.string[: match.start()])
    after = re.match(r"[\w’'-]*", match.string[match.end() :])
    return " ".join(f"{before[0] if before else ''}{match[0]}{after[0] if after else ''}".split())


def _read() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))
