"""The spelling check: one spelling, the American; words of others, names and our own terms are let be."""

import subprocess
from pathlib import Path

from publishing import ROOT
from tests.tiers import LINTERS


def told(path: Path, text: str) -> list[str]:
    path.write_text(text, "utf-8")
    (linter,) = (command for command in LINTERS if Path(command[0]).name == "typos")
    command = [*linter, "--config", str(ROOT / "pyproject.toml"), path.name]
    return subprocess.run(command, cwd=path.parent, capture_output=True, text=True).stdout.splitlines()


def test_a_slip_and_a_british_spelling_are_told_at_their_place_with_the_way_out(tmp_path: Path) -> None:
    assert told(tmp_path / "page.md", "A publisher's own licenses.\nTeh colour of a centre.\n") == [
        "page.md:2:1: error: `Teh` should be `The`",
        "page.md:2:5: error: `colour` should be `color`",
        "page.md:2:17: error: `centre` should be `center`",
    ]


def test_what_others_wrote_and_our_own_terms_are_let_be(tmp_path: Path) -> None:
    text = 'quote     = "Data Centre Systems"\ntitle = "The colour of steel"\nauthors = ["Tim Gaus"]\nlicence = "OT and axe."\n'
    assert told(tmp_path / "sources.toml", text) == []
