"""Calls."""

from .cases import gives, joined, refused, throws

DEEP = "Maximum call stack size exceeded: max_stack_depth is 40 (in forever "
CAUGHT = 'TRY deep | CALL forever 0 | END_TRY | CONST_STRING "" | RETURN | deep: CALL message 1'
FORMAT = "Error: console.log: format strings (%s, %d and so on) are not supported yet; pass one template string"

CASES = joined(
    gives("CALL", "CONST_I32 1 | CONST_I32 2 | CONST_I32 3 | CALL add 2 | CALL add 2", 6),
    gives("CALL", "CALL nothing 0 | CONST_I32 1", 1),
    gives("CALL", CAUGHT, "Maximum call stack size exceeded"),
    throws("CALL", "CALL forever 0 | CONST_I32 1", DEEP),
    throws("CALL", "CONST_I32 1 | CONST_I32 0 | CALL quotient 2", "RangeError: division by zero"),
    gives("RETURN", "CONST_I32 1 | CONST_I32 2 | RETURN", 2),
    gives("RETURN", 'CONST_STRING "a" | CONST_STRING "b" | STRING_CONCAT | RETURN', "ab"),
    gives("RETURN_VOID", "RETURN_VOID", None),
    gives("RETURN_VOID", "CONST_I32 1 | RETURN_VOID", None),
    gives("NATIVE_CALL", 'CONST_STRING "x" | NATIVE_CALL console.log 1', None, prints="x\n"),
    gives("NATIVE_CALL", 'CONST_STRING "x" | NATIVE_CALL console.unformatted 1', "x"),
    throws("NATIVE_CALL", 'CONST_STRING "%d" | NATIVE_CALL console.unformatted 1', FORMAT, "string"),
)

REFUSED = [
    refused("CALL", "CALL 1000 0 | RETURN_VOID", "void"),
    refused("CALL", "CONST_I32 1 | CONST_I32 1 | CALL add 1 | RETURN"),
    refused("CALL", "CONST_I32 1 | CALL add 2 | RETURN"),
    refused("CALL", "CONST_I32 1 | CONST_F64 1.0 | CALL add 2 | RETURN"),
    refused("RETURN", "RETURN"),
    refused("RETURN", "CONST_F64 1.0 | RETURN"),
    refused("RETURN", "CONST_I32 1 | RETURN", "void"),
    refused("RETURN_VOID", "RETURN_VOID"),
    refused("NATIVE_CALL", "NATIVE_CALL 0xffff 0 | RETURN_VOID", "void"),
    refused("NATIVE_CALL", 'CONST_STRING "x" | NATIVE_CALL console.log 2 | RETURN_VOID', "void"),
    refused("NATIVE_CALL", "CONST_I32 1 | NATIVE_CALL console.log 1 | RETURN_VOID", "void"),
    refused("NATIVE_CALL", "NATIVE_CALL console.log 1 | RETURN_VOID", "void"),
]
