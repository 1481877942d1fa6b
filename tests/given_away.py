"""A small made-up publication with a source of each kind of permission, to see what reaches a reader and what does not.

Its telling numbers occur nowhere else, so that one that gets out is found in whatever file it gets into.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from data.claims import Claim
from data.knowledge import Figure, Knowledge, Source
from publishing.claims.verdict import Checked
from publishing.export.contents import Contents
from publishing.uses import Use

ROWS = [
    {"segment": "Devices", "year": "2023", "spending": "31337", "growth": "-8.5"},
    {"segment": "Software", "year": "2023", "spending": "41414", "growth": ""},
]
Permission = Literal["value", "table", "none"]


def source(permission: Permission, **keys: object) -> Source:
    """A source whose id is what it permits."""
    make: Callable[..., Source] = partial(
        Source, id=permission, title="A title", publisher=f"Maker of {permission}", kind="estimate",
        interest="Sells it.", licence="Its own.", redistribute=permission, url=f"https://example.org/{permission}",
        published="2024-11",
    )  # fmt: skip
    return make(**keys)


def figure(name: str, of: str, value: float | None = None, **keys: object) -> Figure:
    """A figure of the source called `of`, whose words hold its number too."""
    told = {} if value is None else {"value": value, "rounded_to": 1, "quote": f"was {value}", "note": f"Not {value}."}
    make: Callable[..., Figure] = partial(
        Figure, id=name, label=f"Size {name}", unit="USD billion", as_of="2023", scope="World", kind="estimate",
        source=of, read="the whole", standing="second-hand", review_by=date(2027, 11, 30),
    )  # fmt: skip
    return make(**{**told, **keys})


def contents(*extra: Figure, root: str = "https://example.org/site/") -> Contents:
    """Three sources, a figure and a table of each, a figure worked out from a withheld one, and two claims."""
    kinds: tuple[Permission, ...] = ("value", "table", "none")
    figures = [
        figure("open", "value", 27182, measures="size", edition="2024"),
        figure("open-later", "value", 27183, measures="size", edition="2025", from_="{open} + 1", kind="derived"),
        figure("tabled", "table", 31415),
        figure("withheld", "none", 66260, measures="size", edition="2023"),
        figure("beneath", "value", 66261, from_="{withheld} + 1", kind="derived"),
        figure("read-there", "value", 66262, via="none"),
        *(figure(f"rows-{kind}", kind, series=f"rows-{kind}", unit="USD million", rounded_to=1) for kind in kinds),
        *extra,
    ]
    known = Knowledge({kind: source(kind) for kind in kinds}, {each.id: each for each in figures})
    claims = [
        Claim("free", "It was 27182.", "value", "not-testable", figures=("open",), untestable="It is 27182."),
        Claim("bound", "It was 66260.", "none", "not-testable", figures=("open",), untestable="It is 66260."),
        Claim("about", "It was 66260.", "value", "not-testable", figures=("withheld",), untestable="It is 66260."),
    ]
    uses = {"open": [Use("", "Home"), Use("calculators/share/", "Share"), Use("market/", "Market")]}
    return Contents(known, [Checked(each, each.verdict) for each in claims], uses, root)
