"""No key does what nobody asked of it, and the first one leads past the navigation; each with a fault that is seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.keys import commands, not_skipped, straying
from tests.accessibility.states import type_over
from tests.forms import form, settled
from tests.servers import SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser
FORMS = ["calculators/reconcile-totals/", "calculators/downtime-cost/", "figures/"]


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Callable[[str], Page]]:
    """One page of the browser, to go from place to place."""
    with running(SiteServer(site)) as server:
        page = browser.new_page()

        def to(place: str) -> Page:
            page.goto(f"{server.address}{place}")
            use(page)
            return page

        yield to
        page.close()


def test_the_first_stop_leads_past_the_navigation_to_the_text(visit: Callable[[str], Page]) -> None:
    assert not_skipped(visit("privacy/")) == []


def test_a_first_stop_that_does_not_lead_there_is_seen(visit: Callable[[str], Page]) -> None:
    page = visit("privacy/")
    page.evaluate(
        "window.addEventListener('click', (event) => { event.preventDefault(); event.stopPropagation() }, true)"
    )
    assert not_skipped(page) == ["the next stop is no part of the text"]
    page = visit("privacy/")
    page.evaluate("document.querySelector('.md-skip').remove()")
    assert not_skipped(page) != []


def test_no_single_letter_is_a_command(visit: Callable[[str], Page]) -> None:
    assert commands(visit("growth/")) == []


@pytest.mark.parametrize(
    "does", ["document.querySelector('article p a').focus()", "document.getElementById('search').showModal()"]
)
def test_a_letter_that_is_a_command_is_seen(visit: Callable[[str], Page], does: str) -> None:
    page = visit("growth/")
    page.evaluate(f"document.addEventListener('keydown', ({{ key }}) => {{ if (key === 'p') {does} }})")
    assert commands(page) == ["at p the page does something"]


@pytest.mark.parametrize("place", FORMS)
def test_typing_and_choosing_change_what_a_field_holds_and_no_more(visit: Callable[[str], Page], place: str) -> None:
    """With the calculation running: an edition writes its number into the field beside it, and the focus stays."""
    page = visit(place)
    if place == FORMS[0]:
        type_over(form(page).locator(".calculator-inputs input[type=text]:visible").first, "700")
        settled(form(page))
    assert straying(page) == []


@pytest.mark.parametrize(
    "does",
    [
        "document.querySelector('h1 + p').tabIndex = -1, document.querySelector('[tabindex=\"-1\"]').focus()",
        "location.search = 'x'",
    ],
)
def test_a_field_that_takes_the_reader_elsewhere_is_seen(visit: Callable[[str], Page], does: str) -> None:
    page = visit("figures/")
    page.evaluate(f"document.querySelector('main input').addEventListener('input', () => {{ {does} }})")
    assert straying(page) != []
