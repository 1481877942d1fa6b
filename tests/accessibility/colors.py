"""What stands out from what, beyond text: edges of fields and buttons, the ring of the focus, links within a sentence.

Each function measures an open page and returns what is wrong as sentences, empty if nothing is. Criteria of WCAG 2.2:
1.4.1 and 1.4.11, at 3 to 1. Left out: charts, whose roles tests/test_look.py measures, and controls that the browser
draws by itself.
"""

from playwright.sync_api import Page

from tests.accessibility.looking import ask


def pale_edges(page: Page) -> list[str]:
    """Fields and buttons whose edge or ground is under 3 to 1 against what is around them."""
    return list(ask(page, "pale"))


def pale_rings(page: Page) -> list[str]:
    """Stops whose ring is under 3 to 1 against the ground that it is drawn on."""
    page.keyboard.press("Tab")  # from here on the browser shows where the focus is
    return list(ask(page, "rings"))


def told_by_color(page: Page) -> list[str]:
    """Links and buttons in a sentence that nothing but their color tells from its words."""
    return list(ask(page, "colored"))
