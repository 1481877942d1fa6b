"""JSON-LD: every figure a Dataset that schema.org and Google can read; what is not known is left out."""

import json
import re
from typing import Any

import pytest
from pyld.jsonld import JsonLdError

from calculators import knowledge
from data.knowledge import Figure
from publishing.citing import draw_catalog, draw_citing, draw_page_citing
from publishing.citing.dataset import Node, dataset_of, place_of, script, website, whole_catalog
from tests.schemaorg import RECOMMENDED, expanded, faults

FIGURES = knowledge().figures
ADDRESS = "https://example.org/repo/"
LEFT_OUT = {
    "alternateName": "a figure has one name",
    "funder": "who paid is not known; what the publisher sells stands on the page",
    "hasPart": "the parts of a sum are figures of their own, no parts of this record",
    "isPartOf": "includedInDataCatalog says it",
    "sameAs": "no other page describes the same record",
}
WHERE_KNOWN = {"measurementTechnique", "spatialCoverage"}


@pytest.fixture(params=[ADDRESS, ""], ids=["at an address", "without one"])
def address(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SITE_URL", request.param)
    return str(request.param)


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> Node:
    monkeypatch.setenv("SITE_URL", ADDRESS)
    return dataset_of(FIGURES["convergence-market-2023"])


@pytest.mark.slow
def test_every_figure_is_a_dataset_without_faults(address: str) -> None:
    found = {name: faults(dataset_of(figure)) for name, figure in FIGURES.items()}
    assert {name: each for name, each in found.items() if each} == {}


def test_the_catalog_and_the_site_are_without_faults(address: str) -> None:
    assert faults(whole_catalog()) == [] and faults(website()) == []


def test_every_property_that_google_recommends_is_given_or_left_out_for_a_reason(whole: Node) -> None:
    given = {name: set(dataset_of(figure)) for name, figure in FIGURES.items()}
    always = set.intersection(*given.values())
    assert RECOMMENDED - always == set(LEFT_OUT) | WHERE_KNOWN
    assert all(any(name in each for each in given.values()) for name in WHERE_KNOWN)


def test_without_an_address_of_the_site_no_address_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "")
    node = dataset_of(FIGURES["convergence-market-2023"])
    assert "url" not in node and "distribution" not in node and "url" not in node["maintainer"]
    assert "None" not in json.dumps(node)


def test_a_figure_s_dataset_says_who_made_it_and_where_it_lies(whole: Node) -> None:
    assert whole["creator"] == [{"@type": "Organization", "name": "IoT Analytics"}]
    assert whole["url"] == f"{ADDRESS}figures/convergence-market-2023/"
    assert whole["distribution"]["contentUrl"] == f"{ADDRESS}api/figures/convergence-market-2023.json"
    assert whole["license"] == {"@type": "CreativeWork", "name": "All rights reserved; single values are cited."}
    assert whole["variableMeasured"] == {
        "@type": "PropertyValue", "name": "Technologies affected by IT/OT convergence, world market",
        "unitText": "USD billion", "value": 720, "minValue": 715, "maxValue": 725,
    }  # fmt: skip


def test_a_rate_over_years_covers_them_all() -> None:
    assert dataset_of(FIGURES["convergence-growth"])["temporalCoverage"] == "2023/2030"
    assert dataset_of(FIGURES["convergence-market-2023"])["temporalCoverage"] == "2023"


def test_named_authors_stand_beside_their_publisher() -> None:
    creators = dataset_of(next(each for each in FIGURES.values() if each.source == "ibm-breach-2024"))["creator"]
    assert creators == [
        {"@type": "Organization", "name": "IBM"},
        {"@type": "Person", "name": "Jonathan Reed", "givenName": "Jonathan", "familyName": "Reed"},
    ]


def test_a_figure_worked_out_here_is_this_site_s_and_rests_on_every_source_beneath() -> None:
    node = dataset_of(FIGURES["it-ot-gap-2023-edition-2024-01"])
    assert node["creator"] == [node["maintainer"]] and "datePublished" not in node
    assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"
    read, said = node["isBasedOn"], " ".join(node["citation"])
    assert [work["publisher"]["name"] for work in read] == ["The article that prompted this site", "SiliconANGLE"]
    assert "IoT Analytics" in said and "Gartner" in said, "the originals are cited and were not read"
    assert "minValue" not in node["variableMeasured"]


def test_a_mark_is_a_bound_and_no_value() -> None:
    measured = dataset_of(FIGURES["convergence-mark-2027"])["variableMeasured"]
    assert measured["minValue"] == 1000 and "value" not in measured and "maxValue" not in measured


def test_a_table_has_a_unit_and_no_rows() -> None:
    measured = dataset_of(FIGURES["gartner-it-edition-2024-01"])["variableMeasured"]
    assert set(measured) == {"@type", "name", "unitText"}


@pytest.mark.parametrize(
    ("scope", "place"),
    [
        ("World", "World"),
        ("World, industries with much OT", "World"),
        ("Large manufacturers in the United States", "United States"),
        ("Manufacturers; United States or world, not settled", None),
        ("Places not seen", None),
    ],
)
def test_a_place_is_named_only_where_the_scope_names_one(scope: str, place: str | None) -> None:
    assert place_of(scope) == (place and {"@type": "Place", "name": place})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"descripton": "x"}, ["descripton: schema.org has no such property here, and it was lost."]),
        (
            {"description": "Too short."},
            ["Dataset.description: 10 characters; Google wants 50 to 5000."],
        ),
        ({"name": None}, ["Dataset.name: Google requires it."]),
        ({"description": None}, ["Dataset.description: Google requires it."]),
        (
            {"license": "All rights reserved."},
            ["Dataset.license: {'@id': 'All rights reserved.'} is none of CreativeWork, URL."],
        ),
        (
            {"url": "../figures/x/"},
            ["Dataset.url: {'@id': '../figures/x/'} is none of URL."],
        ),
        (
            {"isAccessibleForFree": "yes"},
            ["Dataset.isAccessibleForFree: {'@value': 'yes'} is none of Boolean."],
        ),
        (
            {"datePublished": "November 2024"},
            [
                "Dataset.datePublished: {'@type': 'http://schema.org/Date', '@value': 'November 2024'}"
                " is none of Date, DateTime."
            ],
        ),
        (
            {"creator": {"@type": "Place", "name": "Somewhere"}},
            [
                "Dataset.creator: {'@type': ['http://schema.org/Place'], 'http://schema.org/name':"
                " [{'@value': 'Somewhere'}]} is none of Organization, Person."
            ],
        ),
        ({"unitText": "USD"}, ["Dataset.unitText: Dataset has no such property here."]),
        (
            {"distribution": {"@type": "DataDownload", "encodingFormat": "text/csv"}},
            ["DataDownload.contentUrl: Google requires it."],
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_a_broken_copy_fails(whole: Node, change: dict[str, Any], told: list[str]) -> None:
    broken = {name: said for name, said in (whole | change).items() if said is not None}
    assert faults(whole) == [] and faults(broken) == told


def test_a_misspelled_type_fails(whole: Node) -> None:
    broken = whole | {"spatialCoverage": {"@type": "Plase", "name": "World"}}
    assert any("is none of Place." in fault for fault in faults(broken))


def test_nothing_but_the_vendored_context_is_loaded(whole: Node) -> None:
    with pytest.raises(JsonLdError, match="loading remote context failed"):
        expanded(whole | {"@context": "https://example.org/"})


def test_no_text_can_end_the_block_or_open_a_comment() -> None:
    block = script({"name": "</script><!-- <b>"})
    assert block.count("<") == 2 and block.count("\\u003c") == 3
    assert json.loads(block.partition(">")[2].rpartition("<")[0]) == {"name": "</script><!-- <b>"}


def test_every_page_of_a_figure_the_list_and_the_first_page_carry_their_block() -> None:
    figure = Figure(**{**vars(FIGURES["convergence-market-2023"]), "note": "</script><script>alert(1)"})
    assert data_in(draw_citing(figure)) == [dataset_of(figure)]
    assert data_in(draw_catalog()) == [whole_catalog()]
    assert data_in(draw_page_citing("How big?", "index.md")) == [website()]
    assert data_in(draw_page_citing("Growth", "growth.md")) == []


def data_in(html: str) -> list[Node]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
