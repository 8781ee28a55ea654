"""Types and heights of the stack, and the open guarded ranges, at every reachable instruction.

Because paths must agree exactly where they meet, one look at each block, predecessors first, is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn, assert_never

from plait.bytecode.module import FIRST_HOST_ID, Function, HostImport, InterfaceDefinition
from plait.errors import VerifyError
from plait.isa.instruction import Effect, Immediate, Named, Special
from plait.isa.value_types import ANY, BOOL, F64, I32, I64, STRING, ClosureType, TaskType, TupleType, ValueType
from plait.native.table import NATIVES
from plait.verify.classes import CallSignature, VerifiedClass
from plait.verify.control_flow import Block, FlowGraph
from plait.verify.effects import result_of
from plait.verify.interning import OpenRanges, StackShape, TypeInterner
from plait.verify.limits import MAX_FRAME_SLOTS, MAX_OPEN_TRIES
from plait.verify.subtypes import Subtypes

SPAWNS = (Special.SPAWN, Special.SPAWN_METHOD, Special.SPAWN_CLOSURE)


@dataclass(frozen=True, slots=True)
class Signature:
    """A function's parameters, locals (parameters first) and result, as representatives."""

    parameters: tuple[ValueType, ...]
    locals: tuple[ValueType, ...]
    result: ValueType | None


@dataclass(frozen=True, slots=True)
class ModuleTypes:
    """All types that code refers to by index, as representatives of one interner."""

    interner: TypeInterner
    types: tuple[ValueType, ...]
    globals: tuple[ValueType, ...]
    signatures: tuple[Signature, ...]
    captures: tuple[tuple[ValueType, ...] | None, ...]
    imports: tuple[CallSignature, ...]
    classes: tuple[VerifiedClass | None, ...]
    interfaces: tuple[InterfaceDefinition, ...]
    subtypes: Subtypes


def make_signature(function: Function, interner: TypeInterner) -> Signature:
    """The function's signature in representatives."""
    parameters = tuple(map(interner.intern, function.parameter_types))
    local_types = tuple(map(interner.intern, function.local_types))
    result = None if function.result is None else interner.intern(function.result)
    return Signature(parameters, parameters + local_types, result)


def import_signature(imported: HostImport, interner: TypeInterner) -> CallSignature:
    """What a function of the host takes and gives, in representatives."""
    result = None if imported.result is None else interner.intern(imported.result)
    return CallSignature(tuple(map(interner.intern, imported.parameter_types)), result)


@dataclass(frozen=True, slots=True)
class EntryState:
    """What holds at the start of a block."""

    stack: StackShape
    ranges: OpenRanges


@dataclass(frozen=True, slots=True)
class FunctionTypes:
    """The proof for one function: the state at each reachable block, the types pushed (by offset), the height."""

    entries: dict[int, EntryState]
    result_types: dict[int, ValueType]
    max_stack: int
    call_signatures: dict[int, CallSignature]


def check_types(module: ModuleTypes, index: int, graph: FlowGraph) -> FunctionTypes:
    """Prove the types of a function, or raise `VerifyError`."""
    return _TypeChecker(module, index, graph).run()


class _TypeChecker:
    """Walks the reachable blocks. `_stack` and `_ranges` are the state at `_decoded`, the instruction looked at."""

    def __init__(self, module: ModuleTypes, index: int, graph: FlowGraph) -> None:
        self._module = module
        self._index = index
        self._graph = graph
        self._signature = module.signatures[index]
        self._greatest_height = MAX_FRAME_SLOTS - len(self._signature.locals)
        self._stack = StackShape.empty()
        self._ranges = OpenRanges.none()
        self._decoded = graph.instructions[0]
        self._entries = {0: EntryState(self._stack, self._ranges)}
        self._result_types: dict[int, ValueType] = {}
        self._max_stack = 0
        self._call_signatures: dict[int, CallSignature] = {}

    def run(self) -> FunctionTypes:
        instructions = self._graph.instructions
        for number in self._graph.order:
            block = self._graph.blocks[number]
            entry = self._entries[number]
            self._stack = entry.stack
            self._ranges = entry.ranges
            for position in range(block.first, block.end):
                decoded = self._decoded = instructions[position]
                effect = decoded.instruction.effect
                if isinstance(effect, Effect):
                    self._apply(effect)
                else:
                    self._apply_special(effect, block)
            self._leave(block)
        return FunctionTypes(self._entries, self._result_types, self._max_stack, self._call_signatures)

    def _apply(self, effect: Effect) -> None:
        """An ordinary instruction, or the effect of a native function."""
        found = self._pop_several(len(effect.pops))
        module = self._module
        try:
            result = result_of(effect, module.interner, module.subtypes, self._named, found)
        except TypeError as error:
            self._fail(f"{self._name()}: {error}")
        if result is not None:
            self._push(result)

    def _apply_special(self, effect: Special, block: Block) -> None:
        decoded = self._decoded
        match effect:
            case Special.LOAD_LOCAL:
                self._push(self._signature.locals[int(decoded.immediates[0])])
            case Special.STORE_LOCAL:
                number = int(decoded.immediates[0])
                if number == 0 and self._module.captures[self._index] is not None:
                    self._fail("local 0 of a closure's function is the closure; it cannot be stored")
                self._pop_into(self._signature.locals[number], f"local {number}")
            case Special.CONST_I32:
                self._push(I32)
            case Special.CONST_F64:
                self._push(F64)
            case Special.CONST_TRUE | Special.CONST_FALSE:
                self._push(BOOL)
            case Special.CONST_STRING:
                self._push(STRING)
            case Special.CONST_I64:
                self._push(I64)
            case Special.CONST_NULL:
                self._push(self._named(Named.TYPE))
            case Special.CONST_UNDEFINED:
                self._push(ANY)
            case Special.UPCAST:
                wanted = self._named(Named.TYPE)
                self._pop_into(wanted, "the wider type")
                self._push(wanted)
            case Special.SWAP:
                below, above = self._pop_several(2)
                self._grow(above)
                self._grow(below)
            case Special.LOAD_STATIC:
                self._push(self._named(Named.STATIC))
            case Special.STORE_STATIC:
                self._pop_into(self._named(Named.STATIC), "the static field")
            case Special.LOAD_CAPTURED:
                self._push(self._named(Named.CAPTURED))
            case Special.NEW_TUPLE:
                self._new_tuple()
            case Special.MAKE_CLOSURE:
                self._make_closure()
            case Special.JUMP_IF_TRUE | Special.JUMP_IF_FALSE:
                self._pop_expected(BOOL)
            case Special.NOP | Special.JUMP | Special.YIELD | Special.BREAKPOINT:
                pass
            case Special.POP:
                self._pop_several(1)
            case Special.DUP:
                if self._stack.height < 1:
                    self._fail("DUP needs 1 value on the stack, but there are 0")
                self._push(self._stack.type)
            case Special.LOAD_GLOBAL:
                self._push(self._module.globals[int(decoded.immediates[0])])
            case Special.STORE_GLOBAL:
                number = int(decoded.immediates[0])
                self._pop_into(self._module.globals[number], f"global {number}")
            case Special.CALL | Special.SPAWN:
                function, count = (int(item) for item in decoded.immediates)
                self._call(self._named_function(function), count, effect)
            case Special.CALL_STATIC:
                number, slot, count = (int(item) for item in decoded.immediates)
                self._call(self._named_function(self._class(number).static_methods[slot]), count, effect)
            case Special.CALL_METHOD | Special.CALL_SUPER | Special.SPAWN_METHOD:
                number, slot, count = (int(item) for item in decoded.immediates)
                method = self._module.signatures[self._class(number).methods[slot]]
                receiver = self._module.interner.object_of(number)
                self._call(CallSignature((receiver, *method.parameters[1:]), method.result), count + 1, effect)
            case Special.CALL_INTERFACE:
                self._call_interface()
            case Special.CALL_CLOSURE | Special.SPAWN_CLOSURE:
                self._call_closure(effect)
            case Special.CALL_CONSTRUCTOR:
                self._construct()
            case Special.AWAIT:
                (task,) = self._pop_several(1)
                if not isinstance(task, TaskType):
                    self._fail(f"AWAIT takes a task, not {task}")
                if task.result is not None:
                    self._push(task.result)
            case Special.NATIVE_CALL:
                self._call_native()
            case Special.RETURN:
                if self._signature.result is None:
                    self._fail("RETURN in a function without result")
                self._pop_into(self._signature.result, "the result")
            case Special.RETURN_VOID:
                if self._signature.result is not None:
                    self._fail(f"RETURN_VOID in a function whose result is {self._signature.result}")
            case Special.THROW | Special.RETHROW:
                self._pop_expected(ANY)
            case Special.TRY:
                self._open_range(block)
            case Special.END_TRY:
                if self._ranges.outer is None:
                    self._fail("END_TRY, but no guarded range is open")
                self._ranges = self._ranges.outer
            case _:
                assert_never(effect)

    def _open_range(self, block: Block) -> None:
        """Enter the handler with what is thrown, then go on inside the range."""
        if self._ranges.count >= MAX_OPEN_TRIES:
            self._fail(f"more than {MAX_OPEN_TRIES} guarded ranges are open")
        outside = self._stack
        handler = block.successors[-1]
        self._grow(ANY)
        self._enter(handler)
        self._stack = outside
        self._ranges = self._ranges.open(handler, self._decoded.target, outside.height)

    def _leave(self, block: Block) -> None:
        """Enter what follows the block; a TRY has entered its handler already."""
        successors = block.successors
        if self._decoded.instruction.effect is Special.TRY:
            successors = successors[:-1]
        for successor in successors:
            self._enter(successor)

    def _enter(self, number: int) -> None:
        entry = self._entries.get(number)
        if entry is None:
            self._entries[number] = EntryState(self._stack, self._ranges)
            return
        if entry.stack is not self._stack:
            difference = _difference(self._stack, entry.stack)
            self._fail(f"paths meet at byte {self._offset_of(number)} with different stacks: {difference}")
        if entry.ranges is not self._ranges:
            self._fail(
                f"paths meet at byte {self._offset_of(number)} with different guarded ranges open:"
                f" {_spell_ranges(self._ranges)} here, {_spell_ranges(entry.ranges)} there"
            )

    def _offset_of(self, number: int) -> int:
        return self._graph.instructions[self._graph.blocks[number].first].offset

    def _call_native(self) -> None:
        native_id, count = (int(item) for item in self._decoded.immediates)
        if native_id >= FIRST_HOST_ID:
            self._call(self._module.imports[native_id - FIRST_HOST_ID], count, Special.NATIVE_CALL)
            return
        native = NATIVES[native_id]
        if count != len(native.effect.pops):
            self._fail(f"{self._name()} takes {len(native.effect.pops)} argument(s), not {count}")
        self._apply(native.effect)

    def _named(self, what: Named) -> ValueType:
        """The type that immediates of the instruction name; structure has checked that they are in range."""
        module, decoded = self._module, self._decoded
        first = int(decoded.immediates[0])
        last = int(decoded.immediates[-1])
        match what:
            case Named.TYPE | Named.WORD_TYPE:
                return module.types[first]
            case Named.ELEMENT:
                named = module.types[first]
                assert isinstance(named, TupleType)
                return named.elements[last]
            case Named.OBJECT:
                return module.interner.object_of(first)
            case Named.FIELD:
                return module.interner.intern(self._class(first).slots[last].type)
            case Named.STATIC:
                return module.interner.intern(self._class(first).statics[last].type)
            case Named.INTERFACE:
                return module.interner.interface_of(first)
            case Named.MEMBER:
                return module.interner.intern(module.interfaces[first].fields[last].type)
            case Named.CAPTURED:
                captures = module.captures[self._index]
                assert captures is not None
                return captures[last]
            case _:
                assert_never(what)

    def _class(self, number: int) -> VerifiedClass:
        found = self._module.classes[number]
        assert found is not None
        return found

    def _named_function(self, function: int) -> CallSignature:
        if self._module.captures[function] is not None:
            self._fail(f"{self._name()}: the function belongs to closures; MAKE_CLOSURE alone can name it")
        callee = self._module.signatures[function]
        return CallSignature(callee.parameters, callee.result)

    def _call(self, callee: CallSignature, count: int, effect: Special) -> None:
        """Pop the arguments (an object or closure called upon first) and push what the call gives."""
        self._pop_arguments(callee, count)
        self._call_signatures[self._decoded.offset] = callee
        if effect in SPAWNS:
            self._push(self._module.interner.task_of(callee.result))
        elif callee.result is not None:
            self._push(callee.result)

    def _pop_arguments(self, callee: CallSignature, count: int) -> None:
        if count != len(callee.parameters):
            extra = len(callee.parameters) - count
            given = int(self._decoded.immediates[-1])
            self._fail(f"{self._name()} takes {given + extra} argument(s), not {given}")
        found = self._pop_several(count)
        for number, (expected, actual) in enumerate(zip(callee.parameters, found, strict=True), 1):
            if not self._module.subtypes.is_assignable(actual, expected):
                self._fail(f"{self._name()}: value {number} must be {expected}, not {actual}")

    def _call_interface(self) -> None:
        number, member, count = (int(item) for item in self._decoded.immediates)
        interner = self._module.interner
        method = self._module.interfaces[number].methods[member]
        parameters = (interner.interface_of(number), *map(interner.intern, method.parameter_types))
        result = None if method.result is None else interner.intern(method.result)
        self._call(CallSignature(parameters, result), count + 1, Special.CALL_INTERFACE)

    def _call_closure(self, effect: Special) -> None:
        count = int(self._decoded.immediates[0])
        stack = self._stack
        self._pop_several(count + 1)
        closure = stack.drop(count).type
        self._stack = stack
        if not isinstance(closure, ClosureType):
            self._fail(f"{self._name()} takes a closure below {count} argument(s), not {closure}")
        self._call(CallSignature((closure, *closure.parameters), closure.result), count + 1, effect)

    def _construct(self) -> None:
        number, count = (int(item) for item in self._decoded.immediates)
        made = self._class(number)
        if made.is_abstract:
            self._fail(f"{self._name()}: the class {made.name} is abstract")
        parameters: tuple[ValueType, ...] = ()
        if made.constructor is not None:
            parameters = self._module.signatures[made.constructor].parameters[1:]
        self._pop_arguments(CallSignature(parameters, None), count)
        self._push(self._module.interner.object_of(number))

    def _make_closure(self) -> None:
        function, count = (int(item) for item in self._decoded.immediates)
        captures = self._module.captures[function]
        if captures is None:
            self._fail(f"{self._name()}: the function captures nothing; declare its captures, if only as none")
        self._pop_arguments(CallSignature(captures, None), count)
        self._push(self._module.signatures[function].parameters[0])

    def _new_tuple(self) -> None:
        named = self._named(Named.TYPE)
        assert isinstance(named, TupleType)
        self._pop_arguments(CallSignature(named.elements, None), int(self._decoded.immediates[1]))
        self._push(named)

    def _push(self, value_type: ValueType) -> None:
        self._grow(value_type)
        self._result_types[self._decoded.offset] = value_type

    def _grow(self, value_type: ValueType) -> None:
        stack = self._stack = self._stack.push(value_type)
        if stack.height > self._max_stack:
            if stack.height > self._greatest_height:
                self._fail(f"the locals and the stack need more than {MAX_FRAME_SLOTS} slots")
            self._max_stack = stack.height

    def _pop_several(self, count: int) -> tuple[ValueType, ...]:
        """Drop the topmost values; their types. What stood there at the innermost open TRY must stay."""
        stack = self._stack
        available = stack.height - self._ranges.floor
        if count > available:
            where = "above those that stood there at the open TRY" if self._ranges.floor else "on the stack"
            plural = "value" if count == 1 else "values"
            self._fail(f"{self._name()} needs {count} {plural} {where}, but there are {available}")
        found = stack.top(count)
        self._stack = stack.drop(count)
        return found

    def _pop_expected(self, expected: ValueType) -> None:
        (found,) = self._pop_several(1)
        if found is not expected:
            self._fail(f"{self._name()} takes {expected}, not {found}")

    def _pop_into(self, expected: ValueType, where: str) -> None:
        (found,) = self._pop_several(1)
        if not self._module.subtypes.is_assignable(found, expected):
            self._fail(f"{where} holds {expected}, not {found}")

    def _name(self) -> str:
        """The instruction as errors call it: a call by whom it calls."""
        decoded = self._decoded
        mnemonic = decoded.instruction.mnemonic
        if decoded.instruction.effect is Special.NATIVE_CALL and decoded.immediates[0] < FIRST_HOST_ID:
            return f"{mnemonic} {NATIVES[int(decoded.immediates[0])].name}"
        if Immediate.FUNCTION in decoded.instruction.immediates:
            return f"{mnemonic} of function {decoded.immediates[0]}"
        return mnemonic

    def _fail(self, message: str) -> NoReturn:
        raise VerifyError(message, self._index, self._decoded.offset)


def _difference(here: StackShape, there: StackShape) -> str:
    """In words, how two different stacks differ."""
    if here.height != there.height:
        return f"{here.height} value(s) here, {there.height} there"
    for position in range(here.height, 0, -1):
        if here.type is not there.type:
            return f"value {position} is {here.type} here, {there.type} there"
        here, there = here.drop(1), there.drop(1)
    raise AssertionError("equal stacks are identical")


def _spell_ranges(ranges: OpenRanges) -> str:
    """In words, which ranges are open: the innermost ones in full."""
    if ranges.outer is None:
        return "none"
    innermost = f"handler at byte {ranges.offset} with {ranges.floor} value(s) below"
    return innermost if ranges.count == 1 else f"{ranges.count}, innermost {innermost}"
