"""Charts as drawn at build time: safe under the policy, in the page's colors, both sizes, kept once drawn."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.charts import SENSITIVITY
from calculators.contract.charts.frame import TEXT, TITLES, WIDTHS
from publishing import ROOT
from publishing.charts import drawing, drawings
from tests.cases import all_names, first_example, shape

ALL = pytest.mark.parametrize("name", all_names())
TOKENS = (ROOT / "publishing" / "look" / "tokens.css").read_text("utf-8")
SCHEMES = re.findall(r'\[data-md-color-scheme="(?:default|slate)"\] \{(.*?)\}', TOKENS, re.DOTALL)[:2]


def charts(name: str) -> dict[str, Any]:
    found: dict[str, Any] = answer(shape(name), first_example(name)["inputs"], knowledge())["charts"]
    return found


@pytest.mark.slow
@ALL
def test_a_drawing_holds_no_style_no_script_and_no_color_of_its_own(name: str) -> None:
    for chart in charts(name).values():
        for size in WIDTHS:
            drawn = drawing.svg(chart, size)
            assert not re.search(r"style=|<style|<script|\son\w+=|href=", drawn)
            colors = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) - {"none"}
            roles = {re.fullmatch(r"var\((--chart-[a-z0-9]+)\)", color) for color in colors}
            assert roles and all(role and all(f"{role[1]}:" in scheme for scheme in SCHEMES) for role in roles), colors


@pytest.mark.slow
@ALL
def test_every_number_and_word_of_a_chart_is_drawn(name: str) -> None:
    for chart in charts(name).values():
        for size, room in chart["sizes"].items():
            words = re.findall(r"<t(?:ext|span)[^>]*>([^<]+)<", drawing.svg(chart, size))
            said = [*room["signals"]["title"], *room["signals"]["subtitle"], *room["signals"]["source"]]
            said += [line for rows in room["data"].values() for row in rows for line in row.get("text", "").split("\n")]
            assert {line for line in said if line} <= {word.replace("&amp;", "&") for word in words}


def test_both_sizes_are_images_with_the_title_for_a_name() -> None:
    html = drawings(charts("every-chart")["parts"])
    assert re.findall(r'<svg [^>]*class="chart-(\w+)"[^>]* role="img" aria-label="([^"]+)"', html) == [
        ("narrow", "$60.0 million in all"),
        ("wide", "$60.0 million in all"),
    ]
    assert re.findall(r'<svg [^>]*width="(\d+)"', html) == ["288", "636"]
    assert "<b>" not in drawings({**charts("every-chart")["parts"], "label": '"<b>'})


def test_bars_from_zero_are_as_long_as_their_numbers() -> None:
    """30, 25 and 5: read off the drawing, the second is 25/30 and the third 5/30 of the first."""
    chart = charts("every-chart")["amounts"]
    drawn = drawing.svg(chart, "wide")
    group = re.search(r'class="mark-rect role-mark layer_0_marks"[^>]*>(.*?)</g>', drawn)
    assert group
    lengths = [float(each) for each in re.findall(r'd="M[\d.]+,[\d.]+h([\d.]+)', group[1])]
    assert [length / lengths[0] for length in lengths] == pytest.approx([1, 25 / 30, 5 / 30], abs=1e-3)


def test_band_and_mark_are_drawn_where_there_are_some() -> None:
    growth = drawing.svg(charts("market-growth")["path"], "wide")
    assert 'fill="var(--chart-band)"' in growth and 'stroke-dasharray="5,4"' in growth
    plain = answer(shape("market-growth"), {"base": "700", "rate": "8"}, knowledge())["charts"]["path"]
    assert 'fill="var(--chart-band)"' not in drawing.svg(plain, "wide")
    assert charts("every-chart")["rates"]["marks"] == []
    assert 'stroke-dasharray="5,4"' not in drawing.svg(charts("every-chart")["rates"], "wide")


def test_lines_differ_in_more_than_color() -> None:
    drawn = drawing.svg(charts("every-chart")["both"], "wide")
    lines = re.findall(r'stroke="(var\(--chart-\d\))"[^>]*stroke-dasharray="([\d,]+)"', drawn)
    assert len(lines) == len(dict(lines)) == len({dash for _, dash in lines}) == 2


def test_a_missing_value_breaks_the_line() -> None:
    """Three places, the middle one without a value: two moves, and no line from the first to the last."""
    chart = charts("every-chart")["rates"]
    chart["rows"][1]["value"] = None
    chart["rows"][2]["value"] = 1.0
    [path] = re.findall(r'<path[^>]* d="([^"]*)" stroke="var\(--chart-1\)"', drawing.svg(chart, "wide"))
    assert path.count("M") == 2


@pytest.mark.parametrize("kind", drawing.KINDS)
def test_letters_are_as_large_as_their_room_was_reckoned_for(kind: str) -> None:
    compiled = drawing.compiled()[kind]
    sizes = set(re.findall(r'"fontSize": \{"value": (\d+)\}', json.dumps(compiled)))
    assert compiled["config"]["style"].get("text", {}).get("fontSize", TEXT) == TEXT and sizes <= {str(TEXT)}
    assert min(TEXT, *TITLES.values()) >= 12
    for size, chart in (("narrow", charts("market-growth")["path"]), ("wide", charts("every-chart")["parts"])):
        assert set(re.findall(r'font-size="(\d+)px"', drawing.svg(chart, size))) == {str(TEXT), str(TITLES[size])}


def test_what_was_drawn_is_kept_and_another_chart_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(drawing.CACHE / "charts", tmp_path / "charts") if (drawing.CACHE / "charts").exists() else None
    monkeypatch.setattr(drawing, "CACHE", tmp_path)
    chart = charts("market-growth")["path"]
    first = drawing.svg(chart, "wide")
    monkeypatch.setattr(drawing, "_draw", lambda source: pytest.fail("it was drawn again"))
    assert drawing.svg(chart, "wide") == first
    chart["signals"]["high"] = 2000.0
    with pytest.raises(pytest.fail.Exception):
        drawing.svg(chart, "wide")


def test_both_sides_draw_with_one_version_of_vega() -> None:
    import vl_convert

    package = json.loads((ROOT / "node_modules" / "vega" / "package.json").read_text("utf-8"))
    assert package["version"] == vl_convert.get_vega_version()


def test_the_interpreter_takes_what_it_imports_from_vega(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from publishing.charts import scripts

    interpreter = scripts.scripts()["vega-interpreter.mjs"].decode()
    assert interpreter.startswith("const { ascending, isString, DisallowedObjectProperties } = globalThis.vega;")
    assert "import" not in interpreter and "export { expression as expressionInterpreter }" in interpreter
    other = tmp_path / "vega-interpreter.js"
    other.write_text("import { ascending } from 'other';\n", "utf-8")
    monkeypatch.setattr(scripts, "INTERPRETER", other)
    with pytest.raises(RuntimeError, match=r"It imports in another way\. Mend publishing/charts/scripts\.py\."):
        scripts.scripts()


def luminance(color: str) -> float:
    """By the formula of WCAG 2.2, from "#rrggbb"."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_words_stand_out_at_7_to_1_and_marks_at_3_to_1(scheme: str) -> None:
    colors = dict(re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{6});", scheme))
    colors |= {name: colors[role] for name, role in re.findall(r"(--[a-z0-9-]+): var\((--[a-z0-9-]+)\);", scheme)}
    grounds = [colors["--paper"], colors["--panel"]]
    words = [colors["--ink"], *(colors[f"--chart-{role}"] for role in ("quiet", "mark", "1", "2", "3", "4"))]
    marks = [colors[f"--chart-{role}"] for role in ("bar", "whole", "zero")]
    assert [(word, ground) for word in words for ground in grounds if contrast(word, ground) < 7] == []
    assert [(mark, ground) for mark in marks for ground in grounds if contrast(mark, ground) < 3] == []


def test_a_waiting_calculator_shows_no_chart_and_one_without_sensitivity_none_of_it() -> None:
    from publishing.form import draw

    waiting = draw("technology-budget", {})
    assert "<svg" not in waiting and 'data-chart="sensitivity"' in waiting
    assert SENSITIVITY not in answer(shape("own-share"), {"part": "8", "whole": "40"}, knowledge())["charts"]
    assert draw("market-growth", {}).count("<svg") == 4
