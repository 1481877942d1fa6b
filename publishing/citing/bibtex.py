"""Citations as BibTeX: one `@misc` an item, which old and new styles know, its key the id of figure or source.

Titles stand in two braces, so that no style lowers their capitals, and so do names that are no person's. What TeX
takes for a command is written as its text; letters beyond ASCII stay UTF-8, typographic marks become TeX's own. An
address is not escaped: `url` is read as it stands. The day of a date is left out, for which BibTeX has no field.
"""

import calendar

from data.knowledge import Source
from publishing.citing.items import Item, cited_source
from publishing.citing.text import made, names, sentence, within

MONTHS = [name.lower() for name in calendar.month_abbr]
ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
        "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---",
        "−": r"\textminus{}", "×": r"\texttimes{}", "\u00a0": "~",
    }
)  # fmt: skip


def bibtex_of_source(source: Source) -> str:
    """The publication as an entry of a .bib file."""
    return bibtex_of(cited_source(source))


def bibtex_of(item: Item) -> str:
    """The item as an entry of a .bib file."""
    lines = [f"@misc{{{item['id']},", *(f"  {name} = {value}," for name, value in fields(item).items()), "}"]
    return "\n".join(lines) + "\n"


def fields(item: Item) -> dict[str, str]:
    """The entry's fields in their order, each value enclosed as it is written."""
    year, month = [*item.get("issued", {}).get("date-parts", [[]])[0], None, None][:2]
    found = {
        "author": braced(" and ".join(map(author, item["author"]))),
        "title": braced(braced(escaped(item["title"]))),
        "year": year and braced(str(year)),
        "month": month and MONTHS[month],
        "howpublished": held(item),
        "note": item.get("note") and braced(escaped(item["note"])),
        "url": item.get("URL") and braced(plain(item["URL"])),
    }
    return {name: value for name, value in found.items() if value}


def author(name: dict[str, str]) -> str:
    """A person's name as "Family, Given"; any other in braces, so that no "and" or comma parts it."""
    if "literal" in name:
        return braced(escaped(name["literal"]))
    return escaped(f"{name['family']}, {name['given']}")


def held(item: Item) -> str | None:
    """Who published it besides the authors, what it stands in, who compiled it and with which release."""
    publisher = map(sentence, names(item)[len(item["author"]) :])
    said = " ".join(filter(None, [*publisher, within(item), made(item)]))
    return braced(escaped(said.removesuffix("."))) if said else None


def escaped(words: str) -> str:
    """The words as TeX sets them."""
    return words.translate(ESCAPED)


def plain(url: str) -> str:
    """The address with the only marks that would end or unbalance a field written in percent."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def braced(words: str) -> str:
    """The words in braces."""
    return f"{{{words}}}"
