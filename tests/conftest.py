"""Fixtures: the built site, its server, a browser that reaches nothing else, and a page in it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from calculators import names
from publishing import ROOT
from tests.browsers import CHROMIUM
from tests.forms import READY
from tests.house import build_house, copy_house
from tests.patience import PATIENCE
from tests.servers import PREFIX, Outside, SiteServer, free_port, running
from tests.using import use

pytest_plugins = ["tests.tier", "pytester"]

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication",
    # Python starts anew in many tests, and none runs long enough to gain by a second compilation.
    "--js-flags=--no-wasm-tier-up --no-wasm-dynamic-tiering",
]  # fmt: skip
OWN_CALCULATOR = "# A calculator of the tests\n\n## Try it\n\n```calculator\nown-share\n```\n"
TWO_CALCULATORS = """# Two calculators

## The first and the second

```calculator
market-growth
```

```calculator
market-growth
target_year = 2027
```
"""


@pytest.fixture(scope="session")
def port() -> int:
    """The port that the site is built for and served at."""
    return free_port()


@pytest.fixture(scope="session")
def site(port: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built for /some-repo/, with two pages more: two calculators, and one of the tests' own."""
    folder = tmp_path_factory.mktemp("site")
    house = copy_house(folder / "house")
    shutil.copytree(ROOT / "tests" / "calculators", house / "calculators", dirs_exist_ok=True)
    (house / "docs" / "two.md").write_text(TWO_CALCULATORS, "utf-8")
    (house / "docs" / "own.md").write_text(OWN_CALCULATOR, "utf-8")
    every = sorted({*names(), *(path.stem.replace("_", "-") for path in (ROOT / "tests" / "calculators").glob("*.py"))})
    gallery = "\n".join(f"```calculator\n{name}\n```\n" for name in every)
    (house / "docs" / "whole-gallery.md").write_text(f"# Every calculator\n\n## All of them\n\n{gallery}", "utf-8")
    let_table_out(house)
    settings = (house / "mkdocs.yml").read_text("utf-8")
    pages = "  - Home: index.md\n  - Two: two.md\n  - Own: own.md\n  - Gallery: whole-gallery.md\n"
    (house / "mkdocs.yml").write_text(settings.replace("  - Home: index.md\n", pages), "utf-8")
    built = build_house(house, folder / "site", SITE_URL=f"http://127.0.0.1:{port}{PREFIX}")
    assert built.returncode == 0, built.stderr
    return folder / "site"


def let_table_out(house: Path) -> None:
    """Let a copy publish the one table that the tests' own calculator of every kind starts with."""
    sources, project = house / "data" / "sources.toml", house / "pyproject.toml"
    text = sources.read_text("utf-8")
    for name in ("gartner-2024-07", "ncn-2024-07"):
        before, head, after = text.partition(f"[{name}]\n")
        text = before + head + after.replace('redistribute = "value"', 'redistribute = "table"', 1)
    sources.write_text(text, "utf-8")
    lines = project.read_text("utf-8").splitlines(keepends=True)
    project.write_text("".join(line for line in lines if "gartner-it-edition-2024-07.csv" not in line), "utf-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; the environment names it. A state is waited for however slow the machine is."""
    expect.set_options(timeout=READY)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ[CHROMIUM], args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def server(site: Path, port: int) -> Iterator[SiteServer]:
    """The site below /some-repo/, without faults."""
    with running(SiteServer(site, port)) as server:
        yield server
        for hold in server.holds.values():
            hold.set()


@pytest.fixture
def outside() -> Iterator[Outside]:
    """Whatever is asked of the world outside the site; a test that uses it looks at `asked`."""
    with running(Outside()) as outside:
        yield outside


@pytest.fixture
def context(browser: Browser, outside: Outside, port: int) -> Iterator[BrowserContext]:
    """A browsing context whose every way out leads to `outside`; nothing may have gone there at the end."""
    context = browser.new_context(proxy=outside.proxy(port))
    context.set_default_timeout(30_000)
    context.add_init_script(PATIENCE)
    yield context
    context.close()
    assert outside.asked == [], "a request left the site's own address"


@pytest.fixture
def page(context: BrowserContext, server: SiteServer) -> Page:
    """The page with the calculator, as opened by a reader; the theme's script is there."""
    page = context.new_page()
    page.goto(server.growth)
    use(page)
    return page
