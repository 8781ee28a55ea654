"""Modules made to be slow to verify, prepare or compile: `python -m fuzz.bombs`.

Each must be refused with a clear error or run to its end within seconds of processor time under every engine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from fuzz.children import run_in_children, serve
from fuzz.running import AUTO, JIT, JIT_SUSPENDING, Limits, Mode, Runner
from plait.bytecode.builder import FunctionBuilder, ModuleBuilder
from plait.bytecode.module import Module
from plait.errors import LimitError, VerifyError
from plait.isa.value_types import BOOL, F64, I32, STRING, ArrayType, ValueType

SECONDS = 30.0
"""Processor time, which does not depend on what else the machine does, that a bomb may take under all engines."""

PATIENCE = 10 * SECONDS
"""For how long an answer is waited for."""

FUEL = 3_000_000
MODES = (Mode("interpreter", "interpreter", "interpreter"), JIT, AUTO, JIT_SUSPENDING)
NUMBERS = ArrayType(I32)

Write = Callable[[FunctionBuilder, ModuleBuilder], None]


def single(write: Write) -> Module:
    """A module of one function that gives an i32."""
    builder = ModuleBuilder("bomb")
    main = builder.declare_function("main", (), I32)
    write(builder.function(main), builder)
    return builder.build(main)


def branchy_functions(count: int, size: int) -> Module:
    """Functions of many array accesses, divisions and calls: each may throw."""
    builder = ModuleBuilder("bomb")
    for index in range(count):
        builder.declare_function(f"f{index}", (), I32)
    for index in range(count):
        out = builder.function(index)
        numbers = out.add_local(NUMBERS)
        out.emit("CONST_I32", 9)
        out.emit("NEW_ARRAY_ZEROED", builder.add_type(I32))
        out.emit("STORE_LOCAL", numbers)
        for step in range(size):
            out.emit("LOAD_LOCAL", numbers)
            out.emit("CONST_I32", step % 9)
            out.emit("LOAD_LOCAL", numbers)
            out.emit("CONST_I32", 1)
            out.emit("ARRAY_GET_I32")
            out.emit("CONST_I32", 3)
            out.emit("IDIV")
            out.emit("ARRAY_SET_I32")
        if index + 1 < count:
            out.emit("CALL", index + 1, 0)
            out.emit("POP")
        _return_zero(out)
    return builder.build(0)


def _return_zero(out: FunctionBuilder) -> None:
    out.emit("CONST_I32", 0)
    out.emit("RETURN")


def loop_nest(depth: int) -> Module:
    """Loops inside each other; every one ends after two turns."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        counters = [out.add_local(I32) for _ in range(depth)]
        heads = [out.new_label() for _ in range(depth)]
        for counter, head in zip(counters, heads, strict=True):
            out.emit("CONST_I32", 0)
            out.emit("STORE_LOCAL", counter)
            out.place(head)
        for counter, head in zip(reversed(counters), reversed(heads), strict=True):
            out.emit("LOAD_LOCAL", counter)
            out.emit("CONST_I32", 1)
            out.emit("IADD")
            out.emit("DUP")
            out.emit("STORE_LOCAL", counter)
            out.emit("CONST_I32", 2)
            out.emit("ILT")
            out.emit("JUMP_IF_TRUE", head)
        _return_zero(out)

    return single(write)


def loop_row(count: int) -> Module:
    """Loops one after the other."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        counter = out.add_local(I32)
        for _ in range(count):
            head = out.new_label()
            out.emit("CONST_I32", 0)
            out.emit("STORE_LOCAL", counter)
            out.place(head)
            out.emit("LOAD_LOCAL", counter)
            out.emit("CONST_I32", 1)
            out.emit("IADD")
            out.emit("DUP")
            out.emit("STORE_LOCAL", counter)
            out.emit("CONST_I32", 3)
            out.emit("ILT")
            out.emit("JUMP_IF_TRUE", head)
        _return_zero(out)

    return single(write)


def straight_line(count: int) -> Module:
    """Many instructions without a jump."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        local = out.add_local(F64)
        out.emit("CONST_F64", 1.0)
        out.emit("STORE_LOCAL", local)
        for _ in range(count):
            out.emit("LOAD_LOCAL", local)
            out.emit("LOAD_LOCAL", local)
            out.emit("FMUL")
            out.emit("STORE_LOCAL", local)
        _return_zero(out)

    return single(write)


def many_functions(count: int) -> Module:
    """Functions that call the next one."""
    builder = ModuleBuilder("bomb")
    for index in range(count):
        builder.declare_function(f"f{index}", (), I32)
    for index in range(count):
        out = builder.function(index)
        if index % 50 != 49 and index + 1 < count:
            out.emit("CALL", index + 1, 0)
        else:
            out.emit("CONST_I32", index % 2)
        out.emit("RETURN")
    return builder.build(0)


def live_references(references: int, calls: int, functions: int) -> Module:
    """Functions that keep many arrays in locals over many calls."""
    builder = ModuleBuilder("bomb")
    leaf = builder.declare_function("leaf", (), I32)
    _return_zero(builder.function(leaf))
    for number in range(functions):
        index = builder.declare_function(f"f{number}", (), I32)
        out = builder.function(index)
        held = [out.add_local(NUMBERS) for _ in range(references)]
        for local in held:
            out.emit("NEW_ARRAY", builder.add_type(I32))
            out.emit("STORE_LOCAL", local)
        for _ in range(calls):
            out.emit("CALL", leaf, 0)
            out.emit("POP")
        for local in held:
            out.emit("LOAD_LOCAL", local)
            out.emit("POP")
        if number + 1 < functions:
            out.emit("CALL", index + 1, 0)
        else:
            out.emit("CONST_I32", 0)
        out.emit("RETURN")
    return builder.build(leaf + 1)


def deep_stack(height: int, value_type: ValueType, then: Write) -> Module:
    """Many values on the stack, of which the bottom ones stay there while something is done above them."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        text = builder.add_string("x")
        for _ in range(height):
            if value_type is I32:
                out.emit("CONST_I32", 7)
            else:
                out.emit("CONST_STRING", text)
        then(out, builder)
        for _ in range(height):
            out.emit("POP")
        _return_zero(out)

    return single(write)


def _many_stores(count: int) -> Write:
    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        local = out.add_local(I32)
        out.emit("CONST_I32", 1)
        out.emit("STORE_LOCAL", local)
        for _ in range(count):
            out.emit("LOAD_LOCAL", local)
            out.emit("LOAD_LOCAL", local)
            out.emit("IADD")
            out.emit("STORE_LOCAL", local)

    return write


def _many_branches(count: int) -> Write:
    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        local = out.add_local(BOOL)
        out.emit("CONST_TRUE")
        out.emit("STORE_LOCAL", local)
        for _ in range(count):
            label = out.new_label()
            out.emit("LOAD_LOCAL", local)
            out.emit("JUMP_IF_TRUE", label)
            out.place(label)

    return write


def _many_loads(count: int) -> Write:
    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        local = out.add_local(I32)
        for _ in range(count):
            out.emit("CONST_I32", 5)
            out.emit("STORE_LOCAL", local)
            for _ in range(3):
                out.emit("LOAD_LOCAL", local)
            for _ in range(3):
                out.emit("POP")

    return write


def _many_concatenations(count: int) -> Write:
    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        for _ in range(count):
            out.emit("DUP")
            out.emit("DUP")
            out.emit("STRING_CONCAT")
            out.emit("POP")

    return write


def try_nest(depth: int) -> Module:
    """Guarded ranges inside each other; an error is thrown in the innermost and again in each handler."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        text = builder.add_string("x")
        handlers = [out.new_label() for _ in range(depth)]
        for handler in handlers:
            out.emit("TRY", handler)
        out.emit("CONST_STRING", text)
        out.emit("NEW_ERROR", 0)
        out.emit("BOX_REF")
        out.emit("THROW")
        for handler in reversed(handlers):
            out.place(handler)
            out.emit("THROW" if handler is not handlers[0] else "POP")
        _return_zero(out)

    return single(write)


def try_row(count: int) -> Module:
    """Guarded ranges one after the other, each with an error."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        text = builder.add_string("x")
        for _ in range(count):
            handler = out.new_label()
            out.emit("TRY", handler)
            out.emit("CONST_STRING", text)
            out.emit("NEW_ERROR", 0)
            out.emit("BOX_REF")
            out.emit("THROW")
            out.place(handler)
            out.emit("POP")
        _return_zero(out)

    return single(write)


def many_locals(count: int, types: tuple[ValueType, ...], loops: int) -> Module:
    """Many locals, all live around loops."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        text = builder.add_string("x")
        held = [(out.add_local(types[number % len(types)]), types[number % len(types)]) for number in range(count)]
        for local, item in held:
            if item is STRING:
                out.emit("CONST_STRING", text)
            else:
                out.emit("CONST_F64" if item is F64 else "CONST_I32", 3)
            out.emit("STORE_LOCAL", local)
        for _ in range(loops):
            head = out.new_label()
            out.place(head)
            out.emit("CONST_FALSE")
            out.emit("JUMP_IF_TRUE", head)
        for local, _ in held:
            out.emit("LOAD_LOCAL", local)
            out.emit("POP")
        _return_zero(out)

    return single(write)


def tangle(blocks: int) -> Module:
    """Blocks that each may jump to two others, far apart."""

    def write(out: FunctionBuilder, builder: ModuleBuilder) -> None:
        flag = out.add_local(BOOL)
        held = [out.add_local(I32) for _ in range(60)]
        out.emit("CONST_TRUE")
        out.emit("STORE_LOCAL", flag)
        for local in held:
            out.emit("CONST_I32", 1)
            out.emit("STORE_LOCAL", local)
        labels = [out.new_label() for _ in range(blocks)]
        for number, label in enumerate(labels):
            out.place(label)
            out.emit("LOAD_LOCAL", held[number % len(held)])
            out.emit("STORE_LOCAL", held[(7 * number + 3) % len(held)])
            for factor in (7919, 104729):
                out.emit("LOAD_LOCAL", flag)
                out.emit("JUMP_IF_TRUE", labels[(number * factor + 13) % blocks])
        _return_zero(out)

    return single(write)


BOMBS: dict[str, Callable[[], Module]] = {
    "100 nested loops": lambda: loop_nest(100),
    "1,000 nested loops": lambda: loop_nest(1000),
    "3,900 nested loops": lambda: loop_nest(3900),
    "40,000 loops in a row": lambda: loop_row(40_000),
    "a straight line of 400,000 instructions": lambda: straight_line(99_000),
    "a straight line that is just compiled": lambda: straight_line(1990),
    "1 function that is just compiled": lambda: branchy_functions(1, 990),
    "30 functions that are just compiled": lambda: branchy_functions(30, 990),
    "3,000 functions": lambda: many_functions(3_000),
    "65,000 functions": lambda: many_functions(65_000),
    "3,900 live references at 500 calls": lambda: live_references(3900, 500, 1),
    "3,900 live references at 5,000 calls": lambda: live_references(3900, 5000, 1),
    "3,900 live references at 250 calls in 4 functions": lambda: live_references(3900, 250, 4),
    "3,900 live references at 500 calls in 60 functions": lambda: live_references(3900, 500, 60),
    "a stack of 3,990 integers": lambda: deep_stack(3990, I32, lambda out, builder: None),
    "100,000 stores above 3,900 values": lambda: deep_stack(3900, I32, _many_stores(100_000)),
    "100,000 branches above 3,900 values": lambda: deep_stack(3900, I32, _many_branches(100_000)),
    "50,000 loads above 3,900 values": lambda: deep_stack(3900, I32, _many_loads(50_000)),
    "400 allocations above 3,900 strings": lambda: deep_stack(3900, STRING, _many_concatenations(400)),
    "50,000 allocations above 3,900 strings": lambda: deep_stack(3900, STRING, _many_concatenations(50_000)),
    "999 nested guarded ranges": lambda: try_nest(999),
    "20,000 guarded ranges in a row": lambda: try_row(20_000),
    "900 guarded ranges in a row": lambda: try_row(900),
    "3,990 numbers live around 90 loops": lambda: many_locals(3990, (I32, F64, STRING), 90),
    "3,990 numbers live around 10,000 loops": lambda: many_locals(3990, (I32, F64, STRING), 10_000),
    "30 numbers live around 99 loops": lambda: many_locals(30, (I32, F64, STRING), 99),
    "20,000 tangled blocks": lambda: tangle(20_000),
    "300 tangled blocks": lambda: tangle(300),
}


def explode(number: int) -> dict[str, object]:
    """Run a bomb in all modes; what became of it and the seconds each took."""
    module = list(BOMBS.values())[number]()
    begun = time.process_time()
    runner = Runner(module)
    steps: list[str] = []
    for mode in MODES:
        started = time.process_time()
        try:
            ending = runner.run(mode, Limits(FUEL)).kind
        except (VerifyError, LimitError) as error:
            ending = f"{type(error).__name__}: {error}"
        steps.append(f"{mode.name} {time.process_time() - started:.1f} s ({ending})")
        if ending.startswith(("VerifyError", "LimitError")):
            break
    return {"steps": steps, "seconds": time.process_time() - begun}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", type=int, help="the number of one bomb")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        serve(explode)
        return
    names = list(BOMBS)
    items = range(len(names)) if arguments.only is None else [arguments.only]
    failed = 0
    for report in run_in_children("fuzz.bombs", [], items, PATIENCE):
        steps, seconds = report.data.get("steps", []), report.data.get("seconds", 0.0)
        assert isinstance(steps, list)
        assert isinstance(seconds, float)
        late = f"; TOO SLOW: {seconds:.1f} s" if seconds > SECONDS else ""
        failed += bool(report.failure or late)
        print(f"{report.item:3} {names[report.item]}: {report.failure or '; '.join(steps)}{late}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
