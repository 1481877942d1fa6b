"""sitemap.xml and robots.txt: which pages search engines may list, and where they find them.

Format: sitemaps.org, version 0.9, without `lastmod`: the day of a build says nothing of a page, and two builds of
the same files would differ. The theme's instant navigation reads the sitemap in the browser: it stays in a preview,
and where the site's address is unknown it stays empty, as the generator leaves it, so that no page asks for a file
that is missing; nothing names it to search engines then. A robots.txt is read at the root of a host alone: on a
project's page below a path the meta element does its work, on an own domain the file does.
"""

import gzip
import re
from pathlib import Path
from xml.sax.saxutils import escape

from publishing.sharing.publication import Publication

NAME = "sitemap.xml"
UNLISTED = re.compile(r'<meta name="robots" content="[^"]*noindex')


def write_sitemap(site: Path, about: Publication) -> None:
    """Write the addresses of all pages that may be listed, as XML and packed, the same for the same pages."""
    listed = addresses(site, about) if about.address else []
    entries = "".join(f"<url><loc>{escape(about.absolute(each))}</loc></url>\n" for each in listed)
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    ).encode()
    (site / NAME).write_bytes(content)
    (site / f"{NAME}.gz").unlink(missing_ok=True)
    if listed:
        (site / f"{NAME}.gz").write_bytes(gzip.compress(content, mtime=0))


def addresses(site: Path, about: Publication) -> list[str]:
    """The pages below the site's root that do not ask to be left out; in a preview all do, and all are there."""
    return sorted(
        "" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/"
        for path in site.rglob("index.html")
        if about.preview or not UNLISTED.search(path.read_text("utf-8"))
    )


def robots(about: Publication) -> str:
    """What robots.txt says: everything may be read, and where the sitemap is; of a preview nothing."""
    if about.preview:
        return "User-agent: *\nDisallow: /\n"
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {about.absolute(NAME)}\n" if about.address else "")
