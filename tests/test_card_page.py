"""Cards and definitions as dialogs: what they are called, what has the focus, when they close, how far they reach."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.servers import SiteServer

pytestmark = pytest.mark.browser
FIGURE = "total-it-ot-2023"
CARD = f"#card-{FIGURE}"
SIZES = """dialog => [...dialog.querySelectorAll('button, .card-foot a')].map(each => each.getBoundingClientRect())
    .map(({ width, height }) => Math.min(width, height))"""
TARGET = 24


@pytest.fixture
def totals(page: Page, server: SiteServer) -> Page:
    page.goto(f"{server.address}totals/")
    return page


def opened(page: Page) -> Locator:
    page.locator(f"button.figure[popovertarget=card-{FIGURE}]:visible").first.click()
    expect(page.locator(CARD)).to_be_visible()
    return page.locator(CARD)


def test_a_card_is_a_dialog_with_the_number_for_a_name_as_it_stands_in_both_scales(totals: Page) -> None:
    card = opened(totals)
    expect(card).to_have_role("dialog")
    expect(card).to_have_accessible_name("$5,140 billion or $5.14 trillion")
    expect(card).to_have_accessible_description(re.compile("^Spending on IT and OT in total. World, 2023; an estimate"))


def test_a_card_closes_when_the_focus_leaves_it_and_does_not_take_it_back(totals: Page) -> None:
    """Tab from the last button leads on into the page, whose place the card must not cover."""
    card = opened(totals)
    for _ in range(card.locator("a, button").count() + 1):
        totals.keyboard.press("Tab")
    expect(card).to_be_hidden()
    place = totals.evaluate("[document.activeElement.tagName, document.activeElement.closest('.card')]")
    assert place[0] != "BODY" and place[1] is None


def test_a_card_stays_open_while_the_focus_moves_within_it(totals: Page) -> None:
    card = opened(totals)
    for key in ("Tab", "Tab", "Shift+Tab"):
        totals.keyboard.press(key)
        expect(card).to_be_visible()


def test_a_definition_closes_when_the_focus_leaves_it(totals: Page) -> None:
    totals.locator("button.term").first.click()
    definition = totals.locator(".definition:popover-open")
    expect(definition.get_by_role("button", name="Close")).to_be_focused()
    for _ in range(definition.locator("a, button").count()):
        totals.keyboard.press("Tab")
    expect(totals.locator(".definition:popover-open")).to_have_count(0)


def test_what_is_pressed_in_a_card_or_a_definition_has_24_pixels_either_way(totals: Page) -> None:
    assert all(size >= TARGET for size in opened(totals).evaluate(SIZES))
    totals.keyboard.press("Escape")
    totals.locator("button.term").first.click()
    assert all(size >= TARGET for size in totals.locator(".definition:popover-open").evaluate(SIZES))


@pytest.mark.parametrize(("width", "height"), [(320, 256), (640, 400), (1280, 800)])
def test_a_card_can_be_read_at_400_and_at_200_per_cent(totals: Page, width: int, height: int) -> None:
    """On the screen of a browser that enlarges 1280 by 800 so: nothing is cut off, and what is longer scrolls."""
    totals.set_viewport_size({"width": width, "height": height})
    box = opened(totals).bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0
    assert box["x"] + box["width"] <= width and box["y"] + box["height"] <= height
    room = totals.locator(f"{CARD} .card-body")
    assert room.evaluate("body => body.scrollWidth <= body.clientWidth && body.clientHeight >= 60")


def test_in_forced_colors_a_card_keeps_an_edge(totals: Page) -> None:
    totals.emulate_media(forced_colors="active")
    card = opened(totals)
    edge, ground = card.evaluate(
        "card => [getComputedStyle(card).borderTopColor, getComputedStyle(card).backgroundColor]"
    )
    assert edge != ground and card.evaluate("card => getComputedStyle(card).borderTopWidth") != "0px"
