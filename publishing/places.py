"""Where pages lie: from a file below docs/ to its address, and from one page to another."""

import posixpath


def address(place: str) -> str:
    """The address below the site's root of the page at `place`: "growth/" for growth.md."""
    folder, name = posixpath.split(place.removesuffix(".md"))
    return posixpath.join(folder, "" if name == "index" else f"{name}/")


def way(target: str, place: str) -> str:
    """The relative link from the page at `place` to the page at `target`."""
    relative = posixpath.relpath(address(target) or ".", address(place) or ".")
    return "./" if relative == "." else f"{relative}/"


def figure_place(figure: str) -> str:
    """Where the permanent page of a figure lies, as if it were a file below docs/."""
    return f"figures/{figure}.md"
