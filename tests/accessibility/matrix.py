"""The matrix: journeys through the site's pages and states, each state seen in settings, each sight scanned by axe.

`walk` goes one journey and tells, for each sight, what axe found that nobody has reviewed, and which text is too faint
by our own measure, which decides where axe cannot. A state that cannot be reached is a finding as well.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error

from tests.accessibility.axe import scan
from tests.accessibility.journeys import Journey
from tests.accessibility.looking import faint
from tests.accessibility.reviewed import Entry
from tests.accessibility.settings import SCHEMES, Setting, View, apply, covering, in_turn
from tests.accessibility.states import Reader, State
from tests.servers import Outside, SiteServer

Choice = Callable[[State], Iterable[Setting]]


@dataclass
class Told:
    """What a run has seen: how many sights, what was found in them, which reviewed entries occurred."""

    sights: int = 0
    found: list[str] = field(default_factory=list)
    used: set[Entry] = field(default_factory=set)
    states: set[tuple[str, str, str]] = field(default_factory=set)
    table: dict[tuple[str, str], int] = field(default_factory=dict)


def both_schemes() -> Choice:
    """For each state the next light and the next dark setting of the covering that fits it."""
    turns = {scheme: in_turn([each for each in covering() if each.scheme == scheme]) for scheme in SCHEMES}
    return lambda state: [next_that(turns[scheme], state.fits) for scheme in SCHEMES]


def next_that(turns: Iterator[Setting], fits: Callable[[View], bool]) -> Setting:
    return next(each for each in turns if fits(each.view))


def walk(
    browser: Browser,
    server: SiteServer,
    outside: Outside,
    way: Journey,
    choice: Choice,
    entries: list[Entry],
    told: Told,
) -> None:
    """Go one journey in a fresh visit, and add what was seen to `told`."""
    context = browser.new_context(
        proxy=outside.proxy(server.server_address[1]), permissions=["clipboard-read", "clipboard-write"]
    )
    context.set_default_timeout(10_000)
    try:
        page = context.new_page()
        page.goto(server.address + way.path)
        devtools = context.new_cdp_session(page)
        for state in way.states:
            look(
                Reader(page, server),
                state,
                way,
                choice(state),
                entries,
                told,
                lambda setting: apply(page, devtools, setting),
            )
    finally:
        for hold in server.holds.values():
            hold.set()
        server.faults.clear()
        context.close()


def look(
    reader: Reader,
    state: State,
    way: Journey,
    settings: Iterable[Setting],
    entries: list[Entry],
    told: Told,
    to: Callable[[Setting], None],
) -> None:
    """Reach a state in the first of the settings, scan it in each, and leave it."""
    here = [each for each in entries if each.holds_for(way.kind)]
    reached = False
    for setting in settings:
        place = f"{way.path or 'home'}, {state.name}, {setting}"
        try:
            to(setting)
            if not reached:
                state.reach(reader)
                reached = True
            forced = setting.contrast == "forced"
            findings, used = scan(reader.page, here, forced)
            seen = [*map(str, findings), *([] if forced else faint(reader.page))]
        except (Error, AssertionError) as error:
            told.found.append(f"{place}: not reached: {str(error).splitlines()[0]}")
            break
        told.sights += 1
        told.used |= used
        told.states.add((way.kind, state.name, setting.scheme))
        told.table[way.kind, state.name] = told.table.get((way.kind, state.name), 0) + len(seen)
        told.found += [f"{place}: {one}" for one in seen]
    if reached:
        state.leave(reader)
