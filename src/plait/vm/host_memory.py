"""Putting Python values into a context's memory.

Two passes: first everything is measured and checked, then room is made for all of it at once (which may collect), then
it is written; nothing moves in between, so that references to what was written stay good.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING

from plait.errors import LimitError, PlaitError
from plait.isa.value_types import (
    ArrayType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TupleType,
    ValueType,
)
from plait.memory.fields import set_field
from plait.memory.layouts import (
    DATA,
    FALSE,
    TRUE,
    UNDEFINED,
    ArrayObject,
    Kind,
    Object,
    Storage,
    Store,
)
from plait.memory.string_objects import encode_string
from plait.prepare.storage import storage_of
from plait.vm.context import VmContext
from plait.vm.handles import Handle, class_of, reference_of
from plait.vm.machine import Machine
from plait.vm.values import HostValue, box_number, pack_scalar

if TYPE_CHECKING:
    from plait.verify.verified import VerifiedModule

ELEMENT_FORMATS = {
    Storage.BYTE: "B",
    Storage.WORD: "I",
    Storage.DOUBLE: "Q",
    Storage.REFERENCE: "I",
    Storage.ANY: "Q",
}
ELEMENT_MASKS = {Storage.BYTE: 0xFF, Storage.WORD: 0xFFFFFFFF, Storage.REFERENCE: 0xFFFFFFFF}


class HostWriter:
    """Writes values into one context."""

    def __init__(self, machine: Machine, context: VmContext) -> None:
        self._machine = machine
        self._context = context

    def slots(self, values: Sequence[HostValue], types: Sequence[ValueType], extra: int = 0) -> list[int]:
        """The slots of values, with everything that they refer to allocated; `extra` bytes more can be allocated then.

        Raises `TypeError`, `ValueError`, `OverflowError` for values that do not fit their types, `LimitError` when they
        do not fit the memory. The slots hold until the context next allocates or runs.
        """
        need = sum(self._measure(value, item, 0) for value, item in zip(values, types, strict=True))
        self.reserve(need + extra)
        return [self._write(value, item) for value, item in zip(values, types, strict=True)]

    def reserve(self, size: int) -> None:
        """Make room. Raises `LimitError`."""
        context = self._context
        if size == 0 or size <= context.get("heap_end") - context.get("heap_top"):
            return
        # A frame between two steps stands where no collection can read it.
        if context.between_steps:
            raise PlaitError("between two steps only so much can be allocated; let the program run first")
        if not self._machine.reserve(context, size):
            raise LimitError("max_memory", f"the values do not fit max_memory ({context.options.max_memory} bytes)")

    def allocate(self, kind: Kind, size: int) -> int:
        """An object of a size for which room has been made, all zero but for its header."""
        context = self._context
        place = context.get("heap_top")
        context.set("heap_top", place + size)
        view = context.memory.view
        view[place : place + size] = bytes(size)
        struct.pack_into("<II", view, place, kind, size)
        return place

    def string(self, text: str) -> int:
        """A string object, for which room has been made."""
        data = encode_string(text)
        place = self.allocate(Kind.STRING, len(data))
        self._context.memory.view[place : place + len(data)] = data
        return place

    def _measure(self, value: HostValue, value_type: ValueType, depth: int) -> int:
        """The bytes that writing the value allocates."""
        if depth > 100:
            raise ValueError("lists nested more than 100 deep, or in circles, cannot be handed to the program")
        match value_type, value:
            case Primitive.ANY, str():
                return string_size(value)
            case Primitive.ANY, Handle():
                self._check_context(value)
                return 0
            case Primitive.ANY, None | bool() | int() | float():
                if isinstance(value, int | float):
                    box_number(value)
                return 0
            case Primitive.ANY, list() | tuple():
                return self._measure(list(value), ArrayType(Primitive.ANY), depth)
            case Primitive.ANY, _:
                raise TypeError(f"any takes None, bool, int, float, str, lists and handles, not {type(value).__name__}")
            case Primitive(), _:
                pack_scalar(value, value_type)
                return 0
            case Opaque.STRING, str():
                return string_size(value)
            case Opaque.STRING, _ if value is not None:
                raise TypeError(f"string is needed, not {type(value).__name__}")
            case ArrayType(element), list() | tuple():
                width = struct.calcsize(ELEMENT_FORMATS[storage_of(element)])
                own = ArrayObject.SIZE + _round(DATA + width * len(value))
                return own + sum(self._measure(item, element, depth + 1) for item in value)
            case ArrayType(), _ if value is not None:
                raise TypeError(f"{value_type} takes a list, not {type(value).__name__}")
            case TupleType(elements), tuple() | list():
                if len(value) != len(elements):
                    raise ValueError(f"{value_type} takes {len(elements)} values, not {len(value)}")
                parts = zip(value, elements, strict=True)
                return DATA + 8 * len(elements) + sum(self._measure(item, part, depth + 1) for item, part in parts)
            case TupleType(), _ if value is not None:
                raise TypeError(f"{value_type} takes a tuple, not {type(value).__name__}")
            case _, None:
                return 0
            case _, Handle():
                self._check_handle(value, value_type)
                return 0
            case _:
                raise TypeError(f"{value_type} takes a handle or None, not {type(value).__name__}")

    def _check_context(self, handle: Handle) -> None:
        if handle._context is not self._context:
            raise ValueError("the handle belongs to another context; objects cannot pass from one to another")
        reference_of(handle)

    def _check_handle(self, handle: Handle, wanted: ValueType) -> None:
        self._check_context(handle)
        found = handle._type
        if found == wanted:
            return
        if isinstance(found, ObjectType):
            item = class_of(handle)
            if isinstance(wanted, ObjectType) and wanted.class_id in item.ancestors:
                return
            if isinstance(wanted, InterfaceType) and any(
                binding.interface == wanted.interface for binding in item.bindings
            ):
                return
            raise TypeError(f"{describe_type(self._verified, wanted)} is needed, not an object of {item.name}")
        raise TypeError(f"{describe_type(self._verified, wanted)} is needed, not {found}")

    @property
    def _verified(self) -> VerifiedModule:
        return self._context.program.prepared.verified

    def _write(self, value: HostValue, value_type: ValueType) -> int:
        """The slot of a value that has been measured."""
        match value_type, value:
            case Primitive.ANY, _:
                return self._word(value)
            case Primitive(), _:
                return pack_scalar(value, value_type)
            case _, None:
                return 0
            case _, Handle():
                return reference_of(value)
            case Opaque.STRING, _:
                return self.string(value)
            case ArrayType(element), _:
                return self._array(value, element)
            case TupleType(), _:
                return self._tuple(value, value_type)
            case _:
                raise AssertionError(value_type)

    def _word(self, value: HostValue) -> int:
        match value:
            case None:
                return UNDEFINED
            case bool():
                return TRUE if value else FALSE
            case str():
                return self.string(value)
            case list() | tuple():
                return self._array(value, Primitive.ANY)
            case Handle():
                return reference_of(value)
            case _:
                return box_number(value)

    def _array(self, values: Sequence[HostValue], element: ValueType) -> int:
        storage = storage_of(element)
        form = ELEMENT_FORMATS[storage]
        array = self.allocate(Kind.ARRAY, ArrayObject.SIZE)
        kinds = {Storage.REFERENCE: Kind.REFERENCE_STORE, Storage.ANY: Kind.WORD_STORE}
        size = _round(DATA + struct.calcsize(form) * len(values))
        store = self.allocate(kinds.get(storage, Kind.STORE), size)
        view = self._context.memory.view
        set_field(view, ArrayObject, array, "store", store)
        set_field(view, ArrayObject, array, "type_word", self._context.program.prepared.layout.array_word(element))
        set_field(view, Store, store, "length", len(values))
        set_field(view, Store, store, "capacity", len(values))
        mask = ELEMENT_MASKS.get(storage, (1 << 64) - 1)
        words = [self._write(value, element) & mask for value in values]
        struct.pack_into(f"<{len(words)}{form}", view, store + DATA, *words)
        return array

    def _tuple(self, values: Sequence[HostValue], value_type: TupleType) -> int:
        info = self._context.program.prepared.layout.tuple_info(value_type)
        if info is None:
            raise TypeError(f"the program makes no {value_type}, so that Python cannot either")
        place = self.allocate(Kind.OBJECT, DATA + 8 * len(values))
        view = self._context.memory.view
        set_field(view, Object, place, "info", info)
        words = [self._write(value, item) for value, item in zip(values, value_type.elements, strict=True)]
        struct.pack_into(f"<{len(words)}Q", view, place + DATA, *words)
        return place


def describe_type(module: VerifiedModule, value_type: ValueType) -> str:
    """A type in a message, classes and interfaces by name."""
    match value_type:
        case ObjectType(number):
            item = module.classes[number]
            return f"an object of {item.name}" if item is not None else str(value_type)
        case InterfaceType(number):
            return f"an object with interface {module.module.interfaces[number].name}"
        case ClosureType():
            return f"a function {value_type}"
        case _:
            return str(value_type)


def string_size(text: str) -> int:
    """The bytes that the string object of a text takes."""
    return len(encode_string(text))


def _round(size: int) -> int:
    return size + 7 & ~7
