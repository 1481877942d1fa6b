"""Runs the steps of a calculator, one by one, and says of each that has no value why it has none.

A step that reads a name without a value is left out: an optional input that was not given, a step
that cannot be worked out, or one whose value is None. All others stand.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any

from calculators.contract.shape import Calculator
from calculators.contract.steps import ROUNDED, Step
from data.units import twelve

TOO_LARGE = "leads beyond all numbers"


@dataclass(frozen=True)
class Outcome:
    """What the steps gave: `values` by name, inputs among them; `gone` says in words why a step has none."""

    values: dict[str, Any]
    gone: dict[str, str]


@dataclass(frozen=True)
class Unmet:
    """A requirement that these numbers do not meet."""

    field: str
    message: str
    needs: frozenset[str] = frozenset()


def evaluate(code: Any, values: Mapping[str, Any]) -> Any:
    """The value of one expression of a calculator, which we wrote and hold to the allowed subset."""
    return eval(code, {**values, ROUNDED: _twelve})  # noqa: S307  # our own source, compiled at import; no text of a reader's comes here


def unmet(calculator: Calculator, numbers: Mapping[str, Any]) -> list[Unmet]:
    """Every requirement that `numbers` do not meet; those about inputs not given wait."""
    names = {**calculator.body.names, **numbers}
    ready = (each for each in calculator.body.requirements if all(numbers[name] is not None for name in each.needs))
    return [Unmet(each.field, each.message, each.needs) for each in ready if not evaluate(each.code, names)]


def run(calculator: Calculator, numbers: Mapping[str, Any], wanted: Iterable[str] | None = None) -> Outcome:
    """Work out every step, or only those that the outputs `wanted` need."""
    steps = calculator.body.steps if wanted is None else calculator.body.wanted(set(wanted))
    return _run(calculator, numbers, steps, {}, {})


def run_again(calculator: Calculator, numbers: Mapping[str, Any], before: Outcome, changed: set[str]) -> Outcome:
    """Work out anew what depends on the inputs `changed`; the rest is as it was `before`."""
    touched = set(changed)
    for step in calculator.body.steps:
        if step.needs & touched:
            touched.add(step.name)
    kept = {name: value for name, value in before.values.items() if name not in touched}
    gone = {name: words for name, words in before.gone.items() if name not in touched}
    return _run(calculator, numbers, [step for step in calculator.body.steps if step.name in touched], kept, gone)


def _run(
    calculator: Calculator,
    numbers: Mapping[str, Any],
    steps: Iterable[Step],
    kept: dict[str, Any],
    lost: dict[str, str],
) -> Outcome:
    values = {**calculator.body.names, **kept, **numbers}
    gone = {**lost} | {name: f"needs {calculator.quoted(name)}" for name, value in numbers.items() if value is None}
    for step in steps:
        lacking = [name for name in step.needs if values.get(name) is None]
        words = _reason(calculator, min(lacking), gone) if lacking else _fault(calculator, step, values)
        if lacking or words:
            values[step.name] = None
            gone[step.name] = words
    return Outcome({name: value for name, value in values.items() if name not in calculator.body.names}, gone)


def _reason(calculator: Calculator, name: str, gone: Mapping[str, str]) -> str:
    """Why there is no value of `name`, for what needs it."""
    said = calculator.outputs.get(name)
    return gone.get(name) or (said.none if said else "") or f"needs {calculator.quoted(name)}, of which there is none"


def _fault(calculator: Calculator, step: Step, values: dict[str, Any]) -> str:
    """Work out one step into `values`; what keeps it from a value, in words."""
    try:
        value = evaluate(step.code, values)
    except ZeroDivisionError:
        return _said(calculator, step, _zero(calculator, step, values))
    except ArithmeticError:
        return _said(calculator, step, TOO_LARGE)
    except ValueError:
        return _said(calculator, step, "takes the logarithm of a number that is not above 0")
    if not _finite(value):
        return _said(calculator, step, TOO_LARGE)
    values[step.name] = value
    return ""


def _twelve(value: Any) -> Any:
    return twelve(value) if isinstance(value, float) else value


def _said(calculator: Calculator, step: Step, reason: str) -> str:
    return f"cannot be worked out: {calculator.quoted(step.name)} {reason}"


def _zero(calculator: Calculator, step: Step, values: Mapping[str, Any]) -> str:
    import ast  # noqa: PLC0415  # wanted only where something divides by nought

    for divisor in reversed(step.divisors):  # the innermost first: those around it cannot be worked out
        found = evaluate(divisor.code, values)
        if found == 0 or (isinstance(found, list) and 0 in found):
            said = calculator.quoted(divisor.tree.id) if isinstance(divisor.tree, ast.Name) else "a number"
            return f"divides by {said}, which is 0"
    return "divides by 0"


def _finite(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, list):
        return all(map(_finite, value))
    if is_dataclass(value):
        return all(map(_finite, vars(value).values()))
    return not isinstance(value, complex)
