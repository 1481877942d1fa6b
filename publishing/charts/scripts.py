"""What the reader's browser needs to draw a chart: our compiled drawings, Vega, and its interpreter.

Vega turns the expressions of a drawing into functions by evaluating text, which the content policy forbids; its
interpreter walks their syntax trees instead. It is published as a module that imports a package by name, for
which a page has no meaning, so that one line of it is changed to take the same from Vega itself.
"""

import json

from publishing import ROOT
from publishing.charts.drawing import compiled

PACKAGES = ROOT / "node_modules"
VEGA = PACKAGES / "vega" / "build" / "vega.min.js"
INTERPRETER = PACKAGES / "vega-interpreter" / "build" / "vega-interpreter.js"
BY_NAME = " from 'vega-util';"


def scripts() -> dict[str, bytes]:
    """File contents by name.

    Raises:
        RuntimeError: the interpreter no longer begins with the one import that is changed here.
    """
    head, found, rest = INTERPRETER.read_text("utf-8").partition(BY_NAME)
    if not found or not head.startswith("import {") or "import " in rest:
        raise RuntimeError(f"{INTERPRETER.name}: It imports in another way. Mend publishing/charts/scripts.py.")
    interpreter = f"const {head.removeprefix('import ')} = globalThis.vega;{rest}"
    return {
        "chart-drawings.mjs": f"export default {json.dumps(compiled(), sort_keys=True)};\n".encode(),
        "vega.min.js": VEGA.read_bytes(),
        "vega-interpreter.mjs": interpreter.encode(),
        "vega-license.txt": (PACKAGES / "vega" / "LICENSE").read_bytes(),
    }
