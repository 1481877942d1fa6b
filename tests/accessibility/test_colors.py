"""Nothing is told by color alone, and what is no text stands out as well; each with a fault that is seen."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from publishing.claims import VERDICTS
from publishing.words import STANDING
from tests.accessibility.colors import pale_edges, pale_rings, told_by_color
from tests.accessibility.journeys import SAMPLES
from tests.accessibility.settings import SCHEMES, come_to_rest
from tests.accessibility.states import Reader, open_card, search_for, type_wrong
from tests.accessibility.test_site_wide import pages
from tests.servers import SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser
DRAWN = ["home", "article", "calculator", "own", "claims", "figures", "figure", "downloads", "proof"]
STATES = {"card open": open_card, "search": search_for("convergence", "match"), "wrong input": type_wrong}
MARKED = "//main//*[contains(concat(' ', @class, ' '), ' {} ')]"
WORDS = {
    "card-standing": {words.partition(":")[0] for words in STANDING.values()} | {"Worked out here"},
    "claims-verdict": {f"{words}." for words in VERDICTS.values()},
}


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Callable[[str], Reader]]:
    """One page of the browser, to go from sample to sample."""
    with running(SiteServer(site)) as server:
        page = browser.new_page()
        page.emulate_media(reduced_motion="reduce")

        def to(kind: str) -> Reader:
            page.goto(f"{server.address}{SAMPLES[kind]}")
            use(page)
            return Reader(page, server)

        yield to
        page.close()


def in_both_schemes(page: Page, look: Callable[[Page], list[str]]) -> list[str]:
    """What a look finds in light and in dark."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        come_to_rest(page)
        found += [f"{scheme}: {each}" for each in look(page)]
    return found


@pytest.mark.parametrize("kind", DRAWN)
def test_edges_and_rings_stand_out_and_no_link_in_a_sentence_is_told_by_color(
    visit: Callable[[str], Reader], kind: str
) -> None:
    page = visit(kind).page
    assert in_both_schemes(page, pale_edges) == []
    assert in_both_schemes(page, pale_rings) == []
    assert told_by_color(page) == []


@pytest.mark.parametrize("state", STATES)
def test_edges_stand_out_in_the_state(visit: Callable[[str], Reader], state: str) -> None:
    reader = visit("calculator")
    STATES[state](reader)
    assert in_both_schemes(reader.page, pale_edges) == []


def test_a_wrong_field_is_told_by_words_and_by_a_thicker_edge(visit: Callable[[str], Reader]) -> None:
    reader = visit("calculator")
    usual = edges(reader)
    type_wrong(reader)
    assert usual == ["1px"] and edges(reader) == ["2px"]


def edges(reader: Reader) -> list[str]:
    """How thick the edge of the first field is."""
    field = reader.calculator.locator(".calculator-inputs input[type=text]").first
    return list(set(str(field.evaluate("each => getComputedStyle(each).borderWidth")).split()))


def speechless(page: html.HtmlElement) -> list[str]:
    """Marks of a standing or a verdict that do not begin with a word for it."""
    return [
        f"{name}: “{said}”"
        for name, words in WORDS.items()
        for mark in page.xpath(MARKED.format(name))
        if not (said := " ".join(mark.text_content().split())).startswith(tuple(words))
    ]


def test_every_standing_and_every_verdict_is_a_word_as_well_as_a_color(site: Path) -> None:
    found = {path: speechless(page) for path, page in pages(site).items()}
    marks = sum(len(page.xpath(MARKED.format(name))) for page in pages(site).values() for name in WORDS)
    assert marks > 200
    assert {path: marks for path, marks in found.items() if marks} == {}


def test_a_mark_without_a_word_would_be_seen() -> None:
    page = html.fromstring("<main><p class='card-standing'>●</p><p class='card-standing'>Confirmed: so.</p></main>")
    assert speechless(page) == ["card-standing: “●”"]


LINE = re.compile(r'<path[^>]* stroke="var\(--chart-(\d)\)"[^>]*? stroke-dasharray="([^"]+)"')


def alike(drawing: str) -> list[str]:
    """Lines of one drawing that only their color tells from one another."""
    dashes: dict[str, str] = {}
    found = [(dashes.setdefault(dash, color), color) for color, dash in LINE.findall(drawing)]
    return [f"the lines {one} and {other}" for one, other in found if one != other]


def test_lines_of_a_chart_differ_in_their_dashes_as_well_as_in_color(site: Path) -> None:
    drawings = [
        drawing
        for path in site.rglob("index.html")
        for drawing in re.findall(r"<svg.*?</svg>", path.read_text("utf-8"), re.DOTALL)
    ]
    several = [drawing for drawing in drawings if len(set(re.findall(r'stroke="var\(--chart-(\d)\)"', drawing))) > 1]
    assert several and all(len(LINE.findall(drawing)) > 1 for drawing in several)
    assert [told for drawing in several for told in alike(drawing)] == []


def test_lines_that_differ_in_color_alone_would_be_seen() -> None:
    line = '<path d="M0,0" stroke="var(--chart-{})" stroke-width="2" stroke-dasharray="1,0"/>'
    assert alike(line.format(1) + line.format(2)) == ["the lines 1 and 2"]


FAULTS: dict[str, tuple[Callable[[Page], list[str]], str, str]] = {
    "edge": (
        pale_edges,
        "const field = document.createElement('input'); field.style.cssText ="
        " 'border: 1px solid #ddd; background: #fff'; at.append(field)",
        "input “” has an edge of 1.",
    ),
    "no border": (
        pale_edges,
        "const button = document.createElement('button'); button.textContent = 'Go';"
        "button.style.cssText = 'border: 0; background: #000; color: #fff'; at.append(button)",
        "button “Go” has no border",
    ),
    "ring": (
        pale_rings,
        "const link = Object.assign(document.createElement('a'), { href: '#x', textContent: 'Here it is' });"
        "link.style.cssText = 'outline: 2px solid #ddd !important'; at.append(link)",
        "a “Here it is” has a ring of 1.",
    ),
    "a pale line": (
        told_by_color,
        "at.append('See ', Object.assign(document.createElement('a'), { href: '#x', textContent: 'there' }), '.');"
        "at.lastElementChild.style.textDecoration = 'underline #ddd'",
        "a “there”",
    ),
    "color alone": (
        told_by_color,
        "at.append('See ', Object.assign(document.createElement('a'), { href: '#x', textContent: 'there' }), '.');"
        "at.lastElementChild.style.textDecoration = 'none'",
        "a “there”",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_seen(visit: Callable[[str], Reader], fault: str) -> None:
    look, plant, message = FAULTS[fault]
    page = visit("text").page
    page.emulate_media(color_scheme="light")
    come_to_rest(page)
    assert look(page) == []
    page.evaluate(
        f"() => {{ const at = document.createElement('p'); document.querySelector('article').append(at); {plant} }}"
    )
    assert [one for one in look(page) if one.startswith(message)]
