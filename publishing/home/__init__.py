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
    name, known = source.strip(), knowledge()
    if name not in known.figures:
        way_out = f"Correct the id.{nearest(name, known.figures)}"
        raise SuperFencesException(f"In a band fence: there is no figure “{name}”. {way_out}")
    figure = known.figures[name]
    if figure.rounded_to is None or figure.bound or figure.kind == "derived":
        raise SuperFencesException(
            f"In a band fence: of {name} no published rounding is known. Name a figure that has rounded_to."
        )
    return Markup('<p class="home-band">{}</p>').format(allowance(figure))
