"""Dates are local to the time zone of the `Vm`. What is expected here is what Node prints with the variable TZ."""

from __future__ import annotations

import pytest

import plait

LOCAL = """
for (const time of [1710054000000, 1710057600000, 1730610000000, 1730613600000, 0, 7000000000000]) {
  const date = new Date(time);
  console.log(String(date), date.getTimezoneOffset(), date.getHours());
}
console.log(+new Date(2024, 2, 10, 2, 30), +new Date(2024, 10, 3, 1, 30), +new Date("2024-07-01T12:00"));
console.log(new Date(0).toLocaleString("en-US", { timeZone: "Asia/Tokyo", timeZoneName: "short" }));
console.log(new Date(-5000000000000).getTimezoneOffset());
"""

EXPECTED = {
    "America/New_York": """\
Sun Mar 10 2024 03:00:00 GMT-0400 (Eastern Daylight Time) 240 3
Sun Mar 10 2024 04:00:00 GMT-0400 (Eastern Daylight Time) 240 4
Sun Nov 03 2024 01:00:00 GMT-0400 (Eastern Daylight Time) 240 1
Sun Nov 03 2024 01:00:00 GMT-0500 (Eastern Standard Time) 300 1
Wed Dec 31 1969 19:00:00 GMT-0500 (Eastern Standard Time) 300 19
Thu Oct 27 2191 08:26:40 GMT-0400 (Eastern Daylight Time) 240 8
1710055800000 1730611800000 1719849600000
1/1/1970, 9:00:00 AM GMT+9
296
""",
    "Europe/London": """\
Sun Mar 10 2024 07:00:00 GMT+0000 (Greenwich Mean Time) 0 7
Sun Mar 10 2024 08:00:00 GMT+0000 (Greenwich Mean Time) 0 8
Sun Nov 03 2024 05:00:00 GMT+0000 (Greenwich Mean Time) 0 5
Sun Nov 03 2024 06:00:00 GMT+0000 (Greenwich Mean Time) 0 6
Thu Jan 01 1970 01:00:00 GMT+0100 (Greenwich Mean Time) -60 1
Thu Oct 27 2191 13:26:40 GMT+0100 (British Summer Time) -60 13
1710037800000 1730597400000 1719831600000
1/1/1970, 9:00:00 AM GMT+9
1
""",
    "Australia/Lord_Howe": """\
Sun Mar 10 2024 18:00:00 GMT+1100 (Lord Howe Daylight Time) -660 18
Sun Mar 10 2024 19:00:00 GMT+1100 (Lord Howe Daylight Time) -660 19
Sun Nov 03 2024 16:00:00 GMT+1100 (Lord Howe Daylight Time) -660 16
Sun Nov 03 2024 17:00:00 GMT+1100 (Lord Howe Daylight Time) -660 17
Thu Jan 01 1970 10:00:00 GMT+1000 (Lord Howe Standard Time) -600 10
Thu Oct 27 2191 23:26:40 GMT+1100 (Lord Howe Daylight Time) -660 23
1709998200000 1730557800000 1719797400000
1/1/1970, 9:00:00 AM GMT+9
-636
""",
    "Asia/Kolkata": """\
Sun Mar 10 2024 12:30:00 GMT+0530 (India Standard Time) -330 12
Sun Mar 10 2024 13:30:00 GMT+0530 (India Standard Time) -330 13
Sun Nov 03 2024 10:30:00 GMT+0530 (India Standard Time) -330 10
Sun Nov 03 2024 11:30:00 GMT+0530 (India Standard Time) -330 11
Thu Jan 01 1970 05:30:00 GMT+0530 (India Standard Time) -330 5
Thu Oct 27 2191 17:56:40 GMT+0530 (India Standard Time) -330 17
1710018000000 1730577600000 1719815400000
1/1/1970, 9:00:00 AM GMT+9
-353
""",
}


@pytest.mark.parametrize("zone", EXPECTED)
def test_dates_are_local_to_the_zone(zone: str) -> None:
    pieces: list[str] = []
    vm = plait.Vm(plait.VmOptions(timezone=zone, engine="interpreter"), write=pieces.append)
    vm.execute(plait.compile(LOCAL, "local.ts"))
    assert "".join(pieces) == EXPECTED[zone]


def test_the_usual_zone_is_utc() -> None:
    pieces: list[str] = []
    vm = plait.Vm(write=pieces.append)
    vm.execute(plait.compile("console.log(String(new Date(0)), new Date(2024, 6).getTimezoneOffset());", "usual.ts"))
    assert "".join(pieces) == "Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time) 0\n"


def test_the_clock_says_what_time_it_is() -> None:
    pieces: list[str] = []
    vm = plait.Vm(write=pieces.append, clock=plait.MockClock(start=1709164800.5))
    program = """
    console.log(Date.now(), new Date().toISOString(), Date());
    setTimeout(() => console.log(Date.now()), 250);
    """
    vm.execute(plait.compile(program, "now.ts"))
    assert "".join(pieces) == (
        "1709164800500 2024-02-29T00:00:00.500Z Thu Feb 29 2024 00:00:00 GMT+0000 (Coordinated Universal Time)\n"
        "1709164800750\n"
    )


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd"])
def test_zones_that_are_not_there_are_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="timezone: "):
        plait.VmOptions(timezone=zone)


def test_zones_that_are_no_text_are_refused() -> None:
    with pytest.raises(TypeError, match="timezone must be a str, not int"):
        plait.VmOptions(timezone=3)  # type: ignore[arg-type]


def test_programs_are_told_of_zones_that_are_not_there() -> None:
    program = """
    for (const timeZone of ["Mars/Olympus", "", "../x"]) {
      try {
        console.log(new Date(0).toLocaleString("en-US", { timeZone }));
      } catch (error) {
        console.log(String(error));
      }
    }
    """
    pieces: list[str] = []
    plait.Vm(write=pieces.append).execute(plait.compile(program, "zones.ts"))
    assert "".join(pieces) == "".join(
        f"RangeError: Invalid time zone specified: {zone}\n" for zone in ("Mars/Olympus", "", "../x")
    )
