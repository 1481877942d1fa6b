"""Every calculator, the real ones and those made for the tests, with worked examples and refusals."""

import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from calculators import calculator, names
from calculators.contract.examples import FOLDER
from calculators.contract.shape import Calculator, read_shape

OWN = Path(__file__).parent / "calculators"
BROKEN = "endless"  # made to break; it keeps to no rule


def all_names() -> list[str]:
    """The names of all calculators that keep the rules."""
    own = {path.stem.replace("_", "-") for path in OWN.glob("*.py")}
    return sorted({*names(), *own} - {BROKEN})


@cache
def shape(name: str) -> Calculator:
    """The calculator called `name`, wherever it lies."""
    return calculator(name) if name in names() else load(OWN / f"{name.replace('-', '_')}.py")


def load(path: Path) -> Calculator:
    """The calculator in the file at `path`."""
    spec = spec_from_file_location(f"calculators.{path.stem}", path)
    assert spec and spec.loader
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return read_shape(module)


def cases(kind: str) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Each table of this kind, "example", "refused" or "preset", with its calculator's name and its number."""
    files = {path.name: path for folder in (FOLDER, OWN) for path in folder.glob("*.toml")}
    for name in sorted(files):
        for number, case in enumerate(tomllib.loads(files[name].read_text("utf-8")).get(kind, [])):
            yield name.removesuffix(".toml").replace("_", "-"), number, case


def first_example(name: str) -> dict[str, Any]:
    """The first worked example of the calculator called `name`."""
    return next(case for own, _, case in cases("example") if own == name)
