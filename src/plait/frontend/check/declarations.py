"""Declarations: the names of a block, and variables with their types."""

from __future__ import annotations

from dataclasses import replace

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.context import (
    CapturedSymbol,
    ClassSymbol,
    Context,
    EnumSymbol,
    FunctionSymbol,
    RefusedSymbol,
    Scope,
    Symbol,
    TypeSymbol,
    VariableSymbol,
)
from plait.frontend.check.conversions import assign
from plait.frontend.check.enums import check_enum
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.patterns import Parts, check_whole
from plait.frontend.check.types import INT, INVALID, NUMBER, UNDEFINED, VOID, Type, has_invalid, is_nullish, members_of
from plait.frontend.check.written_types import SIMPLE_TYPES
from plait.frontend.codes import Code


def declare_names(context: Context, scope: Scope, statements: tuple[syntax.Statement, ...]) -> None:
    """Enter what the statements of a block declare; functions are known in all of the block."""
    view = Scope(_outermost(scope), None)
    classes: list[ClassSymbol] = []
    for statement in statements:
        match statement:
            case syntax.VariableDeclaration(declarators=declarators, is_constant=is_constant):
                for declarator in declarators:
                    variable = VariableSymbol(declarator.name, declarator, is_constant, scope)
                    variable.around = replace(context, scope=scope)
                    declare(context, scope, declarator.name, variable)
                    if declarator.pattern is not None:
                        for name in syntax.declared_names(declarator.pattern):
                            part = VariableSymbol(name, declarator, is_constant, scope, around=variable.around)
                            declare(context, scope, name, part)
            case syntax.FunctionDeclaration(name=name):
                declare(context, scope, name, context.program.new_function(statement, scope))
            case syntax.ClassDeclaration():
                classes.append(_declare_class(context, scope, statement, view))
            case syntax.InterfaceDeclaration(name=name) | syntax.AliasDeclaration(name=name):
                declare_type(context, scope, name, TypeSymbol(statement, scope))
            case syntax.EnumDeclaration(name=name):
                symbol = check_enum(context, scope, statement)
                declare(context, scope, name, symbol)
                declare_type(context, scope, name, symbol)
            case syntax.Import():
                _declare_imports(context, scope, statement, statements)
            case syntax.BadStatement(names=names):
                for refused in names:
                    scope.names.setdefault(refused.name, RefusedSymbol())
                    scope.types.setdefault(refused.name, RefusedSymbol())
            case _:
                pass
    if classes and scope.parent is not None:
        _fill_view(view, scope)
        context.program.classes.link(classes)


def _declare_imports(
    context: Context, scope: Scope, node: syntax.Import, statements: tuple[syntax.Statement, ...]
) -> None:
    """Functions of the embedding program: each is one of the program that does nothing but call it."""
    signatures = {
        signature.name.name: signature
        for statement in statements
        if isinstance(statement, syntax.DeclareModule) and statement.module == node.module
        for signature in statement.functions
    }
    for there, here in node.names:
        signature = signatures.get(there.name)
        if signature is None or signature.result is None:
            context.report(
                Code.UNKNOWN_NAME,
                there.span,
                f"nothing says what `{there.name}` takes and gives",
                f'write `declare module "host:..." {{ export function {there.name}(): number }}` in this file',
            )
            scope.names.setdefault(here.name, RefusedSymbol())
            continue
        body = syntax.Block(node.span, ())
        declaration = syntax.FunctionDeclaration(here.span, here, False, signature.parameters, signature.result, body)
        symbol = context.program.new_function(declaration, scope)
        symbol.host = f"{node.module}.{there.name}"
        declare(context, scope, here, symbol)


def _declare_class(context: Context, scope: Scope, node: syntax.ClassDeclaration, view: Scope) -> ClassSymbol:
    symbol = context.program.classes.declare(node, scope if scope.parent is None else view)
    declare(context, scope, node.name, symbol)
    declare_type(context, scope, node.name, symbol)
    return symbol


def _outermost(scope: Scope) -> Scope:
    while scope.parent is not None:
        scope = scope.parent
    return scope


def _fill_view(view: Scope, scope: Scope) -> None:
    """Enter what a class inside of a block may use of the names around it: types, classes and enums."""
    around: Scope | None = scope
    while around is not None and around.parent is not None:
        for name, symbol in around.names.items():
            is_captured = isinstance(symbol, VariableSymbol | FunctionSymbol)
            view.names.setdefault(name, CapturedSymbol() if is_captured else symbol)
        for name, type_ in around.types.items():
            if name != "this":
                view.types.setdefault(name, type_)
        around = around.parent


def declare_type(
    context: Context, scope: Scope, name: syntax.Identifier, symbol: ClassSymbol | TypeSymbol | EnumSymbol
) -> None:
    """Enter the name of a type; a second declaration of it is reported."""
    if name.name in SIMPLE_TYPES:
        context.report(Code.RESERVED_NAME, name.span, f"`{name.name}` cannot be used as a name", "choose another name")
    elif name.name in scope.types:
        context.report(Code.DUPLICATE_NAME, name.span, f"`{name.name}` is declared twice", "rename one of them")
    else:
        scope.types[name.name] = symbol
        if isinstance(symbol, TypeSymbol):
            context.program.classes.types.append(symbol)


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


def check_declarator(context: Context, symbol: VariableSymbol, node: syntax.Declarator) -> typed.Statement:
    """The declaration of a variable; the second time (a function needed it before), what the first time gave."""
    if symbol.statement is not None:
        return symbol.statement
    if node.pattern is not None:
        return _check_pattern(context, symbol.scope, node)
    symbol.is_open = True
    wanted = None if node.type is None else context.resolve(node.type)
    if wanted is VOID:
        context.report(Code.TYPE, node.span, "a variable of type void is not supported", "leave it out")
        wanted = INVALID
    value = None if node.value is None else check_expression(context, node.value, wanted)
    type_ = _type(context, node, wanted, value)
    found = None if value is None else value.type
    if value is None and UNDEFINED in members_of(type_):
        found, value = UNDEFINED, typed.Nothing(node.span, UNDEFINED)
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
    if found is not None and not has_invalid(found):
        context.flow.assign((variable,), type_, found)
    symbol.is_open = False
    if value is not None and variable.is_constant and type_ is NUMBER:
        range_ = context.program.ranges.of(value)
        if range_ is not None:
            context.program.constant_ranges[variable] = range_
    symbol.statement = typed.Declare(node.span, variable, value)
    return symbol.statement


def _check_pattern(context: Context, scope: Scope, node: syntax.Declarator) -> typed.Statement:
    """The declarations of all parts of a pattern."""
    whole = scope.names[node.name.name]
    if not isinstance(whole, VariableSymbol) or node.pattern is None or node.value is None:
        return typed.Block(node.span, ())
    if whole.statement is None:
        whole.is_open = True
        parts = Parts(context, check_expression)
        wanted = None if node.type is None else context.resolve(node.type)
        value = check_whole(context, node.pattern, node.value, wanted, check_expression)
        parts.take(node.pattern, value if wanted is None else assign(context, value, wanted))
        whole.is_open = False
        whole.statement = typed.Block(node.span, tuple(parts.statements))
    return whole.statement


def _type(context: Context, node: syntax.Declarator, wanted: Type | None, value: typed.Expression | None) -> Type:
    if wanted is not None:
        return wanted
    if value is None:
        context.report(
            Code.UNTOLD_TYPE,
            node.span,
            f"`{node.name.name}` needs a type or a value",
            f"write `{node.name.name}: number`, or give it a value",
        )
        return INVALID
    if value.type is VOID:
        context.value(value)
        return INVALID
    if is_nullish(value.type):
        context.report(
            Code.UNTOLD_TYPE,
            node.span,
            f"the type of `{node.name.name}` is not known",
            f"write `{node.name.name}: string | {value.type}`",
        )
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
