"""Goes the journeys in each width, and takes each state as a picture in each color scheme.

What lies above the page (card, definition, search, drawer) is taken as the window shows it, all else in full length.
A state that cannot be reached is told, and ends its journey.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, Page

from tests.accessibility.journeys import Journey
from tests.accessibility.settings import View
from tests.accessibility.states import Reader, State
from tests.screens.choosing import page_of
from tests.servers import SiteServer

WIDTHS = [390, 1280]
SCHEMES = ["light", "dark"]
HEIGHTS = {390: 844, 1280: 900}
ABOVE = ":popover-open, .md-search__form:focus-within, [data-md-toggle=drawer]:checked"


@dataclass(frozen=True)
class Picture:
    """One picture: the page and state it shows, how wide, in which scheme, and its file."""

    page: str
    state: str
    width: int
    scheme: str

    @property
    def file(self) -> str:
        """Its place in the folder."""
        name = re.sub(r"[^a-z0-9]+", "-", f"{self.page} {self.state}".lower()).strip("-")
        return f"{name}-{self.width}-{self.scheme}.png"


@dataclass
class Camera:
    """What takes pictures: of which site, in which widths and schemes, of which states, into which folder."""

    browser: Browser
    server: SiteServer
    folder: Path
    widths: Sequence[int]
    schemes: Sequence[str]
    states: Sequence[str] | None = None
    pictures: list[Picture] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def go(self, way: Journey) -> None:
        """One journey in every width."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for width in self.widths:
            view = View(str(width), width, HEIGHTS.get(width, 844))
            if any(self.wanted(state, way, view) for state in way.states):
                self.visit(way, view)

    def wanted(self, state: State, way: Journey, view: View) -> bool:
        """Whether a picture of the state is asked for, possible, and not yet taken."""
        asked = self.states is None or state.name in self.states
        return (
            asked
            and state.fits(view)
            and Picture(page_of(way), state.name, view.width, self.schemes[0]) not in self.pictures
        )

    def visit(self, way: Journey, view: View) -> None:
        """One journey in one width, by a reader of its own."""
        context = self.browser.new_context(
            viewport={"width": view.width, "height": view.height},
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(20_000)
        try:
            self.look(context.new_page(), way, view)
        except (Error, AssertionError) as error:
            self.missed.append(f"{page_of(way)} at {view.width}: {str(error).splitlines()[0]}")
        finally:
            for hold in self.server.holds.values():
                hold.set()
            self.server.holds.clear()
            self.server.faults.clear()
            context.close()

    def look(self, page: Page, way: Journey, view: View) -> None:
        """Reach each state, take it, and leave it."""
        reader = Reader(page, self.server)
        page.goto(self.server.address + way.path)
        page.wait_for_load_state("networkidle")
        for state in filter(lambda each: each.fits(view), way.states):
            try:
                state.reach(reader)
            except (Error, AssertionError) as error:
                raise AssertionError(f"“{state.name}” was not reached: {str(error).splitlines()[0]}") from error
            if self.wanted(state, way, view):
                self.take(page, page_of(way), state.name, view.width)
            state.leave(reader)

    def take(self, page: Page, name: str, state: str, width: int) -> None:
        """The page as it is now, in each scheme."""
        above = page.locator(ABOVE).count() > 0
        for scheme in self.schemes:
            picture = Picture(name, state, width, scheme)
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.screenshot(path=self.folder / picture.file, full_page=not above, animations="disabled")
            self.pictures.append(picture)
