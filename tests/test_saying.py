"""Whether words say a number rightly, and what they should be."""

import pytest

from publishing.prose.saying import Number, fault, lacks_unit, right

MARKET = Number(720, "USD billion", 10)
TOTAL = Number(4678.847, "USD billion", 0.001)
GROWTH = Number(8.5, "% a year", 0.1)
HOUR = Number(125000, "USD an hour", 1000)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("$720 billion", MARKET),
        ("about $720 billion", MARKET),
        ("$0.72 trillion", MARKET),
        ("about $700 billion", MARKET),
        ("over $700 billion", MARKET),
        ("$4.68 trillion", TOTAL),
        ("$4,679 billion", TOTAL),
        ("nearly $5 trillion", TOTAL),
        ("8.5%", GROWTH),
        ("8.5% a year", GROWTH),
        ("almost 9%", GROWTH),
        ("$125,000 an hour", HOUR),
        ("$125 thousand", HOUR),
        ("10%", Number(10.0, "%", 0.1)),
    ],
)
def test_a_right_rounding_with_a_right_word_is_accepted(text: str, number: Number) -> None:
    assert fault(text, number) is None


@pytest.mark.parametrize(
    ("text", "number", "wrong", "mended"),
    [
        ("$735 billion", MARKET, "The figure is $720 billion.", "$720 billion"),
        ("about $0.73 trillion", MARKET, "The figure is $720 billion.", "about $0.72 trillion"),
        ("$700 billion", MARKET, "The figure is $720 billion.", "$720 billion"),
        ("$720 million", MARKET, "The figure is $720 billion.", "$720,000 million"),
        ("nearly $700 billion", MARKET, "“nearly” points the wrong way: the figure is $720 billion.", "$720 billion"),
        ("over $730 billion", MARKET, "The figure is $720 billion.", "$720 billion"),
        ("over $5 trillion", TOTAL, "“over” points the wrong way: the figure is $4,678.847 billion.", "$5 trillion"),
        ("$720.0 billion", MARKET, "It is more exact than what was published.", "$720 billion"),
        ("$4.67 trillion", TOTAL, "The figure is $4,678.847 billion.", "$4.68 trillion"),
        ("7%", GROWTH, "The figure is 8.5% a year.", "8%"),
        ("8.50%", GROWTH, "It is more exact than what was published.", "8.5%"),
        ("between 8% and 9%", GROWTH, "It is not one number in digits with its unit.", "8.5% a year"),
        ("mostly $720 billion", MARKET, "It is not one number in digits with its unit.", "$720 billion"),
        ("eight percent", GROWTH, "It is not one number in digits with its unit.", "8.5% a year"),
    ],
)
def test_a_wrong_number_word_or_precision_is_told_and_mended(
    text: str, number: Number, wrong: str, mended: str
) -> None:
    assert fault(text, number) == wrong
    assert right(text, number) == mended
    assert fault(mended, number) is None


@pytest.mark.parametrize(
    ("text", "unit", "lacks"),
    [
        ("23", "%", True),
        ("23%", "%", False),
        ("720", "USD billion", True),
        ("$720", "USD billion", True),
        ("$5", "USD", False),
    ],
)
def test_a_missing_unit_is_seen(text: str, unit: str, lacks: bool) -> None:
    assert lacks_unit(text, unit) is lacks
