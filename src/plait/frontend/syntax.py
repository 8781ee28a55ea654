"""The syntax tree: one frozen class per construct of the language, as it is written, without meaning."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from plait.source import Span

# Types


@dataclass(frozen=True, slots=True, eq=False)
class NamedType:
    """`number`, `Array<T>`: a name with type arguments."""

    span: Span
    name: str
    arguments: tuple[TypeSyntax, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ArrayTypeSyntax:
    """`T[]`."""

    span: Span
    element: TypeSyntax


@dataclass(frozen=True, slots=True, eq=False)
class BadType:
    """A type that was refused already."""

    span: Span


TypeSyntax: TypeAlias = NamedType | ArrayTypeSyntax | BadType

# Expressions


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
    """`f(a)`."""

    span: Span
    callee: Expression
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class New:
    """`new C<T>(a)`."""

    span: Span
    callee: Expression
    type_arguments: tuple[TypeSyntax, ...]
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """`a.b`."""

    span: Span
    object: Expression
    name: str
    name_span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """`a[i]`."""

    span: Span
    object: Expression
    index: Expression


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
    | Template
    | ArrayLiteral
    | Name
    | Unary
    | Update
    | Binary
    | Logical
    | Assign
    | Conditional
    | Sequence
    | Call
    | New
    | Member
    | Index
    | Await
    | As
    | BadExpression
)

# Statements


@dataclass(frozen=True, slots=True, eq=False)
class Identifier:
    """A name where it is declared."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Declarator:
    """One variable of a declaration."""

    name: Identifier
    type: TypeSyntax | None
    value: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class VariableDeclaration:
    """`let a = 1, b: int = 2`."""

    span: Span
    is_constant: bool
    declarators: tuple[Declarator, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A parameter of a function."""

    name: Identifier
    type: TypeSyntax | None


@dataclass(frozen=True, slots=True, eq=False)
class FunctionDeclaration:
    """`async function f(a: T): R { ... }`."""

    span: Span
    name: Identifier
    is_async: bool
    parameters: tuple[Parameter, ...]
    result: TypeSyntax | None
    body: Block


@dataclass(frozen=True, slots=True, eq=False)
class ExpressionStatement:
    """An expression for its effect."""

    span: Span
    expression: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """`{ ... }`; also the empty statement."""

    span: Span
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class If:
    """`if (c) s else t`."""

    span: Span
    condition: Expression
    then: Statement
    otherwise: Statement | None


@dataclass(frozen=True, slots=True, eq=False)
class While:
    """`while (c) s`."""

    span: Span
    condition: Expression
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class DoWhile:
    """`do s while (c)`."""

    span: Span
    body: Statement
    condition: Expression


@dataclass(frozen=True, slots=True, eq=False)
class For:
    """`for (a; b; c) s`."""

    span: Span
    start: VariableDeclaration | ExpressionStatement | None
    condition: Expression | None
    step: Expression | None
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class ForOf:
    """`for (const x of a) s`."""

    span: Span
    is_constant: bool
    name: Identifier
    iterable: Expression
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class Break:
    """`break`, with a label or without."""

    span: Span
    label: Identifier | None


@dataclass(frozen=True, slots=True, eq=False)
class Continue:
    """`continue`, with a label or without."""

    span: Span
    label: Identifier | None


@dataclass(frozen=True, slots=True, eq=False)
class Return:
    """`return`, with a value or without."""

    span: Span
    value: Expression | None


@dataclass(frozen=True, slots=True, eq=False)
class Throw:
    """`throw x`."""

    span: Span
    value: Expression


@dataclass(frozen=True, slots=True, eq=False)
class Catch:
    """`catch (e) { ... }`."""

    name: Identifier | None
    body: Block


@dataclass(frozen=True, slots=True, eq=False)
class Try:
    """`try { ... } catch (e) { ... } finally { ... }`."""

    span: Span
    body: Block
    handler: Catch | None
    finalizer: Block | None


@dataclass(frozen=True, slots=True, eq=False)
class Labeled:
    """`label: s`."""

    span: Span
    label: Identifier
    body: Statement


@dataclass(frozen=True, slots=True, eq=False)
class BadStatement:
    """A statement that was refused already; `names` are what it would have declared."""

    span: Span
    names: tuple[Identifier, ...]


Statement: TypeAlias = (
    VariableDeclaration
    | FunctionDeclaration
    | ExpressionStatement
    | Block
    | If
    | While
    | DoWhile
    | For
    | ForOf
    | Break
    | Continue
    | Return
    | Throw
    | Try
    | Labeled
    | BadStatement
)


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A whole file."""

    span: Span
    statements: tuple[Statement, ...]
