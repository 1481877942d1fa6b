"""How long it takes to read and check figures, and how much of that is TOML; counted in processor time."""

import tempfile
import time
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from data.figures import read_all
from tests.bench.made import write_records
from tests.bench.rounds import growth, ratio, seconds, table, timed

SIZES = {"100 figures": 100, "250 figures": 250, "500 figures": 500, "1,000 figures": 1000}
FIRST, LAST = "100 figures", "1,000 figures"
TOML = "of these, reading TOML"
ASKED = {LAST: "under 0.5 s"}


def measure(rounds: int = 9) -> str:
    """The table, printed by `make.py bench reading`."""
    with tempfile.TemporaryDirectory() as below:
        cases: dict[str, Callable[[], object]] = {}
        for name, count in SIZES.items():
            folder = Path(below, name)
            folder.mkdir()
            write_records(folder, count)
            cases[name] = partial(spent, read_all, folder)
        cases[TOML] = partial(spent, read_toml, Path(below, LAST))
        for run in cases.values():
            run()  # the first time loads what is loaded once
        found = timed(cases, rounds)
    rows = [(name, seconds(found[name]), ASKED.get(name, ""), f"{growth(found, SIZES, name, FIRST):.2f}") for name in SIZES]  # fmt: skip
    rows.append((TOML, seconds(found[TOML]), "", f"{ratio(found, TOML, LAST):.0%} of the line above"))
    return table(("Reading and checking", "Time", "Asked", "Growth, 1 is linear"), rows)


def read_toml(folder: Path) -> None:
    """What the standard library's reader takes of it."""
    for path in folder.glob("*.toml"):
        tomllib.loads(path.read_text("utf-8"))


def spent(run: Callable[[Path], object], folder: Path) -> float:
    """The processor time that this takes."""
    start = time.process_time()
    run(folder)
    return time.process_time() - start
