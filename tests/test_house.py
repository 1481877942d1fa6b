"""The shape of the house: arrows one way, locks without addresses, no name where it does not belong."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from calculators import names
from publishing import ROOT

MAY_IMPORT = {"data": {"data"}, "calculators": {"data", "calculators"}}
LOCKS = sorted(ROOT.glob("requirements/*.txt"))
NPM_LOCKS = [ROOT / "package-lock.json", *sorted((ROOT / "tests").glob("*/package-lock.json"))]
OURS = ["calculators", "data", "publishing", "tests"]


def imports(source: str) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else (node.module or "").partition(".")[0])
    return found


def strangers(source: str, folder: str) -> set[str]:
    """What a module of `folder` imports beyond the standard library and what it may."""
    return imports(source) - MAY_IMPORT[folder] - set(sys.stdlib_module_names)


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_data_and_calculators_import_only_the_standard_library_and_what_lies_below_them(folder: str) -> None:
    found = {path.name: strangers(path.read_text("utf-8"), folder) for path in (ROOT / folder).rglob("*.py")}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "line", ["import pandas", "from publishing import ROOT", "def f():\n  import numpy", "from . import x"]
)
def test_an_arrow_that_points_the_wrong_way_is_seen(line: str) -> None:
    assert strangers(line, "calculators")


def test_only_hooks_py_imports_mkdocs() -> None:
    paths = [*ROOT.glob("*.py"), *(path for folder in OURS for path in (ROOT / folder).rglob("*.py"))]
    assert [path.name for path in paths if "mkdocs" in imports(path.read_text("utf-8"))] == ["hooks.py"]


def test_publishing_imports_no_tests_and_tests_no_hooks() -> None:
    found = {name for path in (ROOT / "publishing").rglob("*.py") for name in imports(path.read_text("utf-8"))}
    assert not {"tests", "hooks", "make"} & found


@pytest.mark.parametrize("folder", ["calculators/contract", "publishing"])
def test_no_machinery_names_a_calculator(folder: str) -> None:
    """A name in an example within a docstring or comment is fine; one in code is not."""
    words = re.compile("|".join(f"{name}|{name.replace('-', '_')}" for name in names()))
    for path in (ROOT / folder).rglob("*.py"):
        code = ast.unparse(without_docstrings(ast.parse(path.read_text("utf-8"))))
        assert not words.search(code), path
    for path in [*(ROOT / folder).rglob("*.mjs"), *(ROOT / folder).rglob("*.html"), *(ROOT / folder).rglob("*.css")]:
        assert not words.search(path.read_text("utf-8")), path


def without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body[0] = ast.Pass()
    return tree


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_python_lock_pins_every_package_by_version_and_hash_and_holds_no_address(lock: Path) -> None:
    assert python_lock_faults(lock.read_text("utf-8")) == []


def python_lock_faults(text: str) -> list[str]:
    """Lines of a lock that name an address, or a package without version and hash."""
    faults = [line for line in text.splitlines() if "://" in line or line.startswith("-")]
    packages = re.split(r"(?m)^(?=[a-z0-9])", re.sub(r"(?m)^ *#.*\n", "", text))
    return faults + [
        p for p in packages if p.strip() and not re.match(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}", p, re.DOTALL)
    ]


@pytest.mark.parametrize(
    "lock",
    [
        "six==1.16.0\n",
        "six>=1 \\\n    --hash=sha256:" + "0" * 64,
        "-i https://example.org\n",
        "six @ https://example.org/six.whl\n",
    ],
)
def test_a_python_lock_without_hash_or_with_an_address_is_seen(lock: str) -> None:
    assert python_lock_faults(lock)


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_an_npm_lock_pins_every_package_by_version_and_hash_and_holds_no_address(lock: Path) -> None:
    import json

    text = lock.read_text("utf-8")
    assert "://" not in text
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert packages and all(package["integrity"] and package["version"] for package in packages.values())


def test_every_lock_belongs_to_a_list_of_wishes() -> None:
    assert [lock.stem for lock in LOCKS] == sorted(path.stem for path in ROOT.glob("requirements/*.in"))


@pytest.mark.parametrize("path", sorted((ROOT / "publishing").rglob("*.mjs")), ids=lambda path: path.name)
def test_scripts_write_text_only_as_text_and_hold_no_python(path: Path) -> None:
    code = path.read_text("utf-8")
    forbidden = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "runPython(`",
        "\nimport sys",
    ]
    assert [word for word in forbidden if word in code] == []


def test_no_file_of_ours_has_outgrown_its_room() -> None:
    """Files near 100 lines; one past 250 wants to be two. Data, locks and tests' tables aside."""
    paths = (path for folder in ["calculators", "data", "publishing"] for path in (ROOT / folder).rglob("*"))
    long = [
        path.name
        for path in paths
        if path.suffix in {".py", ".mjs", ".css", ".html"} and len(path.read_text("utf-8").splitlines()) > 250
    ]
    assert long == []


def test_docs_hold_only_what_a_writer_touches() -> None:
    assert {path.suffix for path in (ROOT / "docs").rglob("*") if path.is_file()} <= {".md", ".png", ".svg", ".jpg"}


def test_no_tracked_file_names_a_registry_or_a_path_of_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = listed.stdout.split("\0")
    assert "README.md" in tracked
    hosts = re.compile(
        "|".join(
            [
                "files\\.python" + "hosted",
                "py" + "pi\\.org",
                "registry\\." + "npmjs",
                "/home" + "/[a-z]+/",
                "/root" + "/\\.",
            ]
        )
    )
    texts = (
        (name, (ROOT / name).read_bytes().decode("utf-8", "ignore"))
        for name in tracked
        if name and (ROOT / name).is_file()
    )
    assert [name for name, text in texts if hosts.search(text)] == []
