"""Looks up names from outside a kernel's function, and the types in its annotations."""

from __future__ import annotations

import ast
import builtins
from enum import IntEnum
from types import ModuleType
from typing import TYPE_CHECKING, Any

from plait.kernel.errors import KernelError
from plait.kernel.layout import Struct, ValueType
from plait.kernel.types import MACHINE_TYPES

if TYPE_CHECKING:
    from plait.kernel.kernel import Kernel


class Scope:
    """The outer names of one kernel."""

    def __init__(self, kernel: Kernel) -> None:
        self._namespace = kernel.namespace
        self._file = kernel.file

    def error(self, node: ast.AST, message: str) -> KernelError:
        """An error at the line of a node."""
        return KernelError(message, self._file, getattr(node, "lineno", None))

    def lookup(self, node: ast.Name) -> Any:
        """What a name stands for in the kernel's module, or among the builtins."""
        try:
            return self._namespace[node.id]
        except KeyError:
            pass
        try:
            return getattr(builtins, node.id)
        except AttributeError:
            raise self.error(node, f"{node.id} is not defined") from None

    def attribute(self, owner: Any, node: ast.Attribute) -> Any:
        """`Module.NAME` or `Enum.MEMBER`."""
        if isinstance(owner, ModuleType) or (isinstance(owner, type) and issubclass(owner, IntEnum)):
            try:
                return getattr(owner, node.attr)
            except AttributeError:
                raise self.error(node, f"{owner.__name__} has no attribute {node.attr}") from None
        raise self.error(node, "only structs, modules and IntEnum classes have attributes in a kernel")

    def value_type(self, node: ast.expr) -> ValueType:
        """The type that an annotation names."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node = ast.parse(node.value, mode="eval").body
        if isinstance(node, ast.Name):
            machine_type = MACHINE_TYPES.get(node.id)
            if machine_type is not None:
                return machine_type
            found = self.lookup(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found = self.attribute(self.lookup(node.value), node)
        else:
            found = None
        if isinstance(found, type) and issubclass(found, Struct) and found is not Struct:
            return found
        raise self.error(node, f"{ast.unparse(node)} is neither a machine type nor a struct")

    def result_types(self, node: ast.expr | None) -> tuple[ValueType, ...]:
        """The types that the annotation of the result names: none, one, or those of a tuple."""
        if isinstance(node, ast.Constant) and node.value is None:
            return ()
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "tuple":
            items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            if len(items) < 2:
                raise self.error(node, "a tuple of results has at least two")
            return tuple(self.value_type(item) for item in items)
        if node is None:
            raise KernelError("the result has no annotation")
        return (self.value_type(node),)
