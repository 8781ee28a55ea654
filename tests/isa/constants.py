"""Constants."""

from .cases import gives, joined, refused

CASES = joined(
    gives("CONST_I32", "CONST_I32 -2147483648", -(2**31)),
    gives("CONST_I32", "CONST_I32 2147483647 | STORE_LOCAL 0 | LOAD_LOCAL 0", 2**31 - 1, "i32"),
    gives("CONST_F64", "CONST_F64 -0.0", -0.0),
    gives("CONST_F64", "CONST_F64 1e308 | STORE_LOCAL 0 | LOAD_LOCAL 0", 1e308, "f64"),
    gives("CONST_F64", "CONST_F64 nan", float("nan")),
    gives("CONST_I64", "CONST_I64 -9223372036854775808", -(2**63), result="i64"),
    gives("CONST_I64", "CONST_I64 9223372036854775807 | STORE_LOCAL 0 | LOAD_LOCAL 0", 2**63 - 1, "i64", result="i64"),
    gives("CONST_NULL", "CONST_NULL array(string) | IS_NULL", True),
    gives("CONST_NULL", "CONST_NULL string | STORE_LOCAL 0 | LOAD_LOCAL 0 | IS_NULL", True, "string"),
    gives("CONST_UNDEFINED", "CONST_UNDEFINED", None, result="any"),
    gives("CONST_UNDEFINED", "CONST_UNDEFINED | STORE_LOCAL 0 | LOAD_LOCAL 0 | ANY_TYPEOF", "undefined", "any"),
    gives("CONST_TRUE", "CONST_TRUE", True),
    gives("CONST_TRUE", "CONST_TRUE | JUMP_IF_TRUE yes | CONST_I32 0 | RETURN | yes: CONST_I32 1", 1),
    gives("CONST_FALSE", "CONST_FALSE", False),
    gives("CONST_FALSE", "CONST_FALSE | JUMP_IF_TRUE yes | CONST_I32 0 | RETURN | yes: CONST_I32 1", 0),
    gives("CONST_WORD", 'CONST_WORD ""', "", result="any"),
    gives("CONST_WORD", 'CONST_WORD "w" | STORE_LOCAL 0 | LOAD_LOCAL 0 | UNBOX_REF string', "w", "any"),
    gives("CONST_WORD", 'CONST_WORD "w" | CONST_STRING "w" | BOX_REF | ANY_EQ', True),
    gives("CONST_STRING", 'CONST_STRING ""', ""),
    gives("CONST_STRING", 'CONST_STRING "\\u{1f600}\\u{e9}"', "\U0001f600\u00e9"),
)

REFUSED = [
    refused("CONST_I32", "CONST_I32 1 | RETURN", "f64", at="RETURN"),
    refused("CONST_I32", "CONST_I32 1", "i32"),
    refused("CONST_F64", "CONST_F64 1.0 | RETURN", "i32", at="RETURN"),
    refused("CONST_TRUE", "CONST_TRUE | RETURN", "i32", at="RETURN"),
    refused("CONST_FALSE", "CONST_FALSE | RETURN", "i32", at="RETURN"),
    refused("CONST_WORD", "CONST_WORD 1000 | RETURN", "any"),
    refused("CONST_WORD", 'CONST_WORD "x" | RETURN', "string", at="RETURN"),
    refused("CONST_STRING", "CONST_STRING 1000 | RETURN", "string"),
    refused("CONST_STRING", 'CONST_STRING "x" | RETURN', "object(0)", at="RETURN"),
    refused("CONST_I64", "CONST_I64 1 | RETURN", "i32", at="RETURN"),
    refused("CONST_NULL", "CONST_NULL i32 | RETURN", "i32"),
    refused("CONST_NULL", "CONST_NULL string | RETURN", "array(string)", at="RETURN"),
    refused("CONST_UNDEFINED", "CONST_UNDEFINED | RETURN", "string", at="RETURN"),
]
