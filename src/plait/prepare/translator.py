"""Verified function → prepared function: the translation of one function."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from plait.bytecode.module import FIRST_HOST_ID
from plait.errors import VerifyError
from plait.isa.instruction import Effect, Instruction, NativeFunction, Special
from plait.isa.resolvers import BY_NAME as RESOLVER_BY_NAME
from plait.isa.value_types import TaskType
from plait.memory.layouts import UNDEFINED
from plait.native.table import NATIVES
from plait.prepare import calls
from plait.prepare.budget import PrepareBudget
from plait.prepare.charges import ENDS, Charges, compute_charges
from plait.prepare.emitter import OUTGOING, Emitter
from plait.prepare.immediates import entry_immediate, slot_distance
from plait.prepare.operations import (
    JOINED,
    Alternative,
    Compute,
    Control,
    MachineClass,
    Operation,
    alternative,
    branch,
    compute,
    control,
    entry_effect,
    entry_name,
    join,
    machine_class,
)
from plait.prepare.prepared import HEADER_SLOTS, Handler, PreparedFunction, PreparedInstruction
from plait.prepare.program import Program
from plait.prepare.stack_values import InSlot, Known, StackValue
from plait.verify.verified import Decoded, OpenTry, VerifiedFunction

MAX_SLOT = 8189
"""The last slot that the 16-bit fields of prepared code can name."""


def prepare_functions(
    program: Program, functions: Sequence[VerifiedFunction], first: int, loops: list[tuple[int, int]]
) -> tuple[PreparedFunction, ...]:
    """Prepare functions, of which the first has the index `first`; the places of their loops are added to `loops`.

    Raises `VerifyError` for a function that needs too many slots, and for functions that cost too much together.
    """
    prepared: list[PreparedFunction] = []
    budget = PrepareBudget()
    for index, function in enumerate(functions, first):
        budget.function = index
        item = Translator(program, index, function, len(loops), budget).run()
        loops += [(index, pc) for pc in item.loops]
        prepared.append(item)
    return tuple(prepared)


class Translator:
    """The state of preparing one function."""

    def __init__(
        self, program: Program, index: int, verified: VerifiedFunction, first_loop: int, budget: PrepareBudget
    ) -> None:
        function = verified.function
        local_types = (*function.parameter_types, *function.local_types)
        self.program = program
        self.module = program.module
        self.index = index
        self.verified = verified
        self.first_loop = first_loop
        self.charges: Charges = compute_charges(verified)
        self.budget = budget
        self.emitter = Emitter([machine_class(item) for item in local_types], budget)
        self.starts: dict[int, int] = {}
        self.handler_entries: dict[int, int] = {}
        self.guards: list[tuple[int, int]] = [(0, -1)]
        """From which instruction on which handler guards them, -1 for none."""
        self.live: dict[int, dict[int, MachineClass]] = {}
        self._live_sets: dict[int, dict[int, MachineClass]] = {}
        self.loops: list[int] = []
        self.tries: tuple[OpenTry, ...] = ()
        self.outgoing = 0

    def run(self) -> PreparedFunction:
        emitter = self.emitter
        falls_through = False
        self.note_live(0, 0)
        for decoded in self.verified.instructions:
            if decoded.offset in self.verified.blocks and falls_through:
                # That is still part of the instruction before: here everything is settled.
                emitter.settle()
            emitter.offset = decoded.offset
            if decoded.offset in self.verified.blocks:
                self._start_block(decoded.offset)
            self._instruction(decoded)
            falls_through = decoded.instruction.effect not in ENDS
        self._handler_entries()
        return self._finish()

    def _start_block(self, offset: int) -> None:
        state = self.verified.blocks[offset]
        # What was emitted to settle the block before belongs to its ranges.
        self._set_tries(state.open_tries)
        self.emitter.start_block([machine_class(item) for item in state.stack])
        index = len(self.emitter.instructions)
        self.starts[offset] = index
        if index in self.live:
            # A stop behind the instruction before has noted what is live on that path alone.
            self.note_live(index, offset)
        if offset in self.charges.loops:
            loop = self.first_loop + len(self.loops)
            self.loops.append(len(self.emitter.instructions))
            self.emitter.emit(control(Control.CHARGE), (), loop << 32 | self.charges.loops[offset])
            self.note_live(len(self.emitter.instructions), offset)
            self.emitter.block_start = len(self.emitter.instructions)

    def _set_tries(self, tries: tuple[OpenTry, ...]) -> None:
        """The instructions emitted from here on are guarded by the innermost of these ranges."""
        self.tries = tries
        handler = tries[-1].handler if tries else -1
        if handler != self.guards[-1][1]:
            self.guards.append((len(self.emitter.instructions), handler))

    def note_live(self, index: int, offset: int) -> None:
        """A frame may be found stopped at `index`, about to do what stands at `offset`, with the stack as it is now.

        What was noted for the index before is replaced: nothing was emitted since, so that whoever goes on there needs
        what is live now, and what only the path to the earlier note has written does not count.
        """
        mask = self.verified.live_locals.get(offset, 0)
        locals_ = self._live_sets.get(mask)
        if locals_ is None:
            locals_ = self._live_sets[mask] = self._locals_of(mask)
        live = locals_.copy()
        self.budget.spend_steps(len(self.emitter.stack))
        for value in self.emitter.stack:
            if isinstance(value, InSlot):
                live[value.slot] = value.machine_class
        self.live[index] = live
        self.budget.spend_live(len(live))

    def _locals_of(self, mask: int) -> dict[int, MachineClass]:
        """The locals of a bit set, with how they are held."""
        found: dict[int, MachineClass] = {}
        while mask:
            local = (mask & -mask).bit_length() - 1
            found[local] = self.emitter.slot_classes[local]
            mask &= mask - 1
        return found

    def _instruction(self, decoded: Decoded) -> None:
        effect = decoded.instruction.effect
        if isinstance(effect, Effect):
            self._compute(decoded, decoded.instruction)
        else:
            self.RULES[effect](self, decoded)

    def _compute(self, decoded: Decoded, entry: Instruction | NativeFunction) -> None:
        emitter = self.emitter
        count = len(entry_effect(entry).pops)
        first = len(emitter.stack) - count
        operands = emitter.stack[first:]
        constant, operation = self._form(entry, operands)
        for position in range(count):
            if position != constant:
                emitter.put_in_slot(first + position)
        operands = emitter.stack[first:]
        if operation.stops:
            self.note_live(len(emitter.instructions), decoded.offset)
        del emitter.stack[first:]
        slots = tuple(value.slot for value in operands if isinstance(value, InSlot))
        known = next((value.bits for value in operands if isinstance(value, Known)), None)
        immediate = known or 0
        if known is None and entry.immediates:
            immediate = entry_immediate(self.module, decoded, self.program.tables)
        item = PreparedInstruction(operation, slots, immediate, -1, decoded.offset)
        if entry_name(entry) in JOINED:
            item = self._take_operand(item, operands) or item
        result = (emitter.push_result(self._pushed_class(decoded)),) if entry_effect(entry).pushes else ()
        emitter.emit(item.operation, (*result, *item.slots), item.immediate)
        if operation.works:
            self._charge_work(decoded)

    def _form(self, entry: Instruction | NativeFunction, operands: list[StackValue]) -> tuple[int | None, Operation]:
        """The operation that applies an entry, and which operand is its constant, if one is."""
        for position in reversed(range(len(operands))):
            value = operands[position]
            if isinstance(value, Known) and not value.is_string:
                found = compute(entry, position)
                if found is not None:
                    return position, found
        operation = compute(entry, None)
        assert operation is not None
        return None, operation

    def _charge_work(self, decoded: Decoded) -> None:
        """Charge what the entry, just applied, has noted as work."""
        self.emitter.emit(control(Control.CHARGE_WORK))
        self.note_live(len(self.emitter.instructions), decoded.next_offset)

    def _take_operand(self, second: PreparedInstruction, operands: list[StackValue]) -> PreparedInstruction | None:
        """Remove the instruction that computed an operand just now and give the joined one; None if there is no such
        form. Neither `second` nor what is given names the slot of the result.
        """
        emitter = self.emitter
        for position, value in enumerate(operands):
            if not (isinstance(value, InSlot) and self._is_newest(value)):
                continue
            first = emitter.instructions[-1]
            kinds = first.operation.kind, second.operation.kind
            operation = join(kinds[0], kinds[1], position)
            if operation is None:
                return None
            self._drop_last()
            others = [item.slot for item in operands if isinstance(item, InSlot) and item is not value]
            slots = (*first.slots[1:], *others)
            return second._replace(operation=operation, slots=slots, immediate=first.immediate | second.immediate)
        return None

    def _is_newest(self, value: InSlot) -> bool:
        """Whether the last instruction of the block computed the value, for one use alone."""
        last = len(self.emitter.instructions) - 1
        return value.definition == last >= self.emitter.block_start and value.slot >= self.emitter.local_count

    def _drop_last(self) -> None:
        """Take the last instruction back."""
        self.emitter.instructions.pop()
        count = len(self.emitter.instructions)
        for position in reversed(range(len(self.guards))):
            start, handler = self.guards[position]
            if start <= count:
                break
            self.guards[position] = count, handler

    def _pushed_class(self, decoded: Decoded) -> MachineClass:
        return machine_class(self.verified.result_types[decoded.offset])

    # The rules of the instructions that are known by name.

    def _leave_all(self, decoded: Decoded) -> None:
        """The instruction does nothing."""

    def _load_local(self, decoded: Decoded) -> None:
        local = int(decoded.immediates[0])
        self.emitter.stack.append(InSlot(local, self.emitter.slot_classes[local]))

    def _drop(self, decoded: Decoded) -> None:
        del decoded
        self.emitter.stack.pop()

    def _duplicate(self, decoded: Decoded) -> None:
        del decoded
        self.emitter.stack.append(self.without_definition(len(self.emitter.stack) - 1))

    def _swap(self, decoded: Decoded) -> None:
        del decoded
        self.emitter.swap()

    def _constant(self, decoded: Decoded) -> None:
        effect = decoded.instruction.effect
        value = decoded.immediates[0] if decoded.immediates else 0
        match effect:
            case Special.CONST_I32:
                known = Known(int(value) & 0xFFFFFFFF, MachineClass.I32)
            case Special.CONST_F64:
                known = Known(_f64_bits(float(value)), MachineClass.F64)
            case Special.CONST_TRUE | Special.CONST_FALSE:
                known = Known(int(effect is Special.CONST_TRUE), MachineClass.BOOL)
            case Special.CONST_STRING:
                known = Known(int(value), MachineClass.REFERENCE, is_string=True)
            case Special.CONST_WORD:
                known = Known(int(value), MachineClass.ANY, is_string=True)
            case Special.CONST_I64:
                known = Known(int(value) & U64, MachineClass.I64)
            case Special.CONST_NULL:
                known = Known(0, MachineClass.REFERENCE)
            case _:
                known = Known(UNDEFINED, MachineClass.ANY)
        self.emitter.stack.append(known)

    def _load_static(self, decoded: Decoded) -> None:
        self._push_global(self.program.static_index(decoded))

    def _store_static(self, decoded: Decoded) -> None:
        self._pop_global(self.program.static_index(decoded))

    def _jump(self, decoded: Decoded) -> None:
        self.emitter.settle()
        self.emitter.emit(control(Control.JUMP), target=decoded.target)

    def _return(self, decoded: Decoded) -> None:
        del decoded
        self.emitter.emit(control(Control.RETURN), (self.emitter.pop_slot(),))

    def _return_nothing(self, decoded: Decoded) -> None:
        del decoded
        self.emitter.emit(control(Control.RETURN_VOID))

    def _throw(self, decoded: Decoded) -> None:
        del decoded
        self.emitter.emit(control(Control.THROW), (self.emitter.pop_slot(),))

    def _call_native(self, decoded: Decoded) -> None:
        if decoded.immediates[0] >= FIRST_HOST_ID:
            calls.call_host(self, decoded)
        else:
            self._compute(decoded, NATIVES[int(decoded.immediates[0])])

    def _open_range(self, decoded: Decoded) -> None:
        self.emitter.settle()
        self._set_tries((*self.tries, OpenTry(decoded.target, len(self.emitter.stack))))

    def _close_range(self, decoded: Decoded) -> None:
        del decoded
        self._set_tries(self.tries[:-1])

    def _yield(self, decoded: Decoded) -> None:
        self.note_live(len(self.emitter.instructions), decoded.offset)
        self.emitter.emit(control(Control.YIELD))
        self.note_live(len(self.emitter.instructions), decoded.next_offset)

    def _native_or_call(self, decoded: Decoded) -> None:
        """The operands stay in their slots until the function has returned: the map of the instruction names them."""
        emitter = self.emitter
        entry = NATIVES[int(decoded.immediates[0])]
        operation = alternative(entry)
        assert isinstance(operation.kind, Alternative)
        count = len(entry.effect.pops)
        first = len(emitter.stack) - count
        for position in range(first, len(emitter.stack)):
            emitter.put_in_slot(position)
        self.note_live(len(emitter.instructions), decoded.offset)
        operands = tuple(value.slot for value in emitter.stack[first:] if isinstance(value, InSlot))
        del emitter.stack[first:]
        result = (emitter.push_result(self._pushed_class(decoded)),) if operation.kind.gives_result else ()
        immediate = len(emitter.instructions) << 32 | int(decoded.immediates[1])
        emitter.emit(operation, (*result, *operands), immediate)
        self.outgoing = max(self.outgoing, count)
        if operation.works:
            self._charge_work(decoded)

    def without_definition(self, position: int) -> InSlot | Known:
        value = self.emitter.stack[position]
        if isinstance(value, InSlot):
            value = value._replace(definition=-1)
            self.emitter.stack[position] = value
        return value

    def _store_local(self, decoded: Decoded) -> None:
        emitter = self.emitter
        local = int(decoded.immediates[0])
        value = emitter.stack.pop()
        emitter.settle_local(local)
        if not (isinstance(value, InSlot) and value.slot == local):
            emitter.move_to(value, local)

    def _load_global(self, decoded: Decoded) -> None:
        self._push_global(int(decoded.immediates[0]))

    def _push_global(self, index: int) -> None:
        slot = self.emitter.push_result(machine_class(self.program.global_types[index]))
        self.emitter.emit(control(Control.LOAD_GLOBAL), (slot,), index)

    def _store_global(self, decoded: Decoded) -> None:
        self._pop_global(int(decoded.immediates[0]))

    def _pop_global(self, index: int) -> None:
        self.emitter.emit(control(Control.STORE_GLOBAL), (self.emitter.pop_slot(),), index)

    def _load_captured(self, decoded: Decoded) -> None:
        operation = compute(RESOLVER_BY_NAME["closure.captured"], None)
        assert operation is not None
        slot = self.emitter.push_result(self._pushed_class(decoded))
        self.emitter.emit(operation, (slot, 0), slot_distance(int(decoded.immediates[0])))

    def _branch(self, decoded: Decoded) -> None:
        emitter = self.emitter
        sense = decoded.instruction.effect is Special.JUMP_IF_TRUE
        value = emitter.stack.pop()
        if isinstance(value, Known):
            emitter.settle()
            if bool(value.bits) == sense:
                emitter.emit(control(Control.JUMP), target=decoded.target)
            return
        fused = self._take_comparison(value, sense)
        emitter.settle()
        if fused is not None:
            emitter.emit(fused.operation, fused.slots, fused.immediate, decoded.target)
        else:
            kind = Control.BRANCH_TRUE if sense else Control.BRANCH_FALSE
            emitter.emit(control(kind), (value.slot,), target=decoded.target)

    def _take_comparison(self, value: InSlot, sense: bool) -> PreparedInstruction | None:
        """Remove the comparison that computed `value` just now and give its fused form (without target)."""
        emitter = self.emitter
        if not self._is_newest(value):
            return None
        comparison = emitter.instructions[-1]
        kind = comparison.operation.kind
        operation = branch(kind, sense) if isinstance(kind, Compute) else None
        if operation is None:
            return None
        self._drop_last()
        return comparison._replace(operation=operation, slots=comparison.slots[1:])

    def _await(self, decoded: Decoded) -> None:
        emitter = self.emitter
        emitter.put_in_slot(len(emitter.stack) - 1)
        task = emitter.stack[-1]
        assert isinstance(task, InSlot)
        calls.check_not_null(self, task.slot)
        self.note_live(len(emitter.instructions), decoded.offset)
        emitter.stack.pop()
        if decoded.offset in self.verified.result_types:
            slot = emitter.push_result(self._pushed_class(decoded))
            emitter.emit(control(Control.AWAIT), (slot, task.slot))
        else:
            emitter.emit(control(Control.AWAIT_VOID), (task.slot,))

    def _handler_entries(self) -> None:
        """Entries of handlers stand at the end, unguarded by the handler's own range: catch, charge, jump to the
        handler.
        """
        emitter = self.emitter
        for offset, charge in self.charges.handlers.items():
            emitter.offset = offset
            state = self.verified.blocks[offset]
            self._set_tries(state.open_tries)
            emitter.start_block([machine_class(item) for item in state.stack])
            thrown = emitter.home(len(state.stack) - 1, MachineClass.ANY)
            self.handler_entries[offset] = len(emitter.instructions)
            value = emitter.stack.pop()
            self.note_live(len(emitter.instructions), offset)
            emitter.stack.append(value)
            emitter.emit(control(Control.CATCH), (thrown,), charge)
            self.note_live(len(emitter.instructions), offset)
            emitter.emit(control(Control.JUMP), target=offset)

    def _finish(self) -> PreparedFunction:
        emitter = self.emitter
        slot_count = len(emitter.slot_classes)
        if slot_count + HEADER_SLOTS + self.outgoing > MAX_SLOT:
            raise VerifyError(
                f"the function needs more than {MAX_SLOT} slots for locals, stack and arguments", self.index
            )
        return PreparedFunction(
            index=self.index,
            verified=self.verified,
            instructions=tuple([self._final_instruction(item) for item in emitter.instructions]),
            slot_classes=tuple(emitter.slot_classes),
            slot_count=slot_count,
            outgoing=self.outgoing,
            entry_charge=self.charges.entry,
            handlers=self._handler_ranges(),
            live={index: self._final_live(slots) for index, slots in self.live.items()},
            loops=tuple(self.loops),
            first_loop=self.first_loop,
            task_type=self.program.tables.type_id(TaskType(self.verified.function.result)),
            site_count=sum([item.operation.has_site for item in emitter.instructions]),
        )

    def _final_instruction(self, item: PreparedInstruction) -> PreparedInstruction:
        operation, slots, immediate, target, offset = item
        if target < 0 and (not slots or max(slots) < OUTGOING):
            return item
        if slots and max(slots) >= OUTGOING:
            slots = tuple([self.final(slot) for slot in slots])
        return PreparedInstruction(operation, slots, immediate, -1 if target < 0 else self.starts[target], offset)

    def _final_live(self, slots: dict[int, MachineClass]) -> tuple[tuple[int, MachineClass], ...]:
        ordered = sorted(slots.items())
        if ordered and ordered[-1][0] >= OUTGOING:
            return tuple([(self.final(slot), item) for slot, item in ordered])
        return tuple(ordered)

    def final(self, slot: int) -> int:
        """A slot's number when the number of slots is known."""
        return slot - OUTGOING + len(self.emitter.slot_classes) + HEADER_SLOTS if slot >= OUTGOING else slot

    def _handler_ranges(self) -> tuple[Handler, ...]:
        ranges: list[Handler] = []
        ends = [*(start for start, _ in self.guards[1:]), len(self.emitter.instructions)]
        for (start, handler), end in zip(self.guards, ends, strict=True):
            if handler < 0 or start == end:
                continue
            target = self.handler_entries[handler]
            if ranges and ranges[-1].end == start and ranges[-1].target == target:
                ranges[-1] = Handler(ranges[-1].start, end, target)
            else:
                ranges.append(Handler(start, end, target))
        return tuple(ranges)

    RULES: ClassVar[Mapping[Special, Callable[[Translator, Decoded], None]]] = {
        Special.NOP: _leave_all,
        Special.UPCAST: _leave_all,
        Special.BREAKPOINT: _leave_all,
        Special.POP: _drop,
        Special.DUP: _duplicate,
        Special.SWAP: _swap,
        Special.CONST_I32: _constant,
        Special.CONST_I64: _constant,
        Special.CONST_F64: _constant,
        Special.CONST_TRUE: _constant,
        Special.CONST_FALSE: _constant,
        Special.CONST_STRING: _constant,
        Special.CONST_WORD: _constant,
        Special.CONST_NULL: _constant,
        Special.CONST_UNDEFINED: _constant,
        Special.LOAD_LOCAL: _load_local,
        Special.STORE_LOCAL: _store_local,
        Special.LOAD_GLOBAL: _load_global,
        Special.STORE_GLOBAL: _store_global,
        Special.LOAD_STATIC: _load_static,
        Special.STORE_STATIC: _store_static,
        Special.LOAD_CAPTURED: _load_captured,
        Special.JUMP: _jump,
        Special.JUMP_IF_TRUE: _branch,
        Special.JUMP_IF_FALSE: _branch,
        Special.CALL: calls.call,
        Special.CALL_STATIC: calls.call_static,
        Special.CALL_SUPER: calls.call_super,
        Special.CALL_METHOD: calls.call_method,
        Special.CALL_INTERFACE: calls.call_interface,
        Special.CALL_CLOSURE: calls.call_closure,
        Special.CALL_EXPECTED: calls.call_expected,
        Special.CALL_GENERAL: calls.call_general,
        Special.CALL_GENERAL_EXPECTED: calls.call_general,
        Special.CALL_CONSTRUCTOR: calls.call_constructor,
        Special.MAKE_CLOSURE: calls.make_closure,
        Special.NEW_TUPLE: calls.new_tuple,
        Special.NEW_ARRAY_OF: calls.new_array_of,
        Special.NATIVE_CALL: _call_native,
        Special.NATIVE_OR_CALL: _native_or_call,
        Special.RETURN: _return,
        Special.RETURN_VOID: _return_nothing,
        Special.THROW: _throw,
        Special.RETHROW: _throw,
        Special.TRY: _open_range,
        Special.END_TRY: _close_range,
        Special.SPAWN: calls.spawn,
        Special.SPAWN_METHOD: calls.spawn_method,
        Special.SPAWN_CLOSURE: calls.spawn_closure,
        Special.AWAIT: _await,
        Special.YIELD: _yield,
    }
    """What preparing does with the instructions that are known by name: of each there is a rule."""


U64 = (1 << 64) - 1


def _f64_bits(value: float) -> int:
    return int.from_bytes(struct.pack("<d", value), "little")
