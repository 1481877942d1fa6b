"""Sets this project up and runs its commands; needs nothing but a python3.

    python3 make.py serve     build the site, serve it, rebuild what changes
    python3 make.py build     write the whole site to site/
    python3 make.py fix       mend what is mechanical in data and prose
    python3 make.py check     data, prose, lint, types and shape of the house, in less than a minute
    python3 make.py test      everything that CI runs, a real browser included
    python3 make.py audit     every test there is; takes hours
    python3 make.py bench     how fast it is, as ratios measured in one loop
    python3 make.py screens   take every page and state as a picture, on one sheet to look through
    python3 make.py lighthouse   how Lighthouse finds each kind of page

The python3 that starts this file may be an old one: a fit interpreter is looked for, and Python
packages go to .venv/ from the lock files in requirements/, what the browser needs to node_modules/.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MADE = VENV / "made.lock"
OLDEST, NEWEST = (3, 12), (3, 14)
OLDEST_NODE = 20
NO_PYTHON = """No Python from 3.12 to 3.14 was found.
Install one from python.org or with your system's package manager, or install uv, and run this again."""
NO_VENV = """This Python cannot make a virtual environment (on Debian and Ubuntu: apt install python3-venv).
Mend that and run this again."""

COMMANDS = {
    "serve": (["site"], ["-m", "publishing.serve"]),
    "build": (["site"], ["-m", "publishing.build"]),
    "fix": (["site"], ["-m", "publishing.check", "--fix"]),
    "check": (["site", "test"], ["-m", "tests.tiers", "check"]),
    "test": (["site", "test"], ["-m", "tests.tiers", "test"]),
    "audit": (["site", "test", "audit"], ["-m", "tests.tiers", "audit"]),
    "bench": (["site", "test"], ["-m", "tests.bench"]),
    "screens": (["site", "test"], ["-m", "tests.screens"]),
    "lighthouse": (["site", "test", "audit"], ["-m", "tests.lighthouse"]),
}


def main():
    asked = "".join(sys.argv[1:2]) or "--help"
    if asked not in COMMANDS:
        print(__doc__.strip())
        return 0 if asked in ("-h", "--help") else "There is no command “%s”." % asked
    groups, command = COMMANDS[asked]
    try:
        make_environment(groups)
        install_packages_for_the_browser("test" in groups)
        if "audit" in groups:
            install_packages_for_the_audit()
        return run([str(PYTHON), *command, *sys.argv[2:]])
    except subprocess.CalledProcessError as error:
        return "This failed: %s" % " ".join(map(str, error.cmd))
    except KeyboardInterrupt:
        return "Ended before it was done; the same command goes on from here."


def make_environment(groups):
    """Bring .venv to the state of the lock files of `groups`, and add Node where there is none."""
    if not MADE.exists():
        python = find_python()
        say("Making a virtual environment with %s" % python)
        if subprocess.call([python, "-m", "venv", "--clear", str(VENV)]):
            sys.exit(NO_VENV)
        MADE.write_text("whole")
    for group in groups + ([] if node_fits() else ["node"]):
        lock = ROOT / "requirements" / (group + ".txt")
        install_once(
            VENV / (group + ".lock"), lock, "Installing the packages of " + lock.name,
            [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check",
             "--require-hashes", "--only-binary=:all:", "-r", lock],
        )  # fmt: skip


def install_packages_for_the_browser(with_test_tools):
    """Bring node_modules to the state of package-lock.json."""
    lock = ROOT / "package-lock.json"
    everything, for_the_site = ROOT / "node_modules" / "all.lock", ROOT / "node_modules" / "site.lock"
    command = npm_ci()
    if with_test_tools:
        install_once(everything, lock, "Installing what the browser and its tests need", command)
    elif not up_to_date(everything, lock):
        install_once(for_the_site, lock, "Installing what the browser needs", [*command, "--omit=dev"])


def install_packages_for_the_audit():
    """Bring tests/audit/node_modules, which only the audit has, to the state of its lock."""
    folder = ROOT / "tests" / "audit"
    install_once(
        folder / "node_modules" / "all.lock", folder / "package-lock.json", "Installing what only the audit needs",
        npm_ci("--prefix", str(folder)),
    )  # fmt: skip


def npm_ci(*options):
    """The command that installs what a lock of npm's names, and runs nothing of it."""
    npm = shutil.which("npm", path=search_path()) or sys.exit("npm was not found beside Node. Install Node with npm.")
    return [npm, "ci", "--silent", "--no-fund", "--no-audit", "--ignore-scripts", *options]


def up_to_date(mark, lock):
    return mark.exists() and mark.read_text() == hashlib.sha256(lock.read_bytes()).hexdigest()


def install_once(mark, lock, message, command):
    """Run `command` unless `mark` says that it ran for this very lock file."""
    if up_to_date(mark, lock):
        return
    say(message)
    subprocess.run(command, cwd=str(ROOT), env=environment(), check=True)
    mark.write_text(hashlib.sha256(lock.read_bytes()).hexdigest())


def find_python():
    """The first interpreter that really starts and is neither too old nor too new."""
    names = ["python3.%d" % minor for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    of_pyenv = [str(path) for path in sorted(pyenv.glob("3.*/bin/python"), reverse=True)]
    for candidate in [sys.executable, *names, *of_pyenv]:
        if version_of(candidate):
            return candidate
    return python_of_uv() or sys.exit(NO_PYTHON)


def python_of_uv():
    """An interpreter that uv installs, where there is a uv."""
    uv = shutil.which("uv")
    wanted = "%d.%d" % NEWEST
    if not uv or subprocess.call([uv, "python", "install", wanted]):
        return None
    return subprocess.check_output([uv, "python", "find", wanted], universal_newlines=True).strip()


def version_of(python):
    """Whether `python` starts (the shim of a version manager may not) and is of a fit version."""
    code = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    try:
        said = subprocess.check_output([python, "-c", code], stderr=subprocess.DEVNULL, universal_newlines=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return OLDEST <= tuple(map(int, said.split("."))) <= NEWEST


def node_fits():
    """Whether a Node that is new enough stands on the machine's own path, with npm beside it."""
    node = shutil.which("node")
    try:
        said = subprocess.check_output([node or "node", "--version"], universal_newlines=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return int(said.lstrip("v").split(".")[0]) >= OLDEST_NODE and shutil.which("npm") is not None


def search_path():
    """The machine's path, behind our own Node where the machine's was not taken."""
    ours, path = str(PYTHON.parent), os.environ.get("PATH", "")
    return os.pathsep.join([ours, path] if (VENV / "node.lock").exists() else [path, ours])


def environment():
    return dict(os.environ, PATH=search_path(), PYTHONUTF8="1", NO_MKDOCS_2_WARNING="1")


def run(command):
    """Become `command` where the system lets us, so that Ctrl-C and other signals reach it alone."""
    os.chdir(str(ROOT))
    if os.name != "nt":
        os.execve(command[0], command, environment())
    child = subprocess.Popen(command, env=environment())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            pass  # it reaches the child too, which ends by itself


def say(line):
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
