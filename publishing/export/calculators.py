"""Calculators for other programs: what each takes, what it gives, and where it stands."""

from typing import Any

from calculators import knowledge
from calculators.contract.examples import presets
from calculators.contract.fields import default_of, editions_of, family_of, figure_of
from calculators.contract.shape import Calculator, Field, Output, Verdict
from publishing.export.permission import may_publish, sources_of
from publishing.markdown.page import calculator_pages
from publishing.places import address


def described(asked: Calculator) -> dict[str, Any]:
    """One calculator: what it takes, what it gives, where it stands."""
    page = calculator_pages().get(asked.name)
    return {
        "name": asked.name,
        "title": asked.title,
        "summary": asked.summary,
        "page": None if page is None else address(page),
        "inputs": [_input(field) for field in asked.fields.values()],
        "outputs": [_output(name, said) for name, said in asked.outputs.items()],
        "tables": [
            {"name": name, "label": table.label, "columns": [_output(*each) for each in asked.columns[name].items()]}
            for name, table in asked.tables.items()
        ],
        "presets": presets(asked.name),
    }


def _input(field: Field) -> dict[str, Any]:
    said, known = field.input, knowledge()
    return {
        "name": field.name, "label": said.label, "kind": field.kind, "unit": said.unit, "role": said.role,
        "required": field.required, "optional": field.optional,
        "default": said.default or None, "value": _start(field), "example": said.example or None,
        "above": said.above, "low": said.low, "high": said.high,
        "editions": [figure.id for figure in editions_of(field, known)],
        "family": [figure.id for figure in family_of(field, known)],
        "choices": {word: said.choices.get(word, word) for word in field.words},
        "columns": [_input(column) for column in field.columns.values()],
    }  # fmt: skip


def _start(field: Field) -> float | None:
    """The published number that the field starts with, as far as it may be published again."""
    known = knowledge()
    figure = figure_of(field, known)
    allowed = figure is not None and may_publish("value", sources_of(figure, known))
    return default_of(field, known) if allowed else None


def _output(name: str, said: Output | Verdict) -> dict[str, Any]:
    common = {"name": name, "label": said.label, "none": said.none or None, "caution": said.caution or None}
    if isinstance(said, Verdict):
        return {**common, "kind": "verdict", "sentences": dict(said.sentences)}
    return {**common, "kind": "number" if said.unit else "text", "unit": said.unit, "digits": said.digits}
