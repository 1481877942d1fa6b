"""Runs inside Pyodide: pytest over the files named, in the tests folder mounted at /house/tests."""

import os
import sys


def run(files: list[str]) -> int:
    """pytest's exit status."""
    sys.path += ["/packages", "/house"]
    sys.dont_write_bytecode = True
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # those of the environment outside hold native code
    os.chdir("/house/tests")
    import pytest

    return int(pytest.main(["-q", "-p", "no:cacheprovider", "--noconftest", "--rootdir=/house/tests", *files]))
