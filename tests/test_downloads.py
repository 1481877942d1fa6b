"""The files to take along, read back by other programs: each value is the record's, and the bytes are always the same."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from frictionless import Package, validate
from markdown import Markdown

from calculators import knowledge
from calculators.contract.release import release
from data.units import canonical, twelve
from publishing.claims import checked_claims
from publishing.downloads import commands, downloads_fence, size
from publishing.export.contents import Contents, read_contents
from publishing.export.downloads import write_downloads
from publishing.export.files import FOLDER, files, wheel_place
from publishing.export.frames import FORMULA, harmless, write_csv
from publishing.export.tables import figures_table, series_table
from publishing.export.workbook import MADE, NARROWEST, READ_ME, WIDEST, width
from publishing.runtime.bundle import build_wheel
from publishing.uses import Use
from tests.given_away import ROWS, contents, figure
from tests.test_permission import HIDDEN, TABLE_ONLY

pytestmark = pytest.mark.slow
USES = {"convergence-market-2023": [Use("", "Home"), Use("market/", "Market"), Use("calculators/market-growth/", "It")]}
NUMBERS = [each for each in knowledge().figures.values() if each.value is not None]


@pytest.fixture(autouse=True)
def field_size() -> Iterator[None]:
    """frictionless lets cells of CSV grow without end for the whole process; other tests are about the limit."""
    limit = csv.field_size_limit()
    yield
    csv.field_size_limit(limit)


@pytest.fixture(scope="module")
def whole() -> Contents:
    return Contents(knowledge(), checked_claims(), USES, "https://example.org/some/")


def write(contents: Contents, site: Path) -> Path:
    """The downloads of `contents` below a site that holds the wheel."""
    build_wheel(site / "runtime" / "12345678")
    write_downloads(site, contents)
    return site / FOLDER


@pytest.fixture(scope="module")
def written(whole: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(whole, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def book(written: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(written / "figures.xlsx")


def lines(sheet: Any) -> list[dict[str, Any]]:
    """A sheet's rows below its header, by column."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_everything_listed_is_written_and_nothing_else(written: Path) -> None:
    found = {path.relative_to(written.parent).as_posix() for path in written.rglob("*") if path.is_file()}
    assert found == {each.place for each in files()}


def test_a_second_time_gives_the_same_bytes(written: Path, whole: Contents, tmp_path: Path) -> None:
    again = write(whole, tmp_path)
    for path in (path for path in written.rglob("*") if path.is_file()):
        assert path.read_bytes() == (again / path.relative_to(written)).read_bytes(), path.name


# CSV and JSON


def test_csv_is_utf_8_without_a_mark_with_one_header_line_and_ends_lines_as_rfc_4180_does(written: Path) -> None:
    for name in ("figures", "sources", "claims"):
        raw = (written / f"{name}.csv").read_bytes()
        assert raw.startswith(b"id,") and raw.count(b"\n") == raw.count(b"\r\n") and raw.endswith(b"\r\n")
        rows = list(csv.reader(raw.decode("utf-8").splitlines(keepends=True), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])} and rows[0].count("id") == 1


def test_every_figure_is_in_the_csv_as_in_its_record(written: Path) -> None:
    frame = pd.read_csv(written / "figures.csv", dtype={"as_of": str, "edition": str, "published": str})
    assert list(frame["id"]) == [each.id for each in NUMBERS]
    assert frame["value"].dtype == frame["low"].dtype == frame["rounded_to"].dtype == "float64"
    for line, record in zip(frame.to_dict("records"), NUMBERS, strict=True):
        source = knowledge().source_of(record)
        assert line["value"] == twelve(record.number) and line["unit"] == record.unit
        assert (line["as_of"], line["text"], line["standing"]) == (record.as_of, record.phrase, record.standing)
        assert (line["source"], line["publisher"]) == (source.id, source.publisher)
        assert date.fromisoformat(line["review_by"]) == record.review_by
        assert (line["quote"] if isinstance(line["quote"], str) else None) == record.quote
        assert (line["note"] if isinstance(line["note"], str) else None) == record.note
        assert line["page"] == f"https://example.org/some/figures/{record.id}/"


def test_a_number_is_written_without_grouping_or_exponent_and_a_missing_one_is_empty(written: Path) -> None:
    with (written / "figures.csv").open(encoding="utf-8", newline="") as file:
        found = {line["id"]: line for line in csv.DictReader(file)}
    assert (found["gartner-it-2024-edition-2024-01"]["value"], found["convergence-growth"]["value"]) == ("4997.718", "8.5")  # fmt: skip
    assert found["convergence-mark-2027"]["low"] == "" and found["convergence-market-2023"]["bound"] == ""
    assert all(line["value"] == canonical(knowledge().figures[name].number) for name, line in found.items())


def test_lists_are_ids_and_addresses_with_a_space_between(written: Path) -> None:
    frame = pd.read_csv(written / "figures.csv").set_index("id")
    assert frame.loc["convergence-share-2023", "rests_on"] == "convergence-market-2023 total-it-ot-2023"
    assert frame.loc["convergence-market-2023", "pages"] == "https://example.org/some/ https://example.org/some/market/"
    assert frame.loc["convergence-market-2023", "calculators"] == "https://example.org/some/calculators/market-growth/"


def test_json_holds_the_same_figures_with_lists_as_lists(written: Path) -> None:
    records = json.loads((written / "figures.json").read_text("utf-8"))
    frame, again = pd.read_csv(written / "figures.csv"), pd.read_json(written / "figures.json", precise_float=True)
    assert list(records[0]) == list(frame.columns) == list(again.columns)
    assert [each["value"] for each in records] == [twelve(each.number) for each in NUMBERS] == list(again["value"])
    share = next(each for each in records if each["id"] == "convergence-share-2023")
    assert share["rests_on"] == ["convergence-market-2023", "total-it-ot-2023"] and share["review_by"] == "2027-11-30"


def test_quotes_commas_and_line_breaks_in_a_text_come_back_as_they_were(tmp_path: Path) -> None:
    odd = 'He said "720, or so"\nand — “left”; ünïcode'
    write_csv(figures_table(contents(figure("odd", "value", 1, note=odd))), tmp_path / "a.csv")
    assert pd.read_csv(tmp_path / "a.csv").set_index("id").loc["odd", "note"] == odd


@pytest.mark.parametrize("start", FORMULA)
def test_a_text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it_in_csv_and_is_a_text_in_the_workbook(
    tmp_path: Path, start: str
) -> None:
    text = f'{start}HYPERLINK("https://example.org","720")'
    given = contents(figure("odd", "value", -1, note=text), root="")
    write_csv(figures_table(given), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        [line] = [each for each in csv.DictReader(file) if each["id"] == "odd"]
    assert line["note"] == f"'{text}" and line["value"] == "-1", "a negative number stays a number"
    from publishing.export.workbook import write_workbook

    write_workbook([figures_table(given)], given, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Figures"]
    [cell] = [cell for row in sheet.iter_rows() for cell in row if cell.value and "HYPERLINK" in str(cell.value)]
    assert cell.data_type == "s" and str(cell.value).replace("_x000D_", "\r") == text


def test_what_is_no_text_or_begins_otherwise_is_left_alone() -> None:
    assert [harmless(each) for each in (-1.5, None, "a = b", "−5%", "")] == [-1.5, None, "a = b", "−5%", ""]


# The workbook


def test_the_first_sheet_says_what_it_is_on_what_terms_and_what_to_beware_of(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [READ_ME, "Figures", "Sources", "Series", "Claims"]
    said = "\n".join(str(cell or "") for row in book[READ_ME].iter_rows(values_only=True) for cell in row)
    for needed in (release(), "CC BY 4.0", "are excepted", "As reported:", "Release ", "https://example.org/some/"):
        assert needed in said


def test_every_figure_is_on_its_sheet_typed_as_in_its_record(book: openpyxl.Workbook) -> None:
    found = lines(book["Figures"])
    assert [each["id"] for each in found] == [each.id for each in NUMBERS]
    for line, record in zip(found, NUMBERS, strict=True):
        assert isinstance(line["value"], int | float) and line["value"] == twelve(record.number)
        assert isinstance(line["review_by"], datetime) and line["review_by"].date() == record.review_by
        assert (line["unit"], line["as_of"], line["label"]) == (record.unit, record.as_of, record.label)
        assert (line["quote"], line["doubt"], line["note"]) == (record.quote, record.doubt, record.note)
        assert line["low"] is None or line["low"] == twelve(record.allowed[0])


def test_sources_and_claims_are_on_their_sheets(book: openpyxl.Workbook, whole: Contents) -> None:
    assert [each["id"] for each in lines(book["Sources"])] == list(knowledge().sources)
    found = lines(book["Claims"])
    assert [each["id"] for each in found] == [each.claim.id for each in whole.claims]
    assert [each["verdict"] for each in found] == [each.verdict for each in whole.claims]
    assert [each["says"] for each in found] == [each.claim.says for each in whole.claims]


def test_pandas_reads_the_sheets_too(written: Path) -> None:
    frame = pd.read_excel(written / "figures.xlsx", sheet_name="Figures")
    assert list(frame["value"]) == [twelve(each.number) for each in NUMBERS]
    assert frame["review_by"].dtype.kind == "M"


def test_no_cell_of_the_workbook_is_a_formula(book: openpyxl.Workbook) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 1000 and "f" not in {cell.data_type for cell in cells}


@pytest.mark.parametrize("name", ["Figures", "Sources", "Series", "Claims"])
def test_a_sheet_has_its_header_frozen_and_filtered_and_columns_as_wide_as_they_need(
    book: openpyxl.Workbook, name: str
) -> None:
    sheet = book[name]
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref == sheet.dimensions
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert all(NARROWEST <= each <= WIDEST + 1 for each in widths) and len(set(widths)) > 3
    assert all(cell.font.bold for cell in sheet[1])


def test_a_column_is_as_wide_as_its_longest_cell_within_limits() -> None:
    assert [width(*each) for each in (("id", []), ("id", ["x" * 20]), ("a_long_header", [1]), ("id", ["x" * 500]))] == [
        NARROWEST, 21, 16, WIDEST,
    ]  # fmt: skip


def test_links_lead_to_source_page_and_row(book: openpyxl.Workbook) -> None:
    sheet, sources = book["Figures"], book["Sources"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    row = rows["convergence-market-2023"]
    url, page, source = (row[heads[name] - 1] for name in ("url", "page", "source"))
    assert url.hyperlink.target == knowledge().sources["iot-analytics-2024"].url
    assert page.hyperlink.target == "https://example.org/some/figures/convergence-market-2023/"
    sheet_name, place = source.hyperlink.location.split("!")
    assert sheet_name == "'Sources'" and sources[place].value == "iot-analytics-2024" == source.value


def test_without_an_address_of_the_site_a_page_is_no_link(tmp_path: Path) -> None:
    from publishing.export.workbook import write_workbook

    given = contents(root="")
    write_workbook([figures_table(given)], given, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Figures"]
    cells = {sheet.cell(1, cell.column).value: cell for cell in sheet[2]}
    assert (cells["page"].value, cells["page"].hyperlink) == ("figures/open/", None)
    assert cells["url"].hyperlink.target == "https://example.org/value"


def test_the_workbook_says_it_was_made_on_the_day_that_the_wheel_says_too(
    book: openpyxl.Workbook, written: Path
) -> None:
    assert book.properties.created == MADE
    with zipfile.ZipFile(written.parent / wheel_place()) as wheel:
        assert {datetime(*entry.date_time) for entry in wheel.infolist()} == {MADE}


def test_a_table_that_may_not_be_published_again_is_single_values_with_a_link(book: openpyxl.Workbook) -> None:
    """Devices came to 699,791 in the table of January 2024, which is no figure here."""
    found = lines(book["Series"])
    one = [each for each in found if each["series"] == "gartner-it-edition-2024-01"]
    assert {each["figure"] for each in one} == {each.id for each in NUMBERS if (each.source, each.edition) == ("gartner-2024-01", "2024-01") and each.kind != "derived"}  # fmt: skip
    for line in one:
        assert line["value"] == twelve(knowledge().figures[line["figure"]].number) and line["link"].startswith(
            "https://"
        )
    held = {str(cell) for row in book["Series"].iter_rows(values_only=True) for cell in row}
    assert not {"699791", "spending_usd_million"} & held, "a cell of the table, and the name of a column"


def test_a_table_that_may_be_published_again_is_there_cell_by_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publishing.export.tables.rows_of", lambda name: ROWS)
    found = [each for each in series_table(contents()).lines if each["series"] == "rows-table"]
    assert [(each["row"], each["column"], each["value"]) for each in found] == [
        ("Devices, 2023", "spending", 31337), ("Devices, 2023", "growth", -8.5), ("Software, 2023", "spending", 41414),
    ]  # fmt: skip


def test_a_table_of_which_no_single_value_is_a_figure_still_leads_to_its_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("publishing.export.tables.rows_of", lambda name: ROWS)
    [line] = [each for each in series_table(contents()).lines if each["series"] == "rows-none"][:1]
    assert line["link"] == "https://example.org/none" and line["value"] is None


# The Data Package


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    """A copy of the package to break."""
    shutil.copytree(written, tmp_path / "package")
    return tmp_path / "package" / "datapackage.json"


def faults(package: Path) -> list[tuple[str, str]]:
    """The kinds of faults that frictionless finds, with the field."""
    found = validate(str(package)).flatten(["type", "fieldName"])
    return [(kind, field or "") for kind, field in found]


def test_frictionless_finds_the_package_valid(package: Path) -> None:
    report = validate(str(package))
    assert report.valid, report.to_summary()
    assert [task.name for task in report.tasks] == ["figures", "sources", "claims"]
    assert report.tasks[0].stats["rows"] == len(NUMBERS)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("figures.csv", ",720,$720 billion", ",many,$720 billion", ("type-error", "value")),
        ("figures.csv", ",deloitte-outlook-2025,", ",deloitte-outlook-2052,", ("foreign-key", "")),
        ("figures.csv", ",second-hand,", ",firsthand,", ("constraint-error", "standing")),
        ("figures.csv", "convergence-growth,", "convergence-market-2023,", ("primary-key", "")),
        ("figures.csv", ",2027-11-30,", ",30.11.2027,", ("type-error", "review_by")),
        ("claims.csv", ",how-big-article,", ",,", ("constraint-error", "by")),
    ],
)
def test_frictionless_sees_what_is_broken(package: Path, file: str, old: str, new: str, expected: tuple[str, str]) -> None:  # fmt: skip
    path = package.parent / file
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))
    assert {kind for kind, _ in faults(package)} & {"hash-count", "byte-count"}
    assert expected in faults(without_sums(package))


def without_sums(package: Path) -> Path:
    """The package without sizes and check sums, so that what is wrong with a file's lines is looked at."""
    content = json.loads(package.read_text("utf-8"))
    for resource in content["resources"]:
        del resource["bytes"], resource["hash"]
    package.write_text(json.dumps(content), "utf-8")
    return package


def test_the_package_names_release_license_and_every_source(written: Path) -> None:
    package = Package(str(written / "datapackage.json"))
    assert package.version == release() and package.homepage == "https://example.org/some/"
    assert [each["name"] for each in package.licenses] == ["CC-BY-4.0"] and "excepted" in (package.description or "")
    assert [each["title"] for each in package.sources] == [each.title for each in knowledge().sources.values()]


def test_every_column_of_the_package_says_what_it_holds(written: Path) -> None:
    content = json.loads((written / "datapackage.json").read_text("utf-8"))
    fields = [(each["name"], field) for each in content["resources"] for field in each["schema"]["fields"]]
    assert [(name, field["name"]) for name, field in fields if not field.get("description")] == []


# Sources for reference managers


def test_a_bibtex_parser_reads_every_source_back(written: Path) -> None:
    import bibtexparser

    library = bibtexparser.parse_string((written / "sources.bib").read_text("utf-8"))
    assert library.failed_blocks == [] and [each.key for each in library.entries] == list(knowledge().sources)
    for entry, source in zip(library.entries, knowledge().sources.values(), strict=True):
        fields = entry.fields_dict
        assert re.sub(r"[^A-Za-z]", "", source.title) == re.sub(r"text\w+|[^A-Za-z]", "", fields["title"].value)
        assert source.published is None or fields["year"].value == source.published[:4]
        assert source.url is None or fields["url"].value == source.url


# The page, and the wheel


def test_the_page_leads_to_every_file_and_says_its_size(site: Path) -> None:
    html = (site / "downloads" / "index.html").read_text("utf-8")
    listed = re.search(r'<ul class="downloads">(.*?)</ul>', html, re.DOTALL)
    assert listed and "data-size" not in html
    found = re.findall(r'<a href="([^"]+)" download>.*?class="downloads-kind">([^<]*)</span>', listed[1])
    assert len(found) == len(files())
    for way, said in found:
        path = site / "downloads" / unescape(way)
        assert path.is_file() and said.endswith(f", {size(path.stat().st_size)}"), way


def test_a_fence_with_another_word_is_told_what_to_write() -> None:
    with pytest.raises(Exception, match=r"there is nothing called “whel”\. Leave it empty, or write wheel\."):
        downloads_fence("whel", "", "", {}, Markdown())


def test_what_the_page_tells_people_to_type_works_where_the_wheel_lies(site: Path, tmp_path: Path) -> None:
    """In an environment of its own, with no index to ask: the wheel needs nothing beside Python."""
    html = (site / "downloads" / "index.html").read_text("utf-8")
    shown = re.search(r'<pre class="downloads-commands"[^>]*><code>(.*?)</code>', html, re.DOTALL)
    assert shown
    [wheel] = (site / "downloads").glob("*/*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    told = unescape(shown[1]).splitlines()
    assert len(told) == len(commands()) == 3
    for command in told:
        words = command.split()
        assert words[0] == "python"
        extra = ["--no-index", "--quiet"] if words[1:3] == ["-m", "pip"] else []
        done = subprocess.run([python, *words[1:], *extra], cwd=wheel.parent, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\d", done.stdout), "the last one answers with a number"
    said = subprocess.run([python, *words[1:], "--json"], cwd=wheel.parent, capture_output=True, text=True)
    assert json.loads(said.stdout)["release"].replace("+", "-") == wheel.parent.name


def test_the_wheel_is_the_one_that_the_pages_load_at_an_address_that_names_the_release(site: Path) -> None:
    [ours], [loaded] = (site / "downloads").glob("*/*.whl"), (site / "runtime").glob("*/*.whl")
    assert ours.read_bytes() == loaded.read_bytes()
    assert re.fullmatch(r"[0-9.]+-[0-9a-f]{8}", ours.parent.name)


def test_the_whole_of_it_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/there/")
    assert read_contents({}).link("figures/a/") == "https://example.org/there/figures/a/"


# What may not be published again


def read(path: Path) -> str:
    """A file as text; of a workbook, all that is in it."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        return "".join(book.read(name).decode("utf-8") for name in book.namelist())


def test_no_download_holds_a_number_that_may_not_be_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("records", "tables"):
        monkeypatch.setattr(f"publishing.export.{module}.rows_of", lambda name: ROWS)
    monkeypatch.setattr("publishing.export.downloads.copy_wheel", lambda site: None)
    write_downloads(tmp_path, contents())
    held = {path.name: read(path) for path in (tmp_path / "downloads").iterdir()}
    assert [name for name, text in held.items() if any(number in text for number in HIDDEN)] == []
    assert [name for name, text in held.items() if any(number in text for number in TABLE_ONLY)] == ["figures.xlsx"]
    assert sum("27182" in text for text in held.values()) == 4, "csv of figures and claims, json, workbook"
