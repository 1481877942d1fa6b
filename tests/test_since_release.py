"""The figures held against the last release's, which a temporary repository with a tag holds."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from data.figures import read_all
from publishing.changes import comparing
from publishing.changes.checking import change_findings
from publishing.changes.previous import Previous, previous
from tests.test_prose import SOURCES

COMMON = """scope = "World"
source = "maker-2024"
read = "the whole"
standing = "second-hand"
review_by = 2027-11-30
kind = "estimate"
as_of = "2023"
"""
FIGURES = f"""[this-size]
label = "Size"
value = 720
unit = "USD billion"
rounded_to = 10
measures = "size"
edition = "2024-03"
{COMMON}
[the-rate]
label = "Rate"
value = 8.5
unit = "% a year"
rounded_to = 0.1
{COMMON}
[the-parts]
label = "Parts"
series = "parts"
unit = "USD million"
rounded_to = 1
{COMMON}"""
NEW = f"""
[the-new]
label = "New"
value = 5
unit = "times"
rounded_to = 1
{COMMON}"""
RATE = FIGURES[FIGURES.index("[the-rate]") : FIGURES.index("[the-parts]")]
LOG = "# Changelog\n\n## Unreleased (since 2026-01-06)\n\n### Figures\n\n{}\n## 0.1.0 (2026-01-05)\n\n- The first.\n"
DAY = "since 2026-02-01. Why."
AT = "CHANGELOG.md:3:1: "
HOW = "no entry says so. Write below ### Figures: "
OURS = "since YEAR-MONTH-DAY. Why. If the error was ours, it begins with Corrected."


def git(house: Path, *command: str) -> None:
    who = ["-c", "user.name=A test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(house), *who, *command], check=True, capture_output=True)


def write_data(house: Path) -> None:
    (house / "data" / "series").mkdir(parents=True)
    (house / "data" / "sources.toml").write_text(SOURCES, "utf-8")
    (house / "data" / "market.toml").write_text(FIGURES, "utf-8")
    (house / "data" / "series" / "parts.csv").write_text("part,size\nOne,5\n", "utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two figures and a table, committed once for all tests, and released as v0.1.0."""
    folder = tmp_path_factory.mktemp("made")
    write_data(folder / "house")
    git(folder, "init", "-q", "--template=", "house")
    git(folder / "house", "add", ".")
    git(folder / "house", "commit", "-q", "-m", "Begin")
    git(folder / "house", "tag", "v0.1.0")
    return folder / "house"


@pytest.fixture(scope="module")
def then(made: Path) -> Previous:
    """That release, read from its tag once."""
    found = previous(made)
    assert found
    return found


@pytest.fixture
def released(tmp_path: Path, then: Previous, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data as they were released, for one test to change."""
    write_data(tmp_path)
    monkeypatch.setattr(comparing, "previous", lambda root: then)
    return tmp_path


@pytest.fixture
def repository(made: Path, tmp_path: Path) -> Path:
    """A copy of the repository, for one test to change."""
    return Path(shutil.copytree(made, tmp_path / "repository"))


def told(house: Path, figures: str = FIGURES, entries: str = "", log: str = LOG) -> list[str]:
    """What the check says of these figures with these entries since the release."""
    (house / "data" / "market.toml").write_text(figures, "utf-8")
    (house / "CHANGELOG.md").write_text(log.format(entries), "utf-8")
    return [str(each.problem) for each in change_findings(read_all(house / "data"), house)]


def test_the_last_release_is_read_with_its_figures_and_tables(then: Previous) -> None:
    assert then.tag == "v0.1.0" and set(then.figures) == {"this-size", "the-rate", "the-parts"}
    assert then.figures["this-size"]["value"] == 720 and then.series == {"parts": "part,size\nOne,5\n"}


def test_figures_as_they_were_released_need_no_entry(released: Path) -> None:
    assert told(released) == []


UNSAID = {
    "another value": (
        FIGURES.replace("720", "730"),
        f"this-size: It was $720 billion in v0.1.0 and is $730 billion; {HOW}- Revised: `this-size`, from $720 billion to $730 billion, {OURS}",
    ),
    "a figure that is gone": (
        FIGURES.replace(RATE, ""),
        f"the-rate: It was 8.5% a year in v0.1.0 and is gone; {HOW}- Removed: `the-rate`, 8.5% a year, since YEAR-MONTH-DAY. Why.",
    ),
    "a new edition": (
        FIGURES + NEW.replace("label", 'measures = "size"\nedition = "2"\nlabel').replace("times", "USD billion").replace("value = 5", "value = 725"),
        f"the-new: It is a new edition of size, which v0.1.0 held in others; {HOW}- Added: `the-new`, $725 billion, since YEAR-MONTH-DAY. Why.",
    ),
    "another standing": (
        FIGURES.replace("second-hand", "conflicting", 1),
        f"this-size: Its standing was second-hand in v0.1.0 and is conflicting; {HOW}- Updated: `this-size`, standing from second-hand to conflicting, {OURS}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("figures", "message"), UNSAID.values(), ids=UNSAID)
def test_a_change_without_an_entry_is_told_with_the_entry_to_write(released: Path, figures: str, message: str) -> None:
    """The entry that the message gives, with its day filled in, settles it."""
    assert told(released, figures) == [AT + message]
    entry = "- " + message.partition("### Figures: - ")[2].partition(" If the error")[0]
    assert told(released, figures, entry.replace("YEAR-MONTH-DAY", "2026-02-01") + "\n") == []


def test_a_table_with_another_line_needs_an_entry(released: Path) -> None:
    (released / "data" / "series" / "parts.csv").write_text("part,size\nOne,6\n", "utf-8")
    message = f"the-parts: Its table is not that of v0.1.0; {HOW}- Revised: `the-parts`, its table, {OURS}"
    assert told(released) == [AT + message]
    assert told(released, entries=f"- Corrected: `the-parts`, its table, {DAY}\n") == []


def test_a_figure_about_something_new_may_have_an_entry_and_needs_none(released: Path) -> None:
    assert told(released, FIGURES + NEW) == []
    assert told(released, FIGURES + NEW, f"- Added: `the-new`, 5 times, {DAY}\n") == []


def test_steps_on_the_way_to_what_it_is_now_are_followed(released: Path) -> None:
    steps = f"- Revised: `this-size`, from $720 billion to $750 billion, {DAY}\n- Corrected: `this-size`, from $750 billion to $730 billion, {DAY}\n"
    assert told(released, FIGURES.replace("720", "730"), steps) == []
    back = steps.replace("$730", "$720")
    assert told(released, FIGURES, back) == []


NOT_SO = {
    "a change from what it never was": (
        FIGURES.replace("720", "730"),
        f"- Revised: `this-size`, from $700 billion to $730 billion, {DAY}\n",
        "CHANGELOG.md:7:30: “$700 billion”: In v0.1.0 it was $720 billion. Correct the entry, or remove it.",
    ),
    "a change that did not happen": (
        FIGURES,
        f"- Corrected: `this-size`, from $702 billion to $720 billion, {DAY}\n",
        "CHANGELOG.md:7:32: “$702 billion”: In v0.1.0 it was $720 billion. Correct the entry, or remove it.",
    ),
    "a table that is as it was": (
        FIGURES,
        f"- Revised: `the-parts`, its table, {DAY}\n",
        "CHANGELOG.md:7:13: “the-parts”: Its table is that of v0.1.0. Remove the entry.",
    ),
    "a figure added that was there": (
        FIGURES,
        f"- Added: `this-size`, $720 billion, {DAY}\n",
        "CHANGELOG.md:7:11: “this-size”: In v0.1.0 it was $720 billion. Correct the entry, or remove it.",
    ),
    "a figure removed that never was": (
        FIGURES,
        f"- Removed: `gone-2023`, $720 billion, {DAY}\n",
        "CHANGELOG.md:7:13: “gone-2023”: In v0.1.0 there was no such figure. Correct the entry, or remove it.",
    ),
    "a standing that it never had": (
        FIGURES.replace("second-hand", "conflicting", 1),
        f"- Corrected: `this-size`, standing from confirmed to conflicting, {DAY}\n",
        "CHANGELOG.md:7:41: “confirmed”: In v0.1.0 its standing was second-hand. Correct the entry, or remove it.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("figures", "entry", "message"), NOT_SO.values(), ids=NOT_SO)
def test_an_entry_about_what_did_not_happen_is_told(released: Path, figures: str, entry: str, message: str) -> None:
    assert told(released, figures, entry) == [message]


def test_an_entry_that_cannot_be_read_is_told_once(released: Path) -> None:
    [message] = told(released, FIGURES.replace("720", "730"), "- Revised: `this-size`, to $730 billion.\n")
    assert message.startswith("CHANGELOG.md:7:1: “- Revised: `this-size`, to $730 billion.”: It is not written")


MEANINGS = {
    "another unit": (RATE.replace("% a year", "points"), "unit", "% a year", "points"),
    "another time": (RATE.replace("2023", "2024").replace("rate-2024", "the-rate"), "as_of", "2023", "2024"),
    "another scope": (RATE.replace("World", "Europe"), "scope", "World", "Europe"),
    "a table in place of a value": (
        RATE.replace("value = 8.5", 'series = "parts"'), "value", "8.5% a year", "a table",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rate", "key", "old", "new"), MEANINGS.values(), ids=MEANINGS)
def test_an_id_that_means_something_else_is_told(released: Path, rate: str, key: str, old: str, new: str) -> None:
    figures = FIGURES.replace(RATE, rate).replace('published = "2024-03"', "")
    way_out = "Give what it means now an id of its own, and write an entry that says the old one was removed."
    assert told(released, figures) == [
        f"data: the-rate.{key}: It was “{old}” in v0.1.0 and is “{new}”: an id never changes its meaning. {way_out}"
    ]


def test_a_figure_that_measures_something_else_is_told_and_a_measure_under_another_name_is_not(released: Path) -> None:
    renamed = FIGURES.replace('measures = "size"', 'measures = "extent"')
    assert told(released, renamed) == []
    split = renamed + NEW.replace("label", 'measures = "size"\nedition = "2"\nlabel')
    assert "data: this-size.measures: It was “size” in v0.1.0 and is “extent”: an id never changes its meaning." in (
        " ".join(told(released, split))
    )


def test_the_same_amount_in_another_scale_and_the_same_time_told_more_exactly_are_no_change(released: Path) -> None:
    figures = (
        FIGURES.replace("720", "0.72").replace("billion", "trillion").replace("rounded_to = 10", "rounded_to = 0.01")
    )
    assert told(released, figures.replace('as_of = "2023"', 'as_of = "2023-11"', 1)) == []


def test_entries_of_an_older_release_say_nothing_of_what_came_after(released: Path) -> None:
    """The entry of v0.1.0 ended with $720 billion; that it has been $730 billion since is still unsaid."""
    log = (
        LOG
        + "\n### Figures\n\n- Corrected: `this-size`, from $72 billion to $720 billion, since 2026-01-03. A digit.\n"
    )
    assert told(released, FIGURES, log=log) == []
    found = told(released, FIGURES.replace("720", "730"), log=log)
    assert len(found) == 2 and "It was $720 billion in v0.1.0 and is $730 billion; no entry says so." in found[1]


def test_what_is_about_to_be_released_counts_as_since_the_release_before(released: Path) -> None:
    log = LOG.replace("## Unreleased (since 2026-01-06)", "## 0.2.0 (2026-03-01)")
    entry = f"- Revised: `this-size`, from $720 billion to $730 billion, {DAY}\n"
    assert told(released, FIGURES.replace("720", "730"), entry, log) == []


def test_a_release_without_its_heading_is_told(released: Path) -> None:
    log = LOG.replace("## 0.1.0 (2026-01-05)", "## 0.0.9 (2026-01-05)")
    assert told(released, log=log) == [
        "CHANGELOG.md:1:1: v0.1.0: This release has no heading. Write ## 0.1.0 (its day) above what it brought."
    ]


def test_the_check_reads_the_tag_and_not_the_work_tree_in_two_calls_of_git(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda command, **how: asked.append(command[3]) or run(command, **how))
    [message] = told(repository, FIGURES.replace("720", "730"))
    assert "It was $720 billion in v0.1.0 and is $730 billion" in message
    assert asked == ["describe", "archive"]


@pytest.mark.slow
def test_of_several_tags_the_nearest_that_names_a_version_counts(repository: Path) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "More")
    git(repository, "tag", "v0.2.0", "-m", "Later")
    git(repository, "commit", "-q", "--allow-empty", "-m", "More still")
    git(repository, "tag", "vote")
    found = previous(repository)
    assert found and found.tag == "v0.2.0"


@pytest.mark.slow
def test_before_the_first_tag_there_is_nothing_to_hold_against(repository: Path) -> None:
    git(repository, "tag", "-d", "v0.1.0")
    assert previous(repository) is None and told(repository, FIGURES.replace("720", "730")) == []


@pytest.mark.slow
def test_a_copy_without_history_has_nothing_to_hold_against(tmp_path: Path, repository: Path) -> None:
    """A clone of the last commit alone, as a workflow makes it that does not ask for more."""
    git(repository, "commit", "-q", "--allow-empty", "-m", "More")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "shallow")
    assert previous(tmp_path / "shallow") is None
    (repository / ".git").rename(tmp_path / "history")
    assert previous(repository) is None


def test_without_git_there_is_nothing_to_hold_against(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert previous(made) is None


@pytest.mark.slow
def test_a_release_that_held_no_data_is_nothing_to_hold_against(repository: Path) -> None:
    git(repository, "rm", "-rq", "--cached", "data")
    git(repository, "commit", "-q", "-m", "Without the data")
    git(repository, "tag", "v0.1.1")
    assert previous(repository) is None
