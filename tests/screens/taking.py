"""Goes the journeys in each width and color scheme, and takes each state as a picture.

A scheme is a visit of its own: the theme looks what the reader's system prefers when a page opens, and not again.

What lies above the page (card, definition, search, menu) is taken as the window shows it, all else in full length.
A state that cannot be reached is told, and ends its journey.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
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
ABOVE = ":popover-open, dialog[open]"


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
        """One journey in every width and scheme."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for width, scheme in product(self.widths, self.schemes):
            view = View(str(width), width, HEIGHTS.get(width, 844))
            if any(self.wanted(state, way, view, scheme) for state in way.states):
                self.visit(way, view, scheme)

    def wanted(self, state: State, way: Journey, view: View, scheme: str) -> bool:
        """Whether a picture of the state is asked for, possible, and not yet taken."""
        asked = self.states is None or state.name in self.states
        return asked and state.fits(view) and Picture(page_of(way), state.name, view.width, scheme) not in self.pictures

    def visit(self, way: Journey, view: View, scheme: str) -> None:
        """One journey in one width and scheme, by a reader of its own."""
        context = self.browser.new_context(
            viewport={"width": view.width, "height": view.height},
            color_scheme=scheme,
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(20_000)
        try:
            self.look(context.new_page(), way, view, scheme)
        except (Error, AssertionError) as error:
            self.missed.append(f"{page_of(way)} at {view.width}, {scheme}: {str(error).splitlines()[0]}")
        finally:
            for hold in self.server.holds.values():
                hold.set()
            self.server.holds.clear()
            self.server.faults.clear()
            context.close()

    def look(self, page: Page, way: Journey, view: View, scheme: str) -> None:
        """Reach each state, take it, and leave it."""
        reader = Reader(page, self.server)
        page.goto(self.server.address + way.path)
        page.wait_for_load_state("networkidle")
        for state in filter(lambda each: each.fits(view), way.states):
            try:
                state.reach(reader)
            except (Error, AssertionError) as error:
                raise AssertionError(f"“{state.name}” was not reached: {str(error).splitlines()[0]}") from error
            if self.wanted(state, way, view, scheme):
                self.take(page, Picture(page_of(way), state.name, view.width, scheme))
            state.leave(reader)

    def take(self, page: Page, picture: Picture) -> None:
        """The page as it is now."""
        above = page.locator(ABOVE).count() > 0
        page.screenshot(path=self.folder / picture.file, full_page=not above, animations="disabled")
        self.pictures.append(picture)
