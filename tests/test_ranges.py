"""Ranges that a reader types: two numbers with a dash or "to" between, the smaller first."""

import pytest

from data.ranges import Range, read_range
from data.units import UnreadableNumber


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("8–9 %", "%", 8, 9),
        ("8 to 9", "%", 8, 9),
        ("0.7 to 0.8 trillion", "USD billion", 700, 800),
        ("-5 – -3", "%", -5, -3),
        ("720", "USD billion", 720, 720),
        ("8–8", "%", 8, 8),
    ],
)
def test_a_range_is_read_with_what_stands_after_its_end(text: str, unit: str, low: float, high: float) -> None:
    found = read_range(text, unit)
    assert (found.low, found.high) == (low, high)


def test_a_range_says_how_it_is_used() -> None:
    assert read_range("8–9", "%") == Range(8, 9, "Read as 8 to 9: the answer is for 8.5, the band for the range.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9–8", "9 is more than 8. Write the smaller number first."),
        ("8–x", "“–x” is not understood here. Write a number in percent."),
        ("8 to 9 to 10", "“to 9 to 10” is not understood here. Write a number in percent."),
    ],
)
def test_what_is_no_range_is_refused_with_a_way_out(text: str, message: str) -> None:
    with pytest.raises(UnreadableNumber) as refused:
        read_range(text, "%")
    assert str(refused.value) == message
