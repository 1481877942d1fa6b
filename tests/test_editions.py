"""What a record says twice agrees: id and year, id and edition, edition and source, one edition and the next."""

from pathlib import Path

import pytest

from tests.test_figures import FIGURE, SOURCE, problems_of

PLACE = "market.toml: size-2023"


def edition(name: str, value: float, **keys: str) -> str:
    """An edition of the figure, with other keys where wanted."""
    text = FIGURE.replace("size-2023", name).replace("720", f"{value:g}")
    keys = {"measures": '"size-2023"', "edition": '"2024-11"', **keys}
    for key in keys:
        text = "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{key} ="))
    return text + "".join(f"{key} = {value}\n" for key, value in keys.items() if value)


@pytest.mark.parametrize("year", ["2022", "2024-05"])
def test_an_id_that_names_another_year_is_told(tmp_path: Path, year: str) -> None:
    assert problems_of(tmp_path, FIGURE.replace('as_of = "2023"', f'as_of = "{year}"')) == [
        f"{PLACE}.as_of: It describes {year[:4]}, but its id says 2023. Correct as_of; an id never changes its meaning."
    ]


def test_of_several_years_in_an_id_the_last_before_the_edition_counts(tmp_path: Path) -> None:
    figure = FIGURE.replace("size-2023", "size-2018-to-2023-edition-2024-11")
    assert problems_of(tmp_path, figure + 'edition = "2024-11"\n') == []


@pytest.mark.parametrize(
    ("label", "said"), [("Growth, 2024 to 2030", "2024 and 2030"), ("In 2022, as of March 2023", "2022")]
)
def test_without_a_year_in_the_id_the_label_counts(tmp_path: Path, label: str, said: str) -> None:
    """A month with its year says when it was published, not what it describes."""
    figure = FIGURE.replace("size-2023", "size")
    assert problems_of(tmp_path, figure.replace('"Size"', f'"{label}"')) == [
        f"market.toml: size.as_of: It describes 2023, but its label says {said}. Correct as_of, or the label."
    ]
    assert problems_of(tmp_path, figure.replace('"Size"', '"Growth, 2023 to 2030"')) == []


def test_an_edition_that_is_not_the_one_in_the_id_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, edition("size-2023-edition-2024", 720)) == [
        f"{PLACE}-edition-2024.edition: It is 2024-11, but the id says 2024. Correct it; an id never changes its meaning."
    ]


def test_an_edition_that_its_source_was_not_published_in_is_told(tmp_path: Path) -> None:
    told = f"{PLACE}.edition: It is 2024-07, but its source is of 2024-11. Correct it, or the source."
    assert problems_of(tmp_path, edition("size-2023", 720, edition='"2024-07"')) == [told]
    assert problems_of(tmp_path, edition("size-2023", 720, edition='"2024"')) == []


def test_what_measures_the_same_needs_its_edition(tmp_path: Path) -> None:
    assert problems_of(tmp_path, edition("size-2023", 720, edition="")) == [
        f"{PLACE}.edition: It is missing beside measures. Write edition = when it was published."
    ]


def pair(tmp_path: Path, value: float, **keys: str) -> list[str]:
    """What is told of two editions, the second of July with this value."""
    source = SOURCE + SOURCE.replace("maker-2024", "maker-2024-07").replace('"2024-11"', '"2024-07"')
    second = {"edition": '"2024-07"', "source": '"maker-2024-07"', **keys}
    return problems_of(tmp_path, edition("size-2023", 720) + edition("other-2023", value, **second), source)


def test_two_editions_within_twice_of_one_another_are_fine(tmp_path: Path) -> None:
    assert pair(tmp_path, 1440) == pair(tmp_path, 360) == []


def test_the_same_edition_twice_is_told_of_both(tmp_path: Path) -> None:
    way_out = "Correct one of the two editions, or what they measure."
    assert pair(tmp_path, 720, edition='"2024-11"', source='"maker-2024"') == [
        f"{PLACE}.edition: other-2023 is of the same edition. {way_out}",
        f"market.toml: other-2023.edition: size-2023 is of the same edition. {way_out}",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "shown"), [(1450, "billion", "$1,450 billion"), (350, "billion", "$350 billion")]
)
def test_an_amount_more_than_twice_that_of_another_edition_is_told_of_both(
    tmp_path: Path, value: float, unit: str, shown: str
) -> None:
    way_out = "Correct a value, a unit, or what they measure."
    assert pair(tmp_path, value) == [
        f"{PLACE}.value: $720 billion is not an edition of {shown}, which other-2023 gives. {way_out}",
        f"market.toml: other-2023.value: {shown} is not an edition of $720 billion, which size-2023 gives. {way_out}",
    ]


def test_editions_are_compared_in_one_scale(tmp_path: Path) -> None:
    in_millions = {"unit": '"USD million"', "quote": '"it was $720,000 million"'}
    assert pair(tmp_path, 720000, **in_millions, rounded_to="1000") == []


def test_an_edition_in_another_unit_is_told_of_both(tmp_path: Path) -> None:
    way_out = "Correct one of the two units, or what they measure."
    assert pair(tmp_path, 72, unit='"%"', rounded_to="1", quote='"it was 72%"') == [
        f"{PLACE}.unit: It is in USD billion, but its edition other-2023 in %. {way_out}",
        f"market.toml: other-2023.unit: It is in %, but its edition size-2023 in USD billion. {way_out}",
    ]
