"""The figures by subject, as the list of all shows them: a subject is a file of the data, or several.

Within a subject they stand as their labels sort, those of one number by edition together. Left out on purpose: any
key for it in the records, since a figure's place in the data says it already.
"""

import tomllib
from functools import cache

from data.figures import FOLDER
from data.knowledge import Figure

SUBJECTS: dict[str, tuple[str, ...]] = {
    "The convergence market": ("market.toml",),
    "The market beside all IT and OT spending": ("comparison.toml",),
    "IT spending of all buyers": ("totals.toml", "editions.toml", "spending-series.toml"),
    "Growth of IT spending": ("growth.toml",),
    "Technology budgets of manufacturers": ("budgets.toml", "ratios.toml"),
    "Downtime and security": ("operations.toml",),
}


def by_subject(figures: list[Figure]) -> dict[str, list[Figure]]:
    """Every subject that has figures with them, in the order of `SUBJECTS`.

    Raises:
        KeyError: a file of figures belongs to no subject.
    """
    subjects = {file: subject for subject, files in SUBJECTS.items() for file in files}
    found: dict[str, list[Figure]] = {subject: [] for subject in SUBJECTS}
    for figure in sorted(figures, key=lambda each: (each.label.lower(), each.id)):
        found[subjects[_files()[figure.id]]].append(figure)
    return {subject: each for subject, each in found.items() if each}


@cache
def _files() -> dict[str, str]:
    """The file of each figure, by its id."""
    return {
        name: path.name
        for path in sorted(FOLDER.glob("*.toml"))
        for name in tomllib.loads(path.read_text("utf-8"))
    }  # fmt: skip
