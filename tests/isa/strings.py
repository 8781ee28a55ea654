"""Strings."""

from math import nan

from .cases import Case, gives, joined, refused_operands, throws

DOUBLING = (
    'CONST_STRING "0123456789abcdef" | STORE_LOCAL 0 | again: LOAD_LOCAL 0 | LOAD_LOCAL 0 | STRING_CONCAT | '
    "STORE_LOCAL 0 | JUMP again"
)


def shown(mnemonic: str, number: float, text: str) -> list[Case]:
    """A number as text, as a constant and not as one."""
    by_local = gives(mnemonic, f"CONST_F64 {number!r} | STORE_LOCAL 0 | LOAD_LOCAL 0 | {mnemonic}", text, "f64")
    return gives(mnemonic, f"CONST_F64 {number!r} | {mnemonic}", text) + by_local


CASES = joined(
    gives("STRING_CONCAT", 'CONST_STRING "ab" | CONST_STRING "" | STRING_CONCAT', "ab"),
    gives("STRING_CONCAT", 'CONST_STRING "ab" | CONST_STRING "\\u{3a9}" | STRING_CONCAT', "ab\u03a9"),
    throws("STRING_CONCAT", DOUBLING, "out of memory: max_memory is 4194304", "string", "string"),
    gives("STRING_EQ", 'CONST_STRING "ab" | CONST_STRING "a" | CONST_STRING "b" | STRING_CONCAT | STRING_EQ', True),
    gives("STRING_EQ", 'CONST_STRING "ab" | CONST_STRING "ac" | STRING_EQ', False),
    gives("STRING_EQ", 'CONST_STRING "a" | CONST_STRING "\\u{3a9}" | STRING_EQ', False),
    gives("STRING_LENGTH", 'CONST_STRING "" | STRING_LENGTH', 0),
    gives("STRING_LENGTH", 'CONST_STRING "a\\u{1f600}" | STRING_LENGTH', 3),
    gives("I32_TO_STRING", "CONST_I32 -2147483648 | I32_TO_STRING", "-2147483648"),
    gives("I32_TO_STRING", "CONST_I32 0 | STORE_LOCAL 0 | LOAD_LOCAL 0 | I32_TO_STRING", "0", "i32"),
    shown("F64_TO_STRING", 0.1, "0.1"),
    shown("F64_TO_STRING", 1e21, "1e+21"),
    shown("F64_TO_STRING", -0.0, "0"),
    shown("F64_TO_STRING", nan, "NaN"),
    shown("F64_TO_DISPLAY", -0.0, "-0"),
    shown("F64_TO_DISPLAY", 123456789012345680000.0, "123456789012345680000"),
    gives("BOOL_TO_STRING", "CONST_TRUE | BOOL_TO_STRING", "true"),
    gives("BOOL_TO_STRING", "CONST_FALSE | STORE_LOCAL 0 | LOAD_LOCAL 0 | BOOL_TO_STRING", "false", "bool"),
    gives("STRING_LT", 'CONST_STRING "a" | CONST_STRING "ab" | STRING_LT', True),
    gives("STRING_LT", 'CONST_STRING "b" | CONST_STRING "ab" | STRING_LT', False),
    gives("STRING_LT", 'CONST_STRING "z" | CONST_STRING "\\u{3a9}" | STRING_LT', True),
    gives("STRING_LT", 'CONST_STRING "ab" | CONST_STRING "ab" | STRING_LT', False),
)

REFUSED = [case for mnemonic in dict.fromkeys(case.mnemonic for case in CASES) for case in refused_operands(mnemonic)]
