"""The interpreter: a loop over prepared code, generated as kernel source from the table of operations.

`interpret(frame, last, fuel)` continues the innermost frame until the frame `last` returns, and gives the remaining
fuel and the value; a negative number in place of the fuel means that the task has stopped (see `tasks.stops`). The
same source runs under CPython (the reference) and as native code.

What a case of the loop may use: `frame`, `pc` (the offset of the prepared instruction), `fuel`; it ends with
`continue`, or sets `outcome` and leaves the match for the part of the loop that deals with everything that is not
plain progress.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, assert_never, cast

from plait import kernel as kernel_language
from plait.isa.instruction import Flags
from plait.kernel import Kernel, as_kernel
from plait.kernel.types import MachineType
from plait.memory import frames, layouts
from plait.memory.errors import ErrorCode, Outcome
from plait.prepare.operations import (
    Alternative,
    Branch,
    Compute,
    Control,
    Joined,
    MachineClass,
    OperationKind,
    entry_name,
    has_immediates,
    operand_classes,
    operations,
    result_class,
)
from plait.runtime import errors as runtime_errors
from plait.runtime import pack as runtime_pack
from plait.tasks import scheduler, stops
from plait.vm import interpreter_control

if TYPE_CHECKING:
    from plait.kernel.tree import Signature

WIDTH = layouts.Prepared.SIZE
FIELD_OFFSETS = (2, 4, 6, 8, 10, 12, 14)

LOADS = {
    MachineClass.I32: "load_i32({})",
    MachineClass.I64: "load_i64({})",
    MachineClass.F64: "load_f64({})",
    MachineClass.BOOL: "load_u8({}) != 0",
    MachineClass.REFERENCE: "load_u32({})",
    MachineClass.ANY: "load_i64({})",
    MachineClass.WORD: "load_i64({})",
}
"""How a slot is read. A bool's slot is wholly 0 or 1."""

STORES = {
    MachineClass.I32: "store_i32({}, {})",
    MachineClass.I64: "store_i64({}, {})",
    MachineClass.F64: "store_f64({}, {})",
    MachineClass.BOOL: "store_i64({}, bool_to_i32({}))",
    MachineClass.REFERENCE: "store_i64({}, {})",
    MachineClass.ANY: "store_i64({}, {})",
    MachineClass.WORD: "store_i64({}, {})",
}
"""How a slot is written."""


def _interpret_kernel() -> Kernel:
    namespace: dict[str, object] = {}
    for source in (
        kernel_language,
        layouts,
        frames,
        stops,
        scheduler,
        runtime_errors,
        runtime_pack,
        interpreter_control,
    ):
        namespace.update(vars(source))
    namespace.update({"Outcome": Outcome, "ErrorCode": ErrorCode})
    for operation in operations():
        if isinstance(operation.kind, Compute | Branch | Alternative):
            namespace[_meaning_name(operation.kind)] = operation.kind.entry.meaning
    return Kernel.from_source(interpreter_source, "vm.interpreter.interpret", namespace, "<interpreter>")


@cache
def interpreter_source() -> str:
    """The source of the interpreter's loop."""
    lines = interpreter_control.PROLOGUE.rstrip().splitlines()
    for operation in operations():
        lines.append(f"            case {operation.number}:  # {operation.name}")
        lines.extend(" " * 16 + line for line in _case(operation.kind))
    lines.extend(interpreter_control.EPILOGUE.strip("\n").splitlines())
    return "\n".join(lines) + "\n"


def _case(kind: OperationKind) -> list[str]:
    match kind:
        case Control():
            return interpreter_control.CASES[kind].strip("\n").splitlines()
        case Compute():
            return _compute_case(kind)
        case Branch():
            return _branch_case(kind)
        case Joined():
            return _joined_case(kind)
        case Alternative():
            return _alternative_case(kind)
        case _:
            assert_never(kind)


def _meaning_name(kind: Compute | Branch | Alternative) -> str:
    return "meaning_" + entry_name(kind.entry).replace(".", "_")


def _field(index: int) -> str:
    return f"frame + load_u16(pc + {FIELD_OFFSETS[index]})"


def _arguments(kind: Compute | Branch | Alternative, first_field: int, given: Mapping[int, str]) -> str:
    """The operands, in order: those that are given, from the fields from `first_field` on, and the constant."""
    arguments: list[str] = []
    field = first_field
    parameters = _signature(kind).parameters
    for position, operand in enumerate(operand_classes(kind.entry)):
        if position in given:
            arguments.append(given[position])
            continue
        place = "pc + 8"
        if isinstance(kind, Alternative) or position != kind.constant:
            place = _field(field)
            field += 1
        loaded = LOADS[operand].format(place)
        parameter = parameters[position][1]
        arguments.append(loaded if isinstance(parameter, MachineType) else f"{parameter.__name__}({loaded})")
    if has_immediates(kind.entry):
        arguments.append("load_i32(pc + 8)")
    if kind.entry.flags & Flags.HAS_SITE:
        arguments.append("0")
    return ", ".join(arguments)


def _signature(kind: Compute | Branch | Alternative) -> Signature:
    assert kind.entry.meaning is not None
    return as_kernel(kind.entry.meaning).signature


def _stored(kind: Compute, result: MachineClass, value: str) -> str:
    """The statement that stores a result."""
    is_struct = not isinstance(_signature(kind).results[0], MachineType)
    return STORES[result].format(_field(0), f"address({value})" if is_struct else value)


def _compute_case(kind: Compute) -> list[str]:
    result = result_class(kind.entry)
    call = f"{_meaning_name(kind)}({_arguments(kind, 0 if result is None else 1, {})})"
    # A meaning that stores to the result's slot comes after all operands have been read.
    match result, kind.entry.has_outcome:
        case None, False:
            return [call, f"pc += {WIDTH}", "continue"]
        case None, True if kind.entry.flags & Flags.WORKS_SELDOM:
            # The charge for the work comes next.
            return [
                f"outcome = {call}",
                "if outcome == 0:",
                f"    pc += {2 * WIDTH}",
                "    continue",
                "if outcome == Outcome.WORKED:",
                f"    pc += {WIDTH}",
                "    continue",
            ]
        case None, True:
            return [f"outcome = {call}", "if outcome == 0:", f"    pc += {WIDTH}", "    continue"]
        case _, False:
            assert result is not None
            return [_stored(kind, result, call), f"pc += {WIDTH}", "continue"]
        case _:
            assert result is not None
            # A local has one type, and results of the same class may be different structs.
            variable = f"result_of_{_meaning_name(kind)}"
            stored = _stored(kind, result, variable)
            seldom = bool(kind.entry.flags & Flags.WORKS_SELDOM)
            lines = [f"{variable}, outcome = {call}"]
            lines += [
                "if outcome == 0:",
                f"    {stored}",
                f"    pc += {2 * WIDTH if seldom else WIDTH}",
                "    continue",
            ]
            if seldom:
                lines += ["if outcome == Outcome.WORKED:", f"    {stored}", f"    pc += {WIDTH}", "    continue"]
            return lines


def _joined_case(kind: Joined) -> list[str]:
    first, second = kind.first, kind.second
    inner = f"{_meaning_name(first)}({_arguments(first, 1, {})})"
    outer = f"{_meaning_name(second)}({_arguments(second, kind.second_slots, {kind.position: inner})})"
    result = result_class(second.entry)
    assert result is not None
    return [_stored(second, result, outer), f"pc += {WIDTH}", "continue"]


def _alternative_case(kind: Alternative) -> list[str]:
    """The native; where it declines, the operands go where the function that is called has its parameters."""
    name = _meaning_name(kind)
    first = 1 if kind.gives_result else 0
    seldom = bool(kind.entry.flags & Flags.WORKS_SELDOM)
    result = f"result_of_{name}"
    done = [] if kind.result is None else [STORES[kind.result].format(_field(0), result)]
    bits = f"bits_of({result})" if kind.result is MachineClass.F64 else result
    is_done = result if kind.result is None else f"{bits} != {kind.declined}"
    is_over = "outcome == 0 or outcome == Outcome.WORKED" if seldom else "outcome == 0"
    # The charge for the work comes next.
    step = f"pc += {2 * WIDTH} if outcome == 0 else {WIDTH}" if seldom else f"pc += {WIDTH}"
    call = f"{name}({_arguments(kind, first, {})})"
    return [
        *([f"{result}, outcome = {call}"] if kind.entry.has_outcome else [f"{result} = {call}", "outcome = 0"]),
        f"if {is_over}:",
        f"    if likely({is_done}):",
        *(f"        {line}" for line in done),
        f"        {step}",
        "        continue",
        *(
            f"    store_i64(frame_after(frame) + {layouts.FRAME_HEADER + 8 * place}, load_i64({_field(first + place)}))"
            for place in range(len(operand_classes(kind.entry)))
        ),
        # The entry of the function looks at what is left.
        *(["    fuel -= CONTEXT.work", "    CONTEXT.work = 0"] if seldom else []),
        "    outcome = DECLINED",
    ]


def _branch_case(kind: Branch) -> list[str]:
    condition = f"{_meaning_name(kind)}({_arguments(kind, 0, {})})"
    is_far = kind.constant is None and not has_immediates(kind.entry)
    distance = "load_i64(pc + 8)" if is_far else "load_i32(pc + 4)"
    test = condition if kind.sense else f"not {condition}"
    return [f"if {test}:", f"    pc += {distance}", "    continue", f"pc += {WIDTH}", "continue"]


interpret: Callable[[int, int, int], tuple[int, int]] = cast("Any", _interpret_kernel())
"""The kernel `interpret(frame: i64, last: i64, fuel: i64) -> tuple[i64, i64]`."""
