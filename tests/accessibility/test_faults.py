"""Each family of axe's rules sees its seeded fault in a real page, through the same function as the matrix uses."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from data.dates import today
from tests.accessibility.axe import families, scan
from tests.accessibility.faults import FAULTS, PLANT, STYLES, Fault
from tests.accessibility.matrix import measured
from tests.accessibility.reviewed import Entry, read_reviewed, reviewed, unheld, unused
from tests.accessibility.settings import HARDEST, at_rest, completing, covering, every, pairs, unmet
from tests.servers import SiteServer, running
from tests.using import use

SVG = Entry("color-contrast", "svg text", ("text",), "Measured.", date(2026, 11, 25), "this")
ENTRY = Entry("color-contrast", "svg text", ("article",), "Measured elsewhere.", date(2026, 11, 25), "whoever draws")


@pytest.fixture(scope="module")
def article(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of text, opened anew for each fault."""
    with running(SiteServer(site)) as server:
        page = browser.new_page()
        page.goto(f"{server.address}privacy/")
        use(page)
        yield page
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.rule)
def test_a_seeded_fault_is_found_by_its_rule(article: Page, fault: Fault) -> None:
    article.reload()
    assert fault.rule in families(article)[fault.family]
    assert fault.rule not in {finding.rule for finding in scan(article, [])[0]}
    article.evaluate(PLANT, [asdict(fault), STYLES])
    assert fault.rule in {finding.rule for finding in scan(article, [])[0]}


@pytest.mark.browser
def test_every_family_of_rules_has_its_fault(article: Page) -> None:
    assert set(families(article)) == {fault.family for fault in FAULTS}


@pytest.mark.browser
@pytest.mark.parametrize("contrast", ["usual", "forced"])
def test_a_sight_tells_what_axe_sees_and_what_only_our_measures_see(article: Page, contrast: str) -> None:
    """In a drawing axe sees no text; in forced colors text has the reader's own colors."""
    narrowest = next(each for each in covering() if each.view.width == 320 and each.contrast == contrast)
    article.set_viewport_size({"width": 320, "height": 640})
    article.reload()
    assert measured(article, [SVG], narrowest)[0] == []
    article.evaluate("""() => {
        document.querySelector("article").insertAdjacentHTML("beforeend",
        '<p><input type="text"></p><svg width="400" height="20"><text y="15" fill="#bbb">Faint</text></svg>');
        document.querySelector("article > svg").style.minWidth = "400px";
    }""")
    found = measured(article, [SVG], narrowest)[0]
    begins = ("label: ", "the page is ", "text “” stands at ")
    assert [any(one.startswith(begin) for one in found) for begin in begins] == [True, True, contrast == "usual"]


def test_a_reviewed_entry_that_no_longer_occurs_is_a_fault_of_the_list() -> None:
    assert unused([ENTRY], set(), {"article"}) == [
        "reviewed.toml: color-contrast at svg text: axe no longer reports it anywhere. Delete the entry."
    ]


def test_a_reviewed_entry_for_a_kind_of_page_that_is_none_is_a_fault_of_the_list() -> None:
    assert unused([ENTRY], {ENTRY}, {"home", "text"}) == [
        "reviewed.toml: color-contrast at svg text: no page is of the kind article. Write one of ['home', 'text']."
    ]


def test_every_reviewed_entry_is_held_by_a_test() -> None:
    assert unheld(reviewed(), max(each.date for each in reviewed())) == []


@pytest.mark.audit
def test_no_review_is_more_than_a_year_old() -> None:
    assert unheld(reviewed(), today()) == []


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2027, 11, 26)], ids=["to come", "a year and a day old"])
def test_a_reviewed_entry_that_nothing_holds_is_a_fault_of_the_list(day: date) -> None:
    assert unheld([ENTRY], day) == [
        "reviewed.toml: color-contrast at svg text: there is no test whoever draws. Name one that looks again.",
        "reviewed.toml: color-contrast at svg text: reviewed on 2026-11-25. Review it again.",
    ]


def test_a_reviewed_entry_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError) as told:
        read_reviewed('[[incomplete]]\nrule = "x"\nselector = "p"\n')
    assert str(told.value) == (
        "reviewed.toml: entry 1: has ['rule', 'selector']."
        " Write ['date', 'kinds', 'reason', 'recheck', 'rule', 'selector'], no more or less."
    )


def test_the_covering_holds_every_pair_of_values() -> None:
    wanted = set().union(*map(pairs, every()))
    assert set().union(*map(pairs, covering())) == wanted
    assert len(covering()) < len(every()) / 3


def test_at_rest_every_view_scheme_and_contrast_meet_and_each_is_seen_with_either_motion() -> None:
    wanted = {pair for pair in set().union(*map(pairs, every())) if pair[1] == 3}
    assert wanted <= set().union(*map(pairs, at_rest()))
    assert {(each.view, each.scheme, each.contrast) for each in every()} == {
        (each.view, each.scheme, each.contrast) for each in at_rest()
    }
    assert len(at_rest()) == len(every()) / 2


def test_what_settings_leave_unmet_of_the_hardest_is_told_and_added() -> None:
    easy = [each for each in covering() if each.view.name == "768" and each.contrast == "usual"]
    assert unmet(easy) == {"forced colors", "320 pixels", "400 %"} == set(HARDEST)
    assert unmet([*easy, *completing(easy)]) == set() and len(completing(easy)) == 2
    assert completing(covering()) == []
