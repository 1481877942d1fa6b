"""From the texts in a form, a link or a command to the values that the function takes.

Every wrong input is told, all in one go, each with a way out. An input that is not given takes its
default; one that only the reader can give is waited for.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.contract.own_money import common_unit, currencies, mixed_currencies
from calculators.contract.shape import Calculator, Field
from calculators.contract.tables import amounts_of
from calculators.contract.values import BARE, Given, Reader, Value
from data.figures import Knowledge
from data.records import nearest
from data.units import UnreadableNumber

__all__ = ["Given", "InputProblem", "InputProblems", "Missing", "Value", "read_inputs"]


@dataclass(frozen=True)
class InputProblem:
    """What is wrong with one input, and what to enter instead; `input` is empty for the whole."""

    input: str
    message: str


class InputProblems(Exception):
    """All that is wrong with the inputs of one question."""

    def __init__(self, problems: list[InputProblem]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{problem.input}: {problem.message}" for problem in problems))


class Missing(Exception):
    """Inputs that only the reader can give are not given yet; `given` holds the others."""

    def __init__(self, names: list[str], given: Given) -> None:
        self.names = names
        self.given = given
        super().__init__(f"Enter {', '.join(names)}.")


def read_inputs(calculator: Calculator, texts: Mapping[str, str], known: Knowledge) -> Given:
    """Read `texts` by input name.

    Raises:
        InputProblems: with one problem for each wrong input.
        Missing: nothing is wrong, but inputs without a default are not given.
    """
    problems = _unknown(calculator, [name for name in texts if name not in calculator.fields])
    missing = [field.name for field in calculator.required if not texts.get(field.name, "").strip()]
    money, sign, mixed = _money(calculator, texts)
    problems += [InputProblem(name, message) for name, message in mixed.items()]
    reader = Reader(known, money)
    values = {}
    for name, field in calculator.fields.items():
        try:
            if name not in missing and name not in mixed:
                values[name] = reader.read(field, texts.get(name))
        except UnreadableNumber as error:
            problems.append(InputProblem(name, str(error)))
    if problems:
        raise InputProblems(problems)
    if missing:
        raise Missing(missing, Given(values, money, sign))
    return Given(values, money, sign)


def _money(calculator: Calculator, texts: Mapping[str, str]) -> tuple[str, str, dict[str, str]]:
    """Unit and currency of the reader's own money, and what is wrong with how it was typed, by input."""
    own = {field.name: texts.get(field.name, "") for field in calculator.fields.values() if field.input.unit == BARE}
    unit, mixed = common_unit(own)
    for field in calculator.fields.values():
        if unit != BARE and texts.get(field.name, "").strip() and _holds_money(field):
            mixed[field.name] = f"These are plain numbers, another amount is in {unit}s. Write all in one scale."
    tables = {
        field.name: amounts_of(texts.get(field.name, "")) for field in calculator.fields.values() if _holds_money(field)
    }
    signs = [sign for text in [*own.values(), *tables.values()] for sign in currencies(text)]
    return unit, signs[0] if signs else "", mixed_currencies({**own, **tables}) | mixed


def _holds_money(field: Field) -> bool:
    return any(column.input.unit == BARE for column in field.columns.values())


def _unknown(calculator: Calculator, names: list[str]) -> list[InputProblem]:
    """One problem for all names that are no inputs, however many a link holds."""
    if not names:
        return []
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    way_out = f"It takes {', '.join(calculator.fields)}.{nearest(names[0][:24], calculator.fields)}"
    return [InputProblem("", f"{calculator.name} has no input “{names[0][:24]}”{more}. {way_out}")]
