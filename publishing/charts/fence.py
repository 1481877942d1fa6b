"""A chart in an article, where its page's fence asks for it; its numbers fold out below it as a table."""

import tomllib
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import knowledge
from calculators.contract.reading import InputProblems, Missing
from publishing.age import draw_mark
from publishing.charts import drawings
from publishing.charts.asked import Asked, read_asked
from publishing.drawing import template
from publishing.markdown.page import Page, page_of
from publishing.tables import draw_figures

WRONG = (tomllib.TOMLDecodeError, LookupError, ValueError, InputProblems, Missing)
TEMPLATE = template("charts", "article.html")
TABLE = "The numbers of this chart"


def chart_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one chart; superfences calls this.

    Raises:
        SuperFencesException: the fence asks for what there is not.
    """
    try:
        return draw(read_asked(source, knowledge()), page_of(md), _number_on_page(md))
    except WRONG as error:
        raise SuperFencesException(f"In a chart fence: {error}") from error


def draw(asked: Asked, page: Page, number: int = 1) -> Markup:
    """The chart as HTML; `number` tells the charts of a page apart."""
    for figure in asked.figures:
        if figure.value is not None:
            page.note(figure.id)
    name = f"{PurePosixPath(page.place).stem}-chart-{number}"
    html = TEMPLATE.render(
        name=name, chart=asked.chart, drawn=drawings(asked.chart), label=TABLE, mark=draw_mark(*asked.figures),
        table=asked.answer["tables"][asked.table] if asked.answer else None,
        figures=None if asked.answer else draw_figures(asked.chart["label"], asked.figures, page, name),
    )  # fmt: skip
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _number_on_page(md: Any) -> int:
    md.__dict__["charts_on_page"] = md.__dict__.get("charts_on_page", 0) + 1
    return int(md.__dict__["charts_on_page"])
