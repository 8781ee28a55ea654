"""Declarations: the names of a block, and variables with their types."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import Context, RefusedSymbol, Scope, Symbol, VariableSymbol
from plait.frontend.check.conversions import assign, unknown
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.types import INT, INVALID, NUMBER, UNKNOWN, VOID, Type, has_invalid
from plait.frontend.check.written_types import resolve_type
from plait.frontend.codes import Code


def declare_names(context: Context, scope: Scope, statements: tuple[syntax.Statement, ...]) -> None:
    """Enter what the statements of a block declare; functions are known in all of the block."""
    for statement in statements:
        match statement:
            case syntax.VariableDeclaration(declarators=declarators, is_constant=is_constant):
                for declarator in declarators:
                    declare(
                        context, scope, declarator.name, VariableSymbol(declarator.name, declarator, is_constant, scope)
                    )
            case syntax.FunctionDeclaration(name=name):
                declare(context, scope, name, context.program.new_function(statement, scope))
            case syntax.BadStatement(names=names):
                for refused in names:
                    scope.names.setdefault(refused.name, RefusedSymbol())
            case _:
                pass


def declare(context: Context, scope: Scope, name: syntax.Identifier, symbol: Symbol) -> None:
    """Enter one name; a second declaration of it is reported."""
    if name.name in scope.names:
        context.report(Code.DUPLICATE_NAME, name.span, f"`{name.name}` is declared twice", "rename one of them")
    else:
        scope.names[name.name] = symbol


def new_variable(
    context: Context,
    symbol: VariableSymbol,
    type_: Type,
    *,
    has_value: bool,
    end: int,
    constant: typed.Constant | None = None,
) -> typed.Variable:
    """The variable of a symbol."""
    name = symbol.name
    is_program = symbol.scope.parent is None
    return typed.Variable(
        name.name, type_, name.span, symbol.is_constant, has_value, context.function.index, is_program, end, constant
    )


def check_declarator(context: Context, symbol: VariableSymbol, node: syntax.Declarator) -> typed.Declare:
    """The declaration of a variable; the second time (a function needed it before), what the first time gave."""
    if symbol.statement is not None:
        return symbol.statement
    symbol.is_open = True
    wanted = None if node.type is None else resolve_type(context.program.diagnostics, node.type)
    if wanted is VOID:
        context.report(Code.TYPE, node.span, "a variable of type void is not supported", "leave it out")
        wanted = INVALID
    value = None if node.value is None else check_expression(context, node.value, wanted)
    type_ = _type(context, node, wanted, value)
    if value is not None:
        value = assign(context, value, type_)
    variable = new_variable(
        context,
        symbol,
        type_,
        has_value=value is not None,
        end=node.span.end,
        constant=_constant(value, type_, node.type is not None) if symbol.is_constant else None,
    )
    symbol.variable = variable
    symbol.is_open = False
    if value is not None and variable.is_constant and type_ is NUMBER:
        found = context.program.ranges.of(value)
        if found is not None:
            context.program.constant_ranges[variable] = found
    symbol.statement = typed.Declare(node.span, variable, value)
    return symbol.statement


def _type(context: Context, node: syntax.Declarator, wanted: Type | None, value: typed.Expression | None) -> Type:
    if wanted is not None:
        return wanted
    if value is None:
        context.report(
            Code.MISSING_VARIABLE_TYPE,
            node.span,
            f"`{node.name.name}` needs a type or a value",
            f"write `{node.name.name}: number`, or give it a value",
        )
        return INVALID
    if value.type is VOID:
        context.value(value)
        return INVALID
    if value.type is UNKNOWN:
        unknown(context, value.span)
        return INVALID
    return INVALID if has_invalid(value.type) else value.type


def _constant(value: typed.Expression | None, type_: Type, is_annotated: bool) -> typed.Constant | None:
    """The value of a constant, when it is known now."""
    while isinstance(value, typed.ToInt | typed.ToNumber):
        value = value.operand
    if isinstance(value, typed.Constant) and type_ in (INT, NUMBER, value.type):
        return typed.Constant(
            value.span, type_, value.value, value.is_literal and not is_annotated and value.value == value.value
        )
    return None
