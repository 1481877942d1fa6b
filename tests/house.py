"""A copy of the house to change at will: build it, serve it, break it, while the checkout stays whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from publishing import CACHE, ROOT

LEFT_OUT = {
    ".git",
    ".venv",
    ".cache",
    "node_modules",
    "site",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
}


def copy_house(target: Path) -> Path:
    """Copy the checkout to `target`, borrowing its environment, node_modules and compiled library."""
    shutil.copytree(ROOT, target, ignore=lambda _, names: LEFT_OUT & set(names), dirs_exist_ok=True)
    for borrowed in (".venv", "node_modules"):
        (target / borrowed).symlink_to(ROOT / borrowed, target_is_directory=True)
    (target / ".cache").mkdir()
    for library in CACHE.glob("stdlib-*.zip"):
        shutil.copy(library, target / ".cache")
    return target


def build_house(house: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the copy's site into `site`, with the copy's own code."""
    return subprocess.run(
        [sys.executable, "-m", "publishing.build", str(site)],
        cwd=house,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
    )
