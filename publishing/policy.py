"""The content security policy, written into every page of the finished site.

Scripts come from the site alone; a script in the text of a page stops the build. The theme's few
inline scripts around the text are allowed by the hash of what they hold, over all pages, because
instant navigation keeps the first page's policy. WebAssembly may be compiled, text may not be
evaluated. A worker started from a blob is held to the same policy. Left out, because a page cannot
set them itself: frame-ancestors, reporting.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
DIRECTIVES = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}


def add_policy(site: Path) -> None:
    """Put the policy first in the head of every page below `site`."""
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        if strangers := [code for article in ARTICLE.findall(page) for code in inline_scripts(article)]:
            place = path.relative_to(site).as_posix()
            raise ValueError(f"{place}: a script stands in the text: {strangers[0][:60]!r}. Remove it from the page.")
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(pages.values())}">'
    for path, page in pages.items():
        head, charset, rest = page.partition('<meta charset="utf-8">')
        if not charset:
            raise ValueError(f"{path.name} declares no charset: the policy would stand nowhere. Correct its template.")
        path.write_text(head + charset + tag + rest, "utf-8", newline="\n")


def policy(pages: Iterable[str]) -> str:
    """The policy that lets all inline scripts of `pages` run, and no other."""
    hashes = sorted({hash_of(code) for page in pages for code in inline_scripts(page)})
    scripts = " ".join(["script-src 'self'", *hashes, "'wasm-unsafe-eval'"])
    return "; ".join([scripts, *(f"{name} {value}" for name, value in DIRECTIVES.items())])


def inline_scripts(page: str) -> list[str]:
    """The inline scripts of a page that a browser would run; blocks of data are none."""
    found = INLINE.finditer(page)
    return [m["code"] for m in found if "src=" not in m["attributes"] and "json" not in m["attributes"]]


def hash_of(code: str) -> str:
    """A script's hash as the policy takes it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
