"""An entry of the changelog put in words for the reader, for page, feed and the figure's own page."""

from calculators import calculator, knowledge, names
from publishing.changes.entries import TABLE, Change
from publishing.markdown.page import calculator_pages
from publishing.places import figure_place


def what_changed(change: Change) -> str:
    """What became of it: "Corrected from $720 billion to $735 billion.\""""
    kind = change.kind.lower()
    if change.about == "method":
        return f"Method {kind}."
    if change.about == "standing":
        return f"Standing {kind} from {change.old} to {change.new}."
    if change.old is None:
        return f"Added {'as' if change.new == TABLE else 'at'} {change.new}."
    if change.new is None:
        return f"Removed; it was {change.old}."
    if change.new == TABLE:
        return f"Table {kind}."
    return f"{change.kind} from {change.old} to {change.new}."


def subject(change: Change) -> str:
    """What it is about: the figure's label or the calculator's title, the bare id where it is gone."""
    if change.about == "method":
        return calculator(change.name).title if change.name in names() else change.name
    figure = knowledge().figures.get(change.name)
    return figure.label if figure else change.name


def page_about(change: Change) -> str | None:
    """The page of the figure, which a removed one keeps, or of the calculator, by its place below docs/."""
    if change.about == "method":
        return calculator_pages().get(change.name)
    return figure_place(change.name)
