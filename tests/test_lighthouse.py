"""What Lighthouse finds is told rightly, drawn on the page on method, and in the audit as good as is asked."""

import gzip
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from publishing.lighthouse import BASE, measured
from tests.lighthouse import KINDS, measure, medians, shortfalls, told, written
from tests.servers import SiteServer, running

GOOD = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
METRICS = {
    "first-contentful-paint": 912.4,
    "largest-contentful-paint": 1500.0,
    "total-blocking-time": 88.6,
    "cumulative-layout-shift": 0.0012,
    "speed-index": 1000.0,
}


def run(kind: str, lost: dict[str, list[str]] | None = None, **scores: int) -> dict[str, Any]:
    none: dict[str, list[str]] = {name: [] for name in GOOD}
    return {"kind": kind, "scores": GOOD | scores, "metrics": METRICS, "lost": none | (lost or {}), "machine": 1500}


def test_the_middle_run_counts() -> None:
    runs = [run("Home", performance=each) for each in (90, 99, 97)]
    assert medians(runs)["Home"]["performance"] == 97


def test_what_is_asked_and_given_is_not_told() -> None:
    """98 is enough; the plain page of the theme may get what it gets."""
    assert shortfalls([run("Home", performance=98), run(BASE, performance=70, accessibility=92)]) == []


def test_what_falls_short_is_told_with_its_causes_and_the_plain_page_beside_it() -> None:
    runs = [run("Home", {"performance": ["total-blocking-time"]}, performance=97), run(BASE, performance=86)]
    assert shortfalls([*runs, run("Proof", {"seo": ["crawlable-anchors"]}, seo=92)]) == [
        "Home: Performance is 97, not 98 (the plain page got 86 in the same loop). Points went to total-blocking-time.",
        "Proof: SEO is 92, not 100 (the plain page got 100 in the same loop). Points went to crawlable-anchors.",
    ]


def test_what_is_written_is_what_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "some.toml").write_text(written([run("Home"), run(BASE)], "Lighthouse 13", 1), "utf-8")
    monkeypatch.setattr("publishing.lighthouse.FILE", tmp_path / "some.toml")
    home, base = measured.__wrapped__().rows
    assert (home.kind, home.place, home.scores, home.first, home.blocked) == ("Home", "index.md", GOOD, 0.91, 89)
    assert (base.kind, base.place) == (BASE, "")


def test_the_table_of_a_run_is_told_in_markdown() -> None:
    assert told([run("Home")]).splitlines()[2] == (
        "| Home | 99          | 100           | 100            | 100 | 0.9 s      | 1.5 s   | 89 ms   | 0.001 |"
    )


def test_the_last_run_held_every_kind_of_page() -> None:
    assert [row.kind for row in measured().rows] == [*KINDS, BASE]


def test_text_is_sent_compressed_and_a_picture_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("Words.", "utf-8")
    (tmp_path / "a.png").write_bytes(b"PNG")
    with running(SiteServer(tmp_path, packed=True)) as server:
        page, picture = (urllib.request.urlopen(server.address + name) for name in ("a.html", "a.png"))
        assert gzip.decompress(page.read()) == b"Words." and page.headers["Content-Encoding"] == "gzip"
        assert picture.read() == b"PNG" and picture.headers["Content-Encoding"] is None


@pytest.mark.audit
def test_every_kind_of_page_is_rated_as_high_as_is_asked() -> None:
    assert shortfalls(measure()) == []
