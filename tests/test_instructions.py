"""What README and CONTRIBUTING tell people to do is what there is to do."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import make
from calculators import knowledge, names
from publishing import ROOT
from publishing.changes.amounts import said_by, same
from publishing.changes.chains import step_of
from publishing.changes.changelog import Changelog
from publishing.changes.entries import FORMS

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
COMMANDS = sorted({line.strip() for page in PAGES for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL) for line in block.splitlines() if line.strip()})  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_people_are_told_to_run_exists(command: str) -> None:
    """Set-up commands are make.py's; every other one is run here."""
    words = shlex.split(command)
    if words[:2] == ["python3", "make.py"]:
        assert words[2] in make.COMMANDS
    else:
        assert words[0] == ".venv/bin/python"
        assert subprocess.run([sys.executable, *words[1:]], cwd=ROOT, capture_output=True).returncode == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_file_that_is_named_exists(page: Path) -> None:
    named = re.findall(
        r"`((?:data|calculators|docs|publishing|tests|requirements)/[^`\s]*|[a-z]+\.(?:yml|json))`",
        page.read_text("utf-8"),
    )
    own_words = re.sub(r"^(`{4,})\w+\n.*?^\1$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    linked = re.findall(r"\]\(([^)#:]+)\)", own_words)  # what pages to be copied link lies beside them
    assert [name for name in [*named, *linked] if not list(ROOT.glob(name.rstrip("/")))] == []


@pytest.mark.parametrize(("place", "file"), [
    (0, "data/market.toml"), (1, "data/claims.toml"), (2, "data/glossary.toml"), (3, "publishing/criteria/criteria.toml"),
])  # fmt: skip
def test_the_records_shown_to_contributors_are_real_ones(place: int, file: str) -> None:
    """Key by key and value by value what the data hold."""
    import tomllib

    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    [(name, shown)] = tomllib.loads(blocks[place]).items()
    record = tomllib.loads((ROOT / file).read_text("utf-8"))[name]
    assert len(blocks) == 4 and shown == {key: record[key] for key in shown}


def test_the_entries_shown_to_contributors_are_of_every_kind_and_can_be_read() -> None:
    """Below a heading of a day before theirs, and their amounts and words in what the figures are measured in."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    [block] = re.findall(r"^```markdown\n(### Figures\n.*?)^```$", text, re.DOTALL | re.MULTILINE)
    shown = Changelog(f"## Unreleased (since 2027-01-10)\n\n{block}")
    assert shown.problems == []
    kinds = {("Methods" if each.about == "method" else "Figures", each.kind) for each in shown.changes()}
    assert kinds == {(heading, kind) for heading, forms in FORMS.items() for kind in forms}
    for each in shown.changes():
        known = names() if each.about == "method" else knowledge().figures
        assert (each.name in known) == (each.kind != "Removed")
        if each.name in knowledge().figures:
            figure = knowledge().figures[each.name]
            assert same(step_of(each, figure.unit).old, said_by(figure)) or each.about == "standing" or not each.old


def test_the_headings_shown_to_contributors_are_headings_of_releases() -> None:
    headings = re.findall(r"`(## [^`]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert len(headings) == 2 and all(Changelog(f"{each}\n").problems == [] for each in headings)


def test_the_version_is_the_same_wherever_it_stands() -> None:
    texts = [(ROOT / name).read_text("utf-8") for name in ("pyproject.toml", "CITATION.cff")]
    stated = [re.findall(r'^version(?: =|:) "?([0-9.]+)"?$', text, re.MULTILINE) for text in texts]
    assert stated[0] == stated[1] and len(stated[0]) == 1
