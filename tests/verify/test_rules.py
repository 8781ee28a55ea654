"""Each rule of the verifier for code: exactly what it says when it refuses."""

from __future__ import annotations

import pytest

from plait.errors import VerifyError
from plait.verify import verify

from .cases import module_of

REFUSED: dict[str, tuple[str, str, int | None]] = {
    "empty code": (".function f()", "the function has no code", None),
    "end of code": (".function f()\nNOP", "execution runs past the end of the code after NOP", 0),
    "end of code after a condition": (
        ".function f()\na: CONST_TRUE\nJUMP_IF_TRUE a",
        "execution runs past the end of the code after JUMP_IF_TRUE",
        1,
    ),
    "end of code after a call": (".function f()\nCALL void 0", "execution runs past the end of the code after CALL", 0),
    "end of code after a TRY": (".function f()\na: TRY a", "execution runs past the end of the code after TRY", 0),
    "into an instruction": (
        ".function f()\nJUMP -3\nRETURN_VOID",
        "JUMP leads to byte 2, where no instruction starts",
        0,
    ),
    "before the code": (".function f()\nJUMP -6", "JUMP leads to byte -1, where no instruction starts", 0),
    "to the end of the code": (".function f()\nJUMP 0", "JUMP leads to byte 5, where no instruction starts", 0),
    "an unreachable jump": (
        ".function f()\nRETURN_VOID\nJUMP 99",
        "JUMP leads to byte 105, where no instruction starts",
        1,
    ),
    "a handler inside an instruction": (
        ".function f()\nTRY 1\nCONST_I32 1\nPOP\nRETURN_VOID",
        "TRY leads to byte 6, where no instruction starts",
        0,
    ),
    "no such local": (
        ".function f(i32)\nLOAD_LOCAL 1\nPOP\nRETURN_VOID",
        "LOAD_LOCAL: there is no local 1; locals: 1",
        0,
    ),
    "no such local, unreachable": (
        ".function f()\nRETURN_VOID\nSTORE_LOCAL 0",
        "STORE_LOCAL: there is no local 0; locals: 0",
        1,
    ),
    "no such global": (".function f()\nLOAD_GLOBAL 2", "LOAD_GLOBAL: there is no global 2; globals: 2", 0),
    "no such function": (".function f()\nCALL 3 0", "CALL: there is no function 3; functions: 3", 0),
    "no such string": (".function f()\nCONST_STRING 0", "CONST_STRING: there is no string 0; strings: 0", 0),
    "no such type": (".function f()\nNEW_ARRAY 0", "NEW_ARRAY: there is no type 0; types: 0", 0),
    "no such native": (".function f()\nNATIVE_CALL 0x7fff 0", "there is no native function 0x7fff", 0),
    "too few values": (
        ".function f()\nCONST_I32 1\nIADD\nRETURN_VOID",
        "IADD needs 2 values on the stack, but there are 1",
        5,
    ),
    "pop of nothing": (".function f()\nPOP\nRETURN_VOID", "POP needs 1 value on the stack, but there are 0", 0),
    "dup of nothing": (".function f()\nDUP\nRETURN_VOID", "DUP needs 1 value on the stack, but there are 0", 0),
    "first operand": (
        ".function f()\nCONST_TRUE\nCONST_I32 1\nIADD\nRETURN_VOID",
        "IADD: operand 1 must be i32, not bool",
        6,
    ),
    "second operand": (
        ".function f()\nCONST_I32 1\nCONST_F64 1\nIADD\nRETURN_VOID",
        "IADD: operand 2 must be i32, not f64",
        14,
    ),
    "not an array": (
        ".function f()\nCONST_I32 1\nARRAY_LENGTH\nRETURN_VOID",
        "ARRAY_LENGTH: operand 1 must be array(T), not i32",
        5,
    ),
    "wrong array": (
        ".function f(array(f64))\nLOAD_LOCAL 0\nCONST_I32 0\nARRAY_GET_I32\nRETURN_VOID",
        "ARRAY_GET_I32: operand 1 must be array(i32), not array(f64)",
        8,
    ),
    "array of numbers as array of references": (
        ".function f(array(f64))\nLOAD_LOCAL 0\nCONST_I32 0\nARRAY_GET_REF\nRETURN_VOID",
        "ARRAY_GET_REF: operand 1 must be array(R), not array(f64)",
        8,
    ),
    "wrong reference into an array": (
        ".function f(array(string), mutex)\nLOAD_LOCAL 0\nLOAD_LOCAL 1\nARRAY_PUSH_REF\nRETURN_VOID",
        "ARRAY_PUSH_REF: operand 2 must be string, not mutex",
        6,
    ),
    "arrays are invariant": (
        ".function f(array(task(i32)), task(void))\nLOAD_LOCAL 0\nLOAD_LOCAL 1\nARRAY_PUSH_REF\nRETURN_VOID",
        "ARRAY_PUSH_REF: operand 2 must be task(i32), not task(void)",
        6,
    ),
    "no task": (
        ".function f()\nCONST_I32 1\nTASK_IS_DONE\nRETURN_VOID",
        "TASK_IS_DONE: operand 1 must be a task, not i32",
        5,
    ),
    "await no task": (".function f()\nCONST_I32 1\nAWAIT\nRETURN_VOID", "AWAIT takes a task, not i32", 5),
    "void task gives nothing": (
        ".function f()\nSPAWN void 0\nAWAIT\nPOP\nRETURN_VOID",
        "POP needs 1 value on the stack, but there are 0",
        6,
    ),
    "zeroed references": (
        ".function f()\nCONST_I32 1\nNEW_ARRAY_ZEROED string\nPOP\nRETURN_VOID",
        "NEW_ARRAY_ZEROED: the elements must be of type i32, i64, f64, bool, any, not string",
        5,
    ),
    "store into a local": (
        ".function f()\n.local i32\nCONST_TRUE\nSTORE_LOCAL 0\nRETURN_VOID",
        "local 0 holds i32, not bool",
        1,
    ),
    "store into a global": (
        ".function f()\nCONST_TRUE\nSTORE_GLOBAL text\nRETURN_VOID",
        "global 1 holds string, not bool",
        1,
    ),
    "unassigned": (
        ".function f()\n.local i32\nLOAD_LOCAL 0\nPOP\nRETURN_VOID",
        "local 0 (i32) is read, but not assigned on every path",
        0,
    ),
    "assigned on one path": (
        '.function f(bool)\n.local string\nLOAD_LOCAL 0\nJUMP_IF_TRUE a\nCONST_STRING "a"\n'
        "STORE_LOCAL 1\na: LOAD_LOCAL 1\nPOP\nRETURN_VOID",
        "local 1 (string) is read, but not assigned on every path",
        16,
    ),
    "assigned in the range, read in its handler": (
        ".function f()\n.local i32\nTRY h\nCONST_I32 1\nSTORE_LOCAL 0\nEND_TRY\nRETURN_VOID\nh: POP\n"
        "LOAD_LOCAL 0\nPOP\nRETURN_VOID",
        "local 0 (i32) is read, but not assigned on every path",
        16,
    ),
    "unassigned in a loop's second half": (
        ".function f()\n.local i32\nJUMP b\na: LOAD_LOCAL 0\nPOP\nb: CONST_TRUE\nJUMP_IF_TRUE a\nRETURN_VOID",
        "local 0 (i32) is read, but not assigned on every path",
        5,
    ),
    "too few arguments": (
        ".function f()\nCONST_I32 1\nCALL value 1\nRETURN_VOID",
        "CALL of function 0 takes 2 argument(s), not 1",
        5,
    ),
    "missing arguments": (
        ".function f()\nCONST_I32 1\nCALL value 2\nRETURN_VOID",
        "CALL of function 0 needs 2 values on the stack, but there are 1",
        5,
    ),
    "wrong argument": (
        ".function f()\nCONST_I32 1\nCONST_I32 1\nSPAWN value 2\nRETURN_VOID",
        "SPAWN of function 0: argument 2 must be f64, not i32",
        10,
    ),
    "no result": (".function f()\nCALL void 0\nPOP\nRETURN_VOID", "POP needs 1 value on the stack, but there are 0", 5),
    "native argument count": (
        ".function f()\nNATIVE_CALL console.log 0\nRETURN_VOID",
        "NATIVE_CALL console.log takes 1 argument(s), not 0",
        0,
    ),
    "native argument": (
        ".function f()\nCONST_I32 1\nNATIVE_CALL console.log 1\nRETURN_VOID",
        "NATIVE_CALL console.log: operand 1 must be string, not i32",
        5,
    ),
    "return in void": (".function f()\nCONST_I32 1\nRETURN", "RETURN in a function without result", 5),
    "void return": (".function f() -> i32\nRETURN_VOID", "RETURN_VOID in a function whose result is i32", 0),
    "wrong result": (".function f() -> i32\nCONST_TRUE\nRETURN", "RETURN takes i32, not bool", 1),
    "throw no error": (".function f()\nCONST_TRUE\nTHROW", "THROW takes any, not bool", 1),
    "condition": (".function f()\nCONST_I32 1\nJUMP_IF_TRUE 0\nRETURN_VOID", "JUMP_IF_TRUE takes bool, not i32", 5),
    "heights differ": (
        ".function f()\nCONST_TRUE\nJUMP_IF_TRUE a\nCONST_I32 1\na: RETURN_VOID",
        "paths meet at byte 11 with different stacks: 1 value(s) here, 0 there",
        6,
    ),
    "types differ": (
        ".function f(bool)\nLOAD_LOCAL 0\nJUMP_IF_TRUE a\nCONST_I32 1\nJUMP b\na: CONST_TRUE\nb: POP\nRETURN_VOID",
        "paths meet at byte 19 with different stacks: value 1 is i32 here, bool there",
        13,
    ),
    "a loop that pushes": (
        ".function f()\na: CONST_I32 1\nJUMP a",
        "paths meet at byte 0 with different stacks: 1 value(s) here, 0 there",
        5,
    ),
    "no open range": (".function f()\nEND_TRY\nRETURN_VOID", "END_TRY, but no guarded range is open", 0),
    "jump into a range": (
        ".function f(bool)\nLOAD_LOCAL 0\nJUMP_IF_TRUE a\nTRY h\na: END_TRY\nRETURN_VOID\nh: POP\nRETURN_VOID",
        "paths meet at byte 13 with different guarded ranges open: handler at byte 15 with 0 value(s) "
        "below here, none there",
        8,
    ),
    "jump out of a range": (
        ".function f(bool)\nTRY h\nLOAD_LOCAL 0\nJUMP_IF_TRUE a\nEND_TRY\na: RETURN_VOID\nh: POP\nRETURN_VOID",
        "paths meet at byte 14 with different guarded ranges open: none here, handler at byte 15 with 0 "
        "value(s) below there",
        13,
    ),
    "ranges of different handlers": (
        ".function f(bool)\nLOAD_LOCAL 0\nJUMP_IF_TRUE a\nTRY g\nJUMP b\na: TRY h\nb: END_TRY\n"
        "RETURN_VOID\ng: POP\nRETURN_VOID\nh: POP\nRETURN_VOID",
        "paths meet at byte 23 with different guarded ranges open:"
        " handler at byte 25 with 0 value(s) below here, handler at byte 27 with 0 value(s) below there",
        13,
    ),
    "a handler of ranges at different heights": (
        ".function f()\nTRY h\nEND_TRY\nCONST_I32 1\nTRY h\nEND_TRY\nPOP\nRETURN_VOID\nh: POP\nRETURN_VOID",
        "paths meet at byte 19 with different stacks: 2 value(s) here, 1 there",
        11,
    ),
    "a handler inside its range": (
        ".function f()\nTRY h\nCONST_UNDEFINED\nh: POP\nEND_TRY\nRETURN_VOID",
        "paths meet at byte 6 with different guarded ranges open: handler at byte 6 with 0 value(s) "
        "below here, none there",
        5,
    ),
    "a handler of a range in itself": (
        ".function f()\nTRY h\nTRY h\nEND_TRY\nEND_TRY\nRETURN_VOID\nh: POP\nRETURN_VOID",
        "paths meet at byte 13 with different guarded ranges open: handler at byte 13 with 0 value(s) "
        "below here, none there",
        5,
    ),
    "popping what the handler needs": (
        ".function f()\nCONST_I32 1\nTRY h\nPOP\nCONST_I32 1\nEND_TRY\nPOP\nRETURN_VOID\nh: POP\nPOP\nRETURN_VOID",
        "POP needs 1 value above those that stood there at the open TRY, but there are 0",
        10,
    ),
    "a range left open at a handler": (
        ".function f()\nTRY h\nh: POP\nRETURN_VOID",
        "paths meet at byte 5 with different stacks: 0 value(s) here, 1 there",
        0,
    ),
}


@pytest.mark.parametrize(("source", "message", "position"), REFUSED.values(), ids=REFUSED)
def test_refused(source: str, message: str, position: int | None) -> None:
    with pytest.raises(VerifyError) as caught:
        verify(module_of(source))
    assert (caught.value.function, caught.value.position) == (2, position)
    where = "(function 2)" if position is None else f"(function 2, at {position})"
    assert str(caught.value) == f"{message} {where}"
