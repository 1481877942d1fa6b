"""The audit: every page of the site and every state, in every setting there is; told at the end is how many that were.

It takes hours: 42 settings for each of some 140 pages, and for each state that a calculator, card or search can be in.
So it comes in parts, which processes share and of which one can be run again by its number.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.accessibility.conftest import SEEN
from tests.accessibility.journeys import STATIC, Journey, all_pages, journeys, kind_of
from tests.accessibility.looking import cut_by_spacing, sideways, small_targets, walk_by
from tests.accessibility.matrix import Run, Told, walk
from tests.accessibility.reviewed import reviewed
from tests.accessibility.settings import Setting, at_rest
from tests.accessibility.states import State
from tests.servers import Outside, SiteServer, running
from tests.using import use

pytestmark = [pytest.mark.browser, pytest.mark.audit]
WIDTHS = (320, 390, 768, 1280)
PARTS = 48  # each takes every 48th page, so that neighbors, which are alike, are shared out
each_part = pytest.mark.parametrize("part", range(PARTS))


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[tuple[SiteServer, Outside]]:
    with running(SiteServer(site)) as server, running(Outside()) as outside:
        yield server, outside


@each_part
def test_axe_finds_nothing_on_any_page_in_any_state_and_setting(
    browser: Browser,
    site: Path,
    served: tuple[SiteServer, Outside],
    record_property: Callable[[str, object], None],
    part: int,
) -> None:
    server, outside = served
    run, told = Run(browser, server, outside, all_that_fit, reviewed()), Told()
    ways = [*journeys(), *(Journey(kind_of(path, site), path, (STATIC,)) for path in all_pages(site))]
    for way in ways[part::PARTS]:
        walk(run, way, told)
    record_property(SEEN, told.sights)
    assert not told.found, "\n".join(told.found)


def all_that_fit(state: State) -> list[Setting]:
    return [setting for setting in at_rest() if state.fits(setting.view)]


@each_part
def test_every_page_is_walked_by_keys_and_measured_at_every_width(
    browser: Browser, site: Path, served: tuple[SiteServer, Outside], part: int
) -> None:
    server, _ = served
    page, found = browser.new_page(), []
    for path in all_pages(site)[part::PARTS]:
        for width in WIDTHS:
            page.goto(f"{server.address}{path}")
            use(page)
            page.set_viewport_size({"width": width, "height": 800})
            problems = [
                *walk_by(page),
                *walk_by(page, "Shift+Tab"),
                *small_targets(page),
                *cut_by_spacing(page),
                *sideways(page),
            ]
            found += [f"{path or 'home'} at {width}: {problem}" for problem in problems]
    page.close()
    assert not found, "\n".join(found)
