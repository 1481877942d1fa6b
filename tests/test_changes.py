"""The changelog: its entries with every way to get one wrong, the page and the places that they make."""

import re
from datetime import date
from pathlib import Path

import markdown
import pytest

from calculators import knowledge
from data.units import UnreadableNumber
from publishing import changes
from publishing.changes import changes_of, way_to_changes, what_changed
from publishing.changes.amounts import amount_in
from publishing.changes.changelog import Changelog
from publishing.changes.checking import change_findings
from publishing.changes.page import draw
from publishing.figure import draw_figure, pages
from publishing.figure.gone import gone_page

MARKET = "convergence-market-2023"  # $720 billion, confirmed
TABLE = "gartner-it-edition-2026-02"
HEAD = "# Changelog\n\n## Unreleased (since 2026-01-10)\n\n- Prose with `code`.\n\n### Figures\n\n"
REVISED = f"- Revised: `{MARKET}`, from $700 billion to $720 billion, since 2026-02-01. The publisher\n  raised it.\n"
CORRECTED = f"- Corrected: `{MARKET}`, from $700 billion to $720 billion, since 2026-02-03. We misread it.\n"
METHOD = "\n### Methods\n\n- Corrected: `market-growth`, since 2026-03-01. The band left out the rate.\n"
ALL = f"""{HEAD}{REVISED}- Removed: `gone-2020`, 8.5%, since 2026-02-02. Nobody could find it.
- Revised: `{TABLE}`, its table, since 2026-02-03. A line was missing at the publisher's.
- Added: `total-it-ot-2023`, $5,140 billion, since 2026-02-04. It is asked for.
- Updated: `{MARKET}`, standing from second-hand to confirmed, since 2026-02-05. We read it.
{METHOD}
## 0.1.0 (2026-01-05)

### Figures

- Corrected: `{MARKET}`, from $72 billion to $700 billion, since 2026-01-04. A digit was lost.
"""


def told(root: Path, text: str) -> list[str]:
    (root / "CHANGELOG.md").write_text(text, "utf-8")
    return [str(each.problem) for each in change_findings(knowledge(), root)]


def test_entries_of_every_kind_that_are_so_have_no_problems(tmp_path: Path) -> None:
    assert told(tmp_path, ALL) == []


def test_a_copy_without_a_changelog_has_nothing_to_tell(tmp_path: Path) -> None:
    assert list(change_findings(knowledge(), tmp_path)) == []


def test_a_reason_stays_as_it_is_written_on_the_page_of_a_removed_figure() -> None:
    entry = "- Removed: `gone`, 8%, since 2026-02-02. It was *made up* by <b>[nobody](x)</b>.\n"
    text = gone_page("gone", Changelog(HEAD + entry).changes())
    html = markdown.markdown(text.split("---\n\n")[1])
    assert "It was *made up* by &lt;b>[nobody](x)&lt;/b>." in html.replace("&gt;", ">")


def test_an_entry_is_read_with_all_that_it_says() -> None:
    first = Changelog(ALL).releases[0].changes[0]
    assert (first.release, first.kind, first.name, first.about) == ("Unreleased", "Revised", MARKET, "value")
    assert (first.old, first.new, first.since) == ("$700 billion", "$720 billion", date(2026, 2, 1))
    assert first.why == "The publisher raised it." and not first.corrects
    assert first.places["new"] == "CHANGELOG.md:9:60"


CASES = {
    "no entry": (
        "- The market grew.\n",
        "9:1: “- The market grew.”: It is not written as an entry. Move it above ### Figures, or write it like - Added: `id`, $720 billion, since 2027-02-01. Why.",
    ),
    "a line between the entries": (
        "Some figures:\n",
        "9:1: “Some figures:”: It is not written as an entry. Move it above ### Figures, or write it like - Added: `id`, $720 billion, since 2027-02-01. Why.",
    ),
    "no since": (
        f"- Corrected: `{MARKET}`, from $700 billion to $720 billion. We misread it.\n",
        "9:1: “- Corrected: `convergence-market-2023`, from $700 billion t…”: It is not written as an entry. Write it like - Corrected: `id`, from $720 billion to $735 billion, since 2027-02-01. Why.",
    ),
    "no reason": (
        f"- Added: `{MARKET}`, $720 billion, since 2026-02-01.\n",
        "9:1: “- Added: `convergence-market-2023`, $720 billion, since 202…”: It does not say why. Add the reason in a sentence.",
    ),
    "a kind that there is not": (
        f"- Corected: `{MARKET}`, from $700 billion to $720 billion, since 2026-02-01. Why.\n",
        "9:3: “Corected”: It is no kind of entry below ### Figures. Choose from: Added, Removed, Revised, Corrected, Updated. Did you mean “Corrected”?",
    ),
    "a day that there is not": (
        f"- Added: `{MARKET}`, $720 billion, since 2026-02-30. Why.\n",
        "9:57: “2026-02-30”: It is not a date. Write it like 2027-02-01.",
    ),
    "an addition from one value to another": (
        f"- Added: `{MARKET}`, from $700 billion to $720 billion, since 2026-02-01. Why.\n",
        "9:1: “- Added: `convergence-market-2023`, from $700 billion to $7…”: It is not written as an entry. Write it like - Added: `id`, $720 billion, since 2027-02-01. Why.",
    ),
    "a revision without the old value": (
        f"- Revised: `{MARKET}`, $720 billion, since 2026-02-01. Why.\n",
        "9:1: “- Revised: `convergence-market-2023`, $720 billion, since 2…”: It is not written as an entry. Write it like - Revised: `id`, from $720 billion to $735 billion, since 2027-02-01. Why.",
    ),
    "a standing that a publisher revised": (
        f"- Revised: `{MARKET}`, standing from second-hand to confirmed, since 2026-02-01. Why.\n",
        "9:1: “- Revised: `convergence-market-2023`, standing from second-…”: It is not written as an entry. Write it like - Revised: `id`, from $720 billion to $735 billion, since 2027-02-01. Why.",
    ),
    "a word that is no standing": (
        f"- Updated: `{MARKET}`, standing from unsure to confirmed, since 2026-02-01. Why.\n",
        "9:53: “unsure”: It is no standing. Choose from: confirmed, second-hand, as-reported, conflicting, unsourced.",
    ),
    "a standing that is not the present one": (
        f"- Corrected: `{MARKET}`, standing from confirmed to second-hand, since 2026-02-01. Why.\n",
        "9:68: “second-hand”: The figure is confirmed. Correct the entry, or the figure.",
    ),
    "a figure that there is not": (
        "- Added: `convergence-markt-2023`, $720 billion, since 2026-02-01. Why.\n",
        "9:11: “convergence-markt-2023”: There is no figure “convergence-markt-2023”. Correct the id, or say that it was removed. Did you mean “convergence-market-2023”?",
    ),
    "a removed figure that is still there": (
        f"- Removed: `{MARKET}`, $720 billion, since 2026-02-01. Why.\n",
        "9:13: “convergence-market-2023”: The figure is $720 billion. Correct the entry, or the figure.",
    ),
    "a value that cannot be read": (
        f"- Revised: `{MARKET}`, from $700 zillion to $720 billion, since 2026-02-01. Why.\n",
        "9:44: “$700 zillion”: “zillion” is not understood here. Write a number in USD billion.",
    ),
    "a value without its unit": (
        f"- Revised: `{MARKET}`, from $700 billion to 720, since 2026-02-01. Why.\n",
        "9:60: “720”: Its unit is missing. Write $720 billion.",
    ),
    "a value that is not the present one": (
        f"- Revised: `{MARKET}`, from $700 billion to $735 billion, since 2026-02-01. Why.\n",
        "9:60: “$735 billion”: The figure is $720 billion. Correct the entry, or the figure.",
    ),
    "a change that changes nothing": (
        f"- Revised: `{MARKET}`, from $0.72 trillion to $720 billion, since 2026-02-01. Why.\n",
        "9:62: “$720 billion”: It is what it was before. Correct one of the two, or remove the entry.",
    ),
    "an entry that does not begin where the one before ended": (
        REVISED + CORRECTED,
        "11:15: “convergence-market-2023”: The entry before it ends with $720 billion, this one begins with $700 billion. Correct one of them; of one day the last written is the latest.",
    ),
    "the same entry twice": (
        "- Added: `total-it-ot-2023`, $5,140 billion, since 2026-02-04. Why.\n" * 2,
        "10:11: “total-it-ot-2023”: Another entry says the same of the same day. Keep one of them.",
    ),
    "a day to come": (
        REVISED.replace("2026-02-01", "2999-02-01"),
        "9:80: “2999-02-01”: This day is still to come. Write the day of the change.",
    ),
    "a day before the unreleased changes": (
        REVISED.replace("2026-02-01", "2026-01-09"),
        "9:80: “2026-01-09”: It is before 2026-01-10, since when unreleased changes are gathered. Correct one of the two days.",
    ),
    "a day after its release": (
        REVISED + "\n## 0.1.0 (2026-01-05)\n\n### Figures\n\n- Removed: `gone`, 8%, since 2026-01-06. Why.\n",
        "16:30: “2026-01-06”: It is after 2026-01-05, the day of release 0.1.0. Correct one of the two days.",
    ),
    "a calculator that there is not": (
        METHOD.replace("market-growth", "market-grwth"),
        "12:15: “market-grwth”: There is no calculator “market-grwth”. Correct its name. Did you mean “market-growth”?",
    ),
    "a method with a value": (
        METHOD.replace(", since", ", from 1% to 2%, since"),
        "12:1: “- Corrected: `market-growth`, from 1% to 2%, since 2026-03-…”: It is not written as an entry. Write it like - Corrected: `name-of-the-calculator`, since 2027-02-01. Why.",
    ),
    "an entry where none is read": (
        "\n### Numbers\n\n" + REVISED,
        "12:1: “- Revised: `convergence-market-2023`, from $700 billion to …”: It is an entry, and stands where none is read. Move it below a heading ### Figures or ### Methods.",
    ),
    "a release without its day": (
        "\n## 0.1.0\n",
        "10:1: “## 0.1.0”: It does not name its day. Write ## 0.1.0 (2027-02-01).",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), CASES.values(), ids=CASES)
def test_each_fault_is_told_with_its_place_and_a_way_out(tmp_path: Path, text: str, message: str) -> None:
    found = told(tmp_path, HEAD + text)
    assert found == [f"CHANGELOG.md:{message}"]


def test_the_unreleased_changes_say_since_when(tmp_path: Path) -> None:
    assert told(tmp_path, HEAD.replace(" (since 2026-01-10)", "")) == [
        "CHANGELOG.md:3:1: “## Unreleased”: It does not name its day. Write ## Unreleased (since 2027-02-01)."
    ]


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Changelog:
    """The publication with the changelog of this test."""
    changelog = Changelog(ALL)
    monkeypatch.setattr(changes, "changelog", lambda: changelog)
    return changelog


@pytest.mark.usefixtures("own")
def test_the_history_of_a_figure_is_told_newest_first() -> None:
    assert [what_changed(each) for each in changes_of(MARKET)] == [
        "Standing updated from second-hand to confirmed.",
        "Revised from $700 billion to $720 billion.",
        "Corrected from $72 billion to $700 billion.",
    ]
    assert [what_changed(each) for each in changes_of("gone-2020")] == ["Removed; it was 8.5%."]
    assert [what_changed(each) for each in changes_of(TABLE)] == ["Table revised."]
    assert [what_changed(each) for each in changes_of("total-it-ot-2023")] == ["Added at $5,140 billion."]
    assert changes_of("market-growth") == []


def test_the_page_sets_corrections_apart_and_links_what_there_is(own: Changelog) -> None:
    html = str(draw(own, "0.1.0"))
    assert re.findall(r"<h[23].*?>([A-Z0][^<]+)</h", html) == [
        "Unreleased, since 10 January 2026", "Corrections", "Figures", "0.1.0, 5 January 2026", "Corrections",
    ]  # fmt: skip
    assert html.count(f'<a href="../figures/{MARKET}/">') == 3
    assert '<a href="../figures/gone-2020/">gone-2020</a>' in html
    assert "<strong>Corrected from $72 billion to $700 billion.</strong> A digit was lost." in html
    assert '<a href="../feed.xml" type="application/atom+xml">' in html
    assert "Prose with <code>code</code>." in html and "### " not in html and "Revised:" not in html
    assert "No figure has been corrected" not in html


@pytest.mark.usefixtures("own")
def test_the_page_of_a_figure_tells_its_history_and_a_removed_figure_keeps_a_page() -> None:
    html = draw_figure(knowledge().figures[MARKET], f"figures/{MARKET}.md")
    assert (
        "1 February 2026: <strong>Revised from $700 billion to $720 billion.</strong> The publisher raised it." in html
    )
    assert set(pages()) - {f"figures/{name}.md" for name in knowledge().figures} == {"figures/gone-2020.md"}
    gone = pages()["figures/gone-2020.md"]
    assert (
        "# Removed: gone-2020\n" in gone
        and "* 2 February 2026: **Removed; it was 8.5%.** Nobody could find it." in gone
    )


def test_a_figure_without_entries_says_that_none_is_recorded() -> None:
    html = draw_figure(knowledge().figures[MARKET], f"figures/{MARKET}.md")
    assert 'None is recorded in the <a href="../../changelog/">changelog</a>.' in html


def test_words_of_an_entry_reach_the_page_as_text() -> None:
    text = HEAD + REVISED.replace("The publisher", "<script>alert(1)</script> The publisher")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; The publisher" in draw(Changelog(text), "0.1.0")


def test_without_changes_the_page_says_so_and_the_addition_of_a_figure_takes_nothing_back() -> None:
    added = "- Added: `total-it-ot-2023`, $5,140 billion, since 2026-02-04. It is asked for.\n"
    for text in (HEAD, HEAD + added):
        assert "<p>No figure has been corrected, revised or removed so far. " in draw(Changelog(text), "0.1.0")


def test_an_old_link_leads_to_what_changed_the_method_else_to_the_release(own: Changelog) -> None:
    assert way_to_changes("market-growth", "growth.md") == "../changelog/#method-market-growth"
    assert '<li id="method-market-growth">' in draw(own, "0.1.0")
    assert way_to_changes("claim-check", "growth.md") == f"../changelog/#release-{changes.version()}"


def test_an_amount_of_a_figure_that_is_gone_is_read_in_any_unit_or_told() -> None:
    assert str(amount_in("8.5%", None)) == "8.5%"
    with pytest.raises(UnreadableNumber) as refused:
        amount_in("lots", None)
    assert str(refused.value) == "It is no amount. Write it with its unit, like $720 billion or 8.5%."
