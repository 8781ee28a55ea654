"""Struct layouts and constant tables, seen from Python."""

from __future__ import annotations

import math
from typing import Any

import pytest

from plait.kernel import ConstantTable, KernelError, Struct, address, at, f64, i64, offset_of, size_of, u8, u16, u32
from plait.kernel.types import I64, U16

from .samples import Buffer, Node


class Instruction(Struct):
    """The example of the manual."""

    operation: u16
    field0: u16
    field1: u16
    field2: u16
    immediate: i64
    target: u32 = at(4)


def test_offsets_and_sizes() -> None:
    """Fields in order, aligned, overlaid; the size is a multiple of the alignment."""
    assert {name: field.offset for name, field in Instruction.LAYOUT.items()} == {
        "operation": 0,
        "field0": 2,
        "field1": 4,
        "field2": 6,
        "immediate": 8,
        "target": 4,
    }
    assert Instruction.SIZE == size_of(Instruction) == 16
    assert offset_of(Instruction, "target") == 4
    assert Instruction.LAYOUT["immediate"].type is I64
    assert Instruction.LAYOUT["operation"].type is U16
    assert Buffer.SIZE == 8
    assert Node.SIZE == 40


def test_struct_references() -> None:
    """Fields of struct types, also of the struct's own, are resolved on first use."""
    assert Node.LAYOUT["next"].type is Node
    assert Node.LAYOUT["buffer"].type is Buffer
    assert Node.LAYOUT["buffer"].size == 4


def test_values() -> None:
    """A struct value is an offset."""
    assert address(Node(64)) == 64
    assert Node(64) == Node(64) != Node(72)
    assert Node(64) != Buffer(64)
    assert len({Node(1), Node(1)}) == 1
    assert repr(Node(64)) == "Node(0x40)"


def test_refused_structs() -> None:
    """Inheritance, misplaced fields, values, unknown types."""
    with pytest.raises(KernelError, match="no base but Struct"):
        type("Derived", (Buffer,), {})
    with pytest.raises(KernelError, match="not aligned"):
        type("Crooked", (Struct,), {"__annotations__": {"a": "u32"}, "a": at(2)})
    with pytest.raises(KernelError, match="has a value"):
        type("Valued", (Struct,), {"__annotations__": {"a": "u32"}, "a": 2})
    with pytest.raises(KernelError, match="from __future__"):
        type("Eager", (Struct,), {"__annotations__": {"a": int}})
    unknown: Any = type("Unknown", (Struct,), {"__annotations__": {"a": "Missing"}, "__module__": __name__})
    with pytest.raises(KernelError, match="neither a machine type nor a struct"):
        _ = unknown.LAYOUT["a"].type


def test_constant_tables() -> None:
    """From Python, a table is a sequence."""
    table = ConstantTable(f64, [0.5, math.inf])
    assert (table[0], table[1], len(table)) == (0.5, math.inf, 2)
    with pytest.raises(KernelError, match="256 does not fit u8"):
        ConstantTable(u8, [256])
    with pytest.raises(KernelError, match="empty"):
        ConstantTable(u8, [])
    with pytest.raises(KernelError, match="cannot hold"):
        ConstantTable(bool, [True])
