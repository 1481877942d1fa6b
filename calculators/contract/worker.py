"""The desk in the reader's browser: one JSON question in, one JSON reply out.

A question is `{"calculator": name, "inputs": {name: text}}`. The reply is `{"answer": …}`, whose
cells also carry their number as text for `data-value`, because the page formats nothing; or
`{"problems": [{"input", "message"}]}` for what the reader can mend, or `{"waiting": [names], "answer": …}`
while inputs are missing, or `{"failure": …}` for a fault of ours, which is never silent.
"""

import json
from dataclasses import asdict
from typing import Any

from calculators import calculator, knowledge
from calculators.contract.answer import answer, data_value, no_answer
from calculators.contract.reading import InputProblems, Missing


def reply(question: str) -> str:
    """Answer one question; never raises."""
    try:
        asked = json.loads(question)
        shape = calculator(asked["calculator"])
        try:
            return json.dumps({"answer": _with_data(answer(shape, asked["inputs"], knowledge()))})
        except Missing as missing:
            return json.dumps({"waiting": missing.names, "answer": _with_data(no_answer(shape, missing))})
    except InputProblems as error:
        return json.dumps({"problems": [asdict(problem) for problem in error.problems]})
    except Exception as error:  # the page must hear of any fault of ours, whatever it is
        return json.dumps({"failure": f"{type(error).__name__}: {error}"})


def _with_data(given: dict[str, Any]) -> dict[str, Any]:
    rows = (row for table in given["tables"].values() for row in table["rows"])
    for cell in [*given["outputs"].values(), *(cell for row in rows for cell in row)]:
        cell["data"] = data_value(cell)
    return given
