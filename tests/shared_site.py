"""A site of three pages and a missing one, made by our own hand, to finish, to check and to break."""

import struct
import zlib
from dataclasses import replace
from pathlib import Path

from publishing.sharing import Sharing, finish_sharing
from publishing.sharing.pages import Page
from publishing.sharing.pictures import SIGNATURE
from publishing.sharing.publication import Publication

ABOUT = Publication("Our site", "What it is about.", "https://example.org/site/")
UNKNOWN = replace(ABOUT, address="")
PREVIEW = replace(ABOUT, preview=True)
GROWTH = Page("growth.md", "Growth", "How fast & far?", 'It says "so".', "By about 8.5% a year.")


def png(kind: int, rows: bytes, width: int, height: int) -> bytes:
    """A PNG as the drawing gives it: eight bits a part, in one run of data."""
    parts = ((b"IHDR", struct.pack(">LLBBBBB", width, height, 8, kind, 0, 0, 0)), (b"IDAT", zlib.compress(rows)))
    ends = [*parts, (b"IEND", b"")]
    return SIGNATURE + b"".join(
        struct.pack(">L", len(b)) + a + b + struct.pack(">L", zlib.crc32(a + b)) for a, b in ends
    )


def shared(about: Publication, *pages: Page) -> Sharing:
    held = {page.place: page for page in pages}
    return Sharing(about, held, {place: f"cards/{place}.png" for place in held} if about.address else {})


def html(sharing: Sharing, page: Page) -> str:
    """A page as the theme draws it, as far as it is seen from outside."""
    about = sharing.publication
    canonical = f'<link rel="canonical" href="{about.absolute(page.address)}">' if about.address else ""
    said = f'<title>{page.title}</title><meta name="description" content="{page.title}.">{canonical}'
    return f"<html lang='en'><head>{said}\n{sharing.head(page.place)}</head><body></body></html>"


def finished(site: Path, about: Publication) -> str:
    """A site of three pages, finished; returns its sitemap."""
    hidden = replace(GROWTH, place="hidden.md", robots="noindex")
    sharing = shared(about, replace(GROWTH, place="index.md"), GROWTH, hidden)
    for page in sharing.pages.values():
        path = site / page.address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html(sharing, page), "utf-8")
    (site / "404.html").write_text(f"<html lang='en'><head>{sharing.head(None)}</head></html>", "utf-8")
    for picture in sharing.pictures.values():
        (site / picture).parent.mkdir(exist_ok=True)
        (site / picture).write_bytes(png(0, b"", 1200, 630))
    finish_sharing(site, sharing)
    return (site / "sitemap.xml").read_text("utf-8")
