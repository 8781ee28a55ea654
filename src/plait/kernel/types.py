"""The machine types, as values for the compiler and as aliases for annotations."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias


class Family(Enum):
    """Types of different families never meet in one operation."""

    INTEGER = "integer"
    U64 = "u64"
    F64 = "f64"
    BOOL = "bool"


class MachineType(NamedTuple):
    """A machine number: `llvm` is the type of a value, `memory_llvm` that of its `size` bytes in memory.

    A named tuple, because importing `dataclasses` takes longer than all of the kernel language.
    """

    name: str
    family: Family
    llvm: str
    memory_llvm: str
    size: int
    low: int
    high: int
    view: str

    def __repr__(self) -> str:
        return self.name


def _integer_type(bits: int, signed: bool) -> MachineType:
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    name = f"{'i' if signed else 'u'}{bits}"
    family = Family.U64 if name == "u64" else Family.INTEGER
    return MachineType(name, family, f"i{bits}", f"i{bits}", bits // 8, low, high, f"view_{name}")


I8, I16, I32, I64 = (_integer_type(bits, True) for bits in (8, 16, 32, 64))
U8, U16, U32, U64 = (_integer_type(bits, False) for bits in (8, 16, 32, 64))
F64 = MachineType("f64", Family.F64, "double", "double", 8, 0, 0, "view_f64")
BOOL = MachineType("bool", Family.BOOL, "i1", "i8", 1, 0, 1, "view_u8")

# Wide enough that no expression of a kernel exceeds it, so that it is never checked.
INTEGER = MachineType("integer", Family.INTEGER, "i64", "i64", 8, -(1 << 4096), 1 << 4096, "view_i64")
SHIFT_COUNT = MachineType("shift_count", Family.INTEGER, "i64", "i64", 8, 0, 63, "view_i64")

MACHINE_TYPES = {t.name: t for t in (I8, I16, I32, I64, U8, U16, U32, U64, F64, BOOL)}
"""The machine types a kernel may name in an annotation."""


if TYPE_CHECKING:
    i8: TypeAlias = int
    i16: TypeAlias = int
    i32: TypeAlias = int
    i64: TypeAlias = int
    u8: TypeAlias = int
    u16: TypeAlias = int
    u32: TypeAlias = int
    u64: TypeAlias = int
    f64: TypeAlias = float
    integer: TypeAlias = int
    shift_count: TypeAlias = int
else:
    # At run time the names are the machine types themselves, so that `ConstantTable(u64, ...)` knows what it was given.
    # `integer` and `shift_count` are for the signatures of intrinsics only.
    i8, i16, i32, i64 = I8, I16, I32, I64
    u8, u16, u32, u64 = U8, U16, U32, U64
    f64 = F64
    integer, shift_count = INTEGER, SHIFT_COUNT
