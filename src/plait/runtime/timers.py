"""The tasks that sleep: a pairing heap, ordered by `wake_at` and, of equal times, by who came first.

`Context.first_timer` is the root. Of every task in it, `first_later` is the first of those that are known to come
later, `next` leads through these, and `previous` back to the one before, or to the task whose `first_later` this is. A
task comes in at once, and leaves in a time that grows with the logarithm of their number, taken over all of them.
"""

from __future__ import annotations

from plait.kernel import address, f64, kernel
from plait.memory.layouts import CONTEXT, Task


@kernel
def comes_before(task: Task, other: Task) -> bool:
    """Whether the first task is woken before the second."""
    if task.wake_at != other.wake_at:
        return task.wake_at < other.wake_at
    return task.timer_number < other.timer_number


@kernel
def put_under(parent: Task, child: Task) -> None:
    """Make a root the first of those that come later than another."""
    child.next = parent.first_later
    if address(child.next) != 0:
        child.next.previous = child
    child.previous = parent
    parent.first_later = child


@kernel
def joined(left: Task, right: Task) -> Task:
    """The root of two heaps made one; either may be null."""
    if address(left) == 0:
        return right
    if address(right) == 0:
        return left
    if comes_before(right, left):
        put_under(right, left)
        return right
    put_under(left, right)
    return left


@kernel
def as_root(task: Task) -> Task:
    """Cut a task off from those beside it."""
    task.next = Task(0)
    task.previous = Task(0)
    return task


@kernel
def join_all(first: Task) -> Task:
    """The root of one heap made of those that `next` leads through: joined two by two, then the pairs from the last."""
    pairs = Task(0)
    rest = first
    while address(rest) != 0:
        left = rest
        right = left.next
        if address(right) == 0:
            rest = right
        else:
            rest = right.next
            right = as_root(right)
        pair = joined(as_root(left), right)
        pair.next = pairs
        pairs = pair
    root = Task(0)
    while address(pairs) != 0:
        following = pairs.next
        root = joined(as_root(pairs), root)
        pairs = following
    return root


@kernel
def add_timer(task: Task, wake_at: f64) -> None:
    """Let a task stand here until its time."""
    task.wake_at = wake_at
    task.timer_number = CONTEXT.next_timer_number
    CONTEXT.next_timer_number = CONTEXT.next_timer_number + 1
    CONTEXT.first_timer = joined(CONTEXT.first_timer, task)


@kernel
def take_out_timer(task: Task) -> None:
    """Take a task out, whose time has come or which is not to wait for it."""
    later = join_all(task.first_later)
    task.first_later = Task(0)
    if task == CONTEXT.first_timer:
        CONTEXT.first_timer = later
        return
    following = task.next
    if address(following) != 0:
        following.previous = task.previous
    if task.previous.first_later == task:
        task.previous.first_later = following
    else:
        task.previous.next = following
    as_root(task)
    CONTEXT.first_timer = joined(CONTEXT.first_timer, later)
