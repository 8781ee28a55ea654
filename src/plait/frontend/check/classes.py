"""Class declarations: their members, and the code of constructors and initialisers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from plait.frontend import syntax
from plait.frontend.check import typed
from plait.frontend.check.arguments import check_all, check_arguments
from plait.frontend.check.context import ClassSymbol, Context, FunctionSymbol, ProgramState, Scope
from plait.frontend.check.conversions import assign
from plait.frontend.check.errors import ERROR_CONSTRUCTOR
from plait.frontend.check.expressions import check_expression
from plait.frontend.check.members import Access, ClassInfo, Member, MemberKind
from plait.frontend.check.this_results import returns_this
from plait.frontend.check.types import (
    BUILTIN_ERRORS,
    INVALID,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ClassOf,
    FunctionOf,
    ObjectOf,
    Type,
    has_invalid,
    is_nullish,
    members_of,
    union,
)
from plait.frontend.codes import Code
from plait.frontend.compilation import TooMuchError, spend
from plait.frontend.syntax import MethodKind
from plait.source import Span


@dataclass(slots=True, eq=False)
class ClassState:
    """A class while it is checked. In `scope` its members are. `initial` are the checked values of fields, None while
    one is being checked.
    """

    symbol: ClassSymbol
    scope: Scope
    fields: dict[Member, syntax.FieldDeclaration] = field(default_factory=dict)
    properties: list[tuple[Member, syntax.Parameter]] = field(default_factory=list)
    initial: dict[Member, typed.Expression | None] = field(default_factory=dict)


MAX_ANCESTORS: Final = 500
"""Members are sought from class to class, up to the first one."""


def link_base(program: ProgramState, symbol: ClassSymbol) -> None:
    """Find the base of a class."""
    base = symbol.declaration.base
    if base is None:
        return
    found = symbol.scope.find(base.name)
    if isinstance(found, ClassSymbol):
        if found.declaration.span.start >= symbol.declaration.span.start:
            program.diagnostics.report(
                Code.USED_BEFORE_DECLARATION, base.span, f"`{base.name}` is used before its declaration", "move it up"
            )
            return
        ancestors = sum(1 for _ in found.info.ancestors())
        spend(ancestors)
        if ancestors > MAX_ANCESTORS:
            message = f"a class has at most {MAX_ANCESTORS} classes above it"
            raise TooMuchError(Code.TOO_LARGE, base.span, message, "put some of them together")
        symbol.info.base = found.info
        if found.info.constructor_access is Access.PRIVATE:
            program.diagnostics.report(
                Code.ACCESS, base.span, f"the constructor of {base.name} is private: no class can extend it"
            )
    elif found is None and base.name in BUILTIN_ERRORS:
        symbol.info.base = BUILTIN_ERRORS[base.name]
    elif found is None and symbol.scope.find_type(base.name) is None:
        program.diagnostics.report(
            Code.UNKNOWN_NAME, base.span, f"`{base.name}` is not declared", "declare the class, or check the spelling"
        )
    else:
        program.diagnostics.report(
            Code.BASE_CLASS,
            base.span,
            f"`{base.name}` is no class",
            "a class extends a class; it implements interfaces",
        )


def declare_members(program: ProgramState, state: ClassState, scope: Scope) -> None:
    """Enter the members of a class, whose types are found when they are needed, as its interfaces are."""
    written = state.symbol.declaration.interfaces
    state.symbol.info.resolve_interfaces = lambda: tuple(
        type_.shape
        for type_ in (program.resolve(item, state.symbol.scope) for item in written)
        if isinstance(type_, ObjectOf)
    )
    for item in state.symbol.declaration.members:
        match item:
            case syntax.FieldDeclaration():
                _declare_field(program, state, item, scope)
            case syntax.MethodDeclaration(kind=MethodKind.CONSTRUCTOR):
                _declare_constructor(program, state, item, scope)
            case syntax.MethodDeclaration():
                _declare_method(program, state, item, scope)
            case syntax.StaticBlock():
                pass


def refuse_static_parts(program: ProgramState, declaration: syntax.ClassDeclaration) -> None:
    """Report the static fields and blocks of a class inside of a block: there would be others whenever it runs."""
    for item in declaration.members:
        if isinstance(item, syntax.StaticBlock) or (
            isinstance(item, syntax.FieldDeclaration) and item.modifiers.is_static
        ):
            program.diagnostics.report(
                Code.CLASS_PLACE,
                item.span,
                "static fields and blocks of a class inside of a block are not supported yet",
                "move the class to the top level",
            )


def _access(program: ProgramState, modifiers: syntax.Modifiers, name: syntax.Identifier) -> Access:
    if modifiers.access is not None and name.name.startswith("#"):
        program.diagnostics.report(
            Code.MODIFIER, name.span, f"`{name.name}` is private by its name", f"leave `{modifiers.access}` out"
        )
    return Access.PUBLIC if modifiers.access is None else Access(modifiers.access)


def _enter(program: ProgramState, table: dict[str, Member], member: Member) -> None:
    if member.name in table and member.span is not None:
        program.diagnostics.report(
            Code.DUPLICATE_NAME, member.span, f"`{member.name}` is declared twice", "rename one of them"
        )
    else:
        table[member.name] = member


def _table(info: ClassInfo, modifiers: syntax.Modifiers) -> dict[str, Member]:
    return info.statics if modifiers.is_static else info.members


def _declare_field(program: ProgramState, state: ClassState, item: syntax.FieldDeclaration, scope: Scope) -> None:
    info = state.symbol.info
    modifiers = item.modifiers
    if item.name.name == "constructor" or (modifiers.is_static and item.name.name in ("prototype", "name", "length")):
        program.diagnostics.report(Code.RESERVED_NAME, item.name.span, f"`{item.name.name}` cannot be a field")
    member = Member(
        item.name.name,
        MemberKind.FIELD,
        lambda: INVALID,
        item.name.span,
        info,
        _access(program, modifiers, item.name),
        modifiers.is_readonly,
        modifiers.is_static,
        item.is_optional,
        modifiers.is_abstract,
    )
    member.is_bare = item.value is None
    member.resolve = lambda: _field_type(program, state, member, item, scope)
    state.fields[member] = item
    _enter(program, _table(info, modifiers), member)
    if modifiers.is_abstract and item.value is not None:
        program.diagnostics.report(Code.ABSTRACT, item.span, "an abstract field has no value", "leave the value out")


def _field_type(
    program: ProgramState, state: ClassState, member: Member, item: syntax.FieldDeclaration, scope: Scope
) -> Type:
    if item.type is not None:
        type_ = program.resolve(item.type, scope)
        if type_ is VOID:
            program.diagnostics.report(Code.TYPE, item.span, "a field of type void is not supported", "leave it out")
            return INVALID
        return union((type_, UNDEFINED)) if item.is_optional else type_
    if item.value is None:
        program.diagnostics.report(
            Code.MISSING_VARIABLE_TYPE,
            item.name.span,
            f"the field `{member.name}` needs a type or a value",
            f"write `{member.name}: number`",
        )
        return INVALID
    if member in state.initial and state.initial[member] is None:
        program.diagnostics.report(
            Code.MISSING_VARIABLE_TYPE, item.name.span, f"the type of `{member.name}` depends on itself", "annotate it"
        )
        return INVALID
    value = initial_value(program, state, member, item, scope, None)
    if value.type is VOID or is_nullish(value.type):
        program.diagnostics.report(
            Code.UNTOLD_TYPE,
            item.name.span,
            f"the field `{member.name}` needs a type",
            f"write `{member.name}: string | null`",
        )
        return INVALID
    return INVALID if has_invalid(value.type) else value.type


def initial_value(
    program: ProgramState,
    state: ClassState,
    member: Member,
    item: syntax.FieldDeclaration,
    scope: Scope,
    wanted: Type | None,
) -> typed.Expression:
    """The checked value of a field; checked once."""
    known = state.initial.get(member)
    if known is not None:
        return known
    if item.value is None:
        raise AssertionError("a field with a value")
    state.initial[member] = None
    context = program.classes.field_context(state.symbol, member.is_static, scope)
    value = context.value(check_expression(context, item.value, wanted))
    state.initial[member] = value
    return value


def _declare_method(program: ProgramState, state: ClassState, item: syntax.MethodDeclaration, scope: Scope) -> None:
    info = state.symbol.info
    modifiers = item.modifiers
    name = item.function.name
    table = _table(info, modifiers)
    if modifiers.is_abstract and not info.is_abstract:
        program.diagnostics.report(
            Code.ABSTRACT, name.span, f"`{name.name}` is abstract, but {info.name} is not", "declare the class abstract"
        )
    function = program.new_function(item.function, scope, info, item.kind, modifiers.is_static)
    access = _access(program, modifiers, name)
    if item.kind is not MethodKind.METHOD:
        _declare_accessor(program, item, table, function, access, info)
        return
    member = Member(
        name.name,
        MemberKind.METHOD,
        lambda: program.function_type(function),
        name.span,
        info,
        access,
        is_static=modifiers.is_static,
        is_abstract=modifiers.is_abstract,
        function=function,
    )
    if not modifiers.is_static:
        member.gives_this = lambda: returns_this(info, item.function)
    _enter(program, table, member)


def _declare_accessor(
    program: ProgramState,
    item: syntax.MethodDeclaration,
    table: dict[str, Member],
    function: FunctionSymbol,
    access: Access,
    info: ClassInfo,
) -> None:
    name = item.function.name
    is_getter = item.kind is MethodKind.GETTER
    parameters = item.function.parameters
    if len(parameters) != (0 if is_getter else 1) or any(p.is_optional or p.is_rest for p in parameters):
        program.diagnostics.report(
            Code.PARAMETER, name.span, f"a {item.kind.value} has {'no parameter' if is_getter else 'one parameter'}"
        )
    member = table.get(name.name)
    if member is None or member.kind is not MemberKind.ACCESSOR or (member.getter if is_getter else member.setter):
        member = Member(
            name.name,
            MemberKind.ACCESSOR,
            lambda: INVALID,
            name.span,
            info,
            access,
            is_static=item.modifiers.is_static,
            is_abstract=item.modifiers.is_abstract,
        )
        _enter(program, table, member)
    if is_getter:
        member.getter = function
    else:
        member.setter = function
    accessor = member
    member.resolve = lambda: _accessor_type(program, accessor, name)


def _accessor_type(program: ProgramState, member: Member, name: syntax.Identifier) -> Type:
    set_type: Type | None = None
    if member.setter is not None:
        setter = program.function_type(member.setter)
        set_type = setter.parameters[0] if isinstance(setter, FunctionOf) and setter.parameters else INVALID
    if member.getter is None:
        return set_type or INVALID
    getter = program.function_type(member.getter)
    type_ = getter.result if isinstance(getter, FunctionOf) else INVALID
    if type_ is VOID:
        program.diagnostics.report(Code.MISSING_RETURN, name.span, f"the getter `{name.name}` returns nothing")
        return INVALID
    if set_type is not None and set_type != type_ and not has_invalid(set_type) and not has_invalid(type_):
        program.diagnostics.report(
            Code.HELD_DIFFERENTLY,
            name.span,
            f"the getter gives {type_}, the setter takes {set_type}: this is not supported yet",
            "give both the same type",
        )
        return INVALID
    return type_


def _declare_constructor(
    program: ProgramState, state: ClassState, item: syntax.MethodDeclaration, scope: Scope
) -> None:
    info = state.symbol.info
    name = item.function.name
    if info.constructor is not None:
        program.diagnostics.report(Code.DUPLICATE_NAME, name.span, "a class has one constructor", "leave one out")
        return
    if item.function.is_async or item.function.result is not None:
        program.diagnostics.report(Code.MODIFIER, name.span, "a constructor has no result and is not async")
    info.constructor_access = _access(program, item.modifiers, name)
    info.constructor = program.new_function(item.function, scope, info, MethodKind.CONSTRUCTOR)
    constructor = info.constructor
    for index, parameter in enumerate(item.function.parameters):
        if parameter.field is None:
            continue
        member = Member(
            parameter.name.name,
            MemberKind.FIELD,
            lambda index=index: _parameter_type(program, constructor, index),  # type: ignore[misc]
            parameter.name.span,
            info,
            _access(program, parameter.field, parameter.name),
            parameter.field.is_readonly,
            is_optional=parameter.is_optional,
        )
        state.properties.append((member, parameter))
        _enter(program, info.members, member)


def _parameter_type(program: ProgramState, constructor: FunctionSymbol, index: int) -> Type:
    program.function_type(constructor)
    return INVALID if constructor.parameters is None else constructor.parameters.inside[index]


def constructor_type(program: ProgramState, info: ClassInfo) -> FunctionOf:
    """What the constructor of a class takes: its own, or that of the nearest base which has one."""
    for current in info.ancestors():
        if current.constructor is not None and not current.constructor.is_implicit:
            found = program.function_type(current.constructor)
            return found if isinstance(found, FunctionOf) else FunctionOf((INVALID,), VOID)
        if current.is_builtin:
            return ERROR_CONSTRUCTOR
    return FunctionOf((), VOID)


def prologue(program: ProgramState, state: ClassState, context: Context, scope: Scope, span: Span) -> typed.Statement:
    """The initialisation of the fields of a class, at the start of its constructor or behind `super(...)`."""
    this = context.function.this
    if this is None:
        raise AssertionError("a constructor has an object")
    statements: list[typed.Statement] = []
    for member, item in state.fields.items():
        if member.is_static or item.value is None:
            continue
        value = initial_value(program, state, member, item, scope, member.type)
        value = assign(context, value, member.type)
        read = typed.Read(item.span, this.type, this)
        statements.append(typed.Evaluate(item.span, typed.StoreField(item.span, value.type, read, member, value)))
    for member, parameter in state.properties:
        symbol = context.scope.find(parameter.name.name)
        variable = getattr(symbol, "variable", None)
        if isinstance(variable, typed.Variable) and not has_invalid(variable.type):
            read = typed.Read(parameter.name.span, this.type, this)
            value = typed.Read(parameter.name.span, variable.type, variable)
            store = typed.StoreField(parameter.name.span, member.type, read, member, value)
            statements.append(typed.Evaluate(parameter.name.span, store))
    return typed.Block(span, tuple(statements))


def check_super_call(context: Context, node: syntax.SuperCall) -> typed.Statement:
    """`super(arguments);` as a statement, with the initialisation of the fields behind it."""
    function = context.function
    owner = function.owner
    is_root = function.root is context.scope
    if function.kind is not MethodKind.CONSTRUCTOR or owner is None or owner.base is None or not is_root:
        check_all(context, node.arguments, check_expression)
        is_inside = function.kind is MethodKind.CONSTRUCTOR and owner is not None and owner.base is not None
        code = Code.SUPER_CALL if is_inside else Code.SUPER
        hint = "call it directly in the body of the constructor" if is_inside else "only a derived class has it"
        context.report(code, node.span, "`super(...)` stands in the constructor of a derived class only", hint)
        function.has_nested_super = True
        return typed.Block(node.span, ())
    if function.has_super:
        context.report(Code.SUPER_CALL, node.span, "`super(...)` is called twice", "leave one of them out")
    takes = constructor_type(context.program, owner.base)
    values = check_arguments(context, node.span, node.arguments, takes, owner.base.name, check_expression)
    function.has_super = True
    if values is None or function.this is None:
        return typed.Block(node.span, ())
    context.program.note_constructor(function.index, owner.base, node.span)
    this = typed.Read(node.span, function.this.type, function.this)
    call = typed.SuperConstruct(node.span, VOID, owner.base, this, values)
    fields = context.program.classes.field_prologue(context, owner, node.span)
    return typed.Block(node.span, (typed.Evaluate(node.span, call), fields))


def check_static_parts(program: ProgramState, state: ClassState, context: Context) -> typed.Statement:
    """What runs where the class is declared: static fields and blocks, in the order of the text."""
    from plait.frontend.check.statements import check_block

    declaration = state.symbol.declaration
    statements: list[typed.Statement] = []
    by_field = {item: member for member, item in state.fields.items()}
    inside = replace(program.classes.field_context(state.symbol, True, context.scope), scope=context.scope)
    for part in declaration.members:
        match part:
            case syntax.FieldDeclaration(modifiers=modifiers, value=value, span=span) if modifiers.is_static:
                member = by_field[part]
                if value is None:
                    _check_uninitialised(context, member)
                    continue
                new = initial_value(program, state, member, part, context.scope, member.type)
                new = assign(inside, new, member.type)
                statements.append(typed.Evaluate(span, typed.StoreStatic(span, new.type, member, new)))
            case syntax.StaticBlock(span=span, body=body):
                statements.append(check_block(inside, span, body.statements))
            case _:
                pass
    return typed.Block(declaration.span, tuple(statements))


def _check_uninitialised(context: Context, member: Member) -> None:
    kinds = members_of(member.type)
    if UNDEFINED not in kinds and UNKNOWN not in kinds and INVALID not in kinds and member.span is not None:
        context.report(
            Code.GLOBAL_WITHOUT_VALUE, member.span, f"the static field `{member.name}` has no value", "give it one here"
        )


def check_new_object(
    context: Context, node: syntax.New, info: ClassInfo, symbol: ClassSymbol | None
) -> typed.Expression:
    """`new Class(arguments)`."""
    program = context.program
    if symbol is not None:
        program.classes.use(context, symbol, node.callee.span)
    takes = constructor_type(program, info)
    values = check_arguments(context, node.span, node.arguments, takes, info.name, check_expression)
    if node.type_arguments:
        context.report(Code.TYPE_ARGUMENTS, node.span, f"`{info.name}` takes no type arguments", "leave them out")
    if info.is_abstract:
        return context.invalid(
            Code.ABSTRACT, node.span, f"{info.name} is abstract: it has no objects of its own", "extend it"
        )
    access = next((c.constructor_access for c in info.ancestors() if c.constructor is not None), Access.PUBLIC)
    owner = context.function.owner
    if access is not Access.PUBLIC and owner is not info:
        return context.invalid(
            Code.ACCESS, node.span, f"the constructor of {info.name} is {access.value}", "add a static method"
        )
    if values is None:
        return typed.Invalid(node.span, ClassOf(info))
    program.note_constructor(context.function.index, info, node.span)
    return typed.NewObject(node.span, ClassOf(info), info, values)
