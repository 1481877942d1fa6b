"""Expressions of a calculator as MathML, written as nested lists: `["mfrac", ["mi", "a"], ["mn", "2"]]`.

The first item is the tag, the rest are children or text. The page makes elements of them, the build
markup; neither ever parses text. With values, names become the reader's numbers and of a condition
only the branch taken is written.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from calculators.contract.fields import shown
from calculators.contract.run import evaluate
from calculators.contract.steps import compiled

Tree = list[Any]
MOST_LISTED = 8
COMPARED, ADDED, MULTIPLIED, NEGATED, RAISED, ALONE = range(1, 7)
SIGNS: dict[type[ast.AST], tuple[str, int]] = {
    ast.Add: ("+", ADDED), ast.Sub: ("−", ADDED), ast.Mult: ("×", MULTIPLIED),
    ast.Lt: ("<", COMPARED), ast.LtE: ("≤", COMPARED), ast.Gt: (">", COMPARED), ast.GtE: ("≥", COMPARED),
    ast.Eq: ("=", COMPARED), ast.NotEq: ("≠", COMPARED),
}  # fmt: skip


@dataclass(frozen=True)
class Formula:
    """Writes expressions; with `values` in numbers, `loops` being the names that stay names."""

    names: Mapping[str, Any]
    values: Mapping[str, Any] | None = None
    loops: frozenset[str] = field(default_factory=frozenset)

    def write(self, tree: ast.expr, within: int = 0) -> Tree:
        """The expression, in parentheses where it binds less than what is around it."""
        written, strength = self._written(tree)
        return parentheses(written) if strength < within else written

    def _written(self, tree: ast.expr) -> tuple[Tree, int]:  # noqa: PLR0911  # one line for each kind of expression
        match tree:
            case ast.Constant():
                return leaf(tree.value)
            case ast.Name():
                return self._name(tree.id)
            case ast.Attribute():
                return ["mi", words(tree.attr)], ALONE
            case ast.BinOp():
                return self._arithmetic(tree)
            case ast.UnaryOp(op=ast.USub()):
                return ["mrow", ["mo", "−"], self.write(tree.operand, NEGATED)], NEGATED
            case ast.UnaryOp():
                return ["mrow", text("not"), self.write(tree.operand, ALONE)], COMPARED
            case ast.Compare():
                return self._comparison(tree)
            case ast.BoolOp():
                return self._all_of(tree), COMPARED
            case ast.IfExp():
                return self._cases(tree)
            case ast.Call():
                return self._call(tree), ALONE
        raise TypeError(f"{ast.unparse(tree)} is not in the allowed subset.")

    def _name(self, name: str) -> tuple[Tree, int]:
        if self.values is None or name in self.loops:
            return ["mi", words(name)], ALONE
        return leaf(self.values[name])

    def _arithmetic(self, tree: ast.BinOp) -> tuple[Tree, int]:
        if isinstance(tree.op, ast.Div):
            return ["mfrac", self.write(tree.left), self.write(tree.right)], ALONE - 1
        if isinstance(tree.op, ast.Pow):
            return ["msup", self.write(tree.left, ALONE), self.write(tree.right)], RAISED
        sign, strength = SIGNS[type(tree.op)]
        right = self.write(tree.right, strength + (0 if isinstance(tree.op, ast.Add) else 1))
        if right[:2] == ["mrow", ["mo", "−"]]:
            right = parentheses(right)
        return ["mrow", self.write(tree.left, strength), ["mo", sign], right], strength

    def _comparison(self, tree: ast.Compare) -> tuple[Tree, int]:
        parts = [self.write(tree.left, ADDED)]
        for operator, right in zip(tree.ops, tree.comparators, strict=True):
            parts += [["mo", SIGNS[type(operator)][0]], self.write(right, ADDED)]
        return ["mrow", *parts], COMPARED

    def _all_of(self, tree: ast.BoolOp) -> Tree:
        word = text("and" if isinstance(tree.op, ast.And) else "or")
        parts = [self.write(each, ADDED) for each in tree.values]
        return ["mrow", *[item for part in parts for item in (word, part)][1:]]

    def _cases(self, tree: ast.IfExp) -> tuple[Tree, int]:
        if self.values is not None and not self.loops:
            taken = tree.body if evaluate(compiled(tree.test), {**self.names, **self.values}) else tree.orelse
            return self._written(taken)
        rows = []
        rest: ast.expr = tree
        while isinstance(rest, ast.IfExp):
            rows.append([self.write(rest.body), ["mrow", text("if"), self.write(rest.test)]])
            rest = rest.orelse
        rows.append([self.write(rest), text("otherwise")])
        table = ["mtable", *(["mtr", *(["mtd", cell] for cell in row)] for row in rows)]
        return ["mrow", ["mo", "{"], table], COMPARED

    def _call(self, tree: ast.Call) -> Tree:
        name, arguments = ast.unparse(tree.func), []
        for each in tree.args:
            if not isinstance(each, ast.GeneratorExp | ast.ListComp):
                arguments.append(self.write(each))
            elif self.values is not None and not self.loops:
                arguments += self._listed(each)
            else:
                inner = Formula(self.names, self.values, self.loops | targets(each))
                arguments.append(["mrow", inner.write(each.elt), *inner.each(each)])
        parts = [item for each in arguments for item in (["mo", ";"], each)][1:]
        return ["mrow", ["mi", name], ["mo", "("], *parts, ["mo", ")"]]

    def _listed(self, tree: ast.GeneratorExp | ast.ListComp) -> list[Tree]:
        """What a comprehension goes through, written out: all of few, the first of many."""
        found = evaluate(compiled(ast.ListComp(tree.elt, tree.generators)), {**self.names, **(self.values or {})})
        if not found:
            return [["mtext", "none"]]
        more: list[Tree] = [["mtext", "…"]] if len(found) > MOST_LISTED else []
        return [leaf(each)[0] for each in found[:MOST_LISTED]] + more

    def each(self, tree: ast.GeneratorExp | ast.ListComp) -> list[Tree]:
        """What a comprehension goes through, in words: "for each year from 2023 to 2030"."""
        inner = Formula(self.names, self.values, self.loops | targets(tree))
        said: list[Tree] = []
        for generator in tree.generators:
            said += [text(f"\u2003for each {words(ast.unparse(generator.target))}"), *inner._through(generator.iter)]
            for condition in generator.ifs:
                said += [text("where"), inner.write(condition)]
        return said

    def _through(self, tree: ast.expr) -> list[Tree]:
        if isinstance(tree, ast.Call) and ast.unparse(tree.func) == "range":
            start, end = tree.args if len(tree.args) == 2 else (ast.Constant(0), tree.args[0])
            return [text("from"), self.write(start), text("to"), self._before(end)]
        return [text(f"of {words(ast.unparse(tree))}")]

    def _before(self, end: ast.expr) -> Tree:
        """The last whole number before `end`: a range leaves its end out."""
        if isinstance(end, ast.BinOp) and isinstance(end.op, ast.Add) and ast.unparse(end.right) == "1":
            return self.write(end.left)
        return ["mrow", self.write(end, ADDED), ["mo", "−"], ["mn", "1"]]


def leaf(value: Any) -> tuple[Tree, int]:
    """A value by itself, and how strongly it binds: a negative number less than a positive one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ["mtext", _said(value)], ALONE
    digits = shown(abs(value), "year" if isinstance(value, int) and 1000 <= value <= 9999 else "times")
    return (["mrow", ["mo", "−"], ["mn", digits]], NEGATED) if value < 0 else (["mn", digits], ALONE)


def _said(value: Any) -> str:
    if isinstance(value, list):
        return f"{len(value):,} row{'s' if len(value) != 1 else ''}"
    return {None: "no value", True: "yes", False: "no"}.get(value, str(value))


def text(said: str) -> Tree:
    """Words between formulas, held apart by spaces that do not vanish."""
    return ["mtext", f"\u00a0{said}\u00a0"]


def parentheses(tree: Tree) -> Tree:
    """The same in parentheses."""
    return ["mrow", ["mo", "("], tree, ["mo", ")"]]


def words(name: str) -> str:
    """A Python name as a reader sees it."""
    return name.replace("_", " ")


def targets(tree: ast.GeneratorExp | ast.ListComp) -> frozenset[str]:
    """The loop names of a comprehension."""
    return frozenset(ast.unparse(generator.target) for generator in tree.generators)
