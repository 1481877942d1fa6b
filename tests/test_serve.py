"""`serve` on a copy of the house: one file of each kind is changed, and the served bytes change."""

import contextlib
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from tests.house import copy_house

pytestmark = pytest.mark.slow

PAGE = "growth/"
Served = tuple[Path, str, "Queue[str]", "subprocess.Popen[str]"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the house being served; port 8000 is taken, so that the next free one is used."""
    house = copy_house(tmp_path_factory.mktemp("serve") / "house")
    (house / "data" / "series").mkdir(exist_ok=True)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):  # then another program holds the port, which serves the purpose as well
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        process = subprocess.Popen(
            [sys.executable, "make.py", "serve"], cwd=house, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        lines: Queue[str] = Queue()
        Thread(target=lambda: [lines.put(line.strip()) for line in process.stdout or []], daemon=True).start()
        address = until(lines, lambda line: line.startswith("Look at")).split()[2]
        yield house, address, lines, process
        process.kill()


def until(lines: "Queue[str]", wanted: Callable[[str], bool]) -> str:
    """The first line that `wanted` accepts; a line is waited for at most a minute."""
    while not wanted(line := lines.get(timeout=60)):
        pass
    return line


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode("utf-8"))


def asset(address: str, name: str) -> str:
    """The path under which the served page names one of our assets."""
    found = re.search(rf'"([^"]+/{name})"', get(address + PAGE))
    assert found
    return found[1].removeprefix("../")


def worker_bundle(address: str) -> str:
    """Where the served page's script says that the lock file of the worker's bundle lies."""
    config = asset(address, "form.mjs").replace("form.mjs", "config.mjs")
    found = re.search(r'"lockFileURL": "([^"]+)"', get(address + config))
    assert found
    return found[1]


CHANGES: dict[str, tuple[str, Callable[[str], str], str]] = {
    "Markdown": ("docs/growth.md", lambda text: text + "\nA line more.\n", "A line more."),
    "TOML": ("data/market.toml", lambda text: text.replace("An upper envelope:", "A wide envelope:"), "A wide envelope:"),
    "Python of a calculator": ("calculators/market_growth.py", lambda text: text.replace('"Growth a year"', '"Yearly growth"'), "Yearly growth"),
    "Python of the publishing": ("publishing/words.py", lambda text: text.replace('"Confirmed: ', '"Well confirmed: '), "Well confirmed: "),
    "template": ("publishing/form/more.html", lambda text: text.replace("Link to this answer", "Address of this answer"), "Address of this answer"),
    "settings": ("mkdocs.yml", lambda text: text.replace("Code MIT.", "Code under MIT."), "Code under MIT."),
    "theme": ("publishing/theme/main.html", lambda text: text + "{% block footer %}New footer{% endblock %}", "New footer"),
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_file_changes_the_served_page(served: Served, kind: str) -> None:
    house, address, lines, _ = served
    name, change, words = CHANGES[kind]
    path = house / name
    before, bundle = path.read_text("utf-8"), worker_bundle(address)
    assert words not in get(address + PAGE) and change(before) != before
    path.write_text(change(before), "utf-8")
    while words not in get(address + PAGE):
        assert until(lines, lambda line: "uilt" in line) == "Built again"
    assert (worker_bundle(address) != bundle) == name.startswith(("data/", "calculators/"))


def test_a_table_of_data_changes_the_worker_s_bundle(served: Served) -> None:
    house, address, lines, _ = served
    before = worker_bundle(address)
    (house / "data" / "series" / "some.csv").write_text("year,value\n2023,1\n", "utf-8")
    while (after := worker_bundle(address)) == before:
        assert until(lines, lambda line: "uilt" in line) == "Built again"
    assert "convergence" in get(address + after)


def test_a_change_of_style_or_script_is_served_under_a_new_path(served: Served) -> None:
    house, address, lines, _ = served
    style, script = r"site\.\w+\.css", "form.mjs"
    before = [asset(address, each) for each in (style, script)]
    append(house / "publishing" / "look" / "page.css", ".new-style{top:0}")
    append(house / "publishing" / "form" / "form.mjs", "// new script")
    while "// new script" not in get(address + asset(address, script)):
        assert until(lines, lambda line: "uilt" in line) == "Built again"
    assert ".new-style{top:0}" in get(address + asset(address, style))
    assert not set(before) & {asset(address, each) for each in (style, script)}


def append(path: Path, words: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(words + "\n")


def test_a_fault_keeps_the_last_good_site_and_its_mending_is_served(served: Served) -> None:
    house, address, lines, _ = served
    path = house / "data" / "market.toml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("value      = 720", "value      = '720'"), "utf-8")
    assert "It is not a number" in until(lines, lambda line: "convergence-market-2023" in line)
    until(lines, lambda line: line.startswith("Not built"))
    assert "calculator-form" in get(address + PAGE)
    path.write_text(sound, "utf-8")
    assert until(lines, lambda line: "uilt" in line) == "Built again"


def test_where_the_usual_port_is_taken_the_next_free_one_serves(served: Served) -> None:
    _, address, _, _ = served
    assert re.fullmatch(r"http://127\.0\.0\.1:80[0-9][1-9]/", address)


def test_pages_reload_themselves_here_and_a_missing_one_is_the_site_s_own(served: Served) -> None:
    _, address, _, _ = served
    assert "/-/reload.mjs" in get(address + PAGE)
    assert get(f"{address}-/build").isdigit()
    with pytest.raises(urllib.error.HTTPError) as missing:
        get(f"{address}deep/missing/")
    assert missing.value.code == 404 and "/-/reload.mjs" in missing.value.read().decode()


def test_ctrl_c_ends_it_cleanly(served: Served) -> None:
    """Runs last in this file; a tier keeps the order."""
    _, address, lines, process = served
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert until(lines, lambda line: line == "Ended")
    with pytest.raises(urllib.error.URLError):
        get(address + PAGE)
