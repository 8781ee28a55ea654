"""What can be gone over, element by element."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.context import Context
from plait.frontend.check.conversions import unknown
from plait.frontend.check.types import INVALID, TEXT, UNKNOWN, ArrayOf, Type, has_invalid
from plait.frontend.codes import Code


def element_of(context: Context, value: typed.Expression) -> Type:
    """The type of the elements of an array or string; what is neither is reported."""
    if isinstance(value.type, ArrayOf):
        return value.type.element
    if value.type is TEXT:
        return TEXT
    if has_invalid(value.type):
        return INVALID
    if value.type is UNKNOWN:
        unknown(context, value.span)
    else:
        context.report(
            Code.STATEMENT,
            value.span,
            f"a value of type {value.type} has no elements to go over",
            "arrays and strings have",
        )
    return INVALID
