"""JSON files as every program gets them: with their schema's number and the release, the same bytes each time."""

import json
from pathlib import Path
from typing import Any

from calculators.contract.release import release

SCHEMA = 1


def write_api_file(folder: Path, name: str, content: dict[str, Any]) -> None:
    """Write api/<name>.json below `folder`."""
    write_json(folder / "api" / f"{name}.json", {"schema": SCHEMA, "release": release(), **content})


def write_json(path: Path, content: Any) -> None:
    """Write `content`, which holds no number that JSON has no way to write."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n", "utf-8", newline="\n")
