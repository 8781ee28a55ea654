"""Properties of any value by key: what the natives of range PROPERTY mean.

Records, functions and lists have a *home*, the record that holds their properties. A function whose properties are
still a string has `name`, `length` and perhaps `prototype`, which the library's general code makes when it is asked for
them; kernels say so (`ABSENT`, false). Lists and strings have elements and a length besides, which stand in no record.
"""

from __future__ import annotations

from plait.kernel import address, i32, i64, kernel, likely, load_i64, shift_left, to_f64, unlikely
from plait.memory.allocator import has_room
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.fuel import charge_work
from plait.memory.layouts import ABSENT, NULL, UNDEFINED, ArrayObject, StringObject
from plait.memory.record_layouts import (
    ACCESSOR,
    CONFIGURABLE,
    ENUMERABLE,
    HAS_ELEMENT_PROPERTIES,
    INTEGRITY,
    IS_SPECIAL,
    LENGTH_IS_FIXED,
    ORDINARY,
    PRIVATE,
    WRITABLE,
    RecordObject,
    Shape,
)
from plait.runtime.byte_buffers import typed_view, view_length
from plait.runtime.byte_elements import get_element as get_view_element
from plait.runtime.byte_elements import set_element as set_view_element
from plait.runtime.cached_values import cached_method, cached_static
from plait.runtime.conversion import exact_i32
from plait.runtime.dynamic import box_number, is_number, is_reference, number_of
from plait.runtime.keys import attributes_at
from plait.runtime.lists import (
    FROZEN,
    SEALED,
    attach_properties,
    element,
    integrity_of_list,
    is_hole,
    put_element,
    set_element,
    set_length,
)
from plait.runtime.lookup import MAX_CHAIN, own_slot, place_in
from plait.runtime.number_keys import NO_INDEX
from plait.runtime.property_cache import (
    BY_FUNCTION,
    FUEL_PER_STEP,
    LOWER_HALF,
    MISSING,
    NO_PLACE,
    charge_steps,
    recall,
    remember,
    upper_half,
    value_at_place,
)
from plait.runtime.property_keys import (
    UNKNOWN,
    UNUSABLE,
    find_key_of,
    index_of,
    is_length,
    is_short_text,
    key_need,
    make_key_of,
    may_spell_number,
)
from plait.runtime.records import (
    add_along,
    add_property,
    addition_need,
    change_property,
    delete_property,
    set_value,
    value_at,
)
from plait.runtime.shapes import home_of
from plait.runtime.strings import unit_at, units_of
from plait.runtime.substrings import unit_string
from plait.runtime.value_kinds import (
    ValueKind,
    intrinsic_prototype,
    is_function,
    is_list,
    is_record,
    is_string,
    kind_of,
)

NOWHERE = -1

TEXT_NAME = int.from_bytes(b"name", "little")
TEXT_LENGTH = int.from_bytes(b"length", "little")
TEXT_PROTOTYP = int.from_bytes(b"prototyp", "little")
TEXT_CONSTRUC = int.from_bytes(b"construc", "little")
LETTER_E = ord("e")
LETTER_R = ord("r")
PROTOTYPE_LENGTH = 9
CONSTRUCTOR_LENGTH = 11


@kernel
def is_function_key(key: i64) -> bool:
    """Whether an atom is a key that functions have whose properties are still a string.

    The constructor is none of them, but differs with the kind of the function. Texts that look like these keys in all
    that is compared are taken for them.
    """
    if not is_string(key):
        return False
    text = StringObject(key)
    if is_short_text(text, TEXT_NAME, 4) or is_short_text(text, TEXT_LENGTH, 6):
        return True
    if text.length == CONSTRUCTOR_LENGTH:
        return load_i64(units_of(text)) == TEXT_CONSTRUC and unit_at(text, 10) == LETTER_R
    return (
        text.length == PROTOTYPE_LENGTH and load_i64(units_of(text)) == TEXT_PROTOTYP and unit_at(text, 8) == LETTER_E
    )


@kernel
def prototype_of(value: i64) -> i64:
    """The prototype of a value, null at the end of a chain."""
    if is_reference(value):
        home = home_of(value)
        if address(home) != 0:
            return home.shape.prototype
    kind = kind_of(value)
    return intrinsic_prototype(kind) if kind < ValueKind.RECORD else NULL


@kernel
def find_holder(value: i64, known: i64, key: i64) -> tuple[i64, i64]:
    """The first object of a chain, from an object itself on, that has a property, and where in its home.

    `known` is what `find_key_of` gives for the key. Null when no object has it; NOWHERE in a function that has it, but
    no home; ABSENT when the chain is too long.
    """
    if known == UNKNOWN and not is_function_key(key):
        return NULL, NOWHERE
    current: i64 = value
    for _ in range(MAX_CHAIN):
        if not is_reference(current):
            return NULL, NOWHERE
        charge_work(FUEL_PER_STEP)
        home = home_of(current)
        if address(home) != 0:
            slot = own_slot(home, known) if known != UNKNOWN else NOWHERE
            if slot >= 0:
                return current, slot
        elif is_function(current) and is_function_key(key):
            return current, NOWHERE
        current = prototype_of(current)
    return ABSENT, NOWHERE


@kernel
def attributes_of(home: RecordObject, slot: i64) -> i64:
    """The attributes of an own property, without those that the integrity of the object takes away."""
    attributes = attributes_at(home.shape.keys, slot)
    return attributes if attributes & PRIVATE != 0 else restricted(attributes, home.flags & INTEGRITY)


@kernel
def restricted(attributes: i64, integrity: i64) -> i64:
    """What is left of the attributes of a property of an object that is sealed or frozen."""
    if integrity < SEALED:
        return attributes
    kept = attributes & ~CONFIGURABLE
    return kept & ~WRITABLE if integrity == FROZEN and kept & ACCESSOR == 0 else kept


@kernel(inline=True)
def value_or_absent(home: RecordObject, slot: i64) -> i64:
    """The value of an own property, ABSENT for an accessor."""
    return ABSENT if attributes_at(home.shape.keys, slot) & ACCESSOR != 0 else value_at(home, slot)


@kernel
def special_value(value: i64, key: i64) -> tuple[i64, i32]:
    """The element or the length of a list or string; ABSENT for holes, and for other values and keys.

    There is nothing outside.
    """
    if is_list(value):
        array = ArrayObject(value)
        if is_length(key):
            return box_number(to_f64(array.store.length)), Outcome.DONE
        index = index_of(key)
        return (element(array, index) if index != NO_INDEX else ABSENT), Outcome.DONE
    if not is_string(value):
        word, made = viewed_value(value, key)
        return word, made
    text = StringObject(value)
    if is_length(key):
        return box_number(to_f64(text.length)), Outcome.DONE
    place = index_of(key)
    if place == NO_INDEX:
        return ABSENT, Outcome.DONE
    if place >= text.length:
        return UNDEFINED, Outcome.DONE
    unit, outcome = unit_string(unit_at(text, place))
    return address(unit), outcome


@kernel
def viewed_value(value: i64, key: i64) -> tuple[i64, i32]:
    """An element of the view in a record, undefined outside, or their number; ABSENT for other values and keys."""
    view = typed_view(value)
    if address(view) == 0:
        return ABSENT, Outcome.DONE
    if is_length(key):
        return box_number(to_f64(view_length(view))), Outcome.DONE
    if index_of(key) == NO_INDEX:
        return ABSENT, Outcome.DONE
    word, outcome = get_view_element(view, to_f64(index_of(key)))
    return word, outcome


@kernel
def special_attributes(value: i64, key: i64) -> i64:
    """The attributes of an element or the length of a list or string; NOWHERE when there is none."""
    index = index_of(key)
    if is_list(value):
        array = ArrayObject(value)
        if index != NO_INDEX and index < array.store.length:
            if is_hole(array, index):
                return NOWHERE
            return restricted(ORDINARY, integrity_of_list(array))
        writable = WRITABLE if array.flags & LENGTH_IS_FIXED == 0 else 0
        return restricted(writable, integrity_of_list(array)) if is_length(key) else NOWHERE
    if not is_string(value):
        view = typed_view(value)
        is_element = address(view) != 0 and index != NO_INDEX and index < view_length(view)
        return ORDINARY if is_element else NOWHERE
    if index != NO_INDEX and index < StringObject(value).length:
        return ENUMERABLE
    return 0 if is_length(key) else NOWHERE


@kernel
def get_property(value: i64, key: i64) -> tuple[i64, i32]:
    """The value of an own or inherited property; ABSENT when the general code has to find it."""
    if is_list(value) or is_string(value):
        method = cached_method(value, key)
        if likely(method != ABSENT):
            return method, Outcome.DONE
    elif is_record(value) and address(typed_view(value)) == 0:
        return inherited(value, key), Outcome.DONE
    elif is_function(value):
        static = cached_static(value, key)
        if likely(static != ABSENT):
            return static, Outcome.DONE
    special, outcome = special_value(value, key)
    if special != ABSENT or outcome != Outcome.DONE:
        return special, outcome
    kind = kind_of(value)
    if kind <= ValueKind.NULL or kind > ValueKind.RECORD or (kind == ValueKind.RECORD and may_spell_number(key)):
        # Of a record with a view, for the others have been left.
        return ABSENT, Outcome.DONE
    is_plain = kind < ValueKind.FUNCTION or (kind == ValueKind.LIST and ArrayObject(value).properties == 0)
    return inherited(intrinsic_prototype(kind) if is_plain else value, key), Outcome.DONE


@kernel
def inherited(start: i64, key: i64) -> i64:
    """The value of a property of the first object of a chain that has it; undefined, or ABSENT, when none has it."""
    known = find_key_of(key)
    if known == UNUSABLE:
        return ABSENT
    if known != UNKNOWN and is_reference(start):
        home = home_of(start)
        place = place_in(home, known) if address(home) != 0 else NO_PLACE
        if place != NO_PLACE:
            charge_steps(place)
            return value_in_place(home, place)
    holder, slot = find_holder(start, known, key)
    if slot == NOWHERE:
        return UNDEFINED if holder == NULL else ABSENT
    return value_or_absent(home_of(holder), slot)


@kernel
def find_accessor(value: i64, key: i64) -> i64:
    """The list of the accessor that an own or inherited property is; ABSENT when it is none."""
    if special_attributes(value, key) != NOWHERE:
        return ABSENT
    known = find_key_of(key)
    start = value if is_reference(value) else prototype_of(value)
    if known == UNKNOWN or known == UNUSABLE or not is_reference(start):
        return ABSENT
    home = home_of(start)
    place = place_in(home, known) if address(home) != 0 else NO_PLACE
    if place != NO_PLACE:
        charge_steps(place)
        return value_at_place(home, place) if place & (BY_FUNCTION | MISSING) == BY_FUNCTION else ABSENT
    holder, slot = find_holder(start, known, key)
    if slot == NOWHERE or attributes_at(home_of(holder).shape.keys, slot) & ACCESSOR == 0:
        return ABSENT
    return value_at(home_of(holder), slot)


@kernel(inline=True)
def value_in_place(home: RecordObject, place: i64) -> i64:
    """The value at a place of a property of an object with a home; ABSENT for an accessor."""
    if unlikely(place & (BY_FUNCTION | MISSING) != 0):
        return UNDEFINED if place & MISSING != 0 else ABSENT
    return value_at_place(home, place)


@kernel
def own_property(value: i64, key: i64) -> tuple[i64, i32]:
    """The value of an own property; ABSENT when there is none or it is an accessor."""
    if special_attributes(value, key) != NOWHERE:
        special, outcome = special_value(value, key)
        return special, outcome
    home, slot = find_own(value, key)
    return (ABSENT if slot == NOWHERE else value_or_absent(home, slot)), Outcome.DONE


@kernel
def raw_property(value: i64, key: i64) -> tuple[i64, i32]:
    """As `own_property`, but the list of an accessor."""
    if special_attributes(value, key) != NOWHERE:
        special, outcome = special_value(value, key)
        return special, outcome
    home, slot = find_own(value, key)
    return (ABSENT if slot == NOWHERE else value_at(home, slot)), Outcome.DONE


@kernel
def find_own(value: i64, key: i64) -> tuple[RecordObject, i64]:
    """The home of an object, and where it has an own property there: NOWHERE when it has none."""
    if not is_reference(value):
        return RecordObject(0), NOWHERE
    home = home_of(value)
    known = find_key_of(key)
    if address(home) == 0 or known == UNKNOWN or known == UNUSABLE:
        return home, NOWHERE
    return home, own_slot(home, known)


@kernel
def property_attributes(value: i64, key: i64) -> i64:
    """The attributes of an own property, NOWHERE (-1) when there is none."""
    special = special_attributes(value, key)
    if special != NOWHERE:
        return special
    home, slot = find_own(value, key)
    return NOWHERE if slot == NOWHERE else attributes_of(home, slot)


@kernel
def property_holder(value: i64, key: i64) -> i64:
    """The first object on the chain that has a property; undefined; ABSENT when the chain is too long."""
    if special_attributes(value, key) != NOWHERE:
        return value
    known = find_key_of(key)
    if known == UNUSABLE:
        return UNDEFINED
    holder, _ = find_holder(value if is_reference(value) else prototype_of(value), known, key)
    return UNDEFINED if holder == NULL else holder


@kernel
def set_property(value: i64, key: i64, word: i64) -> tuple[bool, i32]:
    """An ordinary assignment; False when the general code has to do it."""
    if is_list(value):
        array = ArrayObject(value)
        index = index_of(key)
        if index != NO_INDEX:
            is_set, stored = set_element(array, index, word)
            return is_set, stored
        if is_length(key):
            is_cut, changed = assign_length(array, word)
            return is_cut, changed
        attached = attach_properties(array)
        if attached != Outcome.DONE:
            return False, attached
    if not is_reference(value):
        return False, Outcome.DONE
    view = typed_view(value)
    if address(view) != 0 and index_of(key) != NO_INDEX:
        return set_view_element(view, to_f64(index_of(key)), word), Outcome.DONE
    if address(view) != 0 and may_spell_number(key):
        return False, Outcome.DONE
    home = home_of(value)
    if address(home) == 0:
        return False, Outcome.DONE
    is_done, outcome = set_in_home(home, key, word)
    return is_done, outcome


@kernel
def assign_length(array: ArrayObject, word: i64) -> tuple[bool, i32]:
    """Set the length of a list to a number, if it is one that a list can have."""
    length, fits = exact_i32(number_of(word))
    if not is_number(word) or not fits or length < 0 or array.flags & IS_SPECIAL != 0:
        return False, Outcome.DONE
    is_done, outcome = set_length(array, length)
    return is_done, outcome


@kernel
def set_in_home(home: RecordObject, key: i64, word: i64) -> tuple[bool, i32]:
    """Assign to a property of the object with a home."""
    known = find_key_of(key)
    if known == UNUSABLE:
        return False, Outcome.DONE
    if known != UNKNOWN:
        place = place_in(home, known)
        if place & MISSING != 0 and home.flags & INTEGRITY == 0:
            added = add_missing(home, known, word, place)
            return added == Outcome.DONE, added
        slot = own_slot(home, known)
        if slot >= 0:
            is_writable = attributes_of(home, slot) & (WRITABLE | ACCESSOR) == WRITABLE
            if likely(is_writable):
                set_value(home, slot, word)
            return is_writable, Outcome.DONE
    if home.flags & INTEGRITY != 0 or not may_shadow(home.shape.prototype, known, key):
        return False, Outcome.DONE
    if known == UNKNOWN:
        if not has_room(key_need(key) + addition_need(home)):
            return False, Outcome.NEED_MEMORY
        known = make_key_of(key)
    outcome = add_property(home, known, ORDINARY, word)
    return outcome == Outcome.DONE, outcome


@kernel
def add_missing(home: RecordObject, key: i64, word: i64, place: i64) -> i32:
    """Add an ordinary property that, says a place, no object of the chain has."""
    charge_steps(place)
    if upper_half(place) != 0:
        return add_along(home, Shape(upper_half(place)), word)
    shape = home.shape
    outcome = add_property(home, key, ORDINARY, word)
    if outcome == Outcome.DONE and address(home.shape.root) != 0:
        remember(shape, key, (place & LOWER_HALF) | shift_left(address(home.shape), 32))
    return outcome


@kernel
def may_shadow(prototype: i64, known: i64, key: i64) -> bool:
    """Whether an assignment adds a property to an object with a prototype: no setter, nothing read-only on the way."""
    holder, slot = find_holder(prototype, known, key)
    if slot == NOWHERE:
        return holder == NULL
    return attributes_of(home_of(holder), slot) & (WRITABLE | ACCESSOR) == WRITABLE


@kernel
def define_property(value: i64, key: i64, word: i64, attributes: i64) -> i32:
    """Give an object an own property; BAD_CAST for what can have none, and for words that are no keys."""
    if not is_reference(value):
        return ErrorCode.BAD_CAST
    if is_list(value):
        array = ArrayObject(value)
        if index_of(key) != NO_INDEX and is_plain_element(value, key, attributes):
            is_put, stored = put_element(array, index_of(key), word)
            return ErrorCode.BAD_CAST if stored == Outcome.DONE and not is_put else stored
        prepared = attach_properties(array)
        if prepared == Outcome.DONE and index_of(key) != NO_INDEX:
            # Before the list is changed: this step is done again when there is no room.
            if not has_room(key_need(key) + addition_need(home_of(value))):
                return Outcome.NEED_MEMORY
            prepared = make_element_property(array, index_of(key))
        if prepared != Outcome.DONE:
            return prepared
    view = typed_view(value)
    if address(view) != 0 and index_of(key) != NO_INDEX:
        is_set = set_view_element(view, to_f64(index_of(key)), word)
        return Outcome.DONE if is_set else ErrorCode.BAD_CAST
    home = home_of(value)
    known = find_key_of(key)
    if address(home) == 0 or known == UNUSABLE:
        return ErrorCode.BAD_CAST
    if known == UNKNOWN:
        if not has_room(key_need(key) + addition_need(home)):
            return Outcome.NEED_MEMORY
        known = make_key_of(key)
        return add_property(home, known, attributes, word)
    if attributes == ORDINARY:
        place = place_in(home, known)
        if place & MISSING != 0:
            return add_missing(home, known, word, place)
    slot = own_slot(home, known)
    if slot >= 0:
        return change_property(home, slot, attributes, word)
    return add_property(home, known, attributes, word)


@kernel
def is_plain_element(value: i64, key: i64, attributes: i64) -> bool:
    """Whether an element of a list is defined as one that does not stand among its properties."""
    if ArrayObject(value).flags & HAS_ELEMENT_PROPERTIES == 0:
        return attributes == ORDINARY
    _, slot = find_own(value, key)
    return attributes == ORDINARY and slot == NOWHERE


@kernel
def make_element_property(array: ArrayObject, index: i64) -> i32:
    """Let an element of a list stand among its properties, which it has: a hole is in its place."""
    if index >= array.store.length or not is_hole(array, index):
        is_put, outcome = put_element(array, index, ABSENT)
        if outcome != Outcome.DONE:
            return outcome
        if not is_put:
            return ErrorCode.BAD_CAST
    array.flags = array.flags | HAS_ELEMENT_PROPERTIES
    return Outcome.DONE


@kernel
def append_property(value: i64, key: i64, word: i64) -> tuple[bool, i32]:
    """Give a record an ordinary property, unless it is not extensible or has one that cannot be configured."""
    if not is_record(value) or RecordObject(value).flags & INTEGRITY != 0:
        return False, Outcome.DONE
    if is_reference(key):
        place = recall(RecordObject(value).shape, key)
        if likely(place & MISSING != 0):
            added = add_missing(RecordObject(value), key, word, place)
            return added == Outcome.DONE, added
    home, slot = find_own(value, key)
    if slot != NOWHERE:
        # Whether it is missing may be known without looking: that must cost the same.
        charge_work(2 * FUEL_PER_STEP)
        if attributes_of(home, slot) & CONFIGURABLE == 0:
            return False, Outcome.DONE
    outcome = define_property(value, key, word, ORDINARY)
    return outcome == Outcome.DONE, outcome


@kernel
def remove_property(value: i64, key: i64) -> tuple[bool, i32]:
    """Delete an own property; False when that cannot be. An element of a list becomes a hole."""
    special = special_attributes(value, key)
    if special != NOWHERE:
        if special & CONFIGURABLE == 0:
            return False, Outcome.DONE
        if not is_list(value):
            return False, Outcome.DONE
        is_set, stored = set_element(ArrayObject(value), index_of(key), ABSENT)
        return is_set, stored
    home, slot = find_own(value, key)
    if slot == NOWHERE:
        return True, Outcome.DONE
    if attributes_of(home, slot) & CONFIGURABLE == 0:
        return False, Outcome.DONE
    outcome = delete_property(home, slot)
    return outcome == Outcome.DONE, outcome


@kernel
def integrity_of(value: i64) -> i64:
    """The integrity of an object; what is none is frozen. A function that has no record yet is extensible."""
    if is_list(value):
        return integrity_of_list(ArrayObject(value))
    if not is_reference(value):
        return FROZEN
    home = home_of(value)
    if address(home) != 0:
        return home.flags & INTEGRITY
    return 0 if is_function(value) else FROZEN


@kernel
def set_integrity(value: i64, integrity: i64) -> None:
    """Set the integrity of an object; nothing for a function that has no record, or what is no object."""
    wanted = integrity & INTEGRITY
    if not is_reference(value):
        return
    if is_list(value):
        array = ArrayObject(value)
        array.flags = (array.flags & ~INTEGRITY) | wanted
    home = home_of(value)
    if address(home) != 0:
        home.flags = (home.flags & ~INTEGRITY) | wanted
