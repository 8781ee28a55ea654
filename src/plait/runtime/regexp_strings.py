"""Strings of character classes with the flag `v`: which are kept when classes go together, and the terms for them.

A string in `STRINGS` is how many code points it has, then these. Strings of one code point stand in sets instead.
"""

from __future__ import annotations

from plait.kernel import i64, kernel
from plait.runtime.regexp_case import is_same
from plait.runtime.regexp_classes import character_node
from plait.runtime.regexp_nodes import NodeKind, append_child, new_node, node_at
from plait.runtime.regexp_scratch import COMPILATION, STRINGS, is_over, set_word, word_at
from plait.runtime.regexp_source import ignores_case


@kernel
def is_same_string(a: i64, b: i64) -> bool:
    """Whether two strings, which begin at indices of `STRINGS`, are the same."""
    length = word_at(STRINGS, a)
    if word_at(STRINGS, b) != length:
        return False
    for index in range(1, length + 1):
        first = word_at(STRINGS, a + index)
        second = word_at(STRINGS, b + index)
        if not is_same_character(first, second):
            return False
    return True


@kernel
def keep_strings(start: i64, middle: i64, wanted: bool) -> None:
    """Of the strings from `start` to before `middle` keep those that are among the others, or those that are not."""
    end = STRINGS.count
    place = start
    kept = start
    while place < middle:
        length = word_at(STRINGS, place)
        is_among = False
        other = middle
        while other < end and not is_among:
            COMPILATION.work += 1
            is_among = is_same_string(place, other)
            other += 1 + word_at(STRINGS, other)
        if is_among == wanted:
            for index in range(length + 1):
                set_word(STRINGS, kept + index, word_at(STRINGS, place + index))
            kept += length + 1
        place += length + 1
    STRINGS.count = kept


@kernel
def is_same_character(a: i64, b: i64) -> bool:
    """Whether two code points are the same, perhaps but for case."""
    return a == b or (ignores_case() and is_same(True, a, b))


@kernel
def class_node(number: i64, start: i64) -> i64:
    """The term for a set and the strings from an index on: alternatives, of which the longest come first.

    Strings that begin alike share their beginning: an alternative is a character, and a group of what can follow.
    """
    if STRINGS.count == start:
        return new_node(NodeKind.SET, number, 0)
    group = new_group()
    length = longest_string(start)
    while length >= 0 and not is_over():
        if length == 1:
            append_child(add_alternative(group, 0), new_node(NodeKind.SET, number, 0))
        place = start
        while place < STRINGS.count and not is_over():
            if word_at(STRINGS, place) == length:
                add_string(group, place + 1, length)
            place += 1 + word_at(STRINGS, place)
            COMPILATION.work += 1
        length -= 1
    STRINGS.count = start
    return group


@kernel
def add_string(group: i64, place: i64, length: i64) -> None:
    """Add a string, which is not longer than those that were added before, to the alternatives of a group."""
    current = group
    for index in range(length):
        character = word_at(STRINGS, place + index)
        alternative = alternative_with(current, character)
        is_new = alternative == 0
        if is_new:
            alternative = add_alternative(current, character)
            append_child(alternative, character_node(character))
            if index < length - 1:
                append_child(alternative, new_group())
        if is_over():
            return
        last = node_at(alternative).last_child
        if node_at(last).kind != NodeKind.GROUP:
            # The string has ended, or was there before.
            return
        current = last
    add_alternative(current, 0)


@kernel
def alternative_with(group: i64, character: i64) -> i64:
    """The alternative of a group that begins with a character; 0 if none does. The last is the likely one."""
    child: i64 = node_at(group).last_child
    while child != 0:
        COMPILATION.work += 1
        if node_at(child).child != 0 and is_same_character(node_at(child).second, character):
            return child
        child = node_at(child).previous
    return 0


@kernel
def new_group() -> i64:
    """A group without alternatives."""
    group = new_node(NodeKind.GROUP, 0, 0)
    if not is_over():
        node_at(group).first_group = COMPILATION.groups
        node_at(group).last_group = COMPILATION.groups
    return group


@kernel
def add_alternative(group: i64, character: i64) -> i64:
    """A new last alternative of a group, which is to begin with a character."""
    alternative = new_node(NodeKind.ALTERNATIVE, 0, character)
    if not is_over():
        append_child(group, alternative)
    return alternative


@kernel
def longest_string(start: i64) -> i64:
    """How many characters the longest string from an index on has; at least 1."""
    longest: i64 = 1
    place = start
    while place < STRINGS.count:
        longest = max(longest, word_at(STRINGS, place))
        place += 1 + word_at(STRINGS, place)
    return longest
