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
from urllib.parse import urlencode

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import calculator, knowledge
from calculators.contract.answer import answer, data_value, no_answer
from calculators.contract.examples import presets
from calculators.contract.fields import editions_of, family_of, figure_of, figures_of, shown, value_in
from calculators.contract.reading import InputProblems, Missing
from calculators.contract.shape import Calculator, Field, Verdict
from calculators.contract.values import Reader
from calculators.contract.worker import after, beside
from data.dates import when
from data.figures import Figure
from data.units import LARGEST, UNITS, canonical
from publishing.age import draw_age, draw_age_of_answer
from publishing.beforehand import draw_beforehand
from publishing.changes import way_to_changes
from publishing.charts import drawings
from publishing.drawing import template
from publishing.markdown.page import OWN_PAGES, Page, page_of
from publishing.words import STANDING, allowance
from publishing.working import mathml

TEMPLATE = template("form", "form.html")


def fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one fence; superfences calls this with the fence's content.

    Raises:
        SuperFencesException: the fence names no calculator, or starts it with wrong inputs.
    """
    try:
        name, start = read_fence(source)
        return draw(name, start, _number_on_page(md, name), page_of(md))
    except (LookupError, InputProblems, ValueError) as error:
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
    if isinstance(value, bool):
        return "yes" if value else "no"
    finite = isinstance(value, int | float) and abs(value) < LARGEST
    return canonical(value) if finite and isinstance(value, int | float) else str(value)


def draw(name: str, start: dict[str, str], number: int = 1, page: Page | None = None) -> str:
    """The calculator as HTML; `number` tells several of one name on a page apart."""
    asked, known = calculator(name), knowledge()
    page = page or Page("index.md")
    try:
        given, state = answer(asked, start, known), "static"
    except Missing as missing:
        given, state = no_answer(asked, missing, known), "waiting"
    figures = {field.name: figure_of(field, known) for field in asked.fields.values()}
    offered = dict.fromkeys(each for field in asked.fields.values() for each in figures_of(field, known))
    families = [each for field in asked.fields.values() for each in family_of(field, known)]
    own_page = page.place == f"{OWN_PAGES}/{name}.md"
    notes = {figure.id: page.note(figure.id) for figure in offered if figure.value is not None}
    html = TEMPLATE.render(
        asked=asked, given=given, state=state, start=start, figures=figures, known=known, notes=notes,
        stem=f"calculator-{name}" + (f"-{number}" if number > 1 else ""),
        defaults={field.name: _default(field) for field in asked.fields.values()},
        editions={field.name: _editions(field) for field in asked.fields.values()},
        rests_on=list(dict.fromkeys(each for each in [*figures.values(), *families] if each)),
        presets=[{**each, "query": urlencode(each["inputs"])} for each in presets(name)],
        age_of_answer=draw_age_of_answer(given), draw_age=draw_age,
        own_page=own_page, heading="h2" if own_page else "h4", beforehand=draw_beforehand(asked, start),
        example=_example(asked), changes=way_to_changes(name, page.place),
        numeric_outputs={key: said for key, said in asked.outputs.items() if not isinstance(said, Verdict)},
        drawn={key: drawings(chart) for key, chart in given["charts"].items()},
        is_verdict=lambda said: isinstance(said, Verdict), beside=beside, after=after,
        standing=STANDING, data_value=data_value, allowance=allowance, when=when, mathml=mathml,
    )  # fmt: skip
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _default(field: Field) -> str:
    """What the control holds at the start; empty where the reader must give it."""
    if field.required or (field.optional and not field.published):
        return ""
    return Reader(knowledge(), "own money").read(field, None).text


def _editions(field: Field) -> list[dict[str, str]]:
    """What a reader may choose in the number's place: its value as written, and what it is."""
    known = knowledge()
    return [
        {"value": canonical(value_in(field, figure, figure.number)), "words": _edition(field, figure)}
        for figure in editions_of(field, known)
    ]


def _edition(field: Field, figure: Figure) -> str:
    """An edition in a list to choose from: "Gartner, January 2024: 4,678.847"."""
    publisher = knowledge().source_of(figure).publisher
    value = shown(value_in(field, figure, figure.number), field.input.unit)
    return f"{publisher}, {when(str(figure.edition))}: {value}"


def _example(asked: Calculator) -> dict[str, Any] | None:
    """The worked example of a calculator whose inputs are the reader's: what it gives, and how to fill it in."""
    if not asked.required:
        return None
    given = answer(asked, asked.example, knowledge())
    inputs = ", ".join(f"{asked.words(name)}: {_phrase(asked.fields[name], given)}" for name in asked.example)
    return {"query": urlencode(asked.example), "inputs": inputs, "given": given}


def _phrase(field: Field, given: dict[str, Any]) -> str:
    """An input in a sentence."""
    said = given["inputs"][field.name]
    if field.kind == "table":
        return f"{len(said['value'])} rows"
    return UNITS[said["unit"]].phrase(said["text"]) if field.numeric else str(said["text"])


def _number_on_page(md: Any, name: str) -> int:
    """How many calculators of this name the page has by now; counted on the page's own Markdown object."""
    counts: dict[str, int] = md.__dict__.setdefault("calculators_on_page", {})
    counts[name] = counts.get(name, 0) + 1
    return counts[name]
