"""The states that a page can be in, each reached as a reader reaches it: by keys and by pointer.

A state knows how it is reached from the one before it, and how it is left. No attribute is set and no function of the
page is called; what a server does (holding a file back, losing one) is done at the server.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.accessibility.settings import View
from tests.forms import READY, form, settled
from tests.servers import SiteServer

WITH_MENU = 1220  # CSS pixels of window below which the list of pages stands behind a button
STILL_LOOKING = re.compile("^(Looking …)?$")


@dataclass(frozen=True)
class Reader:
    """Who looks at a page: the page, and the server it comes from."""

    page: Page
    server: SiteServer

    @property
    def calculator(self) -> Locator:
        return form(self.page)


Step = Callable[[Reader], None]


def stay(reader: Reader) -> None:
    """Nothing is to be done."""


@dataclass(frozen=True)
class State:
    """A state by name: how to reach it, how to leave it, in which windows there is such a thing, and whether it is
    seen in each of the hardest settings, whatever the others are."""

    name: str
    reach: Step = stay
    leave: Step = stay
    fits: Callable[[View], bool] = lambda view: True
    hardest: bool = False


def open_card(reader: Reader) -> None:
    reader.page.locator('button[popovertarget^="card-"]:visible').first.press("Enter")
    expect(reader.page.locator(".card:popover-open")).to_be_visible()


def open_definition(reader: Reader) -> None:
    reader.page.locator('button[popovertarget^="term-"]:visible').first.press("Enter")
    expect(reader.page.locator(".definition:popover-open")).to_be_visible()


def close_by_escape(reader: Reader) -> None:
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator(":popover-open")).to_have_count(0)


def search_for(words: str, expected: str) -> Step:
    """Open the search by its button, and type."""

    def reach(reader: Reader) -> None:
        page = reader.page
        query = page.get_by_role("textbox", name="Search this site")
        if not query.is_visible():
            page.get_by_role("button", name="Search", exact=True).press("Enter")
        expect(query).to_be_focused()
        query.fill(words[:-1])
        query.press(words[-1])  # the search answers each key: one answer, and no later one while it is looked at
        expect(page.locator(".md-search-result__meta")).to_contain_text(expected, timeout=READY)

    return reach


def close_search(reader: Reader) -> None:
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog", name="Search")).to_have_count(0)


def open_menu(reader: Reader) -> None:
    reader.page.get_by_role("button", name="Menu", exact=True).press("Enter")
    expect(reader.page.locator("#menu:popover-open")).to_be_visible()


def type_over(field: Locator, text: str) -> None:
    """Replace what a field holds, key by key."""
    field.click()
    field.press("ControlOrMeta+a")
    field.press_sequentially(text)


def first_field(reader: Reader) -> Locator:
    return reader.calculator.locator(".calculator-inputs input[type=text]:visible").first


def begin_loading(reader: Reader) -> None:
    """Touch a field while Python's library is on its way."""
    reader.server.holds["stdlib"] = threading.Event()
    type_over(first_field(reader), "700")
    expect(reader.calculator).to_have_attribute("data-state", "loading")
    expect(reader.calculator.locator("progress")).to_be_visible()


def let_it_come(reader: Reader) -> None:
    reader.server.holds["stdlib"].set()


def live(reader: Reader) -> None:
    settled(reader.calculator)


def type_wrong(reader: Reader) -> None:
    type_over(first_field(reader), "many")
    expect(reader.calculator.locator('[data-problem-for]:not([data-problem-for=""])').first).to_contain_text(
        "many", timeout=READY
    )


def mend(reader: Reader) -> None:
    type_over(first_field(reader), "710")
    settled(reader.calculator)


def open_details(reader: Reader) -> None:
    """Open everything that folds out, each by its own key press."""
    closed = reader.page.locator("main details:not([open]) > summary:visible")
    for left in range(closed.count(), 0, -1):
        closed.first.press("Enter")
        expect(closed).to_have_count(left - 1)


def copy_link(reader: Reader) -> None:
    reader.calculator.locator("[data-copy]").press("Enter")
    expect(reader.calculator.locator("[data-copied]")).to_contain_text("Cop")


def ask_about_amounts(reader: Reader) -> None:
    reader.calculator.locator("[data-copy]").press("Enter")
    expect(reader.calculator.locator("[data-ask]")).to_be_visible()


def fill_in_example(reader: Reader) -> None:
    reader.page.locator("calculator-form a[data-fill]:visible").first.press("Enter")
    settled(reader.calculator)


def work_out_cases(reader: Reader) -> None:
    """Open what folds out, find an input for an answer, and work out many cases."""
    open_details(reader)
    reader.calculator.locator("[data-scenarios-run]").press("Enter")
    expect(reader.calculator.locator("[data-scenarios-answers]")).to_be_visible(timeout=READY)
    reader.calculator.locator('[data-solve="target"]').press_sequentially("1000")
    reader.calculator.locator("[data-solve-run]").press("Enter")
    expect(reader.calculator.locator("[data-solution]")).not_to_have_text(STILL_LOOKING, timeout=READY)


def fail(reader: Reader) -> None:
    """Touch a field while Python's library is lost."""
    reader.server.faults["stdlib"] = "missing"
    type_over(first_field(reader), "700")
    expect(reader.calculator).to_have_attribute("data-state", "failed", timeout=READY)


def find_it_again(reader: Reader) -> None:
    reader.server.faults.clear()


def opened_from_a_link(reader: Reader) -> None:
    settled(reader.calculator)
    expect(reader.calculator.locator("[data-linked]")).to_be_visible()
    expect(reader.calculator.locator("[data-linked-today]")).to_be_visible()
