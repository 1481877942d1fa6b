"""The permanent page of each figure: what it says, what stands around it, where it is used."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pymdownx.superfences import SuperFencesException

from calculators import knowledge
from data.claims import read_claims
from data.knowledge import Figure, Knowledge
from publishing import uses
from publishing.figure import draw_figure, figure_fence, pages
from publishing.figure.editions import chart_of, title_of
from publishing.places import figure_place
from publishing.relations import beside, claims_of, editions_of, relations
from publishing.undrawn import undrawn
from tests.servers import SiteServer

KNOWN = knowledge()


def figure(name: str) -> Figure:
    return KNOWN.figures[name]


def ids(figures: Any) -> list[str]:
    return [each.id for each in figures]


def test_every_record_has_a_page_and_no_page_is_without_a_record() -> None:
    assert set(pages()) == {figure_place(name) for name in KNOWN.figures}


@pytest.mark.slow
@pytest.mark.parametrize("name", KNOWN.figures)
def test_a_page_can_be_drawn_of_every_record_and_names_its_publisher_standing_and_id(name: str) -> None:
    html = draw_figure(figure(name), figure_place(name))
    assert KNOWN.source_of(figure(name)).publisher in html
    assert f"<code>{name}</code>" in html and f"card-standing-{figure(name).standing}" in html


def test_a_page_says_who_says_it_in_which_words_and_that_nobody_compared() -> None:
    html = draw_figure(figure("convergence-market-2023"), figure_place("convergence-market-2023"))
    for words in ("$720 billion", "the market size as of 2023 was $720 billion", "Sells the report", "upper envelope",
                  "Nobody here has compared it with the publisher’s own text.", "$715 billion to $725 billion"):  # fmt: skip
        assert words in html


def test_a_title_with_quotation_marks_or_a_colon_is_still_front_matter() -> None:
    import yaml

    for text in pages().values():
        head = yaml.safe_load(text.split("---\n")[1])
        assert head["title"] and 50 <= len(head["description"]) <= 300, head


def test_an_unknown_figure_is_told_with_the_nearest() -> None:
    with pytest.raises(SuperFencesException) as error:
        figure_fence("convergence-markt-2023", "", "", {}, None)
    assert str(error.value) == (
        "In a figure fence: there is no figure “convergence-markt-2023”. Correct the id. "
        "Did you mean “convergence-market-2023”?"
    )


def test_editions_stand_from_the_oldest_and_a_figure_without_a_measure_stands_alone() -> None:
    assert ids(editions_of(figure("gartner-it-2023-edition-2024-07"), KNOWN)) == [
        "gartner-it-2023-edition-2024-01", "gartner-it-2023-edition-2024-07", "gartner-it-2023-edition-2025-01",
    ]  # fmt: skip
    assert ids(editions_of(figure("convergence-growth"), KNOWN)) == ["convergence-growth"]


def test_what_is_bounded_otherwise_is_named_from_both_sides() -> None:
    assert ids(beside(figure("convergence-market-2023"), KNOWN)) == ["other-convergence-market-2024"]
    assert ids(beside(figure("other-convergence-market-2024"), KNOWN)) == ["convergence-market-2023"]


def test_relations_are_told_from_both_sides() -> None:
    market = {each.words: ids(each.figures) for each in relations(figure("convergence-market-2023"), KNOWN)}
    assert market["Its parts"] == [
        "convergence-data-center-2023",
        "convergence-it-software-2023",
        "convergence-ot-2023",
    ]
    assert market["Counted within"] == ["total-it-ot-2023"]
    assert "convergence-share-2023" in market["Worked out from it"]
    assert market["Should follow from it"] == ["convergence-mark-2027", "convergence-market-2030"]
    part = {each.words: ids(each.figures) for each in relations(figure("convergence-ot-2023"), KNOWN)}
    assert part["It is a part of"] == ["convergence-market-2023"]


def test_a_table_names_its_single_values_since_its_rows_may_not_be_shown() -> None:
    (found,) = relations(figure("gartner-it-edition-2024-01"), KNOWN)
    assert found.words == "Single values of it" and "gartner-it-2023-edition-2024-01" in ids(found.figures)
    assert "gartner-it-2023-edition-2024-07" not in ids(found.figures)


def test_claims_are_found_by_what_they_are_about_rest_on_or_are_contradicted_by() -> None:
    claims = read_claims(KNOWN)[0].values()
    about = claims_of(figure("convergence-mark-2027"), claims)
    assert about and all(
        "convergence-mark-2027" in (*each.figures, *each.contradicted_by, each.inputs or "") for each in about
    )
    assert claims_of(replace(figure("convergence-growth"), id="unheard-of"), claims) == []


def test_the_chart_of_editions_states_what_they_come_to_and_sets_the_figure_apart() -> None:
    shown = figure("gartner-it-2023-edition-2024-07")
    editions = editions_of(shown, KNOWN)
    assert title_of(editions) == "3 editions, from $4,678.847 billion to $4,898.401 billion"
    chart = chart_of(shown, editions, KNOWN)
    assert chart is not None
    assert [row["label"] for row in chart["rows"]] == [
        "Gartner, January 2024", "Gartner, July 2024 (this figure)", "Gartner, January 2025",
    ]  # fmt: skip
    assert [bar["role"] for bar in chart["sizes"]["wide"]["data"]["bars"]] == ["part", "whole", "part"]


def test_editions_of_one_number_are_said_to_be_of_one_number() -> None:
    shown = editions_of(figure("technology-share-2023-deloitte"), KNOWN)
    assert title_of(shown) == "2 editions, one number: 23%"


def test_a_figure_without_other_editions_has_no_chart() -> None:
    assert chart_of(figure("convergence-growth"), [figure("convergence-growth")], KNOWN) is None


def test_a_figure_named_beside_that_does_not_exist_is_told() -> None:
    from data.checks import figure_faults

    wrong = replace(figure("convergence-growth"), beside=("convergence-grwth",), follows=())
    known = Knowledge(KNOWN.sources, {**KNOWN.figures, wrong.id: wrong})
    assert [str(each) for each in figure_faults(wrong, known, "market.toml")] == [
        "market.toml: convergence-growth.beside: There is no figure “convergence-grwth” with a value. Correct the id. "
        "Did you mean “convergence-growth”?"
    ]


CARDS = '<h1 id="x">{}<a class="headerlink" href="#x">¶</a></h1><section class="card" id="card-a-figure" popover>{}</section>'


def made(site: Path, pages: dict[str, str]) -> Path:
    for address, html in pages.items():
        (site / address).mkdir(parents=True, exist_ok=True)
        (site / address / "index.html").write_text(html, "utf-8")
    return site


def test_uses_are_collected_from_the_cards_drawn_and_written_where_they_are_asked_for(tmp_path: Path) -> None:
    place = uses.place_for("a-figure", "pages") + uses.place_for("a-figure", "calculators")
    site = made(tmp_path, {
        "": CARDS.format("How <em>big</em> &amp; why?", uses.place_for("a-figure", "few")),
        "growth": CARDS.format("Growth", uses.place_for("a-figure", "few")),
        "calculators/some": CARDS.format("Some", ""),
        "figures/a-figure": CARDS.format("Its own page", place),
        "figures": CARDS.format("All figures", ""),
        "components": CARDS.format("Every component", ""),
    })  # fmt: skip
    found = uses.collect(site)
    assert [(use.address, use.title) for use in found["a-figure"]] == [
        ("", "How big & why?"), ("calculators/some/", "Some"), ("growth/", "Growth"),
    ]  # fmt: skip
    uses.fill(site, found)
    own = (site / "figures" / "a-figure" / "index.html").read_text("utf-8")
    assert own.endswith(
        '<ul class="uses"><li><a href="../../">How big &amp; why?</a></li><li><a href="../../growth/">Growth</a></li></ul>'
        '<ul class="uses"><li><a href="../../calculators/some/">Some</a></li></ul></section>'
    )
    growth = (site / "growth" / "index.html").read_text("utf-8")
    assert growth.endswith('<a href="../">How big &amp; why?</a>, <a href="../calculators/some/">Some</a></section>')
    assert (
        (site / "index.html")
        .read_text("utf-8")
        .endswith('<a href="calculators/some/">Some</a>, <a href="growth/">Growth</a></section>')
    )


def test_a_line_of_uses_names_three_and_leads_to_the_rest(tmp_path: Path) -> None:
    site = made(tmp_path, {name: CARDS.format(name, uses.place_for("a-figure", "few")) for name in "abcde"})
    uses.fill(site, uses.collect(site))
    assert (
        (site / "b" / "index.html")
        .read_text("utf-8")
        .endswith(
            '<a href="../a/">a</a>, <a href="../c/">c</a>, <a href="../d/">d</a>, '
            '<a href="../figures/a-figure/#used">1 more</a></section>'
        )
    )


def test_a_figure_that_stands_nowhere_else_says_so(tmp_path: Path) -> None:
    alone = uses.place_for("a-figure", "few") + uses.place_for("b-figure", "pages")
    site = made(tmp_path, {"a": CARDS.format("a", alone)})
    uses.fill(site, uses.collect(site))
    assert (site / "a" / "index.html").read_text("utf-8").endswith("Only here.None so far.</section>")


def test_a_fence_left_as_code_is_told(tmp_path: Path) -> None:
    """Superfences swallows an exception that it does not expect, and leaves the fence's text as code."""
    made(tmp_path, {"a": "<p><code>figure\nsome-id</code></p>", "b": "<p><code>figure</code> is a fence.</p>"})
    assert undrawn(tmp_path) == ["a/index.html: the fence “figure” was left as code."]
    assert undrawn(tmp_path, "  - name: chart\n") == []


@pytest.mark.slow
def test_every_figure_s_page_stands_in_the_site_and_no_place_for_uses_is_left_open(site: Path) -> None:
    for name in KNOWN.figures:
        html = (site / "figures" / name / "index.html").read_text("utf-8")
        assert f'data-figure="{name}"' in html, f"the fence of {name} was not drawn"
    assert [path for path in site.rglob("*.html") if "data-uses" in path.read_text("utf-8")] == []


@pytest.mark.slow
def test_every_link_of_a_figure_s_page_leads_somewhere(site: Path) -> None:
    for page in (site / "figures").rglob("index.html"):
        article = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        for link in re.findall(r'href="([^":#]+)["#]', article):
            target = (page.parent / link).resolve()
            assert target.exists(), f"{page}: {link}"


@pytest.mark.browser
def test_a_reader_goes_from_a_number_to_its_page_and_from_there_to_where_it_is_used(
    page: Page, server: SiteServer
) -> None:
    page.goto(server.address)
    page.get_by_role("button", name="$720 billion", exact=True).click()
    page.get_by_role("dialog", name="$720 billion").get_by_role("link", name="All about this figure").click()
    page.wait_for_url("**/figures/convergence-market-2023/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Technologies affected by IT/OT convergence")
    page.locator("ul.uses").get_by_role("link", name="How fast does it grow?").click()
    page.wait_for_url("**/growth/")


@pytest.mark.browser
@pytest.mark.parametrize("height", [320, 480])
def test_the_ways_out_of_a_card_stay_in_view_on_a_low_screen(page: Page, server: SiteServer, height: int) -> None:
    page.set_viewport_size({"width": 390, "height": height})
    page.goto(f"{server.address}totals/")
    page.locator("button.figure:visible").first.click()
    expect(page.locator(".card:popover-open").get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)


@pytest.mark.browser
def test_a_card_that_opens_takes_the_focus_so_that_it_is_read_out(page: Page, server: SiteServer) -> None:
    page.goto(server.address)
    page.get_by_role("button", name="$720 billion", exact=True).click()
    expect(page.locator("#card-convergence-market-2023")).to_be_focused()


@pytest.mark.browser
def test_print_turns_cards_into_numbered_notes(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}totals/")
    page.emulate_media(media="print")
    notes = page.locator(".notes .card:visible")
    assert notes.count() == page.locator(".notes .card").count() > 3
    numbers = page.locator("article button[data-note]").evaluate_all(
        "all => all.map(each => [each.getAttribute('popovertarget'), getComputedStyle(each, '::after').content])"
    )
    for card, number in numbers:
        assert number == f'"{page.locator(f"#{card}").get_attribute("data-note")}"'
    expect(page.get_by_role("heading", name="Notes on the figures")).to_be_visible()
    expect(notes.first.get_by_role("button", name="Close")).to_be_hidden()


@pytest.mark.browser
def test_a_card_s_citation_is_copied_and_said_to_be(page: Page, server: SiteServer) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(server.address)
    page.get_by_role("button", name="$720 billion", exact=True).click()
    card = page.get_by_role("dialog", name="$720 billion")
    card.get_by_role("button", name="Copy citation").press("Enter")
    expect(card.get_by_role("status")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == card.locator("#card-convergence-market-2023-cite").text_content()
    assert "IoT Analytics" in copied and "IT/OT convergence" in copied
