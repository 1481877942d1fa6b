"""What goes along with the wheel, to browsers and to readers: no record and no table that may not."""

import json
import zipfile
from pathlib import Path

import pytest

from calculators.contract.release import left_out
from data.knowledge import Figure, Knowledge
from publishing.export.checking import given_findings
from publishing.runtime.bundle import build_wheel
from tests.cases import shape
from tests.given_away import contents, figure


def told(*figures: Figure, folder: Path, left_out: tuple[str, ...] = ()) -> list[str]:
    """What the checks say of figures made for a test."""
    given = contents().known
    known = Knowledge(given.sources, {each.id: each for each in figures})
    return [str(each.problem) for each in given_findings(known, folder, left_out)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "series").mkdir()
    (tmp_path / "series" / "rows.csv").write_text("year,value\n2023,720\n", "utf-8")
    return tmp_path


def test_a_figure_that_may_not_be_published_cannot_be_held_since_the_wheel_takes_it_along(folder: Path) -> None:
    assert told(figure("open", "value", 1), figure("tabled", "table", 1), folder=folder) == []
    assert told(figure("hidden", "none", 1), folder=folder) == [
        "data: hidden: Its sources let no value be published again, and the wheel takes every record along. "
        "Remove the figure, or correct redistribute in sources.toml."
    ]


@pytest.mark.parametrize(
    ("permission", "left_out", "message"),
    [
        ("table", (), None),
        ("value", ("data/series/rows.csv",), None),
        ("none", ("data/series/rows.csv",), None),
        ("value", (), 'pyproject.toml: rows: Its table may not be published again, and goes into the wheel. Add "data/series/rows.csv" to exclude.'),
        ("table", ("data/series/rows.csv",), 'pyproject.toml: rows: Its table may be published again, and is kept out of the wheel. Remove "data/series/rows.csv" from exclude.'),
    ],
)  # fmt: skip
def test_a_table_goes_into_the_wheel_just_where_it_may_be_published(
    folder: Path, permission: str, left_out: tuple[str, ...], message: str | None
) -> None:
    found = told(figure("rows", permission, series="rows", rounded_to=1), folder=folder, left_out=left_out)
    assert found == ([message] if message else [])


def test_a_table_without_a_file_is_told(folder: Path) -> None:
    assert told(figure("rows", "table", series="gone", rounded_to=1), folder=folder) == [
        "data: rows.series: There is no file series/gone.csv. Add the file, or correct the name."
    ]


def test_a_calculator_that_starts_with_a_table_that_no_browser_gets_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests' own calculator starts with Gartner's table of July 2024."""
    monkeypatch.setattr("publishing.export.checking.names", lambda: ["every-kind"])
    monkeypatch.setattr("publishing.export.checking.calculator", shape)
    of = {kind: figure("gartner-it-edition-2024-07", kind, series="rows", rounded_to=1) for kind in ("value", "table")}
    assert told(of["table"], folder=folder) == []
    assert told(of["value"], folder=folder, left_out=("data/series/rows.csv",)) == [
        "calculators/every_kind.py: lines.default: It starts with the table gartner-it-edition-2024-07, which may not "
        "be published again. Start with figures, or leave it to the reader."
    ]


@pytest.mark.slow
def test_the_wheel_holds_no_table_that_may_not_be_published_again(tmp_path: Path) -> None:
    names = zipfile.ZipFile(build_wheel(tmp_path)).namelist()
    assert left_out() and not left_out() & set(names)
    assert not [name for name in names if name.startswith(("data/series/", "data/schemas/"))]


def test_what_the_wheel_does_without_is_no_part_of_the_release(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[tool.hatch.build.targets.wheel]\nexclude = ['data/series/a.csv']\n", "utf-8"
    )
    assert left_out(tmp_path) == {"data/series/a.csv"} and left_out(tmp_path / "nowhere") == set()


@pytest.mark.slow
def test_a_table_that_may_be_published_again_has_its_rows(site: Path) -> None:
    """The tests' site may publish Gartner's table of July 2024, and no other: two years of five lines and their total."""
    tables = {
        each["id"]: each["rows"]
        for each in json.loads((site / "api" / "figures.json").read_text("utf-8"))["figures"]
        if each["series"]
    }
    assert [name for name, rows in tables.items() if rows] == ["gartner-it-edition-2024-07"]
    assert len(tables["gartner-it-edition-2024-07"]) == 12
    assert tables["gartner-it-edition-2024-07"][1]["spending_usd_million"] == "692784"
