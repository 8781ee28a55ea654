"""The instructions of one function while it is being prepared: slots, the virtual stack, emission and patching.

Invariants:
- a value at stack position `p` is a constant, or in the home slot of a position not above `p`, or in a local's slot;
- before a local is stored, values on the stack that are that local are moved to their home slots;
- outgoing parameters have provisional slot numbers from `OUTGOING` on until the number of slots is known.
"""

from __future__ import annotations

from plait.prepare.budget import PrepareBudget
from plait.prepare.operations import Alternative, Compute, Control, Joined, MachineClass, Operation, control
from plait.prepare.prepared import PreparedInstruction
from plait.prepare.stack_values import InSlot, Known, StackValue

OUTGOING = 1 << 20

DEFINES = (Control.CALL, Control.CALL_DYNAMIC, Control.MOVE, Control.LOAD_GLOBAL)
"""Control operations whose first slot is a result that may be redirected."""


class Emitter:
    """Collects prepared instructions and the virtual operand stack of one function."""

    def __init__(self, local_classes: list[MachineClass], budget: PrepareBudget) -> None:
        self.budget = budget
        self.instructions: list[PreparedInstruction] = []
        self.slot_classes = list(local_classes)
        self.local_count = len(local_classes)
        self.stack: list[StackValue] = []
        self.block_start = 0
        self.offset = 0
        self.redirected: dict[int, int] = {}
        """The slots that definitions write to instead of the home slots of their values."""
        self._homes: dict[tuple[int, MachineClass], int] = {}

    def home(self, position: int, machine_class: MachineClass) -> int:
        """The slot in which values of a class at a stack position are kept."""
        key = position, machine_class
        home = self._homes.get(key)
        if home is None:
            home = self._homes[key] = len(self.slot_classes)
            self.slot_classes.append(machine_class)
        return home

    def emit(self, operation: Operation, slots: tuple[int, ...] = (), immediate: int = 0, target: int = -1) -> int:
        """Append an instruction and give its index."""
        self.instructions.append(PreparedInstruction(operation, slots, immediate, target, self.offset))
        return len(self.instructions) - 1

    def push_result(self, machine_class: MachineClass) -> int:
        """Push the result of the instruction emitted next; gives the slot it must use."""
        slot = self.home(len(self.stack), machine_class)
        self.stack.append(InSlot(slot, machine_class, len(self.instructions)))
        return slot

    def pop_slot(self) -> int:
        """Pop a value and give a slot that holds it."""
        value = self.stack.pop()
        return self._into_home(value, len(self.stack)) if isinstance(value, Known) else value.slot

    def put_in_slot(self, position: int) -> None:
        """Make a stack value that is a constant one that is in its home slot."""
        value = self.stack[position]
        if isinstance(value, Known):
            self.stack[position] = InSlot(self._into_home(value, position), value.machine_class)

    def start_block(self, classes: list[MachineClass]) -> None:
        """Begin a block in which the stack values are in their home slots."""
        self.budget.spend_steps(len(classes))
        self.stack = [InSlot(self.home(position, item), item) for position, item in enumerate(classes)]
        self.block_start = len(self.instructions)

    def swap(self) -> None:
        """Exchange the two topmost values; both keep to the slots that values at their positions may be in."""
        top = len(self.stack) - 1
        below, above = self.stack[top - 1], self.stack[top]
        if isinstance(above, InSlot) and above.slot >= self.local_count:
            spare = self.home(top + 1, above.machine_class)
            self.emit(control(Control.MOVE), (spare, above.slot))
            above = InSlot(spare, above.machine_class)
        if isinstance(below, InSlot) and below.slot >= self.local_count:
            below = InSlot(self._into_home(below, top), below.machine_class)
        if isinstance(above, InSlot) and above.slot >= self.local_count:
            above = InSlot(self._into_home(above, top - 1), above.machine_class)
        self.stack[top - 1], self.stack[top] = above, below

    def settle(self) -> None:
        """Move every stack value to its home slot."""
        self.budget.spend_steps(len(self.stack))
        for position, value in enumerate(self.stack):
            home = self.home(position, value.machine_class)
            if isinstance(value, Known) or value.slot != home:
                self._into_home(value, position)
            self.stack[position] = InSlot(home, value.machine_class)

    def settle_local(self, local: int) -> None:
        """Move the stack values that are the local to their home slots, because the local is about to change."""
        self.budget.spend_steps(len(self.stack))
        for position, value in enumerate(self.stack):
            if isinstance(value, InSlot) and value.slot == local:
                self.stack[position] = InSlot(self._into_home(value, position), value.machine_class)

    def move_to(self, value: StackValue, slot: int) -> None:
        """Put a value just popped into a slot, by redirecting the instruction that computed it if that is possible."""
        if isinstance(value, Known):
            self._emit_constant(slot, value)
        elif self._can_redirect(value, slot):
            definition = self.instructions[value.definition]
            self.instructions[value.definition] = definition._replace(slots=(slot, *definition.slots[1:]))
            self.redirected[value.definition] = slot
        else:
            self.emit(control(Control.MOVE), (slot, value.slot))

    def _into_home(self, value: StackValue, position: int) -> int:
        home = self.home(position, value.machine_class)
        if isinstance(value, Known):
            self._emit_constant(home, value)
        else:
            self.emit(control(Control.MOVE), (home, value.slot))
        return home

    def _emit_constant(self, slot: int, value: Known) -> None:
        self.emit(control(Control.CONSTANT_STRING if value.is_string else Control.CONSTANT), (slot,), value.bits)

    def _can_redirect(self, value: InSlot, slot: int) -> bool:
        """Whether the definition can write to `slot`: nothing else uses its slot, nothing between could notice."""
        if value.definition < self.block_start or value.slot < self.local_count:
            return False
        self.budget.spend_steps(len(self.stack) + len(self.instructions) - value.definition)
        for other in self.stack:
            if isinstance(other, InSlot) and other.slot == value.slot:
                return False
        definition = self.instructions[value.definition]
        kind = definition.operation.kind
        if not isinstance(kind, Compute | Joined | Alternative) and kind not in DEFINES:
            return False
        between = self.instructions[value.definition + 1 :]
        return all(item.operation.is_quiet and slot not in item.slots for item in between)
