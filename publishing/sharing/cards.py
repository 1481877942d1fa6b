"""What stands on the picture that goes with a shared link, and where: 1200 by 630 pixels, read at a quarter of it.

The card of a figure holds its number, what it is, who says so and how well it stands; the card of any other page
its heading and the sentence that answers it. Sizes are the largest of a few that fit. Left out: whatever changes
without a change of the page, such as the date of a build.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from data.knowledge import Figure, Source
from publishing import ROOT
from publishing.drawing import template
from publishing.sharing.letters import font
from publishing.sharing.pages import Page
from publishing.words import KINDS, says_so, standing_of, when, when_of

WIDTH, HEIGHT = 1200, 630
EDGE = 76
ROOM = WIDTH - 2 * EDGE
TOP, FOOT, GAP = 132, HEIGHT - 42, 24
LEADING = {"title": 1.12, "text": 1.32, "small": 1.42}
COLORS = {"confirmed": "sourced", "second-hand": "yours"}
TEMPLATE = template("sharing", "card.svg")
TOKEN = re.compile(r"--([a-z]+): (#[0-9a-f]{6});")


@dataclass(frozen=True)
class Line:
    """One line of text: its baseline, font, size and color."""

    text: str
    y: float
    font: str
    size: float
    color: str


@dataclass(frozen=True)
class Block:
    """A text that takes one or more lines of one kind; `color` is a role of the design."""

    text: str
    font: str
    size: float
    color: str = "ink"

    @cached_property
    def lines(self) -> list[str]:
        """The text, broken to the card's width."""
        return font(self.font).lines(self.text, ROOM / self.size)

    @property
    def height(self) -> float:
        """How much room the lines take, one below the other."""
        return len(self.lines) * self.size * LEADING[self.font]

    @property
    def fits(self) -> bool:
        """Whether no single word is wider than the card."""
        return all(font(self.font).width(word) * self.size <= ROOM for word in self.text.split())

    def at(self, y: float) -> list[Line]:
        """Its lines, the first one's top at `y`."""
        step = self.size * LEADING[self.font]
        return [
            Line(line, round(y + step * (index + 0.5) + self.size * 0.33, 1), self.font, self.size, self.color)
            for index, line in enumerate(self.lines)
        ]


def first_that_fits(*wishes: list[Block], room: float) -> list[Block]:
    """One block of each list of wishes, the dearest that fit into `room` together; else the last of each."""
    for blocks in product(*wishes):
        if sum(block.height for block in blocks) <= room and all(block.fits for block in blocks):
            return list(blocks)
    return [wish[-1] for wish in wishes]


def in_sizes(text: str, kind: str, sizes: tuple[int, ...], lines: int, color: str = "ink") -> list[Block]:
    """The text in those of `sizes` that keep it to so many lines; in the smallest where none does."""
    blocks = [Block(text, kind, size, color) for size in sizes]
    return [block for block in blocks if len(block.lines) <= lines] or blocks[-1:]


def article_card(page: Page, name: str) -> str:
    """The card of a page as SVG; on the home page the publication's name is the heading."""
    heading = in_sizes(name if page.home else page.heading, "title", (96, 88, 80, 72, 64, 56), 2)
    says = [Block(text, "text", size, "quiet") for text in (page.lead, page.description) if text for size in (44, 40)]
    title, text = first_that_fits(heading, [*says, Block("", "text", 40)], room=FOOT - TOP - GAP)
    start = TOP + (FOOT - TOP - GAP - title.height - text.height) * 0.3
    return _svg([*title.at(start), *text.at(start + title.height + GAP)], "" if page.home else name)


def figure_card(figure: Figure, source: Source, name: str) -> str:
    """The card of a figure as SVG."""
    published = f", {when(source.published)}" if source.published and figure.kind != "derived" else ""
    about = f"{figure.scope}, {when_of(figure)}; {KINDS[figure.kind]}. {says_so(figure)}{published}."
    facts = in_sizes(about, "small", (30, 28, 26), 1, "quiet")[0]
    standing = in_sizes(standing_of(figure), "small", (30,), 2, COLORS.get(figure.standing, "warning"))[0]
    foot = FOOT - facts.height - standing.height
    rule = foot - GAP * 0.7
    numbers = in_sizes(number_of(figure), "title", (160, 144, 128, 112, 96), 1)
    labels = in_sizes(figure.label, "text", (50, 46, 42, 38, 34), 3)
    room = rule - 2 * GAP - TOP
    number, label = first_that_fits(numbers, labels, room=room)
    start = TOP + (room + GAP / 2 - number.height - label.height) / 2
    said = [*number.at(start), *label.at(start + number.height + GAP / 2)]
    return _svg([*said, *facts.at(foot), *standing.at(foot + facts.height)], name, rule)


def number_of(figure: Figure) -> str:
    """The figure's number in words, or that it is a table."""
    return figure.phrase if figure.value is not None else "A table"


def _svg(lines: list[Line], name: str, rule: float | None = None) -> str:
    return TEMPLATE.render(lines=lines, name=name, rule=rule, edge=EDGE, width=WIDTH, height=HEIGHT, colors=colors())


@cache
def colors() -> Mapping[str, str]:
    """The design's roles in light, each with its color."""
    tokens = (ROOT / "publishing" / "look" / "tokens.css").read_text("utf-8")
    light = tokens[tokens.index('[data-md-color-scheme="default"]') :].partition("}")[0]
    return dict(TOKEN.findall(light))
