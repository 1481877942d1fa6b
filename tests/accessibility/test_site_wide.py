"""What holds for the pages as a set: the same ways to each of them, and nothing on any that needs more than these tests."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from publishing import ROOT
from tests.accessibility.journeys import all_pages

pytestmark = pytest.mark.browser  # they need the built site, as those that open a browser do
MEDIA = "//audio | //video | //iframe | //object | //embed | //canvas | //marquee | //blink"
PICTURES = "//main//img | //main//picture | //main//svg[not(ancestor::*[@data-drawings])]//image"


@cache
def tree(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text("utf-8"))


def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page, parsed, by its path."""
    return {path: tree(site / (path if path.endswith(".html") else f"{path}index.html")) for path in all_pages(site)}


def test_no_page_holds_sound_film_or_another_page(site: Path) -> None:
    assert [path for path, page in pages(site).items() if page.xpath(MEDIA)] == []


def test_a_page_with_a_film_would_be_seen() -> None:
    assert html.fromstring("<main><video src='x'></video></main>").xpath(MEDIA)


def test_no_page_shows_text_as_a_picture(site: Path) -> None:
    assert {
        path: [each.get("src") for each in found]
        for path, page in pages(site).items()
        if (found := page.xpath(PICTURES))
    } == {}


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    titles = {path: page.findtext(".//title") for path, page in pages(site).items()}
    assert len(set(titles.values())) == len(titles) > 100 and all(titles.values())


def test_the_main_navigation_names_the_same_places_in_the_same_order_on_every_page(site: Path) -> None:
    orders = {
        tuple(text.strip() for text in page.xpath("//*[contains(@class, 'md-tabs__list')]//a//text()") if text.strip())
        for page in pages(site).values()
    }
    assert len(orders) == 1 and len(next(iter(orders))) > 5


def test_every_page_is_found_by_the_search_or_the_site_map_and_by_a_link(site: Path) -> None:
    """2.4.5: more than one way; the page for addresses that do not exist aside."""
    mapped = re.findall(r"<loc>[^<]*/some-repo/([^<]*)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    index = (site / "search" / "search_index.json").read_text("utf-8")
    linked = {link_target(path, href) for path, page in pages(site).items() for href in page.xpath("//a/@href")}
    for path in set(all_pages(site)) - {"404.html"}:
        assert path in mapped or f'"location":"{path}' in index, path
        assert path in linked, path


def link_target(path: str, href: str) -> str:
    """The page that a link within the site leads to, as a path."""
    return urljoin(
        f"http://site/some-repo/{'' if path.endswith('.html') else path}", href.partition("#")[0]
    ).removeprefix("http://site/some-repo/")


@pytest.mark.parametrize("path", sorted((ROOT / "publishing").rglob("*.mjs")), ids=lambda path: path.name)
def test_nothing_happens_on_the_down_press_or_by_a_gesture_or_motion(path: Path) -> None:
    """2.5.1, 2.5.2, 2.5.4, 2.5.7: clicks and keys alone, which a reader can take back by moving off."""
    listened = re.findall(
        r"pointerdown|mousedown|touchstart|touchmove|pointermove|dragstart|devicemotion|deviceorientation",
        path.read_text("utf-8"),
    )
    assert listened == []


def test_no_page_asks_for_who_somebody_is(site: Path) -> None:
    """1.3.5, 3.3.8: no name, address, password or payment is asked for anywhere."""
    asked = "//input[@type='password' or @type='email' or @type='tel' or (@autocomplete and not(@autocomplete='off'))]"
    assert [path for path, page in pages(site).items() if page.xpath(asked)] == []


def test_every_chart_says_in_words_what_it_shows(site: Path) -> None:
    """1.1.1: a drawing is hidden from those who hear the page, and a caption and a table say the same; or it is named."""
    mute = (
        "//main//figure[.//svg][not(normalize-space(.//figcaption)) and not(.//svg[@aria-label or @aria-labelledby])]"
    )
    charts = {path: len(page.xpath("//main//figure[.//svg]")) for path, page in pages(site).items()}
    assert sum(charts.values()) > 20
    assert [path for path, page in pages(site).items() if page.xpath(mute)] == []


NAMELESS_HEADS = "//main//th[not(normalize-space()) and not(@aria-label)]"


def test_every_head_of_a_table_says_something(site: Path) -> None:
    """1.3.1: the corner between the heads of rows and of columns is a plain cell."""
    assert [path for path, page in pages(site).items() if page.xpath(NAMELESS_HEADS)] == []


def test_a_head_without_words_would_be_seen() -> None:
    assert html.fromstring("<main><table><tr><th> </th><th>IT</th></tr></table></main>").xpath(NAMELESS_HEADS)


BY_SENSE = re.compile(
    r"\b(?:(?:on|to|at) the (?:left|right)(?: side)?|(?:red|green|blue|yellow|round|square|colored) (?:button|line|bar|box|link|mark|text))\b",
    re.IGNORECASE,
)


def test_no_text_points_by_place_shape_or_color_alone(site: Path) -> None:
    found = {path: BY_SENSE.findall(page.xpath("string(//main)")) for path, page in pages(site).items()}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("text", ["Press the green button.", "See the table on the right."])
def test_a_text_that_points_by_sense_is_seen(text: str) -> None:
    assert BY_SENSE.search(text)


EMPTY = {"here", "more", "click here", "read more", "this", "link", "this page", "details"}


def test_no_link_is_called_here_or_more(site: Path) -> None:
    found = {
        path: [name for link in page.xpath("//a[@href]") if (name := said(link).casefold().strip(" .")) in EMPTY]
        for path, page in pages(site).items()
    }
    assert {path: names for path, names in found.items() if names} == {}


CALLED = "//*[@aria-label][self::a or self::button or self::summary or self::label or self::select]"


def renamed(page: html.HtmlElement) -> list[str]:
    """What is called otherwise than it reads, so that nobody who says what stands there could press it."""
    return [
        f"“{seen}” is called “{said(each)}”"
        for each in page.xpath(CALLED)
        if (seen := " ".join(each.text_content().split())).casefold() not in said(each).casefold()
    ]


def test_the_name_of_what_is_pressed_holds_the_words_that_stand_on_it(site: Path) -> None:
    """2.5.3: axe leaves it to its experiments."""
    assert sum(len(page.xpath(CALLED)) for page in pages(site).values()) > 500
    assert {path: found for path, page in pages(site).items() if (found := renamed(page))} == {}


def test_a_name_without_the_words_that_stand_there_would_be_seen() -> None:
    page = html.fromstring("<main><button aria-label='Reset it'>Undo</button><a aria-label='Undo it'>Undo</a></main>")
    assert renamed(page) == ["“Undo” is called “Reset it”"]


def said(element: html.HtmlElement) -> str:
    return " ".join((element.get("aria-label") or element.text_content()).split())


def test_headings_of_one_page_differ_and_every_field_has_a_label(site: Path) -> None:
    for path, page in pages(site).items():
        if path == "components/":  # its specimens say again what each page says once
            continue
        headings = [
            said(each).rstrip("¶ ")
            for each in page.xpath("//main//*[(self::h1 or self::h2) and not(ancestor::calculator-form)]")
        ]
        assert len(set(headings)) == len(headings), path
        labeled = {each.get("for") for each in page.xpath("//label")}
        fields = page.xpath("//main//*[self::input[not(@type='hidden')] or self::select or self::textarea]")
        bare = [
            each.get("name")
            for each in fields
            if each.get("id") not in labeled and not each.get("aria-label") and not each.xpath("ancestor::label")
        ]
        assert bare == [], path


def test_what_does_the_same_is_called_the_same_on_every_page(site: Path) -> None:
    """3.2.4: a place that header, navigation and footer lead to has one name in each of them."""
    names: dict[tuple[str, str], set[str]] = {}
    for path, page in pages(site).items():
        for part in ("md-tabs", "foot"):
            for link in page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {part} ')]//a[@href]"):
                names.setdefault((part, link_target(path, link.get("href"))), set()).add(said(link))
    assert names and {place: each for place, each in names.items() if len(each) > 1} == {}


def test_help_is_at_the_same_place_on_every_page(site: Path) -> None:
    """3.2.6: who publishes this, and how to tell of a barrier, stand in the foot of every page in one order."""
    feet = {tuple(map(said, page.xpath("//footer//nav//a"))) for page in pages(site).values()}
    assert len(feet) == 1 and {"Who publishes this", "Accessibility"} <= set(next(iter(feet)))
