"""Calls."""

from .cases import Value, gives, joined, null, refused, throws

DEEP = "Maximum call stack size exceeded: max_stack_depth is 40 (in forever "
CAUGHT = 'TRY deep | CALL forever 0 | END_TRY | CONST_STRING "" | RETURN | deep: CALL message 1'
FORMAT = "Error: console.log: format strings (%s, %d and so on) are not supported yet; pass one template string"

BASE = 'CONST_STRING "b" | CALL_CONSTRUCTOR Base 1'
SQUARE = 'CONST_STRING "s" | CALL_CONSTRUCTOR Square 1 | DUP | CONST_F64 4.0 | SET_FIELD Square size'
AREAS = {BASE: 1.5, SQUARE: 16.0}
COUNTER = 'CONST_I32 5 | NEW_CELL i32 | CONST_STRING "n" | MAKE_CLOSURE counter 2'

GENERAL_TYPE = "closure(any any any any any array(any) i32 -> any)"
KEY = 'CONST_STRING "k" | BOX_REF'
WORDS = f"CONST_I32 1 | BOX_I32 | {KEY} | CONST_I32 3 | BOX_I32 | CONST_I32 4 | BOX_I32 | CONST_UNDEFINED"
OR_COMPLAIN = 'CONST_STRING "none" | NATIVE_OR_CALL function.of complain'
GENERAL: list[tuple[int, str, str, Value]] = [
    (0, "given 1", "UNBOX_I32", 0),
    (3, "given 1", "UNBOX_I32", 3),
    (1, "second 1", "ANY_TYPEOF", "undefined"),
    (3, "second 1", "UNBOX_I32", 3),
    (3, "behind 0", "UNBOX_BOOL", True),
]
"""How many arguments, the closure (what WORDS leaves on top is captured), how the result is read, and what it is."""

CASES = joined(
    gives("CALL", "CONST_I32 1 | CONST_I32 2 | CONST_I32 3 | CALL add 2 | CALL add 2", 6),
    gives("CALL", "CALL nothing 0 | CONST_I32 1", 1),
    gives("CALL", CAUGHT, "Maximum call stack size exceeded"),
    throws("CALL", "CALL forever 0 | CONST_I32 1", DEEP),
    throws("CALL", "CONST_I32 1 | CONST_I32 0 | CALL quotient 2", "RangeError: division by zero"),
    throws("CALL_STATIC", "CONST_I32 1 | CONST_I32 0 | CALL_STATIC Base quotient 2", "RangeError: division by zero"),
    throws("CALL_CONSTRUCTOR", "NEW_ARRAY array(f64) | CALL_CONSTRUCTOR Spender 1 | IS_NULL", "out of memory", "bool"),
    gives("RETURN", "CONST_I32 1 | CONST_I32 2 | RETURN", 2),
    gives("RETURN", 'CONST_STRING "a" | CONST_STRING "b" | STRING_CONCAT | RETURN', "ab"),
    gives("RETURN_VOID", "RETURN_VOID", None),
    gives("RETURN_VOID", "CONST_I32 1 | RETURN_VOID", None),
    *(gives("CALL_METHOD", f"{code} | CALL_METHOD Base area 0", area) for code, area in AREAS.items()),
    gives("CALL_METHOD", f"{SQUARE} | CALL_METHOD Base twice 0", 32.0),
    null("CALL_METHOD", "CONST_NULL object(Base) | CALL_METHOD Base area 0", "f64"),
    *(gives("CALL_INTERFACE", f"{code} | CALL_INTERFACE Shape area 0", area) for code, area in AREAS.items()),
    gives("CALL_INTERFACE", "NEW_OBJECT Other | CALL_INTERFACE Shape area 0", -1.0),
    null("CALL_INTERFACE", "CONST_NULL interface(Shape) | CALL_INTERFACE Shape area 0", "f64"),
    gives("CALL_SUPER", f"{SQUARE} | CALL_SUPER Base area 0", 1.5),
    null("CALL_SUPER", "CONST_NULL object(Square) | CALL_SUPER Square area 0", "f64"),
    gives("CALL_STATIC", "CONST_I32 2 | CONST_I32 3 | CALL_STATIC Base sum 2", 5),
    gives("CALL_CONSTRUCTOR", f"{BASE} | GET_FIELD Base name", "b"),
    gives("CALL_CONSTRUCTOR", "CALL_CONSTRUCTOR Other 0 | GET_FIELD Other number", 0),
    gives("MAKE_CLOSURE", f"{COUNTER} | IS_NULL", False),
    gives("MAKE_CLOSURE", "MAKE_CLOSURE greets 0 | BOX_REF | ANY_TYPEOF", "function"),
    gives("CALL_CLOSURE", f"{COUNTER} | CONST_I32 2 | CALL_CLOSURE 1", "n7"),
    gives(
        "CALL_CLOSURE",
        f"{COUNTER} | STORE_LOCAL 0 | LOAD_LOCAL 0 | CONST_I32 2 | CALL_CLOSURE 1 | POP | "
        "LOAD_LOCAL 0 | CONST_I32 -9 | CALL_CLOSURE 1",
        "n-2",
        "closure(i32 -> string)",
    ),
    gives("CALL_CLOSURE", "MAKE_CLOSURE greets 0 | CALL_CLOSURE 0", None, prints="hello\n"),
    null("CALL_CLOSURE", "CONST_NULL closure(i32 -> string) | CONST_I32 1 | CALL_CLOSURE 1", "string"),
    gives("CALL_EXPECTED", f"{COUNTER} | CONST_I32 2 | CALL_EXPECTED counter 1", "n7"),
    gives("CALL_EXPECTED", f"{COUNTER} | CONST_I32 2 | CALL_EXPECTED echo 1", "n7"),
    gives("CALL_EXPECTED", "MAKE_CLOSURE echo 0 | CONST_I32 2 | CALL_EXPECTED counter 1", "2"),
    gives("CALL_EXPECTED", "MAKE_CLOSURE greets 0 | CALL_EXPECTED greets 0", None, prints="hello\n"),
    null("CALL_EXPECTED", "CONST_NULL closure(i32 -> string) | CONST_I32 1 | CALL_EXPECTED echo 1", "string"),
    *(
        gives("CALL_GENERAL", f"{WORDS} | MAKE_CLOSURE {name} | CALL_GENERAL {count} | {read}", result)
        for count, name, read, result in GENERAL
    ),
    *(
        gives(
            "CALL_GENERAL_EXPECTED",
            f"{WORDS} | MAKE_CLOSURE {name} | CALL_GENERAL_EXPECTED {said} {count} | {read}",
            result,
        )
        for count, name, read, result in GENERAL
        for said in ("given", "behind")
    ),
    null("CALL_GENERAL", f"CONST_UNDEFINED | CONST_NULL {GENERAL_TYPE} | CALL_GENERAL 0", "any"),
    null(
        "CALL_GENERAL_EXPECTED", f"CONST_UNDEFINED | CONST_NULL {GENERAL_TYPE} | CALL_GENERAL_EXPECTED given 0", "any"
    ),
    gives(
        "NATIVE_OR_CALL",
        f"NATIVE_CALL record.object 0 | {KEY} | NATIVE_OR_CALL property.get key_instead | ANY_TYPEOF",
        "undefined",
    ),
    gives(
        "NATIVE_OR_CALL", f"CONST_UNDEFINED | {KEY} | NATIVE_OR_CALL property.get key_instead | UNBOX_REF string", "k"
    ),
    gives(
        "NATIVE_OR_CALL",
        f"NATIVE_CALL record.object 0 | {KEY} | DUP | NATIVE_OR_CALL property.set tell",
        None,
        prints="",
    ),
    gives("NATIVE_OR_CALL", f"CONST_UNDEFINED | {KEY} | DUP | NATIVE_OR_CALL property.set tell", None, prints="told\n"),
    gives("NATIVE_OR_CALL", f"{KEY} | {KEY} | NATIVE_OR_CALL dynamic.add key_instead | UNBOX_REF string", "kk"),
    gives(
        "NATIVE_OR_CALL",
        f"NATIVE_CALL record.object 0 | {KEY} | NATIVE_OR_CALL dynamic.add key_instead | UNBOX_REF string",
        "k",
    ),
    gives("NATIVE_OR_CALL", f"CONST_UNDEFINED | MAKE_CLOSURE given 1 | BOX_REF | {OR_COMPLAIN} | IS_NULL", False),
    gives(
        "NATIVE_OR_CALL", f"TRY no | CONST_UNDEFINED | {OR_COMPLAIN} | IS_NULL | RETURN | no: POP | CONST_TRUE", True
    ),
    throws("NATIVE_OR_CALL", f"CONST_UNDEFINED | {OR_COMPLAIN}", "none", GENERAL_TYPE),
    throws("NATIVE_OR_CALL", f"MAKE_CLOSURE greets 0 | BOX_REF | {OR_COMPLAIN}", "none", GENERAL_TYPE),
    gives("NATIVE_CALL", 'CONST_STRING "x" | NATIVE_CALL console.log 1', None, prints="x\n"),
    gives("NATIVE_CALL", 'CONST_STRING "x" | NATIVE_CALL console.unformatted 1', "x"),
    throws("NATIVE_CALL", 'CONST_STRING "%d" | NATIVE_CALL console.unformatted 1', FORMAT, "string"),
)

REFUSED = [
    refused("CALL", "CALL 1000 0 | RETURN_VOID", "void"),
    refused("CALL", "CONST_I32 1 | CONST_I32 1 | CALL add 1 | RETURN"),
    refused("CALL", "CONST_I32 1 | CALL add 2 | RETURN"),
    refused("CALL", "CONST_I32 1 | CONST_F64 1.0 | CALL add 2 | RETURN"),
    refused("CALL_METHOD", "NEW_OBJECT Other | CALL_METHOD Base area 0 | RETURN", "f64"),
    refused("CALL_METHOD", f"{BASE} | CALL_METHOD Base 2 0 | RETURN", "f64"),
    refused("CALL_METHOD", f"{BASE} | CONST_I32 1 | CALL_METHOD Base area 1 | RETURN", "f64"),
    refused("CALL_INTERFACE", f"{BASE} | CALL_INTERFACE Shape 1 0 | RETURN", "f64"),
    refused("CALL_INTERFACE", "NEW_ARRAY i32 | CALL_INTERFACE Shape area 0 | RETURN", "f64"),
    refused("CALL_SUPER", f"{BASE} | CALL_SUPER Square area 0 | RETURN", "f64"),
    refused("CALL_STATIC", "CONST_I32 2 | CALL_STATIC Base sum 1 | RETURN"),
    refused("CALL_STATIC", "CALL_STATIC Base 1 0 | RETURN"),
    refused("CALL_CONSTRUCTOR", "CALL_CONSTRUCTOR Base 0 | RETURN", "object(Base)"),
    refused("CALL_CONSTRUCTOR", "CALL_CONSTRUCTOR Vague 0 | RETURN", "object(Vague)"),
    refused("CALL_CONSTRUCTOR", "CONST_I32 1 | CALL_CONSTRUCTOR Base 1 | RETURN", "object(Base)"),
    refused("MAKE_CLOSURE", "MAKE_CLOSURE add 0 | RETURN", "closure(i32 i32 -> i32)"),
    refused("MAKE_CLOSURE", "CONST_I32 5 | MAKE_CLOSURE counter 2 | RETURN", "closure(i32 -> string)"),
    refused("MAKE_CLOSURE", "MAKE_CLOSURE greets 0 | RETURN", "closure(i32 -> string)", at="RETURN"),
    refused("CALL_CLOSURE", f"{COUNTER} | CALL_CLOSURE 0 | RETURN", "string"),
    refused("CALL_CLOSURE", f"{COUNTER} | CONST_F64 1.0 | CALL_CLOSURE 1 | RETURN", "string"),
    refused("CALL_CLOSURE", "CONST_I32 1 | CALL_CLOSURE 0 | RETURN"),
    refused("CALL_EXPECTED", f"{COUNTER} | CALL_EXPECTED counter 0 | RETURN", "string"),
    refused("CALL_EXPECTED", f"{COUNTER} | CONST_F64 1.0 | CALL_EXPECTED counter 1 | RETURN", "string"),
    refused("CALL_EXPECTED", "CONST_I32 1 | CALL_EXPECTED greets 0 | RETURN_VOID", "void"),
    refused("CALL_EXPECTED", f"{COUNTER} | CONST_I32 1 | CALL_EXPECTED greets 1 | RETURN", "string"),
    refused("CALL_EXPECTED", f"{COUNTER} | CONST_I32 1 | CALL_EXPECTED add 1 | RETURN", "string"),
    refused("CALL_EXPECTED", f"{COUNTER} | CONST_I32 1 | CALL_EXPECTED 1000 1 | RETURN", "string"),
    refused("CALL_GENERAL", "CONST_UNDEFINED | CONST_UNDEFINED | CALL_GENERAL 0 | RETURN", "any"),
    refused("CALL_GENERAL", "MAKE_CLOSURE behind 0 | CALL_GENERAL 0 | RETURN", "any"),
    refused("CALL_GENERAL", "CONST_I32 1 | MAKE_CLOSURE behind 0 | CALL_GENERAL 0 | RETURN", "any"),
    refused("CALL_GENERAL", f"{WORDS} | {WORDS} | MAKE_CLOSURE behind 0 | CALL_GENERAL 5 | RETURN", "any"),
    refused("CALL_GENERAL", "CONST_UNDEFINED | MAKE_CLOSURE greets 0 | CALL_GENERAL 0 | RETURN", "any"),
    refused(
        "CALL_GENERAL_EXPECTED",
        "CONST_UNDEFINED | MAKE_CLOSURE behind 0 | CALL_GENERAL_EXPECTED greets 0 | RETURN",
        "any",
    ),
    refused(
        "CALL_GENERAL_EXPECTED",
        "CONST_UNDEFINED | MAKE_CLOSURE behind 0 | CALL_GENERAL_EXPECTED tell 0 | RETURN",
        "any",
    ),
    refused("NATIVE_OR_CALL", f"{KEY} | {KEY} | NATIVE_OR_CALL property.get tell | RETURN", "any"),
    refused("NATIVE_OR_CALL", f"{KEY} | {KEY} | NATIVE_OR_CALL property.get 1000 | RETURN", "any"),
    refused("NATIVE_OR_CALL", f"{KEY} | NATIVE_OR_CALL property.get key_instead | RETURN", "any"),
    refused("NATIVE_OR_CALL", f"{KEY} | CONST_I32 1 | NATIVE_OR_CALL property.get key_instead | RETURN", "any"),
    refused("NATIVE_OR_CALL", f"{KEY} | NATIVE_OR_CALL property.own key_instead | RETURN", "any"),
    refused("NATIVE_OR_CALL", f"{KEY} | {KEY} | NATIVE_OR_CALL 0xffff key_instead | RETURN", "any"),
    refused(
        "NATIVE_OR_CALL", f"{KEY} | {KEY} | {KEY} | NATIVE_OR_CALL property.set tell | RETURN", "bool", at="RETURN"
    ),
    refused("CALL", "MAKE_CLOSURE greets 0 | CALL greets 1 | RETURN_VOID", "void"),
    refused("RETURN", "RETURN"),
    refused("RETURN", "CONST_F64 1.0 | RETURN"),
    refused("RETURN", "CONST_I32 1 | RETURN", "void"),
    refused("RETURN_VOID", "RETURN_VOID"),
    refused("NATIVE_CALL", "NATIVE_CALL 0xffff 0 | RETURN_VOID", "void"),
    refused("NATIVE_CALL", 'CONST_STRING "x" | NATIVE_CALL console.log 2 | RETURN_VOID', "void"),
    refused("NATIVE_CALL", "CONST_I32 1 | NATIVE_CALL console.log 1 | RETURN_VOID", "void"),
    refused("NATIVE_CALL", "NATIVE_CALL console.log 1 | RETURN_VOID", "void"),
]
