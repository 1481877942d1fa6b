"""Our own styles and scripts, gathered from the component folders into one folder of the site.

The folder is named by the hash of all it holds, so that a page never runs with another release's
script. Styles become one file; scripts stay modules that import each other by name, so that no two
files may share one.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.records import Problem
from publishing import ROOT
from publishing.charts.scripts import scripts

HERE = ROOT / "publishing"
NODE_ONLY = {"compile_stdlib.mjs"}


def gather(config: dict[str, Any], made: dict[str, bytes], here: Path = HERE) -> dict[str, bytes]:
    """File contents by name; `config` becomes the script `config.mjs`, `made` is what the build made elsewhere.

    Raises:
        ValueError: two files have one name, of which one would be lost.
    """
    styles = sorted(here.rglob("*.css"), key=lambda path: (path.parent.name != "look", path.as_posix()))
    root = 'root: new URL("../../", import.meta.url).href'
    written = {
        "site.css": b"\n".join(path.read_bytes() for path in styles),
        "config.mjs": f"export default {{ {root}, ...{json.dumps(config, sort_keys=True)} }};\n".encode(),
    }
    lying = [path for path in sorted(here.rglob("*.mjs")) if path.name not in NODE_ONLY]
    lying += sorted((here / "look" / "fonts").glob("*.woff2"))
    by_origin = {
        "publishing/assets.py": written,
        "publishing/charts/scripts.py": scripts(),
        "publishing/build.py": made,
    }
    origins = [(path.name, path.relative_to(here.parent).as_posix()) for path in lying]
    origins += [(name, origin) for origin, files in by_origin.items() for name in files]
    if problems := name_faults(origins):
        raise ValueError("\n".join(map(str, problems)))
    files = {path.name: path.read_bytes() for path in lying}
    return files | {name: content for each in by_origin.values() for name, content in each.items()}


def name_faults(origins: Iterable[tuple[str, str]]) -> list[Problem]:
    """What is wrong with names, each with where its file comes from: on the site all lie in one folder."""
    first: dict[str, str] = {}
    problems = []
    for name, origin in origins:
        if name in first:
            problem = f"{first[name]} has the same name, and on the site both lie in one folder."
            problems.append(Problem(origin, name, problem, "Rename one of them, and what imports it."))
        first.setdefault(name, origin)
    return problems


def write_assets(folder: Path, config: dict[str, Any], made: dict[str, bytes]) -> str:
    """Write the assets, and what is `made` at the build, below `folder`; returns their path relative to it."""
    files = gather(config, made)
    digest = hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).hexdigest()
    path = f"app/{digest[:8]}"
    (folder / path).mkdir(parents=True)
    for name, content in files.items():
        (folder / path / name).write_bytes(content)
    return path
