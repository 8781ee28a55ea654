"""Arrays."""

from .cases import Case, Refused, Value, gives, joined, null, refused, refused_operands, throws

KINDS: dict[str, tuple[str, str, Value]] = {
    "I32": ("i32", "CONST_I32 7", 7),
    "I64": ("i64", "CONST_I64 -1099511627776", -(2**40)),
    "F64": ("f64", "CONST_F64 0.5", 0.5),
    "BOOL": ("bool", "CONST_TRUE", True),
    "ANY": ("any", 'CONST_STRING "s" | BOX_REF', "s"),
}
NEGATIVE = "RangeError: Invalid array length"


def outside(index: int, length: int) -> str:
    """The error of an access outside."""
    return f"RangeError: array index {index} is out of bounds for length {length}"


def element_cases(suffix: str) -> list[Case]:
    """Getting, setting and pushing elements of a primitive type."""
    kind, value, python = KINDS[suffix]
    new = f"CONST_I32 3 | NEW_ARRAY_ZEROED {kind} | STORE_LOCAL 0 | "
    zero: Value = {"any": None, "f64": 0.0, "bool": False}.get(kind, 0)
    cases = joined(
        gives(
            f"ARRAY_GET_{suffix}",
            f"{new} LOAD_LOCAL 0 | CONST_I32 2 | ARRAY_GET_{suffix}",
            zero,
            f"array({kind})",
            "",
            kind,
        ),
        gives(
            f"ARRAY_SET_{suffix}",
            f"{new} LOAD_LOCAL 0 | CONST_I32 2 | {value} | ARRAY_SET_{suffix} | "
            f"LOAD_LOCAL 0 | CONST_I32 2 | ARRAY_GET_{suffix}",
            python,
            f"array({kind})",
            result=kind,
        ),
        gives(
            f"ARRAY_PUSH_{suffix}",
            f"NEW_ARRAY {kind} | STORE_LOCAL 0 | again: LOAD_LOCAL 0 | {value} | ARRAY_PUSH_{suffix} | "
            "LOAD_LOCAL 0 | ARRAY_LENGTH | CONST_I32 9 | ILT | JUMP_IF_TRUE again | "
            f"LOAD_LOCAL 0 | CONST_I32 8 | ARRAY_GET_{suffix}",
            python,
            f"array({kind})",
            result=kind,
        ),
    )
    for index in (-1, 3, -(2**31), 2**31 - 1):
        text = f"{new} LOAD_LOCAL 0 | CONST_I32 {index}"
        wrong = outside(index, 3)
        cases += throws(f"ARRAY_GET_{suffix}", f"{text} | ARRAY_GET_{suffix}", wrong, kind, f"array({kind})")
        cases += throws(
            f"ARRAY_SET_{suffix}", f"{text} | {value} | ARRAY_SET_{suffix}", wrong, "void", f"array({kind})"
        )
    nothing = f"CONST_NULL array({kind})"
    cases += null(f"ARRAY_GET_{suffix}", f"{nothing} | CONST_I32 0 | ARRAY_GET_{suffix}", kind)
    cases += null(f"ARRAY_SET_{suffix}", f"{nothing} | CONST_I32 0 | {value} | ARRAY_SET_{suffix}")
    cases += null(f"ARRAY_PUSH_{suffix}", f"{nothing} | {value} | ARRAY_PUSH_{suffix}")
    return cases


def removal_cases(kind: str, push: str, values: list[str], python: list[Value]) -> list[Case]:
    """Taking the elements of an array of two from either end."""
    new = f"NEW_ARRAY {kind} | STORE_LOCAL 0 | " + " | ".join(
        f"LOAD_LOCAL 0 | {value} | ARRAY_PUSH_{push}" for value in values
    )
    length = "LOAD_LOCAL 0 | ARRAY_LENGTH"
    local = f"array({kind})"
    cases: list[Case] = []
    for mnemonic, first, second in (("ARRAY_POP", python[1], python[0]), ("ARRAY_SHIFT", python[0], python[1])):
        take = f"LOAD_LOCAL 0 | {mnemonic}"
        cases += gives(mnemonic, f"{new} | {take}", first, local, result=kind)
        cases += gives(mnemonic, f"{new} | {take} | POP | {take}", second, local, result=kind)
        cases += gives(mnemonic, f"{new} | {take} | POP | {take} | POP | {length}", 0, local)
        cases += throws(mnemonic, f"NEW_ARRAY {kind} | {mnemonic}", "RangeError: the array is empty", kind)
        cases += null(mnemonic, f"CONST_NULL array({kind}) | {mnemonic}", kind)
    return cases


def literal_cases(kind: str, suffix: str, values: list[str], python: list[Value]) -> list[Case]:
    """An array of elements: each is at its place, and the array goes on as any other."""
    count = len(values)
    new = f"{' | '.join(values)} | NEW_ARRAY_OF {kind} {count} | STORE_LOCAL 0"
    local = f"array({kind})"
    cases = joined(
        *(
            gives(
                "NEW_ARRAY_OF", f"{new} | LOAD_LOCAL 0 | CONST_I32 {place} | ARRAY_GET_{suffix}", value, local, "", kind
            )
            for place, value in enumerate(python)
        )
    )
    cases += gives("NEW_ARRAY_OF", f"{new} | LOAD_LOCAL 0 | ARRAY_LENGTH", count, local)
    grown = f"{new} | LOAD_LOCAL 0 | {values[0]} | ARRAY_PUSH_{suffix} | LOAD_LOCAL 0 | CONST_I32 {count}"
    cases += gives("NEW_ARRAY_OF", f"{grown} | ARRAY_GET_{suffix}", python[0], local, result=kind)
    return cases


THREE = "CONST_I32 3 | NEW_ARRAY_ZEROED f64 | STORE_LOCAL 0 | LOAD_LOCAL 0"
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
        "I32_TO_STRING | RETURN | no: CALL message 1",
        "out of memory",
    ),
    literal_cases("i32", "I32", ["CONST_I32 -1", "CONST_I32 2", "CONST_I32 3"], [-1, 2, 3]),
    literal_cases("i64", "I64", ["CONST_I64 -1099511627776", "CONST_I64 2"], [-(2**40), 2]),
    literal_cases("f64", "F64", ["CONST_F64 -0.5", "CONST_F64 2.0"], [-0.5, 2.0]),
    literal_cases(
        "bool", "BOOL", ["CONST_FALSE", "CONST_TRUE", "CONST_I32 1 | CONST_I32 2 | ILT"], [False, True, True]
    ),
    literal_cases("string", "REF", ['CONST_STRING "a"', "CONST_I32 7 | I32_TO_STRING"], ["a", "7"]),
    literal_cases("any", "ANY", ['CONST_STRING "a" | BOX_REF', "CONST_F64 0.5 | BOX_F64"], ["a", 0.5]),
    gives("NEW_ARRAY_OF", "NEW_ARRAY_OF string 0 | ARRAY_LENGTH", 0),
    gives("NEW_ARRAY_OF", "NEW_ARRAY i32 | NEW_ARRAY_OF i32 0 | NEW_ARRAY_OF array(i32) 2 | ARRAY_LENGTH", 2),
    gives("ARRAY_LENGTH", "CONST_I32 5 | NEW_ARRAY_ZEROED bool | ARRAY_LENGTH", 5),
    null("ARRAY_LENGTH", "CONST_NULL array(string) | ARRAY_LENGTH", "i32"),
    *(element_cases(suffix) for suffix in KINDS),
    removal_cases("i32", "I32", ["CONST_I32 -1", "CONST_I32 2"], [-1, 2]),
    removal_cases("i64", "I64", ["CONST_I64 -1099511627776", "CONST_I64 2"], [-(2**40), 2]),
    removal_cases("f64", "F64", ["CONST_F64 -0.5", "CONST_F64 2.0"], [-0.5, 2.0]),
    removal_cases("bool", "BOOL", ["CONST_TRUE", "CONST_FALSE"], [True, False]),
    removal_cases("string", "REF", ['CONST_STRING "a"', 'CONST_STRING "b"'], ["a", "b"]),
    removal_cases("any", "ANY", ['CONST_STRING "a" | BOX_REF', "CONST_F64 0.5 | BOX_F64"], ["a", 0.5]),
    gives("ARRAY_TRUNCATE", f"{THREE} | CONST_I32 1 | ARRAY_TRUNCATE | LOAD_LOCAL 0 | ARRAY_LENGTH", 1, "array(f64)"),
    gives("ARRAY_TRUNCATE", f"{THREE} | CONST_I32 3 | ARRAY_TRUNCATE | LOAD_LOCAL 0 | ARRAY_LENGTH", 3, "array(f64)"),
    *(
        throws("ARRAY_TRUNCATE", f"{THREE} | CONST_I32 {length} | ARRAY_TRUNCATE", NEGATIVE, "void", "array(f64)")
        for length in (4, -1)
    ),
    null("ARRAY_TRUNCATE", "CONST_NULL array(i32) | CONST_I32 0 | ARRAY_TRUNCATE"),
    null("ARRAY_GET_REF", "CONST_NULL array(string) | CONST_I32 0 | ARRAY_GET_REF", "string"),
    null("ARRAY_SET_REF", 'CONST_NULL array(string) | CONST_I32 0 | CONST_STRING "a" | ARRAY_SET_REF'),
    null("ARRAY_PUSH_REF", 'CONST_NULL array(string) | CONST_STRING "a" | ARRAY_PUSH_REF'),
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
    refused("NEW_ARRAY_OF", "CONST_I32 1 | NEW_ARRAY_OF i32 2 | RETURN", "array(i32)"),
    refused("NEW_ARRAY_OF", "CONST_I32 1 | CONST_F64 1.0 | NEW_ARRAY_OF i32 2 | RETURN", "array(i32)"),
    refused("NEW_ARRAY_OF", "CONST_I32 1 | NEW_ARRAY_OF 1000 1 | RETURN", "array(i32)"),
    refused("NEW_ARRAY_OF", "CONST_I32 1 | NEW_ARRAY_OF i32 1 | RETURN", "array(f64)", at="RETURN"),
    refused("NEW_ARRAY_ZEROED", "CONST_I32 1 | NEW_ARRAY_ZEROED string | RETURN", "array(string)"),
    refused("NEW_ARRAY_ZEROED", "CONST_F64 1.0 | NEW_ARRAY_ZEROED i32 | RETURN", "array(i32)"),
    refused("NEW_ARRAY_ZEROED", "NEW_ARRAY_ZEROED i32 | RETURN", "array(i32)"),
    refused("ARRAY_LENGTH", 'CONST_STRING "x" | ARRAY_LENGTH | RETURN'),
    refused("ARRAY_LENGTH", "ARRAY_LENGTH | RETURN"),
    refused("ARRAY_POP", "NEW_ARRAY i32 | ARRAY_POP | RETURN", "f64", at="RETURN"),
    refused("ARRAY_POP", 'CONST_STRING "x" | ARRAY_POP | RETURN'),
    refused("ARRAY_SHIFT", "NEW_ARRAY string | ARRAY_SHIFT | RETURN", at="RETURN"),
    refused("ARRAY_SHIFT", "ARRAY_SHIFT | RETURN"),
    refused("ARRAY_TRUNCATE", "NEW_ARRAY i32 | CONST_F64 0.0 | ARRAY_TRUNCATE | RETURN_VOID", "void"),
    refused("ARRAY_TRUNCATE", "CONST_I32 0 | ARRAY_TRUNCATE | RETURN_VOID", "void"),
    *(
        case
        for suffix in KINDS
        for action in ("GET", "SET", "PUSH")
        for case in refused_operands(f"ARRAY_{action}_{suffix}")
    ),
    refused("ARRAY_GET_REF", "NEW_ARRAY i32 | CONST_I32 0 | ARRAY_GET_REF | RETURN"),
    refused("ARRAY_GET_REF", "NEW_ARRAY string | CONST_TRUE | ARRAY_GET_REF | RETURN", "string"),
    refused("ARRAY_GET_REF", "NEW_ARRAY string | CONST_I32 0 | ARRAY_GET_REF | RETURN", "object(0)", at="RETURN"),
    *wrong_element("ARRAY_SET_REF"),
    *wrong_element("ARRAY_PUSH_REF", ""),
]
