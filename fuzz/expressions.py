"""Random code that pushes one value of a given type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fuzz.code_writer import CodeWriter
from fuzz.constants import Constants
from fuzz.type_universe import Application
from fuzz.world import Call
from plait.isa import BY_MNEMONIC, Effect, Flags, Instruction
from plait.isa.instruction import TypeVariable
from plait.isa.value_types import ANY, BOOL, TaskType, ValueType, is_reference

if TYPE_CHECKING:
    from fuzz.statements import Statements


TRAP = BY_MNEMONIC["TRAP"]


class Expressions:
    """Pushes values. `statements` writes the statements that may stand inside an expression."""

    def __init__(self, out: CodeWriter) -> None:
        self.out = out
        self.random = out.random
        self.constants = Constants(self)
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
            (2, self._widened),
            (1, self._swapped),
        ]
        for form in self.random.choices([form for _, form in forms], [weight for weight, _ in forms], k=3):
            if form(wanted, depth - 1):
                return
        self.simple(wanted)

    def push_assignable(self, wanted: ValueType, depth: int) -> None:
        """Push a value that may be stored where the type is wanted."""
        narrower = self._narrower(wanted)
        self.push(self.random.choice(narrower) if narrower and self.random.random() < 0.3 else wanted, depth)

    def _narrower(self, wanted: ValueType) -> list[ValueType]:
        around = self.out.around
        return [item for item in around.universe.types if item != wanted and around.world.is_assignable(item, wanted)]

    def simple(self, wanted: ValueType) -> None:
        """Push a value by as little as possible."""
        out = self.out
        locals_ = out.locals_of(wanted)
        variables = self._variables(wanted)
        roll = self.random.random()
        if locals_ and roll < 0.6:
            out.push(wanted, "LOAD_LOCAL", self.random.choice(locals_))
        elif variables and roll < 0.75:
            mnemonic, immediates = self.random.choice(variables)
            out.push(wanted, mnemonic, *immediates)
        else:
            self.constant(wanted)

    def _variables(self, wanted: ValueType) -> list[tuple[str, tuple[int, ...]]]:
        """How to load variables of the type, other than locals."""
        around = self.out.around
        found: list[tuple[str, tuple[int, ...]]] = [
            ("LOAD_GLOBAL", (index,)) for index, item in enumerate(around.globals) if item == wanted
        ]
        for number, owner in around.world.classes.items():
            found += [("LOAD_STATIC", (number, i)) for i, item in enumerate(owner.statics) if item == wanted]
        captures = self.out.signature.captures or ()
        found += [("LOAD_CAPTURED", (index,)) for index, item in enumerate(captures) if item == wanted]
        return found

    def constant(self, wanted: ValueType) -> None:
        """Push a value that depends on nothing."""
        if is_reference(wanted) and self.random.random() < 0.06:
            self.null(wanted)
        else:
            self.constants.push(wanted)

    def null(self, wanted: ValueType) -> None:
        """Push null."""
        self.out.push(wanted, "CONST_NULL", self.out.around.builder.add_type(wanted))

    def apply(self, application: Application, depth: int) -> None:
        """Push the operands and append the instruction."""
        self._apply(application, depth)

    def apply_to_top(self, application: Application) -> None:
        """Append an instruction with one operand, which is on the stack already."""
        self._apply(application, 0, given=1)

    def _apply(self, application: Application, depth: int, given: int = 0) -> None:
        out = self.out
        entry = application.entry
        for index, operand in enumerate(application.operands[given:], given):
            if index == 0 and isinstance(entry.effect, Effect) and isinstance(entry.effect.pops[0], TypeVariable):
                self.push(operand, depth)
            else:
                self.push_assignable(operand, depth)
        out.drop(len(application.operands))
        if isinstance(entry, Instruction):
            builder = out.around.builder
            immediates = [item if isinstance(item, int) else builder.add_type(item) for item in application.immediates]
            out.emit(entry.mnemonic, *immediates)
        else:
            out.emit("NATIVE_CALL", entry.id, len(application.operands))
        if application.result is not None:
            out.stack.append(application.result)

    def call(self, call: Call, depth: int) -> None:
        """Push what the call takes and append the instruction."""
        for item in call.operands:
            self.push_assignable(item, depth)
        self.out.drop(len(call.operands))
        self.out.emit(call.mnemonic, *call.immediates)
        if call.result is not None:
            self.out.stack.append(call.result)

    def call_void(self, depth: int) -> bool:
        """Call a function without result, if there is one."""
        candidates = self.out.around.world.calls.get(None)
        if not candidates:
            return False
        self.call(self._pick(candidates), depth)
        return True

    def _pick(self, candidates: list[Call]) -> Call:
        """One of the calls, mostly of a function that comes later, so that recursion is not the rule."""
        later = [item for item in candidates if item.first > self.out.signature.index]
        return self.random.choice(later if later and self.random.random() < 0.8 else candidates)

    def pick_application(self, result: ValueType | None) -> Application | None:
        """An instruction or library function with this result, all as likely but TRAP and those that wait."""
        applications = self.out.around.universe.producing(result)
        names = sorted({item.entry.summary for item in applications})
        for _ in range(3):
            if not names:
                break
            name = self.random.choice(names)
            found = self.random.choice([item for item in applications if item.entry.summary == name])
            is_rare = found.entry.flags & Flags.WAITS or found.entry.effect == TRAP.effect
            if not is_rare or self.random.random() < 0.4:
                return found
        return None

    # The forms of an expression. Each gives whether it could be written.

    def _simple(self, wanted: ValueType, depth: int) -> bool:
        self.simple(wanted)
        return True

    def _applied(self, wanted: ValueType, depth: int) -> bool:
        application = self.pick_application(wanted)
        if application is None:
            return False
        self._apply(application, depth)
        return True

    def _called(self, wanted: ValueType, depth: int) -> bool:
        candidates = self.out.around.world.calls.get(wanted)
        if not candidates:
            return False
        self.call(self._pick(candidates), depth)
        return True

    def _widened(self, wanted: ValueType, depth: int) -> bool:
        narrower = self._narrower(wanted)
        if not narrower:
            return False
        self.push(self.random.choice(narrower), depth)
        self.out.drop(1)
        self.out.push(wanted, "UPCAST", self.out.around.builder.add_type(wanted))
        return True

    def _swapped(self, wanted: ValueType, depth: int) -> bool:
        """The value, after another one has stood below it and above it."""
        out = self.out
        self.push(wanted, depth)
        self.push(self.random.choice(out.around.universe.types), 0)
        out.emit("SWAP")
        out.emit("SWAP")
        out.emit("POP")
        out.drop(1)
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
        out.stack.append(ANY)
        if wanted is not ANY:
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
