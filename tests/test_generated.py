"""Generated inputs: a finite answer or a told problem, never an exception; the same here and in Pyodide."""

import json
import sys
from collections.abc import Mapping

import pytest

from calculators.contract.shape import Calculator
from tests.cases import all_names, shape
from tests.generated import texts, told

IN_PYODIDE = sys.platform == "emscripten"
FEW, MANY, MOST = 100, 2_000, 100_000
ALL = pytest.mark.parametrize("name", all_names())


def holds(asked: Calculator, question: Mapping[str, str]) -> bool:
    """Check one question; whether it was answered."""
    given = told(asked, question)
    said = json.dumps(given, allow_nan=False, ensure_ascii=False)
    if "outputs" not in given:
        assert all(message.endswith((".", "?")) for _, message in given.get("problems", [])), said
        return False
    for name, cell in given["outputs"].items():
        assert cell["text"] and not {"nan", "inf"} & set(cell["text"].lower().split()), (question, name)
        if isinstance(cell["value"], int | float) and cell["low"] is not None:
            assert cell["low"] <= cell["value"] <= cell["high"], (question, name)
    return True


def check(name: str, number: int, seed: int = 1) -> int:
    """Check so many questions; how many were answered."""
    asked = shape(name)
    return sum(holds(asked, question) for question in texts(asked, number, seed))


@pytest.mark.slow
@ALL
def test_a_hundred_inputs_give_an_answer_or_a_told_problem(name: str) -> None:
    """Some are answered and some are not: both sides are looked at."""
    assert 0 < check(name, FEW) < FEW


@pytest.mark.slow
@ALL
def test_two_thousand_inputs_give_an_answer_or_a_told_problem(name: str) -> None:
    assert check(name, FEW if IN_PYODIDE else MANY, seed=2) > 0


@pytest.mark.audit
@ALL
def test_a_hundred_thousand_inputs_give_an_answer_or_a_told_problem(name: str) -> None:
    assert check(name, MOST, seed=3) > 0
