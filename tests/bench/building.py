"""How long it takes to check and to build the whole site with made figures and pages beside its own.

Processor time is counted, which other work on the machine disturbs less than the clock; a build runs on one core.
The pages stand outside the navigation, as the figures' own do: the theme draws all of the navigation on every page, so
that one which names every page grows with the square. The last row shows what that costs.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.made import write_pages, write_records
from tests.bench.rounds import growth, seconds, spent, table, timed
from tests.house import build_house, copy_house

EMPTY, FIRST, LAST = "the site as it is", "330 figures, 100 pages more", "1,000 figures, 300 pages more"
NAMED = "the same, all in the navigation"
SIZES = {
    EMPTY: (0, 0),
    FIRST: (330, 100),
    "660 figures, 200 pages more": (660, 200),
    LAST: (1000, 300),
    NAMED: (1000, 300),
}
PAGES = {name: pages for name, (_, pages) in SIZES.items()}
ASKED = {LAST: "grows linearly"}


def measure(rounds: int = 3) -> str:
    """The table, printed by `make.py bench building`."""
    with tempfile.TemporaryDirectory() as below:
        houses = {name: grown(Path(below, name), *size, named=name == NAMED) for name, size in SIZES.items()}
        builds: dict[str, Callable[[], object]] = {name: partial(build, house) for name, house in houses.items()}
        checks: dict[str, Callable[[], object]] = {f"check {name}": partial(check, house) for name, house in houses.items()}  # fmt: skip
        found = timed({**builds, **checks}, rounds)
    parts = {"The whole build": "", "Checking data and prose alone": "check "}
    return "\n\n".join(drawn(head, {name: found[mark + name] for name in SIZES}) for head, mark in parts.items())


def drawn(head: str, found: dict[str, list[float]]) -> str:
    """One table; the growth is that of what comes on top of the site as it is, where that is enough to tell."""
    enough = min(found[FIRST]) > 1.1 * min(found[EMPTY])
    rows = []
    for name in SIZES:
        grew = f"{growth(found, PAGES, name, FIRST, EMPTY):.2f}" if enough and PAGES[name] else ""
        rows.append(
            (name, seconds(found[name]), ASKED.get(name, ""), grew or ("too little to tell" if PAGES[name] else ""))
        )
    return table((head, "Time", "Asked", "Growth, 1 is linear"), rows)


def grown(house: Path, figures: int, pages: int, *, named: bool = False) -> Path:
    """A copy of the house with figures and pages more, the pages `named` in the navigation if wanted."""
    copy_house(house)
    markets = write_records(house / "data", figures)
    places = write_pages(house / "docs", markets, pages)
    settings = house / "mkdocs.yml"
    text = settings.read_text("utf-8")
    if named:
        listed = "".join(f"      - {place}\n" for place in places)
        text = text.replace("nav:\n", f"nav:\n  - Made up:\n{listed}", 1)
    else:
        text = text.replace("not_in_nav: |\n", "not_in_nav: |\n  /made/\n", 1)
    settings.write_text(text, "utf-8")
    return house


def build(house: Path) -> float:
    """Build it, or end the run with what is wrong; the processor time it took."""
    before = spent()
    told = build_house(house, house / "site")
    if told.returncode:
        sys.exit(told.stderr)
    return spent() - before


def check(house: Path) -> float:
    """Run the checks of data and prose alone; the processor time they took."""
    before = spent()
    subprocess.run([sys.executable, "-m", "publishing.check"], cwd=house, check=True)
    return spent() - before
