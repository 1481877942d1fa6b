"""The working, parsed back from MathML and evaluated, gives the answer that is shown."""

from collections.abc import Iterator
from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.answer import answer
from data.units import show
from publishing.working import mathml
from tests.cases import BROKEN, cases, shape
from tests.mathml import value

WORKED = [each for each in cases("example") if each[0] != BROKEN]
TOO_MANY = "…"


def shown(step: dict[str, Any], found: Any, name: str) -> str:
    """A value as the step's result is shown."""
    asked = shape(name)
    said = asked.outputs.get(step["name"])
    if said is not None and isinstance(found, int | float):
        return show(found, step["unit"], said.digits)  # type: ignore[union-attr]
    return str(found)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "number", "case"), WORKED)
def test_each_step_evaluated_gives_its_result(name: str, number: int, case: dict[str, Any]) -> None:
    given = answer(shape(name), case["inputs"], knowledge())
    tried = 0
    for step in given["working"]:
        if step.get("numbers") is None or TOO_MANY in str(step["numbers"]):
            continue
        found = value(step["numbers"])
        if isinstance(found, str):
            assert found == given["outputs"].get(step["name"], {"value": found})["value"]
        elif found is not None and step["name"] in given["outputs"]:
            assert shown(step, found, name) == step["result"]
        elif found is not None:
            assert found == pytest.approx(float(step["result"].replace(",", "").replace("−", "-")), rel=1e-9)
        tried += 1
    assert tried


@pytest.mark.slow
@pytest.mark.parametrize(("name", "number", "case"), WORKED)
def test_each_column_evaluated_for_each_row_gives_the_table(name: str, number: int, case: dict[str, Any]) -> None:
    """The names that change from row to row take the row's own numbers; what the row does not hold is left out."""
    for step, table in tables(answer(shape(name), case["inputs"], knowledge())):
        for row in table["rows"] if step.get("each_numbers") else []:
            loops = {column["name"]: cell["value"] for column, cell in zip(table["columns"], row, strict=True)}
            for column, cell in zip(step["columns"], row, strict=True):
                found = value_where_it_can_be_read(column["numbers"], loops)
                assert found in (None, cell["value"]) or found == pytest.approx(cell["value"], rel=1e-11)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "number", "case"), WORKED)
def test_each_cell_of_written_out_rows_evaluated_gives_the_table(name: str, number: int, case: dict[str, Any]) -> None:
    for step, table in tables(answer(shape(name), case["inputs"], knowledge())):
        for cell in step.get("rows", []) if table["rows"] else []:
            columns = [column["name"] for column in table["columns"]]
            shown_cell = table["rows"][cell["row"]][columns.index(cell["column"])]
            assert value(cell["numbers"]) == pytest.approx(shown_cell["value"], rel=1e-9)


def tables(given: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each step that gives a table of the answer, with the table."""
    return ((step, given["tables"][step["name"]]) for step in given["working"] if step["name"] in given["tables"])


def value_where_it_can_be_read(numbers: Any, loops: dict[str, Any]) -> Any:
    """The value of a column's formula; None where it reads what the finished row no longer holds."""
    try:
        return value(numbers, loops)
    except (NameError, SyntaxError):
        return None


def test_the_columns_of_growth_can_all_be_read_back() -> None:
    """Against a check that leaves everything out."""
    [(step, _)] = tables(answer(shape("market-growth"), {"target_year": "2024"}, knowledge()))
    found = [value_where_it_can_be_read(each["numbers"], {"year": 2024}) for each in step["columns"]]
    assert found == pytest.approx([2024, 781.2])


def working(name: str, **texts: str) -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in answer(shape(name), texts, knowledge())["working"]}


def test_the_working_of_growth_is_written_as_by_hand() -> None:
    step = working("market-growth", target_year="2027")["value"]
    assert mathml(step["symbols"]) == (
        "<mrow><mi>base</mi><mo>×</mo><msup><mi>growth</mi>"
        "<mrow><mi>target year</mi><mo>−</mo><mi>base year</mi></mrow></msup></mrow>"
    )
    assert mathml(step["numbers"]) == (
        "<mrow><mn>720</mn><mo>×</mo><msup><mn>1.085</mn><mrow><mn>2027</mn><mo>−</mo><mn>2023</mn></mrow></msup></mrow>"
    )
    assert step["result"] == "997.8"


def test_a_negative_number_stands_in_parentheses_where_it_would_be_misread() -> None:
    """720 · (1 + −5/100)^1."""
    steps = working("market-growth", rate="-5", target_year="2024")
    assert "<mfrac><mrow><mo>−</mo><mn>5</mn></mrow><mn>100</mn></mfrac>" in mathml(steps["growth"]["numbers"])
    assert value(steps["growth"]["numbers"]) == 0.95


def test_a_step_that_cannot_be_worked_out_says_why_and_keeps_its_formula() -> None:
    step = working("every-kind", gartner="5140")["per_gap"]
    assert step["numbers"] is None
    assert step["reason"] == "cannot be worked out: “Part over the gap” divides by “gap”, which is 0"
    assert mathml(step["symbols"]) == "<mfrac><mi>part</mi><mi>gap</mi></mfrac>"


def test_of_a_condition_only_the_branch_taken_is_written_in_numbers() -> None:
    step = working("reconcile-totals", gartner="4700")["explained"]
    assert "mtable" in mathml(step["symbols"]) and "mtable" not in mathml(step["numbers"])
    assert value(step["numbers"]) == pytest.approx(55)


def test_a_formula_holds_no_markup_of_a_readers() -> None:
    assert mathml(["mtext", "<b>"]) == "<mtext>&lt;b&gt;</mtext>"
    with pytest.raises(ValueError, match="<script> is no element of a formula"):
        mathml(["script", "x"])


def test_a_wrong_working_would_be_seen() -> None:
    """The reader-back is not the writer: another sign gives another number."""
    step = working("reconcile-totals", gartner="4700")["gap"]
    assert value(step["numbers"]) == 440
    assert value(["mrow", *[["mo", "+"] if each == ["mo", "−"] else each for each in step["numbers"][1:]]]) == 9840
