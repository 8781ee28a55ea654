"""Expressions as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from plait.frontend.syntax.types import TypeSyntax
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.syntax.patterns import Identifier
    from plait.frontend.syntax.statements import FunctionDeclaration


class BinaryOperator(Enum):
    """Operators that evaluate both operands."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    REMAINDER = "%"
    POWER = "**"
    AND = "&"
    OR = "|"
    XOR = "^"
    SHIFT_LEFT = "<<"
    SHIFT_RIGHT = ">>"
    SHIFT_RIGHT_UNSIGNED = ">>>"
    LESS = "<"
    LESS_EQUAL = "<="
    GREATER = ">"
    GREATER_EQUAL = ">="
    EQUAL = "==="
    NOT_EQUAL = "!=="
    INSTANCE_OF = "instanceof"


class LogicalOperator(Enum):
    """Operators that may skip their second operand."""

    AND = "&&"
    OR = "||"


class UnaryOperator(Enum):
    """Prefix operators without side effect."""

    NEGATE = "-"
    PLUS = "+"
    NOT = "!"
    COMPLEMENT = "~"
    VOID = "void"


@dataclass(frozen=True, slots=True, eq=False)
class NumberLiteral:
    """A number."""

    span: Span
    value: float


@dataclass(frozen=True, slots=True, eq=False)
class StringLiteral:
    """A string, also a template without insertions; the value is UTF-16 (lone surrogates stay)."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class BooleanLiteral:
    """`true` or `false`."""

    span: Span
    value: bool


@dataclass(frozen=True, slots=True, eq=False)
class NullLiteral:
    """`null`."""

    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class UndefinedLiteral:
    """`undefined`."""

    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template string: one more text than insertions."""

    span: Span
    texts: tuple[str, ...]
    insertions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ArrayLiteral:
    """`[a, b]`."""

    span: Span
    elements: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Property:
    """`name: value` in an object literal; also `name` alone."""

    span: Span
    name: Identifier
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class PropertyMethod:
    """`name(a) { ... }` in an object literal; also an accessor: `accessor` is `get` or `set`, else empty."""

    span: Span
    function: FunctionDeclaration
    accessor: str = ""

    @property
    def key(self) -> str:
        """The name of the member that it is; that of an accessor cannot be written."""
        return f"{self.accessor} {self.function.name.name}".strip()


@dataclass(frozen=True, slots=True, eq=False)
class PropertySpread:
    """`...value` in an object literal."""

    span: Span
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class ObjectLiteral:
    """`{ a: 1, b }`."""

    span: Span
    properties: tuple[Property | PropertyMethod | PropertySpread, ...]


@dataclass(frozen=True, slots=True, eq=False)
class This:
    """`this`."""

    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class SuperCall:
    """`super(a)`."""

    span: Span
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SuperMember:
    """`super.name`."""

    span: Span
    name: str
    name_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name used as an expression."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Unary:
    """`-x`."""

    span: Span
    operator: UnaryOperator
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class TypeOf:
    """`typeof x`."""

    span: Span
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class NonNull:
    """`x!`."""

    span: Span
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Coalesce:
    """`a ?? b`."""

    span: Span
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Update:
    """`x++` and its kin; `delta` is 1 or -1."""

    span: Span
    target: Expression
    delta: int
    is_prefix: bool


@dataclass(frozen=True, slots=True, eq=False)
class Binary:
    """`a + b`. `operator_span` is the place of the operator."""

    span: Span
    operator: BinaryOperator
    operator_span: Span
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Logical:
    """`a && b`."""

    span: Span
    operator: LogicalOperator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Assign:
    """`a = b`; with an operator `a += b`."""

    span: Span
    operator: BinaryOperator | None
    operator_span: Span
    target: Expression
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class AssignIf:
    """`a ||= b`, `a &&= b`; without operator `a ??= b`."""

    span: Span
    operator: LogicalOperator | None
    target: Expression
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Conditional:
    """`a ? b : c`."""

    span: Span
    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """`a, b`."""

    span: Span
    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """`f(a)`; `is_optional`: `f?.(a)`."""

    span: Span
    callee: Expression
    arguments: tuple[Expression, ...]
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class New:
    """`new C<T>(a)`."""

    span: Span
    callee: Expression
    type_arguments: tuple[TypeSyntax, ...]
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """`a.b`; the name of a private member begins with `#`. `is_optional`: `a?.b`."""

    span: Span
    object: Expression
    name: str
    name_span: Span
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """`a[i]`; `is_optional`: `a?.[i]`."""

    span: Span
    object: Expression
    index: Expression
    is_optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """The whole of `a?.b.c(d)`: what follows an optional link is left out with it."""

    span: Span
    expression: Expression


@dataclass(frozen=True, slots=True, eq=False)
class FunctionExpression:
    """An arrow function or function expression."""

    span: Span
    function: FunctionDeclaration


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """`...value` among the elements of an array literal or the arguments of a call."""

    span: Span
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class AssignParts:
    """`[a, b[0]] = value`; None is a place left out."""

    span: Span
    targets: tuple[Expression | None, ...]
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Await:
    """`await x`."""

    span: Span
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False)
class As:
    """`x as T`."""

    span: Span
    operand: Expression
    type: TypeSyntax


@dataclass(frozen=True, slots=True, eq=False)
class BadExpression:
    """An expression that was refused already."""

    span: Span


Expression: TypeAlias = (
    NumberLiteral
    | StringLiteral
    | BooleanLiteral
    | NullLiteral
    | UndefinedLiteral
    | Template
    | ArrayLiteral
    | ObjectLiteral
    | This
    | SuperCall
    | SuperMember
    | Name
    | Unary
    | TypeOf
    | NonNull
    | Coalesce
    | Update
    | Binary
    | Logical
    | Assign
    | AssignIf
    | Conditional
    | Sequence
    | Call
    | New
    | Member
    | Index
    | Chain
    | FunctionExpression
    | Spread
    | AssignParts
    | Await
    | As
    | BadExpression
)
