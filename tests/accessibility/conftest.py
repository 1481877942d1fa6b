"""What the audit has seen, told at the end: its parts run in several processes, whose own words are lost."""

from collections.abc import Iterator

import pytest

SEEN = "sights"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How often a page was looked at in some state and setting."""
    if seen := sum(sights_of(terminalreporter)):
        terminalreporter.write_line(f"{seen:,} sights of a page, in a state and a setting, were looked at by axe.")


def sights_of(terminalreporter: pytest.TerminalReporter) -> Iterator[int]:
    """What each part has noted of itself."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "call":
                yield from (int(str(count)) for name, count in report.user_properties if name == SEEN)
