"""Worked examples of every calculator; the same file of data runs in Pyodide and in the browser."""

from typing import Any

import pytest

from calculators import calculator, knowledge, names
from calculators.contract.answer import answer
from calculators.contract.examples import examples, refusals
from calculators.contract.reading import InputProblems

EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{n}") for name in names() for n, example in enumerate(examples(name))
]
REFUSALS = [
    pytest.param(name, refusal, id=f"{name}-{n}") for name in names() for n, refusal in enumerate(refusals(name))
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_worked_example_gives_the_texts_expected(name: str, example: dict[str, Any]) -> None:
    given = answer(calculator(name), example["inputs"], knowledge())
    assert {name: given["outputs"][name]["text"] for name in example["outputs"]} == example["outputs"]
    assert {name: given["bands"].get(name, "") for name in example.get("bands", {})} == example.get("bands", {})
    for table in set(example) & set(given["tables"]):
        assert [[cell["text"] for cell in row] for row in given["tables"][table]["rows"]] == example[table]


@pytest.mark.parametrize(("name", "refusal"), REFUSALS)
def test_wrong_inputs_are_told_all_at_once_at_their_fields(name: str, refusal: dict[str, Any]) -> None:
    with pytest.raises(InputProblems) as refused:
        answer(calculator(name), refusal["inputs"], knowledge())
    assert {problem.input: problem.message for problem in refused.value.problems} == refusal["problems"]


@pytest.mark.parametrize("name", names())
def test_every_calculator_has_examples_that_say_where_their_numbers_come_from(name: str) -> None:
    assert len(examples(name)) >= 3, f"{name} has too few examples. Write at least three [[example]] tables."
    assert all(len(example["origin"]) > 20 for example in examples(name))
