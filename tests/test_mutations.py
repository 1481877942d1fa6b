"""Which check sees a figure spoiled in which way, and which spoiled figures none does: the table on the method page."""

import re
import tomllib

import pytest
from markdown import Markdown

from calculators import knowledge
from data.records import nearest
from publishing import ROOT
from publishing.mutations import CHECKS, FILE, WAYS, mutations_fence, ways
from tests import mutations, spoiling

STALE = "What the checks see has changed. Look at why; then run .venv/bin/python -m tests.mutations"
MARKET = "convergence-market-2023"


def seen(figure: str, way: str) -> str:
    """The check that sees the figure spoiled so."""
    spoiled = knowledge().figures[figure]
    return mutations.seen_by(spoiled, spoiling.WAYS[way](spoiled), said_so=way == spoiling.FROM_THE_START)


@pytest.mark.slow
def test_the_file_holds_what_comes_of_spoiling_every_figure_in_every_way() -> None:
    """A new blind spot, and one that a new check closed, are both told."""
    assert mutations.written(mutations.matrix()) == FILE.read_text("utf-8"), STALE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("figure", "way", "check"),
    [
        (MARKET, "times-ten", "quote"),
        (MARKET, "tenth", "rounding"),
        (MARKET, "unit-swapped", "quote"),
        (MARKET, "rounding-finer", ""),
        (MARKET, "as-of-later", "year"),
        (MARKET, "review-too-early", "date"),
        (MARKET, "quote-altered", "quote"),
        (MARKET, "source-removed", "record"),
        ("convergence-data-center-2023", "ten-times-from-the-start", "parts"),
        ("convergence-data-center-2023", "standing-raised", "quote"),
        ("total-it-ot-2023", "times-ten", "derived"),
        ("gartner-it-2024-edition-2024-01", "edition-swapped", "edition"),
        ("gartner-it-2024-edition-2024-01", "source-swapped", "edition"),
        ("gartner-it-2024-edition-2024-01", "standing-raised", ""),
        ("ot-budgets-kept-2024", "ten-times-from-the-start", "value"),
        ("downtime-cost-us-2023", "times-ten", "page"),
        ("downtime-cost-us-2023", "ten-times-from-the-start", ""),
        ("downtime-cost-us-2023", "via-removed", ""),
    ],
)
def test_a_spoiled_figure_is_seen_by_its_check_or_by_none(figure: str, way: str, check: str) -> None:
    assert seen(figure, way) == check


@pytest.mark.slow
def test_a_record_left_as_it_is_is_seen_by_nothing() -> None:
    """Or every spoiled one would count as seen."""
    assert [each.id for each in knowledge().figures.values() if mutations.seen_by(each, {})] == []


def test_every_way_and_every_check_of_the_file_has_its_words() -> None:
    found = tomllib.loads(FILE.read_text("utf-8"))
    assert list(WAYS) == sorted(found, key=list(WAYS).index) and set(found) == {*spoiling.WAYS, "source-gone"}
    assert {check for each in found.values() for check in each["caught"]} <= set(CHECKS)


def test_each_row_accounts_for_every_figure_tried_and_gives_its_reason() -> None:
    for each in ways():
        assert sum(each.caught.values()) + len(each.unseen) == each.tried > 0
        assert bool(each.why) == bool(each.unseen), f"publishing/mutations says why nothing sees it: {each.words}"
        assert [nearest(name, knowledge().figures) for name in each.unseen if name not in knowledge().figures] == []


def test_the_table_says_how_many_were_seen_by_what_and_lists_those_by_nothing() -> None:
    html = str(mutations_fence("", "mutations", "mutations", {}, Markdown(extensions=["publishing.markdown"])))
    row = r'<th scope="row">(.+)</th>\n<td class="mutations-unseen"><strong>(.+)</strong> of (\d+)</td>\n<td>(.+)</td>'
    shown = [(each.words, str(len(each.unseen) or "none"), str(each.tried)) for each in ways()]
    assert [found[:3] for found in re.findall(row, html)] == shown
    counted = [sum(map(int, re.findall(r"\((\d+)\)", found[3]))) for found in re.findall(row, html)]
    assert counted == [each.tried - len(each.unseen) for each in ways()]
    assert '<a href="figures/downtime-cost-us-2023/">downtime-cost-us-2023</a>' in html


def test_the_method_page_shows_the_table() -> None:
    assert "```mutations\n```" in (ROOT / "docs" / "method.md").read_text("utf-8")
