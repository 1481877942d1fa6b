"""Checks data and prose in one run; `--fix` mends what is mechanical, and says what it did.

python -m publishing.check [--fix]
"""

import os
import sys
from itertools import chain
from pathlib import Path

from calculators.contract.release import left_out
from data.figures import FOLDER, read_all
from data.records import DataErrors, Problem
from publishing import ROOT
from publishing.changes.checking import change_findings
from publishing.claims.checking import claim_findings, named_in_claims
from publishing.criteria.checking import criteria_findings
from publishing.export.checking import given_findings
from publishing.glossary.checking import glossary_findings
from publishing.prose.copyediting import word_findings
from publishing.prose.finding import Finding, Repair, found_by
from publishing.prose.links import link_findings
from publishing.prose.pages import page_findings
from publishing.prose.records import derived_findings, refused_findings, unplaced_findings, unused_findings
from publishing.prose.scan import Page


def findings(root: Path = ROOT) -> list[Finding]:
    """All problems of data and pages, in the order of files."""
    folder = root / "data" if root != ROOT else FOLDER
    try:
        known = read_all(folder)
    except DataErrors as errors:
        return [Finding(problem) for problem in errors.problems]
    docs = sorted((root / "docs").rglob("*.md"))
    pages = [Page(path, path.relative_to(root).as_posix()) for path in docs]
    about_pages = found_by("page", chain.from_iterable(page_findings(page, known) for page in pages))
    about_data = chain(
        found_by("derived", derived_findings(known, folder)),
        found_by("use", unused_findings(pages, known, named_in_claims(known, folder))),
        unplaced_findings(pages),
        given_findings(known, folder, left_out(root)),
    )
    about_claims = found_by("claim", claim_findings(known, folder, root / "docs"))
    about_terms = glossary_findings(pages, folder, root / "docs")
    about_changes = change_findings(known, root)
    about_links = chain(refused_findings(pages, known, folder), *map(link_findings, pages))
    about_criteria = criteria_findings(root)
    every = (about_pages, about_data, about_claims, about_terms, about_changes, about_links, about_criteria)
    return sorted(chain.from_iterable(every), key=position)


def position(finding: Finding) -> tuple[str, list[int]]:
    """Where a finding stands, for sorting: by file, line and column."""
    file, *numbers = finding.problem.place.split(":")
    return file, [int(number) for number in numbers]


def repair(root: Path = ROOT) -> list[Repair]:
    """Make every mechanical repair: first in the data, then in the rest, which must agree with them."""
    done: list[Repair] = []
    for of_data in (True, False):
        repairs = (each.repair for each in [*findings(root), *word_findings(root)])
        found = {each for each in repairs if each and (each.path.suffix == ".toml") == of_data}
        for each in sorted(found, key=lambda each: (each.path, -each.start)):  # the last first: offsets stay right
            text = each.path.read_text("utf-8")
            each.path.write_text(text[: each.start] + each.text + text[each.end :], "utf-8", newline="\n")
            done.append(each)
    return done


def annotation(problem: Problem) -> str:
    """The problem as GitHub shows it at its line in a pull request."""
    file, _, rest = problem.place.partition(":")
    line, _, column = rest.partition(":")
    where = f"file={file}" + (f",line={line},col={column}" if line else "")
    return f"::error {where}::{problem.thing}: {problem.problem} {problem.way_out}"


def tell(found: list[Finding]) -> int:
    """Print every problem; returns the exit status."""
    for each in found:
        print(each.problem, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS"):
            print(annotation(each.problem))
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    """Check, after mending with `--fix`."""
    if "--fix" in arguments:
        for each in repair():
            print(f"{each.path.relative_to(ROOT)}: wrote {each.text}")
    return tell(sorted([*findings(), *word_findings(ROOT)], key=position))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
