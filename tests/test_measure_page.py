"""The measure: a full line of text holds 60 to 75 characters on a wide screen, counted in a browser."""

from statistics import mean

import pytest
from playwright.sync_api import Browser

from tests.servers import SiteServer

pytestmark = pytest.mark.browser
ARTICLES = ("convergence/", "growth/", "budgets/")
FULL_LINES = """() => [...document.querySelectorAll("article > p")].flatMap((paragraph) => {
    const lines = [0];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let last = -1;
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.parentElement.checkVisibility() || node.parentElement.closest("sup, [popover], math")) continue;
        for (let place = 0; place < node.length; place += 1) {
            range.setStart(node, place);
            range.setEnd(node, place + 1);
            const at = range.getClientRects()[0];
            if (!at) continue;
            if (at.left < last) lines.push(0);
            lines[lines.length - 1] += 1;
            last = at.left;
        }
    }
    return lines.slice(0, -1);
})"""


def characters(browser: Browser, server: SiteServer, width: int, style: str = "") -> float:
    """How many characters a full line of the articles' paragraphs holds on average."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    found = []
    for path in ARTICLES:
        page.goto(server.address + path)
        if style:
            page.evaluate(
                "(rule) => document.querySelector('article').style.setProperty(...rule)", ["--measure", style]
            )
        page.evaluate("document.fonts.ready")
        found += page.evaluate(FULL_LINES)
    page.close()
    assert len(found) > 20
    return mean(found)


@pytest.mark.parametrize("width", [1280, 1600])
def test_a_full_line_holds_60_to_75_characters(browser: Browser, server: SiteServer, width: int) -> None:
    assert 60 <= characters(browser, server, width) <= 75


@pytest.mark.parametrize(("style", "wrong"), [("40rem", "long"), ("22rem", "short")])
def test_lines_of_another_measure_are_found(browser: Browser, server: SiteServer, style: str, wrong: str) -> None:
    found = characters(browser, server, 1280, style)
    assert found > 75 if wrong == "long" else found < 60
