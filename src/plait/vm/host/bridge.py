"""What the host keeps of a context: what its program exports, its classes, the Python functions that it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plait.bytecode.host_functions import (
    EXPORTED_VALUES,
    EXPORTED_VARIABLES,
    HOST_CLASSES_OF_PROGRAM,
    SERVE_HOST,
    find_host_function,
)
from plait.errors import PlaitError, refuse_copy
from plait.isa.value_types import ANY
from plait.memory.fields import get_field
from plait.memory.layouts import FIRST_NUMBER, FIRST_REFERENCE, Kind, Object, ObjectHeader, TypeInfo
from plait.vm.handles import GuestObject, hold, reference_of
from plait.vm.host.lowering import Lowering
from plait.vm.host.operations import REVIVED_CLASSES, Revive, Serve

if TYPE_CHECKING:
    from plait.vm.context import VmContext
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
        self._serve = find_host_function(context.module, SERVE_HOST)
        self._constants: GuestObject | None = None
        self._classes: GuestObject | None = None
        self._names: frozenset[str] = frozenset()
        self._functions: dict[str, GuestObject] = {}
        self._callables: dict[int, Callable[..., Any]] = {}
        self._numbers: dict[Callable[..., Any], int] = {}
        self._watchers: dict[int, Callable[[bool, Any], None]] = {}
        self._last_watched = 0

    @property
    def can_serve(self) -> bool:
        """Whether the program was compiled so that it takes plain data and has exports."""
        return self._serve is not None

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
        if self._serve is None:
            raise PlaitError(
                f"module {self.context.module.name!r} exports nothing: Python can reach only what a program exports"
            )
        return self.vm.run_function(self.context, self._serve, (float(operation), first, second, third), copies=copies)

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
            return found
        variables = self.variables()
        if name in self._keys(variables):
            return self.serve(Serve.GET, variables, name, copies=False)
        raise KeyError(name)

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
        found = self.vm.run_function(self.context, index, (), copies=False)
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

    def watch(self, promise: GuestObject, settled: Callable[[bool, Any], None]) -> bool:
        """Let a function know when a promise has been settled: whether it was rejected, and its value.

        False for what is no promise.
        """
        self._last_watched += 1
        number = self._last_watched
        self._watchers[number] = settled
        if self.serve(Serve.WATCH, promise, number, copies=False):
            return True
        del self._watchers[number]
        return False

    def settle(self, number: int, is_rejected: bool, value: Any) -> None:
        """A promise that is watched has been settled."""
        self._watchers.pop(number)(is_rejected, value)

    def call_python(self, number: float, arguments: list[Any]) -> Any:
        """Call a Python function that the program holds."""
        function = self._callables.get(int(number))
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
