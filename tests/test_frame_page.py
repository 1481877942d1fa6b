"""The frame around the text, in the browser: menu, search, focus, scheme, what scrolls; by keyboard, with and without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.servers import SiteServer
from tests.using import use

pytestmark = pytest.mark.browser

NARROW, WIDE = {"width": 390, "height": 780}, {"width": 1280, "height": 800}
READY = 30_000
KINDS = ["", "market/", "calculators/market-growth/", "figures/convergence-market-2023/", "missing/page/"]
LOST = """() => {
  const said = [];
  for (const on of document.querySelectorAll("*")) {
    if (on.tabIndex < 0) continue;
    on.focus();
    if (document.activeElement !== on) continue;
    const name = `${on.tagName} ${on.classList[0]} ${on.textContent.trim().slice(0, 40)}: `;
    const [box] = on.getClientRects();
    const [x, y] = [Math.max(box.left, 0) + 3, Math.min(Math.max(box.top + box.height / 2, 3), innerHeight - 3)];
    const above = document.elementFromPoint(x, y);
    const { outlineStyle, outlineWidth } = getComputedStyle(on);
    if (box.width < 1 || box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight)
      said.push(`${name}off the screen`);
    else if (!on.contains(above) && !above.contains(on)) said.push(`${name}covered by ${above.className}`);
    else if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) said.push(`${name}no outline`);
  }
  return said;
}"""


@pytest.fixture
def narrow(context: BrowserContext, server: SiteServer) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 780})
    page.goto(f"{server.address}market/")
    use(page)
    return page


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def lost_stops(page: Page) -> list[str]:
    """Give the focus to all that Tab stops at, one after the other, and name each stop that cannot be seen."""
    page.keyboard.press("Tab")  # from here on the browser shows where the focus is
    return list(page.evaluate(LOST))


@pytest.mark.parametrize("place", KINDS)
def test_every_tab_stop_is_on_the_screen_uncovered_and_outlined(
    context: BrowserContext, server: SiteServer, place: str
) -> None:
    """Of a page of each kind, at 390 and at 1280 px."""
    page = context.new_page()
    page.goto(f"{server.address}{place}")
    use(page)
    for size in (NARROW, WIDE):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        assert lost_stops(page) == []


def test_a_stop_off_the_screen_a_covered_one_and_one_without_outline_are_seen(narrow: Page) -> None:
    narrow.evaluate("""() => {
      const button = (name) => Object.assign(document.createElement("button"), { textContent: name, className: "seeded" });
      const [off, under, bare] = ["off", "under", "bare"].map(button);
      Object.assign(off.style, { position: "fixed", left: "-300px" });
      Object.assign(under.style, { position: "fixed", top: "10px", left: "10px", zIndex: -1 });
      bare.style.outline = "none";
      document.body.replaceChildren(...document.querySelectorAll(".masthead"), off, under, bare);
    }""")
    assert lost_stops(narrow) == [
        "BUTTON seeded off: off the screen",
        "BUTTON seeded under: covered by masthead-inner md-grid",
        "BUTTON seeded bare: no outline",
    ]


def test_the_menu_opens_and_closes_by_keyboard_and_tells_its_state(narrow: Page) -> None:
    """Its links are in no order of focus while it is closed; Escape gives the focus back; Tab out of it closes it."""
    menu, button = narrow.locator("#menu"), narrow.get_by_role("button", name="Menu", exact=True)
    expect(menu.get_by_role("link")).to_have_count(0)
    assert state_of(narrow, "Menu") == {"expanded": False}
    button.focus()
    narrow.keyboard.press("Enter")
    expect(menu).to_be_visible()
    assert state_of(narrow, "Menu") == {"expanded": True}
    narrow.keyboard.press("Tab")
    assert focused(narrow) == "On this page"
    section = menu.locator("summary", has_text="Calculators")
    section.focus()
    narrow.keyboard.press("Space")
    expect(menu.get_by_role("link", name="Downtime cost")).to_be_visible()
    narrow.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert focused(narrow) == "Menu"


def state_of(page: Page, name: str) -> dict[str, bool]:
    """Whether assistive technology is told that what a button opens is open."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    [button] = [
        node for node in nodes if node.get("role", {}).get("value") == "button" and node["name"]["value"] == name
    ]
    return {one["name"]: one["value"]["value"] for one in button["properties"] if one["name"] == "expanded"}


def test_a_link_of_the_menu_brings_its_page_with_the_focus_on_the_heading(narrow: Page, server: SiteServer) -> None:
    narrow.get_by_role("button", name="Menu", exact=True).click()
    narrow.locator("#menu").get_by_role("link", name="Budgets").press("Enter")
    narrow.wait_for_url("**/budgets/")
    expect(narrow.locator("main h1")).to_be_focused()
    expect(narrow.locator("#menu")).to_be_hidden()


def test_without_scripts_the_menu_opens_and_leads_to_every_page_and_nothing_dead_is_shown(
    browser: Browser, server: SiteServer
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 780})
    page = context.new_page()
    page.goto(f"{server.address}market/")
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Dark colors")).to_be_hidden()
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#menu summary", has_text="About").click()
    page.locator("#menu").get_by_role("link", name="Privacy").click()
    expect(page.locator("main h1")).to_have_text("What does this site learn about you?")
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_search_works_by_keyboard_from_the_button_to_the_page_found(
    context: BrowserContext, server: SiteServer, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 780})
    page.goto(f"{server.address}market/")
    page.get_by_role("button", name="Search", exact=True).press("Enter")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("textbox", name="Search this site")).to_be_focused()
    page.keyboard.insert_text("downtim")
    page.keyboard.press("e")  # the search answers each key: one answer, and no later one takes its place
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ matching documents$"), timeout=READY)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert focused(page) == "Search"
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    assert focused(page).startswith("Downtime cost")  # the field, Close, the first result: no stop between
    page.keyboard.press("Enter")
    page.wait_for_url("**/calculators/downtime-cost/")
    expect(page.locator("main h1")).to_be_focused()
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("720 billion", "How big is IT/OT convergence?"),
        ("downtime", "Downtime cost"),
        ("$720 billion", "How big is IT/OT convergence?"),
        ("Gartner", "Which sources are used?"),
        ("growth", "How fast does it grow?"),
        ("glossary", "What do the terms mean?"),
    ],
)
def test_a_search_puts_first_the_page_that_explains(narrow: Page, asked: str, first: str) -> None:
    narrow.get_by_role("button", name="Search", exact=True).click()
    narrow.keyboard.type(asked)
    expect(narrow.locator(".md-search-result__item h1").first).to_have_text(re.compile(re.escape(first)), timeout=READY)


def test_a_search_shows_of_a_long_list_only_what_holds_the_word(narrow: Page) -> None:
    narrow.get_by_role("button", name="Search", exact=True).click()
    narrow.keyboard.type("OPSWAT")
    found = narrow.locator(".md-search-result__item", has=narrow.get_by_role("heading", name="Which sources are used?"))
    expect(found.locator("mark").first).to_have_text("OPSWAT", timeout=READY)
    expect(found).not_to_contain_text("ABB")  # the first of the list


def test_the_words_that_only_rank_a_page_are_not_shown(narrow: Page) -> None:
    narrow.get_by_role("button", name="Search", exact=True).click()
    narrow.keyboard.type("Gartner")
    expect(narrow.locator(".md-search-result__item .md-tags").first).to_be_hidden(timeout=READY)
    expect(narrow.locator(".md-search-result__item .md-tags")).not_to_have_count(0)


def test_single_letters_are_no_commands(narrow: Page) -> None:
    """The theme would search at s and leave for the next page at n (WCAG 2.1.4)."""
    address = narrow.url
    for letter in "sfnp,./":
        narrow.keyboard.press(letter)
    expect(narrow.get_by_role("dialog", name="Search")).to_be_hidden()
    assert narrow.url == address
    assert narrow.evaluate("document.activeElement === document.body")


def test_a_new_page_has_the_focus_on_its_heading_and_back_on_the_link_that_led_away(
    context: BrowserContext, server: SiteServer
) -> None:
    """Arriving, the heading tells its name; back on a link, the page's title is spoken, once, in the masthead."""
    page = context.new_page()
    page.goto(f"{server.address}market/")
    spoken = page.locator("[data-arrived]")
    link = (
        page.locator("article")
        .get_by_role("link", name="Market growth")
        .or_(page.locator("article a[href$='growth/']"))
        .first
    )
    away = link.text_content()
    use(page)
    link.press("Enter")
    page.wait_for_url("**/growth/**")
    expect(page.locator("main h1")).to_be_focused()
    expect(spoken).to_have_text("")
    assert page.evaluate("window.scrollY") == 0
    page.go_back()
    page.wait_for_url("**/market/")
    expect(page.locator(":focus")).to_have_text(str(away))
    expect(spoken).to_have_text(page.title())


def test_a_link_into_a_page_gives_the_focus_to_its_target_in_view_below_the_masthead(
    context: BrowserContext, server: SiteServer
) -> None:
    page = context.new_page()
    page.goto(f"{server.address}market/")
    page.locator(".md-sidebar--secondary").get_by_role("link", name="It counts no projects and sets no budget").press(
        "Enter"
    )
    target = page.locator("#what-it-is-not")
    expect(target).to_be_focused()
    page.wait_for_function(
        "() => { const y = document.getElementById('what-it-is-not').getBoundingClientRect().top; return y > 48 && y < 300 }"
    )


def test_the_skip_link_is_the_first_stop_shows_itself_and_leads_to_the_heading(narrow: Page) -> None:
    narrow.keyboard.press("Tab")
    skip = narrow.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    narrow.keyboard.press("Enter")
    expect(narrow.locator("main h1")).to_be_focused()


@pytest.fixture
def dark_system(browser: Browser, server: SiteServer) -> Iterator[Page]:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{server.address}market/")
    yield page
    context.close()


def test_the_scheme_follows_the_system_until_a_choice_against_it_which_is_kept(dark_system: Page) -> None:
    page, body = dark_system, dark_system.locator("body")
    switch = page.get_by_role("button", name="Dark colors")
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    switch.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    switch.press("Space")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.emulate_media(color_scheme="dark")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_a_plain_table_is_a_named_stop_only_where_it_scrolls(context: BrowserContext, server: SiteServer) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{server.address}convergence/")
    table = page.locator(".plain-table")
    expect(table).not_to_have_attribute("tabindex", "0")
    page.set_viewport_size({"width": 260, "height": 780})
    expect(table).to_have_attribute("tabindex", "0")
    expect(page.get_by_role("region", name=str(table.get_attribute("data-scrolls")))).to_be_visible()


def test_a_heading_is_named_by_its_words_alone_and_its_link_is_left_to_the_pointer(narrow: Page) -> None:
    heading = narrow.locator("h2#what-it-is-not")
    expect(heading).to_have_text("It counts no projects and sets no budget")
    assert heading.text_content() == "It counts no projects and sets no budget"
    heading.hover()
    expect(heading.locator(".headerlink")).to_have_css("opacity", "1")
    assert heading.locator(".headerlink").get_attribute("tabindex") == "-1"


def test_the_chrome_is_24_pixels_or_more_to_the_touch(narrow: Page) -> None:
    narrow.get_by_role("button", name="Menu", exact=True).click()
    boxes = narrow.locator(".masthead-inner > *, #menu :is(a, summary), .foot a, main .headerlink").evaluate_all(
        "all => all.filter((one) => one.checkVisibility()).map((one) => [one.textContent.trim(), one.getBoundingClientRect()])"
    )
    assert [name for name, box in boxes if min(box["width"], box["height"]) < 24] == []


def test_the_frame_stays_off_paper(narrow: Page) -> None:
    narrow.emulate_media(media="print")
    for part in (".masthead", ".md-tabs", "#menu", ".md-sidebar--secondary", ".foot"):
        expect(narrow.locator(part).first).to_be_hidden()


def test_the_page_of_one_figure_belongs_to_the_section_of_figures(context: BrowserContext, server: SiteServer) -> None:
    """It stands in no list of pages, being one of many."""
    page = context.new_page()
    page.goto(f"{server.address}figures/convergence-market-2023/")
    section = page.get_by_role("navigation", name="Sections").get_by_role("link", name="Figures")
    expect(section).to_have_attribute("aria-current", "true")
