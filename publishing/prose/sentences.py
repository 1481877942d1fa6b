"""The length of sentences: one that a reader must begin anew to follow is two.

A sentence ends with a period, a question mark or its paragraph. Citations, addresses and code are not counted. The
decisions are left out: they are kept for those who change the code, and name more things at once.
"""

import re
from collections.abc import Iterator

from publishing.prose.finding import Finding
from publishing.prose.pages import finding
from publishing.prose.scan import FRONT, Page, Piece, blank

LONGEST = 32
LEFT_OUT = "docs/decisions/"
NOT_TEXT = re.compile(r"^ *(?:#|\|).*$", re.MULTILINE)
TARGET = re.compile(r"(?<=\])\([^()\s]*\)|\[@[^\]]*\]|\{[#:][^}]*\}|<[^>\n]*>")
ITEM = r"(?:[*-]|[0-9]+\.) "
PARAGRAPH = re.compile(rf"(?:^ *{ITEM})?(?P<text>\S.*?)(?=\n *\n|\n *{ITEM}|\Z)", re.DOTALL | re.MULTILINE)
SENTENCE = re.compile(r"\S.*?(?:[.?][”\"’')*\]]*(?=\s)|\Z)", re.DOTALL)
WORD = re.compile(r"\S*\w\S*")


def sentence_findings(page: Page) -> Iterator[Finding]:
    """The sentences of one page that are too long."""
    if page.name.startswith(LEFT_OUT):
        return
    text = blank(blank(blank(page.prose, FRONT), NOT_TEXT), TARGET)
    for paragraph in PARAGRAPH.finditer(text):
        for match in SENTENCE.finditer(paragraph["text"]):
            words = WORD.findall(match[0])
            if len(words) > LONGEST:
                start = paragraph.start("text") + match.start()
                piece = Piece(f"{' '.join(words[:4])} …", "", start, start)
                problem = f"The sentence has {len(words)} words; {LONGEST} are the most."
                yield finding(page, piece, problem, "Make it two.")
