"""What the host keeps of a context: what its program exports, its classes, the Python functions that it holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plait.bytecode.host_functions import (
    BEGIN_PROGRAM,
    EXPORTED_VALUES,
    EXPORTED_VARIABLES,
    HOST_CLASSES_OF_PROGRAM,
    SERVE_HOST,
    find_host_function,
)
from plait.errors import GuestError, PlaitError, refuse_copy
from plait.isa.value_types import ANY
from plait.memory.fields import get_field
from plait.memory.layouts import FIRST_NUMBER, FIRST_REFERENCE, Kind, Object, ObjectHeader, TypeInfo
from plait.vm.handles import GuestObject, hold, hold_index, reference_of
from plait.vm.host.fetching import fetch
from plait.vm.host.limits import AwaitedLimits
from plait.vm.host.lowering import Lowering
from plait.vm.host.operations import REVIVED_CLASSES, Revive, Serve
from plait.vm.report import failed_top_level, word_error

if TYPE_CHECKING:
    import asyncio

    from plait.vm.context import VmContext
    from plait.vm.host.prepared import PreparedCall
    from plait.vm.host.pump import Pump
    from plait.vm.task_interpreter import RunResult
    from plait.vm.values import HostValue
    from plait.vm.vm import Vm


class Bridge:
    """The host's side of one context. Everything here is for who has entered the context and runs it."""

    __reduce__ = refuse_copy

    def __init__(self, vm: Vm, context: VmContext) -> None:
        self.vm = vm
        self.context = context
        self.is_describing = False
        """Whether the program is being asked about an error."""
        self.forgets = False
        """Whether the program was stopped in the midst of a call, of which something may still be to run."""
        self._forgets_all = False
        self._given_up: list[int] = []
        self._serve = find_host_function(context.module, SERVE_HOST)
        self._constants: GuestObject | None = None
        self._classes: GuestObject | None = None
        self._names: frozenset[str] = frozenset()
        self._functions: dict[str, GuestObject] = {}
        self._names_by_index: dict[int, str] = {}
        """The names of these functions by the indices of their handles."""
        self._prepared: dict[str, PreparedCall] = {}
        self._at_once: dict[str, Callable[..., Any] | None] = {}
        self._callables: dict[int, Callable[..., Any]] = {}
        self._numbers: dict[Callable[..., Any], int] = {}
        self._watchers: dict[int, Callable[[bool, Any], None]] = {}
        self._last_watched = 0
        self._failure: BaseException | None = None
        """What the top level has ended by."""
        self._pump: Pump | None = None
        self.beginning: asyncio.Future[Any] | None = None
        """What is awaited until the top level has ended, once it has begun so."""

    @property
    def can_serve(self) -> bool:
        """Whether the program was compiled so that it takes plain data and has exports."""
        return self._serve is not None

    @property
    def serve_index(self) -> int:
        """The function of the module that serves the host. Raises `PlaitError` if there is none."""
        if self._serve is None:
            raise PlaitError(
                f"module {self.context.module.name!r} exports nothing: Python can reach only what a program exports"
            )
        return self._serve

    def serve(
        self,
        operation: Serve,
        first: HostValue = None,
        second: HostValue = None,
        third: HostValue = None,
        *,
        copies: bool,
    ) -> HostValue:
        """Ask the program for something. What it gives is a copy, or a handle if it is an object."""
        self.forget()
        return self.vm.host.run_function(
            self.context, self.serve_index, (float(operation), first, second, third), copies=copies
        )

    def forget(self) -> None:
        """Let nothing run of a call that was given up."""
        if self.context.runs:
            return
        if self.forgets:
            stopped = self._forget(None)
            self.forgets = False
            if stopped and stopped not in self._given_up and self._pump is not None:
                self._pump.lose(stopped)
        while self._given_up:
            self._forget(self._given_up.pop())

    def _forget(self, call: int | None) -> HostValue:
        arguments = (float(Serve.FORGET), call, self.forgets and self._forgets_all, None)
        return self.vm.host.run_function(self.context, self.serve_index, arguments, copies=False)

    def was_stopped(self) -> None:
        """The program was stopped in the midst of a call: unless others wait, what is to run belongs to that."""
        self.forgets = self.can_serve
        self._forgets_all = self._pump is None or not self._pump.others_wait

    def give_up(self, call: int) -> None:
        """Let nothing run any more of a call that was begun by a number."""
        self._given_up.append(call)
        # No quick call comes before that.
        self.context.gate.is_open = 0

    @property
    def has_to_forget(self) -> bool:
        """Whether something is not to run any more, of which the program does not know yet."""
        return self.forgets or bool(self._given_up)

    def begin(self) -> None:
        """Let the top level run to its end; timers that it has started may be left.

        Raises what it throws, and `PlaitError` when it has done so before.
        """
        if self._failure is not None:
            raise failed_top_level(self.context, self._failure) from self._failure
        index = find_host_function(self.context.module, BEGIN_PROGRAM)
        assert index is not None, "modules that serve the host have it"
        # What is called now is not to begin once more.
        self.context.is_initialised = True
        try:
            promise = self.vm.host.run_function(self.context, index, (), copies=False)
            self.serve(Serve.SETTLE, promise, copies=False)
        except BaseException as error:
            self._failure = error
            self.context.is_initialised = False
            raise

    # Objects.

    def hold(self, word: int) -> GuestObject:
        """A handle of a value of the program."""
        return GuestObject(hold(self.vm, self.context, word, ANY))

    def word_of(self, handle: GuestObject) -> int:
        """The word of what a handle holds, until the context next allocates or runs."""
        return reference_of(handle)

    def is_function(self, word: int) -> bool:
        """Whether a word is a function that programs have as a value."""
        view = self.context.memory.view
        if not FIRST_REFERENCE <= word < FIRST_NUMBER or get_field(view, ObjectHeader, word, "kind") != Kind.OBJECT:
            return False
        return get_field(view, TypeInfo, get_field(view, Object, word, "info"), "has_properties") != 0

    # What the program exports.

    def constants(self) -> GuestObject:
        """An object of the functions, classes and constants that the program exports."""
        if self._constants is None:
            self._constants = self._object(EXPORTED_VALUES)
        return self._constants

    def variables(self) -> GuestObject:
        """An object of the variables that it exports, as they are now."""
        return self._object(EXPORTED_VARIABLES)

    def names(self) -> list[str]:
        """The names of all that it exports."""
        return [*self._keys(self.constants()), *self._keys(self.variables())]

    def exports(self, name: str) -> bool:
        """Whether the program exports something by a name, which is not that of the module's main function."""
        main = self.context.module.main
        is_main = main is not None and self.context.module.functions[main].name == name
        return self.can_serve and not is_main and name in self.names()

    def exported(self, name: str) -> HostValue:
        """What the program exports by a name, objects as handles. Raises `KeyError`."""
        known = self._functions.get(name)
        if known is not None:
            return known
        constants = self._keys(self.constants())
        if name in constants:
            found = self.serve(Serve.GET, self.constants(), name, copies=False)
            if isinstance(found, GuestObject):
                self._functions[name] = found
                self._names_by_index[found.__plait__.index] = name
            return found
        variables = self.variables()
        if name in self._keys(variables):
            return self.serve(Serve.GET, variables, name, copies=False)
        raise KeyError(name)

    def prepared(self, name: str) -> PreparedCall | None:
        """The prepared call of what has been called before by a name, and is always the same."""
        found = self._prepared.get(name)
        if found is None and name in self._functions:
            found = self._prepared[name] = self.vm.host.prepare(self.context, name)
        return found

    def at_once(self, name: str) -> Callable[..., Any] | None:
        """What makes quick calls by `Serve.AT_ONCE` of what has been called before by a name; None for no such."""
        if name not in self._at_once:
            if name not in self._functions:
                return None
            self._at_once[name] = self.vm.host.prepare_at_once(self.context, name)
        return self._at_once[name]

    def prepared_for(self, handle: GuestObject) -> PreparedCall | None:
        """The prepared call of what a handle holds, if that is exported."""
        name = self._names_by_index.get(handle.__plait__.index)
        return None if name is None else self.prepared(name)

    def is_constant(self, name: str) -> bool:
        """Whether what was found by a name, an object, is always the same."""
        return name in self._functions

    def go_on(self, begun: RunResult) -> HostValue:
        """The result of a quick call that has begun, and come back so, as a copy."""
        context, runner = self.context, self.vm.runner()
        return runner.call(
            context, self.take_begun(), context.module.functions[self.serve_index].result, False, True, begun
        )

    def take_begun(self) -> int:
        """The task of the quick call that has begun; nothing has begun any more."""
        task = self.context.get("begun_task")
        self.context.set("begun_task", 0)
        return task

    def call_of(self, name: str, arguments: Sequence[HostValue]) -> tuple[int, Sequence[HostValue]]:
        """The function, by its index, and the arguments by which the program calls what it exports by a name.

        Raises `ValueError` when it exports nothing of that name.
        """
        try:
            function = self.exported(name)
        except KeyError:
            raise ValueError(f"module {self.context.module.name!r} exports no {name!r}") from None
        assert self._serve is not None
        return self._serve, (float(Serve.CALL), function, None, list(arguments))

    def _keys(self, object_: GuestObject) -> list[str]:
        keys: list[str] = self.serve(Serve.KEYS, object_, copies=True)
        return keys

    def _object(self, function: str) -> GuestObject:
        index = find_host_function(self.context.module, function)
        if index is None:
            raise PlaitError(f"module {self.context.module.name!r} exports nothing")
        found = self.vm.host.run_function(self.context, index, (), copies=False)
        assert isinstance(found, GuestObject)
        return found

    # What Python values become.

    def classes(self) -> GuestObject:
        """An object of the classes that the program mentions of those that Python values become."""
        if self._classes is None:
            self._classes = self._object(HOST_CLASSES_OF_PROGRAM)
            keys = self._keys(self._classes)
            self._names = frozenset(REVIVED_CLASSES[Revive(int(key))] for key in keys)
        return self._classes

    def lowering(self) -> Lowering:
        """What tells Python values in plain data."""
        self.classes()
        return Lowering(self.context, self._names, self._number_of, _iteration, self._zone())

    def _zone(self) -> tzinfo:
        name = self.vm.options.timezone
        return UTC if name == "UTC" else ZoneInfo(name)

    def _number_of(self, function: Callable[..., Any]) -> int:
        try:
            known = self._numbers.get(function)
        except TypeError:
            known = None
        if known is not None:
            return known
        number = len(self._callables) + 1
        self._callables[number] = function
        # What cannot be hashed is another function to the program each time that it is given.
        with suppress(TypeError):
            self._numbers[function] = number
        return number

    # Promises.

    def pump(self) -> Pump:
        """What runs the context from the event loop that runs. Raises `PlaitError` when another loop's does."""
        # Most programs need no event loop.
        from plait.vm.host.pump import Pump

        if self._pump is None:
            self._pump = Pump(self)
        elif not self._pump.is_here:
            if not self._pump.loop.is_closed():
                raise PlaitError("the context is awaited in another event loop; use a context for each loop")
            self._pump = Pump(self)
        return self._pump

    @property
    def awaits(self) -> bool:
        """Whether Python waits for promises of the program, or has to settle some."""
        is_beginning = self.beginning is not None and not self.beginning.done()
        return is_beginning or bool(self._watchers) or (self._pump is not None and self._pump.has_business)

    def handles_of_its_own(self) -> set[int]:
        """The handles of what it has asked the program for once."""
        held = [self._constants, self._classes, *self._functions.values()]
        return {item.__plait__.index for item in held if item is not None}

    def copy_state(self, other: Bridge) -> None:
        """Know what the bridge of another context does, which this one has begun as a copy of."""
        self._constants = self._same(other._constants)
        self._classes = self._same(other._classes)
        self._names = other._names
        for name, handle in other._functions.items():
            self._functions[name] = GuestObject(hold_index(self.vm, self.context, handle.__plait__.index, ANY))
        self._names_by_index = dict(other._names_by_index)
        self._callables = dict(other._callables)
        self._numbers = dict(other._numbers)
        self._last_watched = other._last_watched
        self.forgets = other.forgets
        self._forgets_all = other._forgets_all
        self._given_up = list(other._given_up)
        self._failure = other._failure

    def _same(self, handle: GuestObject | None) -> GuestObject | None:
        """The handle of what another context holds at the same place."""
        if handle is None:
            return None
        return GuestObject(hold_index(self.vm, self.context, handle.__plait__.index, ANY))

    def close_later(self) -> bool:
        """Close the context when what is awaited of it has ended, which it does now; whether anything is."""
        return self._pump is not None and self._pump.close_later()

    def close(self) -> None:
        """The context is no more: nobody waits for it any longer."""
        if self._pump is not None:
            self._pump.stop()
            self._pump = None

    def add_watcher(self, settled: Callable[[bool, Any], None]) -> int:
        """Let a function know when a promise has been settled; the number by which the program is to say so."""
        self._last_watched += 1
        self._watchers[self._last_watched] = settled
        return self._last_watched

    def watch(self, number: int, settled: Callable[[bool, Any], None]) -> None:
        """The same by a number that the program has given."""
        self._watchers[number] = settled

    def is_watched(self, number: int) -> bool:
        """Whether the program has not said yet how that has ended."""
        return number in self._watchers

    def remove_watcher(self, number: int) -> None:
        """Forget a function that would have been told."""
        self._watchers.pop(number, None)

    def settle(self, number: int, is_rejected: bool, value: Any) -> None:
        """A promise that is watched has been settled, with a value that is a handle if it is an object."""
        watcher = self._watchers.pop(number, None)
        if watcher is not None:
            watcher(is_rejected, value)

    def promise_of(self, awaitable: Awaitable[Any]) -> GuestObject:
        """The promise of something of Python's, which is awaited meanwhile; without an event loop it is awaited now."""
        promise: GuestObject = self.serve(Serve.NEW_PROMISE, copies=False)
        if self._pump is not None and self._pump.is_here:
            self._pump.adopt(awaitable, promise)
            return promise
        from plait.vm.host.pump import run_now

        try:
            value = run_now(awaitable)
        except Exception as error:
            self.serve(Serve.REJECT, promise, self.error_object(error), copies=False)
        else:
            self.serve(Serve.RESOLVE, promise, value, copies=False)
        return promise

    def error_object(self, error: Exception) -> GuestObject:
        """The error of the program that stands for an exception."""
        return self.hold(self.vm.runner().guest_error(self.context, error))

    def error_of(self, value: HostValue) -> Exception:
        """The exception for what a promise has been rejected with."""
        with self.vm.running(self.context):
            if not isinstance(value, GuestObject):
                return GuestError("", str(value), value=value)
            thrown = self.serve(Serve.THROWN, value, copies=False)
            return word_error(self.vm, self.context, self.word_of(self.hold_of(thrown, value)))

    def hold_of(self, thrown: HostValue, value: GuestObject) -> GuestObject:
        """A handle of the machine's error of an error, of anything else its own."""
        return thrown if isinstance(thrown, GuestObject) else value

    def copy(self, value: HostValue) -> HostValue:
        """A copy of what is held; everything else as it is."""
        if not isinstance(value, GuestObject):
            return value
        with self.vm.running(self.context):
            return fetch(self, self.word_of(value), "the result")

    async def wait(self, promise: GuestObject) -> HostValue:
        """Wait for a promise that Python holds; what it gives, as a copy."""
        pump = self.pump()
        return await pump.copy(await pump.settled(promise, AwaitedLimits(None, None)))

    def call_python(self, number: float, arguments: HostValue) -> Any:
        """Call a Python function that the program holds, on copies of what is in a list of the program's."""
        return self.call_copies(int(number), self.copy(arguments))

    def call_copies(self, number: int, arguments: list[Any]) -> Any:
        """The same on these copies."""
        function = self._callables.get(number)
        if function is None:
            raise PlaitError(f"Python has given the program no function {number}")
        return function(*arguments)


def _iteration(iterable: Any) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """The functions `next` and `return` of an asynchronous iterator of Python's, as a program calls them."""
    iterator = iterable.__aiter__()

    async def step() -> Mapping[str, Any]:
        try:
            return {"value": await iterator.__anext__(), "done": False}
        except StopAsyncIteration:
            return {"value": None, "done": True}

    async def end() -> Mapping[str, Any]:
        close = getattr(iterator, "aclose", None)
        if close is not None:
            await close()
        return {"value": None, "done": True}

    return step, end
