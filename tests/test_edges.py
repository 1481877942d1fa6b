"""Where answers come apart: divisions within divisions, corners without an answer, last binary digits, odd CSV."""

from pathlib import Path
from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.opened import opened
from calculators.contract.reading import InputProblems
from calculators.contract.scenarios import answers, readable
from calculators.contract.shape import Calculator
from calculators.contract.soundness import Misdeclared
from tests.cases import load, shape

HEAD = '''"""Made here.

For one test.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from calculators.contract.functions import log, require
from calculators.contract.shape import Input, Line, Output, Table, Verdict


'''
VERDICT = '''@dataclass(frozen=True)
class Result:
    """Made here."""

    height: Annotated[float, Output("Height", unit="times", digits=2)]
    verdict: Annotated[Literal["high", "low"], Verdict({"high": "{height} is high.", "low": "{height} is low."})]


def calculate(*, along: Annotated[float, Input("Along", unit="times", example="3")]) -> Result:
    """Made here."""
    height = FORMULA
    return Result(height=height, verdict="high" if height > 0 else "low")
'''


def made(folder: Path, source: str) -> Calculator:
    path = folder / "made_here.py"
    path.write_text(HEAD + source, "utf-8")
    return load(path)


def with_formula(folder: Path, formula: str) -> Calculator:
    return made(folder, VERDICT.replace("FORMULA", formula))


def test_a_divisor_within_a_divisor_is_told_as_the_one_that_is_nought(tmp_path: Path) -> None:
    asked = with_formula(tmp_path, "1 / (1 / (along - 2))")
    said = answer(asked, {"along": "2"}, knowledge())["outputs"]["height"]["text"]
    assert said == "cannot be worked out: “Height” divides by a number, which is 0"
    assert answer(asked, {"along": "1–3"}, knowledge())["outputs"]["height"]["value"] is None
    assert answer(asked, {"along": "2.5"}, knowledge())["outputs"]["height"]["text"] == "0.50"


def test_a_corner_without_an_answer_leaves_a_verdict_open(tmp_path: Path) -> None:
    """ln 1.5 is above nought, and ln 0 is no number."""
    asked = with_formula(tmp_path, "log(along)")
    said = answer(asked, {"along": "0–3"}, knowledge())["bands"]["verdict"]
    assert said == "Over your range it is open whether this holds: in part of it there is no answer."
    assert answer(asked, {"along": "2–3"}, knowledge())["bands"]["verdict"] == "Over your range this always holds."


def test_a_verdict_that_names_what_could_not_be_worked_out_says_so(tmp_path: Path) -> None:
    source = VERDICT.replace("FORMULA", "along").replace("{height} is high.", "{height} is high, and {part}.")
    source = source.replace(
        "    verdict:", '    part: Annotated[float, Output("Part", unit="times", digits=1)]\n    verdict:'
    )
    asked = made(tmp_path, source.replace("height=height,", "height=height, part=1 / (along - 1),"))
    said = answer(asked, {"along": "1"}, knowledge())["outputs"]["verdict"]
    assert said["text"] == "cannot be worked out: “Part” divides by a number, which is 0" and said["value"] is None


def test_every_other_word_within_the_band_is_told() -> None:
    """A gap of 1,140 down to −860: OT explains a part, all, or there is no gap."""
    given = answer(shape("reconcile-totals"), {"gartner": "4000–6000"}, knowledge())
    assert "There is no difference that OT could explain." in given["bands"]["verdict"]
    assert "OT explains 21.3% of the difference" in given["bands"]["verdict"]


@pytest.mark.parametrize("budget", ["9", "7", "33", "399"])
def test_the_last_binary_digits_decide_no_verdict(budget: str) -> None:
    """Exactly 30% of any budget is not above 30%."""
    spent = str(round(float(budget) * 0.3, 1))
    given = answer(shape("technology-budget"), {"operating_budget": budget, "technology_spending": spent}, knowledge())
    assert given["outputs"]["position"]["text"] == "30.0% lies between the marks of 23% and 30%."


def test_marks_that_cross_close_the_band_only_of_what_rests_on_them() -> None:
    """29.8 and 29.5 do not go together; 8 of 40 is 20.0% whatever the marks are."""
    texts = {"operating_budget": "40", "technology_spending": "8", "low": "29.8"}
    bands = answer(shape("technology-budget"), texts, knowledge())["bands"]
    assert "share" not in bands
    assert (
        bands["to_high"]
        == "Within the published rounding no bound: “Lower mark” and “Higher mark” do not go together in part of it"
    )


def test_a_band_beyond_a_quadrillion_is_not_spelled_out() -> None:
    given = answer(shape("market-growth"), {"rate": "60–70", "target_year": "2092"}, knowledge())
    assert "a quadrillion or more" in given["bands"].get("value", "a quadrillion or more")
    assert all(len(words) < 200 for words in given["bands"].values())


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"base": "720~total-it-ot-2023"}, None),
        ({"target_year": "2030~convergence-mark-2027"}, None),
        ({"rate": "8.5~convergence-market-2023"}, None),
        ({"base": "700~convergence-market-2023"}, "Revised since then: “Market in the base year”."),
    ],
)
def test_only_a_figure_of_the_field_itself_revises_a_link(query: dict[str, str], told: str | None) -> None:
    said = " ".join(opened(shape("market-growth"), query, knowledge())["messages"])
    assert ("Revised" in said) == (told is not None)
    assert told is None or told in said


def refused(name: str, **texts: str) -> dict[str, str]:
    with pytest.raises(InputProblems) as error:
        answer(shape(name), texts, knowledge())
    return {each.input: each.message for each in error.value.problems}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("A,2,5,10", "Row 1: 4 cells for 3 columns. Use semicolons or tabs between cells, or put a cell with a comma into quotation marks."),
        ('A,"8,40', "This is no table: a quotation mark is left open, or a cell is far too long. Write one row a line."),
        ("plant name,spent,had\nA,8,40", "The first line names none of the columns. Write Plant, Technology spending, Operating budget there, or leave it out."),
        ("plant,technology,budgets\nA,8,40", "The header names no column “Operating budget”. Write it in place of “budgets”."),
        ("A,€8,$40", "This is in € and $. Write all amounts in one currency."),
    ],
)  # fmt: skip
def test_a_table_that_could_be_misread_is_told(table: str, told: str) -> None:
    if '"8,40' in table:
        table += "0" * 140_000
    assert refused("group-benchmark", plants=table) == {"plants": told}


def test_lines_may_end_as_they_did_on_old_machines() -> None:
    given = answer(shape("group-benchmark"), {"plants": "A,8,40\rB,9,30"}, knowledge())
    assert given["outputs"]["share"]["text"] == "24.3"  # 17 of 70


def test_a_cell_with_two_usual_readings_says_how_it_was_read() -> None:
    note = answer(shape("group-benchmark"), {"plants": "A;1,000;2000"}, knowledge())["notes"]["plants"]
    assert note == "Read 1 row. Read as 1000, the comma grouping thousands. For a decimal write 1.000."


@pytest.mark.parametrize(
    ("amount", "told"),
    [("€8–$10", "This is in € and $. Write all amounts in one currency."), ("EUR8 $", "This is in € and $. Write all amounts in one currency.")],
)  # fmt: skip
def test_two_currencies_in_one_text_are_told(amount: str, told: str) -> None:
    assert (
        refused("technology-budget", operating_budget="40", technology_spending=amount)["technology_spending"] == told
    )


def test_a_code_may_stand_against_its_number() -> None:
    texts = {"operating_budget": "40mEUR", "technology_spending": "EUR8m"}
    assert answer(shape("technology-budget"), texts, knowledge())["outputs"]["to_low"]["text"] == "1.2"


def cases(text: str, name: str = "market-growth") -> list[list[str]]:
    return readable(shape(name), answers(shape(name), text, knowledge()))


def test_columns_of_cases_are_matched_by_name_or_label_and_empty_lines_left_out() -> None:
    made_cases = cases("Market in the base year,Target Year\n\n720,2027\n,\n")
    assert len(made_cases) == 2
    assert made_cases[1][:3] == ["720", "2027", "997.8 (within the published rounding 989.1 to 1,006.6)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rates,base\n8,720", "“rates” is no input. Write “rate”, or another heading."),
        ("rate,rate\n8,9", "“rate” heads two columns. Remove one."),
        ("rate,value\n8,9", "“value” is a column of the answers. Choose another heading."),
        (
            'rate\n"8',
            "This is no table: a quotation mark is left open, or a cell is far too long. Write one row a line.",
        ),
    ],
)
def test_a_heading_that_could_be_misread_is_told(text: str, told: str) -> None:
    with pytest.raises(InputProblems) as error:
        cases(text + ("8" * 140_000 if '"8' in text else ""))
    assert error.value.problems[0].message == told


def test_a_case_with_a_cell_too_many_is_told_at_its_place() -> None:
    said = cases("base,rate\n720,8,5\n720,8.5")
    assert said[1][-1].startswith("3 cells for 2 columns.") and said[2][-1] == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('unit="times", digits', "digits", "height has no unit. Write unit=… with one of data/units.py"),
        ('unit="times", digits', 'unit="EUR", digits', "height has the unit “EUR”, none of data/units.py."),
        ("height=height", "heigth=height", "Result has no “heigth”. Add it there, or correct the name. Did you mean “height”?"),
        ("height=height, ", "", "return Result(…) leaves out “height”. Add height=… there."),
        ('"low": "{height} is low."', '"lo": "{height} is low."', "“low” stands in only one of Literal and sentences."),
        ("{height} is low", "{hight} is low", "its sentences name “hight”, which is no input or output. Did you mean “height”?"),
        ("*, along: Annotated", "*, height: Annotated", "height is both an input and an output. Rename one of them."),
        ("[float, Input", "[set, Input", "along is a <class 'set'>. Use float, int, bool"),
    ],
)  # fmt: skip
def test_a_wrong_declaration_is_told_with_its_way_out(tmp_path: Path, old: str, new: str, told: str) -> None:
    source = VERDICT.replace("FORMULA", "along")
    assert old in source
    with pytest.raises(Misdeclared) as error:
        made(tmp_path, source.replace(old, new))
    assert told in str(error.value)


def test_a_default_that_is_no_figure_is_told(tmp_path: Path) -> None:
    asked = made(tmp_path, VERDICT.replace("FORMULA", "along").replace('example="3"', 'default="10"'))
    with pytest.raises(Misdeclared, match="along starts with “10”, which is no figure"):
        answer(asked, {}, knowledge())


def test_examples_hold_nothing_but_what_there_is() -> None:
    """A misspelled key would test nothing."""
    from tests.cases import cases as examples

    for name, _, case in examples("example"):
        known: dict[str, Any] = {"origin": 1, "inputs": 1, "outputs": 1, "bands": 1, **shape(name).tables}
        assert set(case) <= set(known), f"{name}: {set(case) - set(known)} is none of {list(known)}. Correct it."
        assert set(case["outputs"]) | set(case.get("bands", {})) <= set(shape(name).outputs), name


@pytest.mark.parametrize(
    ("name", "texts", "output", "told"),
    [
        ("market-growth", {"base": "100", "rate": "10", "mark": "121", "target_year": "2025"}, "passes_in", "not within these years"),
        ("buy-or-subscribe", {"price": "1.4", "running": "0.1", "fee": "0.8", "years": "2", "discount": "0"}, "break_even", "not within these years"),
        ("downtime-cost", {"stops": "3", "hours": "0.7", "cost_of_hour": "1", "hours_avoided": "2.1"}, "avoided_cost", "2.10"),
        ("spending-mix", {"data_center": "0.1", "it_software": "0.2", "ot": "0", "all_spending": "0.3"}, "converging_share", "100.0"),
        ("reconcile-totals", {"ot": "461.153"}, "verdict", "OT covers the whole difference: it is 100.0% of it."),
    ],
)  # fmt: skip
def test_what_is_equal_is_not_told_apart_by_its_last_binary_digits(
    name: str, texts: dict[str, str], output: str, told: str
) -> None:
    """In filters, requirements and verdicts: 100 · 1.1² is 121, 0.1 + 0.2 is 0.3, 5,140 − 4,678.847 is 461.153."""
    assert answer(shape(name), texts, knowledge())["outputs"][output]["text"] == told


def test_dots_and_commas_that_could_both_be_decimal_are_told() -> None:
    table = "plant;technology;budget\nHill;2.000;10.000\nLake;9,5;30"
    told = "Dots and commas could both be decimal here. Write the numbers without marks for thousands."
    assert refused("group-benchmark", plants=table) == {"plants": told}
    note = answer(shape("group-benchmark"), {"plants": "Hill;2.000;10"}, knowledge())["notes"]["plants"]
    assert note == "Read 1 row. Read as the decimal 2. For thousands write 2000."


def test_a_share_of_more_than_everything_is_none() -> None:
    given = answer(shape("segment-forecast"), {"revenue": "1000"}, knowledge())
    assert given["outputs"]["share"]["text"] == "no share, being more than the whole part"
    given = answer(shape("convergence-share"), {"rate": "20", "year": "2060"}, knowledge())
    assert given["outputs"]["share"]["text"] == "none: at these rates the market would outgrow the total"
    assert given["tables"]["path"]["rows"][-1][1]["text"] == "over 100"


def test_a_range_in_part_of_which_there_is_an_answer_says_so() -> None:
    """At a rate of nought and below the mark is never reached; at 1% it is."""
    given = answer(shape("claim-check"), {"rate": "-1 to 1"}, knowledge())
    assert given["outputs"]["years_needed"]["text"] == "never at this rate"
    assert given["bands"]["years_needed"].startswith("Over your range and within the published rounding no bound: ")
