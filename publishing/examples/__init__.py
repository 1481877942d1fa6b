"""What a calculator's own page shows beside it: its worked examples, and the figures that it starts from.

    ```examples
    market-growth
    ```

draws the examples that lie beside the calculator, the very ones that the tests run, each with a link
that opens the calculator on this page with its inputs;

    ```rests-on
    market-growth
    ```

draws the table of the figures that are its defaults, and of the editions that it lets a reader choose.
"""

from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import calculator, knowledge
from calculators.contract.answer import answer
from calculators.contract.examples import examples
from calculators.contract.fields import figures_of as offered
from calculators.contract.reading import read_inputs
from calculators.contract.shape import Calculator
from data.figures import Figure
from data.units import UNITS
from publishing.drawing import template
from publishing.examples.inputs import said
from publishing.markdown.page import page_of
from publishing.places import way
from publishing.tables import draw_figures

TEMPLATE = template("examples", "examples.html")
PROOF = "proof.md"
UNFOLDED = 3
MOST_ROWS = 4
CAPTION = "What it starts from or offers"
NO_FIGURE = "It rests on no published figure: every number in it is yours to give."


def examples_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one fence of examples; superfences calls this.

    Raises:
        SuperFencesException: the fence names no calculator.
    """
    return draw_examples(_named(source, "examples"), page_of(md).place)


def rests_on_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one fence of figures; superfences calls this.

    Raises:
        SuperFencesException: the fence names no calculator.
    """
    asked = _named(source, "rests-on")
    figures = figures_of(asked)
    if not figures:
        return Markup("<p>{}</p>").format(NO_FIGURE)
    return draw_figures(CAPTION, figures, page_of(md), f"rests-on-{asked.name}")


def _named(source: str, fence: str) -> Calculator:
    try:
        return calculator(source.strip())
    except LookupError as error:
        raise SuperFencesException(f"In the fence “{fence}”: {error.args[0]} Correct its name.") from error


def figures_of(asked: Calculator) -> list[Figure]:
    """Every figure that an input starts from or offers, once, in the order of the inputs."""
    return list(dict.fromkeys(each for field in asked.fields.values() for each in offered(field, knowledge())))


def draw_examples(asked: Calculator, place: str) -> Markup:
    """The worked examples as a list, for the page at `place`; all after the third are folded away."""
    drawn = [_example(asked, each) for each in examples(asked.name)]
    html = TEMPLATE.render(name=asked.name, shown=drawn[:UNFOLDED], folded=drawn[UNFOLDED:], proof=way(PROOF, place))
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _example(asked: Calculator, case: dict[str, Any]) -> dict[str, Any]:
    """What the template shows of one example."""
    given = answer(asked, case["inputs"], knowledge())
    read = read_inputs(asked, case["inputs"], knowledge()).values
    return {
        "inputs": [
            (field.input.label, said(field, read[name], case["inputs"][name]))
            for name, field in asked.fields.items()
            if name in case["inputs"]
        ],
        "outputs": [
            (asked.words(name), *_phrase(given["outputs"][name], text), case.get("bands", {}).get(name, ""))
            for name, text in case.get("outputs", {}).items()
        ],
        "tables": [_table(asked, name, given, case[name]) for name in asked.tables if name in case],
        "origin": case["origin"],
        "query": urlencode(case["inputs"]),
    }


def _phrase(cell: dict[str, Any], text: str) -> tuple[str, bool]:
    """An expected text, with its unit where the answer has a number there, and whether it has."""
    number = bool(cell["unit"]) and cell["value"] is not None
    return (UNITS[cell["unit"]].phrase(text) if number else text), number


def _table(asked: Calculator, name: str, given: dict[str, Any], rows: list[list[str]]) -> dict[str, Any]:
    columns = given["tables"][name]["columns"]
    heads = [(column["label"], UNITS[column["unit"]].beside if column["unit"] else "") for column in columns]
    return {"label": asked.words(name), "heads": heads, "rows": rows[:MOST_ROWS], "more": len(rows[MOST_ROWS:])}
