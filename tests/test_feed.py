"""The Atom feed, read back by a feed reader: whole, the same for the same changes, and told when it is broken."""

from pathlib import Path

import feedparser
import pytest

from publishing import changes
from publishing.changes.changelog import Changelog
from publishing.changes.feed import feed, write_feed
from tests.test_changes import ALL, HEAD, MARKET

SITE = "https://example.org/some-repo/"
CHANGES = "https://example.org/some-repo/changelog/"


def read(text: str, site: str = SITE) -> feedparser.FeedParserDict:
    return feedparser.parse(feed(Changelog(text), site))


def test_a_reader_finds_one_entry_a_change_and_one_a_release_the_newest_first() -> None:
    found = read(ALL)
    assert not found.bozo and found.version == "atom10"
    assert [each.title for each in found.entries] == [
        "Unreleased, since 10 January 2026",
        "Market growth: method corrected",
        "Technologies affected by IT/OT convergence, world market: standing updated from second-hand to confirmed",
        "Spending on IT and OT in total: added at $5,140 billion",
        "IT spending of all buyers by segment, Gartner as of February 2026: table revised",
        "gone-2020: removed; it was 8.5%",
        "Technologies affected by IT/OT convergence, world market: revised from $700 billion to $720 billion",
        "0.1.0, 5 January 2026",
        "Technologies affected by IT/OT convergence, world market: corrected from $72 billion to $700 billion",
    ]
    assert found.feed.updated == found.entries[0].updated == "2026-03-01T00:00:00Z"
    assert found.entries[-1].updated == "2026-01-04T00:00:00Z"


def test_an_entry_holds_its_whole_text_and_leads_to_its_page_where_there_is_one() -> None:
    by_kind = {each.tags[0].term: each for each in read(ALL).entries if "tags" in each}
    assert by_kind["revised"].link == f"https://example.org/some-repo/figures/{MARKET}/"
    assert by_kind["removed"].link == "https://example.org/some-repo/figures/gone-2020/"
    [content] = by_kind["revised"].content
    assert content.type == "text/plain"
    assert content.value == f"Revised from $700 billion to $720 billion. The publisher raised it. ({MARKET})"


def test_a_feed_without_changes_of_figures_holds_the_release() -> None:
    [entry] = read(HEAD).entries
    assert entry.link == f"{CHANGES}#release-unreleased" and entry.updated == "2026-01-10T00:00:00Z"
    assert "<p>" not in entry.content[0].value and "Prose with <code>code</code>." in entry.content[0].value


def test_links_are_whole_and_there_are_none_while_the_address_of_the_site_is_not_known() -> None:
    assert [(each.rel, each.href) for each in read(ALL).feed.links] == [
        ("self", f"{SITE}feed.xml"), ("alternate", CHANGES),
    ]  # fmt: skip
    without = read(ALL, "")
    assert not without.bozo and b"href" not in feed(Changelog(ALL), "")
    assert all(each.content[0].value for each in without.entries)


def test_ids_stay_when_an_entry_goes_into_a_release_and_its_reason_is_worded_anew() -> None:
    released = ALL.replace("## Unreleased (since 2026-01-10)", "## 0.2.0 (2026-04-01)")
    worded = released.replace("The publisher\n  raised it.", "It was raised.")
    before, after = ({each.id for each in read(text).entries} for text in (ALL, worded))
    assert len(before) == len(after) == 9 and len(before & after) == 8
    assert {each.id for each in read(ALL, "https://elsewhere.example").entries} == before


def test_the_same_changes_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", SITE)
    write_feed(tmp_path, Changelog(ALL))
    monkeypatch.setenv("AS_OF", "2031-01-01")
    assert (tmp_path / "feed.xml").read_bytes() == feed(Changelog(ALL), SITE)


def test_signs_that_xml_uses_come_through_as_they_are() -> None:
    text = ALL.replace("We read it.", "IT & OT: 3 < 5 “quoted”.")
    assert not read(text).bozo
    assert any("IT & OT: 3 < 5 “quoted”." in each.content[0].value for each in read(text).entries)


def test_a_reader_would_see_a_broken_feed() -> None:
    assert feedparser.parse(feed(Changelog(ALL), SITE).replace(b"</title>", b"", 1)).bozo


def test_a_changelog_without_any_day_makes_no_feed() -> None:
    with pytest.raises(ValueError, match=r"CHANGELOG\.md names no day: write it behind a heading, as in ## 0\.2\.0"):
        feed(Changelog("# Changelog\n\n## Unreleased\n"), SITE)


def test_this_publication_has_a_feed_that_can_be_read() -> None:
    found = feedparser.parse(feed(changes.changelog(), SITE))
    assert not found.bozo and found.entries
    assert all(each.id.startswith("urn:uuid:") and each.updated and each.link for each in found.entries)


@pytest.mark.slow
def test_every_page_of_the_site_names_the_feed(site: Path) -> None:
    assert not feedparser.parse((site / "feed.xml").read_bytes()).bozo
    named = '<link rel="alternate" type="application/atom+xml" title="What changed" href="{}feed.xml">'
    for page, up in {"index.html": "", "growth/index.html": "../", "404.html": "/some-repo/"}.items():
        assert named.format(up) in (site / page).read_text("utf-8").replace('href="./feed', 'href="feed')
