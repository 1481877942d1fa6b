"""What may be published again: one function decides, and no file for readers or programs holds more."""

from pathlib import Path

import pytest

from publishing.export import write_api
from publishing.export.permission import may_publish, sources_of, withheld
from publishing.export.records import claim_record, figure_record
from tests.given_away import ROWS, contents, figure, source

HIDDEN = ("66260", "66261", "66262", "66,26")
TABLE_ONLY = ("31337", "41414")


@pytest.mark.parametrize(
    ("permission", "value", "table"), [("none", False, False), ("value", True, False), ("table", True, True)]
)
def test_each_permission_lets_out_just_what_it_names(permission: str, value: bool, table: bool) -> None:
    one = source(permission)  # type: ignore[arg-type]  # one of its words, which parametrize cannot say
    assert (may_publish("value", [one]), may_publish("table", [one])) == (value, table)


def test_the_strictest_of_several_sources_counts() -> None:
    assert not may_publish("table", [source("table"), source("value")])
    assert not may_publish("value", [source("table"), source("none")])
    assert may_publish("value", [])


def test_a_figure_is_under_the_terms_of_all_that_it_rests_on_and_was_read_in() -> None:
    given = contents()
    named = {name: [each.id for each in sources_of(each, given.known)] for name, each in given.known.figures.items()}
    assert named["beneath"] == ["value", "none"] and named["read-there"] == ["value", "none"]
    assert named["open-later"] == ["value"]


def test_figures_that_name_each_other_still_have_terms() -> None:
    given = contents(figure("a", "value", 1, from_="{b}"), figure("b", "table", 1, from_="{a}"))
    assert [each.id for each in sources_of(given.known.figures["a"], given.known)] == ["value", "table"]


@pytest.mark.parametrize("name", ["withheld", "beneath", "read-there"])
def test_of_a_figure_that_may_not_be_published_stays_that_there_is_one_who_says_it_and_where(name: str) -> None:
    given = contents()
    record, free = (figure_record(given.known.figures[each], given) for each in (name, "open"))
    assert list(record) == list(free)
    assert (record["id"], record["label"], record["page"]) == (name, f"Size {name}", f"figures/{name}/")
    assert record["source"] and record["standing"] == "second-hand" and record["review_by"] == "2027-11-30"
    gone = ("value", "text", "low", "high", "rounded_to", "quote", "note", "from", "rests_on", "rows")
    assert {key: record[key] for key in gone} == dict.fromkeys(gone)
    assert not any(number in str(record) for number in HIDDEN)


def test_a_claim_by_or_about_what_is_withheld_keeps_only_its_name_and_verdict() -> None:
    given = contents()
    free, bound, about = (claim_record(each, given) for each in given.claims)
    assert free["says"] == "It was 27182." and free["why"] == "It is 27182."
    for record in (bound, about):
        assert (record["says"], record["why"], record["claimed"], record["link"]) == (None, None, None, None)
        assert record["verdict"] == "not-testable" and list(record) == list(free)


def test_withheld_leaves_a_record_alone_that_may_go_out() -> None:
    record = {"id": "a", "value": 1}
    assert withheld(record, [source("value")]) is record
    assert withheld(record, [source("none")]) == {"id": "a", "value": None}


def test_only_a_table_that_may_be_published_has_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publishing.export.records.rows_of", lambda name: ROWS)
    given = contents()
    rows = {kind: figure_record(given.known.figures[f"rows-{kind}"], given)["rows"] for kind in ("value", "table", "none")}  # fmt: skip
    assert rows == {"value": None, "table": ROWS, "none": None}


def test_no_file_of_the_api_holds_a_number_that_may_not_be_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publishing.export.records.rows_of", lambda name: ROWS)
    write_api(tmp_path, contents())
    held = {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.json")}
    assert [name for name, text in held.items() if any(number in text for number in HIDDEN)] == []
    assert [name for name, text in sorted(held.items()) if any(number in text for number in TABLE_ONLY)] == [
        "api/figures.json", "api/figures/rows-table.json",
    ]  # fmt: skip
    assert "27182" in held["api/figures/open.json"], "the test would see a number that got out"
