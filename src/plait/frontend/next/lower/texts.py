"""What is done to texts where the call stands: `charCodeAt`."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.represent.held import Held


def is_char_code(node: syntax.Call, callee: syntax.PropertyAccess) -> bool:
    """Whether a call may be that of a text's `charCodeAt` with one argument."""
    return (
        isinstance(callee.name, syntax.Identifier)
        and callee.name.name == "charCodeAt"
        and not callee.is_optional
        and not node.is_optional
        and len(node.arguments) == 1
        and not isinstance(node.arguments[0], syntax.Spread)
        and not isinstance(callee.object, syntax.Super)
    )


def char_code(code: Code, object_: Any, index: Any) -> None:
    """Write `object.charCodeAt(index)` where the object is held as a text and the index as a number."""
    code.valued(object_, Held.STRING)
    code.valued(index, Held.INTEGER)
    code.native("string.charCodeAt")


def char_code_of_word(code: Code, text: int, index: int) -> None:
    """Write the same of words in locals, which are a text and a number; a word is left."""
    code.load(text)
    code.convert(Held.WORD, Held.STRING)
    code.load(index)
    code.convert(Held.WORD, Held.INTEGER)
    code.native("string.charCodeAt")
    code.emit("BOX_F64")
