"""Strings."""

from math import nan

from .cases import Case, gives, joined, null, refused_operands, throws

DOUBLING = (
    'CONST_STRING "0123456789abcdef" | STORE_LOCAL 0 | again: LOAD_LOCAL 0 | LOAD_LOCAL 0 | STRING_CONCAT | '
    "STORE_LOCAL 0 | JUMP again"
)


def shown(mnemonic: str, number: float, text: str) -> list[Case]:
    """A number as text, as a constant and not as one."""
    by_local = gives(mnemonic, f"CONST_F64 {number!r} | STORE_LOCAL 0 | LOAD_LOCAL 0 | {mnemonic}", text, "f64")
    return gives(mnemonic, f"CONST_F64 {number!r} | {mnemonic}", text) + by_local


AB = 'CONST_STRING "ab"'
ABOVE = 'CONST_STRING "a\\u{3a9}b"'
EMPTY = 'CONST_STRING ""'
NO_STRING = "CONST_NULL string"
OUTSIDE = "RangeError: string index 2 is out of bounds for length 2"
COMPARISONS = {"LT": lambda a, b: a < b, "LE": lambda a, b: a <= b, "GT": lambda a, b: a > b, "GE": lambda a, b: a >= b}


def compared(name: str) -> list[Case]:
    """An order of strings, and null on either side."""
    mnemonic = f"STRING_{name}"
    pairs = [("a", "ab"), ("b", "ab"), ("z", "\u03a9"), ("ab", "ab"), ("", "")]
    cases = [
        gives(mnemonic, f'CONST_STRING "{a}" | CONST_STRING "{b}" | {mnemonic}', COMPARISONS[name](a, b))
        for a, b in pairs
    ]
    nulls = [null(mnemonic, f"{a} | {b} | {mnemonic}", "bool") for a, b in ((AB, NO_STRING), (NO_STRING, EMPTY))]
    return joined(*cases, *nulls)


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
    *(compared(name) for name in COMPARISONS),
    *(
        null("STRING_CONCAT", f"{a} | {b} | STRING_CONCAT", "string")
        for a, b in ((AB, NO_STRING), (NO_STRING, EMPTY), (EMPTY, NO_STRING), (NO_STRING, NO_STRING))
    ),
    gives("STRING_EQ", f"{NO_STRING} | {NO_STRING} | STRING_EQ", True),
    gives("STRING_EQ", f"{NO_STRING} | {EMPTY} | STRING_EQ", False),
    gives("STRING_NE", f"{EMPTY} | {NO_STRING} | STRING_NE", True),
    gives("STRING_NE", 'CONST_STRING "ab" | CONST_STRING "a" | CONST_STRING "b" | STRING_CONCAT | STRING_NE', False),
    gives("STRING_NE", 'CONST_STRING "ab" | CONST_STRING "ac" | STRING_NE', True),
    null("STRING_LENGTH", f"{NO_STRING} | STRING_LENGTH", "i32"),
    gives("STRING_CHAR_CODE_AT", f"{AB} | CONST_I32 1 | STRING_CHAR_CODE_AT", 98),
    gives("STRING_CHAR_CODE_AT", f"{ABOVE} | CONST_I32 1 | STRING_CHAR_CODE_AT", 0x3A9),
    throws("STRING_CHAR_CODE_AT", f"{AB} | CONST_I32 2 | STRING_CHAR_CODE_AT", OUTSIDE),
    throws("STRING_CHAR_CODE_AT", f"{AB} | CONST_I32 -1 | STRING_CHAR_CODE_AT", "RangeError: string index -1 is"),
    null("STRING_CHAR_CODE_AT", f"{NO_STRING} | CONST_I32 0 | STRING_CHAR_CODE_AT", "i32"),
    *(
        gives("STRING_SUBSTRING", f"{text} | CONST_I32 {start} | CONST_I32 {end} | STRING_SUBSTRING", value)
        for text, start, end, value in (
            (AB, 0, 2, "ab"),
            (AB, 1, 9, "b"),
            (AB, 2, -5, "ab"),
            (AB, 1, 1, ""),
            (ABOVE, 2, 1, "\u03a9"),
            (ABOVE, 0, 1, "a"),
        )
    ),
    gives(
        "STRING_SUBSTRING",
        f"{ABOVE} | STORE_LOCAL 0 | CONST_I32 2 | STORE_LOCAL 1 | CONST_I32 3 | STORE_LOCAL 2 | LOAD_LOCAL 0 | "
        "LOAD_LOCAL 1 | LOAD_LOCAL 2 | STRING_SUBSTRING",
        "b",
        "string, i32, i32",
    ),
    null("STRING_SUBSTRING", f"{NO_STRING} | CONST_I32 0 | CONST_I32 0 | STRING_SUBSTRING", "string"),
)

REFUSED = [case for mnemonic in dict.fromkeys(case.mnemonic for case in CASES) for case in refused_operands(mnemonic)]
