"""Exceptions."""

from .cases import gives, joined, null, refused, throws

DIVIDE = "CONST_I32 1 | CONST_I32 0 | CALL quotient 2"
NEW = 'CONST_STRING "boo" | NEW_ERROR 0'
BOXED = f"{NEW} | BOX_REF"
MESSAGE = "CALL message 1"

CASES = joined(
    gives("TRY", f"TRY no | {DIVIDE} | END_TRY | RETURN | no: POP | CONST_I32 5", 5),
    gives("TRY", f"CONST_I32 7 | TRY no | {DIVIDE} | END_TRY | IADD | RETURN | no: POP", 7),
    gives("TRY", f"TRY outer | TRY inner | {BOXED} | THROW | inner: THROW | outer: {MESSAGE}", "boo"),
    gives("END_TRY", "TRY no | CONST_I32 3 | END_TRY | RETURN | no: POP | CONST_I32 5", 3),
    throws("END_TRY", f"TRY no | END_TRY | {DIVIDE} | RETURN | no: POP | CONST_I32 5", "RangeError: division by zero"),
    throws("THROW", f"{BOXED} | THROW", "Error: boo"),
    throws("THROW", 'CONST_STRING "" | NEW_ERROR 0 | BOX_REF | THROW', "Error"),
    gives("THROW", f"TRY no | {BOXED} | THROW | no: {MESSAGE}", "boo"),
    throws("THROW", f"TRY no | {DIVIDE} | END_TRY | RETURN | no: THROW", "RangeError: division by zero"),
    gives("NEW_ERROR", f"{NEW} | POP | CONST_I32 1", 1),
    gives("NEW_ERROR", f"{NEW} | GET_FIELD 0 0", "boo"),
    gives("NEW_ERROR", 'CONST_STRING "boo" | NEW_ERROR 2 | GET_FIELD 0 1', "RangeError"),
    throws("RETHROW", f"TRY no | {DIVIDE} | END_TRY | RETURN | no: RETHROW", "RangeError: division by zero"),
    gives("RETHROW", "TRY no | CONST_F64 2.5 | BOX_F64 | RETHROW | no: UNBOX_F64", 2.5),
    gives("ERROR_STACK", f"{NEW} | ERROR_STACK", "Error: boo"),
    null("ERROR_STACK", "CONST_NULL object(0) | ERROR_STACK", "string"),
)

REFUSED = [
    refused("TRY", "TRY 1000 | END_TRY | RETURN_VOID", "void"),
    refused("END_TRY", "END_TRY | RETURN_VOID", "void"),
    refused("END_TRY", "CONST_I32 1 | TRY no | POP | END_TRY | RETURN_VOID | no: RETURN_VOID", "void", at="POP"),
    refused("THROW", "THROW"),
    refused("THROW", 'CONST_STRING "x" | THROW'),
    refused("RETHROW", "RETHROW"),
    refused("RETHROW", 'CONST_STRING "x" | RETHROW'),
    refused("NEW_ERROR", "CONST_I32 1 | NEW_ERROR 0 | RETURN", "object(0)"),
    refused("NEW_ERROR", "NEW_ERROR 0 | RETURN", "object(0)"),
    refused("NEW_ERROR", 'CONST_STRING "x" | NEW_ERROR 15 | RETURN', "object(0)"),
    refused("ERROR_STACK", 'CONST_STRING "x" | ERROR_STACK | RETURN', "string"),
    refused("ERROR_STACK", "ERROR_STACK | RETURN", "string"),
]
