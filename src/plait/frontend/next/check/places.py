"""Questions about where a node stands: the function, class and `this` around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Scope


class Places:
    """The parents of the nodes of modules."""

    __slots__ = ("parents",)

    def __init__(self, modules: Iterable[syntax.Module]) -> None:
        self.parents: dict[Any, Any] = {}
        pending: list[Any] = list(modules)
        parents = self.parents
        while pending:
            current = pending.pop()
            below = syntax.children(current)
            if below:
                parents.update(dict.fromkeys(below, current))
                pending += below

    def parent(self, node: Any) -> Any:
        """The node around a node; None of the module and of nodes of other modules."""
        return self.parents.get(node)

    def module_of(self, node: Any) -> Any:
        """The module in which a node stands; the node itself if it is of none of these modules."""
        while node in self.parents:
            node = self.parents[node]
        return node

    def function_at(self, node: Any) -> Any:
        """The innermost function around a node, or the field whose value it is in; None at the top level."""
        current = self.parents.get(node)
        while current is not None:
            if isinstance(current, syntax.Function | syntax.PropertyDeclaration):
                return current
            current = self.parents.get(current)
        return None

    def arguments_function(self, node: Any) -> syntax.Function | None:
        """The function that `arguments` speaks of: the innermost one around that is no arrow.

        There is none in the value of a field.
        """
        current = self.parents.get(node)
        while current is not None and not isinstance(current, syntax.PropertyDeclaration | syntax.StaticBlock):
            if isinstance(current, syntax.Function) and current.kind is not syntax.FunctionKind.ARROW:
                return current
            current = self.parents.get(current)
        return None

    def this_context(self, node: Any) -> Any:
        """What `this` belongs to: a class or interface for its objects, `("static", class)`, `("object", literal)`, a
        function; None at the top level.
        """
        below, current = node, self.parents.get(node)
        while current is not None:
            match current:
                case syntax.Function():
                    if current.kind is not syntax.FunctionKind.ARROW:
                        return self._this_of(current)
                case syntax.PropertyDeclaration():
                    if below is current.value or below is current.type:
                        owner = self.parents.get(current)
                        return ("static", owner) if current.modifiers.is_static else owner
                case syntax.StaticBlock():
                    return "static", self.parents.get(current)
                case syntax.InterfaceDeclaration():
                    return current
                case syntax.IndexSignature():
                    owner = self.parents.get(current)
                    if isinstance(owner, syntax.Class):
                        return owner
                case _:
                    pass
            below, current = current, self.parents.get(current)
        return None

    def _this_of(self, function: syntax.Function) -> Any:
        around = self.parents.get(function)
        match around:
            case syntax.MethodDeclaration():
                owner = self.parents.get(around)
                if function.this_type is not None:
                    return function
                return ("static", owner) if around.modifiers.is_static else owner
            case syntax.ObjectMethod():
                return ("object", self.parents.get(around), function) if function.this_type is None else function
            case _:
                return function

    def classes_around(self, node: Any) -> list[syntax.Class]:
        """The classes around a node, innermost first."""
        found: list[syntax.Class] = []
        current = self.parents.get(node)
        while current is not None:
            if isinstance(current, syntax.Class):
                found.append(current)
            current = self.parents.get(current)
        return found

    def is_constraint_position(self, node: Any) -> bool:
        """Whether a property, element or call is taken of a name."""
        parent = self.parents.get(node)
        match parent:
            case syntax.PropertyAccess() | syntax.ElementAccess():
                return parent.object is node
            case syntax.Call() | syntax.New():
                return parent.callee is node
            case _:
                return False

    def is_array_operation(self, node: Any) -> bool:
        """Whether a name is used as an array that grows: `xs.push`, `xs.length`, `xs[i] = `."""
        parent = self.parents.get(node)
        match parent:
            case syntax.PropertyAccess():
                return parent.object is node and parent.name.name in ("push", "unshift", "length")
            case syntax.ElementAccess():
                if parent.object is not node:
                    return False
                around = self.parents.get(parent)
                return isinstance(around, syntax.Assignment) and around.target is parent
            case _:
                return False

    def is_in_type_query(self, node: Any) -> bool:
        """Whether a name stands in `typeof x` as a type."""
        current = self.parents.get(node)
        while isinstance(current, syntax.PropertyAccess):
            current = self.parents.get(current)
        return isinstance(current, syntax.TypeQuery)

    def scope_at(self, scopes: dict[Any, Scope], node: Any) -> Scope | None:
        """The innermost scope around a node."""
        current = node
        while current is not None:
            found = scopes.get(current)
            if found is not None:
                return found
            current = self.parents.get(current)
        return None

    def constructor_around(self, node: Any) -> syntax.Function | None:
        """The constructor in which a node stands directly, arrows not counted."""
        function = self.function_at(node)
        if isinstance(function, syntax.Function) and function.kind is syntax.FunctionKind.CONSTRUCTOR:
            return function
        return None
