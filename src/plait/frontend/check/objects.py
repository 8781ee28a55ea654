"""Members of objects: reading them, calling methods, object literals."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import arguments, library, typed
from plait.frontend.check.access import check_access, readable
from plait.frontend.check.accessors import find_in_shape
from plait.frontend.check.as_plain import as_plain
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import ClassSymbol, Context, EnumSymbol
from plait.frontend.check.conversions import unknown
from plait.frontend.check.flow import reference_of
from plait.frontend.check.functions import function_value
from plait.frontend.check.members import ClassInfo, Member, MemberKind
from plait.frontend.check.static_this import check_inherited, check_value, class_named, static_base
from plait.frontend.check.types import (
    INVALID,
    NEVER,
    NULLISH,
    TEXT,
    UNKNOWN,
    VOID,
    ClassOf,
    FunctionOf,
    ObjectOf,
    Type,
    UnionOf,
    has_invalid,
    is_nullish,
    members_of,
    without_nullish,
)
from plait.frontend.codes import Code
from plait.source import Span


def check_object(context: Context, node: syntax.Expression, is_optional: bool, check: Check) -> typed.Expression:
    """The object of a member, element or call. In an optional link it stands for what is there."""
    return linked(context, context.value(check(context, node)), is_optional)


def linked(context: Context, value: typed.Expression, is_optional: bool) -> typed.Expression:
    """The value before a link of a chain. In an optional link it stands for what is there."""
    if not is_optional or has_invalid(value.type) or value.type is UNKNOWN:
        return value
    if not any(member in NULLISH for member in members_of(value.type)):
        return value
    if is_nullish(value.type):
        return context.invalid(Code.UNKNOWN_PROPERTY, value.span, "there is never an object here", "leave this out")
    name = typed.OldValue(value.span, without_nullish(value.type))
    context.function.links[-1].append((value, name))
    return name


def present(context: Context, value: typed.Expression) -> typed.Expression:
    """The value, reported if it may be null or undefined."""
    value = as_plain(value)
    if value.type is NEVER:
        return context.invalid(
            Code.UNKNOWN_PROPERTY,
            value.span,
            "execution never comes here with a value: its type has nothing left",
            "leave this out",
        )
    nothing = [str(member) for member in members_of(value.type) if member in NULLISH]
    if not nothing:
        return value
    return context.invalid(
        Code.POSSIBLY_NOTHING,
        value.span,
        f"this may be {' or '.join(nothing)}",
        f"ask first: `if (x !== {nothing[0]})`, or write `?.`",
    )


def check_member(context: Context, node: syntax.Member, check: Check) -> typed.Expression:
    """`object.name`, not called and not assigned."""
    named = class_named(context, node.object)
    if named is not None:
        return read_static(context, node, named)
    if isinstance(node.object, syntax.Name):
        symbol = context.scope.find(node.object.name)
        if isinstance(symbol, EnumSymbol):
            from plait.frontend.check.enums import check_enum_member

            return check_enum_member(context, node, symbol)
        if symbol is None:
            constant = library.builtin_constant(context, node.object.name, node)
            if constant is not None:
                return constant
    if node.name == "name" and isinstance(node.object, syntax.Member) and node.object.name == "constructor":
        return _class_name(context, node, node.object, check)
    value = present(context, check_object(context, node.object, node.is_optional, check))
    if not isinstance(value.type, ClassOf | ObjectOf | UnionOf):
        return library.check_property(context, node, value)
    if isinstance(value.type, UnionOf):
        from plait.frontend.check.unions import read_of_union

        return read_of_union(context, node, value)
    member = find_member(context, node, value.type)
    return typed.Invalid(node.span, INVALID) if member is None else read_member(context, node.span, value, member)


def _class_name(context: Context, node: syntax.Member, constructor: syntax.Member, check: Check) -> typed.Expression:
    """`object.constructor.name`: the name of the class that the object was made of."""
    value = present(context, check_object(context, constructor.object, constructor.is_optional, check))
    if has_invalid(value.type):
        return typed.Invalid(node.span, INVALID)
    if not isinstance(value.type, ClassOf):
        return context.invalid(
            Code.LIBRARY, constructor.name_span, f"`constructor` of {value.type} is not supported", "name the class"
        )
    return typed.Machine(node.span, TEXT, ("CLASS_NAME",), (value,))


def find_member(context: Context, node: syntax.Member, type_: Type) -> Member | None:
    """The member of an object type that the node names; None if there is none that may be used here."""
    member: Member | None = None
    match type_:
        case ClassOf(info):
            member = _private(context, node.name, info) if node.name.startswith("#") else info.find(node.name)
        case ObjectOf(shape):
            member = find_in_shape(shape, node.name)
        case _:
            raise AssertionError(f"an object, not {type_}")
    if member is None:
        hint = "check the spelling"
        if isinstance(type_, ClassOf) and type_.info.find_static(node.name) is not None:
            hint = f"it is static: write `{type_}.{node.name}`"
        context.report(Code.UNKNOWN_PROPERTY, node.name_span, f"{type_} has no property `{node.name}`", hint)
        return None
    return member if check_access(context, node.name_span, member, type_) else None


def _private(context: Context, name: str, info: ClassInfo) -> Member | None:
    """The private member of the class around; two classes may use one name."""
    owner = context.function.owner
    if owner is not None and info.inherits(owner) and name in owner.members:
        return owner.members[name]
    return info.find(name)


def read_member(
    context: Context, span: Span, value: typed.Expression, member: Member, super_info: ClassInfo | None = None
) -> typed.Expression:
    """The value of a member."""
    if has_invalid(member.type):
        return typed.Invalid(span, INVALID)
    result: typed.Expression
    match member.kind:
        case MemberKind.FIELD:
            if isinstance(value.type, ObjectOf):
                context.program.note_method(context.function.index, f"get {member.name}", span)
            result = typed.ReadField(span, member.type, value, member)
        case MemberKind.ACCESSOR:
            if not readable(context, span, member):
                return typed.Invalid(span, INVALID)
            context.program.note_method(context.function.index, f"get {member.name}", span)
            result = typed.CallMethod(span, member.type, value, f"get {member.name}", member, super_info, ())
        case MemberKind.METHOD:
            return context.invalid(
                Code.FUNCTION_VALUE,
                span,
                f"the method `{member.name}` cannot be used as a value yet",
                f"call it, or write a function that does: `() => object.{member.name}()`",
            )
    return narrowed(context, result, member.type)


def narrowed(context: Context, value: typed.Expression, declared: Type) -> typed.Expression:
    """What is read, as the type that it is known to have here.

    That it is null is not relied on when some function assigns it: one that was called since may have set it, and what
    depends on it would be left out of the program.
    """
    found = context.flow.type_of(reference_of(value), declared)
    if found in NULLISH and _name_of(value) in context.program.assigned_in_functions:
        found = declared
    return value if found == declared else typed.Convert(value.span, found, value)


def _name_of(value: typed.Expression) -> str:
    match value:
        case typed.Read(variable=variable):
            return variable.name
        case typed.ReadField(member=member) | typed.ReadStatic(member=member):
            return member.name
        case _:
            return ""


def read_static(context: Context, node: syntax.Member, symbol: ClassSymbol, by_super: bool = False) -> typed.Expression:
    """`Class.name`, and `this.name` and `super.name` in static members."""
    if node.name == "name" and symbol.info.find_static("name") is None:
        context.program.classes.use(context, symbol, node.object.span)
        return typed.Constant(node.span, TEXT, symbol.info.name)
    member = find_static(context, node, symbol, by_super)
    if member is None or has_invalid(member.type):
        return typed.Invalid(node.span, INVALID)
    match member.kind:
        case MemberKind.FIELD:
            return narrowed(context, typed.ReadStatic(node.span, member.type, member), member.type)
        case MemberKind.ACCESSOR:
            if not readable(context, node.span, member) or member.getter is None:
                return typed.Invalid(node.span, INVALID)
            context.program.note_call(context.function.index, member.getter.index, node.span)
            return typed.Call(node.span, member.type, member.getter.index, False, (), symbol.info)
        case MemberKind.METHOD:
            assert member.function is not None
            if not check_value(context, node.span, member):
                return typed.Invalid(node.span, INVALID)
            return function_value(context, node, member.function)


def static_super(context: Context, node: syntax.SuperMember) -> tuple[syntax.Member, ClassSymbol] | None:
    """`super.name` in a static member as a member of the base class; None elsewhere."""
    base = static_base(context)
    if base is None:
        return None
    return syntax.Member(node.span, syntax.This(node.span), node.name, node.name_span, False), base


def read_static_super(context: Context, node: syntax.SuperMember) -> typed.Expression | None:
    """`super.name` in a static member; None elsewhere."""
    found = static_super(context, node)
    return None if found is None else read_static(context, *found, by_super=True)


def find_static(context: Context, node: syntax.Member, symbol: ClassSymbol, by_super: bool = False) -> Member | None:
    """The static member that the node names; None if there is none that may be used here."""
    context.program.classes.use(context, symbol, node.object.span)
    member = symbol.info.find_static(node.name)
    if member is None:
        hint = "check the spelling"
        if symbol.info.find(node.name) is not None:
            hint = "it is a member of the objects: write `static` before its declaration, or use an object"
        context.report(
            Code.UNKNOWN_PROPERTY,
            node.name_span,
            f"the class {symbol.info.name} has no static property `{node.name}`",
            hint,
        )
        return None
    if not check_access(context, node.name_span, member, ClassOf(symbol.info)):
        return None
    return member if check_inherited(context, node.name_span, member, symbol, by_super) else None


def check_method_call(
    context: Context, node: syntax.Call, callee: syntax.Member, value: typed.Expression, check: Check
) -> typed.Expression:
    """`value.name(arguments)`, where the value is an object of a class or interface."""
    if isinstance(value.type, UnionOf):
        from plait.frontend.check.unions import call_of_union

        return call_of_union(context, node, callee, value, check)
    member = find_member(context, callee, value.type)
    if member is None:
        arguments.check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    return call_member(context, node, value, member, None, check)


def call_member(
    context: Context,
    node: syntax.Call,
    value: typed.Expression,
    member: Member,
    super_info: ClassInfo | None,
    check: Check,
) -> typed.Expression:
    """A call of a member of an object."""
    if member.kind is not MemberKind.METHOD or member.is_optional:
        function = read_member(context, node.callee.span, value, member)
        function = linked(context, function, node.is_optional)
        return arguments.call_value(context, node, function, check)
    if not isinstance(member.type, FunctionOf):
        arguments.check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    values = arguments.check_arguments(context, node.span, node.arguments, member.type, member.name, check)
    if values is None or has_invalid(member.type):
        return typed.Invalid(node.span, member.type.result)
    if super_info is not None and member.is_abstract:
        return context.invalid(
            Code.ABSTRACT, node.callee.span, f"`{member.name}` is abstract: the base class has no code for it"
        )
    context.program.note_method(context.function.index, member.name, node.span)
    result = typed.CallMethod(node.span, member.type.result, value, member.name, member, super_info, values)
    if member.returns_this and value.type != result.type:
        return typed.Convert(node.span, value.type, result)
    return result


def check_static_call(
    context: Context,
    node: syntax.Call,
    callee: syntax.Member,
    symbol: ClassSymbol,
    check: Check,
    by_super: bool = False,
) -> typed.Expression:
    """`Class.name(arguments)`, and of `this` and `super` in static members."""
    member = find_static(context, callee, symbol, by_super)
    if member is None or not isinstance(member.type, FunctionOf) or member.function is None:
        if member is not None and not has_invalid(member.type):
            return arguments.call_value(context, node, read_static(context, callee, symbol, by_super), check)
        arguments.check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    values = arguments.check_arguments(context, node.span, node.arguments, member.type, member.name, check)
    if values is None or has_invalid(member.type):
        return typed.Invalid(node.span, member.type.result)
    context.program.note_call(context.function.index, member.function.index, node.span)
    is_async = member.function.declaration.is_async
    return typed.Call(node.span, member.type.result, member.function.index, is_async, values, symbol.info)


def check_this(context: Context, node: syntax.This) -> typed.Expression:
    """`this`."""
    function = context.function
    if function.this is None:
        if function.static_class is not None:
            name = function.static_class.name
            return context.invalid(
                Code.CLASS_AS_VALUE,
                node.span,
                f"the class `{name}` cannot be used as a value yet",
                "write `new this(...)` or name a static member",
            )
        hint = f"write `{function.owner.name}`" if function.owner is not None else "pass the object as a parameter"
        # In top-level code, TypeScript takes it for undefined.
        code = Code.EXPRESSION if function.index is None and function.owner is None else Code.SUPER
        return context.invalid(code, node.span, "`this` is there in methods and constructors only", hint)
    if not function.has_super:
        return context.invalid(Code.SUPER, node.span, "`this` is not there before `super(...)`", "call super first")
    return typed.Read(node.span, function.this.type, function.this)


def check_super_member(context: Context, node: syntax.SuperMember) -> tuple[typed.Expression, Member, ClassInfo] | None:
    """The object, the member and the base class of `super.name`; None if there are none."""
    function = context.function
    if function.this is None or function.owner is None or function.owner.base is None:
        context.report(Code.SUPER, node.span, "`super` is there in methods of a class with a base only")
        return None
    base = function.owner.base
    this = check_this(context, syntax.This(node.span))
    member = base.find(node.name)
    if member is None:
        context.report(
            Code.UNKNOWN_PROPERTY, node.name_span, f"{base.name} has no method `{node.name}`", "check the spelling"
        )
        return None
    if member.kind is MemberKind.FIELD:
        context.report(Code.SUPER, node.name_span, "`super` gives methods only", f"write `this.{node.name}`")
        return None
    if this.type is INVALID or not check_access(context, node.name_span, member, ClassOf(base), is_super=True):
        return None
    return this, member, base


def refuse_unknown(context: Context, value: typed.Expression) -> typed.Expression | None:
    """What stands in for something done with a value whose type is not known or that is none; None if it is fine."""
    if has_invalid(value.type):
        return typed.Invalid(value.span, INVALID)
    if value.type is UNKNOWN:
        return unknown(context, value.span)
    if value.type in (NEVER, VOID):
        return context.invalid(Code.UNKNOWN_PROPERTY, value.span, "there is never a value here", "leave this out")
    return None
