"""Functions of every kind, and their parameters."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from plait.frontend.next.syntax.names import BindingTarget, PropertyName
from plait.frontend.next.syntax.node import node
from plait.frontend.next.syntax.types import TypeNode, TypeParameterDeclaration

if TYPE_CHECKING:
    from plait.frontend.next.syntax.expressions import Expression
    from plait.frontend.next.syntax.statements import Block


class FunctionKind(Enum):
    """What a function is."""

    DECLARATION = "function"
    EXPRESSION = "function expression"
    ARROW = "arrow function"
    METHOD = "method"
    GETTER = "getter"
    SETTER = "setter"
    CONSTRUCTOR = "constructor"


@node
class Decorator:
    """`@expression`."""

    start: int
    end: int
    expression: Expression


@node
class Parameter:
    """A parameter. One that is a property of its class has `access` or `is_readonly`."""

    start: int
    end: int
    target: BindingTarget
    type: TypeNode | None
    default: Expression | None
    is_optional: bool
    is_rest: bool
    access: str
    is_readonly: bool
    decorators: tuple[Decorator, ...]

    @property
    def is_property(self) -> bool:
        """Whether the parameter of a constructor is a property as well."""
        return bool(self.access) or self.is_readonly


@node
class Function:
    """A function: declared, an expression, or a member of a class or object literal.

    `body` is None for a signature without one, an expression for the short form of arrows. A parameter named `this`
    says what `this` is.
    """

    start: int
    end: int
    kind: FunctionKind
    name: PropertyName | None
    type_parameters: tuple[TypeParameterDeclaration, ...]
    this_type: TypeNode | None
    parameters: tuple[Parameter, ...]
    result: TypeNode | None
    body: Block | Expression | None
    is_async: bool
    is_generator: bool


Body: TypeAlias = "Block | Expression"
