"""Calls of function values by the general signature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.expected_calls import enter, enter_with_all
from plait.frontend.next.lower.literals import write_list
from plait.frontend.next.lower.variables import steady_local
from plait.frontend.next.represent.held import CONSTRUCTION, DIRECT_ARGUMENTS, GENERAL, LIST_TYPE, MACHINE, Held


@dataclass(frozen=True, slots=True)
class Callee:
    """What is called: the local in which it stands, held so, that of its `this` (None: undefined), and the function
    that it probably is a value of. `text` is what the error calls it that is thrown if it is no function; None where it
    certainly is one. `is_construction`: by `new` or `super(...)`.
    """

    function: int
    self: int | None
    text: str | None = None
    held: Held = Held.WORD
    expected: int | None = None
    is_construction: bool = False

    def load_word(self, code: Code) -> None:
        """Write the load of what is called as a word."""
        code.load(self.function)
        code.convert(self.held, Held.WORD)

    def load_self(self, code: Code) -> None:
        """Write the load of `this`."""
        if self.self is None:
            code.undefined()
        else:
            code.load(self.self)

    def load_function(self, code: Code) -> None:
        """Write the load of the function that is called; an error if it is none."""
        code.load(self.function)
        if self.held is Held.FUNCTION:
            return
        if self.text is None:
            code.emit("UNBOX_REF", code.type_index(GENERAL))
        else:
            code.text(self.text)
            code.native_or_library("function.of", "notCallable")


def call_local(code: Code, node: syntax.Node, callee: Callee, arguments: tuple[Any, ...]) -> None:
    """Write a call."""
    if any(isinstance(item, syntax.Spread) for item in arguments):
        with code.temporary(Held.LIST) as list_:
            write_list(code, arguments)
            code.store(list_)
            code.at(node)
            if callee.text is not None:
                callee.load_function(code)
                code.emit("POP")
            callee.load_word(code)
            callee.load_self(code)
            code.load(list_)
            code.library("constructWith" if callee.is_construction else "callWith")
    elif len(arguments) > DIRECT_ARGUMENTS or callee.is_construction or not code.has_room(1 + len(arguments)):
        locals_ = [_saved(code, argument) for argument in arguments]
        call_function(code, node, callee, locals_)
        for local in locals_:
            code.give_back(MACHINE[Held.WORD], local)
    else:
        callee.load_self(code)
        for waiting, argument in enumerate(arguments, 1):
            code.above(waiting, partial(code.word, argument))
        code.at(node)
        callee.load_function(code)
        enter(code, node, len(arguments), callee.expected)


def _saved(code: Code, argument: Any) -> int:
    code.word(argument)
    local = code.take(MACHINE[Held.WORD])
    code.store(local)
    return local


def call_function(code: Code, node: syntax.Node, callee: Callee, arguments: list[int]) -> None:
    """Write a call whose arguments stand in locals."""
    code.at(node)
    if len(arguments) <= DIRECT_ARGUMENTS and not callee.is_construction:
        callee.load_self(code)
        for argument in arguments:
            code.load(argument)
        callee.load_function(code)
        enter(code, node, len(arguments), callee.expected)
        return
    callee.load_function(code)
    callee.load_self(code)
    for argument in arguments[:DIRECT_ARGUMENTS]:
        code.load(argument)
    for _ in range(DIRECT_ARGUMENTS - len(arguments)):
        code.undefined()
    _write_others(code, arguments[DIRECT_ARGUMENTS:])
    code.integer(len(arguments) + (CONSTRUCTION if callee.is_construction else 0))
    enter_with_all(code, node, callee.expected)


def _write_others(code: Code, arguments: list[int]) -> None:
    """Write the list of the arguments that are no parameters of their own; null if there are none."""
    if not arguments:
        code.null(LIST_TYPE)
        return
    code.emit("NEW_ARRAY", code.type_index(MACHINE[Held.WORD]))
    with code.temporary(Held.LIST) as list_:
        code.store(list_)
        for argument in arguments:
            code.load(list_)
            code.load(argument)
            code.emit("ARRAY_PUSH_ANY")
        code.load(list_)


@contextmanager
def word_in_local(code: Code, node: Any) -> Iterator[int]:
    """Write the computation of an expression as a word; the local that it stands in: a variable's own if it never
    changes.
    """
    local = steady_local(code, node)
    if local is not None:
        yield local
        return
    with code.temporary() as local:
        code.word(node)
        code.store(local)
        yield local
