"""How wide words are, near enough to break lines and to leave room for them beside a drawing.

Widths are those of Inter in hundredths of the size, by groups of characters. Nobody can measure text
the same in every place where a chart is drawn, so nothing is placed by a measure finer than this.
"""

from functools import lru_cache

WIDTHS = {"iljI.,:;'’|!": 28, " ()[]ft-rJ": 38, "mwMW%@": 92, "ABCDEFGHKLNOPQRSTUVXYZ&–−+": 72}
OF_EACH = {letter: width for letters, width in WIDTHS.items() for letter in letters}
OTHERS = 62
BOLD = 1.06


def width(text: str, size: float, bold: bool = False) -> float:
    """About how many pixels `text` takes in letters of `size` pixels."""
    return _pixels(_hundredths(text), size, bold)


def _pixels(hundredths: int, size: float, bold: bool) -> float:
    return hundredths * size * (BOLD if bold else 1) / 100


@lru_cache(maxsize=4096)
def _hundredths(text: str) -> int:
    """The width of a text or a word in hundredths of its size; charts measure the same words again and again."""
    return sum(OF_EACH.get(letter, OTHERS) for letter in text)


def balanced(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """The same number of lines as `lines`, as even in length as they can be."""
    fewest = lines(text, size, room, bold)
    for part in range(99, 50, -3):
        narrower = lines(text, size, room * part / 100, bold)
        if len(narrower) > len(fewest) or max(width(line, size, bold) for line in narrower) > room:
            break
        fewest = narrower
    return fewest


def lines(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """`text` broken at spaces into lines that fit `room` pixels; a longer word stands alone."""
    broken: list[str] = []
    reach = 0
    for word in text.split(" "):
        longer = reach + _hundredths(" ") + _hundredths(word)
        if broken and _pixels(longer, size, bold) <= room:
            broken[-1], reach = f"{broken[-1]} {word}", longer
        else:
            broken.append(word)
            reach = _hundredths(word)
    return broken
