"""Coroutines, range 0x16."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import i32, i64, kernel
from plait.native.table import NativeRange, native
from plait.runtime import coroutines

COROUTINE = NativeRange.COROUTINE
SWITCHES = Flags.WAITS | Flags.THROWS
SWITCH_FUEL = 24


@native(COROUTINE, 0x00, "coroutine.detach", "->")
@kernel
def detach() -> None:
    """The running task is a coroutine: the program does not wait for its end, and it is in no deadlock."""
    coroutines.detach()


@native(COROUTINE, 0x04, "coroutine.prepare", "->")
@kernel
def prepare() -> None:
    """The task that the running one starts next is a coroutine from its start: until it first suspends, who has started
    it waits, even when a slice is over meanwhile. To stand right before the instruction that starts it.
    """
    coroutines.prepare()


@native(COROUTINE, 0x01, "coroutine.resume", "any any -> any", fuel=SWITCH_FUEL, flags=SWITCHES)
@kernel
def resume(task: i64, value: i64) -> tuple[i64, i32]:
    """Lets a suspended coroutine (a task) go on with a word, until it suspends or ends; gives what it hands out.

    Throws the error that it ends by, and NOT_A_COROUTINE, COROUTINE_RUNNING or COROUTINE_ENDED.
    """
    result, outcome = coroutines.resume(task, value)
    return result, outcome


@native(COROUTINE, 0x02, "coroutine.suspend", "any -> any", fuel=SWITCH_FUEL, flags=SWITCHES)
@kernel
def suspend(value: i64) -> tuple[i64, i32]:
    """Hands a word to who has resumed the running coroutine (to nobody the first time) and waits; gives what the next
    resume brings. Throws NOT_A_COROUTINE.
    """
    result, outcome = coroutines.suspend(value)
    return result, outcome


@native(COROUTINE, 0x03, "coroutine.finish", "any ->", flags=Flags.THROWS)
@kernel
def finish(value: i64) -> i32:
    """Hands a word to who has resumed the running coroutine, which is to end now. Throws NOT_A_COROUTINE."""
    return coroutines.finish(value)
