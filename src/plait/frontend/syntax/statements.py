"""Statements and declarations as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from plait.frontend.syntax.classes import (
    AliasDeclaration,
    ClassDeclaration,
    EnumDeclaration,
    InterfaceDeclaration,
    Modifiers,
)
from plait.frontend.syntax.expressions import Expression
from plait.frontend.syntax.types import TypeSyntax
from plait.source import Span


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
    """A parameter of a function; `field` makes it a field as well, in a constructor."""

    name: Identifier
    type: TypeSyntax | None
    field: Modifiers | None = None


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
class Case:
    """`case test: statements`; without test `default: statements`."""

    span: Span
    test: Expression | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Switch:
    """`switch (subject) { ... }`."""

    span: Span
    subject: Expression
    cases: tuple[Case, ...]


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
    | Switch
    | Labeled
    | ClassDeclaration
    | InterfaceDeclaration
    | AliasDeclaration
    | EnumDeclaration
    | BadStatement
)


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A whole file."""

    span: Span
    statements: tuple[Statement, ...]
