"""The schemas of the data files: made from the dataclasses, true of every record, false of each broken one."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from data.figures import FOLDER, NO_FIGURES
from publishing import ROOT
from publishing.export import write_api
from publishing.export.keys import keys_of, said_of
from publishing.export.schemas import RECORDS, schemas, write_schemas
from tests.given_away import ROWS, contents
from tests.test_figures import FIGURE, SOURCE

FIGURE_FILES = sorted(path.name for path in FOLDER.glob("*.toml") if path.name not in {*NO_FIGURES, "sources.toml"})
FILES = {
    **dict.fromkeys(FIGURE_FILES, "figures"),
    "sources.toml": "sources",
    "claims.toml": "claims",
    "glossary.toml": "glossary",
}


def problems(name: str, text: str) -> list[str]:
    """What the schema says of a TOML file, its dates written as JSON has them."""
    content = json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))
    checker = Draft202012Validator(schemas()[name], format_checker=FormatChecker())
    return sorted(error.message for error in checker.iter_errors(content))


@pytest.mark.parametrize("file", FILES)
def test_every_record_of_the_publication_fits_its_schema(file: str) -> None:
    assert problems(FILES[file], (FOLDER / file).read_text("utf-8")) == []


@pytest.mark.parametrize("name", RECORDS)
def test_each_schema_is_one_of_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("", "", None),
        ('kind = "estimate"', 'kind = "guess"', "'guess' is not one of ['official', 'survey', 'estimate', 'forecast', 'derived']"),
        ("scope =", "scoop =", "'scope' is a required property"),
        ("value = 720", "value = '720'", "'720' is not of type 'number'"),
        ("value = 720", "value = 1000000000000000", "1000000000000000 is greater than or equal to the maximum of 1000000000000000"),
        ("value = 720", "value = 720\nseries = 'size'", "is valid under each of"),
        ("value = 720\n", "", "is not valid under any of the given schemas"),
        ("2027-11-30", "'soon'", "'soon' is not a 'date'"),
        ('"2023"', '"2023-13"', "does not match"),
        ('label = "Size"', 'label = " "', "' ' does not match"),
        ("quote =", "parts = [1]\nquote =", "1 is not of type 'string'"),
        ('"USD billion"', '"USD billions"', "'USD billions' is not one of"),
        ("[size-2023]", "[Size_2023]", "'Size_2023' does not match"),
        ("label =", "foo = 1\nlabel =", "Additional properties are not allowed ('foo' was unexpected)"),
    ],
)  # fmt: skip
def test_each_fault_of_a_figure_is_seen_by_its_schema(old: str, new: str, message: str | None) -> None:
    found = problems("figures", FIGURE.replace(old, new, 1))
    assert found == [] if message is None else any(message in each for each in found), found


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("sources", SOURCE.replace('"value"', '"all"'), "'all' is not one of ['value', 'table', 'none']"),
        ("sources", SOURCE + 'url = "www.example.org"\n', "'www.example.org' does not match"),
        (
            "glossary",
            '[a]\nterm = "edge"\ndefinition = "Where it ends."\nalso = "rim"\n',
            "'rim' is not of type 'array'",
        ),
        ("claims", '[a]\nsays = "It is."\nby = "maker-2024"\n', "'verdict' is a required property"),
    ],
)
def test_faults_of_sources_and_claims_are_seen(name: str, text: str, message: str) -> None:
    [problem] = problems(name, text)
    assert message in problem


def test_the_schemas_that_editors_read_are_those_that_the_dataclasses_give(tmp_path: Path) -> None:
    """If this fails, run `python -m publishing.export`."""
    write_schemas(tmp_path)
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "data" / "schemas").iterdir()}
    assert kept == {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}


def test_the_site_serves_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publishing.export.records.rows_of", lambda name: ROWS)
    write_api(tmp_path, contents())
    served = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "api" / "schemas").iterdir()}
    assert served == schemas()


def test_an_editor_finds_a_schema_for_every_file_that_has_one() -> None:
    rules: list[dict[str, Any]] = tomllib.loads((ROOT / ".taplo.toml").read_text("utf-8"))["rule"]
    found = {}
    for rule in rules:
        left_out = {path for pattern in rule.get("exclude", []) for path in ROOT.glob(pattern)}
        for path in (path for pattern in rule["include"] for path in ROOT.glob(pattern) if path not in left_out):
            assert path not in found and (ROOT / rule["schema"]["path"]).exists()
            found[path.name] = Path(rule["schema"]["path"]).stem
    assert found == FILES


@pytest.mark.parametrize("cls", RECORDS.values())
def test_a_docstring_says_what_each_key_means(cls: type) -> None:
    assert [key.name for key in keys_of(cls).values() if not key.description] == []


def test_what_a_key_means_is_the_clauses_that_name_it() -> None:
    document = "A thing.\n\n`a` is one thing; its `b` is\nanother. Neither is `c`."
    assert [said_of(name, document) for name in ("a", "b", "c", "d")] == [
        "`a` is one thing.", "Its `b` is another.", "Neither is `c`.", "",
    ]  # fmt: skip


def not_told(text: str) -> list[str]:
    """The keys of records that a text names neither as code nor in an example, each with its kind of file."""
    asked = [(name, key) for name, cls in RECORDS.items() for key in keys_of(cls) if key != "id"]
    return [
        f"{name}: {key}"
        for name, key in asked
        if not re.search(rf"`{key}`|`{key} = |^ *{key} += |[{{ ]{key} = ", text, re.MULTILINE)
    ]


def test_contributing_names_every_key_that_a_record_may_hold() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert not_told(text) == []
    assert not_told(text.replace("| `bound` |", "| bound |")) == ["figures: bound"]
