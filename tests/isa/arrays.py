"""Arrays."""

from .cases import Case, Refused, gives, joined, refused, refused_operands, throws

KINDS = {"I32": ("i32", "CONST_I32 7", 7), "F64": ("f64", "CONST_F64 0.5", 0.5), "BOOL": ("bool", "CONST_TRUE", True)}
NEGATIVE = "RangeError: Invalid array length"


def outside(index: int, length: int) -> str:
    """The error of an access outside."""
    return f"RangeError: array index {index} is out of bounds for length {length}"


def element_cases(suffix: str) -> list[Case]:
    """Getting, setting and pushing elements of a primitive type."""
    kind, value, python = KINDS[suffix]
    new = f"CONST_I32 3 | NEW_ARRAY_ZEROED {kind} | STORE_LOCAL 0 | "
    zero = type(python)(0)
    cases = joined(
        gives(f"ARRAY_GET_{suffix}", f"{new} LOAD_LOCAL 0 | CONST_I32 2 | ARRAY_GET_{suffix}", zero, f"array({kind})"),
        gives(
            f"ARRAY_SET_{suffix}",
            f"{new} LOAD_LOCAL 0 | CONST_I32 2 | {value} | ARRAY_SET_{suffix} | "
            f"LOAD_LOCAL 0 | CONST_I32 2 | ARRAY_GET_{suffix}",
            python,
            f"array({kind})",
        ),
        gives(
            f"ARRAY_PUSH_{suffix}",
            f"NEW_ARRAY {kind} | STORE_LOCAL 0 | again: LOAD_LOCAL 0 | {value} | ARRAY_PUSH_{suffix} | "
            "LOAD_LOCAL 0 | ARRAY_LENGTH | CONST_I32 9 | ILT | JUMP_IF_TRUE again | "
            f"LOAD_LOCAL 0 | CONST_I32 8 | ARRAY_GET_{suffix}",
            python,
            f"array({kind})",
        ),
    )
    for index in (-1, 3, -(2**31), 2**31 - 1):
        text = f"{new} LOAD_LOCAL 0 | CONST_I32 {index}"
        wrong = outside(index, 3)
        cases += throws(f"ARRAY_GET_{suffix}", f"{text} | ARRAY_GET_{suffix}", wrong, kind, f"array({kind})")
        cases += throws(
            f"ARRAY_SET_{suffix}", f"{text} | {value} | ARRAY_SET_{suffix}", wrong, "void", f"array({kind})"
        )
    return cases


STRINGS = 'NEW_ARRAY string | STORE_LOCAL 0 | LOAD_LOCAL 0 | CONST_STRING "a" | ARRAY_PUSH_REF | '
ELEMENT = "LOAD_LOCAL 0 | CONST_I32 0 | ARRAY_GET_REF"

CASES = joined(
    gives("NEW_ARRAY", "NEW_ARRAY i32 | ARRAY_LENGTH", 0),
    gives("NEW_ARRAY", "NEW_ARRAY array(string) | ARRAY_LENGTH", 0),
    gives("NEW_ARRAY_ZEROED", "CONST_I32 1000 | NEW_ARRAY_ZEROED f64 | ARRAY_LENGTH", 1000),
    gives("NEW_ARRAY_ZEROED", "CONST_I32 0 | NEW_ARRAY_ZEROED bool | ARRAY_LENGTH", 0),
    throws("NEW_ARRAY_ZEROED", "CONST_I32 -1 | NEW_ARRAY_ZEROED i32 | ARRAY_LENGTH", NEGATIVE),
    gives(
        "NEW_ARRAY_ZEROED",
        "TRY no | CONST_I32 2147483647 | NEW_ARRAY_ZEROED f64 | ARRAY_LENGTH | END_TRY | "
        "I32_TO_STRING | RETURN | no: ERROR_MESSAGE",
        "out of memory",
    ),
    gives("ARRAY_LENGTH", "CONST_I32 5 | NEW_ARRAY_ZEROED bool | ARRAY_LENGTH", 5),
    *(element_cases(suffix) for suffix in KINDS),
    gives("ARRAY_GET_REF", STRINGS + ELEMENT, "a", "array(string)"),
    throws(
        "ARRAY_GET_REF",
        STRINGS + "LOAD_LOCAL 0 | CONST_I32 1 | ARRAY_GET_REF",
        outside(1, 1),
        "string",
        "array(string)",
    ),
    gives(
        "ARRAY_SET_REF",
        STRINGS + 'LOAD_LOCAL 0 | CONST_I32 0 | CONST_STRING "b" | ARRAY_SET_REF | ' + ELEMENT,
        "b",
        "array(string)",
    ),
    throws(
        "ARRAY_SET_REF",
        STRINGS + 'LOAD_LOCAL 0 | CONST_I32 -1 | CONST_STRING "b" | ARRAY_SET_REF',
        outside(-1, 1),
        "void",
        "array(string)",
    ),
    gives(
        "ARRAY_PUSH_REF",
        "NEW_ARRAY string | STORE_LOCAL 0 | again: LOAD_LOCAL 0 | LOAD_LOCAL 0 | ARRAY_LENGTH | I32_TO_STRING | "
        "ARRAY_PUSH_REF | LOAD_LOCAL 0 | ARRAY_LENGTH | CONST_I32 20 | ILT | JUMP_IF_TRUE again | "
        "LOAD_LOCAL 0 | CONST_I32 3 | ARRAY_GET_REF | LOAD_LOCAL 0 | CONST_I32 19 | ARRAY_GET_REF | STRING_CONCAT",
        "319",
        "array(string)",
    ),
)


def wrong_element(mnemonic: str, index: str = "CONST_I32 0 | ") -> list[Refused]:
    """A reference that is not of the element's type, and an array of another kind."""
    return [
        refused(mnemonic, f"NEW_ARRAY string | {index}NEW_ARRAY i32 | {mnemonic} | RETURN_VOID", "void"),
        refused(mnemonic, f"NEW_ARRAY i32 | {index}CONST_I32 1 | {mnemonic} | RETURN_VOID", "void"),
        refused(mnemonic, f"{mnemonic} | RETURN_VOID", "void"),
    ]


REFUSED = [
    refused("NEW_ARRAY", "NEW_ARRAY 1000 | RETURN", "array(i32)"),
    refused("NEW_ARRAY", "NEW_ARRAY i32 | RETURN", "array(f64)", at="RETURN"),
    refused("NEW_ARRAY_ZEROED", "CONST_I32 1 | NEW_ARRAY_ZEROED string | RETURN", "array(string)"),
    refused("NEW_ARRAY_ZEROED", "CONST_F64 1.0 | NEW_ARRAY_ZEROED i32 | RETURN", "array(i32)"),
    refused("NEW_ARRAY_ZEROED", "NEW_ARRAY_ZEROED i32 | RETURN", "array(i32)"),
    refused("ARRAY_LENGTH", 'CONST_STRING "x" | ARRAY_LENGTH | RETURN'),
    refused("ARRAY_LENGTH", "ARRAY_LENGTH | RETURN"),
    *(
        case
        for suffix in KINDS
        for action in ("GET", "SET", "PUSH")
        for case in refused_operands(f"ARRAY_{action}_{suffix}")
    ),
    refused("ARRAY_GET_REF", "NEW_ARRAY i32 | CONST_I32 0 | ARRAY_GET_REF | RETURN"),
    refused("ARRAY_GET_REF", "NEW_ARRAY string | CONST_TRUE | ARRAY_GET_REF | RETURN", "string"),
    refused("ARRAY_GET_REF", "NEW_ARRAY string | CONST_I32 0 | ARRAY_GET_REF | RETURN", "error", at="RETURN"),
    *wrong_element("ARRAY_SET_REF"),
    *wrong_element("ARRAY_PUSH_REF", ""),
]
