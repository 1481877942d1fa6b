"""pytest's part of the tiers: which tests a tier holds, and that none of them was left out.

    check   all but `browser`, `slow` and `audit`: seconds
    test    all but `audit`: what CI runs
    audit   everything

With `--tier`, a run in which a test was skipped, expected to fail, or deselected by anything but
its tier fails, and says which. Generated cases are pinned, so that a run says the same each time;
the audit looks for new ones, and what it finds becomes a test. Where tests run in several processes,
each tells what it missed to the one that counts.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import settings

LEFT_OUT = {"check": {"browser", "slow", "audit"}, "test": {"audit"}, "audit": set()}
MISSED = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tier", choices=list(LEFT_OUT), help="run the tests of one tier, and all of them")


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile("pinned", derandomize=True, deadline=None)
    settings.register_profile("audit", max_examples=20_000, deadline=None)
    settings.load_profile("audit" if config.getoption("tier", None) == "audit" else "pinned")
    config.stash[MISSED] = []
    config.pluginmanager.register(Watch(config), "tier-watch")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = LEFT_OUT.get(config.getoption("tier"), set())
    items[:] = [item for item in items if not left_out & {mark.name for mark in item.iter_markers()}]


class Watch:
    """Notes every test that did not really run."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.missed = config.stash[MISSED]

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        self.missed.extend(f"{item.nodeid} was deselected" for item in items)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.missed.append(f"{report.nodeid} was skipped")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped or hasattr(report, "wasxfail"):
            self.missed.append(f"{report.nodeid} was skipped or expected to fail")

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over from a process what it missed; reports of its tests have come already."""
        told = getattr(node, "workeroutput", {}).get("missed", [])
        self.missed.extend(line for line in told if line not in self.missed)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["missed"] = self.missed
        yield
        if self.config.getoption("tier") and self.missed:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.config.getoption("tier") and self.missed:
            terminalreporter.section("tests that did not run")
            for line in self.missed:
                terminalreporter.line(line)
