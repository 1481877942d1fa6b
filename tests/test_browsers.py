"""Which browser the tests take, on machines of several kinds."""

from pathlib import Path

import pytest

from tests import browsers


def pretend(folder: Path, name: str, status: int) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser at any known place, and none named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browsers, "PLACES", [])
    monkeypatch.delenv(browsers.CHROMIUM, raising=False)


def test_one_that_starts_is_taken(tmp_path: Path) -> None:
    chrome = pretend(tmp_path, "google-chrome", 0)
    assert browsers.on_the_machine() == chrome


def test_a_stub_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    pretend(tmp_path, "chromium", 1)
    assert browsers.on_the_machine() is None
    chrome = pretend(tmp_path, "chrome", 0)
    assert browsers.on_the_machine() == chrome


def test_one_that_the_environment_names_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, "chromium", 0)
    monkeypatch.setenv(browsers.CHROMIUM, "/some/browser")
    assert browsers.find_or_install() == Path("/some/browser")


def test_the_ways_are_tried_in_turn_and_the_last_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    for way in ("of_playwright", "of_the_distribution", "of_npm"):
        monkeypatch.setattr(browsers, way, lambda way=way: tried.append(way))
    with pytest.raises(SystemExit, match="Install Chromium or Chrome"):
        browsers.find_or_install()
    assert tried == ["of_playwright", "of_the_distribution", "of_npm"]
