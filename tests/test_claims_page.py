"""The page of claims in a real browser: its links open the calculator with the claim's inputs, its numbers their cards."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.forms import form, outputs, settled
from tests.servers import SiteServer

pytestmark = pytest.mark.browser
TESTED = 7


@pytest.fixture
def page(context: BrowserContext, server: SiteServer) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}claims/")
    return page


def test_every_link_opens_the_calculator_with_the_number_that_the_file_for_programs_holds(
    page: Page, site: Path, server: SiteServer
) -> None:
    claims = json.loads((site / "api" / "claims.json").read_text("utf-8"))["claims"]
    tested = [claim for claim in claims if claim["link"]]
    assert len(tested) == TESTED == page.locator(".claims .calculator-open").count()
    for claim in tested:
        page.goto(f"{server.address}claims/")
        page.locator(f"#claim-{claim['id']} .calculator-open").click()
        expect(page).to_have_url(f"{server.address}{claim['link']}")
        calculator = settled(form(page))
        expect(calculator.locator("[data-linked-words]")).to_have_text("It still gives the answer that it gave then.")
        assert outputs(calculator)[claim["output"]] == claim["text"]


def test_a_number_opens_its_card(page: Page) -> None:
    page.locator("#claim-total-of-it-and-ot").get_by_role("button", name="$5,140 billion").click()
    expect(page.locator("#card-total-it-ot-2023")).to_be_visible()


def test_the_tally_leads_to_each_verdict(page: Page) -> None:
    page.get_by_role("link", name="Does not follow").first.click()
    expect(page.locator("#does-not-follow")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_page_is_whole_without_scripts(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}claims/")
    expect(page.locator("#claim-ot-makes-the-difference")).to_contain_text("Explained by OT: 55.0%")
    expect(page.locator("#claim-ot-makes-the-difference")).to_contain_text("Does not follow.")
    context.close()
