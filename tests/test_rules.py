"""Every rule about records and pages has its failing case: what it says stands in a test, word for word."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing import ROOT

TOLD_BY = {"Problem", "finding", "UnreadableNumber"}
PLACES = [
    "data",
    "publishing/prose",
    "publishing/claims",
    "publishing/glossary",
    "publishing/changes",
    "publishing/criteria",
]
RULES = sorted(path for place in PLACES for path in (ROOT / place).glob("*.py"))
TESTS = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "tests").glob("test_*.py")))


def said(source: str) -> Iterator[str]:
    """The fixed words of all messages: of every function that tells a problem, what is no docstring and no key."""
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        called = {
            node.func.id
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if called & TOLD_BY:
            body = function.body[1:] if ast.get_docstring(function) else function.body
            texts = (node.value for part in body for node in ast.walk(part) if isinstance(node, ast.Constant))
            yield from (text.strip() for text in texts if isinstance(text, str) and re.search("[a-z] [a-z]", text))


@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_a_rule_says_stands_in_a_test(path: Path) -> None:
    assert [words for words in said(path.read_text("utf-8")) if words not in TESTS] == []


def test_a_rule_that_no_test_has_heard_of_is_seen() -> None:
    unheard = " ".join(["is", "no", "name", "of", "ours."])
    rule = f'def faults(name):\n    """What is wrong."""\n    yield Problem("a.toml", name, f"{{name}} {unheard}", "Mend.")\n'
    assert list(said(rule)) == [unheard] and unheard not in TESTS
