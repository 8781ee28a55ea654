"""Random code that pushes one value of a given type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fuzz.code_writer import CodeWriter, Signature
from fuzz.type_universe import Application
from plait.isa import Instruction
from plait.isa.value_types import BOOL, ERROR, F64, I32, STRING, ArrayType, TaskType, ValueType

if TYPE_CHECKING:
    from fuzz.statements import Statements

INTEGERS = (0, 1, 2, 3, -1, 7, 31, 32, 63, 255, 1000, 65536, 2**30, 2**31 - 1, -(2**31), -(2**31) + 1, 123456789)
NUMBERS = (
    0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.0, 3.0, 7.0, 10.0, 1e300, -1e300, 1e-300, 5e-324, 2.0**31, -(2.0**31), 2.0**32,
    2.0**53, 2.0**63, -(2.0**63), 4294967295.0, 2147483647.0, 0.1, 3.141592653589793, 123456.789, 1e21, 1e-7,
    float("inf"), float("-inf"), float("nan"),
)  # fmt: skip
STRINGS = ("", "a", "abc", "hello, world", "é", "€uro", "🙂", "\ud800", "x" * 40, "line\nbreak", "0", "-0", "NaN")


def _takes_task(parameters: tuple[ValueType, ...]) -> bool:
    return any(isinstance(item, TaskType) for item in parameters)


class Expressions:
    """Pushes values. `statements` writes the statements that may stand inside an expression."""

    def __init__(self, out: CodeWriter) -> None:
        self.out = out
        self.random = out.random
        self.statements: Statements

    def push(self, wanted: ValueType, depth: int) -> None:
        """Push a value of the type; `depth` bounds how deep the code nests."""
        if depth <= 0 or self.out.budget <= 0:
            self.simple(wanted)
            return
        forms: list[tuple[int, Callable[[ValueType, int], bool]]] = [
            (10, self._applied),
            (4, self._simple),
            (4, self._called),
            (2, self._chosen),
            (2, self._awaited),
            (2, self._duplicated),
            (1, self._guarded),
            (1, self._after_statements),
            (2, self._built_up),
        ]
        for form in self.random.choices([form for _, form in forms], [weight for weight, _ in forms], k=3):
            if form(wanted, depth - 1):
                return
        self.simple(wanted)

    def simple(self, wanted: ValueType) -> None:
        """Push a value by as little as possible."""
        out = self.out
        locals_ = out.locals_of(wanted)
        globals_ = [index for index, item in enumerate(out.around.globals) if item == wanted]
        roll = self.random.random()
        if locals_ and roll < 0.6:
            out.push(wanted, "LOAD_LOCAL", self.random.choice(locals_))
        elif globals_ and roll < 0.75:
            out.push(wanted, "LOAD_GLOBAL", self.random.choice(globals_))
        else:
            self.constant(wanted)

    def constant(self, wanted: ValueType) -> None:
        """Push a value that depends on nothing."""
        out, random = self.out, self.random
        match wanted:
            case _ if wanted is I32:
                small = random.randrange(-1, 5)
                out.push(wanted, "CONST_I32", small if random.random() < 0.6 else random.choice(INTEGERS))
            case _ if wanted is F64:
                small_number = float(random.randrange(-1, 5))
                out.push(wanted, "CONST_F64", small_number if random.random() < 0.4 else random.choice(NUMBERS))
            case _ if wanted is BOOL:
                out.push(wanted, random.choice(("CONST_TRUE", "CONST_FALSE")))
            case _ if wanted is STRING:
                out.push(wanted, "CONST_STRING", out.around.builder.add_string(random.choice(STRINGS)))
            case _ if wanted is ERROR or isinstance(wanted, ArrayType):
                self._apply(random.choice(self._cheapest(wanted)), 0)
            case TaskType(result):
                starts = [
                    item for item in out.around.functions if item.result == result and not _takes_task(item.parameters)
                ]
                self._call(random.choice(starts).index, "SPAWN", 0, wanted)
            case _:
                raise AssertionError(wanted)

    def _cheapest(self, wanted: ValueType) -> list[Application]:
        """The applications that make a new value of the type from constants."""
        made = [
            item
            for item in self.out.around.universe.producing(wanted)
            if all(operand in (I32, F64, BOOL, STRING) for operand in item.operands) and item.operands != (wanted,)
        ]
        assert made, wanted
        return made

    def apply(self, application: Application, depth: int) -> None:
        """Push the operands and append the instruction."""
        self._apply(application, depth)

    def apply_to_top(self, application: Application) -> None:
        """Append an instruction with one operand, which is on the stack already."""
        self._apply(application, 0, given=1)

    def _apply(self, application: Application, depth: int, given: int = 0) -> None:
        out = self.out
        for operand in application.operands[given:]:
            self.push(operand, depth)
        out.drop(len(application.operands))
        entry = application.entry
        if isinstance(entry, Instruction):
            immediates = [] if application.immediate is None else [out.around.builder.add_type(application.immediate)]
            out.emit(entry.mnemonic, *immediates)
        else:
            out.emit("NATIVE_CALL", entry.id, len(application.operands))
        if application.result is not None:
            out.stack.append(application.result)

    def _call(self, function: int, mnemonic: str, depth: int, pushed: ValueType | None) -> None:
        called = self.out.around.functions[function]
        for item in called.parameters:
            self.push(item, depth)
        self.out.drop(len(called.parameters))
        self.out.emit(mnemonic, function, len(called.parameters))
        if pushed is not None:
            self.out.stack.append(pushed)

    def call_void(self, depth: int) -> bool:
        """Call a function without result, if there is one."""
        candidates = [item for item in self.out.around.functions if item.result is None]
        if not candidates:
            return False
        self._call(self._pick(candidates), "CALL", depth, None)
        return True

    def _pick(self, candidates: list[Signature]) -> int:
        """The index of one of the functions, mostly one that comes later, so that recursion is not the rule."""
        later = [item for item in candidates if item.index > self.out.signature.index]
        return self.random.choice(later if later and self.random.random() < 0.8 else candidates).index

    # The forms of an expression. Each gives whether it could be written.

    def _simple(self, wanted: ValueType, depth: int) -> bool:
        self.simple(wanted)
        return True

    def _applied(self, wanted: ValueType, depth: int) -> bool:
        applications = self.out.around.universe.producing(wanted)
        if not applications:
            return False
        names = sorted({item.entry.summary for item in applications})
        name = self.random.choice(names)
        self._apply(self.random.choice([item for item in applications if item.entry.summary == name]), depth)
        return True

    def _called(self, wanted: ValueType, depth: int) -> bool:
        candidates = [item for item in self.out.around.functions if item.result == wanted]
        if not candidates:
            return False
        self._call(self._pick(candidates), "CALL", depth, wanted)
        return True

    def _awaited(self, wanted: ValueType, depth: int) -> bool:
        if TaskType(wanted) not in self.out.around.universe.types:
            return False
        self.push(TaskType(wanted), depth)
        self.out.drop(1)
        self.out.push(wanted, "AWAIT")
        return True

    def _chosen(self, wanted: ValueType, depth: int) -> bool:
        """One of two values, with the rest of the stack below."""
        out = self.out
        other, end = out.label(), out.label()
        self.push(BOOL, depth)
        out.emit(self.random.choice(("JUMP_IF_FALSE", "JUMP_IF_TRUE")), other)
        out.drop(1)
        before = out.state()
        self.push(wanted, depth)
        out.emit("JUMP", end)
        first = out.state()
        out.place(other)
        out.go_on_from(before)
        self.push(wanted, depth)
        out.place(end)
        out.meet(first, out.state())
        return True

    def _duplicated(self, wanted: ValueType, depth: int) -> bool:
        out = self.out
        if not out.stack or out.stack[-1] != wanted:
            return False
        out.push(wanted, "DUP")
        return True

    def _guarded(self, wanted: ValueType, depth: int) -> bool:
        """A value whose computation may throw, or another one."""
        out = self.out
        handler, end = out.label(), out.label()
        before = out.state()
        out.emit("TRY", handler)
        out.tries.append(len(out.stack))
        self.push(wanted, depth)
        out.emit("END_TRY")
        out.tries.pop()
        out.emit("JUMP", end)
        first = out.state()
        out.place(handler)
        out.go_on_from(before)
        out.stack.append(ERROR)
        if wanted is not ERROR:
            out.emit("POP")
            out.drop(1)
            self.push(wanted, depth)
        out.place(end)
        out.meet(first, out.state())
        return True

    def _after_statements(self, wanted: ValueType, depth: int) -> bool:
        """Statements while values are on the stack, then a value."""
        before = self.out.state()
        self.statements.some(1 + self.random.randrange(2), depth)
        if self.out.is_dead:
            # What follows is never reached; it only has to be instructions.
            self.out.go_on_from(before)
        self.push(wanted, depth)
        return True

    def _built_up(self, wanted: ValueType, depth: int) -> bool:
        """A value to which instructions without result are applied while it stays on the stack."""
        changes = [
            item for item in self.out.around.universe.producing(None) if item.operands and item.operands[0] == wanted
        ]
        if not changes:
            return False
        self.push(wanted, depth)
        for _ in range(1 + self.random.randrange(3)):
            self.out.push(wanted, "DUP")
            self._apply(self.random.choice(changes), min(depth, 1), given=1)
        return True
