"""How to cite: a section on a figure's page, a fold at the foot of any other page, and files to download.

A figure's page says its citation in words, and as BibTeX, RIS and CSL-JSON, which also lie beside the page as
cite.bib, cite.ris and cite.json. Every other page folds up its own citation, in words and as BibTeX. A button
copies; without script the words can be selected, and no button shows.
"""

import json
from pathlib import Path

from markupsafe import Markup

from calculators import knowledge
from data.knowledge import Figure
from publishing.citing.bibtex import bibtex_of
from publishing.citing.dataset import dataset_of, script, website, whole_catalog
from publishing.citing.items import Item, cited, cited_page
from publishing.citing.ris import ris_of
from publishing.citing.text import text_of
from publishing.drawing import template

FIGURE = template("citing", "citing.html")
PAGE = template("citing", "page.html")
HOME = "index.md"
FILES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


def draw_citing(figure: Figure) -> Markup:
    """The section of a figure's page, with what search engines read."""
    item = cited(figure)
    html = FIGURE.render(figure=figure, text=text_of(item), files=FILES, written=files_of(item))
    return Markup(html) + script(dataset_of(figure))


def draw_catalog() -> Markup:
    """What search engines read of the list of all figures."""
    return script(whole_catalog())


def draw_page_citing(title: str, place: str) -> Markup:
    """The fold at the foot of the page at `place`; the first page tells search engines of the site."""
    item = cited_page(title, place)
    html = Markup(PAGE.render(text=text_of(item), bibtex=bibtex_of(item)))
    return html + script(website()) if place == HOME else html


def files_of(item: Item) -> dict[str, str]:
    """The item as a file of each kind, by the ending of its name."""
    csl = ",\n ".join(f"{json.dumps(name)}: {json.dumps(said, ensure_ascii=False)}" for name, said in item.items())
    return {"bib": bibtex_of(item), "ris": ris_of(item), "json": f"[{{\n {csl}\n}}]\n"}


def write_citations(folder: Path) -> None:
    """Write every figure's files beside its page, below `folder`."""
    for figure in knowledge().figures.values():
        beside = folder / "figures" / figure.id
        beside.mkdir(parents=True, exist_ok=True)
        for ending, text in files_of(cited(figure)).items():
            (beside / f"cite.{ending}").write_text(text, "utf-8", newline="")
