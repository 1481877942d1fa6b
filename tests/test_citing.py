"""Citations: one item of CSL-JSON a figure, a source or a page, and the same in words, BibTeX and RIS, read back."""

import json
import re
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from markdown import Markdown

from calculators import knowledge
from calculators.contract.release import release
from data.knowledge import Figure, Source
from publishing import ROOT
from publishing.citing import draw_citing, draw_page_citing, files_of, write_citations
from publishing.citing.bibtex import MONTHS, bibtex_of, bibtex_of_source
from publishing.citing.items import (
    CONTRIBUTORS,
    SITE,
    Item,
    cited,
    cited_page,
    cited_source,
    name_of,
)
from publishing.citing.ris import ris_of, ris_of_source
from publishing.citing.text import text_of
from publishing.words import joined, producers

FIGURES = knowledge().figures
SOURCES = knowledge().sources
UNKNOWN_TO_THE_READER = {
    r"\textbraceleft{}": r"\{",
    r"\textbraceright{}": r"\}",
    r"\textminus{}": "−",
}  # LaTeX's own names
DECODING = LatexDecodingMiddleware()
ADDRESS = "https://example.org/repo/"


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", ADDRESS)


def figure(name: str = "convergence-market-2023", **changes: object) -> Figure:
    return Figure(**{**vars(FIGURES[name]), **changes})


def items() -> list[Item]:
    pages = [cited_page("Profit & loss: 5% of #1_{x}~y^z\\", "calculators/index.md")]
    return [*map(cited, FIGURES.values()), *map(cited_source, SOURCES.values()), *pages]


def written_names(item: Item) -> list[str]:
    return [name.get("literal") or f"{name['family']}, {name['given']}" for name in item["author"]]


def read_bibtex(text: str) -> dict[str, str]:
    """An entry as a program reads it: its fields' texts with TeX's commands undone, the address as it stands."""
    [raw] = bibtexparser.parse_string(text).entries
    for name, mark in UNKNOWN_TO_THE_READER.items():
        text = text.replace(name, mark)
    library = bibtexparser.parse_string(text, append_middleware=[DECODING])
    assert library.failed_blocks == []
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields} | {"key": entry.key, "type": entry.entry_type}
    return fields | {"url": raw["url"]} if "url" in fields else fields


def bibtex_faults(item: Item, text: str) -> list[str]:
    """What a program that reads `text` finds otherwise than `item` says it."""
    read = read_bibtex(text)
    date = [*item.get("issued", {}).get("date-parts", [[]])[0], None, None]
    expected = {
        "key": item["id"], "type": "misc", "title": item["title"], "author": " and ".join(written_names(item)),
        "year": date[0] and str(date[0]), "month": date[1] and MONTHS[date[1]],
        "note": item.get("note"), "url": item.get("URL"),
    }  # fmt: skip
    return [name for name, said in expected.items() if typed(read.get(name)) != typed(said)]


def typed(text: str | None) -> str | None:
    """A text in the marks that come back: one circumflex, and a straight mark for each single quotation mark."""
    return text and text.translate(str.maketrans({"ˆ": "^", "’": "'", "‘": "`"}))


def read_ris(text: str) -> dict[str, object]:
    [record] = rispy.loads(text)
    return dict(record)


def ris_faults(item: Item, text: str) -> list[str]:
    """What a program that reads `text` finds otherwise than `item` says it."""
    read = read_ris(text)
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    expected = {
        "id": item["id"], "title": item["title"], "authors": written_names(item),
        "secondary_title": item.get("container-title"), "year": str(date[0]) if date else None,
        "publisher": item.get("publisher"), "edition": item.get("version"),
        "urls": [item["URL"]] if "URL" in item else None,
        "notes": [item["note"], *read["notes"][1:]] if "note" in item else None,
    }  # fmt: skip
    return [name for name, said in expected.items() if read.get(name) != said]


def test_the_site_has_one_name() -> None:
    settings, citation = ((ROOT / name).read_text("utf-8") for name in ("mkdocs.yml", "CITATION.cff"))
    assert f'site_name: "{SITE}"' in settings and f'title: "{SITE}"' in citation
    assert CONTRIBUTORS.replace("“", '"').replace("”", '"') in citation


def test_a_figure_s_citation_credits_the_producer_names_the_compiler_and_carries_doubt() -> None:
    assert text_of(cited(FIGURES["convergence-market-2023"])) == (
        "IoT Analytics, November 2024. “Technologies affected by IT/OT convergence, world market: $720 billion.” "
        "In: IT/OT convergence: The 27 themes that define the future of industrial integration. World, 2023. "
        "Confirmed in the publisher’s own words, as quoted from a third party’s copy. "
        "Read in “IT/OT convergence: The 27 themes that define the future of industrial integration” "
        "(iottales.com, a third party). Doubt: The post counts three technologies: IT software, OT software and "
        "OT hardware. The article’s three parts, which add up to the same sum, hold data centers as well. "
        f"Compiled by “IT/OT convergence: how big is it?”, release {release()}. "
        "https://example.org/repo/figures/convergence-market-2023/"
    )


def test_a_figure_worked_out_here_is_credited_to_this_site_from_the_producers_numbers() -> None:
    item = cited(FIGURES["it-ot-gap-2023-edition-2024-01"])
    assert item["author"] == [{"literal": CONTRIBUTORS}] and "compiler" not in item and "issued" not in item
    assert "Worked out from numbers of IoT Analytics and Gartner: 5,140 − 4,678.847." in item["note"]
    assert text_of(item).startswith("“Total of IT and OT less Gartner’s IT spending as of January 2024: $")
    assert f"By its contributors, release {release()}." in text_of(item)


def test_producers_are_those_at_the_bottom_each_once() -> None:
    assert producers(FIGURES["convergence-share-without-consumer-lines-2023"]) == ["IoT Analytics", "Gartner"]
    assert producers(FIGURES["convergence-market-2023"]) == ["IoT Analytics"]


def test_names_are_listed_as_a_sentence_does() -> None:
    assert [joined(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_a_name_is_parted_only_where_that_is_no_guess() -> None:
    assert name_of("Kate Hardin") == {"family": "Hardin", "given": "Kate"}
    assert name_of("Ludwig van Beethoven") == {"literal": "Ludwig van Beethoven"}


def test_a_table_is_cited_by_its_name_without_a_number() -> None:
    assert cited(FIGURES["gartner-it-edition-2024-01"])["title"] == FIGURES["gartner-it-edition-2024-01"].label


def test_every_standing_is_said() -> None:
    for standing in ("confirmed", "second-hand", "as-reported", "conflicting", "unsourced"):
        assert standing[:8].capitalize() in cited(figure(standing=standing))["note"].replace(" ", "-")


def test_a_page_s_citation_names_its_title_the_site_and_the_release() -> None:
    item = cited_page("How fast does it grow?", "growth.md")
    assert text_of(item) == (
        "“How fast does it grow?” In: IT/OT convergence: how big is it? "
        f"By its contributors, release {release()}. https://example.org/repo/growth/"
    )
    assert cited_page("How big is it?", "index.md")["URL"] == ADDRESS


def test_without_an_address_of_the_site_no_citation_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "")
    for item in [*map(cited, FIGURES.values()), cited_page("Growth", "growth.md")]:
        assert "URL" not in item
        assert not [text for text in [text_of(item), *files_of(item).values()] if "://" in text or "None" in text]


def test_every_item_uses_only_types_and_variables_of_csl() -> None:
    """The lists of CSL 1.0.2 come with citeproc-py; `id` and `type` are CSL-JSON's own."""
    import citeproc

    lists = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    kinds, variables = (
        set(re.findall(r'"([^"]+)"', (lists / name).read_text("utf-8")))
        for name in ("csl-types.rnc", "csl-variables.rnc")
    )
    for item in items():
        assert item["type"] in kinds and set(item) - {"id", "type"} <= variables
    assert "publisher" in variables and "publisherr" not in variables


@pytest.mark.slow
def test_bibtex_of_every_figure_source_and_page_is_read_back_as_it_was_said() -> None:
    assert [(item["id"], faults) for item in items() if (faults := bibtex_faults(item, bibtex_of(item)))] == []


def test_bibtex_keeps_every_mark_that_tex_takes_for_its_own() -> None:
    marks = "A & B: 6.8% of $720 #1 a_b {x} ~y ^z \\w “q” – — ‘s’ −3 × 2 Schön é"
    text = bibtex_of(cited(figure(label=marks, doubt=marks)))
    assert bibtex_faults(cited(figure(label=marks, doubt=marks)), text) == []
    assert r"A \& B: 6.8\% of \$720 \#1 a\_b \textbraceleft{}x\textbraceright{}" in text


def test_bibtex_with_a_brace_too_many_is_still_one_entry() -> None:
    item = cited(figure(label="An { open one"))
    assert bibtex_faults(item, bibtex_of(item)) == []


@pytest.mark.parametrize(("mark", "field"), [("%", "title"), ("#", "title"), ("&", "title"), ("$", "title")])
def test_an_unescaped_mark_is_seen(mark: str, field: str) -> None:
    """TeX ends a line at a percent sign and takes the others for commands; the reader here undoes only the first."""
    item = cited(figure(label=f"One {mark} two"))
    text = bibtex_of(item)
    assert f"\\{mark}" in text
    broken = text.replace(f"One \\{mark}", f"One {mark}")
    assert unescaped(broken) == [mark] and unescaped(text) == []
    if mark == "%":
        assert field in bibtex_faults(item, broken)


def unescaped(bibtex: str) -> list[str]:
    """Marks of TeX that stand bare in an entry's texts; an address is read as it stands."""
    lines = [line for line in bibtex.splitlines() if not line.startswith("  url = ")]
    return re.findall(r"(?<!\\)[&%$#_^~]", "\n".join(lines).partition("\n")[2])


def test_no_bibtex_holds_a_bare_mark() -> None:
    assert [item["id"] for item in items() if unescaped(bibtex_of(item))] == []


def test_a_firm_s_name_is_not_parted_at_its_and() -> None:
    source = SOURCES["rockwell-8"]
    named = Source(**{**vars(source), "publisher": "Rockwell and Plex, Inc."})
    assert "author = {{Rockwell and Plex, Inc.}}," in bibtex_of_source(named)
    assert "author = {Gaus, Tim and Schlotterbeck, Michael}," in bibtex_of_source(SOURCES["deloitte-smart-2025"])


@pytest.mark.slow
def test_ris_of_every_figure_source_and_page_is_read_back_as_it_was_said() -> None:
    assert [(item["id"], faults) for item in items() if (faults := ris_faults(item, ris_of(item)))] == []


def test_ris_is_written_a_tag_a_line_as_the_format_asks() -> None:
    text = ris_of_source(SOURCES["gartner-2024-01"])
    lines = text.split("\r\n")
    assert lines[0] == "TY  - RPRT" and lines[-2:] == ["ER  - ", ""] and "DA  - 2024/01/17/" in lines
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert "DA  - 2024/11//" in ris_of(cited(FIGURES["convergence-market-2023"])).split("\r\n")


def test_a_text_of_two_lines_begins_no_tag_of_its_own() -> None:
    item = cited(figure(label="One\nAU  - Somebody else"))
    assert read_ris(ris_of(item))["authors"] == ["IoT Analytics"]
    assert "title" in ris_faults(item, ris_of(item).replace("One AU", "One\r\nAU"))


def test_an_address_with_a_semicolon_stays_one() -> None:
    item = {**cited(figure()), "URL": "https://example.org/a;b"}
    assert read_ris(ris_of(item))["urls"] == ["https://example.org/a%3Bb"]
    assert len(read_ris(ris_of(item).replace("%3B", ";"))["urls"]) == 2


def test_files_lie_beside_every_figure_s_page(tmp_path: Path) -> None:
    write_citations(tmp_path)
    assert len(list(tmp_path.rglob("cite.*"))) == 3 * len(FIGURES)
    folder, item = tmp_path / "figures" / "convergence-market-2023", cited(figure())
    assert json.loads((folder / "cite.json").read_bytes()) == [item]
    assert (folder / "cite.ris").read_bytes() == ris_of(item).encode()
    assert (folder / "cite.bib").read_bytes() == bibtex_of(item).encode()


@pytest.mark.slow
def test_every_button_copies_a_text_that_is_there_and_every_link_leads_to_a_file(tmp_path: Path) -> None:
    html = draw_citing(figure())
    assert set(re.findall(r'data-copies="([^"]+)"', html)) == set(re.findall(r' id="(cite-[a-z]+)"', html))
    write_citations(tmp_path)
    links = re.findall(r'href="([^"]+)" download="convergence-market-2023\.([a-z.]+)"', html)
    assert [link for link, _ in links] == ["cite.bib", "cite.ris", "cite.json"]
    assert all((tmp_path / "figures" / "convergence-market-2023" / link).exists() for link, _ in links)


def test_a_page_ends_with_how_to_cite_it_by_its_first_heading() -> None:
    md = Markdown(extensions=["toc", "publishing.markdown"])
    html = md.convert("# Profit & *loss*\n\nText.\n\n## Next\n")
    assert html.count("<details") == 1 and "“Profit &amp; loss.” In: IT/OT convergence" in html
    assert "data-search-exclude" in html and "@misc{itot-index," in html
    assert "<details" not in md.reset().convert("Text without a heading.")


def test_the_page_of_a_figure_is_cited_by_its_own_section_alone() -> None:
    from publishing.markdown import Endings

    md = Markdown(extensions=["toc", "publishing.markdown"])
    md.convert("# A figure\n")
    endings = md.treeprocessors["publication-endings"]
    assert isinstance(endings, Endings)
    assert endings.citing("figures/convergence-market-2023.md") == "" and endings.citing("figures.md")


def test_a_title_is_written_as_text() -> None:
    assert "<b>" not in draw_page_citing("<b>x</b>", "growth.md")


@pytest.mark.slow
def test_every_page_of_the_site_says_how_to_cite_it_once_and_the_missing_page_does_not(site: Path) -> None:
    pages = {path: path.read_text("utf-8") for path in site.rglob("index.html")}
    assert [path for path, html in pages.items() if html.count('id="cite-text"') != 1] == []
    assert 'id="cite-text"' not in (site / "404.html").read_text("utf-8")
    assert {path.parent.name for path in site.rglob("cite.bib")} == set(FIGURES)


@pytest.mark.slow
def test_citations_and_data_blocks_are_not_searched(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text("utf-8")
    assert "By its contributors" not in index and "@context" not in index and "How fast does it grow?" in index
