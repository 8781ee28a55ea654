"""Putting Python values into a context's memory.

Three passes: first everything is checked and encoded (`Plan`), so that it does not matter what becomes of the Python
values meanwhile; then room is made for all of it at once (which may collect); then it is written. Nothing moves in
between, so that references to what was written stay good.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from plait.errors import LimitError, PlaitError
from plait.isa.value_types import (
    ANY,
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
from plait.vm.handles import (
    FunctionHandle,
    GuestObject,
    Handle,
    ObjectHandle,
    OpaqueHandle,
    class_of,
    context_of,
    reference_of,
)
from plait.vm.heap_faults import check_fault
from plait.vm.machine import Machine
from plait.vm.values import ELEMENT_FORMATS, MAX_NESTING, HostValue, box_number, pack_scalar

if TYPE_CHECKING:
    from plait.verify.verified import VerifiedModule

EXACT = 1 << 53
"""Larger ints are bigints to programs that have them."""

ELEMENT_MASKS = {Storage.BYTE: 0xFF, Storage.WORD: 0xFFFFFFFF, Storage.REFERENCE: 0xFFFFFFFF}


@dataclass(frozen=True, slots=True, eq=False)
class ArrayPlan:
    """An array to be made."""

    element: ValueType
    parts: tuple[Plan, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TuplePlan:
    """A tuple to be made."""

    info: int
    parts: tuple[Plan, ...]


Plan: TypeAlias = "int | bytes | ArrayPlan | TuplePlan | Handle"
"""What a slot will hold: bits, a string object to be copied, an array or tuple to be made, an object that is there."""


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
        planner = Planner(self._context)
        plans = [planner.plan(value, item) for value, item in zip(values, types, strict=True)]
        return self.write(planner, plans, extra)

    def write(self, planner: Planner, plans: Sequence[Plan], extra: int = 0) -> list[int]:
        """The slots of what a planner has planned."""
        self.reserve(planner.size + extra)
        made: dict[int, int] = {}
        return [self._write(plan, made) for plan in plans]

    def reserve(self, size: int) -> None:
        """Make room. Raises `LimitError`."""
        context = self._context
        if size == 0 or size <= context.get("heap_end") - context.get("heap_top"):
            return
        # A frame between two steps stands where no collection can read it.
        if context.between_steps:
            raise PlaitError("between two steps only so much can be allocated; let the program run first")
        has_room = self._machine.reserve(context, size)
        check_fault(context)
        if not has_room:
            raise LimitError("max_memory", f"the values do not fit max_memory ({context.options.max_memory} bytes)")

    def allocate(self, kind: Kind, size: int) -> int:
        """An object of a size for which room has been made, all zero but for its header."""
        return self._copy(struct.pack("<II", kind, size).ljust(size, b"\0"))

    def string(self, text: str) -> int:
        """A string object, for which room has been made."""
        return self._copy(encode_string(text))

    def _copy(self, data: bytes) -> int:
        """An object of which all bytes are known."""
        context = self._context
        place = context.get("heap_top")
        end = place + len(data)
        assert end <= context.get("heap_end"), "room has been made for everything"
        context.set("heap_top", end)
        context.memory.view[place:end] = data
        return place

    def _write(self, plan: Plan, made: dict[int, int]) -> int:
        """The slot of a plan; `made` is where everything is that has been made, by the id of its plan."""
        match plan:
            case int():
                return plan
            case ObjectHandle() | FunctionHandle() | OpaqueHandle() | GuestObject():
                return reference_of(plan)
            case _:
                if id(plan) not in made:
                    made[id(plan)] = self._make(plan, made)
                return made[id(plan)]

    def _make(self, plan: bytes | ArrayPlan | TuplePlan, made: dict[int, int]) -> int:
        match plan:
            case bytes():
                return self._copy(plan)
            case ArrayPlan():
                return self._array(plan, made)
            case TuplePlan():
                return self._tuple(plan, made)

    def _array(self, plan: ArrayPlan, made: dict[int, int]) -> int:
        storage = storage_of(plan.element)
        length = len(plan.parts)
        array = self.allocate(Kind.ARRAY, ArrayObject.SIZE)
        kinds = {Storage.REFERENCE: Kind.REFERENCE_STORE, Storage.ANY: Kind.WORD_STORE}
        store = self.allocate(kinds.get(storage, Kind.STORE), store_size(storage, length))
        view = self._context.memory.view
        type_word = self._context.program.prepared.layout.array_word(plan.element)
        set_field(view, ArrayObject, array, "store", store)
        set_field(view, ArrayObject, array, "type_word", type_word)
        set_field(view, Store, store, "length", length)
        set_field(view, Store, store, "capacity", length)
        mask = ELEMENT_MASKS.get(storage, (1 << 64) - 1)
        words = [self._write(part, made) & mask for part in plan.parts]
        struct.pack_into(f"<{length}{ELEMENT_FORMATS[storage]}", view, store + DATA, *words)
        return array

    def _tuple(self, plan: TuplePlan, made: dict[int, int]) -> int:
        place = self.allocate(Kind.OBJECT, DATA + 8 * len(plan.parts))
        view = self._context.memory.view
        set_field(view, Object, place, "info", plan.info)
        words = [self._write(part, made) for part in plan.parts]
        struct.pack_into(f"<{len(words)}Q", view, place + DATA, *words)
        return place


SIMPLE = (str, float, bool, type(None), ObjectHandle, FunctionHandle, OpaqueHandle, GuestObject)
"""What is planned without a look into it."""


def is_exact_int(value: object) -> bool:
    """Whether a value is an int that is a number to a program, and no bigint."""
    return type(value) is int and -EXACT <= value <= EXACT


@dataclass(slots=True)
class Planner:
    """Checks values and says what is to be written; `size` is how many bytes all of it will take.

    A list or string that is met twice is planned once: what a program has made of few objects takes no more room, and
    no more time, on its way back.
    """

    context: VmContext
    name: object = "the value"
    """How messages call what is planned."""
    size: int = 0
    _known: dict[tuple[int, ValueType], tuple[HostValue, Plan]] = field(default_factory=dict)

    def plan(self, value: HostValue, value_type: ValueType, depth: int = 0) -> Plan:
        """What is to be written for a value. Raises `TypeError`, `ValueError` or `OverflowError` if it does not fit."""
        if value_type is ANY and not isinstance(value, SIMPLE) and not is_exact_int(value):
            vm = self.context.owner()
            if vm is not None and vm.host.takes_data(self.context):
                return vm.host.send_data(self.context, value, self.name)
        if isinstance(value, str | list | tuple):
            known = self._known.get((id(value), value_type))
            if known is None:
                # The value is kept with its plan, so that no other can have its id.
                known = self._known[id(value), value_type] = value, self._plan_copy(value, value_type, depth)
            return known[1]
        match value_type, value:
            case Primitive.ANY, _:
                return self._plan_word(value)
            case Primitive(), _:
                return pack_scalar(value, value_type)
            case _, None:
                return 0
            case _, ObjectHandle() | FunctionHandle() | OpaqueHandle() | GuestObject():
                self._check_handle(value, value_type)
                return value
            case _:
                raise self._misfit(value, value_type)

    def _plan_copy(self, value: str | Sequence[HostValue], value_type: ValueType, depth: int) -> Plan:
        """The plan of a string, list or tuple."""
        if depth > MAX_NESTING:
            raise ValueError(
                f"lists nested more than {MAX_NESTING} deep, or in circles, cannot be handed to the program"
            )
        match value_type, value:
            case Primitive.ANY | Opaque.STRING, str():
                data = encode_string(value)
                self.size += len(data)
                return data
            case Primitive.ANY, list() | tuple():
                return self._plan_array(value, ANY, depth)
            case ArrayType(element), list() | tuple():
                return self._plan_array(value, element, depth)
            case TupleType(), list() | tuple():
                return self._plan_tuple(value, value_type, depth)
            case _:
                raise self._misfit(value, value_type)

    def _plan_array(self, values: Sequence[HostValue], element: ValueType, depth: int) -> ArrayPlan:
        parts = tuple(self.plan(item, element, depth + 1) for item in values)
        self.size += ArrayObject.SIZE + store_size(storage_of(element), len(parts))
        return ArrayPlan(element, parts)

    def _plan_tuple(self, values: Sequence[HostValue], value_type: TupleType, depth: int) -> TuplePlan:
        values = tuple(values)
        if len(values) != len(value_type.elements):
            raise ValueError(f"{value_type} takes {len(value_type.elements)} values, not {len(values)}")
        info = self.context.program.prepared.layout.tuple_info(value_type)
        if info is None:
            raise TypeError(f"the program makes no {value_type}, so that Python cannot either")
        pairs = zip(values, value_type.elements, strict=True)
        parts = tuple(self.plan(item, part, depth + 1) for item, part in pairs)
        self.size += DATA + 8 * len(parts)
        return TuplePlan(info, parts)

    def _plan_word(self, value: HostValue) -> Plan:
        match value:
            case None:
                return UNDEFINED
            case bool():
                return TRUE if value else FALSE
            case int() | float():
                return box_number(value)
            case ObjectHandle() | FunctionHandle() | OpaqueHandle() | GuestObject():
                self._check_context(value)
                return value
            case _:
                raise TypeError(f"any takes None, bool, int, float, str, lists and handles, not {type(value).__name__}")

    def _misfit(self, value: HostValue, value_type: ValueType) -> TypeError:
        wanted = describe_type(self._verified, value_type)
        match value_type:
            case ArrayType():
                return TypeError(f"{wanted} takes a list, not {type(value).__name__}")
            case TupleType():
                return TypeError(f"{wanted} takes a tuple, not {type(value).__name__}")
            case _:
                return TypeError(f"{wanted} is needed, not {type(value).__name__}")

    def _check_context(self, handle: Handle) -> None:
        if context_of(handle) is not self.context:
            raise ValueError("the handle belongs to another context; objects cannot pass from one to another")
        reference_of(handle)

    def _check_handle(self, handle: Handle, wanted: ValueType) -> None:
        self._check_context(handle)
        found = handle.__plait__.type
        if isinstance(handle, ObjectHandle):
            item = class_of(handle)
            if isinstance(wanted, ObjectType) and wanted.class_id in item.ancestors:
                return
            if isinstance(wanted, InterfaceType) and any(
                binding.interface == wanted.interface for binding in item.bindings
            ):
                return
            raise TypeError(f"{describe_type(self._verified, wanted)} is needed, not an object of {item.name}")
        if found != wanted:
            raise TypeError(f"{describe_type(self._verified, wanted)} is needed, not {found}")

    @property
    def _verified(self) -> VerifiedModule:
        return self.context.program.prepared.verified


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


def store_size(storage: Storage, length: int) -> int:
    """The bytes of the store of an array that is as long as its store."""
    return DATA + struct.calcsize(ELEMENT_FORMATS[storage]) * length + 7 & ~7
