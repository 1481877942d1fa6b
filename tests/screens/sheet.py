"""The sheet: all pictures small on one page, grouped by page, each a link to itself in full."""

from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path

from tests.screens.taking import Picture

STYLE = """body { font: 14px/1.4 system-ui, sans-serif; margin: 16px; background: #888; }
h2 { margin: 24px 0 8px; } section { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; }
figure { margin: 0; } figcaption { font-size: 11px; } img { display: block; height: 420px; width: auto; max-width: 420px; object-fit: cover; object-position: top; }
figure.narrow img { width: 200px; } figure.wide img { width: 420px; }"""


def write_sheet(folder: Path, pictures: Iterable[Picture]) -> Path:
    """Write index.html beside the pictures; returns its path."""
    groups = groupby(sorted(pictures, key=lambda each: each.page), key=lambda each: each.page)
    body = "\n".join(
        f"<h2>{escape(page)}</h2>\n<section>{''.join(map(shown, each))}</section>" for page, each in groups
    )
    page = f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Screens</title><style>{STYLE}</style></head><body>\n{body}\n</body></html>\n'
    path = folder / "index.html"
    path.write_text(page, "utf-8")
    return path


def shown(picture: Picture) -> str:
    words = f"{picture.state}, {picture.width}, {picture.scheme}"
    file = escape(picture.file)
    kind = "narrow" if picture.width < 700 else "wide"
    return (
        f'<figure class="{kind}"><a href="{file}"><img src="{file}" alt="{escape(words)}" loading="lazy"></a>'
        f"<figcaption>{escape(words)}</figcaption></figure>"
    )
