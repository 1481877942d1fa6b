"""The working: every step with its formula, the same with the reader's numbers, and what it gives.

Read from the same syntax tree that runs, so that nothing is typed twice. A table's step has one
formula a column, with the names that change from row to row left as names; rows that are written
out one by one have a formula for each cell.
"""

import ast
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from calculators.contract.fields import shown
from calculators.contract.formulas import Formula, Tree, targets, words
from calculators.contract.run import Outcome
from calculators.contract.shape import Calculator
from calculators.contract.steps import Step
from data.units import UNITS

EQUALS = ["mo", "="]
LEAVES = ("mtext", "mi")


def working(calculator: Calculator, outcome: Outcome, outputs: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The steps, in order. `numbers` is missing where a step could not be worked out, `reason` says why.

    `lines` are the same as they are set: the formula, the numbers, the result.
    """
    steps = [_step(calculator, step, outcome, outputs) for step in calculator.body.steps]
    return [{**step, "lines": _set(step)} for step in steps]


def _set(step: Mapping[str, Any]) -> list[Tree]:
    if "rows" in step:
        return [line for cell in step["rows"] for line in _cell_lines(cell)]
    return _table_lines(step) if "columns" in step else _lines(step)


def _cell_lines(cell: Mapping[str, Any]) -> list[Tree]:
    lines: list[Tree] = [["mrow", ["mtext", cell["label"]], EQUALS, cell["symbols"]]]
    if cell["numbers"] is not None and cell["numbers"] != cell["symbols"]:
        lines.append(["mrow", EQUALS, cell["numbers"]])
    return lines


def _lines(step: Mapping[str, Any]) -> list[Tree]:
    lines: list[Tree] = [["mrow", ["mi", words(step["name"])], EQUALS, step["symbols"]]]
    if step["numbers"] is None:
        return lines
    if step["numbers"][0] != "mn":  # a number by itself is what the step gives
        lines.append(["mrow", EQUALS, step["numbers"]])
    if step["numbers"][0] not in LEAVES:
        phrase = UNITS[step["unit"]].phrase(step["result"]) if step["unit"] else step["result"]
        lines.append(["mrow", EQUALS, ["mtext", f"\u00a0{phrase}"]])
    return lines


def _table_lines(step: Mapping[str, Any]) -> list[Tree]:
    lines: list[Tree] = []
    for column in step["columns"]:
        if column["symbols"][0] in LEAVES:
            continue  # what is only carried over needs no working
        lines.append(["mrow", ["mi", words(column["name"])], EQUALS, column["symbols"], step["each"]])
        if step["each_numbers"] is not None and column["numbers"] != column["symbols"]:
            lines.append(["mrow", EQUALS, column["numbers"], step["each_numbers"]])
    return lines


def _step(calculator: Calculator, step: Step, outcome: Outcome, outputs: Mapping[str, Any]) -> dict[str, Any]:
    said = {"name": step.name, "label": calculator.words(step.name), "reason": outcome.gone.get(step.name, "")}
    if isinstance(step.tree, ast.ListComp):
        return {**said, **_table(calculator, step.tree, outcome, step.name)}
    if isinstance(step.tree, ast.List):
        return {**said, **_written_out(calculator, step.tree, outcome, step.name)}
    value = outcome.values[step.name]
    numbers = None
    worked = value is not None or step.name in outputs
    if worked and not said["reason"] and all(outcome.values.get(name) is not None for name in step.needs):
        numbers = Formula(calculator.body.names, outcome.values).write(step.tree)
    return {
        **said,
        "symbols": Formula(calculator.body.names).write(step.tree),
        "numbers": numbers,
        **_result(step.name, value, outputs),
    }


def _result(name: str, value: Any, outputs: Mapping[str, Any]) -> dict[str, str]:
    """What the step gives, as it is shown where it is an output."""
    if name in outputs:
        cell = outputs[name]
        return {"result": cell["text"], "unit": cell["unit"] if cell["value"] is not None else ""}
    if value is None or isinstance(value, str):
        return {"result": value or "no value", "unit": ""}
    return {"result": shown(value, "times"), "unit": ""}


def _written_out(calculator: Calculator, tree: ast.List, outcome: Outcome, name: str) -> dict[str, Any]:
    """Rows written out: each cell that is worked out, under the row's words and the column's."""
    values = None if outcome.values[name] is None else outcome.values
    symbols, numbers = Formula(calculator.body.names), Formula(calculator.body.names, values)
    cells = []
    for place, row in enumerate(tree.elts):
        parts = _cells_of(calculator, row)
        head = next((str(each.value) for each in parts.values() if isinstance(each, ast.Constant)), "")
        cells += [
            {"row": place, "column": column, "label": f"{head}, {_label(calculator, name, column)}".lstrip(", "),
             "symbols": symbols.write(cell), "numbers": numbers.write(cell) if values else None}
            for column, cell in parts.items()
            if not isinstance(cell, ast.Constant)
        ]  # fmt: skip
    return {"rows": cells, "result": "" if values is None else _counted(outcome.values[name]), "unit": ""}


def _table(calculator: Calculator, tree: ast.ListComp, outcome: Outcome, name: str) -> dict[str, Any]:
    names, loops = calculator.body.names, targets(tree)
    values = None if outcome.values[name] is None else outcome.values
    symbols, numbers = Formula(names), Formula(names, values, loops)
    cells = _cells_of(calculator, tree.elt)
    return {
        "each": ["mrow", *symbols.each(tree)],
        "each_numbers": ["mrow", *Formula(names, values).each(tree)] if values else None,
        "columns": [
            {"name": column, "label": _label(calculator, name, column), "symbols": symbols.write(cell),
             "numbers": numbers.write(cell) if values else None}
            for column, cell in cells.items()
        ],
        "result": "" if values is None else _counted(outcome.values[name]),
        "unit": "",
    }  # fmt: skip


def _counted(rows: list[Any]) -> str:
    return f"{len(rows):,} row{'s' if len(rows) != 1 else ''}"


def _cells_of(calculator: Calculator, row: ast.expr) -> dict[str, ast.expr]:
    """The expression of each column of a row."""
    if not isinstance(row, ast.Call):
        return {"value": row}
    columns = fields(calculator.body.names[ast.unparse(row.func)])
    named = {str(each.arg): each.value for each in row.keywords}
    return {**dict(zip([each.name for each in columns], row.args, strict=False)), **named}


def _label(calculator: Calculator, table: str, column: str) -> str:
    columns = calculator.columns.get(table, {})
    return columns[column].label if column in columns else column.replace("_", " ")
