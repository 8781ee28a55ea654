"""What `work.py` measures of the library functions for bytes and bigints."""

from __future__ import annotations

from typing import Final, TypeAlias

from bench.dynamic_rows import NEW_RECORD, call, of, values
from bench.work_rows import SIZES, Fresh, Immediate, Row, bind

from plait.memory.byte_layouts import BIG_ENDIAN, Element

Step: TypeAlias = tuple[str, *tuple[Immediate, ...]]

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


def data(size: int) -> Fresh:
    """A record that keeps a view of so many bytes, as a `DataView` does."""
    kept = view(size, Element.ANY).instructions
    return Fresh((*NEW_RECORD, ("DUP",), *kept, call("record.setInner")), True)


def big_steps(limbs: int) -> tuple[Step, ...]:
    """Make the greatest bigint of so many limbs."""
    one: tuple[Step, ...] = (*number(1), call("bigint.ofNumber"))
    power: tuple[Step, ...] = (*one, *number(64 * limbs), call("bigint.shift"))
    return (*power, *one, ("CONST_TRUE",), call("bigint.sum"))


def big_number(limbs: int) -> Fresh:
    """The greatest bigint of so many limbs."""
    return Fresh(big_steps(limbs), True)


def below_zero(limbs: int) -> Fresh:
    """The least bigint of so many limbs."""
    return Fresh((*big_steps(limbs), call("bigint.negate")), True)


def conversion(source: Element, target: Element) -> Row:
    """A row of converting elements."""
    case = f"{source.name} to {target.name}".lower()
    return of("bytes.convert", case, lambda n: (view(8 * n, target), 0.0, view(8 * n, source), 0.0, float(n)), SIZES)


def byte_rows() -> list[Row]:
    """Buffers and views."""
    float16, float32, float64, int16 = Element.FLOAT16, Element.FLOAT32, Element.FLOAT64, Element.INT16
    bytes_, clamped, big = Element.UINT8, Element.CLAMPED, Element.BIG_UINT64
    return [
        of("bytes.newBuffer", "", lambda n: (float(n), -1.0), SIZES),
        of("bytes.isBuffer", "", values(buffer(8))),
        of("bytes.length", "", values(buffer(8))),
        of("bytes.limit", "", values(buffer(8))),
        of("bytes.resize", "larger", lambda n: (buffer(n, once=False), 2.0 * n), SIZES),
        of("bytes.resize", "smaller", lambda n: (buffer(n, once=False), 0.0), SIZES),
        of("bytes.take", "", values(buffer(8, once=False))),
        of("bytes.copy", "", lambda n: (buffer(n), 0.0, buffer(n), 0.0, float(n)), SIZES),
        of("bytes.newView", "", values(buffer(8), 1, Element.INT16, 0.0, 4.0)),
        of("bytes.view", "", values(view(8, Element.INT16), 1)),
        of("bytes.owner", "", values(view(8, Element.INT16))),
        conversion(int16, float32),
        conversion(float16, float32),
        conversion(float32, float16),
        conversion(float64, float16),
        conversion(float64, clamped),
        conversion(bytes_, int16),
        conversion(Element.BIG_INT64, big),
        of("bytes.fill", "bytes", lambda n: (view(n, 1), 7, 0.0, float(n)), SIZES),
        *(
            of("bytes.fill", item.name.lower(), bind(lambda n, x: (view(8 * n, x), 7, 0.0, float(n)), item), SIZES)
            for item in (float16, float32, float64)
        ),
        *(
            of("bytes.indexOf", item.name.lower(), bind(lambda n, x: (view(8 * n, x), 7, 0.0), item), SIZES)
            for item in (bytes_, float16, float32, float64)
        ),
        of("bytes.indexOf", "bigints", lambda n: (view(8 * n, big), big_number(1), 0.0), SIZES),
        of("bytes.read", "", values(view(8, Element.ANY), Element.BIG_UINT64, 0.0, False)),
        of("bytes.write", "", values(view(8, Element.ANY), Element.FLOAT32, 0.0, 1.5, False)),
        of("data.isView", "", values(data(8))),
        of("data.get", "", values(data(8), 0.0, Element.FLOAT64 | BIG_ENDIAN)),
        of("data.set", "", values(data(8), 0.0, 1.5, Element.FLOAT64 | BIG_ENDIAN)),
        of("bytes.encode", "narrow", lambda n: ("a" * n,), SIZES),
        of("bytes.encode", "wide", lambda n: ("\u20ac" * n,), SIZES),
        of("bytes.decode", "one byte a unit", lambda n: (buffer(n), 0.0, float(n), 0), SIZES),
        of("bytes.decode", "two bytes a unit", lambda n: (buffer(2 * n), 0.0, 2.0 * n, 1), SIZES),
        of("bytes.decode", "UTF-8", lambda n: (buffer(n), 0.0, float(n), 2), SIZES),
    ]


def bigint_rows() -> list[Row]:
    """Bigints."""
    return [
        of("bigint.sum", "", lambda n: (big_number(n), big_number(n), False), LIMBS),
        of("bigint.product", "", lambda n: (big_number(n), big_number(n)), LIMBS),
        of("bigint.quotient", "", lambda n: (big_number(n), big_number(n // 2 + 1), False), LIMBS),
        of("bigint.negate", "", lambda n: (big_number(n),), LIMBS),
        of("bigint.bits", "", lambda n: (big_number(n), big_number(n), 2), LIMBS),
        of("bigint.bits", "below zero", lambda n: (below_zero(n), below_zero(n), 2), LIMBS),
        of("bigint.shift", "left", lambda n: (big_number(n), 7.0), LIMBS),
        of("bigint.shift", "right", lambda n: (big_number(n), -7.0), LIMBS),
        of("bigint.piece", "", lambda n: (big_number(n), 0.0, 64.0 * n), LIMBS),
        of("bigint.size", "", values(big_number(2))),
        of("bigint.isNegative", "", values(big_number(2))),
        of("bigint.ofNumber", "", values(1e300)),
        of("bigint.toNumber", "", values(big_number(16))),
        of("bigint.toText", "decimal", lambda n: (big_number(n), 10), (1, 30, 120)),
        of("bigint.toText", "bits", lambda n: (big_number(n), 2), LIMBS),
        of("bigint.ofDigits", "", lambda n: ("9" * n, 0.0, float(n), 10), (1, 30, 2000)),
    ]


def rows() -> list[Row]:
    """All rows."""
    return [*byte_rows(), *bigint_rows()]
