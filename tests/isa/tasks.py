"""Tasks."""

from .cases import gives, joined, refused, throws

CASES = joined(
    gives("SPAWN", "CONST_I32 4 | CONST_I32 5 | SPAWN add 2 | AWAIT", 9),
    gives("SPAWN", "SPAWN nothing 0 | POP | CONST_I32 1", 1),
    gives("AWAIT", "CONST_I32 4 | SPAWN later 1 | AWAIT", 4),
    gives("AWAIT", "SPAWN later_void 0 | AWAIT", None),
    gives("AWAIT", "CONST_I32 4 | SPAWN later 1 | DUP | AWAIT | STORE_LOCAL 0 | AWAIT | LOAD_LOCAL 0 | IADD", 8, "i32"),
    throws("AWAIT", "CONST_I32 4 | SPAWN fails 1 | AWAIT", "RangeError: division by zero"),
    throws("SPAWN", "CONST_I32 4 | SPAWN fails 1 | POP | CONST_I32 1", "RangeError: division by zero"),
    gives(
        "AWAIT",
        "TRY no | CONST_I32 4 | SPAWN fails 1 | AWAIT | END_TRY | I32_TO_STRING | RETURN | no: CALL message 1",
        "division by zero",
    ),
    gives("YIELD", "YIELD | CONST_I32 1", 1),
    gives("YIELD", "SPAWN later_void 0 | YIELD | TASK_IS_DONE", True),
    gives("TASK_IS_DONE", "SPAWN nothing 0 | TASK_IS_DONE", True),
    gives("TASK_IS_DONE", "CONST_I32 1 | SPAWN later 1 | TASK_IS_DONE", False),
)

REFUSED = [
    refused("SPAWN", "SPAWN 1000 0 | RETURN", "task(i32)"),
    refused("SPAWN", "CONST_I32 1 | SPAWN add 1 | RETURN", "task(i32)"),
    refused("SPAWN", "CONST_I32 1 | CONST_TRUE | SPAWN add 2 | RETURN", "task(i32)"),
    refused("SPAWN", "SPAWN nothing 0 | RETURN", "task(i32)", at="RETURN"),
    refused("AWAIT", "AWAIT | RETURN"),
    refused("AWAIT", "CONST_I32 1 | AWAIT | RETURN"),
    refused("AWAIT", "SPAWN nothing 0 | AWAIT | RETURN", at="RETURN"),
    refused("YIELD", "YIELD", "void"),
    refused("TASK_IS_DONE", "TASK_IS_DONE | RETURN", "bool"),
    refused("TASK_IS_DONE", "CONST_I32 1 | TASK_IS_DONE | RETURN", "bool"),
]
