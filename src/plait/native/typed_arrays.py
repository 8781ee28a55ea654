"""What the elements of typed arrays of numbers are, by the name of their class, and what is read and written of a
`DataView`, by the name of its methods.
"""

from __future__ import annotations

from typing import Final

from plait.memory.byte_layouts import BIG_ENDIAN, Element

ELEMENTS: Final[dict[str, int]] = {
    "Int8Array": Element.INT8,
    "Uint8Array": Element.UINT8,
    "Uint8ClampedArray": Element.CLAMPED,
    "Int16Array": Element.INT16,
    "Uint16Array": Element.UINT16,
    "Int32Array": Element.INT32,
    "Uint32Array": Element.UINT32,
    "Float16Array": Element.FLOAT16,
    "Float32Array": Element.FLOAT32,
    "Float64Array": Element.FLOAT64,
}

DATA_VIEW: Final[int] = Element.ANY
"""What the elements of a `DataView` are."""

DATA_ELEMENTS: Final[dict[str, int]] = {
    "Int8": Element.INT8,
    "Uint8": Element.UINT8,
    "Int16": Element.INT16,
    "Uint16": Element.UINT16,
    "Int32": Element.INT32,
    "Uint32": Element.UINT32,
    "Float32": Element.FLOAT32,
    "Float64": Element.FLOAT64,
}
"""What its methods read and write without a call."""


def data_form(element: int, is_little: bool) -> int:
    """The form of `native.data_views`; of one byte there is one."""
    return element if is_little or element <= Element.UINT8 else element | BIG_ENDIAN
