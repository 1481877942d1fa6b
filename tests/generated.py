"""Generated inputs for any calculator: sensible, at the limits, beyond them, and nonsense.

Standard library only, so that the same cases are made under CPython and inside Pyodide. The same seed
gives the same texts; half of all cases are sensible in every field, so that most of them answer.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

from calculators import knowledge
from calculators.contract.answer import answer
from calculators.contract.fields import default_of, within
from calculators.contract.reading import InputProblems, Missing
from calculators.contract.shape import Calculator, Field
from data.units import UNITS, canonical
from tests.cases import all_names, cases, shape

FEW = 100
USUAL = 0.85
OWN_MONEY = ["{}", "{} million", "€{}", "{}k"]
NONSENSE = [
    "", " ", "x", "NaN", "inf", "1e9", "-", "8.5.1", "1,2,3", "٣", "½", "9" * 80, "<b>", "0x10", "8–", "–8", "9–8", "~",
    "1~no-such-figure", "=1+1", "__proto__", "\u202e5", "1_000", "−0", "0", "999999999999999", "0.000000000001",
]  # fmt: skip


def texts(asked: Calculator, number: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """`number` questions to the calculator."""
    chance = random.Random(f"{asked.name} {seed}")
    for _ in range(number):
        wild = chance.random() < 0.5
        money = chance.choice(OWN_MONEY)
        yield {
            name: chance.choice(NONSENSE) if wild and chance.random() < 0.2 else sensible(field, chance, money)
            for name, field in asked.fields.items()
            if field.required or chance.random() < 0.7
        }


def told(asked: Calculator, question: Mapping[str, str]) -> Any:
    """The answer, or the problems told; any other exception is a fault."""
    try:
        return answer(asked, question, knowledge())
    except InputProblems as error:
        return {"problems": [[each.input, each.message] for each in error.problems]}
    except Missing as missing:
        return {"missing": missing.names}


def everything() -> dict[str, list[Any]]:
    """What is answered to the worked examples and to a hundred generated inputs, by calculator."""
    worked = {name: [case["inputs"] for own, _, case in cases("example") if own == name] for name in all_names()}
    asked = {name: [*worked[name], *texts(shape(name), FEW)] for name in all_names()}
    return {name: [json.loads(json.dumps(told(shape(name), each))) for each in asked[name]] for name in asked}


def sensible(field: Field, chance: random.Random, money: str = "{}") -> str:
    """A text that the field may well hold; own money is mostly written as `money` says."""
    if field.kind == "table":
        return table(field, chance)
    if field.kind == "text":
        return chance.choice(["Plant A", "Ünit", "x, y", "=1"])
    if not field.numeric:
        return chance.choice(field.words or ("yes", "no"))
    if field.optional and chance.random() < 0.2:
        return ""
    low, high = number(field, chance), number(field, chance)
    if field.kind == "number" and chance.random() < 0.15:
        return f"{canonical(min(low, high))} to {canonical(max(low, high))}"
    return written(low, field, chance, money)


def near(field: Field, chance: random.Random) -> float | None:
    """A number near the one that the field starts with, or that its example shows; None where it has neither."""
    start = default_of(field, knowledge())
    found = re.match(r"[0-9.]+", field.input.example)
    if start is None and not found:
        return None
    base = start if start is not None else float(found[0])  # type: ignore[index]  # one of both is there
    drawn = (
        float(base + chance.randrange(-2, 6)) if field.kind == "whole" else round(base * chance.uniform(0.7, 1.3), 4)
    )
    return drawn if within(drawn, field) else float(base)


def number(field: Field, chance: random.Random) -> float:
    """A number mostly near the usual one, else within the limits, at one, or beyond it."""
    said = field.input
    usual = near(field, chance) if chance.random() < USUAL else None
    if usual is not None:
        return usual
    low = said.low if said.low is not None else said.above if said.above is not None else -1000.0
    high = said.high if said.high is not None else low + 10 ** chance.uniform(-2, 7)
    drawn = chance.choice([low, high, low + (high - low) * chance.random(), low + chance.random(), low - 1, high + 1])
    return float(round(drawn)) if field.kind == "whole" else round(drawn, chance.randrange(6))


def written(value: float, field: Field, chance: random.Random, money: str) -> str:
    """The number in one of the ways in which people write it."""
    kind = UNITS[field.input.unit].kind
    if kind == "own" and chance.random() < 0.9:
        return money.format(canonical(value))
    ways = ["{}", "{}", " {} ", "+{}"] if value >= 0 else ["{}"]
    ways += {"percent": ["{}%"], "money": ["${}", "{} m"], "own": OWN_MONEY}.get(kind, [])
    return chance.choice(ways).format(canonical(value))


def table(field: Field, chance: random.Random) -> str:
    """A few rows, with or without a header, between any of the marks; mostly plain numbers."""
    mark = chance.choice(",;\t")
    rows = [
        [cell(column, chance).replace(mark, " ") for column in field.columns.values()]
        for _ in range(chance.randrange(5))
    ]
    return "\n".join(mark.join(row) for row in ([list(field.columns)] if chance.random() < 0.5 else []) + rows)


def cell(column: Field, chance: random.Random) -> str:
    """What stands in one place of a table: a plain number, where people take care."""
    plain = column.numeric and chance.random() < 0.9
    return canonical(number(column, chance)) if plain else sensible(column, chance)
