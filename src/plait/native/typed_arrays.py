"""What the elements of typed arrays of numbers are, by the name of their class."""

from __future__ import annotations

from typing import Final

from plait.memory.byte_layouts import Element

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
