"""Bands, sensitivity, solving, links opened later, many cases: worked numbers and the failing side of each."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.link import read_link
from calculators.contract.opened import opened
from calculators.contract.reading import InputProblems
from calculators.contract.release import release
from calculators.contract.scenarios import MOST_ROWS, answers
from calculators.contract.solve import Wish, solve
from tests.cases import shape


def asked(name: str, **texts: str) -> dict[str, Any]:
    return answer(shape(name), texts, knowledge())


def test_the_band_is_the_smallest_and_largest_over_all_corners() -> None:
    """715/5,145 and 725/5,135; all low and all high, 715/5,135 and 725/5,145, would give 13.92 to 14.09."""
    cell = asked("every-kind")["outputs"]["share"]
    assert (cell["low"], cell["high"]) == (pytest.approx(71500 / 5145), pytest.approx(72500 / 5135))
    assert asked("every-kind")["bands"]["share"] == "Within the published rounding 13.90 to 14.12"


def test_the_band_of_growth_holds_both_years() -> None:
    """715 · 1.0845⁴ = 989.1, 725 · 1.0855⁴ = 1,006.6."""
    assert asked("market-growth")["bands"]["passes_in"] == "Within the published rounding 2027 or 2028"
    given = asked("market-growth", target_year="2027")["bands"]
    assert given["value"] == "Within the published rounding 989.1 to 1,006.6"
    assert given["passes_in"] == "Within the published rounding 2027, or not within these years"


def test_a_divisor_that_may_be_nought_leaves_no_bound() -> None:
    """5,140 (5,135 to 5,145) less 5,138 may be less than nothing, nothing or more."""
    given = asked("every-kind", gartner="5138")
    assert given["outputs"]["per_gap"]["text"] == "360.000"  # 720 / 2
    assert given["outputs"]["per_gap"]["low"] is None
    assert given["bands"]["per_gap"] == "Within the published rounding no bound: “gap” may be 0 there"


def test_the_readers_plain_numbers_have_no_band() -> None:
    given = asked("own-share", part="8", whole="40")
    assert given["bands"] == {} and given["outputs"]["share"]["low"] == given["outputs"]["share"]["high"] == 20


def test_a_range_is_answered_for_its_middle() -> None:
    """8 to 10 of 40 is 20 to 25%, the middle 22.5%."""
    given = asked("own-share", part="8–10", whole="40")
    assert given["outputs"]["share"]["text"] == "22.5"
    assert given["bands"]["share"] == "Over your range 20.0 to 25.0"
    assert given["inputs"]["part"]["value"] == 9
    assert "part=8%E2%80%9310" in given["link_with_money"]


def test_too_many_ranges_at_once_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calculators.contract.band.MOST_DOUBTFUL", 1)
    with pytest.raises(InputProblems, match="2 numbers are in doubt at once; at most 1 can be"):
        asked("own-share", part="8–10", whole="40–41")


def test_sensitivity_goes_over_all_editions_widest_first() -> None:
    """5,140 − 4,678.8465 − 242 = 219.2 and 5,140 − 4,898.4015 − 242 = −0.4."""
    lines = asked("reconcile-totals")["sensitivity"]
    assert [line["input"] for line in lines] == ["gartner", "total", "ot"]
    assert (lines[0]["from"], lines[0]["to"]) == ("4,678.8465", "4,898.4015")
    assert (lines[0]["low"]["text"], lines[0]["high"]["text"]) == ("219.2", "−0.4")


def test_a_plain_number_of_the_readers_has_no_line() -> None:
    assert [line["input"] for line in asked("reconcile-totals", gartner="4700")["sensitivity"]] == ["total", "ot"]
    assert asked("own-share", part="8–10", whole="40")["sensitivity"][0]["to"] == "10"


def solved(calculator: str, wish: Wish, **texts: str) -> dict[str, Any]:
    return solve(shape(calculator), texts, wish, knowledge())


def test_one_value_gives_it() -> None:
    """23% of 40 million is 9.2 million."""
    found = solved("technology-budget", Wish("technology_spending", "share", "23%"), operating_budget="40 million")
    assert found["solutions"] == ["9.2 million"]


def test_several_values_give_it() -> None:
    """3² + 1 = (−3)² + 1 = 10."""
    found = solved("two-roots", Wish("along", "height", "10"), across="1")
    assert found["solutions"] == ["-3", "3"]
    assert found["message"] == "Several values of “Along” give “Height” at 10.00 times: −3 times and 3 times."


def test_no_value_gives_it() -> None:
    """x² + 1 is never below 1."""
    found = solved("two-roots", Wish("along", "height", "0.5"), across="1")
    assert found["solutions"] == []
    assert found["message"] == (
        "No value of “Along” from −10 to 10 times was found that gives “Height” at 0.50 times; "
        "at the values tried the answer lies between 1.00 and 101.00 times."
    )


def test_a_touch_from_one_side_is_found() -> None:
    """x² + 1 comes down to 1 at 0 only."""
    assert solved("two-roots", Wish("along", "height", "1"), across="1")["solutions"] == ["0"]


def test_a_jump_over_the_target_is_no_solution() -> None:
    assert solved("two-roots", Wish("along", "jump", "1.5"), across="1")["solutions"] == []


def test_an_input_without_limits_is_searched_outward_and_the_end_is_said() -> None:
    """9 + x = 5,009 at x = 5,000; at 10^9 and more nobody looks."""
    assert solved("two-roots", Wish("across", "height", "5009"), along="3", across="1")["solutions"] == ["5000"]
    said = solved("two-roots", Wish("across", "height", "900000000000"), along="3", across="1")["message"]
    assert "from −999,999 to 1,000,001 times" in said


def test_where_the_answer_ends_solving_goes_up_to_the_end() -> None:
    """OT explains all of the gap at 5,140 − 242 = 4,898; beyond 5,140 there is no share."""
    assert solved("reconcile-totals", Wish("gartner", "explained", "100"))["solutions"] == ["4898"]


def test_a_whole_number_that_would_lie_between_two_is_told_with_both() -> None:
    said = solved("market-growth", Wish("target_year", "value", "1000"))["message"]
    assert said.endswith("2027 gives $997.8 billion, 2028 gives $1,082.6 billion.")


def test_a_stretch_of_values_is_told_by_its_ends() -> None:
    """720 · g³ ≤ 1,000 < 720 · g⁴ … : a start above 1,000 / 1.085⁴ = 721.574 and up to 1,000 / 1.085³ = 782.908."""
    found = solved("market-growth", Wish("base", "passes_in", "2027"))
    assert found["solutions"] == ["721.6", "782.9"]
    assert found["message"] == (
        "“Market in the base year” from $721.6 billion to $782.9 billion gives “First year above the mark” at 2027."
    )


@pytest.mark.parametrize("standing", ["", "8", "8 million", "x", "999999"])
def test_what_stands_in_the_field_asked_for_does_not_matter(standing: str) -> None:
    texts = {"operating_budget": "40", "technology_spending": standing}
    assert solved("technology-budget", Wish("technology_spending", "share", "20"), **texts)["solutions"] == ["8"]


def test_a_default_that_the_other_numbers_refuse_is_no_hindrance() -> None:
    """720 · 1.085⁵ from 2040 on is 1,082.6 in 2045."""
    found = solved("market-growth", Wish("target_year", "value", "1082.6"), base_year="2040")
    assert found["solutions"] == ["2045"]


def test_values_that_are_refused_beside_the_others_are_told() -> None:
    said = solved("technology-budget", Wish("technology_spending", "share", "120"), operating_budget="40")["message"]
    assert said.endswith("Some of these values are refused: “Enter at most 40.”")


def test_a_target_in_the_readers_money_may_have_its_currency() -> None:
    """23% of 40 million is 9.2 million; less 8 is 1.2."""
    texts = {"operating_budget": "40 million"}
    found = solved("technology-budget", Wish("technology_spending", "to_low", "$1.2 million"), **texts)
    assert found["solutions"] == ["8 million"]
    with pytest.raises(InputProblems) as refused:
        solved("technology-budget", Wish("technology_spending", "to_low", "1.2 million"), operating_budget="40")
    assert [each.input for each in refused.value.problems] == ["target"]


def test_an_input_that_makes_no_difference_is_told() -> None:
    assert "makes no difference" in solved("market-growth", Wish("mark", "value", "1000"))["message"]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish("rate", "value", "x"), "“x” is not a number. Write digits, like 1274.5."),
        (
            Wish("rte", "value", "1"),
            "“rte” is no number that can be solved for. Choose from: base, rate, base_year, target_year, mark.",
        ),
        (Wish("rate", "path", "1"), "“path” is no number that can be wished for. Choose from: value, passes_in."),
    ],
)
def test_what_cannot_be_solved_is_told(wish: Wish, told: str) -> None:
    with pytest.raises(InputProblems) as refused:
        solved("market-growth", wish)
    assert refused.value.problems[0].message == told


def link_of(name: str, **texts: str) -> dict[str, str]:
    from urllib.parse import parse_qsl

    return dict(parse_qsl(asked(name, **texts)["link"].partition("?")[2]))


def test_a_link_opened_with_nothing_changed_says_so() -> None:
    said = opened(shape("market-growth"), link_of("market-growth"), knowledge())
    assert said == {"messages": ["It still gives the answer that it gave then."], "today": {}, "entry": ""}


def test_a_link_opened_after_a_figure_was_revised_gives_then_and_today() -> None:
    """Then 720, in this test's tomorrow 800: 800 · 1.085⁷ = 1,416.1."""
    known = knowledge()
    later = replace(known.figures["convergence-market-2023"], value=800)
    tomorrow = replace(known, figures={**known.figures, "convergence-market-2023": later})
    link = link_of("market-growth")
    said = opened(shape("market-growth"), link, tomorrow)
    assert said["today"] == {"base": "800~convergence-market-2023"} and said["entry"] == ""
    assert said["messages"] == [
        "Revised since then: “Market in the base year”. With today’s published numbers the answer is 1,416.1."
    ]
    then = answer(shape("market-growth"), read_link("#market-growth?base=" + link["base"])[1], tomorrow)
    assert then["outputs"]["value"]["text"] == "1,274.5" and then["inputs"]["base"]["state"] == "outside"


def test_an_optional_number_left_out_of_a_link_is_no_published_one() -> None:
    """The vendor's revenue is the reader's, so it and the answer are left out; nothing published is lacking."""
    query = link_of("segment-forecast")
    assert "revenue" not in query
    assert opened(shape("segment-forecast"), query, knowledge())["messages"] == []


def test_a_link_whose_answer_is_another_now_says_that_the_method_changed() -> None:
    link = {**link_of("market-growth"), "answer": "1300.0", "release": "0.0.1+00000000"}
    said = opened(shape("market-growth"), link, knowledge())
    assert said["messages"][0] == (
        "The link, made with release 0.0.1+00000000, says 1300.0. "
        "The same numbers now give 1,274.5: the method has changed since, or the link was altered."
    )
    assert said["entry"] == release().partition("+")[0]


@pytest.mark.parametrize(
    ("answered", "made", "told"),
    [
        (
            "Buy now at example.org",
            "0.1.0+00000000",
            "made with release 0.1.0+00000000, says what is no answer of this",
        ),
        ("1300.0", "<b>the best</b>", "The link, made with an unknown release, says 1300.0."),
    ],
)
def test_a_link_puts_no_words_of_its_own_into_our_mouth(answered: str, made: str, told: str) -> None:
    link = {**link_of("market-growth"), "answer": answered, "release": made}
    assert told in opened(shape("market-growth"), link, knowledge())["messages"][0]


def test_a_figure_that_is_gone_leaves_the_links_own_number() -> None:
    link = {**link_of("market-growth"), "base": "720~no-such-figure"}
    assert opened(shape("market-growth"), link, knowledge())["today"] == {}


def test_a_table_too_long_for_an_address_is_left_out_with_the_answer() -> None:
    rows = "\n".join(f"Plant {n},1,40" for n in range(500))
    link = asked("own-group", plants=rows)["link_with_money"]
    assert "plants" not in link and "answer" not in link


def made(name: str, text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answers(shape(name), text, knowledge()))))


def test_each_case_has_its_answer_and_a_refused_one_keeps_its_place() -> None:
    rows = made("market-growth", "case;rate;target_year\nfirst;8,5;2027\nbad;x;2027\nlast;;2028")
    assert [row["value_text"] for row in rows] == ["997.8", "", "1,082.6"]
    assert [row["problem"] for row in rows] == ["", "rate: “x” is not a number. Write digits, like 8.5.", ""]
    assert rows[0]["release"] == release() and rows[0]["value_low"] == "989.063709684"


def test_a_cell_that_a_spreadsheet_would_run_is_made_plain() -> None:
    assert made("market-growth", "case,rate\n=1+1,9")[0]["case"] == "'=1+1"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Its first line must name inputs. Write some of base, rate, base_year, target_year, mark."),
        ("raet\n9", "Its first line must name inputs. Write some of base, rate, base_year, target_year, mark. Did you mean “rate”?"),
        ("rate", "Below the header stand 1 to 500 rows; here are 0. Write as many."),
        ("rate\n" + "9\n" * (MOST_ROWS + 1), "Below the header stand 1 to 500 rows; here are 501. Write as many."),
    ],
)  # fmt: skip
def test_cases_that_are_none_are_told(text: str, told: str) -> None:
    with pytest.raises(InputProblems) as refused:
        made("market-growth", text)
    assert refused.value.problems[0].message == told


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Plant,Technology,Budget\nA,2,10\nB,9,30", "27.5"),
        ("plant;budget;technology\nA;10;2\nB;30;9", "27.5"),
        ("A\t2,0\t10\nB\t9\t30", "27.5"),
        ('\ufeffplant,technology (EUR),budget\n"A, north",2,10\n\nB,9,30\n', "27.5"),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(text: str, share: str) -> None:
    assert asked("own-group", plants=text)["outputs"]["share"]["text"] == share


def test_a_table_of_a_family_starts_with_every_published_edition_and_names_them() -> None:
    """The three editions of 2023 that are recorded, oldest first, in the column's own unit."""
    given = answer(shape("editions-and-rows"), {}, knowledge())
    rows = [row for row in given["inputs"]["editions"]["value"] if row[1] == 2023]
    assert rows == [
        ["January 2024", 2023, 4678847.0],
        ["July 2024", 2023, 4898401.0],
        ["January 2025", 2023, 4750000.0],
    ]
    assert given["inputs"]["editions"]["state"] == "sourced" and given["origins"]["editions"] == "Gartner"
    assert "gartner-it-2023-edition-2024-07" in given["figures"]
    own = answer(shape("editions-and-rows"), {"editions": "May,2023,1"}, knowledge())
    assert own["inputs"]["editions"]["state"] == "yours"
    assert own["figures"] == ["gartner-it-2023-edition-2024-01", "total-it-ot-2023"]  # year and limit alone


def test_rows_that_need_a_number_that_there_is_not_say_so() -> None:
    given = answer(shape("editions-and-rows"), {"described": "1999"}, knowledge())
    assert given["tables"]["ends"]["rows"] == []
    assert given["missing_tables"] == {"ends": "needs “high”, of which there is none"}


def test_a_table_is_told_row_by_row_and_the_rest_counted() -> None:
    with pytest.raises(InputProblems) as refused:
        asked("own-group", plants="A,x,0\nB,y,z")
    assert refused.value.problems[0].message == (
        "Row 1, Technology: “x” is not a number. Write digits, like 1274.5. "
        "Row 1, Budget: 0 is outside the limits. Enter a number above 0. "
        "Row 2, Technology: “y” is not a number. Write digits, like 1274.5. And 1 more."
    )


def test_a_choice_and_a_yes_or_no_take_their_words_and_their_labels() -> None:
    assert asked("every-kind", direction="Shrinking", compound="NO")["inputs"]["direction"]["value"] == "down"
    with pytest.raises(InputProblems) as refused:
        asked("every-kind", direction="sideways", compound="perhaps")
    assert [each.message for each in refused.value.problems] == [
        "“sideways” is no choice here. Choose from: up, down.",
        "“perhaps” is no choice here. Choose from: yes, no.",
    ]


def test_whose_number_it_is_is_said_in_words() -> None:
    origins = asked("reconcile-totals", gartner="4898.401", total="6000")["origins"]
    assert origins == {
        "total": "Your number, outside the published 5,135 to 5,145",
        "gartner": "Gartner, edition of July 2024",
        "ot": "IoT Analytics",
    }
    states = {
        name: said["state"] for name, said in asked("reconcile-totals", gartner="4800", total="6000")["inputs"].items()
    }
    assert states == {"total": "outside", "gartner": "yours", "ot": "sourced"}
