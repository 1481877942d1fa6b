"""Links from page to page: each must lead to a file that is there. Whether its heading is there, the build tells."""

from collections.abc import Iterator

from data.records import nearest
from publishing.prose.finding import Finding
from publishing.prose.pages import finding
from publishing.prose.scan import Page


def link_findings(page: Page) -> Iterator[Finding]:
    """Relative links of one page that lead to no file."""
    folder = page.path.parent
    for link in page.links:
        target = link.target.partition("#")[0]
        if not target or ":" in target or (folder / target).is_file():
            continue
        there = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
        yield finding(page, link, f"There is no file “{target}”.", f"Correct the link.{nearest(target, there)}")
