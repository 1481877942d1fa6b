"""What other programs read: files below api/ of the site, each with its schema and release."""

import json
from pathlib import Path
from typing import Any

from calculators import calculator, knowledge, names
from calculators.contract.age import aged
from calculators.contract.examples import presets
from calculators.contract.fields import default_of, editions_of, family_of
from calculators.contract.release import release
from calculators.contract.shape import Calculator, Field, Output, Verdict
from publishing.claims import checked_claims, why
from publishing.claims.verdict import Checked
from publishing.markdown.page import calculator_pages
from publishing.places import address

SCHEMA = 1


def write_api(folder: Path) -> None:
    """Write api/calculators.json and api/claims.json below `folder`."""
    _write(folder, "calculators", [described(calculator(name)) for name in names()])
    _write(folder, "claims", [stated(each) for each in checked_claims()])


def _write(folder: Path, name: str, entries: list[dict[str, Any]]) -> None:
    content = {"schema": SCHEMA, "release": release(), name: entries}
    path = folder / "api" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n", "utf-8", newline="\n")


def stated(checked: Checked) -> dict[str, Any]:
    """One claim: what is said and by whom, the verdict worked out, and the answer that it rests on, if any."""
    claim, cell = checked.claim, checked.cell or {}
    return {
        "id": claim.id, "says": claim.says, "by": claim.by, "cites": claim.cites,
        "verdict": checked.verdict, "why": why(claim),
        "figures": list(claim.figures), "contradicted_by": list(claim.contradicted_by),
        "good_until": aged(knowledge().figures[name] for name in checked.rests_on)["good_until"],
        "calculator": claim.calculator, "output": claim.output,
        "relation": claim.relation, "claimed": claim.value, "rounded_to": claim.rounded_to,
        "text": cell.get("text"), "value": cell.get("value"), "unit": cell.get("unit"),
        "low": cell.get("low"), "high": cell.get("high"),
        "link": f"{address(calculator_pages()[claim.calculator])}{checked.link}" if claim.calculator else None,
    }  # fmt: skip


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
        "default": said.default or None, "value": default_of(field, known), "example": said.example or None,
        "above": said.above, "low": said.low, "high": said.high,
        "editions": [figure.id for figure in editions_of(field, known)],
        "family": [figure.id for figure in family_of(field, known)],
        "choices": {word: said.choices.get(word, word) for word in field.words},
        "columns": [_input(column) for column in field.columns.values()],
    }  # fmt: skip


def _output(name: str, said: Output | Verdict) -> dict[str, Any]:
    common = {"name": name, "label": said.label, "none": said.none or None, "caution": said.caution or None}
    if isinstance(said, Verdict):
        return {**common, "kind": "verdict", "sentences": dict(said.sentences)}
    return {**common, "kind": "number" if said.unit else "text", "unit": said.unit, "digits": said.digits}
