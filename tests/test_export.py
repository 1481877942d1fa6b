"""The API, the reference and the changelog: drawn from what there is, whole and in their places."""

import json
import re
from pathlib import Path

import pytest

from calculators import calculator, names
from calculators.contract.release import release
from publishing import ROOT
from publishing.changes.changelog import Changelog
from publishing.changes.page import draw
from publishing.export import described, write_api
from publishing.export.contents import read_contents
from publishing.reference import draw as draw_reference
from tests.cases import all_names, shape

KINDS = {"number", "whole", "choice", "yes-no", "text", "table"}


def test_the_file_for_programs_names_every_calculator(tmp_path: Path) -> None:
    write_api(tmp_path, read_contents({}))
    content = json.loads((tmp_path / "api" / "calculators.json").read_text("utf-8"))
    assert content["schema"] == 1 and content["release"] == release()
    assert [each["name"] for each in content["calculators"]] == names()


def test_growth_is_described_as_it_is() -> None:
    said = described(calculator("market-growth"))
    rate = next(each for each in said["inputs"] if each["name"] == "rate")
    assert said["page"] == "calculators/market-growth/"
    assert (rate["kind"], rate["unit"], rate["low"], rate["high"]) == ("number", "% a year", -50, 100)
    assert (rate["default"], rate["value"], rate["required"]) == ("convergence-growth", 8.5, False)
    assert said["tables"][0]["columns"][1]["label"] == "Market"


@pytest.mark.parametrize("name", all_names())
def test_every_description_is_json_of_one_form(name: str) -> None:
    said = json.loads(json.dumps(described(shape(name)), allow_nan=False))
    assert set(said) == {"name", "title", "summary", "page", "inputs", "outputs", "tables", "presets"}
    for field in said["inputs"]:
        assert field["kind"] in KINDS and field["label"]
        assert field["required"] == (not (field["optional"] or field["default"] or field["family"]))
    assert all(each["kind"] in {"number", "verdict", "text"} for each in said["outputs"])


def test_the_reference_names_every_input_and_output_of_every_calculator() -> None:
    html = str(draw_reference([shape(name) for name in all_names()], "reference.md"))
    for name in all_names():
        asked = shape(name)
        for key in [*asked.fields, *asked.outputs, *asked.tables]:
            assert f"<td><code>{key}</code></td>" in html
    assert '<a href="../calculators/market-growth/#market-growth?">' in html


def test_each_release_has_its_place_and_a_version_without_one_stands_at_the_unreleased_changes() -> None:
    html = draw(Changelog("## Unreleased\n\n- New.\n\n## 0.1.0\n\n- Old.\n"), "0.2.0")
    assert re.findall(r'id="(.+?)"', html) == ["release-unreleased", "release-0.2.0", "release-0.1.0"]
    assert re.findall(r'id="(.+?)"', draw(Changelog("## Unreleased\n\n## 0.2.0 (2027)\n"), "0.2.0")) == [
        "release-unreleased", "release-0.2.0",
    ]  # fmt: skip


@pytest.mark.slow
def test_the_built_site_holds_them(site: Path) -> None:
    assert json.loads((site / "api" / "calculators.json").read_text("utf-8"))["schema"] == 1
    version = release().partition("+")[0]
    assert f'id="release-{version}"' in (site / "changelog" / "index.html").read_text("utf-8")
    assert (ROOT / "CHANGELOG.md").exists()
