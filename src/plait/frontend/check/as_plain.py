"""Values of enums as the numbers and strings that they are."""

from __future__ import annotations

from plait.frontend.check import typed
from plait.frontend.check.types import EnumOf, plain


def as_plain(value: typed.Expression) -> typed.Expression:
    """The number or string that a value of an enum is; any other value itself."""
    if not isinstance(value.type, EnumOf):
        return value
    if isinstance(value, typed.Constant):
        return typed.Constant(value.span, plain(value.type), value.value, value.is_literal)
    return typed.Convert(value.span, plain(value.type), value)
