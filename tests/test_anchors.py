"""Addresses of sections that were once published lead to something still, and are read as the site makes them."""

import re
from pathlib import Path

import markdown
import pytest

from publishing import ROOT
from publishing.prose.anchors import LIST, SPECIMENS, add, anchor_findings, anchors, published
from publishing.prose.copyediting import word_findings
from publishing.prose.scan import FRONT, Page

HEADING_ID = re.compile(r'<h[2-6] id="([^"]+)"')
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if path != ROOT / SPECIMENS)
SETTINGS = {"smarty": {"smart_dashes": False, "smart_ellipses": False}}


def page_of(root: Path, text: str, name: str = "growth.md") -> Page:
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / name).write_text(text, "utf-8")
    return Page(root / "docs" / name, f"docs/{name}")


def listed(root: Path, *addresses: str) -> None:
    (root / LIST).parent.mkdir(parents=True, exist_ok=True)
    (root / LIST).write_text("\n".join(addresses), "utf-8")


def test_a_section_that_loses_its_address_is_told(tmp_path: Path) -> None:
    listed(tmp_path, "docs/growth.md#try-it")
    page = page_of(tmp_path, "# Growth\n\n## Try other numbers\n")
    assert [str(each.problem) for each in anchor_findings([page], tmp_path)] == [
        "docs/growth.md: docs/growth.md#try-it: Others may have linked to this section, which has lost its name. "
        "Write {#try-it} behind the heading that took its place."
    ]


@pytest.mark.parametrize("text", ["## Try it", "## Try other numbers {#try-it}", "[A table](a.md){#try-it}"])
def test_an_old_address_may_stand_by_its_words_or_be_written_out(tmp_path: Path, text: str) -> None:
    listed(tmp_path, "docs/growth.md#try-it")
    assert list(anchor_findings([page_of(tmp_path, f"# Growth\n\n{text}\n")], tmp_path)) == []


def test_a_page_that_is_gone_is_told(tmp_path: Path) -> None:
    listed(tmp_path, "docs/growth.md#try-it")
    assert [str(each.problem) for each in anchor_findings([], tmp_path)] == [
        "publishing/prose/anchors.txt: docs/growth.md#try-it: There is no such page any more. "
        "Give it its name back: others may have linked to it."
    ]


def test_a_release_adds_what_is_new_and_keeps_what_was(tmp_path: Path) -> None:
    listed(tmp_path, "docs/growth.md#try-it")
    page_of(tmp_path, "# Growth\n\n## Try other numbers {#try-it}\n\n## What “growth” *is*\n")
    assert add(tmp_path) == 2
    assert published(tmp_path) == ["docs/growth.md#try-it", "docs/growth.md#what-growth-is"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_addresses_are_read_as_markdown_makes_them(path: Path) -> None:
    page = Page(path, path.name)
    drawn = markdown.markdown(
        FRONT.sub("", page.source),
        extensions=["attr_list", "tables", "smarty", "toc", "pymdownx.superfences"],
        extension_configs=SETTINGS,
    )
    assert [each for each in HEADING_ID.findall(drawn) if each not in anchors(page)] == []


def test_the_check_of_words_reads_the_list(tmp_path: Path) -> None:
    listed(tmp_path, "docs/growth.md#try-it")
    page_of(tmp_path, "---\ntitle: Growth\ndescription: How fast.\n---\n\n# Growth\n")
    assert [each.problem.thing for each in word_findings(tmp_path)] == ["docs/growth.md#try-it"]


def test_the_list_holds_what_was_published_first() -> None:
    assert {"docs/market.md#three-parts", "docs/index.md#next", "docs/about.md#use-it"} <= set(published(ROOT))
