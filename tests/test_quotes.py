"""A quote holds its figure's number: in the figure's own scale and unit, no coarser than the rounding recorded."""

from pathlib import Path

import pytest

from tests.test_figures import FIGURE, problems_of

PLACE = "market.toml: size-2023"
LACKS = "is not in its quote. Quote the words that hold it, or"


def problem(tmp_path: Path, quote: str, **keys: str) -> str:
    """The one problem of the figure with this quote; empty where there is none."""
    text = FIGURE.replace("it was $720 billion", quote)
    for key, value in keys.items():
        old = next(line for line in text.splitlines() if line.startswith(f"{key} = "))
        text = text.replace(old, f"{key} = {value}", 1)
    told = problems_of(tmp_path, text)
    assert len(told) < 2
    return "".join(told)


@pytest.mark.parametrize(
    "quote",
    [
        "$720 billion",
        "US$720bn",
        "$0.72 trillion",
        "720,000 million dollars",
        "USD 720,000,000,000",
        "Overall IT 720,000 7.1",
        "of 720, more",
    ],
)
def test_the_number_may_stand_in_another_scale_or_in_a_row_without_one(tmp_path: Path, quote: str) -> None:
    assert problem(tmp_path, quote) == ""


@pytest.mark.parametrize("quote", ["$720", "$720 million", "720 trillion", "$7.2 billion", "seven hundred and twenty"])
def test_a_number_in_a_scale_that_is_not_the_figures_is_told(tmp_path: Path, quote: str) -> None:
    assert (
        problem(tmp_path, quote)
        == f"{PLACE}.quote: It is called confirmed, but $720 billion {LACKS} choose another standing."
    )


def test_a_quote_at_second_hand_holds_the_number_too(tmp_path: Path) -> None:
    told = problem(tmp_path, "it was $702 billion", standing='"second-hand"\nvia = "maker-2024"')
    assert told == f"{PLACE}.quote: $720 billion {LACKS} remove the quote."


def share(quote: str, tmp_path: Path, unit: str = "%") -> str:
    return problem(tmp_path, quote, value="8.5", unit=f'"{unit}"', rounded_to="0.1")


@pytest.mark.parametrize("quote", ["8.5%", "8.5 percent", "8.5 per cent of all", "Overall IT 4,678,847 8.5", "8.5-9%"])
def test_a_percentage_stands_with_its_sign_or_in_a_row(tmp_path: Path, quote: str) -> None:
    assert share(quote, tmp_path) == ""


@pytest.mark.parametrize(
    ("quote", "unit"),
    [
        ("$8.5", "%"),
        ("8.5 billion", "%"),
        ("8.5% per annum", "%"),
        ("8.5 percent a year", "points"),
        ("8.5%", "USD billion"),
    ],
)
def test_a_number_of_another_unit_is_told(tmp_path: Path, quote: str, unit: str) -> None:
    assert share(quote, tmp_path, unit) == (
        f"{PLACE}.quote: Its number stands there, but not in {unit}. Correct the unit or the quote."
    )


def test_a_yearly_rate_may_be_quoted_without_its_year(tmp_path: Path) -> None:
    assert share("grows by 8.5%", tmp_path, "% a year") == share("8.5% per annum", tmp_path, "% a year") == ""


@pytest.mark.parametrize(("quote", "least"), [("$720 billion", "1"), ("$0.72 trillion", "10")])
def test_a_rounding_finer_than_the_number_quoted_is_told(tmp_path: Path, quote: str, least: str) -> None:
    assert problem(tmp_path, quote, rounded_to="0.1") == (
        f"{PLACE}.rounded_to: It is finer than the number in its quote. Write rounded_to = {least} or more."
    )
    assert problem(tmp_path, quote, rounded_to=least) == ""
