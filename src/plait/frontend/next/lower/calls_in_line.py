"""Calls of methods that are done where they stand, of a list, a text or a `DataView`: `push`, `charCodeAt`.

The methods of the prototypes are not looked for then; where a class of the program that may extend the class has a
method of its own with that name, all calls are ordinary ones.
"""

from __future__ import annotations

from plait.bytecode.builder import Label
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.data_views import access_data, form_of_access
from plait.frontend.next.lower.descriptions import describe
from plait.frontend.next.lower.general_calls import Callee, call_function
from plait.frontend.next.lower.lists import as_list, is_push, push_onto_list, push_value
from plait.frontend.next.lower.properties import get_named
from plait.frontend.next.lower.texts import char_code, char_code_of_word, is_char_code
from plait.frontend.next.represent.held import LIST_TYPE, NUMERIC, Held
from plait.isa.value_types import F64, STRING, ValueType


def call_in_line(code: Code, node: syntax.Call, callee: syntax.PropertyAccess) -> Held | None:
    """Write a call that may be done where it stands; None for all others."""
    if is_push(node, callee):
        return _push(code, node, callee)
    form = form_of_access(code, node, callee)
    if form is not None:
        return access_data(code, node, callee, form)
    return _char_code(code, node, callee) if is_char_code(node, callee) else None


def _push(code: Code, node: syntax.Call, callee: syntax.PropertyAccess) -> Held | None:
    """`object.push(value)`: of a list where the call stands, of anything else as any call."""
    if code.program.flows_in(code.table).held(code.table, callee.object) is Held.LIST:
        push_value(code, node, callee.object)
        return Held.WORD
    if code.is_library or "push" in code.program.methods.of_built_in:
        return None
    ready, other, done = code.label(), code.label(), code.label()
    with code.temporary() as self, code.temporary() as function, code.temporary() as value:
        code.word(callee.object)
        code.store(self)
        code.undefined()
        code.store(function)
        code.load(self)
        code.emit("ANY_IS", code.type_index(LIST_TYPE))
        code.jump("JUMP_IF_TRUE", ready)
        get_named(code, self, "push", callee.name)
        code.store(function)
        code.place(ready)
        code.word(node.arguments[0])
        code.store(value)
        code.load(self)
        code.emit("ANY_IS", code.type_index(LIST_TYPE))
        code.jump("JUMP_IF_FALSE", other)
        with code.temporary(Held.LIST) as list_:
            as_list(code, self, list_)
            push_onto_list(code, node, list_, value)
        code.jump("JUMP", done)
        code.place(other)
        code.at(node)
        call_function(code, node, Callee(function, self, describe(code, callee)), [value])
        code.place(done)
    return Held.WORD


def _char_code(code: Code, node: syntax.Call, callee: syntax.PropertyAccess) -> Held | None:
    """`object.charCodeAt(index)`: of a text where the call stands, of anything else as any call."""
    flows = code.program.flows_in(code.table)
    is_text = flows.held(code.table, callee.object) is Held.STRING
    if is_text and flows.held(code.table, node.arguments[0]) in NUMERIC:
        char_code(code, callee.object, node.arguments[0])
        return Held.NUMBER
    if code.is_library:
        return None
    ready, other, done = code.label(), code.label(), code.label()
    with code.temporary() as self, code.temporary() as function, code.temporary() as index:
        code.word(callee.object)
        code.store(self)
        code.undefined()
        code.store(function)
        _jump_if(code, self, STRING, ready)
        get_named(code, self, "charCodeAt", callee.name)
        code.store(function)
        code.place(ready)
        code.word(node.arguments[0])
        code.store(index)
        number, text = code.label(), code.label()
        _jump_if(code, self, STRING, text)
        code.jump("JUMP", other)
        code.place(text)
        _jump_if(code, index, F64, number)
        get_named(code, self, "charCodeAt", callee.name)
        code.store(function)
        code.place(other)
        code.at(node)
        call_function(code, node, Callee(function, self, describe(code, callee)), [index])
        code.jump("JUMP", done)
        code.place(number)
        code.at(node)
        char_code_of_word(code, self, index)
        code.place(done)
    return Held.WORD


def _jump_if(code: Code, local: int, value_type: ValueType, label: Label) -> None:
    """Write a jump if a word in a local is of a type."""
    code.load(local)
    code.emit("ANY_IS", code.type_index(value_type))
    code.jump("JUMP_IF_TRUE", label)
