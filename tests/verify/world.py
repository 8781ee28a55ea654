"""A module with classes, interfaces, closures and imports, and a way to add one function to it.

Types are not spelled by the assembler here, so that these tests do not depend on how it spells classes.
"""

from __future__ import annotations

from dataclasses import replace

from plait.bytecode.encoding import encode_instruction, find_instruction
from plait.bytecode.module import (
    ClassDefinition,
    Field,
    Function,
    Global,
    HostImport,
    InterfaceDefinition,
    Method,
    MethodSignature,
    Module,
)
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    I32,
    I64,
    STRING,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    TaskType,
    TupleType,
    ValueType,
)

ERROR = ObjectType(0)
SHAPE, CIRCLE, PROBLEM, LONE = (ObjectType(number) for number in range(16, 20))
NAMED, ROUND = InterfaceType(0), InterfaceType(1)
ADDER = ClosureType((I32,), I32)
PAIR = TupleType((I32, SHAPE))

TYPES: tuple[ValueType, ...] = (
    *(I32, I64, F64, BOOL, ANY, STRING, ERROR, SHAPE, CIRCLE, PROBLEM, LONE, NAMED, ROUND, ADDER, PAIR),
    *(ArrayType(SHAPE), TaskType(None), CellType(SHAPE), ChannelType(SHAPE)),
)
"""What a type immediate in the text of code may be spelled as: `%` and the type without blanks."""


def code(text: str) -> bytes:
    """Instructions, separated by semicolons or lines. Immediates are numbers, or types of `TYPES`."""
    names = {f"%{value_type}".replace(" ", ""): index for index, value_type in enumerate(TYPES)}
    encoded = bytearray()
    for line in text.replace(";", "\n").splitlines():
        mnemonic, *immediates = line.split() or ["NOP"]
        values = [names[item] if item in names else float(item) if "." in item else int(item) for item in immediates]
        encoded += encode_instruction(find_instruction(mnemonic), values)
    return bytes(encoded)


def function(
    parameters: tuple[ValueType, ...] = (),
    result: ValueType | None = None,
    text: str = "RETURN_VOID",
    locals_: tuple[ValueType, ...] = (),
    captures: tuple[ValueType, ...] | None = None,
) -> Function:
    """A function called f."""
    return Function("f", parameters, result, locals_, code(text), (), captures)


F64_OF_NOTHING = "CONST_F64 1; RETURN"

FUNCTIONS = (
    function((SHAPE,), F64, F64_OF_NOTHING),
    function((CIRCLE,), F64, F64_OF_NOTHING),
    function((SHAPE, CIRCLE), SHAPE, "LOAD_LOCAL 1; RETURN"),
    function((CIRCLE, SHAPE), CIRCLE, "LOAD_LOCAL 0; RETURN"),
    function((SHAPE, STRING)),
    function((I32, F64), I32, "LOAD_LOCAL 0; RETURN"),
    function((ADDER, I32), I32, "LOAD_CAPTURED 0; RETURN", captures=(I32, SHAPE)),
    function((LONE,)),
)
AREA, CIRCLE_AREA, LIKE, CIRCLE_LIKE, CONSTRUCT, STATIC, BODY, METHOD_OF_LONE, NEW = range(len(FUNCTIONS) + 1)
"""The functions above; `NEW` is the one that a test adds."""

WORLD = Module(
    "world",
    TYPES,
    ("text",),
    (Global("shape", SHAPE), Global("named", NAMED)),
    FUNCTIONS,
    None,
    (
        ClassDefinition(
            "Shape",
            None,
            (Field("name", STRING),),
            (Method("area", AREA), Method("like", LIKE)),
            (Field("count", I32), Field("last", SHAPE)),
            (Method("make", STATIC),),
            CONSTRUCT,
            (0,),
            is_abstract=True,
        ),
        ClassDefinition(
            "Circle",
            16,
            (Field("radius", F64),),
            (Method("like", CIRCLE_LIKE), Method("area", CIRCLE_AREA)),
            interfaces=(1,),
        ),
        ClassDefinition("Problem", 2, (Field("detail", ANY),)),
        ClassDefinition("Lone", None, (), (Method("run", METHOD_OF_LONE),)),
    ),
    (
        InterfaceDefinition("Named", (), (Field("name", STRING),), (MethodSignature("area", (), F64),)),
        InterfaceDefinition("Round", (0,), (Field("radius", F64),), (MethodSignature("like", (CIRCLE,), SHAPE),)),
    ),
    (HostImport("ask", (STRING, NAMED), SHAPE), HostImport("tell", (), None)),
)


def world_with(new: Function) -> Module:
    """The world with one more function."""
    return replace(WORLD, functions=(*FUNCTIONS, new))
