"""Handles: guest objects and functions as Python sees them.

A handle is an index into a table of the context that the collector follows. Python's finalisers only note that a
handle has been dropped; the slot is given back when the context next makes one.

The attributes of an `ObjectHandle` are the members of the guest object, so the only one of its own is `__plait__`.
"""

from __future__ import annotations

import weakref
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from plait.errors import PlaitError, refuse_copy
from plait.isa.value_types import ClosureType, ObjectType, Primitive, ValueType
from plait.verify.class_tables import hidden_slots
from plait.verify.classes import VerifiedClass

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.host.objects import Objects
    from plait.vm.vm import Vm


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Held:
    """What a handle holds: a place in the table of a context, and the type of what is there."""

    __reduce__ = refuse_copy

    vm: Vm
    context: VmContext
    index: int
    type: ValueType


def hold(vm: Vm, context: VmContext, reference: int, value_type: ValueType) -> Held:
    """Keep an object until the result is dropped. Raises `LimitError` when Python holds too many."""
    return hold_index(vm, context, context.handles.add(reference), value_type)


def hold_index(vm: Vm, context: VmContext, index: int, value_type: ValueType) -> Held:
    """Keep what stands in the table of handles already."""
    held = Held(vm, context, index, value_type)
    weakref.finalize(held, context.handles.dropped.append, held.index).atexit = False
    return held


class OpaqueHandle:
    """A task, a mutex, a channel: to be handed back to the program. Equal handles hold the same object."""

    __slots__ = ("__plait__",)
    __plait__: Held
    __reduce__ = refuse_copy

    def __init__(self, held: Held) -> None:
        self.__plait__ = held

    def __eq__(self, other: object) -> bool:
        return _is_same(self, other) if isinstance(other, Handle) else NotImplemented

    def __hash__(self) -> int:
        return _hash(self)

    def __repr__(self) -> str:
        return f"<plait {self.__plait__.type}>"


class FunctionHandle:
    """A guest function: call it with Python values. Equal handles hold the same function."""

    __slots__ = ("__plait__",)
    __plait__: Held
    __reduce__ = refuse_copy

    def __init__(self, held: Held) -> None:
        self.__plait__ = held

    def __call__(self, *arguments: Any) -> Any:
        """Call the function; raises what `Vm.execute_function` raises."""
        held = self.__plait__
        return held.vm.call_closure(held.context, self, arguments)

    def __eq__(self, other: object) -> bool:
        return _is_same(self, other) if isinstance(other, Handle) else NotImplemented

    def __hash__(self) -> int:
        return _hash(self)

    def __repr__(self) -> str:
        return f"<plait {self.__plait__.type}>"


class ObjectHandle:
    """A guest object: its fields, accessors and methods are attributes of the handle. Equal handles hold the same."""

    __slots__ = ("__plait__",)
    __plait__: Held
    __reduce__ = refuse_copy

    def __init__(self, held: Held) -> None:
        object.__setattr__(self, "__plait__", held)

    def __getattr__(self, name: str) -> Any:
        if _is_special(name):
            # Python asks for these to find out what an object can do: not a question for the guest.
            raise AttributeError(name)
        held = self.__plait__
        found = class_of(self)
        slot = field_slot(found, name)
        if slot is not None:
            return held.vm.read_field(held.context, self, slot, found.slots[slot].type)
        getter = method_function(found, f"get {name}")
        if getter is not None:
            return held.vm.call_bound(held.context, getter, self, ())
        function = method_function(found, name)
        if function is None:
            raise AttributeError(f"{found.name} has no member {name!r}; it has: {', '.join(member_names(found))}")
        return _bound(self, function)

    def __setattr__(self, name: str, value: Any) -> None:
        held = self.__plait__
        found = class_of(self)
        slot = field_slot(found, name)
        if slot is not None:
            held.vm.write_field(held.context, self, slot, found.slots[slot].type, value)
            return
        setter = method_function(found, f"set {name}")
        if setter is None:
            raise AttributeError(f"{found.name} has no field {name!r}; it has: {', '.join(member_names(found))}")
        held.vm.call_bound(held.context, setter, self, (value,))

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"members of an object of the program cannot be deleted, nor can {name!r}")

    def __dir__(self) -> list[str]:
        return member_names(class_of(self))

    def __eq__(self, other: object) -> bool:
        return _is_same(self, other) if isinstance(other, Handle) else NotImplemented

    def __hash__(self) -> int:
        return _hash(self)

    def __repr__(self) -> str:
        name = "closed context" if self.__plait__.context.is_closed else class_of(self).name
        return f"<plait object of {name}>"


class GuestObject:
    """An object of a program that exports something: dict-like by its properties, iterable if it is so there.

    `handle["x"]` and `handle.x` are a property (objects are handles again), `handle(...)` calls a function and
    `handle.method(...)` a method, `await handle` waits for a promise, `async for` goes over an
    asynchronous iterable, `to_python()` makes a copy. A property that has
    the name of something of Python's is had by `handle["name"]`. Equal handles hold the same object.
    """

    __slots__ = ("__plait__",)
    __plait__: Held
    __reduce__ = refuse_copy

    def __init__(self, held: Held) -> None:
        object.__setattr__(self, "__plait__", held)

    def to_python(self) -> Any:
        """A copy of the object as Python has it. Raises `ValueError` for data in circles, and what else has none."""
        return _objects(self).copy(self)

    def keys(self) -> list[str]:
        """The names of the object's own properties, without methods of its class."""
        return _objects(self).keys(self)

    def get(self, key: object, default: Any = None) -> Any:
        """The property, or the default if there is none."""
        return _objects(self).get(self, key, default)

    def new(self, *arguments: Any) -> Any:
        """A new object of a class that the program has."""
        return _objects(self).construct(self, arguments)

    def __call__(self, *arguments: Any) -> Any:
        return _objects(self).call(self, arguments)

    def __getitem__(self, key: object) -> Any:
        return _objects(self).item(self, key)

    def __setitem__(self, key: object, value: Any) -> None:
        _objects(self).set_item(self, key, value)

    def __delitem__(self, key: object) -> None:
        _objects(self).delete_item(self, key)

    def __contains__(self, key: object) -> bool:
        return _objects(self).has(self, key)

    def __len__(self) -> int:
        return _objects(self).length(self)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return _objects(self).iterate(self)

    def __await__(self) -> Generator[Any, Any, Any]:
        return _objects(self).wait(self)

    def __aiter__(self) -> AsyncIterator[Any]:
        return _objects(self).iterate_async(self)

    def __getattr__(self, name: str) -> Any:
        if _is_special(name):
            # Python asks for these to find out what an object can do: not a question for the guest.
            raise AttributeError(name)
        return _objects(self).attribute(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _objects(self).set_item(self, name, value)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.keys()]

    def __eq__(self, other: object) -> bool:
        return _is_same(self, other) if isinstance(other, Handle) else NotImplemented

    def __hash__(self) -> int:
        return _hash(self)

    def __repr__(self) -> str:
        return _objects(self).text(self)


def _objects(handle: GuestObject) -> Objects:
    held = handle.__plait__
    return held.vm.host.objects(held.context)


Handle: TypeAlias = ObjectHandle | FunctionHandle | OpaqueHandle | GuestObject
"""What Python holds of a program; `isinstance(value, Handle)` works."""


def make_handle(vm: Vm, context: VmContext, reference: int, value_type: ValueType) -> Handle:
    """The handle of an object, of the kind that fits its type."""
    held = hold(vm, context, reference, value_type)
    match value_type:
        case ObjectType():
            return ObjectHandle(held)
        case ClosureType():
            return FunctionHandle(held)
        case Primitive.ANY:
            return GuestObject(held)
        case _:
            return OpaqueHandle(held)


def context_of(handle: Handle) -> VmContext:
    """The context that the object is in."""
    return handle.__plait__.context


def reference_of(handle: Handle) -> int:
    """The offset of the object in its context now. Raises `PlaitError` when the context is closed."""
    held = handle.__plait__
    if held.context.is_closed:
        raise PlaitError("the context of this handle is closed")
    return held.context.handles.get(held.index)


def class_of(handle: ObjectHandle) -> VerifiedClass:
    """The class of the object itself, which may inherit from that of its static type."""
    held = handle.__plait__
    with held.vm.entered(held.context):
        return held.context.class_of_object(reference_of(handle))


def field_slot(found: VerifiedClass, name: str) -> int | None:
    """The slot of a field; of several with the name, the one that the class itself sees."""
    hidden = hidden_slots(found)
    slots = [slot for slot, field in enumerate(found.slots) if field.name == name and slot not in hidden]
    return slots[-1] if slots else None


def method_function(found: VerifiedClass, name: str) -> int | None:
    """The function of a method."""
    if name not in found.method_names:
        return None
    return found.methods[found.method_names.index(name)]


def member_names(found: VerifiedClass) -> list[str]:
    """Fields and methods that Python can name."""
    hidden = hidden_slots(found)
    fields = [field.name for slot, field in enumerate(found.slots) if slot not in hidden]
    methods = [name.removeprefix("get ").removeprefix("set ") for name in found.method_names]
    return list(dict.fromkeys([*fields, *methods]))


def _bound(handle: ObjectHandle, function: int) -> Callable[..., Any]:
    held = handle.__plait__

    def call(*arguments: Any) -> Any:
        return held.vm.call_bound(held.context, function, handle, arguments)

    call.__name__ = call.__qualname__ = held.context.module.functions[function].name
    return call


def _is_same(handle: Handle, other: Handle) -> bool:
    if handle is other:
        return True
    held = handle.__plait__
    if held.context is not other.__plait__.context:
        return False
    with held.vm.entered(held.context):
        return reference_of(handle) == reference_of(other)


def _hash(handle: Handle) -> int:
    # The object may move; its context does not.
    return hash(id(handle.__plait__.context))


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
