"""Runs inside Pyodide, beside the file that CPython wrote: every answer is the same."""

import json
from pathlib import Path

import pytest

from tests.cases import all_names
from tests.generated import everything

EXPECTED = json.loads(Path(__file__).with_name("expected.json").read_text("utf-8"))
GIVEN = everything()


@pytest.mark.parametrize("name", all_names())
def test_the_answers_are_those_that_cpython_gave(name: str) -> None:
    assert GIVEN[name] == EXPECTED[name]
