"""Runs inside Pyodide under Node: compiles its standard library, so that no reader's browser must.

The result is a zip with `name.pyc` in the place of each `name.py`, as `zipimport` reads it. Code is
compiled without docstrings, asserts and line tables; our own wheel keeps all three.
"""

import importlib._bootstrap_external as external
import io
import types
import zipfile

FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def compile_library(source: bytes) -> bytes:
    """The compiled twin of a zipped standard library."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as given, zipfile.ZipFile(out, "w") as made:
        for name in sorted(given.namelist()):
            content, target = given.read(name), name
            if name.endswith(".py"):
                content, target = _compiled(name, content), name + "c"
            made.writestr(zipfile.ZipInfo(target, FIXED_DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _compiled(name: str, source: bytes) -> bytes:
    code = compile(source, f"/lib/python314.zip/{name}", "exec", dont_inherit=True, optimize=2)
    compiled: bytes = external._code_to_hash_pyc(_without_lines(code), bytes(8), checked=False)  # type: ignore[attr-defined]  # private, and the only maker of byte code that is not checked against its source
    return compiled


def _without_lines(code: types.CodeType) -> types.CodeType:
    constants = (_without_lines(item) if isinstance(item, types.CodeType) else item for item in code.co_consts)
    return code.replace(co_consts=tuple(constants), co_linetable=b"")
