"""Modules made to cost as much as possible: every one is accepted or refused in seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest

from plait.bytecode.encoding import encode_instruction, find_instruction
from plait.bytecode.module import ClassDefinition, Field, Function, InterfaceDefinition, Method, Module
from plait.errors import VerifyError
from plait.isa.value_types import I32, ArrayType, ObjectType, TupleType, ValueType
from plait.verify import limits, verify
from plait.verify.budget import Budget

SIZE = limits.MAX_CODE_SIZE // 3
"""Bytes of a case's code: what is worse than linear shows as well as at the limit, in a third of the time."""

SECONDS = 60.0
"""Far above what any case takes (a few seconds), far below what anything worse than linear would."""


def code(mnemonic: str, *immediates: int) -> bytes:
    return encode_instruction(find_instruction(mnemonic), immediates)


NOP, POP, TRUE, END = code("NOP"), code("POP"), code("CONST_TRUE"), code("RETURN_VOID")
TRY_SIZE = len(code("TRY", 0))
JUMP_SIZE = len(code("JUMP", 0))
BRANCH = len(TRUE + code("JUMP_IF_TRUE", 0))


def function(body: bytes, locals_: int = 0) -> Module:
    return Module("m", (), ("s",), (), (Function("f", (), None, (I32,) * locals_, body),), 0)


def assign_all(count: int) -> bytes:
    return b"".join(code("CONST_I32", 0) + code("STORE_LOCAL", local) for local in range(count))


def nops() -> Module:
    return function(NOP * (SIZE - 1) + END)


def jumps() -> Module:
    return function(code("JUMP", 0) * ((SIZE - 1) // JUMP_SIZE) + END)


def backward_chain() -> Module:
    count = SIZE // JUMP_SIZE - 2
    back = code("JUMP", -2 * JUMP_SIZE)
    return function(code("JUMP", JUMP_SIZE * (count - 1) + 1) + END + code("JUMP", -JUMP_SIZE - 1) + back * (count - 1))


def branches_to(target: Callable[[int, int], int]) -> Module:
    count = (SIZE - 1) // BRANCH
    parts = [TRUE + code("JUMP_IF_TRUE", BRANCH * (target(index, count) - index - 1)) for index in range(count)]
    return function(b"".join(parts) + END)


def branches_to_the_start() -> Module:
    return branches_to(lambda index, count: 0)


def random_branches() -> Module:
    random = Random(1)
    return branches_to(lambda index, count: random.randrange(count))


def deep_stack() -> Module:
    return function((TRUE * 3999 + POP * 3999) * (SIZE // 8000) + END)


def deep_stacks_of_many_types() -> Module:
    random = Random(2)
    body = bytearray(TRUE * 3980)
    while len(body) < SIZE - 100:
        body += POP * 13
        body += b"".join(random.choice((TRUE, code("CONST_STRING", 0))) for _ in range(13))
        body += code("JUMP", 0)
    return function(bytes(TRUE * 13 + body) + END)


def ranges_one_after_the_other() -> Module:
    close = code("END_TRY")
    count = (SIZE - 10) // (TRY_SIZE + len(close))
    parts = [code("TRY", (TRY_SIZE + len(close)) * (count - index - 1) + 2) + close for index in range(count)]
    return function(b"".join(parts) + END + POP + END)


def nested_ranges(count: int) -> Module:
    size = TRY_SIZE
    opened = [code("TRY", size * (count - index - 1) + count + 1 + 2 * (count - 1 - index)) for index in range(count)]
    return function(b"".join(opened) + code("END_TRY") * count + END + (POP + END) * count)


def as_many_nested_ranges_as_allowed() -> Module:
    return nested_ranges(limits.MAX_OPEN_TRIES)


def too_many_nested_ranges() -> Module:
    return nested_ranges(100_000)


def many_live_locals() -> Module:
    random = Random(3)
    count = 3990
    start = assign_all(count)
    read = [code("LOAD_LOCAL", random.randrange(count)) + POP for _ in range((SIZE - len(start) - 1) // 4)]
    return function(start + b"".join(read) + END, count)


def ladder_of_locals() -> Module:
    """Each block leads to its neighbours on both sides, reads one local and assigns another."""
    count = 3900
    start = assign_all(count)
    blocks = []
    for index in range((limits.MAX_CODE_SIZE - len(start) - 1) // 12):
        block = code("LOAD_LOCAL", index * 7919 % count) + code("STORE_LOCAL", (index * 7919 + 1950) % count)
        blocks.append(block + TRUE + code("JUMP_IF_TRUE", -24 if index else -12))
    return function(start + b"".join(blocks) + END, count)


def assignments_in_a_tangle() -> Module:
    random = Random(5)
    count = 3900
    blocks = []
    total = (limits.MAX_CODE_SIZE - 1) // 14
    for index in range(total):
        target = random.randrange(max(0, index - 50), index + 1) if random.random() < 0.5 else random.randrange(total)
        block = code("CONST_I32", 0) + code("STORE_LOCAL", index * 31 % count)
        blocks.append(block + TRUE + code("JUMP_IF_TRUE", 14 * (target - index - 1)))
    return function(b"".join(blocks) + END, count)


def many_functions() -> Module:
    return Module("m", (), (), (), (Function("f", (), None, (), END),) * limits.MAX_FUNCTIONS, 0)


def many_deep_types() -> Module:
    deep: ValueType = I32
    for _ in range(32):
        deep = ArrayType(deep)
    return Module("m", (deep,) * 65535, (), (), (Function("f", (), None, (deep,) * 3000, END),) * 50, 0)


TOO_MANY_MEMBERS = "classes and interfaces have more than 2097152 members, inherited ones counted in each"
EMPTY = Function("f", (), None, (), END)


def classes(*items: ClassDefinition, interfaces: tuple[InterfaceDefinition, ...] = ()) -> Module:
    return Module("m", (), (), (), (EMPTY, Function("f", (ObjectType(16),), None, (), END)), 0, items, interfaces)


def long_line_of_classes() -> Module:
    """As many ancestors and inherited methods as fit."""
    methods = tuple(Method(f"m{number}", 1) for number in range(1750))
    line = [ClassDefinition("B", 16 + number) for number in range(500)]
    return classes(ClassDefinition("A", None, (), methods), *line)


def longer_line_of_classes() -> Module:
    return classes(*(ClassDefinition("A", 15 + number if number else None) for number in range(60_000)))


def line_of_interfaces() -> Module:
    items = tuple(InterfaceDefinition("I", (number - 1,) if number else ()) for number in range(65_535))
    return classes(ClassDefinition("A"), interfaces=items)


def interfaces_that_extend_all_before() -> Module:
    items = tuple(InterfaceDefinition("I", tuple(range(number))) for number in range(4000))
    return classes(ClassDefinition("A"), interfaces=items)


def classes_that_implement_all() -> Module:
    fields = tuple(Field(f"f{number}", I32) for number in range(30))
    base = ClassDefinition("A", None, fields, interfaces=tuple(range(100)))
    return classes(base, *[ClassDefinition("B", 16)] * 60_000, interfaces=(InterfaceDefinition("I", (), fields),) * 100)


def long_names() -> Module:
    """Equal names that are different objects."""
    units = 1 << 22
    asked = InterfaceDefinition("I", (), (Field("n" * units, I32),))
    base = ClassDefinition("A", None, (Field("n" * units, I32),), interfaces=(0,))
    return classes(base, *[ClassDefinition("B", 16)] * 60_000, interfaces=(asked,))


def types_that_double() -> Module:
    value_type: ValueType = I32
    types = []
    for _ in range(31):
        value_type = TupleType((value_type, value_type))
        types.append(value_type)
    return Module("m", tuple(types), (), (), (EMPTY,), 0)


def large_types() -> Module:
    types = tuple(TupleType((I32,) * 3000) for _ in range(3000))
    return Module("m", types, (), (), (EMPTY,), 0)


def large_types_named_often() -> Module:
    body = (code("CONST_NULL", 0) + POP) * 200_000 + END
    return Module("m", (TupleType((I32,) * 3000),), (), (), (Function("f", (), None, (), body),), 0)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (nops, ""),
        (jumps, ""),
        (backward_chain, ""),
        (branches_to_the_start, ""),
        (random_branches, ""),
        (deep_stack, ""),
        (deep_stacks_of_many_types, "the proof of the module's types needs more than 16777216 words"),
        (ranges_one_after_the_other, ""),
        (as_many_nested_ranges_as_allowed, ""),
        (too_many_nested_ranges, "more than 1000 guarded ranges are open"),
        (many_live_locals, ""),
        (ladder_of_locals, "the proof of the module's types needs more than 16777216 words"),
        (assignments_in_a_tangle, None),
        (many_functions, ""),
        (many_deep_types, ""),
        (long_line_of_classes, ""),
        (longer_line_of_classes, TOO_MANY_MEMBERS),
        (line_of_interfaces, TOO_MANY_MEMBERS),
        (interfaces_that_extend_all_before, TOO_MANY_MEMBERS),
        (classes_that_implement_all, TOO_MANY_MEMBERS),
        (long_names, ""),
        (types_that_double, "type 10: a type is composed of more than 4000 types"),
        (large_types, "type 1398: the types of the module have more than 4194304 parts"),
        (large_types_named_often, "instructions name types of more than 8388608 parts"),
    ],
)
def test_bombs(make: Callable[[], Module], message: str | None) -> None:
    """An empty message: accepted; None: either."""
    module = make()
    start = time.process_time()
    try:
        verify(module)
    except VerifyError as error:
        found = str(error)
    else:
        found = ""
    assert time.process_time() - start < SECONDS
    if message is not None:
        assert found.startswith(message)
        assert bool(found) == bool(message)


@pytest.mark.parametrize(
    ("module", "message"),
    [
        (function(NOP * limits.MAX_CODE_SIZE + END), "too many bytes of code: more than 1048576 (function 0)"),
        (
            Module("m", (), (), (), (Function("f", (), None, (), NOP * (limits.MAX_CODE_SIZE - 1) + END),) * 2, None),
            "too many instructions: more than 1048576 (function 1)",
        ),
        (
            Module("m", (), (), (), (Function("f", (), None, (), END),) * 65536, None),
            "too many functions: more than 65535",
        ),
        (
            Module("m", (), ("x" * 2**20,) * 17, (), (), None),
            "too many code units in strings and names: more than 16777216",
        ),
        (function(TRUE * 4001 + END), "the locals and the stack need more than 4000 slots (function 0, at 4000)"),
        (function(TRUE * 11 + END, 3990), "the locals and the stack need more than 4000 slots (function 0, at 10)"),
    ],
)
def test_limits(module: Module, message: str) -> None:
    with pytest.raises(VerifyError) as caught:
        verify(module)
    assert str(caught.value) == message


def test_a_frame_as_large_as_allowed() -> None:
    verified = verify(function(TRUE * 10 + END, 3990))
    assert verified.functions[0].max_stack == 10


def test_flow_steps_end() -> None:
    budget = Budget()
    budget.spend_flow_steps(limits.FREE_FLOW_STEPS, 0)
    budget.add_flow_steps(2)
    budget.spend_flow_steps(2, 0)
    with pytest.raises(VerifyError, match="the jumps are too tangled"):
        budget.spend_flow_steps(1, 0)
