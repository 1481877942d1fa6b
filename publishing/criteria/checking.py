"""What `make.py check` says of the criteria: any that is missing or held by nothing, by a test that is not there, or
by a look that is told in part.
"""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from data.dates import today
from data.records import Problem, nearest
from publishing.criteria import FILE, Criterion, facts, read_criteria
from publishing.prose.finding import Finding

PLACE = f"publishing/criteria/{FILE}"
LEVELS = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3"
    " 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8"
    " 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
}
LEVEL_OF = {number: level for level, numbers in LEVELS.items() for number in numbers.split()}
BY_HAND = ("checked", "done", "result", "by")


def criteria_findings(root: Path, day: date | None = None) -> Iterator[Finding]:
    """All problems of the criteria of the house at `root`, as of `day` or today; a house without them has none."""
    folder = root / "publishing" / "criteria"
    if not (folder / FILE).exists():
        return
    found, problems = read_criteria(folder)
    yield from (Finding(Problem(PLACE, each.thing, each.problem, each.way_out)) for each in problems)
    if problems and not found:
        return  # a file that cannot be read lacks nothing that is known
    told = {each.thing.rpartition(".")[0] for each in problems}
    for number in [each for each in LEVEL_OF if each not in found.keys() | told]:
        problem = "It is missing."
        yield Finding(Problem(PLACE, number, problem, "Add the criterion, with what holds it."))
    for each in found.values():
        for fault in [*of_level(each), *of_tests(each, root), *of_hand(each, day or today()), *of_holding(each)]:
            yield Finding(fault)


def of_level(each: Criterion) -> Iterator[Problem]:
    """The number must be one of WCAG 2.2 at A or AA, and its level WCAG's."""
    level = LEVEL_OF.get(each.id)
    if not level:
        yield Problem(PLACE, each.id, "WCAG 2.2 has no such criterion at level A or AA.", "Remove it.")
    elif level != each.level:
        yield Problem(PLACE, f"{each.id}.level", f"“{each.level}” is not its level in WCAG 2.2.", f"Write {level}.")


def of_tests(each: Criterion, root: Path) -> Iterator[Problem]:
    """Each test must be there, by file and name."""
    for test in each.tests:
        file, _, name = test.partition("::")
        path = root / file
        if not path.is_file() or not file.startswith("tests/"):
            way_out = "Name it like tests/test_x.py::test_a_fact."
            yield Problem(PLACE, f"{each.id}.tests", f"There is no file “{file}” of tests.", way_out)
        elif name not in (there := names_of_tests(path)):
            way_out = f"Name a test that is there.{nearest(name, there)}"
            yield Problem(PLACE, f"{each.id}.tests", f"{file} has no test that says “{facts(test)}”.", way_out)


def names_of_tests(path: Path) -> list[str]:
    """The tests of a file by name, as pytest would collect them."""
    tree = ast.parse(path.read_text("utf-8"))
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def of_hand(each: Criterion, day: date) -> Iterator[Problem]:
    """A check by hand must be told whole, and not be to come."""
    lacking = [key for key in BY_HAND if getattr(each, key) is None]
    if lacking and len(lacking) < len(BY_HAND):
        way_out = "Write checked, done, result and by, or none of them."
        yield Problem(PLACE, each.id, f"The check by hand lacks {', '.join(lacking)}.", way_out)
    if each.checked and each.checked > day:
        yield Problem(PLACE, f"{each.id}.checked", "The day is still to come.", "Write the day of the check.")


def of_holding(each: Criterion) -> Iterator[Problem]:
    """Something must hold it; what does not apply cannot have been met."""
    if not each.tests and not each.done and not each.does_not_apply:
        yield Problem(PLACE, each.id, "Nothing holds it.", "Name tests, a check by hand, or why it does not apply.")
    if each.does_not_apply and each.done:
        yield Problem(PLACE, each.id, "It was checked and does not apply.", "Remove one of the two.")
