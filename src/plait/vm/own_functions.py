"""The functions that every `Vm` offers to the library of programs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from plait.native.host_offers import CALL, NORMAL_FORM, SETTLED, TIME_ZONE_PERIOD, HostOffer
from plait.vm.context import VmContext
from plait.vm.host_functions import HostFunction
from plait.vm.normal_forms import normal_form
from plait.vm.options import VmOptions
from plait.vm.time_zones import find_zone, period_text


def own_functions(options: VmOptions) -> dict[str, HostFunction]:
    """The functions by name."""
    functions: tuple[tuple[HostOffer, Callable[..., Any]], ...] = (
        (TIME_ZONE_PERIOD, partial(_period, options.timezone)),
        (NORMAL_FORM, normal_form),
    )
    offers = {
        offer.name: HostFunction(offer.name, offer.parameter_types, offer.result, function)
        for offer, function in functions
    }
    for offer, function in ((CALL, _call), (SETTLED, _settled)):
        offers[offer.name] = HostFunction(offer.name, offer.parameter_types, offer.result, function, True)
    return offers


def _call(context: VmContext, number: float, arguments: Any) -> Any:
    return context.bridge.call_python(number, arguments)


def _settled(context: VmContext, number: float, is_rejected: bool, value: Any) -> None:
    context.bridge.settle(int(number), is_rejected, value)


def _period(default: str, name: str, time: float) -> str:
    zone = find_zone(name or default)
    return "" if zone is None or time != time else period_text(zone, time)
