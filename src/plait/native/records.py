"""Records and the properties of functions, range 0x11: for programs that are compiled by flow."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import address, i32, i64, kernel, likely, load_i64
from plait.memory.barrier import store_slot
from plait.memory.byte_layouts import Element, ViewObject
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import CONTEXT, DATA, NULL, UNDEFINED
from plait.memory.record_layouts import HOLDS_VIEW, RecordObject, Shape
from plait.native.table import NativeRange, native
from plait.runtime import properties, prototypes, records
from plait.runtime.byte_buffers import is_view
from plait.runtime.instances import new_instance_at, tag_of_class
from plait.runtime.property_cache import STAMP, note_change, upper_half
from plait.runtime.value_kinds import (
    ValueKind,
    function_properties,
    intrinsic_prototype,
    is_function,
    is_object,
    is_record,
)

RECORD = NativeRange.RECORD
MAKES_INSTANCES = Flags.ALLOCATES | Flags.WORKS | Flags.HAS_SITE
CHANGES = Flags.ALLOCATES | Flags.THROWS | Flags.WORKS


@native(RECORD, 0x00, "record.new", "any -> any", fuel=12, flags=Flags.ALLOCATES | Flags.THROWS)
@kernel
def new_record(prototype: i64) -> tuple[i64, i32]:
    """An empty record whose prototype is an object or null; throws BAD_CAST for anything else."""
    if prototype != NULL and not is_object(prototype):
        return 0, ErrorCode.BAD_CAST
    record, outcome = records.new_record(prototype)
    return address(record), outcome


@native(RECORD, 0x01, "record.prototype", "any -> any", fuel=4)
@kernel
def prototype_of(value: i64) -> i64:
    """The prototype of any value."""
    return properties.prototype_of(value)


@native(RECORD, 0x02, "record.setPrototype", "any any ->", flags=CHANGES)
@kernel
def set_prototype(value: i64, prototype: i64) -> i32:
    """Gives an object another prototype, an object or null.

    Throws CYCLIC_PROTOTYPE; BAD_CAST for a function whose properties are a string, and for what is no object.
    """
    return prototypes.set_prototype(value, prototype)


@native(RECORD, 0x03, "record.inner", "any -> any", fuel=2)
@kernel
def inner(value: i64) -> i64:
    """The word that a built-in class keeps in a record; undefined for what is none."""
    return RecordObject(value).inner if is_record(value) else UNDEFINED


@native(RECORD, 0x04, "record.setInner", "any any ->", fuel=2, flags=Flags.THROWS | Flags.CHANGES_VIEWS)
@kernel
def set_inner(value: i64, word: i64) -> i32:
    """Sets the word that a built-in class keeps in a record; throws BAD_CAST for what is none."""
    if not is_record(value):
        return ErrorCode.BAD_CAST
    record = RecordObject(value)
    record.inner = word
    has_elements = is_view(word) and ViewObject(word).element != Element.ANY
    record.flags = (record.flags & ~HOLDS_VIEW) | (HOLDS_VIEW if has_elements else 0)
    return Outcome.DONE


@native(RECORD, 0x05, "object.integrity", "any -> i32", fuel=4)
@kernel
def integrity(value: i64) -> i32:
    """Whether an object is extensible (0), not (1), sealed (2) or frozen (3), as all that is no object."""
    return properties.integrity_of(value)


@native(RECORD, 0x06, "object.setIntegrity", "any i32 ->", fuel=4)
@kernel
def set_integrity(value: i64, wanted: i32) -> None:
    """Sets the integrity of an object: what it takes away counts from then on, whatever the attributes say."""
    properties.set_integrity(value, wanted)


@native(RECORD, 0x07, "function.properties", "any -> any", fuel=2, flags=Flags.THROWS)
@kernel
def properties_of_function(value: i64) -> tuple[i64, i32]:
    """The word that a function keeps its properties in; throws BAD_CAST for what is no function."""
    if not is_function(value):
        return 0, ErrorCode.BAD_CAST
    return function_properties(value), Outcome.DONE


@native(RECORD, 0x08, "function.setProperties", "any any ->", fuel=4, flags=Flags.THROWS)
@kernel
def set_properties_of_function(value: i64, word: i64) -> i32:
    """Sets the word that a function keeps its properties in; throws BAD_CAST for what is no function."""
    if not is_function(value):
        return ErrorCode.BAD_CAST
    if is_record(function_properties(value)):
        note_change(RecordObject(function_properties(value)))
    store_slot(value + DATA, word)
    return Outcome.DONE


@native(RECORD, 0x09, "record.object", "-> any", fuel=12, flags=Flags.ALLOCATES)
@kernel
def new_object() -> tuple[i64, i32]:
    """An empty record whose prototype is that of objects in general."""
    record, outcome = records.new_record_with_values(intrinsic_prototype(ValueKind.RECORD))
    return address(record), outcome


@native(RECORD, 0x0A, "function.instance", "any any -> any", fuel=16, flags=MAKES_INSTANCES)
@kernel(inline=True)
def instance(function: i64, key: i64, site: i64) -> tuple[i64, i32]:
    """An empty record, as `new` makes it for a function, whose prototype is the function's own property of this key.

    `ABSENT` for what is no constructor, or makes other objects.
    """
    if site != 0:
        place = load_i64(site + 8)
        if likely(load_i64(site) == tag_of_class(function, key) and place & STAMP == CONTEXT.cache_stamp):
            word, made = records.new_record_of(Shape(upper_half(place)))
            return word, made
    result, outcome = new_instance_at(site, function, key)
    return result, outcome
