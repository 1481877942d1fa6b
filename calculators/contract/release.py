"""The release that an answer names: version and content hash, from the files alone.

`0.1.0+1f3a9c20` is the version in pyproject.toml and the first eight hex digits of a SHA-256 over
every file that goes to the browser, so that checkout, wheel and browser say the same.
"""

import hashlib
import re
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


def _digest() -> str:
    digest = hashlib.sha256()
    paths = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES)
    for path in sorted(paths, key=lambda path: path.relative_to(ROOT).as_posix()):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
