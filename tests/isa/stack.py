"""Stack manipulation."""

from .cases import gives, joined, refused

CASES = joined(
    gives("NOP", "NOP | CONST_I32 1 | NOP", 1),
    gives("POP", "CONST_I32 1 | CONST_I32 2 | POP", 1),
    gives("POP", 'CONST_I32 1 | CONST_STRING "x" | NEW_ERROR | POP', 1),
    gives("DUP", "CONST_I32 3 | DUP | IMUL", 9),
    gives("DUP", 'CONST_STRING "x" | DUP | STRING_CONCAT', "xx"),
    gives("DUP", "CONST_I32 5 | STORE_LOCAL 0 | LOAD_LOCAL 0 | DUP | CONST_I32 1 | STORE_LOCAL 0 | IADD", 10, "i32"),
)

REFUSED = [
    refused("NOP", "NOP", "void"),
    refused("POP", "POP | RETURN_VOID", "void"),
    refused("DUP", "DUP | RETURN"),
]
