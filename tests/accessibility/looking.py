"""What no scanner sees: the walk by the Tab key, targets, reflow, spacing, orientation, contrast where axe is unsure.

Each is a function over an open page that returns what is wrong as sentences, empty if nothing is. The questions to
the page stand in looking.js and colors.js. Limits: WCAG 2.2, 1.3.4, 1.4.10, 1.4.12, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.5.8.
Left out: whether the order makes sense beyond going back up and to the left; whether the outline is beautiful.
"""

from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.accessibility.settings import come_to_rest, enlarge

SCRIPTS = [Path(__file__).with_name(name) for name in ("looking.js", "colors.js")]
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
FLAT = 40  # pixels by which a stop may lie above the one before it: a line of text
Stop = dict[str, Any]


def ask(page: Page, question: str, *arguments: object) -> Any:
    """One question of looking.js or colors.js."""
    if not page.evaluate("() => Boolean(globalThis.looking)"):
        for script in SCRIPTS:
            page.evaluate(script.read_text("utf-8"))
    return page.evaluate("([question, given]) => looking[question](...given)", [question, list(arguments)])


def stops(page: Page, key: str = "Tab") -> tuple[list[Stop], list[str]]:
    """Every stop of the Tab key from where the focus is, once round; and where it does not go on."""
    count = ask(page, "remember")
    seen: list[Stop] = []
    for _ in range(count + 50):
        page.keyboard.press(key)
        stop = ask(page, "stop")
        if stop is None and not seen:
            continue  # backwards from the top, the first press leaves the page for its window
        if stop is None or (seen and stop["place"] == seen[0]["place"]):
            return seen, []
        if seen and stop["place"] == seen[-1]["place"]:
            return seen, [f"{stop['name']}: the focus does not leave it by {key}"]
        seen.append(stop)
    return seen, [f"{seen[-1]['name']}: after {len(seen)} stops the walk by {key} has not come to its end"]


def walk_by(page: Page, key: str = "Tab") -> list[str]:
    """What is wrong on a walk through the whole page by `Tab` or `Shift+Tab`."""
    page.emulate_media(reduced_motion="reduce")
    seen, found = stops(page, key)
    if not seen:
        return [f"nothing takes the focus by {key}"]
    for stop in seen:
        found += [f"{stop['name']}: {problem}" for problem in unseen(stop)]
    for one, other in pairwise(seen):
        boxes = (other["before"], other["box"])
        earlier, later = ((one, boxes[0]), (other, boxes[1])) if key == "Tab" else ((other, boxes[1]), (one, boxes[0]))
        found += [f"{later[0]['name']}: {problem}" for problem in disorder(*earlier, *later)]
    return found


def unseen(stop: Stop) -> list[str]:
    """Why a reader may not see where the focus is."""
    box = stop["box"]
    if not stop["seen"]:
        return [f"has the focus off screen, at {round(box['left'])}, {round(box['top'])}"]
    covered = [f"has the focus below {stop['cover']}"] if stop["cover"] else []
    return covered + ([] if stop["visible"] else ["looks the same with the focus as without"])


def disorder(before: Stop, a: Stop, after: Stop, b: Stop) -> list[str]:
    """Why one stop, with its box, should not follow the other; a list that scrolls is measured as it stands then."""
    if after["tabindex"] > 0:
        return [f"has the tabindex {after['tabindex']}, which takes it out of its place"]
    back = before["part"] == after["part"] and b and a and b["bottom"] <= a["top"] - FLAT and b["left"] < a["right"]
    return [f"comes after {before['name']}, which stands below it"] if back else []


def small_targets(page: Page) -> list[str]:
    """Targets under 44 pixels in calculators, and under 24 with no room around them elsewhere."""
    inside = ask(page, "small", 44, "calculator-form", False)
    return [f"{one}, under 44 in a calculator" for one in inside] + [
        f"{one}, under 24 with another target near" for one in ask(page, "small", 24, "body", True)
    ]


def sideways(page: Page) -> list[str]:
    """What scrolls sideways in a window of 320 pixels, named regions that take the focus aside."""
    page.set_viewport_size({"width": 320, "height": 640})
    return overflowing(page)


def overflowing(page: Page) -> list[str]:
    """What scrolls sideways in the window as it is, named regions that take the focus aside."""
    come_to_rest(page)  # the page makes a region a stop in the frame after it finds that it scrolls
    return list(ask(page, "sideways"))


def cut_by_spacing(page: Page) -> list[str]:
    """What a reader's own text spacing cuts off or pushes out of the window."""
    ask(page, "dress", SPACING)
    found = [*ask(page, "cut"), *(one for one in ask(page, "sideways") if one.startswith("the page"))]
    ask(page, "dress", "")
    return found


def cut_by_size(page: Page) -> list[str]:
    """What text of twice its size cuts off or pushes out of the window, with a reader's own spacing as well."""
    enlarge(page, 2)
    found = cut_by_spacing(page)
    enlarge(page, 1)
    return found


def lost_by_turning(page: Page) -> list[str]:
    """Headings and fields that only one orientation of a phone shows."""
    shown = []
    for width, height in ((390, 844), (844, 390)):
        page.set_viewport_size({"width": width, "height": height})
        shown.append(set(page.locator("main :is(h1, h2, h3, label):visible").all_inner_texts()))
    upright, lying = shown
    return [f"“{one}” is not there when the screen is turned" for one in sorted(upright ^ lying)]


def faint(page: Page) -> list[str]:
    """Text under 7 to 1 on the ground that it stands on, letters of charts and parts scrolled out of sight included."""
    come_to_rest(page)
    return list(dict.fromkeys(ask(page, "faint")))


def moving(page: Page) -> list[str]:
    """What moves, or flashes, once the page has come to rest."""
    return list(ask(page, "moving"))


def appearing(page: Page) -> list[str]:
    """Text that comes or goes because the pointer rests on one of the first things of each sort."""
    found = []
    for sort in ("header a", "nav a", "main a", "main button", "main summary", "main input", "figure svg", "main td"):
        target = page.locator(f"{sort}:visible").first
        if target.count():
            page.mouse.move(0, 0)
            before = page.locator("body").inner_text()
            target.hover()
            if moving(page) or page.locator("body").inner_text() != before:
                found.append(f"{sort}: text comes or goes under the pointer")
    return found
