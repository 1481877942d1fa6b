"""The files for programs: every figure whole, in one form, and the same bytes each time."""

import dataclasses
import json
import math
from pathlib import Path
from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.release import release
from data.knowledge import Figure
from data.units import twelve
from publishing.claims import checked_claims
from publishing.export import write_api
from publishing.export.contents import Contents, read_contents
from publishing.export.records import LAST, ORDER, figure_record, plain
from publishing.places import address
from publishing.relations import claims_of, editions_of
from publishing.uses import Use
from tests.given_away import contents

USES = {"convergence-market-2023": [Use("", "Home"), Use("calculators/market-growth/", "Market growth")]}


@pytest.fixture(scope="module")
def whole() -> Contents:
    return read_contents(USES)


@pytest.fixture(scope="module")
def written(whole: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_api(folder, whole)
    return folder / "api"


def read(path: Path) -> Any:
    """A file's content; a number that JSON does not have is an error."""
    return json.loads(path.read_text("utf-8"), parse_constant=lambda word: pytest.fail(f"{path.name} holds {word}"))


@pytest.mark.slow
def test_every_file_names_its_schema_and_the_release(written: Path) -> None:
    files = [path for path in written.rglob("*.json") if path.parent.name != "schemas"]
    assert len(files) == 4 + len(knowledge().figures)
    assert {(content["schema"], content["release"]) for content in map(read, files)} == {(1, release())}


@pytest.mark.slow
def test_every_figure_has_the_same_keys_in_the_same_order(written: Path) -> None:
    records = read(written / "figures.json")["figures"]
    assert [each["id"] for each in records] == list(knowledge().figures)
    assert {tuple(each) for each in records} == {tuple(records[0])}
    fields = {field.name.rstrip("_") for field in dataclasses.fields(Figure)}
    assert fields < set(records[0]) and tuple(records[0])[: len(ORDER)] == ORDER and tuple(records[0])[-2:] == LAST


def test_a_key_that_the_order_does_not_know_comes_after_those_that_it_does() -> None:
    @dataclasses.dataclass(frozen=True)
    class More(Figure):
        extra: str | None = "more"

    given = contents()
    more = More(**dataclasses.asdict(given.known.figures["open"]))
    record = figure_record(more, given)
    assert list(record)[-3:] == ["extra", *LAST] and record["extra"] == "more"


@pytest.mark.slow
def test_every_number_is_that_of_the_record(written: Path) -> None:
    for record in read(written / "figures.json")["figures"]:
        figure = knowledge().figures[record["id"]]
        assert record["value"] == (None if figure.value is None else twelve(figure.value))
        assert record["text"] == (None if figure.value is None else figure.phrase)
        assert (record["unit"], record["source"], record["as_of"]) == (figure.unit, figure.source, figure.as_of)
        assert record["review_by"] == figure.review_by.isoformat()


@pytest.mark.slow
def test_the_market_of_2023_is_what_its_source_says(written: Path) -> None:
    """720, rounded to tens, so 715 to 725."""
    [record] = [each for each in read(written / "figures.json")["figures"] if each["id"] == "convergence-market-2023"]
    assert (record["value"], record["unit"], record["low"], record["high"]) == (720, "USD billion", 715, 725)
    assert record["text"] == "$720 billion" and record["page"] == "figures/convergence-market-2023/"
    assert record["used_by"] == {
        "pages": [{"title": "Home", "page": "./"}],
        "calculators": [{"title": "Market growth", "page": "calculators/market-growth/"}],
    }


@pytest.mark.slow
def test_a_mark_and_a_number_worked_out_here_have_no_bounds_of_rounding(written: Path) -> None:
    records = {each["id"]: each for each in read(written / "figures.json")["figures"]}
    mark, derived = records["convergence-mark-2027"], records["convergence-share-2023"]
    assert (mark["bound"], mark["low"], mark["high"]) == ("above", None, None)
    assert (derived["kind"], derived["low"], derived["high"]) == ("derived", None, None)
    assert derived["from"] == "{convergence-market-2023} / {total-it-ot-2023} * 100"
    assert derived["rests_on"] == ["convergence-market-2023", "total-it-ot-2023"]


@pytest.mark.slow
def test_a_table_that_may_not_be_published_again_has_no_rows(written: Path) -> None:
    tables = [each for each in read(written / "figures.json")["figures"] if each["series"]]
    assert len(tables) == 5 and {(each["value"], each["text"], each["rows"]) for each in tables} == {(None, None, None)}


@pytest.mark.slow
def test_each_figure_has_a_file_with_its_source_its_editions_and_the_claims_about_it(
    written: Path, whole: Contents
) -> None:
    records = {each["id"]: each for each in read(written / "figures.json")["figures"]}
    sources = {each["id"]: each for each in read(written / "sources.json")["sources"]}
    claims = {each["id"]: each for each in read(written / "claims.json")["claims"]}
    for name, figure in knowledge().figures.items():
        content = read(written / "figures" / f"{name}.json")
        assert content["figure"] == records[name] and content["source"] == sources[figure.source]
        assert content["editions"] == [each.id for each in editions_of(figure, knowledge())]
        about = claims_of(figure, [each.claim for each in checked_claims()])
        assert content["claims"] == [claims[each.id] for each in about]
    assert read(written / "figures" / "convergence-market-2023.json")["claims"]


@pytest.mark.slow
def test_a_source_is_an_item_of_csl_with_its_interest_and_its_terms(written: Path) -> None:
    sources = {each["id"]: each for each in read(written / "sources.json")["sources"]}
    assert list(sources) == list(knowledge().sources)
    said = sources["gartner-2024-01"]
    assert (said["type"], said["publisher"], said["issued"]) == ("report", "Gartner", {"date-parts": [[2024, 1, 17]]})
    assert said["custom"]["redistribute"] == "value" and said["custom"]["interest"].startswith("Sells")


@pytest.mark.parametrize(
    ("value", "said"), [(720.0, 720), (13.902699999999999, 13.9027), (1 / 3, 0.333333333333), (None, None), (("a",), ["a"]), (True, True)]
)  # fmt: skip
def test_a_number_has_twelve_digits_and_is_whole_where_it_is_whole(value: object, said: object) -> None:
    assert plain(value) == said and type(plain(value)) is type(said)


def test_a_number_that_json_cannot_write_stops_the_build(tmp_path: Path) -> None:
    from publishing.export.writing import write_json

    with pytest.raises(ValueError, match="JSON compliant"):
        write_json(tmp_path / "a.json", {"value": math.nan})


@pytest.mark.slow
def test_a_second_time_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    write_api(tmp_path, read_contents(USES))
    first, second = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.json")}
        for folder in (written, tmp_path / "api")
    )
    assert first == second


def test_an_address_is_given_in_full_where_the_site_has_one() -> None:
    ways = ["figures/open/", "./"]
    assert [contents(root="https://example.org/a").link(way) for way in ways] == [
        "https://example.org/a/figures/open/", "https://example.org/a/",
    ]  # fmt: skip
    assert [contents(root="").link(way) for way in ways] == ways


@pytest.mark.slow
def test_the_site_says_what_uses_each_figure(site: Path) -> None:
    """Held against the pages themselves: each that is named carries the figure's card, and lies where it says."""
    records = read(site / "api" / "figures.json")["figures"]
    used = {each["id"]: [*each["used_by"]["pages"], *each["used_by"]["calculators"]] for each in records}
    assert {"growth/", "calculators/market-growth/"} <= {use["page"] for use in used["convergence-market-2023"]}
    for name, uses in used.items():
        assert (site / address(f"figures/{name}.md") / "index.html").exists()
        for use in uses:
            assert f'id="card-{name}"' in (site / use["page"] / "index.html").read_text("utf-8")
