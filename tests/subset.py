"""The allowed subset of a calculator's body, so that one syntax tree gives answer, working and spreadsheet.

`require` lines, then assignments of one expression to one new name, then `return Result(...)`.
Numbers in a body are those of arithmetic and of the calendar: a figure enters only as an input's default.
"""

import ast
import re
from collections.abc import Iterator

from calculators.contract.functions import FUNCTIONS

NUMBERS = {0, 1, 2, 10, 12, 100, 1000}
EXPRESSIONS = (
    ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.IfExp, ast.Call,
    ast.ListComp, ast.GeneratorExp, ast.comprehension, ast.keyword, ast.expr_context, ast.operator, ast.unaryop,
    ast.boolop, ast.cmpop, ast.List,
)  # fmt: skip
ALLOWED = ", ".join(map(str, sorted(NUMBERS)))
NOT_ALLOWED = (ast.Is, ast.IsNot, ast.In, ast.NotIn, ast.BitOr, ast.BitAnd, ast.BitXor, ast.LShift, ast.RShift, ast.MatMult, ast.FloorDiv, ast.Mod, ast.Invert)  # fmt: skip
CELL = re.compile(r"[a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*|[rc]", re.IGNORECASE)


def faults(source: str) -> list[str]:
    """What a calculator's module holds beyond the subset, each with a way out."""
    tree = ast.parse(source)
    rows = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    found = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    [function] = (node for node in found if node.name == "calculate")
    said = [
        f"“{node.name}” is a function of its own. Write its steps into calculate." for node in found if node != function
    ]
    return [*said, *_names(function), *_order(function), *_body(function, rows)]


def _names(function: ast.FunctionDef) -> Iterator[str]:
    inputs = [argument.arg for argument in function.args.kwonlyargs]
    steps = [
        node.targets[0].id
        for node in function.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    called = {ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
    for name in [*inputs, *steps]:
        if CELL.fullmatch(name):
            yield f"“{name}” is a cell to a spreadsheet. Choose a longer name."
        if name in called:
            yield f"“{name}” is a function that the body calls. Choose another name."
        if [*inputs, *steps].count(name) > 1:
            yield f"“{name}” is given twice. Give each step a name of its own."
    if function.args.args or function.args.defaults or any(function.args.kw_defaults):
        yield "The inputs are not keyword arguments without Python defaults. Put * first, and defaults into Input."


def _order(function: ast.FunctionDef) -> Iterator[str]:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    kinds = ["require" if _is_require(node) else type(node).__name__ for node in body]
    if strange := [kind for kind in kinds if kind not in ("require", "Assign", "Return")]:
        yield f"A line is a {strange[0]}. Write require lines, then assignments, then return Result(...)."
    if kinds != sorted(kinds, key=["require", "Assign", "Return"].index) if not strange else False:
        yield "The lines stand in another order. Write require lines, then assignments, then return Result(...)."
    if kinds.count("Return") != 1:
        yield "There is not one return. End with return Result(...)."


def _is_require(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "require"


def _body(function: ast.FunctionDef, rows: set[str]) -> Iterator[str]:
    for statement in function.body[1:]:
        yield from _nested(statement)
        yield from _written_out(statement, rows)
        for node in ast.walk(statement):
            if isinstance(node, ast.Call):
                yield from _call(node, rows)
            elif isinstance(node, NOT_ALLOWED) or (isinstance(node, ast.expr) and not isinstance(node, EXPRESSIONS)):
                yield f"“{type(node).__name__}” is none of the allowed expressions. Write it with arithmetic and comparisons."
            elif isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value not in NUMBERS:
                yield f"The number {node.value} stands in the body. Make it an input. Only {ALLOWED} may stand there."


def _written_out(statement: ast.stmt, rows: set[str]) -> Iterator[str]:
    """A list stands only as a whole step, and holds nothing but rows."""
    value = getattr(statement, "value", None)
    steps = (
        [each.value for each in value.keywords]
        if isinstance(statement, ast.Return) and isinstance(value, ast.Call)
        else [value]
    )
    for node in ast.walk(statement):
        if isinstance(node, ast.List):
            row_by_row = all(isinstance(each, ast.Call) and ast.unparse(each.func) in rows for each in node.elts)
            if not any(node is each for each in steps) or not node.elts or not row_by_row:
                yield "A list is more than a step of rows. Write name = [Row(...), Row(...)]."


def _call(node: ast.Call, rows: set[str]) -> Iterator[str]:
    name = ast.unparse(node.func)
    if name not in {*FUNCTIONS, *rows, "range", "require"}:
        yield f"“{name}” is none of the allowed functions. Use {', '.join(FUNCTIONS)}."


def _nested(statement: ast.stmt) -> Iterator[str]:
    for node in ast.walk(statement):
        if isinstance(node, ast.ListComp | ast.GeneratorExp):
            inner = [
                each
                for each in ast.walk(node)
                if each is not node and isinstance(each, ast.ListComp | ast.GeneratorExp)
            ]
            if len(node.generators) > 2 or any(
                isinstance(deep, ast.ListComp | ast.GeneratorExp)
                for each in inner
                for deep in ast.walk(each)
                if deep is not each
            ):
                yield "A comprehension nests more than once. Make the inner one a step."
