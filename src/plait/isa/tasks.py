"""Tasks: 0xb0 to 0xb7."""

from __future__ import annotations

from plait.isa.instruction import Immediate, Special, instruction, special
from plait.kernel import kernel
from plait.memory.layouts import Task, TaskStatus

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


@instruction(0xB3, "TASK_IS_DONE", "task(?) -> bool")
@kernel(inline=True)
def task_is_done(task: Task) -> bool:
    """Whether the task has ended, so that awaiting it does not wait."""
    return task.status == TaskStatus.COMPLETE or task.status == TaskStatus.FAILED


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
