"""Serves the site on this machine and rebuilds it when a file changes.

Each build runs in a process of its own, so that changed Python, templates and data all count, and
goes to a folder of its own, so that the served site stays whole while the next one is built or
when it cannot be. Pages served here, and only here, carry a script that reloads them afterwards.
"""

import contextlib
import functools
import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from publishing import CACHE, ROOT

HOST = "127.0.0.1"
PORTS = range(8000, 8100)
FOLDERS = ("calculators", "data", "docs", "publishing")
FILES = {ROOT / "CHANGELOG.md", ROOT / "mkdocs.yml", ROOT / "hooks.py", ROOT / "pyproject.toml"}
SUFFIXES = {".md", ".toml", ".csv", ".py", ".html", ".css", ".mjs", ".svg", ".png", ".woff2", ".yml", ".csl"}
CHANGES = {"created", "modified", "moved", "deleted"}
QUIET_SECONDS = 0.2
KINDS = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
NOT_YET = b"The site is not built yet. What is wrong stands where serve was started."
RELOADER = b"""
let shown = null;
for (;;) {
  const build = await fetch("/-/build", { cache: "no-store" }).then((answer) => answer.text(), () => shown);
  if (shown !== null && build !== shown) location.reload();
  shown = build;
  await new Promise((wake) => setTimeout(wake, 700));
}
"""


class Builds(FileSystemEventHandler):
    """The builds of this visit; `current` is the number of the last that went well."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.folder = CACHE / f"served-{address.rstrip('/').rpartition(':')[2]}"
        self.current = 0
        self.number = 0
        self.changed = threading.Event()
        self.ended = False
        self.process: subprocess.Popen[bytes] | None = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change of a file that the site is made from."""
        path = Path(os.fsdecode(event.dest_path or event.src_path))
        ours = path in FILES or any(path.is_relative_to(ROOT / folder) for folder in FOLDERS)
        if ours and event.event_type in CHANGES and path.suffix in SUFFIXES:
            self.changed.set()

    def build(self) -> bool:
        """Build once; the site served changes only if that goes well."""
        self.number += 1
        site = self.folder / str(self.number)
        command = [sys.executable, "-m", "publishing.build", str(site)]
        here = {"SITE_URL": self.address, "PREVIEW": "1"}
        self.process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **here}, stdout=subprocess.DEVNULL)
        if self.process.wait():
            return False
        before, self.current = self.current, self.number
        shutil.rmtree(self.folder / str(before - 1), ignore_errors=True)
        return True

    def keep_building(self) -> None:
        """Build again after each change, once the files have been quiet for a moment."""
        while self.settle():
            told = "Built again" if self.build() else "Not built; the site before stays served"
            if not self.ended:
                print(told, flush=True)

    def settle(self) -> bool:
        """Wait for a change and for the quiet after it; false once the visit has ended."""
        self.changed.wait()
        while self.changed.is_set() and not self.ended:
            self.changed.clear()
            self.changed.wait(QUIET_SECONDS)
        return not self.ended

    def end(self) -> None:
        """Break off a build that runs, and build no more."""
        self.ended = True
        self.changed.set()
        if self.process:
            self.process.terminate()


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the current build, uncached, with the reloading script in every page."""

    def __init__(self, *arguments: object, builds: Builds) -> None:
        self.builds = builds
        self.extensions_map = {**super().extensions_map, **KINDS}
        super().__init__(*arguments, directory=str(builds.folder / str(builds.current)))  # type: ignore[arg-type]  # the server's own

    def do_GET(self) -> None:
        """Answer one request."""
        path = self.path.partition("?")[0]
        if not self.builds.current:
            return self.send(503, "text/plain; charset=utf-8", NOT_YET)
        page = Path(self.translate_path(path))
        page = page / "index.html" if page.is_dir() and path.endswith("/") else page
        if path == "/-/build":
            return self.send(200, "text/plain", str(self.builds.current).encode())
        if path == "/-/reload.mjs":
            return self.send(200, "text/javascript", RELOADER)
        if page.suffix == ".html" and page.is_file():
            return self.send(200, "text/html; charset=utf-8", self.with_reloader(page))
        return super().do_GET()

    def with_reloader(self, page: Path) -> bytes:
        """The page with the reloading script last in its body."""
        script = b'<script type="module" src="/-/reload.mjs"></script></body>'
        return page.read_bytes().replace(b"</body>", script)

    def send(self, status: int, kind: str, content: bytes) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page where a file is missing, as on GitHub Pages."""
        missing = Path(self.directory) / "404.html"
        if code == 404 and missing.exists():
            self.send(404, "text/html; charset=utf-8", self.with_reloader(missing))
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Let no browser keep a file of a site in the making."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""


def open_server(handler: functools.partial[Handler]) -> http.server.ThreadingHTTPServer:
    """A server at the first free port from 8000 on."""
    http.server.ThreadingHTTPServer.allow_reuse_address = os.name != "nt"
    for port in PORTS:
        try:
            return http.server.ThreadingHTTPServer((HOST, port), handler)
        except OSError:
            continue
    sys.exit(f"No port from {PORTS.start} to {PORTS.stop - 1} is free. End a program that holds one.")


@contextlib.contextmanager
def watching(builds: Builds) -> Iterator[None]:
    """Tell `builds` of changes, and build after them, in the background; afterwards nothing of it runs on."""
    observer = Observer()
    observer.schedule(builds, str(ROOT))
    for folder in FOLDERS:
        observer.schedule(builds, str(ROOT / folder), recursive=True)
    building = threading.Thread(target=builds.keep_building)
    observer.start()
    building.start()
    try:
        yield
    finally:
        builds.end()
        observer.stop()
        building.join()
        observer.join()


def main() -> int:
    """Build, serve, and rebuild until Ctrl-C."""
    for ends in (signal.SIGINT, signal.SIGTERM):  # the first as well: what a script starts behind itself ignores it
        signal.signal(ends, signal.default_int_handler)
    handler = functools.partial(Handler)
    server = open_server(handler)
    builds = Builds(f"http://{HOST}:{server.server_address[1]}/")
    handler.keywords["builds"] = builds
    try:
        print("Building the site", flush=True)
        with watching(builds):
            if not builds.build():
                print("Not built; mend what is wrong, and it is built again", flush=True)
            print(f"Look at {builds.address} (Ctrl-C ends it)", flush=True)
            server.serve_forever()
    except KeyboardInterrupt:
        print("Ended", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
