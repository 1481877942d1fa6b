"""What a reader's browser may be set to: width and zoom, color scheme, contrast and forced colors, motion.

Zoom by the browser makes the window narrower in CSS pixels and each pixel larger: 1280 at 200 % is 640, at 400 % is
320. Zoom of the text alone doubles the root's font size at an unchanged window. `covering` is a choice in which every
pair of values of two dimensions occurs; `every` holds all, and `at_rest` all that differ once nothing moves. The
hardest, `HARDEST`, are met by each state that matters most. Left out: print, and the reader's own style sheets.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from playwright.sync_api import CDPSession, Page


@dataclass(frozen=True)
class View:
    """A window in CSS pixels, how many pixels of the screen each of them has, and how large the text is."""

    name: str
    width: int
    height: int = 800
    pixels: int = 1
    text: int = 1


VIEWS = [
    View("320", 320),
    View("390", 390),
    View("768", 768),
    View("1280", 1280),
    View("1280 at 200 %", 640, 400, pixels=2),
    View("1280 at 400 %", 320, 200, pixels=4),
    View("1280, text at 200 %", 1280, text=2),
]
SCHEMES = ["light", "dark"]
CONTRASTS = ["usual", "more", "forced"]
MOTIONS = ["usual", "reduced"]


@dataclass(frozen=True)
class Setting:
    """One way in which a page is seen."""

    view: View
    scheme: str
    contrast: str
    motion: str

    def __str__(self) -> str:
        return f"{self.view.name}, {self.scheme}, contrast {self.contrast}, motion {self.motion}"

    @property
    def values(self) -> tuple[object, ...]:
        return self.view, self.scheme, self.contrast, self.motion


def every() -> list[Setting]:
    """All settings there are."""
    return [Setting(*values) for values in product(VIEWS, SCHEMES, CONTRASTS, MOTIONS)]


def at_rest() -> list[Setting]:
    """All settings, motion usual and reduced in turn: a page that has come to rest looks the same in both."""
    ways = product(VIEWS, SCHEMES, CONTRASTS)
    return [Setting(*way, MOTIONS[place % 2]) for place, way in enumerate(ways)]


def pairs(setting: Setting) -> set[tuple[int, int, object, object]]:
    """The pairs of values that a setting holds, with their dimensions."""
    return {(a, b, setting.values[a], setting.values[b]) for a, b in combinations(range(4), 2)}


def covering() -> list[Setting]:
    """Settings, light and dark in turn, that together hold every pair: the next is the one that adds most."""
    wanted = set().union(*map(pairs, every()))
    chosen: list[Setting] = []
    while wanted:
        scheme = SCHEMES[len(chosen) % 2]
        best = max((each for each in every() if each.scheme == scheme), key=lambda each: len(pairs(each) & wanted))
        chosen.append(best)
        wanted -= pairs(best)
    return chosen


HARDEST: dict[str, Callable[[Setting], bool]] = {
    "forced colors": lambda setting: setting.contrast == "forced",
    "320 pixels": lambda setting: setting.view.name == "320",
    "400 %": lambda setting: setting.view.name == "1280 at 400 %",
}


def unmet(settings: Iterable[Setting]) -> set[str]:
    """Which of the hardest settings are not among these."""
    chosen = list(settings)
    return {name for name, is_met in HARDEST.items() if not any(map(is_met, chosen))}


def completing(settings: list[Setting]) -> list[Setting]:
    """Settings of the covering that meet what these leave unmet: the next is the one that meets most."""
    added: list[Setting] = []
    while left := unmet([*settings, *added]):
        added.append(min(covering(), key=lambda each: len(left & unmet([each]))))
    return added


def in_turn(settings: list[Setting]) -> Iterator[Setting]:
    """The settings over and over."""
    while True:
        yield from settings


def apply(page: Page, devtools: CDPSession, setting: Setting) -> None:
    """Bring an open page to a setting, as a reader's browser would."""
    view = setting.view
    page.emulate_media(
        color_scheme=setting.scheme,
        forced_colors="active" if setting.contrast == "forced" else "none",
        contrast="more" if setting.contrast == "more" else "no-preference",
        reduced_motion="reduce" if setting.motion == "reduced" else "no-preference",
    )
    page.set_viewport_size({"width": view.width, "height": view.height})
    if view.pixels > 1:
        size = {"width": view.width, "height": view.height, "deviceScaleFactor": view.pixels, "mobile": False}
        devtools.send("Emulation.setDeviceMetricsOverride", size)
    enlarge(page, view.text)


def enlarge(page: Page, times: int) -> None:
    """Make the text alone so many times as large: the root's font size, from which every other is reckoned."""
    page.evaluate("""times => {
        const root = document.documentElement;
        root.style.fontSize = "";
        if (times > 1) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * times}px`;
    }""", times)  # fmt: skip
    come_to_rest(page)


def come_to_rest(page: Page) -> None:
    """Wait for what is on its way to end: a color between two is neither of them."""
    page.evaluate("""async () => {
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const moving = () => document.getAnimations().some(each => each.playState === "running"
            && Number.isFinite(each.effect?.getComputedTiming().endTime));
        const end = performance.now() + 2000;
        while (moving() && performance.now() < end) await new Promise(done => setTimeout(done, 20));
    }""")  # fmt: skip
