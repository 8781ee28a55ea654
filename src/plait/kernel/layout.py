"""Struct layouts and constant tables: the data that kernels work on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from plait.kernel.errors import KernelError
from plait.kernel.memory_scopes import Scope
from plait.kernel.types import MACHINE_TYPES, MachineType

STRUCT_REFERENCE_SIZE = 4


class _Placement:
    """What `at(offset)` leaves in the class body."""

    __slots__ = ("offset",)

    def __init__(self, offset: int) -> None:
        self.offset = offset


def at(offset: int) -> Any:
    """Places a field of a `Struct` at this offset instead of behind the field before it."""
    return _Placement(offset)


class Field:
    """A field of a struct: its offset and its type, a machine type or (for a reference to a struct) a struct class."""

    __slots__ = ("_type", "annotation", "name", "offset", "owner")

    def __init__(self, owner: _StructClass, name: str, annotation: str, offset: int) -> None:
        self.name = name
        self.annotation = annotation
        self.offset = offset
        self.owner = owner
        self._type: ValueType | None = MACHINE_TYPES.get(annotation)

    @property
    def type(self) -> ValueType:
        """Resolved on first use, because a field may name a struct that is defined further down."""
        if self._type is None:
            self._type = self._resolve()
        return self._type

    @property
    def size(self) -> int:
        """The number of bytes the field takes in memory."""
        machine_type = MACHINE_TYPES.get(self.annotation)
        return STRUCT_REFERENCE_SIZE if machine_type is None else machine_type.size

    def _resolve(self) -> _StructClass:
        if self.annotation == self.owner.__name__:
            return self.owner
        found = getattr(sys.modules[self.owner.__module__], self.annotation, None)
        if isinstance(found, type) and issubclass(found, Struct):
            return found
        raise KernelError(
            f"field {self.owner.__name__}.{self.name}: {self.annotation!r} is neither a machine type nor a struct"
        )

    def __repr__(self) -> str:
        return f"Field({self.annotation}, {self.offset})"


_StructClass: TypeAlias = "type[Struct]"


class Struct:
    """Base of the struct classes. An instance is nothing but the offset of a struct in the memory.

    Attributes can be read and written in kernels only; Python code reads memory by `LAYOUT`.
    """

    __slots__ = ("_address",)

    SIZE: ClassVar[int]
    SCOPE: ClassVar[Scope]
    LAYOUT: ClassVar[dict[str, Field]]

    def __init__(self, offset: int) -> None:
        self._address = offset

    def __init_subclass__(cls, *, scope: Scope = Scope.PROGRAMS) -> None:
        """`scope` is the memory that the fields are in: nothing in another one may ever be in their place."""
        cls.SCOPE = scope
        if cls.__bases__ != (Struct,):
            raise KernelError(f"struct {cls.__name__}: a struct has no base but Struct")
        cls.LAYOUT = {}
        end = 0
        alignment = 1
        for name, annotation in vars(cls).get("__annotations__", {}).items():
            if not isinstance(annotation, str):
                raise KernelError(f"struct {cls.__name__}: its module lacks `from __future__ import annotations`")
            field = Field(cls, name, annotation, 0)
            placement = cls.__dict__.get(name)
            if isinstance(placement, _Placement):
                field.offset = placement.offset
                delattr(cls, name)
            elif placement is not None:
                raise KernelError(f"struct {cls.__name__}: field {name} has a value; only at(...) may stand there")
            else:
                field.offset = -(-end // field.size) * field.size
            if field.offset % field.size:
                raise KernelError(f"struct {cls.__name__}: field {name} is not aligned to its size")
            cls.LAYOUT[name] = field
            end = max(end, field.offset + field.size)
            alignment = max(alignment, field.size)
        cls.SIZE = -(-end // alignment) * alignment

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Struct) and self._address == other._address

    def __hash__(self) -> int:
        return hash((type(self), self._address))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._address:#x})"


ValueType: TypeAlias = MachineType | type[Struct]
"""The type of one value of a kernel."""


def address(struct: Struct) -> int:
    """The offset of a struct in the memory."""
    return struct._address


def size_of(struct: type[Struct]) -> int:
    """The size of a struct in bytes."""
    return struct.SIZE


def offset_of(struct: type[Struct], field: str) -> int:
    """The offset of a field from the start of its struct."""
    return struct.LAYOUT[field].offset


_Item = TypeVar("_Item", int, float)


class ConstantTable(Generic[_Item]):
    """An immutable array of machine numbers that lives beside the code, not in the memory.

    `ConstantTable(u64, values)`: to mypy the alias is `int`, at run time it is the machine type.
    """

    __slots__ = ("type", "values")

    def __init__(self, item_type: type[_Item], values: Sequence[_Item]) -> None:
        machine_type: object = item_type
        if not isinstance(machine_type, MachineType):
            raise KernelError(f"a constant table cannot hold {item_type!r}")
        if not values:
            raise KernelError("a constant table cannot be empty")
        for value in values:
            if isinstance(value, int) and not machine_type.low <= value <= machine_type.high:
                raise KernelError(f"constant table: {value} does not fit {machine_type}")
        self.type = machine_type
        self.values: tuple[_Item, ...] = tuple(values)

    def __getitem__(self, index: int) -> _Item:
        return self.values[index]

    def __len__(self) -> int:
        return len(self.values)
