"""The content policy of a page: its own scripts run, nothing else does."""

from pathlib import Path

import pytest

from publishing.policy import add_policy, hash_of, inline_scripts, policy

PAGE = (
    '<head><meta charset="utf-8"><script>a()</script><script src="x.js"></script></head>'
    '<script id="c" type="application/json">{}</script><script>b()</script>'
)


def test_only_inline_code_is_hashed() -> None:
    assert inline_scripts(PAGE) == ["a()", "b()"]


def test_the_hash_is_the_one_browsers_compute() -> None:
    """From the specification of CSP: alert('Hello, world.');"""
    assert hash_of("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_the_policy_allows_no_evaluation_of_text_and_no_other_host() -> None:
    written = policy([PAGE])
    assert "'unsafe-eval'" not in written and "unsafe-inline" not in written and "http" not in written
    assert written.startswith("script-src 'self' ") and "default-src 'none'" in written


def test_every_page_gets_the_policy_of_all_pages_before_its_first_script(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.html").write_text(PAGE.replace("b()", "c()"), "utf-8")
    add_policy(tmp_path)
    for name in ("a.html", "b.html"):
        page = (tmp_path / name).read_text("utf-8")
        assert page.index("Content-Security-Policy") < page.index("<script")
        assert all(hash_of(code) in page for code in ("a()", "b()", "c()"))


def test_a_script_in_the_text_of_a_page_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE + '<article class="x"><script>owned()</script></article>', "utf-8")
    with pytest.raises(ValueError, match=r"a\.html: a script stands in the text: 'owned\(\)'"):
        add_policy(tmp_path)


def test_a_page_without_a_place_for_the_policy_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>", "utf-8")
    with pytest.raises(ValueError, match=r"a\.html declares no charset"):
        add_policy(tmp_path)
