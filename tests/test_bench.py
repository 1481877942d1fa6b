"""What `make.py bench` measures on is sound, and its arithmetic right. No time is asserted anywhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.figures import read_all
from publishing import ROOT
from publishing.check import findings
from tests.bench.__main__ import main
from tests.bench.building import SIZES, drawn
from tests.bench.made import numbers, write_pages, write_records
from tests.bench.rounds import growth, ratio, seconds, table, timed

FOUND = {"none": [1.0, 1.0, 2.0], "ten": [2.0, 2.0, 4.0], "forty": [5.0, 9.0, 10.0]}


def test_made_figures_are_of_the_number_asked_and_without_a_problem(tmp_path: Path) -> None:
    write_records(tmp_path, 60)
    known = read_all(tmp_path)
    assert len(known.figures) == 60 and len(known.sources) == 24
    assert {figure.kind for figure in known.figures.values()} == {"estimate", "forecast", "derived", "survey"}


def test_made_figures_are_the_same_each_time_and_differ_from_market_to_market() -> None:
    assert numbers(3) == numbers(3) and numbers(3)["size"] != numbers(4)["size"]


def test_made_pages_say_every_figure_rightly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More pages than it takes, so that figures come again; the checks of data and prose have nothing to say."""
    monkeypatch.setattr("publishing.prose.records.offered", lambda known: set())
    (tmp_path / "data").mkdir()
    (tmp_path / "docs").mkdir()
    places = write_pages(tmp_path / "docs", write_records(tmp_path / "data", 60), 20)
    assert len(places) == 20 and [str(each.problem) for each in findings(tmp_path)] == []


def test_every_round_runs_every_case_and_begins_with_another() -> None:
    ran: list[str] = []
    found = timed({name: lambda name=name: ran.append(name) for name in "abc"}, 3)  # type: ignore[misc]  # bound now
    assert "".join(ran) == "abcbcacab" and {name: len(times) for name, times in found.items()} == dict.fromkeys(
        "abc", 3
    )


def test_a_ratio_is_that_of_the_median_round() -> None:
    """5/2, 9/2 and 10/4 by hand."""
    assert ratio(FOUND, "forty", "ten") == 2.5


def test_growth_is_1_where_it_is_linear_beyond_what_is_always_there() -> None:
    """(5 − 1)/(2 − 1) = 4 for four times as many; without what is always there 5/2."""
    sizes = {"none": 0, "ten": 10, "forty": 40}
    assert growth(FOUND, sizes, "forty", "ten", "none") == 1
    assert growth(FOUND, sizes, "forty", "ten") == 0.625


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ([0.2, 0.1, 0.3], "0.200 s (0.100 to 0.300)"),
        ([1.5], "1.50 s (1.50 to 1.50)"),
        ([9, 12], "10.5 s (9.0 to 12.0)"),
    ],
)
def test_a_time_is_told_with_its_spread(times: list[float], said: str) -> None:
    assert seconds(times) == said


def test_a_table_is_told_in_markdown() -> None:
    assert table(("a", "bb"), [("ccc", "d")]) == "| a   | bb |\n| --- | -- |\n| ccc | d  |"


def test_a_case_that_says_its_time_itself_is_believed() -> None:
    assert timed({"own": lambda: 2.5}, 2) == {"own": [2.5, 2.5]}


def test_the_growth_of_a_build_is_told_where_it_can_be_told_from_the_rest() -> None:
    """From 10 s: 2 s more for 100 pages, 6 s for 300; then a tenth of a second, which any round may differ by."""

    def last(*times: float) -> list[str]:
        rows = drawn("Build", {name: [time] for name, time in zip(SIZES, times, strict=True)}).splitlines()
        return [row.split("|")[-2].strip() for row in rows[2:]]

    assert last(10.0, 12.0, 14.0, 16.0, 22.0) == ["", "1.00", "1.00", "1.00", "2.00"]
    assert last(10.0, 10.1, 10.2, 10.3, 10.3) == ["", *["too little to tell"] * 4]


def test_an_unknown_part_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baking"]) == 2
    assert capsys.readouterr().err == "There is no part “baking”. Choose from: reading, starting, building.\n"


@pytest.mark.slow
def test_the_table_of_reading_is_printed() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench", "reading", "1"], cwd=ROOT, capture_output=True, text=True
    )
    assert told.returncode == 0 and "| 1,000 figures " in told.stdout and "| under 0.5 s |" in told.stdout
