"""The functions that every `Vm` offers to the library of programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from plait.native.host_offers import CALL, NORMAL_FORM, SCHEDULE_SEED, SETTLED, TIME_ZONE_PERIOD, TURN, HostOffer
from plait.vm.context import VmContext
from plait.vm.deadlocks import own_place
from plait.vm.handles import OpaqueHandle, context_of, reference_of
from plait.vm.host_functions import HostFunction
from plait.vm.normal_forms import normal_form
from plait.vm.options import VmOptions
from plait.vm.time_zones import find_zone, period_text


@dataclass(slots=True)
class Turns:
    """Who is told of the turns of started tasks, if there is a `schedule_seed`: by the number of a task (0 for the rest
    of the program), and where it goes on (empty where it begins).
    """

    observer: Callable[[int, str], None] | None = None


def own_functions(options: VmOptions, turns: Turns) -> dict[str, HostFunction]:
    """The functions by name."""
    functions: tuple[tuple[HostOffer, Callable[..., Any]], ...] = (
        (TIME_ZONE_PERIOD, partial(_period, options.timezone)),
        (NORMAL_FORM, normal_form),
        (TURN, partial(_turn, turns)),
        (SCHEDULE_SEED, partial(_schedule_seed, options.schedule_seed)),
    )
    offers = {
        offer.name: HostFunction(offer.name, offer.parameter_types, offer.result, function)
        for offer, function in functions
    }
    for offer, function in ((CALL, _call), (SETTLED, _settled)):
        offers[offer.name] = HostFunction(offer.name, offer.parameter_types, offer.result, function, True)
    return offers


def _schedule_seed(seed: int | None) -> float:
    return -1.0 if seed is None else float(seed)


def _call(context: VmContext, number: float, arguments: Any) -> Any:
    return context.bridge.call_python(number, arguments)


def _settled(context: VmContext, number: float, is_rejected: bool, value: Any) -> None:
    context.bridge.settle(int(number), is_rejected, value)


def _turn(turns: Turns, number: float, task: Any) -> bool:
    if turns.observer is None:
        return False
    turns.observer(
        int(number), own_place(context_of(task), reference_of(task)) if isinstance(task, OpaqueHandle) else ""
    )
    return True


def _period(default: str, name: str, time: float) -> str:
    zone = find_zone(name or default)
    return "" if zone is None or time != time else period_text(zone, time)
