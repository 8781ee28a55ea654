"""What the verifier allows at most.

Frames are addressed with 16 bits; the rest bounds the time and memory that a hostile module costs.
"""

from __future__ import annotations

MAX_FRAME_SLOTS = 4000
"""Locals plus greatest stack height of a function: slots are addressed as 16-bit byte distances, 8 bytes each."""

MAX_CODE_SIZE = 1 << 20
"""Bytes of code of one function."""

MAX_INSTRUCTIONS = 1 << 20
"""Instructions of all functions of a module together."""

MAX_FUNCTIONS = 65535
"""Functions of a module: a function immediate has 16 bits."""

MAX_GLOBALS = 65535
"""Globals of a module: a global immediate has 16 bits."""

MAX_TYPES = 65535
"""Entries of the type table: a type immediate has 16 bits."""

MAX_CLASSES = 65000
"""Classes of a module: a class immediate has 16 bits."""

MAX_INTERFACES = 65535
"""Interfaces of a module: an interface immediate has 16 bits."""

MAX_IMPORTS = 0x7FFF
"""Functions of the host that a module names: they share the 16 bits of a native immediate with the library."""

MAX_MEMBERS = 4000
"""Slots of an object, entries of a method table, captured values: slots have 16-bit distances. Also the sum of fields,
methods and bases of one class, and of the members of one interface.
"""

MAX_MEMBER_ENTRIES = 1 << 21
"""Entries of all tables that classes and interfaces make when they are resolved, inherited ones counted in each, and
parameters of methods that are compared. A program of a thousand classes needs a tenth of that.
"""

MAX_TYPE_SIZE = 4000
"""Of how many types a type may be composed, itself included: tuples and closures have parts."""

MAX_TYPE_PARTS_LOOKED_AT = 1 << 22
"""Parts of all types of a module, as far as they are different objects."""

MAX_TYPE_PARTS_NAMED = 1 << 23
"""Sizes of the types that instructions name and functions give, one by one: preparation looks each of them up."""

MAX_STRINGS = 1 << 20
"""Entries of the string table."""

MAX_TEXT_UNITS = 1 << 24
"""UTF-16 code units of all strings and names of a module together."""

MAX_OPEN_TRIES = 1000
"""Guarded ranges that may be open at once in a function."""

MAX_STATE_WORDS = 1 << 24
"""Machine words of proof that a module may need: stack types and open ranges at block starts, and sets of locals.

A program of a million instructions needs a few million; only constructed modules need a multiple.
"""

FREE_FLOW_STEPS = 1 << 22
FLOW_STEPS_PER_EDGE = 16
"""Block-to-block steps that finding out which locals are assigned and live may take in a module.

Real code settles after as many visits of an edge as loops are nested around it.
"""
