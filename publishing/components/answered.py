"""States of a calculator that hold what Python answered: the same answers are worked out for them at the build."""

from collections.abc import Callable
from html import escape

from calculators import calculator, knowledge
from calculators.contract.answer import answer
from calculators.contract.scenarios import answers, readable
from calculators.contract.shape import Output
from calculators.contract.solve import Wish, solve
from calculators.contract.worker import beside
from publishing.components.changing import Change, holds, says, sets, shows

Inputs = dict[str, str]


def changed(name: str, inputs: Inputs) -> list[Change]:
    """After a change from the numbers of the start: each number says what it was."""
    asked = calculator(name)
    was, now = (answer(asked, texts, knowledge())["outputs"] for texts in ({}, inputs))
    numbers = [key for key, said in asked.outputs.items() if isinstance(said, Output)]
    moved = [key for key in numbers if was[key]["text"] != now[key]["text"]]
    marks = [sets(f"[data-output='{key}']", "data-changed", "") for key in moved]
    words = [
        says(f"[data-was-of='{key}']", f"was {was[key]['text']} {_other_unit(was[key], now[key])}".strip())
        for key in moved
    ]
    return [*marks, *words]


def _other_unit(was: dict[str, str], now: dict[str, str]) -> str:
    return "" if was["unit"] == now["unit"] else beside(was["unit"])


def solved(name: str, inputs: Inputs) -> list[Change]:
    """The first number was asked for with which the answer comes to a tenth more, and found."""
    asked = calculator(name)
    field = next(key for key, each in asked.fields.items() if each.numeric)
    target = answer(asked, inputs, knowledge())["outputs"][asked.headline]["value"] * 1.1
    found = solve(asked, inputs, Wish(field, asked.headline, f"{target:.4g}"), knowledge())
    buttons = "".join(
        f'<button type="button" class="calculator-quiet">Use {escape(text)}</button>' for text in found["solutions"]
    )
    return [
        sets(".calculator-solve", "open", ""),
        sets("[data-solve='target']", "value", f"{target:.4g}"),
        says("[data-solution]", found["message"]),
        holds("[data-solutions]", buttons),
    ]


def cases(name: str, inputs: Inputs) -> list[Change]:
    """Two cases were worked out: the start, and the numbers given."""
    asked = calculator(name)
    head = f"name,{','.join(inputs)}"
    start = ",".join(answer(asked, {}, knowledge())["inputs"][key]["text"] for key in inputs)
    made = answers(asked, f"{head}\nas it starts,{start}\nwith these,{','.join(inputs.values())}\n", knowledge())
    first, *rows = readable(asked, made)
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return [
        sets(".calculator-scenarios", "open", ""),
        says("[data-scenarios-told]", f"{len(rows)} cases worked out."),
        shows("[data-scenarios-answers]"),
        shows("[data-scenarios-csv]"),
        holds(
            "[data-scenarios-answers] thead",
            f"<tr>{''.join(f'<th scope="col">{escape(cell)}</th>' for cell in first)}</tr>",
        ),
        holds("[data-scenarios-answers] tbody", cells),
    ]


ANSWERED: dict[str, Callable[[str, Inputs], list[Change]]] = {"changed": changed, "solved": solved, "cases": cases}
