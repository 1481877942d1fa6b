"""Many questions at once: a CSV of scenarios in, a CSV of answers out.

The header names inputs; other columns (a scenario's name, say) are carried along. An input without a
column, or an empty cell, takes its default. A row that is refused keeps its place, with what is wrong
in the column `problem` and no answer; nothing is dropped. The column `warnings` holds what must be
said of the outputs and of the published numbers that a row rests on, `good_until` the first day on which
one of them is due for review, `…_band` within what an output lies.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from calculators.contract.age import good_until
from calculators.contract.answer import cautions, data_value, numbers, worked_out
from calculators.contract.band import corners
from calculators.contract.reading import InputProblem, InputProblems, Missing
from calculators.contract.release import release
from calculators.contract.shape import Calculator
from calculators.contract.tables import cells_of, plain, too_wide
from calculators.contract.warnings import warnings
from data.dates import today
from data.figures import Knowledge
from data.records import nearest
from data.units import UnreadableNumber

MOST_ROWS = 500
PROBLEM = "problem"
WARNINGS = "warnings"
GOOD_UNTIL = "good_until"
SCENARIOS = "scenarios"
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")


def answers(calculator: Calculator, text: str, known: Knowledge, day: date | None = None) -> str:
    """The scenarios with their answers, as CSV: outputs, their bands, the release, what is wrong; as of `day` or today.

    Raises:
        InputProblems: the text holds no scenarios, or its header names no input.
    """
    header, rows = _read(calculator, text)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    made = [*_columns(calculator), WARNINGS, GOOD_UNTIL, "release", PROBLEM]
    writer.writerow([*map(_safe, header), *made])
    for row in rows:
        cells = [*row[: len(header)], *[""] * (len(header) - len(row))]
        said = dict(zip(header, cells, strict=True))
        texts = {name: text for name, text in said.items() if name in calculator.fields and text.strip()}
        wide = too_wide(row, len(header))
        found = {PROBLEM: wide} if wide else _answer(calculator, texts, known, day or today())
        writer.writerow([*map(_safe, cells), *(found.get(name, "") for name in made)])
    return out.getvalue()


def _read(calculator: Calculator, text: str) -> tuple[list[str], list[list[str]]]:
    """The header, with inputs by their names, and the rows."""
    try:
        rows = cells_of(text)
    except UnreadableNumber as error:
        raise InputProblems([InputProblem(SCENARIOS, str(error))]) from None
    header = [_column(calculator, cell.strip().strip("\ufeff")) for cell in rows[0]] if rows else []
    problems = list(_header_problems(calculator, header))
    if not problems and not 0 < len(rows) - 1 <= MOST_ROWS:
        problems = [
            f"Below the header stand 1 to {MOST_ROWS:,} rows; here are {max(len(rows) - 1, 0):,}. Write as many."
        ]
    if problems:
        raise InputProblems([InputProblem(SCENARIOS, " ".join(problems))])
    return header, rows[1:]


def _column(calculator: Calculator, head: str) -> str:
    """The input that a column is headed with, by name or label; else the heading itself."""
    heads = {plain(word): name for name in calculator.fields for word in (name, calculator.words(name))}
    return heads.get(plain(head), head)


def _header_problems(calculator: Calculator, header: list[str]) -> Iterator[str]:
    inputs = list(calculator.fields)
    if not any(name in calculator.fields for name in header):
        near = nearest(header[0][:24], inputs) if header else ""
        yield f"Its first line must name inputs. Write some of {', '.join(inputs)}.{near}"
        return
    ours = {*_columns(calculator), WARNINGS, GOOD_UNTIL, PROBLEM, "release"}
    for place, name in enumerate(header):
        if name and name in header[:place]:
            yield f"“{name[:24]}” heads two columns. Remove one."
        elif name in ours:
            yield f"“{name}” is a column of the answers. Choose another heading."
        elif name not in calculator.fields and (close := get_close_matches(name, inputs, n=1, cutoff=0.8)):
            yield f"“{name[:24]}” is no input. Write “{close[0]}”, or another heading."


def readable(calculator: Calculator, made: str) -> list[list[str]]:
    """The answers as a person reads them: of each output its text with its band, under its label."""
    header, *rows = csv.reader(io.StringIO(made))
    outputs = set(calculator.outputs)
    texts = [name for name in header if name.removesuffix("_text") in outputs or not _ours(calculator, name)]
    shown = [name for name in texts if name not in outputs]
    labels = {f"{name}_text": calculator.words(name) for name in outputs} | {PROBLEM: "Problem"}
    labels |= {name: calculator.words(name) for name in calculator.fields}
    cases = [dict(zip(header, row, strict=True)) for row in rows]
    return [[labels.get(name, name) for name in shown], *([_with_band(case, name) for name in shown] for case in cases)]


def _ours(calculator: Calculator, name: str) -> bool:
    """Whether a column holds what only a program or a spreadsheet wants."""
    return name in {*_columns(calculator), WARNINGS, GOOD_UNTIL, "release"}


def _with_band(case: Mapping[str, str], name: str) -> str:
    band = case.get(f"{name.removesuffix('_text')}_band", "") if name.endswith("_text") else ""
    return f"{case[name]} ({band})" if band else case[name]


def _columns(calculator: Calculator) -> list[str]:
    return [f"{name}{part}" for name in calculator.outputs for part in ("", "_low", "_high", "_text", "_band")]


def _answer(calculator: Calculator, texts: Mapping[str, str], known: Knowledge, day: date) -> dict[str, str]:
    try:
        given, outcome = worked_out(calculator, texts, known)
        outputs, bands = numbers(calculator, given, corners(calculator, given, outcome))
    except InputProblems as error:
        return {PROBLEM: " ".join(f"{each.input}: {each.message}".lstrip(": ") for each in error.problems)}
    except Missing as missing:
        return {PROBLEM: f"Missing: {', '.join(missing.names)}."}
    said = " ".join([*cautions(calculator).values(), *warnings(calculator, given, known, day)])
    cells: dict[str, Any] = {"release": release(), WARNINGS: said, GOOD_UNTIL: good_until(given.figures) or ""}
    for name, output in outputs.items():
        cells |= {name: data_value(output), f"{name}_text": output["text"], f"{name}_band": bands[name]}
        cells |= {f"{name}_{side}": data_value({"value": output[side]}) for side in ("low", "high")}
    return cells


def _safe(text: str) -> str:
    """A text of the reader's that a spreadsheet would run as a formula, made plain."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
