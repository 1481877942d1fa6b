"""A calculator as it is laid out: nothing moves by itself, nothing hides the focus, every control is large enough."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.accessibility.settings import come_to_rest
from tests.forms import READY, field, form
from tests.servers import SiteServer, running

pytestmark = pytest.mark.browser

WATCH = """
window.shifts = [];
const note = (entries) => {
    for (const { value, hadRecentInput, sources } of entries) {
        const moved = sources.map(({ node }) => node?.className ?? node?.parentElement?.className ?? "gone");
        if (!hadRecentInput) shifts.push(`${value.toFixed(4)} ${moved.join(", ")}`);
    }
};
const observer = new PerformanceObserver((list) => note(list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
window.shiftsUntilNow = async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    note(observer.takeRecords());
    return shifts.splice(0);
};
"""
WORDS = 0.01  # how far words may move within their lines
SMALL = """form => [...form.querySelectorAll("input:not([type=file]), select, textarea, button, a, summary, .calculator-open")]
    .map((one) => [one.getAttribute("aria-label") ?? one.name ?? one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.height < 43.9 || box.width < 43.9))
    .map(([name, box]) => `${form.getAttribute("name")}: ${name} ${Math.round(box.width)} by ${Math.round(box.height)}`)"""
COVERED = """() => {
    const box = document.activeElement.getBoundingClientRect();
    const points = [[box.left + 3, box.top + 3], [box.left + box.width / 2, box.top + box.height / 2], [box.right - 3, box.bottom - 3]];
    const seen = points.map(([x, y]) => document.elementFromPoint(x, y));
    const own = (one) => one && (document.activeElement.contains(one) || one.contains(document.activeElement));
    return seen.every(own) ? "" : document.activeElement.outerHTML.slice(0, 120);
}"""
audit = pytest.mark.audit


def cold(browser: Browser, width: int, height: int = 800) -> BrowserContext:
    """A browser that has seen nothing yet, and notes every shift that no input explains."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(WATCH)
    return context


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("market-growth", 390),
        ("technology-budget", 1280),
        pytest.param("buy-or-subscribe", 390, marks=audit),
        pytest.param("market-growth", 1280, marks=audit),
        pytest.param("technology-budget", 390, marks=audit),
        pytest.param("buy-or-subscribe", 1280, marks=audit),
    ],
)
def test_nothing_moves_while_a_page_loads_nor_when_the_first_live_answer_comes(
    browser: Browser, server: SiteServer, name: str, width: int
) -> None:
    context = cold(browser, width)
    page = context.new_page()
    page.goto(f"{server.address}calculators/{name}/")
    # A typeface that comes within the tenth of a second it is waited for may move words within their line.
    loading = page.evaluate("shiftsUntilNow()")
    assert sum(float(each.split()[0]) for each in loading) < WORDS, loading
    calculator = form(page)
    example = calculator.get_by_role("link", name="Fill in the example")
    if example.count():
        example.click()
    else:
        field(calculator, "rate").click()
        page.keyboard.press("End")
        page.keyboard.type("5")
    expect(calculator).to_have_attribute("data-current", "true", timeout=READY)
    expect(calculator).to_have_attribute("data-state", "live", timeout=READY)
    shifts = page.evaluate("shiftsUntilNow()")
    context.close()
    assert shifts == []


def test_a_line_that_pushes_the_page_down_by_itself_is_noticed(browser: Browser, server: SiteServer) -> None:
    """The failing case of the test above: the line is found among what may have moved while the page loaded."""
    context = cold(browser, 390)
    page = context.new_page()
    page.goto(f"{server.address}calculators/market-growth/")
    page.evaluate("""() => {
        const line = document.createElement("p");
        line.textContent = "Late";
        document.querySelector("calculator-form").before(line);
    }""")
    page.wait_for_function("least => shifts.some((each) => parseFloat(each) > least)", arg=WORDS, timeout=READY)
    context.close()


@pytest.fixture(scope="module")
def gallery(browser: Browser, site: Path) -> Iterator[Page]:
    """The page with every calculator, everything unfolded; Python never comes."""
    with running(SiteServer(site)) as server:
        page = browser.new_page()
        page.route("**/worker.mjs*", lambda route: None)
        page.goto(f"{server.address}whole-gallery/")
        page.evaluate("document.querySelectorAll('.calculator details').forEach(part => part.open = true)")
        yield page
        page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_control_of_every_calculator_is_44_pixels_high_and_wide(gallery: Page, width: int) -> None:
    gallery.set_viewport_size({"width": width, "height": 800})
    small: list[Any] = gallery.locator("calculator-form").evaluate_all(f"forms => forms.flatMap({SMALL})")
    assert small == []


def test_every_name_of_a_control_is_its_own_within_its_calculator(gallery: Page) -> None:
    """Among what can be seen; the parts of a chart are named by its title."""
    doubled = gallery.locator("calculator-form").evaluate_all("""forms => forms.flatMap((form) => {
        const named = [...form.querySelectorAll("button, a, label.calculator-open, label.calculator-editions")].filter((one) => one.offsetParent);
        const names = named.map((one) => one.getAttribute("aria-label") ?? one.textContent.trim());
        return names.filter((name, place) => names.indexOf(name) !== place).map((name) => `${form.getAttribute("name")}: ${name}`);
    })""")
    assert doubled == []


@pytest.mark.parametrize(("width", "height"), [(390, 420), (320, 256), (1280, 800)])
def test_nothing_covers_the_control_that_has_the_focus(
    browser: Browser, server: SiteServer, width: int, height: int
) -> None:
    """With a phone's keyboard open, at 400 % of 1280 by 1024, and on a desk; forward through the inputs and back."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.route("**/worker.mjs*", lambda route: None)
    page.goto(f"{server.address}calculators/market-growth/")
    field(form(page), "base").focus()
    covered = []
    for key in ["Tab"] * 9 + ["Shift+Tab"] * 9:
        page.keyboard.press(key)
        covered.append(page.evaluate(COVERED))
    page.close()
    assert [where for where in covered if where] == []


def test_on_a_wide_page_the_answer_stands_beside_the_inputs_and_is_the_largest_thing(gallery: Page) -> None:
    growth = gallery.locator('calculator-form[name="market-growth"]')
    for width in (768, 1024, 1280):
        gallery.set_viewport_size({"width": width, "height": 800})
        inputs, answer = (growth.locator(f".calculator-{part}").bounding_box() for part in ("inputs", "answer"))
        assert inputs and answer and answer["x"] >= inputs["x"] + inputs["width"] and answer["y"] == inputs["y"]
    sizes = growth.evaluate(
        "form => [...form.querySelectorAll('.calculator-columns *')].map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert growth.locator('output[name="value"]').evaluate("one => parseFloat(getComputedStyle(one).fontSize)") == max(
        sizes
    )


def test_what_does_not_scroll_is_no_stop_of_the_tab_key_and_a_long_formula_is_a_named_region(gallery: Page) -> None:
    growth = gallery.locator('calculator-form[name="market-growth"]')
    gallery.set_viewport_size({"width": 1280, "height": 800})
    table = growth.locator(".calculator-table", has=gallery.locator('[data-table="path"]'))
    expect(table).not_to_have_attribute("tabindex", "0")
    gallery.set_viewport_size({"width": 320, "height": 800})
    cut = gallery.locator("calculator-form .working-line[tabindex]")
    expect(cut.first).to_have_attribute("role", re.compile("^(region|group)$"))
    come_to_rest(gallery)
    told = cut.evaluate_all("all => all.map(one => [one.role, one.ariaLabel])")
    assert all(name.startswith("Formula: ") for _, name in told)
    assert sorted(name for role, name in told if role == "region") == sorted({name for _, name in told})
    loose = gallery.locator("[data-scrolls]:not([tabindex])").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.dataset.scrolls)"
    )
    assert loose == []


def test_on_paper_there_is_nothing_to_press_and_inputs_answer_and_working_are_there(
    browser: Browser, server: SiteServer
) -> None:
    page = browser.new_page()
    page.goto(f"{server.address}calculators/market-growth/")
    page.emulate_media(media="print")
    expect(page.locator(".calculator :is(button, .calculator-quiet):visible")).to_have_count(0)
    for part in ('input[name="rate"]', 'input[name="mark"]', 'output[name="value"]', ".working-steps math"):
        expect(form(page).locator(part).first).to_be_visible()
    expect(page.locator(".calculator-sources q").first).to_be_visible()
    page.close()


def test_an_old_answer_and_a_changed_one_are_marked_without_motion_and_in_the_readers_own_colors(
    browser: Browser, server: SiteServer
) -> None:
    context = browser.new_context(reduced_motion="reduce", forced_colors="active")
    page = context.new_page()
    page.goto(f"{server.address}calculators/market-growth/")
    growth, mark = form(page), "getComputedStyle(one, '::before').borderLeftStyle"
    changed = growth.locator('[data-output="value"]')
    assert changed.evaluate(f"one => {mark}") == "none"
    changed.evaluate("one => one.setAttribute('data-changed', '')")
    assert changed.evaluate(f"one => {mark}") == "solid"
    expect(growth.locator(".calculator-stale")).to_be_hidden()
    growth.evaluate("one => { one.dataset.current = 'false'; }")
    expect(growth.locator(".calculator-stale")).to_be_visible()
    context.close()
