"""Charts in a real browser: the same drawing static and live, for every width and scheme, and to take away."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.charts.frame import TEXT
from calculators.contract.release import release
from publishing.charts import drawings
from tests.cases import first_example, shape
from tests.forms import READY, form, outputs, refused, settled, type_into
from tests.patience import PATIENCE
from tests.servers import Outside, SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser
HTML = "figure => figure.querySelector('[data-drawings]').innerHTML"
SIZE = "figure => [figure.offsetWidth, figure.querySelector('.chart-wide').getBoundingClientRect().height]"
NOTE_VIOLATIONS = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


@pytest.fixture(scope="module")
def gallery(browser: Browser, site: Path) -> Iterator[Page]:
    """The page with every calculator; what its policy refuses is noted."""
    with running(SiteServer(site)) as server, running(Outside()) as outside:
        page = browser.new_page(proxy=outside.proxy(server.server_address[1]))
        page.add_init_script(NOTE_VIOLATIONS)
        page.add_init_script(PATIENCE)
        page.goto(f"{server.address}whole-gallery/")
        use(page)
        yield page
        assert page.evaluate("window.violations") == [], "something tried what the policy forbids"
        page.close()
        assert outside.asked == []


def figure(within: Page | Locator, name: str) -> Locator:
    return within.locator(f'figure[data-chart="{name}"]')


def drawn(chart: Locator) -> Locator:
    """The chart, once it shows the latest answer."""
    expect(chart).to_have_attribute("data-drawn", "true", timeout=READY)
    return chart


def by_name(page: Page, name: str) -> Locator:
    return page.locator(f'calculator-form[name="{name}"]').first


def test_a_live_chart_is_the_static_one_to_the_last_attribute(page: Page) -> None:
    growth, path = form(page), figure(form(page), "path")
    before, size = path.evaluate(HTML), path.evaluate(SIZE)
    type_into(growth, "rate", "9")
    settled(growth)
    assert drawn(path).evaluate(HTML) != before
    expect(path.locator("figcaption")).to_contain_text("$1,316.2 billion in 2030")  # 720 · 1.09⁷
    type_into(growth, "rate", "8.5")
    settled(growth)
    assert drawn(path).evaluate(HTML) == before
    assert path.evaluate(SIZE) == size, "the page jumped"


@pytest.mark.parametrize("name", ["amounts", "parts", "changes", "both", "rates"])
def test_every_kind_of_chart_is_drawn_live_as_at_build_time(gallery: Page, name: str) -> None:
    living = by_name(gallery, "every-chart")
    inputs = first_example("every-chart")["inputs"]
    if not figure(living, name).is_visible():
        for key, text in inputs.items():
            type_into(living, key, text)
    settled(living)
    chart = answer(shape("every-chart"), inputs, knowledge())["charts"][name]
    html = str(drawings(chart)).replace(release(), str(living.get_attribute("data-release")))
    expected = gallery.evaluate("html => new DOMParser().parseFromString(html, 'text/html').body.innerHTML", html)
    assert drawn(figure(living, name)).evaluate(HTML) == expected
    expect(figure(living, name).locator("figcaption")).to_have_text(chart["sentence"])


def test_a_waiting_calculator_shows_no_chart_until_there_is_an_answer(gallery: Page) -> None:
    budget = by_name(gallery, "technology-budget")
    expect(budget.locator("figure:visible")).to_have_count(0)
    type_into(budget, "operating_budget", "40")
    type_into(budget, "technology_spending", "8–9")
    settled(budget)
    budget.locator(".calculator-sensitivity summary").click()
    expect(drawn(figure(budget, "sensitivity"))).to_be_visible()
    expect(figure(budget, "sensitivity").locator("figcaption")).to_contain_text("between 20.0% and 22.5%")


def test_a_page_that_nobody_touches_loads_no_vega_and_numbers_never_wait_for_it(page: Page, server: SiteServer) -> None:
    page.wait_for_load_state("networkidle")
    assert not any("vega" in path for path in server.asked)
    server.holds["vega.min.js"] = threading.Event()
    type_into(form(page), "rate", "9")
    settled(form(page))
    assert outputs(form(page))["value"] == "1,316.2"
    expect(figure(page, "path")).to_have_attribute("data-drawn", "false")
    server.holds["vega.min.js"].set()
    drawn(figure(page, "path"))


def test_where_vega_is_missing_the_numbers_stand_and_it_is_said(page: Page, server: SiteServer) -> None:
    server.faults["vega.min.js"] = "missing"
    type_into(form(page), "rate", "9")
    settled(form(page))
    expect(figure(page, "path")).to_contain_text("The chart could not be drawn. Its numbers stand in the table below.")
    assert outputs(form(page))["value"] == "1,316.2"
    expect(figure(page, "path").locator("svg")).to_have_count(0)


def test_a_chart_of_an_old_answer_looks_old(page: Page) -> None:
    type_into(form(page), "rate", "x")
    refused(form(page), "rate", "“x” is not a number. Write digits, like 8.5.")
    expect(figure(form(page), "path").locator(".chart-drawings")).to_have_css("opacity", "0.6")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_of_both_drawings_fits_the_page_in_its_colors(
    context: BrowserContext, server: SiteServer, width: int, scheme: Any
) -> None:
    shown, hidden = ("narrow", "wide") if width < 600 else ("wide", "narrow")
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(server.growth)
    path = figure(page, "path")
    expect(path.locator(f".chart-{shown}")).to_be_visible()
    expect(path.locator(f".chart-{hidden}")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    scale = path.locator(f".chart-{shown}").evaluate(
        "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
    )
    assert scale * TEXT >= 12
    texts = path.locator(f".chart-{shown} text")
    colors = texts.evaluate_all("all => all.map((text) => getComputedStyle(text).fill)")
    ground = "rgb(244, 241, 234)" if scheme == "light" else "rgb(28, 34, 38)"
    assert ground in colors and len(set(colors)) >= 4 and "rgb(0, 0, 0)" not in colors
    inside = path.locator(f".chart-{shown}").evaluate("""svg => {
        const whole = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].filter((text) => {
            const place = text.getBoundingClientRect();
            return place.left < whole.left - 1 || place.right > whole.right + 1 || place.bottom > whole.bottom + 1;
        }).map((text) => text.textContent);
    }""")
    assert inside == [], "words stand beyond the drawing's edge"
    page.close()


def downloaded(page: Page, chart: Locator, kind: str, folder: Path) -> Path:
    with page.expect_download() as told:
        chart.get_by_role("button", name=f"Download {kind.upper()}").click()
    path = folder / told.value.suggested_filename
    told.value.save_as(path)
    return path


def test_a_download_as_svg_stands_by_itself(page: Page, tmp_path: Path) -> None:
    path = downloaded(page, figure(page, "path"), "svg", tmp_path)
    assert path.name == "market-growth-path.svg"
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg" and "var(" not in text
    assert root[0].text == "At 8.5% a year, $720 billion in 2023 becomes $1,274.5 billion in 2030"
    assert re.fullmatch(r"#[0-9a-f]{6}", root[1].attrib["fill"])
    assert "Source: IoT Analytics." in text


def test_a_download_as_png_is_twice_as_sharp_and_holds_the_grounds_color(page: Page, tmp_path: Path) -> None:
    path = downloaded(page, figure(page, "path"), "png", tmp_path)
    assert path.name == "market-growth-path.png"
    content = path.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(content[place : place + 4], "big") for place in (16, 20))
    drawing = answer(shape("market-growth"), {}, knowledge())["charts"]["path"]["sizes"]["wide"]
    padding = drawing["padding"]
    assert width == 2 * (636 + 40)
    assert height == 2 * (drawing["height"] + padding["top"] + padding["bottom"] + 40)
    pixels = page.evaluate("""async bytes => {
        const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        canvas.drawImage(bitmap, 0, 0);
        const all = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
        return [[...all.slice(0, 3)], new Set(new Uint32Array(all.buffer)).size];
    }""", list(content))  # fmt: skip
    assert pixels[0] == [244, 241, 234] and pixels[1] > 50


def test_without_script_the_charts_stand_and_nothing_offers_what_needs_it(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.growth)
    expect(figure(page, "path").locator(".chart-wide")).to_be_visible()
    expect(page.get_by_role("img", name="At 8.5% a year, $720 billion in 2023 becomes").first).to_be_visible()
    expect(figure(page, "path").get_by_text("Download")).to_have_count(2)
    expect(figure(page, "path").locator(".chart-actions")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_articles_charts_fit_fold_out_their_numbers_and_can_be_taken_away(
    page: Page, server: SiteServer, width: int, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{server.address}totals/")
    charts = page.locator(".chart-article")
    expect(charts).to_have_count(2)
    expect(charts.locator("svg:visible")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    charts.nth(1).get_by_text("The numbers of this chart").click()
    charts.nth(1).get_by_role("button", name="$4,898.401 billion").click()
    expect(page.locator("#card-gartner-it-2023-edition-2024-07")).to_be_visible()
    page.keyboard.press("Escape")
    path = downloaded(page, charts.nth(1), "svg", tmp_path)
    assert path.name == "totals-chart-2.svg" and "4,898.401" in path.read_text("utf-8")
