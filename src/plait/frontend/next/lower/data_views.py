"""Calls of methods of a `DataView` that are done where they stand: `view.getUint16(offset, true)`."""

from __future__ import annotations

from typing import Final

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.descriptions import describe
from plait.frontend.next.lower.general_calls import Callee, call_function
from plait.frontend.next.lower.properties import get_named
from plait.frontend.next.represent.held import MACHINE, Held
from plait.native.typed_arrays import DATA_ELEMENTS, DATA_VIEW, data_form

_READING: Final = {f"get{name}": element for name, element in DATA_ELEMENTS.items()}
_WRITING: Final = {f"set{name}": element for name, element in DATA_ELEMENTS.items()}


def form_of_access(code: Code, node: syntax.Call, callee: syntax.PropertyAccess) -> int | None:
    """What a call reads or writes (`native.data_views`), if it is one of what is probably a `DataView`; else None.

    The methods of the prototype are not looked for then, but for those that a class of the program may have.
    """
    name = callee.name.name
    element = _READING.get(name, _WRITING.get(name))
    is_plain = isinstance(callee.name, syntax.Identifier) and not callee.is_optional and not node.is_optional
    if element is None or not is_plain or code.program.expected.elements.get(callee.object) != DATA_VIEW:
        return None
    arguments = node.arguments
    needed = 1 if name in _READING else 2
    if any(isinstance(item, syntax.Spread) for item in arguments) or len(arguments) not in (needed, needed + 1):
        return None
    if code.is_library or name in code.program.methods.of_built_in:
        return None
    order = arguments[needed] if len(arguments) > needed else None
    if order is not None and not isinstance(order, syntax.BooleanLiteral):
        return None
    return data_form(element, order is not None and order.value)


def access_data(code: Code, node: syntax.Call, callee: syntax.PropertyAccess, form: int) -> Held:
    """Write a call that reads or writes a form."""
    name = callee.name.name
    ready, general, known, done = code.label(), code.label(), code.label(), code.label()
    with code.temporary() as self, code.temporary() as function, code.temporary(Held.BOOLEAN) as is_data:
        code.word(callee.object)
        code.store(self)
        code.undefined()
        code.store(function)
        code.load(self)
        code.native("data.isView")
        code.store(is_data)
        code.load(is_data)
        code.jump("JUMP_IF_TRUE", ready)
        get_named(code, self, name, callee.name)
        code.store(function)
        code.place(ready)
        arguments = [code.take(MACHINE[Held.WORD]) for _ in node.arguments]
        for argument, local in zip(node.arguments, arguments, strict=True):
            code.word(argument)
            code.store(local)
        code.load(arguments[0])
        code.emit("ANY_IS", code.type_index(MACHINE[Held.NUMBER]))
        code.jump("JUMP_IF_FALSE", general)
        code.load(self)
        code.load(arguments[0])
        code.emit("UNBOX_F64")
        if name in _READING:
            code.integer(form)
            code.native("data.get")
            code.absent_test()
            code.jump("JUMP_IF_FALSE", done)
            code.emit("POP")
        else:
            written = code.label()
            code.load(arguments[1])
            code.integer(form)
            code.native("data.set")
            code.jump("JUMP_IF_FALSE", written)
            code.undefined()
            code.jump("JUMP", done)
            code.place(written)
        code.place(general)
        code.load(is_data)
        code.jump("JUMP_IF_FALSE", known)
        get_named(code, self, name, callee.name)
        code.store(function)
        code.place(known)
        code.at(node)
        call_function(code, node, Callee(function, self, describe(code, callee)), arguments)
        code.place(done)
        for local in arguments:
            code.give_back(MACHINE[Held.WORD], local)
    return Held.WORD
