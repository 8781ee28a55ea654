"""Dynamic values."""

from math import inf, nan

from .cases import Case, Value, gives, joined, refused, refused_operands, throws

BAD = "TypeError: the value is not of the type that is asked for"
NO_TEXT = "TypeError: arrays, functions and objects of a dynamic type have no text yet"
UNDEFINED = "CONST_UNDEFINED"
NULL = "CONST_NULL string | BOX_REF"
STRING = 'CONST_STRING "a" | CONST_STRING "b" | STRING_CONCAT | BOX_REF'
EMPTY = 'CONST_STRING "" | BOX_REF'
ARRAY = "NEW_ARRAY string | BOX_REF"
ERROR = 'CONST_STRING "oh" | NEW_ERROR 2 | BOX_REF'
CELL = "CONST_I32 1 | NEW_CELL i32 | BOX_REF"


def number(value: float) -> str:
    """Pushes a number."""
    return f"CONST_F64 {value!r} | BOX_F64"


def bigint(value: int) -> str:
    """Pushes an i64."""
    return f"CONST_I64 {value} | BOX_I64"


def boolean(value: bool) -> str:
    """Pushes a bool."""
    return f"CONST_{str(value).upper()} | BOX_BOOL"


TYPES = {
    UNDEFINED: "undefined",
    NULL: "object",
    boolean(True): "boolean",
    number(nan): "number",
    number(-inf): "number",
    STRING: "string",
    bigint(1): "bigint",
    ARRAY: "object",
    ERROR: "object",
    CELL: "object",
}
TRUTHY = {
    UNDEFINED: False,
    NULL: False,
    boolean(True): True,
    boolean(False): False,
    number(0.0): False,
    number(-0.0): False,
    number(nan): False,
    number(5e-324): True,
    number(-1.0): True,
    EMPTY: False,
    STRING: True,
    bigint(0): False,
    bigint(-1): True,
    ARRAY: True,
}
TEXTS = {
    UNDEFINED: ("undefined", "undefined"),
    NULL: ("null", "null"),
    boolean(True): ("true", "true"),
    boolean(False): ("false", "false"),
    number(-0.0): ("0", "-0"),
    number(1e21): ("1e+21", "1e+21"),
    "CONST_I32 -5 | BOX_I32": ("-5", "-5"),
    STRING: ("ab", "ab"),
    bigint(-(2**63)): (str(-(2**63)), f"{-(2**63)}n"),
}
OBJECT_TEXTS = {
    ERROR: "RangeError: oh",
    'CONST_STRING "" | NEW_ERROR 0 | BOX_REF': "Error",
    CELL: "[object Object]",
}
OTHERS = (UNDEFINED, NULL, boolean(False), number(0.5), number(nan), STRING, bigint(0), ARRAY, ERROR)
EQUAL = (
    (UNDEFINED, UNDEFINED, True),
    (UNDEFINED, NULL, False),
    (boolean(True), boolean(True), True),
    (boolean(True), number(1.0), False),
    (number(0.0), number(-0.0), True),
    (number(nan), number(nan), False),
    (number(-1.5), number(-1.5), True),
    (STRING, STRING, True),
    (STRING, EMPTY, False),
    (bigint(2**40), bigint(2**40), True),
    (bigint(1), number(1.0), False),
    (ARRAY, ARRAY, False),
    (ARRAY, STRING, False),
)


def unboxed(mnemonic: str, result: str, good: dict[str, Value], bad: tuple[str, ...]) -> list[Case]:
    """What an unboxing instruction gives, and what it refuses."""
    cases = [gives(mnemonic, f"{value} | {mnemonic}", python, result=result) for value, python in good.items()]
    return joined(*cases, *(throws(mnemonic, f"{value} | {mnemonic}", BAD, result) for value in bad))


def without(*taken: str) -> tuple[str, ...]:
    """The other samples."""
    return tuple(item for item in OTHERS if item not in taken)


TESTS: dict[str, tuple[str, ...]] = {
    "f64": (number(0.5), number(nan), "CONST_I32 1 | BOX_I32"),
    "i32": ("CONST_I32 -1 | BOX_I32", number(2.0)),
    "i64": (bigint(0),),
    "bool": (boolean(False), boolean(True)),
    "string": (STRING, EMPTY),
    "array(string)": (ARRAY,),
    "object(0)": (ERROR,),
    "object(2)": (ERROR,),
    "cell(i32)": (CELL,),
}
FAILING: dict[str, tuple[str, ...]] = {
    "f64": without(number(0.5), number(nan)),
    "i32": (number(-0.0), number(0.5), number(2.0**31), *without(number(0.5))),
    "i64": (number(0.0), *without(bigint(0))),
    "bool": without(boolean(False)),
    "string": without(STRING),
    "array(string)": ("NEW_ARRAY i32 | BOX_REF", *without(ARRAY)),
    "object(0)": without(ERROR),
    "object(2)": ('CONST_STRING "oh" | NEW_ERROR 0 | BOX_REF', *without(ERROR)),
    "cell(i32)": ("CONST_F64 1.0 | NEW_CELL f64 | BOX_REF", *without()),
}
REFERENCES = ("string", "array(string)", "object(0)", "object(2)", "cell(i32)")

CASES = joined(
    gives("BOX_I32", "CONST_I32 -2147483648 | BOX_I32", -(2.0**31), result="any"),
    gives("BOX_I32", "CONST_I32 7 | STORE_LOCAL 0 | LOAD_LOCAL 0 | BOX_I32", 7.0, "i32", result="any"),
    gives("BOX_I64", "CONST_I64 -5 | BOX_I64 | UNBOX_I64", -5, result="i64"),
    *(gives("BOX_F64", number(value), value, result="any") for value in (0.0, -0.0, 1.5, inf, -inf, nan, 5e-324)),
    gives("BOX_F64", "CONST_F64 0.0 | CONST_F64 0.0 | FDIV | FNEG | BOX_F64", nan, result="any"),
    gives("BOX_BOOL", boolean(True), True, result="any"),
    gives("BOX_BOOL", "CONST_FALSE | STORE_LOCAL 0 | LOAD_LOCAL 0 | BOX_BOOL", False, "bool", result="any"),
    gives("BOX_REF", STRING, "ab", result="any"),
    gives("BOX_REF", NULL, None, result="any"),
    unboxed(
        "UNBOX_I32",
        "i32",
        {"CONST_I32 -1 | BOX_I32": -1, number(2.0): 2},
        (number(-0.0), number(2.0**31), *without()),
    ),
    unboxed("UNBOX_I64", "i64", {bigint(2**63 - 1): 2**63 - 1}, without(bigint(0))),
    unboxed("UNBOX_F64", "f64", {number(0.5): 0.5, number(-inf): -inf}, without(number(0.5), number(nan))),
    unboxed("UNBOX_BOOL", "bool", {boolean(True): True, boolean(False): False}, without(boolean(False))),
    *(
        gives("UNBOX_REF", f"{value} | UNBOX_REF {kind} | IS_NULL", value == NULL)
        for kind in REFERENCES
        for value in (*TESTS[kind], NULL)
    ),
    *(
        throws("UNBOX_REF", f"{value} | UNBOX_REF {kind} | IS_NULL", BAD, "bool")
        for kind in REFERENCES
        for value in FAILING[kind]
        if value != NULL
    ),
    *(gives("ANY_TYPEOF", f"{value} | ANY_TYPEOF", text) for value, text in TYPES.items()),
    *(gives("ANY_EQ", f"{a} | {b} | ANY_EQ", value) for a, b, value in EQUAL),
    gives("ANY_EQ", f"{ARRAY} | STORE_LOCAL 0 | LOAD_LOCAL 0 | LOAD_LOCAL 0 | ANY_EQ", True, "any"),
    *(gives("ANY_TRUTHY", f"{value} | ANY_TRUTHY", truth) for value, truth in TRUTHY.items()),
    gives(
        "ANY_TRUTHY",
        f"{STRING} | STORE_LOCAL 0 | LOAD_LOCAL 0 | ANY_TRUTHY | JUMP_IF_TRUE yes | CONST_I32 0 | RETURN | "
        "yes: CONST_I32 1",
        1,
        "any",
    ),
    *(gives("ANY_TO_STRING", f"{value} | ANY_TO_STRING", texts[0]) for value, texts in TEXTS.items()),
    *(gives("ANY_TO_DISPLAY", f"{value} | ANY_TO_DISPLAY", texts[1]) for value, texts in TEXTS.items()),
    *(gives("ANY_TO_STRING", f"{value} | ANY_TO_STRING", text) for value, text in OBJECT_TEXTS.items()),
    *(throws("ANY_TO_DISPLAY", f"{value} | ANY_TO_DISPLAY", NO_TEXT, "string") for value in OBJECT_TEXTS),
    throws("ANY_TO_STRING", f"{ARRAY} | ANY_TO_STRING", NO_TEXT, "string"),
    throws("ANY_TO_DISPLAY", f"{ARRAY} | ANY_TO_DISPLAY", NO_TEXT, "string"),
    *(gives("ANY_IS", f"{value} | ANY_IS {kind}", True) for kind, values in TESTS.items() for value in values),
    *(gives("ANY_IS", f"{value} | ANY_IS {kind}", False) for kind, values in FAILING.items() for value in values),
    gives("ANY_IS_NULL", f"{NULL} | ANY_IS_NULL", True),
    gives("ANY_IS_NULL", f"{UNDEFINED} | ANY_IS_NULL", True),
    *(gives("ANY_IS_NULL", f"{value} | ANY_IS_NULL", False) for value in without(NULL, UNDEFINED)),
)

REFUSED = [
    *(
        case
        for mnemonic in dict.fromkeys(case.mnemonic for case in CASES)
        if mnemonic not in ("UNBOX_REF", "ANY_IS", "BOX_REF")
        for case in refused_operands(mnemonic)
    ),
    refused("BOX_REF", "CONST_I32 1 | BOX_REF | RETURN", "any"),
    refused("BOX_REF", "BOX_REF | RETURN", "any"),
    refused("UNBOX_REF", "CONST_UNDEFINED | UNBOX_REF i32 | RETURN"),
    refused("UNBOX_REF", "CONST_NULL string | UNBOX_REF string | RETURN", "string"),
    refused("ANY_IS", "CONST_UNDEFINED | ANY_IS any | RETURN", "bool"),
    refused("ANY_IS", "CONST_I32 1 | ANY_IS i32 | RETURN", "bool"),
]
