"""Escapes in patterns: of characters, of classes of characters, of properties; and the names of groups.

Each begins with the position at its backslash, but for `\\u` within names.
"""

from __future__ import annotations

from plait.kernel import i64, kernel, shift_right, store_u8
from plait.memory.layouts import MATHEMATICS_OFFSET
from plait.runtime.regexp_case import add_same
from plait.runtime.regexp_emoji import add_strings, property_of_strings
from plait.runtime.regexp_faults import RegexpFault
from plait.runtime.regexp_properties import (
    BINARY,
    CATEGORY,
    ID_CONTINUE,
    ID_START,
    add_property,
    family_named,
    has_property,
    property_named,
)
from plait.runtime.regexp_scratch import COMPILATION, NAME_TEXT, RANGES, is_over, push, report
from plait.runtime.regexp_sets import (
    LAST_POINT,
    add_digits,
    add_spaces,
    add_word_characters,
    complement,
    put_in_order,
)
from plait.runtime.regexp_source import (
    FIRST_PAIR,
    HIGH_SURROGATE,
    LOW_SURROGATE,
    Unit,
    accept,
    advance,
    ahead,
    by_points,
    current,
    has_sets,
    hexadecimal,
    ignores_case,
    is_decimal,
    is_high,
    is_low,
    is_syntax,
    joined,
    next_character,
)

NAME_PLACE = MATHEMATICS_OFFSET + 0x140
LONGEST_NAME = 64
"""Where the name of a property is put, and how long it can be."""

NONE = -1
"""No character: an escape that stands for several."""

BACKSPACE = 8


@kernel
def hexadecimal_ahead(distance: i64, count: i64) -> i64:
    """The value of so many hexadecimal digits, so far behind the position; -1 if there are not that many."""
    value: i64 = 0
    for index in range(count):
        digit = hexadecimal(ahead(distance + index))
        if digit < 0:
            return -1
        value = 16 * value + digit
    return value


@kernel
def read_unicode_escape(in_points: bool) -> i64:
    """What stands behind `\\u`: four digits, or, where code points are meant, any number in braces, or two escapes for
    a pair. -1, and nothing is passed, if it is none of these.
    """
    if in_points and current() == Unit.LEFT_BRACE:
        value: i64 = 0
        distance = 1
        while hexadecimal(ahead(distance)) >= 0 and value <= LAST_POINT:
            value = 16 * value + hexadecimal(ahead(distance))
            distance += 1
        if distance == 1 or ahead(distance) != Unit.RIGHT_BRACE or value > LAST_POINT:
            return -1
        advance(distance + 1)
        return value
    unit = hexadecimal_ahead(0, 4)
    if unit < 0:
        return -1
    advance(4)
    if in_points and is_high(unit) and current() == Unit.BACKSLASH and ahead(1) == Unit.LOWER_U:
        low = hexadecimal_ahead(2, 4)
        if is_low(low):
            advance(6)
            return joined(unit, low)
    return unit


@kernel
def read_octal() -> i64:
    """Up to three octal digits with a value below 256, of which there is one."""
    value = current() - Unit.ZERO
    advance(1)
    for _ in range(2):
        digit = current() - Unit.ZERO
        if digit >= 0 and digit <= Unit.SEVEN - Unit.ZERO and value < 32:
            value = 8 * value + digit
            advance(1)
        else:
            return value
    return value


@kernel
def read_control(in_class: bool) -> i64:
    """What `\\c` stands for: a control character, or the backslash itself when no letter follows."""
    letter = ahead(2)
    is_letter = (letter | 0x20) >= Unit.LOWER_A and (letter | 0x20) <= Unit.LOWER_Z and letter != Unit.END
    if is_letter or (in_class and not by_points() and (is_decimal(letter) or letter == Unit.UNDERSCORE)):
        advance(3)
        return letter & 0x1F
    if by_points():
        report(RegexpFault.INVALID_UNICODE_ESCAPE)
    advance(1)
    return Unit.BACKSLASH


@kernel
def simple_control(unit: i64) -> i64:
    """The control character that a letter behind a backslash stands for; NONE for others."""
    match unit:
        case Unit.LOWER_F:
            return 12
        case Unit.LOWER_N:
            return 10
        case Unit.LOWER_R:
            return 13
        case Unit.LOWER_T:
            return 9
        case Unit.LOWER_V:
            return 11
        case _:
            return NONE


@kernel
def read_numeric_escape(unit: i64, in_class: bool) -> i64:
    """What a backslash before a digit stands for that is no reference: an octal number."""
    if unit == Unit.ZERO and not is_decimal(ahead(2)):
        advance(2)
        return 0
    if by_points():
        report(RegexpFault.INVALID_CLASS_ESCAPE if in_class else RegexpFault.INVALID_DECIMAL_ESCAPE)
    advance(1)
    return read_octal()


@kernel
def read_character_escape(in_class: bool) -> i64:
    """The character that an escape stands for."""
    unit = ahead(1)
    control = simple_control(unit)
    if control != NONE:
        advance(2)
        return control
    if unit == Unit.LOWER_C:
        return read_control(in_class)
    if unit >= Unit.ZERO and unit <= Unit.SEVEN:
        return read_numeric_escape(unit, in_class)
    if unit == Unit.LOWER_X or unit == Unit.LOWER_U:
        advance(2)
        value = hexadecimal_ahead(0, 2) if unit == Unit.LOWER_X else read_unicode_escape(by_points())
        if value < 0:
            if by_points():
                is_hexadecimal = unit == Unit.LOWER_X
                report(RegexpFault.INVALID_ESCAPE if is_hexadecimal else RegexpFault.INVALID_UNICODE_ESCAPE)
            return unit
        if unit == Unit.LOWER_X:
            advance(2)
        return value
    advance(1)
    character = next_character(by_points())
    is_escapable = is_syntax(character) or character == Unit.SLASH or (in_class and character == Unit.HYPHEN)
    if (by_points() and not is_escapable) or (COMPILATION.is_named != 0 and character == Unit.LOWER_K):
        report(RegexpFault.INVALID_ESCAPE)
    return character


@kernel
def add_words() -> None:
    """Add what words are made of to the set in the making: with the flags `i` and `u` two more letters."""
    start = RANGES.count
    add_word_characters()
    if ignores_case() and by_points():
        add_same(start, True)
        put_in_order(start)


@kernel
def read_class_escape(in_class: bool) -> bool:
    """Add what `\\d`, `\\p{...}` and the like stand for to the set in the making, in order; False, and nothing is
    passed, if the escape is none of these.
    """
    unit = ahead(1)
    start = RANGES.count
    is_other = False
    match unit:
        case Unit.LOWER_D | Unit.UPPER_D:
            add_digits()
            is_other = unit == Unit.UPPER_D
        case Unit.LOWER_S | Unit.UPPER_S:
            add_spaces()
            is_other = unit == Unit.UPPER_S
        case Unit.LOWER_W | Unit.UPPER_W:
            add_words()
            is_other = unit == Unit.UPPER_W
        case Unit.LOWER_P | Unit.UPPER_P:
            if not by_points():
                return False
            read_property(in_class, unit == Unit.UPPER_P)
            return True
        case _:
            return False
    advance(2)
    if is_other:
        complement(start)
    return True


@kernel
def read_property(in_class: bool, is_other: bool) -> None:
    """Add the code points that `\\p{...}` names, or all others, to the set in the making; strings to `STRINGS`."""
    start = RANGES.count
    advance(2)
    fault: i64 = RegexpFault.INVALID_CLASS_PROPERTY if in_class else RegexpFault.INVALID_PROPERTY
    if not accept(Unit.LEFT_BRACE):
        report(fault)
        return
    family: i64 = NONE
    length: i64 = 0
    while is_name_unit(current()) and length < LONGEST_NAME:
        store_u8(NAME_PLACE + length, current())
        length += 1
        advance(1)
        if current() == Unit.EQUALS and family == NONE:
            family = family_named(NAME_PLACE, length)
            if family == NONE:
                report(fault)
                return
            length = 0
            advance(1)
    if not accept(Unit.RIGHT_BRACE):
        report(fault)
        return
    number: i64 = NONE
    if family != NONE:
        number = property_named(family, NAME_PLACE, length)
    else:
        number = property_named(CATEGORY, NAME_PLACE, length)
        if number == NONE:
            number = property_named(BINARY, NAME_PLACE, length)
        if number == NONE and has_sets() and not is_other:
            of_strings = property_of_strings(NAME_PLACE, length)
            if of_strings != NONE:
                add_strings(of_strings)
                return
    if number == NONE:
        report(fault)
        return
    add_property(number)
    if has_sets() and ignores_case() and is_other:
        add_same(start, True)
        put_in_order(start)
    if is_other:
        complement(start)


@kernel
def is_name_unit(unit: i64) -> bool:
    """Whether a unit can be in the name of a property."""
    letter = unit | 0x20
    return unit != Unit.END and (
        (letter >= Unit.LOWER_A and letter <= Unit.LOWER_Z) or is_decimal(unit) or unit == Unit.UNDERSCORE
    )


@kernel
def read_group_name() -> i64:
    """Read a name up to `>`, with the position behind `<`, into `NAME_TEXT`; how many units it has, -1 if it is
    none.
    """
    start = NAME_TEXT.count
    while not is_over():
        character = next_character(True)
        if character == Unit.GREATER and NAME_TEXT.count > start:
            return NAME_TEXT.count - start
        if character == Unit.BACKSLASH:
            character = read_unicode_escape(True) if accept(Unit.LOWER_U) else NONE
        is_first = NAME_TEXT.count == start
        if character < 0 or not (is_name_start(character) if is_first else is_name_part(character)):
            return -1
        if character > 0xFFFF:
            push(NAME_TEXT, HIGH_SURROGATE + shift_right(character - FIRST_PAIR, 10))
            push(NAME_TEXT, LOW_SURROGATE + (character & 0x3FF))
        else:
            push(NAME_TEXT, character)
    return -1


@kernel
def is_name_start(point: i64) -> bool:
    """Whether a name can begin with a code point."""
    return point == Unit.DOLLAR or point == Unit.UNDERSCORE or has_property(ID_START, point)


@kernel
def is_name_part(point: i64) -> bool:
    """Whether a code point can be in a name."""
    return point == Unit.DOLLAR or point == 0x200C or point == 0x200D or has_property(ID_CONTINUE, point)
