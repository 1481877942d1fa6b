"""What the page does with the contract: solve, share, reset, choose, paste, work out many cases, survive.

The calculators of the tests' own lie beside the real ones in the built site, each on the gallery's page.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.forms import READY, field, form, link, outputs, refused, settled, type_into, unfold
from tests.patience import END, PATIENCE
from tests.servers import Outside, SiteServer, running
from tests.using import use

pytestmark = pytest.mark.browser
TOO_MUCH = "These numbers need more memory than there is. Enter smaller ones."
TOO_SLOW = "This took too long to work out and was stopped. Enter smaller numbers, or fewer rows."


@pytest.fixture(scope="module")
def gallery(browser: Browser, site: Path) -> Iterator[Page]:
    """The page with every calculator; its clipboard may be written."""
    with running(SiteServer(site)) as server, running(Outside()) as outside:
        context = browser.new_context(proxy=outside.proxy(server.server_address[1]))
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.add_init_script(PATIENCE)
        page.goto(f"{server.address}whole-gallery/")
        use(page)
        yield page
        context.close()
        assert outside.asked == []


def calculator(page: Page, name: str) -> Locator:
    """One calculator of the gallery, as it was at the start."""
    found = page.locator(f'calculator-form[name="{name}"]')
    if found.locator("[data-reset-all]").is_visible():
        found.locator("[data-reset-all]").click()
    return found


def solve(found: Locator, name: str, output: str, target: str) -> str:
    part = unfold(found, "solve")
    part.locator('[data-solve="input"]').select_option(name)
    part.locator('[data-solve="output"]').select_option(output)
    part.locator('[data-solve="target"]').fill(target)
    part.get_by_role("button", name="Find it").click()
    expect(part.locator("[data-solution]")).not_to_have_text("Looking …", timeout=READY)
    return part.locator("[data-solution]").inner_text()


def test_the_example_fills_an_empty_calculator_in_one_press(gallery: Page) -> None:
    """Issue 4: 40 million and 8 million give 20.0%, 1.2 and 4.0 million short."""
    budget = gallery.locator('calculator-form[name="technology-budget"]')
    expect(budget.get_by_text("A worked example.")).to_be_visible()
    assert budget.locator('output[name="share"]').get_attribute("data-value") == ""
    budget.get_by_role("link", name="Fill in the example").click()
    shown = outputs(settled(budget))
    assert (shown["share"], shown["to_low"], shown["to_high"]) == ("20.0", "1.2", "4.0")
    assert budget.locator('[data-unit-of="to_low"]').text_content() == " million"
    expect(budget.locator('[data-caution-of="share"]')).to_contain_text("No source that we could read says")
    assert gallery.url.endswith("/whole-gallery/")


def test_bare_numbers_answer_bare_and_a_mixed_scale_is_told(gallery: Page) -> None:
    budget = calculator(gallery, "technology-budget")
    type_into(budget, "operating_budget", "40")
    type_into(budget, "technology_spending", "8")
    assert outputs(settled(budget))["to_low"] == "1.2"
    assert budget.locator('[data-unit-of="to_low"]').text_content() == ""
    type_into(budget, "operating_budget", "40 million")
    refused(
        budget,
        "technology_spending",
        "Another amount here is in millions. Write “8 million”, or no scale anywhere.",
    )


def test_solving_finds_the_number_and_puts_it_into_its_field(gallery: Page) -> None:
    """720 · 1.0856⁴ = 1,000.03: the shortest rate that shows 1,000.0."""
    growth = calculator(gallery, "market-growth")
    type_into(growth, "target_year", "2027")
    said = solve(growth, "rate", "value", "1 trillion")
    assert said == "“Growth a year” at 8.56% a year gives “Market in the target year” at $1,000.0 billion."
    growth.get_by_role("button", name="Use 8.56 for Growth a year").click()
    assert outputs(settled(growth))["value"] == "1,000.0"
    expect(field(growth, "rate")).to_be_focused()


def test_solving_says_when_no_value_gives_the_answer(gallery: Page) -> None:
    growth = calculator(gallery, "market-growth")
    assert "No value of “Target year”" in solve(growth, "target_year", "value", "1000")
    assert solve(growth, "rate", "value", "x") == "“x” is not a number. Write digits, like 1274.5."
    assert growth.locator('[data-solve="target"]').get_attribute("aria-invalid") == "true"


def test_the_working_holds_the_readers_numbers(gallery: Page) -> None:
    reconcile = calculator(gallery, "reconcile-totals")
    type_into(reconcile, "gartner", "4700")
    settled(reconcile)
    working = unfold(reconcile, "working").locator("[data-working]")
    gap = working.locator("li", has_text="Difference of the totals")
    assert gap.locator("math").evaluate_all("all => all.map(one => one.textContent)") == [
        "gap=total−gartner", "=5,140−4,700", "=\u00a0$440.0 billion",
    ]  # fmt: skip
    assert gap.locator("math").first.evaluate("one => one.namespaceURI").endswith("MathML")


def test_live_and_static_working_are_the_same_elements(gallery: Page, server: SiteServer, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}whole-gallery/")
    before = page.locator('calculator-form[name="reconcile-totals"] [data-working]').inner_html()
    context.close()
    reconcile = calculator(gallery, "reconcile-totals")
    type_into(reconcile, "gartner", "4700")
    type_into(reconcile, "gartner", "4678.847")
    after = settled(reconcile).locator("[data-working]").inner_html()
    assert plain(after) == plain(before)


def plain(html: str) -> str:
    return "".join(html.split()).replace("&nbsp;", "")


def test_what_moves_the_answer_is_listed_widest_first(gallery: Page) -> None:
    reconcile = calculator(gallery, "reconcile-totals")
    lines = unfold(reconcile, "sensitivity").locator("[data-sensitivity] tr").all_inner_texts()
    assert [line.split("\t")[0] for line in lines] == ["Gartner’s IT spending", "All IT and OT spending", "OT spending"]


def test_an_edition_is_chosen_from_a_list_and_its_source_named(gallery: Page) -> None:
    """Issue 4: with the edition of July 2024, −0.4 and 100.2%."""
    reconcile = calculator(gallery, "reconcile-totals")
    editions = reconcile.locator('[data-editions-of="gartner"]')
    editions.select_option(label="Gartner, July 2024: 4,898.401")
    shown = outputs(settled(reconcile))
    assert (shown["left"], shown["explained"]) == ("−0.4", "100.2")
    expect(reconcile.locator('[data-origin-of="gartner"]')).to_have_text("Gartner, edition of July 2024")
    assert link(reconcile)["gartner"] == "4898.401~gartner-it-2023-edition-2024-07"
    type_into(reconcile, "gartner", "4700")
    expect(editions).to_have_value("")
    assert outputs(settled(reconcile))["explained"] == "55.0"


def test_a_source_opens_beside_the_field_with_the_keyboard(gallery: Page) -> None:
    growth = calculator(gallery, "market-growth")
    growth.get_by_role("button", name="Source of Growth a year").press("Enter")
    card = gallery.get_by_role("dialog", name="8.5% a year")
    expect(card).to_be_visible()
    gallery.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_one_field_and_all_fields_are_reset(gallery: Page) -> None:
    growth = calculator(gallery, "market-growth")
    type_into(growth, "rate", "9")
    type_into(growth, "base", "800")
    growth.get_by_role("button", name="Reset Growth a year").click()
    assert field(growth, "rate").input_value() == "8.5"
    expect(growth.get_by_role("button", name="Reset Growth a year")).to_be_hidden()
    assert outputs(settled(growth))["value"] == "1,416.1"  # 800 · 1.770142
    growth.get_by_role("button", name="Reset all").click()
    assert outputs(settled(growth))["value"] == "1,274.5"
    expect(growth.locator('[data-origin-of="base"]')).to_have_text("IoT Analytics")


def test_a_preset_fills_the_fields(gallery: Page) -> None:
    reconcile = calculator(gallery, "reconcile-totals")
    reconcile.get_by_role("link", name="The gap as the article has it").click()
    assert outputs(settled(reconcile))["left"] == "198.0"


def test_a_range_answers_for_its_middle_with_its_band(gallery: Page) -> None:
    """720 · 1.08⁷ and 1.09⁷, with 715 and 725: 1,225.4 and 1,325.3."""
    growth = calculator(gallery, "market-growth")
    type_into(growth, "rate", "8–9 %")
    assert outputs(settled(growth))["value"] == "1,274.5"
    expect(growth.locator('[data-band-of="value"]')).to_have_text(
        "Over your range and within the published rounding 1,225.4 to 1,325.3"
    )
    expect(growth.locator('[data-origin-of="rate"]')).to_have_text("Your range, outside the published 8.45 to 8.55")


def test_an_optional_input_adds_what_it_is_needed_for(gallery: Page) -> None:
    every = calculator(gallery, "every-kind")
    assert outputs(every)["real_share"] == "needs “Inflation”"
    type_into(every, "inflation", "5")
    assert outputs(settled(every))["real_share"] == "13.34"  # 14.0078 / 1.05
    type_into(every, "inflation", "")
    assert outputs(settled(every))["real_share"] == "needs “Inflation”"


def test_a_choice_and_a_yes_or_no_are_native_lists(gallery: Page) -> None:
    every = calculator(gallery, "every-kind")
    field(every, "direction").select_option(label="Shrinking")
    field(every, "compound").select_option("no")
    settled(every)
    held = link(every)
    assert (held["direction"], held["compound"]) == ("down", "no")


def test_a_table_is_opened_from_a_file_or_pasted(gallery: Page, tmp_path: Path) -> None:
    """Issue 5: 2 of 10 and 9 of 30 are 27.5% together."""
    group = calculator(gallery, "own-group")
    file = tmp_path / "plants.csv"
    file.write_text("plant;technology;budget\nA;2;10\nB;9;30\n", "utf-8")
    group.locator('[data-file-for="plants"]').set_input_files(file)
    assert outputs(settled(group)) == {"share": "27.5"}
    type_into(group, "plants", "A\t8\t40")
    assert outputs(settled(group)) == {"share": "20.0"}
    type_into(group, "plants", "A\tx\t40")
    refused(group, "plants", "Row 1, Technology: “x” is not a number. Write digits, like 1274.5.")


def test_ten_thousand_rows_are_answered_and_not_one_more(gallery: Page, tmp_path: Path) -> None:
    group = calculator(gallery, "own-group")
    file = tmp_path / "plants.csv"
    file.write_text("\n".join(f"Plant {n},{n % 7 + 1},40" for n in range(10_000)), "utf-8")
    group.locator('[data-file-for="plants"]').set_input_files(file)
    expect(field(group, "plants")).not_to_have_value("")
    assert outputs(settled(group)) == {"share": "10.0"}  # the mean of 1 to 7 is 4, of 40
    file.write_text("\n".join(f"Plant {n},1,40" for n in range(10_001)), "utf-8")
    group.locator('[data-file-for="plants"]').set_input_files(file)
    refused(group, "plants", "This table has 10,001 rows. Use at most 10,000.")


def test_many_cases_are_worked_out_and_can_be_taken_away(gallery: Page) -> None:
    growth = calculator(gallery, "market-growth")
    part = unfold(growth, "scenarios")
    part.locator("[data-scenarios]").fill("case;rate\nlow;8,2\nbad;x\n=1+1;9.4%")
    part.get_by_role("button", name="Work out all cases").click()
    told = part.locator("[data-scenarios-told]")
    expect(told).to_have_text("2 of 3 cases worked out; the column “Problem” says why.", timeout=READY)
    with gallery.expect_download() as download:
        part.get_by_role("link", name="Download the answers").click()
    made = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8"))))
    assert [row["value_text"] for row in made] == ["1,250.0", "", "1,350.4"]  # 720 · 1.082⁷, 720 · 1.094⁷
    assert made[1]["problem"] == "rate: “x” is not a number. Write digits, like 8.5."
    assert made[2]["case"] == "'=1+1"


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_link_is_copied_whole(gallery: Page) -> None:
    growth = calculator(gallery, "market-growth")
    type_into(growth, "rate", "9")
    settled(growth).get_by_role("button", name="Copy link").click()
    expect(growth.locator("[data-copied]")).to_have_text("Copied.")
    assert "#market-growth?base=720~convergence-market-2023&rate=9&" in copied(gallery)
    assert "&answer=1316.2&release=0.1.0%2B" in copied(gallery)


def test_the_readers_money_is_put_into_a_link_only_when_asked_and_asked_once(
    context: BrowserContext, server: SiteServer
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server.address}own/")
    own = form(page)
    type_into(own, "part", "8")
    type_into(own, "whole", "40")
    settled(own).get_by_role("button", name="Copy link").click()
    expect(own.get_by_text("Put your own amounts into the link?")).to_be_visible()
    own.get_by_role("button", name="Leave them out").click()
    expect(own.locator("[data-copied]")).to_have_text("Copied, without your amounts.")
    assert "part" not in copied(page) and "answer" not in copied(page)
    own.get_by_role("button", name="Copy link").click()
    expect(own.get_by_text("Put your own amounts into the link?")).to_be_hidden()
    page.reload()
    type_into(own, "part", "8")
    type_into(own, "whole", "40")
    settled(own).get_by_role("button", name="Copy link").click()
    own.get_by_role("button", name="Put them in").click()
    expect(own.locator("[data-copied]")).to_have_text("Copied, with your amounts.")
    assert "part=8&whole=40&answer=20.0" in copied(page)
    other = context.new_page()
    other.goto(copied(page))
    assert outputs(settled(form(other))) == {"share": "20.0"}
    assert "part" not in other.url and "answer" not in other.url
    expect(form(other).get_by_text("It still gives the answer that it gave then.")).to_be_visible()


def test_an_old_link_answers_then_and_today_and_says_when_the_method_changed(
    context: BrowserContext, server: SiteServer
) -> None:
    """700 · 1.085⁷ = 1,239.1 was never 1,300.0; today's 720 gives 1,274.5."""
    page = context.new_page()
    whole = "base=700~convergence-market-2023&rate=8.5~convergence-growth&base_year=2023&target_year=2030&mark=1000"
    page.goto(f"{server.growth}#market-growth?{whole}&answer=1300.0&release=0.0.1%2Babcdef12")
    growth = settled(form(page))
    assert outputs(growth)["value"] == "1,239.1"
    said = growth.locator("[data-linked-words]")
    expect(said).to_contain_text("made with release 0.0.1+abcdef12, says 1300.0. The same numbers now give 1,239.1")
    expect(said).to_contain_text("Revised since then: “Market in the base year”. With today’s published numbers the")
    growth.get_by_role("link", name="See what changed").click()
    page.wait_for_url("**/changelog/#release-0.1.0")
    page.go_back()
    page.get_by_role("button", name="Use today’s numbers").click()
    assert outputs(settled(form(page)))["value"] == "1,274.5"


def test_a_short_link_says_what_it_leaves_to_today(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.growth}#market-growth?rate=9&base=720&target_year=2030")
    expect(settled(form(page)).locator("[data-linked-words]")).to_have_text(
        "Not in the link, so today’s published numbers: “Base year”, “Mark to pass”."
    )


@pytest.fixture
def hurried(gallery: Page) -> Iterator[None]:
    """The gallery waits for an answer no longer than it does for a reader."""
    gallery.evaluate(END)
    yield
    gallery.evaluate(PATIENCE)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(("turns", "what"), [("8", "recursion"), ("9", "memory")])
def test_endless_recursion_and_memory_are_told_and_the_page_lives_on(gallery: Page, turns: str, what: str) -> None:
    endless, growth = calculator(gallery, "endless"), calculator(gallery, "market-growth")
    type_into(endless, "turns", turns)
    expect(endless.locator('[data-problem-for=""]')).not_to_be_empty(timeout=READY)
    assert endless.locator('[data-problem-for=""]').inner_text() in (TOO_MUCH, TOO_SLOW)
    type_into(growth, "rate", "9")
    assert outputs(settled(growth))["value"] == "1,316.2"
    type_into(endless, "turns", "10")
    assert outputs(settled(endless)) == {"counted": "10"}


def test_two_tabs_do_not_disturb_one_another(context: BrowserContext, server: SiteServer) -> None:
    tabs = [context.new_page(), context.new_page()]
    for tab, rate in zip(tabs, ["9", "10"], strict=True):
        tab.goto(server.growth)
        type_into(form(tab), "rate", rate)
    assert [outputs(settled(form(tab)))["value"] for tab in tabs] == ["1,316.2", "1,403.1"]


@pytest.mark.parametrize("width", [320, 390])
def test_no_calculator_is_wider_than_a_small_screen(gallery: Page, width: int, site: Any) -> None:
    gallery.set_viewport_size({"width": width, "height": 800})
    gallery.evaluate("document.querySelectorAll('calculator-form details').forEach(part => part.open = true)")
    assert gallery.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_answer_stays_in_sight_while_typing(context: BrowserContext, server: SiteServer) -> None:
    """12 stops of 2 hours at 125,000 are 3,000,000; the last field is far below the first."""
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(f"{server.address}calculators/downtime-cost/")
    cost = form(page)
    for name, text in {"stops": "12", "hours": "2", "cost_of_hour": "125000", "hours_avoided": "1"}.items():
        type_into(cost, name, text)
    settled(cost)
    field(cost, "hours_avoided").focus()
    follow = cost.locator(".calculator-follow")
    expect(follow.locator("[data-follow]")).to_have_text("3,000,000.0")
    expect(follow).to_be_in_viewport()
    expect(field(cost, "hours_avoided")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 700})
    expect(follow).to_be_hidden()


def test_rows_are_headed_and_a_verdict_is_spoken(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.goto(f"{server.address}calculators/buy-or-subscribe/")
    offers = form(page)
    for name, text in {"price": "100", "running": "10", "fee": "40", "years": "5", "discount": "8"}.items():
        type_into(offers, name, text)
    settled(offers)
    expect(offers.locator(".calculator-status")).to_have_text(
        "Which costs less at present cost? Over 5 years buying costs less: 139.93 against 159.71."
    )
    assert offers.get_by_role("rowheader", name="5", exact=True).count() == 1
    type_into(offers, "fee", "x")
    expect(offers.locator(".calculator-status")).to_have_text(
        "The service costs a year: “x” is not a number. Write digits, like 1274.5."
    )
