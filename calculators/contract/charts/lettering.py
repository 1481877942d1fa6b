"""How wide words are, near enough to break lines and to leave room for them beside a drawing.

Widths are those of Inter in hundredths of the size, by groups of characters. Nobody can measure text
the same in every place where a chart is drawn, so nothing is placed by a measure finer than this.
"""

WIDTHS = {"iljI.,:;'’|!": 28, " ()[]ft-rJ": 38, "mwMW%@": 92, "ABCDEFGHKLNOPQRSTUVXYZ&–−+": 72}
OF_EACH = {letter: width for letters, width in WIDTHS.items() for letter in letters}
OTHERS = 62
BOLD = 1.06


def width(text: str, size: float, bold: bool = False) -> float:
    """About how many pixels `text` takes in letters of `size` pixels."""
    return sum(OF_EACH.get(letter, OTHERS) for letter in text) * size * (BOLD if bold else 1) / 100


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
    for word in text.split(" "):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size, bold) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    return broken
