"""A figure as schema.org tells it to search engines: a Dataset in the site's DataCatalog, as JSON-LD.

Its creator is the producer, its maintainer this site; the release is its version. It is based on what was really
read, and cites who says the number. What is not known is left out: the site's own addresses where the build was not
told them, the place where the scope names none, the day of the last change. A number that the source only calls a
mark has a bound and no value. The terms of a producer are given in words, because they have no address; what is
worked out here is under CC BY.
"""

import json
from typing import Any

from markupsafe import Markup

from calculators import knowledge
from calculators.contract.release import release
from data.knowledge import Figure, Source
from data.units import twelve
from publishing.citing.items import CONTRIBUTORS, SITE, cited, cited_source, name_of, title_of, url_of
from publishing.citing.text import text_of
from publishing.places import address
from publishing.words import BOUNDS, KINDS, allowance, producers, standing_of, when_of

CONTEXT = "https://schema.org/"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS = ["IT/OT convergence", "information technology", "operational technology", "manufacturing"]
PLACES = ("World", "United States")
LIST = "figures.md"
Node = dict[str, Any]


def dataset_of(figure: Figure) -> Node:
    """The figure as a Dataset."""
    item, beneath = cited(figure), sources_of(figure)
    source, ours = knowledge().source_of(figure), figure.kind == "derived"
    return stated({
        "@context": CONTEXT, "@type": "Dataset",
        "name": title_of(figure), "description": described(figure), "identifier": figure.id,
        "url": item.get("URL"), "version": release(), "inLanguage": "en", "keywords": KEYWORDS,
        "creator": [site()] if ours else creators(source), "maintainer": site(),
        "datePublished": None if ours else source.published,
        "license": LICENSE if ours else node("CreativeWork", name=source.licence),
        "isAccessibleForFree": True, "creditText": text_of(item),
        "citation": [text_of(cited_source(each)) for each in beneath],
        "isBasedOn": [publication(each) for each in read_for(figure)],
        "temporalCoverage": "/".join(filter(None, [figure.since, figure.as_of])),
        "spatialCoverage": place_of(figure.scope),
        "measurementTechnique": None if ours else source.method, "variableMeasured": measured(figure),
        "includedInDataCatalog": catalog(), "distribution": download(figure),
    })  # fmt: skip


def described(figure: Figure) -> str:
    """The figure in sentences, from what it measures to what speaks against it."""
    amount = figure.phrase if figure.value is not None else "a table of numbers"
    whose = f"by {' and '.join(producers(figure))}" if figure.kind != "derived" else "from the numbers of others"
    said = [f"{figure.label}: {amount}. {figure.scope}, {when_of(figure)}; {KINDS[figure.kind]}, {whose}."]
    return " ".join(filter(None, [*said, allowance(figure), standing_of(figure), figure.doubt, figure.note]))


def measured(figure: Figure) -> Node:
    """What is measured: its name, its unit, and the number with what its published rounding allows."""
    variable = node("PropertyValue", name=figure.label, unitText=figure.unit)
    if figure.value is None:
        return variable
    if figure.bound:
        side = "minValue" if figure.bound == "above" else "maxValue"
        return variable | {side: figure.value, "description": BOUNDS[figure.bound]}
    if figure.rounded_to and figure.kind != "derived":
        variable |= zip(("minValue", "maxValue"), map(twelve, figure.allowed), strict=True)
    return variable | {"value": figure.value}


def place_of(scope: str) -> Node | None:
    """The place that a scope names; None where it says whom it covers, but not where."""
    where = scope.partition(",")[0]
    return next((node("Place", name=place) for place in PLACES if where.endswith(place)), None)


def sources_of(figure: Figure) -> list[Source]:
    """The publications that the number comes from, or those of all numbers beneath it."""
    known = knowledge()
    if figure.kind != "derived":
        return [known.source_of(figure)]
    found = [source for name in figure.named for source in sources_of(known.figures[name])]
    return list({source.id: source for source in found}.values())


def read_for(figure: Figure) -> list[Source]:
    """The publications that were really read for the number, or for all numbers beneath it: copies and reports, too."""
    known = knowledge()
    if figure.kind != "derived":
        return [known.sources[figure.via or figure.source]]
    found = [source for name in figure.named for source in read_for(known.figures[name])]
    return list({source.id: source for source in found}.values())


def publication(source: Source) -> Node:
    """A source as a work that the figure is taken from."""
    said = node("CreativeWork", name=source.title, url=source.url, datePublished=source.published)
    return said | {"publisher": organization(source.publisher)}


def creators(source: Source) -> list[Node]:
    """The publisher, and the authors where they are named."""
    people = [{"@type": "Person", "name": name, **_parts(name)} for name in source.authors]
    return [organization(source.publisher), *people]


def _parts(author: str) -> Node:
    name = name_of(author)
    return stated({"givenName": name.get("given"), "familyName": name.get("family")})


def catalog() -> Node:
    """The list of all figures."""
    return node("DataCatalog", name=f"Figures of “{SITE}”", url=url_of(address(LIST)))


def whole_catalog() -> Node:
    """The list of all figures, as its own page tells it."""
    count = len(knowledge().figures)
    told = (
        f"All {count} published numbers and tables behind “{SITE}”: who says each, in which words, how well it stands."
    )
    own = {"description": told, "creator": site(), "license": LICENSE, "version": release(), "keywords": KEYWORDS}
    return {"@context": CONTEXT} | catalog() | own


def website() -> Node:
    """The site, as its first page tells it."""
    return {"@context": CONTEXT} | node(
        "WebSite", name=SITE, url=url_of(""), inLanguage="en", publisher=site(), license=LICENSE, version=release()
    )


def site() -> Node:
    """Who compiles all of it."""
    return node("Organization", name=CONTRIBUTORS, url=url_of(""))


def organization(name: str) -> Node:
    """A publisher."""
    return node("Organization", name=name)


def download(figure: Figure) -> Node | None:
    """The figure as a file, where its address is known."""
    url = url_of(f"api/figures/{figure.id}.json")
    return node("DataDownload", contentUrl=url, encodingFormat="application/json") if url else None


def node(kind: str, **properties: Any) -> Node:
    """A node of this type with the properties that are known."""
    return stated({"@type": kind, **properties})


def stated(properties: Node) -> Node:
    """The properties without those that are not known."""
    return {name: value for name, value in properties.items() if value is not None}


def script(data: Node) -> Markup:
    """A block of data for a page; no text in it can end the block or open a comment."""
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>')
