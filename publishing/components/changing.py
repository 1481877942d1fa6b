"""What can be changed in a component's markup, each at a place that must be there."""

from collections.abc import Callable

from lxml import html as markup
from lxml.html import HtmlElement

Change = Callable[[HtmlElement, str], None]


def sets(place: str, name: str, value: str) -> Change:
    """An attribute gets a value."""
    return lambda root, field: _at(root, place, field).set(name, value)


def shows(place: str) -> Change:
    """What is hidden at the start is shown."""
    return lambda root, field: _without(_at(root, place, field), "hidden")


def says(place: str, words: str) -> Change:
    """An empty place gets its words."""

    def change(root: HtmlElement, field: str) -> None:
        _at(root, place, field).text = words

    return change


def holds(place: str, inside: str) -> Change:
    """An empty place gets markup."""

    def change(root: HtmlElement, field: str) -> None:
        made = markup.fragment_fromstring(inside, create_parent="div") if inside else []
        _at(root, place, field).extend(list(made))

    return change


def stands(place: str) -> Change:
    """What opens above the page stands in it, open, and leaves the focus where it is."""

    def change(root: HtmlElement, field: str) -> None:
        _without(_at(root, place, field), "popover")
        for element in root.iter():
            _without(element, "autofocus")

    return change


def _at(root: HtmlElement, place: str, field: str) -> HtmlElement:
    """The first element with a class (.name), of a kind (name) or an attribute ([name]), within those before it."""
    said = place.format(field=field)
    path = "/descendant::".join(f"*[{_test(step)}]" for step in said.split(" "))
    found = root.xpath(f"(descendant-or-self::{path})[1]")
    if not found:
        raise ValueError(f"The template no longer has “{said}”. Correct publishing/components/states.py.")
    element: HtmlElement = found[0]
    return element


def _test(step: str) -> str:
    if step.startswith("."):
        return f"contains(concat(' ', normalize-space(@class), ' '), ' {step[1:]} ')"
    return f"@{step[1:-1]}" if step.startswith("[") else f"self::{step}"


def _without(element: HtmlElement, *names: str) -> None:
    for name in names:
        element.attrib.pop(name, None)
