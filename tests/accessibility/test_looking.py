"""Where the focus goes, how large targets are, what stays in a narrow window: each with a fault that is seen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.journeys import SAMPLES
from tests.accessibility.looking import (
    appearing,
    cut_by_size,
    cut_by_spacing,
    faint,
    lost_by_turning,
    moving,
    sideways,
    small_targets,
    walk_by,
)
from tests.accessibility.settings import MOTIONS, SCHEMES, come_to_rest
from tests.servers import SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
WINDOWS = {"1280": WIDE, "390": PHONE, "320": {"width": 320, "height": 640}}
LONG = {
    "reference",
    "claims",
    "sources",
    "figures",
    "components",
}  # walked in the audit; their parts occur on other pages
WALKED = [kind for kind in SAMPLES if kind not in LONG]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with running(SiteServer(site)) as server:
        yield server.address


@pytest.fixture(scope="module")
def visit(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """One page of the browser, to go from sample to sample."""
    page = browser.new_page()

    def to(kind: str) -> Page:
        page.set_viewport_size(WIDE)
        page.goto(f"{address}{SAMPLES[kind]}")
        use(page)
        return page

    yield to
    page.close()


@pytest.mark.parametrize(("window", "key"), [("1280", "Tab"), ("390", "Shift+Tab")])  # all four in the audit
@pytest.mark.parametrize("kind", WALKED)
def test_at_every_tab_stop_the_focus_is_on_screen_uncovered_visible_and_in_order(
    visit: Callable[[str], Page], kind: str, window: str, key: str
) -> None:
    page = visit(kind)
    page.set_viewport_size(WINDOWS[window])
    before = page.url
    assert walk_by(page, key) == []
    assert page.url == before and page.locator(":popover-open").count() == 0


@pytest.mark.parametrize("kind", SAMPLES)
def test_targets_are_large_enough_for_a_finger(visit: Callable[[str], Page], kind: str) -> None:
    page = visit(kind)
    page.set_viewport_size(PHONE)
    assert small_targets(page) == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_at_rest_a_page_looks_the_same_with_motion_and_without(visit: Callable[[str], Page], kind: str) -> None:
    page = visit(kind)
    seen = []
    for motion in MOTIONS:
        page.emulate_media(reduced_motion="reduce" if motion == "reduced" else "no-preference")
        come_to_rest(page)
        seen.append(page.screenshot())
    assert seen[0] == seen[1]


@pytest.mark.parametrize("kind", SAMPLES)
def test_at_320_pixels_only_named_regions_scroll_sideways(visit: Callable[[str], Page], kind: str) -> None:
    assert sideways(visit(kind)) == []


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_readers_own_text_spacing_cuts_nothing(visit: Callable[[str], Page], kind: str, window: str) -> None:
    page = visit(kind)
    page.set_viewport_size(WINDOWS[window])
    assert cut_by_spacing(page) == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_text_at_twice_its_size_is_cut_nowhere(visit: Callable[[str], Page], kind: str) -> None:
    assert cut_by_size(visit(kind)) == []


@pytest.mark.parametrize("kind", ["home", "article", "calculator", "figures"])
def test_a_turned_phone_shows_the_same_headings_and_fields(visit: Callable[[str], Page], kind: str) -> None:
    assert lost_by_turning(visit(kind)) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", SAMPLES)
def test_every_text_stands_at_seven_to_one_on_its_ground(visit: Callable[[str], Page], kind: str, scheme: str) -> None:
    page = visit(kind)
    page.emulate_media(color_scheme=scheme)
    assert faint(page) == []


@pytest.mark.parametrize("kind", SAMPLES)
def test_nothing_moves_by_itself(visit: Callable[[str], Page], kind: str) -> None:
    assert moving(visit(kind)) == []


@pytest.mark.parametrize("kind", ["home", "article", "calculator", "figures"])
def test_nothing_appears_because_the_pointer_rests_on_something(visit: Callable[[str], Page], kind: str) -> None:
    assert appearing(visit(kind)) == []


FAULTS: dict[str, tuple[Callable[[Page], list[str]], str, str]] = {
    "off screen": (
        walk_by,
        "plant.style.cssText = 'position: absolute; left: -300px; top: 0'",
        "a “Planted”: has the focus off screen, at -300, 0",
    ),
    "covered": (
        walk_by,
        "const lid = document.createElement('div'); lid.className = 'lid';"
        "lid.style.cssText = 'position: fixed; inset: 0; z-index: 99'; document.body.append(lid)",
        "a “Planted”: has the focus below div.lid",
    ),
    "not visible": (
        walk_by,
        "plant.style.cssText = 'outline: none !important; transition: none; color: #000; text-decoration: none'",
        "a “Planted”: looks the same with the focus as without",
    ),
    "tabindex": (
        walk_by,
        "plant.tabIndex = 3; const next = plant.cloneNode(true); plant.after(next); next.tabIndex = 4",
        "a “Planted”: has the tabindex 4, which takes it out of its place",
    ),
    "order": (
        walk_by,
        "const one = plant.cloneNode(true); one.textContent = 'First'; plant.before(one);"
        "plant.parentElement.style.cssText = 'display: flex; flex-direction: column-reverse; gap: 6rem'",
        "a “Planted”: comes after a “First”, which stands below it",
    ),
    "trap": (
        walk_by,
        "plant.before(plant.cloneNode(true));"
        "plant.addEventListener('keydown', event => event.key === 'Tab' && event.preventDefault())",
        "a “Planted”: the focus does not leave it by Tab",
    ),
    "small": (
        small_targets,
        "plant.style.cssText = 'display: block; width: 18px; height: 18px; overflow: hidden';"
        "plant.after(plant.cloneNode(true))",
        "a “Planted” is 18 × 18, under 24 with another target near",
    ),
    "small and in no sentence": (
        small_targets,
        "const line = plant.parentElement, seven = document.createElement('button'); seven.className = 'figure';"
        "seven.textContent = '7'; seven.style.cssText = 'display: block; width: 18px; height: 18px; line-height: 1';"
        "line.style.margin = 0; line.replaceChildren(seven); line.after(line.cloneNode(true))",
        "button “7” is 18 × 18, under 24 with another target near",
    ),
    "small in a calculator": (
        small_targets,
        "const form = document.createElement('calculator-form'); plant.before(form); form.append(plant);"
        "plant.style.cssText = 'display: block; width: 40px; height: 30px; overflow: hidden'",
        "a “Planted” is 40 × 30, under 44 in a calculator",
    ),
    "wide": (
        sideways,
        "plant.style.cssText = 'display: block; width: 400px'",
        "the page is {} wide in a window of 320",
    ),
    "unnamed region": (
        sideways,
        "plant.parentElement.style.cssText = 'overflow-x: auto'; plant.parentElement.className = 'planted';"
        "plant.style.cssText = 'display: block; width: 400px'",
        "p.planted scrolls sideways without a tab stop",
    ),
    "cut": (
        cut_by_spacing,
        "plant.style.cssText = 'display: block; height: 12px; line-height: 12px; overflow: hidden'",
        "a “Planted”. holds {} in {} × 12",
    ),
    "cut at twice its size": (
        cut_by_size,
        "plant.style.cssText = 'display: block; height: 40px; line-height: 1.5; overflow: hidden'",
        "a “Planted”. holds {} in {} × 40",
    ),
    "faint": (
        faint,
        "plant.style.color = '#777'; plant.style.background = '#fff'",
        "a “Planted” stands at 4.48 to 1",
    ),
    "moving": (
        moving,
        "plant.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 400, iterations: Infinity })",
        "a “Planted”",
    ),
    "appearing": (
        appearing,
        "const note = document.createElement('p'); note.textContent = 'Here'; note.hidden = true; plant.after(note);"
        "plant.addEventListener('mouseenter', () => { note.hidden = false })",
        "main a: text comes or goes under the pointer",
    ),
    "turned": (
        lost_by_turning,
        "const head = document.createElement('h2'); head.textContent = 'Upright only'; plant.after(head);"
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('@media (orientation: landscape) { h2 { display: none } }');"
        "document.adoptedStyleSheets = [sheet]",
        "“Upright only” is not there when the screen is turned",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_seen(visit: Callable[[str], Page], fault: str) -> None:
    """Planted as the only link of an emptied article, so that a walk is short."""
    look, plant, message = FAULTS[fault]
    page = visit("text")
    page.evaluate("""plant => {
        for (const part of document.querySelectorAll("header, nav, footer, aside, .md-skip")) part.remove();
        const article = document.querySelector("article");
        article.replaceChildren(document.createElement("p"));
        const link = Object.assign(document.createElement("a"), { href: "#x", textContent: "Planted" });
        article.firstChild.append(link);
        globalThis.planted = link;
    }""", None)  # fmt: skip
    assert look(page) == []
    page.evaluate(f"() => {{ const plant = globalThis.planted; {plant} }}")
    begin, _, _ = message.partition("{")
    assert [one for one in look(page) if one.startswith(begin)]
