"""What a calculator's own page shows beside it: worked examples to open, and the figures that it rests on."""

import re

import pytest
from markdown import Markdown
from playwright.sync_api import Page, expect
from pymdownx.superfences import SuperFencesException

from calculators import calculator
from calculators.contract.examples import examples
from publishing.examples import draw_examples, examples_fence, figures_of, rests_on_fence
from tests.cases import all_names, first_example, shape
from tests.forms import form, outputs, settled, type_into
from tests.servers import SiteServer

PLACE = "calculators/market-growth.md"


def shown(html: str) -> str:
    """The text of some HTML, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").split())


def test_an_example_shows_what_goes_in_what_comes_out_and_how_it_was_checked() -> None:
    text = shown(draw_examples(calculator("market-growth"), PLACE))
    assert "Enter Target year: 2027 Get Market in the target year: $997.8 billion" in text
    assert "First year above the mark: not within these years" in text
    assert "2026 919.6 and 1 more row Check 720 × 1.085⁴ multiplied out by hand" in text
    assert "Enter nothing: the numbers that the calculator starts with" in text


def test_inputs_are_said_as_a_reader_says_them() -> None:
    growth, totals = (shown(draw_examples(calculator(name), PLACE)) for name in ("market-growth", "reconcile-totals"))
    assert "Market in the base year: 0.72 trillion; Target year: 2023; Mark to pass: 700 bn" in growth
    assert "Growth a year: −5% a year" in growth
    assert "Gartner’s IT spending: $4,898.401 billion (Gartner, edition of July 2024)" in totals
    assert "Gartner’s IT spending: $4,650 billion to $4,750 billion" in totals


def test_the_words_beside_an_expected_number_stand_there_too() -> None:
    text = shown(draw_examples(calculator("technology-budget"), PLACE))
    assert "Money missing to the lower mark: 1.2 Within the published rounding 1.0 to 1.4" in text
    assert "Money missing to the lower mark: 1.2 million" in text


@pytest.mark.parametrize("name", ["market-growth", "reconcile-totals", "technology-budget"])
def test_every_example_is_drawn_and_those_after_the_third_are_folded(name: str) -> None:
    html = draw_examples(calculator(name), PLACE)
    before, _, folded = html.partition("<details")
    assert before.count("<dl>") == 3 and folded.count("<dl>") == len(examples(name)) - 3
    assert '<ol class="examples-list" start="4">' in folded
    assert html.count(" data-fill>") == len(examples(name))


def test_a_table_that_goes_in_is_told_by_its_first_rows() -> None:
    from calculators import knowledge
    from calculators.contract.reading import read_inputs
    from publishing.examples.inputs import said

    asked = shape("own-group")
    for texts, words in [
        (first_example("own-group")["inputs"], "A, 2, 10; B, 9, 30"),
        ({"plants": "\n".join(f"P{n},{n},10" for n in range(1, 8))}, "P1, 1, 10; P2, 2, 10; P3, 3, 10; P4, 4, 10; and 3 more rows"),
    ]:  # fmt: skip
        value = read_inputs(asked, texts, knowledge()).values["plants"]
        assert said(asked.fields["plants"], value, texts["plants"]) == words


def test_figures_are_the_defaults_and_the_editions_offered_each_once() -> None:
    assert [figure.id for figure in figures_of(calculator("reconcile-totals"))] == [
        "total-it-ot-2023", "gartner-it-2023-edition-2024-01", "gartner-it-2023-edition-2024-07",
        "gartner-it-2023-edition-2025-01", "convergence-ot-2023",
    ]  # fmt: skip
    assert len({figure.id for figure in figures_of(shape("every-kind"))}) == len(figures_of(shape("every-kind"))) == 8


def test_the_table_of_figures_opens_their_cards_and_a_series_is_named_as_a_table() -> None:
    from publishing.markdown.page import Page as Drawn
    from publishing.tables import draw_figures

    page = Drawn("calculators/every-kind.md")
    html = str(
        draw_figures("What it starts from or offers", figures_of(shape("every-kind")), page, "rests-on-every-kind")
    )
    assert html.count("popovertarget=") == 7 and '<td class="figures-number">a table</td>' in html
    assert 'data-scrolls="What it starts from or offers"' in html and "gartner-it-edition-2024-07" not in page.figures


def test_a_calculator_without_a_published_figure_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publishing.examples.calculator", shape)
    said = rests_on_fence("own-share", "", "", {}, Markdown(extensions=["publishing.markdown"]))
    assert said == "<p>It rests on no published figure: every number in it is yours to give.</p>"


def test_a_name_that_is_none_is_told_with_the_nearest() -> None:
    for fence in (examples_fence, rests_on_fence):
        with pytest.raises(SuperFencesException, match=r"no calculator “market-grwth”\. .*market-growth"):
            fence("market-grwth\n", "", "", {}, None)


@pytest.mark.parametrize("name", all_names())
def test_examples_of_every_kind_are_drawn(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = first_example(name)
    monkeypatch.setattr("publishing.examples.examples", lambda _: [case])
    html = draw_examples(shape(name), PLACE)
    assert html.count("<dl>") == 1 and "<details" not in html
    for output in case["outputs"]:
        assert shape(name).words(output) in shown(html)


@pytest.mark.browser
def test_an_example_opens_in_the_calculator_above_as_often_as_it_is_pressed(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}calculators/market-growth/")
    link = page.get_by_role("link", name="Open example 1 above")
    link.focus()
    page.keyboard.press("Enter")
    assert outputs(settled(form(page)))["value"] == "997.8"
    expect(form(page).locator('input[name="base"]')).to_be_focused()
    expect(form(page).get_by_role("heading", name="What goes in")).to_be_in_viewport()
    type_into(form(page), "rate", "9")
    assert outputs(settled(form(page)))["value"] == "1,016.3"
    link.click()
    assert outputs(settled(form(page)))["value"] == "997.8"


@pytest.mark.browser
def test_an_example_with_money_puts_none_into_the_address(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}calculators/technology-budget/")
    page.get_by_text("3 more examples").click()
    page.get_by_role("link", name="Open example 4 above").click()
    assert outputs(settled(form(page)))["share"] == "25.0"
    assert page.url == f"{server.address}calculators/technology-budget/"


@pytest.mark.browser
def test_an_example_opened_from_its_address_answers_too(page: Page, server: SiteServer) -> None:
    """As in another tab, where the link is followed as a link."""
    page.goto(f"{server.address}calculators/market-growth/")
    href = page.get_by_role("link", name="Open example 2 above").evaluate("link => link.href")
    page.goto("about:blank")
    page.goto(href)
    assert outputs(settled(form(page)))["value"] == "1,082.6"
