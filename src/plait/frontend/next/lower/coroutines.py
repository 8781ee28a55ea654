"""`yield`, `await`, and the returns that generators are asked for."""

from __future__ import annotations

from plait.frontend.codes import Code as Diagnosis
from plait.frontend.next import syntax
from plait.frontend.next.lower.code import Code
from plait.frontend.next.lower.guarded import write_return
from plait.frontend.next.represent.held import Held


def lower_await(code: Code, node: syntax.Await) -> Held:
    """`await x`."""
    code.word(node.expression)
    code.at(node)
    code.library("awaitValue")
    return Held.WORD


def lower_yield(code: Code, node: syntax.Yield) -> Held:
    """`yield x`, `yield* x`; the generator may be asked to return there."""
    function = code.unit.function
    if function is None or not function.is_generator:
        code.report(Diagnosis.EXPRESSION, node, "`yield` stands in no generator")
        code.undefined()
        return Held.WORD
    if node.expression is None:
        code.undefined()
    else:
        code.word(node.expression)
    code.at(node)
    if node.is_delegating:
        code.library("asyncYieldDelegate" if function.is_async else "yieldDelegate")
    else:
        code.library("asyncYield" if function.is_async else "yieldValue")
    goes_on = code.label()
    with code.temporary() as value:
        code.store(value)
        code.library("isReturning")
        code.jump("JUMP_IF_FALSE", goes_on)
        code.load(value)
        write_return(code, Held.WORD)
        code.place(goes_on)
        code.load(value)
    return Held.WORD
