"""Random code that pushes a value of a given type which depends on nothing: constants and new objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fuzz.world import Signature, mentions_task
from plait.isa.value_types import (
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
    Opaque,
    Primitive,
    TaskType,
    TupleType,
    ValueType,
)

if TYPE_CHECKING:
    from fuzz.expressions import Expressions

INTEGERS = (0, 1, 2, 3, -1, 7, 31, 32, 63, 255, 1000, 65536, 2**30, 2**31 - 1, -(2**31), -(2**31) + 1, 123456789)
LONG_INTEGERS = (2**31, -(2**31) - 1, 2**32, 2**53, 2**53 + 1, -(2**53) - 1, 2**62, 2**63 - 1, -(2**63), -(2**63) + 1)
NUMBERS = (
    0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.0, 3.0, 7.0, 10.0, 1e300, -1e300, 1e-300, 5e-324, 2.0**31, -(2.0**31), 2.0**32,
    2.0**53, 2.0**63, -(2.0**63), 4294967295.0, 2147483647.0, 0.1, 3.141592653589793, 123456.789, 1e21, 1e-7,
    float("inf"), float("-inf"), float("nan"),
)  # fmt: skip
STRINGS = ("", "a", "abc", "hello, world", "é", "€uro", "🙂", "\ud800", "x" * 40, "line\nbreak", "0", "-0", "NaN")

BOXES: dict[ValueType, str] = {
    I32: "BOX_I32",
    I64: "BOX_I64",
    F64: "BOX_F64",
    BOOL: "BOX_BOOL",
    STRING: "BOX_REF",
    ObjectType(2): "BOX_REF",
}


class Constants:
    """Pushes such values. What they are made of comes before them among the module's types, so this ends."""

    def __init__(self, expressions: Expressions) -> None:
        self.expressions = expressions
        self.out = expressions.out
        self.random = expressions.random

    def push(self, wanted: ValueType) -> None:
        """Push a value of the type."""
        match wanted:
            case Primitive():
                self._push_primitive(wanted)
            case Opaque.STRING:
                self.out.push(wanted, "CONST_STRING", self.out.around.builder.add_string(self.random.choice(STRINGS)))
            case Opaque.MUTEX:
                self.out.push(wanted, "NEW_MUTEX")
            case ArrayType(element):
                self._push_array(element, wanted)
            case CellType(content):
                self.push(content)
                self._replace(1, wanted, "NEW_CELL", self._type(content))
            case ChannelType(element):
                self.out.push(I32, "CONST_I32", self.random.choice((0, 0, 1, 2, 5)))
                self._replace(1, wanted, "NEW_CHANNEL", self._type(element))
            case TupleType(elements):
                for element in elements:
                    self.expressions.push_assignable(element, 0)
                self._replace(len(elements), wanted, "NEW_TUPLE", self._type(wanted), len(elements))
            case ObjectType(number):
                self._push_object(number, wanted)
            case InterfaceType():
                self._push_implementation(wanted)
            case ClosureType():
                self._push_closure(wanted)
            case TaskType():
                self._push_task(wanted)

    def _push_array(self, element: ValueType, wanted: ArrayType) -> None:
        count = self.random.choice((0, 0, 0, 1, 2, 3, 5))
        if count == 0:
            self.out.push(wanted, "NEW_ARRAY", self._type(element))
            return
        for _ in range(count):
            self.expressions.push_assignable(element, 0)
        self._replace(count, wanted, "NEW_ARRAY_OF", self._type(element), count)

    def _push_primitive(self, wanted: Primitive) -> None:
        out, random = self.out, self.random
        match wanted:
            case Primitive.I32:
                small = random.randrange(-1, 5)
                out.push(wanted, "CONST_I32", small if random.random() < 0.6 else random.choice(INTEGERS))
            case Primitive.I64:
                small = random.randrange(-1, 5)
                out.push(
                    wanted, "CONST_I64", small if random.random() < 0.4 else random.choice(INTEGERS + LONG_INTEGERS)
                )
            case Primitive.F64:
                small_number = float(random.randrange(-1, 5))
                out.push(wanted, "CONST_F64", small_number if random.random() < 0.4 else random.choice(NUMBERS))
            case Primitive.BOOL:
                out.push(wanted, random.choice(("CONST_TRUE", "CONST_FALSE")))
            case Primitive.ANY:
                boxed: ValueType | None = random.choice((None, *BOXES))
                if boxed is None and random.random() < 0.4:
                    out.push(wanted, "CONST_WORD", out.around.builder.add_string(random.choice(STRINGS)))
                elif boxed is None:
                    out.push(wanted, "CONST_UNDEFINED")
                else:
                    self.expressions.simple(boxed)
                    self._replace(1, wanted, BOXES[boxed])

    def _push_object(self, number: int, wanted: ValueType) -> None:
        owner = self.out.around.world.classes[number]
        if owner.is_abstract:
            self._push_implementation(wanted)
        elif owner.is_error:
            self.push(STRING)
            self._replace(1, wanted, "NEW_ERROR", number)
        else:
            self.out.push(wanted, "NEW_OBJECT", number)

    def _push_implementation(self, wanted: ValueType) -> None:
        """An object of a class that is not the type itself but fits it."""
        world = self.out.around.world
        fitting = [
            number
            for number, owner in world.classes.items()
            if not owner.is_abstract and world.is_assignable(ObjectType(number), wanted)
        ]
        if not fitting:
            self.expressions.null(wanted)
            return
        number = self.random.choice(fitting)
        self._push_object(number, ObjectType(number))
        self._replace(1, wanted, "UPCAST", self._type(wanted))

    def _push_closure(self, wanted: ValueType) -> None:
        bodies = [item for item in self.out.around.world.bodies if item.parameters[0] == wanted]
        if not bodies:
            self.expressions.null(wanted)
            return
        body = self.random.choice(bodies)
        captures = body.captures or ()
        for item in captures:
            self.expressions.push_assignable(item, 0)
        self._replace(len(captures), wanted, "MAKE_CLOSURE", body.index, len(captures))

    def _push_task(self, wanted: TaskType) -> None:
        started = [item for item in self.out.around.world.functions if item.result == wanted.result and _starts(item)]
        if not started:
            self.expressions.null(wanted)
            return
        called = self.random.choice(started)
        for item in called.parameters:
            self.push(item)
        self._replace(len(called.parameters), wanted, "SPAWN", called.index, len(called.parameters))

    def _type(self, value_type: ValueType) -> int:
        return self.out.around.builder.add_type(value_type)

    def _replace(self, count: int, wanted: ValueType, mnemonic: str, *immediates: int) -> None:
        self.out.drop(count)
        self.out.push(wanted, mnemonic, *immediates)


def _starts(item: Signature) -> bool:
    return not any(mentions_task(parameter) for parameter in item.parameters)
