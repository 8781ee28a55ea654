"""Random statements: code that leaves the stack as it was."""

from __future__ import annotations

from collections.abc import Callable

from fuzz.code_writer import CodeWriter, Loop
from fuzz.expressions import Expressions
from fuzz.type_universe import ERROR
from plait.isa import Flags
from plait.isa.value_types import ANY, BOOL, I32, STRING, TaskType, ValueType

MAX_LOOP_NESTING = 4


class Statements:
    """Writes statements of one function."""

    def __init__(self, out: CodeWriter, expressions: Expressions) -> None:
        self.out = out
        self.random = out.random
        self.expressions = expressions
        expressions.statements = self

    def some(self, count: int, depth: int) -> None:
        """So many statements, or fewer when execution does not go on behind one of them."""
        for _ in range(count):
            if self.out.is_dead or self.out.budget <= 0:
                return
            self.one(depth)

    def one(self, depth: int) -> None:
        """One statement."""
        simple: list[tuple[int, Callable[[int], None]]] = [
            (8, self._store_local),
            (3, self._store_global),
            (6, self._without_result),
            (2, self._drop),
            (1, self._yield),
            (2, self._call_void),
            (1, self._await_void),
            (3, self.stop_and_forget),
            (3, self.allocate),
        ]
        nested: list[tuple[int, Callable[[int], None]]] = [
            (4, self._if),
            (4, self._loop),
            (4, self.guarded),
            (2, self._above_values),
        ]
        leaving: list[tuple[int, Callable[[int], None]]] = [(1, self._throw), (1, self._return), (2, self._leave_loop)]
        forms = simple + (nested if depth > 0 else []) + leaving
        form = self.random.choices([form for _, form in forms], [weight for weight, _ in forms])[0]
        form(depth - 1)

    def _expression_depth(self) -> int:
        return self.random.choice((0, 1, 1, 2, 2, 3))

    # Without control flow

    def _store_local(self, depth: int) -> None:
        out = self.out
        candidates = [index for index in range(len(out.local_types)) if index not in out.reserved]
        if not candidates:
            return
        local = self.random.choice(candidates)
        self.expressions.push_assignable(out.local_types[local], min(depth + 1, self._expression_depth()))
        out.store_local(local)

    def _store_global(self, depth: int) -> None:
        out = self.out
        places: list[tuple[ValueType, str, tuple[int, ...]]] = [
            (item, "STORE_GLOBAL", (index,)) for index, item in enumerate(out.around.globals)
        ]
        for number, owner in out.around.world.classes.items():
            places += [(item, "STORE_STATIC", (number, index)) for index, item in enumerate(owner.statics)]
        if not places:
            return
        item, mnemonic, immediates = self.random.choice(places)
        self.expressions.push_assignable(item, min(depth + 1, self._expression_depth()))
        out.emit(mnemonic, *immediates)
        out.drop(1)

    def _without_result(self, depth: int) -> None:
        application = self.expressions.pick_application(None)
        if application is not None:
            self.expressions.apply(application, min(depth + 1, self._expression_depth()))

    def _drop(self, depth: int) -> None:
        self.expressions.push(self._any_type(), min(depth + 1, self._expression_depth()))
        self.out.emit("POP")
        self.out.drop(1)

    def _yield(self, depth: int) -> None:
        self.out.emit(self.random.choice(("YIELD", "YIELD", "BREAKPOINT", "NOP")))

    def _call_void(self, depth: int) -> None:
        self.expressions.call_void(min(depth + 1, 1))

    def _await_void(self, depth: int) -> None:
        task = TaskType(None)
        if task in self.out.around.universe.types:
            self.expressions.push(task, min(depth + 1, 1))
            self.out.emit("AWAIT")
            self.out.drop(1)

    def stop_and_forget(self, depth: int) -> None:
        """Something that can stop when it is done, above values that are then dropped: no code follows it.

        Where a label comes next, what this path knows meets what others know right behind the stop.
        """
        out = self.out
        height = len(out.stack)
        for _ in range(self.random.choice((0, 1, 1, 2))):
            self.expressions.push(self._any_type(), min(depth + 1, 1))
        self.random.choice((self._work, self._work, self._spawn, self._turn))(min(depth + 1, 1))
        while len(out.stack) > height:
            out.emit("POP")
            out.drop(1)

    def _work(self, depth: int) -> None:
        """An instruction or library function that is charged for its work afterwards."""
        around = self.out.around
        results = [*around.universe.types, None]
        working = [one for item in results for one in around.universe.producing(item) if one.entry.flags & Flags.WORKS]
        self.expressions.apply(self.random.choice(working), depth)

    def _spawn(self, depth: int) -> None:
        calls = [one for found in self.out.around.world.calls.values() for one in found]
        spawns = [one for one in calls if one.mnemonic.startswith("SPAWN") and one.first > self.out.signature.index]
        if spawns:
            self.expressions.call(self.random.choice(spawns), depth)
        else:
            self._turn(depth)

    def _turn(self, depth: int) -> None:
        self.out.emit("YIELD")

    def allocate(self, depth: int) -> None:
        """An object made of nothing: no code precedes the allocation."""
        makers = [
            one
            for item in self.out.around.universe.types
            for one in self.out.around.universe.producing(item)
            if not one.operands and one.entry.flags & Flags.ALLOCATES
        ]
        self.expressions.apply(self.random.choice(makers), 0)
        self.out.emit("POP")
        self.out.drop(1)

    def _before_join(self, depth: int) -> None:
        """Another path joins here next."""
        if not self.out.is_dead and self.random.random() < 0.3:
            self.stop_and_forget(depth)

    def _behind_join(self, depth: int) -> None:
        """Several paths have joined here."""
        if not self.out.is_dead and self.random.random() < 0.3:
            self.allocate(depth)

    def _any_type(self) -> ValueType:
        return self.random.choice(self.out.around.universe.types)

    # Nested

    def _if(self, depth: int) -> None:
        out = self.out
        other, end = out.label(), out.label()
        self.expressions.push(BOOL, self._expression_depth())
        out.emit(self.random.choice(("JUMP_IF_FALSE", "JUMP_IF_TRUE")), other)
        out.drop(1)
        before = out.state()
        self.some(1 + self.random.randrange(3), depth)
        first = out.end_state()
        if first is not None:
            out.emit("JUMP", end)
        out.place(other)
        out.go_on_from(before)
        if self.random.random() < 0.5:
            self.some(1 + self.random.randrange(2), depth)
        self._before_join(depth)
        second = out.end_state()
        out.place(end)
        out.meet(first, second)
        self._behind_join(depth)

    def _loop(self, depth: int) -> None:
        if len(self.out.loops) >= MAX_LOOP_NESTING:
            return
        if self.random.random() < 0.85:
            self._counted_loop(depth)
        else:
            self._free_loop(depth)

    def _counted_loop(self, depth: int) -> None:
        """A loop of a known number of turns; the condition stands first or last."""
        out = self.out
        counter = out.add_local(I32)
        out.reserved.add(counter)
        out.push(I32, "CONST_I32", 0)
        out.store_local(counter)
        turns = self.random.choice((0, 1, 2, 3, 3, 5, 8, 40))
        head, again, end = out.label(), out.label(), out.label()
        test_first = self.random.random() < 0.7
        self._before_join(depth)
        out.place(head)
        self._behind_join(depth)
        if test_first:
            self._compare(counter, turns)
            out.emit("JUMP_IF_FALSE", end)
            out.drop(1)
        before = out.state()
        self._body(depth, Loop(end, again, len(out.stack), len(out.tries)))
        self._before_join(depth)
        out.place(again)
        out.go_on_from(before)
        self._behind_join(depth)
        out.push(I32, "LOAD_LOCAL", counter)
        out.push(I32, "CONST_I32", 1)
        out.emit("IADD")
        out.drop(1)
        out.store_local(counter)
        if test_first:
            out.emit("JUMP", head)
        else:
            self._compare(counter, turns)
            out.emit("JUMP_IF_TRUE", head)
            out.drop(1)
        out.place(end)
        out.go_on_from(before)

    def _compare(self, counter: int, turns: int) -> None:
        self.out.push(I32, "LOAD_LOCAL", counter)
        self.out.push(I32, "CONST_I32", turns)
        self.out.emit("ILT")
        self.out.drop(2)
        self.out.stack.append(BOOL)

    def _free_loop(self, depth: int) -> None:
        """A loop that goes on while something random holds, or until something in it leaves it."""
        out = self.out
        head, end = out.label(), out.label()
        self._before_join(depth)
        out.place(head)
        self._behind_join(depth)
        conditional = self.random.random() < 0.6
        if conditional:
            self.expressions.push(BOOL, self._expression_depth())
            out.emit("JUMP_IF_FALSE", end)
            out.drop(1)
        before = out.state()
        self._body(depth, Loop(end, head, len(out.stack), len(out.tries)))
        if not out.is_dead:
            out.emit("JUMP", head)
        out.go_on_from(before)
        out.is_dead = not conditional
        # Behind a loop without condition stands what only a jump out of it reaches.
        out.place(end)
        out.is_dead = False

    def _body(self, depth: int, loop: Loop) -> None:
        self.out.loops.append(loop)
        self.some(1 + self.random.randrange(4), depth)
        self.out.loops.pop()

    def guarded(self, depth: int) -> None:
        """Statements whose errors are caught, printed most of the time."""
        out = self.out
        handler, end = out.label(), out.label()
        before = out.state()
        out.emit("TRY", handler)
        out.tries.append(len(out.stack))
        self.some(1 + self.random.randrange(4), depth)
        out.tries.pop()
        first = out.end_state()
        if first is not None:
            out.emit("END_TRY")
            out.emit("JUMP", end)
        out.place(handler)
        out.go_on_from(before)
        out.stack.append(ANY)
        self._use_error()
        if out.signature.index > 0 or self.random.random() < 0.2:
            self.some(self.random.randrange(3), depth)
        self._before_join(depth)
        second = out.end_state()
        out.place(end)
        out.meet(first, second)
        self._behind_join(depth)

    def _use_error(self) -> None:
        """Drop the error on the stack, store it, throw it again, or print it."""
        out = self.out
        stores = [index for index, item in enumerate(out.local_types) if item is ANY and index not in out.reserved]
        roll = self.random.random()
        if stores and roll < 0.3:
            out.store_local(self.random.choice(stores))
        elif roll < 0.4:
            out.emit(self.random.choice(("THROW", "RETHROW")))
            out.drop(1)
            out.is_dead = True
        else:
            consumers = [item for item in out.around.universe.producing(STRING) if item.operands == (ANY,)]
            self.expressions.apply_to_top(self.random.choice(consumers))
            printers = [item for item in out.around.universe.producing(None) if item.operands == (STRING,)]
            self.expressions.apply_to_top(self.random.choice(printers))

    def _above_values(self, depth: int) -> None:
        """Statements while some values are on the stack."""
        out = self.out
        count = 1 + self.random.randrange(3)
        for _ in range(count):
            self.expressions.push(self._any_type(), self._expression_depth())
        self.some(1 + self.random.randrange(3), depth)
        if out.is_dead:
            return
        for _ in range(count):
            top = out.stack[-1]
            stores = [i for i, item in enumerate(out.local_types) if item == top and i not in out.reserved]
            if stores and self.random.random() < 0.6:
                out.store_local(self.random.choice(stores))
            else:
                out.emit("POP")
                out.drop(1)

    # Leaving

    def _throw(self, depth: int) -> None:
        self._maybe(self._throw_now)

    def _throw_now(self) -> None:
        if self.random.random() < 0.5:
            self.expressions.push(ERROR, 1)
            self.out.emit("BOX_REF")
        else:
            self.expressions.push(ANY, 1)
        self.out.emit(self.random.choice(("THROW", "THROW", "RETHROW")))
        self.out.drop(1)
        self.out.is_dead = True

    def _return(self, depth: int) -> None:
        self._maybe(self.return_now)

    def return_now(self) -> None:
        """Return a value, or nothing."""
        result = self.out.signature.result
        if result is None:
            self.out.emit("RETURN_VOID")
        else:
            is_main = self.out.signature.index == 0
            self.expressions.push_assignable(result, 0 if is_main else self._expression_depth())
            self.out.emit("RETURN")
            self.out.drop(1)
        self.out.is_dead = True

    def _leave_loop(self, depth: int) -> None:
        if self.out.loops:
            self._maybe(lambda: self._jump_out(self.random.choice(self.out.loops)))

    def _jump_out(self, loop: Loop) -> None:
        out = self.out
        tries = list(out.tries)
        height = len(out.stack)
        while len(tries) > loop.tries:
            out.emit("END_TRY")
            tries.pop()
        for _ in range(height - loop.height):
            out.emit("POP")
        out.emit("JUMP", loop.leave if self.random.random() < 0.6 else loop.again)
        out.is_dead = True

    def _maybe(self, leave: Callable[[], None]) -> None:
        """Leave on a random condition, or, rarely, always."""
        out = self.out
        if self.random.random() < 0.1:
            leave()
            return
        end = out.label()
        self.expressions.push(BOOL, self._expression_depth())
        out.emit(self.random.choice(("JUMP_IF_FALSE", "JUMP_IF_TRUE")), end)
        out.drop(1)
        before = out.state()
        leave()
        out.place(end)
        out.go_on_from(before)
