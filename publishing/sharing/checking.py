"""What is wrong with the built site as it is seen from outside: in heads, pictures, sitemap.xml and llms.txt.

It reads the finished files alone and asks nothing of what made them. Left out: pages that ask to be listed nowhere
are held to the same heads, but may stand in no sitemap.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from data.records import Problem
from publishing.sharing.cards import HEIGHT, WIDTH
from publishing.sharing.pictures import size
from publishing.sharing.sitemap import NAME

ALWAYS = ("description", "og:title", "og:description", "og:type", "og:site_name", "og:locale", "twitter:card")
ABSOLUTE = ("canonical", "og:url", "og:image", "og:image:alt")
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
LINK = re.compile(r"\]\(([^)\s]+)\)")
MISSING_PAGE = "404.html"
TEMPLATE = "Correct publishing/sharing/head.html, or what the page says of itself."


class Head(HTMLParser):
    """What a page's head holds: by name, in the order found; `title` and `lang` among them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._in_title = False
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a reader of heads looks for."""
        said = {name: value or "" for name, value in attrs}
        self._in_title = tag == "title"
        if tag == "html":
            self.found.append(("lang", said.get("lang", "")))
        elif tag == "meta":
            self.found.append((said.get("property") or said.get("name", ""), said.get("content", "")))
        elif tag == "link":
            self.found.append((said.get("rel", ""), said.get("href", "")))

    def handle_data(self, data: str) -> None:
        """Note the title."""
        if self._in_title:
            self.found.append(("title", data.strip()))
            self._in_title = False

    def all(self, name: str) -> list[str]:
        """Everything said under a name that is not empty."""
        return [value for key, value in self.found if key == name and value]

    def one(self, name: str) -> str:
        """What is said first under a name."""
        return next(iter(self.all(name)), "")


def problems(site: Path, address: str) -> list[Problem]:
    """Everything wrong with the site in `site`, which is to stand at `address`; an empty one is not known."""
    heads = {path.relative_to(site).as_posix(): Head(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    pages = {place: head for place, head in heads.items() if place != MISSING_PAGE}
    found = [problem for place, head in pages.items() for problem in head_problems(place, head, site, address)]
    found.extend(missing_page_problems(heads.get(MISSING_PAGE)))
    listed = {place for place, head in pages.items() if "noindex" not in head.one("robots")}
    found.extend(sitemap_problems(site, address, listed))
    found.extend(llms_problems(site, address))
    return found


def head_problems(place: str, head: Head, site: Path, address: str) -> Iterator[Problem]:
    """What one page lacks, says twice, or says falsely."""
    for name in ("lang", "title", *ALWAYS, *(ABSOLUTE if address else ())):
        if (times := len(head.all(name))) != 1:
            yield Problem(place, name, f"It stands there {times} times, not once.", TEMPLATE)
    own = address + place.removesuffix("index.html")
    for name in ("canonical", "og:url"):
        if address and head.one(name) not in ("", own):
            yield Problem(place, name, f"It is {head.one(name)}; the page stands at {own}.", TEMPLATE)
    for name in ABSOLUTE:
        if not address and head.all(name):
            yield Problem(place, name, "Nobody knows the site’s address.", "Leave it out where SITE_URL is empty.")
    for picture in head.all("og:image"):
        yield from _picture_problems(place, head, picture, site, address)


def _picture_problems(place: str, head: Head, picture: str, site: Path, address: str) -> Iterator[Problem]:
    path = site / picture.removeprefix(address)
    way_out = "Draw it with publishing/sharing/pictures.py."
    if not picture.startswith(address) or not path.is_file():
        yield Problem(place, "og:image", f"There is no picture {picture}.", way_out)
        return
    try:
        real = size(path.read_bytes())
    except ValueError as error:
        yield Problem(place, "og:image", f"{picture}: {error}", way_out)
        return
    said = (head.one("og:image:width"), head.one("og:image:height"))
    if real != (WIDTH, HEIGHT) or said != (str(WIDTH), str(HEIGHT)):
        measured = f"It is {real[0]} by {real[1]}, said to be {' by '.join(said)}, and should be {WIDTH} by {HEIGHT}."
        yield Problem(place, "og:image", measured, way_out)


def missing_page_problems(head: Head | None) -> Iterator[Problem]:
    """What is wrong with the page for an address that does not exist."""
    if head is None:
        return
    if "noindex" not in head.one("robots"):
        yield Problem(MISSING_PAGE, "robots", "A search engine may list it.", TEMPLATE)
    for name in ("canonical", "og:url"):
        if head.all(name):
            yield Problem(MISSING_PAGE, name, "It stands at no address of its own.", TEMPLATE)


def sitemap_problems(site: Path, address: str, listed: Iterable[str]) -> Iterator[Problem]:
    """Where the sitemap and the pages that may be listed differ."""
    entries = [entry.text or "" for entry in ElementTree.parse(site / NAME).iter(LOC)]
    pages = {address + place.removesuffix("index.html") for place in listed} if address else set()
    way_out = "Correct publishing/sharing/sitemap.py."
    for entry, times in Counter(entries).items():
        if entry not in pages:
            yield Problem(NAME, entry, "No page that may be listed stands there.", way_out)
        elif times > 1:
            yield Problem(NAME, entry, f"It is listed {times} times.", way_out)
    for page in sorted(pages - set(entries)):
        yield Problem(NAME, page, "It is not listed.", way_out)


def llms_problems(site: Path, address: str) -> Iterator[Problem]:
    """Links of llms.txt that lead nowhere."""
    for target in LINK.findall((site / "llms.txt").read_text("utf-8")):
        path = site / unquote(target.removeprefix(address))
        if not target.startswith(address) or not (path / "index.html" if path.is_dir() else path).is_file():
            yield Problem("llms.txt", target, "It leads nowhere.", "Correct publishing/sharing/llms.py.")
