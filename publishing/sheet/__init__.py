"""One small stylesheet in place of the theme's two and ours: nothing is painted before all of them have come.

Of the theme's rules those go that speak of a class or an attribute's value which no page and no script of the site
holds; ours stay whole. From all of them go comments and the space between signs.
"""

import hashlib
import re
from pathlib import Path

from publishing.sheet.small import small

LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
HELD = re.compile(r'="([^"]*)"')
WORD = re.compile(r"[\w-]+")
OURS = "app/"


def join_sheets(site: Path) -> None:
    """Put one sheet where the pages below `site` name several, and take the several away.

    Raises:
        ValueError: two pages name different sheets, or a sheet of the theme's leads to a file.
    """
    pages = sorted(site.rglob("*.html"))
    sheets = named(site, pages)
    known = words(site, pages)
    joined = "".join(
        small((site / name).read_text("utf-8"), None if name.startswith(OURS) else known) for name in sheets
    )
    place = Path(sheets[-1]).with_name(f"site.{hashlib.sha256(joined.encode()).hexdigest()[:8]}.css").as_posix()
    (site / place).write_text(joined, "utf-8", newline="\n")
    for page in pages:
        page.write_text(relinked(page.read_text("utf-8"), sheets[-1], place), "utf-8", newline="\n")
    for name in sheets:
        (site / name).unlink()
        (site / f"{name}.map").unlink(missing_ok=True)


def named(site: Path, pages: list[Path]) -> list[str]:
    """The sheets that the pages name, in order, as paths from the site's root."""
    found = {page: tuple(map(from_root, LINK.findall(page.read_text("utf-8")))) for page in pages}
    first, *others = dict.fromkeys(found.values())
    if others:
        odd = next(page for page, sheets in found.items() if sheets == others[0])
        raise ValueError(
            f"{odd.relative_to(site)} names other sheets than {pages[0].relative_to(site)}: name the same."
        )
    return list(first)


def from_root(address: str) -> str:
    """Where a sheet lies below the site's root, from the address that a page has for it."""
    return re.sub(r"^.*?(?=(?:assets|app)/)", "", address)


def words(site: Path, pages: list[Path]) -> set[str]:
    """Every word of an attribute of a page and of a script: what a class can be called."""
    held = {word for page in pages for text in HELD.findall(page.read_text("utf-8")) for word in WORD.findall(text)}
    scripts = [*site.rglob("*.mjs"), *site.rglob("bundle.*.js")]
    return held.union(*(WORD.findall(script.read_text("utf-8")) for script in scripts))


def relinked(page: str, last: str, place: str) -> str:
    """The page with a link to the one sheet in place of its last link to a sheet, and without the others."""

    def one(link: re.Match[str]) -> str:
        return link[0].replace(last, place) if last in link[1] else ""

    return LINK.sub(one, page)
