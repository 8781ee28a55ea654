"""Calls and `new`."""

from __future__ import annotations

from plait.frontend import syntax
from plait.frontend.check import library, objects, typed
from plait.frontend.check.arguments import call_value, check_all, check_arguments
from plait.frontend.check.array_functions import check_array_function, element_type, filled_array, is_array_of_length
from plait.frontend.check.array_parts import push_parts
from plait.frontend.check.assignment import Check
from plait.frontend.check.context import Context, FunctionSymbol, RefusedSymbol
from plait.frontend.check.conversions import assign, condition, to_text, unknown
from plait.frontend.check.library_functions import CONVERSIONS
from plait.frontend.check.library_methods import check_library_method
from plait.frontend.check.mathematics import check_math
from plait.frontend.check.numbers import GLOBAL_FUNCTIONS, check_number_function, to_number
from plait.frontend.check.prelude import check_machine, library_function
from plait.frontend.check.static_this import class_named
from plait.frontend.check.tasks import check_new_task_object, check_promise_function, check_sleep
from plait.frontend.check.text_methods import check_text_function
from plait.frontend.check.tuples import METHODS, as_array
from plait.frontend.check.types import (
    BOOLEAN,
    BUILTIN_ERRORS,
    INVALID,
    NUMBER,
    TEXT,
    UNKNOWN,
    ArrayOf,
    ClassOf,
    FunctionOf,
    ObjectOf,
    TupleOf,
    Type,
    UnionOf,
    has_invalid,
    members_of,
)
from plait.frontend.codes import Code


def check_call(context: Context, node: syntax.Call, wanted: Type | None, check: Check) -> typed.Expression:
    """`callee(arguments)`, where a type may be wanted."""
    match node.callee:
        case syntax.Name(name=name):
            symbol = context.scope.find(name)
            if isinstance(symbol, FunctionSymbol):
                return _function(context, node, symbol, check)
            if symbol is None and name in CONVERSIONS:
                return _converted(context, node, name, check)
            if symbol is None and name in GLOBAL_FUNCTIONS:
                return check_number_function(context, node, name, check)
            if symbol is None and name in BUILTIN_ERRORS:
                return context.invalid(Code.LIBRARY, node.span, f"`{name}` needs `new`", f"write `new {name}(...)`")
            if symbol is None:
                machine = check_machine(context, node, name, check)
                if machine is not None:
                    return machine
                helper = library_function(context, node, name)
                if helper is not None:
                    return _function(context, node, helper, check)
            if symbol is None and name == "sleep":
                return check_sleep(context, node, check)
            value = objects.linked(context, check(context, node.callee), node.is_optional)
            return call_value(context, node, value, check)
        case syntax.SuperMember() as member:
            static = objects.static_super(context, member)
            if static is not None:
                return objects.check_static_call(context, node, *static, check, by_super=True)
            parts = objects.check_super_member(context, member)
            if parts is None:
                check_all(context, node.arguments, check)
                return typed.Invalid(node.span, INVALID)
            this, found_member, base = parts
            return objects.call_member(context, node, this, found_member, base, check)
        case syntax.Member(object=owner) as member if (symbol := class_named(context, owner)) is not None:
            return objects.check_static_call(context, node, member, symbol, check)
        case syntax.Member(object=syntax.Name(name=name)) as member if context.scope.find(name) is None:
            builtin = _builtin_method(context, node, name, member.name, wanted, check)
            return builtin if builtin is not None else _method(context, node, member, wanted, check)
        case syntax.Member() as member:
            return _method(context, node, member, wanted, check)
        case callee:
            value = objects.check_object(context, callee, node.is_optional, check)
            return call_value(context, node, value, check)


def _arguments(context: Context, node: syntax.Call | syntax.New, check: Check) -> list[typed.Expression]:
    return [context.value(check(context, argument)) for argument in node.arguments]


def _function(context: Context, node: syntax.Call, symbol: FunctionSymbol, check: Check) -> typed.Expression:
    takes = context.program.function_type(symbol)
    context.program.note_call(context.function.index, symbol.index, node.span)
    name = symbol.declaration.name.name
    if not isinstance(takes, FunctionOf):
        check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    arguments = check_arguments(context, node.span, node.arguments, takes, name, check)
    if has_invalid(takes) or arguments is None:
        return typed.Invalid(node.span, takes.result)
    return typed.Call(node.span, takes.result, symbol.index, symbol.declaration.is_async, arguments)


def _converted(context: Context, node: syntax.Call, name: str, check: Check) -> typed.Expression:
    """`String(value)`, `Number(value)`, `Boolean(value)`."""
    arguments = _arguments(context, node, check)
    if not arguments:
        match name:
            case "String":
                return typed.Constant(node.span, TEXT, "")
            case "Number":
                return typed.Constant(node.span, NUMBER, 0.0)
            case _:
                return typed.Constant(node.span, BOOLEAN, False)
    if len(arguments) > 1:
        return context.invalid(Code.ARGUMENT_COUNT, node.span, f"`{name}` takes 1 argument, not {len(arguments)}")
    match name:
        case "String":
            return to_text(context, arguments[0])
        case "Number":
            return to_number(context, node.span, arguments[0])
        case _:
            return condition(context, arguments[0])


def _builtin_method(
    context: Context, node: syntax.Call, object_name: str, name: str, wanted: Type | None, check: Check
) -> typed.Expression | None:
    """A function of a library object; None when the name is none."""
    match object_name:
        case "console":
            return library.check_console(context, node, name, _arguments(context, node, check))
        case "Math":
            return check_math(context, node, name, check)
        case "Promise":
            return check_promise_function(context, node, name, wanted, check)
        case "Number":
            return check_number_function(context, node, name, check)
        case "String":
            return check_text_function(context, node, name, check)
        case "Array":
            return check_array_function(context, node, name, wanted, check)
        case "Object" | "JSON" | "Date":
            return context.invalid(Code.LIBRARY, node.callee.span, f"`{object_name}.{name}` is not supported yet")
        case _:
            return None


def _method(
    context: Context, node: syntax.Call, member: syntax.Member, wanted: Type | None, check: Check
) -> typed.Expression:
    if member.name == "fill" and is_array_of_length(context, member.object):
        return filled_array(context, node, member.object, wanted, check)
    value = objects.present(context, objects.check_object(context, member.object, member.is_optional, check))
    return check_method_of(context, node, member, value, wanted, check)


def check_method_of(
    context: Context,
    node: syntax.Call,
    member: syntax.Member,
    value: typed.Expression,
    wanted: Type | None,
    check: Check,
) -> typed.Expression:
    """The call of a method of a value."""
    if isinstance(value.type, TupleOf) and member.name in METHODS:
        value = as_array(context, value)
    if member.name == "toString" and not node.arguments and _lacks_text(value.type):
        return to_text(context, value)
    if isinstance(value.type, ClassOf | ObjectOf | UnionOf):
        return objects.check_method_call(context, node, member, value, check)
    if isinstance(value.type, ArrayOf) and member.name == "push":
        return _push(context, node, value, value.type.element, check)
    found = check_library_method(context, node, member, value, wanted, check)
    if found is not None:
        return found
    if has_invalid(value.type):
        check_all(context, node.arguments, check)
        return typed.Invalid(node.span, INVALID)
    arguments = _arguments(context, node, check)
    if any(has_invalid(argument.type) for argument in arguments):
        return typed.Invalid(node.span, INVALID)
    if value.type is UNKNOWN:
        return unknown(context, value.span)
    found = library.check_method(context, node, member, value)
    return found if found is not None else library.no_property(context, member, value.type, member.name)


def _lacks_text(type_: Type) -> bool:
    """Whether objects of the type have no `toString` but the one that every object has."""
    match type_:
        case ClassOf(info):
            return info.find("toString") is None
        case ObjectOf(shape):
            return "toString" not in shape.members
        case _:
            return False


def _push(
    context: Context, node: syntax.Call, array: typed.Expression, element: Type, check: Check
) -> typed.Expression:
    if any(isinstance(argument, syntax.Spread) for argument in node.arguments):
        return push_parts(context, node, array, element, check)
    values = [assign(context, context.value(check(context, argument, element)), element) for argument in node.arguments]
    if has_invalid(array.type) or any(has_invalid(value.type) for value in values):
        return typed.Invalid(node.span, INVALID)
    return typed.Push(node.span, NUMBER, array, tuple(values))


def check_new(context: Context, node: syntax.New, wanted: Type | None, check: Check) -> typed.Expression:
    """`new Class(arguments)`: objects, errors, and empty arrays."""
    from plait.frontend.check.classes import check_new_object

    match node.callee:
        case callee if (symbol := class_named(context, callee)) is not None:
            return check_new_object(context, node, symbol.info, symbol)
        case syntax.Name(name=name) if name in BUILTIN_ERRORS and context.scope.find(name) is None:
            return check_new_object(context, node, BUILTIN_ERRORS[name], None)
        case syntax.Name(name="Mutex" | "Channel" | "Promise" as name) if context.scope.find(name) is None:
            return check_new_task_object(context, node, name, wanted, check)
        case syntax.Name(name="Array") if context.scope.find("Array") is None:
            if node.arguments:
                return context.invalid(
                    Code.LIBRARY,
                    node.span,
                    "an array of a length has holes",
                    "write `new Array<number>(length).fill(0)`",
                )
            element = element_type(context, node) if node.type_arguments else _wanted_element(context, node, wanted)
            return (
                typed.Invalid(node.span, INVALID)
                if has_invalid(element)
                else typed.NewArray(node.span, ArrayOf(element), ())
            )
        case callee:
            check_all(context, node.arguments, check)
            if isinstance(callee, syntax.Name) and isinstance(context.scope.find(callee.name), RefusedSymbol):
                return typed.Invalid(node.span, INVALID)
            return context.invalid(Code.LIBRARY, node.span, "`new` makes objects of classes, errors and arrays", "")


def _wanted_element(context: Context, node: syntax.New, wanted: Type | None) -> Type:
    """The element type of `new Array()` where a type is wanted."""
    arrays = () if wanted is None else members_of(wanted)
    found = next((member.element for member in arrays if isinstance(member, ArrayOf)), None)
    return element_type(context, node) if found is None else found
