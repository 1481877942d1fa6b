"""What a shared link, a search engine and a reading program are told: each rule, and each fault that is seen."""

import gzip
import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import knowledge
from publishing.build import generated_pages
from publishing.sharing import every_card, prepare_sharing, robots_of
from publishing.sharing import llms as reading
from publishing.sharing.cards import EDGE, HEIGHT, WIDTH, colors, figure_card
from publishing.sharing.letters import MissingLetter, font
from publishing.sharing.llms import llms_text
from publishing.sharing.pages import Page, read_page, read_pages
from publishing.sharing.pictures import chunks, packed, size
from publishing.sharing.publication import publication, sections
from publishing.sharing.sitemap import robots
from tests.shared_site import ABOUT, GROWTH, PREVIEW, UNKNOWN, finished, png, shared

TEXT = re.compile(r'<text x="(\d+)" y="([\d.]+)" font-family="Card (\w+)" font-size="([\d.]+)"[^>]*>(.*?)</text>')


def test_a_page_says_its_title_heading_description_and_the_sentence_that_answers_it() -> None:
    text = (
        "---\ntitle: Growth\ndescription: How it grows.\nrobots: noindex\n---\n\n# How fast?\n\n"
        "**It's [about 8%](figure:growth) a year [@gartner-2026-02], `so` far.**\n\nMore, **and bold**.\n"
    )
    said = Page("growth.md", "Growth", "How fast?", "How it grows.", "It’s about 8% a year , so far.", "noindex")
    assert read_page("growth.md", text, "The site's.") == replace(said, lead="It’s about 8% a year, so far.")
    assert said.address == "growth/" and not said.home


def test_a_page_without_description_has_the_sites_and_one_without_heading_its_address() -> None:
    assert read_page("a/b.md", "Only text, **in part bold**.", "The site's.") == Page(
        "a/b.md", "a/b", "a/b", "The site's."
    )
    assert read_page("index.md", "# Home\n\nText.", "The site's.").lead == ""


def test_the_publication_is_what_the_settings_say_and_its_address_ends_with_a_slash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/site")
    monkeypatch.setenv("PREVIEW", "1")
    assert publication().absolute("growth/") == "https://example.org/site/growth/" and publication().preview
    assert publication().name == "IT/OT convergence: how big is it?"
    monkeypatch.delenv("SITE_URL")
    monkeypatch.setenv("PREVIEW", "")
    assert (publication().address, publication().preview) == ("", False)
    monkeypatch.setenv("AS_OF", "2027-12-31")
    assert publication().preview, "a copy that shows another day is not to be found in place of the site"
    assert (publication().absolute("growth/"), publication().absolute("")) == ("growth/", "./")


def test_the_map_of_the_site_names_every_page_that_a_writer_keeps_once() -> None:
    mapped = [place for _, places in sections() for place in places]
    assert sections()[0][1][0] == "index.md"
    assert sorted(mapped) == sorted(set(read_pages({}, "")))


def test_the_widths_are_those_that_fonttools_reads_from_the_same_fonts() -> None:
    """Of 1000 and 2048 parts: A, space, 0, i, right quotation mark, minus; and the sum over all letters."""
    found = {name: [round(font(name).widths[each], 4) for each in "A 0i’−"] for name in ("title", "text", "small")}
    assert found == {
        "title": [0.712, 0.229, 0.568, 0.336, 0.236, 0.548],
        "text": [0.712, 0.237, 0.549, 0.329, 0.225, 0.534],
        "small": [round(each / 2048, 4) for each in (1452, 546, 1322, 516, 568, 1367)],
    }
    sums = {name: round(sum(font(name).widths.values()), 3) for name in found}
    assert sums == {"title": 115.211, "text": 113.176, "small": round(242609 / 2048, 3)}


@given(st.lists(st.text("abcdefgmwil", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(6, 40))
@pytest.mark.slow
def test_lines_keep_every_word_in_order_and_within_the_room_where_the_word_itself_is(
    words: list[str], room: int
) -> None:
    lines = font("text").lines(" ".join(words), room)
    assert " ".join(lines) == " ".join(words)
    for line in lines:
        each = line.split()
        width = sum(map(font("text").width, each)) + font("text").space * (len(each) - 1)
        assert width <= room + 1e-9 or len(each) == 1


@pytest.mark.slow
def test_every_card_keeps_within_its_edges_and_no_line_lies_upon_another() -> None:
    pages = read_pages(generated_pages(), ABOUT.description)
    for place, svg in every_card(pages, "IT/OT convergence: how big is it?").items():
        below = 0.0
        for x, y, name, letters, text in sorted(TEXT.findall(svg), key=lambda found: float(found[1])):
            words = re.sub(r"&#?\w+;", "x", text).split(" ")
            face = font(name.lower())
            wide = (sum(map(face.width, words)) + face.space * (len(words) - 1)) * float(letters)
            assert int(x) + wide <= WIDTH - EDGE, (place, text)
            assert float(y) - float(letters) * 0.75 > below, (place, text)
            below = float(y)
        assert below < HEIGHT - 30, place


def test_the_card_of_a_figure_holds_its_number_label_time_publisher_and_standing() -> None:
    figure = knowledge().figures["total-it-ot-2023"]
    said = [text for *_, text in TEXT.findall(figure_card(figure, knowledge().source_of(figure), "Our site"))]
    assert said == [
        "Our site", "$5,140 billion", "Spending on IT and OT in total", "World, 2023; an estimate. IoT Analytics, November 2024.",
        "As reported: only the article that prompted this site gives the number.",
    ]  # fmt: skip


def test_a_figure_that_was_only_reported_is_not_told_in_the_color_of_a_confirmed_one() -> None:
    known = knowledge()
    sound, weak = known.figures["convergence-market-2023"], known.figures["total-it-ot-2023"]
    assert colors()["sourced"] in figure_card(sound, known.source_of(sound), "")
    assert colors()["warning"] in figure_card(weak, known.source_of(weak), "")
    assert colors()["sourced"] not in figure_card(weak, known.source_of(weak), "")


def test_a_letter_that_the_cards_cannot_write_is_told_with_page_and_word() -> None:
    with pytest.raises(MissingLetter) as error:
        every_card({"a.md": replace(GROWTH, place="a.md", heading="It is ≈ 5")}, "Our site")
    way_out = "Write it otherwise, or add it to the fonts of the cards as docs/decisions/0014 says."
    assert str(error.value) == f"a.md: “≈”: the font of the cards has no “≈”. {way_out}"


def test_a_picture_packed_again_has_the_same_pixels() -> None:
    """Three pixels a row, told as differences: white, ink, white; then ink, ink, paper."""
    rows = bytes([1, *(255,) * 4, 29, 35, 39, 0, 227, 221, 217, 0, 1, 28, 34, 38, 255, 0, 0, 0, 0, 224, 217, 210, 0])
    again = packed(png(6, rows, 3, 2))
    parts = dict(chunks(again))
    palette = [parts[b"PLTE"][at : at + 3] for at in range(0, len(parts[b"PLTE"]), 3)]
    data = zlib.decompress(parts[b"IDAT"])
    assert [palette[each] for each in data[1:4] + data[5:8]] == [
        bytes(each) for each in [(255,) * 3, (28, 34, 38), (255,) * 3, (28, 34, 38), (28, 34, 38), (252, 251, 248)]
    ]
    assert (data[0], data[4], size(again), parts[b"IHDR"][9]) == (0, 0, (3, 2), 3)


def test_a_picture_of_another_kind_or_of_too_many_colors_or_seen_through_stays_as_it_is() -> None:
    grey = png(0, bytes([0, 7, 0, 9]), 1, 2)
    many = png(6, b"".join(bytes([1, x, y, 0, 255]) for x in range(30) for y in range(10)), 1, 300)
    clear = png(6, bytes([1, 11, 74, 102, 255, 0, 0, 0, 1]), 2, 1)
    assert [packed(each) == each for each in (grey, many, clear)] == [True, True, True]


def test_a_file_that_is_no_picture_has_no_size() -> None:
    with pytest.raises(ValueError, match=r"This is no PNG\."):
        size(b"GIF89a")


def test_the_head_says_what_a_shared_link_shows() -> None:
    assert shared(ABOUT, GROWTH).head("growth.md").splitlines() == [
        '<meta property="og:type" content="article">',
        '<meta property="og:site_name" content="Our site">',
        '<meta property="og:locale" content="en_US">',
        '<meta property="og:title" content="How fast &amp; far?">',
        '<meta property="og:description" content="It says &#34;so&#34;.">',
        '<meta property="og:url" content="https://example.org/site/growth/">',
        '<meta property="og:image" content="https://example.org/site/cards/growth.md.png">',
        '<meta property="og:image:type" content="image/png">',
        '<meta property="og:image:width" content="1200">',
        '<meta property="og:image:height" content="630">',
        '<meta property="og:image:alt" content="How fast &amp; far? By about 8.5% a year.">',
        '<meta name="twitter:card" content="summary_large_image">',
    ]


def test_the_home_page_is_the_site_and_its_address_the_sites() -> None:
    head = shared(ABOUT, replace(GROWTH, place="index.md")).head("index.md")
    assert 'og:type" content="website"' in head and 'og:url" content="https://example.org/site/"' in head


def test_without_an_address_the_head_claims_none() -> None:
    head = shared(UNKNOWN, GROWTH).head("growth.md")
    assert "http" not in head and "og:url" not in head and "og:image" not in head
    assert '<meta name="twitter:card" content="summary">' in head


def test_the_picture_of_a_figure_says_in_words_what_it_shows() -> None:
    place = "figures/total-it-ot-2023.md"
    head = shared(ABOUT, replace(GROWTH, place=place)).head(place)
    assert (
        'og:image:alt" content="$5,140 billion: Spending on IT and OT in total. World, 2023, IoT Analytics. '
        'As reported: only the article that prompted this site gives the number."'
    ) in head


def test_no_search_engine_lists_a_preview_a_missing_page_or_a_page_that_asks_for_it() -> None:
    asks = replace(GROWTH, robots="noindex")
    given = [(GROWTH, ABOUT), (asks, ABOUT), (GROWTH, PREVIEW), (None, ABOUT)]
    assert [robots_of(page, about) for page, about in given] == ["", "noindex", "noindex", "noindex"]
    assert shared(ABOUT).head(None) == '<meta name="robots" content="noindex">\n'


@pytest.mark.parametrize(("address", "preview"), [("", ""), ("https://example.org/", "1")])
def test_no_picture_is_drawn_for_a_preview_or_where_no_link_could_name_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, preview: str
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    monkeypatch.setenv("PREVIEW", preview)
    sharing = prepare_sharing(tmp_path, {"new.md": "# New"})
    assert sharing.pages["new.md"].heading == "New"
    assert sharing.pictures == {} and list(tmp_path.iterdir()) == []
    assert 'content="summary"' in sharing.head("new.md")


def test_robots_txt_names_the_sitemap_where_the_address_is_known_and_shuts_a_preview() -> None:
    assert robots(ABOUT) == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/site/sitemap.xml\n"
    assert robots(UNKNOWN) == "User-agent: *\nAllow: /\n"
    assert robots(PREVIEW) == "User-agent: *\nDisallow: /\n"


def test_the_sitemap_lists_all_pages_but_those_that_ask_to_be_left_out_and_no_date(tmp_path: Path) -> None:
    written = finished(tmp_path, ABOUT)
    assert re.findall(r"<loc>(.*)</loc>", written) == ["https://example.org/site/", "https://example.org/site/growth/"]
    assert "lastmod" not in written
    packed_sitemap = (tmp_path / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed_sitemap).decode() == written
    finished(tmp_path, ABOUT)
    assert (tmp_path / "sitemap.xml.gz").read_bytes() == packed_sitemap


def test_in_a_preview_the_sitemap_stays_whole_because_instant_navigation_reads_it(tmp_path: Path) -> None:
    assert finished(tmp_path, PREVIEW).count("<loc>") == 3


def test_without_an_address_the_sitemap_is_empty_and_not_packed(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml.gz").write_bytes(b"of the generator")
    assert "<loc>" not in finished(tmp_path, UNKNOWN)
    assert not (tmp_path / "sitemap.xml.gz").exists()


def test_the_text_for_reading_programs_has_its_sections_and_leaves_out_what_is_not_listed(tmp_path: Path) -> None:
    pages = {place: replace(GROWTH, place=place, heading=place) for place in ("index.md", "a/b.md", "decisions/x.md")}
    groups = [("", ["index.md", "gone.md"]), ("More", ["a/b.md"]), ("Why", ["decisions/x.md"]), ("None", ["gone.md"])]
    (tmp_path / "api").mkdir()
    (tmp_path / "api" / "claims.json").write_text("{}", "utf-8")
    text = llms_text(ABOUT, pages, groups, tmp_path)
    assert text.startswith("# Our site\n\n> What it is about.\n\nEvery number here has a page of its own")
    assert text.partition("## ")[2] == (
        'Pages\n\n- [index.md](https://example.org/site/): It says "so".\n\n'
        '## More\n\n- [a/b.md](https://example.org/site/a/b/): It says "so".\n\n'
        "## Data\n\n- [api/claims.json](https://example.org/site/api/claims.json): every claim that was checked, with the verdict\n\n"
        '## Optional\n\n- [decisions/x.md](https://example.org/site/decisions/x/): It says "so".\n'
    )
    assert "(./)" in llms_text(UNKNOWN, pages, groups, tmp_path) and "(a/b/)" in llms_text(
        UNKNOWN, pages, groups, tmp_path
    )


def test_a_reading_program_learns_of_each_number_who_says_it_how_it_stands_and_that_it_is_doubted(
    tmp_path: Path,
) -> None:
    place = "figures/convergence-market-2023.md"
    text = llms_text(ABOUT, {place: replace(GROWTH, place=place)}, [], tmp_path)
    assert text.endswith(
        "## Figures\n\n- [Technologies affected by IT/OT convergence, world market](https://example.org/site/figures/convergence-market-2023/): "
        "$720 billion; World, 2023; IoT Analytics, November 2024; confirmed; its page names a doubt\n"
    )


def test_a_number_that_may_not_be_passed_on_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = knowledge()
    figure = known.figures["convergence-market-2023"]
    closed = replace(known.source_of(figure), redistribute="none")
    monkeypatch.setattr(reading, "knowledge", lambda: replace(known, sources={**known.sources, closed.id: closed}))
    place = f"figures/{figure.id}.md"
    text = llms_text(ABOUT, {place: replace(GROWTH, place=place)}, [], tmp_path)
    assert "$720 billion" not in text and ": World, 2023; IoT Analytics" in text
