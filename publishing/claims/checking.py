"""What `make.py check` says of claims: those badly recorded, and those whose verdict is not the one expected."""

from collections.abc import Iterator
from pathlib import Path

from calculators.contract.reading import InputProblems, Missing
from data.claims import FILE, Claim, read_claims
from data.knowledge import Knowledge
from data.records import Problem
from publishing.claims.verdict import check_claim
from publishing.prose.finding import Finding

PLACE = f"data/{FILE}"


def claim_findings(known: Knowledge, folder: Path, docs: Path) -> Iterator[Finding]:
    """All problems of the claims in `folder`, in the order of the file; their pages lie below `docs`."""
    claims, problems = read_claims(known, folder)
    yield from (Finding(problem) for problem in problems)
    for claim in claims.values():
        if claim.more and not (docs / claim.more).exists():
            thing = f"{claim.id}.more"
            yield Finding(Problem(PLACE, thing, f"There is no page “{claim.more}”.", "Name a file below docs/."))
        yield from map(Finding, verdict_faults(claim, known))


def named_in_claims(known: Knowledge, folder: Path) -> set[str]:
    """The figures and sources that the claims in `folder` name."""
    claims = read_claims(known, folder)[0].values()
    sources = {name for claim in claims for name in (claim.by, claim.cites) if name}
    return sources | {name for claim in claims for name in (*claim.figures, *claim.contradicted_by)}


def verdict_faults(claim: Claim, known: Knowledge) -> Iterator[Problem]:
    """A claim that cannot be worked out, or comes out otherwise than expected."""
    try:
        found = check_claim(claim, known)
    except InputProblems as error:
        told = " ".join(f"{each.input}: {each.message}".removeprefix(": ") for each in error.problems)
        yield Problem(PLACE, f"{claim.id}.inputs", told, "Correct the inputs.")
        return
    except Missing as error:
        told = f"{claim.calculator} has no number of its own for {', '.join(error.names)}."
        yield Problem(PLACE, f"{claim.id}.inputs", told, "Give them among the inputs.")
        return
    except LookupError as error:
        yield Problem(PLACE, claim.id, str(error.args[0]), "Correct its calculator, inputs or output.")
        return
    if found.verdict == claim.verdict:
        return
    thing = f"{claim.id}.verdict"
    if found.verdict is None and found.cell:
        problem = f"Its calculator gives no number within bounds, but “{found.cell['text']}”."
        yield Problem(PLACE, thing, problem, "Choose inputs with which it does, or another output.")
    elif found.verdict is None:
        problem = "No figure named in contradicted_by contradicts it, whatever was rounded."
        yield Problem(PLACE, thing, problem, "Name one that does, or give the claim a calculator.")
    else:
        number = f" The calculator gives {found.cell['text']}." if found.cell else ""
        problem = f"It says {claim.verdict}; worked out, it is {found.verdict}.{number}"
        yield Problem(PLACE, thing, problem, f"Look into it, then write {found.verdict}, or correct the claim.")
