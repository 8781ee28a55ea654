"""Expressions as they are written. Parentheses leave no node, but a chain of optional links ends at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from plait.frontend.next.syntax.functions import Function
from plait.frontend.next.syntax.names import Identifier, Pattern, PrivateName, PropertyName
from plait.frontend.next.syntax.node import node
from plait.frontend.next.syntax.types import TypeNode

if TYPE_CHECKING:
    from plait.frontend.next.syntax.classes import Class


@node
class NumericLiteral:
    """A number."""

    start: int
    end: int
    value: float


@node
class BigIntLiteral:
    """`123n`."""

    start: int
    end: int
    value: int


@node
class StringLiteral:
    """A string, also a template without insertions. The value is UTF-16: lone surrogates stay."""

    start: int
    end: int
    value: str
    is_template: bool


@node
class BooleanLiteral:
    """`true` or `false`."""

    start: int
    end: int
    value: bool


@node
class NullLiteral:
    """`null`."""

    start: int
    end: int


@node
class RegularExpressionLiteral:
    """`/pattern/flags`."""

    start: int
    end: int
    pattern: str
    flags: str


@node
class TemplateExpression:
    """A template with insertions: one more text than insertions."""

    start: int
    end: int
    texts: tuple[str, ...]
    insertions: tuple[Expression, ...]


@node
class TaggedTemplate:
    """A tag before a template. A text that is None has an escape sequence that means nothing; `raw` is as written."""

    start: int
    end: int
    tag: Expression
    type_arguments: tuple[TypeNode, ...] | None
    texts: tuple[str | None, ...]
    raw: tuple[str, ...]
    insertions: tuple[Expression, ...]


@node
class ArrayLiteral:
    """`[a, , ...b]`; None is a hole."""

    start: int
    end: int
    elements: tuple[Expression | None, ...]


@node
class PropertyAssignment:
    """`name: value` in an object literal."""

    start: int
    end: int
    name: PropertyName
    value: Expression


@node
class ShorthandProperty:
    """`name` in an object literal."""

    start: int
    end: int
    name: Identifier


@node
class SpreadProperty:
    """`...value` in an object literal."""

    start: int
    end: int
    expression: Expression


@node
class ObjectMethod:
    """`name() { }`, `get name() { }`, `set name(x) { }` in an object literal."""

    start: int
    end: int
    name: PropertyName
    function: Function


ObjectMember: TypeAlias = PropertyAssignment | ShorthandProperty | SpreadProperty | ObjectMethod


@node
class ObjectLiteral:
    """`{ a: 1, b, ...c }`."""

    start: int
    end: int
    members: tuple[ObjectMember, ...]


@node
class This:
    """`this`."""

    start: int
    end: int


@node
class Super:
    """`super`, as what is called or whose property is taken."""

    start: int
    end: int


@node
class PropertyAccess:
    """`a.b`; `is_optional`: `a?.b`."""

    start: int
    end: int
    object: Expression
    name: Identifier | PrivateName
    is_optional: bool


@node
class ElementAccess:
    """`a[b]`; `is_optional`: `a?.[b]`."""

    start: int
    end: int
    object: Expression
    index: Expression
    is_optional: bool


@node
class Call:
    """`f<T>(a)`; `is_optional`: `f?.(a)`. Type arguments are None where none are written."""

    start: int
    end: int
    callee: Expression
    type_arguments: tuple[TypeNode, ...] | None
    arguments: tuple[Expression, ...]
    is_optional: bool


@node
class OptionalChain:
    """The whole of `a?.b.c(d)`: what follows an optional link is left out with it."""

    start: int
    end: int
    expression: Expression


@node
class New:
    """`new C<T>(a)`."""

    start: int
    end: int
    callee: Expression
    type_arguments: tuple[TypeNode, ...] | None
    arguments: tuple[Expression, ...]


@node
class Instantiation:
    """`f<T>` without a call."""

    start: int
    end: int
    expression: Expression
    type_arguments: tuple[TypeNode, ...]


@node
class FunctionExpression:
    """An arrow function or function expression."""

    start: int
    end: int
    function: Function


@node
class ClassExpression:
    """`class { }` as a value."""

    start: int
    end: int
    declaration: Class


@node
class Unary:
    """`-x +x !x ~x typeof x void x delete x`."""

    start: int
    end: int
    operator: str
    operand: Expression


@node
class Update:
    """`++x`, `x--`; the operator is `++` or `--`."""

    start: int
    end: int
    operator: str
    is_prefix: bool
    operand: Expression


@node
class Binary:
    """An operator between two expressions, `&& || ??` and `in instanceof` among them; never an assignment or comma."""

    start: int
    end: int
    operator: str
    left: Expression
    right: Expression


@node
class PrivateIn:
    """`#name in object`."""

    start: int
    end: int
    name: PrivateName
    right: Expression


@node
class Assignment:
    """`a = b`, `a += b`, `a ??= b`: the operator with its `=`. A target that takes the value apart is a pattern."""

    start: int
    end: int
    operator: str
    target: Expression | Pattern
    value: Expression


@node
class Conditional:
    """`a ? b : c`."""

    start: int
    end: int
    condition: Expression
    when_true: Expression
    when_false: Expression


@node
class Sequence:
    """`a, b`."""

    start: int
    end: int
    left: Expression
    right: Expression


@node
class Spread:
    """`...value` among arguments or elements."""

    start: int
    end: int
    expression: Expression


@node
class Yield:
    """`yield x`, `yield* x`."""

    start: int
    end: int
    expression: Expression | None
    is_delegating: bool


@node
class Await:
    """`await x`."""

    start: int
    end: int
    expression: Expression


@node
class As:
    """`x as T` and `<T>x`."""

    start: int
    end: int
    expression: Expression
    type: TypeNode


@node
class AsConst:
    """`x as const`."""

    start: int
    end: int
    expression: Expression


@node
class Satisfies:
    """`x satisfies T`."""

    start: int
    end: int
    expression: Expression
    type: TypeNode


@node
class NonNull:
    """`x!`."""

    start: int
    end: int
    expression: Expression


@node
class MetaProperty:
    """`new.target` and `import.meta`."""

    start: int
    end: int
    name: str


@node
class ImportCall:
    """`import(x)`."""

    start: int
    end: int
    argument: Expression


@node
class ErrorExpression:
    """Something that was reported and stands for no expression."""

    start: int
    end: int


Literal: TypeAlias = NumericLiteral | BigIntLiteral | StringLiteral | BooleanLiteral | NullLiteral

Expression: TypeAlias = (
    Identifier
    | Literal
    | RegularExpressionLiteral
    | TemplateExpression
    | TaggedTemplate
    | ArrayLiteral
    | ObjectLiteral
    | This
    | Super
    | PropertyAccess
    | ElementAccess
    | Call
    | OptionalChain
    | New
    | Instantiation
    | FunctionExpression
    | ClassExpression
    | Unary
    | Update
    | Binary
    | PrivateIn
    | Assignment
    | Conditional
    | Sequence
    | Spread
    | Yield
    | Await
    | As
    | AsConst
    | Satisfies
    | NonNull
    | MetaProperty
    | ImportCall
    | ErrorExpression
)


def assigned_place(target: Any) -> Any:
    """What an assignment assigns, without what is only said of its type."""
    while isinstance(target, As | Satisfies | NonNull):
        target = target.expression
    return target
