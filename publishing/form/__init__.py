"""The calculator as a form with its answer already worked out, drawn where a page's fence asks for it.

    ```calculator
    market-growth
    target_year = 2027
    ```

The first line names the calculator; TOML below it gives another start than the default. The same
JSON that the worker sends later is drawn here, so that static and live answer are the same text.
"""

import tomllib
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import calculator, knowledge
from calculators.contract.answer import answer, data_value, no_answer
from calculators.contract.reading import InputProblems, Missing, default_of, figure_of
from data.units import LARGEST, canonical
from publishing.drawing import template
from publishing.words import STANDING, allowance, when

TEMPLATE = template("form", "form.html")


def fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one fence; superfences calls this with the fence's content.

    Raises:
        SuperFencesException: the fence names no calculator, or starts it with wrong inputs.
    """
    try:
        name, start = read_fence(source)
        return draw(name, start, _number_on_page(md, name))
    except (LookupError, InputProblems, tomllib.TOMLDecodeError) as error:
        words = error.args[0] if error.args else error
        raise SuperFencesException(
            f"In the calculator fence “{source.strip().partition(chr(10))[0]}”: {words}"
        ) from error


def read_fence(source: str) -> tuple[str, dict[str, str]]:
    """The calculator's name and the texts its inputs start with."""
    name, _, rest = source.strip().partition("\n")
    start = {key: _text(value) for key, value in tomllib.loads(rest).items()}
    return name.strip(), start


def _text(value: object) -> str:
    finite = isinstance(value, int | float) and abs(value) < LARGEST
    return canonical(value) if finite and isinstance(value, int | float) else str(value)


def draw(name: str, start: dict[str, str], number: int = 1) -> str:
    """The calculator as HTML; `number` tells several of one name on a page apart."""
    asked = calculator(name)
    known = knowledge()
    try:
        given, state = answer(asked, start, known), "static"
    except Missing as missing:
        given, state = no_answer(asked, missing), "waiting"
    stem = f"calculator-{name}" + (f"-{number}" if number > 1 else "")
    figures = {field.name: figure_of(field, known) for field in asked.fields.values()}
    values = {field.name: default_of(field, known) for field in asked.fields.values()}
    defaults = {name: "" if value is None else canonical(value) for name, value in values.items()}
    figure_ids = dict.fromkeys(figure.id for figure in figures.values() if figure)
    html = TEMPLATE.render(
        asked=asked, given=given, stem=stem, start=start, defaults=defaults, figures=figures,
        rests_on=[known.figures[name] for name in figure_ids], state=state,
        known=known, standing=STANDING, data_value=data_value, allowance=allowance, when=when,
    )  # fmt: skip
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _number_on_page(md: Any, name: str) -> int:
    """How many calculators of this name the page has by now; counted on the page's own Markdown object."""
    counts: dict[str, int] = md.__dict__.setdefault("calculators_on_page", {})
    counts[name] = counts.get(name, 0) + 1
    return counts[name]
