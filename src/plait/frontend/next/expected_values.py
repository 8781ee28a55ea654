"""What the types say that values probably are, where that makes code faster: nothing else depends on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plait.frontend.next.types.model import Declared, Reference, Type
from plait.native.typed_arrays import ELEMENTS


def typed_arrays(types: Mapping[Any, Type]) -> dict[Any, int]:
    """The expressions whose type is that of typed arrays of numbers, with the `Element` of each."""
    found: dict[Any, int] = {}
    for node, type_ in types.items():
        match type_:
            case Reference(target=Declared(name=name)) if name in ELEMENTS:
                found[node] = ELEMENTS[name]
            case _:
                pass
    return found
