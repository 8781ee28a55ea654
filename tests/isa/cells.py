"""Cells."""

from .cases import gives, joined, null, refused

NEW = 'CONST_STRING "a" | NEW_CELL string | STORE_LOCAL 0'
SET = f'{NEW} | LOAD_LOCAL 0 | CONST_STRING "b" | CELL_SET | LOAD_LOCAL 0 | CELL_GET'

CASES = joined(
    gives("NEW_CELL", "CONST_TRUE | NEW_CELL bool | CELL_GET", True),
    gives("NEW_CELL", "CONST_UNDEFINED | NEW_CELL any | CELL_GET", None, result="any"),
    gives("CELL_GET", "CONST_I32 -7 | NEW_CELL i32 | CELL_GET", -7),
    gives("CELL_GET", "CONST_F64 -0.5 | NEW_CELL f64 | CELL_GET", -0.5),
    gives("CELL_GET", f"{NEW} | LOAD_LOCAL 0 | CELL_GET", "a", "cell(string)"),
    null("CELL_GET", "CONST_NULL cell(i64) | CELL_GET", "i64"),
    gives("CELL_SET", SET, "b", "cell(string)"),
    null("CELL_SET", "CONST_NULL cell(i32) | CONST_I32 1 | CELL_SET"),
)

REFUSED = [
    refused("NEW_CELL", "CONST_I32 1 | NEW_CELL f64 | CELL_GET | RETURN", "f64"),
    refused("NEW_CELL", "NEW_CELL i32 | CELL_GET | RETURN"),
    refused("CELL_GET", "CONST_I32 1 | NEW_CELL i32 | CELL_GET | RETURN", "f64", at="RETURN"),
    refused("CELL_GET", "NEW_ARRAY i32 | CELL_GET | RETURN"),
    refused("CELL_SET", "CONST_I32 1 | NEW_CELL i32 | CONST_F64 1.0 | CELL_SET | RETURN_VOID", "void"),
    refused("CELL_SET", "CONST_I32 1 | CELL_SET | RETURN_VOID", "void"),
]
