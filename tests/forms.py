"""What the browser tests do with a calculator: type into it, wait for its answer, read it."""

from urllib.parse import parse_qsl

from playwright.sync_api import Locator, Page, expect

READY = 30_000


def form(page: Page, number: int = 0) -> Locator:
    """One calculator of the page."""
    return page.locator("calculator-form").nth(number)


def type_into(calculator: Locator, name: str, text: str) -> None:
    """Put `text` into the field, opening what it is folded into."""
    folded = calculator.locator("details:not([open])", has=field(calculator.page, name))
    if folded.count():
        folded.locator("summary").click()
    field(calculator, name).fill(text)


def field(within: Page | Locator, name: str) -> Locator:
    """The control of one input, whatever its kind."""
    return within.locator(f':is(input, select, textarea)[name="{name}"]')


def unfold(calculator: Locator, kind: str) -> Locator:
    """Open one of the parts that fold out under the answer."""
    part = calculator.locator(f".calculator-{kind}")
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


def link(calculator: Locator) -> dict[str, str]:
    """What the link to the answer holds, by name."""
    href = str(calculator.locator("[data-link]").get_attribute("href"))
    return dict(parse_qsl(href.partition("?")[2], keep_blank_values=True))


def settled(calculator: Locator) -> Locator:
    """Wait until the answer to the latest input stands in the page."""
    at_once = calculator.locator('xpath=self::*[@data-state="live" and @data-current="true"]')
    expect(at_once).to_be_attached(timeout=READY)
    return calculator


def refused(calculator: Locator, name: str, message: str) -> None:
    """Wait until the field says what is wrong with it."""
    expect(calculator.locator(f'[data-problem-for="{name}"]')).to_have_text(message, timeout=READY)


def outputs(calculator: Locator) -> dict[str, str]:
    """The texts of the answer, by output."""
    found = calculator.locator("output[name]")
    return {str(one.get_attribute("name")): one.inner_text() for one in found.all()}


def rows(calculator: Locator, table: str) -> list[list[str]]:
    """The texts of a table's body."""
    lines = calculator.locator(f'table[data-table="{table}"] tbody tr')
    texts: list[list[str]] = lines.evaluate_all("rows => rows.map(row => [...row.cells].map(cell => cell.textContent))")
    return texts
