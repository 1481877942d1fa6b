"""Every page of the site is as the HTML standard has it, and both validators do see a page that is not."""

import re
from pathlib import Path

import pytest
from material import templates

from publishing.mending import FAULTS, mended
from tests.validators import html_validate, nu, nu_line

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head><body>
<p>Right.</p>
{}
</body></html>
"""
WRONG = PAGE.format("<ul><p>Not an item.</p></ul>")
TWO_POPOVERS = PAGE.format("<div popover autofocus tabindex=-1>A</div><div popover autofocus tabindex=-1>B</div>")
TWO_FIELDS = PAGE.format("<input autofocus aria-label=A><input autofocus aria-label=B>")
THEME = "".join(path.read_text("utf-8") for path in Path(templates.__file__ or "").parent.rglob("*.html"))


def site_of(folder: Path, page: str) -> Path:
    (folder / "some").mkdir()
    (folder / "some" / "index.html").write_text(page, "utf-8")
    return folder


@pytest.mark.slow
def test_every_page_conforms_to_the_html_standard(site: Path) -> None:
    assert html_validate(site) == []


@pytest.mark.slow
def test_a_page_that_does_not_conform_is_told_with_its_line(tmp_path: Path) -> None:
    assert html_validate(site_of(tmp_path, WRONG)) == [
        "some/index.html:4:6: <p> element is not permitted as content under <ul> (element-permitted-content). "
        "Correct the template that draws it."
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ('<b id="x">A</b><b id="x">B</b>', "no-dup-id"),
        ("<button><a href='#x'>A</a></button>", "element-permitted-content"),
        ("<label tabindex=''>A</label>", "attribute-allowed-values"),
        ("<p><b>A</p></b>", "close-order"),
        ("<input type=checkbox autocomplete=off aria-label=A>", "valid-autocomplete"),
        ("<input type=checkbox pattern=A aria-label=A>", "input-attributes"),
        ("<label for=nowhere>A</label>", "no-missing-references"),
        ("<p id=x></p><label for=x>A</label>", "valid-for"),
    ],
)
def test_each_kind_of_fault_is_seen(tmp_path: Path, fault: str, rule: str) -> None:
    assert {
        line.rpartition("(")[2].partition(")")[0] for line in html_validate(site_of(tmp_path, PAGE.format(fault)))
    } == {rule}


def test_what_the_theme_draws_wrongly_is_mended_and_nothing_else() -> None:
    label = '<label class="md-nav__link" for="a" id="b"{}>'
    drawer = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"{}>'
    words = '<p tabindex="">Ours.</p><input type="text" autocomplete="off">'
    drawn = label.format(' tabindex=""') + drawer.format(' autocomplete="off"') + words
    assert mended(drawn) == label.format("") + drawer.format("") + words
    assert mended(label.format(' tabindex="0"')) == label.format(' tabindex="0"')


@pytest.mark.parametrize("fault", FAULTS, ids=FAULTS.values())
def test_the_theme_still_has_each_fault_that_is_mended(fault: re.Pattern[str]) -> None:
    assert fault.search(THEME.replace("{{ tabindex }}", ""))


@pytest.mark.audit
def test_every_page_passes_the_nu_validator(site: Path) -> None:
    assert nu(site) == []


@pytest.mark.audit
def test_the_nu_validator_sees_a_page_that_does_not_conform(tmp_path: Path) -> None:
    assert nu(site_of(tmp_path, WRONG)) == [
        "some/index.html:4:7: Element “p” not allowed as child of element “ul” in this context. "
        "(Suppressing further errors from this subtree.) Correct the template that draws it."
    ]


@pytest.mark.audit
def test_two_focused_popovers_are_excused_and_two_focused_fields_are_not(tmp_path: Path) -> None:
    """The standard counts a popover as a scope of its own, which the validator does not."""
    assert nu(site_of(tmp_path, TWO_POPOVERS)) == []
    (tmp_path / "some" / "index.html").write_text(TWO_FIELDS, "utf-8")
    [told] = nu(tmp_path)
    assert told.startswith('some/index.html:4:60: There must not be two elements with the same "nearest')


def test_a_finding_without_a_line_is_told_all_the_same(tmp_path: Path) -> None:
    told = {"url": f"file:{tmp_path.as_posix()}/a.html", "message": "Broken."}
    assert nu_line(told, tmp_path) == "a.html:0:0: Broken. Correct the template that draws it."
