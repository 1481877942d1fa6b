"""The built site as it is seen from outside, and every fault in it that the check tells."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from publishing import ROOT
from publishing.sharing.checking import problems
from publishing.sharing.letters import FONTS
from publishing.sharing.pictures import packed
from publishing.sharing.publication import Publication
from publishing.sharing.sitemap import UNLISTED
from tests.house import build_house, copy_house
from tests.servers import PREFIX, SiteServer
from tests.shared_site import ABOUT, PREVIEW, UNKNOWN, finished, png

FAVICON = ROOT / "publishing" / "theme" / "assets" / "images"
SVG = 'xmlns="http://www.w3.org/2000/svg"'
GROWTH = "growth/index.html"
HEAD = "Correct publishing/sharing/head.html, or what the page says of itself."
DRAW = "Draw it with publishing/sharing/pictures.py."
PICTURE = "https://example.org/site/cards/growth.md.png"
FAULTS = [
    (GROWTH, "<title>Growth</title>", "", f"growth/index.html: title: It stands there 0 times, not once. {HEAD}"),
    (GROWTH, "lang='en'", "", f"growth/index.html: lang: It stands there 0 times, not once. {HEAD}"),
    (GROWTH, 'name="description" content="Growth."', 'name="description" content=""', f"growth/index.html: description: It stands there 0 times, not once. {HEAD}"),
    *(
        (GROWTH, f'property="{name}"', 'property="x"', f"growth/index.html: {name}: It stands there 0 times, not once. {HEAD}")
        for name in ("og:title", "og:description", "og:type", "og:site_name", "og:locale", "og:image", "og:image:alt", "og:url")
    ),
    (GROWTH, 'name="twitter:card"', 'name="x"', f"growth/index.html: twitter:card: It stands there 0 times, not once. {HEAD}"),
    (GROWTH, "</head>", '<link rel="canonical" href="https://example.org/site/growth/"></head>', f"growth/index.html: canonical: It stands there 2 times, not once. {HEAD}"),
    (GROWTH, 'canonical" href="https://example.org/site/growth/', 'canonical" href="https://example.org/site/', f"growth/index.html: canonical: It is https://example.org/site/; the page stands at https://example.org/site/growth/. {HEAD}"),
    (GROWTH, 'og:url" content="https', 'og:url" content="http', f"growth/index.html: og:url: It is http://example.org/site/growth/; the page stands at https://example.org/site/growth/. {HEAD}"),
    (GROWTH, "growth.md.png", "gone.png", f"growth/index.html: og:image: There is no picture https://example.org/site/cards/gone.png. {DRAW}"),
    (GROWTH, 'og:image" content="https://example.org', 'og:image" content="https://example.com', f"growth/index.html: og:image: There is no picture https://example.com/site/cards/growth.md.png. {DRAW}"),
    (GROWTH, 'width" content="1200"', 'width" content="600"', f"growth/index.html: og:image: It is 1200 by 630, said to be 600 by 630, and should be 1200 by 630. {DRAW}"),
    ("404.html", "noindex", "all", f"404.html: robots: A search engine may list it. {HEAD}"),
    ("404.html", "</head>", '<link rel="canonical" href="https://example.org/site/404.html"></head>', f"404.html: canonical: It stands at no address of its own. {HEAD}"),
    ("sitemap.xml", "site/growth/", "site/gone/", "sitemap.xml: https://example.org/site/gone/: No page that may be listed stands there. Correct publishing/sharing/sitemap.py."),
    ("sitemap.xml", "<url><loc>https://example.org/site/growth/</loc></url>\n", "", "sitemap.xml: https://example.org/site/growth/: It is not listed. Correct publishing/sharing/sitemap.py."),
    ("sitemap.xml", "<url><loc>https://example.org/site/</loc></url>\n", 2 * "<url><loc>https://example.org/site/</loc></url>\n", "sitemap.xml: https://example.org/site/: It is listed 2 times. Correct publishing/sharing/sitemap.py."),
    ("llms.txt", "# Our site", "# [Our site](https://example.org/site/gone/)", "llms.txt: https://example.org/site/gone/: It leads nowhere. Correct publishing/sharing/llms.py."),
    ("llms.txt", "# Our site", "# [Our site](https://example.org/)", "llms.txt: https://example.org/: It leads nowhere. Correct publishing/sharing/llms.py."),
]  # fmt: skip


def told(site: Path, address: str = ABOUT.address) -> list[str]:
    return [str(problem) for problem in problems(site, address)]


@pytest.mark.parametrize("about", [ABOUT, UNKNOWN, PREVIEW], ids=["address", "no address", "preview"])
def test_a_sound_site_is_told_of_no_problem_but_a_preview_of_what_it_lists(tmp_path: Path, about: Publication) -> None:
    finished(tmp_path, about)
    found = told(tmp_path, about.address)
    assert len(found) == (3 if about is PREVIEW else 0)
    assert all("No page that may be listed stands there." in each for each in found)


@pytest.mark.parametrize(("place", "sound", "broken", "message"), FAULTS, ids=[fault[3][:60] for fault in FAULTS])
def test_a_fault_is_told_with_its_place_and_a_way_out(
    tmp_path: Path, place: str, sound: str, broken: str, message: str
) -> None:
    finished(tmp_path, ABOUT)
    text = (tmp_path / place).read_text("utf-8")
    assert sound in text
    (tmp_path / place).write_text(text.replace(sound, broken, 1), "utf-8")
    assert message in told(tmp_path)
    assert {each.split(":")[0] for each in told(tmp_path)} == {place}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a", f"{PICTURE}: This is no PNG."),
        (png(0, b"", 600, 315), "It is 600 by 315, said to be 1200 by 630, and should be 1200 by 630."),
    ],
)
def test_a_picture_of_another_kind_or_size_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    finished(tmp_path, ABOUT)
    (tmp_path / "cards" / "growth.md.png").write_bytes(content)
    assert told(tmp_path) == [f"growth/index.html: og:image: {said} {DRAW}"]


def test_an_address_that_nobody_knows_is_told_where_it_is_claimed(tmp_path: Path) -> None:
    finished(tmp_path, UNKNOWN)
    page = tmp_path / "growth" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</head>", '<link rel="canonical" href="x"></head>'), "utf-8")
    way_out = "Leave it out where SITE_URL is empty."
    assert told(tmp_path, "") == [f"growth/index.html: canonical: Nobody knows the site’s address. {way_out}"]


@pytest.mark.slow
def test_nothing_is_wrong_with_the_site_as_it_is_seen_from_outside(site: Path, port: int) -> None:
    assert told(site, f"http://127.0.0.1:{port}{PREFIX}") == []
    assert len(list(site.rglob("*.html"))) > 100


@pytest.mark.slow
def test_every_page_has_a_picture_of_its_own_under_40_kilobytes(site: Path) -> None:
    pictures = list((site / "cards").rglob("*.png"))
    assert len(pictures) == len(list(site.rglob("index.html")))
    assert [path.name for path in pictures if path.stat().st_size > 40_000] == []


@pytest.mark.slow
def test_a_build_without_address_claims_none_and_a_preview_is_listed_nowhere(tmp_path: Path) -> None:
    """One build for both: a preview on a machine that does not know where it will stand."""
    built = build_house(copy_house(tmp_path / "house"), tmp_path / "site", PREVIEW="1", SITE_URL="")
    assert built.returncode == 0, built.stderr
    assert told(tmp_path / "site", "") == []
    pages = [path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert pages and all(UNLISTED.search(page) for page in pages)
    assert (tmp_path / "site" / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert not (tmp_path / "site" / "cards").exists()


def _drawn(svg: str) -> bytes:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return packed(vl_convert.svg_to_png(svg))


@pytest.mark.slow
def test_the_same_card_is_drawn_in_the_same_bytes_with_the_fonts_of_the_cards() -> None:
    names = ("Card Title", "Card Text", "Card Small", "No such font")
    cards = [f'<svg {SVG} width="90" height="40"><text y="30" font-family="{name}">720</text></svg>' for name in names]
    drawn = [_drawn(card) for card in cards]
    assert drawn == [_drawn(card) for card in cards]
    assert len(set(drawn)) == 4


@pytest.mark.slow
def test_the_icon_is_what_its_drawing_draws() -> None:
    assert (FAVICON / "favicon.png").read_bytes() == _drawn((FAVICON / "favicon.svg").read_text("utf-8"))


@pytest.mark.browser
def test_a_link_within_the_site_opens_without_loading_the_whole_page_and_brings_its_own_head(
    page: Page, server: SiteServer
) -> None:
    """Instant navigation works from our sitemap: a mark set in the window is still there afterwards."""
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs__link", has_text=re.compile(r"^\s*Market\s*$")).click()
    page.wait_for_url("**/market/")
    expect(page).to_have_title(re.compile("^The market"))
    assert page.evaluate("window.stayed") is True
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"{server.address}market/"
