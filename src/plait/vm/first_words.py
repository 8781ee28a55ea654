"""What the words of a context's own are before anything has run, and how much memory a context has."""

from __future__ import annotations

from typing import Final

from plait.errors import LimitError
from plait.memory.collector import MINIMUM_GROWTH
from plait.memory.fields import set_field
from plait.memory.layouts import Context
from plait.vm.options import UNLIMITED, Engine, VmOptions
from plait.vm.program import LoadedProgram

QUANTUM = 1 << 20
"""Fuel that is drawn at a time: a millisecond of interpreted code. In between nothing from outside is noticed."""

REFERENCE_QUANTUM = 1 << 14
"""The same for the reference engine: ten milliseconds."""

NEVER = (1 << 32) - 1
RESERVE = 1 << 16
"""Room in each heap space beyond the memory limit, for the objects of errors."""

PAGE: Final = 4096
MAX_KEPT: Final = 16
"""For how many options the words are kept of a program."""


def memory_size(program: LoadedProgram, options: VmOptions) -> int:
    """The bytes of memory of a context. Raises `LimitError`."""
    size = _heap_start(program) + 2 * _space_size(options)
    if size > 1 << 32:
        raise LimitError("max_memory", "the program and its heap do not fit 4 GiB; lower max_memory")
    return size


def _heap_start(program: LoadedProgram) -> int:
    return -(-program.image.end // PAGE) * PAGE


def _space_size(options: VmOptions) -> int:
    return -(-(options.max_memory + RESERVE) // PAGE) * PAGE


def first_words(program: LoadedProgram, options: VmOptions, compile_threshold: int | None) -> bytes:
    """The bytes of the `Context`, all but the state of its random numbers."""
    known = program.first_words.get(options)
    if known is None:
        if len(program.first_words) >= MAX_KEPT:
            program.first_words.clear()
        known = program.first_words[options] = _first_words(program, options, compile_threshold)
    return known


def _first_words(program: LoadedProgram, options: VmOptions, compile_threshold: int | None) -> bytes:
    image = program.image
    heap, space = _heap_start(program), _space_size(options)
    stress = options.collect_always
    room = min(options.max_memory, MINIMUM_GROWTH)
    values = {
        "heap_top": heap,
        "heap_end": heap if stress else heap + room,
        "due_room": room,
        "space_start": heap,
        "other_start": heap + space,
        "space_size": space,
        "memory_limit": options.max_memory,
        "collect_always": int(stress),
        "forge_frames": int(options.forge_frames),
        "check_heap": int(options.check_heap),
        "suspend_always": int(options.suspend_always),
        "functions": image.functions,
        "function_count": len(program.prepared.functions),
        "loops": image.loops,
        "loop_count": program.prepared.loop_count,
        "traced_globals": image.traced_globals,
        "traced_global_count": image.traced_global_count,
        "image_end": image.end,
        "constants": image.constants,
        "constants_end": image.constants_end,
        "base_constants": image.base_constants,
        "base_constants_end": image.base_constants_end,
        "memory_error": image.memory_error,
        "next_task_id": 1,
        "max_depth": options.max_stack_depth,
        "compile_threshold": NEVER if compile_threshold is None else compile_threshold,
        "quantum": REFERENCE_QUANTUM if options.engine is Engine.REFERENCE else QUANTUM,
        "slice": UNLIMITED if options.preemption_threshold is None else options.preemption_threshold,
        "budget_left": UNLIMITED if options.max_fuel is None else options.max_fuel,
    }
    words = bytearray(Context.SIZE)
    for name, value in values.items():
        set_field(words, Context, 0, name, value)
    return bytes(words)
