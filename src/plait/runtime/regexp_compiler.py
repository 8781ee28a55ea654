"""Compiling patterns: from the source to the object that texts are matched with."""

from __future__ import annotations

from plait.kernel import (
    ConstantTable,
    address,
    bits_of,
    divide,
    fill_bytes,
    i32,
    i64,
    kernel,
    size_of,
    store_u8,
    store_u16,
    to_f64,
    u8,
    u16,
)
from plait.memory.allocator import align8, allocate, request_memory
from plait.memory.barrier import store_element_word
from plait.memory.errors import Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import (
    CONTEXT,
    DATA,
    FIRST_NUMBER,
    LIST_WORD,
    UNDEFINED,
    ArrayObject,
    Kind,
    Object,
    Storage,
    Store,
    StringObject,
    TypeInfo,
    type_info_offset,
)
from plait.memory.pattern_layouts import PATTERN_INFO, PatternObject
from plait.runtime.arrays import new_array, store_size
from plait.runtime.dynamic import is_reference
from plait.runtime.regexp_analysis import analyse
from plait.runtime.regexp_emitter import emit_all, program_words, write_program
from plait.runtime.regexp_faults import MESSAGES, RegexpFault
from plait.runtime.regexp_parser import parse_pattern
from plait.runtime.regexp_scratch import (
    CLASSES,
    CODE,
    COMPILATION,
    IMAGES,
    NAME_TEXT,
    NAMES,
    NODES,
    PLACES,
    RANGES,
    SETS,
    STRINGS,
    Compilation,
    begin_words,
    is_over,
    report,
    word_at,
)
from plait.runtime.strings import allocate_string

LONGEST_SOURCE = 1 << 16
"""Longer patterns are refused, so that compiling takes no more than milliseconds."""

FUEL_PER_WORK = 16

PATTERN_TYPE = TypeInfo(type_info_offset(PATTERN_INFO))

_MESSAGES = [MESSAGES[fault] for fault in RegexpFault]
TEXTS = ConstantTable(u8, list("".join(_MESSAGES).encode()))
TEXT_STARTS = ConstantTable(u16, [sum(map(len, _MESSAGES[:place])) for place in range(len(_MESSAGES) + 1)])


@kernel(inline=True)
def is_pattern(word: i64) -> bool:
    """Whether a word is a compiled pattern."""
    return is_reference(word) and Object(word).kind == Kind.OBJECT and Object(word).info == PATTERN_TYPE


@kernel
def begin_compilation(source: StringObject, flags: i64, without_sets: bool) -> None:
    """Let the compiler have nothing in hand."""
    fill_bytes(address(COMPILATION), 0, size_of(Compilation))
    begin_words(NODES)
    begin_words(RANGES)
    begin_words(SETS)
    begin_words(CODE)
    begin_words(NAMES)
    begin_words(NAME_TEXT)
    begin_words(STRINGS)
    begin_words(CLASSES)
    begin_words(IMAGES)
    begin_words(PLACES)
    COMPILATION.source = source
    COMPILATION.length = source.length
    COMPILATION.flags = flags
    COMPILATION.without_sets = 1 if without_sets else 0


@kernel
def check_pattern(source: StringObject, flags: i64, without_sets: bool) -> i64:
    """Parse a pattern: its fault, 0 if it has none; `COMPILATION.failed` says that memory has run out. Without sets it
    is faster, and nothing can be made of what has been parsed.
    """
    begin_compilation(source, flags, without_sets)
    if source.length > LONGEST_SOURCE:
        report(RegexpFault.TOO_LARGE)
    else:
        parse_pattern()
    return COMPILATION.error


@kernel
def compile_pattern(source: StringObject, flags: StringObject, flag_bits: i64) -> tuple[i64, i32]:
    """The word of the pattern of a source, or the number of what is wrong with it."""
    fault = check_pattern(source, flag_bits, False)
    if fault == 0 and not is_over():
        analyse()
        emit_all()
    if COMPILATION.failed != 0:
        return 0, Outcome.NEED_MEMORY
    if fault != 0:
        charge_work(FUEL_PER_WORK * COMPILATION.work)
        return FIRST_NUMBER + bits_of(to_f64(fault)), Outcome.DONE
    program_size = align8(DATA + 4 * program_words())
    size = size_of(PatternObject) + program_size + names_size()
    if size > CONTEXT.heap_end - CONTEXT.heap_top:
        request_memory(COMPILATION.allocated + size)
        return 0, Outcome.NEED_MEMORY
    charge_work(FUEL_PER_WORK * COMPILATION.work)
    program = Store(allocate(Kind.STORE, program_size))
    program.length = program_words()
    program.capacity = program_words()
    write_program(address(program) + DATA)
    pattern = PatternObject(allocate(Kind.OBJECT, size_of(PatternObject)))
    pattern.info = PATTERN_TYPE
    pattern.unused = 0
    pattern.flag_bits = flag_bits
    pattern.group_count = COMPILATION.groups
    set_slots(pattern, source, flags, program)
    return address(pattern), Outcome.DONE


@kernel
def set_slots(pattern: PatternObject, source: StringObject, flags: StringObject, program: Store) -> None:
    """Give a new pattern what it refers to."""
    pattern.source = address(source)
    pattern.flags = address(flags)
    pattern.program = address(program)
    pattern.state = 0
    pattern.names = UNDEFINED
    if NAMES.count > 0:
        pattern.names = address(names_list())


@kernel
def names_size() -> i64:
    """Bytes that the list of names takes at most."""
    count = divide(NAMES.count, 3)
    strings = count * (DATA + 8) + 2 * NAME_TEXT.count
    return size_of(ArrayObject) + store_size(Storage.ANY, 2 * count) + align8(strings)


@kernel
def names_list() -> ArrayObject:
    """The names, each followed by the number of its group. There is room for them."""
    count = divide(NAMES.count, 3)
    names, _ = new_array(LIST_WORD, 2 * count)
    names.store.length = 2 * count
    for index in range(count):
        name = new_name(word_at(NAMES, 3 * index), word_at(NAMES, 3 * index + 1))
        store_element_word(names.store, 2 * index, address(name))
        number = FIRST_NUMBER + bits_of(to_f64(word_at(NAMES, 3 * index + 2)))
        store_element_word(names.store, 2 * index + 1, number)
    return names


@kernel
def new_name(start: i64, length: i64) -> StringObject:
    """The string of a name that stands in `NAME_TEXT`. There is room for it."""
    widest: i64 = 0
    for index in range(length):
        widest = max(widest, word_at(NAME_TEXT, start + index))
    name = allocate_string(length, 1 if widest <= 0xFF else 2)
    place = address(name) + DATA
    for index in range(length):
        unit = word_at(NAME_TEXT, start + index)
        if widest <= 0xFF:
            store_u8(place + index, unit)
        else:
            store_u16(place + 2 * index, unit)
    return name


@kernel
def message_of(fault: i64) -> tuple[StringObject, i32]:
    """What is said of a fault; the empty string if there is none with this number."""
    length: i64 = 0
    if fault > 0 and fault < len(TEXT_STARTS):
        length = TEXT_STARTS[fault] - TEXT_STARTS[fault - 1]
    text = allocate_string(length, 1)
    if address(text) == 0:
        return text, Outcome.NEED_MEMORY
    for index in range(length):
        store_u8(address(text) + DATA + index, TEXTS[TEXT_STARTS[fault - 1] + index])
    return text, Outcome.DONE
