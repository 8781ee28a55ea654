"""Exceptions."""

from .cases import gives, joined, refused, throws

DIVIDE = "CONST_I32 1 | CONST_I32 0 | CALL quotient 2"
NEW = 'CONST_STRING "boo" | NEW_ERROR'

CASES = joined(
    gives("TRY", f"TRY no | {DIVIDE} | END_TRY | RETURN | no: POP | CONST_I32 5", 5),
    gives("TRY", f"CONST_I32 7 | TRY no | {DIVIDE} | END_TRY | IADD | RETURN | no: POP", 7),
    gives("TRY", f"TRY outer | TRY inner | {NEW} | THROW | inner: THROW | outer: ERROR_MESSAGE", "boo"),
    gives("END_TRY", "TRY no | CONST_I32 3 | END_TRY | RETURN | no: POP | CONST_I32 5", 3),
    throws("END_TRY", f"TRY no | END_TRY | {DIVIDE} | RETURN | no: POP | CONST_I32 5", "RangeError: division by zero"),
    throws("THROW", f"{NEW} | THROW", "Error: boo"),
    throws("THROW", 'CONST_STRING "" | NEW_ERROR | THROW', "Error"),
    gives("THROW", f"TRY no | {NEW} | THROW | no: ERROR_MESSAGE", "boo"),
    throws("THROW", f"TRY no | {DIVIDE} | END_TRY | RETURN | no: THROW", "RangeError: division by zero"),
    gives("NEW_ERROR", f"{NEW} | POP | CONST_I32 1", 1),
    gives("ERROR_MESSAGE", f"{NEW} | ERROR_MESSAGE", "boo"),
    gives("ERROR_MESSAGE", f"TRY no | {DIVIDE} | END_TRY | POP | {NEW} | no: ERROR_MESSAGE", "division by zero"),
    gives("ERROR_NAME", f"{NEW} | ERROR_NAME", "Error"),
    gives("ERROR_NAME", f"TRY no | {DIVIDE} | END_TRY | POP | {NEW} | no: ERROR_NAME", "RangeError"),
)

REFUSED = [
    refused("TRY", "TRY 1000 | END_TRY | RETURN_VOID", "void"),
    refused("END_TRY", "END_TRY | RETURN_VOID", "void"),
    refused("END_TRY", "CONST_I32 1 | TRY no | POP | END_TRY | RETURN_VOID | no: RETURN_VOID", "void", at="POP"),
    refused("THROW", "THROW"),
    refused("THROW", 'CONST_STRING "x" | THROW'),
    refused("NEW_ERROR", "CONST_I32 1 | NEW_ERROR | THROW"),
    refused("NEW_ERROR", "NEW_ERROR | THROW"),
    refused("ERROR_MESSAGE", 'CONST_STRING "x" | ERROR_MESSAGE | RETURN', "string"),
    refused("ERROR_MESSAGE", "ERROR_MESSAGE | RETURN", "string"),
    refused("ERROR_NAME", 'CONST_STRING "x" | ERROR_NAME | RETURN', "string"),
    refused("ERROR_NAME", "ERROR_NAME | RETURN", "string"),
]
