"""Jumps."""

from .cases import gives, joined, refused

COUNT = "CONST_I32 0 | STORE_LOCAL 0 | again: LOAD_LOCAL 0 | CONST_I32 1 | IADD | STORE_LOCAL 0 | "

CASES = joined(
    gives("JUMP", "JUMP over | CONST_I32 1 | RETURN | over: CONST_I32 2", 2),
    gives("JUMP", "CONST_I32 5 | JUMP over | over: CONST_I32 2 | IADD", 7),
    gives("JUMP_IF_TRUE", COUNT + "LOAD_LOCAL 0 | CONST_I32 10 | ILT | JUMP_IF_TRUE again | LOAD_LOCAL 0", 10, "i32"),
    gives("JUMP_IF_FALSE", COUNT + "LOAD_LOCAL 0 | CONST_I32 10 | IGE | JUMP_IF_FALSE again | LOAD_LOCAL 0", 10, "i32"),
    gives("JUMP_IF_TRUE", "CONST_I32 5 | CONST_TRUE | JUMP_IF_TRUE over | CONST_I32 1 | IADD | over: NOP", 5),
    gives("JUMP_IF_FALSE", "CONST_I32 5 | CONST_TRUE | JUMP_IF_FALSE over | CONST_I32 1 | IADD | over: NOP", 6),
    gives(
        "JUMP_IF_FALSE",
        "CONST_TRUE | STORE_LOCAL 0 | LOAD_LOCAL 0 | JUMP_IF_FALSE over | CONST_I32 1 | RETURN | over: CONST_I32 2",
        1,
        "bool",
    ),
)

REFUSED = [
    refused("JUMP", "JUMP 1000 | RETURN_VOID", "void"),
    refused("JUMP", "JUMP -1 | RETURN_VOID", "void"),
    refused("JUMP_IF_TRUE", "CONST_I32 1 | JUMP_IF_TRUE over | over: RETURN_VOID", "void"),
    refused("JUMP_IF_TRUE", "JUMP_IF_TRUE over | over: RETURN_VOID", "void"),
    refused("JUMP_IF_FALSE", "CONST_I32 1 | JUMP_IF_FALSE over | over: RETURN_VOID", "void"),
    refused("JUMP_IF_FALSE", "JUMP_IF_FALSE over | over: RETURN_VOID", "void"),
]
