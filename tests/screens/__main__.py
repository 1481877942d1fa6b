"""Takes every page and state as a picture, and lays them out on one sheet: `python3 make.py screens [options] FOLDER`.

    python3 make.py screens .cache/screens                                  everything
    python3 make.py screens .cache/screens --pages growth/ proof/           two pages alone
    python3 make.py screens .cache/screens --states "card open" failed      two states alone
    python3 make.py screens .cache/screens --widths 390 --schemes dark

Open index.html of the folder and look. One build, one browser; states are reached as in the accessibility tests, by
keys and pointer. Left out: paper, and browsers other than Chromium.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from publishing import ROOT
from tests.browsers import CHROMIUM, find_or_install
from tests.conftest import FLAGS
from tests.screens.choosing import chosen, unknown
from tests.screens.sheet import write_sheet
from tests.screens.taking import SCHEMES, WIDTHS, Camera
from tests.servers import PREFIX, SiteServer, free_port, running


def main(arguments: list[str]) -> int:
    """Build, take, lay out; returns 1 where a state could not be reached."""
    wish = options().parse_args(arguments)
    port = free_port()
    with tempfile.TemporaryDirectory() as below:
        site = Path(below, "site")
        build(site, f"http://127.0.0.1:{port}{PREFIX}")
        if faults := unknown(site, wish.pages, wish.states):
            print(*faults, sep="\n", file=sys.stderr)
            return 2
        journeys = chosen(site, wish.pages, wish.states, every_figure=wish.every_figure)
        if not journeys:
            print("None of these pages has such a state. Leave out --pages or --states.", file=sys.stderr)
            return 2
        with running(SiteServer(site, port)) as server, sync_playwright() as playwright:
            executable = os.environ.get(CHROMIUM) or str(find_or_install())
            browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
            camera = Camera(browser, server, wish.folder, wish.widths, wish.schemes, wish.states)
            for way in journeys:
                camera.go(way)
            browser.close()
    print(f"{len(camera.pictures)} pictures; look at {write_sheet(wish.folder, camera.pictures)}")
    print(*camera.missed, sep="\n", end="\n" if camera.missed else "")
    return 1 if camera.missed else 0


def options() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(prog="make.py screens", description="Take every page and state as a picture.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--pages", nargs="+", help="addresses below the site's root, as in growth/; home is index")
    parser.add_argument("--states", nargs="+", help="names of states, as in static or “card open”")
    parser.add_argument("--widths", nargs="+", type=int, default=WIDTHS, help="in pixels")
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=SCHEMES)
    parser.add_argument("--every-figure", action="store_true", help="all pages of figures, not one a kind")
    return parser


def build(site: Path, url: str) -> None:
    """Build the site for the address it is served at."""
    command = [sys.executable, "-m", "publishing.build", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": url}, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
