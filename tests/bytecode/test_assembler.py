"""The text form: exact round trips, writing by hand, and what is said about mistakes."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.bytecode.assembler import assemble
from plait.bytecode.assembly_text import parse_float, quote, spell_float
from plait.bytecode.disassembler import disassemble
from plait.bytecode.encoding import decode_function_code
from plait.bytecode.member_names import MemberNames
from plait.bytecode.module import ClassDefinition, Field, Function, Method, Module
from plait.errors import CompileError, FormatError
from plait.isa import BY_MNEMONIC, Immediate
from plait.isa.value_types import F64, I32, STRING, ArrayType, ClosureType, ObjectType, TaskType
from plait.verify import verify

from . import modules
from .test_encoding import code_of

FIB = """\
.module "fib"
.main main

.function fib(i32) -> i32
    .line 1 25
    LOAD_LOCAL 0
    CONST_I32 2
    ILT
    JUMP_IF_FALSE L1
    LOAD_LOCAL 0
    RETURN
L1:
    .line 2 3
    LOAD_LOCAL 0
    CONST_I32 1
    ISUB
    CALL fib 1
    LOAD_LOCAL 0
    CONST_I32 2
    ISUB
    CALL fib 1
    IADD
    RETURN

.function main()
    CONST_I32 20
    CALL fib 1
    I32_TO_STRING
    NATIVE_CALL console.log 1
    CONST_STRING "done"
    NATIVE_CALL console.log 1
    RETURN_VOID
"""


@given(modules.modules)
def test_round_trip(module: Module) -> None:
    assert assemble(disassemble(module), "m.plasm") == module


def test_text_round_trip() -> None:
    assert disassemble(assemble(FIB, "fib.plasm")) == FIB


def test_written_by_hand() -> None:
    module = assemble(
        """
        ; no .module: the file's name
        .global counter f64   ; a comment
        .function "odd name"(i32,array( f64 ), string)->void
        .local i32,f64
        .local task(void)
        top: again: NOP ; two labels
          JUMP top
          JUMP -0x5
          CONST_I32 +7
          CONST_F64 .5e1
          CONST_STRING "a;b\\u{1d11e}\\"\\n"
          CONST_STRING "a;b\U0001d11e\\"\\n"
          NEW_ARRAY array(array( i32 ))
          NEW_ARRAY 0
          LOAD_GLOBAL counter
          LOAD_GLOBAL 0
          CALL "odd name" 3
          SPAWN 0 3
          NATIVE_CALL 0x0400 1
        end:
        .main "odd name"
        """,
        "hand.plasm",
    )
    (function,) = module.functions
    assert module.name == "hand.plasm"
    assert module.main == 0
    assert module.strings == ('a;b\U0001d11e"\n',)
    assert module.types == (ArrayType(ArrayType(I32)),)
    assert function.parameter_types == (I32, ArrayType(F64), STRING)
    assert function.local_types == (I32, F64, TaskType(None))
    assert function.result is None
    assert [decoded.immediates for decoded in decode_function_code(function.code)] == [
        (),
        (-6,),
        (-5,),
        (7,),
        (5.0,),
        (0,),
        (0,),
        (0,),
        (0,),
        (0,),
        (0,),
        (0, 3),
        (0, 3),
        (0x400, 1),
    ]


def test_tables_are_kept_when_the_code_does_not_say_them() -> None:
    code = code_of("CONST_STRING", 2) + code_of("CONST_STRING", 1) + code_of("NEW_ARRAY", 1)
    module = Module("m", (I32, I32), ("a", "b", "a", "c"), (), (Function("f", (), None, (), code),), None)
    text = disassemble(module)
    assert text.splitlines()[1:7] == [
        ".type i32",
        ".type i32",
        '.string "a"',
        '.string "b"',
        '.string "a"',
        '.string "c"',
    ]
    assert "CONST_STRING 2" in text
    assert 'CONST_STRING "b"' in text
    assert "NEW_ARRAY 1" in text
    assert assemble(text, "m") == module


def test_names_that_several_things_have_are_spelled_as_numbers() -> None:
    code = code_of("CALL", 0, 0) + code_of("CALL", 1, 0) + code_of("CALL", 2, 0) + code_of("CALL", 9, 0)
    functions = (
        Function("f", (), None, (), code),
        Function("f", (), None, (), b""),
        Function("g h", (), None, (), b""),
    )
    text = disassemble(Module("m", (), (), (), functions, 1))
    assert [line.strip() for line in text.splitlines() if "CALL" in line] == [
        "CALL 0 0",
        "CALL 1 0",
        'CALL "g h" 0',
        "CALL 9 0",
    ]
    assert ".main 1" in text


def test_jumps_to_nowhere_are_spelled_as_distances() -> None:
    code = code_of("JUMP", -3) + code_of("JUMP", 1000) + code_of("JUMP", -15) + code_of("JUMP", 0)
    module = Module("m", (), (), (), (Function("f", (), None, (), code),), None)
    assert [line.strip() for line in disassemble(module).splitlines() if "JUMP" in line] == [
        "JUMP -3",
        "JUMP 1000",
        "JUMP L1",
        "JUMP 0",
    ]


def test_code_that_does_not_decode_has_no_text() -> None:
    with pytest.raises(FormatError, match="function 0: unknown opcode 0x04 at byte 1 of the code"):
        disassemble(Module("m", (), (), (), (Function("f", (), None, (), b"\x00\x04"),), None))


@given(modules.floats)
def test_floats_keep_their_bits(value: float) -> None:
    parsed = parse_float(spell_float(value))
    assert parsed is not None
    assert code_of("CONST_F64", parsed) == code_of("CONST_F64", value)


@pytest.mark.parametrize(
    "text", ["", "1e999", "-1e999", "1_0", "infinity", "0x10", "nan:0x7ff0000000000000", "nan:1", "\u0661"]
)
def test_no_floats(text: str) -> None:
    assert parse_float(text) is None


@given(modules.texts)
def test_quoted_strings_stay_on_their_line(text: str) -> None:
    quoted = quote(text)
    assert len(quoted.splitlines()) == 1
    assert quoted.isprintable()
    assert assemble(f".module {quoted}", "").name == text


@given(st.text(max_size=60))
def test_any_text_assembles_or_is_refused(text: str) -> None:
    for whole in (text, f".function f()\n {text}\n", f".function {text}"):
        with suppress(CompileError):
            assemble(whole, "any.plasm")


@pytest.mark.parametrize(
    ("text", "code", "message", "marked"),
    [
        ('.module "a', "P9001", "the string does not end", '"a'),
        ('.module "\\q"', "P9001", "no such escape: \\q", "\\q"),
        ('.module "\\u{110000}"', "P9001", "no such escape: \\u{110000}", "\\u{110000}"),
        (".modul 3", "P9002", "no such directive: .modul", ".modul"),
        (".function f()\nnop", "P9002", "no such instruction: nop", "nop"),
        (".module fib", "P9003", "the module's name stands in quotes", "fib"),
        (".module", "P9003", "the module's name is missing", "e"),
        ('.module "a" "b"', "P9003", "this is too much", '"b"'),
        (".function f\n", "P9003", "'(' is missing", "f"),
        (".function f(i32 i32)\n", "P9003", "')' should stand here", "i32"),
        (".function 1()\n", "P9003", "the function's name should stand here", "1"),
        (".function f(i33)", "P9003", "no such type: 'i33'", "i33"),
        (".function f()\n.local", "P9003", "a type is missing", "l"),
        (".function f()\n1: NOP", "P9003", "this cannot be a label: 1", "1:"),
        (".function f()\nCONST_I32 2147483648", "P9003", "the I32 immediate must be from", "2147483648"),
        (".function f()\nCONST_I32 x", "P9003", "an integer should stand here", "x"),
        (".function f()\nCONST_F64 0x1", "P9003", "a finite number, inf, -inf or nan should stand here", "0x1"),
        (".function f()\nCONST_STRING x", "P9003", "a string in quotes or an integer should stand here", "x"),
        (".function f()\nCALL f", "P9003", "a COUNT operand is missing", "f"),
        (".function f()\nCALL f 1 2", "P9003", "this is too much", "2"),
        (".function f()\n.line 1", "P9003", "the column is missing", "1"),
        (".function f()\n.line 0 1", "P9003", "the line must be from 1 to 4294967295", "0"),
        (".function f()\n.line 1 1 @x", "P9003", "after @ stands the offset of a byte", "@x"),
        (".main 4294967295", "P9003", "the number of main must be from 0 to 4294967294", ".main"),
        (".class", "P9003", "the class's name is missing", "s"),
        (".class A implements", "P9003", "an interface or its number is missing", "s"),
        (".class A extends -1", "P9003", "numbers of classes, interfaces and functions are from 0", ".class"),
        (".class A B", "P9003", "this is too much", "B"),
        (".class A\n.field x", "P9003", "a type is missing", "x"),
        (".class A\n.method m(i32)", "P9003", "a function or its number should stand here", "("),
        (".interface A\n.method m", "P9003", "'(' is missing", "m"),
        ('.type "i32"', "P9003", "only names of classes and interfaces stand in quotes in a type", '"i32"'),
        (".type object(1 2)", "P9003", "no such type: object(1 2)", "object(1 2)"),
        (".type object(9999999999)", "P9003", "no such type", "object(9999999999)"),
        (".type tuple()", "P9003", "no such type: tuple()", "tuple()"),
        (".type closure(i32)", "P9003", "no such type: closure(i32)", "closure(i32)"),
        (".class A extends B", "P9004", "no class is called B", "B"),
        (".class Error\n.type object(Error)", "P9004", "2 classes are called Error", "Error"),
        (".class A implements B", "P9004", "no interface is called B", "B"),
        (".class A\n.method m f", "P9004", "no function is called f", "f"),
        (".class A\n.constructor f", "P9004", "no function is called f", "f"),
        (".type object(B)", "P9004", "no class is called B", "B"),
        (".type interface(Error)", "P9004", "no interface is called Error", "Error"),
        (".function f()\nGET_FIELD Error trace", "P9004", "a member called trace is not there", "trace"),
        (".function f()\nCALL_METHOD Error message 0", "P9004", "a member called message is not there", "message"),
        (".function f()\nNATIVE_CALL host:f 0", "P9004", "no import is called f", "host:f"),
        (".class A\n.constructor 0\n.constructor 0", "P9005", "the class has its constructor already", ".constructor"),
        (".function f()\n.captures\n.captures", "P9005", "what the function captures is given already", ".captures"),
        (".field x i32", "P9006", "this belongs into a class or an interface", ".field"),
        (".interface I\n.static x i32", "P9006", "this belongs into a class", ".static"),
        (".interface I\n.abstract", "P9006", "this belongs into a class", ".abstract"),
        (".function f()\n.method m 0", "P9006", "this belongs into a class or an interface", ".method"),
        (".function f()\n.class A\nNOP", "P9006", "this belongs into a function", "NOP"),
        (".function f()\nCALL g 1", "P9004", "no function is called g", "g"),
        (".function f()\n.function f()\nCALL f 1", "P9004", "2 functions are called f", "f"),
        (".function f()\nLOAD_GLOBAL g", "P9004", "no global is called g", "g"),
        (
            ".function f()\nNATIVE_CALL console.lag 1",
            "P9004",
            "no native function is called console.lag",
            "console.lag",
        ),
        (".function f()\nJUMP top", "P9004", "no label is called top", "top"),
        (".main f", "P9004", "no function is called f", "f"),
        ('.module "a"\n.module "b"', "P9005", "the module has its name already", ".module"),
        (".main 0\n.main 0", "P9005", "main is given already", ".main"),
        (".function f()\na: a:", "P9005", "the label a stands twice in this function", "a:"),
        (".function f()\n.line 1 1\n.line 1 2", "P9005", "byte 0 has its line already", ".line"),
        ("NOP", "P9006", "this belongs into a function", "NOP"),
        (".local i32", "P9006", "this belongs into a function", ".local"),
        ("a:", "P9006", "this belongs into a function", "a:"),
    ],
)
def test_mistakes(text: str, code: str, message: str, marked: str) -> None:
    with pytest.raises(CompileError) as caught:
        assemble(text, "m.plasm")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == code
    assert diagnostic.message.startswith(message)
    assert text[diagnostic.span.start : diagnostic.span.end] == marked


def test_all_mistakes_are_told_in_order() -> None:
    text = ".function f()\nJUMP a\nfoo\nCALL g 0\n.local x\n"
    with pytest.raises(CompileError) as caught:
        assemble(text, "m.plasm")
    assert [diagnostic.span.line for diagnostic in caught.value.diagnostics] == [2, 3, 4, 5]
    assert "m.plasm:3:1: error P9002: no such instruction: foo\n    3 | foo\n      | ^^^" in str(caught.value)


def test_there_is_an_end_to_mistakes() -> None:
    with pytest.raises(CompileError) as caught:
        assemble("x\n" * 1000, "m.plasm")
    assert len(caught.value.diagnostics) == 100


def test_the_programs_in_the_documentation() -> None:
    text = (Path(__file__).parents[2] / "docs" / "module-format.md").read_text(encoding="utf-8")
    programs = re.findall(r"```\n(\.[\s\S]*?)```", text)
    assert len(programs) == 2
    for program in programs:
        module = assemble(program, "program.plasm")
        verify(module)
        assert assemble(disassemble(module), "") == module


OBJECTS = """\
.module "objects"
.main main
.global first object(Base)
.import now() -> f64
.import "odd name"(i32, object(Derived))

.interface Named
.field name string
.method area(i32) -> f64

.interface Sized extends Named

.class Base implements Named, Sized
.abstract
.field name string
.static count i32
.constructor make
.method area area
.static_method origin main

.class Derived extends Base
.field "a b" f64
.method area area
.method grow area

.class Failure extends RangeError
.field code i32

.function main()
.local closure(i32 -> object(Derived)), tuple(i32 f64 interface(Named))
    CALL_METHOD Derived grow 0
    CALL_SUPER Base area 0
    SPAWN_METHOD Derived area 1
    GET_FIELD Derived "a b"
    GET_FIELD Derived name
    GET_FIELD Failure message
    GET_FIELD Failure 3
    GET_FIELD Failure code
    LOAD_STATIC Base count
    CALL_STATIC Base origin 0
    CALL_INTERFACE Named area 1
    GET_INTERFACE_FIELD Named name
    NATIVE_CALL host:now 0
    NATIVE_CALL "host:odd name" 2
    NATIVE_CALL 0x8002 0
    NEW_ERROR RangeError
    CONST_I64 -9223372036854775808
    CONST_NULL object(Derived)
    NEW_TUPLE tuple(i32 object(Failure)) 2
    TUPLE_GET tuple(i32 object(Failure)) 1
    MAKE_CLOSURE body 2

.function make(object(Base))

.function area(object(Base), i32) -> f64

.function body(closure(i32 -> i32), i32) -> i32
.captures i32, string
    LOAD_CAPTURED 1

.function empty(closure(-> void))
.captures
"""


def test_text_of_classes_round_trip() -> None:
    module = assemble(OBJECTS, "objects.plasm")
    assert disassemble(module) == OBJECTS
    immediates = [decoded.immediates for decoded in decode_function_code(module.functions[0].code)]
    assert immediates[:9] == [(17, 1, 0), (16, 0, 0), (17, 0, 1), (17, 1), (17, 0), (18, 0), (18, 3), (18, 5), (16, 0)]
    base, derived, failure = module.classes
    assert (base.base, derived.base, failure.base) == (None, 16, 2)
    assert (base.interfaces, base.is_abstract, derived.is_abstract) == ((0, 1), True, False)
    assert module.functions[3].captures == (I32, STRING)
    assert module.functions[4].captures == ()
    assert module.functions[1].captures is None
    assert module.functions[0].local_types[0] == ClosureType((I32,), ObjectType(17))


def test_odd_members_are_spelled_as_numbers() -> None:
    field = Field("x", I32)
    classes = (
        ClassDefinition("A", fields=(field, field), methods=(Method("m", 0),)),
        ClassDefinition("A", 16, (field,)),
        ClassDefinition("Error"),
        ClassDefinition("Circle", 19, (field,)),
        ClassDefinition("Late", 9, (field,)),
        ClassDefinition("Same", None, (Field("y", I32),), (Method("m", 0), Method("m", 1), Method("n", 2))),
    )
    uses = [(16, 0), (17, 2), (18, 0), (0, 0), (1, 0), (19, 0), (20, 0), (21, 0), (21, 7), (99, 0)]
    code = b"".join(code_of("GET_FIELD", *use) for use in uses)
    code += b"".join(code_of("CALL_METHOD", number, slot, 0) for number in (16, 17, 21) for slot in (0, 1))
    module = Module("m", (ObjectType(16), ObjectType(21)), (), (), (Function("f", (), None, (), code),), None, classes)
    text = disassemble(module)
    assert [line.split(maxsplit=1)[1] for line in text.splitlines() if "GET_FIELD" in line or "CALL_" in line] == [
        "16 0",
        "17 2",
        "18 0",
        "0 message",
        "TypeError message",
        "Circle 0",
        "Late 0",
        "Same y",
        "Same 7",
        "99 0",
        "16 m 0",
        "16 1 0",
        "17 m 0",
        "17 1 0",
        "Same m 0",
        "Same n 0",
    ]
    assert ".type object(16)\n.type object(Same)\n" in text
    assert assemble(text, "m") == module


def test_long_chains_of_classes_have_no_names_for_members() -> None:
    classes = tuple(ClassDefinition(f"C{number}", number + 15 if number else None, ()) for number in range(200))
    module = Module("m", (), (), (), (), None, (replace(classes[0], fields=(Field("x", I32),)), *classes[1:]))
    names = MemberNames(module.classes, ())
    get_field = BY_MNEMONIC["GET_FIELD"]
    assert names.number(get_field, Immediate.SLOT, 16 + 100, "x") == 0
    assert names.number(get_field, Immediate.SLOT, 16 + 101, "x") is None
