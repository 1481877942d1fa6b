"""The first screen of the home page: what may be added to its first sentence, from the figure and not typed again.

```band
convergence-market-2023
```

draws what the published rounding leaves open, where the sentence above it has said the number. Number, doubt,
chart and ways on are plain Markdown around it; `home.css` sets them side by side where there is room.
"""

from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import knowledge
from data.records import nearest
from publishing.words import allowance


def band_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the line; superfences calls this.

    Raises:
        SuperFencesException: the fence names no figure, or one of which no rounding is known.
    """
    try:
        return draw_band(source.strip())
    except LookupError as error:
        raise SuperFencesException(f"In a band fence: {error.args[0]}") from error


def draw_band(name: str) -> Markup:
    """What the published rounding of the figure called `name` leaves open.

    Raises:
        LookupError: there is no such figure, or no rounding of it is known.
    """
    figures = knowledge().figures
    if name not in figures:
        raise LookupError(f"there is no figure “{name}”. Correct the id.{nearest(name, figures)}")
    figure = figures[name]
    if figure.rounded_to is None or figure.bound or figure.kind == "derived":
        raise LookupError(f"of {name} no published rounding is known. Name a figure that has rounded_to.")
    return Markup('<p class="home-band">{}</p>').format(allowance(figure))
