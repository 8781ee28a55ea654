"""The program as a whole: functions checked when they are needed, globals, and what is used too early."""

from __future__ import annotations

from collections.abc import Callable

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned import check_assigned
from plait.frontend.check.bounds import Range
from plait.frontend.check.captures import find_captures
from plait.frontend.check.class_table import ClassTable
from plait.frontend.check.context import Context, FunctionState, FunctionSymbol, Scope, VariableSymbol
from plait.frontend.check.declarations import check_declarator, declare, declare_names, new_variable
from plait.frontend.check.early_use import EarlyUse
from plait.frontend.check.errors import options_shape
from plait.frontend.check.flow import Flow
from plait.frontend.check.interfaces import number_interfaces
from plait.frontend.check.members import ClassInfo, Member, Shape
from plait.frontend.check.paths import completes
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.relations import reduced_union
from plait.frontend.check.statements import check_block
from plait.frontend.check.types import (
    INVALID,
    UNDEFINED,
    VOID,
    ClassOf,
    FunctionOf,
    PromiseOf,
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
        self._functions: list[FunctionSymbol] = []
        self._main = Context(self, self._scope, FunctionState(None, False, None))
        self._shapes: list[Shape] = [options_shape()]
        self.classes = ClassTable(self)
        super().__init__()

    def check(self, program: syntax.Program) -> typed.Program:
        """All of it."""
        declare_names(self._main, self._scope, program.statements)
        self.classes.link()
        body = check_block(self._main, program.span, program.statements, self._scope)
        self.classes.check()
        checked: list[typed.Function] = []
        while len(checked) < len(self._functions):
            symbol = self._functions[len(checked)]
            self._parameters(symbol)
            checked.append(self._body(symbol))
        self._resolve_shapes()
        result = self._inferred(self._main.function, body, program.span)
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
        if not self.diagnostics.found:
            for function in (*checked, main):
                check_assigned(self.diagnostics, function)
        classes = self.classes.all()
        if not self.diagnostics.found:
            number_interfaces(self._shapes)
        functions = tuple(checked)
        return typed.Program(
            functions,
            main,
            classes,
            tuple(self._shapes),
            used,
            self.guarded(self._functions),
            self.constant_ranges,
            find_captures(functions, main),
        )

    def new_function(
        self,
        declaration: syntax.FunctionDeclaration,
        scope: Scope,
        owner: ClassInfo | None = None,
        kind: syntax.MethodKind | None = None,
        is_static: bool = False,
    ) -> FunctionSymbol:
        """The symbol of a declared function, or of one in a class."""
        symbol = FunctionSymbol(len(self._functions), declaration, scope, owner, kind, is_static)
        if owner is not None and not is_static:
            span = declaration.name.span
            symbol.this = typed.Variable(
                "this", ClassOf(owner), span, True, True, symbol.index, False, declaration.span.start
            )
        self._functions.append(symbol)
        return symbol

    def variable(self, symbol: VariableSymbol, use: Span) -> typed.Variable | None:
        """The variable of a top-level symbol, which a function uses."""
        if symbol.variable is None and symbol.declarator is not None:
            if symbol.is_open:
                self.diagnostics.report(
                    Code.MISSING_VARIABLE_TYPE,
                    symbol.name.span,
                    f"the type of `{symbol.name.name}` depends on itself",
                    "annotate the variable",
                )
                return None
            flow, self._main.function.flow = self._main.function.flow, Flow()
            check_declarator(self._main, symbol, symbol.declarator)
            self._main.function.flow = flow
        return symbol.variable

    def new_shape(self, name: str | None, resolve: Callable[[], dict[str, Member]]) -> Shape:
        """A new object type."""
        shape = Shape(name, resolve)
        self._shapes.append(shape)
        return shape

    def resolve(self, written: syntax.TypeSyntax, scope: Scope) -> Type:
        """The type that is written; what is wrong is reported."""
        return resolve_type(self, written, scope)

    def function_type(self, function: FunctionSymbol) -> Type:
        """The type of a function, inferring the result where it is not written."""
        parameters, result = self.signature(function, function.declaration.span)
        return FunctionOf(parameters, result)

    def _resolve_shapes(self) -> None:
        """Find the members of all object types: what is wrong with them is reported."""
        index = 0
        while index < len(self._shapes):
            for member in self._shapes[index].members.values():
                assert member.type is not None
            index += 1

    def signature(self, function: FunctionSymbol, use: Span) -> tuple[tuple[Type, ...], Type]:
        """Parameter types and result of a function, inferring the result where it is not written."""
        parameters = self._parameters(function)
        if function.result is None:
            if function.is_open:
                name = function.declaration.name
                self.diagnostics.report(
                    Code.MISSING_RESULT_TYPE,
                    name.span,
                    f"the result type of `{name.name}` cannot be inferred, because it calls itself",
                    f"write it down: `function {name.name}(...): number`",
                )
                return parameters, INVALID
            self._body(function)
        if function.result is None:
            raise AssertionError("a checked function has a result type")
        return parameters, function.result

    def _parameters(self, symbol: FunctionSymbol) -> tuple[Type, ...]:
        if symbol.parameter_types is None:
            symbol.parameter_types = self.parameter_types(symbol.declaration.parameters, symbol.scope)
            if symbol.declaration.result is not None:
                symbol.result = self._written_result(symbol, symbol.declaration.result)
            elif symbol.kind in (syntax.MethodKind.CONSTRUCTOR, syntax.MethodKind.SETTER):
                symbol.result = VOID
        return symbol.parameter_types

    def parameter_types(self, parameters: tuple[syntax.Parameter, ...], scope: Scope) -> tuple[Type, ...]:
        """The types of parameters as they are written."""
        types: list[Type] = []
        for parameter in parameters:
            if parameter.type is None:
                self.diagnostics.report(
                    Code.MISSING_PARAMETER_TYPE,
                    parameter.name.span,
                    f"the parameter `{parameter.name.name}` needs a type",
                    f"write `{parameter.name.name}: number`",
                )
                types.append(INVALID)
                continue
            type_ = resolve_type(self, parameter.type, scope)
            if type_ is VOID:
                self.diagnostics.report(
                    Code.TYPE, parameter.name.span, "a parameter of type void is not supported", "leave it out"
                )
                type_ = INVALID
            types.append(type_)
        return tuple(types)

    def _written_result(self, symbol: FunctionSymbol, written: syntax.TypeSyntax) -> Type:
        declaration = symbol.declaration
        result = resolve_type(self, written, symbol.scope)
        if declaration.is_async and not isinstance(result, PromiseOf):
            if not has_invalid(result):
                self.diagnostics.report(
                    Code.ASYNC_RESULT,
                    written.span,
                    "the result of an async function is a promise",
                    f"write `Promise<{result}>`",
                )
            return PromiseOf(INVALID)
        return result

    def _body(self, symbol: FunctionSymbol) -> typed.Function:
        """The checked function; also finds its result type."""
        if symbol.checked is not None:
            return symbol.checked
        symbol.is_open = True
        declaration = symbol.declaration
        types = self._parameters(symbol)
        wanted = symbol.result
        if declaration.is_async and isinstance(wanted, PromiseOf):
            wanted = wanted.result
        if symbol.is_implicit:
            symbol.checked = self.classes.implicit_constructor(symbol)
            return symbol.checked
        state = FunctionState(symbol.index, declaration.is_async, wanted, symbol.this, symbol.owner, symbol.kind)
        scope = Scope(symbol.scope, symbol.index)
        context = Context(self, scope, state)
        parameters: list[typed.Variable] = []
        for parameter, type_ in zip(declaration.parameters, types, strict=True):
            variable_symbol = VariableSymbol(parameter.name, None, False, scope)
            end = parameter.name.span.end
            variable_symbol.variable = new_variable(context, variable_symbol, type_, has_value=True, end=end)
            declare(context, scope, parameter.name, variable_symbol)
            parameters.append(variable_symbol.variable)
        declare_names(context, scope, declaration.body.statements)
        state.root = scope
        start = self.classes.constructor_start(symbol, context)
        body = check_block(context, declaration.body.span, declaration.body.statements, scope)
        body = typed.Block(body.span, (*start, *body.statements))
        self.classes.constructor_end(symbol, context)
        if wanted is None:
            wanted = self._inferred(state, body, declaration.name.span)
        elif wanted is not VOID and not has_invalid(wanted) and completes(body):
            if UNDEFINED in members_of(wanted):
                nothing = typed.Convert(body.span, wanted, typed.Nothing(body.span, UNDEFINED))
                body = typed.Block(body.span, (*body.statements, typed.Return(body.span, nothing, False)))
            else:
                self._missing_return(declaration.name.span, wanted)
        if symbol.result is None:
            symbol.result = PromiseOf(wanted) if declaration.is_async else wanted
        symbol.is_open = False
        name = declaration.name.name
        if symbol.owner is not None:
            name = f"{symbol.owner.name}.{name}"
        if symbol.this is not None:
            parameters.insert(0, symbol.this)
        symbol.checked = typed.Function(name, declaration.span, tuple(parameters), wanted, body, declaration.is_async)
        return symbol.checked

    def _inferred(self, state: FunctionState, body: typed.Block, span: Span) -> Type:
        """The result type that the `return` statements give."""
        types = [type_ for type_, _ in state.returned]
        if not types or all(type_ is VOID for type_ in types):
            return VOID
        if any(has_invalid(type_) for type_ in types):
            return INVALID
        result = reduced_union(types)
        if state.returns_nothing is not None:
            self.diagnostics.report(
                Code.TYPE_MISMATCH,
                state.returns_nothing,
                f"`return` must give a value of type {result}",
                "write the value",
            )
        elif completes(body):
            self._missing_return(span, result)
        return result

    def _missing_return(self, span: Span, result: Type) -> None:
        self.diagnostics.report(
            Code.MISSING_RETURN,
            span,
            f"not every path through the function returns a value of type {result}",
            "add a `return` at its end",
        )
