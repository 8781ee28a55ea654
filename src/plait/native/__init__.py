"""Library functions by range. Importing the package fills the table."""

from plait.native import console
from plait.native.table import BY_NAME, NATIVES, NativeRange

RANGES = (console,)
"""The modules that define library functions."""

__all__ = ["BY_NAME", "NATIVES", "RANGES", "NativeRange"]
