"""Where each figure is used: collected from the links that the build drew, and written where a page asks for it.

A page carries the card of every figure that a number in its text, a table, a chart or a calculator links
to. A page that wants to say where a figure is used holds a place for it, drawn by `place_for`; `fill` writes
into it once every page is drawn. The list of all figures and their own pages are no use: they name all. Nor is the
page that shows the site's components: it takes figures for specimens.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import relpath
from typing import Literal

from markupsafe import Markup, escape

from publishing.places import address, figure_place

OWN = "figures/"
SPECIMENS = "components/"
CALCULATORS = "calculators/"
CARD = re.compile(r'<section class="card" id="card-(?P<figure>[a-z0-9-]+)"')
TITLE = re.compile(r"<h1[^>]*>(?P<title>.*?)(?:<a class=\"headerlink\"|</h1>)", re.DOTALL)
PLACE = re.compile(r'<span data-uses="(?P<kind>[a-z]+) (?P<figure>[a-z0-9-]+)"></span>')
Kind = Literal["pages", "calculators", "few"]
FEW = 3


@dataclass(frozen=True, order=True)
class Use:
    """A page that shows a figure: its address below the site's root, and its title."""

    address: str
    title: str

    @property
    def calculator(self) -> bool:
        """Whether it is a calculator's own page."""
        return self.address.startswith(CALCULATORS) and self.address != CALCULATORS


def place_for(figure: str, kind: Kind) -> Markup:
    """A place that `fill` writes into: all pages, all calculators, or a line that names the first few."""
    return Markup('<span data-uses="{} {}"></span>').format(kind, figure)


def collect(site: Path) -> dict[str, list[Use]]:
    """The pages that use each figure, in the order of their addresses."""
    found: dict[str, set[Use]] = {}
    for path in site.rglob("index.html"):
        here = "" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/"
        if here.startswith((OWN, SPECIMENS)):
            continue
        html = path.read_text("utf-8")
        use = Use(here, title_of(html))
        for figure in set(CARD.findall(html)):
            found.setdefault(figure, set()).add(use)
    return {figure: sorted(uses) for figure, uses in sorted(found.items())}


def title_of(html: str) -> str:
    """The page's first heading, as text."""
    heading = TITLE.search(html)
    return unescape(re.sub(r"<[^>]+>", "", heading["title"])).strip() if heading else ""


def fill(site: Path, uses: Mapping[str, list[Use]]) -> None:
    """Write the uses into every place that asks for them."""
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        here = path.parent.relative_to(site).as_posix()
        filled = PLACE.sub(lambda match, here=here: _written(match, uses, here), html)  # type: ignore[misc]  # mypy knows no default in a lambda
        if filled != html:
            path.write_text(filled, "utf-8", newline="\n")


def _written(match: re.Match[str], uses: Mapping[str, list[Use]], here: str) -> str:
    found = uses.get(match["figure"], [])
    if match["kind"] == "few":
        return _few(match["figure"], found, here)
    wanted = match["kind"] == "calculators"
    links = list(_links((use for use in found if use.calculator == wanted), here))
    return f'<ul class="uses">{"".join(f"<li>{link}</li>" for link in links)}</ul>' if links else "None so far."


def _few(figure: str, found: list[Use], here: str) -> str:
    """The first few besides the page itself, and how many more."""
    others = [use for use in found if use.address.rstrip("/") != here.removeprefix(".")]
    said = list(_links(others[:FEW], here))
    if len(others) > FEW:
        way = f"{relpath(address(figure_place(figure)), here)}/#used"
        said.append(f'<a href="{escape(way)}">{len(others) - FEW} more</a>')
    return ", ".join(said) or "Only here."


def _links(found: Iterable[Use], here: str) -> Iterator[str]:
    for use in found:
        way = relpath(use.address or ".", here)
        yield f'<a href="{escape(way if way == "." else way + "/")}">{escape(use.title)}</a>'
