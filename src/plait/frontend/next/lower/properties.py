"""Properties and elements: reading and writing them by the fast natives, and by the library's general code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plait.bytecode.builder import Label
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.held import NUMERIC, Held


def get_named(code: Code, object_: int, name: str, node: syntax.Node) -> None:
    """Write the load of a property of the object (a word) in a local."""
    code.load(object_)
    get_property(code, name, node)


def get_property(code: Code, name: str, node: syntax.Node) -> None:
    """Write the load of a property of the object (a word) on the stack."""
    code.at(node)
    code.key(name)
    code.native_or_library("value.length" if name == "length" else "property.get", "getProperty")


def leave_chain(code: Code, local: int) -> None:
    """Write the end of an optional chain if a word is undefined or null."""
    if code.chain_end is None:
        raise AssertionError("an optional link stands in a chain")
    code.load(local)
    code.emit("ANY_IS_NULL")
    code.jump("JUMP_IF_TRUE", code.chain_end)


def leave_chain_with(code: Code) -> None:
    """Write the end of an optional chain if the word on the stack is undefined or null; else it stays there."""
    with code.temporary() as local:
        code.store(local)
        leave_chain(code, local)
        code.load(local)


def set_named(code: Code, object_: int, name: str, value: int, node: syntax.Node) -> None:
    """Write an assignment to a property; object and value are words in locals."""
    code.at(node)
    code.load(object_)
    code.key(name)
    code.load(value)
    code.native_or_library("property.set", "setProperty")


def append_property(code: Code, object_: int, name: str, value: Callable[[], None]) -> None:
    """Write the definition of a property of a fresh object in a local, which can be extended; its value is a word that
    `value` writes.
    """
    if code.has_room(2):
        code.load(object_)
        code.key(name)
        code.above(2, value)
    else:
        with code.temporary() as local:
            value()
            code.store(local)
            code.load(object_)
            code.key(name)
            code.load(local)
    code.native("property.append")
    code.emit("POP")


def append_or_define(code: Code, object_: int, key: int, value: int) -> None:
    """Write the definition of a property of an object that a constructor has had; all are words in locals."""
    code.load(object_)
    code.load(key)
    code.load(value)
    code.native_or_library("property.append", "defineField")


def write_index(code: Code, index: Any) -> Held:
    """Write the computation of an index: a number, or a word of any kind."""
    held = code.value(index)
    if held in NUMERIC:
        code.convert(held, Held.NUMBER)
        return Held.NUMBER
    code.convert(held, Held.WORD)
    return Held.WORD


def get_element(
    code: Code, object_: int, index: int, held: Held, node: syntax.Node, element: int | None = None
) -> None:
    """Write the load of an element; the object is a word in a local, the index a number or a word.

    The object is probably a typed array if an `Element` is given.
    """
    if held is not Held.NUMBER:
        code.computed_name()
    code.at(node)
    done, general = code.label(), code.label()
    _leave_if_no_number(code, index, held, general)
    code.load(object_)
    code.load(index)
    if held is not Held.NUMBER:
        code.emit("UNBOX_F64")
    if element is None:
        code.native_or_library("element.get", "getIndexed")
        if held is Held.NUMBER:
            return
        code.jump("JUMP", done)
    else:
        code.integer(element)
        code.native("view.get")
        code.absent_test()
        code.jump("JUMP_IF_FALSE", done)
        code.emit("POP")
    code.place(general)
    code.load(object_)
    code.load(index)
    code.convert(held, Held.WORD)
    code.library("getElement")
    code.place(done)


def set_element(
    code: Code, object_: int, index: int, held: Held, value: int, node: syntax.Node, element: int | None = None
) -> None:
    """Write an assignment to an element; object and value are words in locals, the index a number or a word.

    The object is probably a typed array if an `Element` is given.
    """
    code.at(node)
    done, general = code.label(), code.label()
    _leave_if_no_number(code, index, held, general)
    code.load(object_)
    code.load(index)
    if held is not Held.NUMBER:
        code.emit("UNBOX_F64")
    code.load(value)
    if element is None:
        code.native_or_library("element.set", "setIndexed")
        if held is Held.NUMBER:
            return
        code.jump("JUMP", done)
    else:
        code.integer(element)
        code.native("view.set")
        code.jump("JUMP_IF_TRUE", done)
    code.place(general)
    code.load(object_)
    code.load(index)
    code.convert(held, Held.WORD)
    code.load(value)
    code.library("setElement")
    code.place(done)


def _leave_if_no_number(code: Code, index: int, held: Held, general: Label) -> None:
    """Write a jump if an index is no number."""
    if held is not Held.NUMBER:
        code.load(index)
        code.emit("ANY_IS", code.type_index(code.cell_type(Held.NUMBER)))
        code.jump("JUMP_IF_FALSE", general)
