"""Intrinsics on the memory and on compiled guest code."""

from __future__ import annotations

import platform
import sys
from typing import NoReturn

from plait.kernel.intrinsic import intrinsic, load, memory_intrinsic, outside_a_kernel, store
from plait.kernel.memory_scopes import Scope
from plait.kernel.types import (
    F64,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    f64,
    i8,
    i16,
    i32,
    i64,
    integer,
    u8,
    u16,
    u32,
    u64,
)
from plait.kernel.worker_page import FUNCTION_TABLE, GENERAL_TABLE, LOOP_TABLE, STACK_LIMIT


@load(I8)
def load_i8(offset: integer) -> i8:
    """The i8 at an offset."""
    raise outside_a_kernel()


@load(I16)
def load_i16(offset: integer) -> i16:
    """The i16 at an offset."""
    raise outside_a_kernel()


@load(I32)
def load_i32(offset: integer) -> i32:
    """The i32 at an offset."""
    raise outside_a_kernel()


@load(I64)
def load_i64(offset: integer) -> i64:
    """The i64 at an offset."""
    raise outside_a_kernel()


@load(U8)
def load_u8(offset: integer) -> u8:
    """The u8 at an offset."""
    raise outside_a_kernel()


@load(U16)
def load_u16(offset: integer) -> u16:
    """The u16 at an offset."""
    raise outside_a_kernel()


@load(U32)
def load_u32(offset: integer) -> u32:
    """The u32 at an offset."""
    raise outside_a_kernel()


@load(U64)
def load_u64(offset: integer) -> u64:
    """The u64 at an offset."""
    raise outside_a_kernel()


@load(F64)
def load_f64(offset: integer) -> f64:
    """The f64 at an offset."""
    raise outside_a_kernel()


@store(I8)
def store_i8(offset: integer, value: i8) -> None:
    """Writes an i8 at an offset."""
    raise outside_a_kernel()


@store(I16)
def store_i16(offset: integer, value: i16) -> None:
    """Writes an i16 at an offset."""
    raise outside_a_kernel()


@store(I32)
def store_i32(offset: integer, value: i32) -> None:
    """Writes an i32 at an offset."""
    raise outside_a_kernel()


@store(I64)
def store_i64(offset: integer, value: i64) -> None:
    """Writes an i64 at an offset."""
    raise outside_a_kernel()


@store(U8)
def store_u8(offset: integer, value: u8) -> None:
    """Writes a u8 at an offset."""
    raise outside_a_kernel()


@store(U16)
def store_u16(offset: integer, value: u16) -> None:
    """Writes a u16 at an offset."""
    raise outside_a_kernel()


@store(U32)
def store_u32(offset: integer, value: u32) -> None:
    """Writes a u32 at an offset."""
    raise outside_a_kernel()


@store(U64)
def store_u64(offset: integer, value: u64) -> None:
    """Writes a u64 at an offset."""
    raise outside_a_kernel()


@store(F64)
def store_f64(offset: integer, value: f64) -> None:
    """Writes an f64 at an offset."""
    raise outside_a_kernel()


_POINTER = "{t0} = getelementptr i8, ptr %base, i64 {0}\n"
_POINTERS = _POINTER + "{t1} = getelementptr i8, ptr %base, i64 {1}\n"


@memory_intrinsic(_POINTERS + "call void @llvm.memmove.p0.p0.i64(ptr {t0}, ptr {t1}, i64 {2}, i1 false)")
def copy_bytes(destination: integer, source: integer, count: i64) -> None:
    """Copies bytes; the ranges may overlap."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTER + "call void @llvm.memset.p0.i64(ptr {t0}, i8 {1}, i64 {2}, i1 false)")
def fill_bytes(offset: integer, value: u8, count: i64) -> None:
    """Sets bytes to one value."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTERS + "{t2} = call i32 @memcmp(ptr {t0}, ptr {t1}, i64 {2})\n{r} = icmp eq i32 {t2}, 0")
def compare_bytes(a: integer, b: integer, count: i64) -> bool:
    """Whether two ranges hold the same bytes."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTER + f"{{r}} = load i64, ptr {{t0}}, align 1{Scope.ELEMENTS.note}")
def load_block(offset: integer) -> i64:
    """The 8 bytes at an offset, which need not be a multiple of 8, as an i64."""
    raise outside_a_kernel()


_CLOCK = {"linux": 1, "darwin": 8}.get(sys.platform)
"""Which clock of the system is the one of Python's `time.monotonic`."""

HAS_CLOCK = _CLOCK is not None
"""Whether kernels can read the system's clock here."""


@memory_intrinsic(_POINTER + (f"{{t1}} = call i32 @clock_gettime(i32 {_CLOCK}, ptr {{t0}})" if HAS_CLOCK else ""))
def read_clock(offset: integer) -> None:
    """Writes the time of the system's monotonic clock at an offset: seconds and nanoseconds, an i64 each."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTER + "{r} = load atomic i64, ptr {t0} seq_cst, align 8")
def atomic_load_i64(offset: integer) -> i64:
    """The i64 at an offset, sequentially consistent."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTER + "store atomic i64 {1}, ptr {t0} seq_cst, align 8")
def atomic_store_i64(offset: integer, value: i64) -> None:
    """Writes an i64, sequentially consistent."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTER + "{r} = atomicrmw add ptr {t0}, i64 {1} seq_cst")
def atomic_add_i64(offset: integer, value: i64) -> i64:
    """Adds (modulo 2^64) and returns the value before."""
    raise outside_a_kernel()


@memory_intrinsic(_POINTER + "{r} = atomicrmw xchg ptr {t0}, i64 {1} seq_cst")
def atomic_exchange_i64(offset: integer, value: i64) -> i64:
    """Writes and returns the value before."""
    raise outside_a_kernel()


@memory_intrinsic(
    _POINTER
    + "{t1} = cmpxchg ptr {t0}, i64 {1}, i64 {2} seq_cst seq_cst\n"
    + "{r} = extractvalue {{ i64, i1 }} {t1}, 1"
)
def atomic_compare_exchange_i64(offset: integer, expected: i64, new: i64) -> bool:
    """Writes `new` if the value is `expected`; whether it did."""
    raise outside_a_kernel()


def _code(table: int) -> str:
    """Loads code pointer {0} of a table into {t3}. Acquire, because a compiler thread may have just set it."""
    return (
        f"{{t0}} = getelementptr i8, ptr %base, i64 {table}\n"
        "{t1} = load ptr, ptr {t0}, align 8\n"
        "{t2} = getelementptr ptr, ptr {t1}, i64 {0}\n"
        "{t3} = load atomic ptr, ptr {t2} acquire, align 8\n"
    )


_IS_COMPILED = "{r} = icmp ne ptr {t3}, null"
_ENTER = "{r} = call {{ i64, i64 }} {t3}(ptr %base, i64 {1}, i64 {2}, i64 {3})"
_STACK_POINTER = "sp" if platform.machine().lower() in ("aarch64", "arm64") else "rsp"


@intrinsic(_code(FUNCTION_TABLE) + _IS_COMPILED)
def function_compiled(index: i64) -> bool:
    """Whether there is compiled code for a function; never in the reference."""
    return False


@intrinsic(_code(LOOP_TABLE) + _IS_COMPILED)
def loop_compiled(index: i64) -> bool:
    """Whether there is compiled code that enters at a loop; never in the reference."""
    return False


@intrinsic(_code(GENERAL_TABLE) + _IS_COMPILED)
def general_compiled(index: i64) -> bool:
    """Whether the general version of a function is compiled; never in the reference."""
    return False


@intrinsic(_code(FUNCTION_TABLE) + _ENTER)
def enter_function(index: i64, frame: i64, fuel: i64, depth: i64) -> tuple[i64, i64]:
    """Calls the compiled code of a function."""
    raise outside_a_kernel()


@intrinsic(_code(LOOP_TABLE) + _ENTER)
def enter_loop(index: i64, frame: i64, fuel: i64, depth: i64) -> tuple[i64, i64]:
    """Calls the compiled code that enters at a loop."""
    raise outside_a_kernel()


@intrinsic(
    _code(GENERAL_TABLE) + "{r} = call {{ i64, i64 }} {t3}(ptr %base, i64 {1}, i64 {2}, i64 {3}, i64 {4})",
)
def enter_general(index: i64, frame: i64, fuel: i64, depth: i64, at: i64) -> tuple[i64, i64]:
    """Calls the general version of a function, at one of its instructions."""
    raise outside_a_kernel()


@intrinsic(
    f'{{t0}} = call i64 @llvm.read_register.i64(metadata !{{{{!"{_STACK_POINTER}"}}}})\n'
    f"{{t1}} = getelementptr i8, ptr %base, i64 {STACK_LIMIT}\n"
    "{t2} = load i64, ptr {t1}, align 8\n"
    "{r} = icmp ult i64 {t0}, {t2}"
)
def native_stack_short() -> bool:
    """Whether less native stack is left than the worker page asks for; never in the reference."""
    return False


@intrinsic(
    f'{{t0}} = call i64 @llvm.read_register.i64(metadata !{{{{!"{_STACK_POINTER}"}}}})\n'
    "{t1} = sub i64 {t0}, {0}\n"
    f"{{t2}} = getelementptr i8, ptr %base, i64 {STACK_LIMIT}\n"
    "store i64 {t1}, ptr {t2}, align 8"
)
def limit_native_stack(size: i64) -> None:
    """Lets `size` bytes of native stack be used from here on before it is short; does nothing in the reference."""


def unreachable(why: str) -> NoReturn:
    """Says that this point cannot be reached; raises in the reference. A statement, so it is not in the table."""
    raise outside_a_kernel()
