"""Types and heights of the stack, and the open guarded ranges, at every reachable instruction.

Because paths must agree exactly where they meet, one look at each block, predecessors first, is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple, NoReturn, assert_never

from plait.bytecode.module import FIRST_HOST_ID
from plait.errors import VerifyError
from plait.isa.instruction import Effect, Flags, Immediate, Named, NativeFunction, Special
from plait.isa.value_types import (
    ANY,
    BOOL,
    F64,
    GENERAL_ARGUMENTS,
    GENERAL_CLOSURE,
    I32,
    I64,
    STRING,
    ClosureType,
    TaskType,
    TupleType,
    ValueType,
)
from plait.native.table import NATIVES
from plait.verify.class_tables import ClassTables
from plait.verify.classes import CallSignature, VerifiedClass
from plait.verify.control_flow import Block, FlowGraph
from plait.verify.effects import result_of
from plait.verify.interning import OpenRanges, StackShape
from plait.verify.limits import MAX_FRAME_SLOTS, MAX_OPEN_TRIES
from plait.verify.module_types import ModuleTypes

DIRECT_CALLS = (Special.CALL, Special.CALL_STATIC, Special.CALL_SUPER, Special.SPAWN)
"""Calls of which it is known beforehand which function they reach."""

SPAWNS = (Special.SPAWN, Special.SPAWN_METHOD, Special.SPAWN_CLOSURE)

CONSTANTS: Final[Mapping[Special, ValueType]] = {
    Special.CONST_I32: I32,
    Special.CONST_I64: I64,
    Special.CONST_F64: F64,
    Special.CONST_TRUE: BOOL,
    Special.CONST_FALSE: BOOL,
    Special.CONST_STRING: STRING,
    Special.CONST_WORD: ANY,
    Special.CONST_UNDEFINED: ANY,
}
"""The types of constants."""


class EntryState(NamedTuple):
    """What holds at the start of a block."""

    stack: StackShape
    ranges: OpenRanges


@dataclass(frozen=True, slots=True)
class CodeTypes:
    """The proof for one function: the state at each reachable block, the types pushed (by offset), the height."""

    entries: dict[int, EntryState]
    result_types: dict[int, ValueType]
    max_stack: int
    call_signatures: dict[int, CallSignature]


def check_types(module: ModuleTypes, tables: ClassTables, index: int, graph: FlowGraph) -> CodeTypes:
    """Prove the types of a function, or raise `VerifyError`."""
    return TypeChecker(module, tables, index, graph).run()


class TypeChecker:
    """Walks the reachable blocks. `_stack` and `_ranges` are the state at `_decoded`, the instruction of `_block` that
    is looked at.
    """

    def __init__(self, module: ModuleTypes, tables: ClassTables, index: int, graph: FlowGraph) -> None:
        self._module = module
        self._classes = tables.classes
        self._subtypes = tables.subtypes
        self._index = index
        self._graph = graph
        self._function = module.functions[index]
        self._result = self._function.call.result
        self._greatest_height = MAX_FRAME_SLOTS - len(self._function.locals)
        self._stack = StackShape.empty()
        self._ranges = OpenRanges.none()
        self._decoded = graph.instructions[0]
        self._block = graph.blocks[0]
        self._entries = {0: EntryState(self._stack, self._ranges)}
        self._result_types: dict[int, ValueType] = {}
        self._max_stack = 0
        self._call_signatures: dict[int, CallSignature] = {}
        self._declined: dict[int, CallSignature] = {}

    def run(self) -> CodeTypes:
        instructions, rules = self._graph.instructions, self.RULES
        for number in self._graph.order:
            block = self._block = self._graph.blocks[number]
            entry = self._entries[number]
            self._stack = entry.stack
            self._ranges = entry.ranges
            for position in range(block.first, block.end):
                decoded = self._decoded = instructions[position]
                effect = decoded.instruction.effect
                if isinstance(effect, Effect):
                    self._apply(effect)
                else:
                    rules[effect](self)
            self._leave(block)
        return CodeTypes(self._entries, self._result_types, self._max_stack, self._call_signatures)

    def _apply(self, effect: Effect) -> None:
        """An ordinary instruction, or the effect of a native function."""
        found = self._pop_several(len(effect.pops))
        try:
            result = result_of(effect, self._module.interner, self._subtypes, self._named, found)
        except TypeError as error:
            self._fail(f"{self._name()}: {error}")
        if result is not None:
            self._push(result)

    # The rules of the instructions that are known by name.

    def _leave_all(self) -> None:
        """The instruction has nothing to do with the stack."""

    def _drop(self) -> None:
        self._pop()

    def _push_constant(self) -> None:
        effect = self._decoded.instruction.effect
        assert isinstance(effect, Special)
        self._push(CONSTANTS[effect])

    def _push_null(self) -> None:
        self._push(self._named(Named.TYPE))

    def _pop_condition(self) -> None:
        self._pop_expected(BOOL)

    def _pop_thrown(self) -> None:
        self._pop_expected(ANY)

    def _load_static(self) -> None:
        self._push(self._named(Named.STATIC))

    def _load_captured(self) -> None:
        self._push(self._named(Named.CAPTURED))

    def _load_local(self) -> None:
        self._push(self._function.locals[int(self._decoded.immediates[0])])

    def _store_local(self) -> None:
        number = int(self._decoded.immediates[0])
        self._pop_into(self._function.locals[number], "local", number)

    def _load_global(self) -> None:
        self._push(self._module.globals[int(self._decoded.immediates[0])])

    def _store_global(self) -> None:
        number = int(self._decoded.immediates[0])
        self._pop_into(self._module.globals[number], "global", number)

    def _store_static(self) -> None:
        self._pop_into(self._named(Named.STATIC), "static field", int(self._decoded.immediates[1]))

    def _upcast(self) -> None:
        wanted = self._named(Named.TYPE)
        found = self._pop()
        if not self._subtypes.is_assignable(found, wanted):
            self._fail(f"UPCAST from {found} to {wanted}, which is not wider")
        self._push(wanted)

    def _swap(self) -> None:
        below, above = self._pop_several(2)
        self._grow(above)
        self._grow(below)

    def _dup(self) -> None:
        if self._stack.height < 1:
            self._fail("DUP needs 1 value on the stack, but there are 0")
        self._push(self._stack.type)

    def _call_function(self) -> None:
        function, count = self._decoded.immediates
        self._call(self._module.functions[int(function)].call, int(count))

    def _call_static(self) -> None:
        number, slot, count = (int(item) for item in self._decoded.immediates)
        static = self._class(number).static_methods[slot]
        self._call(self._module.functions[static].call, count)

    def _call_method(self) -> None:
        number, slot, count = (int(item) for item in self._decoded.immediates)
        method = self._module.functions[self._class(number).methods[slot]].call
        receiver = self._module.interner.object_of(number)
        self._call(CallSignature((receiver, *method.parameters[1:]), method.result), count, "the object")

    def _await(self) -> None:
        task = self._pop()
        if not isinstance(task, TaskType):
            self._fail(f"AWAIT takes a task, not {task}")
        if task.result is not None:
            self._push(task.result)

    def _return(self) -> None:
        if self._result is None:
            self._fail("RETURN in a function without result")
        self._pop_expected(self._result)

    def _return_nothing(self) -> None:
        if self._result is not None:
            self._fail(f"RETURN_VOID in a function whose result is {self._result}")

    def _close_range(self) -> None:
        if self._ranges.outer is None:
            self._fail("END_TRY, but no guarded range is open")
        self._ranges = self._ranges.outer

    def _open_range(self) -> None:
        """Enter the handler with what is thrown, then go on inside the range."""
        if self._ranges.count >= MAX_OPEN_TRIES:
            self._fail(f"more than {MAX_OPEN_TRIES} guarded ranges are open")
        outside = self._stack
        handler = self._block.successors[-1]
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
            self._call(self._module.imports[native_id - FIRST_HOST_ID], count)
            return
        native = NATIVES[native_id]
        if count != len(native.effect.pops):
            self._fail(f"{self._name()} takes {len(native.effect.pops)} argument(s), not {count}")
        self._apply(native.effect)

    def _call_native_or(self) -> None:
        """The function must take what the native declines, and give what it gives; a bool is not for the program."""
        native_id, number = (int(item) for item in self._decoded.immediates)
        native = NATIVES.get(native_id)
        if native is None or not native.flags & Flags.DECLINES:
            self._fail(f"{self._name()}: no library function that declines has the id {native_id}")
        callee = self._module.functions[number].call
        wanted = self._declined_signature(native)
        if callee != wanted:
            self._fail(f"{self._name()}: the function must be one of {wanted}, not {callee}")
        self._pop_arguments(wanted.parameters, len(wanted.parameters))
        if wanted.result is not None:
            self._push(wanted.result)

    def _declined_signature(self, native: NativeFunction) -> CallSignature:
        """That of functions which go on where a native declines."""
        if native.id not in self._declined:
            intern = self._module.interner.intern
            parameters, result = native.declined_types()
            types = tuple(map(intern, parameters))
            self._declined[native.id] = CallSignature(types, None if result is None else intern(result))
        return self._declined[native.id]

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
                return self._class(first).slots[last].type
            case Named.STATIC:
                return self._class(first).statics[last].type
            case Named.INTERFACE:
                return module.interner.interface_of(first)
            case Named.MEMBER:
                return module.interfaces[first].fields[last].type
            case Named.CAPTURED:
                captures = self._function.captures
                assert captures is not None
                return captures[last]
            case _:
                assert_never(what)

    def _class(self, number: int) -> VerifiedClass:
        found = self._classes[number]
        assert found is not None
        return found

    def _call(self, callee: CallSignature, count: int, receiver: str = "") -> None:
        """Pop the arguments (below them, what is called upon, if anything is) and push what the call gives."""
        effect = self._decoded.instruction.effect
        self._pop_arguments(callee.parameters, count, receiver)
        if effect not in DIRECT_CALLS:
            self._call_signatures[self._decoded.offset] = callee
        if effect in SPAWNS:
            self._push(self._module.interner.task_of(callee.result))
        elif callee.result is not None:
            self._push(callee.result)

    def _pop_arguments(self, parameters: tuple[ValueType, ...], count: int, receiver: str = "") -> None:
        """Pop `count` arguments and, if there is a word for it, what stands below them and is the first parameter."""
        below = 1 if receiver else 0
        if count + below != len(parameters):
            self._fail(f"{self._name()} takes {len(parameters) - below} argument(s), not {count}")
        found = self._pop_several(len(parameters))
        for position, (expected, actual) in enumerate(zip(parameters, found, strict=True)):
            if actual is not expected and not self._subtypes.is_assignable(actual, expected):
                what = receiver if position < below else f"argument {position - below + 1}"
                self._fail(f"{self._name()}: {what} must be {expected}, not {actual}")

    def _call_interface(self) -> None:
        number, member, count = (int(item) for item in self._decoded.immediates)
        method = self._module.interfaces[number].methods[member]
        parameters = (self._module.interner.interface_of(number), *method.parameter_types)
        self._call(CallSignature(parameters, method.result), count, "the object")

    def _call_closure(self) -> None:
        count = int(self._decoded.immediates[-1])
        stack = self._stack
        closure = self._pop_several(count + 1)[0]
        if not isinstance(closure, ClosureType):
            self._fail(f"{self._name()} needs a closure below {count} argument(s), not {closure}")
        if self._decoded.instruction.effect is Special.CALL_EXPECTED:
            self._check_expected(closure)
        self._stack = stack
        self._call(CallSignature((closure, *closure.parameters), closure.result), count, "the closure")

    def _call_general(self) -> None:
        """The closure is on top; the parameters that no argument is given for are filled."""
        count = int(self._decoded.immediates[-1])
        if count > GENERAL_ARGUMENTS:
            self._fail(f"{self._name()} takes at most {GENERAL_ARGUMENTS} arguments, not {count}")
        general = self._module.interner.intern(GENERAL_CLOSURE)
        assert isinstance(general, ClosureType)
        if self._decoded.instruction.effect is Special.CALL_GENERAL_EXPECTED:
            self._check_expected(general)
        self._pop_expected(general)
        self._pop_arguments((ANY,) * (count + 1), count, "`this`")
        self._call_signatures[self._decoded.offset] = CallSignature((general, *general.parameters), general.result)
        self._push(ANY)

    def _check_expected(self, closure: ClosureType) -> None:
        number = int(self._decoded.immediates[0])
        expected = self._module.functions[number]
        if expected.captures is None or expected.call.parameters[0] != closure:
            self._fail(f"{self._name()}: function {number} is no body of a {closure}")

    def _construct(self) -> None:
        number, count = (int(item) for item in self._decoded.immediates)
        constructor = self._class(number).constructor
        parameters = () if constructor is None else self._module.functions[constructor].call.parameters[1:]
        self._pop_arguments(parameters, count)
        self._push(self._module.interner.object_of(number))

    def _make_closure(self) -> None:
        function, count = (int(item) for item in self._decoded.immediates)
        body = self._module.functions[function]
        assert body.captures is not None
        self._pop_arguments(body.captures, count)
        self._push(body.call.parameters[0])

    def _new_tuple(self) -> None:
        named = self._named(Named.TYPE)
        assert isinstance(named, TupleType)
        self._pop_arguments(named.elements, int(self._decoded.immediates[1]))
        self._push(named)

    def _new_array_of(self) -> None:
        element, count = self._named(Named.TYPE), int(self._decoded.immediates[1])
        self._pop_arguments((element,) * count, count)
        self._push(self._module.interner.array_of(element))

    def _push(self, value_type: ValueType) -> None:
        stack = self._stack = self._stack.push(value_type)
        if stack.height > self._max_stack:
            self._note_height(stack.height)
        self._result_types[self._decoded.offset] = value_type

    def _grow(self, value_type: ValueType) -> None:
        """Push what the instruction does not make."""
        stack = self._stack = self._stack.push(value_type)
        if stack.height > self._max_stack:
            self._note_height(stack.height)

    def _note_height(self, height: int) -> None:
        if height > self._greatest_height:
            self._fail(f"the locals and the stack need more than {MAX_FRAME_SLOTS} slots")
        self._max_stack = height

    def _pop(self) -> ValueType:
        """Drop the topmost value; its type."""
        stack = self._stack
        if stack.height <= self._ranges.floor:
            self._fail_to_pop(1)
        assert stack.below is not None
        self._stack = stack.below
        return stack.type

    def _pop_several(self, count: int) -> tuple[ValueType, ...]:
        """Drop the topmost values; their types. What stood there at the innermost open TRY must stay."""
        stack = self._stack
        if count > stack.height - self._ranges.floor:
            self._fail_to_pop(count)
        found, self._stack = stack.split(count)
        return found

    def _fail_to_pop(self, count: int) -> NoReturn:
        where = "above those that stood there at the open TRY" if self._ranges.floor else "on the stack"
        plural = "value" if count == 1 else "values"
        available = self._stack.height - self._ranges.floor
        self._fail(f"{self._name()} needs {count} {plural} {where}, but there are {available}")

    def _pop_expected(self, expected: ValueType) -> None:
        found = self._pop()
        if found is not expected and not self._subtypes.is_assignable(found, expected):
            self._fail(f"{self._name()} takes {expected}, not {found}")

    def _pop_into(self, expected: ValueType, what: str, number: int) -> None:
        found = self._pop()
        if found is not expected and not self._subtypes.is_assignable(found, expected):
            self._fail(f"{what} {number} holds {expected}, not {found}")

    def _name(self) -> str:
        """The instruction as errors call it: a call by whom it calls."""
        decoded = self._decoded
        mnemonic = decoded.instruction.mnemonic
        if decoded.instruction.effect is Special.NATIVE_CALL:
            native_id = int(decoded.immediates[0])
            host = native_id - FIRST_HOST_ID
            return f"{mnemonic} of import {host}" if host >= 0 else f"{mnemonic} {NATIVES[native_id].name}"
        if Immediate.FUNCTION in decoded.instruction.immediates:
            return f"{mnemonic} of function {decoded.immediates[0]}"
        return mnemonic

    def _fail(self, message: str) -> NoReturn:
        raise VerifyError(message, self._index, self._decoded.offset)

    RULES: ClassVar[Mapping[Special, Callable[[TypeChecker], None]]] = {
        Special.NOP: _leave_all,
        Special.BREAKPOINT: _leave_all,
        Special.JUMP: _leave_all,
        Special.YIELD: _leave_all,
        Special.POP: _drop,
        Special.DUP: _dup,
        Special.SWAP: _swap,
        Special.UPCAST: _upcast,
        **dict.fromkeys(CONSTANTS, _push_constant),
        Special.CONST_NULL: _push_null,
        Special.LOAD_LOCAL: _load_local,
        Special.STORE_LOCAL: _store_local,
        Special.LOAD_GLOBAL: _load_global,
        Special.STORE_GLOBAL: _store_global,
        Special.LOAD_STATIC: _load_static,
        Special.STORE_STATIC: _store_static,
        Special.LOAD_CAPTURED: _load_captured,
        Special.JUMP_IF_TRUE: _pop_condition,
        Special.JUMP_IF_FALSE: _pop_condition,
        Special.CALL: _call_function,
        Special.SPAWN: _call_function,
        Special.CALL_STATIC: _call_static,
        Special.CALL_METHOD: _call_method,
        Special.CALL_SUPER: _call_method,
        Special.SPAWN_METHOD: _call_method,
        Special.CALL_INTERFACE: _call_interface,
        Special.CALL_CLOSURE: _call_closure,
        Special.CALL_EXPECTED: _call_closure,
        Special.SPAWN_CLOSURE: _call_closure,
        Special.CALL_GENERAL: _call_general,
        Special.CALL_GENERAL_EXPECTED: _call_general,
        Special.CALL_CONSTRUCTOR: _construct,
        Special.MAKE_CLOSURE: _make_closure,
        Special.NEW_TUPLE: _new_tuple,
        Special.NEW_ARRAY_OF: _new_array_of,
        Special.NATIVE_CALL: _call_native,
        Special.NATIVE_OR_CALL: _call_native_or,
        Special.AWAIT: _await,
        Special.RETURN: _return,
        Special.RETURN_VOID: _return_nothing,
        Special.THROW: _pop_thrown,
        Special.RETHROW: _pop_thrown,
        Special.TRY: _open_range,
        Special.END_TRY: _close_range,
    }
    """What the instructions do that are known by name: of each there is a rule."""


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
