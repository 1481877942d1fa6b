"""An upright rule in a chart keeps clear of words."""

from calculators.contract.charts.bars import Bar, bar_chart
from calculators.contract.charts.clear import Box, box, clear
from calculators.contract.charts.frame import Heading, Mark
from calculators.contract.charts.lettering import width

HEADING = Heading("What was found", "Spent", "USD million", "Source: nobody.")


def test_a_rule_is_broken_where_words_stand_and_whole_where_they_end_before_it() -> None:
    words = [Box(0, 50, 20, 37), Box(0, 90, 60, 77)]
    assert clear(60, 0, 100, words) == [(0, 60), (77, 100)]
    assert clear(40, 0, 100, words) == [(0, 20), (37, 60), (77, 100)]
    assert clear(95, 0, 100, words) == [(0, 100)]


def test_what_would_be_left_as_a_speck_is_left_out() -> None:
    assert clear(10, 0, 20, [Box(0, 50, 2, 18)]) == []


def test_words_aligned_right_reach_to_the_left() -> None:
    wide = width("25.0", 13)
    assert (box(["25.0"], 100, 0, align="right").left, box(["25.0"], 100, 0).left) == (100 - wide - 5, 95)


def test_what_leads_from_bar_to_bar_stops_before_a_name_that_it_would_strike() -> None:
    """At 40 of 100 the second name, which begins at the left edge, is in the way on the narrow drawing only."""
    bars = [Bar("A", 40, "40"), Bar("A name as long as this", 100, "60", start=40)]
    chart = bar_chart(bars, [], HEADING, joined=True)
    (wide,) = chart["sizes"]["wide"]["data"]["joins"]
    (narrow,) = chart["sizes"]["narrow"]["data"]["joins"]
    boxes = chart["sizes"]["narrow"]["data"]["bars"]
    name = chart["sizes"]["narrow"]["data"]["names"][1]["y"]
    assert (wide["at"], narrow["at"]) == (40, 40)
    assert narrow["top"] == boxes[0]["bottom"] and narrow["bottom"] <= name < boxes[1]["top"]


def test_the_words_of_a_mark_stay_within_the_chart() -> None:
    """In the middle of a narrow chart neither side has room for them, so that they are moved over."""
    mark = Mark("A mark with a name that is long", 50, "$50 million")
    chart = bar_chart([Bar("A", 100, "100")], [mark], HEADING)
    room = chart["sizes"]["narrow"]
    (rule,) = room["data"]["rules"]
    at = room["width"] / 2 + rule["dx"]
    assert rule["align"] == "right" or at + width(mark.words, 13) <= room["width"] + room["padding"]["right"]
    assert rule["align"] == "left" or at - width(mark.words, 13) >= -room["padding"]["left"]
