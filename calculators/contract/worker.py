"""The desk in the reader's browser: one JSON question in, one JSON reply out.

A question is `{"calculator": name, "inputs": {name: text}}`. The reply is `{"answer": …}`, whose
cells also carry their number as text for `data-value`, because the page formats nothing; or
`{"problems": [{"input", "message"}]}` for what the reader can mend, or `{"failure": …}` for a fault
of ours, which is never silent.
"""

import json
from dataclasses import asdict

from calculators import calculator, knowledge
from calculators.contract.answer import answer, data_value
from calculators.contract.reading import InputProblems


def reply(question: str) -> str:
    """Answer one question; never raises."""
    try:
        asked = json.loads(question)
        given = answer(calculator(asked["calculator"]), asked["inputs"], knowledge())
        rows = (row for table in given["tables"].values() for row in table["rows"])
        for cell in [*given["outputs"].values(), *(cell for row in rows for cell in row)]:
            cell["data"] = data_value(cell)
        return json.dumps({"answer": given})
    except InputProblems as error:
        return json.dumps({"problems": [asdict(problem) for problem in error.problems]})
    except Exception as error:  # the page must hear of any fault of ours, whatever it is
        return json.dumps({"failure": f"{type(error).__name__}: {error}"})
