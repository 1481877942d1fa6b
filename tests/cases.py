"""Worked examples and refusals of every calculator: the real ones and those made for the tests."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from calculators.contract.examples import FOLDER

FOLDERS = [FOLDER, Path(__file__).parent / "calculators"]


def cases(kind: str) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Each table of this kind, "example" or "refused", with its calculator's name and its number."""
    for path in sorted(path for folder in FOLDERS for path in folder.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8")).get(kind, [])):
            yield path.stem.replace("_", "-"), number, case


def first_example(name: str) -> dict[str, Any]:
    """The first worked example of the calculator called `name`."""
    return next(case for own, _, case in cases("example") if own == name)
