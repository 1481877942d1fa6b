"""The page in a real browser: complete without script, alive with it, and calling nobody."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.cases import cases, first_example
from tests.forms import READY, form, link, outputs, refused, rows, settled, type_into
from tests.forms import field as control
from tests.patience import END, PATIENCE
from tests.servers import Outside, SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser

EXAMPLES = [pytest.param(name, one, id=f"{name}-{n}") for name, n, one in cases("example")]
REFUSALS = [pytest.param(name, one, id=f"{name}-{n}") for name, n, one in cases("refused")]
NOT_TABLES = {"origin", "inputs", "outputs", "bands"}


@pytest.fixture(scope="module")
def gallery(browser: Browser, site: Any) -> Iterator[Page]:
    """The page with every calculator, its Python running, for tests that put many inputs into one page."""
    with running(SiteServer(site)) as server, running(Outside()) as outside:
        page = browser.new_page(proxy=outside.proxy(server.server_address[1]))
        page.add_init_script(PATIENCE)
        page.goto(f"{server.address}whole-gallery/")
        use(page)
        type_into(by_name(page, "market-growth"), "rate", "8.6")
        settled(by_name(page, "market-growth"))
        yield page
        page.close()
        assert outside.asked == []


def by_name(page: Page, name: str) -> Locator:
    return page.locator(f'calculator-form[name="{name}"]')


@pytest.fixture
def living(gallery: Page) -> Locator:
    """A calculator that lives already."""
    return by_name(gallery, "market-growth")


def fill(calculator: Locator, inputs: dict[str, str]) -> None:
    """Bring every field to `inputs`, or to its default."""
    calculator.evaluate("""(element, inputs) => {
        const fields = element.querySelectorAll(":is(input, select, textarea)[name]");
        for (const field of fields) field.value = inputs[field.name] ?? field.dataset.default;
        fields[0].dispatchEvent(new Event("input", { bubbles: true }));
    }""", inputs)  # fmt: skip


def test_without_script_form_answer_table_and_sources_read(
    browser: Browser, server: SiteServer, outside: Outside
) -> None:
    context = browser.new_context(java_script_enabled=False, proxy=outside.proxy(server.server_address[1]))
    page = context.new_page()
    page.goto(server.growth)
    assert outputs(form(page)) == {"value": "1,274.5", "passes_in": "2028"}
    assert (
        form(page).locator('output[name="value"]').get_attribute("data-value") == "1274.50241791"
    )  # 720 · 1085⁷ / 10²¹
    assert len(rows(form(page), "path")) == 8 and rows(form(page), "path")[4] == ["2027", "997.8"]
    assert form(page).locator('input[name="rate"]').input_value() == "8.5"
    sources = page.locator(".calculator-sources")
    expect(sources).to_contain_text("the market size as of 2023 was $720 billion")
    expect(page.get_by_text("Typing your own numbers needs JavaScript")).to_be_visible()
    assert form(page).get_attribute("data-state") == "static"
    context.close()
    assert outside.asked == []


def test_without_script_the_enter_key_sends_nothing_anywhere(browser: Browser, server: SiteServer) -> None:
    """What a reader types never reaches a server, not even this one."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.growth)
    form(page).locator('input[name="base"]').fill("123456")
    form(page).locator('input[name="base"]').press("Enter")
    page.goto(f"{server.address}decisions/")
    assert not any("123456" in path for path in server.asked)
    context.close()


def test_a_page_that_nobody_touches_loads_no_python(page: Page, server: SiteServer) -> None:
    page.wait_for_load_state("networkidle")
    assert not any("runtime/" in path for path in server.asked)
    assert form(page).get_attribute("data-state") == "static"


def test_typing_changes_answer_table_and_link_at_once(page: Page, server: SiteServer) -> None:
    """Issue 2: change 8.5 to 9. 720 × 1.09⁷ = 1,316.2; 720 × 1.09⁴ = 1,016.3, the first above 1,000."""
    held = server.holds["stdlib"] = threading.Event()
    type_into(form(page), "rate", "9")
    assert form(page).get_attribute("data-current") == "false"
    held.set()
    settled(form(page))
    assert outputs(form(page)) == {"value": "1,316.2", "passes_in": "2027"}
    assert rows(form(page), "path")[4] == ["2027", "1,016.3"]
    assert link(form(page))["rate"] == "9" and link(form(page))["base"] == "720~convergence-market-2023"
    assert link(form(page))["answer"] == "1316.2"
    expect(form(page).locator('[data-origin-of="rate"]')).to_have_text(
        "Your number, outside the published 8.45 to 8.55"
    )
    expect(form(page).locator("[role=status]")).to_have_text(
        "Market in the target year: $1,316.2 billion; within the published rounding 1,307.0 to 1,325.3."
    )
    assert page.evaluate("location.search + location.hash") == ""


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_worked_example_gives_the_same_in_the_browser(gallery: Page, name: str, example: dict[str, Any]) -> None:
    living = by_name(gallery, name)
    fill(living, example["inputs"])
    settled(living)
    shown = outputs(living)
    assert {name: shown[name] for name in example["outputs"]} == example["outputs"]
    for output, words in example.get("bands", {}).items():
        assert living.locator(f'[data-band-of="{output}"]').inner_text() == words
    for table in set(example) - NOT_TABLES:
        assert rows(living, table) == example[table]


@pytest.mark.parametrize(("name", "refusal"), REFUSALS)
def test_a_wrong_input_is_told_at_its_field_and_loses_nothing(
    gallery: Page, name: str, refusal: dict[str, Any]
) -> None:
    living = by_name(gallery, name)
    fill(living, first_example(name)["inputs"])
    settled(living)
    before = outputs(living)
    fill(living, refusal["inputs"])
    for field, message in refusal["problems"].items():
        refused(living, field, message)
        assert control(living, field).get_attribute("aria-invalid") == "true"
        assert control(living, field).input_value() in (
            refusal["inputs"].get(field),
            control(living, field).get_attribute("data-default"),
            "",
        )
    assert living.locator("[aria-invalid]").count() == len(refusal["problems"])
    assert (outputs(living), living.get_attribute("data-current")) == (before, "false")
    assert living.get_attribute("data-state") == "live"
    assert living.page.locator("img[src=x]").count() == 0


def test_a_mended_input_takes_its_message_back(living: Locator) -> None:
    fill(living, {"rate": "x"})
    refused(living, "rate", "“x” is not a number. Write digits, like 8.5.")
    fill(living, {"rate": "9"})
    settled(living)
    refused(living, "rate", "")
    assert living.locator("[aria-invalid]").count() == 0


def test_the_field_says_how_it_read_a_number_with_two_readings(living: Locator) -> None:
    fill(living, {"mark": "1,200"})
    settled(living)
    expect(living.locator('[data-note-for="mark"]')).to_have_text(
        "Read as 1200, the comma grouping thousands. For a decimal write 1.200."
    )


def test_of_many_keys_the_last_wins(living: Locator) -> None:
    living.locator('input[name="rate"]').press_sequentially("\b\b\b\b\b12.34567", delay=0)
    living.locator('input[name="rate"]').fill("10")
    settled(living)
    assert outputs(living)["value"] == "1,403.1"  # 720 × 1.1⁷ = 720 × 1.9487171


def test_a_short_link_is_restored(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?rate=9%25&target_year=2027")
    settled(form(page))
    assert outputs(form(page))["value"] == "1,016.3"
    assert form(page).locator('input[name="rate"]').input_value() == "9%"
    expect(form(page).get_by_text("Opened from a link.")).to_be_visible()


def test_the_link_shown_brings_the_same_answer_back(context: BrowserContext, server: SiteServer) -> None:
    first = context.new_page()
    first.goto(server.growth)
    type_into(form(first), "base", "0.8 trillion")
    settled(form(first))
    link = form(first).locator("[data-link]").get_attribute("href")
    second = context.new_page()
    second.goto(server.growth + str(link))
    assert outputs(settled(form(second))) == outputs(form(first))


def test_a_link_with_a_wrong_value_says_so_at_its_field(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?rate=<b>x</b>&mark=nothing")
    refused(form(page), "rate", "“<b>x</b>” is not a number. Write digits, like 8.5.")
    expect(form(page).locator('input[name="mark"]')).to_be_visible()
    assert outputs(form(page))["value"] == "1,274.5"


def test_a_link_that_names_an_unknown_input_says_so(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?raet=9")
    expect(form(page).locator('[data-problem-for=""]')).to_contain_text("Did you mean “rate”?", timeout=READY)
    type_into(form(page), "rate", "9")
    assert outputs(settled(form(page)))["value"] == "1,316.2"
    refused(form(page), "", "")


def test_a_link_followed_within_the_page_is_restored_each_time(page: Page) -> None:
    type_into(form(page), "rate", "9")
    settled(form(page)).locator("[data-link]").click()
    type_into(form(page), "rate", "10")
    assert outputs(settled(form(page)))["value"] == "1,403.1"
    page.evaluate("location.hash = '#market-growth?rate=7'")
    expect(form(page).locator('input[name="rate"]')).to_have_value("7")
    expect(form(page).locator('output[name="value"]')).to_have_text("1,156.2")  # 720 × 1.605781


def test_two_calculators_on_a_page_do_not_disturb_one_another(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.address}two/")
    use(page)
    assert outputs(form(page, 1))["value"] == "997.8"
    type_into(form(page, 0), "rate", "9")
    type_into(form(page, 1), "rate", "x")
    assert outputs(settled(form(page, 0)))["value"] == "1,316.2"
    refused(form(page, 1), "rate", "“x” is not a number. Write digits, like 8.5.")
    assert outputs(form(page, 1))["value"] == "997.8"
    assert form(page, 0).locator("[aria-invalid]").count() == 0
    type_into(form(page, 1), "rate", "10")
    settled(form(page, 1)).locator("[data-link]").click()
    page.wait_for_url("**/two/#market-growth-2?*")
    assert outputs(settled(form(page, 1)))["value"] == "1,054.2"  # 720 × 1.1⁴
    assert (link(form(page, 1))["rate"], link(form(page, 1))["target_year"]) == ("10", "2027")
    assert outputs(form(page, 0))["value"] == "1,316.2"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_what_was_typed_stays_over_contents_back_forward_and_another_page(page: Page, server: SiteServer) -> None:
    type_into(form(page), "rate", "9")
    settled(form(page))
    page.locator(".md-sidebar--secondary").get_by_text("Gartner now has IT spending growing faster").click()
    page.wait_for_url("**/#is-that-faster-than-it-spending")
    kept(page)
    page.go_back()
    page.wait_for_url(server.growth)
    kept(page)
    page.go_forward()
    page.wait_for_url("**/#is-that-faster-than-it-spending")
    kept(page)
    page.locator(".md-tabs").get_by_text("Method").click()
    page.wait_for_url("**/method/")
    page.go_back()
    page.wait_for_url("**/#is-that-faster-than-it-spending")
    kept(page)


def kept(page: Page) -> None:
    expect(form(page).locator('input[name="rate"]')).to_have_value("9")
    expect(form(page).locator('output[name="value"]')).to_have_text("1,316.2")
    settled(form(page))


def test_back_to_a_link_keeps_what_was_typed_since(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?rate=9")
    use(page)
    settled(form(page))
    type_into(form(page), "rate", "10")
    settled(form(page))
    page.locator(".md-sidebar--secondary").get_by_text("Gartner now has IT spending growing faster").click()
    page.wait_for_url("**/#is-that-faster-than-it-spending")
    page.go_back()
    page.wait_for_url("**/#market-growth?rate=9")
    expect(form(page).locator('input[name="rate"]')).to_have_value("10")
    expect(form(page).locator('output[name="value"]')).to_have_text("1,403.1")


def test_loading_shows_its_stage_and_bytes_and_the_answer_stays(page: Page, server: SiteServer) -> None:
    held = server.holds["stdlib"] = threading.Event()
    type_into(form(page), "rate", "9")
    expect(form(page)).to_have_attribute("data-state", "loading")
    expect(form(page).locator(".calculator-bytes")).to_contain_text("MB")
    progress = form(page).locator("progress")
    expect(progress).to_be_visible()
    assert outputs(form(page))["value"] == "1,274.5"
    held.set()
    settled(form(page))
    expect(progress).to_be_hidden()


BINARIES = ["pyodide.asm.wasm", "stdlib", "convergence-", "pyodide-lock.json"]
FAULTS = [(part, fault) for part in BINARIES for fault in ("missing", "corrupt")]
FAULTS += [(part, "missing") for part in ("pyodide.mjs", "pyodide.asm.mjs", "worker.mjs")]


@pytest.mark.parametrize(("part", "fault"), FAULTS)
def test_a_failed_start_keeps_the_answer_says_so_and_may_be_tried_again(
    page: Page, server: SiteServer, part: str, fault: str
) -> None:
    server.faults[part] = fault
    type_into(form(page), "rate", "9")
    expect(form(page)).to_have_attribute("data-state", "failed", timeout=30_000)
    expect(form(page).get_by_text("The live calculation could not start.")).to_be_visible()
    assert form(page).locator(".calculator-reason").inner_text()
    assert outputs(form(page))["value"] == "1,274.5"
    server.faults.clear()
    form(page).get_by_role("button", name="Try again").click()
    assert outputs(settled(form(page)))["value"] == "1,316.2"


def test_a_run_over_its_limit_is_stopped_and_told_and_the_page_lives_on(gallery: Page) -> None:
    """The calculator `endless`, made for the tests, counts as long as it is told to."""
    endless, growth = by_name(gallery, "endless"), by_name(gallery, "market-growth")
    gallery.evaluate(END)
    fill(endless, {"turns": "100000000000"})
    refused(endless, "", "This took too long to work out and was stopped. Enter smaller numbers, or fewer rows.")
    gallery.evaluate(PATIENCE)
    fill(growth, {"rate": "9"})
    assert outputs(settled(growth))["value"] == "1,316.2"
    fill(endless, {"turns": "1000"})
    assert outputs(settled(endless)) == {"counted": "1,000"}


def test_a_fault_of_ours_is_told_and_never_a_number(gallery: Page) -> None:
    """The calculator `endless` breaks at 7 turns."""
    endless = by_name(gallery, "endless")
    fill(endless, {"turns": "7"})
    expect(endless).to_have_attribute("data-state", "failed", timeout=30_000)
    expect(endless.get_by_text("The calculation failed.")).to_be_visible()
    assert "IndexError" in endless.locator(".calculator-reason").inner_text()
    fill(endless, {"turns": "10"})
    assert outputs(settled(endless)) == {"counted": "10"}
    expect(endless.get_by_text("The calculation failed.")).to_be_hidden()


def test_a_changed_mark_is_never_folded_away(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?mark=900")
    expect(form(page).locator('input[name="mark"]')).to_be_visible()
    assert outputs(settled(form(page)))["passes_in"] == "2026"
    expect(form(page).locator(".calculator-marks summary")).to_contain_text("900")


def test_a_link_to_a_calculator_of_another_page_is_told(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growht?rate=9")
    refused(form(page), "", "The link opens “market-growht”, which is not on this page. Choose it under Calculators.")


def test_a_link_with_very_many_unknown_names_is_told_in_one_line(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?" + "&".join(f"x{n}=1" for n in range(1000)))
    expect(form(page).locator('[data-problem-for=""]')).to_contain_text("and 999 more.", timeout=30_000)


@pytest.mark.parametrize(
    "payload", ["__proto__=1", "constructor=1", "rate=%FF", "rate=%00", "rate=9;base=1", "rate=9&rate=8"]
)
def test_a_strange_link_is_an_answer_or_a_told_problem(
    context: BrowserContext, server: SiteServer, payload: str
) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server.growth}#market-growth?{payload}")
    expect(form(page)).to_have_attribute("data-state", "live", timeout=30_000)
    told = form(page).locator("[data-problem-for]:not(:empty)")
    expect(told.or_(page.locator('calculator-form[data-current="true"]')).first).to_be_attached(timeout=30_000)
    assert errors == []


# 720 · 1.1125⁷ = 1,518.6; with 715 and 725 in place of 720: 1,508.0 and 1,529.1.
SPOKEN = "Market in the target year: $1,518.6 billion; within the published rounding 1,508.0 to 1,529.1."


def test_each_answer_is_spoken_once(page: Page) -> None:
    """A live region is announced when its text changes: typing five keys changes it once, a second after the last.

    The page's clock stands still meanwhile, so that a slow machine does not make that second of two keys.
    """
    living = form(page)
    type_into(living, "rate", "8.6")
    expect(living.locator("[role=status]")).to_contain_text("$1,282.7 billion", timeout=READY)
    living.evaluate("""element => {
        window.spoken = [];
        new MutationObserver(() => spoken.push(element.querySelector("[role=status]").textContent))
            .observe(element.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true });
    }""")
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 1)
    field = living.locator('input[name="rate"]')
    field.fill("")
    field.press_sequentially("11.25")
    expect(living.locator("output[name=value]")).to_contain_text("1,518.6")
    page.clock.run_for(999)
    assert [words for words in page.evaluate("spoken") if words] == []
    page.clock.run_for(1)
    expect(living.locator("[role=status]")).to_have_text(SPOKEN)
    assert [words for words in page.evaluate("spoken") if words] == [SPOKEN]


def tab_until(page: Page, condition: str) -> None:
    """Press Tab until the condition holds; a dozen times at most."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(condition):
            return
    raise AssertionError(f"the keyboard does not come to where {condition}")


def tab_to(page: Page, name: str) -> None:
    tab_until(page, f"document.activeElement.name === '{name}'")


def test_the_calculator_works_with_the_keyboard_alone(page: Page) -> None:
    page.locator('input[name="base"]').focus()
    tab_to(page, "rate")
    page.keyboard.press("Control+a")
    page.keyboard.type("9")
    settled(form(page))
    tab_to(page, "target_year")
    tab_until(page, "document.activeElement.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    tab_to(page, "mark")
    page.keyboard.press("Control+a")
    page.keyboard.type("800")
    settled(form(page))
    assert outputs(form(page)) == {"value": "1,316.2", "passes_in": "2025"}  # 720 × 1.09² = 855.4
    page.keyboard.press("Enter")
    assert page.url.endswith("/some-repo/growth/")


def test_the_missing_page_is_styled_one_level_deep(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}missing/page/")
    assert "Source Serif" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.locator(".masthead-name").click()
    page.wait_for_url(server.address)


def test_the_policy_is_broken_by_nothing_in_normal_use(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(server.growth)
    type_into(form(page), "rate", "9")
    settled(form(page))
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("steady")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert complaints == []


REACH = {
    "page": "address => fetch(address, { mode: 'no-cors' }).catch(() => 0)",
    "worker": """address => new Promise((done) => {
        const code = `fetch("${address}", { mode: "no-cors" }).catch(() => 0).then(() => postMessage(0))`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
        worker.onmessage = worker.onerror = done;
    })""",
    "frame": """address => new Promise((done) => {
        const frame = document.createElement("iframe");
        frame.onload = done;
        frame.src = address;
        document.body.append(frame);
    })""",
}


ELSEWHERE = [
    "http://elsewhere.invalid/",
    "http://127.0.0.1:8123/",
    "http://localhost:8123/",
    "http://[::1]:8123/",
    "http://169.254.169.254/",
]


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("place", REACH)
def test_the_guard_catches_a_page_that_fetches_elsewhere(
    browser: Browser, outside: Outside, tmp_path: Any, place: str, address: str
) -> None:
    """The failing twin: the same guard over a page without our policy that does reach out."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Twin</title>", "utf-8")
    with running(SiteServer(tmp_path)) as server:
        page = browser.new_page(proxy=outside.proxy(server.server_address[1]))
        page.goto(server.address)
        page.evaluate(REACH[place], address)
        page.close()
    assert any(address.removeprefix("http://").rstrip("/") in line for line in outside.asked)


@pytest.mark.parametrize("place", REACH)
def test_the_policy_lets_no_page_worker_or_frame_reach_elsewhere(page: Page, outside: Outside, place: str) -> None:
    """The `page` fixture asserts at its end that nothing was asked.

    Of a frame the browser may open a connection before it hears the policy's no, and closes it without a word.
    """
    outside.words_only = place == "frame"
    page.evaluate(REACH[place], "http://elsewhere.invalid/")


def test_a_worker_started_from_a_blob_cannot_evaluate_script(page: Page, server: SiteServer) -> None:
    """As ours is: it is held to the page's policy, and so is the Python in it."""
    said = page.evaluate("""() => new Promise((done) => {
        const code = "try { (0, eval)('1'); postMessage('ran') } catch (error) { postMessage(error.name) }";
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
        worker.onmessage = ({ data }) => done(data);
    })""")  # fmt: skip
    assert said == "EvalError"
