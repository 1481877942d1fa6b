"""How long our runtime takes to its first answer under Node, against Pyodide as it comes from npm.

The difference is the standard library, compiled beforehand and not by every reader. Processor time is counted. Left
out: the network and the browser, which tests in a browser and the trials before this site was built looked at.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from publishing.runtime.bundle import PYODIDE, build_bundle
from tests.bench.rounds import ratio, seconds, spent, table, timed

OURS, PLAIN = "our runtime", "plain Pyodide"
ASKED = {OURS: "in a browser at most 0.45"}
SCRIPT = Path(__file__).with_suffix(".mjs")


def measure(rounds: int = 5) -> str:
    """The table, printed by `make.py bench starting`."""
    with tempfile.TemporaryDirectory() as below:
        bundle = build_bundle(Path(below))
        folders = {OURS: bundle.folder / bundle.pyodide, PLAIN: PYODIDE}
        cases: dict[str, Callable[[], object]] = {
            name: partial(start, name, folder, bundle.folder / bundle.wheel) for name, folder in folders.items()
        }
        found = timed(cases, rounds)
    rows = [(name, seconds(found[name]), ASKED.get(name, ""), f"{ratio(found, name, PLAIN):.2f}") for name in cases]
    return table(("To the first answer", "Time", "Asked", "Ratio to plain"), rows)


def start(name: str, pyodide: Path, wheel: Path) -> float:
    """Start Node, Python and the calculators, and ask one question."""
    question = json.dumps({"calculator": "market-growth", "inputs": {}})
    command = ["node", str(SCRIPT), "ours" if name == OURS else "plain", str(pyodide), str(wheel)]
    environment = {**os.environ, "QUESTION": question}
    before = spent()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return spent() - before
