"""The builder: what it makes, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plait.bytecode.builder import FunctionBuilder, Label, ModuleBuilder
from plait.bytecode.encoding import decode_function_code
from plait.bytecode.module import Function, Global, Module, SourcePosition
from plait.errors import FormatError
from plait.isa.value_types import F64, I32, STRING, ArrayType


def new_function() -> FunctionBuilder:
    builder = ModuleBuilder("m")
    return builder.function(builder.declare_function("f", (), None))


def test_tables_find_what_they_have() -> None:
    builder = ModuleBuilder("m")
    assert [builder.add_type(ArrayType(I32)), builder.add_type(I32), builder.add_type(ArrayType(I32))] == [0, 1, 0]
    assert [builder.add_string("a"), builder.add_string(""), builder.add_string("a")] == [0, 1, 0]
    assert [builder.add_string("\ud834\udd1e"), builder.add_string("𝄞"), builder.add_string("\ud834")] == [2, 2, 3]
    assert [builder.add_global("x", I32), builder.add_global("x", F64)] == [0, 1]
    assert builder.build(None) == Module(
        "m", (ArrayType(I32), I32), ("a", "", "𝄞", "\ud834"), (Global("x", I32), Global("x", F64)), (), None
    )


def test_functions_can_call_each_other() -> None:
    builder = ModuleBuilder("m")
    even = builder.declare_function("even", (I32,), I32)
    odd = builder.declare_function("odd", (I32,), I32)
    for this, other in ((even, odd), (odd, even)):
        function = builder.function(this)
        assert function is builder.function(this)
        function.emit("LOAD_LOCAL", 0)
        function.emit("CALL", other, 1)
        function.emit("RETURN")
    module = builder.build(main=None)
    assert [decode_function_code(function.code)[1].immediates for function in module.functions] == [(1, 1), (0, 1)]


def test_locals_count_parameters_first() -> None:
    builder = ModuleBuilder("m")
    function = builder.function(builder.declare_function("f", (I32, F64), None))
    assert [function.add_local(STRING), function.add_local(I32)] == [2, 3]
    assert function.build() == Function("f", (I32, F64), None, (STRING, I32), b"")


def test_labels_before_and_after_they_are_placed() -> None:
    function = new_function()
    top, end = function.new_label(), function.new_label()
    function.place(top)
    function.emit("CONST_TRUE")
    function.emit("JUMP_IF_TRUE", end)
    function.emit("JUMP", top)
    function.place(end)
    function.emit("RETURN_VOID")
    decoded = decode_function_code(function.build().code)
    assert [entry.target for entry in decoded if entry.immediates] == [11, 0]


def test_marks() -> None:
    function = new_function()
    function.mark(1, 1)
    function.mark(1, 2)
    function.emit("NOP")
    function.mark(1, 2)
    function.emit("NOP")
    function.mark(2, 1)
    function.emit("NOP")
    function.mark(9, 9)
    assert function.build().positions == (SourcePosition(0, 1, 2), SourcePosition(2, 2, 1))


def test_misuse_is_refused_and_changes_nothing() -> None:
    builder = ModuleBuilder("m")
    function = builder.function(builder.declare_function("f", (), None))
    other = builder.function(builder.declare_function("g", (), None))
    label, foreign = function.new_label(), other.new_label()
    misuses: list[tuple[tuple[str, *tuple[int | float | Label, ...]], str]] = [
        (("ADD",), "function 'f': no instruction is called 'ADD'"),
        (("CONST_I32",), "function 'f': CONST_I32 takes 1 immediate(s), not 0"),
        (("NOP", 1), "function 'f': NOP takes 0 immediate(s), not 1"),
        (("CONST_I32", 1.5), "function 'f': CONST_I32: the I32 immediate must be an integer, not 1.5"),
        (
            ("CONST_I32", 2**31),
            "function 'f': CONST_I32: the I32 immediate must be from -2147483648 to 2147483647, not 2147483648",
        ),
        (("LOAD_LOCAL", -1), "function 'f': LOAD_LOCAL: the LOCAL immediate must be from 0 to 65535, not -1"),
        (("JUMP", 0), "function 'f': a jump leads to a label, not 0"),
        (("JUMP", foreign), "Label(0) of function 'g' is used in function 'f'"),
        (("CONST_I32", label), "function 'f': the I32 immediate cannot be a label"),
    ]
    for (mnemonic, *immediates), message in misuses:
        with pytest.raises(FormatError) as caught:
            function.emit(mnemonic, *immediates)
        assert message in str(caught.value)
    assert function.build().code == b""
    with pytest.raises(FormatError, match=r"Label.0. of function 'g' is used in function 'f'"):
        function.place(foreign)
    with pytest.raises(FormatError, match="lines and columns count from 1, not 0:1"):
        function.mark(0, 1)
    function.place(label)
    with pytest.raises(FormatError, match="placed twice"):
        function.place(label)
    unplaced = function.new_label()
    function.emit("JUMP", unplaced)
    with pytest.raises(FormatError, match=r"function 'f': Label.1. is jumped to but never placed"):
        function.build()
    with pytest.raises(FormatError, match="function 2 is not declared; there are 2"):
        builder.build(main=2)


MISUSE: list[tuple[str, Callable[[ModuleBuilder], object], str]] = [
    ("name", lambda builder: ModuleBuilder(5), "a str is needed, not 5"),  # type: ignore[arg-type]
    ("function name", lambda builder: builder.declare_function(None, (), None), "a str is needed, not None"),  # type: ignore[arg-type]
    ("parameters", lambda builder: builder.declare_function("f", I32, None), "a tuple of types is needed, not"),  # type: ignore[arg-type]
    ("parameter", lambda builder: builder.declare_function("f", ("i32",), None), "such as I32 .* is needed, not 'i32'"),  # type: ignore[arg-type]
    ("result", lambda builder: builder.declare_function("f", (), "i32"), "such as I32 .* is needed, not 'i32'"),  # type: ignore[arg-type]
    ("capture", lambda builder: builder.declare_closure("f", (int,), (), None), "such as I32 .* is needed, not"),  # type: ignore[arg-type]
    ("type", lambda builder: builder.add_type([I32]), "such as I32 .* is needed, not"),  # type: ignore[arg-type]
    ("string", lambda builder: builder.add_string(b"x"), "a str is needed, not b'x'"),  # type: ignore[arg-type]
    ("global", lambda builder: builder.add_global("g", None), "such as I32 .* is needed, not None"),  # type: ignore[arg-type]
    ("import", lambda builder: builder.add_import("g", (None,), None), "such as I32 .* is needed, not None"),  # type: ignore[arg-type]
    ("class", lambda builder: builder.add_class("C"), "a ClassDefinition is needed, not 'C'"),  # type: ignore[arg-type]
    ("interface", lambda builder: builder.add_interface("C"), "an InterfaceDefinition is needed, not 'C'"),  # type: ignore[arg-type]
    ("index", lambda builder: builder.function("f"), "the index of a function is needed, not 'f'"),  # type: ignore[arg-type]
    ("main", lambda builder: builder.build("f"), "the index of a function is needed, not 'f'"),  # type: ignore[arg-type]
    ("local", lambda builder: builder.function(0).add_local("i32"), "such as I32 .* is needed, not 'i32'"),  # type: ignore[arg-type]
    ("label", lambda builder: builder.function(0).place("again"), "a label .* is needed, not 'again'"),  # type: ignore[arg-type]
    ("line", lambda builder: builder.function(0).mark("1", 2), "lines and columns are integers"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("use", "message"), [case[1:] for case in MISUSE], ids=[case[0] for case in MISUSE])
def test_what_is_of_a_wrong_type_is_refused(use: Callable[[ModuleBuilder], object], message: str) -> None:
    builder = ModuleBuilder("m")
    builder.declare_function("main", (), None)
    with pytest.raises(FormatError, match=message):
        use(builder)
    assert builder.build(None) == Module("m", (), (), (), (Function("main", (), None, (), b""),), None)
