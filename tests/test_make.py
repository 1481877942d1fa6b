"""make.py on machines of several kinds: which Python it takes, and what it says where it finds none."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import make
from publishing import ROOT
from tests.tier import LEFT_OUT

SHIM = "#!/bin/sh\necho 'this version is not installed' >&2\nexit 127\n"


def pretend(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script)
    path.chmod(0o755)
    return path


def test_the_running_python_is_taken_where_it_is_fit() -> None:
    assert make.find_python() == sys.executable


def test_a_shim_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a version manager: python3.14 is on the path, and only says that it is not there."""
    pretend(tmp_path, "python3.14", SHIM)
    pretend(tmp_path, "python3.13", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(make.sys, "executable", str(pretend(tmp_path, "old", "#!/bin/sh\necho 3.11\n")))
    assert make.find_python() == "python3.13"


def test_a_python_of_pyenv_is_found_beside_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = pretend(tmp_path, "versions/3.13.0/bin/python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setattr(make.sys, "executable", "/nowhere/python")
    assert make.find_python() == str(kept)


def test_uv_is_asked_to_install_one_where_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, "uv", '#!/bin/sh\n[ "$2" = find ] && echo /from/uv\nexit 0\n')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "none"))
    monkeypatch.setattr(make.sys, "executable", "/nowhere/python")
    assert make.find_python() == "/from/uv"


def test_without_any_python_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setattr(make.sys, "executable", "/nowhere/python")
    with pytest.raises(SystemExit) as ended:
        make.find_python()
    assert "Install one from python.org" in str(ended.value)


@pytest.mark.parametrize(("version", "fits"), [("v18.20.0", False), ("v20.0.0", True), ("v24.19.0", True)])
def test_an_old_node_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, fits: bool) -> None:
    pretend(tmp_path, "node", f"#!/bin/sh\necho {version}\n")
    pretend(tmp_path, "npm", "#!/bin/sh\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make.node_fits() is fits


def test_our_own_node_comes_before_an_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = pretend(tmp_path / "old", "node", "#!/bin/sh\necho v18.0.0\n")
    ours = pretend(tmp_path / "venv" / "bin", "node", "#!/bin/sh\necho v24.0.0\n")
    monkeypatch.setenv("PATH", str(old.parent))
    monkeypatch.setattr(make, "VENV", tmp_path / "venv")
    monkeypatch.setattr(make, "PYTHON", ours.parent / "python")
    assert shutil.which("node", path=make.search_path()) == str(old)
    (tmp_path / "venv" / "node.lock").write_text("installed")
    assert shutil.which("node", path=make.search_path()) == str(ours)


def test_a_half_made_environment_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where ensurepip is missing: venv fails, and leaves an interpreter behind."""
    half = pretend(tmp_path / "venv" / "bin", "python", "#!/bin/sh\nexit 1\n")
    fails = pretend(tmp_path, "python", "#!/bin/sh\nexit 1\n")
    for name, value in {"VENV": tmp_path / "venv", "PYTHON": half, "MADE": tmp_path / "venv" / "made.lock"}.items():
        monkeypatch.setattr(make, name, value)
    monkeypatch.setattr(make, "find_python", lambda: str(fails))
    with pytest.raises(SystemExit, match="cannot make a virtual environment"):
        make.make_environment([])
    assert not make.MADE.exists()


def test_without_a_node_there_is_none_to_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert make.node_fits() is False


def test_a_lock_is_installed_once_and_again_when_it_changes(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lock, mark = tmp_path / "some.txt", tmp_path / "mark"
    command = [sys.executable, "-c", "print('ran')"]
    for content in ("one", "one", "two"):
        lock.write_text(content)
        make.install_once(mark, lock, "Installing", command)
    assert capfd.readouterr().out.count("ran") == 2


def test_a_failed_installation_is_tried_again(tmp_path: Path) -> None:
    lock, mark = tmp_path / "some.txt", tmp_path / "mark"
    lock.write_text("one")
    with pytest.raises(subprocess.CalledProcessError):
        make.install_once(mark, lock, "Installing", [sys.executable, "-c", "raise SystemExit(1)"])
    assert not mark.exists()


def test_without_a_command_make_says_what_there_is() -> None:
    told = subprocess.run([sys.executable, "make.py"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0 and "python3 make.py serve" in told.stdout


def test_make_says_what_every_command_does() -> None:
    told = re.findall(r"^    python3 make.py ([a-z]+) +\S", make.__doc__ or "", re.MULTILINE)
    assert told == list(make.COMMANDS)


@pytest.mark.parametrize(
    ("command", "module"), [(name, module) for name, (_, [_, module, *_]) in make.COMMANDS.items()]
)
def test_the_module_behind_a_command_exists(command: str, module: str) -> None:
    assert importlib.util.find_spec(module), command


@pytest.mark.parametrize(("tier", "more"), [("check", []), ("test", []), ("audit", ["audit"])])
def test_a_tier_is_a_command(tier: str, more: list[str]) -> None:
    """What only the audit needs, the other tiers do not install."""
    assert make.COMMANDS[tier] == (["site", "test", *more], ["-m", "tests.tiers", tier]) and tier in LEFT_OUT


def test_an_unknown_command_is_refused() -> None:
    told = subprocess.run([sys.executable, "make.py", "bake"], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 1 and "There is no command “bake”." in told.stderr


@pytest.mark.parametrize("asked", [[], ["-h"], ["--help"]])
def test_who_asks_for_help_gets_the_commands(asked: list[str]) -> None:
    told = subprocess.run([sys.executable, "make.py", *asked], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0 and "python3 make.py serve" in told.stdout


def test_make_py_reads_under_old_pythons() -> None:
    """Whatever python3 a machine has starts make.py: no syntax younger than 3.6."""
    import ast

    ast.parse((ROOT / "make.py").read_text("utf-8"), feature_version=(3, 6))
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
