"""The words of the site: each rule with its failing case and the whole message, what `fix` mends, and what is let be."""

import re
from pathlib import Path

import pytest

from publishing import ROOT
from publishing.check import repair
from publishing.prose.copyediting import word_findings
from publishing.prose.wording import rules

HEAD = "---\ntitle: A page\ndescription: What it is.\n---\n\n# A page\n\n"
SAID = {  # one case and what is told of it, by rule
    "straight-apostrophe": (
        'label = "The maker\'s own"',
        "“maker's”: A straight apostrophe is shown as one here. Write ’",
    ),
    "exclamation": ("We found it!", "“it!”: Nothing here is exclaimed. End with a period."),
    "filler": ("That is simply so.", "“simply”: It adds nothing. Leave it out."),
    "inflated": (
        "Firms leverage data.",
        "“leverage”: A plain word says it. Write use, to, before, if, or what is meant.",
    ),
    "latin": (
        "Makers, e.g. of pumps.",
        "“e.g.”: Not every reader knows it. Write for example, that is, and so on, or against.",
    ),
    "pointing": ("Click the number.", "“Click the”: Not everybody has a pointer. Write press, or say where it leads."),
    "twice": (
        "It is in the\nthe table.",
        "“the the”: The word stands twice. Write it once, or put what is quoted into quotation marks.",
    ),
    "percent": ("It is 8.5 % now.", "“8.5 %”: Percentages are set in one way, without a space. Write 8.5%"),
    "hyphen-range": ("From 8-9 of them.", "“8-9”: A hyphen is no range. Write 8 to 9"),
    "dash-range": ("Some 8–9 of them.", "“8–9”: Ranges are said in words here. Write 8 to 9"),
    "half-percent-range": (
        "Some 8 to 9% of them.",
        "“8 to 9%”: A range has its percent sign at both ends. Write 8% to 9%",
    ),
    "half-money-range": (
        "It cost $5 to 6 million.",
        "“$5 to 6 million”: A range of money has its sign and its scale at both ends. Write $5 million to $6 million",
    ),
    "minus": ("It fell to -4 then.", "“-4”: A hyphen is no minus. Write −"),
    "date": (
        "On January 17, 2024 it said so.",
        "“January 17, 2024”: Days are written in one way. Write 17 January 2024",
    ),
    "year": ("It was so in 2,024.", "“in 2,024”: A year has no comma. Write in 2024"),
    "currency": ("It cost US$5 then.", "“US$5”: Dollars are written in one way in a sentence. Write $"),
    "dollars": (
        "It cost 5 billion US dollars then.",
        "“5 billion US dollars”: Dollars are written in one way in a sentence. Write $ before the number.",
    ),
    "scale": ("It cost 5bn then.", "“5bn”: Its scale is cut short. Write million, billion or trillion in full."),
    "ellipsis": ("And so on...", "“on...”: Three dots are one sign. Write …"),
    "american-spelling": (
        "A grey box.",
        "“grey”: It is spelled the British way. Write program, gray, canceled, catalog, while or license.",
    ),
    "house-spelling": (
        "A datacenter is a house.",
        "“datacenter”: Other pages spell it otherwise. See the list of words in CONTRIBUTING.md.",
    ),
    "compound": (
        "They sell data center systems.",
        "“data center systems”: Two words before a third are joined by a hyphen. Write data-center systems",
    ),
    "loose-compound": (
        "They own a data-center.",
        "“data-center”: Without a word after it there is no hyphen. Write data center",
    ),
}


def told(root: Path) -> list[str]:
    return [str(each.problem) for each in word_findings(root)]


def page(root: Path, text: str, head: str = HEAD) -> Path:
    path = root / "docs" / "page.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + text, "utf-8")
    return path


def record(root: Path, text: str) -> Path:
    path = root / "data" / "market.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_every_rule_of_wording_has_its_case_here() -> None:
    assert sorted(SAID) == sorted(rules())


@pytest.mark.parametrize("name", SAID)
def test_a_wording_is_told_with_place_thing_problem_and_way_out(tmp_path: Path, name: str) -> None:
    text, message = SAID[name]
    if rules()[name].as_written:
        record(tmp_path, text)
        place = "data/market.toml"
    else:
        page(tmp_path, text)
        place = "docs/page.md"
    (said,) = told(tmp_path)
    assert re.fullmatch(rf"{place}:\d+:\d+: {re.escape(message)}", said)


def test_the_place_told_is_the_line_and_the_column(tmp_path: Path) -> None:
    page(tmp_path, "All is well.\n\nIt is simply so.\n")
    assert told(tmp_path) == ["docs/page.md:10:7: “simply”: It adds nothing. Leave it out."]


def test_a_fix_mends_what_is_mechanical_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publishing.check.findings", lambda root: [])
    kept = record(tmp_path, 'quote = "the maker\'s -4 %"\nlabel = "The makers\' own, -4 % of it"\n')
    path = page(
        tmp_path, "The data center systems of 8-9 makers cost US$5 on January 17, 2024, simply.\n\n## It ends.\n"
    )
    repair(tmp_path)
    assert kept.read_text("utf-8") == 'quote = "the maker\'s -4 %"\nlabel = "The makers’ own, −4% of it"\n'
    mended = "The data-center systems of 8 to 9 makers cost $5 on 17 January 2024, simply.\n\n## It ends\n"
    assert path.read_text("utf-8") == HEAD + mended
    assert told(tmp_path) == ["docs/page.md:8:70: “simply”: It adds nothing. Leave it out."]


def test_code_addresses_quotations_and_ids_are_let_be(tmp_path: Path) -> None:
    page(
        tmp_path,
        "`US$5 - simply` costs [nothing](https://a.example/8-9/simply) [@maker-2024-01, p. 8-9] {#simply}.\n\n"
        '```text\nsimply\n```\n\nThe very number, "very or extremely important", on 2024-01-17: data-center parts.\n',
    )
    record(tmp_path, 'quote = "it\'s simply 8-9 %"\nsource = "maker-2024-01"\n# it\'s simply\n')
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("calculators/rise.py", 'LABEL = "The plant\'s share"  # the plant\'s\n"""The plant\'s."""\n'),
        ("publishing/form/form.html", "<p title=\"the plant's\">The plant's {{ share['is'] }}</p>\n"),
        ("publishing/form/form.mjs", "// the plant's\nconst LABEL = \"The plant's share\";\n"),
        ("docs/page.md", f"{HEAD}The plant's.\n\n```chart\ntitle = \"The plant's share\"\n```\n"),
        ("docs/page.md", HEAD.replace("What it is", "The plant's share")),
    ],
)
def test_words_are_found_wherever_they_are_written_and_only_there(tmp_path: Path, where: str, text: str) -> None:
    (tmp_path / where).parent.mkdir(parents=True)
    (tmp_path / where).write_text(text, "utf-8")
    (said,) = told(tmp_path)
    assert said.startswith(f"{where}:") and said.endswith(
        "“plant's”: A straight apostrophe is shown as one here. Write ’"
    )


HEADINGS = [
    ("## Above\n", "", "“Above”: It stands before the heading of the page. Begin the page with # and its heading."),
    ("# Another page\n", HEAD, "“Another page”: A page has one heading of its own. Begin it with ##."),
    ("### Deep down\n", HEAD, "“Deep down”: It skips from level 1 to 3. Begin it with ##."),
    ("## One\n\n## One\n", HEAD, "“One”: This heading stands twice in one place. Say what is below this one."),
    ("## It ends.\n", HEAD, "“It ends.”: A heading does not end with “.”. Leave it out."),
    (
        "## What The market is\n",
        HEAD,
        "“What The market is”: “The” has a capital within a heading. "
        "Write the, or add the name to publishing/prose/wording.toml.",
    ),
]


@pytest.mark.parametrize(("text", "head", "message"), HEADINGS)
def test_a_heading_is_told(tmp_path: Path, text: str, head: str, message: str) -> None:
    page(tmp_path, text, head)
    assert message in "\n".join(each for each in told(tmp_path) if "“" in each)


def test_one_heading_may_stand_below_two_others_and_names_keep_their_capital(tmp_path: Path) -> None:
    page(tmp_path, "## Of Gartner and IoT\n\n### Failed\n\n## The other\n\n### Failed\n\n## 1. Is it so?\n")
    assert told(tmp_path) == []


def test_a_long_sentence_is_told_and_its_links_citations_and_code_are_not_counted_against_it(tmp_path: Path) -> None:
    page(
        tmp_path,
        f"It is short. {'one two ' * 16}end.\n\n* {'[one](figure:a-b) [two](figure:a-b) ' * 15}[one](figure:a-b) `some code` [@maker-2024].\n",
    )
    assert told(tmp_path) == [
        "docs/page.md:8:14: “one two one two …”: The sentence has 33 words; 32 are the most. Make it two."
    ]


def test_decisions_may_have_long_sentences_and_need_no_description(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "decisions" / "0001-a.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"# 1. A decision\n\n{'one two ' * 30}.\n", "utf-8")
    assert told(tmp_path) == []


NAMES = [
    (
        "![](plant.png)\n",
        "docs/page.md:8:1: “![](plant.png)”: The picture has no text in its place. Write what it shows into the brackets.",
    ),
    (
        "![Image of a plant](plant.png)\n",
        "docs/page.md:8:1: “Image of a plant”: A screen reader says that it is a picture. Begin with what it shows.",
    ),
    (
        "![Image](plant.png)\n",
        "docs/page.md:8:1: “Image”: A screen reader says that it is a picture. Begin with what it shows.",
    ),
    (
        '<img src="plant.png">\n',
        'docs/page.md:8:1: “<img src="plant.png">”: The picture has no text in its place. '
        'Write ![what it shows](file), or alt="…".',
    ),
    (
        "It stands [here](page.md).\n",
        "docs/page.md:8:11: “here”: The link does not say where it leads. Name what is there.",
    ),
    (
        "See [a page](page.md) and [a page](other.md).\n",
        "docs/page.md:8:27: “a page”: The same words lead to page.md as well. Give each place words of its own.",
    ),
]


@pytest.mark.parametrize(("text", "message"), NAMES)
def test_a_name_that_says_nothing_is_told(tmp_path: Path, text: str, message: str) -> None:
    page(tmp_path, text)
    assert told(tmp_path) == [message]


def test_one_number_may_lead_to_two_figures(tmp_path: Path) -> None:
    page(
        tmp_path,
        "Both [8%](figure:one-2023) and [8%](figure:other-2023); see [a page](page.md) and [a page](page.md).\n",
    )
    assert told(tmp_path) == []


def test_a_page_without_title_or_description_is_told(tmp_path: Path) -> None:
    page(tmp_path, "# A page\n", "")
    assert told(tmp_path) == [
        "docs/page.md:1:1: title: The page has none. Write title: between lines of --- at its top.",
        "docs/page.md:1:1: description: The page has none. Write description: between lines of --- at its top.",
    ]


def test_a_description_longer_than_what_lists_of_results_show_is_told(tmp_path: Path) -> None:
    page(tmp_path, "", HEAD.replace("What it is.", "w" * 161))
    assert told(tmp_path) == [
        "docs/page.md:1:1: description: It has 161 characters, and lists of results show 160. Say it in fewer words."
    ]


def test_a_fix_leaves_every_file_of_the_house_as_it_is() -> None:
    """What `check` says of the whole house is said by `check`; here only that no mechanical repair is left."""
    assert [str(each.problem) for each in word_findings(ROOT) if each.repair] == []
