"""What the types say that values probably are, where that makes code faster: nothing else depends on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.represent.expected import ExpectedValues
from plait.frontend.next.types.model import STRING_LIKE, Declared, Reference, Type, TypeParameter
from plait.native.typed_arrays import DATA_VIEW, ELEMENTS


def expected_values(types: Mapping[Any, Type]) -> ExpectedValues:
    """The expressions whose type is that of typed arrays of numbers, of `DataView`s, of texts, or of objects of a class
    of the program.
    """
    elements: dict[Any, int] = {}
    classes: dict[Any, syntax.Class] = {}
    for node, type_ in types.items():
        match type_:
            case Reference(target=Declared() as declared) | TypeParameter(owner=Declared() as declared):
                class_ = _class_of(declared)
                if class_ is not None:
                    classes[node] = class_
                elif declared.name in ELEMENTS:
                    elements[node] = ELEMENTS[declared.name]
                elif declared.name == "DataView":
                    elements[node] = DATA_VIEW
            case _:
                pass
    texts = {node for node, type_ in types.items() if type_.flags & STRING_LIKE}
    return ExpectedValues(elements, classes, texts)


def _class_of(declared: Declared) -> syntax.Class | None:
    """The class that declares it."""
    written = () if declared.symbol is None else declared.symbol.declarations
    return next((item for item in written if isinstance(item, syntax.Class)), None)
