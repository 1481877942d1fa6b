"""Reading the publication in a real browser: numbers that open their source, pages that hold together."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from publishing import ROOT
from publishing.places import address
from tests.forms import form, outputs, settled
from tests.servers import SiteServer

pytestmark = pytest.mark.browser
DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in [*DOCS.glob("*.md"), *DOCS.glob("calculators/*.md")])


def test_a_number_opens_its_source_in_one_press_and_closes_with_escape(page: Page, server: SiteServer) -> None:
    page.goto(server.address)
    number = page.get_by_role("button", name="$720 billion", exact=True)
    number.click()
    card = page.get_by_role("dialog", name="$720 billion")
    expect(card).to_be_visible()
    expect(card).to_contain_text("the market size as of 2023 was $720 billion")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_opens_and_closes_with_the_keyboard_and_gives_the_focus_back(page: Page, server: SiteServer) -> None:
    page.goto(server.address)
    number = page.get_by_role("button", name="$720 billion", exact=True)
    number.focus()
    page.keyboard.press("Enter")
    card = page.locator("#card-convergence-market-2023")
    expect(card).to_be_visible()
    close = card.get_by_role("button", name="Close")
    for _ in range(card.locator("a, button").count()):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('.card:popover-open').contains(document.activeElement)")
    expect(close).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_be_hidden()
    expect(number).to_be_focused()


def test_a_card_opens_without_script(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address)
    page.locator("button.figure").first.click()
    expect(page.locator("#card-convergence-market-2023")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_card_lies_wholly_on_the_screen(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.address}totals/")
    for number in page.locator("button.figure:visible").all()[:4]:
        number.click()
        box = page.locator(".card:popover-open").bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0
        assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= 800
        page.keyboard.press("Escape")


def test_a_calculator_link_on_another_page_opens_it_with_its_inputs(page: Page, server: SiteServer) -> None:
    page.goto(server.address)
    page.get_by_role("link", name="$997.8 billion").click()
    page.wait_for_url("**/calculators/market-growth/#market-growth?target_year=2027")
    expect(form(page).locator('input[name="target_year"]')).to_have_value("2027")
    assert outputs(settled(form(page)))["value"] == "997.8"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_screen(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto(server.address + address(name))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_every_page_answers_first_and_says_where_to_go_next(site: Path) -> None:
    for name in PAGES:
        text = (DOCS / name).read_text("utf-8")
        body = text.split("---\n", 2)[2].strip().split("\n\n")
        assert body[0].startswith("# "), name
        assert body[1].startswith("**") and body[1].endswith("**") and body[1].count(". ") <= 1, name
        if name != "index.md":  # its three ways on stand in the first screen
            assert "\n## Next\n" in text and "](" in text.partition("\n## Next\n")[2], name


def test_cards_do_not_enter_the_search_index(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    index = "".join(each["text"] for each in entries if not each["location"].startswith("figures/"))
    assert "upper envelope" not in index and "Report an error" not in index
    assert "convergence" in index
