"""The command line: lists, answers, explains, solves, works out many cases, refuses with status 2."""

import io
import json
from pathlib import Path

import pytest

from calculators.__main__ import main
from calculators.contract.plain import plain

Said = pytest.CaptureFixture[str]


def told(capsys: Said, *arguments: str, status: int = 0) -> str:
    """What is printed, on standard output or, for what is refused, on standard error."""
    assert main(arguments) == status
    said = capsys.readouterr()
    return said.err if status and "--json" not in arguments else said.out


def test_without_arguments_it_lists_the_calculators(capsys: Said) -> None:
    listed = told(capsys)
    assert all(name in listed for name in ("market-growth", "technology-budget", "reconcile-totals"))


def test_help_alone_says_how_to_use_it(capsys: Said) -> None:
    assert "python -m calculators market-growth rate=? value=1000 target_year=2027" in told(capsys, "--help")


def test_it_answers_with_bands_and_whose_numbers_they_are(capsys: Said) -> None:
    """720 · 1.09⁴ = 1,016.3; 715 and 725 give 1,009.3 and 1,023.4."""
    said = told(capsys, "market-growth", "rate=9%", "target_year=2027")
    assert (
        "Market in the target year:        $1,016.3 billion\n    Within the published rounding 1,009.3 to 1,023.4"
        in said
    )
    assert "9% a year (Your number, outside the published 8.45 to 8.55)" in said
    assert "2027  1,016.3" in said


def test_it_answers_own_money_with_verdict_and_caution(capsys: Said) -> None:
    said = told(capsys, "technology-budget", "operating_budget=40 million", "technology_spending=8 million")
    assert "1.2 million" in said and "Read" not in said
    assert "20.0% is below both marks: 1.2 million short of 23% and 4.0 million short of 30%." in said
    assert "No source that we could read says what counts" in said


def test_it_answers_in_json(capsys: Said) -> None:
    said = json.loads(told(capsys, "market-growth", "target_year=2027", "--json"))
    assert said["outputs"]["value"]["text"] == "997.8"


def test_it_shows_the_working(capsys: Said) -> None:
    said = told(capsys, "market-growth", "target_year=2027", "--working")
    assert "growth = 1 + rate / 100\n       = 1 + 8.5 / 100\n       = 1.085" in said
    assert "= 720 × 1.085^(2027 − 2023)\n       = $997.8 billion" in said


def test_a_formula_on_one_line_keeps_together_what_belongs_together() -> None:
    """(a + b) / c, and a^(b − c)."""
    added = ["mrow", ["mi", "a"], ["mo", "+"], ["mi", "b"]]
    assert plain(["mfrac", added, ["mi", "c"]]) == "(a + b) / c"
    assert plain(["msup", ["mi", "a"], ["mfrac", ["mi", "b"], ["mi", "c"]]]) == "a^(b / c)"


def test_it_solves_for_an_input(capsys: Said) -> None:
    said = told(capsys, "market-growth", "rate=?", "value=1000", "target_year=2027")
    assert said.startswith("“Growth a year” at 8.56% a year gives “Market in the target year” at $1,000.0 billion.\n")
    assert json.loads(told(capsys, "market-growth", "rate=?", "value=1000", "--json"))["solution"]["solutions"] == [
        "4.805"
    ]


@pytest.mark.parametrize(
    "arguments", [["rate=?"], ["rate=?", "base=?", "value=1"], ["rate=?", "value=1", "passes_in=2027"]]
)
def test_solving_for_none_or_two_is_told(capsys: Said, arguments: list[str]) -> None:
    said = told(capsys, "market-growth", *arguments, status=2)
    assert said == "To solve, write one input as ? and one of value, passes_in with its number.\n"


def test_help_after_a_name_says_what_it_takes_and_gives(capsys: Said) -> None:
    said = told(capsys, "technology-budget", "--help")
    assert "own money, a number above 0; yours to give, for example 40 million." in said
    assert "starts from 23 (Deloitte, technology-share-2023-deloitte)." in said
    assert "Technology share of the operating budget (%)" in said


def test_it_works_out_many_cases(capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cases.csv"
    file.write_text("case,target_year\na,2027\nb,2028\n", "utf-8")
    said = told(capsys, "market-growth", "--scenarios", str(file))
    assert ',"1,082.6",' in said
    monkeypatch.setattr("sys.stdin", io.StringIO(file.read_text("utf-8")))
    assert told(capsys, "market-growth", "--scenarios", "-") == said


def test_a_file_that_cannot_be_read_is_told(capsys: Said, tmp_path: Path) -> None:
    said = told(capsys, "market-growth", f"rate=@{tmp_path}/nothing", status=2)
    assert said.endswith("cannot be read. Write the path of a text file in UTF-8.\n")
    assert "Write --scenarios last" in told(capsys, "market-growth", "--scenarios", status=2)


def test_the_text_of_a_file_is_taken_for_an_input(capsys: Said, tmp_path: Path) -> None:
    (tmp_path / "rate.txt").write_text("9%\n", "utf-8")
    assert "$1,316.2 billion" in told(capsys, "market-growth", f"rate=@{tmp_path}/rate.txt")


def test_missing_numbers_are_asked_for_with_an_example(capsys: Said) -> None:
    assert told(capsys, "technology-budget", "operating_budget=40", status=2) == (
        'technology_spending: Write technology_spending=… with your own, for example "technology_spending=8 million".\n'
    )


def test_wrong_inputs_are_refused_with_status_2(capsys: Said) -> None:
    assert told(capsys, "market-growth", "rate=x", status=2) == "rate: “x” is not a number. Write digits, like 8.5.\n"
    assert json.loads(told(capsys, "market-growth", "rate=x", "--json", status=2))["problems"][0]["input"] == "rate"
    said = told(capsys, "market-growth", "rate", status=2)
    assert said == "“rate” is no input. Write name=value, or one of --json, --working, --help, --scenarios.\n"
    assert "There is no calculator “nothing”." in told(capsys, "nothing", status=2)
