"""Comparisons of a unit of a text with a letter: `text[i] === "("` makes no text of the unit."""

from __future__ import annotations

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.properties import get_element, write_index
from plait.frontend.next.represent.held import Held


def tests_unit(code: Code, node: syntax.Binary) -> bool:
    """Write whether both sides are equal, if one is an element of what is probably a text, the other a text of one
    unit; whether it is so. A bool is left then.
    """
    match node.left, node.right:
        case syntax.ElementAccess(is_optional=False) as access, syntax.StringLiteral(value=text):
            pass
        case syntax.StringLiteral(value=text), syntax.ElementAccess(is_optional=False) as access:
            pass
        case _:
            return False
    if len(text) != 1 or ord(text) > _LAST_UNIT or access.object not in code.program.expected.texts:
        return False
    _test(code, node, access, text)
    return True


_LAST_UNIT = 0xFFFF


def _test(code: Code, node: syntax.Binary, access: syntax.ElementAccess, text: str) -> None:
    general, done = code.label(), code.label()
    with code.temporary() as object_:
        code.word(access.object)
        code.store(object_)
        held = write_index(code, access.index)
        with code.temporary(held) as index, code.temporary(Held.INTEGER) as answer:
            code.store(index)
            if held is Held.NUMBER:
                code.load(object_)
                code.load(index)
                code.integer(ord(text))
                code.native("text.unitIs")
                code.store(answer)
                code.load(answer)
                code.integer(0)
                code.emit("ILT")
                code.jump("JUMP_IF_TRUE", general)
                code.load(answer)
                code.integer(0)
                code.emit("INE")
                code.jump("JUMP", done)
                code.place(general)
            get_element(code, object_, index, held, access)
            code.word_text(text)
            code.at(node)
            if node.operator in ("==", "!="):
                code.library("looseEquals")
            else:
                code.emit("ANY_EQ")
            code.place(done)
