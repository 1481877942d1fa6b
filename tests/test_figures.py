"""Figures and sources: what the files may hold, and what a writer is told when they do not."""

from pathlib import Path

import pytest

from data.figures import read_all
from data.records import DataErrors

SOURCE = """
[maker-2024]
title = "A title"
publisher = "A maker"
published = "2024-11"
kind = "estimate"
interest = "Sells the report."
licence = "All rights reserved; single values are cited."
redistribute = "value"
"""
FIGURE = """
[size-2023]
label = "Size"
value = 720
unit = "USD billion"
rounded_to = 10
as_of = "2023"
scope = "World"
kind = "estimate"
source = "maker-2024"
quote = "it was $720 billion"
read = "the whole"
standing = "confirmed"
review_by = 2027-11-30
"""


def problems_of(folder: Path, figure: str = FIGURE, source: str = SOURCE) -> list[str]:
    (folder / "sources.toml").write_text(source, "utf-8")
    (folder / "market.toml").write_text(figure, "utf-8")
    try:
        read_all(folder)
    except DataErrors as errors:
        return [str(problem) for problem in errors.problems]
    return []


def test_the_figures_of_the_publication_are_read() -> None:
    """IoT Analytics: 720 in 2023, 8.5% a year, past 1,000 in 2027, approaching 1,300 in 2030."""
    figures = read_all().figures
    assert figures["convergence-market-2023"].phrase == "$720 billion"
    assert figures["convergence-growth"].phrase == "8.5% a year"
    assert (figures["convergence-mark-2027"].value, figures["convergence-mark-2027"].bound) == (1000, "above")
    assert (figures["convergence-market-2030"].value, figures["convergence-market-2030"].rounded_to) == (1300, 100)


def test_sound_files_have_no_problems(tmp_path: Path) -> None:
    assert problems_of(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value = 720\n", "", "market.toml: size-2023.value: A figure has either a value or a series. Add value = …, or keep one of the two."),
        ("label = \"Size\"\n", "", "market.toml: size-2023.label: It is missing. Add label = …"),
        ("2027-11-30", "2024-10-30", "market.toml: size-2023.review_by: 2024-10-30 is not after its source of 2024-11. Write the day by which to look again."),
        ('kind = "estimate"', 'kind = "derived"', 'market.toml: size-2023.from: Only a derived figure says what it is worked out from. Write kind = "derived" and from = "…" together, or neither.'),
        ("quote = ", "parts = ['size-2022']\nquote = ", "market.toml: size-2023.parts: There is no figure “size-2022” with a value. Correct the id. Did you mean “size-2023”?"),
        ("quote = ", "via = 'paper-2024'\nquote = ", "market.toml: size-2023.via: There is no source “paper-2024”. Add it to sources.toml, or correct the id. Did you mean “maker-2024”?"),
        ("it was $720 billion", "it was $720 billion" + " or so" * 12, "market.toml: size-2023.quote: It has 28 words. Quote at most 25."),
        ("value = 720", "value = '720'", "market.toml: size-2023.value: It is not a number below 10^15. Write a number below 10^15."),
        ('label = "Size"', "label = 720", "market.toml: size-2023.label: It is not text in quotes. Write text in quotes."),
        ("value = 720", "value = nan", "market.toml: size-2023.value: It is not a number below 10^15. Write a number below 10^15."),
        ("value = 720", "value = true", "market.toml: size-2023.value: It is not a number below 10^15. Write a number below 10^15."),
        (
            "rounded_to = 10\n",
            "",
            "market.toml: size-2023.rounded_to: It is missing. Write rounded_to = the step it was rounded to, such as 10 for 720.",
        ),
        (
            "rounded_to = 10",
            "rounded_to = 100",
            "market.toml: size-2023.rounded_to: 720 is no multiple of 100. Correct the value or the step.",
        ),
        (
            "rounded_to = 10",
            "rounded_to = 0",
            "market.toml: size-2023.rounded_to: A step is larger than 0. Write the step of rounding, such as 10.",
        ),
        (
            'kind = "estimate"',
            'kind = "guess"',
            "market.toml: size-2023.kind: “guess” is not one of its words. Choose from: official, survey, estimate, forecast, derived.",
        ),
        ('label = "Size"', 'label = " "', "market.toml: size-2023.label: It is empty. Fill it in, or remove the key."),
        (
            "2027-11-30",
            "'2027-11-30'",
            "market.toml: size-2023.review_by: It is not a date like 2027-11-30. Write a date like 2027-11-30.",
        ),
        (
            'as_of = "2023"',
            'as_of = "2023-13"',
            "market.toml: size-2023.as_of: “2023-13” is not a date. Write as much as is known: \"2023\", \"2024-11\" or \"2024-11-05\".",
        ),
        (
            'as_of = "2023"',
            'since = "soon"\nas_of = "2023"',
            "market.toml: size-2023.since: “soon” is not a date. Write as much as is known: \"2023\", \"2024-11\" or \"2024-11-05\".",
        ),
        (
            'as_of = "2023"',
            'since = "2023"\nas_of = "2023"',
            "market.toml: size-2023.since: It begins in 2023, not before it ends in 2023. Write when the time that it describes begins.",
        ),
        (
            "maker-2024",
            "maker-2042",
            "market.toml: size-2023.source: There is no source “maker-2042”. Add it to sources.toml, or correct the id. Did you mean “maker-2024”?",
        ),
        (
            "it was $720 billion",
            "it was $702 billion",
            "market.toml: size-2023.quote: It is called confirmed, but $720 billion is not in its quote. Quote the words that hold it, or choose another standing.",
        ),
        ("[size-2023]", "[Size_2023]", "market.toml: Size_2023: An id has small letters, digits and single hyphens. Rename it."),
        ("[size-2023]", "loose = 1\n[size-2023]", "market.toml: loose: It stands outside any table. Put it below a [heading]."),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_file_record_key_and_way_out(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert problems_of(tmp_path, FIGURE.replace(old, new, 1)) == [message]


def test_a_derived_figure_is_reviewed_no_later_than_what_it_is_worked_out_from(tmp_path: Path) -> None:
    derived = FIGURE.replace("size-2023", "half-2023").replace('"estimate"', '"derived"').replace("720", "360")
    derived += 'from = "{size-2023} / {size-2023} * {size-2023} / 2"\n'
    assert problems_of(tmp_path, FIGURE + derived) == []
    later = derived.replace("2027-11-30", "2027-12-01")
    assert problems_of(tmp_path, FIGURE + later) == [
        "market.toml: half-2023.review_by: 2027-12-01 is after the review of size-2023, from which it is worked out. "
        "Write 2027-11-30."
    ]


def test_a_year_after_the_source_is_told_and_so_is_a_review_before_it(tmp_path: Path) -> None:
    later = FIGURE.replace("size-2023", "size").replace('"2023"', '"2025"')
    assert problems_of(tmp_path, later) == [
        "market.toml: size.as_of: It describes 2025, but its source is of 2024-11. Correct the date, or call it a forecast."
    ]
    assert problems_of(tmp_path, later.replace("estimate", "forecast")) == []
    undated = SOURCE.replace('published = "2024-11"\n', "")
    assert problems_of(tmp_path, FIGURE.replace("2027-11-30", "2023-01-01"), undated) == []
    assert problems_of(tmp_path, FIGURE.replace("2027-11-30", "2022-12-31"), undated) == [
        "market.toml: size-2023.review_by: 2022-12-31 is not after 2023, which it describes. "
        "Write the day by which to look again."
    ]


@pytest.mark.parametrize("standing", ["second-hand", "as-reported"])
def test_words_that_another_reports_need_the_place_where_they_were_read(tmp_path: Path, standing: str) -> None:
    told = FIGURE.replace("confirmed", standing)
    assert problems_of(tmp_path, told) == [
        f"market.toml: size-2023.via: It is missing, and its standing is {standing}. "
        "Write via = the publication that was read."
    ]
    assert problems_of(tmp_path, told + 'via = "maker-2024"\n') == []


def test_a_share_of_more_than_all_who_were_asked_is_told(tmp_path: Path) -> None:
    asked = FIGURE.replace("USD billion", "%").replace("$720 billion", "720%").replace('"estimate"', '"survey"')
    assert problems_of(tmp_path, asked) == [
        "market.toml: size-2023.value: 720% is more than all who were asked. Correct the value, or the unit."
    ]
    assert problems_of(tmp_path, asked.replace('"survey"', '"estimate"')) == []
    assert problems_of(tmp_path, asked.replace("720", "100")) == []


def test_the_date_of_a_source_must_exist(tmp_path: Path) -> None:
    assert problems_of(tmp_path, source=SOURCE.replace("2024-11", "2024-13")) == [
        "sources.toml: maker-2024.published: “2024-13” is not a date. "
        'Write as much as is known: "2023", "2024-11" or "2024-11-05".'
    ]


def test_a_list_that_is_none_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, FIGURE + "parts = 'a'\n") == [
        'market.toml: size-2023.parts: It is not a list of texts. Write it like ["a", "b"].'
    ]


@pytest.mark.parametrize("key", ["parts", "within", "follows", "beside"])
def test_a_neighbor_that_does_not_exist_is_told(tmp_path: Path, key: str) -> None:
    assert problems_of(tmp_path, FIGURE + f"{key} = ['size-2032']\n") == [
        f"market.toml: size-2023.{key}: There is no figure “size-2032” with a value. "
        "Correct the id. Did you mean “size-2023”?"
    ]


def test_every_problem_names_the_check_that_found_it(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SOURCE.replace("2024-11", "2024-13"), "utf-8")
    spoiled = FIGURE.replace("$720", "$702").replace("rounded_to = 10", "rounded_to = 7") + "x = 1\n"
    (tmp_path / "market.toml").write_text(spoiled + another("size-2024", 720).replace("720 billion", "7"), "utf-8")
    with pytest.raises(DataErrors) as told:
        read_all(tmp_path)
    assert [each.check for each in told.value.problems] == ["record", "source", "year", "quote"]


def test_a_misspelled_key_is_told_with_the_nearest_and_as_missing(tmp_path: Path) -> None:
    assert problems_of(tmp_path, FIGURE.replace("scope =", "scoop =")) == [
        "market.toml: size-2023.scoop: There is no such key. Remove it, or correct its name. Did you mean “scope”?",
        "market.toml: size-2023.scope: It is missing. Add scope = …",
    ]


def test_a_unit_outside_the_list_is_told_with_the_nearest(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, FIGURE.replace("USD billion", "USD billions"))
    assert problem.startswith("market.toml: size-2023.unit: “USD billions” is not in the list of units. Choose from: ")
    assert problem.endswith("Did you mean “USD billion”?")


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, source=SOURCE + 'url = "www.example.org"\n')
    assert problem == "sources.toml: maker-2024.url: It is not an https address. Write it in full, or leave it out."


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, "[size-2023\n")
    assert problem.startswith("market.toml: the file: It is not valid TOML: ") and "line 1" in problem
    assert problem.endswith(". Correct it there.")


def test_a_day_that_does_not_exist_is_told(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, FIGURE.replace('as_of = "2023"', 'as_of = "2023-02-31"'))
    assert problem.startswith("market.toml: size-2023.as_of: “2023-02-31” is not a date.")


def test_a_fault_in_a_source_is_told_once_and_not_at_every_figure_that_cites_it(tmp_path: Path) -> None:
    assert problems_of(tmp_path, source=SOURCE + "x = 1\n") == [
        "sources.toml: maker-2024.x: There is no such key. Remove it, or correct its name."
    ]


def test_a_falling_number_may_be_quoted_without_its_sign(tmp_path: Path) -> None:
    falling = FIGURE.replace("value = 720", "value = -720").replace("it was", "it fell by")
    assert problems_of(tmp_path, falling) == []


def test_an_id_used_in_two_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "again.toml").write_text(FIGURE, "utf-8")
    assert problems_of(tmp_path) == ["market.toml: size-2023: This id is taken by another file. Choose another id."]


def test_all_problems_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """One in each file, and one between them."""
    found = problems_of(
        tmp_path, FIGURE.replace("value = 720", "value = 721").replace("maker-", "baker-"), SOURCE + "x = 1\n"
    )
    assert [problem.split(":")[:2] for problem in found] == [
        ["sources.toml", " maker-2024.x"],
        ["market.toml", " size-2023.source"],
        ["market.toml", " size-2023.rounded_to"],
        ["market.toml", " size-2023.quote"],
    ]


@pytest.mark.parametrize("quote", ["$0.72 trillion", "720,000 million dollars", "USD 720bn"])
def test_a_quote_may_hold_the_number_in_another_scale(tmp_path: Path, quote: str) -> None:
    assert problems_of(tmp_path, FIGURE.replace("it was $720 billion", quote)) == []


def another(name: str, value: float, **keys: object) -> str:
    """A second figure for the checks that hold figures against each other."""
    changed = (
        FIGURE.replace("size-2023", name)
        .replace("value = 720", f"value = {value}")
        .replace("it was $720", f"it was ${value}")
    )
    return changed + "".join(f"{key} = {content!r}\n" for key, content in keys.items())


def test_parts_that_add_up_within_rounding_are_fine(tmp_path: Path) -> None:
    """500 and 220 stand for 495 to 505 and 215 to 225: together 710 to 730."""
    parts = another("first-2023", 500) + another("second-2023", 220)
    assert problems_of(tmp_path, FIGURE + "parts = ['first-2023', 'second-2023']\n" + parts) == []


def test_parts_that_do_not_add_up_are_told(tmp_path: Path) -> None:
    parts = another("first-2023", 500) + another("second-2023", 300)
    [problem] = problems_of(tmp_path, FIGURE + "parts = ['first-2023', 'second-2023']\n" + parts)
    assert problem == (
        "market.toml: size-2023.parts: Its parts add up to 800, not to 720. Correct a value, or the list of parts."
    )


RATE = """
[rate-2030]
label = "Rate"
value = 8.5
unit = "% a year"
rounded_to = 0.1
as_of = "2030"
scope = "World"
kind = "forecast"
source = "maker-2024"
read = "the whole"
standing = "second-hand"
review_by = 2027-11-30
"""


def grown(value: float, **keys: object) -> str:
    """A figure of 2030 that follows from 720 in 2023 at the rate above: 1,261.6 to 1,287.5 by hand."""
    later = another("size-2030", value, follows=["size-2023", "rate-2030"], **keys)
    return FIGURE + RATE + later.replace('as_of = "2023"', 'as_of = "2030"').replace("estimate", "forecast")


@pytest.mark.parametrize(("value", "bound"), [(1270, None), (1290, None), (1280, "above"), (1270, "below")])
def test_an_end_that_start_and_rate_can_reach_within_rounding_is_fine(
    tmp_path: Path, value: float, bound: str | None
) -> None:
    assert problems_of(tmp_path, grown(value, **({"bound": bound} if bound else {}))) == []


@pytest.mark.parametrize(("value", "bound"), [(1250, None), (1300, None), (1290, "above"), (1260, "below")])
def test_a_start_a_rate_and_an_end_that_disagree_are_told(tmp_path: Path, value: float, bound: str | None) -> None:
    [problem] = problems_of(tmp_path, grown(value, **({"bound": bound} if bound else {})))
    assert problem == (
        f"market.toml: size-2030.follows: 720 growing by 8.5% for 7 years is 1261.6 to 1287.5, not {value}. "
        "Correct a value, or the names."
    )


def test_an_end_that_follows_from_one_figure_alone_is_told(tmp_path: Path) -> None:
    later = another("size-2024", 720, follows=["size-2023"]).replace('as_of = "2023"', 'as_of = "2024"')
    assert problems_of(tmp_path, FIGURE + RATE + later) == [
        "market.toml: size-2024.follows: It is not two figures. Name a start and its rate of growth."
    ]


def test_a_series_stands_in_place_of_a_value_and_its_file_may_be_elsewhere(tmp_path: Path) -> None:
    """A table that may not be published again is in no wheel, and so in no browser."""
    assert (
        problems_of(
            tmp_path,
            FIGURE.replace("value = 720", 'series = "size"').replace(
                'standing = "confirmed"', 'via = "maker-2024"\nstanding = "second-hand"'
            ),
        )
        == []
    )


def test_an_amount_larger_than_what_it_is_counted_within_is_told(tmp_path: Path) -> None:
    inner = FIGURE + "within = ['whole-2023']\n"
    assert problems_of(tmp_path, inner + another("whole-2023", 5140)) == []
    [problem] = problems_of(tmp_path, inner + another("whole-2023", 500))
    assert problem == (
        "market.toml: size-2023.within: $720 billion is more than $500 billion of whole-2023. "
        "Correct a value, or the id."
    )
    [unknown] = problems_of(tmp_path, FIGURE + "within = ['hole-2023']\n" + another("whole-2023", 5140))
    assert unknown.startswith("market.toml: size-2023.within: There is no figure “hole-2023” with a value.")
