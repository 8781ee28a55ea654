"""Preparing calls, tasks, and what is made of several values: everything that goes through the outgoing slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plait.bytecode.module import FIRST_HOST_ID
from plait.isa.instruction import BY_MNEMONIC, Special
from plait.isa.resolvers import BY_NAME, EXPECTED
from plait.isa.value_types import GENERAL_CLOSURE, TupleType
from plait.memory.layouts import type_info_offset
from plait.prepare.emitter import OUTGOING
from plait.prepare.operations import Control, MachineClass, compute, control, machine_class
from plait.verify.verified import Decoded

if TYPE_CHECKING:
    from plait.prepare.translator import Translator


def call(translator: Translator, decoded: Decoded) -> None:
    """CALL: a function of the module."""
    function, count = (int(item) for item in decoded.immediates)
    move_arguments(translator, count)
    direct_call(translator, decoded, function)


def call_static(translator: Translator, decoded: Decoded) -> None:
    """CALL_STATIC: the class says which function."""
    number, slot, count = (int(item) for item in decoded.immediates)
    move_arguments(translator, count)
    direct_call(translator, decoded, translator.program.class_of(number).static_methods[slot])


def call_super(translator: Translator, decoded: Decoded) -> None:
    """CALL_SUPER: the method table of the named class says which function."""
    number, slot, count = (int(item) for item in decoded.immediates)
    move_arguments(translator, count + 1)
    check_receiver(translator)
    direct_call(translator, decoded, translator.program.class_of(number).methods[slot])


def call_method(translator: Translator, decoded: Decoded) -> None:
    """CALL_METHOD: a direct call when all classes that the object can have agree on the function."""
    number, slot, count = (int(item) for item in decoded.immediates)
    move_arguments(translator, count + 1)
    target = translator.program.only_target(number, slot)
    if target is not None:
        check_receiver(translator)
        direct_call(translator, decoded, target)
    else:
        dynamic_call(translator, decoded, resolve(translator, "resolve.method", 4 * slot))


def call_interface(translator: Translator, decoded: Decoded) -> None:
    """CALL_INTERFACE: through an inline cache."""
    interface, member, count = (int(item) for item in decoded.immediates)
    move_arguments(translator, count + 1)
    cache = translator.program.tables.next_cache(interface, member)
    dynamic_call(translator, decoded, resolve(translator, "resolve.interface", cache))


def call_closure(translator: Translator, decoded: Decoded) -> None:
    """CALL_CLOSURE: the closure is the first argument."""
    move_arguments(translator, int(decoded.immediates[0]) + 1)
    dynamic_call(translator, decoded, resolve(translator, "resolve.closure", 0))


def call_expected(translator: Translator, decoded: Decoded) -> None:
    """CALL_EXPECTED: a closure, of which the compiler is told the function that it probably is of."""
    function, count = (int(item) for item in decoded.immediates)
    move_arguments(translator, count + 1)
    dynamic_call(translator, decoded, resolve(translator, EXPECTED, function))


def call_general(translator: Translator, decoded: Decoded) -> None:
    """CALL_GENERAL: the closure, which is on top, is the first argument; what is not given is filled."""
    emitter = translator.emitter
    is_expected = decoded.instruction.effect is Special.CALL_GENERAL_EXPECTED
    count = int(decoded.immediates[-1])
    closure = emitter.stack.pop()
    emitter.move_to(closure, OUTGOING)
    move_arguments(translator, count + 1, first=1)
    emitter.emit(control(Control.PAD), (), count)
    translator.outgoing = max(translator.outgoing, 1 + len(GENERAL_CLOSURE.parameters))
    resolver, function = (EXPECTED, int(decoded.immediates[0])) if is_expected else ("resolve.closure", 0)
    dynamic_call(translator, decoded, resolve(translator, resolver, function))


def call_constructor(translator: Translator, decoded: Decoded) -> None:
    """CALL_CONSTRUCTOR: the object is made when the arguments are there; it is the result."""
    emitter = translator.emitter
    number, count = (int(item) for item in decoded.immediates)
    arguments = move_arguments(translator, count, first=1)
    translator.note_live(len(emitter.instructions), decoded.offset)
    translator.live[len(emitter.instructions)].update(arguments)
    slot = emitter.push_result(MachineClass.REFERENCE)
    operation = compute(BY_MNEMONIC["NEW_OBJECT"], None)
    assert operation is not None
    emitter.emit(operation, (slot,), type_info_offset(number))
    constructor = translator.program.class_of(number).constructor
    if constructor is not None:
        translator.without_definition(len(emitter.stack) - 1)
        emitter.emit(control(Control.MOVE), (OUTGOING, slot))
        direct_call(translator, decoded, constructor)


def make_closure(translator: Translator, decoded: Decoded) -> None:
    """MAKE_CLOSURE: an object of what is captured."""
    function, count = (int(item) for item in decoded.immediates)
    body = translator.module.functions[function]
    assert body.captures is not None
    info = translator.program.tables.closure_info(function, body.parameter_types[0], body.captures)
    pack(translator, decoded, Control.PACK, count, info)


def new_tuple(translator: Translator, decoded: Decoded) -> None:
    """NEW_TUPLE: an object of the elements."""
    named = translator.module.types[int(decoded.immediates[0])]
    assert isinstance(named, TupleType)
    pack(translator, decoded, Control.PACK, int(decoded.immediates[1]), translator.program.tables.tuple_info(named))


def new_array_of(translator: Translator, decoded: Decoded) -> None:
    """NEW_ARRAY_OF: an array of the elements."""
    element, count = (int(item) for item in decoded.immediates)
    word = translator.program.tables.array_word(translator.module.types[element])
    pack(translator, decoded, Control.PACK_ARRAY, count, word)


def pack(translator: Translator, decoded: Decoded, kind: Control, count: int, word: int) -> None:
    """Make what holds the `count` topmost values: an object with a type info, or an array with a type word."""
    emitter = translator.emitter
    outgoing = move_arguments(translator, count)
    translator.note_live(len(emitter.instructions), decoded.offset)
    translator.live[len(emitter.instructions)].update(outgoing)
    slot = emitter.push_result(MachineClass.REFERENCE)
    emitter.emit(control(kind), (slot,), count << 32 | word)


def call_host(translator: Translator, decoded: Decoded) -> None:
    """NATIVE_CALL of an import: the frame stops before it and does it again when the host has answered."""
    emitter = translator.emitter
    native, count = (int(item) for item in decoded.immediates)
    imported = translator.module.imports[native - FIRST_HOST_ID]
    outgoing = move_arguments(translator, count)
    translator.note_live(len(emitter.instructions), decoded.offset)
    translator.live[len(emitter.instructions)].update(outgoing)
    immediate = count << 32 | native - FIRST_HOST_ID
    if imported.result is None:
        emitter.emit(control(Control.CALL_HOST_VOID), (), immediate)
    else:
        slot = emitter.push_result(machine_class(imported.result))
        emitter.emit(control(Control.CALL_HOST), (slot,), immediate)


def spawn(translator: Translator, decoded: Decoded) -> None:
    """SPAWN: a function of the module."""
    emitter = translator.emitter
    function, count = (int(item) for item in decoded.immediates)
    outgoing = move_arguments(translator, count)
    translator.note_live(len(emitter.instructions), decoded.offset)
    translator.live[len(emitter.instructions)].update(outgoing)
    slot = emitter.push_result(MachineClass.REFERENCE)
    emitter.emit(control(Control.SPAWN), (slot,), count << 32 | function)
    translator.note_live(len(emitter.instructions), decoded.next_offset)


def spawn_method(translator: Translator, decoded: Decoded) -> None:
    """SPAWN_METHOD: the method that the object's class has."""
    _, slot, count = (int(item) for item in decoded.immediates)
    outgoing = move_arguments(translator, count + 1)
    spawn_dynamic(translator, decoded, resolve(translator, "resolve.method", 4 * slot), outgoing)


def spawn_closure(translator: Translator, decoded: Decoded) -> None:
    """SPAWN_CLOSURE: the closure is the first argument."""
    outgoing = move_arguments(translator, int(decoded.immediates[0]) + 1)
    spawn_dynamic(translator, decoded, resolve(translator, "resolve.closure", 0), outgoing)


def spawn_dynamic(translator: Translator, decoded: Decoded, function: int, outgoing: dict[int, MachineClass]) -> None:
    """Start the function whose index is in a slot as a task."""
    emitter = translator.emitter
    translator.note_live(len(emitter.instructions), decoded.offset)
    translator.live[len(emitter.instructions)].update({**outgoing, function: MachineClass.I32})
    slot = emitter.push_result(MachineClass.REFERENCE)
    emitter.emit(control(Control.SPAWN_DYNAMIC), (slot, function), len(outgoing) << 32)
    translator.note_live(len(emitter.instructions), decoded.next_offset)


def direct_call(translator: Translator, decoded: Decoded, function: int) -> None:
    """Call a function of the module whose arguments are in the outgoing slots."""
    emitter = translator.emitter
    callee = translator.module.functions[function]
    translator.note_live(len(emitter.instructions), decoded.next_offset)
    immediate = len(emitter.instructions) << 32 | function
    if callee.result is None:
        emitter.emit(control(Control.CALL_VOID), (), immediate)
    else:
        slot = emitter.push_result(machine_class(callee.result))
        emitter.emit(control(Control.CALL), (slot,), immediate)


def dynamic_call(translator: Translator, decoded: Decoded, function: int) -> None:
    """Call the function whose index is in a slot; its arguments are in the outgoing slots."""
    emitter = translator.emitter
    signature = translator.verified.call_signatures[decoded.offset]
    translator.note_live(len(emitter.instructions), decoded.next_offset)
    immediate = len(emitter.instructions) << 32 | translator.program.signature_index(signature)
    if signature.result is None:
        emitter.emit(control(Control.CALL_DYNAMIC_VOID), (function,), immediate)
    else:
        slot = emitter.push_result(machine_class(signature.result))
        emitter.emit(control(Control.CALL_DYNAMIC), (slot, function), immediate)


def resolve(translator: Translator, resolver: str, immediate: int) -> int:
    """Find the function to call on the first outgoing slot; the slot that holds its index until the call."""
    emitter = translator.emitter
    slot = emitter.home(len(emitter.stack), MachineClass.I32)
    operation = compute(BY_NAME[resolver], None)
    assert operation is not None
    emitter.emit(operation, (slot, OUTGOING), immediate)
    return slot


def check_receiver(translator: Translator) -> None:
    """Throw NULL_REFERENCE when the first outgoing slot is null."""
    check_not_null(translator, OUTGOING)


def check_not_null(translator: Translator, slot: int) -> None:
    """Throw NULL_REFERENCE when a slot is null."""
    operation = compute(BY_MNEMONIC["CHECK_NULL"], None)
    assert operation is not None
    translator.emitter.emit(operation, (slot, slot))


def move_arguments(translator: Translator, count: int, first: int = 0) -> dict[int, MachineClass]:
    """Pop arguments into the outgoing slots from `first` on; gives the classes of those."""
    emitter = translator.emitter
    bottom = len(emitter.stack) - count
    arguments = emitter.stack[bottom:]
    # From the last to the first: the last was computed most recently, so that it can still be redirected.
    for position in reversed(range(count)):
        emitter.stack.pop()
        emitter.move_to(arguments[position], OUTGOING + first + position)
    translator.outgoing = max(translator.outgoing, first + count)
    return {OUTGOING + first + position: argument.machine_class for position, argument in enumerate(arguments)}
