"""Reading and showing numbers: one rule, and its property."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.units import SMALLEST, UNITS, UnreadableNumber, canonical, read, show, twelve

READINGS = {
    "720": 720,
    "1.200": 1.2,
    "1,200": 1200,
    "12,345": 12345,
    "0,125": 0.125,
    "8,5": 8.5,
    "1234,567": 1234.567,
    "1.200,5": 1200.5,
    "1,200.5": 1200.5,
    "1,200,300": 1200300,
    "1.200.300": 1200300,
    "1.234.567,89": 1234567.89,
    "1 200": 1200,
    "1\u00a0200,5": 1200.5,
    "1\u2009200\u2009300": 1200300,
    "1'200'300.5": 1200300.5,
    "1’200": 1200,
    "−5": -5,
    "- 5": -5,
    "+5": 5,
    "-0": 0,
    ".5": 0.5,
    "8.": 8,
    "007": 7,
    "$720": 720,
    "-$720": -720,
    "US$ 720 bn": 720,
    "720 USD billion": 720,
    "0.72 trillion": 720,
    "720,000 million": 720,
    "720000 m": 720,
    "720000000 k": 720,
    "720 Billion dollars": 720,
    "720B": 720,
    "$0.72T": 720,
}
REFUSALS = {
    "": "This is empty. Enter a number.",
    "   ": "This is empty. Enter a number.",
    "NaN": "“NaN” is not a number. Write digits, like 1274.5.",
    "inf": "“inf” is not a number. Write digits, like 1274.5.",
    "-$-5": "“-$-5” is not a number. Write digits, like 1274.5.",
    "٣": "“٣” is not a number. Write digits, like 1274.5.",
    "１２": "“１２” is not a number. Write digits, like 1274.5.",
    "720\u202e": "“\u202e” is not understood here. Write a number in USD billion.",
    "0x10": "“x10” is not understood here. Write a number in USD billion.",
    "1_000": "“_000” is not understood here. Write a number in USD billion.",
    "720 €": "“€” is not understood here. Write a number in USD billion.",
    "8.5%": "“%” is not understood here. Write a number in USD billion.",
    "1 million million": "“million million” is not understood here. Write a number in USD billion.",
    "1e6": "Exponents are not read here. Write the number in full, like 1200000.",
    "1,20,300": "“1,20,300” is not grouped in threes. Write it like 1200000 or 1,200,000.",
    "1,200.300,5": "“1,200.300,5” is not grouped in threes. Write it like 1200000 or 1,200,000.",
    "0,125,000": "“0,125,000” is not grouped in threes. Write it like 1200000 or 1,200,000.",
    "1..2": "“1..2” is not grouped in threes. Write it like 1200000 or 1,200,000.",
    "1 20": "“1 20” is not grouped in threes. Write it like 1200000 or 1,200,000.",
    "1000000000000000": "This number is too large. Write one below 1,000,000,000,000,000.",
    "0." + "0" * 30 + "1": "This number is too small to tell from 0. Write 0 or a larger one.",
    "7" * 400: "This has 400 characters. Write a number of at most 60.",
}


@pytest.mark.parametrize(("text", "value"), READINGS.items())
def test_a_number_is_read_by_the_one_rule(text: str, value: float) -> None:
    assert read(text, "USD billion").value == value


@pytest.mark.parametrize(("text", "message"), REFUSALS.items())
def test_what_is_no_number_is_refused_with_a_way_out(text: str, message: str) -> None:
    with pytest.raises(UnreadableNumber) as refused:
        read(text, "USD billion")
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "unit", "note"),
    [
        ("1,200", "USD billion", "Read as 1200, the comma grouping thousands. For a decimal write 1.200."),
        ("1.200", "USD billion", "Read as the decimal 1.2. For thousands write 1200."),
        ("0.72 trillion", "USD billion", "Read as 720 USD billion."),
        (
            "1,200 million",
            "USD billion",
            "Read as 1200, the comma grouping thousands. For a decimal write 1.200. Read as 1.2 USD billion.",
        ),
        ("8,5", "%", ""),
        ("720 bn", "USD billion", ""),
    ],
)
def test_the_field_says_how_it_read_where_another_reading_is_usual(text: str, unit: str, note: str) -> None:
    assert read(text, unit).note == note


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("8.5%", "% a year", 8.5),
        ("8.5 % a year", "% a year", 8.5),
        ("8.5% per annum", "% a year", 8.5),
        ("8.5 p.a.", "% a year", 8.5),
        ("8,5 percent", "%", 8.5),
        ("2027", "year", 2027),
        ("7 years", "years", 7),
        ("$125,000 per hour", "USD an hour", 125000),
    ],
)
def test_a_unit_s_own_words_may_follow_the_number(text: str, unit: str, value: float) -> None:
    assert read(text, unit).value == value


@pytest.mark.parametrize(
    ("text", "unit", "message"),
    [
        ("$5", "%", "This is not an amount of money. Write it in percent."),
        ("5 k", "%", "“k” is not understood here. Write a number in percent."),
        ("2027 m", "year", "“m” is not understood here. Write a number in years, like 2030."),
        ("$2027", "year", "This is not an amount of money. Write it in years, like 2030."),
        ("5 %%", "%", "“%%” is not understood here. Write a number in percent."),
        ("8.5 a", "% a year", "“a” is not understood here. Write a number in percent a year."),
        ("5 $ usd dollars", "USD", "“$ usd dollars” is not understood here. Write a number in USD."),
    ],
)
def test_money_is_not_read_where_no_money_is_asked(text: str, unit: str, message: str) -> None:
    with pytest.raises(UnreadableNumber) as refused:
        read(text, unit)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("value", "unit", "digits", "text"),
    [
        (1274.4561, "USD billion", 1, "1,274.5"),
        (-0.4, "USD billion", 1, "−0.4"),
        (-0.04, "USD billion", 1, "0.0"),
        (2027, "year", 0, "2027"),
        (8.5, "% a year", 1, "8.5"),
        (0.1 + 0.2, "%", 1, "0.3"),
    ],
)
def test_a_number_is_shown_grouped_with_a_real_minus(value: float, unit: str, digits: int, text: str) -> None:
    assert show(value, unit, digits) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (720.0, "720"),
        (8.5, "8.5"),
        (-0.0, "0"),
        (1e14, "100000000000000"),
        (1e-9, "0.000000001"),
        (1234.5678901234, "1234.56789012"),
    ],
)
def test_what_is_written_into_links_and_files_has_no_grouping_and_no_exponent(value: float, text: str) -> None:
    assert canonical(value) == text


def test_a_unit_is_set_around_its_number() -> None:
    assert UNITS["USD billion"].phrase("−1,274.5") == "−$1,274.5 billion"
    assert UNITS["% a year"].phrase("8.5") == "8.5% a year"
    assert UNITS["years"].phrase("−1") == "−1 year"


@pytest.mark.parametrize(
    ("unit", "ends", "said"),
    [
        ("USD billion", ("715", "725"), "$715 billion to $725 billion"),
        ("USD an hour", ("102,500", "103,500"), "$102,500 to $103,500 an hour"),
        ("%", ("−0.5", "8"), "−0.5% to 8%"),
        ("% a year", ("8.45", "8.55"), "8.45% to 8.55% a year"),
        ("points", ("−2.9", "16.4"), "−2.9 to 16.4 points"),
        ("years", ("0", "1"), "0 to 1 year"),
        ("million", ("38", "42"), "38 million to 42 million"),
        ("year", ("2027", "2030"), "2027 to 2030"),
    ],
)
def test_a_range_has_sign_and_scale_at_both_ends_and_says_the_rest_once(
    unit: str, ends: tuple[str, str], said: str
) -> None:
    assert UNITS[unit].between(*ends) == said


def test_a_range_may_be_of_one_or_the_other() -> None:
    assert UNITS["years"].between("2", "3", "or") == "2 or 3 years"


@pytest.mark.parametrize(
    ("unit", "after"), [("%", "%"), ("% a year", "% a year"), ("USD billion", " USD billion"), ("year", "")]
)
def test_a_percent_sign_follows_its_number_without_a_space_and_a_word_with_one(unit: str, after: str) -> None:
    assert UNITS[unit].after == after


numbers = st.floats(min_value=-1e15, max_value=1e15, exclude_min=True, exclude_max=True).filter(
    lambda x: abs(twelve(x)) < 1e15
)


@given(value=numbers, unit=st.sampled_from(sorted(UNITS)), digits=st.integers(0, 30))
def test_reading_what_was_shown_gives_the_number_shown(value: float, unit: str, digits: int) -> None:
    """The property of design 5.9: read(show(x, digits)) == round(twelve(x), digits), for every unit."""
    shown = round(twelve(value), digits)
    if abs(shown) < 1e15:
        assert read(show(value, unit, digits), unit).value == shown


@given(value=numbers, unit=st.sampled_from(sorted(UNITS)))
def test_reading_what_was_written_into_a_link_gives_the_same_twelve_digits(value: float, unit: str) -> None:
    if not 0 < abs(value) < SMALLEST:
        assert read(canonical(value), unit).value == twelve(value)


@given(text=st.text(max_size=80))
def test_any_text_is_a_number_or_a_told_problem(text: str) -> None:
    try:
        assert abs(read(text, "USD billion").value) < 1e15
    except UnreadableNumber as refused:
        assert str(refused).endswith(".")
