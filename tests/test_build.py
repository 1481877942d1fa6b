"""The built site: what the worker loads, what a page holds without script, what stops a build."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest

from publishing.runtime.bundle import build_wheel, compiled_library
from tests.house import build_house, copy_house

pytestmark = pytest.mark.slow


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return copy_house(tmp_path / "house")


def test_the_lock_file_pins_our_wheel_and_nothing_else(site: Path) -> None:
    [lock] = site.rglob("pyodide-lock.json")
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    wheel = lock.parent / packages["convergence"]["file_name"]
    assert list(packages) == ["convergence"]
    assert packages["convergence"]["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert lock.parent.name == hashlib.sha256(wheel.read_bytes()).hexdigest()[:8]


def test_the_wheel_holds_sources_and_data_and_is_the_same_for_the_same_files(tmp_path: Path) -> None:
    first, second = (build_wheel(tmp_path / name) for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
    names = zipfile.ZipFile(first).namelist()
    assert {
        "data/market.toml",
        "data/units.py",
        "calculators/market_growth.py",
        "calculators/market_growth.toml",
    } <= set(names)


def test_the_standard_library_is_compiled_by_the_pyodide_that_runs_it() -> None:
    """Byte code of Python 3.14 begins with the magic number 3627, little-endian, and carriage return, line feed."""
    with zipfile.ZipFile(compiled_library()) as library:
        names = library.namelist()
        magic = {library.read(name)[:4] for name in names if name.endswith(".pyc")}
    assert magic == {(3627).to_bytes(2, "little") + b"\r\n"}
    assert "tomllib/_parser.pyc" in names and not any(name.endswith(".py") for name in names)


def test_every_page_declares_the_policy_and_calls_nobody(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "Content-Security-Policy" in text
        loaded = re.findall(r'(?:src|rel="(?:stylesheet|preload|icon)" href)="([^"]+)"', text)
        assert [address for address in loaded if "//" in address] == []


def test_the_missing_page_finds_its_styles_one_level_deep(site: Path) -> None:
    """GitHub Pages serves 404.html at whatever address was asked for, so its links start at the base path."""
    addresses = re.findall(r'(?:href|src)="([^"#]+\.(?:css|js|mjs))"', (site / "404.html").read_text("utf-8"))
    assert addresses and all(address.startswith("/some-repo/") for address in addresses)


def test_edit_links_come_from_the_environment(house: Path, tmp_path: Path) -> None:
    address = "https://example.org/someone/fork/edit/main/docs/"
    assert build_house(house, tmp_path / "site", EDIT_URI=address).returncode == 0
    assert f'href="{address}index.md"' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_without_an_environment_the_site_builds_with_defaults(house: Path, tmp_path: Path) -> None:
    assert build_house(house, tmp_path / "site").returncode == 0
    assert "edit/main" not in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_fault_in_the_data_stops_the_build_with_all_its_problems(house: Path, tmp_path: Path) -> None:
    path = house / "data" / "market.toml"
    path.write_text(
        path.read_text("utf-8").replace("value      = 720", "value = '720'").replace("8.5\n", "8.55\n"), "utf-8"
    )
    built = build_house(house, tmp_path / "site")
    assert built.returncode == 1
    assert "market.toml: convergence-market-2023.value: It is not a number below 10^15." in built.stderr
    assert "market.toml: convergence-growth.rounded_to: 8.55 is no multiple of 0.1." in built.stderr


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("[gone](nowhere.md)", "nowhere.md"),
        ("[gone](growth.md#nowhere)", "There is no heading “nowhere” on growth.md."),
        ("[gone](glossary.md#nowhere)", "#nowhere"),  # a fence draws places there: MkDocs tells it
        ("[gone](/absolute/)", "/absolute/"),
    ],
)
def test_a_link_that_leads_nowhere_stops_the_build(house: Path, tmp_path: Path, link: str, message: str) -> None:
    with (house / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{link}\n")
    built = build_house(house, tmp_path / "site")
    assert built.returncode == 1
    assert message in built.stderr and "about.md" in built.stderr


def test_a_page_that_the_site_map_leaves_out_stops_the_build(house: Path, tmp_path: Path) -> None:
    (house / "docs" / "lost.md").write_text("# Lost\n", "utf-8")
    built = build_house(house, tmp_path / "site")
    assert built.returncode == 1 and "lost.md" in built.stderr


@pytest.mark.parametrize(
    ("fence", "message"),
    [
        ("market-grwth", "There is no calculator “market-grwth”. Did you mean “market-growth”?"),
        ("market-growth\nrate = 900", "rate: 900 is outside the limits. Enter a number from −50 to 100."),
        ("market-growth\nrate = ", "Invalid value"),
    ],
)
def test_a_wrong_fence_stops_the_build_and_says_why(house: Path, tmp_path: Path, fence: str, message: str) -> None:
    page = house / "docs" / "growth.md"
    page.write_text(page.read_text("utf-8").replace("```calculator\nmarket-growth", f"```calculator\n{fence}"), "utf-8")
    built = build_house(house, tmp_path / "site")
    assert built.returncode == 1
    assert message in built.stderr
