"""The desk in the reader's browser: one JSON question in, one JSON reply out.

A question is `{"calculator": name, "inputs": {name: text}}`, with `"opened"`, the query of a link, or
`"solve": {"input", "output", "target"}`; or with `"scenarios": CSV`, or `"proof": [examples]`, in place of
inputs. `"today"` is the day on which the page is read, so that page and answer count from the same one.
The reply is `{"answer": …}`, whose cells also carry their number as text for `data-value`, because
the page formats nothing; or `{"solution": …}`, `{"scenarios": {"csv", "rows"}}`,
`{"proof": {"equal", "different", "here"}}`; or `{"problems": [{"input", "message"}]}` for what the reader can
mend, or `{"waiting": [names], "answer": …}` while inputs are missing, or `{"failure": …}` for a fault of
ours, which is never silent. With `"renew"` the worker is to be ended, for it holds memory that it cannot
give back.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from calculators import calculator, knowledge
from calculators.contract.answer import answer, data_value, no_answer
from calculators.contract.opened import opened
from calculators.contract.proof import proof
from calculators.contract.reading import InputProblem, InputProblems, Missing
from calculators.contract.scenarios import answers, readable
from calculators.contract.shape import Calculator
from calculators.contract.solve import Wish, solve
from data.units import UNITS

TOO_MUCH = "These numbers need more memory than there is. Enter smaller ones."


def reply(question: str) -> str:
    """Answer one question; never raises."""
    try:
        asked = json.loads(question)
        return json.dumps(_reply(calculator(asked["calculator"]), asked))
    except InputProblems as error:
        return json.dumps({"problems": [asdict(problem) for problem in error.problems]})
    except (MemoryError, RecursionError):
        return json.dumps({"problems": [asdict(InputProblem("", TOO_MUCH))], "renew": True})
    except Exception as error:  # the page must hear of any fault of ours, whatever it is
        return json.dumps({"failure": f"{type(error).__name__}: {error}"})


def _reply(shape: Calculator, asked: Mapping[str, Any]) -> dict[str, Any]:
    known, texts = knowledge(), asked.get("inputs", {})
    day = date.fromisoformat(asked["today"]) if "today" in asked else None
    if "proof" in asked:
        return {"proof": proof(shape, asked["proof"], known)}
    if "scenarios" in asked:
        made = answers(shape, asked["scenarios"], known, day)
        return {"scenarios": {"csv": made, "rows": readable(shape, made)}}
    try:
        if wish := asked.get("solve"):
            return {"solution": solve(shape, texts, Wish(**wish), known)}
        link = {"opened": opened(shape, asked["opened"], known)} if asked.get("opened") else {}
        return {"answer": _with_data(answer(shape, texts, known, day)), **link}
    except Missing as missing:
        return {"waiting": missing.names, "answer": _with_data(no_answer(shape, missing, known))}


def _with_data(given: dict[str, Any]) -> dict[str, Any]:
    rows = (row for table in given["tables"].values() for row in table["rows"])
    for cell in [*given["outputs"].values(), *(cell for row in rows for cell in row)]:
        cell["data"] = data_value(cell)
    for each in given["outputs"].values():
        each["after"] = after(each["unit"])
    for head in (head for table in given["tables"].values() for head in table.get("columns", [])):
        head["beside"] = beside(head["unit"])
    return given


def beside(unit: str) -> str:
    """What stands beside a field of this unit, or at the head of a column."""
    return UNITS[unit].beside if unit else ""


def after(unit: str) -> str:
    """What follows a number of this unit."""
    return UNITS[unit].after if unit else ""
