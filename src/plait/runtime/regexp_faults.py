"""What can be wrong with a pattern, and what V8 says of it."""

from __future__ import annotations

from enum import IntEnum, auto


class RegexpFault(IntEnum):
    """Mistakes in patterns. 0 is none."""

    TOO_LARGE = auto()
    UNTERMINATED_GROUP = auto()
    UNMATCHED_PARENTHESIS = auto()
    ESCAPE_AT_END = auto()
    INVALID_PROPERTY = auto()
    INVALID_ESCAPE = auto()
    INVALID_DECIMAL_ESCAPE = auto()
    INVALID_UNICODE_ESCAPE = auto()
    NOTHING_TO_REPEAT = auto()
    LONE_BRACKETS = auto()
    NUMBERS_OUT_OF_ORDER = auto()
    INCOMPLETE_QUANTIFIER = auto()
    INVALID_QUANTIFIER = auto()
    INVALID_GROUP = auto()
    INVALID_MODIFIERS = auto()
    REPEATED_MODIFIER = auto()
    TOO_MANY_GROUPS = auto()
    INVALID_GROUP_NAME = auto()
    DUPLICATE_GROUP_NAME = auto()
    INVALID_NAMED_REFERENCE = auto()
    UNKNOWN_NAMED_REFERENCE = auto()
    INVALID_CLASS_ESCAPE = auto()
    INVALID_CLASS_PROPERTY = auto()
    INVALID_CLASS = auto()
    UNTERMINATED_CLASS = auto()
    RANGE_OUT_OF_ORDER = auto()
    INVALID_SET_OPERATION = auto()
    INVALID_CLASS_CHARACTER = auto()
    NEGATED_STRINGS = auto()


MESSAGES: dict[RegexpFault, str] = {
    RegexpFault.TOO_LARGE: "Regular expression too large",
    RegexpFault.UNTERMINATED_GROUP: "Unterminated group",
    RegexpFault.UNMATCHED_PARENTHESIS: "Unmatched ')'",
    RegexpFault.ESCAPE_AT_END: "\\ at end of pattern",
    RegexpFault.INVALID_PROPERTY: "Invalid property name",
    RegexpFault.INVALID_ESCAPE: "Invalid escape",
    RegexpFault.INVALID_DECIMAL_ESCAPE: "Invalid decimal escape",
    RegexpFault.INVALID_UNICODE_ESCAPE: "Invalid Unicode escape",
    RegexpFault.NOTHING_TO_REPEAT: "Nothing to repeat",
    RegexpFault.LONE_BRACKETS: "Lone quantifier brackets",
    RegexpFault.NUMBERS_OUT_OF_ORDER: "numbers out of order in {} quantifier",
    RegexpFault.INCOMPLETE_QUANTIFIER: "Incomplete quantifier",
    RegexpFault.INVALID_QUANTIFIER: "Invalid quantifier",
    RegexpFault.INVALID_GROUP: "Invalid group",
    RegexpFault.INVALID_MODIFIERS: "Invalid flag group",
    RegexpFault.REPEATED_MODIFIER: "Repeated flag in flag group",
    RegexpFault.TOO_MANY_GROUPS: "Too many captures",
    RegexpFault.INVALID_GROUP_NAME: "Invalid capture group name",
    RegexpFault.DUPLICATE_GROUP_NAME: "Duplicate capture group name",
    RegexpFault.INVALID_NAMED_REFERENCE: "Invalid named reference",
    RegexpFault.UNKNOWN_NAMED_REFERENCE: "Invalid named capture referenced",
    RegexpFault.INVALID_CLASS_ESCAPE: "Invalid class escape",
    RegexpFault.INVALID_CLASS_PROPERTY: "Invalid property name in character class",
    RegexpFault.INVALID_CLASS: "Invalid character class",
    RegexpFault.UNTERMINATED_CLASS: "Unterminated character class",
    RegexpFault.RANGE_OUT_OF_ORDER: "Range out of order in character class",
    RegexpFault.INVALID_SET_OPERATION: "Invalid set operation in character class",
    RegexpFault.INVALID_CLASS_CHARACTER: "Invalid character in character class",
    RegexpFault.NEGATED_STRINGS: "Negated character class may contain strings",
}
