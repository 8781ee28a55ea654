"""Options of `plait run` that take values of their own kind."""

from __future__ import annotations

import re
from typing import Any, Final

import click

_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class Size(click.ParamType[int]):
    """A number of bytes: "65536", "64K", "512M", "1G"."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of bytes; fails for any other text."""
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"(\d+)([KMG]?)", str(value), re.IGNORECASE | re.ASCII)
        if found is None:
            self.fail(f"{value!r} is not a size, such as 65536, 64K, 512M or 1G", param, ctx)
        return int(found[1]) * _UNITS[found[2].upper()]
