"""Copying a citation in a real browser: by keyboard, with a word for those who do not see, and without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.servers import Outside, SiteServer

pytestmark = pytest.mark.browser

PLACE = "figures/convergence-market-2023/"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture
def figure(context: BrowserContext, server: SiteServer) -> Page:
    """A figure's page, as opened by a reader."""
    page = context.new_page()
    page.goto(f"{server.address}{PLACE}")
    return page


def copied(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read"])
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_citation_is_copied_by_keyboard_and_the_page_says_so(figure: Page, site: Path) -> None:
    figure.context.grant_permissions(["clipboard-write"])
    summary = figure.locator(".citing-more summary", has_text="BibTeX")
    summary.press("Enter")
    button = figure.get_by_role("button", name="Copy the citation as BibTeX")
    button.press("Enter")
    status = figure.locator(".citing-more", has=button).get_by_role("status")
    expect(status).to_have_text("Copied.")
    expect(button).to_be_focused()
    assert copied(figure) == (site / PLACE / "cite.bib").read_text("utf-8").strip()


def test_where_there_is_no_clipboard_the_text_is_selected(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{server.address}{PLACE}")
    page.get_by_role("button", name="Copy the citation", exact=True).click()
    expect(page.locator(".citing > .citing-actions").get_by_role("status")).to_have_text(
        "Selected: copy it from there."
    )
    assert page.evaluate("getSelection().toString()") == page.locator("#cite-text").text_content()


def test_a_page_reached_by_a_link_within_the_site_is_cited_as_itself(figure: Page) -> None:
    figure.context.grant_permissions(["clipboard-write"])
    figure.get_by_role("link", name="How fast does it grow?").click()
    figure.wait_for_url("**/growth/")
    figure.get_by_text("Cite this page").click()
    figure.get_by_role("button", name="Copy the citation", exact=True).click()
    expect(figure.locator(".cite-page").get_by_role("status").first).to_have_text("Copied.")
    assert copied(figure).startswith("“How fast does it grow?” In: ")


def test_without_script_the_citation_reads_and_no_button_shows(
    browser: Browser, server: SiteServer, outside: Outside
) -> None:
    context = browser.new_context(java_script_enabled=False, proxy=outside.proxy(server.server_address[1]))
    page = context.new_page()
    page.goto(f"{server.address}{PLACE}")
    expect(page.locator("#cite-text")).to_contain_text("IoT Analytics, November 2024.")
    expect(page.get_by_role("button", name="Copy the citation", exact=True)).to_have_count(0)
    page.locator(".citing-more summary").first.click()
    expect(page.locator("#cite-bib")).to_be_visible()
    context.close()


def test_print_holds_the_citation_and_no_button(figure: Page, server: SiteServer) -> None:
    figure.emulate_media(media="print")
    expect(figure.locator("#cite-text")).to_be_visible()
    expect(figure.locator(".citing button").first).to_be_hidden()
    figure.goto(f"{server.address}growth/")
    expect(figure.locator("#cite-text")).to_be_visible()
    expect(figure.locator(".cite-page summary")).to_be_hidden()
