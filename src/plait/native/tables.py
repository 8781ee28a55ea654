"""Hash tables in order of insertion, range 0x07. What is no table throws BAD_CAST."""

from __future__ import annotations

from plait.isa.instruction import Flags
from plait.kernel import f64, i32, i64, kernel
from plait.memory.errors import ErrorCode, Outcome
from plait.memory.layouts import UNDEFINED
from plait.memory.record_layouts import RecordObject
from plait.memory.table_layouts import TableObject
from plait.native.table import NativeRange, native
from plait.runtime import table_cursors, tables
from plait.runtime.primitives import work_outcome
from plait.runtime.tables import is_table
from plait.runtime.value_kinds import is_record

MAP = NativeRange.MAP
THROWS = Flags.THROWS
LOOKS = Flags.THROWS | Flags.WORKS_SELDOM
FUEL = 16
VALUE = 8
"""How far behind its key the value of an entry stands."""


@native(MAP, 0x00, "table.new", "-> any", fuel=24, flags=Flags.ALLOCATES)
@kernel
def new_table() -> tuple[i64, i32]:
    """An empty table, whose keys are compared by SameValueZero."""
    result, outcome = tables.new_table()
    return result, outcome


@native(MAP, 0x0A, "table.setBrand", "any i32 ->", fuel=2, flags=THROWS)
@kernel(inline=True)
def set_brand(table: i64, brand: i32) -> i32:
    """Says of which built-in class the record is that keeps a table."""
    if not is_table(table):
        return ErrorCode.BAD_CAST
    TableObject(table).brand = brand
    return Outcome.DONE


@native(MAP, 0x0B, "record.table", "any i32 -> any", fuel=3)
@kernel(inline=True)
def table_of(value: i64, brand: i32) -> i64:
    """The table of a brand that a record keeps; undefined for what keeps none."""
    if not is_record(value):
        return UNDEFINED
    inner = RecordObject(value).inner
    return inner if is_table(inner) and TableObject(inner).brand == brand else UNDEFINED


@native(MAP, 0x01, "table.get", "any any -> any", fuel=FUEL, flags=LOOKS)
@kernel
def get(table: i64, key: i64) -> tuple[i64, i32]:
    """The value of a key; `ABSENT` when there is none."""
    if not is_table(table):
        return UNDEFINED, ErrorCode.BAD_CAST
    result = tables.value_of(TableObject(table), key)
    return result, work_outcome()


@native(MAP, 0x02, "table.set", "any any any ->", fuel=FUEL, flags=LOOKS | Flags.ALLOCATES)
@kernel
def set_(table: i64, key: i64, value: i64) -> i32:
    """Gives a key a value; a new one comes last in the order."""
    if not is_table(table):
        return ErrorCode.BAD_CAST
    outcome = tables.set_entry(TableObject(table), key, value)
    return work_outcome() if outcome == Outcome.DONE else outcome


@native(MAP, 0x03, "table.has", "any any -> bool", fuel=FUEL, flags=LOOKS)
@kernel
def has(table: i64, key: i64) -> tuple[bool, i32]:
    """Whether there is an entry of the key."""
    if not is_table(table):
        return False, ErrorCode.BAD_CAST
    result = tables.find_word(TableObject(table), key) >= 0
    return result, work_outcome()


@native(MAP, 0x04, "table.delete", "any any -> bool", fuel=FUEL, flags=LOOKS)
@kernel
def delete(table: i64, key: i64) -> tuple[bool, i32]:
    """Deletes the entry of a key; whether there was one."""
    if not is_table(table):
        return False, ErrorCode.BAD_CAST
    result = tables.delete_entry(TableObject(table), key)
    return result, work_outcome()


@native(MAP, 0x05, "table.clear", "any ->", flags=THROWS)
@kernel
def clear(table: i64) -> i32:
    """Deletes all entries."""
    if not is_table(table):
        return ErrorCode.BAD_CAST
    tables.clear(TableObject(table))
    return Outcome.DONE


@native(MAP, 0x06, "table.size", "any -> i32", flags=THROWS)
@kernel
def size(table: i64) -> tuple[i32, i32]:
    """How many entries there are."""
    if not is_table(table):
        return 0, ErrorCode.BAD_CAST
    return TableObject(table).count, Outcome.DONE


@native(MAP, 0x07, "table.next", "any f64 -> f64", flags=LOOKS)
@kernel
def next_cursor(table: i64, cursor: f64) -> tuple[f64, i32]:
    """The cursor behind the next entry, -1 at the end; 0 begins. It stays right while the table changes."""
    if not is_table(table):
        return -1.0, ErrorCode.BAD_CAST
    result = table_cursors.next_cursor(TableObject(table), cursor)
    return result, work_outcome()


@native(MAP, 0x08, "table.key", "any f64 -> any", flags=THROWS)
@kernel
def key_at(table: i64, cursor: f64) -> tuple[i64, i32]:
    """The key of the entry that the cursor has passed last; undefined when it has been deleted since."""
    if not is_table(table):
        return UNDEFINED, ErrorCode.BAD_CAST
    return table_cursors.passed_word(TableObject(table), cursor, 0), Outcome.DONE


@native(MAP, 0x09, "table.value", "any f64 -> any", flags=THROWS)
@kernel
def value_at(table: i64, cursor: f64) -> tuple[i64, i32]:
    """The value of the entry that the cursor has passed last; undefined when it has been deleted since."""
    if not is_table(table):
        return UNDEFINED, ErrorCode.BAD_CAST
    return table_cursors.passed_word(TableObject(table), cursor, VALUE), Outcome.DONE
