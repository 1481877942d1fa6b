"""Solving for one input: which value of it gives the answer wished for, said in a sentence.

`search` looks; here the question is read, without whatever stands in the field asked for, and the reply
is put into words. It claims no more than was looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.contract.age import aged
from calculators.contract.answer import refusal
from calculators.contract.fields import default_of
from calculators.contract.own_money import common_unit, scale, without_currency
from calculators.contract.reading import InputProblem, InputProblems, Missing, read_inputs
from calculators.contract.run import unmet
from calculators.contract.search import Search, Stretch, neighbors, points, stretches
from calculators.contract.shape import Calculator, Field, Output
from calculators.contract.values import BARE, Given
from data.figures import Knowledge
from data.units import LARGEST, UNITS, UnreadableNumber, canonical, read, twelve

MOST_TOLD = 3
TARGET = "target"


@dataclass(frozen=True)
class Wish:
    """What a reader asks: which value of `input` makes `output` come to `target`."""

    input: str
    output: str
    target: str


def solve(calculator: Calculator, texts: Mapping[str, str], wish: Wish, known: Knowledge) -> dict[str, Any]:
    """What one input must be for an output to come to a target.

    The reply has `solutions` (texts for the field), `message`, a sentence, and the age of the figures used.

    Raises:
        InputProblems: an input or the target cannot be read, or there is no such input or output.
        Missing: other inputs are not given yet.
    """
    field, said = calculator.fields.get(wish.input), calculator.outputs.get(wish.output)
    numeric = [name for name, each in calculator.fields.items() if each.numeric]
    if field is None or not field.numeric:
        raise InputProblems([_strange(wish.input, "number that can be solved for", numeric)])
    if not isinstance(said, Output):
        wishes = [name for name, each in calculator.outputs.items() if isinstance(each, Output)]
        raise InputProblems([_strange(wish.output, "number that can be wished for", wishes)])
    given = _others(calculator, texts, field, known)
    target = _target(calculator, texts, wish, given.unit(said.unit))
    start = _start(field, texts.get(field.name, ""), known)
    found = _reply(Search(calculator, given, field, given.unit(field.input.unit), wish.output, target, start))
    used = [each for name, value in given.values.items() if name != field.name for each in value.figures]
    return {**found, **aged(used)}


def _target(calculator: Calculator, texts: Mapping[str, str], wish: Wish, unit: str) -> float:
    """The number wished for; own money in the scale of the other amounts."""
    own = UNITS[unit].kind == "own"
    if own and scale(wish.target) is not None:  # a bare one is in the scale of the answer
        rest = {name: texts.get(name, "") for name, each in calculator.fields.items() if each.input.unit == BARE}
        _, mixed = common_unit({**rest, wish.input: "", TARGET: wish.target})
        if mixed:
            told = "The amounts here have no scale. Write the wish without one, too."
            raise InputProblems([InputProblem(TARGET, told)])
    try:
        return read(without_currency(wish.target) if own else wish.target, unit).value
    except UnreadableNumber as error:
        raise InputProblems([InputProblem(TARGET, str(error))]) from None


def _strange(name: str, what: str, names: list[str]) -> InputProblem:
    return InputProblem("", f"“{name[:24]}” is no {what}. Choose from: {', '.join(names)}.")


def _others(calculator: Calculator, texts: Mapping[str, str], field: Field, known: Knowledge) -> Given:
    """All inputs but the one asked for, whatever stands in its field."""
    rest = {name: text for name, text in texts.items() if name != field.name}
    try:
        return read_inputs(calculator, rest, known)
    except Missing as missing:
        if missing.names != [field.name]:
            raise Missing([name for name in missing.names if name != field.name], missing.given) from None
        return missing.given


def _start(field: Field, text: str, known: Knowledge) -> float:
    """Where to begin outward from an open side: the reader's number, the default, the example, or a limit."""
    for said in (text, field.input.example):
        try:
            return read(without_currency(said).partition("~")[0], field.input.unit).value / _scale(field, said)
        except UnreadableNumber:
            continue
    default = default_of(field, known)
    return default if default is not None else field.input.low or field.input.above or 1.0


def _scale(field: Field, said: str) -> float:
    """Own money is searched in the scale typed: 40 of “40 million”."""
    return float(10 ** (scale(said) or 0)) if field.input.unit == BARE else 1.0


def _reply(search: Search) -> dict[str, Any]:
    looked_at = points(search)
    wanted = f"“{search.said.label}” at {search.given_in.phrase(search.text(search.target))}"
    label = f"“{search.field.input.label}”"
    if all(search.shows(x) for x in looked_at):
        return {"solutions": [], "message": f"{label} makes no difference: any value gives {wanted}."}
    found = list(dict.fromkeys(_twelve(each) for each in stretches(search, looked_at)))
    if not found:
        return {"solutions": [], "message": _nothing(search, looked_at, wanted)}
    texts = [_field_text(search, x) for each in found for x in dict.fromkeys((each.low, each.high))]
    phrases = [_phrase(search, each) for each in found]
    if len(found) == 1:
        return {"solutions": texts, "message": f"{label} {phrases[0]} gives {wanted}."}
    *others, last = (phrase.removeprefix("at ") for phrase in phrases[:MOST_TOLD])
    more = f", and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
    message = f"Several values of {label} give {wanted}: {', '.join(others)} and {last}{more}."
    return {"solutions": texts[: 2 * MOST_TOLD], "message": message}


def _twelve(stretch: Stretch) -> Stretch:
    return Stretch(twelve(stretch.low), twelve(stretch.high))


def _phrase(search: Search, stretch: Stretch) -> str:
    low, high = stretch.low, stretch.high
    return f"at {search.phrase(low)}" if low == high else f"from {search.between(low, high)}"


def _field_text(search: Search, x: float) -> str:
    own = UNITS[search.unit].kind == "own" and UNITS[search.unit].scale
    return f"{canonical(x)} {search.unit}" if own else canonical(x)


def _nothing(search: Search, looked_at: list[float], wanted: str) -> str:
    """That no value was found, where was looked, and what the answer comes to there."""
    values = {x: found for x in looked_at if (found := search.at(x)) is not None and abs(found) < LARGEST}
    label = f"“{search.field.input.label}”"
    between = f"from {search.between(min(looked_at), max(looked_at))}"
    if not values:
        return f"No value of {label} {between} gives an answer.{_refused(search, looked_at)}"
    low, high = (search.text(end) for end in (min(values.values()), max(values.values())))
    if low == high:
        same = search.given_in.phrase(low)
        return f"{label} makes no difference: the answer is {same} at every value tried {between}."
    said = f"No value of {label} {between} was found that gives {wanted}"
    if search.whole and (pair := neighbors(values, search.target)):
        both = (f"{search.phrase(x)} gives {search.given_in.phrase(search.text(values[x]))}" for x in pair)
        return f"{said}; {', '.join(both)}."
    ends = search.given_in.between(low, high, "and")
    return f"{said}; at the values tried the answer lies between {ends}.{_refused(search, looked_at)}"


def _refused(search: Search, looked_at: list[float]) -> str:
    """That some values are not allowed beside the other inputs, and what those are told."""
    found = (unmet(search.calculator, search.numbers(x)) for x in looked_at)
    told = next((refusal(search.given, each[0]) for each in found if each), "")
    return f" Some of these values are refused: “{told}”" if told else ""
