"""Each family of axe's rules sees its seeded fault in a real page, through the same function as the matrix uses."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.axe import families, scan
from tests.accessibility.faults import FAULTS, PLANT, STYLES, Fault
from tests.accessibility.reviewed import Entry, read_reviewed, unused
from tests.accessibility.settings import covering, every, pairs
from tests.servers import SiteServer, running
from tests.using import use

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


def test_a_reviewed_entry_that_no_longer_occurs_is_a_fault_of_the_list() -> None:
    assert unused([ENTRY], set(), {"article"}) == [
        "reviewed.toml: color-contrast at svg text: axe no longer reports it anywhere. Delete the entry."
    ]


def test_a_reviewed_entry_for_a_kind_of_page_that_is_none_is_a_fault_of_the_list() -> None:
    assert unused([ENTRY], {ENTRY}, {"home", "text"}) == [
        "reviewed.toml: color-contrast at svg text: no page is of the kind article. Write one of ['home', 'text']."
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
