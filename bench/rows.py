"""All rows that `work.py` measures."""

from __future__ import annotations

from bench import byte_rows, dynamic_rows, pattern_rows, work_rows
from bench.work_rows import Row


def rows() -> list[Row]:
    """All rows."""
    return [*work_rows.rows(), *dynamic_rows.rows(), *pattern_rows.rows(), *byte_rows.rows()]
