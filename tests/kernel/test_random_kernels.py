"""Random kernels under both back ends: the bounds that spare checks, the widths, the control flow."""

from __future__ import annotations

import random

import pytest

import plait.kernel
from plait.kernel import Kernel, KernelError, KernelRangeError
from plait.kernel.types import MACHINE_TYPES

from .harness import Both

NAMESPACE = vars(plait.kernel)
PARAMETERS = {"a": "i32", "b": "u8", "c": "i64", "d": "i16", "e": "u32"}
EDGES = (0, 1, -1, 2, 7, 127, 128, 255, -128, 32767, 65535, 2**31 - 1, -(2**31), 2**32 - 1, 2**62, 2**63 - 1, -(2**63))


class _Source:
    """Writes the text of one random kernel."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.names = [*PARAMETERS, "x", "y"]

    def integer(self, depth: int) -> str:
        """An integer expression."""
        if depth == 0:
            return self.random.choice([*self.names, str(self.random.choice(EDGES[:14]))])
        one, two = (self.integer(depth - 1) for _ in range(2))
        form = self.random.choice(
            [
                "({} + {})",
                "({} - {})",
                "({} * {})",
                "({} & {})",
                "({} | {})",
                "({} ^ {})",
                "(-{})",
                "(~{})",
                "min({}, {})",
                "max({}, {})",
                "wrap_i8({})",
                "wrap_u16({})",
                "wrap_i32({})",
                "wrap_u32({})",
                "wrap_add_i64({}, {})",
                "wrap_mul_i64({}, {})",
                "shift_left({}, {} & 31)",
                "shift_right({}, {} & 63)",
                "shift_right_logical({}, {} & 63)",
                "divide({}, {} | 1)",
                "remainder({}, {} & 15 | 1)",
                "count_trailing_zeros({})",
                "bool_to_i32(CONDITION)",
                "({} if CONDITION else {})",
            ]
        )
        return form.replace("CONDITION", self.condition(depth - 1)).format(one, two)

    def condition(self, depth: int) -> str:
        """A condition."""
        if depth <= 0 or self.random.random() < 0.6:
            sign = self.random.choice(["<", "<=", ">", ">=", "==", "!="])
            return f"({self.integer(max(depth, 0))} {sign} {self.integer(max(depth, 0))})"
        form = self.random.choice(["({} and {})", "({} or {})", "(not {})", "unlikely({})", "likely({} or {})"])
        return form.format(self.condition(depth - 1), self.condition(depth - 1))

    def statements(self, indent: str, depth: int, in_loop: bool) -> None:
        """A few statements."""
        for _ in range(self.random.randint(1, 3)):
            kind = self.random.choice(["assign", "assign", "if", "for", "match", "leave"] if depth else ["assign"])
            name = self.random.choice(["x", "y", "x", "y", "a", "b"])
            if kind == "assign":
                self.lines.append(f"{indent}{name} = {self.integer(self.random.randint(1, 3))}")
            elif kind == "if":
                self.lines.append(f"{indent}if {self.condition(2)}:")
                self.statements(indent + "    ", depth - 1, in_loop)
                if self.random.random() < 0.5:
                    self.lines.append(f"{indent}else:")
                    self.statements(indent + "    ", depth - 1, in_loop)
            elif kind == "for":
                start, stop, step = (self.random.randint(-5, 5) for _ in range(3))
                self.lines.append(f"{indent}for i{depth} in range({start}, {stop}, {step or 1}):")
                self.names.append(f"i{depth}")
                self.statements(indent + "    ", depth - 1, True)
                self.names.pop()
            elif kind == "match":
                self.lines.append(f"{indent}match {self.integer(1)} & 7:")
                for value in self.random.sample(range(8), self.random.randint(1, 7)):
                    self.lines.append(f"{indent}    case {value}:")
                    self.statements(indent + "        ", 0, in_loop)
                if self.random.random() < 0.5:
                    self.lines.append(f"{indent}    case _:")
                    self.statements(indent + "        ", depth - 1, in_loop)
            elif not in_loop:
                self.lines.append(f"{indent}pass")
            else:
                leave = self.random.choice(["break", "continue", f"return {self.integer(1)}"])
                self.lines.append(f"{indent}if {self.condition(1)}: {leave}")

    def text(self) -> str:
        """The whole kernel."""
        parameters = ", ".join(f"{name}: {type_name}" for name, type_name in PARAMETERS.items())
        self.lines = [f"def f({parameters}) -> i64:", "    x: i64 = a"]
        self.lines.append(f"    y: {self.random.choice(['i64', 'i32'])} = d")
        self.statements("    ", 3, False)
        self.lines.append(f"    return {self.integer(2)}")
        return "\n".join(self.lines) + "\n"


def _kernels(seed: int, count: int) -> list[Kernel]:
    """Kernels that the compiler accepts; it refuses some for values that never fit."""
    accepted = []
    for number in range(count):
        made = Kernel.from_source(_Source(seed + number).text(), f"r{number}", NAMESPACE, f"<{seed + number}>")
        try:
            _ = made.definition
        except KernelError as error:
            if "fit" not in error.message:
                raise
        else:
            accepted.append(made)
    return accepted


@pytest.mark.parametrize("seed", range(0, 1200, 100))
def test_random_kernels(seed: int) -> None:
    """Where the reference accepts the operands, native code agrees with it."""
    kernels = _kernels(seed, 100)
    both = Both(kernels)
    chosen = random.Random(seed)
    compared = 0
    for kernel in kernels:
        for _ in range(12):
            operands = []
            for type_name in PARAMETERS.values():
                machine_type = MACHINE_TYPES[type_name]
                value = chosen.choice(EDGES) if chosen.random() < 0.7 else chosen.randint(-40, 40)
                operands.append(min(max(value, machine_type.low), machine_type.high))
            try:
                both.run(kernel, *operands)
            except KernelRangeError:
                continue
            compared += 1
    assert compared > 5 * len(kernels)
