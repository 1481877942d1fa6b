"""The table of the criteria of WCAG 2.2: whole, held by tests that are there and by looks that are not old."""

from datetime import date
from pathlib import Path

import pytest
from lxml import html
from markdown import Markdown

from publishing import ROOT
from publishing.criteria import FILE, Criterion, criteria_fence, facts, read_criteria
from publishing.criteria.checking import LEVEL_OF, criteria_findings

DAY = date(2026, 11, 25)
HAND = 'checked = 2026-11-25\ndone = "Looked."\nresult = "met"\nby = "by us"\n'
WHOLE = {number: f'name = "Name"\nlevel = "{level}"\n{HAND}' for number, level in LEVEL_OF.items()}
PLACE = "publishing/criteria/criteria.toml"


def told(house: Path, **changed: str | None) -> list[str]:
    """What is said of a house whose criteria are whole but for those changed; None leaves one out."""
    records = {**WHOLE, **{name.removeprefix("c").replace("_", "."): text for name, text in changed.items()}}
    folder = house / "publishing" / "criteria"
    folder.mkdir(parents=True)
    text = "\n".join(f'["{number}"]\n{text}' for number, text in records.items() if text is not None)
    (folder / FILE).write_text(text, "utf-8")
    (house / "tests").mkdir()
    (house / "tests" / "test_x.py").write_text("def test_a_page_reads() -> None: ...\n", "utf-8")
    return [str(finding.problem) for finding in criteria_findings(house, DAY)]


def test_wcag_2_2_has_55_criteria_at_a_and_aa() -> None:
    """31 at A and 24 at AA: https://www.w3.org/TR/WCAG22/, without 4.1.1, which is obsolete and removed."""
    assert [list(LEVEL_OF.values()).count(level) for level in ("A", "AA")] == [31, 24]
    assert len(LEVEL_OF) == 55 and "4.1.1" not in LEVEL_OF


def test_our_own_criteria_are_whole() -> None:
    assert [str(finding.problem) for finding in criteria_findings(ROOT)] == []
    assert list(read_criteria()[0]) == sorted(LEVEL_OF, key=lambda number: [int(part) for part in number.split(".")])


def test_a_house_without_criteria_is_told_nothing(tmp_path: Path) -> None:
    assert list(criteria_findings(tmp_path)) == []


def test_whole_criteria_are_right(tmp_path: Path) -> None:
    assert told(tmp_path) == []


NAMED = 'name = "Name"\nlevel = "A"\n'
WRONG = {
    "missing": ({"c1_1_1": None}, "1.1.1: It is missing. Add the criterion, with what holds it."),
    "unknown": (
        {"c4_1_1": NAMED + HAND},
        "4.1.1: WCAG 2.2 has no such criterion at level A or AA. Remove it.",
    ),
    "level": ({"c1_4_3": NAMED + HAND}, "1.4.3.level: “A” is not its level in WCAG 2.2. Write AA."),
    "key": (
        {"c1_1_1": NAMED + HAND + 'test = "x"\n'},
        "1.1.1.test: There is no such key. Remove it, or correct its name. Did you mean “tests”?",
    ),
    "result": (
        {"c1_1_1": NAMED + HAND.replace('"met"', '"fine"')},
        "1.1.1.result: “fine” is not one of its words. Choose from: met, met in part, not met yet.",
    ),
    "file": (
        {"c1_1_1": NAMED + 'tests = ["tests/test_y.py::test_a_page_reads"]'},
        "1.1.1.tests: There is no file “tests/test_y.py” of tests. Name it like tests/test_x.py::test_a_fact.",
    ),
    "test": (
        {"c1_1_1": NAMED + 'tests = ["tests/test_x.py::test_a_page_read"]'},
        "1.1.1.tests: tests/test_x.py has no test that says “a page read”. Name a test that is there."
        " Did you mean “test_a_page_reads”?",
    ),
    "half": (
        {"c1_1_1": NAMED + 'done = "Looked."\n'},
        "1.1.1: The check by hand lacks checked, result, by. Write checked, done, result and by, or none of them.",
    ),
    "to come": (
        {"c1_1_1": NAMED + HAND.replace("2026-11-25", "2026-11-26")},
        "1.1.1.checked: The day is still to come. Write the day of the check.",
    ),
    "nothing": (
        {"c1_1_1": NAMED},
        "1.1.1: Nothing holds it. Name tests, a check by hand, or why it does not apply.",
    ),
    "both": (
        {"c1_1_1": NAMED + HAND + 'does_not_apply = "There is none."\n'},
        "1.1.1: It was checked and does not apply. Remove one of the two.",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_criterion_is_told_with_its_way_out(tmp_path: Path, case: str) -> None:
    changed, message = WRONG[case]
    assert told(tmp_path, **changed) == [f"{PLACE}: {message}"]


def test_a_file_that_is_no_toml_is_told_once_and_nothing_in_it_is_called_missing(tmp_path: Path) -> None:
    (only,) = told(tmp_path, c1_1_1="name =\n")
    assert only.startswith(f"{PLACE}: the file: It is not valid TOML: ")


def test_a_check_of_more_than_a_year_ago_is_said_to_be_old(monkeypatch: pytest.MonkeyPatch) -> None:
    check = Criterion("1.1.1", "Name", "A", checked=date(2025, 11, 25), done="Looked.", result="met", by="by us")
    monkeypatch.setenv("AS_OF", "2026-11-25")
    assert (check.old, check.verdict) == (False, "met")
    monkeypatch.setenv("AS_OF", "2026-11-26")
    assert (check.old, check.verdict) == (True, "to be checked again")


def test_the_table_says_which_checks_are_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", "2100-01-01")
    drawn = str(criteria_fence("", "criteria", "", {}, Markdown()))
    checks = sum(each.checked is not None for each in read_criteria()[0].values())
    assert checks and drawn.count("by us, more than a year ago: ") == drawn.count("To be checked again.") == checks


@pytest.mark.audit
def test_no_check_by_hand_is_more_than_a_year_old() -> None:
    assert [f"{each.id}: checked on {each.day}. Check again." for each in read_criteria()[0].values() if each.old] == []


def test_a_test_that_exists_holds_a_criterion_and_reads_as_a_fact(tmp_path: Path) -> None:
    assert told(tmp_path, c1_1_1=NAMED + 'tests = ["tests/test_x.py::test_a_page_reads"]') == []
    assert facts("tests/test_x.py::test_a_page_reads") == "a page reads"


def test_the_table_shows_every_criterion_with_its_link_and_what_holds_it() -> None:
    drawn = html.fromstring(f"<div>{criteria_fence('', 'criteria', '', {}, Markdown())}</div>")
    rows = drawn.xpath(".//tbody/tr")
    assert len(rows) == 55
    assert rows[0].xpath("string(.//a/@href)") == "https://www.w3.org/TR/WCAG22/#non-text-content"
    [counts] = drawn.xpath("./p")
    assert sum(int(part.rpartition(" ")[2].rstrip(".")) for part in counts.text.split(";")) == 55


def test_the_table_tells_what_is_not_met() -> None:
    found, _ = read_criteria()
    drawn = str(criteria_fence("", "criteria", "", {}, Markdown()))
    short = [each for each in found.values() if each.result in ("not met yet", "met in part")]
    assert all(f"{each.id} <a" in drawn and f"<strong>{each.result.capitalize()}.</strong>" in drawn for each in short)
