"""A page in use: at the first sign of it the theme's script is loaded, and links put pages in place from then on."""

from playwright.sync_api import Page

LOADED = "() => window.document$ !== undefined"
READY = 30_000


def use(page: Page) -> None:
    """Press a key that does nothing, and wait until the theme's script is there."""
    page.keyboard.press("Shift")
    page.wait_for_function(LOADED, timeout=READY)
