"""Writes the files below downloads/ of the finished site."""

import shutil
from pathlib import Path

from publishing.citing.bibtex import bibtex_of_source
from publishing.export.contents import Contents
from publishing.export.files import FOLDER, wheel_place
from publishing.export.frames import write_csv
from publishing.export.package import write_package
from publishing.export.tables import claims_table, figures_table, series_table, sources_table
from publishing.export.workbook import write_workbook
from publishing.export.writing import write_json


def write_downloads(site: Path, contents: Contents) -> None:
    """Write every download; the wheel is the one that the pages load."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    figures, sources, claims = figures_table(contents), sources_table(contents), claims_table(contents)
    described = [figures, sources, claims]
    for table in described:
        write_csv(table, folder / f"{table.name}.csv")
    write_json(folder / "figures.json", figures.lines)
    write_workbook([figures, sources, series_table(contents), claims], contents, folder / "figures.xlsx")
    write_package(described, contents, folder)
    entries = [bibtex_of_source(each) for each in contents.known.sources.values()]
    (folder / "sources.bib").write_text("\n".join(entries), "utf-8", newline="\n")
    copy_wheel(site)


def copy_wheel(site: Path) -> None:
    """Put the wheel that the pages load where a reader finds it."""
    [wheel] = (site / "runtime").glob("*/*.whl")
    target = site / wheel_place()
    assert target.name == wheel.name, "the wheel is named by distribution and version"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(wheel, target)
