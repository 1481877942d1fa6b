"""Worked examples of a calculator: data beside it, run under CPython, in Pyodide and in the browser.

`market_growth.toml` beside `market_growth.py` holds `[[example]]` tables, each with its `origin`,
the `inputs` that differ from the defaults and the texts expected (`outputs`, `bands`, tables by
name); `[[refused]]` tables with the problems that the reader is told, by input; and `[[preset]]`
tables, which a form offers to start from, each with its `label`, its `reason` and its `inputs`.
"""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1]


def examples(name: str) -> list[dict[str, Any]]:
    """The worked examples of the calculator called `name`."""
    return _read(name).get("example", [])


def refusals(name: str) -> list[dict[str, Any]]:
    """Inputs that the calculator called `name` refuses, with what it says."""
    return _read(name).get("refused", [])


def presets(name: str) -> list[dict[str, Any]]:
    """The starts that the form of the calculator called `name` offers, with their reasons."""
    return _read(name).get("preset", [])


def _read(name: str) -> dict[str, list[dict[str, Any]]]:
    path = FOLDER / f"{name.replace('-', '_')}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
