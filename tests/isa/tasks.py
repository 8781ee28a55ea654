"""Tasks."""

from .cases import gives, joined, null, refused, throws

BASE = 'CONST_STRING "b" | CALL_CONSTRUCTOR Base 1'
COUNTER = 'CONST_I32 5 | NEW_CELL i32 | CONST_STRING "n" | MAKE_CLOSURE counter 2'

LOCAL = "array(task(i32))"
PUSH = "LOAD_LOCAL 0 | CONST_I32 {} | SPAWN {} 1 | ARRAY_PUSH_REF"
MANY = f"NEW_ARRAY task(i32) | STORE_LOCAL 0 | {PUSH.format(4, 'later')}"
TASKS = f"{MANY} | {PUSH.format(5, 'later')} | LOAD_LOCAL 0"
FAILING = f"{MANY} | {PUSH.format(5, 'fails')} | LOAD_LOCAL 0"

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
    gives("SPAWN_METHOD", f"{BASE} | SPAWN_METHOD Base twice 0 | AWAIT", 3.0),
    null("SPAWN_METHOD", "CONST_NULL object(Base) | SPAWN_METHOD Base twice 0 | AWAIT", "f64"),
    gives("SPAWN_CLOSURE", f"{COUNTER} | CONST_I32 2 | SPAWN_CLOSURE 1 | AWAIT", "n7"),
    null("SPAWN_CLOSURE", "CONST_NULL closure(i32 -> string) | CONST_I32 1 | SPAWN_CLOSURE 1 | AWAIT", "string"),
    gives("YIELD", "YIELD | CONST_I32 1", 1),
    gives("YIELD", "SPAWN later_void 0 | YIELD | TASK_IS_DONE", True),
    gives("WAIT_ALL", f"{TASKS} | WAIT_ALL | LOAD_LOCAL 0 | CONST_I32 1 | ARRAY_GET_REF | AWAIT", 5, LOCAL),
    throws("WAIT_ALL", f"{FAILING} | WAIT_ALL", "RangeError: division by zero", "void", LOCAL),
    null("WAIT_ALL", "CONST_NULL array(task(i32)) | WAIT_ALL"),
    gives("SLEEP", "CONST_F64 1.0 | SLEEP | CONST_I32 1", 1),
    gives("TASK_CANCEL", "SPAWN nothing 0 | TASK_CANCEL", False),
    gives("TASK_CANCEL", "CONST_I32 1 | SPAWN later 1 | TASK_CANCEL", True),
    null("TASK_CANCEL", "CONST_NULL task(i32) | TASK_CANCEL", "bool"),
    gives("TASK_IS_CANCELLED", "SPAWN nothing 0 | TASK_IS_CANCELLED", False),
    null("TASK_IS_CANCELLED", "CONST_NULL task(i32) | TASK_IS_CANCELLED", "bool"),
    gives("TASK_IS_DONE", "SPAWN nothing 0 | TASK_IS_DONE", True),
    null("TASK_IS_DONE", "CONST_NULL task(i32) | TASK_IS_DONE", "bool"),
    gives("TASK_IS_DONE", "CONST_I32 1 | SPAWN later 1 | TASK_IS_DONE", False),
)

REFUSED = [
    refused("SPAWN", "SPAWN 1000 0 | RETURN", "task(i32)"),
    refused("SPAWN", "CONST_I32 1 | SPAWN add 1 | RETURN", "task(i32)"),
    refused("SPAWN", "CONST_I32 1 | CONST_TRUE | SPAWN add 2 | RETURN", "task(i32)"),
    refused("SPAWN", "SPAWN nothing 0 | RETURN", "task(i32)", at="RETURN"),
    refused("SPAWN_METHOD", f"{BASE} | SPAWN_METHOD Base 9 0 | RETURN", "task(f64)"),
    refused("SPAWN_METHOD", "CONST_I32 1 | SPAWN_METHOD Base twice 0 | RETURN", "task(f64)"),
    refused("SPAWN_CLOSURE", f"{COUNTER} | SPAWN_CLOSURE 0 | RETURN", "task(string)"),
    refused("SPAWN_CLOSURE", "CONST_I32 1 | SPAWN_CLOSURE 0 | RETURN", "task(string)"),
    refused("AWAIT", "AWAIT | RETURN"),
    refused("AWAIT", "CONST_I32 1 | AWAIT | RETURN"),
    refused("AWAIT", "SPAWN nothing 0 | AWAIT | RETURN", at="RETURN"),
    refused("YIELD", "YIELD", "void"),
    refused("WAIT_ALL", "NEW_ARRAY i32 | WAIT_ALL | RETURN_VOID", "void"),
    refused("WAIT_ALL", "WAIT_ALL | RETURN_VOID", "void"),
    refused("SLEEP", "CONST_I32 1 | SLEEP | RETURN_VOID", "void"),
    refused("TASK_CANCEL", "CONST_I32 1 | TASK_CANCEL | RETURN", "bool"),
    refused("TASK_IS_CANCELLED", "CONST_I32 1 | TASK_IS_CANCELLED | RETURN", "bool"),
    refused("TASK_IS_DONE", "TASK_IS_DONE | RETURN", "bool"),
    refused("TASK_IS_DONE", "CONST_I32 1 | TASK_IS_DONE | RETURN", "bool"),
]
