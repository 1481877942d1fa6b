"""Reads claims: statements that somebody makes from figures, and what a check of each rests on.

`claims.toml` holds one table for each. Exactly one of five keys says what the verdict rests on:
`calculator`, which works the statement out, with the relation expected between its output and the
number claimed; `contradicted_by`, figures to which the claim's first figure would have to stand in
that relation; or a reason in words, `contradicted`, `unseen` or `untestable`. The verdict stated is
the one expected; `publishing.claims` works it out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from data.knowledge import Knowledge
from data.records import Problem, nearest, read_record, read_tables

FILE = "claims.toml"
FOLDER = Path(__file__).parent
GROUNDS = ("calculator", "contradicted_by", "contradicted", "unseen", "untestable")
WANTED = {"calculator": ("output", "relation", "value", "note"), "contradicted_by": ("figures", "relation", "note")}
SEEN = ("confirmed", "second-hand")
Relation = Literal["equals", "above", "at-least"]
Verdict = Literal[
    "exact", "holds-after-rounding", "does-not-follow", "contradicted", "not-seen", "not-testable"
]  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """One statement in our words.

    `says` is the statement; `by` is the source that makes it, `cites` the source that it names; `figures` are what it
    is about. `verdict` is the one expected. `calculator` works the statement out: its `output` should stand in the
    `relation` to the number claimed. `inputs` are a link's query, `base={id}&rate=8.5`, with figures in braces; those
    left out take their defaults. `value` is in the output's unit, `rounded_to` the step to which the claim says it.
    `contradicted_by` are figures to which the claim's first figure would have to stand in the relation; `contradicted`,
    `unseen` and `untestable` are reasons in words. `note` says what the verdict rests on, `more` is a page about it.
    """

    id: str
    says: str
    by: str
    verdict: Verdict
    cites: str | None = None
    figures: tuple[str, ...] = ()
    calculator: str | None = None
    inputs: str | None = None
    output: str | None = None
    relation: Relation | None = None
    value: float | None = None
    rounded_to: float | None = None
    contradicted_by: tuple[str, ...] = ()
    contradicted: str | None = None
    unseen: str | None = None
    untestable: str | None = None
    note: str | None = None
    more: str | None = None


def read_claims(known: Knowledge, folder: Path = FOLDER) -> tuple[dict[str, Claim], list[Problem]]:
    """The claims of `folder` by id, and all that is wrong with them; a folder without the file holds none."""
    problems: list[Problem] = []
    claims: dict[str, Claim] = {}
    tables: dict[str, dict[str, Any]] = read_tables(folder / FILE, problems) if (folder / FILE).exists() else {}
    for name, table in tables.items():
        claim = read_record(Claim, name, table, FILE, problems)
        if claim is not None and not (faults := list(claim_faults(claim, known))):
            claims[name] = claim
        elif claim is not None:
            problems.extend(faults)
    return claims, problems


def claim_faults(claim: Claim, known: Knowledge) -> Iterator[Problem]:
    """What is wrong with one claim, by itself and beside what is known."""
    for key in ("by", "cites"):
        name = getattr(claim, key)
        if name is not None and name not in known.sources:
            way_out = f"Add it to sources.toml, or correct the id.{nearest(name, known.sources)}"
            yield Problem(FILE, f"{claim.id}.{key}", f"There is no source “{name}”.", way_out)
    for key in ("figures", "contradicted_by"):
        for name in getattr(claim, key):
            if name not in known.figures or known.figures[name].value is None:
                way_out = f"Write the id of a figure that has a value.{nearest(name, known.figures)}"
                yield Problem(FILE, f"{claim.id}.{key}", f"There is no number “{name}”.", way_out)
    yield from _ground_faults(claim)
    yield from _seen_faults(claim, known)


def _ground_faults(claim: Claim) -> Iterator[Problem]:
    """What its verdict rests on must be one thing, and whole."""
    grounds = [key for key in GROUNDS if getattr(claim, key)]
    if len(grounds) != 1:
        found = " and ".join(grounds) or "nothing"
        yield Problem(FILE, claim.id, f"Its verdict rests on {found}.", f"Give one of {', '.join(GROUNDS)}.")
        return
    for key in WANTED.get(grounds[0], ()):
        if getattr(claim, key) in (None, ()):
            yield Problem(FILE, f"{claim.id}.{key}", f"It is missing beside {grounds[0]}.", f"Add {key} = …")


def _seen_faults(claim: Claim, known: Knowledge) -> Iterator[Problem]:
    """A claim is not unseen if its first figure has been seen since."""
    figure = known.figures.get(claim.figures[0]) if claim.figures else None
    if claim.unseen and figure is not None and figure.standing in SEEN:
        way_out = "Test the claim with a calculator, or correct the figure’s standing."
        yield Problem(FILE, f"{claim.id}.unseen", f"Its figure “{figure.id}” is {figure.standing}.", way_out)
