"""Types as written to types of the language."""

from __future__ import annotations

from typing import Final, assert_never

from plait.frontend import syntax
from plait.frontend.check.context import (
    ClassSymbol,
    EnumSymbol,
    ProgramState,
    RefusedSymbol,
    Scope,
    TypeName,
    TypeSymbol,
)
from plait.frontend.check.members import Member, MemberKind
from plait.frontend.check.parameters import resolve_parameters
from plait.frontend.check.relations import Relation, relate
from plait.frontend.check.types import (
    BOOLEAN,
    BUILTIN_ERRORS,
    INT,
    INVALID,
    MUTEX,
    NEVER,
    NULL,
    NUMBER,
    TEXT,
    UNDEFINED,
    UNKNOWN,
    VOID,
    ArrayOf,
    ChannelOf,
    ClassOf,
    EnumOf,
    ObjectOf,
    PromiseOf,
    TupleOf,
    Type,
    has_invalid,
    union,
)
from plait.frontend.codes import Code
from plait.frontend.compilation import current, spend
from plait.frontend.words import words
from plait.source import Span

SIMPLE_TYPES: Final = words("number boolean string void null undefined unknown never any object symbol bigint")
"""The names that no declaration can give to a type."""
_SIMPLE: Final[dict[str, Type]] = {
    "number": NUMBER,
    "int": INT,
    "boolean": BOOLEAN,
    "string": TEXT,
    "void": VOID,
    "null": NULL,
    "undefined": UNDEFINED,
    "unknown": UNKNOWN,
    "never": NEVER,
    **{name: ClassOf(info) for name, info in BUILTIN_ERRORS.items()},
}
_UNSUPPORTED: Final = words(
    "any object symbol bigint long Map Set Date Function Object String Number Boolean ReadonlyArray Record Partial "
    "Required Readonly Pick Omit Uint8Array Int32Array Float64Array"
)
_KNOWN: Final = "the types are number, int, boolean, string, classes, interfaces, A | B, T[] and Promise<T>"


def resolve_type(program: ProgramState, written: syntax.TypeSyntax, scope: Scope) -> Type:
    """The type that is written; what is wrong is reported."""
    compilation = current()
    compilation.enter(written.span)
    try:
        return _resolve(program, written, scope)
    finally:
        compilation.leave()


def _resolve(program: ProgramState, written: syntax.TypeSyntax, scope: Scope) -> Type:
    match written:
        case syntax.BadType():
            return INVALID
        case syntax.ArrayTypeSyntax(span=span, element=element):
            return _array(program, span, element, scope)
        case syntax.UnionType(members=members):
            return _union(program, members, scope)
        case syntax.FunctionTypeSyntax(parameters=parameters, result=result):
            return _function(program, parameters, result, scope)
        case syntax.TupleTypeSyntax(elements=elements):
            return _tuple(program, elements, scope)
        case syntax.ObjectTypeSyntax():
            return ObjectOf(program.new_shape(None, lambda: object_members(program, written, scope)))
        case syntax.NamedType():
            return _named(program, written, scope)
    assert_never(written)


def _union(program: ProgramState, members: tuple[syntax.TypeSyntax, ...], scope: Scope) -> Type:
    types = []
    for member in members:
        type_ = resolve_type(program, member, scope)
        if type_ is VOID:
            program.diagnostics.report(
                Code.TYPE, member.span, "void in a union is not supported", "write undefined instead"
            )
            type_ = INVALID
        types.append(type_)
    return union(types)


def _named(program: ProgramState, written: syntax.NamedType, scope: Scope) -> Type:
    report = program.diagnostics.report
    span, name = written.span, written.name
    symbol = scope.find_type(name)
    if symbol is not None:
        if written.arguments:
            report(Code.TYPE_ARGUMENTS, span, f"`{name}` takes no type arguments", "leave them out")
        return _declared(program, symbol, span, name)
    if name in ("Array", "Promise"):
        if len(written.arguments) != 1:
            report(Code.UNKNOWN_TYPE, span, f"`{name}` takes one type argument", f"write {name}<number>")
            return INVALID
        if name == "Array":
            return _array(program, span, written.arguments[0], scope)
        return _promise(program, written, written.arguments[0], scope)
    if name == "Mutex" and not written.arguments:
        return MUTEX
    if name in ("Task", "Channel"):
        if len(written.arguments) != 1:
            report(Code.UNKNOWN_TYPE, span, f"`{name}` takes one type argument", f"write {name}<number>")
            return INVALID
        if name == "Task":
            return _promise(program, written, written.arguments[0], scope)
        element = _array(program, span, written.arguments[0], scope)
        return ChannelOf(element.element) if isinstance(element, ArrayOf) else INVALID
    if name in _SIMPLE and not written.arguments:
        return _SIMPLE[name]
    if name in _UNSUPPORTED:
        report(Code.TYPE, span, f"the type `{name}` is not supported", _KNOWN)
    elif scope.find(name) is not None:
        report(Code.TYPE_AS_VALUE, span, f"`{name}` is a value, and is used as a type here", _KNOWN)
    else:
        report(Code.UNKNOWN_TYPE, span, f"there is no type `{name}`", _KNOWN)
    return INVALID


def _declared(program: ProgramState, symbol: TypeName, span: Span, name: str) -> Type:
    match symbol:
        case RefusedSymbol():
            return INVALID
        case ClassSymbol(info=info):
            return ClassOf(info)
        case EnumSymbol(info=info):
            return EnumOf(info)
        case TypeSymbol():
            return resolve_symbol(program, symbol, span)


def resolve_symbol(program: ProgramState, symbol: TypeSymbol, span: Span) -> Type:
    """The type of an interface or alias."""
    if symbol.type is not None:
        return symbol.type
    declaration = symbol.declaration
    match declaration:
        case syntax.InterfaceDeclaration():
            overridden: list[Overridden] = []
            shape = program.new_shape(
                declaration.name.name, lambda: interface_members(program, declaration, symbol.scope, overridden)
            )
            shape.check = lambda: _check_overridden(program, overridden)
            symbol.type = ObjectOf(shape)
        case syntax.AliasDeclaration(type=syntax.ObjectTypeSyntax() as body):
            shape = program.new_shape(declaration.name.name, lambda: object_members(program, body, symbol.scope))
            symbol.type = ObjectOf(shape)
        case syntax.AliasDeclaration():
            if symbol.is_open:
                program.diagnostics.report(
                    Code.UNKNOWN_TYPE, span, f"the type `{declaration.name.name}` is made of itself", "use an interface"
                )
                return INVALID
            symbol.is_open = True
            symbol.type = resolve_type(program, declaration.type, symbol.scope)
            symbol.is_open = False
    return symbol.type


Overridden = tuple[Span, Member, Member, Relation]
"""Where an interface puts a member in place of an inherited one, the two, and how well the one has to fit the other."""


def interface_members(
    program: ProgramState, declaration: syntax.InterfaceDeclaration, scope: Scope, overridden: list[Overridden]
) -> dict[str, Member]:
    """All members of an interface: those of its bases, and its own. `overridden` takes those that must fit others."""
    members: dict[str, Member] = {}
    for base in declaration.bases:
        type_ = resolve_type(program, base, scope)
        if isinstance(type_, ObjectOf) and type_.shape.is_open:
            program.diagnostics.report(
                Code.BASE_CLASS, base.span, f"`{declaration.name.name}` extends itself", "leave it out"
            )
        elif isinstance(type_, ObjectOf):
            inherited = type_.shape.members
            spend(2 * len(inherited))
            overridden.extend(
                (base.span, members[name], member, Relation.YES)
                for name, member in inherited.items()
                if name in members
            )
            members.update(inherited)
        elif type_ is not INVALID:
            program.diagnostics.report(
                Code.TYPE, base.span, f"an interface cannot extend {type_} yet", "it extends interfaces"
            )
    own = object_members(program, declaration.body, scope)
    overridden.extend(
        (declaration.name.span, members[name], member, Relation.NOT_YET)
        for name, member in own.items()
        if name in members
    )
    members.update(own)
    return members


def _check_overridden(program: ProgramState, overridden: list[Overridden]) -> None:
    """Members of an interface have to fit those in whose place they stand."""
    for span, inherited, member, wanted in overridden:
        if relate(member.type, inherited.type) < wanted or (member.is_optional and not inherited.is_optional):
            program.diagnostics.report(
                Code.INCOMPATIBLE_MEMBER,
                span,
                f"`{member.name}` does not fit the `{member.name}` that is inherited",
                "give it the same type",
            )


def object_members(program: ProgramState, written: syntax.ObjectTypeSyntax, scope: Scope) -> dict[str, Member]:
    """The members of an object type as it is written."""
    members: dict[str, Member] = {}
    for item in written.members:
        name = item.name.name
        if name in members:
            program.diagnostics.report(
                Code.DUPLICATE_NAME, item.name.span, f"`{name}` is declared twice", "leave one of them out"
            )
        members[name] = _member(program, item, scope)
    return members


def _member(program: ProgramState, item: syntax.TypeMember, scope: Scope) -> Member:
    match item:
        case syntax.PropertySignature(name=name, type=written, is_optional=is_optional, is_readonly=is_readonly):
            return Member(
                name.name,
                MemberKind.FIELD,
                lambda: _property_type(program, name, written, is_optional, scope),
                name.span,
                is_readonly=is_readonly,
                is_optional=is_optional,
            )
        case syntax.MethodSignature(name=name, is_optional=True):
            return Member(
                name.name,
                MemberKind.FIELD,
                lambda: union((_method_type(program, item, scope), UNDEFINED)),
                name.span,
                is_optional=True,
            )
        case syntax.MethodSignature(name=name):
            return Member(name.name, MemberKind.METHOD, lambda: _method_type(program, item, scope), name.span)
    assert_never(item)


def _property_type(
    program: ProgramState, name: syntax.Identifier, written: syntax.TypeSyntax | None, is_optional: bool, scope: Scope
) -> Type:
    if written is None:
        program.diagnostics.report(
            Code.MISSING_VARIABLE_TYPE,
            name.span,
            f"the property `{name.name}` needs a type",
            f"write `{name.name}: number`",
        )
        return INVALID
    type_ = resolve_type(program, written, scope)
    if type_ is VOID:
        program.diagnostics.report(Code.TYPE, written.span, "a property of type void is not supported", "leave it out")
        return INVALID
    return union((type_, UNDEFINED)) if is_optional else type_


def _method_type(program: ProgramState, item: syntax.MethodSignature, scope: Scope) -> Type:
    name = item.name
    if item.result is None:
        program.diagnostics.report(
            Code.MISSING_RESULT_TYPE,
            name.span,
            f"the method `{name.name}` needs a result type",
            f"write `{name.name}(): void`",
        )
        return INVALID
    return _function(program, item.parameters, item.result, scope)


def _function(
    program: ProgramState, parameters: tuple[syntax.Parameter, ...], result: syntax.TypeSyntax, scope: Scope
) -> Type:
    def resolve(written: syntax.TypeSyntax) -> Type:
        return resolve_type(program, written, scope)

    found = resolve_parameters(program.diagnostics, parameters, resolve)
    given = resolve_type(program, result, scope)
    return INVALID if has_invalid(given) or any(map(has_invalid, found.given)) else found.function(given)


def _tuple(program: ProgramState, elements: tuple[syntax.TypeSyntax, ...], scope: Scope) -> Type:
    types = tuple(resolve_type(program, element, scope) for element in elements)
    for written, type_ in zip(elements, types, strict=True):
        if type_ is VOID:
            program.diagnostics.report(
                Code.TYPE, written.span, "void in a tuple is not supported", "write undefined instead"
            )
    return INVALID if any(has_invalid(type_) or type_ is VOID for type_ in types) else TupleOf(types)


def _array(program: ProgramState, span: Span, written: syntax.TypeSyntax, scope: Scope) -> Type:
    element = resolve_type(program, written, scope)
    if element is VOID:
        program.diagnostics.report(Code.TYPE, span, f"an array of {element} is not supported", _KNOWN)
        return INVALID
    return INVALID if element is INVALID else ArrayOf(element)


def _promise(program: ProgramState, written: syntax.NamedType, argument: syntax.TypeSyntax, scope: Scope) -> Type:
    result = resolve_type(program, argument, scope)
    if isinstance(result, PromiseOf):
        program.diagnostics.report(Code.TYPE, written.span, "a promise of a promise does not exist", f"write {result}")
        return INVALID
    return PromiseOf(result)
