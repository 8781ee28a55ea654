"""Calls of function values by the general signature."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.expected_calls import enter
from plait.frontend.next.lower.literals import write_list
from plait.frontend.next.represent.held import CONSTRUCTION, DIRECT_ARGUMENTS, GENERAL, LIST_TYPE, MACHINE, Held


def call_local(
    code: Code,
    node: syntax.Node,
    function: int,
    self: int,
    arguments: tuple[Any, ...],
    text: str,
    is_known: bool = False,
    expected: int | None = None,
    is_construction: bool = False,
) -> None:
    """Write the call of the word in a local, which is probably a value of the expected function."""
    if any(isinstance(item, syntax.Spread) for item in arguments):
        with code.temporary(Held.LIST) as list_:
            write_list(code, arguments)
            code.store(list_)
            code.at(node)
            if not is_known:
                check_callable(code, function, text)
            code.load(function)
            code.load(self)
            code.load(list_)
            code.library("constructWith" if is_construction else "callWith")
        return
    if not is_known and arguments and not all(is_plain(item) for item in arguments):
        _call_with_saved(code, node, function, self, arguments, text, expected)
        return
    code.at(node)
    if not is_known:
        check_callable(code, function, text)
    code.load(function)
    code.emit("UNBOX_REF", code.type_index(GENERAL))
    code.load(self)
    write_arguments(code, arguments, CONSTRUCTION if is_construction else 0)
    enter(code, node, expected)


def is_plain(node: Any) -> bool:
    """Whether evaluating an argument has no effect, so that the test of what is called may come before it."""
    return isinstance(
        node,
        syntax.NumericLiteral
        | syntax.StringLiteral
        | syntax.BooleanLiteral
        | syntax.NullLiteral
        | syntax.FunctionExpression
        | syntax.This
        | syntax.Identifier,
    )


def _call_with_saved(
    code: Code,
    node: syntax.Node,
    function: int,
    self: int,
    arguments: tuple[Any, ...],
    text: str,
    expected: int | None,
) -> None:
    """Arguments are evaluated before it is known that what is called is no function."""
    locals_: list[int] = []
    for argument in arguments:
        code.word(argument)
        local = code.take(MACHINE[Held.WORD])
        code.store(local)
        locals_.append(local)
    code.at(node)
    check_callable(code, function, text)
    call_function(code, node, function, self, locals_, expected)
    for local in locals_:
        code.give_back(MACHINE[Held.WORD], local)


def call_function(
    code: Code,
    node: syntax.Node,
    function: int,
    self: int,
    arguments: list[int],
    expected: int | None = None,
    way: int = 0,
) -> None:
    """Write a call of what is certainly a function, whose arguments stand in locals; `way` is added to their number."""
    code.load(function)
    code.emit("UNBOX_REF", code.type_index(GENERAL))
    code.load(self)
    push_locals(code, arguments, way)
    enter(code, node, expected)


def push_locals(code: Code, locals_: list[int], way: int = 0) -> None:
    """Write the arguments of a general call, behind `this`, from locals."""
    for local in locals_[:DIRECT_ARGUMENTS]:
        code.load(local)
    for _ in range(DIRECT_ARGUMENTS - len(locals_)):
        code.undefined()
    if len(locals_) <= DIRECT_ARGUMENTS:
        code.null(LIST_TYPE)
    else:
        code.emit("NEW_ARRAY", code.type_index(MACHINE[Held.WORD]))
        with code.temporary(Held.LIST) as list_:
            code.store(list_)
            for local in locals_[DIRECT_ARGUMENTS:]:
                code.load(list_)
                code.load(local)
                code.emit("ARRAY_PUSH_ANY")
            code.load(list_)
    code.integer(len(locals_) + way)


def check_callable(code: Code, function: int, text: str) -> None:
    callable_ = code.label()
    code.load(function)
    code.emit("ANY_IS", code.type_index(GENERAL))
    code.jump("JUMP_IF_TRUE", callable_)
    code.throws("notCallable", text)
    code.place(callable_)


def write_arguments(code: Code, arguments: tuple[Any, ...], way: int = 0) -> None:
    """Write the arguments of a general call, behind `this`."""
    for argument in arguments[:DIRECT_ARGUMENTS]:
        code.word(argument)
    for _ in range(DIRECT_ARGUMENTS - len(arguments)):
        code.undefined()
    if len(arguments) <= DIRECT_ARGUMENTS:
        code.null(LIST_TYPE)
    else:
        write_list(code, arguments[DIRECT_ARGUMENTS:])
    code.integer(len(arguments) + way)
