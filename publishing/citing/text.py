"""A citation in words, in the house style: who and when, what, in what, with which doubt, by whose hand, where.

What this site made itself begins with its title; its release stands for its date.
"""

from data.dates import when
from publishing.citing.items import CONTRIBUTORS, Item

ENDS = (".", "?", "!")


def text_of(item: Item) -> str:
    """The item as one line of text.

    IoT Analytics, November 2024. “Technologies affected …: $720 billion.” In: …. World, 2023. Confirmed ….
    Compiled by “IT/OT convergence: how big is it?”, release 0.1.0+1f3a9c20. https://…
    """
    who = "" if ours(item) else sentence(", ".join([*names(item), published(item)]))
    said = [who, f"“{sentence(item['title'])}”", within(item), item.get("note"), made(item), item.get("URL")]
    return " ".join(filter(None, said))


def ours(item: Item) -> bool:
    """Whether this site made it, and compiled it not only."""
    return bool(item["author"] == [{"literal": CONTRIBUTORS}])


def names(item: Item) -> list[str]:
    """The authors and, where it is another, the publisher."""
    authors = [name.get("literal") or f"{name['given']} {name['family']}" for name in item["author"]]
    others = [item["publisher"]] if "publisher" in item else []
    return authors + [each for each in others if not any(each in author for author in authors)]


def published(item: Item) -> str:
    """The date of publication, as far as it is known."""
    return when("-".join(map(str, item["issued"]["date-parts"][0]))) if "issued" in item else "undated"


def within(item: Item) -> str:
    """What it stands in."""
    return sentence(f"In: {item['container-title']}") if "container-title" in item else ""


def made(item: Item) -> str:
    """Who compiled or made it here, and with which release."""
    if ours(item):
        return f"By its contributors, release {item['version']}."
    by = "".join(f"Compiled by “{name['literal']}”, " for name in item.get("compiler", []))
    return f"{by}release {item['version']}." if by else ""


def sentence(words: str) -> str:
    """The words with a mark at their end."""
    return words if words.endswith(ENDS) else f"{words}."
