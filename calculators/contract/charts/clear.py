"""Where words stand in a drawing, and what is left of an upright rule once it keeps clear of them.

Words have about the width that `lettering` says, so that the room around them is taken a little wider.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calculators.contract.charts.frame import LINE, TEXT
from calculators.contract.charts.lettering import width

BESIDE = 5
SHORTEST = 3


@dataclass(frozen=True)
class Box:
    """The room of some words: how far it reaches to every side."""

    left: float
    right: float
    top: float
    bottom: float


def box(
    lines: Sequence[str], x: float, top: float, *, bold: bool = False, align: str = "left", beside: float = BESIDE
) -> Box:
    """The room of these lines of words, which begin (or, if aligned right, end) at `x`, and some more beside them."""
    wide = max(width(line, TEXT, bold) for line in lines)
    left = x - wide if align == "right" else x
    return Box(left - beside, left + wide + beside, top - 1, top + LINE * len(lines) + 1)


def clear(x: float, top: float, bottom: float, words: Iterable[Box]) -> list[tuple[float, float]]:
    """The stretches of a rule at `x` from `top` to `bottom` that run through no words."""
    met = sorted((each.top, each.bottom) for each in words if each.left <= x <= each.right)
    found, at = [], top
    for begin, end in met:
        if min(begin, bottom) - at >= SHORTEST:
            found.append((at, min(begin, bottom)))
        at = max(at, end)
    return [*found, (at, bottom)] if bottom - at >= SHORTEST else found
