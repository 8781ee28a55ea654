"""The two ways to run the machine's kernels on a context: natively, and by CPython (the reference)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import addressof
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, TypeVar

from plait.errors import refuse_copy
from plait.isa.instruction import INSTRUCTIONS, Instruction, NativeFunction
from plait.kernel import HAS_CLOCK, Kernel, as_kernel, offset_of
from plait.kernel.python_answers import AnswerEntry, Answers, answering_function
from plait.kernel.python_calls import Call, calling_function
from plait.kernel.python_functions import HAS_PYTHON_FUNCTIONS
from plait.kernel.stack_switch import SYMBOL
from plait.memory.layouts import CONTEXT_OFFSET, Context
from plait.memory.native_stacks import NativeStack, NativeStacks
from plait.memory.thread_stack import stack_left
from plait.native import NATIVES
from plait.vm.context import VmContext
from plait.vm.quick_calls import LARGE_PLACE, LARGE_SIZE, SMALL_PLACE, SMALL_SIZE
from plait.vm.task_interpreter import NATIVE_STACK, RunResult

if TYPE_CHECKING:
    from plait.kernel.native import NativeKernels

T = TypeVar("T")

FRAME_ROOM: Final = 2 << 20
"""Native stack beside what compiled code may use: for the frame that finds it used up, and for what that calls."""

KERNEL_FOLDERS = (
    *("kernel", "memory", "runtime", "isa", "native", "prepare", "tasks", "jit"),
    *(f"vm/{name}.py" for name in ("interpreter", "interpreter_control", "task_interpreter")),
    *(f"vm/{name}.py" for name in ("host_kernels", "quick_calls", "quick_answers", "compiled_support", "machine")),
)
"""The folders and files whose sources determine the native kernels."""


class QuickAnswer(NamedTuple):
    """A function of Python, and what it takes and gives, as `vm/quick_answers.py` has it."""

    function: Callable[..., Any]
    signature: int


class Machine(Protocol):
    """What the host asks of the kernels."""

    def run_tasks(self, context: VmContext) -> int:
        """Run tasks until the host is needed; a `RunResult`."""
        ...

    def start_task(self, context: VmContext, function: int, arguments: int, count: int) -> int:
        """Queue a task; its offset, or 0 when memory is out."""
        ...

    def reserve(self, context: VmContext, size: int) -> bool:
        """Whether so many bytes can be allocated, after a collection if need be."""
        ...

    def compact(self, context: VmContext) -> None:
        """Drop the garbage of a context of which nothing runs."""
        ...

    def abandon_tasks(self, context: VmContext) -> None:
        """End what runs in a context without letting it do anything more."""
        ...

    def read_data(self, context: VmContext, size: int, is_described: bool) -> int:
        """The word of plain data that stands at the end of the heap's free part; a `TransferStatus` below zero."""
        ...

    def write_data(self, context: VmContext, word: int) -> int:
        """How many bytes of plain data now begin the heap's free part; a `TransferStatus` below zero."""
        ...

    def quick_function(self, context: VmContext, serve: int, asked: int, keeps: object) -> Callable[..., Any] | None:
        """A function that calls `call_quickly` for a context; None where there is none."""
        ...

    def quick_answers(self, context: VmContext, functions: Sequence[QuickAnswer | None]) -> Callable[..., Any] | None:
        """A function that answers calls of the host by these functions; None where there is none."""
        ...

    def stack_left(self) -> int | None:
        """How many bytes of its own stack the calling thread has left; None where that is not known."""
        ...


@cache
def _kernels() -> dict[str, Kernel]:
    from plait.memory.collector import compact
    from plait.runtime import data_reader, data_writer
    from plait.vm import host_kernels, quick_answers, quick_calls, task_interpreter

    return {
        "compact": as_kernel(compact),
        "reserve_for_host": as_kernel(host_kernels.reserve_for_host),
        "run_tasks": as_kernel(task_interpreter.run_tasks),
        "call_quickly": as_kernel(quick_calls.call_quickly),
        "ask_quickly": as_kernel(quick_answers.ask_quickly),
        "answer_quickly": as_kernel(quick_answers.answer_quickly),
        "go_on_quickly": as_kernel(quick_answers.go_on_quickly),
        "abandon_tasks": as_kernel(host_kernels.abandon_tasks),
        "start_task": as_kernel(task_interpreter.start_task),
        "read_data": as_kernel(data_reader.read_data),
        "write_data": as_kernel(data_writer.write_data),
    }


@cache
def machine_roots() -> tuple[Kernel, ...]:
    """The kernels that the host or compiled code calls by name."""
    from plait.jit.support import SUPPORT_KERNELS
    from plait.vm.compiled_support import call_interpreted, go_on

    entries: list[Instruction | NativeFunction] = [*INSTRUCTIONS.values(), *NATIVES.values()]
    usual = [as_kernel(entry.usual) for entry in entries if entry.usual is not None]
    learns = [
        as_kernel(entry.learns) for entry in entries if isinstance(entry, NativeFunction) and entry.learns is not None
    ]
    for_code = (as_kernel(call_interpreted), as_kernel(go_on), *SUPPORT_KERNELS)
    return (*_kernels().values(), *for_code, *usual, *learns)


class ReferenceMachine:
    """The kernels re-emitted as checked Python."""

    __reduce__ = refuse_copy

    def __init__(self) -> None:
        from plait.kernel.reference import compile_reference

        program = compile_reference(list(_kernels().values()))
        self._run_tasks = program.function(_kernels()["run_tasks"])
        self._start_task = program.function(_kernels()["start_task"])
        self._reserve = program.function(_kernels()["reserve_for_host"])
        self._compact = program.function(_kernels()["compact"])
        self._abandon_tasks = program.function(_kernels()["abandon_tasks"])
        self._read_data = program.function(_kernels()["read_data"])
        self._write_data = program.function(_kernels()["write_data"])

    def run_tasks(self, context: VmContext) -> int:
        """Run tasks until the host is needed."""
        result: int = self._run_tasks(_reference_memory(context))
        return result

    def start_task(self, context: VmContext, function: int, arguments: int, count: int) -> int:
        """Queue a task."""
        result: int = self._start_task(_reference_memory(context), function, arguments, count)
        return result

    def reserve(self, context: VmContext, size: int) -> bool:
        """Make room."""
        return bool(self._reserve(_reference_memory(context), size))

    def compact(self, context: VmContext) -> None:
        """Drop the garbage."""
        self._compact(_reference_memory(context))

    def abandon_tasks(self, context: VmContext) -> None:
        """End what runs."""
        self._abandon_tasks(_reference_memory(context))

    def read_data(self, context: VmContext, size: int, is_described: bool) -> int:
        """Take plain data."""
        result: int = self._read_data(_reference_memory(context), size, is_described)
        return result

    def quick_function(self, context: VmContext, serve: int, asked: int, keeps: object) -> Callable[..., Any] | None:
        """There are none: it is slow anyway."""
        return None

    def quick_answers(self, context: VmContext, functions: Sequence[QuickAnswer | None]) -> Callable[..., Any] | None:
        """There are none."""
        return None

    def stack_left(self) -> int | None:
        """Nobody can say."""
        return None

    def write_data(self, context: VmContext, word: int) -> int:
        """Give plain data."""
        result: int = self._write_data(_reference_memory(context), word)
        return result


def _reference_memory(context: VmContext) -> object:
    from plait.kernel.reference_memory import ReferenceMemory

    return ReferenceMemory(context.memory.view, CONTEXT_OFFSET, context.memory.size)


class NativeMachine:
    """The kernels as native code."""

    __reduce__ = refuse_copy

    def __init__(self, kernels: NativeKernels) -> None:
        self.kernels = kernels
        self._stacks = NativeStacks(NATIVE_STACK + FRAME_ROOM)
        self._stack_place = kernels.stack_place()
        self._quick_stack: NativeStack | None = None
        """The stack of quick calls, of which one is made at a time, for Python's global lock is held meanwhile."""
        self._run_tasks: Callable[..., int] = kernels.function_on_stack(_kernels()["run_tasks"])
        self._start_task: Callable[..., int] = kernels.function_on_stack(_kernels()["start_task"])
        self._reserve: Callable[..., int] = kernels.function_on_stack(_kernels()["reserve_for_host"])
        self._compact: Callable[..., None] = kernels.function_on_stack(_kernels()["compact"])
        self._abandon_tasks: Callable[..., None] = kernels.function_on_stack(_kernels()["abandon_tasks"])
        self._read_data: Callable[..., int] = kernels.function_on_stack(_kernels()["read_data"])
        self._write_data: Callable[..., int] = kernels.function_on_stack(_kernels()["write_data"])

    def run_tasks(self, context: VmContext) -> int:
        """Run tasks until the host is needed."""
        return self._on_stack(self._run_tasks, context)

    def start_task(self, context: VmContext, function: int, arguments: int, count: int) -> int:
        """Queue a task."""
        return self._on_stack(self._start_task, context, function, arguments, count)

    def reserve(self, context: VmContext, size: int) -> bool:
        """Make room."""
        return bool(self._on_stack(self._reserve, context, size))

    def compact(self, context: VmContext) -> None:
        """Drop the garbage."""
        self._on_stack(self._compact, context)

    def abandon_tasks(self, context: VmContext) -> None:
        """End what runs."""
        self._on_stack(self._abandon_tasks, context)

    def read_data(self, context: VmContext, size: int, is_described: bool) -> int:
        """Take plain data."""
        return self._on_stack(self._read_data, context, size, is_described)

    def write_data(self, context: VmContext, word: int) -> int:
        """Give plain data."""
        return self._on_stack(self._write_data, context, word)

    def quick_function(self, context: VmContext, serve: int, asked: int, keeps: object) -> Callable[..., Any] | None:
        """A function that calls `call_quickly` for a context; None where there is none."""
        if not (HAS_PYTHON_FUNCTIONS and HAS_CLOCK):
            return None
        call = Call(
            gate=addressof(context.gate),
            kernel=self.kernels.address(_kernels()["call_quickly"]),
            first=serve,
            second=asked,
            **self._quick_fields(),
        )
        return calling_function(call, (context.gate, self, keeps))

    def quick_answers(self, context: VmContext, functions: Sequence[QuickAnswer | None]) -> Callable[..., Any] | None:
        """A function that answers calls of the host by these functions; None where there is none."""
        if not (HAS_PYTHON_FUNCTIONS and HAS_CLOCK):
            return None
        table = (AnswerEntry * max(1, len(functions)))()
        for number, item in enumerate(functions):
            if item is not None:
                table[number] = AnswerEntry(id(item.function), item.signature)
        kernels = _kernels()
        answers = Answers(
            ask=self.kernels.address(kernels["ask_quickly"]),
            answer=self.kernels.address(kernels["answer_quickly"]),
            go=self.kernels.address(kernels["go_on_quickly"]),
            base=context.memory.base,
            number_place=CONTEXT_OFFSET + offset_of(Context, "host_function"),
            host_call=RunResult.HOST_CALL,
            table=addressof(table),
            count=len(functions),
            **self._quick_fields(),
        )
        return answering_function(answers, (table, self, tuple(functions)))

    def stack_left(self) -> int | None:
        """How many bytes of its own stack the calling thread has left."""
        return stack_left(self._stack_place)

    def _quick_fields(self) -> dict[str, int]:
        if self._quick_stack is None:
            self._quick_stack = self._stacks.take()
        return {
            "switch": self.kernels.addresses[SYMBOL],
            "stack": self._quick_stack.top,
            "small_place": SMALL_PLACE,
            "small_size": SMALL_SIZE,
            "large_place": LARGE_PLACE,
            "large_size": LARGE_SIZE,
        }

    def _on_stack(self, function: Callable[..., T], context: VmContext, *arguments: int) -> T:
        stack = self._stacks.take()
        try:
            return function(stack.top, context.memory.base, *arguments)
        finally:
            self._stacks.give_back(stack)


@cache
def reference_machine() -> ReferenceMachine:
    """The reference machine of this process."""
    return ReferenceMachine()


@cache
def native_machine() -> NativeMachine:
    """The native machine of this process; compiles the kernels when no cached object code is there."""
    from plait.kernel.cache import ObjectCache
    from plait.kernel.native import load_kernels
    from plait.vm.progress import first_start_progress

    package = Path(__file__).parent.parent
    folders = [package / folder for folder in KERNEL_FOLDERS]
    with first_start_progress() as progress:
        cache = ObjectCache.default()
        return NativeMachine(load_kernels(machine_roots, cache, progress, folders, check=NativeMachine))
