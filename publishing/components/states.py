"""What a component's script does to its markup in each state, done at the build to what its template drew.

A state is a list of changes, each at a place that must be there: where a template no longer has it, the build stops and
says so, so that this list cannot fall behind. After a touch the component's own script takes over.
"""

from collections.abc import Sequence

from lxml import html as markup
from lxml.html import HtmlElement

from data.records import nearest
from publishing.components.changing import Change, holds, says, sets, shows, stands

OWN_IDS = ("id", "for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "data-copies")


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


DIFFERENCE = "<li><strong>A calculator, example 1</strong><p>The answer is 998, not 997.8.</p></li>"


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
    "calculator changed": [_calculator("live")],
    "calculator undrawn": [_calculator("live"), shows(".chart-failed")],
    "calculator asking": [_calculator("live"), shows("[data-ask]")],
    "calculator copied": [_calculator("live"), shows("[data-copy-again]"),
                          says("[data-copied]", "Copied, without your amounts.")],
    "calculator linked": [_calculator("live"), shows("[data-linked]"), shows("[data-linked-today]"),
                          says("[data-linked-words]", "One of the published numbers is another today.")],
    "calculator solved": [_calculator("live")],
    "calculator cases": [_calculator("live")],
    "card open": [stands(".card")],
    "card copied": [stands(".card"), says("[role='status']", "Copied.")],
    "definition open": [stands(".definition")],
    "overdue marked": [],
    "band drawn": [],
    "citing before": [],
    "citing copied": [says("[role='status']", "Copied.")],
    "figure drawn": [],
    "list drawn": [],
    "list found": [sets("input", "value", "Gartner"), sets("[data-filtered-group]", "hidden", ""),
                   sets(".figures-filter", "aria-label", "With a word filled in"),  # told from the other on its page
                   says("[data-found]", "1 figure found.")],
    "sources drawn": [],
    "tally drawn": [],
    "reference drawn": [],
    "gone drawn": [],
    "changes drawn": [],
    "claim drawn": [],
    "age due": [],
    "age overdue": [],
    "proof static": [],
    "proof running": RUNNING,
    "proof equal": ended("equal", "100 of 100 equal to CPython"),
    "proof different": [*ended("different", "99 of 100 equal to CPython"), holds(".proof-differences", DIFFERENCE)],
    "proof failed": [*ended("failed", ""), shows(".proof-failure"),
                     says(".proof-failed", "The calculation failed."), says(".proof-reason", "It took too long.")],
}  # fmt: skip
PARTS: dict[str, list[str]] = {}
for _part, _state in (key.split() for key in STATES):
    PARTS.setdefault(_part, []).append(_state)


def in_state(
    html: str, part: str, state: str, *, own: str = "", field: str = "", answered: Sequence[Change] = ()
) -> str:
    """The markup of a part in one of its states; `own` goes before each of its ids, so that several fit on a page.

    `answered` are changes that hold what was worked out for this very specimen.

    Raises:
        LookupError: the part has no such state.
        ValueError: the template has lost a place that the state changes.
    """
    if state not in PARTS[part]:
        way_out = f"Write one of {', '.join(PARTS[part])}.{nearest(state, PARTS[part])}"
        raise LookupError(f"The part “{part}” has no state “{state}”. {way_out}")
    root = markup.fragment_fromstring(html, create_parent="div")
    for change in [*STATES[f"{part} {state}"], *answered]:
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
