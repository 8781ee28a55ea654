"""The library: properties, elements, `Math`, errors, the console."""

from __future__ import annotations

import re
from typing import Final

from plait.frontend import syntax
from plait.frontend.check import mathematics, numbers, typed
from plait.frontend.check.as_plain import as_plain
from plait.frontend.check.context import Context, RefusedSymbol
from plait.frontend.check.conversions import to_text, unknown
from plait.frontend.check.library_functions import CONSOLE
from plait.frontend.check.library_methods import check_library_property
from plait.frontend.check.members import ClassInfo
from plait.frontend.check.names import BUILTINS
from plait.frontend.check.prelude import call_prelude
from plait.frontend.check.static_this import class_named
from plait.frontend.check.types import (
    BOOLEAN,
    BUILTIN_ERRORS,
    ERROR_OBJECT,
    INT,
    INVALID,
    MUTEX,
    NEVER,
    NUMBER,
    TEXT,
    UNKNOWN,
    VOID,
    ArrayOf,
    ChannelOf,
    ClassOf,
    FunctionOf,
    ObjectOf,
    PromiseOf,
    Simple,
    TupleOf,
    Type,
    has_invalid,
    is_numeric,
    members_of,
    plain,
)
from plait.frontend.codes import Code
from plait.frontend.words import words
from plait.source import Span


def builtin_constant(context: Context, name: str, node: syntax.Member) -> typed.Expression | None:
    """A constant such as `Math.PI`; None when `name` is no object of the library."""
    constants = {"Math": mathematics.CONSTANTS, "Number": numbers.CONSTANTS}.get(name, {})
    if node.name in constants:
        return typed.Constant(node.span, NUMBER, constants[node.name])
    if name in BUILTINS or name == "Number":
        return context.invalid(Code.LIBRARY, node.span, f"`{name}.{node.name}` is not supported here yet")
    return None


def check_property(context: Context, node: syntax.Member, value: typed.Expression) -> typed.Expression:
    """`value.name`, not called."""
    value = context.value(value)
    found = check_library_property(node, value)
    if found is not None:
        return found
    match value.type, node.name:
        case type_, _ if has_invalid(type_):
            return typed.Invalid(node.span, INVALID)
        case type_, _ if type_ is UNKNOWN:
            return unknown(context, value.span)
        case (TupleOf(elements), "length"):
            return typed.Constant(node.span, NUMBER, float(len(elements)))
        case (ArrayOf(), "length"):
            return typed.Length(node.span, NUMBER, value)
        case (type_, "length") if type_ is TEXT:
            if isinstance(value, typed.Constant):
                return typed.Constant(node.span, NUMBER, len(str(value.value).encode("utf-16-le", "surrogatepass")) / 2)
            return typed.Length(node.span, NUMBER, value)
        case type_, name:
            return no_property(context, node, type_, name)


_EXISTING: Final = {
    "array": words(
        "at concat copyWithin entries every fill filter find findIndex findLast flat flatMap forEach "
        "includes indexOf join keys lastIndexOf map pop reduce reduceRight reverse shift slice some sort "
        "splice toString unshift values with"
    ),
    "string": words(
        "at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match "
        "matchAll normalize padEnd padStart repeat replace replaceAll search slice split startsWith "
        "substring toLowerCase toUpperCase trim trimEnd trimStart valueOf substr"
    ),
    "number": frozenset(["toFixed", "toPrecision", "toExponential", "toLocaleString", "valueOf"]),
    "promise": words("then catch finally cancel"),
    "mutex": words("lock tryLock unlock"),
    "channel": words("send receive close"),
}


def no_property(context: Context, node: syntax.Member, type_: Type, name: str) -> typed.Expression:
    """Report a property that the type does not have, or not yet."""
    match type_:
        case ArrayOf():
            kind = "array"
        case PromiseOf():
            kind = "promise"
        case ChannelOf():
            kind = "channel"
        case _ if type_ is MUTEX:
            kind = "mutex"
        case _ if type_ is TEXT:
            kind = "string"
        case _ if is_numeric(type_):
            kind = "number"
        case _:
            kind = ""
    if name in _EXISTING.get(kind, ()) or name in ("push", "toString", "length"):
        hint = "await the promise" if kind == "promise" else ""
        if kind == "array" and name in ("keys", "values", "entries"):
            hint = "go over it with for-of, or spread it: `[...array.entries()]`"
        return context.invalid(Code.LIBRARY, node.name_span, f"`{name}` of {type_} is not supported here yet", hint)
    return context.invalid(
        Code.UNKNOWN_PROPERTY, node.name_span, f"{type_} has no property `{name}`", "check the spelling"
    )


def check_index(context: Context, index: typed.Expression) -> typed.Expression:
    """An index of an array."""
    index = context.value(index)
    if has_invalid(index.type) or is_numeric(index.type):
        return index
    if index.type is UNKNOWN:
        return unknown(context, index.span)
    return context.invalid(Code.TYPE_MISMATCH, index.span, f"an index is a number, not {index.type}")


def check_element(context: Context, span: Span, array: typed.Expression, index: typed.Expression) -> typed.Expression:
    """`array[index]`."""
    if isinstance(array.type, ArrayOf):
        return typed.Element(span, array.type.element, array, index)
    if has_invalid(array.type):
        return typed.Invalid(span, INVALID)
    if array.type is UNKNOWN:
        return unknown(context, array.span)
    if array.type is TEXT:
        place = index if index.type is INT else typed.Machine(index.span, INT, ("F64_TO_INDEX",), (index,))
        return call_prelude(context, span, "character", NUMBER, (array, place))
    return context.invalid(Code.OPERAND_TYPES, array.span, f"a value of type {array.type} has no elements")


def check_instance(context: Context, node: syntax.Binary, value: typed.Expression) -> typed.Expression:
    """`value instanceof Class`."""
    value = context.value(value)
    if has_invalid(value.type):
        return typed.Invalid(node.span, INVALID)
    info = _class_named(context, node.right)
    if info is None:
        return typed.Invalid(node.span, INVALID)
    kinds = members_of(value.type)
    if not any(kind is UNKNOWN or isinstance(kind, ClassOf | ObjectOf | ArrayOf | FunctionOf) for kind in kinds):
        return context.invalid(Code.OPERAND_TYPES, value.span, f"`instanceof` does not take {value.type}")
    return typed.InstanceOf(node.span, BOOLEAN, value, info)


def _class_named(context: Context, node: syntax.Expression) -> ClassInfo | None:
    """The class on the right of `instanceof`."""
    named = class_named(context, node)
    if named is not None:
        if named.is_local:
            context.report(
                Code.CLASS_PLACE,
                node.span,
                "`instanceof` does not ask for a class inside of a block: it is another one whenever the block runs",
                "move the class to the top level",
            )
            return None
        context.program.classes.use(context, named, node.span)
        return named.info
    if isinstance(node, syntax.Name):
        symbol = context.scope.find(node.name)
        if isinstance(symbol, RefusedSymbol):
            return None
        if symbol is None and node.name in BUILTIN_ERRORS:
            return BUILTIN_ERRORS[node.name]
        if symbol is None and context.scope.find_type(node.name) is not None:
            context.report(
                Code.TYPE_AS_VALUE,
                node.span,
                f"`{node.name}` is a type, which is not there when the program runs",
                "ask for a class",
            )
            return None
    context.report(Code.LIBRARY, node.span, "`instanceof` asks for a class of the program or of errors only")
    return None


_FORMAT_SPECIFIER = re.compile("%[sdifjoOc%]")
"""What Node's console replaces in its first argument when there are more."""


def check_console(
    context: Context, node: syntax.Call, name: str, arguments: list[typed.Expression]
) -> typed.Expression:
    """`console.log(arguments)` and its kin."""
    if name not in CONSOLE:
        hint = f"there are console.{', console.'.join(CONSOLE)}"
        return context.invalid(Code.LIBRARY, node.callee.span, f"`console.{name}` is not supported yet", hint)
    shown = [_printable(context, argument) for argument in arguments]
    guarded = len(shown) > 1 and _may_be_text(shown[0].type) and not _is_free_of_percent(shown[0])
    if guarded and isinstance(shown[0], typed.Constant):
        if _FORMAT_SPECIFIER.search(str(shown[0].value)):
            return context.invalid(
                Code.FORMAT_STRING,
                shown[0].span,
                "a first argument with `%` and a letter is a format string, which is not supported yet",
                "pass one template string: console.log(`${a} ${b}`)",
            )
        guarded = False
    if any(value.type is INVALID for value in shown):
        return typed.Invalid(node.span, INVALID)
    return typed.Log(node.span, VOID, tuple(shown), guarded, CONSOLE[name])


def _may_be_text(type_: Type) -> bool:
    return type_ is UNKNOWN or any(plain(member) is TEXT for member in members_of(type_))


def _printable(context: Context, value: typed.Expression) -> typed.Expression:
    value = as_plain(context.value(value))
    if has_invalid(value.type):
        return typed.Invalid(value.span, INVALID)
    if value.type is UNKNOWN:
        return value
    kinds = [plain(member) for member in members_of(value.type)]
    if all(isinstance(kind, Simple) and kind not in (UNKNOWN, NEVER, VOID) for kind in kinds):
        return value
    is_error = isinstance(value.type, ClassOf) and value.type.info.inherits(ERROR_OBJECT.info)
    hint = "print its name and message" if is_error else "print its parts"
    return context.invalid(Code.NOT_PRINTABLE, value.span, f"a value of type {value.type} cannot be printed yet", hint)


def _is_free_of_percent(value: typed.Expression) -> bool:
    match value:
        case typed.Constant(value=str() as text):
            return "%" not in text
        case typed.Read(variable=variable) if variable.constant is not None:
            return _is_free_of_percent(variable.constant)
        case typed.Concatenate(left=left, right=right):
            return _is_free_of_percent(right) and _is_free_of_percent(left)
        case typed.Choose(then=left, otherwise=right):
            return _is_free_of_percent(right) and _is_free_of_percent(left)
        case typed.ToText():
            return True
        case _:
            return False


def check_method(
    context: Context, node: syntax.Call, member: syntax.Member, value: typed.Expression
) -> typed.Expression | None:
    """A method without arguments: `toString`; None when it is another."""
    if member.name != "toString" or node.arguments:
        return None
    if is_numeric(value.type) or value.type in (TEXT, BOOLEAN):
        return to_text(context, value)
    return None
