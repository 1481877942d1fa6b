"""Charts drawn at build time, by the same Vega that draws them again in the reader's browser.

A kind of chart is one Vega-Lite file here, compiled once to Vega. Into the compiled drawing go the numbers, texts
and measures of one chart; `drawing.mjs` puts them in alike. What was drawn is kept by the hash of all that went
into it. Left out on purpose: whatever would need measured text, since no two places measure it the same.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from publishing import CACHE

KINDS = ("line", "bars")
VEGA_LITE = "6.4"
MEASURES = ("width", "height", "padding")


@cache
def compiled() -> dict[str, Any]:
    """The drawing of each kind, in Vega."""
    return {kind: json.loads(_kept(_source(kind), "json", _compile)) for kind in KINDS}


def _source(kind: str) -> str:
    return (Path(__file__).parent / f"{kind}.vl.json").read_text("utf-8")


def _compile(source: str) -> str:
    import vl_convert  # noqa: PLC0415  # takes a second to start; wanted only for what is not kept yet

    return json.dumps(vl_convert.vegalite_to_vega(source, vl_version=VEGA_LITE), sort_keys=True)


def filled(drawing: Mapping[str, Any], chart: Mapping[str, Any], size: str) -> dict[str, Any]:
    """The drawing with a chart's numbers, texts and measures at one size."""
    room = chart["sizes"][size]
    data, signals = {"rows": chart["rows"], **room["data"]}, {**chart["signals"], **room["signals"]}
    return {
        **drawing,
        **{name: room[name] for name in MEASURES},
        "data": [_put(each, "values", data) for each in drawing["data"]],
        "signals": [_put(each, "value", signals) for each in drawing["signals"]],
    }


def _put(each: Mapping[str, Any], key: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return {**each, key: given[each["name"]]} if each["name"] in given else dict(each)


def svg(chart: Mapping[str, Any], size: str) -> str:
    """The chart as SVG."""
    made_from = json.dumps(filled(compiled()[chart["kind"]], chart, size), sort_keys=True)
    return _kept(made_from, "svg", _draw)


def _draw(source: str) -> str:
    import vl_convert  # noqa: PLC0415  # as above

    drawn: str = vl_convert.vega_to_svg(source)
    return drawn


def _kept(source: str, kind: str, make: Callable[[str], str]) -> str:
    """What `make` gives for this source, made once for each version of what makes it."""
    version = metadata.version("vl-convert-python")
    path = CACHE / "charts" / f"{hashlib.sha256(f'{version} {source}'.encode()).hexdigest()[:32]}.{kind}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_text(make(source), "utf-8")
        unfinished.replace(path)
    return path.read_text("utf-8")
