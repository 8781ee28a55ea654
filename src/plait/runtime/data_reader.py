"""Plain data of the host to values of the program: one pass over bytes in the form of `marshal`."""

from __future__ import annotations

from plait.kernel import (
    address,
    copy_bytes,
    divide,
    f64,
    f64_of,
    fill_bytes,
    guess_i64,
    i64,
    kernel,
    load_block,
    load_i64,
    load_u8,
    remainder,
    shift_left,
    shift_right_logical,
    store_i64,
    store_u8,
    store_u16,
    to_f64,
    wrap_i32,
)
from plait.memory.allocator import align8, has_room
from plait.memory.barrier import store_element_word
from plait.memory.bigint_layouts import LIMBS
from plait.memory.byte_layouts import BufferObject
from plait.memory.errors import Outcome
from plait.memory.layouts import (
    ABSENT,
    CONTEXT,
    DATA,
    FALSE,
    HANDLES_OFFSET,
    LIST_WORD,
    NULL,
    TRUE,
    ArrayObject,
    StringObject,
)
from plait.memory.record_layouts import ORDINARY
from plait.memory.transfer_layouts import (
    DIGIT_BITS,
    FLAG,
    HELD_OBJECT,
    MAX_DEPTH,
    SLACK,
    TRANSFER_OFFSET,
    Token,
    Transfer,
    TransferStatus,
)
from plait.runtime.arrays import lengthen, new_array, push_growing
from plait.runtime.atoms import atom_need, intern, intern_units
from plait.runtime.bigints import MAX_LIMBS, make_long, room_for, settled
from plait.runtime.byte_buffers import new_buffer
from plait.runtime.dynamic import box_number, number_of
from plait.runtime.records import add_property, new_record_with_values
from plait.runtime.strings import allocate_string
from plait.runtime.value_kinds import ValueKind, intrinsic_prototype, is_string

TRANSFER = Transfer(TRANSFER_OFFSET)
EXACT = 1 << 53
"""Whole numbers up to this size are numbers, beyond they are bigints."""


@kernel
def read_data(size: i64, is_described: bool) -> i64:
    """The word of the list or record that the last bytes of the free part of the heap say.

    A list of it and of its `specials`, if it `is_described`: then tuples are descriptions of what is no plain data.
    When that fails, a `TransferStatus` below zero; what has been made is garbage.
    """
    start = CONTEXT.heap_end - align8(size) - SLACK
    return read_data_at(start, size, start, is_described)


@kernel
def read_data_at(place: i64, size: i64, end: i64, is_described: bool) -> i64:
    """The same of bytes at a place; the free part of the heap ends in front of `end`."""
    heap_end = CONTEXT.heap_end
    work = CONTEXT.work
    transfer = TRANSFER
    transfer.place = place
    transfer.end = place + size
    transfer.references = end
    transfer.count = 0
    transfer.status = TransferStatus.DONE
    transfer.specials = ArrayObject(0)
    CONTEXT.heap_end = end
    word = read_described() if is_described else read_value(0)
    CONTEXT.heap_end = max(heap_end, CONTEXT.heap_top)
    CONTEXT.work = work
    return word if transfer.status == TransferStatus.DONE else 0 - transfer.status


@kernel
def read_described() -> i64:
    """A list of the value, which is a list, and of the list of specials."""
    both, outcome = new_array(LIST_WORD, 2)
    if outcome != Outcome.DONE:
        return fail(TransferStatus.NEED_MEMORY)
    specials, made = new_array(LIST_WORD, 16)
    if made != Outcome.DONE:
        return fail(TransferStatus.NEED_MEMORY)
    TRANSFER.specials = specials
    word = read_value(0)
    store_element_word(both.store, 0, word)
    store_element_word(both.store, 1, address(specials))
    both.store.length = 2
    return address(both)


@kernel(cold=True)
def fail(status: i64) -> i64:
    """End the transfer, for the first reason that there is."""
    if TRANSFER.status == TransferStatus.DONE:
        TRANSFER.status = status
    return NULL


@kernel(inline=True)
def has_failed() -> bool:
    """Whether the transfer has to end."""
    return TRANSFER.status != TransferStatus.DONE


@kernel(inline=True)
def next_byte() -> i64:
    """The next byte."""
    place = TRANSFER.place
    TRANSFER.place = place + 1
    return load_u8(place)


@kernel(inline=True)
def next_word() -> i64:
    """The next four bytes, a number with sign."""
    place = TRANSFER.place
    TRANSFER.place = place + 4
    return wrap_i32(load_block(place))


@kernel(inline=True)
def take_bytes(size: i64) -> i64:
    """Where the next bytes stand, behind which it goes on."""
    place = TRANSFER.place
    TRANSFER.place = place + size
    return place


@kernel
def add_reference(word: i64) -> i64:
    """Note what may be referred to again; its number, -1 if there is no room."""
    number = TRANSFER.count
    if not has_room(8):
        return fail(TransferStatus.NEED_MEMORY) - NULL - 1
    CONTEXT.heap_end = CONTEXT.heap_end - 8
    TRANSFER.count = number + 1
    store_i64(TRANSFER.references - 8 * (number + 1), word)
    return number


@kernel(inline=True)
def set_reference(number: i64, word: i64) -> None:
    """Say what a number refers to."""
    if number >= 0:
        store_i64(TRANSFER.references - 8 * (number + 1), word)


@kernel
def read_value(depth: i64) -> i64:
    """The word of the next value."""
    first = next_byte()
    is_flagged = first & FLAG != 0
    token = first & ~FLAG
    number: i64 = -1
    word: i64 = NULL
    match token:
        case Token.NONE:
            return NULL
        case Token.FALSE:
            return FALSE
        case Token.TRUE:
            return TRUE
        case Token.FLOAT:
            word = box_number(f64_of(load_block(take_bytes(8))))
        case Token.INT:
            word = box_number(to_f64(next_word()))
        case Token.REFERENCE:
            return referred(next_word())
        case Token.LIST | Token.DICT | Token.TUPLE | Token.SMALL_TUPLE:
            if depth >= MAX_DEPTH:
                return fail(TransferStatus.TOO_DEEP)
            if is_flagged:
                number = add_reference(ABSENT)
                if has_failed():
                    return NULL
            word = read_container(token, depth)
            set_reference(number, word)
            return word
        case Token.LONG:
            word = read_long()
        case Token.BYTES:
            word = read_bytes()
        case _:
            word = read_text(token)
    if is_flagged and not has_failed():
        add_reference(word)
    return word


@kernel
def referred(number: i64) -> i64:
    """What has a number."""
    word = load_i64(TRANSFER.references - 8 * (number + 1))
    return fail(TransferStatus.CIRCLE) if word == ABSENT else word


@kernel
def read_container(token: i64, depth: i64) -> i64:
    """A list, a record, or what a description says."""
    match token:
        case Token.DICT:
            return read_record(depth)
        case Token.LIST:
            return read_list(next_word(), depth)
        case _:
            count = next_byte() if token == Token.SMALL_TUPLE else next_word()
            word = read_list(count, depth)
            TRANSFER.was_held = 0
            if has_failed() or address(TRANSFER.specials) == 0:
                return word
            store = ArrayObject(word).store
            if store.length == 2 and load_i64(address(store) + DATA) == box_number(to_f64(HELD_OBJECT)):
                held = number_of(load_i64(address(store) + DATA + 8))
                TRANSFER.was_held = 1
                return load_i64(HANDLES_OFFSET + 8 * whole(held))
            return word


@kernel(inline=True)
def is_description() -> bool:
    """Whether a description comes next of what is no plain data."""
    token = load_u8(TRANSFER.place) & ~FLAG
    return (token == Token.TUPLE or token == Token.SMALL_TUPLE) and address(TRANSFER.specials) != 0


@kernel
def note_special(container: i64, key: i64, word: i64) -> None:
    """Note a description, unless it has said what the host holds."""
    if TRANSFER.was_held != 0:
        return
    push_special(container)
    push_special(key)
    push_special(word)


@kernel
def push_special(word: i64) -> None:
    """Append a word to the specials."""
    specials = TRANSFER.specials
    store = specials.store
    if store.length < store.capacity:
        store_element_word(store, lengthen(store), word)
    elif push_growing(specials, word) == Outcome.NEED_MEMORY:
        fail(TransferStatus.NEED_MEMORY)


@kernel
def read_list(count: i64, depth: i64) -> i64:
    """A list of so many values."""
    array, outcome = new_array(LIST_WORD, count)
    if outcome != Outcome.DONE:
        return fail(TransferStatus.NEED_MEMORY)
    store = array.store
    fill_bytes(address(store) + DATA, 0, 8 * count)
    store.length = count
    place = address(store) + DATA
    for index in range(count):
        if load_u8(TRANSFER.place) == Token.FLOAT:
            store_i64(place + 8 * index, box_number(f64_of(load_block(TRANSFER.place + 1))))
            TRANSFER.place = TRANSFER.place + 9
        else:
            is_special = is_description()
            word = read_value(depth + 1)
            if has_failed():
                return NULL
            store_element_word(store, index, word)
            if is_special:
                note_special(address(array), box_number(to_f64(index)), word)
    return address(array)


@kernel
def read_record(depth: i64) -> i64:
    """An object with the keys and values up to the end of a dict."""
    record, outcome = new_record_with_values(intrinsic_prototype(ValueKind.RECORD))
    if outcome != Outcome.DONE:
        return fail(TransferStatus.NEED_MEMORY)
    while load_u8(TRANSFER.place) != Token.NULL:
        key = read_key()
        if has_failed():
            return NULL
        is_special = is_description()
        word = read_value(depth + 1)
        if has_failed():
            return NULL
        if add_property(record, key, ORDINARY, word) != Outcome.DONE:
            return fail(TransferStatus.NEED_MEMORY)
        if is_special:
            note_special(address(record), key, word)
    TRANSFER.place = TRANSFER.place + 1
    return address(record)


@kernel
def read_key() -> i64:
    """The atom of a key."""
    first = next_byte()
    token = first & ~FLAG
    atom: i64 = 0
    match token:
        case Token.SHORT_ASCII | Token.SHORT_ASCII_INTERNED | Token.ASCII | Token.ASCII_INTERNED:
            size = text_size(token)
            if not has_room(atom_need(size)):
                return fail(TransferStatus.NEED_MEMORY)
            atom = address(intern_units(take_bytes(size), size))
        case Token.REFERENCE:
            return interned(referred(next_word()))
        case _:
            atom = interned(read_text(token))
    if first & FLAG != 0 and not has_failed():
        add_reference(atom)
    return atom


@kernel
def interned(word: i64) -> i64:
    """The atom of a text."""
    if has_failed():
        return NULL
    if not is_string(word):
        return fail(TransferStatus.UNKNOWN)
    if not has_room(atom_need(2 * StringObject(word).length)):
        return fail(TransferStatus.NEED_MEMORY)
    return address(intern(StringObject(word)))


@kernel(inline=True)
def text_size(token: i64) -> i64:
    """How many bytes a text has."""
    return next_byte() if token == Token.SHORT_ASCII or token == Token.SHORT_ASCII_INTERNED else next_word()


@kernel
def read_text(token: i64) -> i64:
    """The string that comes next; anything else that may come is for the host to look at."""
    match token:
        case Token.SHORT_ASCII | Token.SHORT_ASCII_INTERNED | Token.ASCII | Token.ASCII_INTERNED:
            size = text_size(token)
            if not has_room(align8(DATA + size)):
                return fail(TransferStatus.NEED_MEMORY)
            text = allocate_string(size, 1)
            copy_bytes(address(text) + DATA, take_bytes(size), size)
            return address(text)
        case Token.UNICODE | Token.INTERNED:
            return read_unicode(next_word())
        case _:
            return fail(TransferStatus.UNKNOWN)


@kernel
def read_unicode(size: i64) -> i64:
    """A string whose units are told in so many bytes of UTF-8."""
    place = take_bytes(size)
    units: i64 = 0
    width: i64 = 1
    for index in range(size):
        byte = load_u8(place + index)
        if byte & 0xC0 != 0x80:
            units += 2 if byte >= 0xF0 else 1
            if byte >= 0xC4:
                width = 2
    if not has_room(align8(DATA + width * units)):
        return fail(TransferStatus.NEED_MEMORY)
    text = allocate_string(units, width)
    target = address(text) + DATA
    end = place + size
    while place < end:
        place, target = decode_character(place, target, width)
    return address(text)


@kernel
def decode_character(place: i64, target: i64, width: i64) -> tuple[i64, i64]:
    """Write the units of the character at a place; where the next stands, and where its units go."""
    byte: i64 = load_u8(place)
    if byte < 0x80:
        return place + 1, put_unit(target, width, byte)
    second = load_u8(place + 1) & 0x3F
    if byte < 0xE0:
        return place + 2, put_unit(target, width, shift_left(byte & 0x1F, 6) | second)
    third = load_u8(place + 2) & 0x3F
    if byte < 0xF0:
        return place + 3, put_unit(target, width, shift_left(byte & 0xF, 12) | shift_left(second, 6) | third)
    fourth = load_u8(place + 3) & 0x3F
    rest = (shift_left(byte & 7, 18) | shift_left(second, 12) | shift_left(third, 6) | fourth) - 0x10000
    high = put_unit(target, width, 0xD800 | shift_right_logical(rest, 10))
    return place + 4, put_unit(high, width, 0xDC00 | rest & 0x3FF)


@kernel(inline=True)
def put_unit(target: i64, width: i64, unit: i64) -> i64:
    """Write a unit; where the next goes."""
    if width == 1:
        store_u8(target, unit)
    else:
        store_u16(target, unit)
    return target + width


@kernel
def read_bytes() -> i64:
    """A buffer of bytes. Without descriptions nobody has looked what the bytes are those of."""
    size = next_word()
    place = take_bytes(size)
    if address(TRANSFER.specials) == 0:
        return fail(TransferStatus.UNKNOWN)
    word, outcome = new_buffer(size, -1)
    if outcome != Outcome.DONE:
        return fail(TransferStatus.NEED_MEMORY)
    copy_bytes(BufferObject(word).bytes + DATA, place, size)
    return word


@kernel
def read_long() -> i64:
    """A whole number: a bigint if it is too large to be exact as a number."""
    given = next_word()
    count = given if given >= 0 else -given
    place = take_bytes(2 * count)
    limbs = divide(DIGIT_BITS * count + 63, 64)
    if limbs > MAX_LIMBS:
        return fail(TransferStatus.UNKNOWN)
    if not has_room(room_for(limbs)):
        return fail(TransferStatus.NEED_MEMORY)
    if count <= 4:
        value: i64 = 0
        for index in range(count):
            value |= shift_left(load_u16_at(place + 2 * index), DIGIT_BITS * index)
        if value <= EXACT:
            return box_number(to_f64(value if given >= 0 else -value))
    made = make_long(limbs)
    start = address(made) + LIMBS
    fill_bytes(start, 0, 8 * limbs)
    for index in range(count):
        digit = load_u16_at(place + 2 * index)
        bit = DIGIT_BITS * index
        limb = start + 8 * divide(bit, 64)
        shift = remainder(bit, 64)
        store_i64(limb, load_i64(limb) | shift_left(digit, shift))
        if shift > 64 - DIGIT_BITS:
            high = shift_right_logical(digit, 64 - shift)
            if high != 0:
                store_i64(limb + 8, load_i64(limb + 8) | high)
    word, outcome = settled(made, given < 0)
    return word if outcome == Outcome.DONE else fail(TransferStatus.NEED_MEMORY)


@kernel(inline=True)
def load_u16_at(place: i64) -> i64:
    """Two bytes at any place."""
    return load_u8(place) | shift_left(load_u8(place + 1), 8)


@kernel(inline=True)
def whole(number: f64) -> i64:
    """A number that is known to be whole."""
    return guess_i64(number)
