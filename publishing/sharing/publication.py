"""What the publication says of itself as a whole: its name, its description, its map, and where it stands.

Name, description and map are those of mkdocs.yml, which every generator reads. The address is SITE_URL, as there;
without it nothing absolute is claimed. PREVIEW=1 marks a build for those who work on it: no search engine may list
it, and no pictures are drawn for its links. A build as of another day (AS_OF) is such a preview, too.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urljoin

import yaml

from data.dates import named_day
from publishing import ROOT


class _Plain(yaml.SafeLoader):
    """Reads the settings and leaves out what only a generator understands."""


_Plain.add_multi_constructor("", lambda *_: None)


@dataclass(frozen=True)
class Publication:
    """The whole site: `address` ends with a slash, or is empty where nobody knows it yet."""

    name: str
    description: str
    address: str
    preview: bool = False

    @property
    def pictured(self) -> bool:
        """Whether a link to a page brings a picture with it, which needs an address in full."""
        return bool(self.address) and not self.preview

    def absolute(self, address: str) -> str:
        """An address below the site's root in full; where the site's is unknown, relative to the root."""
        return urljoin(self.address, address) if self.address else address or "./"


@cache
def settings() -> dict[str, Any]:
    """The settings in mkdocs.yml, tags such as !ENV aside."""
    read: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Plain)  # a SafeLoader
    return read


def publication() -> Publication:
    """The publication as this build makes it."""
    address = os.environ.get("SITE_URL", "").strip()
    return Publication(
        settings()["site_name"],
        settings()["site_description"],
        address if address.endswith("/") or not address else f"{address}/",
        bool(os.environ.get("PREVIEW")) or named_day() is not None,
    )


def sections() -> list[tuple[str, list[str]]]:
    """The map of the site as groups of pages; the pages that stand alone are the first, without a name."""
    alone: list[str] = []
    groups = [("", alone)]
    for entry in settings()["nav"]:
        [(name, target)] = [("", entry)] if isinstance(entry, str) else entry.items()
        if isinstance(target, str):
            alone.append(target)
        else:
            groups.append((name, list(_places(target))))
    return groups


def _places(entries: list[Any]) -> Iterator[str]:
    """The pages of a part of the map, those of its own parts among them."""
    for entry in entries:
        target = entry if isinstance(entry, str) else next(iter(entry.values()))
        yield from [target] if isinstance(target, str) else _places(target)
