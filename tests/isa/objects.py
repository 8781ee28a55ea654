"""Objects of classes."""

from .cases import Refused, gives, joined

CASES = joined(
    gives("NEW_OBJECT", "NEW_OBJECT 2 | GET_FIELD 2 1", "RangeError"),
)

REFUSED: list[Refused] = []
