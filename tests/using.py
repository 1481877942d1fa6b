"""A page in use: when a link is neared the theme's script is loaded, and links put pages in place from then on."""

from playwright.sync_api import Page

from tests.forms import READY

LOADED = "() => window.document$ !== undefined"


def use(page: Page) -> None:
    """Near the link in the masthead, and wait until the theme's script is there; no pointer stays upon it."""
    page.locator(".masthead-name").dispatch_event("pointerover")
    page.wait_for_function(LOADED, timeout=READY)
