"""The tool that takes pictures takes what it was asked for, reaches states by keys and pointer, and tells what it missed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from calculators import knowledge
from tests.accessibility.journeys import CARD, STATIC, Journey
from tests.accessibility.states import Reader, State
from tests.screens.__main__ import options
from tests.screens.choosing import chosen, examples, kind, page_of, unknown
from tests.screens.sheet import write_sheet
from tests.screens.taking import SCHEMES, WIDTHS, Camera, Picture
from tests.servers import SiteServer

GROWTH = Journey("article", "growth/", (STATIC, CARD))


def site_of(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).mkdir(parents=True, exist_ok=True)
        (folder / path / "index.html").write_text("", "utf-8")
    return folder


def test_one_figure_stands_for_each_kind() -> None:
    known = knowledge().figures
    assert sorted(kind(known[name]) for name in examples()) == sorted({kind(each) for each in known.values()})


def test_a_page_is_seen_as_it_opens_and_in_its_states(tmp_path: Path) -> None:
    site = site_of(tmp_path, "growth", "privacy", "figures/a-figure")
    ways = chosen(site, ["growth/"], None, every_figure=False)
    assert {page_of(way) for way in ways} == {"growth/"}
    assert {state.name for way in ways for state in way.states} >= {"static", "card open", "menu open"}


def test_pages_and_states_are_chosen_by_name(tmp_path: Path) -> None:
    site = site_of(tmp_path, ".", "growth", "privacy")
    assert [way.path for way in chosen(site, ["index", "privacy/"], ["static"], every_figure=False)][:2] == [
        "",
        "privacy/",
    ]
    assert chosen(site, ["privacy/"], ["card open"], every_figure=False) == []


def test_a_page_is_found_however_its_name_is_written(tmp_path: Path) -> None:
    site = site_of(tmp_path, "growth", "calculators")
    for name in ("growth/", "growth", "growth.md"):
        assert {page_of(way) for way in chosen(site, [name], None, every_figure=False)} == {"growth/"}
    assert {page_of(way) for way in chosen(site, ["calculators/index.md"], None, every_figure=False)} == {
        "calculators/"
    }


def test_pages_and_states_that_there_are_not_are_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, "growth")
    assert unknown(site, ["growth", "index"], ["static", "card open"]) == []
    page, state = unknown(site, ["growthh/"], ["open card"])
    assert page == "There is no page “growthh/”. Did you mean “growth”?"
    assert state.startswith("There is no state “open card”. Choose from: ") and "card open" in state


def test_all_figures_are_seen_if_asked(tmp_path: Path) -> None:
    names = [f"figures/{name}" for name in knowledge().figures]
    site = site_of(tmp_path, *names)
    pages = {way.path for way in chosen(site, None, None, every_figure=True)}
    assert {f"{name}/" for name in names} <= pages
    assert len(pages & {f"{name}/" for name in names}) > len(examples())


def test_without_a_wish_both_widths_and_both_schemes_are_taken() -> None:
    wish = options().parse_args(["some-folder"])
    assert (wish.widths, wish.schemes, wish.pages, wish.states) == (WIDTHS, SCHEMES, None, None)


def test_the_sheet_groups_pictures_by_page_and_names_each(tmp_path: Path) -> None:
    pictures = [Picture("growth/", "static", 390, "dark"), Picture("a&b/", "card open", 1280, "light")]
    sheet = write_sheet(tmp_path, pictures).read_text("utf-8")
    assert sheet.index("<h2>a&amp;b/</h2>") < sheet.index("<h2>growth/</h2>")
    assert '<a href="growth-static-390-dark.png"><img src="growth-static-390-dark.png" alt="static, 390, dark"' in sheet


@pytest.mark.browser
def test_states_are_taken_in_both_schemes(browser: Browser, server: SiteServer, tmp_path: Path) -> None:
    camera = Camera(browser, server, tmp_path, [390], SCHEMES)
    camera.go(GROWTH)
    assert camera.missed == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "growth-card-open-390-dark.png",
        "growth-card-open-390-light.png",
        "growth-static-390-dark.png",
        "growth-static-390-light.png",
    ]
    light, dark = (tmp_path.joinpath(f"growth-card-open-390-{scheme}.png").read_bytes() for scheme in ("light", "dark"))
    assert light != dark


@pytest.mark.browser
def test_a_state_that_cannot_be_reached_is_told_and_the_rest_is_taken(
    browser: Browser, server: SiteServer, tmp_path: Path
) -> None:
    def never(reader: Reader) -> None:
        raise AssertionError("There is no such button.\nAnd more.")

    camera = Camera(browser, server, tmp_path, [390], ["light"])
    camera.go(Journey("article", "growth/", (STATIC, State("never", never), CARD)))
    assert camera.missed == ["growth/ at 390, light: “never” was not reached: There is no such button."]
    assert [path.name for path in tmp_path.iterdir()] == ["growth-static-390-light.png"]
