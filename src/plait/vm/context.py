"""`VmContext`: one isolated instance of a program, in a memory of its own."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, Any, NewType

from plait.bytecode.module import Module
from plait.errors import PlaitError, refuse_copy
from plait.kernel import HAS_CLOCK
from plait.kernel.python_calls import Gate
from plait.kernel.worker_page import BODY_TABLE, FUNCTION_TABLE, GENERAL_TABLE, LOOP_TABLE
from plait.memory.fields import get_double, get_field, set_double, set_field
from plait.memory.layouts import CONSOLE_OFFSET, CONTEXT_OFFSET, Context, Object, TypeInfo
from plait.memory.linear_memory import LinearMemory
from plait.native.host_offers import HOST_OFFERS
from plait.tasks.stops import DELAYS_PER_TURN
from plait.verify.classes import VerifiedClass
from plait.vm.first_words import QUANTUM, first_words, memory_size
from plait.vm.handle_table import HandleTable
from plait.vm.heap_pages import HeapPages
from plait.vm.host.limits import check_limits
from plait.vm.host_functions import HostFunction
from plait.vm.idle_contexts import idle_contexts
from plait.vm.options import UNLIMITED, Engine, VmOptions
from plait.vm.program import LoadedProgram
from plait.vm.random_seeds import random_state
from plait.vm.started_tasks import StartedTasks
from plait.vm.writers import Write

if TYPE_CHECKING:
    from plait.vm.forking import Snapshot
    from plait.vm.frames import FrameView
    from plait.vm.handles import Handle
    from plait.vm.host.bridge import Bridge
    from plait.vm.host.exports import Exports
    from plait.vm.host.prepared import PreparedCall
    from plait.vm.host.started import StartedCall
    from plait.vm.tiers import Tiers
    from plait.vm.vm import Vm

REFILLS_PER_TURN = 16
"""How many quanta run at first before the host has a look (for signals): 2 ms of compiled code, 20 of interpreted."""

TURN_SECONDS = 0.05
"""How long a turn should take at most, and half of it at least: quanta are added or taken away until it does.

A look at the host is not free: when another Python thread is busy it costs 5 ms.
"""

MAX_REFILLS_PER_TURN = 1 << 8
"""No code is so fast that it needs more: what comes next may be slower."""

SUSPENSIONS_PER_TURN = 1 << 16
"""The same in the mode that suspends always, where each refill covers one charge."""

SWITCHES_PER_TURN = 1 << 16
"""After how many turns of tasks the host has a look, however little fuel they took."""

QUICK_BYTES = 1 << 18
"""How many bytes quick calls may allocate before it is looked what the context keeps while it rests."""

QUICK_MILLISECONDS = 1000.0
"""For how long they can be made before it is looked whether the system's time of day has been set."""

MAX_EXCEPTIONS = 256
"""How many exceptions of host functions a context remembers."""

VmContextId = NewType("VmContextId", int)
"""The number of a context in its process, from 1."""

_ids = count(1)


class VmContext:
    """A program's globals, tasks, stacks and heap in one linear memory, referring to each other by offset."""

    __reduce__ = refuse_copy

    def __init__(
        self,
        program: LoadedProgram,
        options: VmOptions,
        compile_threshold: int | None,
        owner: Callable[[], Vm | None],
        snapshot: Snapshot | None = None,
    ) -> None:
        self.id = VmContextId(next(_ids))
        self.options = options
        self.compile_threshold = compile_threshold
        self._closed = False
        self.owner: Callable[[], Vm | None] = owner
        self.is_kept = False
        """Whether the context outlives what runs in it, because `Vm.load` has made it."""
        self.write: Write | None = None
        self.write_error: Write | None = None
        """Where what the program prints goes, if it is not where that of others goes."""
        self.open(program, snapshot)

    def open(self, program: LoadedProgram, snapshot: Snapshot | None = None) -> None:
        """Begin with the program, or what a context of it held, in a fresh memory."""
        options = self.options
        self.program = program
        self.memory = LinearMemory(memory_size(program, options))
        self._lay(snapshot)
        # Where everything is compiled there is no need to begin with a short turn.
        self._refills_per_turn = MAX_REFILLS_PER_TURN if options.engine is Engine.JIT else REFILLS_PER_TURN
        self._set_worker_page()
        self.gate = Gate(0, self.memory.base)
        """Open while quick calls can be made."""
        self.answers = 0
        """How many calls of the host have been answered, not counting those that followed quickly."""
        self.quick_answers: Callable[[], tuple[Any, ...]] | None = None
        """What answers such calls quickly, once there have been some."""
        self.is_quick = False
        """Whether any have been prepared."""
        self.snapshot: Snapshot | None = None
        """What it holds, as long as nothing has looked into it since it was forked."""
        self.handles = HandleTable(self.memory, [] if snapshot is None else snapshot.free)
        self.heap_pages = HeapPages(self.memory)
        self.tasks = StartedTasks()
        self.mutexes: list[Handle] = []
        """Mutexes that Python has made."""
        self.host_functions: tuple[HostFunction, ...] = ()
        self.host_exceptions: dict[int, BaseException] = {}
        self.has_run = False
        self.is_initialised = False
        """Whether the top level has ended, and that is known."""
        self.top_level: int | None = None
        """The handle of the task that runs the top level, until it has ended."""
        self.waits_for_host = False
        self.users = 0
        """How many calls of `Vm` are looking into the context."""
        self.is_resting = False
        """Whether it is among the `idle_contexts`: others may work on its memory until it is woken."""
        self.runs = 0
        """How many calls from the host run in the context, one inside another."""
        self.call_fuel: int | None = None
        """The fuel that the call has been given which runs in the context."""
        self.is_in_background = False
        """Whether something of it is running that is awaited: nobody may look into it or run it meanwhile."""
        self.between_steps = False
        self.tiers: Tiers | None = None
        self._bridge: Bridge | None = None

    def _lay(self, snapshot: Snapshot | None) -> None:
        if snapshot is not None:
            snapshot.lay(self.memory)
            if self.options.random_seed is None:
                self._begin_random_numbers()
            return
        self.program.pages.lay(self.memory)
        words = first_words(self.program, self.options, self.compile_threshold)
        self.memory.view[CONTEXT_OFFSET : CONTEXT_OFFSET + len(words)] = words
        self._begin_random_numbers()

    def copy_state(self, context: VmContext) -> None:
        """Know what another context does, whose memory this one has begun with."""
        self.host_functions = context.host_functions
        self.host_exceptions = dict(context.host_exceptions)
        self.has_run = context.has_run
        self.is_initialised = context.is_initialised
        self.top_level = context.top_level
        if context._bridge is not None:
            self.bridge.copy_state(context._bridge)

    def handles_of_its_own(self) -> set[int]:
        """The handles that are no objects of Python's that anybody outside has."""
        found = set() if self._bridge is None else self._bridge.handles_of_its_own()
        return found if self.top_level is None else found | {self.top_level}

    @property
    def awaits(self) -> bool:
        """Whether something of it is awaited in an event loop, or its promises are that Python has to settle."""
        return self._bridge is not None and self._bridge.awaits

    def keep_exception(self, number: int, error: BaseException) -> None:
        """Remember an exception that a guest error stands for, while it is one of the last."""
        self.host_exceptions[number] = error
        if len(self.host_exceptions) > MAX_EXCEPTIONS:
            del self.host_exceptions[next(iter(self.host_exceptions))]

    @property
    def module(self) -> Module:
        """The module that the context runs."""
        return self.program.module

    @property
    def bridge(self) -> Bridge:
        """What the host keeps of the context. Raises `PlaitError` when its `Vm` is gone."""
        if self._bridge is None:
            self._bridge = self._owner().host.make_bridge(self)
        return self._bridge

    def _owner(self) -> Vm:
        vm = self.owner()
        if vm is None:
            raise PlaitError("the Vm of the context is gone; keep it while its contexts are used")
        return vm

    # Calls.

    def call(
        self, name: str, /, *arguments: Any, copy: bool = True, fuel: int | None = None, timeout: float | None = None
    ) -> Any:
        """Call what the program exports by a name, and let it go on until the promise is settled that it may give.

        The top level runs before the first call, and what it throws is raised by that. Data is copied both ways; with
        `copy=False` objects come back as handles. The call may use so much `fuel`, and run and wait for `timeout`
        seconds; what ends so, or by an interrupt, does not go on later, and the context can be called again.

        Raises what `Vm.execute` raises, `KeyError` for an unknown name, and `TypeError`, `ValueError` or
        `OverflowError` for arguments that no program can have.
        """
        return self._owner().host.call_export(self, name, arguments, copy, fuel, timeout)

    def prepare(self, name: str, /) -> PreparedCall:
        """What calls what the program exports by a name as `call` does, for calls that are made often.

        The top level runs now, if it has not run. Raises as `call`.
        """
        return self._owner().host.prepare(self, name)

    def fork(self, *, write: Write | None = None, write_error: Write | None = None) -> VmContext:
        """A context that begins as a copy of this one: start-up code runs once for many.

        It has all that is in the program's memory, also its timers and what waits in it; the functions of Python that
        the program holds are the same. Its random numbers are others unless there is a seed, and it has used no fuel.
        Handles stay those of this context. Forking again is cheap until this context is called. What it prints goes to
        `write` and `write_error`, if given, else where it goes here.

        Raises `PlaitError` while the context runs or is awaited.
        """
        return self._owner().fork(self, write, write_error)

    async def call_async(
        self, name: str, /, *arguments: Any, copy: bool = True, fuel: int | None = None, timeout: float | None = None
    ) -> Any:
        """As `call`, from an event loop, which goes on meanwhile.

        Functions of the host may be asynchronous then. Who is cancelled cancels the task of the program, whose
        `finally` runs. What other awaited calls of the context use meanwhile counts as `fuel` of this one, too.
        """
        return await self._owner().host.call_export_async(self, name, arguments, copy, fuel, timeout)

    async def run_async(self, *, fuel: int | None = None, timeout: float | None = None) -> Any:
        """As `run`, from an event loop, which goes on meanwhile."""
        return await self._owner().host.run_async(self, fuel, timeout)

    def start(self, name: str, /, *arguments: Any) -> StartedCall:
        """Queue a call of what the program exports by a name; it goes on when the context runs, as by `run_for`."""
        return self._owner().host.start_call(self, name, arguments)

    def run_for(self, *, fuel: int) -> bool:
        """Let all tasks of the context use so much fuel; whether something is left that can go on now.

        Nothing waits: what sleeps goes on with a later call.
        """
        return self._owner().host.run_for(self, fuel)

    def run(self, *, fuel: int | None = None, timeout: float | None = None) -> Any:
        """Run the top level of the module, unless it has run, and all that it has started; what it returns."""
        return self._owner().host.run_top_level(self, fuel, timeout)

    def interrupt(self) -> bool:
        """End what runs in the context, as `Vm.interrupt` does; whether anything runs."""
        return self._owner().interrupt_context(self)

    def add_fuel(self, fuel: int) -> None:
        """Let the context use more fuel than `max_fuel`."""
        check_limits(fuel, None)
        left = self.get("budget_left")
        if left < UNLIMITED // 2:
            self.set("budget_left", min(left + fuel, UNLIMITED // 2))

    @property
    def granted(self) -> tuple[str, ...]:
        """The names of the functions of the host that the program can call, as it has asked for them."""
        return tuple(item.name for item in self.host_functions if item.name not in HOST_OFFERS)

    @property
    def exports(self) -> Exports:
        """What the program exports, by name: `context.exports["f"](1)`."""
        return self._owner().host.exports_of(self)

    @property
    def current_function(self) -> int | None:
        """The index of the function that the current task is in; None when no task is in the middle of running."""
        frame = self._current_frame()
        return None if frame is None else frame.function

    @property
    def ip(self) -> int | None:
        """The byte offset, in that function's code, of the instruction that the current task does next."""
        frame = self._current_frame()
        return None if frame is None else frame.ip

    @property
    def stack(self) -> tuple[FrameView, ...]:
        """The frames of the current task, innermost first; empty when no task is in the middle of running."""
        vm = self.owner()
        return () if vm is None else vm.read_frames(self)

    def _current_frame(self) -> FrameView | None:
        frames = self.stack
        return frames[0] if frames else None

    def class_of_object(self, reference: int) -> VerifiedClass:
        """The class of an object of a class."""
        info = get_field(self.memory.view, Object, reference, "info")
        found = self.program.prepared.verified.classes[get_field(self.memory.view, TypeInfo, info, "class_id")]
        assert found is not None
        return found

    def get(self, name: str) -> int:
        """A word of the context's own."""
        return get_field(self.memory.view, Context, CONTEXT_OFFSET, name)

    def set(self, name: str, value: int) -> None:
        """Set a word of the context's own."""
        set_field(self.memory.view, Context, CONTEXT_OFFSET, name, value)

    @property
    def fuel_used(self) -> int:
        """Fuel charged so far. Raises `PlaitError` when the context is closed."""
        if self._closed:
            raise PlaitError("the context is closed")
        return self.get("granted") - self.get("fuel")

    @property
    def is_closed(self) -> bool:
        """Whether the memory has been returned."""
        return self._closed

    @property
    def can_rest(self) -> bool:
        """Whether the context will be kept while nothing of it runs, and a collection could move its objects."""
        return not self.between_steps and (self.is_kept or self.handles.count > 0)

    def close(self) -> None:
        """Return the memory; the context cannot run any more. Raises `PlaitError` while it runs.

        What is awaited of it ends now, and the memory is returned when it has.
        """
        if self.runs or self.users:
            if self._bridge is not None and self._bridge.close_later():
                return
            raise PlaitError("the context is running; close it when that has ended")
        self._closed = True
        self.gate.is_open = 0
        vm = self.owner()
        if vm is not None:
            vm.contexts.remove(self)
        self.tasks.clear()
        self.mutexes.clear()
        if self._bridge is not None:
            self._bridge.close()
        self.close_tiers()
        idle_contexts.wake(self)
        self.memory.release()

    def open_gate(self) -> None:
        """Nothing runs in the context: quick calls can be made for a while, if any have been prepared."""
        if not self.is_quick or self.is_closed or self.snapshot is not None:
            return
        if not self.is_initialised or self.between_steps or self._bridge is None or self._bridge.has_to_forget:
            return
        if self.get("reads_clock") and not self.get("begun_task") and self.top_level is None:
            self.set("quick_top", min(self.get("heap_top") + QUICK_BYTES, (1 << 32) - 1))
            set_double(self.memory.view, Context, CONTEXT_OFFSET, "quick_until", self.now + QUICK_MILLISECONDS)
            self.gate.is_open = 1

    def close_tiers(self) -> None:
        """End compiling for this context; it begins again when the context runs."""
        if self.tiers is not None:
            self.tiers.close()
            self.tiers = None

    @property
    def now(self) -> float:
        """The time that timers are counted from, in milliseconds."""
        return get_double(self.memory.view, Context, CONTEXT_OFFSET, "now")

    def set_now(self, milliseconds: float) -> None:
        """Tell the context the time."""
        set_double(self.memory.view, Context, CONTEXT_OFFSET, "now", milliseconds)

    @property
    def has_tasks(self) -> bool:
        """Whether a task is left that can go on, or that is to end: suspended coroutines need not."""
        return any(self.get(name) for name in ("unfinished", "current_task", "queue_head", "first_timer"))

    def set_clock(self, epoch: float, is_system: bool) -> None:
        """Tell the context what to add to its time for the milliseconds since 1970, and whether it is the system's."""
        set_double(self.memory.view, Context, CONTEXT_OFFSET, "epoch", epoch)
        self.set("reads_clock", int(is_system and HAS_CLOCK))

    def begin_turn(self) -> None:
        """Let tasks run for a while before the host has a look again."""
        self.set("stop_word", 0)
        self.set("refills_left", SUSPENSIONS_PER_TURN if self.options.suspend_always else self._refills_per_turn)
        self.set("delays_left", DELAYS_PER_TURN)
        slice_ = self.options.preemption_threshold or 1
        self.set("turns_left", max(1, min(SWITCHES_PER_TURN, REFILLS_PER_TURN * QUANTUM // slice_)))

    def end_turn(self, seconds: float) -> None:
        """A turn has lasted so long: make the next ones last about `TURN_SECONDS`."""
        if seconds < TURN_SECONDS / 2 and self.get("refills_left") == 0:
            self._refills_per_turn = min(2 * self._refills_per_turn, MAX_REFILLS_PER_TURN)
        elif seconds > TURN_SECONDS:
            self._refills_per_turn = max(1, int(self._refills_per_turn * 0.75 * TURN_SECONDS / seconds))

    def _begin_random_numbers(self) -> None:
        first, second = random_state(self.options.random_seed)
        self.set("random_first", first)
        self.set("random_second", second)

    def _set_worker_page(self) -> None:
        """Tell native code where the compiled code is."""
        for displacement, value in (
            (FUNCTION_TABLE, ctypes.addressof(self.program.code.functions)),
            (BODY_TABLE, ctypes.addressof(self.program.code.bodies)),
            (GENERAL_TABLE, ctypes.addressof(self.program.code.generals)),
            (LOOP_TABLE, ctypes.addressof(self.program.code.loops)),
        ):
            ctypes.c_uint64.from_address(self.memory.base + displacement).value = value

    def take_console(self) -> list[tuple[bool, str]]:
        """What the console buffer holds, in the order of the lines; it is empty afterwards.

        Each piece is for standard error or not, and has as many lines as there are for the same.
        """
        used = self.get("console_used")
        if used == 0:
            return []
        data = bytes(self.memory.view[CONSOLE_OFFSET : CONSOLE_OFFSET + used])
        self.set("console_used", 0)
        words = memoryview(data[: used & ~3]).cast("I")
        pieces: list[tuple[bool, str]] = []
        texts: list[str] = []
        place, kind = 0, words[0] & 2
        while place < used:
            word = words[place >> 2]
            if word & 2 != kind:
                pieces.append((kind != 0, "\n".join([*texts, ""])))
                texts, kind = [], word & 2
            place += 4
            size = (word >> 2) << (word & 1)
            text = data[place : place + size]
            texts.append(text.decode("utf-16-le", "surrogatepass") if word & 1 else text.decode("latin-1"))
            place += size + 3 & ~3
        pieces.append((kind != 0, "\n".join([*texts, ""])))
        return pieces


def decode_units(data: bytes, width: int) -> str:
    """Code units as a Python string; lone surrogates stay what they are."""
    return data.decode("latin-1") if width == 1 else data.decode("utf-16-le", "surrogatepass")
