"""The page of components: every component is on it, each state is the template's own markup, wrong fences are told."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement
from markdown import Markdown
from pymdownx.superfences import SuperFencesException

from publishing import ROOT
from publishing.components import component_fence
from publishing.components.states import PARTS, STATES, in_state
from publishing.prose.scan import Page

PAGE = ROOT / "docs" / "components.md"
HOUSE = {"look", "theme", "frame", "sharing"}  # the page around every component and its head, not one of them
NAME = re.compile(r"[.#]-?[a-zA-Z_][\w-]*")
IN_MARKUP = re.compile(r'class="([^"{}]*)')
MESSAGE = "In a component fence: "


def own_names(folder: Path) -> set[str]:
    """Every class and id that a component's style names; without a style, its templates."""
    rules = [
        re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", path.read_text("utf-8"), flags=re.DOTALL) for path in folder.glob("*.css")
    ]
    markup = [path.read_text("utf-8") for path in folder.glob("*.html") if not rules]
    return {word for text in rules for word in NAME.findall(text)} | {
        f".{word}" for text in markup for said in IN_MARKUP.findall(text) for word in said.split()
    }


def folders(house: Path) -> list[Path]:
    """The component folders: those below publishing/ with a template or a style."""
    found = {path.parent for ending in ("css", "html") for path in (house / "publishing").glob(f"*/*.{ending}")}
    return sorted(folder for folder in found if folder.name not in HOUSE)


def absent(found: list[Path], page: HtmlElement) -> list[str]:
    """The components of which nothing that is theirs alone stands on the page."""
    here = {f".{word}" for said in page.xpath("//@class") for word in said.split()} | {
        f"#{name}" for name in page.xpath("//@id")
    }
    named = {folder: own_names(folder) for folder in found}
    count = Counter(word for words in named.values() for word in words)
    return [
        f"docs/components.md: nothing of publishing/{folder.name}/ stands there: add it, in each of its states."
        for folder, words in named.items()
        if not {word for word in words if count[word] == 1} & here
    ]


@cache
def drawn() -> str:
    """The page as the site's own settings draw it, without the theme around it."""
    whole = (ROOT / "mkdocs.yml").read_text("utf-8")
    extensions_only = whole[whole.index("markdown_extensions:") :].partition("\nvalidation:")[0]
    settings = yaml.load(extensions_only, yaml.UnsafeLoader)  # our own file, which names functions
    extensions = {name: said for each in settings["markdown_extensions"] for name, said in _named(each)}
    made = Markdown(
        extensions=list(extensions), extension_configs={key: said for key, said in extensions.items() if said}
    )
    return made.convert(PAGE.read_text("utf-8").partition("\n---\n")[2])


def _named(extension: object) -> list[tuple[str, dict[str, object]]]:
    return list(extension.items()) if isinstance(extension, dict) else [(str(extension), {})]


@pytest.mark.slow
def test_every_component_is_on_the_page() -> None:
    assert absent(folders(ROOT), html.fromstring(drawn())) == []


@pytest.mark.slow
def test_a_component_that_is_not_on_the_page_is_told(tmp_path: Path) -> None:
    lonely = tmp_path / "publishing" / "lonely"
    lonely.mkdir(parents=True)
    (lonely / "lonely.css").write_text("/* .component */ .lonely-thing { color: var(--ink); }", "utf-8")
    assert absent([*folders(ROOT), *folders(tmp_path)], html.fromstring(drawn())) == [
        "docs/components.md: nothing of publishing/lonely/ stands there: add it, in each of its states."
    ]


def test_every_state_is_on_the_page() -> None:
    shown = set()
    for fence in Page(PAGE, "docs/components.md").fences:
        said = dict(re.findall(r'^(\w+) +?= +?"([^"]*)"', re.sub(" +", " ", fence.text), re.MULTILINE))
        part = next((name for name in PARTS if name in said), None)
        if fence.target != "component" or part is None:
            continue  # a fence that names no part is told by the test that draws them all
        state = said.get("state", said[part] if said[part] in PARTS[part] else PARTS[part][0])
        shown.add(f"{part} {state}")
    assert set(STATES) - shown == set()


@pytest.mark.slow
def test_no_two_elements_of_the_page_share_an_id() -> None:
    ids = Counter(html.fromstring(drawn()).xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []


@pytest.mark.parametrize(
    ("fence", "told"),
    [
        (
            'card = "convergence-market-2032"',
            "There is no figure “convergence-market-2032”. Did you mean “convergence-market-2030”?",
        ),
        ('definition = "surveys"', "There is no term “surveys”. Did you mean “survey”?"),
        ('claim = "perhaps"', "No claim has the verdict “perhaps”."),
        (
            'card = "convergence-growth"\nstate = "opened"',
            "The part “card” has no state “opened”. Write one of open, copied. Did you mean “open”?",
        ),
        (
            'menu = "a"',
            "It names no part. Write one of calculator, card, definition, overdue, band, citing, figure, reference, claim, "
            "age, proof, gone, changes, list, sources, tally.",
        ),
    ],
)
def test_a_wrong_fence_is_told_with_the_way_out(fence: str, told: str) -> None:
    with pytest.raises(SuperFencesException) as error:
        component_fence(fence, "component", "", {}, Markdown(extensions=["publishing.markdown"]))
    assert str(error.value) == MESSAGE + told


def undrawable(page: Page) -> list[str]:
    """What is wrong with the component fences of a page, by their places."""
    md, found = Markdown(extensions=["publishing.markdown"]), []
    for fence in page.fences:
        try:
            if fence.target == "component":
                component_fence(fence.text, "component", "", {}, md)
        except SuperFencesException as error:
            found.append(f"{page.place(fence.start)}: {error}")
    return found


def test_every_fence_of_the_page_can_be_drawn() -> None:
    assert undrawable(Page(PAGE, "docs/components.md")) == []


def test_each_fence_that_cannot_be_drawn_is_told_by_its_place(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        '# Page\n\n```component\nclaim = "perhaps"\n```\n\n```component\ndefinition = "surveys"\n```\n', "utf-8"
    )
    assert undrawable(Page(page, "docs/page.md")) == [
        f"docs/page.md:4:1: {MESSAGE}No claim has the verdict “perhaps”.",
        f"docs/page.md:8:1: {MESSAGE}There is no term “surveys”. Did you mean “survey”?",
    ]


def test_a_state_whose_place_the_template_has_lost_is_told() -> None:
    with pytest.raises(ValueError, match="no longer has") as error:
        in_state("<calculator-form></calculator-form>", "calculator", "loading")
    told = "The template no longer has “.calculator-stage”. Correct publishing/components/states.py."
    assert str(error.value) == told


def test_ids_and_what_refers_to_them_are_renamed_alike() -> None:
    given = '<p id="a">A</p><button data-copies="a" aria-describedby="a b">Copy</button><span role="status"></span>'
    assert in_state(given, "citing", "copied", own="one-") == (
        '<p id="one-a">A</p><button data-copies="one-a" aria-describedby="one-a b">Copy</button>'
        '<span role="status">Copied.</span>'
    )
