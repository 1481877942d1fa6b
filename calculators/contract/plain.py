"""Answers, workings and descriptions as plain text, for the command line."""

from collections.abc import Iterator, Mapping
from typing import Any

from calculators.contract.age import age_on
from calculators.contract.fields import default_of, family_of, figure_of, limits, shown
from calculators.contract.formulas import Tree
from calculators.contract.shape import Calculator, Field, Verdict
from data.dates import today
from data.figures import Knowledge
from data.units import UNITS

BETWEEN = {"mfrac": " / ", "msup": "^"}
SPACED = {"+", "−", "×", "=", "<", ">", "≤", "≥", "≠", ";"}


def answer_text(asked: Calculator, given: Mapping[str, Any], *, with_working: bool = False) -> str:
    """The answer: inputs, whose they are, outputs with their bands, cautions, age, tables; the working on request."""
    lines = [f"{asked.title} ({given['release']})", ""]
    for field in asked.fields.values():
        origin = given["origins"][field.name]
        lines.append(_line(field.input.label, _input(field, given), f" ({origin})" if origin else ""))
    lines.append("")
    for name, said in asked.outputs.items():
        lines.append(_line(said.label, _output(given["outputs"][name], isinstance(said, Verdict))))
        lines += [f"    {words}" for words in (given["bands"].get(name), given["cautions"].get(name)) if words]
    if given["warnings"]:
        lines += ["", "  To bear in mind", *(f"    {words}" for words in given["warnings"])]
    if age := age_on(today(), given):
        lines += ["", f"  {age}"]
    for name, table in given["tables"].items():
        lines += ["", f"  {asked.words(name)}", *_table(table, given["table_bands"].get(name, {}))]
    if with_working:
        lines += ["", *_working(given["working"])]
    return "\n".join(lines)


def description(asked: Calculator, known: Knowledge) -> str:
    """What the calculator takes and gives."""
    lines = [f"{asked.title} ({asked.name})", asked.summary, "", "It takes"]
    lines += [_line(field.name, f"{field.input.label}. {takes(field, known)}") for field in asked.fields.values()]
    lines += ["", "It gives"]
    lines += [_line(name, _gives(said.label, getattr(said, "unit", ""))) for name, said in asked.outputs.items()]
    lines += [_line(name, f"{table.label} (table)") for name, table in asked.tables.items()]
    return "\n".join(lines)


def takes(field: Field, known: Knowledge) -> str:
    """The unit, the limits and what stands there at the start: "% a year, from −50 to 100; starts from 8.5."""
    return f"{_kind(field)}; {_start(field, known)}."


def _kind(field: Field) -> str:
    if field.kind == "table":
        return f"a table with the columns {', '.join(field.columns)}"
    if not field.numeric:
        return f"one of {', '.join(field.words or ('yes', 'no'))}"
    bounds = limits(field).removeprefix("Enter ").rstrip(".")
    return f"{field.input.unit}, {bounds}" if field.input.unit != "year" else bounds


def _start(field: Field, known: Knowledge) -> str:
    figure, default = figure_of(field, known), default_of(field, known)
    if figure is not None and default is not None:
        return f"starts from {shown(default, field.input.unit)} ({known.source_of(figure).publisher}, {figure.id})"
    if field.published:
        family = family_of(field, known)
        return f"starts from {f'{len(family)} published figures' if family else field.input.default}"
    if field.optional:
        return "may be left out"
    return f"yours to give, for example {field.input.example.splitlines()[0]}"


def _gives(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit else label


def _line(label: str, text: str, after: str = "") -> str:
    head = label if label.endswith("?") else f"{label}:"
    return f"  {head + ' ':34}{text}{after}"


def _input(field: Field, given: Mapping[str, Any]) -> str:
    said = given["inputs"][field.name]
    if field.kind == "table":
        return f"{len(said['value'] or []):,} rows"
    return str(said["phrase"])


def _output(cell: Mapping[str, Any], verdict: bool) -> str:
    return str(cell["text"]) if verdict or cell["value"] is None else UNITS[cell["unit"]].phrase(cell["text"])


def _table(table: Mapping[str, Any], bands: Mapping[str, list[str]]) -> Iterator[str]:
    names = [head["name"] for head in table["columns"]]
    rows = [[head["label"] for head in table["columns"]]]
    for number, row in enumerate(table["rows"]):
        said = [bands[name][number] if name in bands else "" for name in names]
        rows.append([cell["text"] + (f" ({band})" if band else "") for cell, band in zip(row, said, strict=True)])
    widths = [max(len(row[place]) for row in rows) for place in range(len(table["columns"]))]
    for row in rows:
        yield "    " + "  ".join(text.rjust(width) for text, width in zip(row, widths, strict=True))


def _working(steps: list[dict[str, Any]]) -> Iterator[str]:
    yield "  How this is worked out"
    for number, step in enumerate(steps, 1):
        yield f"  {number}. {step['label']}"
        yield from (f"       {' '.join(plain(line).split())}" for line in step["lines"])
        if step["reason"]:
            yield f"       {step['reason']}"


def plain(tree: Tree) -> str:
    """A formula on one line: `["mfrac", ["mi", "a"], ["mn", "2"]]` is "a / 2"."""
    tag, *children = tree
    if tag in ("mi", "mn", "mo", "mtext"):
        text = str(children[0]).replace("\u00a0", " ")
        return f" {text} " if tag == "mo" and text in SPACED else text
    parts = [plain(child) for child in children]
    if tag in BETWEEN:
        return BETWEEN[tag].join(_together(part) for part in parts)
    if tag == "mtable":
        return "; ".join(parts)
    return "".join(parts)


def _together(part: str) -> str:
    """In parentheses, where signs would otherwise come apart."""
    whole = part.startswith("(") and part.endswith(")")
    return f"({part})" if any(f" {sign} " in part for sign in SPACED | {"/"}) and not whole else part
