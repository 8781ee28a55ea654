#!/usr/bin/env python3
"""Write docs/isa.md, the manual of the instructions, from the instruction table.

python3 scripts/isa_manual.py              write it
python3 scripts/isa_manual.py --check      say whether it is what the table says
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from plait.isa import FAMILIES, INSTRUCTIONS, Flags, Immediate, Instruction, NativeFunction, Special
from plait.native import NATIVES

TARGET = Path(__file__).resolve().parents[1] / "docs" / "isa.md"

HEAD = """\
# The instructions

<!-- Made by scripts/isa_manual.py from the instruction table: change the table, then run the script. -->

All instructions of the machine and all functions of its library, as the table in `plait.isa` and `plait.native` defines
them. [Modules: bytes and text](module-format.md) says how code is written down and what the verifier demands.

**Effect**: what an instruction takes from the stack (the last is the top) `->` what it leaves there. Besides types
there stand

| | |
|---|---|
| `R` | any reference type, the same wherever it occurs in one effect; later ones may be subtypes |
| `W` `T` | any type, the same wherever it occurs in one effect |
| `$` `X` | the type immediate |
| `C` `F` `S` | an object of the class immediate; the field that the slot immediate names; the static field |
| `I` `M` | the interface immediate; its field that the member immediate names |
| `E` | the element of the tuple type that the element immediate names |
| `K` | the captured value that the captured immediate names |
| `task(?)` | a task of any result, or without |
| `...` | as many values as the instruction says; `[T]` may be missing |

**Fuel** is what one execution is charged. **Flags**: *throws*: may throw an error of the machine; *allocates*; *works*:
charges more fuel in proportion to the work; *works_seldom*:
the same, when an array has to grow for it; *flushes*: waits for the console's buffer to be emptied; *waits*: may stop
the task until another wakes it; *continues*: does long work in parts, each charged before the next; *has_site*: what it
has found is kept for each place in compiled code; *declines*: the result may say (`ABSENT`, null, false) that general
code has to do it, and nothing is done then.
"""

IMMEDIATES = """\
## Immediates

| name | bytes | what |
|---|---|---|
"""

EFFECTS: dict[str, str] = {
    "NOP": "->",
    "POP": "T ->",
    "DUP": "T -> T T",
    "SWAP": "T U -> U T",
    "BREAKPOINT": "->",
    "CONST_I32": "-> i32",
    "CONST_I64": "-> i64",
    "CONST_F64": "-> f64",
    "CONST_TRUE": "-> bool",
    "CONST_FALSE": "-> bool",
    "CONST_WORD": "-> any",
    "CONST_STRING": "-> string",
    "CONST_NULL": "-> $",
    "CONST_UNDEFINED": "-> any",
    "LOAD_LOCAL": "-> T",
    "STORE_LOCAL": "T ->",
    "LOAD_GLOBAL": "-> T",
    "STORE_GLOBAL": "T ->",
    "LOAD_STATIC": "-> S",
    "STORE_STATIC": "S ->",
    "LOAD_CAPTURED": "-> K",
    "JUMP": "->",
    "JUMP_IF_TRUE": "bool ->",
    "JUMP_IF_FALSE": "bool ->",
    "CALL": "arguments... -> [result]",
    "CALL_METHOD": "C arguments... -> [result]",
    "CALL_INTERFACE": "I arguments... -> [result]",
    "CALL_CLOSURE": "closure(...) arguments... -> [result]",
    "CALL_EXPECTED": "closure(...) arguments... -> [result]",
    "CALL_GENERAL": "any any... closure(...) -> any",
    "CALL_GENERAL_EXPECTED": "any any... closure(...) -> any",
    "CALL_CONSTRUCTOR": "arguments... -> C",
    "CALL_SUPER": "C arguments... -> [result]",
    "CALL_STATIC": "arguments... -> [result]",
    "NATIVE_CALL": "arguments... -> [result]",
    "NATIVE_OR_CALL": "arguments... -> [result]",
    "RETURN": "result -> (leaves the function)",
    "RETURN_VOID": "-> (leaves the function)",
    "MAKE_CLOSURE": "captured... -> closure(...)",
    "NEW_TUPLE": "elements... -> $",
    "NEW_ARRAY_OF": "elements... -> array($)",
    "TRY": "->; at the handler: -> any",
    "END_TRY": "->",
    "THROW": "any -> (throws)",
    "RETHROW": "any -> (throws)",
    "UPCAST": "R -> $",
    "SPAWN": "arguments... -> task(...)",
    "SPAWN_CLOSURE": "closure(...) arguments... -> task(...)",
    "SPAWN_METHOD": "C arguments... -> task(...)",
    "AWAIT": "task(...) -> [result]",
    "YIELD": "->",
}
"""What the instructions do that the verifier knows by name."""

MEANINGS: dict[Immediate, str] = {
    Immediate.I32: "an integer",
    Immediate.I64: "an integer",
    Immediate.F64: "an IEEE 754 double",
    Immediate.COUNT: "the number of arguments (or of captured values, elements)",
    Immediate.LOCAL: "a local, parameters first",
    Immediate.GLOBAL: "a global of the module",
    Immediate.FUNCTION: "a function of the module",
    Immediate.NATIVE: "the id of a library function, or of an import from the host",
    Immediate.TYPE: "an entry of the module's type table",
    Immediate.CLASS: "the number of a class, built-in ones included",
    Immediate.SLOT: "a field of the class, counted from the root's first; in calls a place in its method table",
    Immediate.STATIC: "a static field of the class; in calls a static method",
    Immediate.INTERFACE: "an interface of the module",
    Immediate.MEMBER: "a field of the interface's own; in calls a method of its own",
    Immediate.CAPTURED: "a captured value of the closure that runs",
    Immediate.ELEMENT: "an element of the tuple type",
    Immediate.STRING: "an entry of the module's string table",
    Immediate.JUMP: "the distance in bytes from the end of the instruction to the target",
}


def manual_text() -> str:
    """The whole manual."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield HEAD
    yield IMMEDIATES.rstrip("\n")
    for kind in Immediate:
        yield f"| `{kind.name}` | {_size(kind)} | {MEANINGS[kind]} |"
    for family in FAMILIES:
        title, _, text = (family.__doc__ or "").strip().partition("\n")
        name, _, rest = title.partition(": ")
        defined = _defined(inspect.getsource(family))
        yield ""
        yield f"## {name}"
        yield ""
        yield " ".join(f"Opcodes {rest} {text}".split())
        yield ""
        yield "| opcode | instruction | effect | fuel | flags | |"
        yield "|---|---|---|---|---|---|"
        for number in sorted(INSTRUCTIONS):
            if f"0x{number:02x}" in defined:
                yield _instruction_line(INSTRUCTIONS[number])
    yield ""
    yield "## Library functions"
    yield ""
    yield "`NATIVE_CALL id count` calls them, in text by name; ids from 0x8000 on are imports from the host."
    yield ""
    yield "| id | name | effect | fuel | flags | |"
    yield "|---|---|---|---|---|---|"
    yield from (_native_line(NATIVES[number]) for number in sorted(NATIVES))


def _defined(source: str) -> set[str]:
    """The numbers of the instructions that the source of a family defines."""
    return {number.lower() for number in re.findall(r"(?:special|instruction)\(\s*(0x[0-9A-Fa-f]{2})", source)}


def _instruction_line(entry: Instruction) -> str:
    effect = EFFECTS[entry.mnemonic] if isinstance(entry.effect, Special) else str(entry.effect)
    spelled = " ".join([entry.mnemonic, *(kind.name for kind in entry.immediates)])
    return _row(f"{entry.number:02x}", spelled, effect, entry.fuel, entry.flags, entry.summary)


def _native_line(entry: NativeFunction) -> str:
    return _row(f"{entry.id:04x}", entry.name, str(entry.effect), entry.fuel, entry.flags, entry.summary)


def _row(number: str, spelled: str, effect: str, fuel: int, flags: Flags, summary: str) -> str:
    flag_names = " ".join(flag.name.lower() for flag in flags if flag.name)
    text = " ".join(summary.split()).replace("|", "\\|")
    return f"| `{number}` | `{spelled}` | `{effect.strip()}` | {fuel} | {flag_names} | {text} |"


def _size(kind: Immediate) -> int:
    return {"b": 1, "h": 2, "i": 4, "q": 8, "d": 8}[kind.format.lower()]


if __name__ == "__main__":
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(manual_text(), encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != manual_text():
        sys.exit("docs/isa.md is not what the instruction table says: run python3 scripts/isa_manual.py")
