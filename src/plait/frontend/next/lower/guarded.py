"""Guarded ranges: `try`, `finally`, and what has to be closed when a statement is left."""

from __future__ import annotations

from collections.abc import Callable

from plait.bytecode.builder import Label
from plait.frontend.next.lower.code import Code, Guarded
from plait.frontend.next.represent.held import Held


def guarded_cleanup(code: Code, body: Callable[[], None], cleanup: Callable[[], None]) -> None:
    """Write a body, and what cleans up when it has ended normally, by a jump out of it, or by an error.

    An error of the cleaning up after an error is forgotten.
    """
    guarded(code, body, cleanup, is_quiet=True)


def guarded(
    code: Code,
    body: Callable[[], None],
    cleanup: Callable[[], None],
    is_quiet: bool = False,
    at_end: bool = True,
) -> None:
    """Write a body and the code that runs behind it however it is left."""
    failed, end = code.label(), code.label()
    code.jump("TRY", failed)
    code.surroundings.append(Guarded(cleanup))
    body()
    code.surroundings.pop()
    code.emit("END_TRY")
    if at_end:
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


def leave_until(code: Code, keep: int) -> None:
    """Write what happens when all surroundings from the number `keep` on are left: ranges end, finalizers run."""
    surroundings = code.surroundings
    for index in range(len(surroundings) - 1, keep - 1, -1):
        surrounding = surroundings[index]
        if isinstance(surrounding, Guarded):
            code.emit("END_TRY")
            if surrounding.finalizer is not None:
                code.surroundings = surroundings[:index]
                surrounding.finalizer()
    code.surroundings = surroundings


def has_finalizers(code: Code) -> bool:
    """Whether anything runs when the function is left here."""
    return any(isinstance(item, Guarded) for item in code.surroundings)


def write_return(code: Code, held: Held) -> None:
    """Write the return of the value on the stack, held so, through all finalizers."""
    if code.result is None:
        code.emit("POP")
        leave_until(code, 0)
        code.emit("RETURN_VOID")
        return
    code.convert(held, code.result)
    if has_finalizers(code):
        with code.temporary(code.result) as value:
            code.store(value)
            leave_until(code, 0)
            code.load(value)
    code.emit("RETURN")


def jump_out(code: Code, label: Label, keep: int) -> None:
    """Write a jump to the end or the next turn of a statement around."""
    leave_until(code, keep)
    code.jump("JUMP", label)
