"""All that is checked of the words themselves: wording, headings and their addresses, sentences, names, links.

A build does without it, so that a draft can be looked at; `make.py check` and `make.py fix` do not.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from publishing.prose.anchors import anchor_findings
from publishing.prose.finding import Finding
from publishing.prose.headings import heading_findings
from publishing.prose.naming import naming_findings
from publishing.prose.passages import elsewhere, of_page
from publishing.prose.scan import Page
from publishing.prose.sentences import sentence_findings
from publishing.prose.wording import wording_findings


def word_findings(root: Path) -> Iterator[Finding]:
    """Everything wrong with the words of the pages below docs/ and of all that is shown beside them."""
    pages = [Page(path, path.relative_to(root).as_posix()) for path in sorted((root / "docs").rglob("*.md"))]
    yield from wording_findings(chain(*map(of_page, pages), elsewhere(root)))
    yield from anchor_findings(pages, root)
    for page in pages:
        yield from chain(heading_findings(page), sentence_findings(page), naming_findings(page))
