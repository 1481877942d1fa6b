"""Links from page to page: each must lead to a file that is there, and to a heading that is there on it.

Left out: places that a fence draws, as a term of the glossary; whether they are there, the build tells.
"""

from collections.abc import Iterator

from data.records import nearest
from publishing.prose.anchors import anchors
from publishing.prose.finding import Finding
from publishing.prose.pages import finding
from publishing.prose.scan import Page, Piece

DRAW_PLACES = {"all-figures", "changes", "claims", "component", "criteria", "glossary", "reference", "sources"}


def link_findings(page: Page) -> Iterator[Finding]:
    """Relative links of one page that lead to no file, or to no heading of it."""
    for link in page.links:
        target, _, anchor = link.target.partition("#")
        path = page.path.parent / target
        if ":" in target:
            continue
        if target and not path.is_file():
            yield _no_file(page, link, target)
        elif anchor and not target:
            yield from _no_heading(page, link, page, anchor)
        elif anchor and path.suffix == ".md":
            yield from _no_heading(page, link, Page(path, target), anchor)


def _no_file(page: Page, link: Piece, target: str) -> Finding:
    folder = page.path.parent
    there = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return finding(page, link, f"There is no file “{target}”.", f"Correct the link.{nearest(target, there)}")


def _no_heading(page: Page, link: Piece, to: Page, anchor: str) -> Iterator[Finding]:
    there = anchors(to)
    if anchor not in there and not DRAW_PLACES & {fence.target for fence in to.fences}:
        problem = f"There is no heading “{anchor}” on {to.name}."
        yield finding(page, link, problem, f"Correct what stands behind the #.{nearest(anchor, there)}")
