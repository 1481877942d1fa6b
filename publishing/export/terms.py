"""On what terms all of this is given away, and how to cite it: the same words in every file."""

from calculators.contract.release import release
from publishing.words import STANDING

TITLE = "IT/OT convergence: how big is it?"
LICENSE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
COVERED = (
    "The compilation is under CC BY 4.0: the choice and arrangement of the figures, our words about them, and what is "
    "worked out here."
)
EXCEPTED = (
    "Published numbers, titles and quotations are excepted. They stay their publishers’, are given as single values "
    "with their source, and their own terms apply; each source says which. A publisher’s table that may not be "
    "published again is left out, and a link leads to it."
)
CAUTION = "Take the year, the standing and the doubt of a figure along wherever you use it."
STANDINGS = tuple(STANDING.values())


def citation(root: str) -> str:
    """How this publication is cited as a whole."""
    where = f", {root}" if root else ""
    return f"The contributors to “{TITLE}”. Figures and their sources. Release {release()}{where}"


CREDIT = "Cite a single figure by its publisher and date, as its page does, and name this site as the compiler."
