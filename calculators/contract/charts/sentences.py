"""One plain sentence, or a few, that say what a chart shows: for the ear, and for the eye that wants it short."""

from collections.abc import Callable, Sequence

from calculators.contract.charts.bars import Bar
from calculators.contract.charts.frame import Heading, Mark
from calculators.contract.charts.line import Point, Series

FEW = 4

When = Callable[[Point], str]


def line_sentence(every: Sequence[Series], marks: Sequence[Mark], heading: Heading, when: When, where: str) -> str:
    """First, last and highest of each line, when it passes a mark, and how wide the band is at the end."""
    said = []
    for series in every:
        if known := series.known:
            said.append(_course(series.label, known, heading, when))
            said += [passing for mark in marks if (passing := _passing(known, mark, when))]
            if known[-1].band:
                said.append(f"{_capital(where)} it may be {heading.between(known[-1].band)} {when(known[-1])}.")
    return " ".join(said)


def _course(label: str, known: Sequence[Point], heading: Heading, when: When) -> str:
    first, last = known[0], known[-1]
    if len(known) == 1:
        return f"{label} is {heading.phrase(first.text)} {when(first)}."
    top = max(known, key=lambda point: point.value or 0)
    ways = f"{label}: from {heading.phrase(first.text)} {when(first)} to {heading.phrase(last.text)} {when(last)}"
    if top.value in (first.value, last.value):
        return f"{ways}."
    return f"{ways}; it is highest {when(top)}, at {heading.phrase(top.text)}."


def _passing(known: Sequence[Point], mark: Mark, when: When) -> str:
    above = [point.value is not None and point.value > mark.value for point in known]
    if len(set(above)) == 1:
        return f"It is above {mark.said} throughout." if above[0] else f"It is nowhere above {mark.said}."
    turn = known[above.index(not above[0])]
    return f"It is {'no longer' if above[0] else 'first'} above {mark.said} {when(turn)}."


def bar_sentence(bars: Sequence[Bar], marks: Sequence[Mark], heading: Heading, where: str) -> str:
    """All bars where they are few, else the largest and the smallest; how they stand to a mark; the widest band."""
    wide = max((bar for bar in bars if bar.band and bar.span), key=_width, default=None)
    band = [f"{_capital(where)} {wide.label} may be {heading.between(wide.band)}."] if wide else []
    return " ".join([_all(bars, heading), *(_against(bars, mark) for mark in marks), *band])


def _all(bars: Sequence[Bar], heading: Heading) -> str:
    if len(bars) <= FEW:
        return f"{'; '.join(f'{bar.label}: {heading.phrase(bar.text)}' for bar in bars)}."
    top, bottom = max(bars, key=lambda bar: bar.value), min(bars, key=lambda bar: bar.value)
    if top.value == bottom.value:
        return f"All {len(bars)} have {heading.phrase(top.text)}."
    ends = [f"{bar.label} with {heading.phrase(bar.text)}" for bar in (top, bottom)]
    return f"Highest of {len(bars)} is {ends[0]}, lowest {ends[1]}."


def _against(bars: Sequence[Bar], mark: Mark) -> str:
    above = sum(bar.value > mark.value for bar in bars)
    return f"Above {mark.said}: {above or 'none'} of {len(bars)}."


def parts_sentence(bars: Sequence[Bar], heading: Heading) -> str:
    """Each part where they are few, else how many there are; and what they come to together."""
    *parts, whole = bars
    together = heading.phrase(whole.text)
    if len(parts) > FEW:
        return f"{len(parts)} parts come to {together} together."
    said = "; ".join(f"{bar.label}: {heading.phrase(bar.text)}" for bar in parts)
    return f"{said}. Together they come to {together}." if len(parts) > 1 else f"{said}."


def _width(bar: Bar) -> float:
    return bar.span[1] - bar.span[0] if bar.span else 0


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
