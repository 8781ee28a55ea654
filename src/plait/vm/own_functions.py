"""The functions that every `Vm` offers to the library of programs."""

from __future__ import annotations

from plait.native.host_offers import TIME_ZONE_PERIOD
from plait.vm.host_functions import HostFunction
from plait.vm.options import VmOptions
from plait.vm.time_zones import find_zone, period_text


def own_functions(options: VmOptions) -> dict[str, HostFunction]:
    """The functions by name."""

    def period(name: str, time: float) -> str:
        zone = find_zone(name or options.timezone)
        return "" if zone is None or time != time else period_text(zone, time)

    offer = TIME_ZONE_PERIOD
    return {offer.name: HostFunction(offer.name, offer.parameter_types, offer.result, period)}
