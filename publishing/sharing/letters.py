"""How wide words are in the fonts of the cards, read from the fonts themselves, and where lines break.

The fonts are cuts of the site's own at one weight, made as docs/decisions/0014 says, because what draws the
pictures reads neither WOFF2 nor variable fonts. They have names of their own, so that no font of the machine can
take their place, and a letter that they lack is an error. Format: OpenType's `cmap` (subtable 4) and `hmtx`.
Left out: kerning, which makes words a little narrower than they are measured here.
"""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"


class MissingLetter(ValueError):
    """A card would hold a letter that its font does not have."""


class Font:
    """One font: the width of each letter in parts of its size."""

    def __init__(self, content: bytes) -> None:
        (count,) = struct.unpack_from(">H", content, 4)
        records = (struct.unpack_from(">4sLLL", content, 12 + 16 * index) for index in range(count))
        tables = {tag.decode(): content[offset : offset + length] for tag, _, offset, length in records}
        (em,) = struct.unpack_from(">H", tables["head"], 18)
        (measured,) = struct.unpack_from(">H", tables["hhea"], 34)
        advances = [struct.unpack_from(">H", tables["hmtx"], 4 * glyph)[0] for glyph in range(measured)]
        glyphs = _glyphs(tables["cmap"])
        self.widths = {chr(code): advances[min(glyph, measured - 1)] / em for code, glyph in glyphs.items()}
        self.space = self.widths[" "]
        self.words: dict[str, float] = {}

    def width(self, word: str) -> float:
        """How wide `word` is, in parts of the size.

        Raises:
            MissingLetter: the font has no such letter.
        """
        if word not in self.words:
            if missing := sorted({letter for letter in word if letter not in self.widths}):
                way_out = "Write it otherwise, or add it to the fonts of the cards as docs/decisions/0014 says."
                raise MissingLetter(f"“{word}”: the font of the cards has no “{missing[0]}”. {way_out}")
            self.words[word] = sum(self.widths[letter] for letter in word)
        return self.words[word]

    def lines(self, text: str, room: float) -> list[str]:
        """`text` broken at spaces into the fewest lines within `room`, in parts of the size, and these made more even.

        A word that is wider than the room stands alone.
        """
        fewest = self._broken(text, room)
        for part in range(96, 72, -4):
            narrower = self._broken(text, room * part / 100)
            if len(narrower) > len(fewest) or any(width > room for _, width in narrower):
                break
            fewest = narrower
        return [line for line, _ in fewest]

    def _broken(self, text: str, room: float) -> list[tuple[str, float]]:
        """The lines, each with its width."""
        broken: list[tuple[str, float]] = []
        for word in text.split():
            line, before = broken[-1] if broken else ("", room)
            longer = before + self.space + self.width(word)
            if longer <= room:
                broken[-1] = (f"{line} {word}", longer)
            else:
                broken.append((word, self.width(word)))
        return broken


def _glyphs(cmap: bytes) -> dict[int, int]:
    """The glyph of each code: the segments of the one subtable of format 4."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    offsets = {struct.unpack_from(">L", cmap, 8 + 8 * index)[0] for index in range(count)}
    start = next(offset for offset in offsets if struct.unpack_from(">H", cmap, offset)[0] == 4)
    (twice,) = struct.unpack_from(">H", cmap, start + 6)
    at = start + 14
    found = {}
    for segment in range(0, twice, 2):
        last, first, delta, shift = (
            struct.unpack_from(">H", cmap, at + segment + skip)[0]
            for skip in (0, twice + 2, 2 * twice + 2, 3 * twice + 2)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if shift:
                (glyph,) = struct.unpack_from(">H", cmap, at + segment + 3 * twice + 2 + shift + 2 * (code - first))
            if not shift or glyph:
                found[code] = (glyph + delta) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}


@cache
def font(name: str) -> Font:
    """The font of the cards called `name`: "title", "text" or "small"."""
    return Font((FONTS / f"card-{name}.ttf").read_bytes())
