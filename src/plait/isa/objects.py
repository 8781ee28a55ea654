"""Objects of classes: 0xe0 to 0xee. What looks into an object throws NULL_REFERENCE when there is none."""

from __future__ import annotations

from plait.isa.instruction import Flags, Immediate, Special, instruction, special
from plait.kernel import i32, i64, kernel, load_i64, u32, unlikely
from plait.memory.barrier import store_slot
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import InlineCache, Object, StringObject, TypeInfo
from plait.runtime import objects
from plait.runtime.dispatch import cached_member

THROWS = Flags.THROWS


@instruction(0xE0, "NEW_OBJECT", "-> C", Immediate.CLASS, fuel=8, flags=Flags.ALLOCATES)
@kernel(inline=True)
def new_object(info: i32) -> tuple[u32, i32]:
    """An object of the class; no constructor runs. Fields are 0, null, false or undefined."""
    result, outcome = objects.new_object(TypeInfo(info))
    return result, outcome


@instruction(0xE1, "GET_FIELD", "C -> F", Immediate.CLASS, Immediate.SLOT, flags=THROWS)
@kernel(inline=True)
def get_field(value: u32, distance: i32) -> tuple[i64, i32]:
    """The field of the object."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return load_i64(value + distance), Outcome.DONE


@instruction(0xE2, "SET_FIELD", "C F ->", Immediate.CLASS, Immediate.SLOT, flags=THROWS)
@kernel(inline=True)
def set_field(value: u32, content: i64, distance: i32) -> i32:
    """Sets the field of the object."""
    if unlikely(value == 0):
        return ErrorCode.NULL_REFERENCE
    store_slot(value + distance, content)
    return Outcome.DONE


@instruction(0xE3, "INSTANCE_OF", "R -> bool", Immediate.CLASS, fuel=2)
@kernel(inline=True)
def instance_of(value: u32, info: i32) -> bool:
    """Whether it is an object of the class or one that inherits from it; null is none."""
    return objects.is_instance(value, TypeInfo(info))


@instruction(0xE4, "CHECK_CAST", "R -> C", Immediate.CLASS, fuel=2, flags=THROWS)
@kernel(inline=True)
def check_cast(value: u32, info: i32) -> tuple[u32, i32]:
    """The object, whose class is or inherits from the one that is named, or null; throws BAD_CAST otherwise."""
    if unlikely(value != 0 and not objects.is_instance(value, TypeInfo(info))):
        return 0, ErrorCode.BAD_CAST
    return value, Outcome.DONE


special(0xE5, Special.UPCAST, "Gives the top of the stack a wider type.", Immediate.TYPE)


@instruction(0xE6, "REF_EQ", "R R -> bool")
@kernel(inline=True)
def ref_eq(a: u32, b: u32) -> bool:
    """Whether both are the same object, or both null."""
    return a == b


@instruction(0xE7, "REF_NE", "R R -> bool")
@kernel(inline=True)
def ref_ne(a: u32, b: u32) -> bool:
    """Whether they are not the same object."""
    return a != b


@instruction(0xE8, "IS_NULL", "R -> bool")
@kernel(inline=True)
def is_null(value: u32) -> bool:
    """Whether it is null."""
    return value == 0


@instruction(0xE9, "CHECK_NULL", "R -> R", flags=THROWS)
@kernel(inline=True)
def check_null(value: u32) -> tuple[u32, i32]:
    """The reference itself; throws NULL_REFERENCE."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return value, Outcome.DONE


@instruction(0xEA, "GET_INTERFACE_FIELD", "I -> M", Immediate.INTERFACE, Immediate.MEMBER, fuel=2, flags=THROWS)
@kernel(inline=True)
def get_interface_field(value: u32, cache: i32) -> tuple[i64, i32]:
    """The field by which the object's class implements the interface's."""
    if unlikely(value == 0):
        return 0, ErrorCode.NULL_REFERENCE
    return load_i64(value + cached_member(Object(value), InlineCache(cache), False)), Outcome.DONE


@instruction(0xEB, "SET_INTERFACE_FIELD", "I M ->", Immediate.INTERFACE, Immediate.MEMBER, fuel=2, flags=THROWS)
@kernel(inline=True)
def set_interface_field(value: u32, content: i64, cache: i32) -> i32:
    """Sets the field by which the object's class implements the interface's."""
    if unlikely(value == 0):
        return ErrorCode.NULL_REFERENCE
    store_slot(value + cached_member(Object(value), InlineCache(cache), False), content)
    return Outcome.DONE


@instruction(0xEC, "INSTANCE_OF_INTERFACE", "R -> bool", Immediate.INTERFACE, fuel=4)
@kernel(inline=True)
def instance_of_interface(value: u32, interface: i32) -> bool:
    """Whether it is an object of a class that implements the interface; null is none."""
    return objects.implements(value, interface)


@instruction(0xED, "CHECK_CAST_INTERFACE", "R -> I", Immediate.INTERFACE, fuel=4, flags=THROWS)
@kernel(inline=True)
def check_cast_interface(value: u32, interface: i32) -> tuple[u32, i32]:
    """The object, whose class implements the interface, or null; throws BAD_CAST otherwise."""
    if unlikely(value != 0 and not objects.implements(value, interface)):
        return 0, ErrorCode.BAD_CAST
    return value, Outcome.DONE


@instruction(0xEE, "CLASS_NAME", "R -> string", fuel=2, flags=THROWS)
@kernel(inline=True)
def class_name(value: u32) -> tuple[StringObject, i32]:
    """The name of the object's class; throws BAD_CAST for what is no object of a class."""
    result, outcome = objects.class_name(value)
    return result, outcome
