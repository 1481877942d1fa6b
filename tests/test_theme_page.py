"""The theme's script in the browser: loaded when a link or the search is neared, and no sooner."""

import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.forms import READY, form, settled, type_into
from tests.servers import SiteServer
from tests.using import LOADED, near, use

pytestmark = pytest.mark.browser

FOLLOW = """link => {
    link.closest = (sort) => {
        console.debug(sort);
        return Element.prototype.closest.call(link, sort);
    };
    link.click();
}"""
THEIRS = ("bundle.", "search_index", "sitemap")


@pytest.fixture
def reading(context: BrowserContext, server: SiteServer) -> Page:
    """A page that is loaded and has not been touched; what was asked for until then is forgotten on the way there."""
    server.asked.clear()
    page = context.new_page()
    page.goto(f"{server.address}market/", wait_until="networkidle")
    return page


def theirs(server: SiteServer) -> list[str]:
    """What of the theme was asked for."""
    return [path for path in server.asked if any(part in path for part in THEIRS)]


def touch(page: Page) -> None:
    """Put a finger upon the link in the masthead, and leave it there."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 60, "y": 25}]})


def test_who_reads_or_types_is_sent_neither_the_theme_nor_the_index(
    context: BrowserContext, server: SiteServer
) -> None:
    page = context.new_page()
    page.goto(server.growth)
    page.mouse.wheel(0, 700)
    type_into(form(page), "rate", "9")
    settled(form(page))
    assert not theirs(server)
    assert not page.evaluate(LOADED)


NEARED: dict[str, Callable[[Page], object]] = {
    "a link by the pointer": lambda page: page.locator(".masthead-name").hover(),
    "a link by the focus": lambda page: page.keyboard.press("Tab"),
    "a link by a finger": touch,
    "the search by the pointer": lambda page: page.get_by_role("button", name="Search", exact=True).hover(),
    "the search by the focus": lambda page: page.get_by_role("button", name="Search", exact=True).focus(),
}


@pytest.mark.parametrize("way", NEARED)
def test_it_comes_when_a_link_or_the_search_is_neared(reading: Page, server: SiteServer, way: str) -> None:
    assert not theirs(server)
    NEARED[way](reading)
    reading.wait_for_function(LOADED, timeout=READY)
    assert "bundle." in theirs(server)[0]


def test_the_page_stays_where_it_was_scrolled_to_when_it_comes(reading: Page) -> None:
    reading.evaluate("window.scrollTo(0, 700)")
    use(reading)
    reading.wait_for_function("() => history.state?.y === 700", timeout=READY)  # the theme has noted the place
    assert reading.evaluate("scrollY") == 700


def test_a_link_followed_after_it_came_loads_no_page_anew(reading: Page) -> None:
    reading.evaluate("window.same = true")
    use(reading)
    reading.get_by_role("navigation", name="Sections").get_by_role("link", name="Growth").click()
    reading.wait_for_url("**/growth/")
    expect(reading.locator("main h1")).to_be_focused()
    assert reading.evaluate("window.same")


def test_a_link_followed_before_the_map_of_the_site_came_stands_once_in_the_history(
    reading: Page, server: SiteServer
) -> None:
    """The theme remembers a press until it has the map; by then the browser has followed the link, and one does."""
    server.holds.update({"sitemap": threading.Event(), "/growth/": threading.Event()})
    near(reading)
    reading.get_by_role("navigation", name="Sections").get_by_role("link", name="Growth").evaluate(FOLLOW)
    with reading.expect_console_message(lambda told: told.text == "a"):  # the theme looks at what was pressed
        server.holds["sitemap"].set()
    server.holds["/growth/"].set()
    expect(reading.locator("main h1")).to_have_text("How fast does it grow?")
    reading.go_back()
    expect(reading.locator("main h1")).not_to_have_text("How fast does it grow?")
    assert reading.url == f"{server.address}market/"


def test_where_it_does_not_arrive_links_lead_on_and_the_search_says_so(reading: Page, server: SiteServer) -> None:
    server.faults["bundle."] = "missing"
    reading.get_by_role("navigation", name="Sections").get_by_role("link", name="Growth").click()
    reading.wait_for_url("**/growth/")
    expect(reading.get_by_role("heading", level=1)).to_be_visible()
    reading.get_by_role("button", name="Search", exact=True).click()
    told = reading.get_by_role("dialog", name="Search").get_by_role("status")
    expect(told).to_have_text("The search could not be loaded. Load this page again to try once more.")


def test_before_it_comes_the_keyboard_shows_where_it_is_also_on_what_folds(reading: Page, server: SiteServer) -> None:
    server.faults["bundle."] = "missing"
    fold = reading.locator("article summary").first
    reading.keyboard.press("Tab")
    fold.focus()
    assert fold.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
