"""Mutexes: 0xbb to 0xbf."""

from __future__ import annotations

from plait.isa.instruction import Flags, instruction
from plait.kernel import address, i32, kernel, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import MutexObject
from plait.runtime import mutexes


@instruction(0xBB, "NEW_MUTEX", "-> mutex", fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def new_mutex() -> tuple[MutexObject, i32]:
    """A mutex that is free."""
    result, outcome = mutexes.new_mutex()
    return result, outcome


@instruction(0xBC, "MUTEX_LOCK", "mutex ->", fuel=4, flags=Flags.WAITS | Flags.THROWS)
@kernel(inline=True)
def mutex_lock(mutex: MutexObject) -> i32:
    """Waits until the mutex is free and takes it; when it is free at once, the task takes a turn all the same."""
    return mutexes.lock(mutex)


@instruction(0xBD, "MUTEX_UNLOCK", "mutex ->", fuel=4, flags=Flags.THROWS)
@kernel(inline=True)
def mutex_unlock(mutex: MutexObject) -> i32:
    """Hands the mutex to the task that has waited longest, or makes it free. Throws NOT_LOCKED."""
    return mutexes.unlock(mutex)


@instruction(0xBE, "MUTEX_TRY_LOCK", "mutex -> bool", fuel=4, flags=Flags.THROWS)
@kernel(inline=True)
def mutex_try_lock(mutex: MutexObject) -> tuple[bool, i32]:
    """Takes the mutex if it is free; whether it was."""
    taken, outcome = mutexes.try_lock(mutex)
    return taken, outcome


@instruction(0xBF, "MUTEX_IS_LOCKED", "mutex -> bool", flags=Flags.THROWS)
@kernel(inline=True)
def mutex_is_locked(mutex: MutexObject) -> tuple[bool, i32]:
    """Whether a task holds the mutex."""
    if unlikely(address(mutex) == 0):
        return False, ErrorCode.NULL_REFERENCE
    return mutex.owner != 0, Outcome.DONE
