"""Deadlocks: who waits for whom, and where.

The machine knows what its tasks wait for. What async functions wait for is known to the library, which finds the
deadlock and describes it by a list: for each coroutine that waits its task and what it waits for. That is a list
again, of a `Wait` and what belongs to it.
"""

from __future__ import annotations

import struct
from enum import IntEnum

from plait.errors import LimitError
from plait.memory.fields import get_field
from plait.memory.kinds import Kind
from plait.memory.layouts import (
    DATA,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    LIST_WORD,
    UNDEFINED,
    ArrayObject,
    MutexObject,
    ObjectHeader,
    Store,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.vm.context import VmContext
from plait.vm.frames import frame_offsets, frame_position
from plait.vm.positions import describe_position
from plait.vm.values import plain_value


def deadlock_error(context: VmContext) -> LimitError:
    """The exception for tasks that wait for each other for ever: who waits for whom, and where."""
    view = context.memory.view
    waits: dict[int, str] = {}
    task = context.get("all_tasks")
    while task:
        kind = WaitKind(get_field(view, Task, task, "wait_kind"))
        if kind not in (WaitKind.NONE, WaitKind.SUSPENDED):
            what = describe_wait(context, task, kind)
            number = get_field(view, Task, task, "id")
            waits[number] = f"\n    {task_name(context, task)} waits {what}{place_of(context, task)}"
        task = get_field(view, Task, task, "link")
    return _deadlock([waits[number] for number in sorted(waits)])


def _deadlock(lines: list[str]) -> LimitError:
    more = f"\n    and {len(lines) - MAX_LINES} more" if len(lines) > MAX_LINES else ""
    return LimitError("deadlock", f"no task can ever run again:{''.join(lines[:MAX_LINES])}{more}")


def describe_wait(context: VmContext, task: int, kind: WaitKind) -> str:
    """What a task waits for, in words that follow "waits"."""
    view = context.memory.view
    place = get_field(view, Task, task, "waits_on")
    match kind:
        case WaitKind.TASK:
            return f"for {task_name(context, place)}"
        case WaitKind.MUTEX:
            owner = get_field(view, MutexObject, place, "owner")
            ended = ", which has ended" if get_field(view, Task, owner, "status") in ENDED else ""
            return f"for a mutex that {task_name(context, owner)} holds{ended}"
        case WaitKind.SENDING:
            return "to send to a channel that nobody receives from"
        case WaitKind.RECEIVING:
            return "to receive from a channel that nobody sends to"
        case WaitKind.ALL:
            return f"for all of {_unfinished_names(context, place)}"
        case WaitKind.RESUMING:
            return f"for what {task_name(context, place)}, a coroutine, hands out"
        case WaitKind.SUSPENDED:
            return "to be resumed"
        case WaitKind.SLEEP | WaitKind.NONE | WaitKind.STAND_IN:
            return "for a time"


def _unfinished_names(context: VmContext, stand_in: int) -> str:
    """Those that a task waits for by stand-ins, of which the last made is given."""
    view = context.memory.view
    waited_for: list[int] = []
    while stand_in:
        waited_for.append(get_field(view, Task, stand_in, "waits_on"))
        stand_in = get_field(view, Task, stand_in, "link")
    names = [task_name(context, task) for task in reversed(waited_for) if task]
    return ", ".join(names[:MAX_NAMES]) + (" and others" if len(names) > MAX_NAMES else "")


MAX_LINES = 32
"""Of how many tasks a message says what they wait for."""

MAX_NAMES = 8
"""How many tasks a message names that one task waits for."""


def task_name(context: VmContext, task: int) -> str:
    view = context.memory.view
    function = context.program.module.functions[get_field(view, Task, task, "function")]
    return f"task {get_field(view, Task, task, 'id')} ({function.name})"


ENDED = (TaskStatus.COMPLETE, TaskStatus.FAILED)


def place_of(context: VmContext, task: int) -> str:
    """Where the innermost frame of a task stands; empty for a function of the library."""
    function, pc, _ = frame_position(context, frame_offsets(context, task)[0])
    if not context.module.functions[function].positions:
        return ""
    return f", in {describe_position(context.program, function, pc)}"


class Wait(IntEnum):
    """What an async function waits for, by the numbers of the library (`bodies/deadlocks.ts`)."""

    PROMISE = 0
    TASK = 1
    MUTEX = 2
    SENDING = 3
    RECEIVING = 4
    PERMIT = 5
    SELECTING = 6
    GROUP = 7
    ALL = 8


MAX_DEPTH = 4
"""How deep descriptions of what is waited for are read, which are made by programs."""


def found_deadlock(context: VmContext, word: int) -> LimitError:
    """The exception for a deadlock that the library has found, which it describes by a list."""
    lines: dict[int, str] = {}
    for entry in _items(context, word):
        match _items(context, entry):
            case (task, wait) if _is_task(context, task):
                place = own_place(context, task)
                where = f", in {place}" if place else ""
                number = get_field(context.memory.view, Task, task, "id")
                lines[number] = f"\n    {_coroutine_name(context, task)} waits {_described(context, wait)}{where}"
            case _:
                pass
    return _deadlock([lines[number] for number in sorted(lines)])


def _described(context: VmContext, wait: int) -> str:
    """What is waited for, in words that follow "waits"."""
    match _parts(context, wait)[0]:
        case Wait.SENDING:
            return "to send to a channel that nobody receives from"
        case Wait.RECEIVING:
            return "to receive from a channel that nobody sends to"
        case _:
            return f"for {_named(context, wait)}"


def _named(context: VmContext, wait: int, depth: int = 0) -> str:
    """What is waited for, in words that follow "for"."""
    kind, parts = _parts(context, wait)
    match kind:
        case Wait.TASK if _is_task(context, parts[0]):
            return _coroutine_name(context, parts[0])
        case Wait.PROMISE | Wait.TASK:
            return "a promise that nothing settles"
        case Wait.MUTEX if _is_task(context, parts[0]):
            return f"a mutex that {_coroutine_name(context, parts[0])} holds"
        case Wait.MUTEX:
            return "a mutex that nobody unlocks"
        case Wait.SENDING:
            return "room in a channel that nobody receives from"
        case Wait.RECEIVING:
            return "a value of a channel that nobody sends to"
        case Wait.PERMIT:
            return "a permit of a semaphore"
        case Wait.SELECTING:
            return "one of several channels"
        case Wait.GROUP:
            return f"the tasks of a group: {_listed(context, parts, depth)}"
        case Wait.ALL:
            return f"all of {_listed(context, parts, depth)}"


def _listed(context: VmContext, waits: tuple[int, ...], depth: int) -> str:
    if depth >= MAX_DEPTH:
        return "others"
    names = [_named(context, wait, depth + 1) for wait in waits[:MAX_NAMES]]
    return ", ".join(names) + (" and others" if len(waits) > MAX_NAMES else "")


def _parts(context: VmContext, wait: int) -> tuple[Wait, tuple[int, ...]]:
    """What a description consists of: its kind, and what belongs to it (undefined at least)."""
    kind, *parts = _items(context, wait) or (UNDEFINED,)
    number = plain_value(context, kind)
    known = isinstance(number, float) and number in tuple(Wait)
    return (Wait(int(number)) if known else Wait.PROMISE), tuple(parts) or (UNDEFINED,)


def _items(context: VmContext, word: int) -> tuple[int, ...]:
    """The words of a list; none of what is no list."""
    view = context.memory.view
    if not _is_of_kind(context, word, Kind.ARRAY) or get_field(view, ArrayObject, word, "type_word") != LIST_WORD:
        return ()
    store = get_field(view, ArrayObject, word, "store")
    return struct.unpack_from(f"<{get_field(view, Store, store, 'length')}Q", view, store + DATA)


def _is_of_kind(context: VmContext, word: int, kind: Kind) -> bool:
    is_reference = FIRST_REFERENCE <= word < FIRST_NUMBER
    return is_reference and get_field(context.memory.view, ObjectHeader, word, "kind") == kind


def _is_task(context: VmContext, word: int) -> bool:
    return _is_of_kind(context, word, Kind.TASK)


def _own_frames(context: VmContext, task: int) -> list[int]:
    """The frames of a task that are of the program's own functions, innermost first."""
    functions = context.module.functions
    return [frame for frame in frame_offsets(context, task) if functions[frame_position(context, frame)[0]].positions]


def _coroutine_name(context: VmContext, task: int) -> str:
    """A coroutine by its number and its function; of one that has ended the function is not known any more."""
    number = get_field(context.memory.view, Task, task, "id")
    if get_field(context.memory.view, Task, task, "status") in ENDED:
        return f"task {number}, which has ended,"
    return f"task {number} ({coroutine_function(context, task)})"


def coroutine_function(context: VmContext, task: int) -> str:
    """The function of the program that a task runs, or else that of the library."""
    own = _own_frames(context, task)
    function = frame_position(context, own[-1])[0] if own else get_field(context.memory.view, Task, task, "function")
    return context.module.functions[function].name


def own_place(context: VmContext, task: int) -> str:
    """Where the program stands in a task; empty if it is nowhere in it."""
    own = _own_frames(context, task)
    if not own:
        return ""
    function, pc, _ = frame_position(context, own[0])
    return describe_position(context.program, function, pc)
