"""What a component's script does to its markup in each state, done at the build to what its template drew.

A state is a list of changes, each at a place that must be there: where a template no longer has it, the build stops and
says so, so that this list cannot fall behind. After a touch the component's own script takes over.
"""

from collections.abc import Callable, Sequence

from lxml import html as markup
from lxml.html import HtmlElement

from data.records import nearest

Change = Callable[[HtmlElement, str], None]
OWN_IDS = ("id", "for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "data-copies")


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


def stands(place: str) -> Change:
    """What opens above the page stands in it, open, and leaves the focus where it is."""

    def change(root: HtmlElement, field: str) -> None:
        _without(_at(root, place, field), "popover")
        for element in root.iter():
            _without(element, "autofocus")

    return change


def _at(root: HtmlElement, place: str, field: str) -> HtmlElement:
    """The first element with a class (.name), of a kind (name) or with an attribute ([name]), for this field."""
    said = place.format(field=field)
    if said.startswith("."):
        path = f"contains(concat(' ', normalize-space(@class), ' '), ' {said[1:]} ')"
    elif said.startswith("["):
        path = f"@{said[1:-1]}"
    else:
        path = f"self::{said}"
    found = root.xpath(f"(descendant-or-self::*[{path}])[1]")
    if not found:
        raise ValueError(f"The template no longer has “{said}”. Correct publishing/components/states.py.")
    element: HtmlElement = found[0]
    return element


def _without(element: HtmlElement, *names: str) -> None:
    for name in names:
        element.attrib.pop(name, None)


def _calculator(state: str) -> Change:
    return sets("calculator-form", "data-state", state)


LOADING = [_calculator("loading"), shows(".calculator-stage"), sets("progress", "max", "100"),
           sets("progress", "value", "40"), says(".calculator-bytes", "3.1 of 7.8 MB")]  # fmt: skip
WRONG = [
    _calculator("live"),
    sets("calculator-form", "data-current", "false"),
    sets("[name='{field}']", "aria-invalid", "true"),
    says("[data-problem-for='{field}']", "“fast” is not a number. Write it in digits, such as 8.5."),
]
FAILED = [
    _calculator("failed"),
    shows(".calculator-failure"),
    says(".calculator-failed", "The live calculation could not start."),
    says(".calculator-reason", "A file that it needs did not arrive."),
]
RUNNING = [
    sets("proof-run", "data-state", "running"),
    sets(".proof-start", "aria-disabled", "true"),
    shows(".proof-stage"),
    says("label", "Running the examples"),
    sets("progress", "max", "100"),
    sets("progress", "value", "60"),
    says(".proof-count", "60 of 100"),
]


def ended(state: str, result: str) -> list[Change]:
    """A run of the proof that is over."""
    over = [sets("proof-run", "data-state", state), says(".proof-start", "Run them again")]
    return [*over, shows(".proof-answer"), says(".proof-result", result)] if result else over


STATES: dict[str, Sequence[Change]] = {
    "calculator static": [],
    "calculator waiting": [],
    "calculator loading": LOADING,
    "calculator live": [_calculator("live")],
    "calculator old": [_calculator("live"), sets("calculator-form", "data-current", "false")],
    "calculator wrong": WRONG,
    "calculator failed": FAILED,
    "card open": [stands(".card")],
    "definition open": [stands(".definition")],
    "overdue marked": [],
    "band drawn": [],
    "citing before": [],
    "citing copied": [says("[role='status']", "Copied.")],
    "figure drawn": [],
    "reference drawn": [],
    "changes drawn": [],
    "claim drawn": [],
    "age due": [],
    "age overdue": [],
    "proof static": [],
    "proof running": RUNNING,
    "proof equal": ended("equal", "100 of 100 equal to CPython"),
    "proof different": ended("different", "99 of 100 equal to CPython"),
    "proof failed": [*ended("failed", ""), shows(".proof-failure"),
                     says(".proof-failed", "The calculation failed."), says(".proof-reason", "It took too long.")],
}  # fmt: skip
PARTS: dict[str, list[str]] = {}
for _part, _state in (key.split() for key in STATES):
    PARTS.setdefault(_part, []).append(_state)


def in_state(html: str, part: str, state: str, own: str = "", field: str = "") -> str:
    """The markup of a part in one of its states; `own` goes before each of its ids, so that several fit on a page.

    Raises:
        LookupError: the part has no such state.
        ValueError: the template has lost a place that the state changes.
    """
    if state not in PARTS[part]:
        way_out = f"Write one of {', '.join(PARTS[part])}.{nearest(state, PARTS[part])}"
        raise LookupError(f"The part “{part}” has no state “{state}”. {way_out}")
    root = markup.fragment_fromstring(html, create_parent="div")
    for change in STATES[f"{part} {state}"]:
        change(root, field)
    if own:
        _rename(root, own)
    return "".join(markup.tostring(child, encoding="unicode") for child in root)


def _rename(root: HtmlElement, own: str) -> None:
    here = set(root.xpath("//@id"))
    for name in OWN_IDS:
        for element in root.xpath(f"//*[@{name}]"):
            words = element.get(name).split()
            element.set(name, " ".join(f"{own}{word}" if word in here else word for word in words))
