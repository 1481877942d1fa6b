"""Which pages are of which kind, and the states that each kind goes through, in an order that a reader might take."""

from dataclasses import dataclass
from pathlib import Path

from tests.accessibility.settings import View
from tests.accessibility.states import (
    WITH_MENU,
    State,
    ask_about_amounts,
    begin_loading,
    close_by_escape,
    close_search,
    copy_link,
    fail,
    fill_in_example,
    find_it_again,
    let_it_come,
    live,
    mend,
    open_card,
    open_definition,
    open_details,
    open_menu,
    opened_from_a_link,
    search_for,
    type_wrong,
    work_out_cases,
)

SAMPLES = {
    "home": "",
    "article": "growth/",
    "text": "privacy/",
    "calculator": "calculators/market-growth/",
    "own": "calculators/downtime-cost/",
    "calculators": "calculators/",
    "claims": "claims/",
    "figures": "figures/",
    "figure": "figures/convergence-market-2023/",
    "downloads": "downloads/",
    "sources": "sources/",
    "glossary": "glossary/",
    "method": "method/",
    "proof": "proof/",
    "reference": "reference/",
    "changes": "changelog/",
    "decision": "decisions/0001-toml-records/",
    "components": "components/",
    "missing": "404.html",
}
ARTICLES = {"convergence/", "market/", "totals/", "growth/", "budgets/", "manufacturer/"}
TEXTS = {"about/", "privacy/", "accessibility/", "corrections/"}
OF_THE_TESTS = {"two/", "own/", "whole-gallery/"}
THEN = "#market-growth?base=700~convergence-market-2023&rate=8.5~convergence-growth&target_year=2030&answer=1239.1&release=0.0.1%2B0"


def narrow(view: View) -> bool:
    """Whether the navigation is behind a button here."""
    return view.width < WITH_MENU


STATIC = State("static")
CARD = State("card open", open_card, close_by_escape, hardest=True)
DEFINITION = State("definition open", open_definition, close_by_escape)
FOUND = State("search with results", search_for("convergence", "match"))
NOT_FOUND = State("search without results", search_for("zzzz", "No match"), close_search)
MENU = State("menu open", open_menu, close_by_escape, narrow)
LOADING = State("loading", begin_loading, let_it_come, hardest=True)
LIVE = State("live", live, hardest=True)
WRONG = State("wrong input", type_wrong, mend, hardest=True)
FAILED = State("failed", fail, find_it_again, hardest=True)
WAITING = State("waiting", hardest=True)
DETAILS = State("details open", open_details)


@dataclass(frozen=True)
class Journey:
    """A page of a kind, opened once, and the states that it goes through."""

    kind: str
    path: str
    states: tuple[State, ...] = (STATIC,)

    @property
    def name(self) -> str:
        return f"{self.kind}: {' → '.join(state.name for state in self.states)}"


def journeys() -> list[Journey]:
    """One page a kind, and the ways through the states."""
    calculator, own = SAMPLES["calculator"], SAMPLES["own"]
    alive = (LOADING, LIVE, State("copied", copy_link), WRONG)
    amounts = (WAITING, State("example", fill_in_example), State("asked", ask_about_amounts))
    ways = [
        Journey("article", SAMPLES["article"], (STATIC, CARD, DEFINITION, FOUND, NOT_FOUND, MENU)),
        Journey("calculator", calculator, (STATIC, *alive, State("all worked out", work_out_cases))),
        Journey("calculator", calculator, (FAILED,)),
        Journey("calculator", calculator + THEN, (State("opened from a link", opened_from_a_link),)),
        Journey("own", own, (*amounts, State("all worked out", work_out_cases))),
        *(Journey(kind, SAMPLES[kind], (STATIC, DETAILS)) for kind in ("claims", "method", "reference")),
    ]
    on_the_way = {way.kind for way in ways}
    return ways + [Journey(kind, path) for kind, path in SAMPLES.items() if kind not in on_the_way]


def kind_of(path: str, site: Path) -> str:
    """The kind of any page of the site."""
    named = {
        sample: kind for kind, sample in SAMPLES.items() if kind not in ("calculator", "own", "figure", "decision")
    }
    if path in named:
        return named[path]
    if path in TEXTS:
        return "text"
    if path.startswith("calculators/"):
        return "own" if 'data-state="waiting"' in (site / path / "index.html").read_text("utf-8") else "calculator"
    return next(
        (kind for part, kind in (("figures/", "figure"), ("decisions/", "decision")) if path.startswith(part)),
        "article",
    )


def all_pages(site: Path) -> list[str]:
    """Every page of the site by its path, those of the tests' own aside."""
    found = (path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html"))
    return sorted({"" if path == "./" else path for path in found} - OF_THE_TESTS | {"404.html"})
