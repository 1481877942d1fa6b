"""Works out whether what is claimed follows: the verdict on a claim, from its calculator or its figures.

    exact                 the answer is the number claimed, or stands in the relation whatever was rounded
    holds-after-rounding  not that, but somewhere within what rounding leaves open
    does-not-follow       nowhere within it
    contradicted          figures named beside it, or a text, say otherwise
    not-seen, not-testable   for the reason stated

The band is the calculator's own: all corners of published roundings and of ranges in the inputs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from calculators import calculator
from calculators.contract.answer import answer
from calculators.contract.shape import Verdict as Words
from data.claims import Claim, Relation, Verdict
from data.knowledge import NAMED, Knowledge
from data.records import nearest
from data.units import canonical, twelve


@dataclass(frozen=True)
class Span:
    """A number with the lowest and the highest that rounding allows for it."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Checked:
    """A claim with the verdict worked out; `answer` is the calculator's, where one was asked."""

    claim: Claim
    verdict: Verdict | None
    answer: dict[str, Any] | None = None

    @property
    def rests_on(self) -> list[str]:
        """The ids of all figures that the verdict rests on."""
        worked = self.answer["figures"] if self.answer else []
        return list(dict.fromkeys([*worked, *self.claim.figures, *self.claim.contradicted_by]))

    @property
    def link(self) -> str | None:
        """The fragment that opens the calculator with these inputs, all of them: none is a reader's."""
        return None if self.answer is None else str(self.answer["link_with_money"])

    @property
    def cell(self) -> dict[str, Any] | None:
        """The output that the claim is about."""
        return None if self.answer is None else self.answer["outputs"][self.claim.output]


def check_claim(claim: Claim, known: Knowledge, changed: Mapping[str, str] | None = None) -> Checked:
    """Work a claim out, with some inputs `changed`; no verdict where there is nothing to judge by.

    That is so where the calculator gives no number or no bound, and where the figures named do not contradict.

    Raises:
        LookupError: it names a calculator, a number that this gives, or a figure that does not exist.
        InputProblems: the calculator refuses its inputs.
        Missing: an input that only the reader can give is not among them.
    """
    if claim.calculator is not None:
        asked = calculator(claim.calculator)
        numbers = [name for name, said in asked.outputs.items() if not isinstance(said, Words)]
        if claim.output not in numbers:
            raise LookupError(f"{asked.name} gives no number “{claim.output}”.{nearest(str(claim.output), numbers)}")
        given = answer(asked, {**texts(claim, known), **(changed or {})}, known)
        found = span_of(given["outputs"][claim.output])
        return Checked(claim, None if found is None else follows(claim, found), given)
    if claim.contradicted_by:
        return Checked(claim, "contradicted" if contradicted(claim, known) else None)
    return Checked(claim, "contradicted" if claim.contradicted else "not-seen" if claim.unseen else "not-testable")


def texts(claim: Claim, known: Knowledge) -> dict[str, str]:
    """The inputs as typed, by name; `{id}` stands for a figure, lowest to highest that its rounding allows.

    Raises:
        LookupError: there is no such figure.
    """
    filled = NAMED.sub(lambda match: _allowed(match[1], known), claim.inputs or "")
    return dict(parse_qsl(filled, keep_blank_values=True))


def _allowed(name: str, known: Knowledge) -> str:
    if name not in known.figures:
        raise LookupError(f"There is no figure “{name}” for its inputs.{nearest(name, known.figures)}")
    return "–".join(dict.fromkeys(map(canonical, known.figures[name].allowed)))


def span_of(cell: Mapping[str, Any]) -> Span | None:
    """An output's number with its band; without a bound, or a number, there is none."""
    value = cell["value"]
    if not isinstance(value, int | float) or cell["low"] is None or cell["high"] is None:
        return None
    return Span(twelve(value), twelve(cell["low"]), twelve(cell["high"]))


def follows(claim: Claim, found: Span) -> Verdict:
    """Whether the number found stands in the relation claimed."""
    assert claim.relation is not None and claim.value is not None, "data.claims tells of claims without them"
    if everywhere(claim.relation, found, claim.value):
        return "exact"
    half = (claim.rounded_to or 0) / 2
    rounded = Span(found.value, twelve(found.low - half), twelve(found.high + half))
    return "holds-after-rounding" if somewhere(claim.relation, rounded, claim.value) else "does-not-follow"


def everywhere(relation: Relation, found: Span, claimed: float) -> bool:
    """Whether the relation holds at every corner; a number is equal if it is so before any rounding."""
    if relation == "equals":
        return found.value == twelve(claimed)
    return found.low > claimed if relation == "above" else found.low >= claimed


def somewhere(relation: Relation, found: Span, claimed: float) -> bool:
    """Whether the relation holds anywhere from the lowest to the highest."""
    if relation == "equals":
        return found.low <= claimed <= found.high
    return found.high > claimed if relation == "above" else found.high >= claimed


def contradicted(claim: Claim, known: Knowledge) -> bool:
    """Whether the claim's first figure misses the relation to one of those named, whatever was rounded."""
    assert claim.relation is not None, "data.claims tells of claims without it"
    low, high = known.figures[claim.figures[0]].allowed
    others = (known.figures[name].allowed for name in claim.contradicted_by)
    return any(
        not somewhere(claim.relation, Span(low, twelve(low - top), twelve(high - bottom)), 0) for bottom, top in others
    )
