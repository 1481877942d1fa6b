"""Links that open a calculator with given inputs: `#market-growth?rate=9&target_year=2027`.

They stand in the fragment, which a browser never sends to a server. A link that we write holds every
input in canonical form, the figure's id where it is sourced (`base=720~convergence-market-2023`), the
headline as shown and the release. The reader's own money is left out, unless asked for; without it,
or without a table too long for an address, the headline is left out too.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from calculators.contract.release import release
from calculators.contract.shape import Calculator
from calculators.contract.values import Given, Value

LONGEST = 2_000
ANSWER, RELEASE = "answer", "release"


def write_link(calculator: Calculator, given: Given, headline: str, *, with_money: bool = False) -> str:
    """The fragment that brings these values back."""
    held = {
        name: _held(value)
        for name, value in given.values.items()
        if (with_money or not calculator.fields[name].private) and len(value.text) <= LONGEST
    }
    if headline and len(held) == len(calculator.fields):
        held[ANSWER] = headline
    return f"#{calculator.name}?{urlencode({**held, RELEASE: release()})}"


def _held(value: Value) -> str:
    return f"{value.text}~{value.figure.id}" if value.figure and not isinstance(value.value, list) else value.text


def read_link(fragment: str) -> tuple[str, dict[str, str]]:
    """The calculator's name and the texts by input, from a fragment with or without its `#`.

    What only an opened link is asked for, its answer and release, is left out.
    """
    name, _, query = fragment.removeprefix("#").partition("?")
    return name, inputs_of(dict(parse_qsl(query, keep_blank_values=True)))


def inputs_of(link: Mapping[str, str]) -> dict[str, str]:
    """The inputs that a link holds."""
    return {key: text for key, text in link.items() if key not in (ANSWER, RELEASE)}
