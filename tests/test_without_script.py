"""The page without JavaScript: labeled inputs, answer, formula, and the answer for other numbers worked out before."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators import knowledge
from calculators.contract.reading import read_inputs
from publishing.beforehand import around, draw_beforehand, values, varied
from publishing.form import draw
from tests.cases import all_names, shape
from tests.forms import form
from tests.servers import SiteServer, running

CELLS = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)


def table(html: str) -> list[list[str]]:
    """The rows of the table drawn, as a reader sees them."""
    lines = re.findall(r"<tr[^>]*>(.*?)</tr>", html, re.DOTALL)
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in CELLS.findall(line)] for line in lines]


def test_the_first_number_is_varied_around_its_start_which_is_marked() -> None:
    """Half of 720 gives half of 1,274.502, half as much again gives one and a half times that."""
    head, *rows = table(draw_beforehand(shape("market-growth"), {}))
    assert head == [
        "Market in the base year USD billion", "Market in the target year USD billion", "Within the published rounding",
    ]  # fmt: skip
    assert [row[0] for row in rows] == ["360", "540", "648", "720 at the start", "792", "900", "1,080"]
    assert rows[0][1] == "637.3" and rows[6][1] == "1,911.8"
    assert rows[3] == ["720 at the start", "1,274.5", "1,261.6 to 1,287.5"]


def test_the_start_of_a_fence_is_the_row_marked() -> None:
    """720 × 1.085⁴ = 997.8; 1,440 is twice that."""
    rows = table(draw_beforehand(shape("market-growth"), {"base": "1440", "target_year": "2027"}))
    assert [row[:2] for row in rows if "start" in row[0]] == [["1,440 at the start", "1,995.6"]]


def test_a_calculator_of_the_readers_own_numbers_varies_its_worked_example() -> None:
    """8 of 20 million are 40%, of 60 million 13.3%."""
    head, *rows = table(draw_beforehand(shape("technology-budget"), {}))
    assert head == ["Operating budget million", "Technology share of the operating budget %"]
    assert rows[0] == ["20", "40.0"] and rows[3] == ["40 in the worked example", "20.0"] and rows[6] == ["60", "13.3"]


def test_beside_a_table_the_first_mark_is_varied_and_the_output_that_follows_it_is_shown() -> None:
    """Of two plants at 20 and 30%, one is below 23%, none below 20%."""
    head, *rows = table(draw_beforehand(shape("group-benchmark"), {}))
    assert head[0] == "Lower mark %" and "Technology share of the group %" not in head
    assert len({row[1] for row in rows}) > 1


def test_what_the_calculator_refuses_has_no_row() -> None:
    asked = shape("edition-compare")
    field = varied(asked)
    assert field is not None and field.name == "year"
    assert around(field, 2099) == [2096, 2097, 2098, 2099, 2100]
    growth = draw_beforehand(shape("market-growth"), {"base": "0"})
    assert growth == ""


def test_a_choice_is_varied_over_its_words_and_a_yes_or_no_over_both() -> None:
    fields = shape("every-kind").fields
    given = read_inputs(shape("every-kind"), {}, knowledge()).values
    assert values(fields["direction"], given["direction"]) == ["up", "down"]
    assert values(fields["compound"], given["compound"]) == ["yes", "no"]


def test_a_calculator_of_tables_alone_has_its_worked_example_only() -> None:
    assert varied(shape("own-group")) is None and draw_beforehand(shape("own-group"), {}) == ""


@pytest.mark.parametrize("name", [name for name in all_names() if name != "own-group"])
def test_every_calculator_has_a_captioned_table_of_several_answers_with_one_start(name: str) -> None:
    html = draw_beforehand(shape(name), {})
    assert html.count("<caption>") == 1 and html.count('class="beforehand-start"') == 1
    assert len(table(html)) >= 3 and "None" not in html and "–" not in html


@pytest.mark.parametrize(
    ("name", "keys"),
    [("base", "text"), ("rate", "text"), ("base_year", "numeric"), ("target_year", "numeric"), ("mark", "text")],
)
def test_only_a_year_calls_up_a_keypad_of_digits(name: str, keys: str) -> None:
    control = re.search(rf'<input [^>]*name="{name}"[^>]*>', draw("market-growth", {}), re.DOTALL)
    assert control is not None
    for part in (f'inputmode="{keys}"', 'enterkeyhint="done"', 'autocomplete="off"', 'autocapitalize="none"', 'spellcheck="false"'):  # fmt: skip
        assert part in control[0]


@pytest.fixture(scope="module")
def plain(browser: Browser, site: Path) -> Iterator[Page]:
    """A page in a browser whose JavaScript is off."""
    with running(SiteServer(site)) as server:
        context = browser.new_context(java_script_enabled=False, base_url=server.address)
        yield context.new_page()
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "answer"), [("market-growth", "1,274.5"), ("technology-budget", "20.0"), ("group-benchmark", "27.5")]
)
def test_without_script_inputs_answer_formula_and_table_are_there_to_read(plain: Page, name: str, answer: str) -> None:
    plain.goto(f"calculators/{name}/")
    calculator = form(plain)
    for control in calculator.locator(":is(input, select, textarea)[name]").all():
        assert control.evaluate("control => control.labels[0].textContent.trim()")
    shown = calculator.locator(".calculator-answer").get_by_text(answer, exact=True)
    expect(shown.first).to_be_visible()
    expect(calculator.locator("[data-working] math").first).to_be_visible()
    expect(plain.locator(".calculator-beforehand tbody tr").first).to_be_visible()
    expect(plain.locator(".beforehand-mark")).to_be_visible()
