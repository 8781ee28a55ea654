"""The tree of a pattern while it is compiled. Nodes are known by their number; 0 is none, 1 the whole pattern.

Nothing here or above recurses: trees are walked along the links to parents and neighbours.
"""

from __future__ import annotations

from enum import IntEnum

from plait.kernel import Struct, address, at, divide, fill_bytes, i32, i64, kernel, offset_of, size_of
from plait.runtime.regexp_scratch import COMPILATION, NODES, grow


class NodeKind(IntEnum):
    """What a node stands for.

    Children of `GROUP` to `LOOK_NOT` are alternatives, those of `ALTERNATIVE` terms; `REPEAT` has one child.
    """

    EMPTY = 0
    GROUP = 1
    CAPTURE = 2
    """`first` is the number of the group."""
    LOOK = 3
    LOOK_NOT = 4
    ALTERNATIVE = 5
    REPEAT = 6
    """From `first` to `second` times."""
    UNIT = 7
    """The code unit `first`."""
    SET = 8
    """A code point of the set `first`."""
    REFERENCE = 9
    """What group `first` has matched."""
    NAMED_REFERENCE = 10
    """The same while the group is not known: `second` units of its name stand at `first` in `NAME_TEXT`."""
    START = 11
    END = 12
    LINE_START = 13
    LINE_END = 14
    BOUNDARY = 15
    NOT_BOUNDARY = 16


class NextUnits(Struct):
    """What units can come next: of those below 256 a bit each, and more in `flags`."""

    bits0: i64
    bits1: i64
    bits2: i64
    bits3: i64
    flags: i64


OTHERS = 1
"""Units from 256 on can come next."""
AT_END = 2
"""It can be the end of the text."""
ANYTHING = 4
"""For what a node begins with: it can match without any unit. For what comes behind: nobody knows."""
SURE = 8
"""There is a match whatever comes."""

BEHIND = 112


class Node(Struct):
    """A node, its neighbours, and what is found out about it.

    `last_group` and `first_group` say which groups are inside: those from the first to before the last. `looks_back`
    says that it is matched backwards. `least` is the length of its shortest match in units. What it can begin with
    stands from `begins` on, what can come behind it from `behind` on, both as `NextUnits`. `place` and `other_place`
    are places in the code that are filled in later; `register` is its first register, `form` how a repetition is
    compiled. `flags` are those of the pattern at the place of a boundary or a reference; of a group that changes them,
    those behind it and MODIFIED, and 0 of other groups.
    """

    kind: i32
    parent: i32
    child: i32
    last_child: i32
    next: i32
    previous: i32
    first: i32
    second: i32
    is_lazy: i32
    flags: i32
    looks_back: i32
    first_group: i32
    last_group: i32
    least: i32
    place: i32
    other_place: i32
    register: i32
    form: i32
    begins: i64
    begins_rest: i64 = at(BEHIND - 8)
    behind: i64
    behind_rest: i64 = at(BEHIND + 32)


NODE_WORDS = Node.SIZE // 4

MODIFIED = 1 << 8
"""Of a group: its flags are not those of what is around it."""

WHOLE = 1
"""The number of the root."""


@kernel(inline=True)
def node_at(number: i64) -> Node:
    """The node of a number; it stays where it is until a node is made."""
    return Node(NODES.base + size_of(Node) * number)


@kernel
def new_node(kind: i64, first: i64, second: i64) -> i64:
    """A node without neighbours; 0 when memory is out."""
    if NODES.capacity - NODES.count < NODE_WORDS and not grow(NODES, NODE_WORDS):
        return 0
    number = divide(NODES.count, NODE_WORDS)
    NODES.count += NODE_WORDS
    node = node_at(number)
    fill_bytes(address(node), 0, size_of(Node))
    node.kind = kind
    node.first = first
    node.second = second
    COMPILATION.work += 8
    return number


@kernel
def append_child(parent: i64, child: i64) -> None:
    """Put a node behind the last child of another."""
    above = node_at(parent)
    added = node_at(child)
    added.parent = parent
    added.previous = above.last_child
    added.next = 0
    if above.last_child == 0:
        above.child = child
    else:
        node_at(above.last_child).next = child
    above.last_child = child


@kernel
def put_above(above: i64, below: i64) -> None:
    """Put a new node in the place of another, which becomes its only child."""
    new = node_at(above)
    old = node_at(below)
    parent = node_at(old.parent)
    new.parent = old.parent
    new.previous = old.previous
    new.next = old.next
    if old.previous == 0:
        parent.child = above
    else:
        node_at(old.previous).next = above
    if old.next == 0:
        parent.last_child = above
    else:
        node_at(old.next).previous = above
    new.child = below
    new.last_child = below
    old.parent = above
    old.previous = 0
    old.next = 0


@kernel
def has_alternatives(kind: i64) -> bool:
    """Whether the children of nodes of a kind are alternatives."""
    return kind >= NodeKind.GROUP and kind <= NodeKind.LOOK_NOT


@kernel(inline=True)
def begins_of(number: i64) -> NextUnits:
    """What a node can begin with."""
    return NextUnits(address(node_at(number)) + offset_of(Node, "begins"))


@kernel(inline=True)
def behind_of(number: i64) -> NextUnits:
    """What can come behind a node."""
    return NextUnits(address(node_at(number)) + offset_of(Node, "behind"))
