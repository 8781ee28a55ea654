"""Functions checked when they are needed: their parameters, results and bodies."""

from __future__ import annotations

from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, FunctionState, FunctionSymbol, ProgramState, Scope, VariableSymbol
from plait.frontend.check.conversions import assign, convert
from plait.frontend.check.declarations import declare, declare_names, new_variable
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.flow import Flow
from plait.frontend.check.members import ClassInfo
from plait.frontend.check.parameters import Parameters, resolve_parameters
from plait.frontend.check.paths import completes
from plait.frontend.check.relations import reduced_union
from plait.frontend.check.statements import check_block, check_statement
from plait.frontend.check.types import (
    BOOLEAN,
    INVALID,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ClassOf,
    FunctionOf,
    PromiseOf,
    Type,
    has_invalid,
    members_of,
)
from plait.frontend.codes import Code
from plait.frontend.syntax.parts import parts_of
from plait.source import Span


class FunctionTable:
    """All functions of a program: declared ones, methods and expressions."""

    def __init__(self, program: ProgramState) -> None:
        self._program = program
        self._diagnostics = program.diagnostics
        self.symbols: list[FunctionSymbol] = []

    def new(
        self,
        declaration: syntax.FunctionDeclaration,
        scope: Scope,
        owner: ClassInfo | None = None,
        kind: syntax.MethodKind | None = None,
        is_static: bool = False,
    ) -> FunctionSymbol:
        """The symbol of a declared function, or of one in a class."""
        symbol = FunctionSymbol(len(self.symbols), declaration, scope, owner, kind, is_static)
        if owner is not None and not is_static:
            span = declaration.name.span
            symbol.this = typed.Variable(
                "this", ClassOf(owner), span, True, True, symbol.index, is_program=False, end=0
            )
        self.symbols.append(symbol)
        return symbol

    def new_expression(
        self, context: Context, declaration: syntax.FunctionDeclaration, guide: FunctionOf | None, infers_result: bool
    ) -> FunctionSymbol:
        """The symbol of a function expression, where `guide` is the type that is wanted."""
        symbol = self.new(declaration, context.scope)
        symbol.around = context
        symbol.flow = context.flow.for_closure(
            lambda variable: (
                variable.is_constant or self._program.last_assignments.are_before(variable, declaration.span)
            )
        )
        symbol.guide = guide
        symbol.infers_result = infers_result
        symbol.has_super = context.function.has_super
        symbol.is_closure = not declaration.is_async and not declaration.name.name
        return symbol

    def check_all(self) -> tuple[typed.Function, ...]:
        """All functions; checking one may add others."""
        done = 0
        while done < len(self.symbols):
            self._parameters(self.symbols[done])
            self._body(self.symbols[done])
            done += 1
        return tuple(replace(self._body(symbol), is_closure=symbol.is_closure) for symbol in self.symbols)

    def type_of(self, symbol: FunctionSymbol) -> Type:
        """The type of a function, inferring the result where it is not written."""
        parameters = self._parameters(symbol)
        if any(map(has_invalid, parameters.given)):
            return INVALID
        return parameters.function(self._result(symbol))

    def _result(self, symbol: FunctionSymbol) -> Type:
        if symbol.result is None:
            if symbol.is_open:
                name = symbol.declaration.name
                called = f"of `{name.name}`" if name.name else "of this function"
                self._diagnostics.report(
                    Code.MISSING_RESULT_TYPE,
                    name.span,
                    f"the result type {called} cannot be inferred, because it calls itself",
                    f"write it down: `function {name.name or 'f'}(...): number`",
                )
                return INVALID
            self._body(symbol)
        if symbol.result is None:
            raise AssertionError("a checked function has a result type")
        return symbol.result

    def _parameters(self, symbol: FunctionSymbol) -> Parameters:
        if symbol.parameters is None:
            declaration = symbol.declaration

            scope = Scope(symbol.scope, symbol.index)
            count = 0

            def type_of(default: syntax.Expression, before: list[Type]) -> Type:
                nonlocal count
                state = FunctionState(symbol.index, declaration.is_async, None, symbol.this, symbol.owner)
                state.static_class = symbol.owner if symbol.is_static else None
                context = Context(self._program, scope, state)
                new = list(zip(declaration.parameters[count:], before[count:], strict=False))
                count = len(before)
                for parameter, type_ in new:
                    known = VariableSymbol(parameter.name, None, False, context.scope)
                    known.variable = new_variable(context, known, type_, has_value=True, end=parameter.name.span.end)
                    context.scope.names[parameter.name.name] = known
                    _parts(context, parameter)
                return context.value(check_expression(context, default)).type

            def dependent(_default: syntax.Expression, _before: list[Type]) -> Type:
                name = declaration.name.name
                self._diagnostics.report(
                    Code.MISSING_PARAMETER_TYPE,
                    declaration.name.span,
                    f"the type of a parameter {f'of `{name}`' if name else 'of this function'} depends on itself",
                    "write the types of the parameters",
                )
                return INVALID

            is_inside, symbol.has_open_parameters = symbol.has_open_parameters, True
            parameters = resolve_parameters(
                self._diagnostics,
                declaration.parameters,
                lambda written: self._program.resolve(written, symbol.scope),
                symbol.guide or self._getter_guide(symbol),
                dependent if is_inside else type_of,
            )
            if is_inside:
                return parameters
            symbol.parameters = parameters
            self._known_result(symbol)
        return symbol.parameters

    def _getter_guide(self, symbol: FunctionSymbol) -> FunctionOf | None:
        """What a setter takes whose parameter has no type: what its getter gives."""
        declaration, owner = symbol.declaration, symbol.owner
        if symbol.kind is not syntax.MethodKind.SETTER or owner is None:
            return None
        if any(parameter.type is not None for parameter in declaration.parameters):
            return None
        member = (owner.statics if symbol.is_static else owner.members).get(declaration.name.name)
        if member is None or member.getter is None:
            return None
        type_ = self.type_of(member.getter)
        return FunctionOf((type_.result,), VOID) if isinstance(type_, FunctionOf) else None

    def _known_result(self, symbol: FunctionSymbol) -> None:
        """The result of a function that need not be checked to know it."""
        declaration, guide = symbol.declaration, symbol.guide
        if declaration.result is not None:
            symbol.result = self._written_result(symbol, declaration.result)
        elif symbol.kind in (syntax.MethodKind.CONSTRUCTOR, syntax.MethodKind.SETTER):
            symbol.result = VOID
        elif guide is not None and not symbol.infers_result:
            if not declaration.is_async:
                symbol.result = guide.result
                symbol.drops_result = guide.result is VOID
            elif isinstance(guide.result, PromiseOf):
                symbol.result = guide.result
        if symbol.result is None and not _returns_value(declaration.body):
            symbol.result = PromiseOf(VOID) if declaration.is_async else VOID

    def _written_result(self, symbol: FunctionSymbol, written: syntax.TypeSyntax) -> Type:
        declaration = symbol.declaration
        result = self._program.resolve(written, symbol.scope)
        if declaration.is_async and not isinstance(result, PromiseOf):
            if not has_invalid(result):
                self._diagnostics.report(
                    Code.ASYNC_RESULT,
                    written.span,
                    "the result of an async function is a promise",
                    f"write `Promise<{result}>`",
                )
            return PromiseOf(INVALID)
        return result

    def _state(self, symbol: FunctionSymbol, wanted: Type | None) -> FunctionState:
        declaration, around = symbol.declaration, symbol.around
        state = FunctionState(symbol.index, declaration.is_async, wanted, symbol.this, symbol.owner, symbol.kind)
        state.static_class = symbol.owner if symbol.is_static else None
        if around is not None:
            state.flow = symbol.flow or Flow()
            state.owner = around.function.owner
            state.has_super = symbol.has_super
            if declaration.is_arrow:
                state.this = around.function.this
                state.static_class = around.function.static_class
        state.drops_result = symbol.drops_result
        return state

    def _body(self, symbol: FunctionSymbol) -> typed.Function:
        """The checked function; also finds its result type."""
        if symbol.checked is not None:
            return symbol.checked
        declaration = symbol.declaration
        types = self._parameters(symbol)
        symbol.is_open = True
        wanted = symbol.result
        if declaration.is_async and isinstance(wanted, PromiseOf):
            wanted = wanted.result
        classes = self._program.classes
        if symbol.is_implicit:
            symbol.checked = classes.implicit_constructor(symbol)
            return symbol.checked
        state = self._state(symbol, wanted)
        scope = Scope(symbol.scope, symbol.index)
        context = Context(self._program, scope, state)
        parameters, start = self._variables(context, declaration, types)
        if symbol.host:
            symbol.checked = self._host_function(symbol, parameters, start)
            return symbol.checked
        if symbol.around is not None and declaration.name.name:
            scope.names.setdefault(declaration.name.name, symbol)
        declare_names(context, scope, declaration.body.statements)
        state.root = scope
        start = (*start, *classes.constructor_start(symbol, context))
        body = check_block(context, declaration.body.span, declaration.body.statements, scope)
        body = typed.Block(body.span, (*start, *body.statements))
        classes.constructor_end(symbol, context)
        if wanted is None:
            wanted, body = self.inferred(state, body)
        elif wanted is not VOID and not has_invalid(wanted) and completes(body):
            body = self._completed(body, wanted, declaration)
        if symbol.result is None:
            symbol.result = PromiseOf(wanted) if declaration.is_async else wanted
        symbol.is_open = False
        name = declaration.name.name or "(anonymous)"
        if symbol.owner is not None:
            name = f"{symbol.owner.name}.{name}"
        if symbol.this is not None:
            parameters = (symbol.this, *parameters)
        symbol.checked = typed.Function(name, declaration.span, parameters, wanted, body, declaration.is_async)
        return symbol.checked

    def _host_function(
        self, symbol: FunctionSymbol, parameters: tuple[typed.Variable, ...], start: tuple[typed.Statement, ...]
    ) -> typed.Function:
        """A function that hands its arguments to the embedding program and gives what comes back."""
        span = symbol.declaration.span
        result = symbol.result or VOID
        symbol.is_open = False
        values = tuple(typed.Read(span, variable.type, variable) for variable in parameters)
        call = typed.Machine(span, result, (f"HOST_CALL {symbol.host}",), values)
        end = typed.Evaluate(span, call) if result is VOID else typed.Return(span, call, False)
        body = typed.Block(span, (*start, end))
        return typed.Function(symbol.declaration.name.name, span, parameters, result, body, False)

    def _completed(self, body: typed.Block, wanted: Type, declaration: syntax.FunctionDeclaration) -> typed.Block:
        """The body of a function with a result whose end can be reached."""
        if wanted is UNKNOWN or UNDEFINED in members_of(wanted):
            return _ended(body, wanted)
        self._missing_return(declaration.name.span, wanted)
        return body

    def _variables(
        self, context: Context, declaration: syntax.FunctionDeclaration, types: Parameters
    ) -> tuple[tuple[typed.Variable, ...], tuple[typed.Statement, ...]]:
        """The variables of the parameters, and the statements that put default values and parts into others."""
        parameters: list[typed.Variable] = []
        start: list[typed.Statement] = []
        for parameter, given, inside in zip(declaration.parameters, types.given, types.inside, strict=True):
            name = parameter.name
            symbol = VariableSymbol(name, None, False, context.scope)
            end = name.span.end
            if parameter.default is None:
                symbol.variable = new_variable(context, symbol, inside, has_value=True, end=end)
                parameters.append(symbol.variable)
                declare(context, context.scope, name, symbol)
                start.extend(_parts(context, parameter))
                continue
            hidden = VariableSymbol(syntax.Identifier(name.span, f"({name.name})"), None, True, context.scope)
            hidden.variable = new_variable(context, hidden, given, has_value=True, end=end)
            parameters.append(hidden.variable)
            default = assign(context, context.value(check_expression(context, parameter.default, inside)), inside)
            symbol.variable = new_variable(context, symbol, inside, has_value=True, end=default.span.end)
            declare(context, context.scope, name, symbol)
            if has_invalid(given) or has_invalid(default.type):
                start.extend(_parts(context, parameter))
                continue
            read = typed.Read(name.span, given, hidden.variable)
            is_left_out = typed.IsNothing(name.span, BOOLEAN, read, (UNDEFINED,))
            value = typed.Choose(name.span, inside, is_left_out, default, convert(read, inside))
            start.append(typed.Declare(name.span, symbol.variable, value))
            start.extend(_parts(context, parameter))
        return tuple(parameters), tuple(start)

    def inferred(self, state: FunctionState, body: typed.Block) -> tuple[Type, typed.Block]:
        """The result type that the `return` statements give, and the body with one at its end if that is reached."""
        types = [type_ for type_, _ in state.returned]
        if not types or all(type_ is VOID for type_ in types):
            return VOID, body
        if any(has_invalid(type_) for type_ in types):
            return INVALID, body
        types = [UNDEFINED if type_ is VOID else type_ for type_ in types]
        is_completed = completes(body)
        if not is_completed and not state.returns_nothing:
            return reduced_union(types), body
        result = reduced_union([*types, UNDEFINED])
        return result, _ended(body, result) if is_completed else body

    def _missing_return(self, span: Span, result: Type) -> None:
        self._diagnostics.report(
            Code.MISSING_RETURN,
            span,
            f"not every path through the function returns a value of type {result}",
            "add a `return` at its end",
        )


def _ended(body: typed.Block, result: Type) -> typed.Block:
    """The body with a `return undefined` at its end."""
    nothing = typed.Convert(body.span, result, typed.Nothing(body.span, UNDEFINED))
    return typed.Block(body.span, (*body.statements, typed.Return(body.span, nothing, False)))


def _returns_value(part: object) -> bool:
    """Whether there is a `return` with a value in a part of a function, other functions left out."""
    pending: list[object] = [part]
    while pending:
        node = pending.pop()
        match node:
            case syntax.Return(value=value) if value is not None:
                return True
            case syntax.FunctionDeclaration() | syntax.ClassDeclaration() | syntax.FunctionExpression():
                pass
            case _:
                pending.extend(parts_of(node))
    return False


def _parts(context: Context, parameter: syntax.Parameter) -> tuple[typed.Statement, ...]:
    """The declaration of what a parameter that is a pattern takes apart."""
    if parameter.parts is None:
        return ()
    declare_names(context, context.scope, (parameter.parts,))
    return (check_statement(context, parameter.parts),)
