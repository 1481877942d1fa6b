"""Which pages are looked at, and in which states: the journeys of the accessibility tests, and every page as it opens.

Pages of figures are many and alike; one stands for all of its kind (kind, table or number, editions or none).
"""

from pathlib import Path

from calculators import knowledge
from data.knowledge import Figure
from data.records import nearest
from tests.accessibility.journeys import Journey, all_pages, journeys, kind_of

HOME = "index"


def chosen(site: Path, pages: list[str] | None, states: list[str] | None, *, every_figure: bool) -> list[Journey]:
    """What is to be seen: the pages asked for, or all; of their states those asked for, or all."""
    ways = [*plain(site, every_figure=every_figure or bool(pages)), *journeys()]
    asked = {simply(page) for page in pages or ()}
    wanted = [way for way in ways if pages is None or simply(page_of(way)) in asked]
    return [way for way in wanted if states is None or {state.name for state in way.states} & set(states)]


def unknown(site: Path, pages: list[str] | None, states: list[str] | None) -> list[str]:
    """What is said of each page and each state that there is not."""
    ways = [*plain(site, every_figure=True), *journeys()]
    names, known = {simply(page_of(way)) for way in ways}, {state.name for way in ways for state in way.states}
    no_pages = [each for each in pages or () if simply(each) not in names]
    no_states = [each for each in states or () if each not in known]
    return [
        *(f"There is no page “{each}”.{nearest(simply(each), names)}" for each in no_pages),
        *(f"There is no state “{each}”. Choose from: {', '.join(sorted(known))}." for each in no_states),
    ]


def plain(site: Path, *, every_figure: bool) -> list[Journey]:
    """Every page as it opens, by the states of the journeys that begin so."""
    known = set() if every_figure else figures() - examples()
    gone = {f"figures/{name}/" for name in known}
    return [Journey(kind_of(path, site), path) for path in all_pages(site) if path not in gone]


def figures() -> set[str]:
    return set(knowledge().figures)


def examples() -> set[str]:
    """One figure of each kind."""
    known = knowledge().figures.values()
    return {each.id for each in {kind(each): each for each in reversed(list(known))}.values()}


def kind(figure: Figure) -> tuple[str, bool, bool]:
    return figure.kind, bool(figure.series), bool(figure.measures)


def simply(page: str) -> str:
    """A page by its name alone, whether it was asked for as growth/, growth or growth.md."""
    return page.strip("/").removesuffix(".md").removesuffix("/index") or HOME


def page_of(way: Journey) -> str:
    """The page of a journey as it is asked for."""
    return way.path.partition("#")[0] or HOME
