"""Literals: primitives, templates, arrays, objects."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.closures import make_function, prefix_of
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.descriptions import describe, describe_spread
from plait.frontend.next.lower.keys import write_key
from plait.frontend.next.lower.properties import append_property
from plait.frontend.next.lower.variables import begin_variable
from plait.frontend.next.represent.held import LIST_TYPE, Held
from plait.frontend.next.represent.units import Parts
from plait.isa.value_types import ANY


def lower_number(code: Code, node: syntax.NumericLiteral) -> Held:
    """A number."""
    code.emit("CONST_F64", float(node.value))
    return Held.NUMBER


def lower_string(code: Code, node: syntax.StringLiteral) -> Held:
    """A string. It may be the name of a property that is computed somewhere."""
    code.text(node.value)
    return Held.STRING


def lower_boolean(code: Code, node: syntax.BooleanLiteral) -> Held:
    """`true` or `false`."""
    code.emit("CONST_TRUE" if node.value else "CONST_FALSE")
    return Held.BOOLEAN


def lower_null(code: Code, node: syntax.NullLiteral) -> Held:
    """`null`."""
    del node
    write_null(code)
    return Held.WORD


def write_null(code: Code) -> None:
    """Write the load of null as a word."""
    code.null(LIST_TYPE)
    code.emit("BOX_REF")


def lower_template(code: Code, node: syntax.TemplateExpression) -> Held:
    """A template with insertions."""
    with code.temporary(Held.STRING) as result:
        code.text(node.texts[0])
        code.store(result)
        for insertion, text in zip(node.insertions, node.texts[1:], strict=True):
            held = code.value(insertion)
            code.at(insertion)
            code.to_text(held)
            with code.temporary(Held.STRING) as piece:
                code.store(piece)
                code.load(result)
                code.load(piece)
            code.emit("STRING_CONCAT")
            if text:
                code.text(text)
                code.emit("STRING_CONCAT")
            code.store(result)
        code.load(result)
    return Held.STRING


AT_ONCE: Final = 24
"""So many elements are all on the stack before their list is made."""


def lower_array(code: Code, node: syntax.ArrayLiteral) -> Held:
    """`[a, , ...b]`."""
    write_list(code, node.elements, are_arguments=False)
    return Held.LIST


def write_list(code: Code, elements: tuple[Any, ...], are_arguments: bool = True) -> None:
    """Write the making of a list of elements, spread ones among them."""
    has_spread = any(isinstance(element, syntax.Spread) for element in elements)
    if 0 < len(elements) <= AT_ONCE and not has_spread and code.has_room(len(elements)):
        for waiting, element in enumerate(elements):
            _write_element(code, waiting, element)
        code.emit("NEW_ARRAY_OF", code.type_index(ANY), len(elements))
        return
    code.emit("NEW_ARRAY", code.type_index(ANY))
    if not elements:
        return
    with code.temporary(Held.LIST) as list_:
        code.store(list_)
        for element in elements:
            if isinstance(element, syntax.Spread):
                code.word(element.expression)
                with code.temporary() as source:
                    code.store(source)
                    code.at(element)
                    code.load(list_)
                    code.load(source)
                    _spread(code, element, elements, are_arguments)
                continue
            with code.temporary() as value:
                _write_element(code, 0, element)
                code.store(value)
                code.load(list_)
                code.load(value)
            code.emit("ARRAY_PUSH_ANY")
        code.load(list_)


def _write_element(code: Code, waiting: int, element: Any) -> None:
    """Write the computation of an element as a word, while so many wait on the stack; None is a hole."""
    if element is None:
        code.native("value.absent")
    else:
        code.above(waiting, lambda: code.word(element))


def _spread(code: Code, element: syntax.Spread, elements: tuple[Any, ...], are_arguments: bool) -> None:
    """Write the appending of what an iterable gives to a list, both on the stack. Errors differ by where it stands."""
    if not are_arguments:
        code.text(describe_spread(code, element.expression))
        code.library("spreadOf")
    elif element is elements[-1] and not any(isinstance(item, syntax.Spread) for item in elements[:-1]):
        code.text(describe(code, element.expression))
        code.library("spreadArguments")
    else:
        code.library("spread")


def lower_object(code: Code, node: syntax.ObjectLiteral) -> Held:
    """`{ a: 1, b, ...c }`."""
    with code.temporary() as object_:
        code.native("record.object")
        code.store(object_)
        home = code.table.parts.get((node, Parts.HOME))
        if home is not None:
            code.load(object_)
            begin_variable(code, home)
        for member in node.members:
            _member(code, object_, member)
        code.load(object_)
    return Held.WORD


def _member(code: Code, object_: int, member: syntax.ObjectMember) -> None:
    match member:
        case syntax.PropertyAssignment(name=name, value=value):
            _property(code, object_, name, value)
        case syntax.ShorthandProperty(name=name):
            _append(code, object_, name.name, name)
        case syntax.SpreadProperty(expression=expression):
            code.word(expression)
            with code.temporary() as source:
                code.store(source)
                code.at(member)
                code.load(object_)
                code.load(source)
                code.library("assign")
        case syntax.ObjectMethod(name=name, function=function):
            _method(code, object_, name, function)


def _property(code: Code, object_: int, name: syntax.PropertyName, value: Any) -> None:
    if isinstance(name, syntax.Identifier | syntax.LiteralName) and name.name != "__proto__":
        _append(code, object_, name.name, value)
        return
    with code.temporary() as key, code.temporary() as local:
        write_key(code, name)
        code.store(key)
        code.convert(named_value(code, value, key_text(name)), Held.WORD)
        code.store(local)
        name_by_key(code, name, value, local, key, "")
        code.load(object_)
        code.load(key)
        code.load(local)
        if isinstance(name, syntax.Identifier | syntax.LiteralName):
            code.library("setLiteralPrototype")
        else:
            code.library("defineField")


def _append(code: Code, object_: int, name: str, value: Any) -> None:
    """Write a property that the literal does not have yet, or has as an ordinary one."""
    append_property(code, object_, name, lambda: code.convert(named_value(code, value, name), Held.WORD))


def named_value(code: Code, value: Any, name: str) -> Held:
    """Write a value that is given a name: functions and classes without one take it."""
    inner = value
    while isinstance(inner, syntax.As | syntax.AsConst | syntax.Satisfies | syntax.NonNull):
        inner = inner.expression
    match inner:
        case syntax.FunctionExpression(function=function) if function.name is None:
            make_function(code, function, name)
            return Held.FUNCTION
        case syntax.ClassExpression(declaration=declaration) if declaration.name is None:
            code.class_name = name
            return code.value(inner)
        case _:
            return code.value(value)


def _method(code: Code, object_: int, name: syntax.PropertyName, function: syntax.Function) -> None:
    with code.temporary() as key, code.temporary() as method:
        write_key(code, name)
        code.store(key)
        make_function(code, function, key_text(name))
        code.emit("BOX_REF")
        code.store(method)
        name_by_key(code, name, function, method, key, prefix_of(function))
        code.load(object_)
        code.load(key)
        code.load(method)
        match function.kind:
            case syntax.FunctionKind.GETTER:
                code.emit("CONST_TRUE")
                code.library("defineGetter")
            case syntax.FunctionKind.SETTER:
                code.emit("CONST_TRUE")
                code.library("defineSetter")
            case _:
                code.integer(7)
                code.native("property.define")


def key_text(name: syntax.PropertyName | None) -> str:
    """The name that a function gets from the key of its property; empty for computed ones."""
    match name:
        case syntax.Identifier(name=text) | syntax.LiteralName(name=text) | syntax.PrivateName(name=text):
            return text
        case syntax.ComputedName(expression=syntax.StringLiteral(value=text)):
            return text
        case syntax.ComputedName(
            expression=syntax.PropertyAccess(object=syntax.Identifier(name="Symbol"), name=symbol)
        ):
            return f"[Symbol.{symbol.name}]"
        case _:
            return ""


def name_by_key(code: Code, name: syntax.PropertyName | None, value: Any, function: int, key: int, prefix: str) -> None:
    """Write the naming of a function by its computed key, both in locals; `value` is what stands in the text."""
    while isinstance(value, syntax.As | syntax.AsConst | syntax.Satisfies | syntax.NonNull):
        value = value.expression
    is_anonymous = (
        isinstance(value, syntax.Function)
        or (isinstance(value, syntax.FunctionExpression) and value.function.name is None)
        or (isinstance(value, syntax.ClassExpression) and value.declaration.name is None)
    )
    if is_anonymous and isinstance(name, syntax.ComputedName) and not key_text(name):
        code.load(function)
        code.load(key)
        code.text(prefix)
        code.library("nameFunction")


def lower_big(code: Code, node: syntax.BigIntLiteral) -> Held:
    """`123n`."""
    if node.value < 1 << 63:
        code.emit("CONST_I64", node.value)
        code.emit("BOX_I64")
    else:
        code.text(str(node.value))
        code.library("bigintLiteral")
    return Held.WORD


def lower_pattern(code: Code, node: syntax.RegularExpressionLiteral) -> Held:
    """`/pattern/flags`: a new object each time."""
    code.text(node.pattern)
    code.text(node.flags)
    code.library("regexpLiteral")
    return Held.WORD
