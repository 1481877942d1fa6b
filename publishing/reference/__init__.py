"""The reference of all calculators, drawn from their shapes alone.

```reference
```
"""

from typing import Any

from markupsafe import Markup

from calculators import calculator, knowledge, names
from calculators.contract.examples import presets
from calculators.contract.plain import takes
from calculators.contract.shape import Calculator, Verdict
from publishing.drawing import template
from publishing.markdown.page import calculator_pages, page_of
from publishing.places import way

TEMPLATE = template("reference", "reference.html")


def reference_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this."""
    return draw([calculator(name) for name in names()], page_of(md).place)


def draw(calculators: list[Calculator], place: str) -> Markup:
    """The reference for the page at `place`."""
    pages, known = calculator_pages(), knowledge()
    html = TEMPLATE.render(
        calculators=calculators,
        ways={each.name: way(pages[each.name], place) for each in calculators if each.name in pages},
        takes=lambda field: takes(field, known),
        is_verdict=lambda said: isinstance(said, Verdict),
        commands={each.name: _command(each) for each in calculators},
        presets={each.name: presets(each.name) for each in calculators},
    )
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))


def _command(asked: Calculator) -> str:
    """A command that works: with the example where the inputs are the reader's."""
    texts = [f'"{name}={text}"' for name, text in asked.example.items() if "\n" not in text]
    return " ".join(["python -m calculators", asked.name, *texts, "--json"])
