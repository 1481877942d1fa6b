"""The changelog as a page, with a place for every release to which a calculator's old link can point.

```changes
```
"""

import re
from typing import Any

import markdown
from markupsafe import Markup

from calculators.contract.release import release
from publishing import ROOT

HEADING = re.compile(r"^## \[?(?P<name>[^\]\s]+)\]?(?P<rest>.*)$", re.MULTILINE)


def changes_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8").partition("\n## ")[2]
    return Markup('<section class="changes">{}</section>').format(
        Markup(draw(f"## {text}", release().partition("+")[0]))
    )


def draw(text: str, version: str) -> str:
    """The changelog's releases as HTML; while `version` has no heading yet, its place is at the unreleased changes."""
    names = [match["name"].lower() for match in HEADING.finditer(text)]

    def heading(match: re.Match[str]) -> str:
        name = match["name"].lower()
        also = f'<span id="release-{version}"></span>' if name == "unreleased" and version not in names else ""
        return f'<h2 id="release-{name}">{also}{match["name"]}{match["rest"]}</h2>'

    return markdown.markdown(HEADING.sub(heading, text))
