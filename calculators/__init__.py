"""What we can work out: one calculator is one file here, holding one typed pure function.

A file in this folder is a calculator; there is no list to keep in step. `market_growth.py` is the
calculator `market-growth`, everywhere.
"""

from functools import cache
from importlib import import_module
from pathlib import Path

from calculators.contract.shape import Calculator, read_shape
from data.figures import Knowledge, read_all
from data.records import nearest


class NoCalculator(LookupError):
    """There is no calculator of that name."""


@cache
def knowledge() -> Knowledge:
    """The figures and sources that defaults come from, read once."""
    return read_all()


def names() -> list[str]:
    """The names of all calculators, in alphabetical order."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return sorted(file.stem.replace("_", "-") for file in files)


@cache
def calculator(name: str) -> Calculator:
    """The calculator called `name`.

    Raises:
        NoCalculator: there is none; the message names the nearest.
        Misdeclared: its declarations do not go together.
    """
    if name not in names():
        raise NoCalculator(f"There is no calculator “{name}”.{nearest(name, names())}")
    return read_shape(import_module(f"calculators.{name.replace('-', '_')}"))
