"""The numbers that the host and `library/bodies/embedding.ts` share."""

from __future__ import annotations

from enum import IntEnum


class Serve(IntEnum):
    """What the function of a module does that serves the host."""

    CALL = 0
    """Calls a function on a list, with a `this`; lets the program go on until its promise is settled, if it is one."""
    START = 1
    """Calls a function on a list, with a `this`."""
    SETTLE = 2
    WATCH = 3
    PUMP = 4
    RESOLVE = 5
    REJECT = 6
    NEW_PROMISE = 7
    CANCEL = 8
    REVIVE = 9
    DESCRIBE = 10
    GET = 11
    SET = 12
    DELETE = 13
    HAS = 14
    KEYS = 15
    LENGTH = 16
    LIST = 17
    TEXT = 18
    CONSTRUCT = 19
    ITERATOR = 20
    THROWN = 21
    IS_ITERABLE = 22
    FORGET = 23
    """Drops what was to run next, because it belongs to a call that was given up: that of a number, or else the one in
    the midst of which the program was stopped, and on demand everything; the number of the call that was stopped so.
    """
    BEGIN = 24
    """Calls a function on a list; the call can be given up by its number, by which its promise is to be watched."""
    AT_ONCE = 25
    """Calls a function on a list and lets run what can: whether it waits for something, the result or else the number
    by which it is watched, and in how many milliseconds something more can run, -1 for never.
    """


LAST_OWN_CALL = 0
"""The number by which the last call of `Serve.AT_ONCE` is given up, as long as the program has not said its own."""


class Revive(IntEnum):
    """The first element of the description of a Python value that is no plain data."""

    DATE = 0
    MAP = 1
    SET = 2
    BYTES = 3
    ERROR = 4
    FUNCTION = 5
    ITERABLE = 6


REVIVED_CLASSES = {Revive.DATE: "Date", Revive.MAP: "Map", Revive.SET: "Set", Revive.BYTES: "Uint8Array"}
"""The classes of which objects are made, which the program has to mention."""


class Described(IntEnum):
    """The first element of the description of a value of the program that is no plain data."""

    FUNCTION = 0
    ERROR = 1
    OBJECT = 2
    OTHER = 3
    PROMISE = 4
    DATE = 5
    MAP = 6
    SET = 7
    BYTES = 8
    LIST = 9
