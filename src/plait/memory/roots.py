"""The roots: every word outside the heap that can hold a reference. The collector and the heap check follow these.

They are

- the words of the context that are listed here;
- `host_result`, when `host_result_is_traced` says that the host's answer is a reference or an `any` word;
- the handles of the host (`handle_count` words at `HANDLES_OFFSET`), which also hold what a call from the host into the
  program has to come back to;
- the globals whose places stand at `traced_globals`, static fields among them;
- the intrinsic prototypes, and the shape with which records without prototype begin.

The table of atoms (`WEAK_TABLES`) keeps nothing alive. Stacks are heap objects: their frames are followed with their
task. Everything else in a context is numbers (`NUMBERS`), leads into the program image, which does not move
(`IMAGE_REFERENCES`), or leads into a task's stack while that task runs and is made anew whenever it goes on
(`FRAME_PLACES`). The arguments that the host hands over at `ARGUMENTS_OFFSET` are no roots: nothing is collected before
they are in the new task's frame.
"""

from __future__ import annotations

from plait.kernel import ConstantTable, u32
from plait.memory.layouts import CONTEXT_OFFSET, INTRINSICS, INTRINSICS_OFFSET, NULL_ROOT_OFFSET, Context, Kind

REFERENCE_NAMES: dict[str, Kind] = {
    "current_task": Kind.TASK,
    "main_task": Kind.TASK,
    "begun_task": Kind.TASK,
    "queue_head": Kind.TASK,
    "queue_tail": Kind.TASK,
    "all_tasks": Kind.TASK,
    "unhandled": Kind.TASK,
    "last_unhandled": Kind.TASK,
    "first_timer": Kind.TASK,
    "stop_task": Kind.TASK,
    "host_task": Kind.TASK,
    "console_long": Kind.STRING,
}
"""Words of the context that hold a reference or 0, with the kind of what it leads to."""

WORD_NAMES: tuple[str, ...] = ("pending_value",)
"""Those that hold an `any` word."""

CONDITIONAL_NAMES: dict[str, str] = {"host_result": "host_result_is_traced"}
"""Those that hold a slot, which is a root when another word of the context is not 0."""

WEAK_TABLES: frozenset[str] = frozenset({"atoms"})

IMAGE_REFERENCES: frozenset[str] = frozenset({"memory_error"})

FRAME_PLACES: frozenset[str] = frozenset({"stop_frame", "stack_end", "call_limit"})

NUMBERS: frozenset[str] = frozenset(
    {
        *("heap_top", "heap_end", "space_start", "other_start", "space_size", "memory_limit", "copy_top", "requested"),
        *("space_touched", "other_touched", "trims_buffers"),
        *("collect_always", "forge_frames", "check_heap", "heap_fault", "heap_fault_place", "suspend_always"),
        *("functions", "function_count", "loops", "loop_count", "traced_globals", "traced_global_count"),
        *("image_end", "ends_when_unhandled", "coroutine_spawner", "next_timer_number", "next_task_id"),
        *("stops_at_switches", "shown_task"),
        *("unfinished", "now"),
        *("epoch", "reads_clock", "random_first", "random_second"),
        *("stop_reason", "max_depth", "throw_on_resume", "handle_count", "stepping"),
        *("host_function", "host_state", "host_result_is_traced"),
        *("pending_code", "pending_first", "pending_second", "trace_count"),
        *("console_used", "console_written", "console_long_is_error", "compile_threshold", "compile_requests"),
        *("calls_compiler", "nested_interpreters"),
        *("fuel", "work", "thrown_work", "quantum", "slice", "slice_left", "budget_left", "granted", "stop_word"),
        *("collections", "peak_memory", "live_after_collection", "due_live", "due_allocated", "due_room"),
        *("constants", "constants_end", "base_constants", "base_constants_end"),
        *("last_serial", "cache_is_used", "cache_stamp", "site_misses", "own_sites_used"),
        *("preemptions", "refills_left", "delays_left", "turns_left"),
        *("collects_later", "quick_top", "quick_until", "asides", "asked_asides"),
    }
)
"""Words of the context that no collection changes."""


def _places(names: tuple[str, ...]) -> list[int]:
    return [CONTEXT_OFFSET + Context.LAYOUT[name].offset for name in names]


_INTRINSIC_PLACES = [INTRINSICS_OFFSET + 8 * number for number in range(INTRINSICS)]

REFERENCE_ROOTS = ConstantTable(u32, [*_places(tuple(REFERENCE_NAMES)), NULL_ROOT_OFFSET])
REFERENCE_ROOT_KINDS = ConstantTable(u32, [*(int(kind) for kind in REFERENCE_NAMES.values()), int(Kind.SHAPE)])
WORD_ROOTS = ConstantTable(u32, [*_places(WORD_NAMES), *_INTRINSIC_PLACES])
CONDITIONAL_ROOTS = ConstantTable(u32, _places(tuple(CONDITIONAL_NAMES)))
CONDITIONS = ConstantTable(u32, _places(tuple(CONDITIONAL_NAMES.values())))

REFERENCE_ROOT_COUNT = len(REFERENCE_NAMES) + 1
WORD_ROOT_COUNT = len(WORD_NAMES) + INTRINSICS
CONDITIONAL_ROOT_COUNT = len(CONDITIONAL_NAMES)
