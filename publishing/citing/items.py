"""What a citation says, as one item of CSL-JSON 1.0.2 from which text, BibTeX and RIS are all written.

A figure is credited to its producer, with the publication that holds it as its container; this site is its
compiler, and the release its version. A figure worked out here is credited to this site, and its note names the
producers beneath it. The note says what the number describes, how well it stands and what speaks against it.
Left out on purpose: `accessed`, which only the reader knows, and the address where the site's own is not known.
"""

import os
from typing import Any

from calculators import knowledge
from calculators.contract.release import release
from data.knowledge import Figure, Source
from publishing.citations import csl_json
from publishing.places import address, figure_place
from publishing.words import joined, producers, standing_of, when_of, worked_out

SITE = "IT/OT convergence: how big is it?"
CONTRIBUTORS = f"The contributors to “{SITE}”"
STANDS = {
    "confirmed": "Confirmed in the publisher’s own words, as quoted.",
    "second-hand": "Second-hand: a report of the source was read, the source itself was not.",
    "as-reported": "As reported: the original was not seen.",
    "conflicting": "Conflicting: what was read of the source says something else.",
    "unsourced": "Unsourced: nobody is named for it.",
}
COPIED = "Confirmed in the publisher’s own words, as quoted from a third party’s copy."
Item = dict[str, Any]


def cited(figure: Figure) -> Item:
    """The figure as one item."""
    item: Item = {"id": figure.id, "type": "dataset", "title": title_of(figure)}
    if figure.kind == "derived":
        item |= {"author": [{"literal": CONTRIBUTORS}], "publisher": SITE, "container-title": SITE}
    else:
        source = cited_source(knowledge().source_of(figure))
        item |= {key: source[key] for key in ("author", "publisher", "issued") if key in source}
        item |= {"container-title": source["title"], "compiler": [{"literal": SITE}]}
    return item | {"version": release(), "note": note_of(figure)} | _at(figure_place(figure.id))


def cited_source(source: Source) -> Item:
    """The publication as one item, with its authors' names in parts; its publisher stands for unnamed authors."""
    authors = [name_of(author) for author in source.authors] or [{"literal": source.publisher}]
    return csl_json(source) | {"author": authors}


def cited_page(title: str, place: str) -> Item:
    """The page at `place` as one item."""
    item: Item = {"id": f"itot-{place.removesuffix('.md').replace('/', '-')}", "type": "webpage", "title": title}
    ours = {"author": [{"literal": CONTRIBUTORS}], "container-title": SITE, "version": release()}
    return item | ours | _at(place)


def title_of(figure: Figure) -> str:
    """What is measured and what it comes to: "Share of the convergence market in all IT and OT spending: 14%"."""
    return f"{figure.label}: {figure.phrase}" if figure.value is not None else figure.label


def note_of(figure: Figure) -> str:
    """What the number describes, how it came about, how it stands, where it was read, what speaks against it."""
    said = [f"{figure.scope}, {when_of(figure)}."]
    doubt = [f"Doubt: {figure.doubt}"] if figure.doubt else []
    if figure.kind == "derived":
        said.append(f"Worked out from numbers of {joined(producers(figure))}: {worked_out(figure)}.")
        return " ".join([*said, standing_of(figure), *doubt])
    copied = figure.standing == "confirmed" and figure.via
    said.append(COPIED if copied else STANDS[figure.standing])
    if figure.via:
        read = knowledge().sources[figure.via]
        said.append(f"Read in “{read.title}” ({read.publisher}).")
    return " ".join([*said, *doubt])


def name_of(author: str) -> dict[str, str]:
    """A person's name in parts, where there are just two; else as it is written, since a guess may be wrong."""
    given, *rest = author.split()
    return {"family": rest[0], "given": given} if len(rest) == 1 else {"literal": author}


def url_of(path: str) -> str | None:
    """The full address of a path below the site's root; None where the build was not told the site's address."""
    root = os.environ.get("SITE_URL")
    return f"{root.rstrip('/')}/{path}" if root else None


def _at(place: str) -> Item:
    url = url_of(address(place))
    return {"URL": url} if url else {}
