"""The members of the built-in classes of errors."""

from __future__ import annotations

from plait.frontend.check.members import Member, MemberKind, Shape
from plait.frontend.check.types import BUILTIN_ERRORS, TEXT, UNDEFINED, UNKNOWN, VOID, FunctionOf, ObjectOf, Type, union

_ERROR = BUILTIN_ERRORS["Error"]


def _field(name: str, type_: Type, is_optional: bool = False) -> Member:
    return Member(name, MemberKind.FIELD, lambda: type_, None, _ERROR, is_optional=is_optional)


_ERROR.members.update(
    message=_field("message", TEXT),
    name=_field("name", TEXT),
    cause=_field("cause", UNKNOWN, is_optional=True),
    stack=_field("stack", union((TEXT, UNDEFINED)), is_optional=True),
)

_OPTIONS = Shape(
    "ErrorOptions", lambda: {"cause": Member("cause", MemberKind.FIELD, lambda: UNKNOWN, is_optional=True)}
)

ERROR_CONSTRUCTOR = FunctionOf((union((TEXT, UNDEFINED)), union((ObjectOf(_OPTIONS), UNDEFINED))), VOID, 2)
"""What the constructor of an error takes: a message and options."""


def options_shape() -> Shape:
    """The object type of the options of an error."""
    return _OPTIONS
