"""The proof: equal answers are counted, and one altered character is told with what was expected and what came."""

import copy
import json
import platform
from typing import Any

import pytest

from calculators import knowledge, names
from calculators.contract.examples import examples
from calculators.contract.proof import MOST_TOLD, differences, inputs_in_words, places, proof, texts
from calculators.contract.release import release
from calculators.contract.worker import reply
from publishing.proof import draw, expected_answers
from tests.cases import cases, first_example, shape


def case(name: str, **inputs: str) -> dict[str, Any]:
    """One example as the file of expected answers holds it."""
    return {"number": 1, "inputs": inputs, "expected": texts(shape(name), inputs, knowledge())}


def test_an_equal_answer_is_counted_by_its_number() -> None:
    made = proof(shape("market-growth"), [case("market-growth", target_year="2027")], knowledge())
    assert (made["equal"], made["different"]) == ([1], [])
    assert made["here"] == f"CPython {platform.python_version()}, release {release()}"


@pytest.mark.parametrize(
    ("path", "wrong", "told"),
    [
        (("outputs", "value"), "997.9", "In “Market in the target year”, “997.9” was expected and “997.8” came."),
        (("outputs", "passes_in"), "2027", "In “First year above the mark”, “2027” was expected and “not within these years” came."),
        (("bands", "value"), "Over", "In the words beside “Market in the target year”, “Over” was expected and “Within the published rounding 989.1 to 1,006.6” came."),
        (("tables", "path", 3, 1), "919.7", "In “Market” in row 4 of “The market year by year”, “919.7” was expected and “919.6” came."),
        (("table_bands", "path", "value", 0), "715", "In the words beside “Market” in row 1 of “The market year by year”, “715” was expected and “715.0 to 725.0” came."),
    ],
)  # fmt: skip
def test_one_altered_text_is_told_where_it_stands(path: tuple[Any, ...], wrong: str, told: str) -> None:
    altered = case("market-growth", target_year="2027")
    *way, last = path
    holder = altered["expected"]
    for step in way:
        holder = holder[step]
    holder[last] = wrong
    made = proof(shape("market-growth"), [altered, case("market-growth")], knowledge())
    assert made["equal"] == [1]
    assert made["different"] == [{"case": "Market growth, example 1, Target year: 2027", "told": [told]}]


def test_what_is_lacking_on_either_side_is_a_difference() -> None:
    asked, whole = shape("market-growth"), case("market-growth", target_year="2027")["expected"]
    shorter = copy.deepcopy(whole)
    del shorter["bands"]["value"], shorter["tables"]["path"][4]
    lost = differences(asked, whole, shorter)
    assert "“Within the published rounding 989.1 to 1,006.6” was expected and nothing came." in lost[0]
    assert "In “Market” in row 5 of “The market year by year”, “997.8” was expected and nothing came." in lost
    assert len(differences(asked, shorter, whole)) == len(lost) == 3


def test_very_many_differences_are_told_by_the_first_few() -> None:
    asked = shape("market-growth")
    whole = texts(asked, {}, knowledge())
    told = differences(asked, whole, {})
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == f"And {len(dict(places(asked, whole))) - MOST_TOLD} more."


def test_an_answer_refused_is_told_with_its_reason() -> None:
    expected = case("market-growth")["expected"]
    made = proof(shape("market-growth"), [{"number": 2, "inputs": {"rate": "x"}, "expected": expected}], knowledge())
    [different] = made["different"]
    assert different["case"] == "Market growth, example 2, Growth a year: x"
    refusal = texts(shape("market-growth"), {"rate": "x"}, knowledge())
    assert refusal == {"problems": {"rate": "“x” is not a number. Write digits, like 8.5."}}
    assert texts(shape("own-share"), {"part": "8"}, knowledge()) == {"problems": {"whole": "is missing"}}


def test_inputs_are_said_as_they_were_typed() -> None:
    assert inputs_in_words(shape("market-growth"), {}) == "nothing entered"
    assert inputs_in_words(shape("own-group"), {"plants": "A,2,10\nB,9,30"}) == "Plants: A,2,10; B,9,30"


def test_the_desk_answers_a_question_for_proof() -> None:
    asked = {"calculator": "market-growth", "proof": [case("market-growth", rate="9")]}
    assert json.loads(reply(json.dumps(asked)))["proof"]["equal"] == [1]
    del asked["proof"][0]["expected"]  # a broken file is a fault of ours, and told
    assert "KeyError" in json.loads(reply(json.dumps(asked)))["failure"]


@pytest.mark.parametrize(("name", "number", "example"), list(cases("example")))
def test_every_place_of_an_answer_has_words_of_its_own(name: str, number: int, example: dict[str, Any]) -> None:
    found = [place for place, _ in places(shape(name), texts(shape(name), example["inputs"], knowledge()))]
    assert len(found) == len(set(found)) > 0


def test_the_file_holds_every_example_with_the_texts_that_its_author_expects() -> None:
    held = json.loads(expected_answers())
    assert (held["schema"], held["release"]) == (1, release())
    assert [each["calculator"] for each in held["calculators"]] == names()
    for each in held["calculators"]:
        written = examples(each["calculator"])
        assert [one["number"] for one in each["cases"]] == list(range(1, len(written) + 1))
        for one, example in zip(each["cases"], written, strict=True):
            assert one["inputs"] == example["inputs"]
            assert one["expected"]["outputs"].items() >= example["outputs"].items()
            for table in set(example) & set(one["expected"]["tables"]):
                assert one["expected"]["tables"][table] == example[table]


def test_the_page_says_without_script_what_there_is_to_run() -> None:
    html = draw("proof.md")
    count = sum(len(examples(name)) for name in names())
    assert f">{count} worked examples</p>" in html and "needs JavaScript" in html
    assert all(f'data-equal-of="{name}"' in html for name in names())
    assert '<a href="../calculators/market-growth/">Market growth</a>' in html


def test_an_example_of_a_table_is_held_cell_by_cell() -> None:
    made = texts(shape("every-kind"), first_example("every-kind")["inputs"], knowledge())
    assert len(made["tables"]["shares"]) > 5 and made["outputs"]["share"] == "14.01"
