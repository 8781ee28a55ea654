"""Guarded ranges: `try`, `finally`, and what has to be closed when a statement is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, assert_never

from plait.bytecode.builder import Label
from plait.frontend.next.lower.code import Code, Exit, Guarded, Jump, Leaving, Return, Shared
from plait.frontend.next.represent.held import MACHINE, Held
from plait.isa.value_types import I32

_ENDED: Final = 0
_RETHROWN: Final = 1
_FIRST_EXIT: Final = 2
"""What the local of a finalizer holds: it goes on behind it, throws the error, or goes one of the ways out."""


def guarded_cleanup(code: Code, body: Callable[[], None], cleanup: Callable[[], None]) -> None:
    """Write a body, and what cleans up when it has ended normally, by a jump out of it, or by an error.

    An error of the cleaning up after an error is forgotten.
    """
    guarded(code, body, cleanup, is_quiet=True)


def guarded(code: Code, body: Callable[[], None], cleanup: Callable[[], None], is_quiet: bool = False) -> None:
    """Write a body and the code that runs behind it however it is left, once for each way out: it has to be short."""
    failed, end = code.label(), code.label()
    code.jump("TRY", failed)
    code.surroundings.append(Guarded(cleanup))
    body()
    code.surroundings.pop()
    code.emit("END_TRY")
    cleanup()
    code.jump("JUMP", end)
    code.place(failed)
    with code.temporary() as error:
        code.store(error)
        if is_quiet:
            quietly(code, cleanup)
        else:
            cleanup()
        code.load(error)
        code.emit("RETHROW")
    code.place(end)


def with_finalizer(code: Code, body: Callable[[], None], finalizer: Callable[[], None]) -> None:
    """Write a body and a finalizer, which is written once: who comes to it says in a local how to go on behind it."""
    failed, end, rethrow = code.label(), code.label(), code.label()
    way, error = code.take(I32), code.take(MACHINE[Held.WORD])
    value = None if code.result is None else code.take(MACHINE[code.result])
    shared = Shared(way, value, code.label())
    _begin_locals(code, shared, error)
    code.jump("TRY", failed)
    code.surroundings.append(shared)
    body()
    code.surroundings.pop()
    code.emit("END_TRY")
    code.jump("JUMP", shared.label)
    code.place(failed)
    code.store(error)
    code.integer(_RETHROWN)
    code.store(way)
    code.place(shared.label)
    finalizer()
    labels = [code.label() for _ in shared.exits]
    ways = {_ENDED: end, _RETHROWN: rethrow, **dict(enumerate(labels, _FIRST_EXIT))}
    for number, label in ways.items():
        code.load(way)
        code.integer(number)
        code.emit("IEQ")
        code.jump("JUMP_IF_TRUE", label)
    code.place(rethrow)
    code.load(error)
    code.emit("RETHROW")
    for (exit_, keep), label in zip(shared.exits, labels, strict=True):
        code.place(label)
        leave(code, exit_, keep)
    code.place(end)
    for local, value_type in ((way, I32), (error, MACHINE[Held.WORD])):
        code.give_back(value_type, local)
    if value is not None and code.result is not None:
        code.give_back(MACHINE[code.result], value)


def _begin_locals(code: Code, shared: Shared, error: int) -> None:
    code.integer(_ENDED)
    code.store(shared.way)
    code.undefined()
    code.store(error)
    if shared.value is not None and code.result is not None:
        write_blank(code, code.result)
        code.store(shared.value)


def write_blank(code: Code, held: Held) -> None:
    """Write the load of some value that is held so."""
    match held:
        case Held.NUMBER:
            code.emit("CONST_F64", 0.0)
        case Held.INTEGER | Held.INT:
            code.integer(0)
        case Held.LONG:
            code.emit("CONST_I64", 0)
        case Held.BOOLEAN:
            code.emit("CONST_FALSE")
        case Held.WORD:
            code.undefined()
        case _:
            code.null(code.cell_type(held))


def quietly(code: Code, action: Callable[[], None]) -> None:
    """Write code whose errors are forgotten."""
    failed, end = code.label(), code.label()
    code.jump("TRY", failed)
    code.surroundings.append(Guarded(None))
    action()
    code.surroundings.pop()
    code.emit("END_TRY")
    code.jump("JUMP", end)
    code.place(failed)
    code.emit("POP")
    code.place(end)


def leave(code: Code, exit_: Exit, keep: int) -> None:
    """Write what happens when all surroundings from the number `keep` on are left: ranges end, finalizers run.

    A finalizer that is written once is jumped to; what comes behind it is written behind it.
    """
    surroundings = code.surroundings
    for index in range(len(surroundings) - 1, keep - 1, -1):
        surrounding = surroundings[index]
        match surrounding:
            case Leaving():
                continue
            case Guarded(finalizer=finalizer):
                code.emit("END_TRY")
                if finalizer is not None:
                    code.surroundings = surroundings[:index]
                    finalizer()
            case Shared():
                code.emit("END_TRY")
                _go_through(code, exit_, keep, surrounding)
                code.surroundings = surroundings
                return
            case _:
                assert_never(surrounding)
    code.surroundings = surroundings
    _go(code, exit_)


def _go_through(code: Code, exit_: Exit, keep: int, shared: Shared) -> None:
    if not code.reachable:
        return
    if isinstance(exit_, Return) and exit_.value is not None and shared.value is not None:
        code.load(exit_.value)
        code.store(shared.value)
        exit_ = Return(shared.value)
    item = (exit_, keep)
    if item not in shared.exits:
        shared.exits.append(item)
    code.integer(_FIRST_EXIT + shared.exits.index(item))
    code.store(shared.way)
    code.jump("JUMP", shared.label)


def _go(code: Code, exit_: Exit) -> None:
    match exit_:
        case Jump(label=label):
            code.jump("JUMP", label)
        case Return(value=value):
            if value is None:
                code.emit("RETURN_VOID")
            else:
                code.load(value)
                code.emit("RETURN")
        case _:
            assert_never(exit_)


def has_finalizers(code: Code) -> bool:
    """Whether anything runs when the function is left here."""
    return any(isinstance(item, Guarded | Shared) for item in code.surroundings)


def write_return(code: Code, held: Held) -> None:
    """Write the return of the value on the stack, held so, through all finalizers."""
    if code.result is None:
        code.emit("POP")
        leave(code, Return(None), 0)
        return
    code.convert(held, code.result)
    if not has_finalizers(code):
        code.emit("RETURN")
        return
    with code.temporary(code.result) as value:
        code.store(value)
        leave(code, Return(value), 0)


def jump_out(code: Code, label: Label, keep: int) -> None:
    """Write a jump to the end or the next turn of a statement around."""
    leave(code, Jump(label), keep)
