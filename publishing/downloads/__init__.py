"""The list of files to take along, drawn where a page asks for it, with their sizes once they are written.

```downloads
```

draws every file with what it holds. ```downloads wheel``` draws the two commands that put the calculators to work on a
reader's own machine. The links are relative and drawn here, since the files are in no folder before the site is built.
"""

import re
from pathlib import Path
from posixpath import relpath
from typing import Any

from markupsafe import Markup
from pymdownx.superfences import SuperFencesException

from calculators import calculator, names
from publishing.drawing import template
from publishing.export.files import files, wheel_place
from publishing.markdown.page import page_of
from publishing.places import address

TEMPLATE = template("downloads", "downloads.html")
WHEEL = "wheel"
SIZE = re.compile(r'<span data-size="(?P<place>[^"]+)"></span>')


def downloads_fence(source: str, language: str, css_class: str, options: dict[str, Any], md: Any, **kwargs: Any) -> str:
    """Draw the fence; superfences calls this.

    Raises:
        SuperFencesException: the fence holds a word that it does not know.
    """
    asked, here = source.strip(), address(page_of(md).place)
    if asked == WHEEL:
        return Markup(TEMPLATE.module.commands(commands()))  # type: ignore[attr-defined]  # a macro of the template
    if asked:
        way_out = f"Leave it empty, or write {WHEEL}."
        raise SuperFencesException(f"In a downloads fence: there is nothing called “{asked}”. {way_out}")
    listed = [(each, relpath(each.place, here or ".")) for each in files()]
    return Markup(TEMPLATE.module.files(listed))  # type: ignore[attr-defined]  # a macro of the template


def commands() -> list[str]:
    """What a reader types where the wheel lies: it is put in place, and answers with published numbers alone."""
    ready = next(name for name in names() if not any(field.required for field in calculator(name).fields.values()))
    install = f"python -m pip install {wheel_place().rpartition('/')[2]}"
    return [install, "python -m calculators", f"python -m calculators {ready}"]


def fill(site: Path) -> None:
    """Write the size of each file into the pages that list them."""
    for path in {found for found in site.rglob("*.html") if "data-size=" in found.read_text("utf-8")}:
        html = path.read_text("utf-8")
        sized = SIZE.sub(lambda match: size((site / match["place"]).stat().st_size), html)
        path.write_text(sized, "utf-8", newline="\n")


def size(count: int) -> str:
    """A number of bytes as one reads it: "84 kB"."""
    return f"{max(1, round(count / 1000))} kB"
