"""Objects of classes: making them, and asking what they are instances of."""

from __future__ import annotations

from plait.kernel import address, fill_bytes, i32, i64, kernel, load_u32
from plait.memory.allocator import align8, has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import DATA, ErrorObject, Kind, Object, StringObject, TypeInfo, TypeKind
from plait.runtime.dispatch import find_interface
from plait.runtime.errors import new_error
from plait.runtime.pack import new_object_of
from plait.runtime.strings import allocate_string


@kernel
def new_error_object(info: TypeInfo) -> tuple[ErrorObject, i32]:
    """An object of Error or a class that inherits from it, with an empty message."""
    if not has_room(align8(DATA) + info.object_size):
        return ErrorObject(0), Outcome.NEED_MEMORY
    error, outcome = new_error(info, allocate_string(0, 1))
    return error, outcome


@kernel(inline=True)
def new_object(info: TypeInfo) -> tuple[i64, i32]:
    """An object of a class, as its offset: fields are 0, null, false or undefined; those of errors, as in `Error`."""
    if address(info.error_name) != 0:
        error, made = new_error_object(info)
        return address(error), made
    thing, outcome = new_object_of(info)
    if outcome == Outcome.DONE:
        fill_bytes(address(thing) + DATA, 0, info.object_size - DATA)
    return address(thing), outcome


@kernel(inline=True)
def is_instance(value: i64, info: TypeInfo) -> bool:
    """Whether a reference is an object of a class or one that inherits from it; null is none.

    What is no object of a class has an info without display, which reads as 0.
    """
    thing = Object(value)
    if thing.kind != Kind.OBJECT:
        return False
    depth = info.depth
    found = thing.info
    return found.depth >= depth and load_u32(found.display + 4 * depth) == address(info)


@kernel
def implements(value: i64, interface: i64) -> bool:
    """Whether a reference is an object of a class that implements an interface; null is none."""
    thing = Object(value)
    return thing.kind == Kind.OBJECT and address(find_interface(thing.info, interface)) != 0


@kernel
def class_name(value: i64) -> tuple[StringObject, i32]:
    """The name of the class of an object; BAD_CAST for what is no object of a class."""
    if value == 0:
        return StringObject(0), ErrorCode.NULL_REFERENCE
    thing = Object(value)
    if thing.kind != Kind.OBJECT or thing.info.type_kind != TypeKind.CLASS:
        return StringObject(0), ErrorCode.BAD_CAST
    return thing.info.name, Outcome.DONE
