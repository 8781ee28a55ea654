"""Time zones, as programs ask for them: what holds in a zone around a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
YEARS_OF_CYCLE: Final = 400
"""After so many years the days of the week come again, and with them the rules of a zone."""
FIRST_YEAR, LAST_YEAR = 1, 9900
STEP: Final = timedelta(days=7)
"""No two changes of a zone come within it."""


def find_zone(name: str) -> str | None:
    """The name of a zone as it is written usually; None if there is none."""
    if name.upper() in ("UTC", "GMT"):
        return "UTC"
    return _zone_names().get(name.lower())


@cache
def _zone_names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones()}


def period_text(zone: str, time: float) -> str:
    """What holds in a zone at a time."""
    if zone == "UTC":
        return "-8.64e15,8.64e15,0,Coordinated Universal Time,UTC"
    moved = 0
    year = _year_of(time)
    if year > LAST_YEAR:
        moved = (year - LAST_YEAR + YEARS_OF_CYCLE) // YEARS_OF_CYCLE * YEARS_OF_CYCLE
    elif year < FIRST_YEAR + 1:
        start, _, offset, name, short = _periods(zone, FIRST_YEAR + 1)[0]
        return f"-8.64e15,{start},{offset},{name},{short}"
    shift = moved // YEARS_OF_CYCLE * _CYCLE
    for start, end, offset, name, short in _periods(zone, year - moved):
        if start + shift <= time < end + shift:
            return f"{start + shift},{end + shift},{offset},{name},{short}"
    raise AssertionError("the periods of a year leave nothing of it out")


_CYCLE: Final = 146097 * 86400000


def _year_of(time: float) -> int:
    """The year of a time. Days are counted in cycles, so that years are found beyond those that Python knows."""
    cycles, rest = divmod(int(time // 1000), _CYCLE // 1000)
    return (EPOCH + timedelta(seconds=rest)).year + cycles * YEARS_OF_CYCLE


@lru_cache(maxsize=4096)
def _periods(name: str, year: int) -> tuple[tuple[int, int, int, str, str], ...]:
    """The periods that a year consists of, each with its ends, its offset and its names."""
    zone = ZoneInfo(name)
    end = datetime(year + 1, 1, 1, tzinfo=UTC)
    start = at = datetime(year, 1, 1, tzinfo=UTC)
    state = _state(zone, at)
    found = []
    while at < end:
        following = min(at + STEP, end)
        if following < end and _state(zone, following) != state:
            change = _change(zone, at, following)
            found.append((start, change, state))
            start, state = change, _state(zone, change)
        at = following
    if start < end:
        found.append((start, end, state))
    return tuple(
        (_milliseconds(first), _milliseconds(last), offset, *_names(name, is_daylight, offset))
        for first, last, (offset, is_daylight) in found
    )


def _state(zone: tzinfo, time: datetime) -> tuple[int, bool]:
    """The milliseconds that a zone is ahead of UTC, and whether that is its time of the summer."""
    local = time.astimezone(zone)
    offset, saved = local.utcoffset(), local.dst()
    assert offset is not None
    return round(offset.total_seconds() * 1000), bool(saved) and str(zone) != "Europe/Dublin"


def _change(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """The second at which a zone changes between two times."""
    state = _state(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _state(zone, middle) == state:
            before = middle
        else:
            after = middle
    return after


def _milliseconds(time: datetime) -> int:
    return (time - EPOCH) // timedelta(milliseconds=1)


def _names(zone: str, is_daylight: bool, offset: int) -> tuple[str, str]:
    """The long and the short name of a zone in English; where it has none, what it is ahead of Greenwich."""
    standard, daylight, short, short_daylight = _english_names().get(zone, ("", "", "", ""))
    if zone == "Europe/Dublin":
        is_daylight = offset > 0
    if is_daylight:
        # Zones that have no time of the summer today had one once.
        standard, short = daylight or standard.replace(" Standard ", " Summer "), short_daylight
    minutes = abs(offset) // 60000
    sign = "-" if offset < 0 else "+"
    hours, rest = divmod(minutes, 60)
    return (
        standard or f"GMT{sign}{hours:02}:{rest:02}",
        short or (f"GMT{sign}{hours}" + (f":{rest:02}" if rest else "")),
    )


@cache
def _english_names() -> dict[str, tuple[str, str, str, str]]:
    """The names of zones: of the usual time and the summer's, long and short. What is not there is empty."""
    text = Path(__file__).with_name("zone_names.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        standard, daylight, short, short_daylight, zones = line.split("|")
        for zone in zones.split():
            found[zone] = (standard, daylight, short, short_daylight)
    return found
