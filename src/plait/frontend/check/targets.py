"""What can be assigned: variables, elements and properties, each with its way of reading and writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from plait.frontend import syntax
from plait.frontend.check import library, objects, typed
from plait.frontend.check.access import writable
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import ClassSymbol, Context, EnumSymbol, FunctionSymbol
from plait.frontend.check.conversions import convert
from plait.frontend.check.flow import Reference, reference_of
from plait.frontend.check.members import ClassInfo, Member, MemberKind
from plait.frontend.check.names import find_variable
from plait.frontend.check.operators import narrow
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.relations import same_type
from plait.frontend.check.static_this import check_written, class_named
from plait.frontend.check.types import (
    INVALID,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    ClassOf,
    ObjectOf,
    Type,
    UnionOf,
    has_invalid,
    without_nullish,
)
from plait.frontend.check.unions import choice_of_union, members_of_union, read_of_union
from plait.frontend.codes import Code
from plait.source import Span


@dataclass(frozen=True, slots=True)
class Target:
    """A place that can be assigned.

    `type` is the declared type. `write` makes the assignment of a value of that type. `bound` are the values that
    reading and writing both use, computed once, in this order. An element is an array with an index instead.
    """

    type: Type
    read: typed.Expression
    write: Callable[[typed.Expression], typed.Expression]
    reference: Reference | None = None
    bound: tuple[tuple[typed.Expression, typed.OldValue], ...] = ()
    element: tuple[typed.Expression, typed.Expression] | None = None


def check_target(context: Context, node: syntax.Expression, is_read: bool, check: Check) -> Target | None:
    """The target of an assignment, which is read as well or not; None if it is none, which is reported."""
    match node:
        case syntax.Name():
            return _variable(context, node)
        case syntax.Index():
            return _element(context, node, check)
        case syntax.Member():
            return _member(context, node, is_read, check)
        case syntax.SuperMember():
            return _super(context, node, is_read)
        case syntax.As(operand=operand):
            return check_target(context, operand, is_read, check)
        case syntax.NonNull(operand=operand):
            target = check_target(context, operand, is_read, check)
            return target if target is None or not is_read else _present(target)
        case syntax.BadExpression():
            return None
        case _:
            check(context, node)
            context.report(Code.ASSIGNMENT_TARGET, node.span, "this cannot be assigned", "assign to a variable")
            return None


def _present(target: Target) -> Target:
    """`target!`, which is read: as something that is neither null nor undefined."""
    if has_invalid(target.read.type):
        return target
    return replace(target, read=narrow(target.read, without_nullish(target.read.type)))


def _variable(context: Context, node: syntax.Name) -> Target | None:
    symbol = context.scope.find(node.name)
    if isinstance(symbol, FunctionSymbol | ClassSymbol | EnumSymbol):
        kinds = {FunctionSymbol: "function", ClassSymbol: "class", EnumSymbol: "enum"}
        what = kinds[type(symbol)]
        context.report(Code.ASSIGNMENT_TO_CONSTANT, node.span, f"the {what} `{node.name}` cannot be assigned")
        return None
    variable = find_variable(context, node)
    if not isinstance(variable, typed.Variable):
        if isinstance(variable, typed.Constant):
            context.report(Code.EXPRESSION, node.span, f"`{node.name}` cannot be assigned")
        return None
    if variable.is_constant:
        if variable.type is UNKNOWN and symbol is not None and getattr(symbol, "declarator", None) is None:
            context.report(Code.EXPRESSION, node.span, "a caught value cannot be assigned", "declare another variable")
        else:
            context.report(
                Code.ASSIGNMENT_TO_CONSTANT,
                node.span,
                f"`{node.name}` is a constant",
                "declare it with `let` to assign it",
            )
        return None
    if has_invalid(variable.type):
        return None
    declared = variable.type
    read: typed.Expression = typed.Read(node.span, declared, variable)
    read = objects.narrowed(context, read, declared)
    return Target(declared, read, lambda value: typed.Store(node.span, value.type, variable, value), (variable,))


def _element(context: Context, node: syntax.Index, check: Check) -> Target | None:
    array = objects.present(context, objects.check_object(context, node.object, node.is_optional, check))
    index = library.check_index(context, check(context, node.index))
    if array.type is TEXT:
        context.report(
            Code.READONLY, node.span, "the units of a string cannot be assigned", "make a new string of its parts"
        )
        return None
    element = library.check_element(context, node.span, array, index)
    if INVALID in (array.type, index.type) or has_invalid(element.type):
        return None

    def write(value: typed.Expression) -> typed.Expression:
        return typed.StoreElement(node.span, value.type, array, index, value)

    return Target(element.type, element, write, element=(array, index))


def _member(context: Context, node: syntax.Member, is_read: bool, check: Check) -> Target | None:
    named = class_named(context, node.object)
    if named is not None:
        return _static(context, node, named)
    if isinstance(node.object, syntax.Name):
        symbol = context.scope.find(node.object.name)
        if isinstance(symbol, EnumSymbol):
            context.report(Code.READONLY, node.span, "the member of an enum cannot be assigned")
            return None
    value = objects.present(context, objects.check_object(context, node.object, False, check))
    if isinstance(value.type, ArrayOf) and node.name == "length":
        return _length(context, node, value, value.type.element, is_read)
    if not isinstance(value.type, ClassOf | ObjectOf | UnionOf):
        if objects.refuse_unknown(context, value) is None:
            context.report(
                Code.EXPRESSION,
                node.span,
                f"the property `{node.name}` cannot be assigned",
                "assign to a variable, an array element or a field",
            )
        return None
    if isinstance(value.type, UnionOf):
        return _member_of_union(context, node, value, is_read)
    member = objects.find_member(context, node, value.type)
    if member is None or has_invalid(member.type):
        return None
    is_this = isinstance(node.object, syntax.This)
    if not writable(context, node.name_span, member, is_this):
        return None
    reference = reference_of(typed.ReadField(node.span, member.type, value, member))
    bound: tuple[tuple[typed.Expression, typed.OldValue], ...] = ()
    object_ = value
    is_field = member.kind is MemberKind.FIELD and isinstance(value, typed.Read)
    if is_read and not is_field and not _is_fixed(value):
        name = typed.OldValue(value.span, value.type)
        bound = ((value, name),)
        object_ = name
    read: typed.Expression = typed.Invalid(node.span, INVALID)
    if is_read:
        read = objects.read_member(context, node.span, object_, member)
        if read.type is INVALID:
            return None
        found = context.flow.type_of(reference, member.type)
        if bound and found != member.type and read.type == member.type:
            read = typed.Convert(read.span, found, read)
    return Target(member.type, read, lambda new: _write(context, node, object_, member, new), reference, bound)


def _member_of_union(context: Context, node: syntax.Member, value: typed.Expression, is_read: bool) -> Target | None:
    """`value.name`, where the value has one of several types of objects."""
    found = members_of_union(context, node, value)
    if found is None or not all(writable(context, node.name_span, member, False) for _, member in found):
        return None
    type_ = found[0][1].type
    if any(not same_type(member.type, type_) for _, member in found):
        context.report(
            Code.UNION,
            node.name_span,
            f"`{node.name}` has different types in the types of {value.type}: it cannot be assigned yet",
            "find out first which of them it is: `if (x instanceof C)`",
        )
        return None
    span = node.span
    name = typed.OldValue(value.span, value.type)

    def write(value_of: typed.Expression) -> typed.Expression:
        new = typed.OldValue(value_of.span, value_of.type)
        stored = choice_of_union(span, name, found, lambda one, member: _write(context, node, one, member, new))
        stored = typed.Let(span, new.type, value_of, new, stored)
        return stored if is_read else typed.Let(span, new.type, value, name, stored)

    read = read_of_union(context, node, name) if is_read else typed.Invalid(span, INVALID)
    return Target(type_, read, write, bound=((value, name),) if is_read else ())


def _super(context: Context, node: syntax.SuperMember, is_read: bool) -> Target | None:
    """`super.name`, whose setter the base class has."""
    found = objects.check_super_member(context, node)
    if found is None or has_invalid(found[1].type) or not writable(context, node.name_span, found[1], False):
        return None
    this, member, base = found
    read = objects.read_member(context, node.span, this, member, base) if is_read else typed.Invalid(node.span, INVALID)
    return Target(member.type, read, lambda value: _call_setter(context, node.span, this, member, value, base))


def _length(context: Context, node: syntax.Member, array: typed.Expression, element: Type, is_read: bool) -> Target:
    """`array.length`: an array can be made shorter."""
    name = typed.OldValue(array.span, array.type)
    span = node.span

    def write(value: typed.Expression) -> typed.Expression:
        new = typed.OldValue(value.span, value.type)
        call = call_prelude(context, span, "setLength", element, (name, convert(new, NUMBER)))
        stored = typed.Let(span, value.type, value, new, typed.Comma(span, value.type, call, new))
        return stored if is_read else typed.Let(span, value.type, array, name, stored)

    return Target(NUMBER, typed.Length(span, NUMBER, name), write, bound=((array, name),) if is_read else ())


def _is_fixed(value: typed.Expression) -> bool:
    """Whether a value is computed already, and no assignment changes what it reads."""
    return isinstance(value, typed.OldValue) or (isinstance(value, typed.Read) and value.variable.is_constant)


def _write(
    context: Context, node: syntax.Member, object_: typed.Expression, member: Member, value: typed.Expression
) -> typed.Expression:
    if member.kind is MemberKind.FIELD:
        if isinstance(object_.type, ObjectOf):
            context.program.note_method(context.function.index, f"set {member.name}", node.span)
        return typed.StoreField(node.span, value.type, object_, member, value)
    if _is_fixed(object_):
        return _call_setter(context, node.span, object_, member, value, None)
    # The object is computed before the value.
    held = typed.OldValue(object_.span, object_.type)
    return typed.Let(node.span, value.type, object_, held, _call_setter(context, node.span, held, member, value, None))


def _call_setter(
    context: Context,
    span: Span,
    object_: typed.Expression,
    member: Member,
    value: typed.Expression,
    super_info: ClassInfo | None,
) -> typed.Expression:
    """Call the setter of an object that is computed already; the value of that is the value assigned."""
    name = f"set {member.name}"
    context.program.note_method(context.function.index, name, span)
    new = typed.OldValue(value.span, value.type)
    call = typed.CallMethod(span, VOID, object_, name, member, super_info, (new,))
    return typed.Let(span, value.type, value, new, typed.Comma(span, value.type, call, new))


def _static(context: Context, node: syntax.Member, symbol: ClassSymbol) -> Target | None:
    member = objects.find_static(context, node, symbol)
    if member is None or has_invalid(member.type) or not writable(context, node.name_span, member, False):
        return None
    if member.kind is MemberKind.FIELD:
        if not check_written(context, node.name_span, member, symbol):
            return None
        read: typed.Expression = typed.ReadStatic(node.span, member.type, member)
        reference = reference_of(read)
        read = objects.narrowed(context, read, member.type)

        def write(value: typed.Expression) -> typed.Expression:
            return typed.StoreStatic(node.span, value.type, member, value)

        return Target(member.type, read, write, reference)
    setter = member.setter
    if setter is None:
        return None

    def call(value: typed.Expression) -> typed.Expression:
        context.program.note_call(context.function.index, setter.index, node.span)
        new = typed.OldValue(value.span, value.type)
        stored = typed.Call(node.span, VOID, setter.index, False, (new,), symbol.info)
        return typed.Let(node.span, value.type, value, new, typed.Comma(node.span, value.type, stored, new))

    read = typed.Invalid(node.span, INVALID)
    if member.getter is not None:
        context.program.note_call(context.function.index, member.getter.index, node.span)
        read = typed.Call(node.span, member.type, member.getter.index, False, (), symbol.info)
    return Target(member.type, read, call)
