"""The proof: every worked example answered at the build, and a page on which a reader's browser answers them again.

    ```proof
    ```

draws the button, what there is to run, and the places for what comes out. `proof.mjs` puts the examples
to the worker one at a time; Python compares, in `calculators.contract.proof`.
"""

import json
import platform
from typing import Any

from markupsafe import Markup

from calculators import calculator, knowledge, names
from calculators.contract.examples import examples
from calculators.contract.proof import texts
from calculators.contract.release import release
from publishing.drawing import template
from publishing.markdown.page import calculator_pages, page_of
from publishing.places import way

TEMPLATE = template("proof", "proof.html")
EXPECTED = "proof.json"
SCHEMA = 1


def expected_answers() -> bytes:
    """The file of expected answers: of every calculator each worked example, with all texts of its answer."""
    made = {
        "schema": SCHEMA,
        "release": release(),
        "python": python(),
        "calculators": [{"calculator": name, "cases": cases(name)} for name in names()],
    }
    return json.dumps(made, ensure_ascii=False).encode()


def cases(name: str) -> list[dict[str, Any]]:
    """The worked examples of one calculator, numbered as its page numbers them."""
    asked, known = calculator(name), knowledge()
    given = [each["inputs"] for each in examples(name)]
    return [
        {"number": number, "inputs": inputs, "expected": texts(asked, inputs, known)}
        for number, inputs in enumerate(given, 1)
    ]


def python() -> str:
    """The Python of this build: "CPython 3.13.0"."""
    return f"{platform.python_implementation()} {platform.python_version()}"


def proof_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this."""
    return draw(page_of(md).place)


def draw(place: str) -> Markup:
    """The proof for the page at `place`."""
    pages = calculator_pages()
    html = TEMPLATE.render(
        calculators=[calculator(name) for name in names()],
        counts={name: len(examples(name)) for name in names()},
        ways={name: way(page, place) for name, page in pages.items()},
        python=python(),
        release=release(),
    )
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))
