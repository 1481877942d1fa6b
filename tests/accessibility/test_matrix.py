"""No page, in no state and no setting, gives axe anything to say that nobody has reviewed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.accessibility.journeys import SAMPLES, journeys
from tests.accessibility.matrix import Run, Told, both_schemes, walk
from tests.accessibility.reviewed import reviewed, unused
from tests.accessibility.settings import SCHEMES, unmet
from tests.servers import Outside, SiteServer, running

pytestmark = pytest.mark.browser
WAYS = {way.name: way for way in journeys()}


@pytest.fixture(scope="module")
def run(browser: Browser, site: Path) -> Iterator[dict[str, Told]]:
    """The matrix, gone once: what each journey saw."""
    seen: dict[str, Told] = {}
    with running(SiteServer(site)) as server, running(Outside()) as outside:
        run = Run(browser, server, outside, both_schemes(), reviewed())
        for name, way in WAYS.items():
            walk(run, way, seen.setdefault(name, Told()))
        yield seen
        assert outside.asked == []


@pytest.mark.parametrize("name", WAYS)
def test_axe_finds_nothing_in_any_state_of_a_page(run: dict[str, Told], name: str) -> None:
    assert run[name].found == []
    assert {(kind, state, setting.scheme) for kind, state, setting in run[name].states} == {
        (WAYS[name].kind, state.name, scheme) for state in WAYS[name].states for scheme in SCHEMES
    }


@pytest.mark.parametrize("state", ["waiting", "loading", "live", "wrong input", "failed", "card open"])
def test_the_hardest_settings_are_met_in_the_state(run: dict[str, Told], state: str) -> None:
    """Forced colors, 320 pixels and 400 %: not only in some state or other."""
    seen = {setting for told in run.values() for _, name, setting in told.states if name == state}
    assert seen and unmet(seen) == set()


def test_every_reviewed_entry_still_occurs(run: dict[str, Told]) -> None:
    used = set().union(*(told.used for told in run.values()))
    assert unused(reviewed(), used, set(SAMPLES)) == []
