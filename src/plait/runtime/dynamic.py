"""`any` words: what they are, comparison, and tests of their type. The encoding stands in `memory.layouts`."""

from __future__ import annotations

from plait.kernel import (
    address,
    bits_of,
    compare_bytes,
    f64,
    f64_of,
    i32,
    i64,
    is_nan,
    kernel,
    load_i64,
    shift_right_logical,
    size_of,
    store_i64,
    unlikely,
    wrap_add_i64,
    wrap_sub_i64,
)
from plait.memory.allocator import allocate
from plait.memory.bigint_layouts import BIGINT_INFO, LIMB_SIZE, LIMBS, BigObject
from plait.memory.code_layouts import FunctionInfo
from plait.memory.errors import Outcome
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FALSE,
    FIRST_NUMBER,
    FIRST_REFERENCE,
    IMAGE_OFFSET,
    INT64_INFO,
    NULL,
    TRUE,
    UNDEFINED,
    ArrayObject,
    Kind,
    Object,
    ObjectHeader,
    StringObject,
    Task,
    TypeInfo,
    TypeKind,
    TypeSelector,
    type_info_offset,
)
from plait.runtime.conversion import exact_i32
from plait.runtime.objects import implements, is_instance
from plait.runtime.strings import SHORT, equal, equal_short

NAN_WORD = FIRST_NUMBER + (0x7FF8 << 48)
INT64_TYPE = TypeInfo(type_info_offset(INT64_INFO))
BIGINT_TYPE = TypeInfo(type_info_offset(BIGINT_INFO))
SELECTOR_BITS = 4
SELECTOR_MASK = (1 << SELECTOR_BITS) - 1


@kernel(inline=True)
def is_number(word: i64) -> bool:
    """Whether a word is a number. Those with a sign bit look negative."""
    return word >= FIRST_NUMBER or word < 0


@kernel(inline=True)
def is_reference(word: i64) -> bool:
    """Whether a word is a reference to an object (not null)."""
    return FIRST_REFERENCE <= word < FIRST_NUMBER


@kernel(inline=True)
def box_number(a: f64) -> i64:
    """The word of a number. All NaNs are one."""
    if unlikely(is_nan(a)):
        return NAN_WORD
    return wrap_add_i64(bits_of(a), FIRST_NUMBER)


@kernel(inline=True)
def number_of(word: i64) -> f64:
    """The number that a word is."""
    return f64_of(wrap_sub_i64(word, FIRST_NUMBER))


@kernel
def box_int64(value: i64) -> tuple[i64, i32]:
    """The word of an i64: a reference to an object that holds it."""
    box = Object(allocate(Kind.OBJECT, DATA + 8))
    if address(box) == 0:
        return 0, Outcome.NEED_MEMORY
    box.info = INT64_TYPE
    box.unused = 0
    store_i64(address(box) + DATA, value)
    return address(box), Outcome.DONE


@kernel(inline=True)
def is_int64(word: i64) -> bool:
    """Whether a word is an i64."""
    return is_reference(word) and Object(word).kind == Kind.OBJECT and Object(word).info == INT64_TYPE


@kernel(inline=True)
def is_long(word: i64) -> bool:
    """Whether a word is a bigint that fits no i64."""
    return is_reference(word) and Object(word).kind == Kind.OBJECT and Object(word).info == BIGINT_TYPE


@kernel(inline=True)
def int64_of(word: i64) -> i64:
    """The i64 that a word is."""
    return load_i64(word + DATA)


@kernel(inline=True)
def strictly_equal(a: i64, b: i64) -> bool:
    """JavaScript's `===`: numbers by value, strings by their units, i64 by value, all else by identity."""
    if is_number(a) and is_number(b):
        return number_of(a) == number_of(b)
    if a == b:
        return True
    if not is_reference(a) or not is_reference(b):
        return False
    return are_equal_references(a, b)


@kernel(reads=True)
def compare_at_once(a: i64, b: i64) -> tuple[bool, bool]:
    """Whether two references to different objects are equal by what is in these, and whether that is known without
    work."""
    if ObjectHeader(a).kind == Kind.STRING:
        if ObjectHeader(b).kind != Kind.STRING:
            return False, True
        text = StringObject(a)
        return equal_short(text, StringObject(b)), text.length < SHORT or text.length != StringObject(b).length
    return False, not is_int64(a) and not is_long(a)


@kernel
def are_equal_references(a: i64, b: i64) -> bool:
    """Whether two references to different objects are equal by what is in these."""
    if ObjectHeader(a).kind == Kind.STRING and ObjectHeader(b).kind == Kind.STRING:
        return equal(StringObject(a), StringObject(b))
    if is_int64(a):
        return is_int64(b) and int64_of(a) == int64_of(b)
    return is_same_long(a, b)


@kernel(cold=True)
def is_same_long(a: i64, b: i64) -> bool:
    """Whether two references are to the same bigint, which fits no i64."""
    if not is_long(a) or not is_long(b):
        return False
    big = BigObject(a)
    other = BigObject(b)
    if big.length != other.length or big.is_negative != other.is_negative:
        return False
    return compare_bytes(a + LIMBS, b + LIMBS, LIMB_SIZE * big.length)


@kernel(inline=True)
def is_truthy(word: i64) -> bool:
    """What JavaScript's conditions make of a word."""
    if is_number(word):
        number = number_of(word)
        return number != 0.0 and not is_nan(number)
    if word < FIRST_REFERENCE:
        return word == TRUE
    return is_truthy_reference(word)


@kernel
def is_truthy_reference(word: i64) -> bool:
    """Whether an object counts as true: a string that is not empty, a bigint that is not zero, all others."""
    if ObjectHeader(word).kind == Kind.STRING:
        return StringObject(word).length != 0
    return not is_int64(word) or int64_of(word) != 0


@kernel(inline=True)
def is_nullish(word: i64) -> bool:
    """Whether a word is undefined or null."""
    return word == UNDEFINED or word == NULL


@kernel(inline=True)
def is_boolean(word: i64) -> bool:
    """Whether a word is true or false."""
    return word == TRUE or word == FALSE


@kernel(inline=True)
def has_type(word: i64, selector: i64) -> bool:
    """Whether a word is of the type that a selector says; null is of none."""
    if selector & SELECTOR_MASK == TypeSelector.CLASS:
        info = TypeInfo(IMAGE_OFFSET + size_of(TypeInfo) * shift_right_logical(selector, SELECTOR_BITS))
        return is_reference(word) and is_instance(word, info)
    return has_other_type(word, selector)


@kernel(inline=True)
def has_other_type(word: i64, selector: i64) -> bool:
    """As `has_type`, but not for classes. Where the selector is a constant, one case is left."""
    which = shift_right_logical(selector, SELECTOR_BITS)
    match selector & SELECTOR_MASK:
        case TypeSelector.NUMBER:
            return is_number(word)
        case TypeSelector.INT32:
            return is_number(word) and is_int32(number_of(word))
        case TypeSelector.BOOLEAN:
            return is_boolean(word)
        case TypeSelector.INT64:
            return is_int64(word)
        case _:
            return is_reference(word) and is_reference_to(word, selector & SELECTOR_MASK, which)


@kernel
def is_int32(number: f64) -> bool:
    """Whether a number is an i32."""
    _, fits = exact_i32(number)
    return fits


@kernel(inline=True)
def is_reference_to(word: i64, selector: i64, which: i64) -> bool:
    """Whether a reference is to something of a type."""
    kind = ObjectHeader(word).kind
    match selector:
        case TypeSelector.STRING:
            return kind == Kind.STRING
        case TypeSelector.MUTEX:
            return kind == Kind.OBJECT and Object(word).info.type_kind == TypeKind.MUTEX
        case TypeSelector.INTERFACE:
            return implements(word, which)
        case TypeSelector.ARRAY:
            return kind == Kind.ARRAY and shift_right_logical(ArrayObject(word).type_word, 8) == which
        case TypeSelector.OBJECT_TYPE:
            return kind == Kind.OBJECT and Object(word).info.type_id == which
        case _:
            return kind == Kind.TASK and task_type(Task(word)) == which


@kernel
def task_type(task: Task) -> i64:
    """The type id of a task."""
    return FunctionInfo(CONTEXT.functions + size_of(FunctionInfo) * task.function).task_type
