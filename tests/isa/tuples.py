"""Tuples."""

from .cases import gives, joined, null, refused

TYPE = "tuple(i32 string f64)"
NEW = f'CONST_I32 -7 | CONST_STRING "a" | CONST_F64 0.5 | NEW_TUPLE {TYPE} 3'
STORED = f"{NEW} | STORE_LOCAL 0 | LOAD_LOCAL 0"

CASES = joined(
    gives("NEW_TUPLE", f"{NEW} | IS_NULL", False),
    gives("TUPLE_GET", f"{NEW} | TUPLE_GET {TYPE} 0", -7),
    gives("TUPLE_GET", f"{NEW} | TUPLE_GET {TYPE} 1", "a"),
    gives("TUPLE_GET", f"{NEW} | TUPLE_GET {TYPE} 2", 0.5),
    null("TUPLE_GET", f"CONST_NULL {TYPE} | TUPLE_GET {TYPE} 0", "i32"),
    gives(
        "TUPLE_SET",
        f'{STORED} | CONST_STRING "b" | TUPLE_SET {TYPE} 1 | LOAD_LOCAL 0 | TUPLE_GET {TYPE} 1',
        "b",
        TYPE,
    ),
    gives("TUPLE_SET", f"{STORED} | CONST_I32 9 | TUPLE_SET {TYPE} 0 | LOAD_LOCAL 0 | TUPLE_GET {TYPE} 0", 9, TYPE),
    null("TUPLE_SET", f"CONST_NULL {TYPE} | CONST_I32 0 | TUPLE_SET {TYPE} 0"),
)

REFUSED = [
    refused("NEW_TUPLE", f"CONST_I32 1 | NEW_TUPLE {TYPE} 3 | RETURN", TYPE),
    refused("NEW_TUPLE", "CONST_F64 1.0 | NEW_TUPLE tuple(i32) 1 | RETURN", "tuple(i32)"),
    refused("NEW_TUPLE", "CONST_I32 1 | NEW_TUPLE tuple(i32) 0 | RETURN", "tuple(i32)"),
    refused("TUPLE_GET", f"{NEW} | TUPLE_GET {TYPE} 3 | RETURN"),
    refused("TUPLE_GET", f"{NEW} | TUPLE_GET {TYPE} 1 | RETURN", at="RETURN"),
    refused("TUPLE_GET", f"NEW_ARRAY i32 | TUPLE_GET {TYPE} 0 | RETURN"),
    refused("TUPLE_SET", f"{NEW} | CONST_F64 1.0 | TUPLE_SET {TYPE} 0 | RETURN_VOID", "void"),
    refused("TUPLE_SET", f"{NEW} | TUPLE_SET {TYPE} 0 | RETURN_VOID", "void"),
]
