"""One question worked out, as the JSON that page, worker, command line and tests share (schema 1).

`answer()` reads the texts, runs the function and shows what it gives. Values are rounded to 12
significant digits, where CPython and Pyodide agree; texts are the same to the byte.
"""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from calculators.contract.functions import NotAllowed
from calculators.contract.link import write_link
from calculators.contract.reading import InputProblem, InputProblems, Missing, Value, figure_of, read_inputs, shown
from calculators.contract.release import release
from calculators.contract.shape import Calculator, Output
from data.figures import Knowledge
from data.units import UNITS, canonical, show, twelve

SCHEMA = 1
BY_ZERO = "These numbers lead to a division by zero. Change one of them."
TOO_LARGE = "These numbers lead beyond what can be worked out. Enter smaller ones."


def answer(calculator: Calculator, texts: Mapping[str, str], known: Knowledge) -> dict[str, Any]:
    """The answer to `texts`, by input name; inputs left out take their defaults.

    Raises:
        InputProblems: with everything that is wrong with the inputs.
        Missing: inputs that only the reader can give are not given.
    """
    values = read_inputs(calculator, texts, known)
    result = _run(calculator, values)
    outputs = {name: _cell(getattr(result, name), said) for name, said in calculator.outputs.items()}
    headline = next(iter(outputs))
    return {
        "schema": SCHEMA,
        "calculator": calculator.name,
        "release": release(),
        "inputs": {name: _input(calculator, name, value) for name, value in values.items()},
        "outputs": outputs,
        "tables": {name: _table(getattr(result, name), calculator.columns[name]) for name in calculator.tables},
        "figures": _figures(calculator, values, known),
        "link": write_link(calculator, values),
        "notes": {name: value.note for name, value in values.items() if value.note},
        "speak": _sentence(calculator.outputs[headline], outputs[headline]["text"], outputs[headline]["value"]),
    }


def _run(calculator: Calculator, values: Mapping[str, Value]) -> Any:
    try:
        return calculator.function(**{name: value.number for name, value in values.items()})
    except NotAllowed as error:
        said = {name: shown(value.number, calculator.fields[name].input.unit) for name, value in values.items()}
        raise InputProblems([InputProblem(error.field, error.message.format(**said))]) from None
    except ZeroDivisionError:
        raise InputProblems([InputProblem("", BY_ZERO)]) from None
    except ArithmeticError:
        raise InputProblems([InputProblem("", TOO_LARGE)]) from None


def _input(calculator: Calculator, name: str, value: Value) -> dict[str, Any]:
    unit = calculator.fields[name].input.unit
    return {"text": shown(value.number, unit), "value": _value(value.number), "unit": unit, "state": value.state}


def _cell(number: float | None, said: Output) -> dict[str, Any]:
    if number is None:
        return {"text": said.none, "value": None, "unit": said.unit}
    if not isfinite(number):
        raise InputProblems([InputProblem("", TOO_LARGE)])
    return {"text": show(number, said.unit, said.digits), "value": _value(number), "unit": said.unit}


def _value(number: float) -> float:
    return number if isinstance(number, int) else twelve(number)


def _table(rows: list[Any], columns: Mapping[str, Output]) -> dict[str, Any]:
    heads = [{"name": name, "label": said.label, "unit": said.unit} for name, said in columns.items()]
    cells = [[_cell(getattr(row, name), said) for name, said in columns.items()] for row in rows]
    return {
        "columns": heads,
        "rows": [[{"text": cell["text"], "value": cell["value"]} for cell in row] for row in cells],
    }


def _figures(calculator: Calculator, values: Mapping[str, Value], known: Knowledge) -> list[str]:
    """The figures that the answer rests on: those whose value or year is still in use."""
    sourced = (field for name, field in calculator.fields.items() if values[name].state == "sourced")
    return list(dict.fromkeys(figure.id for figure in (figure_of(field, known) for field in sourced) if figure))


def _sentence(said: Output, text: str, value: float | None) -> str:
    return f"{said.label}: {text if value is None else UNITS[said.unit].phrase(text)}."


def no_answer(calculator: Calculator, missing: Missing) -> dict[str, Any]:
    """What stands in the place of an answer while inputs are missing: every output and table empty."""
    given = missing.values
    empty = {"text": "–", "value": None}
    return {
        "release": release(),
        "outputs": {name: {**empty, "unit": said.unit} for name, said in calculator.outputs.items()},
        "tables": {name: {"rows": []} for name in calculator.tables},
        "inputs": {name: {"state": given[name].state if name in given else "missing"} for name in calculator.fields},
        "link": write_link(calculator, given),
        "notes": {name: value.note for name, value in given.items() if value.note},
    }


def data_value(cell: Mapping[str, Any]) -> str:
    """The cell's number as it stands in `data-value`: canonical, empty where there is none."""
    return "" if cell["value"] is None else canonical(cell["value"])
