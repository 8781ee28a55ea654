"""The program as a whole: functions checked when they are needed, globals, and what is used too early."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.adapters import may_be_function
from plait.frontend.check.assigned import check_assigned
from plait.frontend.check.assigned_names import names_assigned_in_functions
from plait.frontend.check.bounds import Range
from plait.frontend.check.captures import find_captures
from plait.frontend.check.class_table import ClassTable
from plait.frontend.check.context import Context, FunctionState, FunctionSymbol, Scope, VariableSymbol
from plait.frontend.check.declarations import check_declarator, declare_names
from plait.frontend.check.early_use import EarlyUse
from plait.frontend.check.errors import options_shape
from plait.frontend.check.flow import Flow
from plait.frontend.check.function_table import FunctionTable
from plait.frontend.check.interfaces import number_interfaces
from plait.frontend.check.last_assignments import LastAssignments
from plait.frontend.check.members import ClassInfo, Member, MemberKind, Shape
from plait.frontend.check.prelude import Prelude
from plait.frontend.check.prelude_text import LIBRARY_FILE
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.statements import check_block
from plait.frontend.check.types import (
    TEXT,
    UNDEFINED,
    FunctionOf,
    Type,
    has_invalid,
    members_of,
)
from plait.frontend.check.written_types import resolve_type
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.source import Span


def check_program(program: syntax.Program, diagnostics: Diagnostics) -> typed.Program:
    """The typed program. It means something only if nothing was reported."""
    return _Program(diagnostics).check(program)


class _Program(EarlyUse):
    """The state of checking one program."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self.constant_ranges: dict[typed.Variable, Range] = {}
        self.ranges = Ranges(self.constant_ranges)
        self._scope = Scope(None, None)
        self._main = Context(self, self._scope, FunctionState(None, False, None))
        self._shapes: list[Shape] = [options_shape()]
        self.classes = ClassTable(self)
        self._functions = FunctionTable(self)
        self.prelude = Prelude(self)
        self.assigned_in_functions: frozenset[str] = frozenset()
        self.last_assignments = LastAssignments(())
        self._adapted: list[tuple[Span, Type, Type]] = []
        self._compares_functions = False
        super().__init__()

    def check(self, program: syntax.Program) -> typed.Program:
        """All of it."""
        self.assigned_in_functions = names_assigned_in_functions(program.statements)
        self.last_assignments = LastAssignments(program.statements)
        declare_names(self._main, self._scope, program.statements)
        self.classes.link_all()
        body = check_block(self._main, program.span, program.statements, self._scope)
        self.classes.check()
        self._functions.check_all()
        # Those inside of functions, and what they need, are known only now.
        self.classes.check()
        checked = self._functions.check_all()
        self._resolve_shapes()
        self._check_adapted()
        result, body = self._functions.inferred(self._main.function, body)
        main = typed.Function("main", program.span, (), result, body)
        used = self.used
        for variable in used:
            if not variable.has_value and not has_invalid(variable.type):
                self.diagnostics.report(
                    Code.GLOBAL_WITHOUT_VALUE,
                    variable.span,
                    f"functions use `{variable.name}`, which has no value at first",
                    "give it a value where it is declared",
                )
        captures = self._captures(checked, main)
        if not self.diagnostics.found:
            for index, function in enumerate((*checked, main)):
                check_assigned(self.diagnostics, function, None if function is main else index)
        classes = self.classes.all()
        if not self.diagnostics.found:
            number_interfaces(self._shapes)
        return typed.Program(
            checked,
            main,
            classes,
            tuple(self._shapes),
            used,
            self.guarded(self._functions.symbols),
            self.constant_ranges,
            captures,
        )

    def note_adapted(self, span: Span, found: Type, wanted: Type) -> None:
        """A function is adapted to a type that the machine would call differently."""
        self._adapted.append((span, found, wanted))

    def note_comparison(self, left: Type, right: Type) -> None:
        """Values of two types are compared by `===`."""
        self._compares_functions = self._compares_functions or (may_be_function(left) and may_be_function(right))

    def _check_adapted(self) -> None:
        for span, found, wanted in self._adapted if self._compares_functions else ():
            if span.file.name != LIBRARY_FILE:
                self.diagnostics.report(
                    Code.HELD_DIFFERENTLY,
                    span,
                    f"a value of type {found} cannot become one of type {wanted} in a program that compares functions",
                    "give both the same types",
                )

    def _captures(self, functions: tuple[typed.Function, ...], main: typed.Function) -> typed.Captures:
        captures = find_captures(functions, main)
        for variable in {variable for variables in captures.variables.values() for variable in variables}:
            if not variable.has_value and UNDEFINED not in members_of(variable.type) and not has_invalid(variable.type):
                self.diagnostics.report(
                    Code.GLOBAL_WITHOUT_VALUE,
                    variable.span,
                    f"functions use `{variable.name}`, which has no value at first",
                    "give it a value where it is declared",
                )
        return captures

    def new_function(
        self,
        declaration: syntax.FunctionDeclaration,
        scope: Scope,
        owner: ClassInfo | None = None,
        kind: syntax.MethodKind | None = None,
        is_static: bool = False,
    ) -> FunctionSymbol:
        """The symbol of a declared function, or of one in a class."""
        return self._functions.new(declaration, scope, owner, kind, is_static)

    def new_expression(
        self, context: Context, declaration: syntax.FunctionDeclaration, guide: FunctionOf | None, infers_result: bool
    ) -> FunctionSymbol:
        """The symbol of a function expression, where `guide` is the type that is wanted."""
        return self._functions.new_expression(context, declaration, guide, infers_result)

    def call_directly(self, function: int) -> bool:
        """A function expression is called where it stands, and not used as a value; whether it is async."""
        symbol = self._functions.symbols[function]
        symbol.is_closure = False
        return symbol.declaration.is_async

    def variable(self, symbol: VariableSymbol, use: Span) -> typed.Variable | None:
        """The variable of a symbol that may be declared further down; None when its type depends on itself."""
        if symbol.variable is None and symbol.declarator is not None:
            if symbol.is_open:
                self.diagnostics.report(
                    Code.MISSING_VARIABLE_TYPE,
                    symbol.name.span,
                    f"the type of `{symbol.name.name}` depends on itself",
                    "annotate the variable",
                )
                return None
            context = symbol.around or self._main
            flow, context.function.flow = context.function.flow, Flow()
            check_declarator(context, symbol, symbol.declarator)
            context.function.flow = flow
        return symbol.variable

    def new_shape(self, name: str | None, resolve: Callable[[], dict[str, Member]]) -> Shape:
        """A new object type."""
        shape = Shape(name, resolve)
        self._shapes.append(shape)
        return shape

    @cached_property
    def textual(self) -> Shape:
        """The object type of everything that has a `toString` of its own."""
        member = Member("toString", MemberKind.METHOD, lambda: FunctionOf((), TEXT))
        return self.new_shape(None, lambda: {member.name: member})

    def resolve(self, written: syntax.TypeSyntax, scope: Scope) -> Type:
        """The type that is written; what is wrong is reported."""
        return resolve_type(self, written, scope)

    def function_type(self, function: FunctionSymbol) -> Type:
        """The type of a function, inferring the result where it is not written."""
        return self._functions.type_of(function)

    def _resolve_shapes(self) -> None:
        """Find the members of all object types: what is wrong with them is reported."""
        index = 0
        while index < len(self._shapes):
            for member in self._shapes[index].members.values():
                assert member.type is not None
            index += 1
