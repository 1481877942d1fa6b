"""The page of components: any part of the pages in any of its states, drawn by the part's own template.

    ```component
    calculator = "market-growth"
    state      = "wrong"
    field      = "rate"
    ```

One key says which part: `calculator`, `reference`, `card`, `definition`, `overdue`, `band`, `citing`, `figure` and
`gone` hold an id, `list` and `sources` several, `claim` a verdict, `age`, `tally` and `proof` a state, `changes` a
changelog to draw. What a fence draws anyway stands on the page by that fence. What a script would have done to the
part by then is done to its markup in `publishing.components.states`. Left out: the theme's own parts.
"""

import re
import tomllib
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from publishing.components.answered import ANSWERED
from publishing.components.parts import DRAWN
from publishing.components.states import PARTS, in_state
from publishing.markdown.page import Page, page_of

LANDMARK = re.compile(r"<section(?=\s)(?![^>]*\srole=)")  # several of one name are no use as landmarks
SPECIMEN = Markup('<div class="component component-{}">{}</div>')


def component_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw one part in one state; superfences calls this.

    Raises:
        SuperFencesException: the fence names a part, a state or a record that there is not.
    """
    try:
        return draw(tomllib.loads(source), page_of(md), _number_on_page(md))
    except (tomllib.TOMLDecodeError, LookupError, ValueError) as error:
        raise SuperFencesException(f"In a component fence: {error.args[0]}") from error


def draw(asked: dict[str, Any], page: Page, number: int) -> Markup:
    """The part that is asked for; `number` tells the specimens of a page apart, by their ids."""
    part = next((name for name in DRAWN if name in asked), None)
    if part is None:
        raise LookupError(f"It names no part. Write one of {', '.join(DRAWN)}.")
    html = DRAWN[part](asked[part], asked, page, number)
    own = "" if part == "calculator" else f"specimen-{number}-"  # a calculator's script knows it by its id
    state = asked.get("state", PARTS[part][0])
    answered = ANSWERED[state](asked[part], inputs_of(asked)) if state in ANSWERED else []
    drawn = in_state(html, part, state, own=own, field=asked.get("field", ""), answered=answered)
    drawn = LANDMARK.sub('<section role="group"', drawn)
    return SPECIMEN.format(part, Markup("\n".join(line for line in drawn.splitlines() if line.strip())))


def _number_on_page(md: Any) -> int:
    md.__dict__["components_on_page"] = md.__dict__.get("components_on_page", 0) + 1
    return int(md.__dict__["components_on_page"])


def inputs_of(asked: dict[str, Any]) -> dict[str, str]:
    """The texts that a calculator's specimen starts with."""
    return {key: str(text) for key, text in asked.get("inputs", {}).items()}
