"""Library functions by range. Importing the package fills the table."""

from plait.native import (
    arrays,
    bigints,
    byte_arrays,
    clock,
    console,
    coroutines,
    data_views,
    dynamic,
    errors,
    lists,
    mathematics,
    numbers,
    patterns,
    properties,
    records,
    strings,
    symbols,
    tables,
    values,
)
from plait.native.table import BY_NAME, NATIVES, NativeRange

RANGES = (
    *(arrays, strings, console, numbers, mathematics),
    *(values, records, properties, lists, symbols, coroutines, tables, errors, dynamic, clock, patterns),
    *(byte_arrays, data_views, bigints),
)
"""The modules that define library functions."""

__all__ = ["BY_NAME", "NATIVES", "RANGES", "NativeRange"]
