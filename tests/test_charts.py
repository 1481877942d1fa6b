"""What a chart is made of, before anybody draws it: the table's numbers, zero in sight, words that fit."""

from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.answer import answer, no_answer
from calculators.contract.charts import SENSITIVITY
from calculators.contract.charts.bars import Bar, bar_chart
from calculators.contract.charts.frame import TEXT, TITLES, WIDTHS, Heading, Mark
from calculators.contract.charts.lettering import lines, width
from calculators.contract.charts.line import Point, Series, line_chart
from calculators.contract.charts.ticks import digits, ticks
from calculators.contract.declarations import Line, Parts, names_in
from calculators.contract.reading import Missing
from calculators.contract.release import release
from data.units import show
from tests.cases import all_names, cases, first_example, shape

ALL = pytest.mark.parametrize("name", all_names())
HEADING = Heading("What was found", "Spent", "USD million", "Source: nobody.")


def charts(name: str, **texts: str) -> dict[str, Any]:
    found: dict[str, Any] = answer(shape(name), texts or first_example(name)["inputs"], knowledge())["charts"]
    return found


def cells(name: str, table: str, column: str, **texts: str) -> list[tuple[Any, str]]:
    """The numbers of a column with their texts; one that is an input's keeps the input's digits."""
    given = answer(shape(name), texts or first_example(name)["inputs"], knowledge())
    heads = given["tables"][table]["columns"]
    place = [head["name"] for head in heads].index(column)
    own = [each for each in given["inputs"].values() if each["unit"] and each["unit"] == heads[place]["unit"]]
    found = [row[place] for row in given["tables"][table]["rows"]]
    said = [[each["text"] for each in own if each["value"] == cell["value"]] for cell in found]
    return [(cell["value"], (texts or [cell["text"]])[0]) for cell, texts in zip(found, said, strict=True)]


def test_growth_is_a_line_with_its_band_and_its_mark() -> None:
    """715 · 1.0845⁷ = 1,261.6 and 725 · 1.0855⁷ = 1,287.5; in 2023 the rounding alone: 715 to 725."""
    chart = charts("market-growth", rate="8.5")["path"]
    assert chart["label"] == "At 8.5% a year, $720 billion in 2023 becomes $1,274.5 billion in 2030"
    first = chart["rows"][0]
    assert (first["place"], first["low"], first["high"]) == ("2023", 715, 725)
    assert (round(chart["rows"][-1]["low"], 1), round(chart["rows"][-1]["high"], 1)) == (1261.6, 1287.5)
    assert chart["marks"] == [{"label": "Mark to pass", "value": 1000, "text": "$1,000 billion"}]
    assert chart["sentence"] == (
        "Market: from $720 billion in 2023 to $1,274.5 billion in 2030. "
        "It is first above “Mark to pass” ($1,000 billion) in 2028. "
        "Within the published rounding it may be $1,261.6 billion to $1,287.5 billion in 2030."
    )


def test_a_number_has_the_same_digits_in_title_sentence_and_drawing() -> None:
    """IT and OT are inputs and keep their published digits; what is left, 219.153, is an answer with one."""
    chart = charts("reconcile-totals", ot="242")["parts"]
    assert chart["label"].startswith("Beside $4,678.847 billion for IT and $242 billion for OT, $219.2 billion")
    assert [row["text"] for row in chart["rows"]] == ["4,678.847", "242", "219.2", "5,140.0"]
    assert chart["sentence"].startswith(
        "IT, by Gartner: $4,678.847 billion; OT: $242 billion; Left unexplained: $219.2"
    )


def test_a_line_that_turns_says_where_it_is_highest_and_one_that_falls_says_so() -> None:
    from calculators.contract.charts.sentences import line_sentence

    points = [Point(at, str(at), value, show(value, "USD million", 0)) for at, value in ((1, 8.0), (2, 9.0), (3, 4.0))]
    said = line_sentence(
        [Series("Spent", points)], [Mark("Limit", 5, "$5 million")], HEADING, lambda one: f"in {one.place}", ""
    )
    assert (
        said
        == "Spent: from $8 million in 1 to $4 million in 3; it is highest in 2, at $9 million. It is no longer above “Limit” ($5 million) in 3."
    )
    alone = line_sentence(
        [Series("Spent", points[:1])], [Mark("Limit", 9, "$9 million")], HEADING, lambda one: f"in {one.place}", ""
    )
    assert alone == "Spent is $8 million in 1. It is nowhere above “Limit” ($9 million)."


def test_parts_begin_where_the_one_before_ended_and_come_to_the_whole() -> None:
    """30, 25 and 5 are 60."""
    chart = charts("every-chart")["parts"]
    assert [(row["label"], row["from"], row["to"], row["text"]) for row in chart["rows"]] == [
        ("Presses", 0, 30, "30.0"), ("Maintenance of software", 30, 55, "25.0"), ("Training", 55, 60, "5.0"), ("Together", 0, 60, "60.0"),
    ]  # fmt: skip
    assert chart["label"] == "$60.0 million in all"
    assert (
        chart["sentence"]
        == "Presses: $30.0 million; Maintenance of software: $25.0 million; Training: $5.0 million. Together they come to $60.0 million."
    )
    joins = chart["sizes"]["wide"]["data"]["joins"]
    assert [join["at"] for join in joins] == [30, 55, 60]


def test_differences_stand_on_both_sides_of_zero_with_their_numbers_beyond_their_ends() -> None:
    chart = charts("every-chart")["changes"]
    assert (chart["signals"]["low"], chart["signals"]["high"]) == (-10, 15)
    numbers = {each["text"]: each for each in chart["sizes"]["narrow"]["data"]["numbers"]}
    assert (numbers["−10.0"]["align"], numbers["−10.0"]["dx"] < 0) == ("right", True)
    assert (numbers["15.0"]["align"], numbers["15.0"]["dx"] > 0) == ("left", True)
    assert (
        chart["sentence"] == "Presses: −$10.0 million; Maintenance of software: $15.0 million; Training: $5.0 million."
    )


def test_bars_say_how_they_stand_to_every_mark() -> None:
    chart = charts("every-chart")["amounts"]
    assert [mark["text"] for mark in chart["marks"]] == ["$20 million", "$28 million"]
    assert chart["sentence"].endswith("Above “Limit” ($20 million): 2 of 3. Above “Ceiling” ($28 million): 1 of 3.")


def test_a_mark_that_was_not_given_is_not_drawn() -> None:
    found = charts("every-chart", items="A,1,1", limit="20")["amounts"]
    assert [mark["label"] for mark in found["marks"]] == ["Limit"]


def test_a_title_that_names_what_has_no_value_gives_way_to_the_tables_label() -> None:
    """Nothing is divided by a limit of 0."""
    assert charts("every-chart")["both"]["label"] == "3.00 times against the limit"
    assert charts("every-chart", items="A,1,1", limit="0")["both"]["label"] == "Planned and spent"
    assert charts("every-chart")["changes"]["label"] == "Beyond the plan"


def test_a_missing_value_leaves_a_gap_and_a_table_without_values_no_chart() -> None:
    assert [row["value"] for row in charts("every-chart")["rates"]["rows"]] == [0.75, 2.5, None]
    assert "rates" not in charts("every-chart", items="A,0,1", limit="1")
    assert "amounts" in charts("every-chart", items="A,0,1", limit="1")
    with pytest.raises(Missing) as missing:
        answer(shape("every-chart"), {}, knowledge())
    assert no_answer(shape("every-chart"), missing.value, knowledge())["charts"] == {}


def test_several_lines_each_carry_their_name_and_do_not_stand_on_one_another() -> None:
    chart = charts("every-chart", items="A,1,1\nB,50,50.5", limit="20")["both"]
    for size in WIDTHS:
        ends = chart["sizes"][size]["data"]["ends"]
        assert [end["text"].replace("\n", " ") for end in ends] == [
            "Spent on it in the end 50.5",
            "Planned for it at the start 50.0",
        ]
        assert ends[0]["y"] + 17 * len(ends[0]["text"].split("\n")) < ends[1]["y"]


def test_more_rows_than_fit_are_counted() -> None:
    items = "\n".join(f"Item {number},1,{number}" for number in range(1, 41))
    found = charts("every-chart", items=items, limit="1")
    assert len(found["amounts"]["rows"]) == 30
    assert found["amounts"]["sentence"].endswith("The chart shows the first 30 of 40 rows.")
    # 30 + 31 + … + 40 = 385; 1 + … + 40 = 820
    assert [(row["label"], row["text"]) for row in found["parts"]["rows"][-2:]] == [
        ("11 more", "385.0"),
        ("Together", "820.0"),
    ]
    assert len(found["both"]["rows"]) == 2 * 40


def test_the_sensitivity_is_a_bar_from_answer_to_answer_and_a_rule_at_the_answer_that_stands() -> None:
    """5,140 − 4,678.8465 − 242 = 219.2 and 5,140 − 4,898.4015 − 242 = −0.4."""
    chart = charts("reconcile-totals", ot="242")[SENSITIVITY]
    first = chart["rows"][0]
    assert first["label"] == "Gartner’s IT spending, $4,678.8465 billion to $4,898.4015 billion"
    assert (first["start_text"], first["text"]) == ("219.2", "−0.4") and first["from"] > first["to"]
    assert chart["marks"][0]["label"] == "Answer"
    numbers = [each for each in chart["sizes"]["wide"]["data"]["numbers"] if each["row"] == 0]
    assert [(each["text"], each["align"]) for each in numbers] == [("−0.4", "right"), ("219.2", "left")]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "number", "case"), list(cases("example")))
def test_a_chart_draws_the_tables_own_numbers_with_zero_in_sight(name: str, number: int, case: dict[str, Any]) -> None:
    for table, chart in charts(name, **case["inputs"]).items():
        if table == SENSITIVITY:
            continue
        said = shape(name).tables[table].chart
        assert said is not None and chart["signals"]["low"] <= 0 <= chart["signals"]["high"]
        columns = names_in(said.y) if isinstance(said, Line) else [said.value]
        expected = [cell for column in columns for cell in cells(name, table, column, **case["inputs"])]
        if isinstance(said, Parts):
            drawn = [(row["to"] - row["from"], row["text"]) for row in chart["rows"][:-1]]
            assert [text for _, text in drawn] == [text for _, text in expected]
            assert [value for value, _ in drawn] == pytest.approx([value for value, _ in expected])
        else:
            drawn = [(row.get("value", row.get("to")), row["text"]) for row in chart["rows"]]
            shown = expected if isinstance(said, Line) else [cell for cell in expected if cell[0] is not None][:30]
            assert drawn == shown


@ALL
def test_every_line_of_words_fits_its_width_and_the_release_stands_below(name: str) -> None:
    for chart in charts(name).values():
        for size, room in chart["sizes"].items():
            padding, said = room["padding"], room["signals"]
            assert room["width"] + padding["left"] + padding["right"] == WIDTHS[size] and room["width"] >= 100
            assert all(width(line, TITLES[size], bold=True) <= WIDTHS[size] for line in said["title"])
            assert all(width(line, TEXT) <= WIDTHS[size] for line in said["source"])
            assert " ".join(said["title"]) == chart["label"]
            assert release() in " ".join(said["source"])


def test_the_source_line_names_publishers_and_the_readers_numbers() -> None:
    def source(**texts: str) -> str:
        return " ".join(charts("market-growth", **texts)["path"]["sizes"]["wide"]["signals"]["source"])

    made = f"Own calculation, release {release()}. Review due 30 November 2027."
    assert source(target_year="2030") == f"Source: IoT Analytics. {made}"
    assert source(rate="9") == f"Source: IoT Analytics. Your numbers. {made}"


def test_words_are_broken_at_spaces_and_a_long_word_stands_alone() -> None:
    assert lines("one two three", 10, 60) == ["one two", "three"]
    assert lines("Wirtschaftlichkeitsberechnung now", 10, 60) == ["Wirtschaftlichkeitsberechnung", "now"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (715, 1287.5, [0, 500, 1000, 1500]),
        (-10, 15, [-10, -5, 0, 5, 10, 15]),
        (0, 0.0007, [0, 0.0002, 0.0004, 0.0006, 0.0008]),
        (-3, -1, [-3, -2, -1, 0]),
        (0, 0, [0, 1]),
        (0, 1e14, [0, 2e13, 4e13, 6e13, 8e13, 1e14]),
    ],
)
def test_ticks_are_round_and_hold_zero(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected


def test_ticks_show_the_decimals_that_they_have() -> None:
    assert [digits(step) for step in (0.0002, 0.5, 1, 20)] == [4, 1, 0, 0]


def test_one_point_and_equal_ends_are_drawn() -> None:
    one = line_chart([Series("Spent", [Point(1, "1", 5, "5")])], [], HEADING)
    assert one["sizes"]["wide"]["data"]["places"] == [{"at": 1, "text": "1", "align": "center"}]
    none = bar_chart([Bar("Nothing", 0, "0")], [], HEADING)
    assert (none["signals"]["low"], none["signals"]["high"]) == (0, 1)


def test_a_marks_words_keep_clear_of_the_line() -> None:
    """A line that falls through the mark at its left: the words go to the right."""
    points = [Point(at, str(at), value, str(value)) for at, value in enumerate((10.2, 9.8, 2.0, 1.0))]
    chart = line_chart([Series("Spent", points)], [Mark("Limit", 10, "$10 million")], HEADING)
    assert chart["sizes"]["wide"]["data"]["rules"][0]["align"] == "right"
