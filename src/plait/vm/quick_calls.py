"""Calls of exported functions that are expected to be short: one kernel takes arguments, runs, and gives the result.

It runs for a moment only, collects nothing, and asks nothing of the host. What is not done by then goes on as other
calls do.
"""

from __future__ import annotations

from typing import Final

from plait.kernel import address, copy_bytes, i64, kernel, load_i64, shift_right_logical, store_f64, store_i64, to_f64
from plait.memory.layouts import (
    ARGUMENTS_OFFSET,
    CONSOLE_OFFSET,
    CONSOLE_SIZE,
    CONTEXT,
    HANDLES_OFFSET,
    UNDEFINED,
    TaskStatus,
)
from plait.memory.transfer_layouts import PATH_CAPACITY, PATH_OFFSET, SLACK, TRANSFER_OFFSET, Transfer
from plait.runtime.clock import milliseconds
from plait.runtime.data_reader import read_data_at
from plait.runtime.data_writer import write_data
from plait.vm.task_interpreter import RunResult, run_tasks, start_task

SMALL_PLACE: Final = PATH_OFFSET
SMALL_SIZE: Final = 8 * PATH_CAPACITY - SLACK
"""Where the bytes of arguments and results stand, if they are no more than this."""

LARGE_PLACE: Final = CONSOLE_OFFSET
LARGE_SIZE: Final = CONSOLE_SIZE - SLACK
"""Where they stand if they are more: nothing is in the console buffer then."""

QUICK_FUEL: Final = 1 << 14
"""What a call may use, and its tasks: some 0.1 ms of interpreted code."""

QUICK_TURNS: Final = 32
"""How many tasks may have their turn."""

NOT_BEGUN: Final = -1
"""What the kernel gives when nothing has been done."""

BEGUN: Final = -2
"""What it gives, less the `RunResult`, when the call is not done, or its result is no plain data."""


OPERATION_SHIFT: Final = 32
"""Where the operation stands that the module is asked for, above the index of the handle."""

LARGEST_HANDLE: Final = (1 << OPERATION_SHIFT) - 1


@kernel
def call_quickly(serve: i64, asked: i64, size: i64) -> i64:
    """Let the function of the module that serves the host call what a handle holds, on arguments of so many bytes.

    `asked` is the index of the handle, and the operation, a number of `host.operations.Serve` that calls something.
    How many bytes the result has; else `NOT_BEGUN`, or `BEGUN` less a `RunResult`: then `begun_task` is the task.
    """
    if is_busy():
        return NOT_BEGUN
    small = size <= SMALL_SIZE
    given = read_data_at(SMALL_PLACE if small else LARGE_PLACE, size, CONTEXT.heap_end, False)
    if given < 0:
        return NOT_BEGUN
    store_f64(ARGUMENTS_OFFSET, to_f64(shift_right_logical(asked, OPERATION_SHIFT)))
    store_i64(ARGUMENTS_OFFSET + 8, load_i64(HANDLES_OFFSET + 8 * (asked & LARGEST_HANDLE)))
    store_i64(ARGUMENTS_OFFSET + 16, UNDEFINED)
    store_i64(ARGUMENTS_OFFSET + 24, given)
    task = start_task(serve, ARGUMENTS_OFFSET, 4)
    if address(task) == 0:
        return NOT_BEGUN
    CONTEXT.main_task = task
    ended = run_a_moment()
    if (ended == RunResult.IDLE or ended == RunResult.SLEEPING) and CONTEXT.console_used == 0:
        main = CONTEXT.main_task
        if main.status == TaskStatus.COMPLETE:
            result = write_result(main.result)
            if result >= 0:
                return result
    CONTEXT.begun_task = CONTEXT.main_task
    return BEGUN - ended


@kernel
def is_busy() -> bool:
    """Whether the host has something to do first."""
    if address(CONTEXT.current_task) != 0 or CONTEXT.throw_on_resume != 0 or address(CONTEXT.begun_task) != 0:
        return True
    if CONTEXT.compile_requests != 0 or CONTEXT.console_used != 0 or CONTEXT.heap_top > CONTEXT.quick_top:
        return True
    return milliseconds() > CONTEXT.quick_until


@kernel
def run_a_moment() -> i64:
    """Run what can run, for a moment; a `RunResult`."""
    quantum = CONTEXT.quantum
    CONTEXT.quantum = QUICK_FUEL
    CONTEXT.collects_later = 1
    CONTEXT.ends_when_unhandled = 0
    CONTEXT.stop_word = 0
    CONTEXT.refills_left = 0
    CONTEXT.delays_left = 0
    CONTEXT.turns_left = QUICK_TURNS
    ended = run_tasks()
    CONTEXT.collects_later = 0
    CONTEXT.quantum = quantum
    return ended


@kernel
def write_result(word: i64) -> i64:
    """Put the bytes of a value to their place; how many, or a number below zero if it has to be asked what it is."""
    size = write_data(word)
    if size < 0 or size > LARGE_SIZE or Transfer(TRANSFER_OFFSET).special_count != 0:
        return -1
    copy_bytes(SMALL_PLACE if size <= SMALL_SIZE else LARGE_PLACE, CONTEXT.heap_top, size)
    return size
