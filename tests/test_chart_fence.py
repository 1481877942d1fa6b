"""Charts in articles: what a fence may ask for, what it draws, and what the check tells of a wrong one."""

from pathlib import Path

import pytest
from markdown import Markdown

from calculators import knowledge
from publishing import ROOT
from publishing.charts.asked import read_asked
from publishing.prose.pages import page_findings
from publishing.prose.scan import Page

PARTS = """kind    = "parts"
title   = "More than half of the {convergence-market-2023} is IT software"
figures = ["convergence-it-software-2023", "convergence-ot-2023", "convergence-data-center-2023"]
"""
GROWTH = """calculator = "market-growth"
table      = "path"
inputs     = { target_year = "2028" }
"""


@pytest.fixture
def md() -> Markdown:
    from publishing.charts.fence import chart_fence

    fences = [{"name": "chart", "class": "chart", "format": chart_fence}]
    return Markdown(
        extensions=["publishing.markdown", "pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": fences}},
    )


def told(tmp_path: Path, fence: str) -> list[str]:
    path = tmp_path / "page.md"
    path.write_text(f"# Page\n\n```chart\n{fence}```\n", "utf-8")
    return [str(each.problem) for each in page_findings(Page(path, "docs/page.md"), knowledge())]


def test_three_parts_come_to_720() -> None:
    """385 + 242 + 93 = 720."""
    chart = read_asked(PARTS, knowledge()).chart
    assert chart["label"] == "More than half of the $720 billion is IT software"
    assert [(row["from"], row["to"]) for row in chart["rows"]] == [(0, 385), (385, 627), (627, 720), (0, 720)]
    assert chart["sentence"].endswith(": $93 billion. Together they come to $720 billion.")


def test_labels_stand_in_place_of_the_figures_own() -> None:
    chart = read_asked(f'{PARTS}labels = ["Software", "OT", "Data centers"]\n', knowledge()).chart
    assert [row["label"] for row in chart["rows"]] == ["Software", "OT", "Data centers", "Together"]


def test_bars_show_the_rounding_that_is_wide_enough_to_be_seen() -> None:
    """720 stands for 715 to 725; Gartner's total in millions for a thousandth of a billion, which nobody would see."""
    fence = 'kind = "bars"\ntitle = "A"\nfigures = ["convergence-market-2023", "gartner-it-2023-edition-2024-01"]\n'
    first, second = read_asked(fence, knowledge()).chart["rows"]
    assert (first["low"], first["high"], second["low"]) == (715, 725, None)


def test_the_words_for_what_rounding_allows_have_the_digits_that_it_takes() -> None:
    """23 rounded to ones stands for 22.5 to 23.5, and so does 8 for 7.5 to 8.5."""
    for name, said in {
        "technology-share-2023-rockwell": "22.5% to 23.5%",
        "gartner-growth-2024-edition-2023-10": "7.5% to 8.5%",
    }.items():
        chart = read_asked(f'kind = "bars"\ntitle = "A"\nfigures = ["{name}"]\n', knowledge()).chart
        assert chart["sentence"].endswith(f"may be {said}.")


def test_decimals_at_the_bars_are_cut_where_a_writer_asks() -> None:
    """Gartner's 4,678.847 of January 2024, to whole billions."""
    names = '["gartner-it-2023-edition-2024-01", "convergence-market-2023"]'
    fence = f'kind = "bars"\ntitle = "Two"\nfigures = {names}\ndigits = 0\n'
    assert [row["text"] for row in read_asked(fence, knowledge()).chart["rows"]] == ["4,679", "720"]


def test_all_editions_are_asked_for_by_what_they_measure() -> None:
    chart = read_asked('kind = "bars"\ntitle = "A"\nmeasures = "gartner-it-2023"\n', knowledge()).chart
    assert [row["text"] for row in chart["rows"]] == ["4,678.847", "4,898.401", "4,750"]
    assert "Source: Gartner (second-hand)." in " ".join(chart["sizes"]["wide"]["signals"]["source"])


def test_figures_of_several_years_make_a_line() -> None:
    fence = 'kind = "line"\ntitle = "A"\nfigures = ["convergence-market-2030", "convergence-market-2023"]\n'
    chart = read_asked(fence, knowledge()).chart
    assert [(row["at"], row["value"]) for row in chart["rows"]] == [(2023, 720), (2030, 1300)]


def test_the_chart_of_a_calculator_is_its_own() -> None:
    """720 · 1.085⁵ = 1,082.6."""
    asked = read_asked(GROWTH, knowledge())
    assert asked.chart["label"] == "At 8.5% a year, $720 billion in 2023 becomes $1,082.6 billion in 2028"
    assert "Your numbers" not in " ".join(asked.chart["sizes"]["wide"]["signals"]["source"])
    assert [row["low"] is not None for row in asked.chart["rows"]] == [True] * 6


def test_it_is_drawn_with_sentence_table_cards_and_downloads(md: Markdown) -> None:
    html = md.convert(f"```chart\n{PARTS}```\n\n```chart\n{GROWTH}```\n")
    assert html.count("<svg") == 4 and html.count(">Download PNG</button>") == 2
    assert 'data-file="index-chart-1"' in html and 'data-file="index-chart-2"' in html
    assert html.count('class="figure" popovertarget="card-convergence-ot-2023"') == 1
    assert 'id="card-convergence-market-2023" popover' in html
    assert "<td>2028</td><td>1,082.6</td>" in html
    assert html.count('Together they come to $720 billion.<sup class="age-mark"') == 1


@pytest.mark.parametrize(
    ("fence", "said"),
    [
        (PARTS.replace("ot-2023", "ot-2032"), "There is no figure “convergence-ot-2032”. Correct the id, or add the figure. Did you mean"),
        (PARTS.replace("{convergence-market-2023}", "$720 billion"), "It holds “$720 billion”. Write the figure’s id in braces in its place."),
        (PARTS.replace("{convergence-market-2023}", "{convergence-market-2032}"), "There is no figure “convergence-market-2032”."),
        (PARTS.replace('"parts"', '"pie"'), "Write kind (bars, parts, differences, line), title, figures, and as many labels as figures or none."),
        (PARTS.replace('"convergence-ot-2023"', '"convergence-growth"'), "Its figures are not single numbers in one unit. Choose others."),
        (f"{PARTS}color = 'red'\n", "There is no key “color” here. Correct the lines of the fence."),
        (GROWTH.replace('"path"', '"paths"'), "market-growth has no chart of a table “paths”. Did you mean “path”?"),
        (GROWTH.replace('"2028"', '"2020"'), "target_year: Choose a year from 2023 on. Correct the inputs."),
        (GROWTH.replace("market-growth", "market-grow"), "There is no calculator “market-grow”. Did you mean “market-growth”?"),
        ('calculator = "technology-budget"\ntable = "x"\n', "It leaves out operating_budget, technology_spending. Add them to its inputs."),
        ("kind = parts\n", "Invalid value"),
    ],
)  # fmt: skip
def test_a_wrong_fence_is_told_at_its_place_with_a_way_out(tmp_path: Path, fence: str, said: str) -> None:
    found = told(tmp_path, fence)
    assert found and found[0].startswith("docs/page.md:") and any(said in each for each in found), found


@pytest.mark.parametrize("fence", [PARTS, GROWTH])
def test_a_right_fence_is_told_of_nothing(tmp_path: Path, fence: str) -> None:
    assert told(tmp_path, fence) == []


def test_a_wrong_fence_stops_the_build(md: Markdown) -> None:
    from pymdownx.superfences import SuperFencesException

    with pytest.raises(SuperFencesException, match="There is no figure “convergence-ot-2032”"):
        md.convert(f"```chart\n{PARTS.replace('ot-2023', 'ot-2032')}```\n")


def test_the_articles_hold_their_four_charts() -> None:
    pages = {name: Page(ROOT / "docs" / f"{name}.md", name) for name in ("market", "totals", "growth")}
    charts = {name: [fence.text for fence in page.fences if fence.target == "chart"] for name, page in pages.items()}
    assert {name: len(found) for name, found in charts.items()} == {"market": 1, "totals": 2, "growth": 1}
    said = [read_asked(text, knowledge()).chart["label"] for found in charts.values() for text in found]
    assert said == [
        "More than half of the $720 billion is IT software",
        "The convergence market is 14.0% of all IT and OT spending",
        "One year, three editions: Gartner’s total of IT spending in 2023 was revised up, then down",
        "At 8.5% a year, $720 billion in 2023 becomes $1,082.6 billion in 2028",
    ]
