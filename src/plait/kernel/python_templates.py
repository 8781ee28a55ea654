"""Intrinsics as Python expressions, derived from their reference implementations.

An implementation that is a single `return` becomes a template, which the reference puts in place of the call.
"""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass
from functools import cache

from plait.kernel.intrinsic import Intrinsic
from plait.kernel.sources import functions_of_file


@dataclass(frozen=True, slots=True)
class Template:
    """`text` with `{0}`, `{1}` for the arguments; `repeated` numbers those that do not occur exactly once."""

    text: str
    repeated: frozenset[int]


class _Substitute(ast.NodeTransformer):
    """Puts placeholders for parameters, and numbers for the names of constants."""

    def __init__(self, intrinsic: Intrinsic) -> None:
        function = intrinsic.function
        self.parameters = function.__code__.co_varnames[: function.__code__.co_argcount]
        self.outer = function.__globals__
        self.uses: Counter[str] = Counter()

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.parameters:
            self.uses[node.id] += 1
            return ast.Name(f"__parameter{self.parameters.index(node.id)}__")
        value = self.outer.get(node.id)
        return ast.Constant(value) if isinstance(value, int) else node


@cache
def template_of(intrinsic: Intrinsic) -> Template | None:
    """The template of an intrinsic, None when its implementation is more than one expression."""
    code = intrinsic.function.__code__
    function = functions_of_file(code.co_filename).get(code.co_firstlineno)
    if intrinsic.memory or function is None or len(function.body) != 2:
        return None
    result = function.body[1]
    if not isinstance(result, ast.Return) or result.value is None:
        return None
    substitute = _Substitute(intrinsic)
    # Parsed anew, because the transformer changes the tree and the parsed file is shared.
    copy = ast.parse(ast.unparse(result.value), mode="eval").body
    text = ast.unparse(substitute.visit(copy)).replace("{", "{{").replace("}", "}}")
    for number in range(len(substitute.parameters)):
        text = text.replace(f"__parameter{number}__", f"{{{number}}}")
    repeated = (n for n, name in enumerate(substitute.parameters) if substitute.uses[name] != 1)
    return Template(f"({text})", frozenset(repeated))
