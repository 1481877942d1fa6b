"""A page in use: at the first sign of it the theme's script is loaded, and links put pages in place from then on."""

from playwright.sync_api import Page

from tests.forms import READY

LOADED = "() => window.document$ !== undefined"


def use(page: Page) -> None:
    """Press a key that does nothing, and wait until the theme's script is there."""
    page.keyboard.press("Shift")
    page.wait_for_function(LOADED, timeout=READY)
