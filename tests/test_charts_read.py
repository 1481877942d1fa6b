"""Every chart can be read: letters of 12 pixels or more, and no words upon words, lines or bars.

All charts that the site can show are put on one page: of every calculator with its first example, of every article
and of every figure's editions, each as narrow as on a screen of 320 pixels and as wide as beside the contents.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.charts.bars import Bar, bar_chart
from calculators.contract.charts.frame import Heading
from publishing import ROOT
from publishing.charts import drawings
from publishing.charts.asked import read_asked
from publishing.figure.editions import chart_of
from publishing.relations import editions_of
from tests.cases import all_names, first_example, shape
from tests.servers import SiteServer

pytestmark = pytest.mark.browser
MEASURE = (Path(__file__).parent / "chart_letters.mjs").read_text("utf-8")
LOOK = ROOT / "publishing" / "look"
FENCE = re.compile(r"^```chart\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NARROW, WIDE = 270, 638
TARGETS = """Object.fromEntries([["calculator", "calculator-form", 44], ["article", ".chart-article", 24]].map(
    ([name, within, size]) => [name, [...document.querySelectorAll(`${within} [data-download]`)].filter(each => each.offsetWidth)
        .every(each => each.offsetHeight >= size && each.offsetWidth >= size)]))"""
PLAIN = Heading("Two bars", "Spent", "USD million", "Source: nobody.")


def every_chart() -> Iterator[Any]:
    """All charts, each as its JSON."""
    known = knowledge()
    for name in all_names():
        yield from answer(shape(name), first_example(name)["inputs"], known)["charts"].values()
    for page in sorted((ROOT / "docs").glob("*.md")):
        yield from (read_asked(fence, known).chart for fence in FENCE.findall(page.read_text("utf-8")))
    drawn = (chart_of(figure, editions_of(figure, known), known) for figure in known.figures.values())
    yield from (chart for chart in drawn if chart)


def shown(browser: Browser, folder: Path, charts: list[Any]) -> Page:
    """A page with these charts at both widths, in the site's own style and letters."""
    shutil.copytree(LOOK / "fonts", folder, dirs_exist_ok=True)
    for style in ("tokens.css", "fonts.css"):
        waiting = (LOOK / style).read_text("utf-8").replace("font-display: optional", "font-display: block")
        (folder / style).write_text(waiting, "utf-8")
    shutil.copy(ROOT / "publishing" / "charts" / "charts.css", folder)
    figures = Markup().join(
        Markup('<figure class="chart" style="width:{}px"><div class="chart-drawings">{}</div></figure>').format(
            width, drawings(chart)
        )
        for chart in charts
        for width in (NARROW, WIDE)
    )
    style = '<link rel="stylesheet" href="fonts.css"><link rel="stylesheet" href="tokens.css"><link rel="stylesheet" href="charts.css"><style>html { font-size: 20px }</style>'
    body = f'<!doctype html><html lang="en"><meta charset="utf-8">{style}<body data-md-color-scheme="default" class="md-typeset">{figures}'
    (folder / "charts.html").write_text(body, "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((folder / "charts.html").as_uri())
    page.evaluate("document.fonts.ready")
    return page


def test_no_chart_has_small_letters_or_words_upon_anything(browser: Browser, tmp_path: Path) -> None:
    page = shown(browser, tmp_path, list(every_chart()))
    assert page.evaluate("document.fonts.check('13px Inter')"), "the site's letters are there"
    assert page.evaluate("document.querySelectorAll('figure.chart').length") > 100
    assert page.evaluate(MEASURE) == []
    page.close()


def test_words_upon_words_or_bars_and_small_letters_are_found(browser: Browser, tmp_path: Path) -> None:
    """Two names are moved onto one another and onto a bar; then the chart is shown too small."""
    chart = bar_chart([Bar("First", 8, "8"), Bar("Second", 9, "9")], [], PLAIN)
    first, second = chart["sizes"]["narrow"]["data"]["names"]
    first["y"], second["y"] = 30, 34
    page = shown(browser, tmp_path, [chart])
    assert page.evaluate(MEASURE) == [
        "Two bars (chart-narrow): “First” upon “Second”",
        "Two bars (chart-narrow): “First” upon what is drawn",
        "Two bars (chart-narrow): “Second” upon what is drawn",
    ]
    page.evaluate("document.querySelectorAll('figure').forEach(each => each.style.width = '238px')")
    assert page.evaluate(MEASURE)[0] == "Two bars (chart-narrow): letters of 10.7 px"
    page.close()


def test_on_a_screen_of_320_pixels_the_letters_keep_12(page: Page, server: SiteServer) -> None:
    """The page on growth has charts of an article and of a calculator; at 390 and at 1280 they are no smaller."""
    page.goto(f"{server.address}growth/")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(MEASURE) == []
        assert (
            page.evaluate(
                "Math.max(...[...document.querySelectorAll('figure.chart svg')].map(each => each.getBoundingClientRect().width))"
            )
            <= 680
        )


def test_in_forced_colors_parts_are_hollow_a_whole_is_full_and_words_are_the_readers(
    browser: Browser, tmp_path: Path
) -> None:
    parts = next(chart for chart in every_chart() if any(row.get("label") == "Together" for row in chart["rows"]))
    page = shown(browser, tmp_path, [parts])
    page.emulate_media(forced_colors="active")
    seen = page.evaluate("""() => {
        const [ground, ink] = ["Canvas", "CanvasText"].map((name) => {
            document.body.style.color = name;
            return getComputedStyle(document.body).color;
        });
        const style = (role) => getComputedStyle(document.querySelector(`svg [fill="var(--chart-${role})"]`));
        const [bar, whole, words] = ["bar", "whole", "ink"].map(style);
        return { hollow: bar.fill === ground && bar.stroke === ink, full: whole.fill !== ground, words: words.fill === ink };
    }""")
    assert seen == {"hollow": True, "full": True, "words": True}
    page.close()


@pytest.mark.parametrize("place", ["growth", "totals", "market", "figures/gartner-it-2024-edition-2024-07"])
def test_what_takes_a_chart_away_begins_with_its_visible_words_and_is_called_alike_nowhere_on_the_page(
    site: Path, place: str
) -> None:
    text = (site / place / "index.html").read_text("utf-8")
    found = re.findall(r'data-download="(?:svg|png)" aria-label="([^"]+)">([^<]+)</button>', text)
    assert found and all(name.startswith(f"{words}: ") for name, words in found)
    assert len(found) == len({name for name, _ in found})
