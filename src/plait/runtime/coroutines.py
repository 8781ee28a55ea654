"""Coroutines: tasks that hand control, and a word with it, back and forth with whoever resumes them.

Who resumes a coroutine waits (RESUMING), and the coroutine runs at once, on the slice of who has resumed it, until it
suspends, ends, or has said by `finish` that it is about to end; then its resumer goes on at once. A coroutine that
waits for something else meanwhile lets its resumer wait with it. It is spawned as any task: what it does until it first
suspends it does for its spawner, which then simply goes on. A task that is a coroutine from its start (`prepare`) lets
its spawner wait for that even when its slice is over before.

Nobody waits for the end of a coroutine, so a program may end while some are suspended; those that nothing refers to any
more are garbage.
"""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import (
    CONTEXT,
    UNDEFINED,
    Delivery,
    Kind,
    ObjectHeader,
    Task,
    TaskStatus,
    WaitKind,
)
from plait.runtime.dynamic import is_reference
from plait.runtime.errors import pend_value
from plait.runtime.wait_queues import begin_wait


@kernel
def detach() -> None:
    """The current task is a coroutine from now on."""
    task = CONTEXT.current_task
    if task.is_detached == 0:
        task.is_detached = 1
        CONTEXT.unfinished = CONTEXT.unfinished - 1


@kernel
def prepare() -> None:
    """The task that the current one starts next is a coroutine from its start."""
    CONTEXT.coroutine_spawner = CONTEXT.current_task.id


@kernel
def hand(task: Task, word: i64, delivery: i64) -> None:
    """Give a word to a task that waits on one side of a coroutine; it is to go on next."""
    task.carried = word
    task.carried_is_traced = 1
    task.wait_kind = WaitKind.NONE
    task.waits_on = 0
    task.delivered = delivery


@kernel
def take_handed(task: Task) -> tuple[i64, i32]:
    """What the current task has been given, or the error that a coroutine has ended by."""
    word = task.carried
    delivery = task.delivered
    task.carried = 0
    task.carried_is_traced = 0
    task.delivered = Delivery.NONE
    if delivery == Delivery.THROWN:
        pend_value(word)
        return UNDEFINED, Outcome.PENDING
    return word, Outcome.DONE


@kernel
def check_suspended(word: i64) -> i32:
    """Whether a word is a coroutine that can be resumed."""
    if not is_reference(word) or ObjectHeader(word).kind != Kind.TASK or Task(word).is_detached == 0:
        return ErrorCode.NOT_A_COROUTINE
    status = Task(word).status
    if status == TaskStatus.COMPLETE or status == TaskStatus.FAILED:
        return ErrorCode.COROUTINE_ENDED
    return Outcome.DONE if Task(word).wait_kind == WaitKind.SUSPENDED else ErrorCode.COROUTINE_RUNNING


@kernel
def told_to_end(task: Task) -> bool:
    """Whether a task that is about to wait has been asked to end, and is told by the error that it now gets."""
    if task.cancel_pending == 0:
        return False
    task.cancel_pending = 0
    return True


@kernel
def resume(word: i64, value: i64) -> tuple[i64, i32]:
    """Let a coroutine go on with a value; gives what it hands out, or throws what it ends by.

    One that ends without handing anything out gives undefined.
    """
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        handed, outcome = take_handed(task)
        return handed, outcome
    refused = check_suspended(word)
    if refused != Outcome.DONE:
        return UNDEFINED, refused
    if told_to_end(task):
        return UNDEFINED, ErrorCode.TASK_CANCELLED
    coroutine = Task(word)
    hand(coroutine, value, Delivery.DONE)
    coroutine.resumer = task
    begin_wait(task, WaitKind.RESUMING, word)
    return UNDEFINED, Outcome.WAITING


@kernel
def suspend(value: i64) -> tuple[i64, i32]:
    """Hand a value to the resumer, if there is one, and wait; gives what the next one brings."""
    task = CONTEXT.current_task
    if task.delivered != Delivery.NONE:
        handed, outcome = take_handed(task)
        return handed, outcome
    if task.is_detached == 0:
        return UNDEFINED, ErrorCode.NOT_A_COROUTINE
    if told_to_end(task):
        return UNDEFINED, ErrorCode.TASK_CANCELLED
    hand_out(task, value, Delivery.DONE)
    begin_wait(task, WaitKind.SUSPENDED, 0)
    return UNDEFINED, Outcome.WAITING


@kernel
def finish(value: i64) -> i32:
    """Hand a value to the resumer, which goes on when the current coroutine has ended (or waits)."""
    task = CONTEXT.current_task
    if task.is_detached == 0:
        return ErrorCode.NOT_A_COROUTINE
    hand_out(task, value, Delivery.DONE)
    return Outcome.DONE


@kernel
def hand_out(coroutine: Task, word: i64, delivery: i64) -> bool:
    """Give a word to the resumer; False when none waits for one."""
    resumer = coroutine.resumer
    if address(resumer) == 0 or resumer.wait_kind != WaitKind.RESUMING:
        return False
    hand(resumer, word, delivery)
    return True


@kernel
def tell_resumer(coroutine: Task) -> None:
    """A coroutine has ended: who has resumed it sees how, unless something has been handed out already."""
    if coroutine.status == TaskStatus.COMPLETE:
        hand_out(coroutine, UNDEFINED, Delivery.DONE)
    elif hand_out(coroutine, coroutine.error, Delivery.THROWN):
        coroutine.observed = 1


@kernel
def other_side(task: Task) -> Task:
    """Who goes on at once when the current task has ended or waits: a coroutine or its resumer; null for neither."""
    if task.wait_kind == WaitKind.RESUMING:
        return Task(task.waits_on)
    resumer = task.resumer
    if address(resumer) == 0 or resumer.wait_kind == WaitKind.RESUMING:
        return Task(0)
    task.resumer = Task(0)
    return resumer
