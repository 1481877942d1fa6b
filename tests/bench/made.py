"""Made-up records and pages of any number, valid and the same each time, to measure on.

market.template holds ten figures: a market's size with three parts, its growth and where that leads, a total in
two editions, a share worked out of both, and a survey's percentage; sources.template the four sources behind
them. Left out: series, charts and calculators, whose number does not grow with that of figures.
"""

import random
from itertools import chain
from pathlib import Path
from string import Template

HERE = Path(__file__).parent
RECORDS, SOURCES = (Template((HERE / f"{name}.template").read_text("utf-8")) for name in ("market", "sources"))
A_MARKET = 10  # figures
A_FILE = 2  # markets: some 300 lines
SAID = {
    "size": "about $$$size billion",
    "growth": "$rate% a year",
    "end": "$$$end billion",
    "part-a": "$$$part_a billion",
    "part-b": "$$$part_b billion",
    "part-c": "$$$part_c billion",
    "total-first": "$$$first_in_trillions trillion",
    "total-second": "$$$second_in_trillions trillion",
    "share": "about $share_in_ones%",
    "asked": "$percent%",
}
PARAGRAPH = """
What market $at describes is said on the card, and so is what was read of it. It came to [$words](figure:$id), as the
copy has it, and whoever repeats it should say from when it is and what it counts. A number without its edition is
worth little, because the same year is revised again and again, up as well as down.
"""


def numbers(at: int, seed: int = 1) -> dict[str, str]:
    """The numbers of one market, which agree with each other; the same for the same place and seed."""
    chance = random.Random(seed * 1_000_000 + at)
    parts = [chance.randrange(50, 400) for _ in range(2)]
    size = (sum(parts) // 10 + chance.randrange(5, 20)) * 10
    rate = chance.randrange(30, 120) / 10
    first, second = (size * 4 + chance.randrange(1, 900_000) / 1000 for _ in range(2))
    share = round(size / first * 100, 1)
    return {
        "made": f"made-{at}",
        "at": str(at),
        "size": str(size),
        "rate": f"{rate:.1f}",
        "end": str(round(size * (1 + rate / 100) ** 7 / 10) * 10),
        "part_a": str(parts[0]),
        "part_b": str(parts[1]),
        "part_c": str(size - sum(parts)),
        "first": f"{first:.3f}",
        "first_in_millions": f"{first * 1000:,.0f}",
        "first_in_trillions": f"{first / 1000:.2f}",
        "second": f"{second:.3f}",
        "second_in_millions": f"{second * 1000:,.0f}",
        "second_in_trillions": f"{second / 1000:.2f}",
        "share": f"{share:.1f}",
        "share_in_ones": f"{share:.0f}",
        "percent": str(chance.randrange(5, 96)),
    }


def write_records(folder: Path, count: int) -> list[dict[str, str]]:
    """Add `count` figures, a multiple of ten, with their sources to the data of `folder`; returns the markets."""
    markets = [numbers(at) for at in range(count // A_MARKET)]
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.writelines(SOURCES.substitute(each) for each in markets)
    for start in range(0, len(markets), A_FILE):
        records = [RECORDS.substitute(each) for each in markets[start : start + A_FILE]]
        (folder / f"made-{start:04}.toml").write_text("".join(records), "utf-8")
    return markets


def links(market: dict[str, str]) -> list[dict[str, str]]:
    """Every figure of a market with the words that say it."""
    return [
        {"at": market["at"], "id": f"{market['made']}-{name}", "words": Template(words).substitute(market)}
        for name, words in SAID.items()
    ]


def page(title: str, said: list[dict[str, str]]) -> str:
    """A page that says these figures: prose with links, a citation, an example, and a table."""
    paragraphs = "".join(Template(PARAGRAPH).substitute(each) for each in said)
    named = ", ".join(f'"{each["id"]}"' for each in said[:5])
    return (
        f"---\ntitle: {title}\ndescription: Made up, to measure on.\n---\n\n# {title}\n{paragraphs}\n"
        f"More of it was read [@made-{said[0]['at']}-post], and [40 million](illustrative:) is only an example.\n\n"
        f'```figures\ncaption = "{title}"\nfigures = [{named}]\n```\n'
    )


def write_pages(docs: Path, markets: list[dict[str, str]], count: int) -> list[str]:
    """Add `count` pages below docs/made/ that say every figure, at least eight a page; returns their places."""
    (docs / "made").mkdir(exist_ok=True)
    said = list(chain.from_iterable(links(market) for market in markets))
    places = [f"made/page-{at:03}.md" for at in range(count)]
    for at, place in enumerate(places):
        start = len(said) * at // count
        end = max(len(said) * (at + 1) // count, start + 8)
        chosen = [said[each % len(said)] for each in range(start, end)]
        (docs / place).write_text(page(f"Made page {at}", chosen), "utf-8")
    return places
