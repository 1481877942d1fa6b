"""The proof in a real browser: all examples equal; one altered text told; failures told; nothing before a press."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.forms import READY, form, outputs, settled, type_into
from tests.patience import END, patience
from tests.servers import SiteServer
from tests.using import use

pytestmark = pytest.mark.browser
START = "Run all examples here"
ENDED = """() => ["equal", "different", "failed"].includes(document.querySelector("proof-run").dataset.state)"""


@pytest.fixture
def page(context: BrowserContext, server: SiteServer) -> Page:
    page = context.new_page()
    page.goto(f"{server.address}proof/")
    return page


def expected(site: Path) -> bytes:
    """The file of expected answers, as it is served."""
    [path] = site.glob("app/*/proof.json")
    return path.read_bytes()


def examples_in(content: bytes) -> list[tuple[str, dict[str, Any]]]:
    return [(each["calculator"], case) for each in json.loads(content)["calculators"] for case in each["cases"]]


def run(page: Page, name: str = START) -> None:
    page.get_by_role("button", name=name).click()
    page.wait_for_function(ENDED, timeout=0)  # a run that never ends is told by name, as any test that hangs
    expect(page.locator(".proof-result")).to_contain_text("equal to CPython")


def test_every_example_of_every_calculator_comes_out_as_cpython_had_it(page: Page, site: Path) -> None:
    count = len(examples_in(expected(site)))
    assert count > 20
    expect(page.locator(".proof-title")).to_have_text(f"{count} worked examples")
    run(page)
    said = f"{count} of {count} equal to CPython"
    expect(page.locator(".proof-result")).to_have_text(said)
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(said)
    expect(page.locator(".proof-here")).to_contain_text("Here: CPython 3.14")
    made = page.locator(".proof-made").inner_text()
    release = made.partition("release ")[2].rstrip(".")
    expect(page.locator(".proof-here")).to_contain_text(f"in Pyodide 314.0.7, release {release}.")
    expect(page.locator(".proof-differences li")).to_have_count(0)
    for row in page.locator(".proof-rows tbody tr").all():
        examples, equal = row.locator("td").all_inner_texts()
        assert equal == f"{examples} of {examples}"


def test_one_altered_text_in_the_served_file_is_found_and_named(page: Page, server: SiteServer, site: Path) -> None:
    server.altered["proof.json"] = (b"997.8", b"997.9")
    whole = expected(site)
    both = zip(examples_in(whole), examples_in(whole.replace(b"997.8", b"997.9", 1)), strict=True)
    [(name, case)] = [before for before, after in both if before != after]
    run(page)
    count = len(examples_in(whole))
    expect(page.locator(".proof-result")).to_have_text(f"{count - 1} of {count} equal to CPython")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(f"{count - 1} of {count} equal to CPython")
    [told] = page.locator(".proof-differences li").all_inner_texts()
    assert f"example {case['number']}" in told
    assert "“997.9” was expected and “997.8” came." in told
    of_it = page.locator(f'[data-equal-of="{name}"]').inner_text().split(" of ")
    assert int(of_it[0]) == int(of_it[1]) - 1
    server.altered.clear()
    run(page, "Run them again")
    expect(page.locator(".proof-result")).to_have_text(f"{count} of {count} equal to CPython")
    expect(page.locator(".proof-differences li")).to_have_count(0)


def test_nothing_is_loaded_before_the_button_is_pressed(page: Page, server: SiteServer) -> None:
    page.wait_for_load_state("networkidle")
    assert not any("runtime/" in path or "proof.json" in path for path in server.asked)
    expect(page.get_by_role("main").get_by_role("status")).to_be_empty()


def test_it_is_run_and_left_with_the_keyboard_alone(page: Page) -> None:
    page.get_by_role("button", name=START).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # a second press while it runs begins nothing anew
    expect(page.locator(".proof-result")).to_contain_text("equal to CPython", timeout=READY)
    expect(page.get_by_role("button", name="Run them again")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".proof-rows a").first).to_be_focused()


def test_a_start_that_fails_is_told_and_can_be_tried_again(page: Page, server: SiteServer) -> None:
    server.faults["pyodide.asm.wasm"] = "missing"
    page.get_by_role("button", name=START).click()
    failure = page.locator(".proof-failure")
    expect(failure).to_contain_text("The live calculation could not start.", timeout=READY)
    expect(failure).to_contain_text("The file pyodide.asm.wasm could not be loaded.")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("The live calculation could not start.")
    expect(page.locator(".proof-answer")).to_be_hidden()
    server.faults.clear()
    run(page, "Run them again")
    expect(failure).to_be_hidden()


def test_expected_answers_that_cannot_be_loaded_are_told(page: Page, server: SiteServer) -> None:
    for fault in ("missing", "corrupt"):
        server.faults["proof.json"] = fault
        page.get_by_role("button", name="Run").click()
        expect(page.locator(".proof-failure")).to_contain_text("The expected answers could not be loaded.")
        server.faults.clear()
        run(page, "Run them again")


def test_a_question_that_takes_too_long_counts_as_different(page: Page, server: SiteServer, site: Path) -> None:
    """The example that counts to ten counts for far longer than a question may take."""
    server.altered["proof.json"] = (b'"turns": "10"', b'"turns": "99999999999"')
    page.evaluate(END)
    page.evaluate(patience(5))  # as long as no other example takes on a slow machine
    count = len(examples_in(expected(site)))
    run(page)
    expect(page.locator(".proof-result")).to_have_text(f"{count - 1} of {count} equal to CPython")
    [told] = page.locator(".proof-differences li").all_inner_texts()
    assert told.startswith("endless, example 1") and "This took too long to work out and was stopped." in told


def test_what_came_out_stays_when_a_contents_link_is_followed_and_calculators_answer_after_it(page: Page) -> None:
    use(page)
    run(page)
    said = page.locator(".proof-result").inner_text()
    page.locator(".md-sidebar--secondary").get_by_text("Every text of an answer is compared").click()
    page.wait_for_url("**/#what-is-compared")
    expect(page.locator(".proof-result")).to_have_text(said)
    page.locator(".proof-rows").get_by_role("link", name="Market growth").click()
    page.wait_for_url("**/calculators/market-growth/")
    type_into(form(page), "rate", "9")
    assert outputs(settled(form(page)))["value"] == "1,316.2"  # 720 × 1.09⁷
    page.go_back()
    expect(page.locator(".proof-result")).to_have_text(said)


def test_without_script_a_sentence_says_what_it_needs(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}proof/")
    expect(page.get_by_text("Running them in your browser needs JavaScript.")).to_be_visible()
    expect(page.get_by_role("button", name=START)).to_be_hidden()
    context.close()
