"""Tasks: 0xb0 to 0xb9."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, Special, instruction, special
from plait.kernel import address, f64, i32, kernel, unlikely
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import ArrayObject, Task, TaskStatus
from plait.runtime.sleeping import sleep_for
from plait.runtime.wait_all import wait_all
from plait.runtime.wait_queues import cancel

WAITS = Flags.WAITS

special(
    0xB0,
    Special.SPAWN,
    "Starts the function as a new task, which runs at once until it waits or ends; pushes the task.",
    Immediate.FUNCTION,
    Immediate.COUNT,
    fuel=16,
)
special(
    0xB1, Special.AWAIT, "Pops a task; waits until it has ended, then pushes its result or throws its error.", fuel=4
)
special(0xB2, Special.YIELD, "Goes to the end of the queue of tasks that can run.", fuel=4)


@instruction(0xB3, "TASK_IS_DONE", "task(?) -> bool", flags=Flags.THROWS)
@kernel(inline=True)
def task_is_done(task: Task) -> tuple[bool, i32]:
    """Whether the task has ended, so that awaiting it does not wait. Throws NULL_REFERENCE."""
    if unlikely(address(task) == 0):
        return False, ErrorCode.NULL_REFERENCE
    return task.status == TaskStatus.COMPLETE or task.status == TaskStatus.FAILED, Outcome.DONE


special(
    0xB4,
    Special.SPAWN_CLOSURE,
    "Starts the closure that stands below the arguments as a new task, as SPAWN does.",
    Immediate.COUNT,
    fuel=16,
)
special(
    0xB5,
    Special.SPAWN_METHOD,
    "Starts the method that the object's own class has in the slot as a new task, as SPAWN does.",
    Immediate.CLASS,
    Immediate.SLOT,
    Immediate.COUNT,
    fuel=16,
)


@instruction(0xB6, "WAIT_ALL", "array(task(?)) ->", fuel=8, flags=WAITS | Flags.ALLOCATES | Flags.THROWS)
@kernel(inline=True)
def wait_all_tasks(array: ArrayObject) -> i32:
    """Waits until all tasks that are in the array now are complete, or throws the error of the first that fails.

    Work: one for each task.
    """
    return wait_all(array)


@instruction(0xB7, "SLEEP", "f64 ->", fuel=8, flags=WAITS)
@kernel(inline=True)
def sleep(milliseconds: f64) -> i32:
    """Waits for so many milliseconds, as JavaScript's timers count them: whole ones, and at least one."""
    return sleep_for(milliseconds)


@instruction(0xB8, "TASK_CANCEL", "task(?) -> bool", fuel=4, flags=Flags.THROWS)
@kernel(inline=True)
def task_cancel(task: Task) -> tuple[bool, i32]:
    """Asks the task to end: where it waits, or at its next wait, TASK_CANCELLED is thrown. False when it has ended."""
    if unlikely(address(task) == 0):
        return False, ErrorCode.NULL_REFERENCE
    return cancel(task), Outcome.DONE


@instruction(0xB9, "TASK_IS_CANCELLED", "task(?) -> bool", flags=Flags.THROWS)
@kernel(inline=True)
def task_is_cancelled(task: Task) -> tuple[bool, i32]:
    """Whether the task was asked to end before it had ended."""
    if unlikely(address(task) == 0):
        return False, ErrorCode.NULL_REFERENCE
    return task.cancelled != 0, Outcome.DONE
