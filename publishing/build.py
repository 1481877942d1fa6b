"""The build in two steps that any generator can call: `prepare()` before the pages, `finish()` after.

`python -m publishing.build [folder]` runs the whole: MkDocs draws the pages and calls both steps
through hooks.py. Nothing here imports MkDocs.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from calculators import knowledge
from data.dates import named_day, when
from publishing import CACHE, ROOT, downloads, figure, uses
from publishing.assets import write_assets
from publishing.changes import changelog
from publishing.changes.feed import write_feed
from publishing.check import findings, tell
from publishing.citing import write_citations
from publishing.export import write_api
from publishing.export.contents import read_contents
from publishing.mending import mend_theme
from publishing.policy import add_policy
from publishing.proof import EXPECTED, expected_answers
from publishing.runtime.bundle import build_bundle
from publishing.sharing import Sharing, finish_sharing, prepare_sharing
from publishing.sheet import join_sheets
from publishing.undrawn import undrawn

SITE = ROOT / "site"
DESK = "calculators.contract.worker"


@dataclass(frozen=True)
class Prepared:
    """What stands ready before the pages are drawn: a folder, its assets' path, the day named, what links show."""

    folder: tempfile.TemporaryDirectory[str]
    assets: str
    as_of: str
    sharing: Sharing


def prepare() -> Prepared:
    """Check the data and write the runtime, the feed and the assets.

    Raises:
        DataErrors: with every problem of every data file.
    """
    knowledge()
    CACHE.mkdir(exist_ok=True)
    folder = tempfile.TemporaryDirectory(dir=CACHE)
    bundle = build_bundle(Path(folder.name))
    write_citations(Path(folder.name))
    write_feed(Path(folder.name), changelog())
    day = named_day()
    config = {**bundle.config(), "package": "convergence", "desk": DESK, "asOf": day.isoformat() if day else None}
    assets = write_assets(Path(folder.name), config, {EXPECTED: expected_answers()})
    sharing = prepare_sharing(Path(folder.name), generated_pages())
    return Prepared(folder, assets, when(day.isoformat()) if day else "", sharing)


def generated_pages() -> dict[str, str]:
    """Pages that lie in no file, as Markdown by their place below docs/."""
    return figure.pages()


def finish(site: Path, prepared: Prepared) -> None:
    """Add what was prepared to the drawn site, where figures are used, the API, the downloads, and the policy."""
    from publishing.export.downloads import write_downloads  # noqa: PLC0415  only this pays the second of pandas

    shutil.copytree(prepared.folder.name, site, dirs_exist_ok=True)
    if left := undrawn(site):
        raise ValueError("\n".join([*left, "Its drawing failed; call the fence’s function in Python to see how."]))
    used = uses.collect(site)
    uses.fill(site, used)
    contents = read_contents(used)
    write_api(site, contents)
    write_downloads(site, contents)
    downloads.fill(site)
    finish_sharing(site, prepared.sharing)
    mend_theme(site)
    join_sheets(site)
    add_policy(site)


def build(site: Path = SITE) -> int:
    """Draw the whole site into `site`; returns the exit status."""
    try:
        named_day()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if tell(findings()):
        return 1
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True
    )  # --quiet would hide warnings from --strict
    for line in done.stderr.splitlines():
        if not line.startswith("INFO"):
            print(line, file=sys.stderr)
    return done.returncode


def main(arguments: list[str]) -> int:
    """Build into the folder named, or into site/."""
    site = Path(arguments[0]).resolve() if arguments else SITE
    status = build(site)
    print(f"The site is in {site}" if status == 0 else "The site was not built.", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
