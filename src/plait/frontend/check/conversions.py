"""Conversions of typed expressions: to the type that is wanted, to text, to a condition; common types of several."""

from __future__ import annotations

from collections.abc import Sequence

from plait.frontend.check import typed
from plait.frontend.check.adapters import adapted, becomes
from plait.frontend.check.as_plain import as_plain
from plait.frontend.check.context import Context
from plait.frontend.check.members import MemberKind
from plait.frontend.check.relations import Relation, explain, reduced_union, relate
from plait.frontend.check.types import (
    BOOLEAN,
    INT,
    INVALID,
    NEVER,
    NULLISH,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    ClassOf,
    EnumOf,
    FunctionOf,
    ObjectOf,
    PromiseOf,
    Simple,
    Type,
    UnionOf,
    has_invalid,
    is_numeric,
    members_of,
    plain,
    without_nullish,
)
from plait.frontend.codes import Code
from plait.source import Span

INT_HINT = "write `as int` to check that the number is an int, or `| 0` to cut it to one"


def assign(context: Context, value: typed.Expression, wanted: Type) -> typed.Expression:
    """The value where one of type `wanted` is needed; reports if it is not."""
    found = value.type
    if has_invalid(found) or has_invalid(wanted) or (found == wanted and found is not VOID):
        return value
    if found is VOID and wanted is not VOID:
        return context.value(value)
    if found is NUMBER and INT in members_of(wanted) and NUMBER not in members_of(wanted):
        return _to_int(context, value, wanted)
    match relate(found, wanted):
        case Relation.YES:
            return convert(value, wanted)
        case Relation.NOT_YET:
            function = adapted(context, value, wanted)
            if function is not None:
                return convert(function, wanted)
            reason = explain(found, wanted)
            return context.invalid(
                Code.HELD_DIFFERENTLY,
                value.span,
                f"a value of type {found} cannot become one of type {wanted} yet{': ' * bool(reason)}{reason}",
                "give both the same types" if reason else _numbers_hint(found, wanted),
            )
        case Relation.NO:
            return _mismatch(context, value, wanted)


def become(context: Context, value: typed.Expression, wanted: Type) -> typed.Expression:
    """One of several values as one of the type that they have together."""
    if isinstance(value.type, FunctionOf) and relate(value.type, wanted) is Relation.NOT_YET:
        function = adapted(context, value, wanted)
        if function is not None:
            return convert(function, wanted)
    return convert(value, wanted)


def convert(value: typed.Expression, wanted: Type) -> typed.Expression:
    """The value as one of a type that it fits."""
    if value.type == wanted or INVALID in (value.type, wanted):
        return value
    if isinstance(value.type, EnumOf) and wanted is plain(value.type):
        return as_plain(value)
    if value.type is INT and wanted is NUMBER:
        return typed.ToNumber(value.span, NUMBER, value)
    return typed.Convert(value.span, wanted, value)


def _to_int(context: Context, value: typed.Expression, wanted: Type) -> typed.Expression:
    if context.fits_int(value):
        return convert(typed.ToInt(value.span, INT, value), wanted)
    if isinstance(value, typed.Constant):
        return context.invalid(
            Code.NUMBER_TO_INT,
            value.span,
            "this number is no int",
            "an int is an integer from -2147483648 to 2147483647",
        )
    return context.invalid(Code.NUMBER_TO_INT, value.span, "a number cannot stand where an int is needed", INT_HINT)


def _mismatch(context: Context, value: typed.Expression, wanted: Type) -> typed.Expression:
    found = value.type
    if found is UNKNOWN:
        return unknown(context, value.span)
    hint = explain(found, wanted)
    nothing = [str(member) for member in members_of(found) if member in NULLISH and member not in members_of(wanted)]
    if nothing and relate(without_nullish(found), wanted) is not Relation.NO:
        hint = f"exclude {' and '.join(nothing)} first: `if (x !== {nothing[0]})`, or `x ?? other`"
    elif found == PromiseOf(wanted):
        hint = "await the promise"
    elif wanted is TEXT and not hint:
        hint = "convert with String(value)"
    return context.invalid(
        Code.TYPE_MISMATCH, value.span, f"a value of type {found} cannot stand where {wanted} is needed", hint
    )


def _numbers_hint(found: Type, wanted: Type) -> str:
    if isinstance(found, ArrayOf) and isinstance(wanted, ArrayOf):
        if {_innermost(found), _innermost(wanted)} == {INT, NUMBER}:
            return "arrays of int and arrays of number are held differently; declare both alike"
        return f"make an array of {wanted.element} and push the elements"
    return "give both the same types"


def _innermost(type_: Type) -> Type:
    while isinstance(type_, ArrayOf):
        type_ = type_.element
    return type_


def unknown(context: Context, span: Span) -> typed.Expression:
    """Report a use of a caught value whose type is not known."""
    return context.invalid(
        Code.UNKNOWN_VALUE, span, "the type of this value is unknown", "ask first: `if (e instanceof Error) { ... }`"
    )


def _can_be_int(context: Context, value: typed.Expression) -> bool:
    return value.type is INT or (not isinstance(value.type, EnumOf) and context.fits_int(value))


def common_type(context: Context, values: Sequence[typed.Expression], wanted: Type | None = None) -> Type:
    """The type that all the values have together: the wanted one if they fit, else the union of theirs."""
    types = [value.type for value in values]
    if any(has_invalid(type_) for type_ in types):
        return INVALID
    if all(type_ == types[0] for type_ in types):
        return types[0]
    if all(is_numeric(plain(type_)) for type_ in types):
        return INT if all(_can_be_int(context, value) for value in values) else NUMBER
    is_single = wanted is not None and not isinstance(wanted, UnionOf | Simple)
    if wanted is not None and is_single and all(becomes(type_, wanted) for type_ in types):
        return wanted
    kinds = () if wanted is None else members_of(wanted)
    if INT in kinds and NUMBER not in kinds:
        types = [INT if value.type is NUMBER and _can_be_int(context, value) else value.type for value in values]
    return reduced_union(types)


def to_text(context: Context, value: typed.Expression) -> typed.Expression:
    """The value as JavaScript's String(value) gives it."""
    value = as_plain(context.value(value))
    if value.type is INVALID or value.type is TEXT:
        return value
    if value.type is UNKNOWN:
        return _dynamic_text(context, value)
    if is_numeric(value.type) or value.type is BOOLEAN:
        if isinstance(value, typed.Constant) and isinstance(value.value, bool):
            return typed.Constant(value.span, TEXT, "true" if value.value else "false")
        return typed.ToText(value.span, TEXT, value)
    if all(isinstance(plain(member), Simple) for member in members_of(value.type)):
        if isinstance(value, typed.Nothing):
            return typed.Constant(value.span, TEXT, str(value.type))
        return typed.ToText(value.span, TEXT, value)
    if isinstance(value.type, ArrayOf):
        return joined(context, value.span, value)
    if isinstance(value.type, ClassOf | ObjectOf):
        return _object_text(context, value, value.type)
    if all(isinstance(plain(member), Simple | ClassOf | ObjectOf) for member in members_of(value.type)):
        return _dynamic_text(context, convert(value, UNKNOWN))
    return context.invalid(
        Code.EXPRESSION,
        value.span,
        f"a value of type {value.type} cannot become a string yet",
        "use its parts, one by one",
    )


def joined(
    context: Context, span: Span, array: typed.Expression, separator: typed.Expression | None = None
) -> typed.Expression:
    """The elements as strings, with the separator or a comma between them; null and undefined are empty."""
    from plait.frontend.check.prelude import JOINED_AS_THEY_ARE, call_prelude

    if not isinstance(array.type, ArrayOf):
        raise AssertionError("an array is joined")
    element = array.type.element
    some = without_nullish(element)
    if some is NEVER:
        some = TEXT
    # The function of the library is checked for this element type: what cannot become a string is reported here.
    if has_invalid(to_text(context, typed.OldValue(array.span, some)).type):
        return typed.Invalid(span, INVALID)
    name = "joinSome"
    if some == element and element is not UNKNOWN:
        name = "joinPlain" if element in JOINED_AS_THEY_ARE else "join"
    return call_prelude(context, span, name, element, (array, separator or typed.Constant(span, TEXT, ",")))


def _object_text(context: Context, value: typed.Expression, type_: ClassOf | ObjectOf) -> typed.Expression:
    """An object as a string: what its `toString` gives, which may be one that its type does not tell of."""
    member = type_.info.find("toString") if isinstance(type_, ClassOf) else type_.shape.members.get("toString")
    if member is None:
        return _dynamic_text(context, convert(value, UNKNOWN))
    if member.kind is not MemberKind.METHOD or member.type != FunctionOf((), TEXT):
        return context.invalid(
            Code.EXPRESSION, value.span, f"the `toString` of {type_} gives no string", "call it, and convert the result"
        )
    context.program.note_method(context.function.index, "toString", value.span)
    return typed.CallMethod(value.span, TEXT, value, "toString", member, None, ())


def _dynamic_text(context: Context, value: typed.Expression) -> typed.Expression:
    """A value of unknown type as a string: what its `toString` gives if it has one, else what the machine knows."""
    span, wanted = value.span, ObjectOf(context.program.textual)
    member = wanted.shape.members["toString"]
    whole = typed.OldValue(span, UNKNOWN)
    context.program.note_method(context.function.index, member.name, span)
    called = typed.CallMethod(span, TEXT, typed.Convert(span, wanted, whole), member.name, member, None, ())
    has_own = typed.IsOf(span, BOOLEAN, whole, wanted)
    return typed.Let(
        span, TEXT, value, whole, typed.Choose(span, TEXT, has_own, called, typed.ToText(span, TEXT, whole))
    )


def condition(context: Context, value: typed.Expression) -> typed.Expression:
    """The value as a condition."""
    value = context.value(value)
    if has_invalid(value.type):
        return typed.Invalid(value.span, INVALID)
    if value.type is BOOLEAN:
        return value
    if isinstance(value.type, PromiseOf):
        return context.invalid(
            Code.CONDITION, value.span, f"a value of type {value.type} is always true", "await the promise"
        )
    return typed.Truthy(value.span, BOOLEAN, value)
