"""The body of a calculator, read from its syntax tree: requirements, then named steps, then the result.

Each step is run by itself (`run`), so that one that cannot be worked out leaves the others standing
and says why; the same tree gives the working (`working`). `subset` says what a body may hold.
"""

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from textwrap import dedent
from types import CodeType
from typing import Any

ROUNDED = "_twelve_digits"


@dataclass(frozen=True)
class Divisor:
    """What a step divides by; in a comprehension, `code` gives all of them as a list."""

    tree: ast.expr
    code: CodeType


@dataclass(frozen=True)
class Step:
    """One assignment, or one keyword of the result: its tree, what it reads, what it divides by."""

    name: str
    tree: ast.expr
    code: CodeType
    needs: frozenset[str]
    divisors: tuple[Divisor, ...]


@dataclass(frozen=True)
class Requirement:
    """One `require`: its condition, the input at which it is told, and the message."""

    field: str
    message: str
    code: CodeType
    needs: frozenset[str]


@dataclass(frozen=True)
class Body:
    """A calculator's body.

    `names` are the module's own, for the steps to run with, `source` its Python, `results` what it returns.
    """

    requirements: tuple[Requirement, ...]
    steps: tuple[Step, ...]
    names: dict[str, Any]
    source: str
    results: frozenset[str] = frozenset()

    def wanted(self, outputs: set[str]) -> tuple[Step, ...]:
        """The steps that `outputs` need, in their order."""
        needed = set(outputs)
        for step in reversed(self.steps):
            if step.name in needed:
                needed |= step.needs
        return tuple(step for step in self.steps if step.name in needed)


def read_body(source: str, names: dict[str, Any]) -> Body:
    """The body of `calculate` in a module's `source`."""
    [function] = (n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and n.name == "calculate")
    known = {argument.arg for argument in function.args.kwonlyargs}
    requirements, steps = [], []
    results: frozenset[str] = frozenset()
    for node in function.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            steps.append(_step(node.targets[0].id, node.value, known))
            known.add(node.targets[0].id)
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Call):
            steps += [_step(str(each.arg), each.value, known) for each in node.value.keywords if _is_new(each)]
            results = frozenset(str(each.arg) for each in node.value.keywords)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            condition, field, message = node.value.args
            said = ast.literal_eval(field), ast.literal_eval(message)
            requirements.append(Requirement(*said, compiled(condition), frozenset(_names(condition) & known)))
    first = function.body[1 if ast.get_docstring(function) else 0].lineno
    lines = source.splitlines()[first - 1 : function.end_lineno]
    return Body(tuple(requirements), tuple(steps), names, dedent("\n".join(lines)), results)


def _is_new(keyword: ast.keyword) -> bool:
    """Whether the result's field is more than the step of the same name."""
    return not (isinstance(keyword.value, ast.Name) and keyword.value.id == keyword.arg)


def _step(name: str, tree: ast.expr, known: set[str]) -> Step:
    return Step(name, tree, compiled(tree), frozenset(_names(tree) & known), tuple(_divisors(tree)))


class _Rounding(ast.NodeTransformer):
    """Lets every comparison look at twelve digits, so that the last binary ones decide nothing."""

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Both sides, and what stands within them."""
        self.generic_visit(node)
        node.left = _rounded(node.left)
        node.comparators = [_rounded(each) for each in node.comparators]
        return node


def _rounded(tree: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(ROUNDED, ast.Load()), [tree], [])


def compiled(tree: ast.expr) -> CodeType:
    """An expression ready to be evaluated; `run.evaluate` has what it calls."""
    whole = _Rounding().visit(ast.Expression(deepcopy(tree)))
    return compile(ast.fix_missing_locations(whole), "<step>", "eval")


def _names(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _divisors(tree: ast.AST, loops: tuple[ast.comprehension, ...] = ()) -> Iterator[Divisor]:
    """Every divisor below `tree`, with the loops around it."""
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Div | ast.FloorDiv | ast.Mod):
        listed = ast.ListComp(tree.right, list(loops)) if loops else tree.right
        yield Divisor(tree.right, compiled(listed))
    if isinstance(tree, ast.ListComp | ast.GeneratorExp):
        yield from _divisors(tree.elt, (*loops, *tree.generators))
        return
    for child in ast.iter_child_nodes(tree):
        yield from _divisors(child, loops)
