"""Builds what the worker loads, below `runtime/` of the site.

    runtime/pyodide-<version>/   Pyodide itself, and its standard library compiled
    runtime/<hash>/              our wheel, and the lock file that pins it by SHA-256

Every path changes with its content, because GitHub Pages lets browsers keep a file for ten minutes
and two releases must never mix. The wheel is hatchling's, the lock file pyodide-build's.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hatchling.builders.wheel import WheelBuilder

from publishing import CACHE, ROOT

PYODIDE = ROOT / "node_modules" / "pyodide"
MODULES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")


@dataclass(frozen=True)
class Bundle:
    """The runtime as laid out below a folder; paths are relative to the site's root."""

    pyodide: str
    wheel: str
    library: Path
    folder: Path

    def config(self) -> dict[str, Any]:
        """What the page's script must know: paths, sizes in bytes, and integrity hashes."""
        checked = [self.folder / self.pyodide / "pyodide.asm.wasm", self.library]
        checked += sorted((self.folder / self.wheel).iterdir())
        return {
            "indexURL": f"{self.pyodide}/",
            "stdLibURL": f"{self.pyodide}/{self.library.name}",
            "lockFileURL": f"{self.wheel}/pyodide-lock.json",
            "packageBaseUrl": f"{self.wheel}/",
            "files": {path.name: {"size": path.stat().st_size, "integrity": integrity(path)} for path in checked},
        }


def build_bundle(folder: Path) -> Bundle:
    """Write the runtime below `folder` and say where everything lies."""
    version = json.loads((PYODIDE / "package.json").read_text("utf-8"))["version"]
    pyodide = f"runtime/pyodide-{version}"
    (folder / pyodide).mkdir(parents=True)
    for name in MODULES:
        shutil.copy(PYODIDE / name, folder / pyodide / name)
    compiled = compiled_library()
    library = Path(shutil.copy(compiled, folder / pyodide / compiled.name))
    wheel = build_wheel(folder / "runtime")
    ours = f"runtime/{hashlib.sha256(wheel.read_bytes()).hexdigest()[:8]}"
    (folder / ours).mkdir()
    write_lock(wheel.replace(folder / ours / wheel.name))
    return Bundle(pyodide, ours, library, folder)


def build_wheel(folder: Path) -> Path:
    """The wheel of `data` and `calculators`, the same bytes for the same files."""
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


def write_lock(wheel: Path) -> Path:
    """The lock file beside `wheel` that names it with its hash, and nothing else."""
    empty = wheel.with_name("empty.json")
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    empty.write_text(json.dumps({"info": info, "packages": {}}), "utf-8")
    lock = wheel.with_name("pyodide-lock.json")
    options = ["--input", empty, "--output", lock, "--base-path", wheel.parent, wheel]
    command = [sys.executable, "-m", "pyodide_cli", "lockfile", "add-wheels", *map(str, options)]
    done = subprocess.run(command, cwd=wheel.parent, capture_output=True, text=True)
    empty.unlink()
    if done.returncode or not lock.exists():
        raise RuntimeError(f"pyodide-build wrote no lock file for {wheel.name}: {done.stderr or done.stdout}")
    return lock


def compiled_library() -> Path:
    """The compiled standard library, made once for each version of Pyodide and of the compiler."""
    here = Path(__file__).parent
    compiler = here / "compile_stdlib.mjs"
    made_from = [PYODIDE / "python_stdlib.zip", compiler, here / "compile_stdlib.py"]
    key = hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in made_from)).hexdigest()
    path = CACHE / f"stdlib-{key[:8]}.zip"
    if not path.exists():
        print("Compiling Python’s standard library for the browser (once)", flush=True)
        CACHE.mkdir(exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        subprocess.run(["node", str(compiler), str(PYODIDE), str(unfinished)], check=True)
        unfinished.replace(path)
    return path


def integrity(path: Path) -> str:
    """The file's hash as `fetch` takes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
