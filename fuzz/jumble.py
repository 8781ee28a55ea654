"""A random function whose blocks jump to each other without any structure: loops with several entries, handlers that
stand before their ranges, ranges that share a handler.
"""

from __future__ import annotations

from dataclasses import dataclass

from fuzz.code_writer import CodeWriter, State
from fuzz.expressions import Expressions
from fuzz.statements import Statements
from plait.bytecode.builder import Label
from plait.isa.value_types import ANY, BOOL


@dataclass(frozen=True, slots=True)
class _Jumble:
    blocks: list[Label]
    handlers: list[Label]
    entry: State


def write_jumble(out: CodeWriter, expressions: Expressions, statements: Statements) -> None:
    """Write the rest of the function. All locals must be assigned; whatever is on the stack stays below."""
    random = out.random
    out.budget = 60 + random.randrange(100)
    for _ in range(random.choice((0, 0, 1, 3))):
        expressions.push(random.choice(out.around.universe.types), 1)
    blocks = [out.label() for _ in range(random.randrange(2, 9))]
    handlers = [out.label() for _ in range(random.randrange(3))]
    jumble = _Jumble(blocks, handlers, out.state())
    out.emit("JUMP", random.choice(blocks))
    pieces: list[tuple[Label, bool]] = [(label, False) for label in blocks] + [(label, True) for label in handlers]
    random.shuffle(pieces)
    for number, (label, is_handler) in enumerate(pieces):
        out.place(label)
        out.go_on_from(jumble.entry)
        if is_handler:
            out.stack.append(ANY)
            out.emit("POP")
            out.drop(1)
        else:
            _contents(out, statements, jumble)
        if not out.is_dead:
            following = pieces[number + 1] if number + 1 < len(pieces) else None
            _end(out, expressions, statements, jumble, falls=following is not None and not following[1])


def _contents(out: CodeWriter, statements: Statements, jumble: _Jumble) -> None:
    random = out.random
    guarded = bool(jumble.handlers) and random.random() < 0.5
    if guarded:
        out.emit("TRY", random.choice(jumble.handlers))
        out.tries.append(len(out.stack))
    if random.random() < 0.3:
        statements.allocate(1)
    statements.some(random.randrange(4), 1)
    if guarded:
        out.tries.pop()
        if not out.is_dead:
            out.emit("END_TRY")


def _end(out: CodeWriter, expressions: Expressions, statements: Statements, jumble: _Jumble, falls: bool) -> None:
    random = out.random
    for _ in range(random.randrange(3)):
        expressions.push(BOOL, 1)
        out.emit(random.choice(("JUMP_IF_TRUE", "JUMP_IF_FALSE")), random.choice(jumble.blocks))
        out.drop(1)
    if falls and random.random() < 0.4:
        if random.random() < 0.5:
            statements.stop_and_forget(1)
        return
    if random.random() < 0.6:
        out.emit("JUMP", random.choice(jumble.blocks))
    else:
        statements.return_now()
