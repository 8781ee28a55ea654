"""Library functions by range. Importing the package fills the table."""

from plait.native import arrays, console, coroutines, mathematics, numbers, strings, tables
from plait.native.table import BY_NAME, NATIVES, NativeRange

RANGES = (arrays, strings, console, numbers, mathematics, coroutines, tables)
"""The modules that define library functions."""

__all__ = ["BY_NAME", "NATIVES", "RANGES", "NativeRange"]
