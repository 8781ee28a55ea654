"""Handles: guest objects and functions as Python sees them.

A handle is an index into a table of the context that the collector follows. Python's finalisers only note that a
handle has been dropped; the slot is given back when the context next makes one.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from plait.errors import PlaitError
from plait.isa.value_types import ClosureType, ObjectType, ValueType
from plait.verify.class_tables import hidden_slots
from plait.verify.classes import VerifiedClass

if TYPE_CHECKING:
    from plait.vm.context import VmContext
    from plait.vm.vm import Vm


class Handle:
    """A guest value that Python holds: a task, a mutex, a channel. Equal handles hold the same object."""

    __slots__ = ("__weakref__", "_context", "_index", "_type", "_vm")
    _vm: Vm
    _context: VmContext
    _index: int
    _type: ValueType

    def __init__(self, vm: Vm, context: VmContext, reference: int, value_type: ValueType) -> None:
        index = context.handles.add(reference)
        set_own = object.__setattr__
        set_own(self, "_vm", vm)
        set_own(self, "_context", context)
        set_own(self, "_index", index)
        set_own(self, "_type", value_type)
        weakref.finalize(self, context.handles.dropped.append, index).atexit = False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Handle):
            return NotImplemented
        if self._context is not other._context:
            return False
        with self._vm.entered(self._context):
            return reference_of(self) == reference_of(other)

    def __hash__(self) -> int:
        # The object may move; its context does not.
        return hash(id(self._context))

    def __repr__(self) -> str:
        return f"<plait {self._type}>"


def reference_of(handle: Handle) -> int:
    """The offset of the object in its context now. Raises `PlaitError` when the context is closed."""
    if handle._context.is_closed:
        raise PlaitError("the context of this handle is closed")
    return handle._context.handles.get(handle._index)


class FunctionHandle(Handle):
    """A guest function: call it with Python values."""

    __slots__ = ()

    def __call__(self, *arguments: Any) -> Any:
        """Call the function; raises what `Vm.execute_function` raises."""
        closure = self._type
        assert isinstance(closure, ClosureType)
        return self._vm.call_closure(self._context, self, arguments)


class ObjectHandle(Handle):
    """A guest object: its fields, accessors and methods are attributes of the handle."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        found = class_of(self)
        slot = field_slot(found, name)
        if slot is not None:
            return self._vm.read_field(self._context, self, slot, found.slots[slot].type)
        getter = method_function(found, f"get {name}")
        if getter is not None:
            return self._vm.call_function(self._context, getter, (self,))
        function = method_function(found, name)
        if function is None:
            raise AttributeError(f"{found.name} has no member {name!r}; it has: {', '.join(member_names(found))}")
        return self._bound(function)

    def _bound(self, function: int) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            return self._vm.call_function(self._context, function, (self, *arguments))

        call.__name__ = self._context.module.functions[function].name
        return call

    def __setattr__(self, name: str, value: Any) -> None:
        found = class_of(self)
        slot = field_slot(found, name)
        if slot is not None:
            self._vm.write_field(self._context, self, slot, found.slots[slot].type, value)
            return
        setter = method_function(found, f"set {name}")
        if setter is None:
            raise AttributeError(f"{found.name} has no field {name!r}; it has: {', '.join(member_names(found))}")
        self._vm.call_function(self._context, setter, (self, value))

    def __dir__(self) -> list[str]:
        return member_names(class_of(self))

    def __repr__(self) -> str:
        name = "closed context" if self._context.is_closed else class_of(self).name
        return f"<plait object of {name}>"


def class_of(handle: Handle) -> VerifiedClass:
    """The class of the object itself, which may inherit from that of its static type."""
    with handle._vm.entered(handle._context):
        return handle._context.class_of_object(reference_of(handle))


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


def make_handle(vm: Vm, context: VmContext, reference: int, value_type: ValueType) -> Handle:
    """The handle of an object, of the kind that fits its type."""
    match value_type:
        case ObjectType():
            return ObjectHandle(vm, context, reference, value_type)
        case ClosureType():
            return FunctionHandle(vm, context, reference, value_type)
        case _:
            return Handle(vm, context, reference, value_type)
