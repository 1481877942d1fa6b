"""A page in use: when a link is neared the theme's script is loaded, and links put pages in place from then on."""

from playwright.sync_api import Page

from tests.forms import READY

LOADED = "() => window.document$ !== undefined"
MAPPED = """() => new Promise((done) => {
    const probe = document.body.appendChild(document.createElement("i"));
    let asked = 0;
    probe.closest = (sort) => {
        if (sort === "a" && ++asked === 2) done(probe.remove() ?? true);
        return null;
    };
    probe.click();
})"""  # two of the theme's parts ask what is pressed whether it is in a link: the second once it has the map of the site


def near(page: Page) -> None:
    """Near the link in the masthead, and wait until the theme's script is there; no pointer stays upon it."""
    page.locator(".masthead-name").dispatch_event("pointerover")
    page.wait_for_function(LOADED, timeout=READY)


def use(page: Page) -> None:
    """The theme's script is there, and the map by which it knows the pages that it may put in place."""
    near(page)
    page.wait_for_function(MAPPED, timeout=READY)
