"""The code that patterns are compiled to: flags, operations, and how a program is laid out.

A program is a store of words of 4 bytes: a `PatternProgram`, then code and sets. An operation is a word with its
number, then its operands. Places in the program (of code and of sets) are byte distances from its first word.

A set says which code points a step accepts. It begins with a map of those below 256, a bit for each; how many ranges
of others follow (EVERY for all that are 256 or more); and whether the end of the text is accepted too, where a set says
what can come next. The ranges are pairs of first and last code point, in order.

Registers are words of 4 bytes: two for each group, start and end, then those that loops and assertions need. A choice
is three words: what to do, the place in the text, and one more number.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import Struct, i32

HAS_INDICES = 1
GLOBAL = 2
IGNORE_CASE = 4
MULTILINE = 8
DOT_ALL = 16
UNICODE = 32
UNICODE_SETS = 64
STICKY = 128
"""The flags, in the order in which JavaScript shows them: `dgimsuvy`."""

BY_POINTS = UNICODE | UNICODE_SETS
"""With one of these, texts are sequences of code points."""


class PatternProgram(Struct):
    """The head of a program.

    There are `registers`, of which `capture_words` belong to groups. `scan` is a `Scan`, with its operand
    `scanned`. No match begins where fewer than `least` units are left. The code begins at `code`. Where `ahead` is
    not 0, matches begin only where the unit `ahead_unit` stands so far behind: of patterns that are scanned for a
    set. Where `leaps` is not 0, there is a table at that place: how far a match that takes `reach` units at first
    is at least from a start whose last of these is a certain unit. Where `boundary` is not 0, matches begin only
    where a word does, or ends: the place of the set of what words are made of.
    """

    registers: i32
    capture_words: i32
    scan: i32
    scanned: i32
    least: i32
    code: i32
    by_points: i32
    ahead: i32
    ahead_unit: i32
    boundary: i32
    leaps: i32
    reach: i32


class Scan(IntEnum):
    """Where matches can begin."""

    ANYWHERE = 0
    UNIT = 1
    """Where a code unit stands: `scanned`."""
    SET = 2
    """Where a unit of the set at `scanned` stands."""
    START = 3
    """At the start of the text."""


class Op(IntEnum):
    """Operations, with their operands.

    Those of one step go forwards; `_BACK` ones backwards, for assertions that look behind. `POINT` ones take a code
    point where it is written as two units.
    """

    MATCH = 0
    UNIT = 1
    """unit"""
    UNIT_BACK = 2
    SET = 3
    """set"""
    SET_BACK = 4
    POINT_SET = 5
    POINT_SET_BACK = 6
    JUMP = 7
    """target"""
    BRANCH = 8
    """first, other, target: go on if the next unit is in `first`, to the target if it is in `other`; with a choice if
    it is in both. A set of 0 holds everything."""
    BRANCH_LAZY = 9
    """The same, to the target first."""
    SAVE = 10
    """register: the place in the text goes into it."""
    CLEAR = 11
    """first, last: registers that get -1."""
    COUNT = 12
    """register: 0 goes into it."""
    COUNTED = 13
    """register, least, most, lazy, first, other, target: the head of a loop that is counted. Behind it is the body."""
    NOT_EMPTY = 14
    """register: fails where it was saved."""
    NOT_EMPTY_COUNTED = 15
    """register, counting register, least: the same, when more turns than the least have begun."""
    LOOP = 16
    """set, least, most, mode: as many as there are, never fewer. Modes: 0 units, 1 code points."""
    LOOP_GREEDY = 17
    """set, least, most, mode, other: as many as there are, then fewer. `other` is what can come next."""
    LOOP_LAZY = 18
    START = 19
    END = 20
    LINE_START = 21
    LINE_END = 22
    BOUNDARY = 23
    """set of what words are made of"""
    NOT_BOUNDARY = 24
    REFERENCE = 25
    """group"""
    REFERENCE_BACK = 26
    REFERENCE_ANY_CASE = 27
    """group, by code points"""
    REFERENCE_ANY_CASE_BACK = 28
    LOOK = 29
    """register: begins an assertion; the next register is used too."""
    LOOK_END = 30
    """register"""
    LOOK_NOT = 31
    """register, target"""
    LOOK_NOT_END = 32
    """register"""
    TURN = 33
    """register: one more."""
    LOOP_FIRST = 34
    """A LOOP that all matches begin with, as long as it goes: where one fails that begins in it, all fail."""


SET_WORDS = 10
"""Words of a set before its ranges."""

SET_COUNT = 32
SET_END = 36
"""Where the number of ranges stands in a set, and whether the end is accepted, in bytes."""

EVERY = -1

LEAP_ENTRIES = 257
"""Entries of the table of leaps, of a byte: one for each unit below 256, and one for all others."""

ENDLESS = 0x7FFFFFFF
"""The most turns of a loop without bound."""

CHOICE_SIZE = 12

POPS_GREEDY = 1 << 28
POPS_LAZY = 1 << 29
"""Added to the place of a loop: what to do for a choice of its."""
