"""Age as drawn at the build: cards, numbers and pages hold the day of review and the words for both sides of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators import knowledge
from publishing.age import draw_age, draw_age_of_page, draw_mark
from publishing.card import draw_card
from publishing.figure import draw_figure
from publishing.form import draw

AFTER = "2027-12-01"
FIGURE = replace(knowledge().figures["convergence-market-2023"], review_by=date(2027, 11, 30))
FRESH = replace(knowledge().figures["convergence-growth"], review_by=date(2029, 11, 30))


@pytest.fixture
def as_of(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda day: monkeypatch.setenv("AS_OF", day)


def test_a_card_names_the_day_and_is_drawn_overdue_where_it_had_passed(as_of: Any) -> None:
    as_of("2027-11-30")
    assert draw_age(FIGURE) == (
        '<span class="age" data-review-by="2027-11-30"><span data-due="">To be reviewed by 30 November 2027.</span>'
        '<span class="age-overdue" data-overdue="" hidden="">'
        "Overdue (†): it should have been looked at again by 30 November 2027.</span></span>"
    )
    as_of(AFTER)
    assert '<span data-due="" hidden="">' in draw_age(FIGURE) and 'data-overdue="">' in draw_age(FIGURE)


def test_a_number_is_marked_for_eye_and_ear_once_it_is_overdue(as_of: Any) -> None:
    as_of(AFTER)
    assert draw_mark(FIGURE) == (
        '<sup class="age-mark" data-review-by="2027-11-30" data-overdue="" data-search-exclude="">'
        '<span aria-hidden="true">†</span><span class="age-spoken"> (overdue for review)</span></sup>'
    )
    assert ' hidden=""' in draw_mark(FRESH)


def test_a_page_is_good_until_the_first_of_its_numbers_and_explains_the_mark_later() -> None:
    drawn = draw_age_of_page([FRESH, FIGURE])
    assert 'data-review-by="2027-11-30"' in drawn
    assert "good until 30 November 2027, when the first of them is due for review." in drawn
    assert (
        "Those marked † have been due for review since then or later; the card or the page of each names the day."
        in drawn
    )
    assert draw_age_of_page([]) == ""


@pytest.mark.slow
def test_card_page_and_calculator_tell_a_figures_age() -> None:
    figure = knowledge().figures["convergence-market-2023"]
    for drawn in (draw_card(figure.id, "index.md"), draw_figure(figure, "index.md"), draw("market-growth", {})):
        assert draw_age(figure) in drawn


def test_a_calculator_without_an_answer_hides_its_age() -> None:
    html = draw("technology-budget", {})
    assert '<p class="calculator-age" data-good-until hidden><span class="age" data-review-by="">' in html
    assert '<p class="calculator-age" data-good-until><span class="age" data-review-by="20' in draw("market-growth", {})
