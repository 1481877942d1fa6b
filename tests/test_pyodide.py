"""The same tests inside Pyodide under Node, on the wheel and the lock file that the site serves."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from publishing import ROOT

pytestmark = pytest.mark.slow
SHARED = ["test_examples.py", "test_figures.py"]


def run_in_pyodide(bundle: Path, tests: Path, *files: str) -> subprocess.CompletedProcess[str]:
    packages = sysconfig.get_path("purelib")
    folders = [ROOT / "node_modules" / "pyodide", bundle, packages, tests]
    command = ["node", str(ROOT / "tests" / "pyodide.mjs"), *map(str, folders), *files]
    return subprocess.run(command, capture_output=True, text=True)


def passed(output: str) -> int:
    found = re.search(r"^(\d+) passed in", output, re.MULTILINE)
    assert found, output
    return int(found[1])


@pytest.fixture(scope="module")
def bundle(site: Path) -> Path:
    [lock] = site.rglob("pyodide-lock.json")
    return lock.parent


def test_examples_and_figures_pass_in_pyodide_in_the_same_number_as_here(bundle: Path, site: Path) -> None:
    there = run_in_pyodide(bundle, ROOT / "tests", *SHARED)
    assert there.returncode == 0, there.stdout + there.stderr
    here = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *SHARED],
        cwd=site.parent / "house" / "tests",
        capture_output=True,
        text=True,
    )
    assert passed(there.stdout) == passed(here.stdout) > 20


def test_a_wrong_expectation_fails_in_pyodide(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "test_wrong.py").write_text(
        "from data.units import show\ndef test_wrong(): assert show(997.818, 'USD billion', 1) == '1,000.0'\n", "utf-8"
    )
    there = run_in_pyodide(bundle, tmp_path, "test_wrong.py")
    assert there.returncode == 1
    assert "1 failed" in there.stdout and "997.8" in there.stdout
