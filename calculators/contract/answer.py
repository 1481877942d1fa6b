"""One question worked out, as the JSON that page, worker, command line and tests share (schema 1).

`answer()` reads the texts, runs the steps and shows what they give. Values are rounded to 12
significant digits, where CPython and Pyodide agree; texts are the same to the byte. Beyond the
contract's keys it holds what a page says around the numbers: bands, states, cautions and age in words,
the working, the sensitivity, charts, links and the sentence to speak.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.contract.age import aged
from calculators.contract.band import Corners, corners
from calculators.contract.cells import (
    band_words,
    output_cell,
    phrases,
    table_bands,
    table_cells,
    table_spans,
    value_of,
    where_of,
)
from calculators.contract.charts import charts
from calculators.contract.charts.credit import credit
from calculators.contract.fields import shown
from calculators.contract.link import write_link
from calculators.contract.origins import origin
from calculators.contract.reading import InputProblem, InputProblems, Missing, read_inputs
from calculators.contract.release import release
from calculators.contract.run import Outcome, Unmet, run, unmet
from calculators.contract.sensitivity import sensitivity
from calculators.contract.shape import Calculator, Verdict
from calculators.contract.values import Given, Value
from calculators.contract.warnings import warnings
from calculators.contract.working import working
from data.dates import today
from data.figures import Knowledge
from data.units import UNITS, canonical

SCHEMA = 1
NONE = "none"  # the headline of a link whose first output had no value


def answer(
    calculator: Calculator, texts: Mapping[str, str], known: Knowledge, day: date | None = None
) -> dict[str, Any]:
    """The answer to `texts`, by input name; inputs left out take their defaults. Reviews are due by `day`, or today.

    Raises:
        InputProblems: with everything that is wrong with the inputs.
        Missing: inputs that only the reader can give are not given.
    """
    given, outcome = worked_out(calculator, texts, known)
    found = corners(calculator, given, outcome)
    outputs, bands = numbers(calculator, given, found)
    tables = {name: table_cells(outcome.values[name], calculator.columns[name], given) for name in calculator.tables}
    spans = {name: table_spans(calculator, name, found) for name in calculator.tables}
    answered = {
        "schema": SCHEMA,
        "calculator": calculator.name,
        "release": release(),
        "inputs": {name: _input(value) for name, value in given.values.items()},
        "outputs": outputs,
        "tables": tables,
        "figures": [figure.id for figure in given.figures],
        **aged(given.figures),
        "bands": {name: words[0].upper() + words[1:] for name, words in bands.items() if words},
        "cautions": cautions(calculator),
        "warnings": warnings(calculator, given, known, day or today()),
        "table_bands": {name: table_bands(calculator.columns[name], spans[name], given) for name in calculator.tables},
        "where": where_of(given),
        "missing_tables": {name: outcome.gone.get(name, "") for name in calculator.tables if outcome.gone.get(name)},
        "working": working(calculator, outcome, outputs),
        "sensitivity": sensitivity(calculator, given, outcome, known),
        "link": write_link(calculator, given, headline(calculator, outputs)),
        "link_with_money": write_link(calculator, given, headline(calculator, outputs), with_money=True),
        "origins": {name: origin(calculator.fields[name], value, known) for name, value in given.values.items()},
        "notes": {name: value.note for name, value in given.values.items() if value.note},
        "speak": _sentence(calculator, outputs, bands),
    }
    said = phrases(calculator, outcome, given)
    return {**answered, "charts": charts(calculator, answered, spans, said, credit(given, known))}


def numbers(calculator: Calculator, given: Given, found: Corners) -> tuple[dict[str, Any], dict[str, str]]:
    """The outputs with their bounds, and their bands in words."""
    answered = found.outcomes[0]
    outputs = {name: output_cell(calculator, name, answered, given, found.bands[name]) for name in calculator.outputs}
    return outputs, {name: band_words(calculator, name, found, given) for name in calculator.outputs}


def worked_out(calculator: Calculator, texts: Mapping[str, str], known: Knowledge) -> tuple[Given, Outcome]:
    """The inputs as read, and what the steps give.

    Raises:
        InputProblems: with everything that is wrong with the inputs.
        Missing: inputs that only the reader can give are not given.
    """
    given = read_inputs(calculator, texts, known)
    if problems := unmet(calculator, given.numbers):
        raise InputProblems([InputProblem(each.field, refusal(given, each)) for each in problems])
    return given, run(calculator, given.numbers)


def refusal(given: Given, unmet_one: Unmet) -> str:
    """What a requirement that is not met tells the reader, with the inputs as shown."""
    return unmet_one.message.format(**{name: _said(value) for name, value in given.values.items()})


def headline(calculator: Calculator, outputs: Mapping[str, Any]) -> str:
    """The first output as shown, as links carry it: "1274.5", a verdict's word, "none"."""
    cell = outputs[calculator.headline]
    if cell["value"] is None:
        return NONE
    if isinstance(calculator.outputs[calculator.headline], Verdict):
        return str(cell["value"])
    return str(cell["text"]).replace(",", "").replace("−", "-")


def _shown(value: Value) -> str:
    plain = isinstance(value.value, int | float) and not isinstance(value.value, bool)
    return shown(value.value, value.unit) if plain else value.text


def _said(value: Value) -> str:
    """An input in a message, as it would be typed: the reader's own money with its scale."""
    return UNITS[value.unit].phrase(_shown(value)) if value.unit and UNITS[value.unit].kind == "own" else _shown(value)


def _input(value: Value) -> dict[str, Any]:
    rows = [list(vars(row).values()) for row in value.value] if isinstance(value.value, list) else None
    content = rows if rows is not None else value_of(value.value)
    text = _shown(value)
    phrase = UNITS[value.unit].phrase(text) if value.unit and text else text
    return {"text": text, "phrase": phrase, "value": content, "unit": value.unit, "state": value.state}


def _unanswered(value: Value | None) -> dict[str, str]:
    """An input beside which others are missing, or that is missing itself."""
    said = _input(value) if value else {"text": "", "phrase": "", "state": "missing"}
    return {key: said[key] for key in ("text", "phrase", "state")}


def _sentence(calculator: Calculator, outputs: Mapping[str, Any], bands: Mapping[str, str]) -> str:
    said, cell = calculator.outputs[calculator.headline], outputs[calculator.headline]
    numeric = cell["value"] is not None and not isinstance(said, Verdict)
    phrase = UNITS[cell["unit"]].phrase(cell["text"]) if numeric else cell["text"].rstrip(".")
    band = bands[calculator.headline].rstrip(".")
    head = said.label if said.label.endswith("?") else f"{said.label}:"
    verdicts = (name for name, each in calculator.outputs.items() if isinstance(each, Verdict))
    more = [outputs[name]["text"] for name in verdicts if name != calculator.headline and outputs[name]["value"]]
    return " ".join([f"{head} {phrase}{f'; {band}' if band else ''}.", *more])


def no_answer(calculator: Calculator, missing: Missing, known: Knowledge) -> dict[str, Any]:
    """What stands in the place of an answer while inputs are missing: every output and table empty."""
    given = missing.given
    empty = {"text": "–", "value": None}
    return {
        "release": release(),
        "asking": asking(calculator, missing.names),
        "outputs": {name: {**empty, "unit": getattr(said, "unit", "")} for name, said in calculator.outputs.items()},
        "tables": {name: {"rows": []} for name in calculator.tables},
        "inputs": {name: _unanswered(given.values.get(name)) for name in calculator.fields},
        **aged([]),
        "bands": {},
        "table_bands": {},
        "where": "",
        "cautions": cautions(calculator),
        "warnings": [],
        "missing_tables": {},
        "working": working(calculator, Outcome(dict.fromkeys(step.name for step in calculator.body.steps), {}), {}),
        "sensitivity": [],
        "charts": {},
        "link": write_link(calculator, given, ""),
        "link_with_money": write_link(calculator, given, "", with_money=True),
        "origins": {name: origin(calculator.fields[name], given.values.get(name), known) for name in calculator.fields},
        "notes": {name: value.note for name, value in given.values.items() if value.note},
    }  # fmt: skip


def asking(calculator: Calculator, names: list[str]) -> str:
    """What is wanted before there is an answer: "Enter a, b and c to see d."."""
    *others, last = (_lowered(calculator.words(name)) for name in names)
    wanted = f"{', '.join(others)} and {last}" if others else last
    return f"Enter {wanted} to see {_lowered(calculator.words(calculator.headline)).removesuffix('?')}."


def _lowered(label: str) -> str:
    """A label within a sentence; "OT" and "IT" keep their letters."""
    return label if label[:2].isupper() else label[0].lower() + label[1:]


def cautions(calculator: Calculator) -> dict[str, str]:
    """What must be known to read each output."""
    return {name: said.caution for name, said in calculator.outputs.items() if said.caution}


def data_value(cell: Mapping[str, Any]) -> str:
    """The cell's number as it stands in `data-value`: canonical, empty where there is none."""
    value = cell["value"]
    return "" if value is None else value if isinstance(value, str) else canonical(value)
