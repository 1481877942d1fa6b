"""What must be said of published numbers that stand together: each guard, and its silence."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.reading import read_inputs
from calculators.contract.scenarios import answers
from calculators.contract.warnings import warnings
from data.figures import Knowledge
from tests.cases import all_names, shape

EARLY = date(2026, 11, 24)
GROWTH = ("convergence-market-2023", "convergence-growth", "convergence-mark-2027", "convergence-market-2030")


def planted(**changes: dict[str, Any]) -> Knowledge:
    """What is known, with some figures altered; `_` stands for the hyphen of an id."""
    known = knowledge()
    altered = {name.replace("_", "-"): change for name, change in changes.items()}
    figures = {name: replace(figure, **altered.get(name, {})) for name, figure in known.figures.items()}
    return Knowledge(known.sources, figures)


def said(name: str, known: Knowledge | None = None, today: date = EARLY, **texts: str) -> list[str]:
    asked, known = shape(name), known or knowledge()
    return warnings(asked, read_inputs(asked, texts, known), known, today)


def test_confirmed_numbers_of_one_source_need_no_word() -> None:
    assert said("market-growth") == []


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        ("as-reported", "Reported by an article, and not seen in the source itself: "),
        ("conflicting", "Contradicted by another text of its source: "),
        ("unsourced", "Without a named source: "),
    ],
)
def test_a_number_of_weak_standing_is_named_with_its_value(standing: str, words: str) -> None:
    known = planted(convergence_growth={"standing": standing})
    assert said("market-growth", known) == [
        f"{words}“Growth of the convergence market, 2023 to 2030” (8.5% a year, 2023 to 2030)."
    ]
    assert said("market-growth", known, rate="9") == [], "the reader's own number stands in its place"


def test_a_number_past_its_review_is_named_from_the_day_after() -> None:
    known = planted(**{name.replace("-", "_"): {"review_by": date(2027, 11, 30)} for name in GROWTH})
    assert said("market-growth", known, today=date(2027, 11, 30)) == []
    [told] = said("market-growth", known, today=date(2027, 12, 1))
    assert told.startswith("Not looked at again since a review was due on 30 November 2027: ")
    assert "“Technologies affected by IT/OT convergence, world market” ($720 billion, 2023)" in told


def test_the_day_may_be_named_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AS_OF", "2040-01-01")
    assert "since a review was due on" in answer(shape("market-growth"), {}, knowledge())["warnings"][0]
    monkeypatch.setenv("AS_OF", "2026-11-24")
    assert answer(shape("market-growth"), {}, knowledge())["warnings"] == []


def test_two_editions_of_one_publisher_are_never_side_by_side_without_a_word() -> None:
    known = planted(convergence_growth={"edition": "2024-01"}, convergence_market_2023={"edition": "2024-07"})
    words = "2 editions of IoT Analytics, January 2024 and July 2024, stand side by side: "
    assert said("market-growth", known) == [f"{words}what IoT Analytics counts changes from edition to edition."]
    alone = planted(convergence_growth={"edition": "2024-01"}, convergence_market_2023={"edition": "2024-01"})
    assert said("market-growth", alone) == []


def test_an_amount_counted_within_another_is_told() -> None:
    known = planted(convergence_market_2023={"within": ("convergence-market-2030",)})
    assert said("market-growth", known) == [
        "“Technologies affected by IT/OT convergence, world market” ($720 billion, 2023) is counted within "
        "“Technologies affected by IT/OT convergence, world market, forecast” ($1,300 billion, 2030): "
        "they may be compared, not added."
    ]


def test_real_beside_nominal_is_told() -> None:
    known = planted(convergence_growth={"prices": "real"})
    words = "“Growth of the convergence market, 2023 to 2030” (8.5% a year, 2023 to 2030) has inflation taken out, "
    assert said("market-growth", known) == [f"{words}the other published numbers do not."]


@pytest.mark.parametrize(
    ("amount", "told"),
    [("40", "your own currency"), ("€40", "€"), ("CHF 40", "CHF"), ("$40", None), ("USD 40 million", None)],
)
def test_another_currency_beside_dollars_is_told(amount: str, told: str | None) -> None:
    """The calculator's marks are taken for amounts of dollars, to have both."""
    known = planted(technology_share_2023_deloitte={"unit": "USD million"})
    asked = shape("technology-budget")
    spent = amount.replace("40", "8")
    texts = {"operating_budget": amount, "technology_spending": spent, "low": "23", "high": "30"}
    given = read_inputs(asked, {**texts, "low": "20"}, knowledge())
    figure = known.figures["technology-share-2023-deloitte"]
    given.values["low"] = replace(given.values["low"], figure=figure)
    found = [each for each in warnings(asked, given, known, EARLY) if "US dollars" in each]
    assert found == ([f"Published amounts are in US dollars, yours in {told}: none is converted."] if told else [])


def test_cases_worked_out_together_carry_their_warnings() -> None:
    made = answers(shape("reconcile-totals"), "gartner\n4700", knowledge())
    assert "Reported by an article, and not seen in the source itself" in made.splitlines()[1]
    assert made.splitlines()[0].endswith("warnings,good_until,release,problem")


@pytest.mark.parametrize("name", all_names())
def test_every_weak_number_of_every_calculator_is_named_in_its_answer(name: str) -> None:
    given = answer(shape(name), shape(name).example, knowledge())
    weak = [knowledge().figures[each] for each in given["figures"]]
    for figure in weak:
        named = figure.label in " ".join(given["warnings"])
        assert named or figure.standing not in ("as-reported", "conflicting", "unsourced")


def test_an_amount_moved_to_another_year_is_told() -> None:
    """720 is of 2023; a mark and the reader's own number have no year to be moved from."""
    told = "“Technologies affected by IT/OT convergence, world market” ($720 billion, 2023) is taken here as of 2000."
    assert said("market-growth", base_year="2000") == [told]
    assert said("market-growth", base_year="2000", base="700") == []
    assert said("claim-check", year="2028") == []
