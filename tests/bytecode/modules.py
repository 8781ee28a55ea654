"""Random modules, sensible or not, that have a binary form and whose code decodes."""

from __future__ import annotations

import math
import struct

from hypothesis import strategies as st

from plait.bytecode.encoding import encode_instruction, integer_range
from plait.bytecode.module import (
    FIRST_HOST_ID,
    ClassDefinition,
    Field,
    Function,
    Global,
    HostImport,
    InterfaceDefinition,
    Method,
    MethodSignature,
    Module,
    SourcePosition,
)
from plait.bytecode.text import normalize_text
from plait.isa import INSTRUCTIONS, Immediate, Instruction
from plait.isa.value_types import (
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
)
from plait.native import NATIVES

NAN_BITS = (0x7FF8000000000000, 0x7FF0000000000001, 0xFFF8000000000000, 0x7FFFFFFFFFFFFFFF, 0x7FF4000000000123)


def float_of(bits: int) -> float:
    """The f64 with these bits."""
    (value,) = struct.unpack("<d", struct.pack("<Q", bits))
    assert isinstance(value, float)
    return value


texts = st.one_of(
    st.text(max_size=8),
    st.text(st.sampled_from('\ud800\udc00\udfffaé"\\\n\r\t\0\x85\u2028𝄞; .L1$'), max_size=6),
    st.sampled_from(["main", "a", "L1", "f.g", "1", "-1", "void", "array(i32)", "hello world", ""]),
).map(normalize_text)

numbers = st.one_of(st.integers(0, 3), st.integers(14, 19), st.integers(0, 0xFFFF))
"""Numbers that often are those of classes, interfaces or functions."""

simple_types: st.SearchStrategy[ValueType] = st.one_of(
    st.sampled_from([*Primitive, *Opaque]), numbers.map(ObjectType), numbers.map(InterfaceType)
)


def constructed(inner: st.SearchStrategy[ValueType]) -> st.SearchStrategy[ValueType]:
    """Types made of others."""
    results = st.none() | inner
    return st.one_of(
        inner.map(ArrayType),
        inner.map(CellType),
        inner.map(ChannelType),
        results.map(TaskType),
        st.lists(inner, min_size=1, max_size=3).map(tuple).map(TupleType),
        st.builds(ClosureType, st.lists(inner, max_size=2).map(tuple), results),
    )


types: st.SearchStrategy[ValueType] = st.recursive(simple_types, constructed, max_leaves=4)
floats = st.one_of(
    st.floats(),
    st.sampled_from([float_of(bits) for bits in NAN_BITS]),
    st.sampled_from([0.0, -0.0, math.inf, -math.inf, 5e-324, 1.7976931348623157e308]),
    st.integers(0, 2**64 - 1).map(float_of),
)


def immediate_values(kind: Immediate) -> st.SearchStrategy[int | float]:
    """Values of an immediate: small ones, which often are indices of something, and any."""
    if kind is Immediate.F64:
        return floats
    least, greatest = integer_range(kind)
    if kind in (Immediate.CLASS, Immediate.INTERFACE):
        return numbers
    small = st.integers(-20 if kind is Immediate.JUMP else 0, 20 if kind is Immediate.JUMP else 3)
    if kind is Immediate.NATIVE:
        return st.one_of(
            st.sampled_from([*sorted(NATIVES), FIRST_HOST_ID, FIRST_HOST_ID + 1]), st.integers(least, greatest)
        )
    return st.one_of(small, st.integers(least, greatest))


def encoded(instruction: Instruction) -> st.SearchStrategy[bytes]:
    """The bytes of the instruction with random immediates."""
    immediates = st.tuples(*map(immediate_values, instruction.immediates))
    return immediates.map(lambda values: encode_instruction(instruction, values))


codes = st.lists(
    st.sampled_from([INSTRUCTIONS[number] for number in sorted(INSTRUCTIONS)]).flatmap(encoded), max_size=12
).map(b"".join)


@st.composite
def positions(draw: st.DrawFn) -> tuple[SourcePosition, ...]:
    offsets = draw(st.sets(st.one_of(st.integers(0, 20), st.integers(0, 2**32 - 1)), max_size=4))
    numbers = st.one_of(st.integers(1, 5), st.integers(1, 2**32 - 1))
    return tuple(SourcePosition(offset, draw(numbers), draw(numbers)) for offset in sorted(offsets))


type_tuples = st.lists(types, max_size=3).map(tuple)
functions = st.builds(
    Function, texts, type_tuples, st.none() | types, type_tuples, codes, positions(), st.none() | type_tuples
)
number_tuples = st.lists(numbers, max_size=3).map(tuple)
fields = st.lists(st.builds(Field, texts, types), max_size=3).map(tuple)
methods = st.lists(st.builds(Method, texts, numbers), max_size=3).map(tuple)
signatures = st.builds(MethodSignature, texts, type_tuples, st.none() | types)
interfaces = st.builds(InterfaceDefinition, texts, number_tuples, fields, st.lists(signatures, max_size=3).map(tuple))
classes = st.builds(
    ClassDefinition,
    texts,
    st.none() | numbers,
    fields,
    methods,
    fields,
    methods,
    st.none() | numbers,
    number_tuples,
    st.booleans(),
)
imports = st.builds(HostImport, texts, type_tuples, st.none() | types)
modules = st.builds(
    Module,
    texts,
    type_tuples,
    st.lists(texts, max_size=4).map(tuple),
    st.lists(st.builds(Global, texts, types), max_size=3).map(tuple),
    st.lists(functions, max_size=3).map(tuple),
    st.none() | st.integers(0, 3) | st.integers(0, 2**32 - 2),
    st.lists(classes, max_size=4).map(tuple),
    st.lists(interfaces, max_size=2).map(tuple),
    st.lists(imports, max_size=2).map(tuple),
)
