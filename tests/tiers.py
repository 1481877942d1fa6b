"""Runs one tier: `python -m tests.tiers check` in seconds, `python -m tests.tiers test` as CI does."""

import os
import subprocess
import sys

from publishing import ROOT
from tests.browsers import CHROMIUM, find_or_install

LINTERS = [
    ["publishing.check"],
    ["ruff", "check", "--quiet", "."],
    ["ruff", "format", "--check", "--quiet", "."],
    ["mypy", "--no-error-summary"],
]


def main(tier: str, *options: str) -> int:
    """Run the linters, then the tests of `tier`; returns the exit status."""
    environment = dict(os.environ)
    if tier != "check":
        environment[CHROMIUM] = str(find_or_install())
    commands = [*LINTERS, ["pytest", "--tier", tier, "-q", *options]]
    statuses = [
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment).returncode for command in commands
    ]
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
