"""Locals and globals."""

from .cases import gives, joined, null, refused

CASES = joined(
    gives("LOAD_LOCAL", "CONST_I32 7 | STORE_LOCAL 0 | LOAD_LOCAL 0 | LOAD_LOCAL 0 | IADD", 14, "i32"),
    gives("STORE_LOCAL", "CONST_I32 7 | STORE_LOCAL 0 | LOAD_LOCAL 0 | CONST_I32 8 | STORE_LOCAL 0", 7, "i32"),
    gives(
        "STORE_LOCAL", "CONST_TRUE | STORE_LOCAL 0 | LOAD_LOCAL 0 | BNOT | STORE_LOCAL 0 | LOAD_LOCAL 0", False, "bool"
    ),
    gives("LOAD_GLOBAL", "LOAD_GLOBAL number", 0),
    gives("LOAD_GLOBAL", "LOAD_GLOBAL text | IS_NULL", True),
    null("LOAD_GLOBAL", "LOAD_GLOBAL row | ARRAY_LENGTH", "i32"),
    gives("LOAD_STATIC", "LOAD_STATIC Base count", 0),
    gives("LOAD_STATIC", "LOAD_STATIC Base shared | IS_NULL", True),
    gives("STORE_STATIC", "CONST_I32 5 | STORE_STATIC Base count | LOAD_STATIC Base count", 5),
    gives("STORE_STATIC", "NEW_ARRAY any | STORE_STATIC Base shared | LOAD_STATIC Base shared | ARRAY_LENGTH", 0),
    gives("STORE_GLOBAL", "CONST_I32 -9 | STORE_GLOBAL number | LOAD_GLOBAL number", -9),
    gives("STORE_GLOBAL", 'CONST_STRING "x" | STORE_GLOBAL text | LOAD_GLOBAL text', "x"),
)

REFUSED = [
    refused("LOAD_STATIC", "LOAD_STATIC Base 2 | RETURN"),
    refused("LOAD_STATIC", "LOAD_STATIC Square 0 | RETURN"),
    refused("STORE_STATIC", "CONST_F64 1.0 | STORE_STATIC Base count | RETURN_VOID", "void"),
    refused("STORE_STATIC", "STORE_STATIC Base count | RETURN_VOID", "void"),
    refused("LOAD_CAPTURED", "LOAD_CAPTURED 0 | RETURN"),
    refused("LOAD_LOCAL", "LOAD_LOCAL 0 | RETURN", local_types="i32"),
    refused("LOAD_LOCAL", "LOAD_LOCAL 1 | RETURN", local_types="i32"),
    refused(
        "LOAD_LOCAL",
        "CONST_TRUE | JUMP_IF_TRUE over | CONST_I32 1 | STORE_LOCAL 0 | over: LOAD_LOCAL 0 | RETURN",
        local_types="i32",
    ),
    refused("STORE_LOCAL", "CONST_F64 1.0 | STORE_LOCAL 0 | RETURN_VOID", "void", "i32"),
    refused("STORE_LOCAL", "CONST_I32 1 | STORE_LOCAL 1 | RETURN_VOID", "void", "i32"),
    refused("STORE_LOCAL", "STORE_LOCAL 0 | RETURN_VOID", "void", "i32"),
    refused("LOAD_GLOBAL", "LOAD_GLOBAL 3 | RETURN"),
    refused("STORE_GLOBAL", "CONST_I32 1 | STORE_GLOBAL 3 | RETURN_VOID", "void"),
    refused("STORE_GLOBAL", "CONST_I32 1 | STORE_GLOBAL text | RETURN_VOID", "void"),
    refused("STORE_GLOBAL", "STORE_GLOBAL number | RETURN_VOID", "void"),
]
