"""Our own styles and scripts, gathered from the component folders into one folder of the site.

The folder is named by the hash of all it holds, so that a page never runs with another release's
script. Styles become one file; scripts stay modules that import each other by name.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from publishing import ROOT
from publishing.charts.scripts import scripts

HERE = ROOT / "publishing"
NODE_ONLY = {"compile_stdlib.mjs"}


def gather(config: dict[str, Any]) -> dict[str, bytes]:
    """File contents by name; `config` becomes the script `config.mjs`."""
    styles = sorted(HERE.rglob("*.css"), key=lambda path: (path.parent.name != "look", path.as_posix()))
    files = {path.name: path.read_bytes() for path in HERE.rglob("*.mjs") if path.name not in NODE_ONLY}
    files.update(scripts())
    files["site.css"] = b"\n".join(path.read_bytes() for path in styles)
    files.update({path.name: path.read_bytes() for path in (HERE / "look" / "fonts").glob("*.woff2")})
    root = 'root: new URL("../../", import.meta.url).href'
    files["config.mjs"] = f"export default {{ {root}, ...{json.dumps(config, sort_keys=True)} }};\n".encode()
    return files


def write_assets(folder: Path, config: dict[str, Any], made: dict[str, bytes]) -> str:
    """Write the assets, and what is `made` at the build, below `folder`; returns their path relative to it."""
    files = {**gather(config), **made}
    digest = hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).hexdigest()
    path = f"app/{digest[:8]}"
    (folder / path).mkdir(parents=True)
    for name, content in files.items():
        (folder / path / name).write_bytes(content)
    return path
