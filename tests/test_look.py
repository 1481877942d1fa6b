"""The design's roles hold what they promise, and every component's style names them."""

import itertools
import re

import pytest

from publishing import ROOT
from tests.look import SCHEMES, contrast, faint, literals, roles, styles

TOKENS = (ROOT / "publishing" / "look" / "tokens.css").read_text("utf-8")


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21:1 by definition; #767676 is the lightest gray known to pass 4.5:1 on white."""
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert contrast("#767676", "#ffffff") > 4.5 > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("strong", [False, True], ids=["usual", "more contrast"])
def test_text_stands_at_seven_to_one_and_shapes_at_three_on_paper_and_panel(scheme: str, strong: bool) -> None:
    assert faint(roles(TOKENS, scheme, strong=strong), f"tokens.css, {scheme}") == []


def test_a_faint_role_is_told_with_its_ground_and_the_way_out() -> None:
    found = roles(TOKENS, "light") | {"quiet": "#777777", "paper": "#ffffff", "panel": "#000000"}
    told = [line for line in faint(found, "tokens.css, light") if "--quiet" in line]
    assert told == [
        "tokens.css, light: --quiet #777777 on --paper #ffffff is 4.48:1; it is to be at least 7:1: "
        "move it away from the ground.",
        "tokens.css, light: --quiet #777777 on --panel #000000 is 4.69:1; it is to be at least 7:1: "
        "move it away from the ground.",
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_lines_and_marks_of_a_chart_stand_out_from_a_band_behind_them(scheme: str) -> None:
    found = roles(TOKENS, scheme)
    marks = ["chart-1", "chart-2", "chart-3", "chart-4", "chart-mark"]
    assert {mark: round(contrast(found[mark], found["chart-band"]), 1) for mark in marks if _lost(found, mark)} == {}


def _lost(found: dict[str, str], mark: str) -> bool:
    return contrast(found[mark], found["chart-band"]) < 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_more_contrast_makes_no_role_fainter(scheme: str) -> None:
    usual, strong = roles(TOKENS, scheme), roles(TOKENS, scheme, strong=True)
    for role in ("ink", "quiet", "rule", "edge", "accent", "sourced", "yours", "warning", "chart-bar", "chart-grid"):
        assert contrast(strong[role], strong["paper"]) > contrast(usual[role], usual["paper"]), role


def test_forced_colors_give_every_role_a_color_of_the_system() -> None:
    block = TOKENS.partition("@media (forced-colors: active)")[2].partition("}")[0]
    given = dict(re.findall(r"--([\w-]+): (\w+);", block))
    plain = {role for role in roles(TOKENS, "light") if role not in {"chart-quiet"}}
    assert plain - set(given) == set()
    system = {"Canvas", "CanvasText", "LinkText", "VisitedText", "GrayText", "Highlight", "none"}
    assert set(given.values()) <= system


def test_the_scale_has_seven_sizes_each_a_quarter_larger_than_the_one_before() -> None:
    sizes = [float(size) for size in re.findall(r"--size-\d: ([\d.]+)rem;", TOKENS)]
    assert len(sizes) == 7
    assert [round(b / a, 2) for a, b in itertools.pairwise(sizes)] == [1.25] * 6


def test_every_size_of_type_is_a_step_of_the_scale() -> None:
    given = re.findall(r"--text(?:-\w+)?: ([^;]+);", TOKENS)
    assert given and {value for value in given if not re.fullmatch(r"var\(--size-[1-7]\)", value)} == set()


@pytest.mark.parametrize("place", styles(ROOT))
def test_a_component_writes_no_color_and_no_size_of_its_own(place: str) -> None:
    assert literals(styles(ROOT)[place], place) == []


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (".a { color: #fff; }", "a.css: color: #fff writes a color; name a role of tokens.css, as var(--ink)."),
        (
            ".a { border: 1px solid gray }",
            "a.css: border: 1px solid gray writes a color; name a role of tokens.css, as var(--ink).",
        ),
        (
            ".a { box-shadow: 0 0 1px rgb(0 0 0 / .2); }",
            "a.css: box-shadow: 0 0 1px rgb(0 0 0 / .2) writes a color; name a role of tokens.css, as var(--ink).",
        ),
        (
            "@media print { .a { font-size: 8pt; } }",
            "a.css: font-size: 8pt is off the scale; name a step of tokens.css, as var(--text-small).",
        ),
        (
            ".a { font: 1rem serif; }",
            "a.css: font: 1rem serif is off the scale; name a step of tokens.css, as var(--text-small).",
        ),
    ],
)
def test_a_literal_is_told_with_its_rule_and_the_way_out(rule: str, told: str) -> None:
    assert literals(rule, "a.css") == [told]


def test_a_rule_that_names_roles_is_let_pass() -> None:
    """Names of roles and selectors that hold a color's word are no colors."""
    rule = ".red-line:not(.gray) { color: var(--ink); font: inherit; font-size: var(--raised); white-space: nowrap; }"
    assert literals(rule, "a.css") == []
