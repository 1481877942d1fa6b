"""Two servers for the browser tests: the site below a path as on GitHub Pages, and the outside world.

The site's server can be told to fail: `faults["pyodide.asm.wasm"] = "missing"` (or "corrupt"), to
wait: `holds["stdlib"] = threading.Event()`, and to answer with altered content, in the first place that
holds it: `altered["proof.json"] = (b"997.8", b"997.9")`. With `packed` it compresses and keeps connections open, as
GitHub Pages does, for whoever measures times. The outside is a proxy that answers nothing and notes
whatever reaches for another address than this machine's own; browsers send it all but that.
"""

import functools
import gzip
import http.server
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import ProxySettings

PREFIX = "/some-repo/"
KINDS = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}


class SiteServer(http.server.ThreadingHTTPServer):
    """The site in `folder`, below `PREFIX`, cached for ten minutes as on GitHub Pages."""

    def __init__(self, folder: Path, port: int = 0, *, packed: bool = False) -> None:
        self.folder = folder
        self.faults: dict[str, str] = {}
        self.holds: dict[str, threading.Event] = {}
        self.altered: dict[str, tuple[bytes, bytes]] = {}
        self.asked: list[str] = []
        handler = PackedHandler if packed else SiteHandler
        super().__init__(("127.0.0.1", port), functools.partial(handler, directory=str(folder)))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{PREFIX}"

    @property
    def growth(self) -> str:
        """The page on growth, which holds a calculator."""
        return f"{self.address}growth/"


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    server: SiteServer

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self.extensions_map = {**super().extensions_map, **KINDS}
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(PREFIX) if path.startswith(PREFIX) else "/outside")

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        for part, released in self.server.holds.items():
            if part in self.path:
                released.wait()
        fault = next((fault for part, fault in self.server.faults.items() if part in self.path), None)
        if fault == "missing":
            self.send_error(404)
        elif fault == "corrupt":
            self.answer(200, self.content()[:-7] + b"corrupt")
        elif change := next((change for part, change in self.server.altered.items() if part in self.path), None):
            self.answer(200, self.content().replace(*change, 1))
        else:
            super().do_GET()

    def content(self) -> bytes:
        return Path(self.translate_path(self.path)).read_bytes()

    def answer(self, status: int, content: bytes, kind: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind or self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.server.folder / "404.html"
        self.answer(code, page.read_bytes() if page.exists() else b"missing", "text/html; charset=utf-8")

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the tests' output quiet."""


class PackedHandler(SiteHandler):
    """Answers compressed what is text, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        kind = self.guess_type(str(path))
        content = packed(path) if is_text(kind) else path.read_bytes()
        self.send_response(200)
        if is_text(kind):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@functools.cache
def packed(path: Path) -> bytes:
    """A file's content, compressed once."""
    return gzip.compress(path.read_bytes(), 6)


def is_text(kind: str) -> bool:
    return kind.startswith("text/") or any(part in kind for part in ("javascript", "json", "xml", "wasm"))


def free_port() -> int:
    """A port of this machine that nothing listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Outside(socketserver.ThreadingTCPServer):
    """A proxy that lets nothing through and notes what was asked of it; with `words_only` no wordless connection."""

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.words_only = False
        super().__init__(("127.0.0.1", 0), OutsideHandler)

    def proxy(self, port: int) -> ProxySettings:
        """The proxy as a browser is told of it: for everything but the site's own port, this machine's others too."""
        server = f"http://127.0.0.1:{self.server_address[1]}"
        return {"server": server, "bypass": f"<-loopback>,127.0.0.1:{port}"}


class OutsideHandler(socketserver.StreamRequestHandler):
    server: Outside

    def handle(self) -> None:
        line = self.rfile.readline().decode("ascii", "replace").strip()
        if line or not self.server.words_only:
            self.server.asked.append(line)
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")


@contextmanager
def running[S: socketserver.BaseServer](server: S) -> Iterator[S]:
    """Serve in the background for as long as the block lasts."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
