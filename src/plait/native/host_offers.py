"""Functions of the host that every `Vm` offers, for the library alone: their names are none that programs can write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plait.isa.value_types import ANY, BOOL, F64, STRING, ValueType


@dataclass(frozen=True, slots=True)
class HostOffer:
    """What a function takes, and what it gives."""

    name: str
    parameter_types: tuple[ValueType, ...]
    result: ValueType


TIME_ZONE_PERIOD: Final = HostOffer("host.timeZonePeriod", (STRING, F64), STRING)
"""What holds in a time zone (the `Vm`'s for an empty name) around a time in milliseconds since 1970.

A line of text: since when and until when, in milliseconds, the milliseconds that the zone is ahead of UTC, its long and
its short name, with commas between them. Empty for a zone that there is not.
"""

NORMAL_FORM: Final = HostOffer("host.normalForm", (STRING, STRING), STRING)
"""A text in a normal form of Unicode, which is named as JavaScript does (`NFC`)."""

CALL: Final = HostOffer("host.call", (ANY, ANY), ANY)
"""Calls a Python function that the program holds: its number, and a list of the arguments."""

SETTLED: Final = HostOffer("host.settled", (ANY, BOOL, ANY), ANY)
"""Tells the host that a promise has been settled that it watches by a number: whether by rejection, and its value."""

SCHEDULE_SEED: Final = HostOffer("host.scheduleSeed", (), F64)
"""The seed by which the turns of started tasks are chosen; -1 for their usual order."""

TURN: Final = HostOffer("host.turn", (F64, ANY), BOOL)
"""Tells the host which started task has its turn, by number, and the coroutine that goes on (undefined for a function
that is called); whether the host wants to know of others.
"""

HOST_OFFERS: Final = {
    offer.name: offer for offer in (TIME_ZONE_PERIOD, NORMAL_FORM, CALL, SETTLED, SCHEDULE_SEED, TURN)
}
