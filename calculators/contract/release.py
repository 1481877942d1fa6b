"""The release that an answer names: version and content hash, from the files alone.

`0.1.0+1f3a9c20` is the version in pyproject.toml and the first eight hex digits of a SHA-256 over
every file that goes to the browser, so that checkout, wheel and browser say the same. What pyproject.toml
keeps out of the wheel does not count.
"""

import hashlib
import re
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("calculators", "data")
SUFFIXES = {".py", ".toml", ".csv"}


@cache
def release() -> str:
    """Version and hash of the calculators and data in use."""
    return f"{_version()}+{_digest()}"


def _version() -> str:
    project = ROOT / "pyproject.toml"
    if not project.exists():
        return metadata.version("convergence")
    found = re.search(r'^version = "([^"]+)"$', project.read_text("utf-8"), re.MULTILINE)
    assert found, "pyproject.toml states no version"
    return found[1]


def left_out(root: Path = ROOT) -> set[str]:
    """What a checkout holds and the wheel does not, below `root`; nothing where there is no checkout."""
    project = root / "pyproject.toml"
    if not project.exists():
        return set()
    wheel = tomllib.loads(project.read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    return set(wheel.get("exclude", []))


def _digest() -> str:
    digest, without = hashlib.sha256(), left_out()
    paths = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES)
    for name, path in sorted((path.relative_to(ROOT).as_posix(), path) for path in paths):
        if name not in without:
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
