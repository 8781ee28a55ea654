"""The functions that every `Vm` offers to the library of programs."""

from __future__ import annotations

from functools import partial

from plait.native.host_offers import TIME_ZONE_PERIOD
from plait.vm.host_functions import HostFunction
from plait.vm.options import VmOptions
from plait.vm.time_zones import find_zone, period_text


def own_functions(options: VmOptions) -> dict[str, HostFunction]:
    """The functions by name."""
    offer = TIME_ZONE_PERIOD
    period = partial(_period, options.timezone)
    return {offer.name: HostFunction(offer.name, offer.parameter_types, offer.result, period)}


def _period(default: str, name: str, time: float) -> str:
    zone = find_zone(name or default)
    return "" if zone is None or time != time else period_text(zone, time)
