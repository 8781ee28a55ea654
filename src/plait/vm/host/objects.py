"""What Python does with the objects of a program that it holds (`GuestObject`)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any

from plait.errors import PlaitError
from plait.memory.fields import get_field
from plait.memory.layouts import FIRST_NUMBER, FIRST_REFERENCE, Kind, ObjectHeader
from plait.vm.handles import GuestObject
from plait.vm.host.exports import call_object
from plait.vm.host.fetching import fetch
from plait.vm.host.operations import Serve
from plait.vm.values import is_error, read_word

if TYPE_CHECKING:
    from plait.vm.host.bridge import Bridge
    from plait.vm.values import HostValue


def read_handle(bridge: Bridge, word: int) -> HostValue:
    """A value of the program, objects as handles; numbers, texts and the like as themselves."""
    context = bridge.context
    if FIRST_REFERENCE <= word < FIRST_NUMBER:
        kind = get_field(context.memory.view, ObjectHeader, word, "kind")
        if kind in (Kind.RECORD, Kind.ARRAY) or bridge.is_function(word) or is_error(context, word):
            return bridge.hold(word)
        if kind != Kind.STRING:
            return fetch(bridge, word, "the value")
    return read_word(bridge.vm, context, word)


class Objects:
    """The objects of one context."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def _serve(
        self,
        operation: Serve,
        handle: GuestObject,
        second: HostValue = None,
        third: HostValue = None,
        copies: bool = False,
    ) -> Any:
        bridge = self._bridge
        with bridge.vm.running(bridge.context):
            return bridge.serve(operation, handle, second, third, copies=copies)

    def copy(self, handle: GuestObject) -> Any:
        """A copy of the object."""
        bridge = self._bridge
        with bridge.vm.running(bridge.context):
            return fetch(bridge, bridge.word_of(handle), "the object")

    def keys(self, handle: GuestObject) -> list[str]:
        """The names of its own properties."""
        found: list[str] = self._serve(Serve.KEYS, handle, copies=True)
        return found

    def has(self, handle: GuestObject, key: object) -> bool:
        """Whether it has a property, its own or of its class."""
        return bool(self._serve(Serve.HAS, handle, _key(key)))

    def get(self, handle: GuestObject, key: object, default: Any) -> Any:
        """A property."""
        found = self._serve(Serve.GET, handle, _key(key))
        return found if found is not None or self.has(handle, key) else default

    def item(self, handle: GuestObject, key: object) -> Any:
        """A property. Raises `KeyError`, or `IndexError` for a number."""
        found = self.get(handle, key, _MISSING)
        if found is _MISSING:
            raise IndexError(f"there is no element {key}") if isinstance(key, int) else KeyError(key)
        return found

    def attribute(self, handle: GuestObject, name: str) -> Any:
        """A property; a function as a method of the object. Raises `AttributeError`."""
        found = self.get(handle, name, _MISSING)
        if found is _MISSING:
            raise AttributeError(f"the object has no property {name!r}")
        if isinstance(found, GuestObject) and self._is_function(found):
            return lambda *arguments: self._call(found, arguments, handle, name)
        return found

    def _is_function(self, handle: GuestObject) -> bool:
        bridge = self._bridge
        with bridge.vm.entered(bridge.context):
            return bridge.is_function(bridge.word_of(handle))

    def set_item(self, handle: GuestObject, key: object, value: Any) -> None:
        """Set a property."""
        self._serve(Serve.SET, handle, _key(key), value)

    def delete_item(self, handle: GuestObject, key: object) -> None:
        """Delete a property. Raises `KeyError`."""
        if not self.has(handle, key):
            raise KeyError(key)
        self._serve(Serve.DELETE, handle, _key(key))

    def length(self, handle: GuestObject) -> int:
        """The length of a list, the size of a Map or Set, the number of properties."""
        return int(self._serve(Serve.LENGTH, handle))

    def iterate(self, handle: GuestObject) -> Iterator[Any]:
        """The elements as `for ... of` gives them; the names of the properties of an object that has none."""
        if not self._is_iterable(handle):
            return iter(self.keys(handle))
        elements = self._serve(Serve.LIST, handle)
        return (self._serve(Serve.GET, elements, index) for index in range(self.length(elements)))

    def _is_iterable(self, handle: GuestObject) -> bool:
        return bool(self._serve(Serve.IS_ITERABLE, handle))

    def text(self, handle: GuestObject) -> str:
        """The object as the console shows it."""
        context = handle.__plait__.context
        if context.is_closed:
            return "<plait object of a closed context>"
        try:
            return str(self._serve(Serve.TEXT, handle))
        except PlaitError as error:
            return f"<plait object that cannot be shown: {error}>"

    def call(self, handle: GuestObject, arguments: tuple[Any, ...]) -> Any:
        """Call a function; data in its result is copied."""
        prepared = self._bridge.prepared_for(handle)
        if prepared is not None:
            return prepared(*arguments)
        return self._call(handle, arguments, None, "the function")

    def _call(self, handle: GuestObject, arguments: tuple[Any, ...], this: Any, name: str) -> Any:
        bridge = self._bridge
        with bridge.vm.running(bridge.context):
            return call_object(bridge, handle, arguments, True, name, this)

    def wait(self, handle: GuestObject) -> Generator[Any, Any, HostValue]:
        """Wait for a promise, from an event loop."""
        return self._bridge.wait(handle).__await__()

    def iterate_async(self, handle: GuestObject) -> AsyncIterator[Any]:
        """The values of an asynchronous iterable, from an event loop."""
        return self._bridge.pump().iterate(handle)

    def construct(self, handle: GuestObject, arguments: tuple[Any, ...]) -> Any:
        """A new object of a class."""
        return self._serve(Serve.CONSTRUCT, handle, list(arguments))


class _Missing:
    """What stands for a property that is not there."""


_MISSING = _Missing()


def _key(key: object) -> object:
    return float(key) if isinstance(key, int) and not isinstance(key, bool) else key
