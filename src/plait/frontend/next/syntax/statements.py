"""Statements and declarations as they are written."""

from __future__ import annotations

from typing import TypeAlias

from plait.frontend.next.syntax.classes import Class
from plait.frontend.next.syntax.expressions import Expression
from plait.frontend.next.syntax.functions import Function
from plait.frontend.next.syntax.names import BindingTarget, Identifier, LiteralName
from plait.frontend.next.syntax.node import node
from plait.frontend.next.syntax.types import TypeMember, TypeNode, TypeParameterDeclaration


@node
class VariableDeclarator:
    """One variable or pattern of a declaration. `is_definite`: `x!: T`."""

    start: int
    end: int
    target: BindingTarget
    type: TypeNode | None
    value: Expression | None
    is_definite: bool


@node
class VariableStatement:
    """`const a = 1, b = 2`; the kind is `var let const using` or `await using`."""

    start: int
    end: int
    kind: str
    declarators: tuple[VariableDeclarator, ...]


@node
class FunctionDeclaration:
    """`function f() { }`; without a body it is a signature of an overload."""

    start: int
    end: int
    function: Function


@node
class ClassDeclaration:
    """`class C { }`."""

    start: int
    end: int
    declaration: Class


@node
class InterfaceDeclaration:
    """`interface I<T> extends A, B { }`."""

    start: int
    end: int
    name: Identifier
    type_parameters: tuple[TypeParameterDeclaration, ...]
    bases: tuple[TypeNode, ...]
    members: tuple[TypeMember, ...]


@node
class TypeAliasDeclaration:
    """`type A<T> = B`."""

    start: int
    end: int
    name: Identifier
    type_parameters: tuple[TypeParameterDeclaration, ...]
    type: TypeNode


@node
class EnumMember:
    """`A = 1`."""

    start: int
    end: int
    name: Identifier | LiteralName
    value: Expression | None


@node
class EnumDeclaration:
    """`enum E { A, B = 5 }`; `const enum` if it `is_const`."""

    start: int
    end: int
    name: Identifier
    members: tuple[EnumMember, ...]
    is_const: bool


@node
class ModuleDeclaration:
    """`namespace N { }`, `declare module "m" { }`, `declare global { }`: an identifier, a string, or the name
    `global`.
    """

    start: int
    end: int
    name: Identifier | LiteralName
    body: tuple[Statement, ...]


@node
class Ambient:
    """`declare` before a declaration."""

    start: int
    end: int
    statement: Statement


@node
class ImportSpecifier:
    """`imported as local` in an import; a default import imports `default`, a namespace import `*`."""

    start: int
    end: int
    imported: str
    local: Identifier
    is_type: bool


@node
class Import:
    """`import a, { b as c } from "m"`, `import * as n from "m"`, `import "m"` (no specifiers and `is_bare`)."""

    start: int
    end: int
    specifiers: tuple[ImportSpecifier, ...]
    module: str
    is_type: bool
    is_bare: bool


@node
class ImportAlias:
    """`import A = N.B`, `import m = require("m")` (then `module` is set)."""

    start: int
    end: int
    name: Identifier
    names: tuple[Identifier, ...]
    module: str | None
    is_type: bool


@node
class ExportSpecifier:
    """`local as exported`."""

    start: int
    end: int
    local: Identifier | LiteralName
    exported: str
    is_type: bool


@node
class ExportDeclaration:
    """`export` before a declaration; `default` before it if it `is_default`."""

    start: int
    end: int
    statement: Statement
    is_default: bool


@node
class ExportNames:
    """`export { a as b }`, `export { a } from "m"`."""

    start: int
    end: int
    specifiers: tuple[ExportSpecifier, ...]
    module: str | None
    is_type: bool


@node
class ExportAll:
    """`export * from "m"`, `export * as n from "m"`."""

    start: int
    end: int
    name: str | None
    module: str
    is_type: bool


@node
class ExportDefault:
    """`export default expression`; `export = expression` if it `is_assignment`."""

    start: int
    end: int
    expression: Expression
    is_assignment: bool


@node
class Block:
    """`{ ... }`."""

    start: int
    end: int
    statements: tuple[Statement, ...]


@node
class Empty:
    """`;`."""

    start: int
    end: int


@node
class ExpressionStatement:
    """An expression as a statement."""

    start: int
    end: int
    expression: Expression


@node
class If:
    """`if (c) a else b`."""

    start: int
    end: int
    condition: Expression
    then: Statement
    otherwise: Statement | None


@node
class While:
    """`while (c) a`."""

    start: int
    end: int
    condition: Expression
    body: Statement


@node
class DoWhile:
    """`do a while (c)`."""

    start: int
    end: int
    body: Statement
    condition: Expression


@node
class For:
    """`for (a; b; c) d`."""

    start: int
    end: int
    initializer: VariableStatement | Expression | None
    condition: Expression | None
    increment: Expression | None
    body: Statement


@node
class ForIn:
    """`for (const k in o) a`: the variable is a declaration without value, or what is assigned, also a pattern."""

    start: int
    end: int
    variable: VariableStatement | Expression | BindingTarget
    object: Expression
    body: Statement


@node
class ForOf:
    """`for (const x of xs) a`; `for await` if it `is_await`. The variable may be a pattern that is assigned."""

    start: int
    end: int
    variable: VariableStatement | Expression | BindingTarget
    iterable: Expression
    body: Statement
    is_await: bool


@node
class Break:
    """`break label`."""

    start: int
    end: int
    label: Identifier | None


@node
class Continue:
    """`continue label`."""

    start: int
    end: int
    label: Identifier | None


@node
class Return:
    """`return x`."""

    start: int
    end: int
    expression: Expression | None


@node
class Throw:
    """`throw x`."""

    start: int
    end: int
    expression: Expression


@node
class Case:
    """`case x: ...`; `default` where the test is None."""

    start: int
    end: int
    test: Expression | None
    statements: tuple[Statement, ...]


@node
class Switch:
    """`switch (x) { ... }`."""

    start: int
    end: int
    expression: Expression
    cases: tuple[Case, ...]


@node
class Labeled:
    """`label: a`."""

    start: int
    end: int
    label: Identifier
    body: Statement


@node
class CatchClause:
    """`catch (target: T) { }`."""

    start: int
    end: int
    target: BindingTarget | None
    type: TypeNode | None
    body: Block


@node
class Try:
    """`try { } catch (e) { } finally { }`."""

    start: int
    end: int
    body: Block
    catch: CatchClause | None
    finally_: Block | None


@node
class Debugger:
    """`debugger`."""

    start: int
    end: int


@node
class With:
    """`with (x) a`."""

    start: int
    end: int
    object: Expression
    body: Statement


Declaration: TypeAlias = (
    VariableStatement
    | FunctionDeclaration
    | ClassDeclaration
    | InterfaceDeclaration
    | TypeAliasDeclaration
    | EnumDeclaration
    | ModuleDeclaration
)

Statement: TypeAlias = (
    Declaration
    | Ambient
    | Import
    | ImportAlias
    | ExportDeclaration
    | ExportNames
    | ExportAll
    | ExportDefault
    | Block
    | Empty
    | ExpressionStatement
    | If
    | While
    | DoWhile
    | For
    | ForIn
    | ForOf
    | Break
    | Continue
    | Return
    | Throw
    | Switch
    | Labeled
    | Try
    | Debugger
    | With
)


@node
class Module:
    """A source file."""

    start: int
    end: int
    statements: tuple[Statement, ...]
