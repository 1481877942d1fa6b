"""The home page in a browser: the answer on one screen, nothing moving, whole without script."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators import knowledge
from publishing.words import allowance
from tests.forms import READY
from tests.servers import SiteServer

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 800), "phone": (390, 844)}
NUMBER = "convergence-market-2023"
PARTS = {
    "number": "h1 + p button.figure",
    "doubt": "h1 + p",
    "band": ".home-band",
    "chart": ".home-band + .chart-article svg:visible",
}
PAINTED = """() => new Promise((told) => new PerformanceObserver(() => told(true)).observe({ type: "paint", buffered: true }))"""
NOTE = """() => {
  window.moved = [];
  new PerformanceObserver((list) => { for (const each of list.getEntries()) moved.push(...[...each.sources].map(({ node }) => node?.nodeName)); })
    .observe({ type: "layout-shift" });
}"""
SHIFTS = """() => new Promise((told) => {
  const found = [];
  const name = ({ node, previousRect: before, currentRect: now }) =>
    `${node?.className || node?.nodeName}: ${[before, now].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))}`;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) found.push(...[...each.sources].map(name)); })
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => told(found))));
})"""


@pytest.fixture(params=SIZES)
def home(request: pytest.FixtureRequest, browser: Browser, server: SiteServer) -> Iterator[Page]:
    """The home page as opened at a desk and on a phone."""
    width, height = SIZES[request.param]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(server.address)
    yield page
    page.close()


def below(page: Page, parts: dict[str, str]) -> dict[str, float]:
    """How far each part reaches below the first screen, in pixels, of those that do."""
    height = page.viewport_size["height"] if page.viewport_size else 0
    boxes = {name: page.locator(place).first.bounding_box() for name, place in parts.items()}
    ends = {name: box["y"] + box["height"] - height for name, box in boxes.items() if box}
    assert set(ends) == set(parts), "a part is not on the page"
    return {name: over for name, over in ends.items() if over > 0}


def test_number_band_doubt_and_chart_stand_in_the_first_screen(home: Page) -> None:
    assert below(home, PARTS) == {}


def test_what_lies_below_the_first_screen_is_seen_to(home: Page) -> None:
    assert set(below(home, {"foot": "footer"})) == {"foot"}


def test_the_number_is_the_largest_thing_and_opens_its_card(home: Page) -> None:
    sizes = home.evaluate(
        "() => [...document.querySelectorAll('article :is(h1, h2, p, li, button.figure)')]"
        ".map((each) => [parseFloat(getComputedStyle(each).fontSize), each.textContent])"
    )
    number = knowledge().figures[NUMBER].phrase
    assert max(sizes)[1].startswith(number)
    home.locator(PARTS["number"]).first.click()
    expect(home.locator(f"#card-{NUMBER}")).to_be_visible()


def test_the_band_is_that_of_the_figure(home: Page) -> None:
    expect(home.locator(PARTS["band"])).to_have_text(allowance(knowledge().figures[NUMBER]))


def test_three_ways_lead_on(home: Page) -> None:
    ways = home.locator(".home-band + .chart-article + ul > li")
    assert ways.locator("strong a").all_inner_texts() == ["Read", "Compute", "Check the claims"]
    for way in ways.all():
        words = way.inner_text().partition("\n")[2]
        assert len(words.split()) > 5, "a way says what one gets there"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_moves_while_the_page_comes_in(browser: Browser, server: SiteServer, size: str) -> None:
    """Without typefaces: whether one that arrives within the first frame is still taken is a race in the browser."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    server.faults["woff2"] = "missing"
    page.goto(server.address)
    assert page.evaluate(SHIFTS) == []
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_typefaces_that_come_late_move_nothing(browser: Browser, server: SiteServer, size: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    server.holds["woff2"] = threading.Event()
    page.goto(server.address, wait_until="commit")
    page.evaluate(PAINTED)
    server.holds["woff2"].set()
    page.wait_for_load_state()
    assert page.evaluate(SHIFTS) == []
    page.close()


def test_the_sentence_below_a_drawing_shows_only_once_the_drawing_has_come_in_whole(home: Page) -> None:
    """A slow page is painted in pieces: a sentence that stood there before its drawing would be pushed down by it."""
    sentence = home.locator(".chart-sentence").first
    expect(sentence).to_be_visible()
    home.evaluate("document.querySelectorAll('.chart-drawings ~ *').forEach((late) => late.remove())")
    expect(sentence).to_be_hidden()


def test_what_moves_is_seen(home: Page) -> None:
    """Of all that moves the browser names the five largest; the first paragraph is among them at every size."""
    home.evaluate(NOTE)
    home.evaluate("document.querySelector('h1').style.paddingTop = '200px'")
    home.wait_for_function("() => moved.includes('P')", timeout=READY)


def test_the_first_screen_is_the_same_without_script(browser: Browser, server: SiteServer) -> None:
    width, height = SIZES["desk"]
    page = browser.new_page(viewport={"width": width, "height": height}, java_script_enabled=False)
    page.goto(server.address)
    assert below(page, {**PARTS, "ways": ".home-band + .chart-article + ul"}) == {}
    page.close()
