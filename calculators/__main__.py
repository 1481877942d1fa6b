"""Calculators on the command line.

    python -m calculators
    python -m calculators market-growth --help
    python -m calculators market-growth rate=9% target_year=2027 [--json] [--working]
    python -m calculators market-growth rate=? value=1000 target_year=2027
    python -m calculators market-growth --scenarios cases.csv

An input written as `?` is solved for, so that the output named comes to its number. `name=@file.csv`
takes the text of a file, `--scenarios -` reads cases from standard input. Exit status: 0 with an
answer, 2 with a wrong input, 1 if the calculator itself is wrong.
"""

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from calculators import NoCalculator, calculator, knowledge, names
from calculators.contract.age import age_on
from calculators.contract.answer import answer
from calculators.contract.plain import answer_text, description
from calculators.contract.reading import InputProblem, InputProblems, Missing
from calculators.contract.scenarios import answers
from calculators.contract.shape import Calculator
from calculators.contract.solve import Wish, solve
from calculators.contract.soundness import Misdeclared
from data.dates import today

OPTIONS = ("--json", "--working", "--help", "--scenarios")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    as_json = "--json" in arguments
    words = [word for word in arguments if word != "--json"]
    try:
        if not words or words == ["--help"]:
            print(f"{__doc__.strip()}\n" if words else "\n".join(f"{n:24}{calculator(n).title}" for n in names()))
        else:
            _say(_reply(words[0], words[1:]), as_json, "--working" in words)
    except NoCalculator as error:
        return _refuse([InputProblem("", str(error.args[0]))], as_json)
    except InputProblems as error:
        return _refuse(error.problems, as_json)
    except Misdeclared as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _reply(name: str, words: list[str]) -> tuple[Calculator, dict[str, Any]]:
    asked, known = calculator(name), knowledge()
    if "--help" in words:
        return asked, {"text": description(asked, known)}
    if "--scenarios" in words:
        return asked, {"text": answers(asked, _cases(words), known).rstrip("\n")}
    texts = _texts([word for word in words if word != "--working"])
    try:
        if "?" in texts.values():
            return asked, {"solution": solve(asked, *_wish(asked, texts), known)}
        return asked, answer(asked, texts, known)
    except Missing as missing:
        raise InputProblems([_wanted(asked, each) for each in missing.names]) from None


def _wanted(asked: Calculator, name: str) -> InputProblem:
    example = asked.fields[name].input.example.splitlines()[0]
    way_out = f'for example "{name}={example}"' if asked.fields[name].numeric else f'for example "{name}=@file.csv"'
    return InputProblem(name, f"Write {name}=… with your own, {way_out}.")


def _say(reply: tuple[Calculator, dict[str, Any]], as_json: bool, with_working: bool) -> None:
    asked, given = reply
    if "text" in given:
        print(given["text"])
    elif as_json:
        print(json.dumps(given, ensure_ascii=False, indent=2))
    elif "solution" in given:
        print(*filter(None, [given["solution"]["message"], age_on(today(), given["solution"])]), sep="\n")
    else:
        print(answer_text(asked, given, with_working=with_working))


def _texts(pairs: Sequence[str]) -> dict[str, str]:
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        way_out = f"Write name=value, or one of {', '.join(OPTIONS)}."
        raise InputProblems([InputProblem("", f"“{pair}” is no input. {way_out}") for pair in wrong])
    heads = [pair.partition("=")[0] for pair in pairs]
    if twice := [name for place, name in enumerate(heads) if name in heads[:place]]:
        raise InputProblems([InputProblem(name, "It is given twice. Write it once.") for name in twice])
    parts = (pair.partition("=") for pair in pairs)
    return {name: _content(name, text[1:]) if text.startswith("@") else text for name, _, text in parts}


def _content(name: str, path: str) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problem = f"The file “{path}” cannot be read. Write the path of a text file in UTF-8."
        raise InputProblems([InputProblem(name, problem)]) from None


def _cases(words: list[str]) -> str:
    rest = words[words.index("--scenarios") + 1 :]
    if len(rest) != 1:
        problem = "Write --scenarios last, with the path of a CSV file, or - for standard input."
        raise InputProblems([InputProblem("", problem)])
    return sys.stdin.read() if rest[0] == "-" else _content("", rest[0])


def _wish(asked: Calculator, texts: dict[str, str]) -> tuple[dict[str, str], Wish]:
    """The inputs that are given, and what is wished for."""
    unknown = [name for name, text in texts.items() if text == "?"]
    targets = [name for name in texts if name in asked.outputs]
    if len(unknown) != 1 or len(targets) != 1:
        problem = f"To solve, write one input as ? and one of {', '.join(asked.outputs)} with its number."
        raise InputProblems([InputProblem("", problem)])
    rest = {name: text for name, text in texts.items() if name not in (unknown[0], targets[0])}
    return rest, Wish(unknown[0], targets[0], texts[targets[0]])


def _refuse(problems: list[InputProblem], as_json: bool) -> int:
    if as_json:
        print(json.dumps({"problems": [asdict(problem) for problem in problems]}, ensure_ascii=False))
    else:
        lines = (f"{problem.input}: {problem.message}" if problem.input else problem.message for problem in problems)
        print("\n".join(lines), file=sys.stderr)
    return 2


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
