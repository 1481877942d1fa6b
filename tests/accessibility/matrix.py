"""The matrix: journeys through the site's pages and states, each state seen in settings, each sight scanned by axe.

`walk` goes one journey and tells, for each sight, what axe found that nobody has reviewed, which text is too faint by
our own measure, which decides where axe cannot, and what scrolls sideways in a window of 320 pixels. A state that
cannot be reached is a finding as well.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, CDPSession, Error, Page, expect

from tests.accessibility.axe import scan
from tests.accessibility.journeys import Journey
from tests.accessibility.looking import faint, overflowing
from tests.accessibility.reviewed import Entry
from tests.accessibility.settings import SCHEMES, Setting, View, apply, completing, covering, in_turn
from tests.accessibility.states import Reader, State
from tests.forms import READY
from tests.patience import PATIENCE
from tests.servers import Outside, SiteServer
from tests.using import use

NARROWEST = 320
Choice = Callable[[State], Iterable[Setting]]


@dataclass
class Told:
    """What a run has seen: how many sights, what was found in them, which reviewed entries occurred."""

    sights: int = 0
    found: list[str] = field(default_factory=list)
    used: set[Entry] = field(default_factory=set)
    states: set[tuple[str, str, Setting]] = field(default_factory=set)


def both_schemes() -> Choice:
    """For each state the next light and the next dark setting of the covering that fits it, and the hardest to some."""
    turns = {scheme: in_turn([each for each in covering() if each.scheme == scheme]) for scheme in SCHEMES}

    def choose(state: State) -> list[Setting]:
        chosen = [next_that(turns[scheme], state.fits) for scheme in SCHEMES]
        return [*chosen, *completing(chosen)] if state.hardest else chosen

    return choose


def next_that(turns: Iterator[Setting], fits: Callable[[View], bool]) -> Setting:
    return next(each for each in turns if fits(each.view))


@dataclass(frozen=True)
class Run:
    """What every journey needs: a browser, the site's server and the world outside, the settings, the reviewed list."""

    browser: Browser
    server: SiteServer
    outside: Outside
    choice: Choice
    entries: list[Entry]


def walk(run: Run, way: Journey, told: Told) -> None:
    """Go one journey in a fresh visit, and add what was seen to `told`."""
    proxy = run.outside.proxy(run.server.server_address[1])
    context = run.browser.new_context(proxy=proxy, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(READY)
    context.add_init_script(PATIENCE)  # a state is looked at longer than the page would wait for its start
    try:
        page = context.new_page()
        page.goto(run.server.address + way.path)
        use(page)
        entries = [each for each in run.entries if each.holds_for(way.kind)]
        sight = Sight(Reader(page, run.server), context.new_cdp_session(page), way, entries, told)
        for state in way.states:
            sight.go_through(state, run.choice(state))
    finally:
        for hold in run.server.holds.values():
            hold.set()
        run.server.faults.clear()
        context.close()


@dataclass(frozen=True)
class Sight:
    """One open page on its journey."""

    reader: Reader
    devtools: CDPSession
    way: Journey
    entries: list[Entry]
    told: Told

    def go_through(self, state: State, settings: Iterable[Setting]) -> None:
        """Reach a state in the first of the settings, look at it in each, and leave it."""
        reached = False
        for setting in settings:
            try:
                apply(self.reader.page, self.devtools, setting)
                if not reached:
                    state.reach(self.reader)
                reached = True
                self.look(state, setting)
            except (Error, AssertionError) as error:
                self.told.found.append(f"{self.place(state, setting)}: not reached: {str(error).splitlines()[0]}")
                break
        if reached:
            state.leave(self.reader)

    def place(self, state: State, setting: Setting) -> str:
        return f"{self.way.path or 'home'}, {state.name}, {setting}"

    def look(self, state: State, setting: Setting) -> None:
        """Measure the page as it is, and add to what is told."""
        seen, used = measured(self.reader.page, self.entries, setting)
        told = self.told
        told.sights += 1
        told.used |= used
        told.states.add((self.way.kind, state.name, setting))
        told.found += [f"{self.place(state, setting)}: {one}" for one in seen]


def measured(page: Page, entries: list[Entry], setting: Setting) -> tuple[list[str], set[Entry]]:
    """What axe and our own measures find in the page as it is, and which reviewed entries took something away.

    A chart that is still being drawn anew is waited for: axe would see other letters than those just measured. The
    page stands at its top: axe takes what has gone halfway below the masthead for a target that is covered.
    """
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    expect(page.locator('[data-drawn="false"]:visible')).to_have_count(0, timeout=READY)
    forced = setting.contrast == "forced"
    too_faint = [] if forced else faint(page)
    findings, used = scan(page, entries, forced)
    too_wide = overflowing(page) if setting.view.width == NARROWEST else []
    return [*map(str, findings), *too_faint, *too_wide], used
