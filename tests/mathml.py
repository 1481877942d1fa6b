"""Reads a formula back: from the elements of MathML to a number, with nothing of the code that wrote it."""

import math
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from publishing.working import mathml

SIGNS = {"×": "*", "−": "-", "+": "+", "(": "(", ")": ")", ";": ",", "<": "<", ">": ">", "≤": "<=", "≥": ">=", "=": "==", "≠": "!="}  # fmt: skip
WORDS = {"none": "", "no value": "None", "yes": "True", "no": "False"}
NAMES = {
    "total": lambda *all_: sum(all_),
    "count": lambda *all_: len(all_),
    "first": lambda *all_: all_[0] if all_ else None,
    "smallest": lambda *all_: min(all_, default=None),
    "largest": lambda *all_: max(all_, default=None),
    "log": math.log,
    "exp": math.exp,
}


def value(tree: list[Any], loops: Mapping[str, float] | None = None) -> Any:
    """The number that a formula's tree stands for, once written as markup and parsed again."""
    element = ElementTree.fromstring(f"<math>{mathml(tree)}</math>")
    return eval(python(element), {"__builtins__": {}}, {**NAMES, **(loops or {})})  # noqa: S307  # the test's own text


def python(element: Element) -> str:
    """The element as Python."""
    parts = [python(child) for child in element]
    text = (element.text or "").replace("\u00a0", " ").strip()
    leaves = {
        "mn": text.replace(",", ""),
        "mo": SIGNS.get(text, text),
        "mi": text.replace(" ", "_"),
        "mtext": WORDS.get(text, repr(text)),
    }
    if element.tag in ("mfrac", "msup"):
        return f"(({parts[0]}){'/' if element.tag == 'mfrac' else '**'}({parts[1]}))"
    return leaves.get(element.tag, "".join(parts))
