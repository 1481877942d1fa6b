"""A chart in a page: both its widths, of which the page's style shows one, its sentence and its downloads.

The chart itself is made by `calculators.contract.charts` and drawn by `publishing.charts.drawing`.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from publishing.charts.drawing import svg

ROOT_CLASS = 'class="marks"'


def drawings(chart: Mapping[str, Any]) -> Markup:
    """The chart drawn at every size, as images with its title for a name."""
    return Markup("").join(_image(svg(chart, size), size, chart["label"]) for size in chart["sizes"])


def _image(drawn: str, size: str, label: str) -> Markup:
    root, end, rest = drawn.partition(">")
    assert ROOT_CLASS in root, "Vega names the root of every drawing"
    root = root.replace(ROOT_CLASS, f'class="chart-{size}"')
    return Markup(root) + Markup(' role="img" aria-label="{}"').format(escape(label)) + Markup(end + rest)
