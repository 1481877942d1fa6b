"""Tells of fences that were left as code: superfences says nothing when a drawing fails in an unforeseen way."""

import re
from pathlib import Path

from publishing import ROOT

NAMES = re.compile(r"^ +- name: ([a-z-]+)$", re.MULTILINE)


def undrawn(site: Path, settings: str | None = None) -> list[str]:
    """Each page with a fence of ours that stands there as code, and the fence's name."""
    names = NAMES.findall((ROOT / "mkdocs.yml").read_text("utf-8") if settings is None else settings)
    left = re.compile(rf"<p><code>({'|'.join(names)})\n|<code class=\"language-({'|'.join(names)})\"")
    found = []
    for path in sorted(site.rglob("*.html")):
        fences = [one or other for one, other in left.findall(path.read_text("utf-8"))]
        found += [f"{path.relative_to(site).as_posix()}: the fence “{name}” was left as code." for name in fences]
    return found
