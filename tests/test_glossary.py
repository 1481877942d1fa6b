"""The glossary: each rule of its file with its failing side, where a term is marked and where not, what the pages hold."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html
from markdown import Markdown

from data.figures import read_all
from data.glossary import FILE, Term, read_glossary
from publishing import ROOT
from publishing.check import findings
from publishing.glossary import draw_dialogs, draw_list, glossary
from publishing.glossary.marking import Forms, mark_first_uses
from publishing.places import address

PLANT = Term("plant-systems", "plant system", "Systems of a plant.", ("OT", "plant technology"), "plants.md#what")
EDITION = Term("edition", "edition", "One of several.")
BOTH = Term("it-ot", "IT/OT convergence", "The joining.", ("convergence",))
TERMS = [PLANT, EDITION, BOTH]
BUTTONS = "//button[@class='term']"
NO_TEXT = "h1 h2 h3 h4 a button table figure calculator-form section code pre aside"
INSIDE = " or ".join(f"ancestor::{tag}" for tag in NO_TEXT.split())


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small publication: one term, two pages, no figures."""
    for name in ("data", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "data" / FILE).write_text(WHOLE, "utf-8")
    (tmp_path / "docs" / "page.md").write_text("# Page\n\nThe first band of all.\n", "utf-8")
    (tmp_path / "docs" / "method.md").write_text("# Method\n\n## What a band is {#band}\n\nA band.\n", "utf-8")
    return tmp_path


WHOLE = """[band]
term       = "band"
also       = ["AB"]
definition = "The smallest and the largest."
more       = "method.md#band"
"""


def test_the_glossary_as_it_is_has_no_problem_and_enters_the_figures_as_none() -> None:
    terms, problems = read_glossary()
    assert problems == [] and len(terms) > 20 and not set(terms) & set(read_all().figures)


def test_a_whole_glossary_gives_no_finding(house: Path) -> None:
    assert findings(house) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("more ", "mroe ", "glossary.toml: band.mroe: There is no such key. Remove it, or correct its name. Did you mean “more”?"),
        ('term       = "band"\n', "", "glossary.toml: band.term: It is missing. Add term = …"),
        ('"The smallest and the largest."', '" "', "glossary.toml: band.definition: It is empty. Fill it in, or remove the key."),
        ("the largest", "$720 billion", "glossary.toml: band.definition: It holds an amount. Say it without; amounts belong to figures."),
        ("the largest", "half a percent, 0.5", "glossary.toml: band.definition: It holds an amount. Say it without; amounts belong to figures."),
        ("the largest", "the largest " * 25, "glossary.toml: band.definition: It has 54 words. Say it in at most 50, and name a page in more."),
        ("[band]", "[Band]", "glossary.toml: Band: An id has small letters, digits and single hyphens. Rename it."),
        ('["AB"]', '["A&B"]', "glossary.toml: band.also: “A&B” cannot be found in a text. Write words of letters, with single spaces, hyphens or slashes between them."),
        ('["AB"]', '[""]', "glossary.toml: band.also: “” cannot be found in a text. Write words of letters, with single spaces, hyphens or slashes between them."),
        ('["AB"]', '["bands"]', "glossary.toml: band.also: “bands” is found as “band” already. Remove it."),
        ("#band", "#bond", "data/glossary.toml: band.more: There is no heading “bond” on method.md. Name one as its address does. Did you mean “band”?"),
        ("method.md#band", "methods.md#band", "data/glossary.toml: band.more: There is no page “methods.md”. Name a file below docs/."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_term_is_told(house: Path, old: str, new: str, told: str) -> None:
    assert old in WHOLE
    (house / "data" / FILE).write_text(WHOLE.replace(old, new, 1), "utf-8")
    assert told in [str(each.problem) for each in findings(house)]


@pytest.mark.parametrize(
    ("form", "same", "problem"),
    [
        ("term = “Bands”", "band", "“Bands” is the same word as “band” of band."),  # a capital at the sentence's start
        ("term = “band”", "band", "“band” is the same word as “band” of band."),
        ("term = “ab”", "AB", "“ab” is the same word as “AB” of band."),  # “ab” is found in any case
        ("also = “AB”", "AB", "“AB” is the same word as “AB” of band."),
    ],
)
def test_a_word_of_two_terms_is_told(house: Path, form: str, same: str, problem: str) -> None:
    key, _, word = form.replace("”", "").partition(" = “")
    keys = f'term = "{word}"\n' if key == "term" else f'term = "second"\nalso = ["{word}"]\n'
    (house / "data" / FILE).write_text(f'{WHOLE}[other]\n{keys}definition = "Another."\n', "utf-8")
    told = [str(each.problem) for each in findings(house)]
    assert told == [f"glossary.toml: other.{key}: {problem} Keep it at one of the two."]


def test_words_that_no_text_could_mean_both_of_are_two(house: Path) -> None:
    other = '[other]\nterm = "Ab"\ndefinition = "Another."\n'
    (house / "data" / FILE).write_text(WHOLE + other, "utf-8")
    (house / "docs" / "page.md").write_text("# Page\n\nAn AB is no Ab.\n", "utf-8")
    assert findings(house) == []


@pytest.mark.parametrize(
    "text",
    ["# The band", "| band |\n| --- |\n| band |", "`band`", "```text\nband\n```", "<!-- band -->", "bandage, band-aid", "[band](method.md)"],
)  # fmt: skip
def test_a_term_that_stands_in_no_page_s_text_is_told(house: Path, text: str) -> None:
    (house / "docs" / "page.md").write_text(f"---\ntitle: Band\n---\n\n{text}\n", "utf-8")
    assert [str(each.problem) for each in findings(house)] == [
        "data/glossary.toml: band: No page uses it. Use “band” in the text of a page other than method.md, which explains it, or remove the term."
    ]


def test_a_term_without_a_page_of_its_own_is_told_in_fewer_words(house: Path) -> None:
    (house / "data" / FILE).write_text(WHOLE + '[other]\nterm = "sash"\ndefinition = "Another."\n', "utf-8")
    assert [str(each.problem) for each in findings(house)] == [
        "data/glossary.toml: other: No page uses it. Use “sash” in the text of a page or remove the term."
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An edition, two Editions.", ["edition", "Editions"]),
        ("OT, not ot or Ot; no OTs.", ["OT"]),
        ("plant\nsystems", ["plant\nsystems"]),
        ("IT/OT convergence, then Convergence", ["IT/OT convergence", "Convergence"]),  # the longest first
        ("OT-heavy, non-OT, IT/OT, editions2, coedition", []),
        ("(OT) “edition” OT's", ["OT", "edition", "OT"]),
    ],
)
def test_a_term_is_found_as_a_whole_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for _, start, end in Forms(TERMS).uses(text)] == found


def test_without_terms_nothing_is_found() -> None:
    assert list(Forms([]).uses("anything")) == []


def marked(text: str, place: str = "page.md") -> str:
    """A page's paragraphs after marking, with each button as {form}."""
    root = ElementTree.fromstring(f"<div>{text}</div>")
    mark_first_uses(root, TERMS, place)
    html = ElementTree.tostring(root, "unicode").removeprefix("<div>").removesuffix("</div>")
    return re.sub(r"<button [^>]*>(.*?)</button>", r"{\1}", html)


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("<p>No OT, no edition, OT again.</p>", "<p>No {OT}, no {edition}, OT again.</p>"),
        ("<p>plant technology, OT</p><p>OT</p>", "<p>{plant technology}, OT</p><p>OT</p>"),  # one term, whatever its name
        ("<p>a <em>first edition</em> of OT<br /> and convergence.</p>", "<p>a <em>first {edition}</em> of {OT}<br /> and {convergence}.</p>"),
        ("<ul><li><strong>Editions.</strong> OT</li></ul>", "<ul><li><strong>{Editions}.</strong> {OT}</li></ul>"),
        ("<h2>OT</h2><p>and OT</p>", "<h2>OT</h2><p>and {OT}</p>"),
        ('<p><a href="x">OT</a> and OT</p>', '<p><a href="x">OT</a> and {OT}</p>'),
        ("<p><a><em>OT</em></a> <code>OT</code> <span>OT</span></p>", "<p><a><em>OT</em></a> <code>OT</code> <span>OT</span></p>"),
        ("<table><thead><tr><th>OT</th></tr></thead><tbody><tr><td>OT</td></tr></tbody></table><p>OT</p>", "<table><thead><tr><th>OT</th></tr></thead><tbody><tr><td>OT</td></tr></tbody></table><p>{OT}</p>"),
    ],
)  # fmt: skip
def test_the_first_use_in_the_text_is_marked_and_nothing_else_changes(text: str, becomes: str) -> None:
    assert marked(text) == becomes


@pytest.mark.parametrize("place", ["glossary.md", "plants.md"])
def test_neither_the_glossary_nor_the_page_that_explains_a_term_marks_it(place: str) -> None:
    assert "{OT}" not in marked("<p>OT</p>", place) and "{OT}" in marked("<p>OT</p>", "sub/plants.md")


@pytest.fixture
def md(monkeypatch: pytest.MonkeyPatch) -> Markdown:
    """Our Markdown, with the terms of these tests."""
    monkeypatch.setattr("publishing.markdown.glossary", lambda: {term.id: term for term in [EDITION, BOTH]})
    return Markdown(extensions=["publishing.markdown", "smarty", "attr_list", "pymdownx.superfences"])


def test_a_page_carries_the_definitions_it_opens_after_its_references_and_cards(md: Markdown) -> None:
    page = md.convert('The "edition" of [$720 billion](figure:convergence-market-2023); another edition.')
    button = '<button aria-haspopup="dialog" class="term" popovertarget="term-edition" type="button">edition</button>'
    assert (
        f'<p>The &ldquo;<span class="held">{button}&rdquo;</span> of <span class="held"><button' in page
        and page.count('class="term"') == 1
    )
    assert re.findall(r'<(?:section|aside)[^>]*?class="(\w+)"', page) == ["references", "notes", "card", "definition"]
    assert "&lt;" not in page


def test_a_new_page_begins_without_the_last_one_s_terms(md: Markdown) -> None:
    assert md.convert("An edition.").count('<section class="definition"') == 1
    assert md.reset().convert("Nothing.") == "<p>Nothing.</p>"
    assert md.reset().convert("An edition.").count('class="term"') == 1


def test_what_a_fence_draws_is_left_alone(md: Markdown) -> None:
    assert "term" not in md.convert("```text\nedition\n```\n\n## Edition {#edition}\n\n`edition`")


def test_a_definition_is_a_dialog_with_its_name_its_text_and_the_ways_on() -> None:
    term = glossary()["operational-technology"]
    [aside] = html.fragments_fromstring(str(draw_dialogs([term], "growth.md")), no_leading_text=True)
    assert aside.attrib["role"] == "dialog" and {"popover", "data-search-exclude"} <= set(aside.attrib)
    name, text = (aside.get_element_by_id(aside.attrib[key]) for key in ("aria-labelledby", "aria-describedby"))
    assert name.text_content() == "Operational technology also OT" and text.text_content() == term.definition
    assert [link.attrib["href"] for link in aside.iter("a")] == [
        "../convergence/",
        "../glossary/#operational-technology",
    ]
    [close] = aside.iter("button")
    assert close.attrib["popovertargetaction"] == "hide" and "autofocus" in close.attrib


def test_the_list_holds_every_term_by_alphabet_with_a_place_of_its_own() -> None:
    [listed] = html.fragments_fromstring(str(draw_list(glossary().values(), "glossary.md")), no_leading_text=True)
    entries = [(entry.attrib["id"], entry.text.strip()) for entry in listed.iter("dt")]
    assert sorted(entries, key=lambda entry: entry[1].casefold()) == entries
    assert dict(entries) == {term.id: term.title for term in glossary().values()}
    assert len(list(listed.iter("dd"))) == len(entries)


def pages_of(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of the built site by its address."""
    return {f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./"): html.parse(path).getroot() for path in site.rglob("index.html")}  # fmt: skip


def own(ids: list[str]) -> list[str]:
    """Those of the page itself, not of the specimens that the page of components shows."""
    return [each for each in ids if not each.startswith("specimen-")]


@pytest.mark.slow
def test_on_every_built_page_each_button_has_its_definition_and_each_definition_its_button(site: Path) -> None:
    opened = set()
    for place, page in pages_of(site).items():
        asked = [button.attrib["popovertarget"] for button in page.xpath(BUTTONS)]
        held = [aside.attrib["id"] for aside in page.xpath("//section[@class='definition']")]
        assert own(asked) == own(held) and len(set(held)) == len(held), place
        opened |= {name.removeprefix("term-") for name in own(held)}
    assert opened == set(glossary())


@pytest.mark.slow
def test_on_every_built_page_terms_stand_in_text_alone(site: Path) -> None:
    for place, page in pages_of(site).items():
        assert page.xpath(f"{BUTTONS}[{INSIDE}]") == [], place
    assert pages_of(site)[address("glossary.md")].xpath(BUTTONS) == []


@pytest.mark.slow
def test_where_definitions_lead_there_is_a_place(site: Path) -> None:
    pages = pages_of(site)
    for place, page in pages.items():
        for link in page.xpath("//section[@class='definition']//a | //dl[@class='glossary']//a"):
            path, _, anchor = link.attrib["href"].partition("#")
            target = pages[
                f"{(site / place / path).resolve().relative_to(site.resolve()).as_posix()}/".removeprefix("./")
            ]
            assert not anchor or target.get_element_by_id(anchor, None) is not None, (place, link.attrib["href"])


@pytest.mark.slow
def test_search_finds_sentences_whole_and_no_definition_twice(site: Path) -> None:
    entries = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    texts = {entry["location"]: entry["text"] for entry in entries}
    assert (
        "joins a company\u2019s information technology (IT) with its operational technology (OT), the systems"
        in texts["#what-is-counted"]
    )
    definition = glossary()["operational-technology"].definition
    assert [place for place, text in texts.items() if definition in text] == [address("glossary.md")]


def test_the_page_of_all_terms_asks_for_the_list() -> None:
    assert "\n```glossary\n```\n" in (ROOT / "docs" / "glossary.md").read_text("utf-8")
