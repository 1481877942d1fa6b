"""Many questions at once: a CSV of scenarios in, a CSV of answers out.

The header names inputs; other columns (a scenario's name, say) are carried along. An input without a
column, or an empty cell, takes its default. A row that is refused keeps its place, with what is wrong
in the column `problem` and no answer; nothing is dropped. The column `warnings` holds what must be
said of the published numbers that a row rests on.
"""

import csv
import io
from collections.abc import Mapping
from typing import Any

from calculators.contract.answer import data_value, numbers, worked_out
from calculators.contract.band import corners
from calculators.contract.reading import InputProblem, InputProblems, Missing
from calculators.contract.release import release
from calculators.contract.shape import Calculator
from calculators.contract.tables import delimiter
from calculators.contract.warnings import warnings
from data.dates import today
from data.figures import Knowledge
from data.records import nearest

MOST_ROWS = 500
PROBLEM = "problem"
WARNINGS = "warnings"
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def answers(calculator: Calculator, text: str, known: Knowledge) -> str:
    """The scenarios with their answers, as CSV: outputs, their bands, the release, what is wrong.

    Raises:
        InputProblems: the text holds no scenarios, or its header names no input.
    """
    rows = list(csv.reader(io.StringIO(text.strip()), delimiter=delimiter(text)))
    header = [cell.strip().strip("\ufeff") for cell in rows[0]] if rows else []
    if not any(name in calculator.fields for name in header):
        near = nearest(header[0][:24], calculator.fields) if header else ""
        wanted = f"Its first line must name inputs, such as {', '.join(calculator.fields)}.{near}"
        raise InputProblems([InputProblem("scenarios", wanted)])
    if len(rows) < 2 or len(rows) > MOST_ROWS + 1:
        wanted = f"Below the header stand 1 to {MOST_ROWS:,} rows; here are {len(rows) - 1:,}."
        raise InputProblems([InputProblem("scenarios", wanted)])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    made = [*_columns(calculator), WARNINGS, "release", PROBLEM]
    writer.writerow([*map(_safe, header), *made])
    for row in rows[1:]:
        said = dict(zip(header, row, strict=False))
        texts = {name: text for name, text in said.items() if name in calculator.fields and text.strip()}
        found = _answer(calculator, texts, known)
        writer.writerow([*(_safe(said.get(name, "")) for name in header), *(found.get(name, "") for name in made)])
    return out.getvalue()


def readable(calculator: Calculator, made: str) -> list[list[str]]:
    """The answers as a person reads them: of each output its text alone, under its label."""
    header, *rows = csv.reader(io.StringIO(made))
    numbers_alone = {column for name in calculator.outputs for column in (name, f"{name}_low", f"{name}_high")}
    hidden = numbers_alone | {"release", WARNINGS}
    places = [place for place, name in enumerate(header) if name not in hidden]
    labels = {f"{name}_text": calculator.words(name) for name in calculator.outputs} | {PROBLEM: "Problem"}
    labels |= {name: calculator.words(name) for name in calculator.fields}
    return [
        [labels.get(header[place], header[place]) for place in places],
        *([row[place] for place in places] for row in rows),
    ]


def _columns(calculator: Calculator) -> list[str]:
    return [column for name in calculator.outputs for column in (name, f"{name}_low", f"{name}_high", f"{name}_text")]


def _answer(calculator: Calculator, texts: Mapping[str, str], known: Knowledge) -> dict[str, str]:
    try:
        given, outcome = worked_out(calculator, texts, known)
        outputs, _ = numbers(calculator, given, corners(calculator, given, outcome))
    except InputProblems as error:
        return {PROBLEM: " ".join(f"{each.input}: {each.message}".lstrip(": ") for each in error.problems)}
    except Missing as missing:
        return {PROBLEM: f"Missing: {', '.join(missing.names)}."}
    said = " ".join(warnings(calculator, given, known, today()))
    cells: dict[str, Any] = {"release": release(), WARNINGS: said}
    for name, output in outputs.items():
        cells |= {name: data_value(output), f"{name}_text": output["text"]}
        cells |= {f"{name}_{side}": data_value({"value": output[side]}) for side in ("low", "high")}
    return cells


def _safe(text: str) -> str:
    """A text of the reader's that a spreadsheet would run as a formula, made plain."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
