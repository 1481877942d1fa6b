"""The page of components shows every state: each rule of a component's style finds something there in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from publishing import ROOT
from tests.servers import SiteServer, running

pytestmark = pytest.mark.browser
AROUND = {"look", "theme", "frame", "sharing", "home"}  # the page around the components, and the first page's own order
ELSEWHERE = {
    ".md-typeset .as-of": "stands in a copy of the site that shows another day",
    ".chart:not(:has(> .chart-drawings + *)) > .chart-sentence": "holds while a page comes in",
    ".md-typeset h2#next + p": "stands on pages with one way on",
}
UNMATCHED = r"""(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const moments = /::[\w-]+|:(?:hover|focus(?:-visible|-within)?|active|target|popover-open)(?![\w-])/g;
    const without = (text) => text.replace(moments, "").replace(/html:not\(\.js\) /g, "");
    const whole = (text) => text.replace(/:not\(\s*\)/g, "").replace(/(^|[\s>+~,(])(?=$|[,)])/g, "$1*");
    const lists = (rules) => [...rules].flatMap((rule) => [...(rule.selectorText ? [rule.selectorText] : []), ...lists(rule.cssRules ?? [])]);
    const selectors = lists(sheet.cssRules).flatMap((text) => text.split(/,(?![^(]*\))/)).map((text) => text.trim());
    return selectors.filter((text) => !document.querySelector(whole(without(text))));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with running(SiteServer(site)) as server:
        opened = browser.new_page()
        opened.goto(f"{server.address}components/")
        yield opened
        opened.close()


def test_every_rule_of_a_component_s_style_finds_something_on_the_page(page: Page) -> None:
    found = {}
    for path in sorted((ROOT / "publishing").glob("*/*.css")):
        if path.parent.name not in AROUND:
            found |= dict.fromkeys(page.evaluate(UNMATCHED, path.read_text("utf-8")), path.name)
    told = [
        f"{name}: “{selector}” finds nothing on docs/components.md: show the state there, or delete the rule."
        for selector, name in found.items()
        if selector not in ELSEWHERE
    ]
    assert told == []
    assert found.keys() >= ELSEWHERE.keys(), "A rule that was excused is shown now, or gone: take the excuse away."


def test_numbers_that_stand_in_columns_have_digits_of_one_width(page: Page) -> None:
    widths = page.evaluate("""() => [...document.querySelectorAll("td, output, .calculator-result")]
        .filter((cell) => /^[−-]?[\\d,.]+%?$/.test(cell.textContent.trim()))
        .map((cell) => [getComputedStyle(cell).fontVariantNumeric, cell.closest("[class]").className])""")
    assert widths and [where for how, where in widths if "tabular-nums" not in how] == []


@pytest.mark.parametrize(
    "selector",
    [
        '.calculator-origin[data-is="lost"]',
        "calculator-form .calculator-lost:hover",
        ".card:not(.card)",
        ".chart:has(.chart-lost)",
    ],
)
def test_a_rule_for_a_state_that_the_page_does_not_show_is_found(page: Page, selector: str) -> None:
    assert page.evaluate(UNMATCHED, f"@media (width > 1px) {{ a, {selector} {{ top: 0 }} }}") == [selector]
