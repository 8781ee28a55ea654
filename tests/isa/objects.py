"""Objects of classes."""

from .cases import gives, joined, null, refused, throws

BAD = "TypeError: the value is not of the type that is asked for"
BASE = 'CONST_STRING "b" | CALL_CONSTRUCTOR Base 1'
SQUARE = 'CONST_STRING "s" | CALL_CONSTRUCTOR Square 1'
OTHER = "NEW_OBJECT Other"
FAILURE = 'CONST_STRING "f" | NEW_ERROR Failure'
NO_BASE = "CONST_NULL object(Base)"
NO_SHAPE = "CONST_NULL interface(Shape)"
KEPT = "STORE_LOCAL 0 | LOAD_LOCAL 0"
AS_SHAPE = "UPCAST interface(Shape)"
OBJECTS = {
    BASE: ("Base",),
    SQUARE: ("Base", "Square"),
    OTHER: ("Other",),
    FAILURE: ("Error", "Failure"),
    'CONST_STRING "x" | NEW_ERROR RangeError': ("Error", "RangeError"),
    'CONST_STRING "x"': (),
    "NEW_ARRAY i32": (),
    "CONST_I32 1 | NEW_CELL i32": (),
    NO_BASE: (),
}
CLASSES = ("Base", "Square", "Other", "Error", "RangeError", "Failure")
SHAPES = {BASE: "b", SQUARE: "s"}
NAMES = {BASE: "Base", SQUARE: "Square", FAILURE: "Failure", f"{SQUARE} | UPCAST object(Base)": "Square"}
BRANCH = "JUMP_IF_TRUE yes | CONST_I32 0 | RETURN | yes: CONST_I32 1"

CASES = joined(
    gives("NEW_OBJECT", "NEW_OBJECT Square | GET_FIELD Square size", 0.0),
    gives("NEW_OBJECT", "NEW_OBJECT Square | GET_FIELD Square name | IS_NULL", True),
    gives("NEW_OBJECT", "NEW_OBJECT Failure | GET_FIELD Failure reason", None, result="any"),
    gives("NEW_OBJECT", "NEW_OBJECT Failure | GET_FIELD Failure message", ""),
    gives("NEW_OBJECT", "NEW_OBJECT RangeError | GET_FIELD RangeError name", "RangeError"),
    gives("GET_FIELD", f"{SQUARE} | GET_FIELD Base name", "s"),
    gives("GET_FIELD", f"{FAILURE} | GET_FIELD Error message", "f"),
    null("GET_FIELD", f"{NO_BASE} | GET_FIELD Base name", "string"),
    gives(
        "SET_FIELD",
        f"{BASE} | {KEPT} | CONST_I32 -7 | SET_FIELD Base number | LOAD_LOCAL 0 | GET_FIELD Base number",
        -7,
        "object(Base)",
    ),
    gives(
        "SET_FIELD",
        f"{FAILURE} | {KEPT} | CONST_F64 0.5 | BOX_F64 | SET_FIELD Failure reason | "
        "LOAD_LOCAL 0 | GET_FIELD Failure reason",
        0.5,
        "object(Failure)",
        result="any",
    ),
    null("SET_FIELD", f"{NO_BASE} | CONST_I32 1 | SET_FIELD Base number"),
    *(
        gives("INSTANCE_OF", f"{code} | INSTANCE_OF {name}", name in found)
        for code, found in OBJECTS.items()
        for name in CLASSES
    ),
    gives("INSTANCE_OF", f"{SQUARE} | INSTANCE_OF Base | {BRANCH}", 1),
    *(
        gives("CHECK_CAST", f"{code} | CHECK_CAST {name} | IS_NULL", False)
        for code, found in OBJECTS.items()
        for name in found
    ),
    gives("CHECK_CAST", f"{NO_BASE} | CHECK_CAST Square | IS_NULL", True),
    *(
        throws("CHECK_CAST", f"{code} | CHECK_CAST {name} | IS_NULL", BAD, "bool")
        for code, found in OBJECTS.items()
        for name in CLASSES
        if code != NO_BASE and name not in found
    ),
    gives("UPCAST", f"{SQUARE} | UPCAST object(Base) | CALL_METHOD Base area 0", 0.0),
    gives("UPCAST", f"{NO_BASE} | {AS_SHAPE} | IS_NULL", True),
    gives("REF_EQ", f"{BASE} | {KEPT} | LOAD_LOCAL 0 | REF_EQ", True, "object(Base)"),
    gives("REF_EQ", f"{BASE} | {BASE} | REF_EQ", False),
    gives("REF_EQ", f"{BASE} | {KEPT} | LOAD_LOCAL 0 | REF_EQ | {BRANCH}", 1, "object(Base)"),
    gives("REF_NE", f"{BASE} | {NO_BASE} | REF_NE", True),
    gives("REF_NE", f"{NO_BASE} | {NO_BASE} | REF_NE", False),
    gives("IS_NULL", f"{NO_BASE} | IS_NULL", True),
    gives("IS_NULL", f"{BASE} | IS_NULL", False),
    gives("IS_NULL", f"{NO_BASE} | IS_NULL | {BRANCH}", 1),
    gives("CHECK_NULL", f"{BASE} | CHECK_NULL | GET_FIELD Base name", "b"),
    null("CHECK_NULL", "CONST_NULL string | CHECK_NULL", "string"),
    *(
        gives("GET_INTERFACE_FIELD", f"{code} | {AS_SHAPE} | GET_INTERFACE_FIELD Shape name", name)
        for code, name in SHAPES.items()
    ),
    gives(
        "GET_INTERFACE_FIELD",
        "CONST_I32 0 | STORE_LOCAL 1 | NEW_ARRAY interface(Shape) | STORE_LOCAL 0 | "
        f"LOAD_LOCAL 0 | {BASE} | ARRAY_PUSH_REF | LOAD_LOCAL 0 | {OTHER} | ARRAY_PUSH_REF | "
        f"LOAD_LOCAL 0 | {SQUARE} | ARRAY_PUSH_REF | "
        'again: LOAD_LOCAL 0 | LOAD_LOCAL 1 | ARRAY_GET_REF | CONST_STRING "n" | SET_INTERFACE_FIELD Shape name | '
        "LOAD_LOCAL 0 | LOAD_LOCAL 1 | ARRAY_GET_REF | GET_INTERFACE_FIELD Shape name | STRING_LENGTH | "
        "LOAD_LOCAL 1 | IADD | STORE_LOCAL 1 | LOAD_LOCAL 1 | CONST_I32 3 | ILT | JUMP_IF_TRUE again | "
        "LOAD_LOCAL 0 | CONST_I32 2 | ARRAY_GET_REF | GET_INTERFACE_FIELD Shape name",
        "n",
        "array(interface(Shape)), i32",
    ),
    null("GET_INTERFACE_FIELD", f"{NO_SHAPE} | GET_INTERFACE_FIELD Shape name", "string"),
    gives(
        "SET_INTERFACE_FIELD",
        f'{OTHER} | {KEPT} | {AS_SHAPE} | CONST_STRING "o" | SET_INTERFACE_FIELD Shape name | '
        "LOAD_LOCAL 0 | GET_FIELD Other name",
        "o",
        "object(Other)",
    ),
    null("SET_INTERFACE_FIELD", f'{NO_SHAPE} | CONST_STRING "o" | SET_INTERFACE_FIELD Shape name'),
    *(
        gives("INSTANCE_OF_INTERFACE", f"{code} | INSTANCE_OF_INTERFACE {name}", bool({*found} & {*implementers}))
        for code, found in OBJECTS.items()
        for name, implementers in (("Shape", ("Base", "Other")), ("Sized", ("Square",)))
    ),
    gives("CHECK_CAST_INTERFACE", f"{OTHER} | CHECK_CAST_INTERFACE Shape | IS_NULL", False),
    gives("CHECK_CAST_INTERFACE", f"{NO_BASE} | CHECK_CAST_INTERFACE Sized | IS_NULL", True),
    throws("CHECK_CAST_INTERFACE", f"{BASE} | CHECK_CAST_INTERFACE Sized | IS_NULL", BAD, "bool"),
    throws("CHECK_CAST_INTERFACE", 'CONST_STRING "x" | CHECK_CAST_INTERFACE Sized | IS_NULL', BAD, "bool"),
    *(gives("CLASS_NAME", f"{code} | CLASS_NAME", name) for code, name in NAMES.items()),
    throws("CLASS_NAME", 'CONST_STRING "x" | CLASS_NAME', BAD, "string"),
    null("CLASS_NAME", f"{NO_BASE} | CLASS_NAME", "string"),
)

REFUSED = [
    refused("NEW_OBJECT", "NEW_OBJECT 1000 | RETURN", "object(Base)"),
    refused("NEW_OBJECT", "NEW_OBJECT Vague | RETURN", "object(Vague)"),
    refused("NEW_OBJECT", "NEW_OBJECT Base | RETURN", "object(Square)", at="RETURN"),
    refused("GET_FIELD", f"{BASE} | GET_FIELD Square size | RETURN", "f64"),
    refused("GET_FIELD", f"{BASE} | GET_FIELD Base 2 | RETURN", "f64"),
    refused("GET_FIELD", f"{FAILURE} | GET_FIELD Error 3 | RETURN", "i32"),
    refused("GET_FIELD", f"{BASE} | GET_FIELD Base name | RETURN", "i32", at="RETURN"),
    refused("GET_FIELD", 'CONST_STRING "x" | GET_FIELD Base name | RETURN', "string"),
    refused("SET_FIELD", f"{BASE} | CONST_F64 1.0 | SET_FIELD Base number | RETURN_VOID", "void"),
    refused("SET_FIELD", "CONST_I32 1 | SET_FIELD Base number | RETURN_VOID", "void"),
    refused("INSTANCE_OF", "CONST_I32 1 | INSTANCE_OF Base | RETURN", "bool"),
    refused("INSTANCE_OF", f"{BASE} | INSTANCE_OF 1000 | RETURN", "bool"),
    refused("CHECK_CAST", "CONST_UNDEFINED | CHECK_CAST Base | RETURN", "object(Base)"),
    refused("CHECK_CAST", f"{BASE} | CHECK_CAST Square | RETURN", "object(Other)", at="RETURN"),
    refused("UPCAST", f"{BASE} | UPCAST object(Square) | RETURN", "object(Square)"),
    refused("UPCAST", f"{OTHER} | UPCAST interface(Sized) | RETURN", "interface(Sized)"),
    refused("REF_EQ", f"{BASE} | {OTHER} | REF_EQ | RETURN", "bool"),
    refused("REF_NE", f"CONST_I32 1 | {OTHER} | REF_NE | RETURN", "bool"),
    refused("IS_NULL", "CONST_UNDEFINED | IS_NULL | RETURN", "bool"),
    refused("CHECK_NULL", "CONST_I32 1 | CHECK_NULL | RETURN"),
    refused("GET_INTERFACE_FIELD", f"{BASE} | GET_INTERFACE_FIELD Sized size | RETURN", "f64"),
    refused("GET_INTERFACE_FIELD", f"{BASE} | GET_INTERFACE_FIELD Shape 1 | RETURN", "f64"),
    refused("SET_INTERFACE_FIELD", f"{BASE} | CONST_I32 1 | SET_INTERFACE_FIELD Shape name | RETURN_VOID", "void"),
    refused("INSTANCE_OF_INTERFACE", "CONST_I32 1 | INSTANCE_OF_INTERFACE Shape | RETURN", "bool"),
    refused("INSTANCE_OF_INTERFACE", f"{BASE} | INSTANCE_OF_INTERFACE 2 | RETURN", "bool"),
    refused("CHECK_CAST_INTERFACE", f"{BASE} | CHECK_CAST_INTERFACE Sized | RETURN", "object(Square)", at="RETURN"),
    refused("CHECK_CAST_INTERFACE", "CONST_I32 1 | CHECK_CAST_INTERFACE Sized | RETURN", "interface(Sized)"),
    refused("CLASS_NAME", "CONST_I32 1 | CLASS_NAME | RETURN", "string"),
]
