"""Calls of the host that are answered at once: kernels that give arguments, take the result, and go on for a moment.

They are called by a function of Python that is native code (`kernel/python_answers.py`) while a call of the host waits.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from plait.kernel import (
    address,
    bits_of,
    copy_bytes,
    guess_i64,
    i64,
    kernel,
    load_i64,
    load_u8,
    load_u32,
    read_clock,
    shift_right_logical,
    size_of,
    to_f64,
    wrap_i32,
)
from plait.memory.layouts import (
    CONTEXT,
    FALSE,
    FIRST_REFERENCE,
    NULL,
    TRUE,
    UNDEFINED,
    Frame,
)
from plait.memory.record_layouts import RecordObject
from plait.memory.transfer_layouts import FLAG, TRANSFER_OFFSET, Token, Transfer, TransferStatus
from plait.runtime.clock import READING
from plait.runtime.data_reader import read_data_at
from plait.runtime.data_writer import (
    begin_writing,
    end_writing,
    has_space,
    put_byte,
    put_bytes,
    write_value,
    write_whole,
)
from plait.runtime.dynamic import is_number, number_of
from plait.runtime.value_kinds import ValueKind, intrinsic_prototype, is_record, is_string
from plait.tasks.stops import HostState
from plait.vm.interpreter_control import frame_after
from plait.vm.quick_calls import LARGE_PLACE, LARGE_SIZE, QUICK_FUEL, SMALL_PLACE, SMALL_SIZE
from plait.vm.task_interpreter import run_tasks


class AnswerKind(IntEnum):
    """What a parameter or the result of a function of the host is, in four bits of its signature."""

    NONE = 0
    F64 = 1
    BOOL = 2
    I32 = 3
    STRING = 4
    ANY = 5


KIND_BITS: Final = 4
MOST_PARAMETERS: Final = 14
"""The signature is a number: the kind of the result, above it those of the parameters, the first lowest."""

STALE_MILLISECONDS: Final = 50.0
"""How long a program or the host computes, at least, before that is time to the program's timers.

Less counts as none, so that timers come in the same order however fast the engine and the machine are.
"""


class Answered(IntEnum):
    """What has become of an answer."""

    NOT = 0
    """It is to be given in another way."""
    AND_READY = 1
    AND_CHANGED = 2
    """Something else has run in the context meanwhile: the host has to look before the program goes on."""


@kernel
def ask_quickly(signature: i64) -> i64:
    """Put the bytes of a tuple of the arguments of the call that waits to their place; how many, -1 if they are more.

    Output that waits comes first.
    """
    if CONTEXT.console_used != 0 or not begin_writing():
        return -1
    CONTEXT.asked_asides = CONTEXT.asides
    task = CONTEXT.current_task
    slot = frame_after(address(task.stack) + task.frame) + size_of(Frame)
    kinds = shift_right_logical(signature, KIND_BITS)
    count: i64 = 0
    while shift_right_logical(kinds, KIND_BITS * count) != 0:
        count += 1
    put_byte(Token.SMALL_TUPLE)
    put_byte(count)
    for index in range(count):
        write_slot(slot + 8 * index, shift_right_logical(kinds, KIND_BITS * index) & 15)
    size = end_writing()
    if size < 0 or size > LARGE_SIZE or Transfer(TRANSFER_OFFSET).special_count != 0:
        return -1
    copy_bytes(SMALL_PLACE if size <= SMALL_SIZE else LARGE_PLACE, CONTEXT.heap_top, size)
    return size


@kernel
def write_slot(slot: i64, kind: i64) -> None:
    """Write the argument in a slot."""
    if not has_space(16):
        return
    match kind:
        case AnswerKind.F64:
            put_byte(Token.FLOAT)
            put_bytes(load_i64(slot), 8)
        case AnswerKind.BOOL:
            put_byte(Token.TRUE if load_u8(slot) != 0 else Token.FALSE)
        case AnswerKind.I32:
            write_whole(wrap_i32(load_i64(slot)))
        case AnswerKind.STRING:
            write_value(load_u32(slot), 0)
        case _:
            word = load_i64(slot)
            if is_instance(word):
                Transfer(TRANSFER_OFFSET).special_count = 1
            else:
                write_value(word, 0)


@kernel
def is_instance(word: i64) -> bool:
    """Whether a word is an object of a class of the program, of which Python gets a handle."""
    if not is_record(word):
        return False
    prototype = RecordObject(word).shape.prototype
    return prototype != NULL and prototype != intrinsic_prototype(ValueKind.RECORD)


@kernel
def answer_quickly(size: i64, signature: i64) -> i64:
    """Answer the call that waits by what so many bytes say; an `Answered`."""
    place = SMALL_PLACE if size <= SMALL_SIZE else LARGE_PLACE
    kind = signature & 15
    token = load_u8(place) & ~FLAG
    word = read_data_at(place, size, CONTEXT.heap_end, False)
    if Transfer(TRANSFER_OFFSET).status != TransferStatus.DONE:
        return Answered.NOT
    slot: i64 = 0
    match kind:
        case AnswerKind.NONE:
            pass
        case AnswerKind.F64:
            if not is_number(word):
                return Answered.NOT
            slot = bits_of(number_of(word))
        case AnswerKind.BOOL:
            if word != TRUE and word != FALSE:
                return Answered.NOT
            slot = 1 if word == TRUE else 0
        case AnswerKind.I32:
            if token != Token.INT:
                return Answered.NOT
            slot = guess_i64(number_of(word))
        case AnswerKind.STRING:
            if word < FIRST_REFERENCE or not is_string(word):
                return Answered.NOT
            slot = word
        case _:
            slot = UNDEFINED if word == NULL else word
    CONTEXT.host_result = slot
    CONTEXT.host_result_is_traced = 1 if kind >= AnswerKind.STRING else 0
    CONTEXT.host_task = CONTEXT.current_task
    CONTEXT.host_state = HostState.RETURNED
    return Answered.AND_READY if CONTEXT.asides == CONTEXT.asked_asides else Answered.AND_CHANGED


@kernel
def go_on_quickly() -> i64:
    """Let the tasks go on for a moment; a `RunResult`."""
    notice_time()
    quantum = CONTEXT.quantum
    refills = CONTEXT.refills_left
    delays = CONTEXT.delays_left
    keep_fuel(QUICK_FUEL)
    CONTEXT.quantum = QUICK_FUEL
    CONTEXT.collects_later = 1
    CONTEXT.refills_left = 0
    CONTEXT.delays_left = 0
    ended = run_tasks()
    CONTEXT.delays_left = delays
    CONTEXT.refills_left = refills
    CONTEXT.collects_later = 0
    CONTEXT.quantum = quantum
    return ended


@kernel
def keep_fuel(most: i64) -> None:
    """Let the current task hold no more fuel than this; what it has beyond goes back to where it was drawn from."""
    extra = CONTEXT.fuel - most
    if extra > 0:
        CONTEXT.fuel = most
        CONTEXT.slice_left = CONTEXT.slice_left + extra
        CONTEXT.budget_left = CONTEXT.budget_left + extra
        CONTEXT.granted = CONTEXT.granted - extra


@kernel
def notice_time() -> None:
    """Let the context see that the host has taken long."""
    if CONTEXT.reads_clock != 0:
        read_clock(READING)
        now = to_f64(load_i64(READING)) * 1000.0 + to_f64(load_i64(READING + 8)) / 1000000.0
        if now - CONTEXT.now >= STALE_MILLISECONDS:
            CONTEXT.now = now
