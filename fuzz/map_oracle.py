"""Proves the maps of live slots of a prepared module, by other means than those by which they were made.

A forward analysis over prepared code follows which slots hold a value, and of which class, on every path. Where a frame
can be found stopped, only what the map names is still good afterwards: the collector does not follow the rest, and
compiled code does not write it. So three things are wrong, and all of them are found: a map that names what some path
has not written, a map that lacks what is read later, and a place without a map at which a frame can stop.

It cannot find: a value of the right class that is the wrong value; what the collector, the compiled code and the
interpreter make of a map; a stop that `_stops_before` and `_resumes_after` do not know of.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TypeAlias

from plait.bytecode.module import Module
from plait.isa.instruction import Flags
from plait.isa.value_types import GENERAL_ARGUMENTS, ValueType
from plait.memory.layouts import FIRST_NUMBER, FIRST_REFERENCE
from plait.prepare.operations import (
    Alternative,
    Branch,
    Compute,
    Control,
    Joined,
    MachineClass,
    machine_class,
    result_class,
)
from plait.prepare.prepared import HEADER_SLOTS, PreparedFunction, PreparedInstruction, PreparedModule
from plait.prepare.stack_maps import StackMap, StackMaps
from plait.prepare.stack_values import InSlot, StackValue
from plait.prepare.translate import prepare
from plait.verify import verify


class Constant(Enum):
    """What a constant is to the collector."""

    HARMLESS = auto()
    """It passes over the bits, whatever they are taken for."""
    BITS = auto()
    """It must not take them for a reference."""


Held: TypeAlias = MachineClass | Constant
"""What a slot holds: a value of a class, or a constant."""

State: TypeAlias = dict[int, Held]
"""The slots that hold something on every path."""

CALLS = (Control.CALL, Control.CALL_VOID, Control.CALL_DYNAMIC, Control.CALL_DYNAMIC_VOID)
SPAWNS = (Control.SPAWN, Control.SPAWN_DYNAMIC)
TAKES_OUTGOING = (*SPAWNS, Control.PACK, Control.PACK_ARRAY, Control.CALL_HOST, Control.CALL_HOST_VOID)
ENDS = (Control.JUMP, Control.RETURN, Control.RETURN_VOID, Control.THROW)
STOPS = Flags.ALLOCATES | Flags.FLUSHES | Flags.WAITS
ANY_SLOT = MachineClass.WORD


def wrong_maps(module: Module) -> list[str]:
    """What is wrong with the maps of a module, in words. Raises `VerifyError` for one that is refused."""
    return wrong_prepared_maps(prepare(verify(module)))


def wrong_prepared_maps(module: PreparedModule) -> list[str]:
    """The same for a module that has been prepared."""
    return [text for function in module.functions for text in _Function(module, function).wrong()]


def wrong_stack_maps(module: PreparedModule) -> list[str]:
    """What is wrong with where debuggers look for operands, in words: between two steps, and where a frame stops."""
    maps = StackMaps(module)
    return [
        text
        for function in module.functions
        for text in _Function(module, function).wrong_stacks(maps.of(function.index))
    ]


class _Function:
    """The analysis of one function."""

    def __init__(self, module: PreparedModule, function: PreparedFunction) -> None:
        self.module = module
        self.function = function
        self.instructions = function.instructions
        self.first_outgoing = function.slot_count + HEADER_SLOTS
        self.states: dict[int, State] = {}
        self.pending: list[int] = []
        self.resumed = {0} | {
            index + 1 for index, item in enumerate(self.instructions) if _resumes_after(item.operation.kind)
        }

    def wrong(self) -> list[str]:
        """What is wrong, with the name of the function and the index of the instruction."""
        self._run()
        found: list[str] = []
        for index in sorted(self.states):
            found += self._wrong_at(index)
        return self._named(found)

    def wrong_stacks(self, maps: StackMap) -> list[str]:
        """The same for the operands of debuggers."""
        self._run()
        found: list[str] = []
        for index in sorted(self.states):
            offset = self.instructions[index].offset
            if self._is_stepped_to(index):
                stack = maps.stacks.get(maps.fused.get(offset, offset), ())
                found += self._wrong_operands(f"stepping to {index}", stack, self.states[index])
            if index in self.function.live:
                kept: State = dict(self.function.live[index])
                found += self._wrong_operands(f"stopped at {index}", maps.stops[index], kept)
        return self._named(found)

    def _is_stepped_to(self, index: int) -> bool:
        """Whether a debugger can see a frame here that is not stopped: in front of an instruction of the bytecode.

        Where it is stopped, operands that its map does not name are not looked for.
        """
        item = self.instructions[index]
        is_first = index == 0 or self.instructions[index - 1].offset != item.offset
        is_stop = index in self.function.live and item.operation.kind not in CALLS
        return is_first and not is_stop and self.function.handler_at(index) != index

    def _wrong_operands(self, where: str, stack: tuple[StackValue, ...], state: State) -> list[str]:
        return [
            f"{where}, an operand is looked for in slot {value.slot}, which may hold {state.get(value.slot)}"
            for value in stack
            if isinstance(value, InSlot) and not _is_of(state.get(value.slot, Constant.BITS), value.machine_class)
        ]

    def _named(self, found: list[str]) -> list[str]:
        name = self.function.verified.function.name
        return [f"{name}: {text}" for text in found]

    def _run(self) -> None:
        parameters = self.function.verified.function.parameter_types
        self._flow(0, {slot: machine_class(item) for slot, item in enumerate(parameters)})
        while self.pending:
            self._step(self.pending.pop())

    def _step(self, index: int) -> None:
        item = self.instructions[index]
        kind = item.operation.kind
        before = self._at_start(index)
        kept = self._over_call(index, before) if kind in CALLS or isinstance(kind, Alternative) else before
        handler = self.function.handler_at(index)
        if handler >= 0:
            self._flow(handler, kept)
        after = dict(kept)
        if kind is Control.PAD:
            after.update(self._padding(item.immediate))
        slot = _written_slot(item)
        if slot is not None:
            after[slot] = self._written(item, before)
        if item.target >= 0:
            self._flow(item.target, after)
        if kind not in ENDS:
            self._flow(index + 1, after)

    def _flow(self, index: int, state: State) -> None:
        old = self.states.get(index)
        new = dict(state) if old is None else _meet(old, state)
        if new != old:
            self.states[index] = new
            self.pending.append(index)

    def _at_start(self, index: int) -> State:
        """What is good when the instruction begins: it may begin after a stop."""
        state = self.states[index]
        kind = self.instructions[index].operation.kind
        if index in self.resumed or (kind not in CALLS and _stops_before(kind)):
            return self._through_map(index, state)
        return state

    def _over_call(self, index: int, state: State) -> State:
        """What is good after a call: its frame lay over the outgoing slots, and may have stopped."""
        kept = self._through_map(index, state)
        return {slot: held for slot, held in kept.items() if slot < self.first_outgoing}

    def _through_map(self, index: int, state: State) -> State:
        named = {slot for slot, _ in self.function.live.get(index, ())}
        return {slot: held for slot, held in state.items() if slot in named}

    def _wrong_at(self, index: int) -> list[str]:
        item = self.instructions[index]
        kind = item.operation.kind
        where = f"{index} ({item.operation.name})"
        found: list[str] = []
        if (index in self.resumed or _stops_before(kind)) and index not in self.function.live:
            found.append(f"a frame can stop at {where}, which has no map")
        found += [f"the map at {where} {text}" for text in self._wrong_names(index)]
        good = self._at_start(index)
        found += [f"{where} reads slot {slot}, which may hold nothing" for slot in self._read(item) if slot not in good]
        found += [f"{where} {text}" for text in self._wrong_result(item, good)]
        return found

    def _wrong_names(self, index: int) -> list[str]:
        """What is wrong with what a map names. That of a call is read while its frame lies over the outgoing slots."""
        found: list[str] = []
        state = self.states[index]
        is_call = self.instructions[index].operation.kind in CALLS
        for slot, item in self.function.live.get(index, ()):
            if slot not in state or (is_call and slot >= self.first_outgoing):
                found.append(f"names slot {slot}, which may hold nothing")
            elif not _is_of(state[slot], item):
                found.append(f"takes slot {slot} for {item}, which may hold {state[slot]}")
            elif slot < self.function.slot_count and self.function.slot_classes[slot] is not item:
                found.append(f"takes slot {slot} for {item}, which is one of {self.function.slot_classes[slot]}")
        return found

    def _wrong_result(self, item: PreparedInstruction, good: State) -> list[str]:
        """Whether the instruction writes what its slot is not for. A missing operand is told elsewhere."""
        slot = _written_slot(item)
        if slot is None or slot >= self.first_outgoing or any(read not in good for read in self._read(item)):
            return []
        held, wanted = self._written(item, good), self.function.slot_classes[slot]
        return [] if _is_of(held, wanted) else [f"writes {held} to a slot of {wanted}"]

    def _read(self, item: PreparedInstruction) -> list[int]:
        """The slots that an instruction reads."""
        kind = item.operation.kind
        slots = list(item.slots) if _written_slot(item) is None else list(item.slots[1:])
        outgoing = range(self.first_outgoing, self.first_outgoing + self._argument_count(item))
        return slots + list(outgoing) if kind in CALLS or kind in TAKES_OUTGOING else slots

    def _padding(self, count: int) -> State:
        """What fills the outgoing slots behind so many arguments."""
        first = self.first_outgoing + 2
        filled: State = {first + number: Constant.HARMLESS for number in range(count, GENERAL_ARGUMENTS + 1)}
        return {**filled, first + GENERAL_ARGUMENTS + 1: Constant.BITS}

    def _argument_count(self, item: PreparedInstruction) -> int:
        number = item.immediate & 0xFFFFFFFF
        match item.operation.kind:
            case Control.CALL | Control.CALL_VOID:
                return len(self.module.functions[number].verified.function.parameter_types)
            case Control.CALL_DYNAMIC | Control.CALL_DYNAMIC_VOID:
                return len(self.module.layout.signatures[number].parameters)
            case _:
                return item.immediate >> 32

    def _written(self, item: PreparedInstruction, before: State) -> Held:
        """What an instruction writes to its first slot."""
        slot = item.slots[0]
        held = self._result(item, before)
        if slot >= self.function.slot_count:
            return held
        wanted = self.function.slot_classes[slot]
        return wanted if held is ANY_SLOT or (held is Constant.BITS and not wanted.is_traced) else held

    def _result(self, item: PreparedInstruction, before: State) -> Held:
        slot, number = item.slots[0], item.immediate & 0xFFFFFFFF
        match item.operation.kind:
            case Compute(entry) | Alternative(entry):
                return result_class(entry) or ANY_SLOT
            case Joined(_, second):
                return result_class(second.entry) or ANY_SLOT
            case Control.CONSTANT_STRING:
                is_word = slot >= self.function.slot_count or self.function.slot_classes[slot] is MachineClass.ANY
                return ANY_SLOT if is_word else MachineClass.REFERENCE
            case Control.MOVE:
                return before.get(item.slots[1], Constant.BITS)
            case Control.CONSTANT:
                return _constant(item.immediate)
            case Control.LOAD_GLOBAL:
                return machine_class(self.module.layout.global_types[item.immediate])
            case Control.CALL:
                return _class_of(self.module.functions[number].verified.function.result)
            case Control.CALL_DYNAMIC:
                return self.module.layout.signatures[number].result or ANY_SLOT
            case Control.CATCH:
                return MachineClass.ANY
            case Control.CALL_HOST:
                return _class_of(self.module.verified.module.imports[number].result)
            case Control.AWAIT:
                return ANY_SLOT
            case _:
                return MachineClass.REFERENCE


WRITES = (
    *SPAWNS,
    Control.MOVE,
    Control.CONSTANT,
    Control.CONSTANT_STRING,
    Control.LOAD_GLOBAL,
    Control.CALL,
    Control.CALL_DYNAMIC,
    Control.CALL_HOST,
    Control.PACK,
    Control.PACK_ARRAY,
    Control.CATCH,
    Control.AWAIT,
)
"""Control operations whose first slot is a result."""


def _written_slot(item: PreparedInstruction) -> int | None:
    match item.operation.kind:
        case Compute(entry):
            return None if result_class(entry) is None else item.slots[0]
        case Joined():
            return item.slots[0]
        case Alternative() as kind:
            return item.slots[0] if kind.gives_result else None
        case Branch():
            return None
        case kind:
            return item.slots[0] if kind in WRITES else None


def _stops_before(kind: object) -> bool:
    """Whether a frame can be found about to do the operation, or in the middle of it when it is a call."""
    if isinstance(kind, Compute):
        return bool(kind.entry.flags & STOPS)
    if isinstance(kind, Alternative):
        return True
    return kind in (*CALLS, *TAKES_OUTGOING, Control.CATCH, Control.AWAIT, Control.AWAIT_VOID, Control.YIELD)


def _resumes_after(kind: object) -> bool:
    """Whether a frame can stop with the operation done."""
    return kind in (*SPAWNS, Control.CHARGE, Control.CHARGE_WORK, Control.CATCH, Control.YIELD)


def _class_of(result: ValueType | None) -> Held:
    return ANY_SLOT if result is None else machine_class(result)


def _meet(first: State, second: State) -> State:
    """What holds on both ways."""
    met: State = {}
    for slot in first.keys() & second.keys():
        one, other = first[slot], second[slot]
        if one is other or other is Constant.HARMLESS:
            met[slot] = one
        elif one is Constant.HARMLESS:
            met[slot] = other
    return met


def _is_of(held: Held, wanted: MachineClass) -> bool:
    """Whether what a slot holds is a value of the class, or may be taken for one."""
    if isinstance(held, Constant):
        return held is Constant.HARMLESS or not wanted.is_traced
    return held is wanted or held is ANY_SLOT


def _constant(bits: int) -> Constant:
    word = bits & (1 << 64) - 1
    return Constant.HARMLESS if word < FIRST_REFERENCE or word >= FIRST_NUMBER else Constant.BITS
