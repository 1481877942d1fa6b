"""Spoils every figure in every way of tests/spoiling.py, in memory, and notes which check sees it first.

`python -m tests.mutations` writes what came of it to publishing/mutations/mutations.toml, which the page on method
draws; a test holds that file to a new run. Checks are asked in the order of `make.py check`: the records, what
is derived, the pages, the claims, what is used. Of pages and claims only those are asked again that can tell:
they name the figure, or a calculator that offers it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from typing import Any
from unittest.mock import patch

from calculators import calculator, knowledge, names
from calculators.contract.answer import answer
from calculators.contract.fields import figures_of
from calculators.contract.shape import Calculator
from data.checks import figure_faults, source_faults
from data.claims import Claim, claim_faults, read_claims
from data.figures import FOLDER
from data.knowledge import Figure, Knowledge
from data.records import read_record
from publishing import ROOT
from publishing.claims.checking import named_in_claims, verdict_faults
from publishing.mutations import CHECKS, FILE
from publishing.prose.pages import page_findings
from publishing.prose.records import derived_findings, unused_findings
from publishing.prose.scan import Page
from tests.spoiling import FROM_THE_START, WAYS, Table, tables

HEAD = """# How many figures were spoiled in each way, how many each check saw first, and which none did.
# Written by `.venv/bin/python -m tests.mutations`; a test holds it to a new run.
"""
ANSWERING = [
    "publishing.prose.pages",
    "publishing.prose.derived",
    "publishing.charts.asked",
    "publishing.claims.verdict",
]


@cache
def pages() -> list[Page]:
    return [Page(path, path.relative_to(ROOT).as_posix()) for path in sorted((ROOT / "docs").rglob("*.md"))]


@cache
def claims() -> list[Claim]:
    return list(read_claims(knowledge())[0].values())


def seen_by(figure: Figure, change: Table, *, said_so: bool = False) -> str:
    """The name of the check that first sees the figure's record changed so; empty where none does.

    `said_so`: the pages were written from the record as it now is, so that they agree with it.
    """
    table = {key: value for key, value in {**tables()[figure.id], **change}.items() if value is not None}
    spoiled = read_record(Figure, figure.id, table, "", [])
    if spoiled is None:
        return "record"
    whole = knowledge()
    known = Knowledge(whole.sources, {**whole.figures, figure.id: spoiled})
    with ExitStack() as stack:
        for module in ANSWERING:
            stack.enter_context(patch(f"{module}.answer", only_what_changed(figure, spoiled)))
        return next((name for name in complaints(known, figure, spoiled) if not (said_so and name == "page")), "")


def without_source(name: str) -> str:
    """The check that sees a source's table gone from its file."""
    whole = knowledge()
    known = Knowledge({key: each for key, each in whole.sources.items() if key != name}, whole.figures)
    return next(
        (problem.check for figure in known.figures.values() for problem in figure_faults(figure, known, "")), ""
    )


def complaints(known: Knowledge, figure: Figure, spoiled: Figure) -> Iterator[str]:
    """The names of the checks that find something, in the order of `make.py check`."""
    yield from ("source" for _ in source_faults(known, ""))
    for each in known.figures.values():
        yield from (problem.check for problem in figure_faults(each, known, ""))
    yield from ("derived" for _ in derived_findings(known, FOLDER))
    words = {figure.id, *filter(None, (figure.measures, spoiled.measures)), *offering(figure), *offering(spoiled)}
    for page in pages():
        if any(word in page.source for word in words):
            yield from ("page" for _ in page_findings(page, known))
    for claim in claims():
        if words & {*claim.figures, *claim.contradicted_by, claim.calculator} or figure.id in (claim.inputs or ""):
            yield from ("claim" for _ in (*claim_faults(claim, known), *verdict_faults(claim, known)))
    yield from ("use" for _ in unused_findings(pages(), known, stated()))


@cache
def stated() -> frozenset[str]:
    return frozenset(named_in_claims(knowledge(), FOLDER))


@cache
def offering(figure: Figure) -> frozenset[str]:
    """The calculators whose answers may rest on the figure."""
    whole = knowledge()
    known = Knowledge(whole.sources, {**whole.figures, figure.id: figure})
    return frozenset(
        name
        for name in names()
        if any(figure in figures_of(field, known) for field in calculator(name).fields.values())
    )


ANSWERS: dict[tuple[str, tuple[tuple[str, str], ...]], dict[str, Any]] = {}


def only_what_changed(
    figure: Figure, spoiled: Figure
) -> Callable[[Calculator, Mapping[str, str], Knowledge], dict[str, Any]]:
    """`answer`, worked out anew only by the calculators that offer the figure; the others answer as ever."""
    anew = offering(figure) | offering(spoiled)

    def answered(asked: Calculator, texts: Mapping[str, str], known: Knowledge) -> dict[str, Any]:
        if asked.name in anew:
            return answer(asked, texts, known)
        key = (asked.name, tuple(sorted(texts.items())))
        if key not in ANSWERS:
            ANSWERS[key] = answer(asked, texts, knowledge())
        return ANSWERS[key]

    return answered


def matrix() -> dict[str, dict[str, str]]:
    """For each way, each figure to which it applies with the check that first sees it."""
    figures = knowledge().figures.values()
    found = {
        way: {each.id: seen_by(each, to, said_so=way == FROM_THE_START) for each in figures if (to := spoil(each))}
        for way, spoil in WAYS.items()
    }
    return {**found, "source-gone": {name: without_source(name) for name in {each.source: each for each in figures}}}


def written(found: Mapping[str, Mapping[str, str]]) -> str:
    """The file: how many were tried, how many each check saw first, and which none did."""
    blocks = [HEAD]
    for way, seen in found.items():
        counts = Counter(check for check in seen.values() if check)
        caught = ", ".join(f"{check} = {counts[check]}" for check in sorted(counts, key=list(CHECKS).index))
        unseen = "".join(f'  "{name}",\n' for name, check in seen.items() if not check)
        listed = f"[\n{unseen}]" if unseen else "[]"
        blocks.append(f"[{way}]\ntried = {len(seen)}\ncaught = {{ {caught} }}\nunseen = {listed}\n")
    return "\n".join(blocks)


if __name__ == "__main__":
    FILE.write_text(written(matrix()), "utf-8", newline="\n")
    print(f"Wrote {FILE.relative_to(ROOT)}")
