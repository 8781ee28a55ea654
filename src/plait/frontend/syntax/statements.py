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
from plait.frontend.syntax.patterns import Identifier, Pattern
from plait.frontend.syntax.types import TypeSyntax
from plait.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Declarator:
    """One variable of a declaration. With a pattern the name is one that no program can write: it holds the whole."""

    name: Identifier
    type: TypeSyntax | None
    value: Expression | None
    span: Span
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True, eq=False)
class VariableDeclaration:
    """`let a = 1, b: int = 2`."""

    span: Span
    is_constant: bool
    declarators: tuple[Declarator, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A parameter of a function; `field` makes it a field as well, in a constructor.

    One that is a pattern has a name that no program can write, and `parts`, which declares what it takes apart before
    the parameters behind it get their default values. A rest parameter's type is that of the array.
    """

    name: Identifier
    type: TypeSyntax | None
    field: Modifiers | None = None
    default: Expression | None = None
    is_optional: bool = False
    is_rest: bool = False
    parts: Statement | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FunctionDeclaration:
    """`async function f(a: T): R { ... }`; also a function expression or arrow function, whose name may be empty."""

    span: Span
    name: Identifier
    is_async: bool
    parameters: tuple[Parameter, ...]
    result: TypeSyntax | None
    body: Block
    is_arrow: bool = False


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
    """`for (const x of a) s`. The body of one with a pattern begins with the declaration of its parts."""

    span: Span
    is_constant: bool
    name: Identifier
    iterable: Expression
    body: Statement
    is_await: bool = False


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
class Import:
    """`import { name as local } from "host:module"`: pairs of the name there and the name here."""

    span: Span
    module: str
    names: tuple[tuple[Identifier, Identifier], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """`export { name as other }`: pairs of the name here and the name elsewhere."""

    span: Span
    names: tuple[tuple[Identifier, Identifier], ...]


@dataclass(frozen=True, slots=True, eq=False)
class FunctionSignature:
    """`function f(a: T): R;` without body."""

    span: Span
    name: Identifier
    parameters: tuple[Parameter, ...]
    result: TypeSyntax | None


@dataclass(frozen=True, slots=True, eq=False)
class DeclareModule:
    """`declare module "host:module" { ... }`: functions that the embedding program gives."""

    span: Span
    module: str
    functions: tuple[FunctionSignature, ...]


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
    | Import
    | Export
    | DeclareModule
    | BadStatement
)


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A whole file."""

    span: Span
    statements: tuple[Statement, ...]
