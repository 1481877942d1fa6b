"""Calculators on the command line.

    python -m calculators
    python -m calculators market-growth rate=9% target_year=2027
    python -m calculators market-growth rate=9% --json

Exit status: 0 with an answer, 2 with a wrong input.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from calculators import calculator, knowledge, names
from calculators.contract.answer import answer
from calculators.contract.reading import InputProblem, InputProblems, Missing
from calculators.contract.shape import Calculator
from data.units import UNITS


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    as_json = "--json" in arguments
    name, *pairs = [word for word in arguments if word != "--json"] or [""]
    if not name:
        print("\n".join(f"{name:24}{calculator(name).title}" for name in names()))
        return 0
    try:
        asked = calculator(name)
        given = answer(asked, _texts(pairs), knowledge())
    except LookupError as error:
        return _refuse([InputProblem("", str(error.args[0]))], as_json)
    except InputProblems as error:
        return _refuse(error.problems, as_json)
    except Missing as error:
        return _refuse([InputProblem(name, f"Write {name}=… with your number.") for name in error.names], as_json)
    print(json.dumps(given, ensure_ascii=False, indent=2) if as_json else _text(asked, given))
    return 0


def _texts(pairs: Sequence[str]) -> dict[str, str]:
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise InputProblems([InputProblem("", f"“{pair}” is no input. Write name=value.") for pair in wrong])
    return {name: text for name, _, text in (pair.partition("=") for pair in pairs)}


def _refuse(problems: list[InputProblem], as_json: bool) -> int:
    if as_json:
        print(json.dumps({"problems": [asdict(problem) for problem in problems]}, ensure_ascii=False))
    else:
        lines = (f"{problem.input}: {problem.message}" if problem.input else problem.message for problem in problems)
        print("\n".join(lines), file=sys.stderr)
    return 2


def _text(asked: Calculator, given: dict[str, Any]) -> str:
    lines = [f"{asked.title} ({given['release']})", ""]
    for name, field in asked.fields.items():
        said = given["inputs"][name]
        lines.append(f"  {field.input.label + ':':32}{UNITS[said['unit']].phrase(said['text'])} ({said['state']})")
    lines.append("")
    for name, output in asked.outputs.items():
        cell = given["outputs"][name]
        text = cell["text"] if cell["value"] is None else UNITS[cell["unit"]].phrase(cell["text"])
        lines.append(f"  {output.label + ':':32}{text}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
