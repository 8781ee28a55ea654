"""Types, stacks and stacks of open ranges of which equal ones are identical, so that comparing them costs nothing."""

from __future__ import annotations

from typing import assert_never

from plait.errors import VerifyError
from plait.isa.value_types import (
    MAX_TYPE_DEPTH,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
)
from plait.verify.verified import OpenTry


class TypeInterner:
    """Gives each type one representative object, whose parts are representatives too.

    All types of one verification come from one interner, which the module outlives: types that are the same object are
    looked at once.
    """

    def __init__(self) -> None:
        self._seen: dict[int, ValueType] = {}
        self._arrays: dict[int, ArrayType] = {}
        self._tasks: dict[int, TaskType] = {}
        self._cells: dict[int, CellType] = {}
        self._channels: dict[int, ChannelType] = {}
        self._named: dict[ObjectType | InterfaceType, ValueType] = {}
        self._composed: dict[tuple[object, ...], ValueType] = {}
        self._void_task = TaskType(None)

    def intern(self, value_type: ValueType) -> ValueType:
        """The representative of a type. Raises `VerifyError` when it nests too deep."""
        found = self._seen.get(id(value_type))
        if found is None:
            found = self._seen[id(value_type)] = self._intern(value_type, 0)
        return found

    def array_of(self, element: ValueType) -> ArrayType:
        """The array type over a representative."""
        found = self._arrays.get(id(element))
        if found is None:
            found = self._arrays[id(element)] = ArrayType(element)
        return found

    def task_of(self, result: ValueType | None) -> TaskType:
        """The task type over a representative, or over no result."""
        if result is None:
            return self._void_task
        found = self._tasks.get(id(result))
        if found is None:
            found = self._tasks[id(result)] = TaskType(result)
        return found

    def cell_of(self, content: ValueType) -> CellType:
        """The cell type over a representative."""
        found = self._cells.get(id(content))
        if found is None:
            found = self._cells[id(content)] = CellType(content)
        return found

    def channel_of(self, element: ValueType) -> ChannelType:
        """The channel type over a representative."""
        found = self._channels.get(id(element))
        if found is None:
            found = self._channels[id(element)] = ChannelType(element)
        return found

    def object_of(self, class_id: int) -> ValueType:
        """The type of objects of a class."""
        value_type = ObjectType(class_id)
        return self._named.setdefault(value_type, value_type)

    def interface_of(self, interface: int) -> ValueType:
        """The type of objects that implement an interface."""
        value_type = InterfaceType(interface)
        return self._named.setdefault(value_type, value_type)

    def tuple_of(self, elements: tuple[ValueType, ...]) -> ValueType:
        """The tuple type over representatives."""
        key = ("tuple", *map(id, elements))
        return self._composed.setdefault(key, TupleType(elements))

    def closure_of(self, parameters: tuple[ValueType, ...], result: ValueType | None) -> ValueType:
        """The closure type over representatives."""
        key = ("closure", *map(id, parameters), id(result))
        return self._composed.setdefault(key, ClosureType(parameters, result))

    def _intern(self, value_type: ValueType, depth: int) -> ValueType:
        if depth > MAX_TYPE_DEPTH:
            raise VerifyError(f"a type is nested more than {MAX_TYPE_DEPTH} deep")
        match value_type:
            case Primitive() | Opaque():
                return value_type
            case ArrayType(element):
                return self.array_of(self._intern(element, depth + 1))
            case TaskType(result):
                return self.task_of(None if result is None else self._intern(result, depth + 1))
            case ObjectType() | InterfaceType():
                return self._named.setdefault(value_type, value_type)
            case CellType(content):
                return self.cell_of(self._intern(content, depth + 1))
            case ChannelType(element):
                return self.channel_of(self._intern(element, depth + 1))
            case TupleType(elements):
                return self.tuple_of(tuple(self._intern(item, depth + 1) for item in elements))
            case ClosureType(parameters, result):
                inner = tuple(self._intern(item, depth + 1) for item in parameters)
                return self.closure_of(inner, None if result is None else self._intern(result, depth + 1))
            case _:
                assert_never(value_type)


class StackShape:
    """The types on a stack: `type` on top of `below`. The empty stack has no `below`; its `type` means nothing.

    Shapes grown from one empty stack form a tree, so that two stacks of the same types are the same object.
    """

    __slots__ = ("_first", "_others", "below", "height", "type")

    def __init__(self, below: StackShape | None, value_type: ValueType) -> None:
        self.below = below
        self.type = value_type
        self.height: int = 0 if below is None else below.height + 1
        self._first: StackShape | None = None
        self._others: dict[int, StackShape] | None = None

    @classmethod
    def empty(cls) -> StackShape:
        """A new tree's empty stack."""
        return cls(None, Primitive.I32)

    def push(self, value_type: ValueType) -> StackShape:
        """This stack with a (representative) type on top."""
        first = self._first
        if first is None:
            first = self._first = StackShape(self, value_type)
        if first.type is value_type:
            return first
        if self._others is None:
            self._others = {}
        found = self._others.get(id(value_type))
        if found is None:
            found = self._others[id(value_type)] = StackShape(self, value_type)
        return found

    def drop(self, count: int) -> StackShape:
        """This stack without its `count` topmost types, which must be there."""
        shape = self
        for _ in range(count):
            assert shape.below is not None
            shape = shape.below
        return shape

    def top(self, count: int) -> tuple[ValueType, ...]:
        """The `count` topmost types, which must be there; the last is the top."""
        types: list[ValueType] = []
        shape = self
        for _ in range(count):
            assert shape.below is not None
            types.append(shape.type)
            shape = shape.below
        types.reverse()
        return tuple(types)


class OpenRanges:
    """The open guarded ranges at some instruction: the innermost and those outside it.

    Equal ones are identical, as with `StackShape`. `handler` is the block of the handler, at byte `offset`, and `floor`
    the height of the stack at the TRY: what stands below must stay there.
    """

    __slots__ = ("_inside", "count", "floor", "handler", "offset", "outer")

    def __init__(self, outer: OpenRanges | None, handler: int, offset: int, floor: int) -> None:
        self.outer = outer
        self.handler = handler
        self.offset = offset
        self.floor = floor
        self.count: int = 0 if outer is None else outer.count + 1
        self._inside: dict[tuple[int, int], OpenRanges] = {}

    @classmethod
    def none(cls) -> OpenRanges:
        """A new tree's root: no range is open."""
        return cls(None, -1, -1, 0)

    def open(self, handler: int, offset: int, floor: int) -> OpenRanges:
        """These ranges and one more inside, whose handler is the block `handler`, at the byte `offset`."""
        found = self._inside.get((handler, floor))
        if found is None:
            found = self._inside[handler, floor] = OpenRanges(self, handler, offset, floor)
        return found

    def as_tuple(self) -> tuple[OpenTry, ...]:
        """The ranges, innermost last."""
        ranges: list[OpenTry] = []
        current = self
        while current.outer is not None:
            ranges.append(OpenTry(current.offset, current.floor))
            current = current.outer
        ranges.reverse()
        return tuple(ranges)
