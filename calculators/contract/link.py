"""Links that open a calculator with given inputs: `#market-growth?rate=9&target_year=2027`.

They stand in the fragment, which a browser never sends to a server. A link names the inputs that
differ from their defaults, in canonical form; whatever it leaves out takes today's default.
"""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from calculators.contract.reading import Value
from calculators.contract.shape import Calculator
from data.units import canonical


def write_link(calculator: Calculator, values: Mapping[str, Value]) -> str:
    """The fragment that brings these values back."""
    changed = {name: canonical(value.number) for name, value in values.items() if value.state == "yours"}
    return f"#{calculator.name}" + (f"?{urlencode(changed)}" if changed else "")


def read_link(fragment: str) -> tuple[str, dict[str, str]]:
    """The calculator's name and the texts by input, from a fragment with or without its `#`.

    A figure's id after `~` says where a text came from and is not part of it.
    """
    name, _, query = fragment.removeprefix("#").partition("?")
    return name, {key: text.partition("~")[0] for key, text in parse_qsl(query, keep_blank_values=True)}
