"""Work that is done in parts: an instruction does a bounded amount, is charged for it, and is done again.

What it needs to go on is its *progress*: numbers, which a kernel has in `PROGRESS` while it runs. Between two parts
they stand, with the references that the work is about, in a *cursor*, a heap object that belongs to the task. An
instruction that ends, by a result or an error, leaves no cursor behind.
"""

from __future__ import annotations

from plait.kernel import Struct, address, fill_bytes, i32, i64, kernel, load_i64, size_of, store_i64
from plait.memory.allocator import allocate
from plait.memory.errors import Outcome
from plait.memory.layouts import CONTEXT, DATA, MATHEMATICS_OFFSET, Kind, Store

PART = 1 << 20
"""How many steps of a unit or so each, about a millisecond, a part takes."""

REFERENCES = 3
"""How many references a cursor holds, before the numbers."""


class Progress(Struct):
    """How far an instruction is. No number is below zero, so that none looks like a reference when it is kept.

    `phase` to `k` are of a search (`runtime/search.py`); those behind are of what searches.
    """

    phase: i64
    index: i64
    compared: i64
    spent: i64
    memory: i64
    critical: i64
    period: i64
    suffix: i64
    other_period: i64
    j: i64
    k: i64
    stage: i64
    position: i64
    place: i64
    length: i64
    width: i64
    count: i64
    flag: i64


PROGRESS = Progress(MATHEMATICS_OFFSET)
NUMBERS = Progress.SIZE // 8

CURSOR_SIZE = DATA + 8 * (REFERENCES + NUMBERS)
"""Bytes of a cursor."""

MEASURING = 0
WRITING = 1
"""Stages of what makes something: finding out how large it will be, and making it."""


@kernel
def clear_progress() -> None:
    """Begin something that may be done in parts."""
    fill_bytes(address(PROGRESS), 0, size_of(Progress))


@kernel
def resume(first: i64, second: i64) -> bool:
    """Whether the current task has begun this work, on these two references; then the progress is restored."""
    cursor = CONTEXT.current_task.cursor
    if address(cursor) == 0:
        return False
    place = address(cursor) + DATA
    if load_i64(place) != first or load_i64(place + 8) != second:
        return False
    for number in range(NUMBERS):
        store_i64(address(PROGRESS) + 8 * number, ~load_i64(place + 8 * (REFERENCES + number)))
    return True


@kernel
def third_reference() -> i64:
    """The third reference of the work that has been resumed."""
    return load_i64(address(CONTEXT.current_task.cursor) + DATA + 16)


@kernel(cold=True)
def pause(first: i64, second: i64, third: i64) -> i32:
    """Keep the progress: UNFINISHED, or NEED_MEMORY when there is no room for the cursor."""
    task = CONTEXT.current_task
    cursor = task.cursor
    if address(cursor) == 0:
        length = REFERENCES + NUMBERS
        cursor = Store(allocate(Kind.CURSOR, CURSOR_SIZE))
        if address(cursor) == 0:
            return Outcome.NEED_MEMORY
        cursor.length = length
        cursor.capacity = length
        task.cursor = cursor
    place = address(cursor) + DATA
    store_i64(place, first)
    store_i64(place + 8, second)
    store_i64(place + 16, third)
    for number in range(NUMBERS):
        store_i64(place + 8 * (REFERENCES + number), ~load_i64(address(PROGRESS) + 8 * number))
    return Outcome.UNFINISHED


@kernel
def finish() -> None:
    """The work is done."""
    CONTEXT.current_task.cursor = Store(0)
