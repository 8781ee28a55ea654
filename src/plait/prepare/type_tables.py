"""Numbers and places of what code names by immediates: type infos, type ids, inline caches.

The start of the program image is known before it is laid out: the type infos of classes, in the order of their
numbers; the inline caches, one for each access through an interface in the module; the type infos of closures,
tuples, cells and channels, in the order in which they are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plait.isa.builtin_classes import FIRST_MODULE_CLASS
from plait.isa.instruction import Immediate
from plait.isa.value_types import (
    GENERAL_CLOSURE,
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
    is_traced,
)
from plait.memory.layouts import (
    CHANNEL_TRACED,
    DATA,
    LIST_WORD,
    InlineCache,
    TypeInfo,
    TypeKind,
    TypeSelector,
    type_info_offset,
)
from plait.prepare.storage import storage_of
from plait.verify.verified import VerifiedModule


@dataclass(frozen=True, slots=True)
class InfoSpec:
    """A type info that is not that of a class: what it describes and the traced slots' byte distances."""

    kind: TypeKind
    object_size: int
    traced: tuple[int, ...]
    type_id: int
    function: int = 0
    element_traced: bool = False
    has_properties: bool = False


@dataclass(slots=True)
class TypeTables:
    """Gives out numbers and places while the functions of a module are prepared.

    Of a module with a base, the type infos from the number `base_count` on stand at `own_info`.
    """

    class_count: int
    cache_count: int
    base_count: int = 0
    own_info: int = 0
    infos: list[InfoSpec] = field(default_factory=list)
    caches: list[tuple[int, int]] = field(default_factory=list)
    _info_numbers: dict[object, int] = field(default_factory=dict)
    _type_ids: dict[ValueType, int] = field(default_factory=dict)
    _types: list[ValueType] = field(default_factory=list)

    def __post_init__(self) -> None:
        assert self.array_word(Primitive.ANY) == LIST_WORD

    def next_cache(self, interface: int, member: int) -> int:
        """The offset of a new inline cache for a member of an interface."""
        self.caches.append((interface, member))
        return self.first_cache + InlineCache.SIZE * (len(self.caches) - 1)

    @property
    def first_cache(self) -> int:
        """Where the inline caches begin."""
        return type_info_offset(self.class_count)

    @property
    def first_info(self) -> int:
        """Where the type infos begin that are not those of classes."""
        return self.first_cache + InlineCache.SIZE * self.cache_count

    def type_id(self, value_type: ValueType) -> int:
        """A number that equal types alone share, from 1."""
        number = self._type_ids.get(value_type)
        if number is None:
            self._types.append(value_type)
            number = self._type_ids[value_type] = len(self._types)
        return number

    def type_of_id(self, number: int) -> ValueType:
        """The type that `type_id` has given a number."""
        return self._types[number - 1]

    def array_word(self, element: ValueType) -> int:
        """What an array of such elements keeps of its type: storage and type id."""
        return storage_of(element) | self.type_id(ArrayType(element)) << 8

    def closure_info(self, function: int, closure: ValueType, captures: tuple[ValueType, ...]) -> int:
        """The offset of the type info of the closures of a function."""
        traced = traced_slots(captures)
        has_properties = closure == GENERAL_CLOSURE and captures[:1] == (Primitive.ANY,)
        size = DATA + 8 * len(captures)
        spec = InfoSpec(TypeKind.CLOSURE, size, traced, self.type_id(closure), function, has_properties=has_properties)
        return self._info(("closure", function), spec)

    def tuple_info(self, value_type: TupleType) -> int:
        """The offset of the type info of tuples of a type."""
        elements = value_type.elements
        spec = InfoSpec(TypeKind.TUPLE, DATA + 8 * len(elements), traced_slots(elements), self.type_id(value_type))
        return self._info(value_type, spec)

    def known_tuple(self, value_type: TupleType) -> int | None:
        """The offset of the type info of tuples of a type, if there is one."""
        number = self._info_numbers.get(value_type)
        return None if number is None else self._place(number)

    def known_closure(self, function: int) -> int | None:
        """The offset of the type info of the closures of a function, if there is one."""
        number = self._info_numbers.get(("closure", function))
        return None if number is None else self._place(number)

    def cell_info(self, content: ValueType) -> int:
        """The offset of the type info of cells of a content."""
        cell = CellType(content)
        return self._info(cell, InfoSpec(TypeKind.CELL, DATA + 8, traced_slots((content,)), self.type_id(cell)))

    def channel_info(self, element: ValueType) -> int:
        """The offset of the type info of channels of an element."""
        channel = ChannelType(element)
        spec = InfoSpec(TypeKind.CHANNEL, 0, CHANNEL_TRACED, self.type_id(channel), 0, is_traced(element))
        return self._info(channel, spec)

    def selector(self, value_type: ValueType) -> int:
        """How a kernel is told which type to test an `any` word for (see `TypeSelector`)."""
        match value_type:
            case Opaque.STRING:
                return TypeSelector.STRING
            case Opaque.MUTEX:
                return TypeSelector.MUTEX
            case ObjectType(number):
                return TypeSelector.CLASS | number << 4
            case InterfaceType(number):
                return TypeSelector.INTERFACE | number << 4
            case ArrayType():
                return TypeSelector.ARRAY | self.type_id(value_type) << 4
            case TupleType() | ClosureType() | CellType() | ChannelType():
                return TypeSelector.OBJECT_TYPE | self.type_id(value_type) << 4
            case TaskType():
                return TypeSelector.TASK | self.type_id(value_type) << 4
            case Primitive.F64:
                return TypeSelector.NUMBER
            case Primitive.I32:
                return TypeSelector.INT32
            case Primitive.BOOL:
                return TypeSelector.BOOLEAN
            case Primitive.I64:
                return TypeSelector.INT64
            case Primitive.ANY:
                raise AssertionError("the verifier refuses the test for `any`")

    def _info(self, key: object, spec: InfoSpec) -> int:
        number = self._info_numbers.get(key)
        if number is None:
            number = self._info_numbers[key] = len(self.infos)
            self.infos.append(spec)
        return self._place(number)

    def _place(self, number: int) -> int:
        """The offset of a type info."""
        if self.own_info and number >= self.base_count:
            return self.own_info + TypeInfo.SIZE * (number - self.base_count)
        return self.first_info + TypeInfo.SIZE * number


def make_type_tables(module: VerifiedModule) -> TypeTables:
    """Empty tables for a module."""
    caches = sum(
        Immediate.MEMBER in decoded.instruction.immediates
        for function in module.functions
        for decoded in function.instructions
    )
    return TypeTables(FIRST_MODULE_CLASS + len(module.module.classes), caches)


def extended_type_tables(base: TypeTables, own_info: int) -> TypeTables:
    """Tables that begin with those of a base; further type infos stand from the offset `own_info` on."""
    return TypeTables(
        base.class_count,
        base.cache_count,
        len(base.infos),
        own_info,
        list(base.infos),
        list(base.caches),
        dict(base._info_numbers),
        dict(base._type_ids),
        list(base._types),
    )


def traced_slots(types: tuple[ValueType, ...]) -> tuple[int, ...]:
    """The byte distances of the traced slots of an object with slots of these types."""
    return tuple(DATA + 8 * index for index, item in enumerate(types) if is_traced(item))
