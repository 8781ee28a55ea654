"""What `work.py` measures of the library functions for bytes and bigints."""

from __future__ import annotations

from typing import Final, TypeAlias

from bench.dynamic_rows import call, of, values
from bench.work_rows import SIZES, Fresh, Immediate, Row

Step: TypeAlias = tuple[str, *tuple[Immediate, ...]]

INT16: Final = 3
FLOAT32: Final = 7
BIG_UINT64: Final = 10
ANY: Final = 11
LIMBS: Final = (1, 30, 500)


def number(value: int) -> tuple[Step, ...]:
    """An f64."""
    return (("CONST_I32", value), ("I32_TO_F64",))


def buffer_steps(size: int) -> tuple[Step, ...]:
    """Make a buffer that can be resized."""
    return (*number(size), *number(2 * size), call("bytes.newBuffer"))


def buffer(size: int, once: bool = True) -> Fresh:
    """A buffer of so many bytes."""
    return Fresh(buffer_steps(size), once)


def view(size: int, element: int) -> Fresh:
    """A view of a whole buffer of so many bytes."""
    whole: tuple[Step, ...] = (("CONST_UNDEFINED",), ("CONST_I32", element), *number(0), *number(-1))
    return Fresh((*buffer_steps(size), *whole, call("bytes.newView")), True)


def big_steps(limbs: int) -> tuple[Step, ...]:
    """Make the greatest bigint of so many limbs."""
    one: tuple[Step, ...] = (*number(1), call("bigint.ofNumber"))
    power: tuple[Step, ...] = (*one, *number(64 * limbs), call("bigint.shift"))
    return (*power, *one, ("CONST_TRUE",), call("bigint.sum"))


def big(limbs: int) -> Fresh:
    """The greatest bigint of so many limbs."""
    return Fresh(big_steps(limbs), True)


def byte_rows() -> list[Row]:
    """Buffers and views."""
    return [
        of("bytes.newBuffer", "", lambda n: (float(n), -1.0), SIZES),
        of("bytes.isBuffer", "", values(buffer(8))),
        of("bytes.length", "", values(buffer(8))),
        of("bytes.limit", "", values(buffer(8))),
        of("bytes.resize", "larger", lambda n: (buffer(n, once=False), 2.0 * n), SIZES),
        of("bytes.resize", "smaller", lambda n: (buffer(n, once=False), 0.0), SIZES),
        of("bytes.take", "", values(buffer(8, once=False))),
        of("bytes.copy", "", lambda n: (buffer(n), 0.0, buffer(n), 0.0, float(n)), SIZES),
        of("bytes.newView", "", values(buffer(8), 1, INT16, 0.0, 4.0)),
        of("bytes.view", "", values(view(8, INT16), 1)),
        of("bytes.owner", "", values(view(8, INT16))),
        of("bytes.convert", "", lambda n: (view(8 * n, FLOAT32), 0.0, view(8 * n, INT16), 0.0, float(n)), SIZES),
        of("bytes.fill", "bytes", lambda n: (view(n, 1), 7, 0.0, float(n)), SIZES),
        of("bytes.fill", "floats", lambda n: (view(8 * n, FLOAT32), 7, 0.0, float(n)), SIZES),
        of("bytes.indexOf", "floats", lambda n: (view(8 * n, FLOAT32), 7, 0.0), SIZES),
        of("bytes.indexOf", "bigints", lambda n: (view(8 * n, BIG_UINT64), big(1), 0.0), SIZES),
        of("bytes.read", "", values(view(8, ANY), BIG_UINT64, 0.0, False)),
        of("bytes.write", "", values(view(8, ANY), FLOAT32, 0.0, 1.5, False)),
        of("bytes.encode", "narrow", lambda n: ("a" * n,), SIZES),
        of("bytes.encode", "wide", lambda n: ("\u20ac" * n,), SIZES),
        of("bytes.decode", "one byte a unit", lambda n: (buffer(n), 0.0, float(n), 0), SIZES),
        of("bytes.decode", "two bytes a unit", lambda n: (buffer(2 * n), 0.0, 2.0 * n, 1), SIZES),
        of("bytes.decode", "UTF-8", lambda n: (buffer(n), 0.0, float(n), 2), SIZES),
    ]


def bigint_rows() -> list[Row]:
    """Bigints."""
    return [
        of("bigint.sum", "", lambda n: (big(n), big(n), False), LIMBS),
        of("bigint.product", "", lambda n: (big(n), big(n)), LIMBS),
        of("bigint.quotient", "", lambda n: (big(n), big(n // 2 + 1), False), LIMBS),
        of("bigint.negate", "", lambda n: (big(n),), LIMBS),
        of("bigint.bits", "", lambda n: (big(n), big(n), 2), LIMBS),
        of("bigint.shift", "left", lambda n: (big(n), 7.0), LIMBS),
        of("bigint.shift", "right", lambda n: (big(n), -7.0), LIMBS),
        of("bigint.piece", "", lambda n: (big(n), 0.0, 64.0 * n), LIMBS),
        of("bigint.size", "", values(big(2))),
        of("bigint.isNegative", "", values(big(2))),
        of("bigint.ofNumber", "", values(1e300)),
        of("bigint.toNumber", "", values(big(16))),
        of("bigint.toText", "decimal", lambda n: (big(n), 10), (1, 30, 120)),
        of("bigint.toText", "bits", lambda n: (big(n), 2), LIMBS),
        of("bigint.ofDigits", "", lambda n: ("9" * n, 0.0, float(n), 10), (1, 30, 2000)),
    ]


def rows() -> list[Row]:
    """All rows."""
    return [*byte_rows(), *bigint_rows()]
