"""Terms in a real browser: a definition by keyboard, by touch, without script, and nothing of it on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.servers import SiteServer

pytestmark = pytest.mark.browser


@pytest.fixture
def page(page: Page, server: SiteServer) -> Page:
    page.goto(server.address)
    return page


def term(page: Page) -> Locator:
    return page.get_by_role("button", name="operational technology")


def definition(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Operational technology")


@pytest.fixture
def plain(browser: Browser, server: SiteServer) -> Iterator[Page]:
    """The page in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(server.address)
    yield page
    context.close()


def test_the_tab_key_reaches_a_term_and_enter_opens_its_definition_which_takes_the_focus(page: Page) -> None:
    page.get_by_role("button", name="information technology").focus()
    page.keyboard.press("Tab")
    expect(term(page)).to_be_focused()
    expect(definition(page)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(definition(page)).to_be_visible()
    expect(definition(page)).to_have_accessible_description(
        "Computers, networks and programs that watch and run machines and physical processes."
    )
    expect(definition(page).get_by_role("button", name="Close")).to_be_focused()


def test_escape_closes_it_and_gives_the_focus_back(page: Page) -> None:
    term(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(definition(page)).to_be_hidden()
    expect(term(page)).to_be_focused()


def test_its_button_closes_it_and_gives_the_focus_back(page: Page) -> None:
    term(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(definition(page)).to_be_hidden()
    expect(term(page)).to_be_focused()


def test_from_its_button_the_tab_key_goes_through_its_links_and_on_in_the_text(page: Page) -> None:
    term(page).focus()
    page.keyboard.press("Enter")
    for name in ("More on the page “What convergence is”", "In the glossary"):
        page.keyboard.press("Tab")
        expect(definition(page).get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="[1] IoT Analytics, November 2024")).to_be_focused()


def test_its_link_leads_to_the_term_on_the_page_of_all(page: Page, server: SiteServer) -> None:
    term(page).click()
    definition(page).get_by_role("link", name="In the glossary").click()
    expect(page).to_have_url(f"{server.address}glossary/#operational-technology")
    expect(page.locator("dt#operational-technology")).to_be_in_viewport()


def test_without_script_a_touch_opens_it_and_another_elsewhere_closes_it(plain: Page) -> None:
    term(plain).tap()
    expect(definition(plain)).to_be_visible()
    plain.locator("h1").tap()
    expect(definition(plain)).to_be_hidden()


def test_no_definition_takes_the_focus_when_a_page_opens(page: Page, server: SiteServer) -> None:
    for place in ("budgets/", "totals/#a-trap"):
        page.goto(f"{server.address}{place}")
        assert page.evaluate("document.activeElement.tagName") == "BODY"
        expect(page.locator(".definition:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_definition_lies_wholly_on_the_screen(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server.address}growth/")
    for each in page.locator("button.term").all():
        each.click()
        box = page.locator(".definition:popover-open").bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0
        assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= 800
        page.keyboard.press("Escape")


def test_a_term_is_underlined_more_quietly_than_a_number_and_on_paper_not_at_all(page: Page) -> None:
    def line(selector: str) -> str:
        return str(page.locator(selector).first.evaluate("e => getComputedStyle(e).textDecoration"))

    assert "dotted" in line("button.term") and line("button.term") != line("button.figure")
    term(page).click()
    page.emulate_media(media="print")
    assert "none" in line("button.term")
    expect(page.locator(".definition:visible")).to_have_count(0)


def test_a_term_has_the_letters_and_the_color_of_the_words_around_it(page: Page) -> None:
    around = "e => [e, e.parentElement].map(each => { const s = getComputedStyle(each); return s.font + s.color; })"
    own, text = term(page).evaluate(around)
    assert own == text
