"""What the checker knows at a place of the program: scope, function, narrowed variables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.bounds import Range
from plait.frontend.check.flow import Flow
from plait.frontend.check.last_assignments import LastAssignments
from plait.frontend.check.members import ClassInfo, EnumInfo, Member, Shape
from plait.frontend.check.parameters import Parameters
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.types import INVALID, VOID, FunctionOf, Type
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.source import Span

if TYPE_CHECKING:
    from plait.frontend.check.class_table import ClassTable
    from plait.frontend.check.prelude import Prelude


@dataclass(slots=True, eq=False)
class FunctionSymbol:
    """A function. `parameters` and `result` are None until they are known.

    `owner` is the class of a method, accessor or constructor, `this` the variable of its object. A constructor is
    `is_implicit` that the program does not write.

    `is_open` says that the body is being checked, `has_open_parameters` that the types of the parameters are asked for.

    `result` is what a call gives: a promise for an async function.

    A function expression has the place `around` it, with what is known there, and the type that is wanted as `guide`,
    which gives its result too unless it `infers_result`. One that `drops_result` may return what it likes.
    `is_closure`: it is used as a value only. `host` is the name by which the embedding program offers it, if it does.
    """

    index: int
    declaration: syntax.FunctionDeclaration
    scope: Scope
    owner: ClassInfo | None = None
    kind: syntax.MethodKind | None = None
    is_static: bool = False
    is_implicit: bool = False
    this: typed.Variable | None = None
    parameters: Parameters | None = None
    result: Type | None = None
    is_open: bool = False
    has_open_parameters: bool = False
    checked: typed.Function | None = None
    around: Context | None = None
    flow: Flow | None = None
    has_super: bool = True
    guide: FunctionOf | None = None
    host: str = ""
    infers_result: bool = False
    drops_result: bool = False
    is_closure: bool = False


@dataclass(slots=True, eq=False)
class VariableSymbol:
    """A declared variable; `variable` is None until its declaration has been checked."""

    name: syntax.Identifier
    declarator: syntax.Declarator | None
    is_constant: bool
    scope: Scope
    variable: typed.Variable | None = None
    statement: typed.Statement | None = None
    is_open: bool = False
    around: Context | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RefusedSymbol:
    """Something whose declaration was refused; uses of it are not reported again."""


@dataclass(frozen=True, slots=True, eq=False)
class CapturedSymbol:
    """A variable or function around a class inside of a block, as the class sees it: it cannot be used there."""


@dataclass(slots=True, eq=False)
class ClassSymbol:
    """A declared class. `variable` stands for the class where it may be used before its declaration has run.

    `scope` is where the class stands; of one inside of a block it has the names that the class may use.
    """

    declaration: syntax.ClassDeclaration
    scope: Scope
    info: ClassInfo
    variable: typed.Variable

    @property
    def is_local(self) -> bool:
        """Whether it stands inside of a block or function."""
        return self.scope.parent is not None


@dataclass(slots=True, eq=False)
class TypeSymbol:
    """A declared interface or type alias; `type` is None until it is resolved, `is_open` while it is."""

    declaration: syntax.InterfaceDeclaration | syntax.AliasDeclaration
    scope: Scope
    type: Type | None = None
    is_open: bool = False


@dataclass(slots=True, eq=False)
class EnumSymbol:
    """A declared enum, whose members are known."""

    declaration: syntax.EnumDeclaration
    info: EnumInfo


Symbol: TypeAlias = FunctionSymbol | VariableSymbol | ClassSymbol | EnumSymbol | RefusedSymbol | CapturedSymbol
TypeName: TypeAlias = "ClassSymbol | TypeSymbol | EnumSymbol | RefusedSymbol"


@dataclass(slots=True, eq=False)
class Scope:
    """The names of a block. `function` is the index of the function it belongs to, None in top-level code."""

    parent: Scope | None
    function: int | None
    names: dict[str, Symbol] = field(default_factory=dict)
    types: dict[str, TypeName] = field(default_factory=dict)

    def find_type(self, name: str) -> TypeName | None:
        """What the name means as a type here."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.types:
                return scope.types[name]
            scope = scope.parent
        return None

    def find(self, name: str) -> Symbol | None:
        """What the name means here."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent
        return None


@dataclass(slots=True, eq=False)
class FunctionState:
    """What is collected while the body of a function, or the top-level code, is checked.

    `result` is the type that `return` must give (what the promise holds, if async); None where it is to be inferred.
    `this` is the variable that holds the object, `owner` the class around, `kind` says what the function is in it.
    `static_class` is the class that `this` stands for in static members. `has_super` is false in a constructor until it
    has called `super`. `links` are the optional links of the chains around. `root` is the scope of the body.
    `has_nested_super` says that it does so somewhere inside of another statement.
    """

    index: int | None
    is_async: bool
    result: Type | None
    this: typed.Variable | None = None
    owner: ClassInfo | None = None
    kind: syntax.MethodKind | None = None
    flow: Flow = field(default_factory=Flow)
    has_super: bool = True
    has_nested_super: bool = False
    links: list[list[tuple[typed.Expression, typed.OldValue]]] = field(default_factory=list)
    root: Scope | None = None
    drops_result: bool = False
    returned: list[tuple[Type, Span]] = field(default_factory=list)
    returns_nothing: bool = False
    static_class: ClassInfo | None = None

    @property
    def may_await(self) -> bool:
        """Whether `await` may stand here."""
        return self.is_async or self.index is None


class ProgramState(Protocol):
    """What the checker of expressions asks of the program as a whole."""

    diagnostics: Diagnostics
    ranges: Ranges
    constant_ranges: dict[typed.Variable, Range]
    classes: ClassTable
    prelude: Prelude
    assigned_in_functions: frozenset[str]
    last_assignments: LastAssignments

    def variable(self, symbol: VariableSymbol, use: Span) -> typed.Variable | None:
        """The variable of a symbol that may be declared further down; None when its type depends on itself."""

    def new_function(
        self,
        declaration: syntax.FunctionDeclaration,
        scope: Scope,
        owner: ClassInfo | None = None,
        kind: syntax.MethodKind | None = None,
        is_static: bool = False,
    ) -> FunctionSymbol:
        """The symbol of a declared function, or of one in a class."""

    @property
    def textual(self) -> Shape:
        """The object type of everything that has a `toString` of its own."""
        ...

    def new_shape(self, name: str | None, resolve: Callable[[], dict[str, Member]]) -> Shape:
        """A new object type."""

    def resolve(self, written: syntax.TypeSyntax, scope: Scope) -> Type:
        """The type that is written; what is wrong is reported."""

    def note_call(self, caller: int | None, callee: int, span: Span) -> None:
        """A function, or the top-level code, calls a function."""

    def note_method(self, caller: int | None, name: str, span: Span) -> None:
        """A method with a name is called, of whatever class."""

    def note_constructor(self, caller: int | None, info: ClassInfo, span: Span) -> None:
        """The constructor of a class is called."""

    def function_type(self, function: FunctionSymbol) -> Type:
        """The type of a function, inferring the result where it is not written."""

    def new_expression(
        self, context: Context, declaration: syntax.FunctionDeclaration, guide: FunctionOf | None, infers_result: bool
    ) -> FunctionSymbol:
        """The symbol of a function expression, where `guide` is the type that is wanted."""

    def call_directly(self, function: int) -> bool:
        """A function expression is called where it stands, and not used as a value; whether it is async."""

    def note_adapted(self, span: Span, found: Type, wanted: Type) -> None:
        """A function is adapted to a type that the machine would call differently."""

    def note_comparison(self, left: Type, right: Type) -> None:
        """Values of two types are compared by `===`."""

    def note_global(self, function: int, variable: typed.Variable) -> None:
        """A function uses a top-level variable."""


@dataclass(frozen=True, slots=True)
class Jumps:
    """The statements around a place that `break` and `continue` may name."""

    unlabeled_break: typed.JumpTarget | None = None
    unlabeled_continue: typed.JumpTarget | None = None
    labels: tuple[tuple[str, typed.JumpTarget], ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """Where in the program something is checked."""

    program: ProgramState
    scope: Scope
    function: FunctionState
    jumps: Jumps = Jumps()

    def report(self, code: Code, span: Span, message: str, hint: str = "") -> None:
        """Report something."""
        self.program.diagnostics.report(code, span, message, hint)

    def invalid(self, code: Code, span: Span, message: str, hint: str = "") -> typed.Expression:
        """Report something, and stand in for the expression."""
        self.report(code, span, message, hint)
        return typed.Invalid(span, INVALID)

    @property
    def flow(self) -> Flow:
        """What is known of variables here."""
        return self.function.flow

    def resolve(self, written: syntax.TypeSyntax) -> Type:
        """The type that is written; what is wrong is reported."""
        return self.program.resolve(written, self.scope)

    def fits_int(self, expression: typed.Expression) -> bool:
        """Whether the expression's value certainly is an int."""
        return self.program.ranges.of(expression) is not None

    def value(self, expression: typed.Expression) -> typed.Expression:
        """The expression, reported if it gives no value."""
        if expression.type is VOID:
            return self.invalid(
                Code.NO_VALUE, expression.span, "this gives no value", "call it in a statement of its own"
            )
        return expression
