"""Finds the syntax tree of a kernel."""

from __future__ import annotations

import ast
import linecache
from functools import lru_cache
from typing import TYPE_CHECKING

from plait.kernel.errors import KernelError

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel


@lru_cache(maxsize=256)
def functions_of_file(file: str) -> dict[int, ast.FunctionDef]:
    """The functions of a file by their first line, that of the first decorator if there is one."""
    text = "".join(linecache.getlines(file))
    found: dict[int, ast.FunctionDef] = {}
    for node in ast.walk(ast.parse(text, file)):
        if isinstance(node, ast.FunctionDef):
            first = node.decorator_list[0] if node.decorator_list else node
            found[first.lineno] = node
    return found


def function_node(kernel: Kernel) -> ast.FunctionDef:
    """The syntax tree of a kernel's function."""
    source = kernel.source
    if source is None:
        node = functions_of_file(kernel.file).get(kernel.line)
        if node is None:
            raise KernelError(f"the source of kernel {kernel.name} cannot be found", kernel.file, kernel.line)
        return node
    try:
        statements = ast.parse(source, kernel.file).body
    except SyntaxError as error:
        raise KernelError(f"kernel {kernel.name}: {error.msg}", kernel.file, error.lineno) from error
    register_source(kernel.file, source)
    if len(statements) != 1 or not isinstance(statements[0], ast.FunctionDef):
        raise KernelError(f"kernel {kernel.name}: the source must be the definition of one function", kernel.file, 1)
    return statements[0]


def register_source(file: str, source: str) -> None:
    """Makes the lines of a generated text available to tracebacks."""
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
