"""Cases of instructions: code with what it gives or throws, and code that the verifier refuses.

Code is assembly with ` | ` between instructions; what it leaves on the stack is returned. A family's file lists its
cases as `CASES` and `REFUSED`; `test_instructions.py` runs the cases of all families in all modes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import pytest

import plait
from plait.bytecode.assembler import assemble
from plait.bytecode.encoding import decode_function_code
from plait.isa import BY_MNEMONIC, Effect, Instruction

Value = bool | int | float | str | None

PRELUDE: Final = """
.interface Shape
.field name string
.method area() -> f64
.interface Sized
.field size f64
.class Base implements Shape
.field name string
.field number i32
.static count i32
.static shared array(any)
.method area base_area
.method twice base_twice
.static_method sum add
.static_method quotient quotient
.constructor make_base
.class Square extends Base implements Sized
.field size f64
.method area square_area
.class Other implements Shape
.field number i32
.field name string
.method area other_area
.class Spender
.constructor spend
.class Failure extends Error
.field reason any
.class Vague
.abstract
.function base_area(object(Base)) -> f64
    CONST_F64 1.5
    RETURN
.function base_twice(object(Base)) -> f64
    LOAD_LOCAL 0
    CALL_METHOD Base area 0
    DUP
    FADD
    RETURN
.function make_base(object(Base), string)
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    SET_FIELD Base name
    RETURN_VOID
.function spend(object(Spender), array(array(f64)))
    again: LOAD_LOCAL 1
    CONST_I32 100000
    NEW_ARRAY_ZEROED f64
    ARRAY_PUSH_REF
    JUMP again
.function square_area(object(Square)) -> f64
    LOAD_LOCAL 0
    GET_FIELD Square size
    DUP
    FMUL
    RETURN
.function other_area(object(Other)) -> f64
    CONST_F64 -1.0
    RETURN
.function counter(closure(i32 -> string), i32) -> string
.captures cell(i32), string
    LOAD_CAPTURED 0
    DUP
    CELL_GET
    LOAD_LOCAL 1
    IADD
    CELL_SET
    LOAD_CAPTURED 1
    LOAD_CAPTURED 0
    CELL_GET
    I32_TO_STRING
    STRING_CONCAT
    RETURN
.function echo(closure(i32 -> string), i32) -> string
.captures
    LOAD_LOCAL 1
    I32_TO_STRING
    RETURN
.function greets(closure(-> void))
.captures
    CONST_STRING "hello"
    NATIVE_CALL console.log 1
    RETURN_VOID
.function given(closure(any any any any any array(any) i32 -> any), any, any, any, any, any, array(any), i32) -> any
.captures any
    LOAD_LOCAL 7
    BOX_I32
    RETURN
.function second(closure(any any any any any array(any) i32 -> any), any, any, any, any, any, array(any), i32) -> any
.captures any
    LOAD_LOCAL 3
    RETURN
.function behind(closure(any any any any any array(any) i32 -> any), any, any, any, any, any, array(any), i32) -> any
.captures
    LOAD_LOCAL 6
    IS_NULL
    BOX_BOOL
    RETURN
.function key_instead(any, any) -> any
    LOAD_LOCAL 1
    RETURN
.function tell(any, any, any)
    CONST_STRING "told"
    NATIVE_CALL console.log 1
    RETURN_VOID
.function complain(any, string) -> closure(any any any any any array(any) i32 -> any)
    LOAD_LOCAL 1
    BOX_REF
    THROW
.global number i32
.global text string
.global row array(i32)
.function add(i32, i32) -> i32
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    IADD
    RETURN
.function nothing()
    RETURN_VOID
.function forever()
    CALL forever 0
    RETURN_VOID
.function quotient(i32, i32) -> i32
    LOAD_LOCAL 0
    LOAD_LOCAL 1
    IDIV
    RETURN
.function later(i32) -> i32
    YIELD
    LOAD_LOCAL 0
    RETURN
.function later_void()
    YIELD
    RETURN_VOID
.function message(any) -> string
    LOAD_LOCAL 0
    UNBOX_REF object(0)
    GET_FIELD 0 0
    RETURN
.function fails(i32) -> i32
    YIELD
    LOAD_LOCAL 0
    CONST_I32 0
    IDIV
    RETURN
"""
"""What the code of every case can use."""


NULL: Final = "TypeError: null has no fields, methods or elements"
"""The error of looking into null."""


@dataclass(frozen=True)
class Case:
    """Code that gives `value`, or throws an error that begins with `thrown`; `arguments` are those of its function."""

    mnemonic: str
    code: str
    value: Value = None
    thrown: str = ""
    result: str = ""
    local_types: str = ""
    parameters: str = ""
    arguments: tuple[bool | int | float, ...] = ()
    prints: str = ""


@dataclass(frozen=True)
class Refused:
    """Code that the verifier refuses, at the instruction `at`."""

    mnemonic: str
    code: str
    result: str
    local_types: str
    at: str


def gives(
    mnemonic: str, code: str, value: Value, local_types: str = "", prints: str = "", result: str = ""
) -> list[Case]:
    """Code that leaves a value, of the type that goes with it if `result` does not say."""
    return [Case(mnemonic, code, value, result=result or type_name(value), local_types=local_types, prints=prints)]


def null(mnemonic: str, code: str, result: str = "void") -> list[Case]:
    """Code that throws because it looks into null."""
    return throws(mnemonic, code, NULL, result)


def throws(mnemonic: str, code: str, thrown: str, result: str = "i32", local_types: str = "") -> list[Case]:
    """Code that would leave a value of type `result` if it did not throw."""
    return [Case(mnemonic, code, thrown=thrown, result=result, local_types=local_types)]


def operation(mnemonic: str, *operands: bool | int | float, value: Value = None, thrown: str = "") -> list[Case]:
    """An instruction on primitive operands, in every form that preparation knows.

    Each operand is a parameter or a constant in turn, and a bool decides a branch.
    """
    effect = BY_MNEMONIC[mnemonic].effect
    assert isinstance(effect, Effect)
    result = str(effect.pushes[0])
    types = [str(item) for item in effect.pops]
    cases: list[Case] = []
    for constants in (set(), *({index} for index in range(len(operands))), set(range(len(operands)))):
        loads = [
            constant(operand, types[index]) if index in constants else f"LOAD_LOCAL {index}"
            for index, operand in enumerate(operands)
        ]
        code = " | ".join([*loads, mnemonic])
        codes = [code]
        if result == "bool":
            decide = "CONST_FALSE | RETURN | yes: CONST_TRUE"
            codes.append(f"{code} | JUMP_IF_TRUE yes | {decide}")
            codes.append(f"{code} | JUMP_IF_FALSE no | JUMP yes | no: {decide}")
        cases += [
            Case(mnemonic, item, value, thrown, result, parameters=", ".join(types), arguments=operands)
            for item in codes
        ]
    return cases


def refused(mnemonic: str, code: str, result: str = "i32", local_types: str = "", at: str = "") -> Refused:
    """Code that is refused at an instruction: the one that it is about, if not said otherwise."""
    return Refused(mnemonic, code, result, local_types, at or mnemonic)


def refused_operands(mnemonic: str) -> list[Refused]:
    """An ordinary instruction with too few operands, and with each operand of a wrong type in turn."""
    effect = BY_MNEMONIC[mnemonic].effect
    assert isinstance(effect, Effect)
    assert all(str(item) in SAMPLES for item in effect.pops)
    right = [SAMPLES[str(item)] for item in effect.pops]
    end = "RETURN" if effect.pushes else "RETURN_VOID"
    result = str(effect.pushes[0]) if effect.pushes else "void"
    found = [refused(mnemonic, " | ".join([*right[1:], mnemonic, end]), result)]
    for index, item in enumerate(effect.pops):
        wrong = SAMPLES["f64" if str(item) != "f64" else "i32"]
        code = [*right[:index], wrong, *right[index + 1 :], mnemonic, end]
        found.append(refused(mnemonic, " | ".join(code), result))
    return found


SAMPLES: Final = {
    "i32": "CONST_I32 1",
    "i64": "CONST_I64 1",
    "f64": "CONST_F64 1.0",
    "any": "CONST_UNDEFINED",
    "bool": "CONST_TRUE",
    "string": 'CONST_STRING "x"',
    "object(0)": "CONST_NULL object(0)",
    "mutex": "NEW_MUTEX",
    "R": "CONST_NULL string",
    "array(i32)": "NEW_ARRAY i32",
    "array(f64)": "NEW_ARRAY f64",
    "array(i64)": "NEW_ARRAY i64",
    "array(bool)": "NEW_ARRAY bool",
    "array(any)": "NEW_ARRAY any",
}


def type_name(value: Value) -> str:
    """The name of the type that a Python value has in a program."""
    match value:
        case bool():
            return "bool"
        case int():
            return "i32"
        case float():
            return "f64"
        case str():
            return "string"
        case None:
            return "void"


def constant(value: bool | int | float, kind: str) -> str:
    """The instruction that pushes a constant of a primitive type."""
    if kind == "bool":
        return "CONST_TRUE" if value else "CONST_FALSE"
    return f"CONST_{kind.upper()} {value!r}"


def function_text(name: str, case: Case | Refused, parameters: str = "") -> str:
    """The function of a case."""
    lines = [item.strip() for item in case.code.split(" | ")]
    returns = lines[-1].split()[-1].startswith(("RETURN", "JUMP", "THROW")) or isinstance(case, Refused)
    if not returns:
        lines.append("RETURN_VOID" if case.result == "void" else "RETURN")
    head = [f".function {name}({parameters}) -> {case.result}"]
    if case.local_types:
        head.append(f".local {case.local_types}")
    return "\n".join([*head, *lines]) + "\n"


def module_of(cases: Sequence[Case]) -> plait.Module:
    """One module with the function `case<number>` for each case."""
    texts = [function_text(f"case{number}", case, case.parameters) for number, case in enumerate(cases)]
    return assemble(PRELUDE + "".join(texts), "cases.plasm")


def wrong_outcomes(cases: Sequence[Case], module: plait.Module, **options: Any) -> list[str]:
    """Run all cases in one mode; what is not as it should be."""
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(**options), write=pieces.append)
    wrong: list[str] = []
    for number, case in enumerate(cases):
        pieces.clear()
        thrown, value = "", None
        try:
            value = vm.execute_function(module, f"case{number}", case.arguments)
        except plait.PlaitError as error:
            thrown = str(error)
        if case.thrown and thrown.startswith(case.thrown):
            continue
        found = repr(value), thrown, "".join(pieces)
        if found != (repr(case.value), case.thrown, case.prints):
            wrong.append(f"{case.code} {case.arguments}: {found}, not {(case.value, case.thrown, case.prints)}")
    return wrong


def check_refused(case: Refused) -> None:
    """The verifier refuses the case, at the right instruction."""
    module = assemble(PRELUDE + function_text("case", case), "case.plasm")
    with pytest.raises(plait.VerifyError) as caught:
        plait.Vm(plait.VmOptions(engine="interpreter")).load(module)
    assert caught.value.function == len(module.functions) - 1, caught.value
    decoded = decode_function_code(module.functions[-1].code)
    at = [item.instruction.mnemonic for item in decoded if item.offset == caught.value.position]
    assert at == [case.at], caught.value


def joined(*parts: Sequence[Case]) -> list[Case]:
    """All cases of the parts."""
    return list(chain.from_iterable(parts))


def can_throw(instruction: Instruction) -> bool:
    """Whether using the instruction rightly can throw."""
    special = ("NATIVE_CALL", "THROW", "RETHROW", "AWAIT", "SPAWN_CLOSURE", "SPAWN_METHOD")
    calls = instruction.mnemonic.startswith("CALL")
    return "THROWS" in str(instruction.flags) or calls or instruction.mnemonic in special
