"""The classes of a program: declared, linked to their bases, checked."""

from __future__ import annotations

from collections.abc import Sequence

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned_fields import check_fields, find_late_fields
from plait.frontend.check.classes import (
    ClassState,
    check_static_parts,
    constructor_type,
    declare_members,
    link_base,
    prologue,
    refuse_static_parts,
)
from plait.frontend.check.context import (
    ClassSymbol,
    Context,
    FunctionState,
    FunctionSymbol,
    ProgramState,
    Scope,
    TypeSymbol,
)
from plait.frontend.check.inheritance import check_inheritance
from plait.frontend.check.members import ClassInfo
from plait.frontend.check.this_results import check_this_results
from plait.frontend.check.types import VOID, ArrayOf, ClassOf
from plait.frontend.check.written_types import resolve_symbol
from plait.frontend.codes import Code
from plait.frontend.syntax import MethodKind
from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.source import Span


class ClassTable:
    """The classes of one program; `types` are its interfaces and aliases."""

    def __init__(self, program: ProgramState) -> None:
        self._program = program
        self._states: dict[ClassInfo, ClassState] = {}
        self.types: list[TypeSymbol] = []
        self._checked = 0

    def declare(self, declaration: syntax.ClassDeclaration, scope: Scope) -> ClassSymbol:
        """The symbol of a declared class."""
        name = declaration.name
        info = ClassInfo(name.name, name.span, is_abstract=declaration.is_abstract)
        end = declaration.span.start + 1
        info.variable = typed.Variable(name.name, ClassOf(info), name.span, True, True, None, True, end)
        symbol = ClassSymbol(declaration, scope, info, info.variable)
        self._states[info] = ClassState(symbol, Scope(scope, None))
        return symbol

    def symbol(self, info: ClassInfo) -> ClassSymbol:
        """The symbol of a class of the program."""
        return self._states[info].symbol

    def link_all(self) -> None:
        """Find the bases and enter the members of all classes that were declared."""
        self.link([state.symbol for state in self._states.values()])

    def link(self, symbols: Sequence[ClassSymbol]) -> None:
        """Find the bases and enter the members of classes that were declared together."""
        for symbol in symbols:
            link_base(self._program, symbol)
            if symbol.is_local:
                refuse_static_parts(self._program, symbol.declaration)
        for info in [symbol.info for symbol in symbols]:
            state = self._states[info]
            state.scope.types["this"] = state.symbol
            declare_members(self._program, state, state.scope)
            has_values = any(not member.is_static and item.value is not None for member, item in state.fields.items())
            is_error = info.base is not None and info.base.is_builtin
            if info.constructor is None and (has_values or is_error):
                info.constructor = self._implicit(state)

    def _implicit(self, state: ClassState) -> FunctionSymbol:
        declaration = state.symbol.declaration
        name = syntax.Identifier(declaration.name.span, "constructor")
        body = syntax.Block(declaration.span, ())
        function = syntax.FunctionDeclaration(declaration.name.span, name, False, (), None, body)
        symbol = self._program.new_function(function, state.scope, state.symbol.info, MethodKind.CONSTRUCTOR)
        symbol.is_implicit = True
        symbol.result = VOID
        return symbol

    def use(self, context: Context, symbol: ClassSymbol, span: Span) -> None:
        """A class is used, which must have been declared before."""
        function = context.function.index
        owner = context.function.owner
        is_inside = owner is not None and self._states[owner].symbol.is_local
        is_early = span.start < symbol.declaration.span.start
        if function is not None and (is_inside or not (symbol.is_local and is_early)):
            if context.function.owner is not symbol.info:
                for info in symbol.info.ancestors():
                    if info.variable is not None:
                        self._program.note_global(function, info.variable)
        elif is_early:
            name = symbol.declaration.name.name
            context.report(
                Code.USED_BEFORE_DECLARATION, span, f"`{name}` is used before its declaration", "move the class up"
            )

    def statement(self, context: Context, node: syntax.ClassDeclaration) -> typed.Statement:
        """What a class declaration does when the program comes to it."""
        symbol = context.scope.names.get(node.name.name)
        if not isinstance(symbol, ClassSymbol) or symbol.declaration is not node:
            return typed.Block(node.span, ())
        begin = typed.Declare(node.span, symbol.variable, None)
        parts = check_static_parts(self._program, self._states[symbol.info], context)
        return typed.Block(node.span, (begin, parts))

    def check(self) -> None:
        """Check the members of the classes known by now against each other, and that all types are there."""
        for symbol in self.types:
            resolve_symbol(self._program, symbol, symbol.declaration.name.span)
        for info, state in list(self._states.items())[self._checked :]:
            for member in (*info.members.values(), *info.statics.values()):
                assert member.type is not None
            check_inheritance(self._program, state.symbol)
            check_this_results(self._program, info, state.symbol.declaration.members)
            self._checked += 1

    def all(self) -> tuple[ClassInfo, ...]:
        """All classes, each behind its base, with numbers; what their constructors leave out is reported."""
        if not self._program.diagnostics.found:
            for info, state in self._states.items():
                constructor = None if info.constructor is None else info.constructor.checked
                check_fields(self._program.diagnostics, state, constructor)
            find_late_fields(self._states)
        for index, info in enumerate(self._states):
            info.number = FIRST_MODULE_CLASS + index
        return tuple(self._states)

    def field_context(self, symbol: ClassSymbol, is_static: bool, scope: Scope) -> Context:
        """Where the values of fields are checked."""
        constructor = symbol.info.constructor
        if is_static or constructor is None:
            static_class = symbol.info if is_static else None
            state = FunctionState(None, False, None, None, symbol.info, static_class=static_class)
            return Context(self._program, scope, state)
        state = FunctionState(constructor.index, False, VOID, constructor.this, symbol.info, MethodKind.CONSTRUCTOR)
        return Context(self._program, scope, state)

    def field_prologue(self, context: Context, info: ClassInfo, span: Span) -> typed.Statement:
        """The initialisation of an object's fields, inside of a constructor."""
        state = self._states[info]
        return prologue(self._program, state, context, state.scope, span)

    def constructor_start(self, symbol: FunctionSymbol, context: Context) -> tuple[typed.Statement, ...]:
        """What a function does before its body: the constructor of a class without base initialises the fields."""
        if symbol.kind is not MethodKind.CONSTRUCTOR or symbol.owner is None:
            return ()
        if symbol.owner.base is None:
            return (self.field_prologue(context, symbol.owner, symbol.declaration.span),)
        context.function.has_super = False
        return ()

    def constructor_end(self, symbol: FunctionSymbol, context: Context) -> None:
        """The constructor of a derived class must have called `super`; arrow functions in it need not."""
        if not context.function.has_super and not symbol.declaration.is_arrow:
            context.report(
                Code.SUPER_CALL if context.function.has_nested_super else Code.SUPER,
                symbol.declaration.name.span,
                "the constructor of a derived class calls `super(...)`",
                "begin its body with `super(...)`",
            )

    def implicit_constructor(self, symbol: FunctionSymbol) -> typed.Function:
        """A constructor that the program does not write: that of the base, then the values of the fields."""
        info = symbol.owner
        if info is None or symbol.this is None:
            raise AssertionError("a constructor has a class")
        span = symbol.declaration.span
        state = FunctionState(symbol.index, False, VOID, symbol.this, info, symbol.kind)
        context = Context(self._program, Scope(symbol.scope, symbol.index), state)
        parameters: list[typed.Variable] = []
        statements: list[typed.Statement] = []
        if info.base is not None:
            takes = constructor_type(self._program, info)
            rest = () if takes.rest is None else (ArrayOf(takes.rest),)
            for index, type_ in enumerate((*takes.parameters, *rest)):
                name = f"argument {index + 1}"
                parameters.append(typed.Variable(name, type_, span, True, True, symbol.index, False, span.start))
            this = typed.Read(span, symbol.this.type, symbol.this)
            values = tuple(typed.Read(span, parameter.type, parameter) for parameter in parameters)
            call = typed.SuperConstruct(span, VOID, info.base, this, values)
            statements.append(typed.Evaluate(span, call))
            self._program.note_constructor(symbol.index, info.base, span)
        statements.append(self.field_prologue(context, info, span))
        body = typed.Block(span, tuple(statements))
        return typed.Function(f"{info.name}.constructor", span, (symbol.this, *parameters), VOID, body)
