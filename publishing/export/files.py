"""The files below downloads/: where each lies and what it holds, for the page that lists them and whoever writes them.

The wheel lies in a folder named by the release, since its own name says only the version: a copy that a browser kept
is never taken for another release's.
"""

from dataclasses import dataclass

from calculators.contract.release import release

FOLDER = "downloads"
DISTRIBUTION = "convergence"
WHEEL = "wheel"
LISTED = (
    ("figures.xlsx", "Excel", "Figures, sources, tables and claims, a sheet each, and a first sheet with the terms."),
    ("figures.csv", "CSV", "Every figure that is one number: a line each, its unit in a column of its own."),
    ("sources.csv", "CSV", "Every publication, with its interest and its terms."),
    ("claims.csv", "CSV", "Every claim, with its verdict and the number that we work out."),
    ("figures.json", "JSON", "The same columns as figures.csv, as a list of records."),
    ("datapackage.json", "Data Package", "What each column of the CSV files holds, their terms and their check sums."),
    ("sources.bib", "BibTeX", "Every publication, for a reference manager or for LaTeX."),
    (WHEEL, "Python", "The calculators and the figures that they start from. It needs nothing but Python."),
)


@dataclass(frozen=True)
class File:
    """One file: its place below the site's root, its kind in a word, and what it holds."""

    place: str
    kind: str
    holds: str

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.place.rpartition("/")[2]


def wheel_place() -> str:
    """Where the wheel of this release lies below the site's root."""
    version, _, digest = release().partition("+")
    return f"{FOLDER}/{version}-{digest}/{DISTRIBUTION}-{version}-py3-none-any.whl"


def files() -> list[File]:
    """Every file there is to take along."""
    return [File(wheel_place() if name == WHEEL else f"{FOLDER}/{name}", kind, holds) for name, kind, holds in LISTED]
