"""The list of all figures: by subject, and what a reader types finds in it."""

import re

import pytest
from playwright.sync_api import Page, expect

from calculators import knowledge
from data.dates import stretch
from publishing.figure.subjects import SUBJECTS, by_subject
from publishing.words import spoken, when_of
from tests.servers import SiteServer

KNOWN = knowledge()
ALL = list(KNOWN.figures.values())


def test_every_figure_stands_under_one_subject_and_no_subject_is_empty() -> None:
    groups = by_subject(ALL)
    assert list(groups) == list(SUBJECTS) and all(groups.values())
    assert sorted(figure.id for group in groups.values() for figure in group) == sorted(KNOWN.figures)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("total-it-ot-2023", "$5.14 trillion"),
        ("convergence-mark-2027", "$1 trillion"),
        ("gartner-it-2024-edition-2024-07", "about $5.27 trillion"),
        ("convergence-market-2023", ""),
        ("breach-cost-industrial-2024", ""),
        ("convergence-growth", ""),
        ("gartner-it-edition-2024-01", ""),
    ],
)
def test_an_amount_of_a_thousand_or_more_is_also_said_in_the_larger_scale(name: str, words: str) -> None:
    """5,140 / 1,000 = 5.14; 5,267.163 / 1,000 is 5.27 to two places."""
    assert spoken(KNOWN.figures[name]) == words


def test_a_rate_over_years_says_both_of_its_ends() -> None:
    assert when_of(KNOWN.figures["convergence-growth"]) == "2023 to 2030"
    assert when_of(KNOWN.figures["convergence-market-2023"]) == "2023"
    assert stretch("2023-11", "2024-02-01") == "November 2023 to 1 February 2024"


@pytest.mark.browser
def test_typing_leaves_what_holds_every_word_and_the_count_is_told_once(page: Page, server: SiteServer) -> None:
    """The page's clock stands still while it is typed, so that a slow machine makes no pause between two keys."""
    page.goto(f"{server.address}figures/")
    told = page.locator("[data-found]")
    page.evaluate("""() => {
        window.told = [];
        new MutationObserver(() => window.told.push(document.querySelector('[data-found]').textContent))
            .observe(document.querySelector('[data-found]'), { childList: true });
    }""")
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)
    field = page.get_by_role("searchbox", name="Find a figure")
    field.press_sequentially("5.14 trillion")
    rows = page.locator("[data-filtered]:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Spending on IT and OT in total")
    expect(page.locator("[data-filtered-group]:visible")).to_have_count(1)
    page.clock.run_for(699)
    assert page.evaluate("window.told") == []
    page.clock.run_for(1)
    expect(told).to_have_text("1 figure found.")
    assert page.evaluate("window.told") == ["1 figure found."]
    page.clock.resume()
    field.fill("no such thing")
    expect(told).to_have_text("No figure has all of these words. Try fewer.")
    expect(page.locator("[data-filtered-group]:visible")).to_have_count(0)
    field.press("Enter")
    field.fill("")
    expect(page.locator("[data-filtered]:visible")).to_have_count(len(ALL))
    expect(told).to_have_text("")
    assert re.search(r"/figures/$", page.url), "Enter sends the form nowhere"
