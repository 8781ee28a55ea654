"""The worker page: the host page in front of offset 0 of a context's memory.

It holds the few host addresses that native code needs. It lies at negative displacements from the base, where no offset
reaches; the displacements below are those that kernels and compiled guest code use.
"""

from __future__ import annotations

WORKER_PAGE_SIZE = 4096
"""How much in front of offset 0 must be mapped (host pages may be larger)."""

FUNCTION_TABLE = -8
"""The address of the function table: for each function the address of its compiled code, or null. Never null itself."""

LOOP_TABLE = -16
"""The address of the loop table: for each loop the address of the code to enter there, or null. Never null itself."""

BODY_TABLE = -32
"""The address of the body table: for each function the address of the code that compiled callers call, or null.

Only compiled code reads it. Never null itself.
"""

GENERAL_TABLE = -40
"""The address of the table of general versions: for each function the address of the code by which its usual version is
gone on with, or null. Never null itself.
"""

STACK_LIMIT = -24
"""A native stack pointer below this address means that the stack is short. 0: never short."""
