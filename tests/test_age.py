"""Age: an answer is good until its first figure is due for review, and says so wherever it goes."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators import knowledge
from calculators.__main__ import main
from calculators.contract.age import age_on, aged, good_until
from calculators.contract.answer import answer
from calculators.contract.scenarios import answers, readable
from calculators.contract.worker import reply
from data.dates import named_day, today
from data.figures import Figure, Knowledge
from tests.cases import shape

DAY = date(2027, 11, 30)
AFTER = "2027-12-01"
FIGURE = replace(knowledge().figures["convergence-market-2023"], review_by=DAY)
FRESH = replace(knowledge().figures["convergence-growth"], review_by=date(2029, 11, 30))


def planted(**days: date) -> Knowledge:
    """What is known, every figure to be reviewed in 2030 but for those given; `_` stands for the hyphen of an id."""
    known = knowledge()
    named = {name.replace("_", "-"): day for name, day in days.items()}
    figures = {
        name: replace(figure, review_by=named.get(name, date(2030, 1, 1))) for name, figure in known.figures.items()
    }
    return Knowledge(known.sources, figures)


@pytest.fixture
def as_of(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda day: monkeypatch.setenv("AS_OF", day)


def test_the_earliest_review_counts_and_without_figures_there_is_none() -> None:
    assert good_until([FRESH, FIGURE]) == DAY
    assert good_until([]) is None


@pytest.mark.parametrize(
    ("figures", "due", "overdue"),
    [
        ([], "", ""),
        (
            [FIGURE],
            "Good until 30 November 2027, when its figure is due for review.",
            "Was good until 30 November 2027: since then its figure has been due for review.",
        ),
        (
            [FIGURE, FRESH, FIGURE],
            "Good until 30 November 2027, when the first of its figures is due for review.",
            "Was good until 30 November 2027: since then one of its figures has been due for review.",
        ),
    ],
)
def test_both_sentences_go_with_it_and_the_day_itself_still_counts_as_good(
    figures: list[Figure], due: str, overdue: str
) -> None:
    made = aged(figures)
    assert made["age"] == {"due": due, "overdue": overdue}
    assert age_on(DAY, made) == due
    assert age_on(date(2027, 12, 1), made) == overdue


def test_an_answer_is_good_until_the_first_of_the_figures_still_in_use() -> None:
    known = planted(convergence_growth=DAY, convergence_market_2023=date(2028, 5, 1))
    asked = shape("market-growth")
    assert answer(asked, {}, known)["good_until"] == "2027-11-30"
    assert answer(asked, {"rate": "9"}, known)["good_until"] == "2028-05-01"


def test_a_table_of_figures_is_as_old_as_the_first_of_its_rows() -> None:
    asked = shape("editions-and-rows")
    given = answer(asked, {}, knowledge())
    assert len(given["figures"]) > 1
    days = [knowledge().figures[name].review_by.isoformat() for name in given["figures"]]
    assert given["good_until"] == min(days)


def test_an_answer_that_rests_on_no_figure_has_no_such_day() -> None:
    made = answer(shape("own-share"), {"part": "8", "whole": "40"}, knowledge())
    assert (made["figures"], made["good_until"], made["age"]) == ([], None, {"due": "", "overdue": ""})


def test_what_waits_for_numbers_has_no_such_day_either() -> None:
    asked = {"calculator": "technology-budget", "inputs": {"operating_budget": "40"}}
    assert json.loads(reply(json.dumps(asked)))["answer"]["good_until"] is None


def test_the_page_says_which_day_it_is() -> None:
    def warned(day: str, **more: str) -> str:
        asked = {"calculator": "market-growth", "inputs": {}, "today": day, **more}
        given = json.loads(reply(json.dumps(asked)))
        return str(given["scenarios"]["csv"] if more else given["answer"]["warnings"])

    for more in ({}, {"scenarios": "rate\n8.5"}):
        assert "Not looked at again since" in warned("2040-01-01", **more)
        assert "Not looked at again since" not in warned("2026-01-01", **more)


def test_every_case_says_until_when_it_is_good() -> None:
    known = planted(convergence_growth=DAY)
    asked = shape("market-growth")
    made = answers(asked, "case,rate\na,\nb,9\nc,x", known, date(2026, 1, 1))
    assert [row["good_until"] for row in csv.DictReader(io.StringIO(made))] == ["2027-11-30", "2030-01-01", ""]
    assert "good_until" not in readable(asked, made)[0]


def test_a_charts_credit_is_true_before_its_day_and_after(as_of: Any) -> None:
    def credit() -> str:
        drawn = answer(shape("market-growth"), {}, planted(convergence_growth=DAY))["charts"]["path"]
        return " ".join(drawn["sizes"]["narrow"]["signals"]["source"])

    before = credit()
    as_of("2040-01-01")
    assert before.endswith(" Review due 30 November 2027.") and credit() == before


def test_a_solution_rests_on_the_figures_that_it_keeps(capsys: pytest.CaptureFixture[str], as_of: Any) -> None:
    """With the rate asked for and the rest the reader's own, nothing published is left."""
    as_of("2026-11-24")
    assert main(["market-growth", "rate=?", "value=1000"]) == 0
    assert capsys.readouterr().out.endswith(
        "\nGood until 30 November 2027, when the first of its figures is due for review.\n"
    )
    own = ["market-growth", "rate=?", "value=1000", "base=700", "base_year=2020", "target_year=2029", "mark=900"]
    assert main(own) == 0
    assert "Good until" not in capsys.readouterr().out


def test_the_command_line_says_what_is_true_on_its_day(capsys: pytest.CaptureFixture[str], as_of: Any) -> None:
    for day, said in (
        ("2027-11-30", "Good until 30 November 2027, when the first"),
        (AFTER, "Was good until 30 November 2027: since then one"),
    ):
        as_of(day)
        main(["market-growth"])
        assert f"\n\n  {said} of its figures" in capsys.readouterr().out
    main(["market-growth", "--json"])
    assert json.loads(capsys.readouterr().out)["good_until"] == "2027-11-30"


def test_a_day_that_is_none_is_told(as_of: Any) -> None:
    as_of("soon")
    with pytest.raises(ValueError, match=r"^AS_OF: “soon” is not a day\. Write it like 2027-11-30\.$"):
        named_day()


def test_without_a_day_named_it_is_the_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AS_OF", raising=False)
    assert named_day() is None and today() == date.today()
