"""Natives of dynamic values, called from Python one by one.

`null` and the word that there is no value cross as the strings NULL and ABSENT.
"""

from __future__ import annotations

from typing import Any

import plait
from plait.bytecode.assembler import assemble
from plait.isa import Effect
from plait.native import NATIVES, NativeRange

NULL = "<null>"
ABSENT = "<absent>"

RANGES = (
    NativeRange.VALUE,
    NativeRange.RECORD,
    NativeRange.PROPERTY,
    NativeRange.LIST,
    NativeRange.SYMBOL,
    NativeRange.DYNAMIC,
)
NAMES = [native.name for native in NATIVES.values() if native.id >> 8 in RANGES]

CONSTANTS = [f"c{number}" for number in range(100)]
"""Strings that stand in the program."""

GENERAL = "closure(any any any any any array(any) i32 -> any)"

MORE = f"""
.function body({GENERAL}, any, any, any, any, any, array(any), i32) -> any
.captures any
    LOAD_LOCAL 1
    RETURN
.function function.new(any) -> any
    LOAD_LOCAL 0
    MAKE_CLOSURE body 1
    BOX_REF
    RETURN
.function list.of(array(any)) -> any
    LOAD_LOCAL 0
    BOX_REF
    RETURN
.function array.of(array(i32)) -> any
    LOAD_LOCAL 0
    BOX_REF
    RETURN
.function error.new() -> any
    NEW_OBJECT 0
    BOX_REF
    RETURN
.function bigint.new(i64) -> any
    LOAD_LOCAL 0
    BOX_I64
    RETURN
.function constant.name() -> any
    CONST_STRING "name"
    BOX_REF
    RETURN
.function text.of(any) -> string
    LOAD_LOCAL 0
    ANY_TO_STRING
    RETURN
.function type.of(any) -> string
    LOAD_LOCAL 0
    ANY_TYPEOF
    RETURN
.function same(any, any) -> bool
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    ANY_EQ
    RETURN
.function shown(any) -> string
    LOAD_LOCAL 0
    ANY_TO_DISPLAY
    RETURN
.function key(i32) -> any
    CONST_STRING "k"
    LOAD_LOCAL 0
    I32_TO_STRING
    STRING_CONCAT
    BOX_REF
    RETURN
.function churn(any, i32, i32)
.local i32
    CONST_I32 0
    STORE_LOCAL 3
    again: LOAD_LOCAL 0
    LOAD_LOCAL 3
    CALL key 1
    LOAD_LOCAL 3
    BOX_I32
    NATIVE_CALL property.set 3
    POP
    LOAD_LOCAL 0
    LOAD_LOCAL 3
    LOAD_LOCAL 2
    ISUB
    CALL key 1
    NATIVE_CALL property.delete 2
    POP
    LOAD_LOCAL 3
    CONST_I32 1
    IADD
    DUP
    STORE_LOCAL 3
    LOAD_LOCAL 1
    ILT
    JUMP_IF_TRUE again
    RETURN_VOID
.function main()
    RETURN_VOID
"""


def _wrapper(number: int, name: str, effect: Effect) -> str:
    """A function that calls a native."""
    types = ", ".join(map(str, effect.pops))
    result = str(effect.pushes[0]) if effect.pushes else ""
    lines = [f".function {name}({types}){f' -> {result}' if result else ''}"]
    for place, item in enumerate(effect.pops):
        if str(item) == "any":
            lines += [
                f"LOAD_LOCAL {place}",
                f'CONST_STRING "{NULL}"',
                "BOX_REF",
                "ANY_EQ",
                f"JUMP_IF_FALSE n{number}p{place}",
                "CONST_NULL string",
                "BOX_REF",
                f"STORE_LOCAL {place}",
                f"n{number}p{place}: LOAD_LOCAL {place}",
                "POP",
            ]
    lines += [f"LOAD_LOCAL {place}" for place in range(len(effect.pops))]
    lines.append(f"NATIVE_CALL {name} {len(effect.pops)}")
    if result == "any":
        lines += [
            "DUP",
            "NATIVE_CALL value.isAbsent 1",
            f"JUMP_IF_FALSE n{number}a",
            "POP",
            f'CONST_STRING "{ABSENT}"',
            "BOX_REF",
            "RETURN",
            f"n{number}a: DUP",
            "CONST_NULL string",
            "BOX_REF",
            "ANY_EQ",
            f"JUMP_IF_FALSE n{number}b",
            "POP",
            f'CONST_STRING "{NULL}"',
            "BOX_REF",
            "RETURN",
            f"n{number}b: RETURN",
        ]
    else:
        lines.append("RETURN" if result else "RETURN_VOID")
    return "\n    ".join(lines)


def _text() -> str:
    wrappers = [
        _wrapper(number, native.name, native.effect)
        for number, native in enumerate(NATIVES.values())
        if native.name in NAMES
    ]
    constants = [f'.string "{text}"' for text in CONSTANTS]
    return "\n".join(['.module "dynamic"', ".main main", *constants, *wrappers]) + MORE


MODULE = assemble(_text(), "dynamic.plasm")


class Machine:
    """A context in which natives can be called."""

    def __init__(self, **options: Any) -> None:
        self.vm = plait.Vm(plait.VmOptions(**options), write=lambda _: None)
        self.context = self.vm.load(MODULE)

    def __call__(self, name: str, *arguments: Any) -> Any:
        """The result of a native or of one of the functions above."""
        return self.vm.run(self.context, name, arguments)
