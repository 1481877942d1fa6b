"""The data of the last release, read from its tag in git.

Without git, in a copy without history or before the first tag there is none. The tables are taken as they
stood, whatever keys a figure had then: today's rules for records are not held against yesterday's.
"""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.figures import NO_FIGURES, SOURCES_FILE
from data.records import read_tables

TAGS = "v[0-9]*"
type Record = Mapping[str, Any]


@dataclass(frozen=True)
class Previous:
    """The figures of the last release as their tables stood there, and the texts of their series."""

    tag: str
    figures: Mapping[str, Record]
    series: Mapping[str, str]


def previous(root: Path) -> Previous | None:
    """What the last release held that leads to the work tree in `root`; None where there is none to be had."""
    if not (root / ".git").exists():
        return None
    tag = _git(root, "describe", "--tags", "--abbrev=0", "--match", TAGS).decode().strip()
    archive = _git(root, "archive", tag, "data") if tag else b""
    if not archive:
        return None
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
        return Previous(tag, figures_in(Path(folder, "data")), series_in(Path(folder, "data")))


def _git(root: Path, *command: str) -> bytes:
    """What git answers; nothing where it cannot, or is not there."""
    try:
        return subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""


def figures_in(folder: Path) -> dict[str, Record]:
    """The tables of figures in `folder`, whatever keys figures had then."""
    paths = [path for path in sorted(folder.glob("*.toml")) if path.name not in {SOURCES_FILE, *NO_FIGURES}]
    tables = {name: table for path in paths for name, table in read_tables(path, []).items()}
    return {name: table for name, table in tables.items() if {"unit", "as_of", "scope", "standing"} <= set(table)}


def series_in(folder: Path) -> dict[str, str]:
    """The texts of the series in `folder`, by name."""
    return {path.stem: path.read_text("utf-8") for path in sorted((folder / "series").glob("*.csv"))}
