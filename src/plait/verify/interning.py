"""Types, stacks and stacks of open ranges of which equal ones are identical, so that comparing them costs nothing."""

from __future__ import annotations

from typing import assert_never

from plait.isa.builtin_classes import BUILTIN_CLASSES, FIRST_MODULE_CLASS
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
from plait.verify.limits import MAX_TYPE_PARTS_LOOKED_AT, MAX_TYPE_SIZE
from plait.verify.verified import OpenTry

RESERVED_CLASSES = range(len(BUILTIN_CLASSES), FIRST_MODULE_CLASS)
"""Numbers that no class has."""


class BadTypeError(ValueError):
    """What is wrong with a type; who interns it knows where it stands."""


class TypeInterner:
    """Gives each type one representative object, whose parts are representatives too.

    All types of one verification come from one interner, which the module outlives: types and parts of types that are
    the same object are looked at once. `classes` and `interfaces` count those that types may name, built-in classes
    and reserved numbers included.
    """

    def __init__(self, classes: int = FIRST_MODULE_CLASS, interfaces: int = 0) -> None:
        self._classes = classes
        self._interfaces = interfaces
        self._seen: dict[int, ValueType] = {}
        self._extents: dict[int, tuple[int, int]] = {}
        self._parts_left = MAX_TYPE_PARTS_LOOKED_AT
        self._arrays: dict[int, ArrayType] = {}
        self._tasks: dict[int, TaskType] = {}
        self._cells: dict[int, CellType] = {}
        self._channels: dict[int, ChannelType] = {}
        self._named: dict[ObjectType | InterfaceType, ValueType] = {}
        self._composed: dict[tuple[object, ...], ValueType] = {}
        self._void_task = TaskType(None)

    def extended(self) -> TypeInterner:
        """A new interner that has these representatives. They live as long as this interner's module."""
        other = TypeInterner(self._classes, self._interfaces)
        other._seen = dict(self._seen)
        other._extents = dict(self._extents)
        other._arrays = dict(self._arrays)
        other._tasks = dict(self._tasks)
        other._cells = dict(self._cells)
        other._channels = dict(self._channels)
        other._named = dict(self._named)
        other._composed = dict(self._composed)
        other._void_task = self._void_task
        return other

    def intern(self, value_type: ValueType) -> ValueType:
        """The representative of a type. Raises `BadTypeError` when it is too large, or names what is not there."""
        found = self._seen.get(id(value_type))
        return self._intern(value_type, 0) if found is None else found

    def size(self, representative: ValueType) -> int:
        """Of how many simple types and constructors a type that `intern` gave is composed."""
        return self._extents.get(id(representative), _SIMPLE)[0]

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
            raise BadTypeError(f"a type is nested more than {MAX_TYPE_DEPTH} deep")
        found = self._seen.get(id(value_type))
        if found is None:
            self._check_names(value_type)
            parts = tuple(self._intern(part, depth + 1) for part in self._parts(value_type))
            found = self._compose(value_type, parts)
            self._measure(found, parts)
            self._seen[id(value_type)] = found
        return found

    def _check_names(self, value_type: ValueType) -> None:
        match value_type:
            case ObjectType(number) if not 0 <= number < self._classes or number in RESERVED_CLASSES:
                raise BadTypeError(f"there is no class {number}")
            case InterfaceType(number) if not 0 <= number < self._interfaces:
                raise BadTypeError(f"there is no interface {number}")
            case TupleType(()):
                raise BadTypeError("a tuple has at least one element")
            case _:
                pass

    def _parts(self, value_type: ValueType) -> tuple[ValueType, ...]:
        """The types that a type is composed of; a result stands last."""
        parts: tuple[ValueType, ...]
        match value_type:
            case Primitive() | Opaque() | ObjectType() | InterfaceType() | TaskType(None):
                parts = ()
            case ArrayType(inner) | TaskType(inner) | CellType(inner) | ChannelType(inner):
                assert inner is not None
                parts = (inner,)
            case TupleType(elements):
                parts = elements
            case ClosureType(parameters, result):
                parts = parameters if result is None else (*parameters, result)
            case _:
                assert_never(value_type)
        self._parts_left -= len(parts)
        if self._parts_left < 0:
            raise BadTypeError(f"the types of the module have more than {MAX_TYPE_PARTS_LOOKED_AT} parts")
        return parts

    def _compose(self, value_type: ValueType, parts: tuple[ValueType, ...]) -> ValueType:
        """The representative of a type whose parts have these."""
        match value_type:
            case Primitive() | Opaque():
                return value_type
            case ObjectType() | InterfaceType():
                return self._named.setdefault(value_type, value_type)
            case ArrayType():
                return self.array_of(parts[0])
            case TaskType():
                return self.task_of(parts[0] if parts else None)
            case CellType():
                return self.cell_of(parts[0])
            case ChannelType():
                return self.channel_of(parts[0])
            case TupleType():
                return self.tuple_of(parts)
            case ClosureType(_, None):
                return self.closure_of(parts, None)
            case ClosureType():
                return self.closure_of(parts[:-1], parts[-1])
            case _:
                assert_never(value_type)

    def _measure(self, representative: ValueType, parts: tuple[ValueType, ...]) -> None:
        """Note size and depth. What one object holds many times counts as often, as it does when it is spelled."""
        if not parts or id(representative) in self._extents:
            return
        extents = [self._extents.get(id(part), _SIMPLE) for part in parts]
        size = 1 + sum(item[0] for item in extents)
        depth = 1 + max(item[1] for item in extents)
        if depth > MAX_TYPE_DEPTH:
            raise BadTypeError(f"a type is nested more than {MAX_TYPE_DEPTH} deep")
        if size > MAX_TYPE_SIZE:
            raise BadTypeError(f"a type is composed of more than {MAX_TYPE_SIZE} types")
        self._extents[id(representative)] = size, depth


_SIMPLE = (1, 0)
"""Size and depth of a type without parts."""


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

    def split(self, count: int) -> tuple[tuple[ValueType, ...], StackShape]:
        """The `count` topmost types, which must be there, the last is the top; and this stack without them."""
        shape = self
        types: list[ValueType] = []
        for _ in range(count):
            assert shape.below is not None
            types.append(shape.type)
            shape = shape.below
        types.reverse()
        return tuple(types), shape

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
