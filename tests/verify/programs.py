"""Random programs that the verifier accepts: statements over a few locals, with branches, loops and guarded ranges."""

from __future__ import annotations

from random import Random

from plait.bytecode.builder import FunctionBuilder, Label, ModuleBuilder
from plait.bytecode.module import Module
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    I32,
    I64,
    STRING,
    ArrayType,
    ClosureType,
    ObjectType,
    TaskType,
    TupleType,
    ValueType,
)
from plait.native import BY_NAME

ERROR, ADDER = ObjectType(0), ClosureType((I32,), I32)
PAIR = TupleType((I32, STRING))

TYPES: tuple[ValueType, ...] = (I32, I64, F64, BOOL, ANY, STRING, ERROR, ADDER, PAIR, ArrayType(I32), TaskType(None))


class ProgramMaker:
    """Makes one function `main` beside a few callees. Every local is assigned before it is read."""

    def __init__(self, seed: int, size: int) -> None:
        self._random = Random(seed)
        self._size = size
        self._module = ModuleBuilder("random")
        self._callee = self._module.declare_function("callee", (I32, STRING), I32)
        self._void = self._module.declare_function("void", (), None)
        callee = self._module.function(self._callee)
        callee.emit("LOAD_LOCAL", 0)
        callee.emit("RETURN")
        self._module.function(self._void).emit("RETURN_VOID")
        self._body = self._module.declare_closure("body", (STRING, I64), (I32,), I32)
        self._module.function(self._body).emit("LOAD_LOCAL", 1)
        self._module.function(self._body).emit("RETURN")
        self._other = self._module.declare_closure("other", (), (I32,), I32)
        self._module.function(self._other).emit("CONST_I32", 7)
        self._module.function(self._other).emit("RETURN")
        self._main = self._module.declare_function("main", (), I32)
        self._code: FunctionBuilder = self._module.function(self._main)
        self._locals = [(self._code.add_local(kind), kind) for kind in TYPES for _ in range(3)]

    def make(self) -> Module:
        """The module."""
        self._statements(self._size, set(), loop=None)
        self._code.emit("CONST_I32", 0)
        self._code.emit("RETURN")
        return self._module.build(self._main)

    def _statements(self, size: int, assigned: set[int], loop: tuple[Label, int] | None, tries: int = 0) -> None:
        """Statements that leave the stack as it was, and more locals assigned."""
        while size > 0:
            share = self._random.randint(1, max(1, size // 2))
            size -= share
            self._code.mark(self._random.randint(1, 9), 1)
            self._statement(share, assigned, loop, tries)

    def _statement(self, size: int, assigned: set[int], loop: tuple[Label, int] | None, tries: int) -> None:
        code = self._code
        match self._random.randrange(9 if size > 1 else 4):
            case 0 | 1:
                number, kind = self._random.choice(self._locals)
                self._value(kind, assigned, 2)
                code.emit("STORE_LOCAL", number)
                assigned.add(number)
            case 2:
                self._value(self._random.choice(TYPES), assigned, 2)
                code.emit("POP")
            case 3:
                self._value(STRING, assigned, 2)
                code.emit("NATIVE_CALL", BY_NAME["console.log"].id, 1)
            case 4 | 5:
                self._branch(size, assigned, loop, tries)
            case 6:
                self._loop(size, assigned)
            case 7:
                self._try(size, assigned, loop, tries)
            case _:
                if loop is not None and loop[1] == tries:
                    self._value(BOOL, assigned, 1)
                    code.emit("JUMP_IF_TRUE", loop[0])
                else:
                    self._leave(assigned)

    def _branch(self, size: int, assigned: set[int], loop: tuple[Label, int] | None, tries: int) -> None:
        code = self._code
        otherwise, end = code.new_label(), code.new_label()
        self._value(BOOL, assigned, 1)
        code.emit(self._random.choice(("JUMP_IF_FALSE", "JUMP_IF_TRUE")), otherwise)
        first, second = set(assigned), set(assigned)
        self._statements(size - 1, first, loop, tries)
        code.emit("JUMP", end)
        code.place(otherwise)
        self._statements(size // 3, second, loop, tries)
        code.place(end)
        assigned |= first & second

    def _loop(self, size: int, assigned: set[int]) -> None:
        code = self._code
        top, end = code.new_label(), code.new_label()
        code.place(top)
        self._value(BOOL, assigned, 1)
        code.emit("JUMP_IF_FALSE", end)
        self._statements(size - 1, set(assigned), (top, 0))
        code.emit("JUMP", top)
        code.place(end)

    def _try(self, size: int, assigned: set[int], loop: tuple[Label, int] | None, tries: int) -> None:
        code = self._code
        handler, end = code.new_label(), code.new_label()
        below = self._random.randrange(3)
        for _ in range(below):
            code.emit("CONST_TRUE")
        code.emit("TRY", handler)
        inside, caught = set(assigned), set(assigned)
        self._statements(size - 1, inside, loop, tries + 1)
        code.emit("END_TRY")
        code.emit("JUMP", end)
        code.place(handler)
        code.emit("POP")
        self._statements(size // 3, caught, loop, tries if below == 0 else -1)
        code.place(end)
        for _ in range(below):
            code.emit("POP")
        assigned |= inside & caught

    def _leave(self, assigned: set[int]) -> None:
        """Sometimes return or throw, so that what follows can be reached by the other way alone."""
        code = self._code
        further = code.new_label()
        self._value(BOOL, assigned, 1)
        code.emit("JUMP_IF_TRUE", further)
        if self._random.random() < 0.5:
            self._value(STRING, assigned, 1)
            code.emit("NEW_ERROR", 0)
            code.emit("BOX_REF")
            code.emit("THROW")
        else:
            self._value(I32, assigned, 1)
            code.emit("RETURN")
        code.place(further)

    def _value(self, kind: ValueType, assigned: set[int], depth: int) -> None:
        """Push a value of the type."""
        code = self._code
        readable = [number for number, type_ in self._locals if type_ == kind and number in assigned]
        if readable and self._random.random() < 0.6:
            code.emit("LOAD_LOCAL", self._random.choice(readable))
        elif kind is I32 and depth > 1:
            self._value(ADDER, assigned, depth - 1)
            self._value(I32, assigned, depth - 1)
            if self._random.random() < 0.5:
                code.emit("CALL_CLOSURE", 1)
            else:
                code.emit("CALL_EXPECTED", self._random.choice((self._body, self._other)), 1)
        elif kind is I32 and depth > 0:
            self._value(I32, assigned, depth - 1)
            self._value(STRING, assigned, depth - 1)
            code.emit("CALL", self._callee, 2)
        elif kind is I32:
            code.emit("CONST_I32", self._random.randrange(100))
        elif kind is F64:
            code.emit("CONST_F64", self._random.random())
        elif kind is BOOL and depth > 0:
            self._value(I32, assigned, depth - 1)
            code.emit("DUP")
            code.emit("ILT")
        elif kind is BOOL:
            code.emit("CONST_TRUE")
        elif kind is STRING:
            code.emit("CONST_STRING", self._module.add_string(self._random.choice("abc")))
        elif kind is I64:
            code.emit("CONST_I64", self._random.randrange(-9, 9))
        elif kind is ANY and depth > 0:
            self._value(ERROR, assigned, depth - 1)
            code.emit("BOX_REF")
        elif kind is ANY:
            code.emit("CONST_UNDEFINED")
        elif kind == ERROR and depth > 0:
            self._value(STRING, assigned, depth - 1)
            code.emit("NEW_ERROR", self._random.randrange(4))
            code.emit("UPCAST", self._module.add_type(ERROR))
        elif kind == ERROR:
            code.emit("CONST_NULL", self._module.add_type(ERROR))
        elif kind == ADDER and self._random.random() < 0.3:
            code.emit("MAKE_CLOSURE", self._other, 0)
        elif kind == ADDER:
            self._value(I64, assigned, depth - 1)
            self._value(STRING, assigned, depth - 1)
            code.emit("SWAP")
            code.emit("MAKE_CLOSURE", self._body, 2)
        elif kind == PAIR:
            self._value(I32, assigned, depth - 1)
            self._value(STRING, assigned, depth - 1)
            code.emit("NEW_TUPLE", self._module.add_type(PAIR), 2)
        elif kind == ArrayType(I32):
            code.emit("NEW_ARRAY", self._module.add_type(I32))
        else:
            code.emit("SPAWN", self._void, 0)
