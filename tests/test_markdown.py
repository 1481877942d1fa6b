"""The Markdown layer: figure links, made-up amounts, calculator links, citations, tables, cards."""

import re
from xml.etree import ElementTree

import pytest
from markdown import Markdown

from calculators import knowledge
from publishing.card import draw_card
from publishing.markdown.page import holders
from publishing.places import address, way
from publishing.tables import HEADS
from publishing.words import worked_out

FENCES = [
    {"name": "figures", "class": "figures", "format": "publishing.tables.figures_fence"},
    {"name": "sources", "class": "sources", "format": "publishing.tables.sources_fence"},
]


@pytest.fixture
def md() -> Markdown:
    from publishing import tables

    fences = [{**fence, "format": getattr(tables, fence["format"].rpartition(".")[2])} for fence in FENCES]
    return Markdown(
        extensions=["publishing.markdown", "pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": fences}},
    )


def test_a_figure_link_becomes_a_button_that_opens_its_card(md: Markdown) -> None:
    html = md.convert("Worth [about *$720* billion](figure:convergence-market-2023) then.")
    button = re.search(r"<button[^>]*>.*?</button>", html)
    assert button
    element = ElementTree.fromstring(button[0])
    assert "".join(element.itertext()) == "about $720 billion† (overdue for review)"
    assert [part.get("class") for part in element if part.tag == "sup"] == ["age-mark"]
    assert element.get("popovertarget") == "card-convergence-market-2023" and element.get("type") == "button"
    assert html.count('id="card-convergence-market-2023" popover') == 1
    assert "figure:" not in html


def test_a_figure_used_twice_has_one_card(md: Markdown) -> None:
    link = "[$720 billion](figure:convergence-market-2023)"
    assert md.convert(f"{link} and {link}").count('<section class="card"') == 1


def test_a_new_page_begins_without_the_last_one_s_cards(md: Markdown) -> None:
    md.convert("[$720 billion](figure:convergence-market-2023)")
    assert '<section class="card"' not in md.reset().convert("Nothing here.")


def test_a_made_up_amount_is_marked(md: Markdown) -> None:
    assert '<span class="illustrative" title=' in md.convert("Say [40 million](illustrative:).")


def test_a_calculator_link_leads_to_its_own_page(md: Markdown) -> None:
    html = md.convert("[try 9%](calculator:market-growth?rate=9%25)")
    assert 'href="calculators/market-growth/#market-growth?rate=9%25"' in html


def test_a_calculator_without_a_page_of_its_own_is_found_on_the_first_that_holds_it() -> None:
    fence = "```calculator\nprice-rise\n```\n"
    assert holders({"growth.md": fence, "budgets.md": fence}) == {"price-rise": "budgets.md"}
    own = "calculators/price-rise.md"
    assert holders({"budgets.md": fence, own: fence, "growth.md": fence}) == {"price-rise": own}
    assert holders({"growth.md": fence, own: "Nothing yet.\n"}) == {"price-rise": "growth.md"}


def test_a_citation_is_a_number_close_to_its_word_with_publisher_and_date_for_the_ear(md: Markdown) -> None:
    html = md.convert("So they say [@gartner-2024-01, p. 4], and again [@gartner-2024-01].")
    link = '<a class="citation citation-number" href="#reference-gartner-2024-01">'
    assert (
        f'So they say{link}[1, p. 4]<span class="citation-words"> Gartner, 17 January 2024, p. 4</span></a>, and'
        in html
    )
    assert f'again{link}[1]<span class="citation-words"> Gartner, 17 January 2024</span></a>.' in html
    assert html.count('<li id="reference-gartner-2024-01">') == 1
    assert "<i>Gartner Forecasts Worldwide IT Spending to Grow 6.8% in 2024</i>" in html


def test_the_reference_list_holds_what_is_cited_as_it_is_numbered_then_the_sources_of_the_figures(md: Markdown) -> None:
    html = md.convert(
        "* [$720 billion](figure:convergence-market-2023)[@gartner-2024-07]\n\nAnd [@deloitte-outlook-2025]."
    )
    assert re.findall(r"\[(\d)\]<span class=\"citation-words\"> (\w+)", html) == [("1", "Gartner"), ("2", "Deloitte")]
    assert re.findall(r'<li id="reference-([a-z0-9-]+)"', html) == [
        "gartner-2024-07", "deloitte-outlook-2025", "iot-analytics-2024",
    ]  # fmt: skip


def test_a_number_that_was_not_read_in_its_publishers_words_carries_its_standing(md: Markdown) -> None:
    html = md.convert("[$720 billion](figure:convergence-market-2023) of [$5.14 trillion](figure:total-it-ot-2023)")
    buttons = re.findall(r'<button[^>]*class="figure"[^>]*>', html)
    assert ["as-reported" in button for button in buttons] == [False, True] == ["standing" in each for each in buttons]


def test_a_mark_behind_a_button_stays_on_its_line(md: Markdown) -> None:
    html = md.convert(
        "About ([$720 billion](figure:convergence-market-2023)), says [$5.14 trillion](figure:total-it-ot-2023) so."
    )
    assert re.findall(r'<span class="held"><button.*?</button>([^<]*)</span>([^<]*)<', html) == [("),", " says ")]


def test_a_citation_behind_a_button_stays_on_its_line(md: Markdown) -> None:
    html = md.convert("It was [$720 billion](figure:convergence-market-2023) [@iot-analytics-2024] then.")
    assert re.search(
        r'<span class="held"><button.*?</button><a class="citation citation-number".*?</a></span> then', html
    )


def test_the_key_at_the_foot_explains_the_marks_that_the_page_has(md: Markdown) -> None:
    assert 'class="key"' not in md.convert("Text.")
    plain = md.reset().convert("[$720 billion](figure:convergence-market-2023)")
    assert ">Underlined numbers</span> open their source. </p>" in plain and "key-weaker" not in plain
    whole = md.reset().convert("[$5.14 trillion](figure:total-it-ot-2023), [$4](illustrative:), and an estimate.")
    assert re.findall(r'class="(key-\w+)"', whole) == ["key-figure", "key-weaker", "key-term", "key-illustrative"]


def test_an_address_in_brackets_is_no_citation(md: Markdown) -> None:
    assert "citation" not in md.convert("Write to [a@b] or `[@x]`.")


def test_a_table_of_figures_has_a_row_each_with_a_button(md: Markdown) -> None:
    html = md.convert(
        '```figures\ncaption = "Parts"\nfigures = ["convergence-market-2023", "convergence-ot-2023"]\n```'
    )
    assert html.count("<tr>") == 3 and html.count('scope="col"') == len(HEADS)
    assert ">Parts</caption>" in html and html.count("popovertarget=") == 4  # two cards with a button to close each
    assert "As reported" in html


def test_the_list_of_sources_holds_every_source(md: Markdown) -> None:
    html = md.convert("```sources\n```")
    assert len(re.findall(r'<dt id="source-', html)) == len(knowledge().sources)


def test_a_card_says_everything_that_the_record_holds() -> None:
    card = draw_card("convergence-market-2023", "market.md")
    for words in (
        "$720 billion", "World, 2023; an estimate", "the market size as of 2023 was $720 billion", "IoT Analytics",
        "November 2024", "Confirmed: ", "$715 billion to $725 billion", "beginning only", "upper envelope",
        "Report an error", "convergence-market-2023", "Sells the report",
    ):  # fmt: skip
        assert words in card
    assert "data-search-exclude" in card


@pytest.mark.parametrize(
    "name", sorted(name for name, figure in knowledge().figures.items() if figure.value is not None)
)
def test_every_card_is_well_formed(name: str) -> None:
    """The only attributes without a value are `popover`, `autofocus` and `data-search-exclude`."""
    card = re.sub(r" (popover|autofocus|data-search-exclude)(?=[ >])", r' \1=""', str(draw_card(name, "index.md")))
    assert ElementTree.fromstring(card).get("popover") == ""


def test_a_derived_figure_shows_its_arithmetic_with_numbers() -> None:
    assert worked_out(knowledge().figures["convergence-share-2023"]) == "720 / 5,140 × 100"


def test_an_error_is_reported_in_the_repository_where_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'href="../method/#if-something-is-wrong"' in draw_card("convergence-growth", "growth.md")
    monkeypatch.setenv("REPOSITORY_URL", "https://example.org/someone/fork")
    card = draw_card("convergence-growth", "growth.md")
    assert (
        'href="https://example.org/someone/fork/issues/new?template=report-an-error.yml&amp;figure=convergence-growth"'
        in card
    )
    monkeypatch.setenv("SITE_URL", "https://example.org/site/")
    card = draw_card("convergence-growth", "growth.md")
    assert "figure=convergence-growth&amp;page=https%3A%2F%2Fexample.org%2Fsite%2Fgrowth%2F" in card


def test_a_card_says_what_else_is_published_and_what_is_bounded_otherwise() -> None:
    card = draw_card("gartner-it-2023-edition-2024-07", "totals.md")
    assert (
        '<dt>Also published</dt><dd>Gartner, January 2024: <a href="../figures/gartner-it-2023-edition-2024-01/">'
        in card
    )
    assert "$4,678.847 billion</a>; Gartner, January 2025:" in card
    other = draw_card("other-convergence-market-2024", "market.md")
    assert (
        '<dt>Said elsewhere</dt><dd><a href="../figures/convergence-market-2023/">$720 billion</a>, IoT Analytics'
        in other
    )
    assert "Also published" not in other and "Said elsewhere" not in card


def test_cards_are_numbered_as_their_buttons_are(md: Markdown) -> None:
    html = md.convert("[8.5% a year](figure:convergence-growth), [$720 billion](figure:convergence-market-2023)")
    buttons = re.findall(r'<button[^>]*class="figure"[^>]*>', html)
    assert [sorted(re.findall(r'(?:popovertarget|data-note)="(\S+?)"', each)) for each in buttons] == [
        ["1", "card-convergence-growth"], ["2", "card-convergence-market-2023"],
    ]  # fmt: skip
    assert re.findall(r'id="(\S+)" popover [^>]*data-note="(\d)"', html) == [
        ("card-convergence-growth", "1"), ("card-convergence-market-2023", "2"),
    ]  # fmt: skip
    assert html.count("Notes on the figures") == 1 and "Notes on the figures" not in md.reset().convert("No number.")


@pytest.mark.parametrize(
    ("target", "place", "link"),
    [
        ("growth.md", "index.md", "growth/"),
        ("growth.md", "market.md", "../growth/"),
        ("index.md", "a/b.md", "../../"),
        ("a/b.md", "a/b.md", "./"),
    ],
)
def test_the_way_between_pages_is_relative(target: str, place: str, link: str) -> None:
    assert way(target, place) == link


def test_a_page_s_address_is_its_folder() -> None:
    assert [address(place) for place in ("index.md", "growth.md", "a/index.md", "a/b.md")] == [
        "",
        "growth/",
        "a/",
        "a/b/",
    ]
