"""Age in the reader's browser: a site that nobody rebuilds says from the day after a review was due that it is.

The clock of the page is pinned; the site was built before.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.forms import form, settled, type_into
from tests.house import build_house, copy_house
from tests.servers import Outside, SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser
LAST_GOOD = "2027-11-30T23:59:00"
FIRST_OVERDUE = "2027-12-01T00:01:00"
MARKED = "$720 billion (overdue for review)"
GOOD = "Good until 30 November 2027, when the first of its figures is due for review."
OVERDUE = "Was good until 30 November 2027: since then one of its figures has been due for review."


def read_on(context: BrowserContext, day: str, address: str) -> Page:
    """The page at `address`, as opened by a reader on `day`."""
    page = context.new_page()
    page.clock.set_fixed_time(day)
    page.goto(address)
    return page


def said(page: Page) -> str:
    """What the page's calculator says of its age."""
    return form(page).locator("[data-good-until]").inner_text()


def test_on_the_last_good_day_nothing_is_marked(context: BrowserContext, server: SiteServer) -> None:
    page = read_on(context, LAST_GOOD, server.growth)
    expect(page.locator("[data-good-until]")).to_have_text(f"{GOOD}{OVERDUE}")  # both stand in the page, one is shown
    assert said(page) == GOOD
    assert page.locator(".age-mark:visible").count() == 0
    assert page.locator(".age-page").inner_text() == (
        "The numbers on this page are good until 30 November 2027, when the first of them is due for review."
    )


def test_from_the_next_day_numbers_card_answer_and_page_say_so(context: BrowserContext, server: SiteServer) -> None:
    page = read_on(context, FIRST_OVERDUE, server.growth)
    number = page.get_by_role("button", name=MARKED).first
    expect(number).to_be_visible()
    assert number.locator(".age-mark").evaluate("one => one.firstChild.textContent") == "†"
    assert said(page) == OVERDUE
    assert "Those marked † have been due for review since then or later" in page.locator(".age-page").inner_text()
    number.click()
    card = page.get_by_role("dialog", name="$720 billion")
    expect(card.get_by_text("Overdue (†): it should have been looked at again by 30 November 2027.")).to_be_visible()
    expect(card.get_by_text("To be reviewed by")).to_be_hidden()


def test_a_figure_that_is_reviewed_later_is_not_marked_with_the_others(
    context: BrowserContext, server: SiteServer
) -> None:
    page = read_on(context, FIRST_OVERDUE, server.growth)
    marked = page.locator(".age-mark:visible")
    expect(marked.first).to_be_visible()
    assert set(marked.evaluate_all("all => all.map(one => one.dataset.reviewBy)")) == {"2027-11-30"}
    assert page.locator('.age-mark[data-review-by="2029-11-30"]').count() > 0


def test_a_page_that_is_reached_by_a_link_is_marked_too(context: BrowserContext, server: SiteServer) -> None:
    """The theme fetches it and puts it in place of the page before, without loading anything anew."""
    page = read_on(context, FIRST_OVERDUE, server.address)
    use(page)
    page.evaluate("window.stayed = true")
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Growth").click()
    page.wait_for_url("**/growth/")
    expect(page.get_by_role("button", name=MARKED).first).to_be_visible()
    assert page.evaluate("window.stayed") is True


def test_a_page_left_open_overnight_is_marked_when_it_is_looked_at_again(
    context: BrowserContext, server: SiteServer
) -> None:
    page = read_on(context, LAST_GOOD, server.growth)
    expect(page.locator("[data-good-until]")).to_be_visible()
    page.clock.set_fixed_time(FIRST_OVERDUE)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert said(page) == OVERDUE


def test_the_live_answer_counts_from_the_readers_own_day(context: BrowserContext, server: SiteServer) -> None:
    """One number after the other is made the reader's own; at the end nothing published is left."""
    page = read_on(context, FIRST_OVERDUE, server.growth)
    growth = form(page)
    type_into(growth, "rate", "9")
    settled(growth)
    assert said(page) == OVERDUE
    warned = growth.locator("[data-warnings]")
    expect(warned).to_contain_text("Not looked at again since a review was due on 30 November 2027: “Mark that")
    for name, text in {"base": "1000", "base_year": "2024", "target_year": "2031"}.items():
        type_into(growth, name, text)
    settled(growth)
    assert said(page) == "Was good until 30 November 2027: since then its figure has been due for review."
    type_into(growth, "mark", "1500")
    settled(growth)
    expect(growth.locator("[data-good-until]")).to_be_hidden()
    expect(warned).to_be_hidden()


def test_who_opens_a_link_later_reads_until_when_its_answer_was_good(
    context: BrowserContext, server: SiteServer
) -> None:
    page = read_on(context, LAST_GOOD, server.growth)
    type_into(form(page), "rate", "9")
    href = settled(form(page)).locator("[data-link]").get_attribute("href")
    later = read_on(context, FIRST_OVERDUE, f"{server.growth}{href}")
    settled(form(later))
    expect(form(later).get_by_text("It still gives the answer that it gave then.")).to_be_visible()
    assert said(later) == OVERDUE


def test_what_is_printed_says_it_too(context: BrowserContext, server: SiteServer) -> None:
    page = read_on(context, FIRST_OVERDUE, server.growth)
    page.emulate_media(media="print")
    expect(page.locator(".age-mark:visible").first).to_be_visible()
    expect(page.locator(".age-page")).to_be_visible()
    assert said(page) == OVERDUE


def test_without_script_the_day_itself_can_be_read(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.growth)
    page.locator("button.figure").first.click()
    expect(page.locator(".card:popover-open").get_by_text("30 November 2027").first).to_be_visible()
    assert "30 November 2027" in said(page)
    context.close()


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """The site built as of the last day of 2027."""
    folder = tmp_path_factory.mktemp("as-of")
    built = build_house(copy_house(folder / "house"), folder / "site", AS_OF="2027-12-31")
    assert built.returncode == 0, built.stderr
    with running(SiteServer(folder / "site")) as server:
        yield server


@pytest.mark.parametrize("script", [True, False])
def test_a_site_built_as_of_a_day_shows_that_day_with_and_without_script(
    browser: Browser, later: SiteServer, outside: Outside, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script, proxy=outside.proxy(later.server_address[1]))
    page = read_on(context, "2026-11-24T12:00:00", later.growth) if script else context.new_page()
    page.goto(later.growth)
    expect(page.get_by_text("This copy of the site shows it as of 31 December 2027.")).to_be_visible()
    expect(page.get_by_role("button", name=MARKED).first).to_be_visible()
    assert said(page) == OVERDUE
    expect(form(page).locator("[data-warnings]")).to_contain_text("Not looked at again since a review was due")
    if script:
        type_into(form(page), "rate", "9")
        expect(settled(form(page)).locator("[data-warnings]")).to_contain_text("Not looked at again since a review")
    context.close()
    assert outside.asked == []


def test_only_a_site_built_as_of_a_day_says_so(page: Page) -> None:
    assert page.get_by_text("This copy of the site").count() == 0


def test_a_day_that_is_none_stops_the_build(tmp_path: Path) -> None:
    built = build_house(copy_house(tmp_path / "house"), tmp_path / "site", AS_OF="soon")
    assert built.returncode == 1
    assert built.stderr == "AS_OF: “soon” is not a day. Write it like 2027-11-30.\n"
