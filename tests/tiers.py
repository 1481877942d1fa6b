"""Runs one tier: `python -m tests.tiers check` in seconds, `test` as CI does, `audit` with every test there is."""

import os
import subprocess
import sys
from pathlib import Path

from publishing import ROOT
from tests.browsers import CHROMIUM, find_or_install

PYTHON = [sys.executable, "-m"]
LINTERS = [
    [*PYTHON, "publishing.check"],
    [*PYTHON, "ruff", "check", "--quiet", "."],
    [*PYTHON, "ruff", "format", "--check", "--quiet", "."],
    [*PYTHON, "mypy", "--no-error-summary"],
    [str(Path(sys.executable).with_name("typos")), "--format", "brief"],  # a program, and no module of Python
]

# Two browsers at once halve the wait; a file's tests stay together, so that what they share is made once. Of the audit
# one file takes hours, so that there the process that is done first takes over from the other.
TWO = ["-n", "2", "--dist"]
PROCESSES: dict[str, list[str]] = {"check": [], "test": [*TWO, "loadfile"], "audit": [*TWO, "worksteal"]}


def main(tier: str, *options: str) -> int:
    """Run the linters, then the tests of `tier`; returns the exit status."""
    environment = dict(os.environ)
    if tier != "check":
        environment[CHROMIUM] = str(find_or_install())
    linters = [start(command, environment, capture=True) for command in LINTERS]
    tests = start([*PYTHON, "pytest", "--tier", tier, "-q", *PROCESSES[tier], *options], environment, capture=False)
    told = [linter.communicate()[0] for linter in linters]
    status = tests.wait()
    print("".join(told), end="")
    return max([status, *(linter.returncode for linter in linters)])


def start(command: list[str], environment: dict[str, str], *, capture: bool) -> subprocess.Popen[str]:
    """Start one command beside the others; what linters say is shown at the end."""
    out = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT} if capture else {}
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **out)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
