"""Null wherever a reference can stand: every instruction and library function throws, or does what it is known to do.

A program may hold null in anything of a reference type, whatever the front end says, so no meaning may look behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from tests.vm.running import MODES, run

from plait.bytecode.builder import FunctionBuilder, ModuleBuilder
from plait.bytecode.module import ClassDefinition, Field, InterfaceDefinition, Method, MethodSignature, Module
from plait.isa import INSTRUCTIONS
from plait.isa.instruction import (
    ArrayPattern,
    CellPattern,
    ChannelPattern,
    Effect,
    Immediate,
    Instruction,
    Named,
    NativeFunction,
    TaskPattern,
    TypePattern,
    TypeVariable,
    VariableKind,
)
from plait.isa.value_types import (
    I32,
    MUTEX,
    STRING,
    ArrayType,
    CellType,
    ChannelType,
    ClosureType,
    InterfaceType,
    ObjectType,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
    is_reference,
)
from plait.native import BY_NAME, NATIVES

PAIR = TupleType((STRING, STRING))
OBJECT, INTERFACE = ObjectType(16), InterfaceType(0)

NULL = "TypeError: null has no fields, methods or elements"

WRONG = "TypeError: the value is not of the type that is asked for"

CHECKS_BY_THEMSELVES = frozenset({"regexp", "bigint"})
"""Families of natives for which null is a wrong operand like others; but compiling a pattern reads its text at once."""

ENTRIES: list[Instruction | NativeFunction] = [*INSTRUCTIONS.values(), *NATIVES.values()]

ADDER = ClosureType((I32,), I32)

SPECIAL: dict[str, tuple[ValueType, tuple[ValueType, ...], tuple[str | int, ...]]] = {
    "AWAIT": (TaskType(None), (), ("AWAIT",)),
    "AWAIT of a result": (TaskType(I32), (), ("AWAIT",)),
    "CALL_METHOD": (OBJECT, (), ("CALL_METHOD", 16, 0, 0)),
    "CALL_METHOD of two": (OBJECT, (), ("CALL_METHOD", 16, 1, 0)),
    "CALL_SUPER": (OBJECT, (), ("CALL_SUPER", 16, 0, 0)),
    "SPAWN_METHOD": (OBJECT, (), ("SPAWN_METHOD", 16, 0, 0)),
    "SPAWN_METHOD of two": (OBJECT, (), ("SPAWN_METHOD", 16, 1, 0)),
    "CALL_INTERFACE": (INTERFACE, (), ("CALL_INTERFACE", 0, 0, 0)),
    "CALL_CLOSURE": (ADDER, (I32,), ("CALL_CLOSURE", 1)),
    "SPAWN_CLOSURE": (ADDER, (I32,), ("SPAWN_CLOSURE", 1)),
}
"""Instructions that are known by name: what is null, the arguments above it, the instruction."""

LETS_THROUGH = frozenset(
    (
        *("REF_EQ", "REF_NE", "IS_NULL", "INSTANCE_OF", "INSTANCE_OF_INTERFACE", "CHECK_CAST", "CHECK_CAST_INTERFACE"),
        *("BOX_REF", "STRING_EQ", "STRING_NE", "NEW_CELL", "NEW_ERROR", "console.unformatted"),
    )
)
"""Those for which null is a value like others."""

LETS_THROUGH_SECOND = frozenset(
    (
        *("ARRAY_SET_REF", "ARRAY_PUSH_REF", "CELL_SET", "CHANNEL_SEND", "SET_FIELD", "SET_INTERFACE_FIELD"),
        *("TUPLE_SET", "array.insert", "array.fill", "array.indexOf.ref"),
    )
)
"""Those that look into their first operand, and only store or compare the others."""

RESULTS = ("AWAIT of a result", "SPAWN_METHOD", "SPAWN_METHOD of two", "CALL_CLOSURE", "SPAWN_CLOSURE")
"""Those of `SPECIAL` that push something."""

TAKEN_WITHOUT_WAITING = "Error: the channel is closed"


def expected(name: str) -> str:
    """What becomes of a case."""
    entry, *way = name.replace("holds null", "full").split()
    if name == "CHANNEL_TAKE holds null":
        return TAKEN_WITHOUT_WAITING
    if entry == "WAIT_ALL":
        return NULL
    looked_into = way[:1] if entry in LETS_THROUGH_SECOND else way
    if entry in LETS_THROUGH or "null" not in looked_into:
        return "done"
    checks = entry.partition(".")[0] in CHECKS_BY_THEMSELVES and entry != "regexp.compile"
    return WRONG if checks else NULL


def concrete(pattern: TypePattern, array_element: ValueType) -> ValueType:
    """A type that matches a pattern."""
    match pattern:
        case TypeVariable(VariableKind.REFERENCE):
            return STRING
        case TypeVariable():
            return array_element
        case Named.TYPE | Named.WORD_TYPE:
            return PAIR
        case Named.OBJECT:
            return OBJECT
        case Named.INTERFACE:
            return INTERFACE
        case Named():
            return STRING
        case ArrayPattern(inner):
            return ArrayType(concrete(inner, array_element))
        case CellPattern(inner):
            return CellType(concrete(inner, array_element))
        case ChannelPattern(inner):
            return ChannelType(concrete(inner, array_element))
        case TaskPattern(inner):
            return TaskType(None if inner is None else concrete(inner, array_element))
        case _:
            return pattern


def ways_of(value_type: ValueType) -> tuple[str, ...]:
    """How an operand may be given."""
    if not is_reference(value_type):
        return ("value",)
    match value_type:
        case ArrayType(inner) | CellType(inner) | ChannelType(inner) if is_reference(inner):
            return "value", "null", "holds null"
        case TupleType() | ObjectType() | InterfaceType():
            return "value", "null", "holds null"
        case _:
            return "value", "null"


class NullCases:
    """A module that tries every entry with null for each of its references, and prints what becomes of each."""

    def __init__(self) -> None:
        self.module = ModuleBuilder("null")
        run = MethodSignature("run", (), None)
        self.module.add_interface(InterfaceDefinition("Named", (), (Field("name", STRING),), (run,)))
        methods = Method("run", self.empty(OBJECT)), Method("go", self.empty(OBJECT))
        self.module.add_class(ClassDefinition("Thing", 0, (), methods, interfaces=(0,)))
        self.module.add_class(ClassDefinition("More", 16, (), (Method("go", self.empty(ObjectType(17))),)))
        self.nothing = self.empty()
        self.names: list[str] = []

    def empty(self, *parameters: ValueType) -> int:
        """A function that does nothing."""
        index = self.module.declare_function("empty", parameters, None)
        self.module.function(index).emit("RETURN_VOID")
        return index

    def build(self) -> Module:
        """The module."""
        cases: list[int] = [
            self.make(f"{name} null", (null, *above), ("null", *("value" for _ in above)), instruction, name in RESULTS)
            for name, (null, above, instruction) in SPECIAL.items()
        ]
        for entry in ENTRIES:
            if isinstance(entry.effect, Effect):
                cases.extend(self.cases_of(entry, entry.effect))
        main = self.module.declare_function("main", (), None)
        code = self.module.function(main)
        for case in cases:
            code.emit("CALL", case, 0)
            code.emit("NATIVE_CALL", BY_NAME["console.log"].id, 1)
        code.emit("RETURN_VOID")
        return self.module.build(main)

    def cases_of(self, entry: Instruction | NativeFunction, effect: Effect) -> list[int]:
        """A function for each way of giving null to some operands, the other operands being valid."""
        made: list[int] = []
        for element in (STRING, I32):
            types = [concrete(pattern, element) for pattern in effect.pops]
            if element is I32 and types == [concrete(pattern, STRING) for pattern in effect.pops]:
                continue
            ways = [ways_of(item) for item in types]
            holding = [way for way in product(*ways) if "null" in way or "holds null" in way]
            made.extend(self.case(entry, effect, types, way) for way in holding)
        return made

    def case(
        self, entry: Instruction | NativeFunction, effect: Effect, types: list[ValueType], way: tuple[str, ...]
    ) -> int:
        name = entry.mnemonic if isinstance(entry, Instruction) else entry.name
        if isinstance(entry, Instruction):
            instruction: tuple[str | int, ...] = (name, *(self.immediate(kind) for kind in entry.immediates))
        else:
            instruction = ("NATIVE_CALL", entry.id, len(types))
        return self.make(f"{name} {' '.join(way)}", types, way, instruction, bool(effect.pushes))

    def make(
        self,
        name: str,
        types: Sequence[ValueType],
        way: Sequence[str],
        instruction: tuple[str | int, ...],
        pushes: bool,
    ) -> int:
        """A function that gives what becomes of the instruction, as text."""
        index = self.module.declare_function(f"case {len(self.names)}", (), STRING)
        code = self.module.function(index)
        handler = code.new_label()
        code.emit("TRY", handler)
        for value_type, how in zip(types, way, strict=True):
            self.push(code, value_type, how)
        mnemonic, *immediates = instruction
        code.emit(str(mnemonic), *map(int, immediates))
        if pushes:
            code.emit("POP")
        code.emit("END_TRY")
        code.emit("CONST_STRING", self.module.add_string("done"))
        code.emit("RETURN")
        code.place(handler)
        code.emit("ANY_TO_STRING")
        code.emit("RETURN")
        self.names.append(name)
        return index

    def immediate(self, kind: Immediate) -> int:
        match kind:
            case Immediate.CLASS:
                return OBJECT.class_id
            case Immediate.TYPE:
                return self.module.add_type(PAIR)
            case _:
                return 0

    def push(self, code: FunctionBuilder, value_type: ValueType, how: str) -> None:
        """A valid value, null, or a valid value with nulls in it."""
        if how == "null":
            code.emit("CONST_NULL", self.module.add_type(value_type))
            return
        inner = "null" if how == "holds null" else "value"
        match value_type:
            case Primitive():
                self.push_primitive(code, value_type)
            case _ if value_type is STRING:
                code.emit("CONST_STRING", self.module.add_string("text"))
            case _ if value_type is MUTEX:
                code.emit("NEW_MUTEX")
            case ArrayType(element):
                code.emit("NEW_ARRAY", self.module.add_type(element))
                code.emit("DUP")
                self.push(code, element, inner)
                suffix = element.name if isinstance(element, Primitive) else "REF"
                code.emit(f"ARRAY_PUSH_{suffix}")
            case CellType(content):
                self.push(code, content, inner)
                code.emit("NEW_CELL", self.module.add_type(content))
            case ChannelType(element):
                code.emit("CONST_I32", 4)
                code.emit("NEW_CHANNEL", self.module.add_type(element))
                code.emit("DUP")
                self.push(code, element, inner)
                code.emit("CHANNEL_SEND")
            case TupleType(elements):
                for element in elements:
                    self.push(code, element, inner)
                code.emit("NEW_TUPLE", self.module.add_type(value_type), len(elements))
            case TaskType():
                code.emit("SPAWN", self.nothing, 0)
            case ObjectType(0):
                self.push(code, STRING, inner)
                code.emit("NEW_ERROR", 0)
            case ObjectType() | InterfaceType():
                self.push(code, STRING, inner)
                code.emit("NEW_ERROR", OBJECT.class_id)
            case _:
                raise AssertionError(f"no value of {value_type}")

    def push_primitive(self, code: FunctionBuilder, value_type: Primitive) -> None:
        match value_type:
            case Primitive.I32:
                code.emit("CONST_I32", 0)
            case Primitive.I64:
                code.emit("CONST_I64", 0)
            case Primitive.F64:
                code.emit("CONST_F64", 0.0)
            case Primitive.BOOL:
                code.emit("CONST_TRUE")
            case Primitive.ANY:
                code.emit("CONST_UNDEFINED")


CASES = NullCases()
MODULE = CASES.build()


@pytest.mark.parametrize("mode", MODES)
def test_null(mode: str) -> None:
    ran = run(MODULE, **MODES[mode])
    assert ran.error == ""
    assert dict(zip(CASES.names, ran.lines, strict=True)) == {name: expected(name) for name in CASES.names}


def test_every_entry_is_tried() -> None:
    tried = {name.partition(" ")[0] for name in CASES.names}
    for entry in ENTRIES:
        if isinstance(entry.effect, Effect) and any(is_reference(concrete(item, I32)) for item in entry.effect.pops):
            assert (entry.mnemonic if isinstance(entry, Instruction) else entry.name) in tried
