"""Values of the program to plain data of the host: one pass that writes bytes in the form of `marshal`."""

from __future__ import annotations

from plait.kernel import (
    address,
    bits_of,
    copy_bytes,
    divide,
    f64,
    fill_bytes,
    floor,
    guess_i64,
    i64,
    kernel,
    load_i64,
    load_u8,
    load_u16,
    load_u32,
    remainder,
    shift_left,
    shift_right_logical,
    store_u8,
    store_u32,
    to_f64,
    wrap_sub_i64,
)
from plait.memory.allocator import align8
from plait.memory.bigint_layouts import LIMBS, BigObject
from plait.memory.byte_layouts import BufferObject
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FALSE,
    TRUE,
    UNDEFINED,
    ArrayObject,
    Kind,
    ObjectHeader,
    StringObject,
)
from plait.memory.record_layouts import ACCESSOR, ENUMERABLE, PRIVATE, RecordObject
from plait.memory.transfer_layouts import (
    DIGIT_BITS,
    FLAG,
    MAX_DEPTH,
    PATH_CAPACITY,
    PATH_OFFSET,
    SPECIAL_OTHER,
    SPECIAL_RECORD,
    TRANSFER_OFFSET,
    Token,
    Transfer,
    TransferStatus,
)
from plait.runtime.byte_buffers import is_buffer
from plait.runtime.dynamic import int64_of, is_int64, is_long, is_number, is_reference, number_of
from plait.runtime.keys import attributes_at, key_at
from plait.runtime.records import value_at
from plait.runtime.strings import units_of, width_of
from plait.runtime.value_kinds import is_list, is_string

TRANSFER = Transfer(TRANSFER_OFFSET)
EXACT = 1 << 53
LEAST_TABLE = 64
LEAST_ROOM = 4096
ENTRY = 8
OPEN = 1 << 31
"""Is set in the number of an object whose parts are being written."""

NEW = -1


@kernel
def write_data(word: i64) -> i64:
    """Write a value where the free part of the heap begins; how many bytes. That part must not be very small.

    When it fails, a `TransferStatus` below zero; `path` says where.
    """
    if not begin_writing():
        return -TransferStatus.NEED_MEMORY
    write_value(word, 0)
    return end_writing()


@kernel
def begin_writing() -> bool:
    """Make ready to write values where the free part of the heap begins; false if that is very small."""
    transfer = TRANSFER
    top = CONTEXT.heap_top
    if CONTEXT.heap_end - top < LEAST_ROOM:
        return False
    transfer.place = top
    transfer.status = TransferStatus.DONE
    transfer.count = 0
    transfer.path_length = 0
    transfer.special_count = 0
    transfer.mask = LEAST_TABLE - 1
    transfer.table = CONTEXT.heap_end - ENTRY * LEAST_TABLE
    transfer.end = transfer.table - 64
    fill_bytes(transfer.table, 0, ENTRY * LEAST_TABLE)
    return True


@kernel
def end_writing() -> i64:
    """How many bytes have been written; a `TransferStatus` below zero if that has failed."""
    status = TRANSFER.status
    return TRANSFER.place - CONTEXT.heap_top if status == TransferStatus.DONE else 0 - status


@kernel(inline=True)
def has_failed() -> bool:
    """Whether the transfer has to end."""
    return TRANSFER.status != TransferStatus.DONE


@kernel(cold=True)
def fail(status: i64) -> None:
    """End the transfer, for the first reason that there is."""
    if TRANSFER.status == TransferStatus.DONE:
        TRANSFER.status = status


@kernel(cold=True)
def add_to_path(container: i64, position: i64) -> None:
    """Say that what has failed stands in an object."""
    length = TRANSFER.path_length
    if length < PATH_CAPACITY:
        store_u32(PATH_OFFSET + 8 * length, container)
        store_u32(PATH_OFFSET + 8 * length + 4, position)
        TRANSFER.path_length = length + 1


@kernel(inline=True)
def has_space(size: i64) -> bool:
    """Whether so many bytes can be written; if not, the transfer ends."""
    if TRANSFER.place + size <= TRANSFER.end:
        return True
    fail(TransferStatus.NEED_MEMORY)
    return False


@kernel(inline=True)
def put_byte(byte: i64) -> None:
    """Write a byte, for which there is space."""
    place = TRANSFER.place
    store_u8(place, byte)
    TRANSFER.place = place + 1


@kernel(inline=True)
def put_bytes(value: i64, count: i64) -> None:
    """Write the lower bytes of a number, for which there is space."""
    place = TRANSFER.place
    for index in range(count):
        store_u8(place + index, shift_right_logical(value, 8 * index) & 0xFF)
    TRANSFER.place = place + count


@kernel
def write_value(word: i64, depth: i64) -> None:
    """Write a value."""
    if not has_space(32):
        return
    if is_number(word):
        write_number(number_of(word))
        return
    if is_reference(word):
        write_object(word, depth)
    elif word == TRUE:
        put_byte(Token.TRUE)
    else:
        put_byte(Token.FALSE if word == FALSE else Token.NONE)


@kernel(inline=True)
def write_number(number: f64) -> None:
    """Write a number; one that is whole, and not -0, as a whole number."""
    if (
        number == floor(number)
        and to_f64(-EXACT) <= number
        and number <= to_f64(EXACT)
        and bits_of(number) != MINUS_ZERO
    ):
        write_whole(guess_i64(number))
    else:
        put_byte(Token.FLOAT)
        put_bytes(bits_of(number), 8)


MINUS_ZERO = -(1 << 63)


@kernel
def write_whole(value: i64) -> None:
    """Write a whole number."""
    if value >= -0x80000000 and value <= 0x7FFFFFFF:
        put_byte(Token.INT)
        put_bytes(value & 0xFFFFFFFF, 4)
        return
    size = value if value >= 0 else wrap_sub_i64(0, value)
    digits: i64 = 0
    rest = size
    while rest != 0:
        digits += 1
        rest = shift_right_logical(rest, DIGIT_BITS)
    put_byte(Token.LONG)
    put_bytes((digits if value >= 0 else 0 - digits) & 0xFFFFFFFF, 4)
    for index in range(digits):
        put_bytes(shift_right_logical(size, DIGIT_BITS * index) & 0x7FFF, 2)


@kernel
def write_object(word: i64, depth: i64) -> None:
    """Write what a reference refers to."""
    match ObjectHeader(word).kind:
        case Kind.STRING:
            if not is_known(word):
                write_text(StringObject(word), FLAG)
        case Kind.ARRAY:
            if is_list(word):
                write_list(ArrayObject(word), depth)
            else:
                write_special(SPECIAL_OTHER, word)
        case Kind.RECORD:
            write_record(RecordObject(word), depth)
        case _:
            if is_int64(word):
                write_whole(int64_of(word))
            elif is_long(word):
                write_long(BigObject(word))
            elif is_buffer(word):
                write_bytes(BufferObject(word))
            else:
                write_special(SPECIAL_OTHER, word)


@kernel
def write_special(what: i64, word: i64) -> None:
    """Write a number in the place of what is no plain data."""
    TRANSFER.special_count = TRANSFER.special_count + 1
    put_byte(Token.COMPLEX)
    put_bytes(bits_of(to_f64(what)), 8)
    put_bytes(bits_of(to_f64(word)), 8)


# What is referred to again.


@kernel
def slot_of(word: i64) -> i64:
    """Where the entry of an object stands, or would stand."""
    table = TRANSFER.table
    mask = TRANSFER.mask
    position = shift_right_logical(word * 0x9E3779B1, 12) & mask
    while True:
        found = load_u32(table + ENTRY * position)
        if found == 0 or found == word:
            return table + ENTRY * position
        position = (position + 1) & mask


@kernel
def is_known(word: i64) -> bool:
    """Whether an object has been written, to which a reference is written then; else it has a number now."""
    slot = slot_of(word)
    if load_u32(slot) != 0:
        number = load_u32(slot + 4)
        if number & OPEN != 0:
            fail(TransferStatus.CIRCLE)
            return True
        put_byte(Token.REFERENCE)
        put_bytes(number, 4)
        return True
    count = TRANSFER.count
    if 2 * (count + 1) > TRANSFER.mask:
        grow_table()
        if has_failed():
            return True
        slot = slot_of(word)
    store_u32(slot, word)
    store_u32(slot + 4, count)
    TRANSFER.count = count + 1
    return False


@kernel
def grow_table() -> None:
    """A table of twice the size, below the one that there is."""
    old = TRANSFER.table
    capacity = TRANSFER.mask + 1
    table = TRANSFER.end + 64 - 2 * ENTRY * capacity
    if table - 64 < TRANSFER.place:
        fail(TransferStatus.NEED_MEMORY)
        return
    fill_bytes(table, 0, 2 * ENTRY * capacity)
    TRANSFER.table = table
    TRANSFER.mask = 2 * capacity - 1
    TRANSFER.end = table - 64
    for position in range(capacity):
        word = load_u32(old + ENTRY * position)
        if word != 0:
            slot = slot_of(word)
            store_u32(slot, word)
            store_u32(slot + 4, load_u32(old + ENTRY * position + 4))


@kernel(inline=True)
def mark(word: i64, flag: i64) -> None:
    """Say whether the parts of an object are being written."""
    slot = slot_of(word)
    store_u32(slot + 4, load_u32(slot + 4) & ~OPEN | flag)


# Texts.


@kernel
def write_text(text: StringObject, flag: i64) -> None:
    """Write a string; with the flag it has a number."""
    place = units_of(text)
    length = text.length
    if width_of(text) == 1 and is_ascii(place, length):
        if not has_space(length + 16):
            return
        if length < 256:
            put_byte(Token.SHORT_ASCII | flag)
            put_byte(length)
        else:
            put_byte(Token.ASCII | flag)
            put_bytes(length, 4)
        copy_bytes(TRANSFER.place, place, length)
        TRANSFER.place = TRANSFER.place + length
        return
    if not has_space(3 * length + 16):
        return
    put_byte(Token.UNICODE | flag)
    size = TRANSFER.place
    put_bytes(0, 4)
    write_units(place, length, width_of(text))
    count = TRANSFER.place - size - 4
    for index in range(4):
        store_u8(size + index, shift_right_logical(count, 8 * index) & 0xFF)


@kernel
def is_ascii(place: i64, length: i64) -> bool:
    """Whether all units of one byte are ASCII."""
    blocks = divide(length, 8)
    for index in range(blocks):
        if load_i64(place + 8 * index) & -0x7F7F7F7F7F7F7F80 != 0:
            return False
    for index in range(8 * blocks, length):  # noqa: SIM110
        if load_u8(place + index) >= 0x80:
            return False
    return True


@kernel
def write_units(place: i64, length: i64, width: i64) -> None:
    """Write units as UTF-8; surrogates that form no pair one by one."""
    index: i64 = 0
    while index < length:
        unit: i64 = load_u8(place + index) if width == 1 else load_u16(place + 2 * index)
        index += 1
        if unit < 0x80:
            put_byte(unit)
        elif unit < 0x800:
            put_byte(0xC0 | shift_right_logical(unit, 6))
            put_byte(0x80 | unit & 0x3F)
        else:
            is_high = unit & 0xFC00 == 0xD800 and index < length
            if is_high and load_u16(place + 2 * index) & 0xFC00 == 0xDC00:
                low = load_u16(place + 2 * index) & 0x3FF
                index += 1
                put_character((shift_left(unit & 0x3FF, 10) | low) + 0x10000)
            else:
                put_byte(0xE0 | shift_right_logical(unit, 12))
                put_byte(0x80 | shift_right_logical(unit, 6) & 0x3F)
                put_byte(0x80 | unit & 0x3F)


@kernel
def put_character(character: i64) -> None:
    """Write a character of four bytes."""
    put_byte(0xF0 | shift_right_logical(character, 18))
    put_byte(0x80 | shift_right_logical(character, 12) & 0x3F)
    put_byte(0x80 | shift_right_logical(character, 6) & 0x3F)
    put_byte(0x80 | character & 0x3F)


# What has parts.


@kernel
def write_list(array: ArrayObject, depth: i64) -> None:
    """Write a list."""
    if is_known(address(array)):
        return
    if depth >= MAX_DEPTH:
        fail(TransferStatus.TOO_DEEP)
        return
    mark(address(array), OPEN)
    store = array.store
    length = store.length
    put_byte(Token.LIST | FLAG)
    put_bytes(length, 4)
    place = address(store) + DATA
    for index in range(length):
        write_value(load_i64(place + 8 * index), depth + 1)
        if has_failed():
            add_to_path(address(array), index)
            return
    mark(address(array), 0)


@kernel
def write_record(record: RecordObject, depth: i64) -> None:
    """Write an object without getters that no built-in class has made; else what stands for it."""
    if record.inner != UNDEFINED or has_getters(record):
        write_special(SPECIAL_RECORD, address(record))
        return
    if is_known(address(record)):
        return
    if depth >= MAX_DEPTH:
        fail(TransferStatus.TOO_DEEP)
        return
    mark(address(record), OPEN)
    put_byte(Token.DICT | FLAG)
    shape = record.shape
    for slot in range(shape.count):
        key = key_at(shape.keys, slot)
        attributes = attributes_at(shape.keys, slot)
        if key != 0 and attributes & (ENUMERABLE | PRIVATE) == ENUMERABLE and is_string(key):
            if has_space(16) and not is_known(key):
                write_text(StringObject(key), FLAG)
            if not has_failed():
                write_value(value_at(record, slot), depth + 1)
            if has_failed():
                add_to_path(address(record), slot)
                return
    if has_space(1):
        put_byte(Token.NULL)
    mark(address(record), 0)


@kernel
def has_getters(record: RecordObject) -> bool:
    """Whether the value of one of the properties that are written is what a getter gives."""
    shape = record.shape
    for slot in range(shape.count):
        attributes = attributes_at(shape.keys, slot)
        if attributes & (ENUMERABLE | PRIVATE | ACCESSOR) == ENUMERABLE | ACCESSOR and key_at(shape.keys, slot) != 0:
            return True
    return False


@kernel
def write_bytes(buffer: BufferObject) -> None:
    """Write the bytes of a buffer."""
    size = buffer.length
    if not has_space(size + 16):
        return
    put_byte(Token.BYTES)
    put_bytes(size, 4)
    copy_bytes(TRANSFER.place, buffer.bytes + DATA, size)
    TRANSFER.place = TRANSFER.place + size


@kernel
def write_long(number: BigObject) -> None:
    """Write a bigint that fits no i64."""
    bits = 64 * number.length
    digits = divide(bits + DIGIT_BITS - 1, DIGIT_BITS)
    if not has_space(align8(2 * digits + 16)):
        return
    place = address(number) + LIMBS
    while digits > 0 and long_digit(place, number.length, digits - 1) == 0:
        digits -= 1
    put_byte(Token.LONG)
    put_bytes((digits if number.is_negative == 0 else 0 - digits) & 0xFFFFFFFF, 4)
    for index in range(digits):
        put_bytes(long_digit(place, number.length, index), 2)


@kernel
def long_digit(place: i64, limbs: i64, index: i64) -> i64:
    """A digit of a number of limbs."""
    bit = DIGIT_BITS * index
    limb = divide(bit, 64)
    shift = remainder(bit, 64)
    digit = shift_right_logical(load_i64(place + 8 * limb), shift)
    if shift > 64 - DIGIT_BITS and limb + 1 < limbs:
        digit |= shift_left(load_i64(place + 8 * (limb + 1)), 64 - shift)
    return digit & 0x7FFF
