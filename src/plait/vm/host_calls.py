"""Calls of the host that a program makes: Python's functions are called, and their results handed over."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isawaitable
from typing import TYPE_CHECKING, Final

from plait.errors import refuse_copy
from plait.isa.value_types import ANY, BOOL, F64, I32, STRING, ValueType, is_traced
from plait.kernel.python_answers import HAS_ANSWERED, HAS_VALUE, IS_TIRED
from plait.native.host_offers import CALL
from plait.tasks.stops import HostState
from plait.vm.context import VmContext
from plait.vm.frames import outgoing_slots
from plait.vm.handles import Handle
from plait.vm.host_functions import HostFunction
from plait.vm.host_memory import HostWriter
from plait.vm.machine import Machine, QuickAnswer
from plait.vm.quick_answers import KIND_BITS, MOST_PARAMETERS, AnswerKind
from plait.vm.task_interpreter import RunResult
from plait.vm.values import HostValue, read_bits, read_u64

if TYPE_CHECKING:
    from plait.vm.vm import Vm

FIRST_QUICK: Final = 4
"""After how many calls of a context it is made ready for quick answers."""

KINDS: Final[dict[ValueType, AnswerKind]] = {
    F64: AnswerKind.F64,
    BOOL: AnswerKind.BOOL,
    I32: AnswerKind.I32,
    STRING: AnswerKind.STRING,
    ANY: AnswerKind.ANY,
}


class HostCalls:
    """Answers the calls of the host of contexts of one `Vm`.

    `flush` writes what a context has printed, `guest_error` makes an error of a program of an exception.
    """

    __reduce__ = refuse_copy

    def __init__(
        self,
        vm: Vm,
        machine: Machine,
        flush: Callable[[VmContext], None],
        guest_error: Callable[[VmContext, Exception], int],
    ) -> None:
        self._vm = vm
        self._machine = machine
        self._flush = flush
        self._guest_error = guest_error

    def answer(self, context: VmContext) -> RunResult | None:
        """Answer the call that waits; None when the program is to go on.

        Calls that can be answered quickly, and those that follow soon, are answered without coming back; then it is
        what the program has come back with last.
        """
        context.answers += 1
        if context.answers == FIRST_QUICK and self._vm.can_be_quick:
            context.quick_answers = self._machine.quick_answers(context, _quick_functions(context))
        if context.quick_answers is None:
            self._answer_slowly(context)
            return None
        # What has been printed comes first.
        self._flush(context)
        try:
            number, *value = context.quick_answers()
        except Exception as error:
            self._throw(context, error)
            return None
        if number == RunResult.HOST_CALL:
            self._answer_slowly(context)
        elif number == HAS_VALUE:
            self._give(context, _waiting(context), value[0])
        elif number == IS_TIRED:
            return RunResult.HOST_CALL
        elif number not in (HAS_ANSWERED, RunResult.HOST_TURN):
            return RunResult(number)
        return None

    def _answer_slowly(self, context: VmContext) -> None:
        function = _waiting(context)
        self._flush(context)
        try:
            arguments = [
                self._read_argument(context, function, index) for index in range(len(function.parameter_types))
            ]
            value = function.call(context, *arguments) if function.takes_context else function.call(*arguments)
        except Exception as error:
            self._throw(context, error)
        else:
            self._give(context, function, value)

    def _give(self, context: VmContext, function: HostFunction, value: HostValue) -> None:
        """What the function has given is the answer; what does not fit is an error."""
        result = function.result
        slot = 0
        try:
            # A handle can be awaited, too, but is the object itself.
            if isawaitable(value) and not isinstance(value, Handle):
                value = context.bridge.promise_of(value)
            if result is not None:
                (slot,) = HostWriter(self._machine, context).slots([value], [result])
        except Exception as error:
            self._throw(context, error)
        else:
            _set_answer(context, HostState.RETURNED, slot, result is not None and is_traced(result))

    def _throw(self, context: VmContext, error: Exception) -> None:
        _set_answer(context, HostState.THREW, self._guest_error(context, error), is_traced(ANY))

    def _read_argument(self, context: VmContext, function: HostFunction, index: int) -> HostValue:
        """An argument of the function that is called; to one of plait's own, objects are handles.

        Reading one may collect, so that each is looked for anew.
        """
        place = outgoing_slots(context, context.get("current_task")) + 8 * index
        bits = read_u64(context.memory.view, place)
        if function.takes_context and function.parameter_types[index] is ANY:
            return self._vm.host.read_result(context, bits, False)
        return read_bits(self._vm, context, bits, function.parameter_types[index])


def _waiting(context: VmContext) -> HostFunction:
    """The function of the call that waits."""
    return context.host_functions[context.get("host_function")]


def _set_answer(context: VmContext, state: HostState, slot: int, is_reference: bool) -> None:
    # An exception may come between any two of these: the answer counts when it is whole.
    context.set("host_result_is_traced", 0)
    context.set("host_result", slot - (1 << 64) if slot >> 63 else slot)
    context.set("host_result_is_traced", int(is_reference))
    context.set("host_task", context.get("current_task"))
    context.set("host_state", state)


def _quick_functions(context: VmContext) -> list[QuickAnswer | None]:
    """For each function of the host that the program imports how its calls can be answered quickly."""
    return [_quick_function(context, function) for function in context.host_functions]


def _quick_function(context: VmContext, function: HostFunction) -> QuickAnswer | None:
    call = function.call
    if function.takes_context:
        if function.name != CALL.name:
            return None
        call = context.bridge.call_copies
    kinds = [KINDS.get(item) for item in function.parameter_types]
    result = AnswerKind.NONE if function.result is None else KINDS.get(function.result)
    known = [kind for kind in (result, *kinds) if kind is not None]
    if len(known) <= len(kinds) or len(kinds) > MOST_PARAMETERS:
        return None
    # Only programs that take data of Python's have `any` as Python has it.
    if AnswerKind.ANY in known and not context.bridge.can_serve:
        return None
    signature = sum(kind << KIND_BITS * place for place, kind in enumerate(known))
    return QuickAnswer(call, signature)
