"""The answer for several values of one input, worked out at the build: what a page gives without JavaScript.

The input is the first that is one number; without such, the first choice or yes-or-no. Of a number
the values lie around the one that the calculator starts with, or that its worked example holds: three
either way in steps of one for years, whole numbers and percentages, else from half of it to half as much
again. What the calculator refuses has no row. The output is the first that differs from row to row, which is
the headline unless the input is a mark beside a table. Left out: varying a table; a calculator that takes
tables alone has its worked example only.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from calculators import knowledge
from calculators.contract.answer import numbers, worked_out
from calculators.contract.band import corners
from calculators.contract.cells import where_of
from calculators.contract.fields import shown, within
from calculators.contract.reading import InputProblems, Missing, read_inputs
from calculators.contract.shape import Calculator, Field
from calculators.contract.values import Value
from calculators.contract.worker import beside
from data.units import UNITS, canonical
from publishing.drawing import template

TEMPLATE = template("beforehand", "beforehand.html")
STEPS = (-3, -2, -1, 0, 1, 2, 3)
PARTS = (0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5)
OWN = "own money"


def draw_beforehand(asked: Calculator, start: Mapping[str, str]) -> Markup:
    """The table, folded; nothing where no input can be varied or none of its values has an answer."""
    field = varied(asked)
    if field is None:
        return Markup("")
    texts = {**(asked.example if asked.required else {}), **start}
    try:
        value = read_inputs(asked, texts, knowledge()).values[field.name]
    except (InputProblems, Missing):
        return Markup("")
    rows = [row for text in values(field, value) if (row := _row(asked, field, texts, text, value))]
    said = _shown(asked, rows)
    return Markup(TEMPLATE.render(asked=asked, field=field, unit=beside(value.unit), rows=rows, said=said))


def varied(asked: Calculator) -> Field | None:
    """The input whose values are tried."""
    fields = asked.fields.values()
    choices = (field for field in fields if field.kind in ("choice", "yes-no"))
    return next((field for field in fields if field.numeric), None) or next(choices, None)


def values(field: Field, value: Value) -> list[str]:
    """What stands in the field in each row, as a reader would type it, from the lowest."""
    if not field.numeric:
        return list(field.words) or ["yes", "no"]
    scale = f" {value.unit}" if field.input.unit == OWN != value.unit else ""
    return [f"{canonical(number)}{scale}" for number in around(field, value.value)]


def around(field: Field, start: float) -> list[float]:
    """The numbers tried around `start` that are within the field's limits."""
    stepwise = field.kind == "whole" or UNITS[field.input.unit].kind == "percent" or start == 0
    tried = [start + step for step in STEPS] if stepwise else [start * part for part in PARTS]
    rounded = [number if number == start else float(f"{number:.4g}") for number in tried]
    return sorted({number for number in rounded if within(number, field)})


def _row(asked: Calculator, field: Field, texts: Mapping[str, str], text: str, start: Value) -> dict[str, Any] | None:
    """What one row shows; none for what the calculator refuses."""
    try:
        given, outcome = worked_out(asked, {**texts, field.name: text}, knowledge())
    except InputProblems:
        return None
    outputs, bands = numbers(asked, given, corners(asked, given, outcome))
    own, where = given.values[field.name], where_of(given)
    return {
        "input": shown(own.value, own.unit) if field.numeric else field.input.choices.get(text, text),
        "start": own.value == start.value,
        "outputs": outputs,
        "bands": {name: words.removeprefix(f"{where} ") for name, words in bands.items()},
        "where": where,
    }


def _shown(asked: Calculator, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The output shown: the first that differs from row to row, and within what its bands are."""
    texts = {name: {row["outputs"][name]["text"] for row in rows} for name in asked.outputs}
    name = next((each for each in asked.outputs if len(texts[each]) > 1), asked.headline)
    units = (row["outputs"][name]["unit"] for row in rows)
    return {
        "name": name,
        "label": asked.words(name),
        "unit": beside(next(units, "")),
        "where": next((row["where"] for row in rows if row["bands"][name]), ""),
        "rest": "in the worked example" if asked.required else "at the start",
    }
