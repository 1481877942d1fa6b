"""How a page is seen from outside: by who is sent its link, by a search engine, by a program that reads.

`prepare_sharing` draws the pictures, `Sharing.head` writes what belongs into the head of a page, `finish_sharing`
writes sitemap.xml, robots.txt and llms.txt. Whatever must be absolute is left out where the site's address is not
known. Left out: how a page is cited, and the address that is its own (`canonical`), which the theme writes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from calculators import knowledge
from data.knowledge import Figure
from publishing.drawing import template
from publishing.places import figure_place
from publishing.sharing.cards import HEIGHT, WIDTH, article_card, figure_card, number_of
from publishing.sharing.letters import MissingLetter
from publishing.sharing.llms import llms_text
from publishing.sharing.pages import Page, read_pages
from publishing.sharing.pictures import write_pictures
from publishing.sharing.publication import Publication, publication, sections
from publishing.sharing.sitemap import robots, write_sitemap
from publishing.words import says_so, standing_of, when_of

HEAD = template("sharing", "head.html")


@dataclass(frozen=True)
class Sharing:
    """All pages by place, and the address of each one's picture below the site's root."""

    publication: Publication
    pages: Mapping[str, Page]
    pictures: Mapping[str, str]

    def head(self, place: str | None) -> Markup:
        """What belongs into the head of the page at `place`; None is the page for an address that does not exist."""
        page = self.pages[place] if place else None
        picture = self.pictures.get(place or "")
        html = HEAD.render(
            page=page, about=self.publication, robots=robots_of(page, self.publication),
            picture=self.publication.absolute(picture) if picture else None, width=WIDTH, height=HEIGHT,
            says=says(page, figures_by_place().get(page.place)) if page else "",
        )  # fmt: skip
        return Markup(html)


def robots_of(page: Page | None, about: Publication) -> str:
    """What search engines may do with a page: what it asks for itself; nothing in a preview, or where no page is."""
    return "noindex" if page is None or about.preview else page.robots


def says(page: Page, figure: Figure | None) -> str:
    """What the picture of a page says, for those who do not see it."""
    if figure is None:
        return f"{page.heading} {page.lead or page.description}"
    about = f"{figure.scope}, {when_of(figure)}, {says_so(figure)}"
    return f"{number_of(figure)}: {figure.label}. {about}. {standing_of(figure)}"


def figures_by_place() -> dict[str, Figure]:
    """Every figure by the place of its own page."""
    return {figure_place(name): figure for name, figure in knowledge().figures.items()}


def prepare_sharing(folder: Path, generated: Mapping[str, str]) -> Sharing:
    """Read all pages, and draw a picture for each below `folder`, where links bring one with them."""
    about = publication()
    pages = read_pages(generated, about.description)
    return Sharing(about, pages, write_pictures(folder, every_card(pages, about.name)) if about.pictured else {})


def every_card(pages: Mapping[str, Page], name: str) -> dict[str, str]:
    """The card of every page as SVG, by place.

    Raises:
        MissingLetter: a page says what the fonts of the cards cannot write.
    """
    figures = figures_by_place()
    drawn = {}
    for place, page in pages.items():
        figure = figures.get(place)
        try:
            drawn[place] = (
                figure_card(figure, knowledge().source_of(figure), name) if figure else article_card(page, name)
            )
        except MissingLetter as error:
            raise MissingLetter(f"{place}: {error}") from error
    return drawn


def finish_sharing(site: Path, sharing: Sharing) -> None:
    """Write what is read beside the pages, once they are all drawn."""
    about = sharing.publication
    write_sitemap(site, about)
    (site / "robots.txt").write_text(robots(about), "utf-8", newline="\n")
    shown = {place: page for place, page in sharing.pages.items() if "noindex" not in page.robots}
    (site / "llms.txt").write_text(llms_text(about, shown, sections(), site), "utf-8", newline="\n")
