"""Verified function → prepared function."""

from __future__ import annotations

import struct
from dataclasses import replace

from plait.bytecode.module import Module
from plait.errors import VerifyError
from plait.isa.instruction import Effect, Flags, Immediate, Instruction, NativeFunction, Special
from plait.isa.value_types import is_reference
from plait.native.table import NATIVES
from plait.prepare.budget import PrepareBudget
from plait.prepare.charges import ENDS, Charges, compute_charges
from plait.prepare.emitter import OUTGOING, Emitter
from plait.prepare.operations import (
    Compute,
    Control,
    MachineClass,
    branch,
    compute,
    control,
    entry_effect,
    machine_class,
)
from plait.prepare.prepared import HEADER_SLOTS, Handler, PreparedFunction, PreparedInstruction, PreparedModule
from plait.prepare.stack_values import InSlot, Known
from plait.prepare.storage import storage_of
from plait.verify.verified import Decoded, OpenTry, VerifiedFunction, VerifiedModule

MAX_SLOT = 8189
"""The last slot that the 16-bit fields of prepared code can name."""


def prepare(verified: VerifiedModule) -> PreparedModule:
    """Prepare every function of a module.

    Raises `VerifyError` for a function that needs too many slots, and for a module that costs too much.
    """
    functions: list[PreparedFunction] = []
    budget = PrepareBudget()
    first_loop = 0
    for index, function in enumerate(verified.functions):
        budget.function = index
        prepared = _Translator(verified.module, index, function, first_loop, budget).run()
        first_loop += len(prepared.loops)
        functions.append(prepared)
    return PreparedModule(verified, tuple(functions))


class _Translator:
    """The state of preparing one function."""

    def __init__(
        self, module: Module, index: int, verified: VerifiedFunction, first_loop: int, budget: PrepareBudget
    ) -> None:
        function = verified.function
        local_types = (*function.parameter_types, *function.local_types)
        self.module = module
        self.index = index
        self.verified = verified
        self.first_loop = first_loop
        self.charges: Charges = compute_charges(verified)
        self.budget = budget
        self.emitter = Emitter([machine_class(item) for item in local_types], budget)
        self.starts: dict[int, int] = {}
        self.handler_entries: dict[int, int] = {}
        self.guards: list[int] = []
        self.live: dict[int, dict[int, MachineClass]] = {}
        self.loops: list[int] = []
        self.tries: tuple[OpenTry, ...] = ()
        self.outgoing = 0

    def run(self) -> PreparedFunction:
        emitter = self.emitter
        falls_through = False
        self._note_live(0, 0)
        for decoded in self.verified.instructions:
            emitter.offset = decoded.offset
            if decoded.offset in self.verified.blocks:
                if falls_through:
                    emitter.settle()
                self._start_block(decoded.offset)
            self._instruction(decoded)
            self._note_guards()
            falls_through = decoded.instruction.effect not in ENDS
        self._handler_entries()
        return self._finish()

    def _start_block(self, offset: int) -> None:
        state = self.verified.blocks[offset]
        # What was emitted to settle the block before belongs to its ranges.
        self._note_guards()
        self.tries = state.open_tries
        self.emitter.start_block([machine_class(item) for item in state.stack])
        self.starts[offset] = len(self.emitter.instructions)
        if offset in self.charges.loops:
            loop = self.first_loop + len(self.loops)
            self.loops.append(len(self.emitter.instructions))
            self.emitter.emit(control(Control.CHARGE), (), loop << 32 | self.charges.loops[offset])
            self._note_live(len(self.emitter.instructions), offset)
            self.emitter.block_start = len(self.emitter.instructions)

    def _note_guards(self) -> None:
        """The instructions emitted since the last call are guarded by the innermost open range."""
        guard = self.tries[-1].handler if self.tries else -1
        self.guards.extend([guard] * (len(self.emitter.instructions) - len(self.guards)))

    def _note_live(self, index: int, offset: int) -> None:
        """A frame may be found stopped at `index`, about to do what stands at `offset`, with the stack as it is now."""
        live = self.live.setdefault(index, {})
        mask = self.verified.live_locals.get(offset, 0)
        while mask:
            local = (mask & -mask).bit_length() - 1
            live[local] = self.emitter.slot_classes[local]
            mask &= mask - 1
        for value in self.emitter.stack:
            if isinstance(value, InSlot):
                live[value.slot] = value.machine_class
        self.budget.spend_live(len(live))

    def _instruction(self, decoded: Decoded) -> None:
        effect = decoded.instruction.effect
        if isinstance(effect, Effect):
            self._compute(decoded, decoded.instruction)
        else:
            self._special(decoded, effect)

    def _compute(self, decoded: Decoded, entry: Instruction | NativeFunction) -> None:
        emitter = self.emitter
        count = len(entry_effect(entry).pops)
        first = len(emitter.stack) - count
        operands = emitter.stack[first:]
        forms = {
            position: compute(entry, position) for position, value in enumerate(operands) if isinstance(value, Known)
        }
        constant = next((position for position in reversed(forms) if forms[position] is not None), None)
        operation = compute(entry, constant)
        assert operation is not None
        for position in range(count):
            if position != constant:
                emitter.put_in_slot(first + position)
        operands = emitter.stack[first:]
        if entry.has_outcome:
            self._note_live(len(emitter.instructions), decoded.offset)
        del emitter.stack[first:]
        slots = [value.slot for value in operands if isinstance(value, InSlot)]
        known = next((value.bits for value in operands if isinstance(value, Known)), None)
        immediate = self._entry_immediate(decoded) if known is None else known
        if entry_effect(entry).pushes:
            slots.insert(0, emitter.push_result(self._pushed_class(decoded)))
        emitter.emit(operation, tuple(slots), immediate)
        if entry.flags & Flags.WORKS:
            emitter.emit(control(Control.CHARGE_WORK))
            self._note_live(len(emitter.instructions), decoded.next_offset)

    def _pushed_class(self, decoded: Decoded) -> MachineClass:
        return machine_class(self.verified.result_types[decoded.offset])

    def _entry_immediate(self, decoded: Decoded) -> int:
        if decoded.instruction.effect is Special.NATIVE_CALL:
            return 0
        for kind, value in zip(decoded.instruction.immediates, decoded.immediates, strict=True):
            if kind is Immediate.TYPE:
                return storage_of(self.module.types[int(value)])
            return int(value)
        return 0

    def _special(self, decoded: Decoded, effect: Special) -> None:
        emitter = self.emitter
        match effect:
            case Special.NOP:
                pass
            case Special.POP:
                emitter.stack.pop()
            case Special.DUP:
                emitter.stack.append(self._without_definition(len(emitter.stack) - 1))
            case Special.CONST_I32:
                emitter.stack.append(Known(int(decoded.immediates[0]) & 0xFFFFFFFF, MachineClass.I32))
            case Special.CONST_F64:
                emitter.stack.append(Known(_f64_bits(float(decoded.immediates[0])), MachineClass.F64))
            case Special.CONST_TRUE | Special.CONST_FALSE:
                emitter.stack.append(Known(int(effect is Special.CONST_TRUE), MachineClass.BOOL))
            case Special.CONST_STRING:
                emitter.stack.append(Known(int(decoded.immediates[0]), MachineClass.REFERENCE))
            case Special.LOAD_LOCAL:
                local = int(decoded.immediates[0])
                emitter.stack.append(InSlot(local, emitter.slot_classes[local]))
            case Special.STORE_LOCAL:
                self._store_local(int(decoded.immediates[0]))
            case Special.LOAD_GLOBAL:
                self._load_global(int(decoded.immediates[0]))
            case Special.STORE_GLOBAL:
                emitter.emit(control(Control.STORE_GLOBAL), (emitter.pop_slot(),), int(decoded.immediates[0]))
            case Special.JUMP:
                emitter.settle()
                emitter.emit(control(Control.JUMP), target=decoded.target)
            case Special.JUMP_IF_TRUE | Special.JUMP_IF_FALSE:
                self._branch(decoded, effect is Special.JUMP_IF_TRUE)
            case Special.CALL:
                self._call(decoded)
            case Special.RETURN:
                emitter.emit(control(Control.RETURN), (emitter.pop_slot(),))
            case Special.RETURN_VOID:
                emitter.emit(control(Control.RETURN_VOID))
            case Special.NATIVE_CALL:
                self._compute(decoded, NATIVES[int(decoded.immediates[0])])
            case Special.THROW:
                emitter.emit(control(Control.THROW), (emitter.pop_slot(),))
            case Special.TRY:
                emitter.settle()
                self._note_guards()
                self.tries = (*self.tries, OpenTry(decoded.target, len(emitter.stack)))
            case Special.END_TRY:
                self._note_guards()
                self.tries = self.tries[:-1]
            case Special.SPAWN:
                self._spawn(decoded)
            case Special.AWAIT:
                self._await(decoded)
            case Special.YIELD:
                self._note_live(len(emitter.instructions), decoded.offset)
                emitter.emit(control(Control.YIELD))
                self._note_live(len(emitter.instructions), decoded.next_offset)
            case _:
                raise AssertionError(effect)

    def _without_definition(self, position: int) -> InSlot | Known:
        value = self.emitter.stack[position]
        if isinstance(value, InSlot):
            value = replace(value, definition=-1)
            self.emitter.stack[position] = value
        return value

    def _store_local(self, local: int) -> None:
        emitter = self.emitter
        value = emitter.stack.pop()
        emitter.settle_local(local)
        if not (isinstance(value, InSlot) and value.slot == local):
            emitter.move_to(value, local)

    def _load_global(self, index: int) -> None:
        value_type = self.module.globals[index].type
        reference = is_reference(value_type)
        slot = self.emitter.push_result(machine_class(value_type))
        kind = Control.LOAD_GLOBAL_REFERENCE if reference else Control.LOAD_GLOBAL
        self.emitter.emit(control(kind), (slot,), index)

    def _branch(self, decoded: Decoded, sense: bool) -> None:
        emitter = self.emitter
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
        last = len(emitter.instructions) - 1
        if value.definition != last or last < emitter.block_start or value.slot < emitter.local_count:
            return None
        comparison = emitter.instructions[last]
        kind = comparison.operation.kind
        operation = branch(kind, sense) if isinstance(kind, Compute) else None
        if operation is None:
            return None
        emitter.instructions.pop()
        del self.guards[last:]
        return replace(comparison, operation=operation, slots=comparison.slots[1:])

    def _move_arguments(self, count: int) -> dict[int, MachineClass]:
        """Pop the arguments of a call into the outgoing slots; gives the classes of those."""
        emitter = self.emitter
        first = len(emitter.stack) - count
        arguments = emitter.stack[first:]
        # From the last to the first: the last was computed most recently, so that it can still be redirected.
        for position in reversed(range(count)):
            emitter.stack.pop()
            emitter.move_to(arguments[position], OUTGOING + position)
        self.outgoing = max(self.outgoing, count)
        return {OUTGOING + position: argument.machine_class for position, argument in enumerate(arguments)}

    def _call(self, decoded: Decoded) -> None:
        emitter = self.emitter
        callee = self.module.functions[int(decoded.immediates[0])]
        self._move_arguments(len(callee.parameter_types))
        self._note_live(len(emitter.instructions), decoded.next_offset)
        own_index = len(emitter.instructions) << 32
        if callee.result is None:
            emitter.emit(control(Control.CALL_VOID), (), own_index | int(decoded.immediates[0]))
        else:
            slot = emitter.push_result(machine_class(callee.result))
            emitter.emit(control(Control.CALL), (slot,), own_index | int(decoded.immediates[0]))

    def _spawn(self, decoded: Decoded) -> None:
        emitter = self.emitter
        function, count = (int(item) for item in decoded.immediates)
        outgoing = self._move_arguments(count)
        self._note_live(len(emitter.instructions), decoded.offset)
        self.live[len(emitter.instructions)].update(outgoing)
        slot = emitter.push_result(MachineClass.REFERENCE)
        emitter.emit(control(Control.SPAWN), (slot,), count << 32 | function)
        self._note_live(len(emitter.instructions), decoded.next_offset)

    def _await(self, decoded: Decoded) -> None:
        emitter = self.emitter
        self._note_live(len(emitter.instructions), decoded.offset)
        task = emitter.pop_slot()
        if decoded.offset in self.verified.result_types:
            slot = emitter.push_result(self._pushed_class(decoded))
            emitter.emit(control(Control.AWAIT), (slot, task))
        else:
            emitter.emit(control(Control.AWAIT_VOID), (task,))

    def _handler_entries(self) -> None:
        """Entries of handlers stand at the end, unguarded by the handler's own range: catch, charge, jump to the
        handler.
        """
        emitter = self.emitter
        for offset, charge in self.charges.handlers.items():
            emitter.offset = offset
            state = self.verified.blocks[offset]
            self.tries = state.open_tries
            emitter.start_block([machine_class(item) for item in state.stack])
            error = emitter.home(len(state.stack) - 1, MachineClass.REFERENCE)
            self.handler_entries[offset] = len(emitter.instructions)
            live_without_error = emitter.stack.pop()
            self._note_live(len(emitter.instructions), offset)
            emitter.stack.append(live_without_error)
            emitter.emit(control(Control.CATCH), (error,), charge)
            self._note_live(len(emitter.instructions), offset)
            emitter.emit(control(Control.JUMP), target=offset)
            self._note_guards()

    def _finish(self) -> PreparedFunction:
        emitter = self.emitter
        slot_count = len(emitter.slot_classes)
        if slot_count + HEADER_SLOTS + self.outgoing > MAX_SLOT:
            raise VerifyError(
                f"the function needs more than {MAX_SLOT} slots for locals, stack and arguments", self.index
            )
        move = slot_count + HEADER_SLOTS - OUTGOING

        def final(slot: int) -> int:
            return slot + move if slot >= OUTGOING else slot

        return PreparedFunction(
            index=self.index,
            verified=self.verified,
            instructions=tuple(
                replace(
                    item,
                    slots=tuple(final(slot) for slot in item.slots),
                    target=-1 if item.target < 0 else self.starts[item.target],
                )
                for item in emitter.instructions
            ),
            slot_classes=tuple(emitter.slot_classes),
            slot_count=slot_count,
            outgoing=self.outgoing,
            entry_charge=self.charges.entry,
            handlers=self._handler_ranges(),
            live={
                index: tuple((final(slot), item) for slot, item in sorted(slots.items()))
                for index, slots in self.live.items()
            },
            loops=tuple(self.loops),
            first_loop=self.first_loop,
        )

    def _handler_ranges(self) -> tuple[Handler, ...]:
        ranges: list[Handler] = []
        start = 0
        for index in range(1, len(self.guards) + 1):
            if index == len(self.guards) or self.guards[index] != self.guards[start]:
                if self.guards[start] >= 0:
                    ranges.append(Handler(start, index, self.handler_entries[self.guards[start]]))
                start = index
        return tuple(ranges)


def _f64_bits(value: float) -> int:
    return int.from_bytes(struct.pack("<d", value), "little")
