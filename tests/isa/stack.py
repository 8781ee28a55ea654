"""Stack manipulation."""

from .cases import gives, joined, refused, throws

CASES = joined(
    gives("NOP", "NOP | CONST_I32 1 | NOP", 1),
    gives("POP", "CONST_I32 1 | CONST_I32 2 | POP", 1),
    gives("POP", 'CONST_I32 1 | CONST_STRING "x" | NEW_ERROR 0 | POP', 1),
    gives("DUP", "CONST_I32 3 | DUP | IMUL", 9),
    gives("SWAP", "CONST_I32 3 | CONST_I32 1 | SWAP | ISUB", -2),
    gives("SWAP", 'CONST_I32 3 | CONST_STRING "x" | SWAP | I32_TO_STRING | STRING_CONCAT', "x3"),
    gives("TRAP", "CONST_TRUE | JUMP_IF_TRUE fine | TRAP | fine: CONST_I32 1", 1),
    throws("TRAP", "TRAP | CONST_I32 1", "Error: trap"),
    gives("BREAKPOINT", "CONST_I32 1 | BREAKPOINT", 1),
    gives("DUP", 'CONST_STRING "x" | DUP | STRING_CONCAT', "xx"),
    gives("DUP", "CONST_I32 5 | STORE_LOCAL 0 | LOAD_LOCAL 0 | DUP | CONST_I32 1 | STORE_LOCAL 0 | IADD", 10, "i32"),
)

REFUSED = [
    refused("NOP", "NOP", "void"),
    refused("POP", "POP | RETURN_VOID", "void"),
    refused("DUP", "DUP | RETURN"),
    refused("SWAP", "CONST_I32 1 | SWAP | RETURN"),
    refused("SWAP", "CONST_I32 1 | CONST_F64 1.0 | SWAP | RETURN", "f64", at="RETURN"),
    refused("TRAP", "TRAP", "void"),
    refused("BREAKPOINT", "BREAKPOINT", "void"),
]
