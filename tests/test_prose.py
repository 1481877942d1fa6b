"""The prose check: each rule with its failing case and the whole message, and what `fix` mends."""

from pathlib import Path

import pytest

from calculators import knowledge
from calculators.contract.answer import answer
from publishing.check import annotation, findings, repair

SOURCES = """
[maker-2024]
title = "A title"
publisher = "A maker"
published = "2024-03"
kind = "estimate"
interest = "Sells the report."
licence = "All rights reserved; single values are cited."
redistribute = "value"
"""
COMMON = """scope = "World"
source = "maker-2024"
read = "the whole"
standing = "second-hand"
review_by = 2027-11-30
"""
FIGURES = f"""
[size-2023]
label = "Size"
value = 720
unit = "USD billion"
rounded_to = 10
as_of = "2023"
kind = "estimate"
{COMMON}
[share-2023]
label = "Share"
value = 14.0
unit = "%"
rounded_to = 0.1
as_of = "2023"
kind = "derived"
from = "{{size-2023}} / {{total-2023}} * 100"
{COMMON}
[total-2023]
label = "Total"
value = 5140
unit = "USD billion"
rounded_to = 10
as_of = "2023"
kind = "estimate"
{COMMON}"""
REFUSED = '[[refused]]\naddress = "bad.example"\nreason = "An upload of a paid report."\n'
USES = "[$720 billion](figure:size-2023) [14%](figure:share-2023)\n"
GROWTH = "calculator:market-growth"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small publication: three figures, one source, one page; calculators keep the real figures."""
    for name, content in {"sources.toml": SOURCES, "market.toml": FIGURES, "refused.toml": REFUSED}.items():
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / name).write_text(content, "utf-8")
    (tmp_path / "docs").mkdir()
    monkeypatch.setattr("publishing.prose.records.offered", lambda known: set())
    monkeypatch.setattr("publishing.prose.pages.answer", lambda asked, texts, known: answer(asked, texts, knowledge()))
    return tmp_path


def told(house: Path, text: str, name: str = "page.md") -> list[str]:
    (house / "docs" / name).write_text(USES + text, "utf-8")
    return [str(each.problem) for each in findings(house)]


def test_a_page_that_says_what_the_data_hold_has_no_problems(house: Path) -> None:
    text = """
Some [$5.1 trillion](figure:total-2023) in all, of which [720](figure:size-2023) and [$5,140 billion](figure:total-2023)
count [@maker-2024, p. 4]; [40 million](illustrative:) would be little. In 2023, 600 people said `$5`. <!-- 7% -->

```text
$99 billion
```

```figures
caption = "x"
figures = ["size-2023"]
```
"""
    assert told(house, text) == []


def add_table(house: Path) -> None:
    """A figure that is a whole table, which may not be published again and is left out of the wheel."""
    left_out = '[tool.hatch.build.targets.wheel]\nexclude = ["data/series/lines.csv"]\n'
    (house / "pyproject.toml").write_text(left_out, "utf-8")
    (house / "data" / "series").mkdir()
    (house / "data" / "series" / "lines.csv").write_text("year,value\n2023,720\n", "utf-8")
    table = (
        FIGURES.partition("\n[share")[0].replace("size-2023", "lines-2023").replace("value = 720", 'series = "lines"')
    )
    (house / "data" / "lines.toml").write_text(table, "utf-8")


CASES = {
    "wrong rounding": (
        "[$735 billion](figure:size-2023)",
        "docs/page.md:2:1: “$735 billion”: The figure is $720 billion. (size-2023) Write $720 billion, or run python3 make.py fix.",
    ),
    "wrong direction": (
        "Now [over $5.2 trillion](figure:total-2023)",
        "docs/page.md:2:5: “over $5.2 trillion”: The figure is $5,140 billion. (total-2023) Write $5.1 trillion, or run python3 make.py fix.",
    ),
    "unknown figure": (
        "[$720 billion](figure:size-2032)",
        "docs/page.md:2:1: “$720 billion”: There is no figure “size-2032”. Correct the id, or add the figure. Did you mean “size-2023”?",
    ),
    "unknown figure in a table": (
        '```figures\ncaption = "x"\nfigures = ["size-2032"]\n```',
        "docs/page.md:4:13: “size-2032”: There is no figure “size-2032”. Correct the id, or add the figure. Did you mean “size-2023”?",
    ),
    "figure that is a table": (
        "[$720 billion](figure:lines-2023)",
        "docs/page.md:2:1: “$720 billion”: lines-2023 is a whole table. Link a single figure.",
    ),
    "missing unit": (
        "[720](figure:size-2023) of the rest and not more than [14%](figure:share-2023)",
        "docs/page.md:2:1: “720”: Its unit is missing. Write $720 billion.",
    ),
    "unknown source": (
        "So it is [@maker-2042].",
        "docs/page.md:2:10: “[@maker-2042]”: There is no source “maker-2042”. Add it to data/sources.toml, or correct the id. Did you mean “maker-2024”?",
    ),
    "bare amount": (
        "It was\nworth $700 billion.",
        "docs/page.md:3:7: “$700 billion”: It stands there without its source. Link [$700 billion](figure:size-2023), or mark it as made up: [$700 billion](illustrative:).",
    ),
    "bare percentage": (
        "A share of 99 percent.",
        "docs/page.md:2:12: “99 percent”: It stands there without its source. Link the figure it is, or mark it as made up: [99 percent](illustrative:).",
    ),
    "amount in the words of a plain link": (
        "[€5 million](https://good.example)",
        "docs/page.md:2:2: “€5 million”: It stands there without its source. Link the figure it is, or mark it as made up: [€5 million](illustrative:).",
    ),
    "figure in a heading": (
        "# All [$720 billion](figure:size-2023)",
        "docs/page.md:2:7: “$720 billion”: A heading holds no amounts. Put the number into the text below it.",
    ),
    "unknown calculator": (
        "[open](calculator:market-grwth)",
        "docs/page.md:2:1: “open”: There is no calculator “market-grwth”. Correct its name. Did you mean “market-growth”?",
    ),
    "calculator on no page": (
        f"[open]({GROWTH})",
        "docs/page.md:2:1: “open”: No page holds the calculator “market-growth”. Add a fence with its name to one.",
    ),
    "unknown calculator in a fence": (
        "```calculator\nmarket-grwth\n```",
        "docs/page.md:3:1: “market-grwth”: There is no calculator “market-grwth”. Did you mean “market-growth”? Correct its name.",
    ),
    "wrong start of a calculator": (
        "```calculator\nmarket-growth\nrate = 900\n```",
        "docs/page.md:3:1: “market-growth”: rate: 900 is outside the limits. Enter a number from −50 to 100. Correct the lines below the name.",
    ),
    "a fence that is no TOML": (
        "```calculator\nmarket-growth\nrate =\n```",
        "docs/page.md:3:1: “market-growth”: What stands below the name is no TOML: Invalid value (at end of document). Write name = value.",
    ),
    "refused address": (
        "[a copy](https://files.bad.example/x)",
        "docs/page.md:2:1: “a copy”: Its address is refused: An upload of a paid report. Remove the link.",
    ),
    "unchecked where it must not be": (
        "",
        "docs/page.md:1:1: amounts: unchecked: It is not allowed on this page. Remove it.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_rule_tells_file_line_column_and_way_out(house: Path, case: str) -> None:
    text, message = CASES[case]
    if "lines-2023" in text:
        add_table(house)
    if case.startswith("unchecked"):
        (house / "docs" / "page.md").write_text("---\namounts: unchecked\n---\n" + USES, "utf-8")
        assert [str(each.problem) for each in findings(house)] == [message]
    else:
        assert told(house, text) == [message]


def test_a_link_to_a_page_that_is_not_there_is_told_with_the_nearest(house: Path) -> None:
    (house / "docs" / "growth.md").write_text("# Growth\n\n## First\n", "utf-8")
    assert told(house, "[a](growth.md#first), [b](growth.md), [c](https://example.org/z.md#y), [d](page.md)") == []
    assert told(house, "See [growth](growht.md#first).") == [
        "docs/page.md:2:5: “growth”: There is no file “growht.md”. Correct the link. Did you mean “growth.md”?"
    ]


def test_a_link_to_a_heading_that_is_not_there_is_told_with_the_nearest(house: Path) -> None:
    (house / "docs" / "growth.md").write_text("# Growth\n\n## Try other numbers {#try-it}\n", "utf-8")
    assert told(house, "See [growth](growth.md#try-this) and [below](#end).\n\n## The end") == [
        "docs/page.md:2:5: “growth”: There is no heading “try-this” on growth.md. "
        "Correct what stands behind the #. Did you mean “try-it”?",
        "docs/page.md:2:38: “below”: There is no heading “end” on docs/page.md. "
        "Correct what stands behind the #. Did you mean “the-end”?",
    ]


def test_a_place_that_a_fence_draws_is_left_to_the_build(house: Path) -> None:
    (house / "docs" / "glossary.md").write_text("# Terms\n\n```glossary\n```\n", "utf-8")
    assert told(house, "See [the term](glossary.md#operational-technology).") == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (f"[$997.8 billion]({GROWTH}?target_year=2027)", None),
        (f"[try 9%]({GROWTH}?rate=9%25)", None),
        (f"[try 9%]({GROWTH}?rate=8%25)", "“try 9%”: The calculator answers $1,234.0 billion, and “9%” is none of the link’s inputs. Correct the words or the link."),
        (f"[$1,000 billion]({GROWTH}?target_year=2027)", "“$1,000 billion”: The calculator answers $997.8 billion, and “$1,000 billion” is none of the link’s inputs. Correct the words or the link."),
        (f"[open]({GROWTH}?rate=900)", "“open”: rate: 900 is outside the limits. Enter a number from −50 to 100. Correct the link."),
        (f"[open]({GROWTH}?raet=9)", "“open”: market-growth has no input “raet”. It takes base, rate, base_year, target_year, mark. Did you mean “rate”? Correct the link."),
        ("[open](calculator:technology-budget)", "“open”: It leaves out operating_budget, technology_spending. Add them to the link."),
    ],
)  # fmt: skip
def test_a_calculator_link_is_opened_and_its_words_are_held_against_the_answer(
    link: str, message: str | None, tmp_path: Path
) -> None:
    """Against the real figures: 720 × 1.08⁷ = 1,233.95."""
    from publishing.prose.pages import page_findings
    from publishing.prose.scan import Page

    (tmp_path / "page.md").write_text(link, "utf-8")
    found = [str(each.problem) for each in page_findings(Page(tmp_path / "page.md", "docs/page.md"), knowledge())]
    assert found == ([] if message is None else [f"docs/page.md:1:1: {message}"])


def test_front_matter_that_is_no_yaml_is_told(house: Path) -> None:
    (house / "docs" / "bad.md").write_text("---\ntitle: Bad\ndescription: one: two\n---\n\n# Bad\n", "utf-8")
    said = [str(each.problem) for each in findings(house) if "docs/bad.md" in each.problem.place]
    assert said == [
        "docs/bad.md:3:1: “description: one: two”: This is not YAML. "
        'Write key: text; put a text that holds a colon into quotation marks, as in description: "a: b".'
    ]


def test_a_derived_figure_is_worked_out_again(house: Path) -> None:
    path = house / "data" / "market.toml"
    path.write_text(FIGURES.replace("value = 14.0", "value = 15.0"), "utf-8")
    assert told(house, "") == [
        "data: share-2023.from: It gives 14.0077821012, not 15. Write value = 14, or run python3 make.py fix.",
        "docs/page.md:1:34: “14%”: The figure is 15%. (share-2023) Write 15%, or run python3 make.py fix.",
    ]


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("{size-2023} / 0", "“720 / 0” divides by 0."),
        ("{size-2023} / {none}", "There is no figure “none” with a value."),
        ("{size-2032}", "There is no figure “size-2032” with a value. Did you mean “size-2023”?"),
        ("__import__('os')", "“__import__('os')” is neither a number nor a figure in braces."),
        ("{size-2023} +", "“720 +” is no arithmetic."),
        ("(0 - 8) ** 0.5", "“(0 - 8) ** 0.5” is no number that can be shown."),
        ("10.0 ** 999", "“10.0 ** 999” is no number that can be shown."),
        ("market-grwth?rate=9#value", "There is no calculator “market-grwth”. Did you mean “market-growth”?"),
        ("market-growth?rate=9#valeu", "market-growth gives no number “valeu”."),
        ("market-growth?rate=900#value", "rate: 900 is outside the limits. Enter a number from −50 to 100."),
        ("technology-budget#share", "It leaves out operating_budget, technology_spending."),
    ],
)  # fmt: skip
def test_a_formula_that_cannot_be_worked_out_is_told(
    house: Path, formula: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Calculators keep the real figures here as well."""
    monkeypatch.setattr(
        "publishing.prose.derived.answer", lambda asked, texts, known: answer(asked, texts, knowledge())
    )
    path = house / "data" / "market.toml"
    path.write_text(FIGURES.replace("{size-2023} / {total-2023} * 100", formula), "utf-8")
    assert told(house, "[$5.14 trillion](figure:total-2023)") == [
        f"data: share-2023.from: It cannot be worked out. {why} Correct the formula."
    ]


def test_unused_figures_and_sources_are_told(house: Path) -> None:
    (house / "data" / "sources.toml").write_text(SOURCES + SOURCES.replace("maker-2024", "other-2024"), "utf-8")
    (house / "data" / "more.toml").write_text(
        FIGURES.partition("[share")[0].replace("size-2023", "size-again-2023"), "utf-8"
    )
    assert told(house, "") == [
        "data: size-again-2023: No page, table or calculator uses it. Use it, as in [size-again-2023](figure:size-again-2023), or remove it.",
        "data: other-2024: No used figure and no page names this source. Cite it, or remove it.",
    ]


def test_a_refused_address_of_a_source_is_told(house: Path) -> None:
    (house / "data" / "sources.toml").write_text(SOURCES + 'url = "https://bad.example/x"\n', "utf-8")
    assert told(house, "") == ["data: maker-2024.url: It is refused: An upload of a paid report. Remove it."]


def test_fix_mends_what_is_mechanical_and_leaves_the_rest(house: Path) -> None:
    path = house / "data" / "market.toml"
    path.write_text(FIGURES.replace("value = 14.0", "value = 15.0"), "utf-8")
    told(house, "[about $735 billion](figure:size-2023), $720 billion, [$1](figure:nothing-2023)\n")
    assert len(repair(house)) == 3
    assert (house / "docs" / "page.md").read_text("utf-8").splitlines()[1] == (
        "[about $720 billion](figure:size-2023), [$720 billion](figure:size-2023), [$1](figure:nothing-2023)"
    )
    assert "value = 14\n" in path.read_text("utf-8")
    assert len(findings(house)) == 1


def test_a_pull_request_shows_each_problem_at_its_line(house: Path) -> None:
    told(house, "A bare $1 here.")
    [found] = findings(house)
    assert annotation(found.problem).startswith("::error file=docs/page.md,line=2,col=8::“$1”: It stands there")


def test_the_publication_itself_has_no_problems() -> None:
    assert [str(each.problem) for each in findings()] == []
