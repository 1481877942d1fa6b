"""The calculator that CONTRIBUTING shows, made just as it says: one file, one table of examples, one page.

It is written into a copy of the house, so that whatever the tests find by themselves is found there too.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from publishing import ROOT
from tests.house import copy_house

SECTION = re.search(
    r"^## Add a calculator\n.*?(?=^## Change what )", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S | re.M
)
FACTS = """
import json
from calculators import calculator, knowledge
from calculators.contract.answer import answer
from calculators.contract.examples import examples, presets
from publishing.form import draw

asked, known = calculator("price-rise"), knowledge()
cases = [(each, answer(asked, each["inputs"], known)) for each in examples("price-rise")]
print(json.dumps({
    "cases": cases,
    "presets": [answer(asked, each["inputs"], known)["speak"] for each in presets("price-rise")],
    "form": draw("price-rise", {}),
    "private": [name for name, field in asked.fields.items() if field.private],
}))
"""


def block(language: str, number: int = 0) -> str:
    """A fenced block of the section, by its language."""
    assert SECTION, "CONTRIBUTING.md has no section “Add a calculator”"
    found = re.findall(rf"^(?P<mark>`{{3,}}){language}\n(.*?)^(?P=mark)$", SECTION[0], re.S | re.M)
    return str(found[number][1])


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house with the three files that the section has people write."""
    house = copy_house(tmp_path_factory.mktemp("contributing") / "house")
    (house / "calculators" / "price_rise.py").write_text(block("python"), "utf-8")
    (house / "calculators" / "price_rise.toml").write_text(block("text"), "utf-8")
    (house / "docs" / "calculators" / "price-rise.md").write_text(block("markdown"), "utf-8")
    return house


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, with the copy's own code."""
    return subprocess.run([sys.executable, *command], cwd=house, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.slow
def test_its_examples_come_out_as_they_say(house: Path) -> None:
    """Every text, table and band that an example names; form, preset and privacy come with it."""
    done = run(house, "-c", FACTS)
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert len(facts["cases"]) >= 3
    for expected, given in facts["cases"]:
        assert {name: given["outputs"][name]["text"] for name in expected["outputs"]} == expected["outputs"]
        assert {name: given["bands"].get(name) for name in expected.get("bands", {})} == expected.get("bands", {})
        for table in set(expected) & set(given["tables"]):
            assert [[cell["text"] for cell in row] for row in given["tables"][table]["rows"]] == expected[table]
    # 40 × 1.08⁵: 1.469328 is in every table of compound interest
    assert facts["presets"] == ["Budget that buys the same: 58.8 million."]
    assert facts["private"] == ["budget"]
    for name in ("budget", "first_year", "last_year", "prices", "raised"):
        assert f'name="{name}"' in facts["form"]


@pytest.mark.slow
def test_its_commands_answer(house: Path) -> None:
    commands = [shlex.split(line) for line in block("text", 1).splitlines()]
    assert [words[:3] for words in commands] == [[".venv/bin/python", "-m", "calculators"]] * 2
    first, second = (run(house, *words[1:]) for words in commands)
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert "46.3 million" in first.stdout
    assert json.loads(second.stdout)["outputs"]["needed"]["text"] == "46.3"


def quick_tests(house: Path) -> subprocess.CompletedProcess[str]:
    """The quick tests over this calculator, which are to find it by themselves."""
    quick = "not browser and not slow and not audit"
    return run(house, "-m", "pytest", "-q", "-k", "price-rise or price_rise", "-m", quick, "tests")


@pytest.mark.slow
def test_its_code_passes_lint_and_types(house: Path) -> None:
    file = "calculators/price_rise.py"
    for command in (["ruff", "check", file], ["ruff", "format", "--check", file], ["mypy", file]):
        done = run(house, "-m", *command)
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_tests_over_all_calculators_find_it_and_pass(house: Path) -> None:
    done = quick_tests(house)
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    # six worked and refused examples, and that they say where they come from
    assert passed and int(passed[1]) >= 7
    checked = run(house, "-m", "publishing.check")
    assert checked.returncode == 0, checked.stderr


@pytest.mark.slow
def test_a_wrong_number_in_its_examples_is_told(house: Path) -> None:
    examples = house / "calculators" / "price_rise.toml"
    whole = examples.read_text("utf-8")
    examples.write_text(whole.replace('needed = "46.3"', 'needed = "46.4"'), "utf-8")
    done = quick_tests(house)
    examples.write_text(whole, "utf-8")
    assert done.returncode == 1 and "46.4" in done.stdout
