"""What `make.py check` says of the glossary: terms badly recorded or used nowhere, and pages not there."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from data.glossary import FILE, Term, read_glossary
from data.records import Problem, nearest
from publishing.glossary.marking import Forms, unexplained
from publishing.prose.finding import Finding
from publishing.prose.scan import FRONT, Page, blank

PLACE = f"data/{FILE}"
HEADING = re.compile(r"^#{1,6} (?P<text>.+?)(?: \{#(?P<id>[\w-]+)\})?$", re.MULTILINE)
NO_TEXT = re.compile(r"^(?:#|\|).*$", re.MULTILINE)


def glossary_findings(pages: Iterable[Page], folder: Path, docs: Path) -> Iterator[Finding]:
    """All problems of the glossary in `folder`, in the order of the file; its pages lie below `docs`."""
    terms, problems = read_glossary(folder)
    used = used_terms(pages, list(terms.values()), docs)
    yield from map(Finding, problems)
    for term in terms.values():
        yield from map(Finding, more_faults(term, docs))
        if term.id not in used:
            where = f"a page other than {term.more.partition('#')[0]}, which explains it," if term.more else "a page"
            way_out = f"Use “{term.term}” in the text of {where} or remove the term."
            yield Finding(Problem(PLACE, term.id, "No page uses it.", way_out))


def used_terms(pages: Iterable[Page], terms: list[Term], docs: Path) -> set[str]:
    """The terms that stand somewhere in the text of a page that does not explain them itself."""
    forms, used = Forms(terms), set()
    for page in pages:
        wanted = unexplained(terms, page.path.relative_to(docs).as_posix())
        used |= {term.id for term, _, _ in forms.uses(text_of(page)) if term in wanted}
    return used


def text_of(page: Page) -> str:
    """The page without its head, headings, tables, links and fences."""
    text = blank(blank(page.prose, FRONT), NO_TEXT)
    for link in page.links:
        text = f"{text[: link.start]}{' ' * (link.end - link.start)}{text[link.end :]}"
    return text


def more_faults(term: Term, docs: Path) -> Iterator[Problem]:
    """The page that explains the term, and the heading on it, must be there."""
    page, _, anchor = (term.more or "").partition("#")
    thing = f"{term.id}.more"
    if page and not (docs / page).is_file():
        yield Problem(PLACE, thing, f"There is no page “{page}”.", "Name a file below docs/.")
    elif anchor and anchor not in (found := anchors((docs / page).read_text("utf-8"))):
        problem = f"There is no heading “{anchor}” on {page}."
        yield Problem(PLACE, thing, problem, f"Name one as its address does.{nearest(anchor, found)}")


def anchors(text: str) -> list[str]:
    """The addresses of a page's headings."""
    return [match["id"] or slugify(match["text"], "-") for match in HEADING.finditer(text)]
