"""Mends what the theme draws on every page that the HTML standard does not have.

Only what no block and no setting of the theme reaches stands here; a test looks whether its templates still hold
each fault, so that a mending goes when the theme has mended itself.
"""

import re
from pathlib import Path

FAULTS = {
    re.compile(r'(<label class="md-nav__link[^>]*?) tabindex=""'): "a label of the navigation with an empty tabindex",
    re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'): "a checkbox that tells how to complete text",
}


def mend_theme(site: Path) -> None:
    """Take the theme's faults out of every page below `site`."""
    for path in sorted(site.rglob("*.html")):
        path.write_text(mended(path.read_text("utf-8")), "utf-8", newline="\n")


def mended(page: str) -> str:
    """The page without the attributes that the standard does not allow there."""
    for fault in FAULTS:
        page = fault.sub(r"\1", page)
    return page
