"""The page of a figure that was removed: its address stays and says what became of it."""

import json

from publishing.changes import Change, what_changed
from publishing.words import when


def gone_page(name: str, changes: list[Change]) -> str:
    """The Markdown of the page of the figure called `name`, with its entries in the changelog, the newest first."""
    title = f"Removed: {name}"
    description = f"The figure {name} is no longer part of this publication. What it was, and why it was removed."
    lines = "\n".join(
        f"* {when(each.since.isoformat())}: **{_plain(what_changed(each))}** {_plain(each.why)}" for each in changes
    )
    return (
        f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(description)}\n---\n\n# {title}\n\n"
        f"**This figure is no longer part of this publication. Its id is not given to another.**\n\n{lines}\n\n"
        "[What happens when a figure is wrong](../corrections.md), or [all figures](../figures.md).\n"
    )


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]" else "&lt;" if sign == "<" else sign for sign in text)
