"""From SVG to PNG without network, the same bytes for the same card, each drawn once and kept in the cache.

What draws (resvg, within vl-convert) packs its pictures in haste; they are packed again, to a sixth. The name of a
picture holds the hash of what it was drawn from, so that a new one is never taken for the one before.
"""

import hashlib
import os
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

from publishing import CACHE
from publishing.sharing.letters import FONTS

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGBA, PALETTE = b"\x08\x06\0\0\0", b"\x08\x03\0\0\0"  # eight bits; kind; the one packing, filter and order there are


def write_pictures(folder: Path, cards: dict[str, str]) -> dict[str, str]:
    """Write the card of each place below `folder`; returns where each picture then stands below the site's root."""
    kept = {place: _kept(svg) for place, svg in cards.items()}
    if missing := {path: svg for place, svg in cards.items() if not (path := kept[place]).exists()}:
        _draw(missing)
    addresses = {place: f"cards/{place.removesuffix('.md')}-{kept[place].stem[:8]}.png" for place in cards}
    for place, address in addresses.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(kept[place].read_bytes())
    return addresses


def _kept(svg: str) -> Path:
    """Where the picture of this card is kept: by all that goes into it."""
    fonts = b"".join(path.read_bytes() for path in sorted(FONTS.glob("*.ttf")))
    made_from = metadata.version("vl-convert-python").encode() + fonts + svg.encode()
    return CACHE / "cards" / f"{hashlib.sha256(made_from).hexdigest()[:32]}.png"


def _draw(missing: dict[Path, str]) -> None:
    import vl_convert  # noqa: PLC0415  # takes a second to start; wanted only for what is not kept yet

    vl_convert.register_font_directory(str(FONTS))
    (CACHE / "cards").mkdir(parents=True, exist_ok=True)

    def draw(path: Path, svg: str) -> None:
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(packed(vl_convert.svg_to_png(svg)))
        unfinished.replace(path)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(draw, missing, missing.values()))


def packed(png: bytes) -> bytes:
    """The same picture in fewer bytes: each pixel the number of its color, where it has at most 256 of them.
    One that lets something shine through stays as it is.

    What comes is in red, green, blue and alpha, each row told as differences to the pixel before (filter 1).
    """
    import numpy as np  # noqa: PLC0415  # wanted only here, and seldom

    parts = dict(chunks(png))
    width, height = size(png)
    if parts[b"IHDR"][8:] != RGBA:
        return png
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, 4 * width + 1)
    if (rows[:, 0] != 1).any():
        return png
    pixels = rows[:, 1:].reshape(height, width, 4).cumsum(axis=1, dtype=np.uint8).view(">u4")[..., 0]
    ground = pixels[0, -1]
    drawn = pixels != ground  # few: sorting these alone is quick
    others, numbers = np.unique(pixels[drawn], return_inverse=True)
    if len(others) > 255 or (pixels & 255 != 255).any():
        return png
    plain = np.zeros((height, width + 1), np.uint8)
    plain[:, 1:][drawn] = numbers + 1
    listed = np.concatenate(([ground], others)).astype(">u4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    head = struct.pack(">LL", width, height) + PALETTE
    data = zlib.compress(plain.tobytes(), 6)
    return SIGNATURE + b"".join(
        struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))
        for name, content in ((b"IHDR", head), (b"PLTE", listed), (b"IDAT", data), (b"IEND", b""))
    )


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The parts of a PNG by name, the data joined into one."""
    found: list[tuple[bytes, bytes]] = []
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">L", png, at)
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if found and found[-1][0] == name == b"IDAT":
            content = found.pop()[1] + content
        found.append((name, content))
        at += length + 12
    return found


def size(png: bytes) -> tuple[int, int]:
    """Width and height as the picture's own head states them."""
    if png[:8] != SIGNATURE:
        raise ValueError("This is no PNG.")
    width, height = struct.unpack_from(">LL", png, 16)
    return width, height
