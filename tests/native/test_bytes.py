"""Library functions of bytes and bigints with operands that no library gives them: errors, never more than that."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from typing import Final

import pytest
from bench.byte_rows import big_steps, buffer_steps

import plait
from plait.bytecode.builder import ModuleBuilder
from plait.isa import Effect
from plait.isa.value_types import ANY
from plait.memory.byte_layouts import Element
from plait.native import NATIVES, NativeRange
from plait.native.table import BY_NAME

Step = tuple[object, ...]

NAMES: Final = [item.name for item in NATIVES.values() if item.id >> 8 in (NativeRange.BYTES, NativeRange.BIGINT)]
NUMBERS: Final = (-1.0, 0.0, 1.0, 2.0, 7.0, 8.0, 9.0, 64.0, 0.5, 4294967295.0, 1e18, 1e300, -1e300)
SPECIAL: Final = (float("nan"), float("inf"), float("-inf"))
INTEGERS: Final = (-1, 0, 1, 2, 3, 5, 8, 10, 11, 12, 36, 37, 99, -(1 << 31))
CALLS: Final = 60


def call(name: str) -> Step:
    """A call of a library function."""
    native = BY_NAME[name]
    effect = native.effect
    assert isinstance(effect, Effect)
    return ("NATIVE_CALL", native.id, len(effect.pops))


def view_steps(element: int, offset: float, length: float) -> tuple[Step, ...]:
    """Make a view of a buffer of 24 bytes."""
    place: tuple[Step, ...] = (("CONST_I32", element), ("CONST_F64", offset), ("CONST_F64", length))
    return (*buffer_steps(24), ("CONST_UNDEFINED",), *place, call("bytes.newView"))


WORDS: Final[tuple[tuple[Step, ...], ...]] = (
    (("CONST_UNDEFINED",),),
    (("CONST_F64", 1.5), ("BOX_F64",)),
    (("CONST_I64", -3), ("BOX_I64",)),
    (("CONST_I64", -(1 << 63)), ("BOX_I64",)),
    buffer_steps(8),
    buffer_steps(0),
    (*buffer_steps(8), ("DUP",), call("bytes.take"), ("POP",)),
    *(view_steps(element, 8.0, -1.0) for element in Element),
    *(view_steps(element, 0.0, 3.0) for element in Element),
    view_steps(Element.INT8, 8.0, 400.0),
    *(
        (call("record.object"), ("DUP",), *view_steps(element, 8.0, length), call("record.setInner"))
        for element, length in ((Element.ANY, -1.0), (Element.ANY, 12.0), (Element.ANY, 400.0), (Element.FLOAT64, 2.0))
    ),
    big_steps(1),
    big_steps(3),
    (*big_steps(2), call("bigint.negate")),
)


def operand(source: random.Random, kind: str) -> Sequence[Step]:
    """The steps that make an operand."""
    match kind:
        case "any":
            return source.choice(WORDS)
        case "f64":
            return [("CONST_F64", source.choice(NUMBERS + SPECIAL))]
        case "i32":
            return [("CONST_I32", source.choice(INTEGERS))]
        case "bool":
            return [(source.choice(("CONST_TRUE", "CONST_FALSE")),)]
        case _:
            return [("CONST_STRING", source.choice(("", "12", "\ud800\u20ac", "zz")))]


@cache
def module() -> plait.Module:
    """A module whose functions make one call each; all give a word."""
    builder = ModuleBuilder("bytes")
    source = random.Random(5)
    for name in NAMES:
        effect = BY_NAME[name].effect
        assert isinstance(effect, Effect)
        for _ in range(CALLS):
            function = builder.function(builder.declare_function(name, (), ANY))
            for pattern in effect.pops:
                for mnemonic, *given in operand(source, str(pattern)):
                    immediates = [builder.add_string(str(given[0]))] if mnemonic == "CONST_STRING" else given
                    function.emit(str(mnemonic), *immediates)
            function.emit(*call(name))  # type: ignore[arg-type]
            match [str(item) for item in effect.pushes]:
                case ["f64"]:
                    function.emit("BOX_F64")
                case ["bool"]:
                    function.emit("BOX_BOOL")
                case []:
                    function.emit("CONST_UNDEFINED")
                case _:
                    pass
            function.emit("RETURN")
    return builder.build(None)


def outcomes(**options: object) -> list[str]:
    """What each call gives, or the error that it throws."""
    vm = plait.Vm(plait.VmOptions(max_memory=1 << 22, **options))  # type: ignore[arg-type]
    context = vm.load(module())
    found = []
    for index in range(len(module().functions)):
        try:
            found.append(repr(vm.run(context, index)))
        except (plait.GuestError, plait.LimitError) as error:
            found.append(str(error).split("\n")[0])
    return found


@pytest.mark.parametrize("engine", ["reference", "jit"])
def test_wrong_operands(engine: str) -> None:
    expected = outcomes(engine="interpreter")
    assert len({text.split(":")[0] for text in expected}) > 3
    assert outcomes(engine=engine) == expected


def test_wrong_operands_while_objects_move() -> None:
    assert outcomes(engine="interpreter", collect_always=True, check_heap=True) == outcomes(engine="interpreter")


@pytest.mark.parametrize("engine", ["reference", "interpreter", "jit"])
def test_bytes_that_are_of_no_kind_have_no_elements(engine: str) -> None:
    builder = ModuleBuilder("bytes")
    whole, bytes_ = view_steps(Element.FLOAT64, 0.0, 3.0), view_steps(Element.ANY, 20.0, 4.0)
    number, zero, four = (("CONST_F64", 1.5), ("BOX_F64",)), ("CONST_F64", 0.0), ("CONST_F64", 4.0)
    for name, steps in {
        "bytes.fill": (*bytes_, *number, zero, four),
        "bytes.indexOf": (*bytes_, *number, zero),
        "bytes.convert": (*whole, zero, *bytes_, zero, four),
        "bytes.convert to": (*bytes_, zero, *whole, zero, four),
    }.items():
        function = builder.function(builder.declare_function(name, (), None))
        for mnemonic, *given in (*steps, call(name.split()[0])):
            function.emit(str(mnemonic), *given)  # type: ignore[arg-type]
        if "indexOf" in name:
            function.emit("POP")
        function.emit("RETURN_VOID")
    vm = plait.Vm(plait.VmOptions(engine=plait.Engine(engine)))
    module = builder.build(None)
    context = vm.load(module)
    for index in range(len(module.functions)):
        with pytest.raises(plait.GuestError, match="not of the type"):
            vm.run(context, index)
