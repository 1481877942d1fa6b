"""The same tests inside Pyodide under Node, on the wheel and the lock file that the site serves."""

import json
import re
import shutil
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
    found = re.search(r"^(\d+) passed\b.* in ", output, re.MULTILINE)
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


def test_every_answer_in_pyodide_is_the_one_that_cpython_gives(bundle: Path, site: Path) -> None:
    """Texts to the byte, values to twelve digits: the worked examples, and a hundred generated inputs a calculator."""
    house = site.parent / "house"
    command = [
        sys.executable,
        "-c",
        "import json; from tests.generated import everything; print(json.dumps(everything()))",
    ]
    here = subprocess.run(command, cwd=house, capture_output=True, text=True, check=True)
    (house / "tests" / "expected.json").write_text(here.stdout, "utf-8")
    assert len(json.loads(here.stdout)) > 5
    there = run_in_pyodide(bundle, house / "tests", "pyodide_agreement.py", "test_generated.py", "-m", "not audit")
    assert there.returncode == 0, there.stdout + there.stderr
    assert passed(there.stdout) > 2 * len(json.loads(here.stdout))


def test_a_single_byte_that_differs_is_seen(bundle: Path, site: Path, tmp_path: Path) -> None:
    """The failing side of the test above."""
    shutil.copytree(site.parent / "house" / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    expected = tmp_path / "tests" / "expected.json"
    expected.write_text(expected.read_text("utf-8").replace('"1,274.5"', '"1,274.6"', 1), "utf-8")
    there = run_in_pyodide(bundle, tmp_path / "tests", "pyodide_agreement.py")
    assert there.returncode == 1 and "1 failed" in there.stdout


def test_a_wrong_expectation_fails_in_pyodide(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "test_wrong.py").write_text(
        "from data.units import show\ndef test_wrong(): assert show(997.818, 'USD billion', 1) == '1,000.0'\n", "utf-8"
    )
    there = run_in_pyodide(bundle, tmp_path, "test_wrong.py")
    assert there.returncode == 1
    assert "1 failed" in there.stdout and "997.8" in there.stdout
