"""Options of `plait run` that take values of their own kind."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Final

import click

_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class Size(click.ParamType[int]):
    """A number of bytes: "65536", "64K", "512M", "512MB", "512MiB", "1G"; units are powers of 1024."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of bytes; fails for any other text."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d+) ?(?:([KMG]?)|([KMG])i?B)", str(value), re.IGNORECASE | re.ASCII)
        if found is None:
            self.fail(f"{value!r} is not a size, such as 65536, 64K, 512M or 1GiB", param, ctx)
        return int(found[1]) * _UNITS[(found[2] or found[3] or "").upper()]


_SECONDS: Final = {"": 1.0, "ms": 0.001, "s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}


class Duration(click.ParamType[float]):
    """A time in seconds: "5", "0.5", "500ms", "2s", "1m"."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number of seconds; fails for any other text."""
        with suppress(ValueError):
            return float(value)
        found = re.fullmatch(r"(\d+(?:\.\d*)?|\.\d+) ?(ms|s|m|min|h)?", str(value), re.IGNORECASE | re.ASCII)
        if found is None:
            self.fail(f"{value!r} is not a time, such as 5, 0.5s, 500ms or 1m", param, ctx)
        return float(found[1]) * _SECONDS[(found[2] or "").lower()]
