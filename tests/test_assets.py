"""Our styles and scripts come from many folders and lie in one: no file takes another's place there."""

from pathlib import Path

import pytest

from publishing.assets import gather


def test_two_scripts_of_one_name_stop_the_build(tmp_path: Path) -> None:
    for folder in ("card", "form"):
        (tmp_path / "publishing" / folder).mkdir(parents=True)
        (tmp_path / "publishing" / folder / "opening.mjs").write_text(f"// {folder}", "utf-8")
    with pytest.raises(ValueError, match="opening") as told:
        gather({}, {}, tmp_path / "publishing")
    assert str(told.value) == (
        "publishing/form/opening.mjs: opening.mjs: publishing/card/opening.mjs has the same name, and on the site "
        "both lie in one folder. Rename one of them, and what imports it."
    )


def test_a_script_that_would_hide_what_the_build_writes_stops_it_too(tmp_path: Path) -> None:
    (tmp_path / "publishing" / "form").mkdir(parents=True)
    (tmp_path / "publishing" / "form" / "config.mjs").write_text("", "utf-8")
    with pytest.raises(ValueError, match="config") as told:
        gather({}, {"config.mjs": b""}, tmp_path / "publishing")
    assert str(told.value) == (
        "publishing/assets.py: config.mjs: publishing/form/config.mjs has the same name, and on the site both lie in "
        "one folder. Rename one of them, and what imports it.\n"
        "publishing/build.py: config.mjs: publishing/form/config.mjs has the same name, and on the site both lie in "
        "one folder. Rename one of them, and what imports it."
    )


def test_styles_of_one_name_do_not_meet_since_all_become_one_file(tmp_path: Path) -> None:
    for folder in ("card", "look"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.css").write_text(f"/* {folder} */", "utf-8")
    assert gather({}, {}, tmp_path)["site.css"] == b"/* look */\n/* card */"
