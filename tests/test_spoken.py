"""What a screen reader is told of a calculator: each change once, and in each state the page in its order."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.forms import READY, field, form, refused, settled
from tests.servers import SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser

LOADING = "Loading Python. The answer stays as it is until then."
NINE = "Market in the target year: $1,316.2 billion; within the published rounding 1,307.0 to 1,325.3."
WRONG = "Growth a year: “x” is not a number. Write digits, like 8.5."
HEAR = """() => {
    window.heard = [];
    const alive = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive], output:not([aria-live=off])";
    for (const region of document.querySelectorAll(alive))
        new MutationObserver(() => region.textContent.trim() && region.checkVisibility() && heard.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
}"""
TELL = """async places => {
    for (const place of places) {
        document.querySelector(place).textContent = "Once.";
        await new Promise(requestAnimationFrame);
    }
}"""
INPUTS = """
- heading "What goes in" [level=2]
- text: Market in the base year
- textbox "Market in the base year": "720"
- text: USD billion
- paragraph: IoT Analytics
- button "Source of Market in the base year": Source
"""
ANSWER = """
- heading "The answer" [level=2]
- paragraph: Market in the target year
- paragraph:
  - status "Market in the target year": {value}
  - text: USD billion
"""


class Reader:
    """A page with its server, and what its live regions said, the calculator's or any other."""

    def __init__(self, page: Page, server: SiteServer) -> None:
        self.page, self.server = page, server

    def goes_to(self, name: str) -> None:
        self.page.goto(f"{self.server.address}calculators/{name}/")
        use(self.page)

    def opens(self, name: str) -> Locator:
        """The calculator, on a page that is listened to."""
        self.goes_to(name)
        self.page.evaluate(HEAR)
        return form(self.page)

    def hears(self, *words: str) -> None:
        """All that was said since the last time, each once; as many words are waited for."""
        self.page.evaluate(
            """count => new Promise((done) => {
                const look = () => (heard.length >= count ? done() : requestAnimationFrame(look));
                setTimeout(done, 30_000);
                look();
            })""",
            len(words),
        )
        assert self.page.evaluate("heard.splice(0)") == list(words)


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Reader]:
    with running(SiteServer(site)) as server:
        context = browser.new_context()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield Reader(context.new_page(), server)
        for hold in server.holds.values():
            hold.set()
        context.close()


def test_from_the_static_page_to_an_answer_a_wrong_input_and_a_link_each_is_told_once(reader: Reader) -> None:
    held = reader.server.holds["stdlib"] = Event()
    growth = reader.opens("market-growth")
    columns = growth.locator(".calculator-columns")
    expect(columns).to_match_aria_snapshot(INPUTS)
    expect(columns).to_match_aria_snapshot(ANSWER.format(value="1,274.5"))

    field(growth, "rate").fill("9")
    reader.hears(LOADING)
    expect(growth.locator("form")).to_match_aria_snapshot('- progressbar "Loading Python"')
    expect(columns).to_match_aria_snapshot(ANSWER.format(value="1,274.5") + "- paragraph: for the numbers before\n")

    held.set()
    settled(growth)
    reader.hears(NINE)
    expect(columns).to_match_aria_snapshot("""
- textbox "Growth a year": "9"
- text: "% a year"
- button "Reset Growth a year": Reset
- paragraph: Your number, outside the published 8.45 to 8.55
- button "Source of Growth a year": Source
""")
    expect(columns).to_match_aria_snapshot(ANSWER.format(value="1,316.2") + "- paragraph: was 1,274.5\n")

    field(growth, "rate").fill("x")
    refused(growth, "rate", "“x” is not a number. Write digits, like 8.5.")
    reader.hears(WRONG)
    expect(columns).to_match_aria_snapshot("""
- textbox "Growth a year" [invalid]: x
- text: "% a year"
- button "Reset Growth a year": Reset
- paragraph: “x” is not a number. Write digits, like 8.5.
""")
    expect(columns).to_match_aria_snapshot(ANSWER.format(value="1,316.2") + "- paragraph: for the numbers before\n")

    field(growth, "rate").fill("9")
    settled(growth)
    reader.hears(NINE)
    for said in ("Copied.", "Copied."):
        growth.get_by_role("button", name="Copy link").click()
        reader.hears(said)

    link = growth.get_by_role("link", name="Link to this answer")
    link.press("Enter")
    reader.hears("The address of this page now opens this answer.")
    expect(link).to_be_focused()
    assert "#market-growth?base=720" in reader.page.url and "rate=9" in reader.page.url


@pytest.mark.parametrize("other", [".calculator-status", "output[name]"])
def test_what_is_told_twice_by_one_region_or_by_two_would_be_noticed(reader: Reader, other: str) -> None:
    reader.goes_to("market-growth")
    reader.page.evaluate("other => document.querySelector(other).setAttribute('aria-live', 'polite')", other)
    reader.page.evaluate(HEAR)
    reader.page.evaluate(TELL, [".calculator-status"])
    reader.hears("Once.")
    reader.page.evaluate(TELL, [".calculator-status", other])
    with pytest.raises(AssertionError):
        reader.hears("Once.")


def test_a_waiting_page_tells_its_example_that_it_loads_and_that_it_is_ready(reader: Reader) -> None:
    held = reader.server.holds["stdlib"] = Event()
    budget = reader.opens("technology-budget")
    answer = budget.locator(".calculator-answer")
    expect(answer).to_match_aria_snapshot("""
- heading "The answer" [level=2]
- paragraph: Enter operating budget and technology spending to see technology share of the operating budget.
- paragraph:
  - strong: A worked example.
  - text: "Operating budget: 40 million, Technology spending: 8 million."
- term: Technology share of the operating budget
- definition: 20.0%
""")
    field(budget, "operating_budget").focus()
    reader.hears(LOADING)
    held.set()
    reader.hears("Python is ready.")
    expect(budget).to_have_attribute("data-state", "waiting")
    field(budget, "operating_budget").fill("40")
    reader.hears("Enter technology spending to see technology share of the operating budget.")


def test_a_start_that_fails_is_told_once_with_its_reason_and_a_way_on(reader: Reader) -> None:
    held = reader.server.holds["worker.mjs"] = Event()
    reader.server.faults["worker.mjs"] = "missing"
    growth = reader.opens("market-growth")
    field(growth, "rate").fill("9")
    reader.hears(LOADING)
    held.set()
    expect(growth).to_have_attribute("data-state", "failed", timeout=READY)
    reason = growth.locator(".calculator-reason").inner_text()
    reader.hears(f"The live calculation could not start. {reason}")
    expect(growth.locator(".calculator-answer")).to_match_aria_snapshot("""
- paragraph:
  - strong: The live calculation could not start.
  - text: /The answer shown is an earlier one\\. .+/
- button "Try again"
""")
    reader.server.faults.clear()


def test_the_descriptions_of_a_field_stand_in_order_and_all_of_them_exist(reader: Reader) -> None:
    growth = reader.opens("market-growth")
    described = str(field(growth, "rate").get_attribute("aria-describedby")).split()
    assert [name.rpartition("-")[2] for name in described] == ["unit", "origin", "note", "problem"]
    for name in described:
        expect(growth.locator(f"#{name}")).to_have_count(1)
