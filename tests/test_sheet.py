"""One stylesheet in place of several: nothing that a page needs is lost, and what no page can match goes."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from publishing.sheet import LINK, join_sheets, words
from publishing.sheet.small import small

PAGE = """<html class="js"><link rel="stylesheet" href="{0}assets/theme.css">
<link rel="stylesheet" href="{0}app/abc/site.css"><body class="used" dir="ltr"></body></html>"""


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("/* a remark */ .a  >  .b { color : red ; top: 0 }", ".a > .b{color:red;top:0}"),
        ("a { color: red !important; --x:  1px /* of ours */ 2px }", "a{color:red!important;--x:1px 2px}"),
        ("@media (min-width: 1px) {\n .a { top: 0 }\n}", "@media (min-width: 1px){.a{top:0}}"),
        ("@keyframes go { 0% { top: 0 } to { top: 1px } }", "@keyframes go{0%{top:0};to{top:1px}}"),
        ('@font-face { font-family: "A  B"; src: url(a.woff2) }', '@font-face{font-family:"A  B";src:url(a.woff2)}'),
        (".a { top: 0; &:hover { top: 1px } }", ".a{top:0;&:hover{top:1px}}"),
        (
            "a:is(.b /* or */ , .c):not( .d ) { width: calc( 1px  +  2px ) }",
            "a:is(.b , .c):not( .d ){width:calc( 1px + 2px )}",
        ),
        ('@import "a.css";', '@import "a.css";'),
    ],
)
def test_a_sheet_loses_remarks_and_spare_space_and_nothing_else(given: str, made: str) -> None:
    assert small(given) == made


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (".used .gone, .used a { top: 0 } .gone { top: 0 }", ".used a{top:0}"),
        ("[dir=rtl] .used { top: 0 } [dir=ltr] .used, [open] { top: 0 }", "[dir=ltr] .used,[open]{top:0}"),
        (":not(.gone) > a { top: 0 }", ":not(.gone) > a{top:0}"),
        ("@media print { .gone { top: 0 } }", ""),
        ("@media print { .gone { top: 0 } a { top: 0 } }", "@media print{a{top:0}}"),
    ],
)
def test_a_rule_goes_only_where_each_of_its_selectors_needs_what_is_nowhere(given: str, made: str) -> None:
    assert small(given, {"used", "ltr"}) == made


@pytest.mark.parametrize("broken", ["a { color }", "a { top: 0; } }", "a"])
def test_a_sheet_that_cannot_be_read_stops_the_build(broken: str) -> None:
    with pytest.raises(ValueError, match=r"^Line 1 of a stylesheet: "):
        small(broken)


def house(site: Path) -> None:
    for name, text in {
        "index.html": PAGE.format(""),
        "404.html": PAGE.format("/below/"),
        "figures/one/index.html": PAGE.format("../../"),
        "assets/theme.css": ".used { top: 0 } .made { top: 1px } .gone { top: 2px }",
        "assets/theme.css.map": "{}",
        "app/abc/site.css": ".late { color: red }",
        "app/abc/form.mjs": 'element.className = "made";',
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")


def test_the_pages_name_one_sheet_called_by_what_it_holds(tmp_path: Path) -> None:
    house(tmp_path)
    join_sheets(tmp_path)
    (sheet,) = tmp_path.rglob("*.css")
    assert sheet.read_text("utf-8") == ".used{top:0}.made{top:1px}.late{color:red}"
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.css", sheet.name)
    named = {
        page.relative_to(tmp_path).as_posix(): LINK.findall(page.read_text("utf-8"))
        for page in tmp_path.rglob("*.html")
    }
    place = f"app/abc/{sheet.name}"
    assert named == {
        "index.html": [place],
        "404.html": [f"/below/{place}"],
        "figures/one/index.html": [f"../../{place}"],
    }
    assert not list(tmp_path.rglob("*.map"))


def test_two_pages_with_different_sheets_stop_the_build(tmp_path: Path) -> None:
    house(tmp_path)
    (tmp_path / "index.html").write_text("<html></html>", "utf-8")
    with pytest.raises(ValueError, match="names other sheets") as told:
        join_sheets(tmp_path)
    assert str(told.value) == "index.html names other sheets than 404.html: name the same."


@pytest.mark.slow
def test_of_the_theme_s_own_sheets_no_rule_is_lost_whose_classes_a_page_of_the_site_has(site: Path) -> None:
    """Looked at by another way: selectors of one class alone, found by a pattern in the theme as it is installed."""
    found = find_spec("material")
    assert found and found.origin
    theme = "".join(path.read_text("utf-8") for path in Path(found.origin).parent.rglob("main.*.min.css"))
    alone = set(re.findall(r"(?<=[},])\.([\w-]+)(?=\{)", theme))
    ours = words(site, sorted(site.rglob("*.html")))
    (sheet,) = site.rglob("*.css")
    kept = set(re.findall(r"(?<=[},{])\.([\w-]+)(?=[,{])", sheet.read_text("utf-8")))
    assert len(alone & ours) > 50
    assert alone & ours <= kept
    assert "md-nav--lifted" not in kept
