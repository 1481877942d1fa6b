"""Proof: worked examples answered here and held, text by text, against what another Python answered.

At the build CPython answers every example (`texts`); in the reader's browser the same texts are asked
for again and compared (`proof`). Compared are the texts of outputs and verdicts, the words beside
them, every cell of every table and the band beside it. Left out on purpose: tolerance. A text is
equal to the last character or it is told.
"""

import platform
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from calculators.contract.answer import answer
from calculators.contract.reading import InputProblems, Missing
from calculators.contract.release import release
from calculators.contract.shape import Calculator
from data.figures import Knowledge

MOST_TOLD = 5
Texts = dict[str, Any]


def texts(calculator: Calculator, inputs: Mapping[str, str], known: Knowledge) -> Texts:
    """Everything that an answer says in words: outputs, bands, table cells and their bands; or what is wrong."""
    try:
        given = answer(calculator, inputs, known)
    except InputProblems as error:
        return {"problems": {problem.input: problem.message for problem in error.problems}}
    except Missing as missing:
        return {"problems": dict.fromkeys(missing.names, "is missing")}
    return {
        "outputs": {name: cell["text"] for name, cell in given["outputs"].items()},
        "bands": given["bands"],
        "tables": {
            name: [[cell["text"] for cell in row] for row in table["rows"]] for name, table in given["tables"].items()
        },
        "table_bands": {name: bands for name, bands in given["table_bands"].items() if bands},
    }


def proof(calculator: Calculator, cases: list[Mapping[str, Any]], known: Knowledge) -> dict[str, Any]:
    """Which of `cases`, each with `inputs` and what is `expected`, come out equal here; of the others, where not."""
    equal, different = [], []
    for case in cases:
        told = differences(calculator, case["expected"], texts(calculator, case["inputs"], known))
        if told:
            words = f"example {case['number']}, {inputs_in_words(calculator, case['inputs'])}"
            different.append({"case": f"{calculator.title}, {words}", "told": told})
        else:
            equal.append(case["number"])
    return {"equal": equal, "different": different, "here": here()}


def differences(calculator: Calculator, expected: Texts, came: Texts) -> list[str]:
    """A sentence for each place at which the two do not say the same, the first few at once."""
    before, after = dict(places(calculator, expected)), dict(places(calculator, came))
    told = [
        f"In {place}, {_quoted(before.get(place))} was expected and {_quoted(after.get(place))} came."
        for place in dict.fromkeys([*before, *after])
        if before.get(place) != after.get(place)
    ]
    return [*told[:MOST_TOLD], *([f"And {len(told) - MOST_TOLD} more."] if len(told) > MOST_TOLD else [])]


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"“{text}”"


def places(calculator: Calculator, said: Texts) -> Iterator[tuple[str, str]]:
    """Every text with its place in words, no two places the same."""
    for name, text in said.get("problems", {}).items():
        yield f"a problem with {calculator.quoted(name)}", text
    for name, text in said.get("outputs", {}).items():
        yield calculator.quoted(name), text
    for name, text in said.get("bands", {}).items():
        yield f"the words beside {calculator.quoted(name)}", text
    for name, rows in said.get("tables", {}).items():
        heads = [column.label for column in calculator.columns[name].values()]
        for number, row in enumerate(rows, 1):
            for head, text in zip(heads, row, strict=True):
                yield f"“{head}” in row {number} of {calculator.quoted(name)}", text
    for name, columns in said.get("table_bands", {}).items():
        for column, bands in columns.items():
            head = calculator.columns[name][column].label
            for number, text in enumerate(bands, 1):
                yield f"the words beside “{head}” in row {number} of {calculator.quoted(name)}", text


def inputs_in_words(calculator: Calculator, inputs: Mapping[str, str]) -> str:
    """What was entered, as it was typed: "Target year: 2027"."""
    said = (f"{calculator.words(name)}: {'; '.join(text.splitlines())}" for name, text in inputs.items())
    return ", ".join(said) or "nothing entered"


def here() -> str:
    """What answers here: "CPython 3.14.2 in Pyodide 314.0.7, release 0.1.0+1f3a9c20"."""
    pyodide = getattr(sys.modules.get("pyodide"), "__version__", "")
    within = f" in Pyodide {pyodide}" if pyodide else ""
    return f"{platform.python_implementation()} {platform.python_version()}{within}, release {release()}"
