"""What keys do that nobody asked of them, and what the first one must do.

Each function presses real keys and returns what is wrong as sentences, empty if nothing is. Criteria of WCAG 2.2:
2.1.4 (single letters), 2.4.1 (past the navigation), 3.2.2 (typing and choosing). Left out: what a key does within a
field beyond its text, which the calculators' own tests hold.
"""

from playwright.sync_api import Locator, Page

LETTERS = "sf/p,n."
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
FOCUS = "document.activeElement.outerHTML.slice(0, 80)"
FIELDS = "main :is(input:not([type=file]), select, textarea):visible"
ANSWERED = """() => [...document.querySelectorAll("calculator-form")].every((form) =>
    form.dataset.current !== "false" || form.querySelector("[aria-invalid=true]") || form.dataset.state === "waiting")"""


def not_skipped(page: Page) -> list[str]:
    """Why the first stop of the Tab key does not lead past the navigation into the text."""
    page.keyboard.press("Tab")
    first = str(page.evaluate("document.activeElement.textContent.trim()"))
    if first != "Skip to content":
        return [f"the first stop is “{first}”"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return (
        []
        if page.evaluate("Boolean(document.activeElement.closest('article'))")
        else ["the next stop is no part of the text"]
    )


def commands(page: Page) -> list[str]:
    """Single letters and signs at which the focus moves, something opens or the page is left."""
    page.locator("h1").click()
    before = seen(page)
    for letter in LETTERS:
        page.keyboard.press(letter)
        page.evaluate(FRAMES)
        if seen(page) != before:
            return [f"at {letter} the page does something"]
    return []


def straying(page: Page) -> list[str]:
    """Fields at which typing a digit, or choosing the next entry, does more than change what they hold."""
    found = []
    for field in page.locator(FIELDS).all():
        field.focus()
        before = seen(page)
        field.press("ArrowDown" if field.evaluate("each => each.tagName") == "SELECT" else "1")
        page.evaluate(FRAMES)
        page.wait_for_function(ANSWERED)
        if seen(page) != before:
            found.append(f"{called(field)}: the focus moves, something opens or the page is left")
    return found


def seen(page: Page) -> tuple[object, ...]:
    """Where the reader is: the page without its fragment, the focus, what is open, and how many windows."""
    address = page.url.partition("#")[0]
    opened = page.locator(":popover-open, dialog[open]").count()
    return address, page.evaluate(FOCUS), opened, len(page.context.pages)


def called(field: Locator) -> str:
    return str(field.evaluate("each => each.name || each.id || each.tagName"))
