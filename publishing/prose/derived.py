"""Derived figures, worked out again from the figures they rest on.

`from = "{a} / {b} * 100"` is plain arithmetic on figures; `from = "name?input={a}#output"` is a
calculator's output for these inputs.
"""

import ast
import operator

from calculators import calculator
from calculators.contract.answer import answer
from calculators.contract.link import read_link
from data.knowledge import NAMED, Figure, Knowledge
from data.records import nearest
from data.units import canonical

OPERATIONS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def work_out(figure: Figure, known: Knowledge) -> float:
    """The value of a derived figure.

    Raises:
        ValueError: the formula cannot be worked out; the message says why.
        LookupError: it names a figure or a calculator that does not exist.
    """
    formula = NAMED.sub(lambda match: canonical(_number(match[1], known)), figure.from_ or "")
    if "#" in formula:
        link, _, output = formula.partition("#")
        name, texts = read_link(link)
        cell = answer(calculator(name), texts, known)["outputs"].get(output, {"value": None})
        if not isinstance(cell["value"], int | float):
            raise LookupError(f"{name} gives no number “{output}”.")
        return float(cell["value"])
    try:
        return _value(ast.parse(formula, mode="eval").body)
    except SyntaxError as error:
        raise ValueError(f"“{formula}” is no arithmetic.") from error
    except ZeroDivisionError as error:
        raise ValueError(f"“{formula}” divides by 0.") from error
    except (OverflowError, TypeError) as error:  # the second where a power gives a complex number
        raise ValueError(f"“{formula}” is no number that can be shown.") from error


def _number(name: str, known: Knowledge) -> float:
    if name not in known.figures or known.figures[name].value is None:
        raise LookupError(f"There is no figure “{name}” with a value.{nearest(name, known.figures)}")
    return known.figures[name].number


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATIONS:
            return float(OPERATIONS[type(op)](_value(left), _value(right)))
    raise ValueError(f"“{ast.unparse(node)}” is neither a number nor a figure in braces.")
