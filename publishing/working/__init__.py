"""The working under an answer: each step in MathML, what moves the answer, and the Python that ran.

The trees come from `calculators.contract.formulas`; `working.mjs` makes elements of the same trees in
the reader's browser.
"""

from typing import Any

from markupsafe import Markup, escape

TAGS = frozenset({"mrow", "mfrac", "msup", "mn", "mo", "mi", "mtext", "mtable", "mtr", "mtd"})


def mathml(tree: list[Any]) -> Markup:
    """A tree as markup: `["mfrac", ["mi", "a"], ["mn", "2"]]`.

    Raises:
        ValueError: it holds a tag that no formula has.
    """
    tag, *children = tree
    if tag not in TAGS:
        raise ValueError(f"<{tag}> is no element of a formula.")
    inner = Markup("").join(escape(child) if isinstance(child, str) else mathml(child) for child in children)
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), inner)
