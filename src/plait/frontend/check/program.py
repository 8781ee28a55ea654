"""The program as a whole: functions checked when they are needed, globals, and what is used too early."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.assigned import check_assigned
from plait.frontend.check.bounds import Range
from plait.frontend.check.context import Context, FunctionState, FunctionSymbol, Scope, VariableSymbol
from plait.frontend.check.declarations import check_declarator, declare, declare_names, new_variable
from plait.frontend.check.paths import completes
from plait.frontend.check.ranges import Ranges
from plait.frontend.check.statements import check_block
from plait.frontend.check.types import (
    INVALID,
    NUMBER,
    UNKNOWN,
    VOID,
    PromiseOf,
    Type,
    has_invalid,
    is_numeric,
)
from plait.frontend.check.written_types import resolve_type
from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.source import Span


def check_program(program: syntax.Program, diagnostics: Diagnostics) -> typed.Program:
    """The typed program. It means something only if nothing was reported."""
    return _Program(diagnostics).check(program)


class _Program:
    """The state of checking one program."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self.constant_ranges: dict[typed.Variable, Range] = {}
        self.ranges = Ranges(self.constant_ranges)
        self._scope = Scope(None, None)
        self._functions: list[FunctionSymbol] = []
        self._main = Context(self, self._scope, FunctionState(None, False, None))
        self._calls: dict[int | None, list[tuple[int, Span]]] = {}
        self._globals: dict[int, set[typed.Variable]] = {}

    def check(self, program: syntax.Program) -> typed.Program:
        """All of it."""
        declare_names(self._main, self._scope, program.statements)
        body = check_block(self._main, program.span, program.statements, self._scope)
        checked: list[typed.Function] = []
        while len(checked) < len(self._functions):
            symbol = self._functions[len(checked)]
            self._parameters(symbol)
            checked.append(self._body(symbol))
        result = self._inferred(self._main.function, body, program.span)
        main = typed.Function("main", program.span, (), result, body)
        used = frozenset(variable for variables in self._globals.values() for variable in variables)
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
        return typed.Program(tuple(checked), main, (), used, self._guarded(), self.constant_ranges)

    def new_function(self, declaration: syntax.FunctionDeclaration, scope: Scope) -> FunctionSymbol:
        """The symbol of a declared function."""
        symbol = FunctionSymbol(len(self._functions), declaration, scope)
        self._functions.append(symbol)
        return symbol

    def note_call(self, caller: int | None, callee: int, span: Span) -> None:
        """A function, or the top-level code, calls a function."""
        self._calls.setdefault(caller, []).append((callee, span))

    def note_global(self, function: int, variable: typed.Variable) -> None:
        """A function uses a top-level variable."""
        self._globals.setdefault(function, set()).add(variable)

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
            check_declarator(self._main, symbol, symbol.declarator)
        return symbol.variable

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
            types: list[Type] = []
            for parameter in symbol.declaration.parameters:
                if parameter.type is None:
                    self.diagnostics.report(
                        Code.MISSING_PARAMETER_TYPE,
                        parameter.name.span,
                        f"the parameter `{parameter.name.name}` needs a type",
                        f"write `{parameter.name.name}: number`",
                    )
                    types.append(INVALID)
                    continue
                type_ = resolve_type(self.diagnostics, parameter.type)
                if type_ is VOID:
                    self.diagnostics.report(
                        Code.TYPE, parameter.name.span, "a parameter of type void is not supported", "leave it out"
                    )
                    type_ = INVALID
                types.append(type_)
            symbol.parameter_types = tuple(types)
            if symbol.declaration.result is not None:
                symbol.result = self._written_result(symbol.declaration, symbol.declaration.result)
        return symbol.parameter_types

    def _written_result(self, declaration: syntax.FunctionDeclaration, written: syntax.TypeSyntax) -> Type:
        result = resolve_type(self.diagnostics, written)
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
        state = FunctionState(symbol.index, declaration.is_async, wanted)
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
        body = check_block(context, declaration.body.span, declaration.body.statements, scope)
        if wanted is None:
            wanted = self._inferred(state, body, declaration.name.span)
        elif wanted is not VOID and not has_invalid(wanted) and completes(body):
            self._missing_return(declaration.name.span, wanted)
        if symbol.result is None:
            symbol.result = PromiseOf(wanted) if declaration.is_async else wanted
        symbol.is_open = False
        name = declaration.name.name
        symbol.checked = typed.Function(name, declaration.span, tuple(parameters), wanted, body)
        return symbol.checked

    def _inferred(self, state: FunctionState, body: typed.Block, span: Span) -> Type:
        """The result type that the `return` statements give."""
        types = [type_ for type_, _ in state.returned]
        if not types or all(type_ is VOID for type_ in types):
            return VOID
        if any(has_invalid(type_) or type_ is UNKNOWN for type_ in types):
            return INVALID
        result = types[0]
        for type_, place in state.returned[1:]:
            if type_ != result and is_numeric(type_) and is_numeric(result):
                result = NUMBER
            elif type_ != result:
                self.diagnostics.report(
                    Code.UNION,
                    place,
                    f"this returns {type_}, another `return` returns {result}",
                    "return values of one type",
                )
                return INVALID
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

    def _guarded(self) -> frozenset[typed.Variable]:
        """The globals that a function may use before their declaration: it was called from above."""
        reached: dict[int, frozenset[typed.Variable]] = {}
        guarded: set[typed.Variable] = set()
        for callee, span in self._calls.get(None, ()):
            if callee not in reached:
                reached[callee] = self._used_by(callee)
            guarded.update(variable for variable in reached[callee] if span.start < variable.end)
        return frozenset(guarded)

    def _used_by(self, function: int) -> frozenset[typed.Variable]:
        """The globals that the function uses, itself or through the functions it calls."""
        seen = {function}
        pending = [function]
        used: set[typed.Variable] = set()
        while pending:
            current = pending.pop()
            used |= self._globals.get(current, set())
            for callee, _ in self._calls.get(current, ()):
                if callee not in seen:
                    seen.add(callee)
                    pending.append(callee)
        return frozenset(used)
