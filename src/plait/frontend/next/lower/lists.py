"""What is done to lists where the call stands: `push` of one value."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.held import LIST_TYPE, Held


def is_push(node: syntax.Call, callee: syntax.PropertyAccess) -> bool:
    """Whether a call may be that of a list's `push` with one value."""
    return (
        isinstance(callee.name, syntax.Identifier)
        and callee.name.name == "push"
        and not callee.is_optional
        and not node.is_optional
        and len(node.arguments) == 1
        and not isinstance(node.arguments[0], syntax.Spread)
        and not isinstance(callee.object, syntax.Super)
    )


def push_onto_list(code: Code, node: syntax.Call, list_: int, value: int) -> None:
    """Write the appending of a word to a list, both in locals; the list's new length stays, as a word."""
    done = code.label()
    code.at(node)
    if code.is_library:
        code.load(list_)
        code.load(value)
        code.emit("ARRAY_PUSH_ANY")
    else:
        for native in ("element.set", ""):
            code.load(list_)
            code.emit("BOX_REF")
            _length(code, list_)
            if native:
                code.load(value)
                code.native(native)
                code.jump("JUMP_IF_TRUE", done)
            else:
                code.emit("BOX_F64")
                code.load(value)
                code.library("setElement")
    code.place(done)
    _length(code, list_)
    code.emit("BOX_F64")


def _length(code: Code, list_: int) -> None:
    code.load(list_)
    code.emit("ARRAY_LENGTH")
    code.emit("I32_TO_F64")


def push_value(code: Code, node: syntax.Call, object_: Any) -> None:
    """Write `object.push(value)` where the object is held as a list."""
    with code.temporary(Held.LIST) as list_, code.temporary() as value:
        code.valued(object_, Held.LIST)
        code.store(list_)
        code.word(node.arguments[0])
        code.store(value)
        push_onto_list(code, node, list_, value)


def as_list(code: Code, word: int, list_: int) -> None:
    """Write the load of a word that is a list into a local."""
    code.load(word)
    code.emit("UNBOX_REF", code.type_index(LIST_TYPE))
    code.store(list_)
