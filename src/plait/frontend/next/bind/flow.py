"""The flow graph: how execution reaches a place, told backwards.

Each node says what happens and where execution came from. The checker goes from a use of a variable backwards to
learn what is known of it there. The shapes are those of TypeScript's own graph: labels join, loops are labels with
back edges, conditions and assignments narrow.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from plait.frontend.next import syntax


class Unreachable:
    """Execution does not come here."""

    __slots__ = ()


class Start:
    """The begin of a function, or of the module (None).

    `around` is the flow at which a function expression is made: what is known there of variables that are not
    assigned any more is known inside.
    """

    __slots__ = ("around", "function")

    def __init__(self, function: syntax.Function | None, around: FlowNode | None) -> None:
        self.function = function
        self.around = around


class Label:
    """Where several ways meet; a loop's head if it `is_loop`."""

    __slots__ = ("antecedents", "is_loop")

    def __init__(self, is_loop: bool = False) -> None:
        self.antecedents: list[FlowNode] = []
        self.is_loop = is_loop


class AssignmentFlow:
    """A variable, property or element gets a value: where it is declared or assigned. The node is the target."""

    __slots__ = ("antecedent", "node", "source")

    def __init__(self, node: syntax.Node, source: syntax.Node, antecedent: FlowNode) -> None:
        self.node = node
        self.source = source
        self.antecedent = antecedent


class ConditionFlow:
    """An expression was found to be true or false; to be there or nullish if it `is_presence`."""

    __slots__ = ("antecedent", "expression", "is_presence", "sense")

    def __init__(self, expression: syntax.Expression, sense: bool, antecedent: FlowNode, is_presence: bool) -> None:
        self.expression = expression
        self.sense = sense
        self.antecedent = antecedent
        self.is_presence = is_presence


class SwitchFlow:
    """One of the cases from `first` to before `end` of a switch was taken; none at all if both are equal."""

    __slots__ = ("antecedent", "end", "first", "switch")

    def __init__(self, switch: syntax.Switch, first: int, end: int, antecedent: FlowNode) -> None:
        self.switch = switch
        self.first = first
        self.end = end
        self.antecedent = antecedent


class CallFlow:
    """A call returned: it may assert something, or never return."""

    __slots__ = ("antecedent", "call")

    def __init__(self, call: syntax.Call, antecedent: FlowNode) -> None:
        self.call = call
        self.antecedent = antecedent


class MutationFlow:
    """An array may have got another element: `a.push(x)`, `a[i] = x`. The node is the call or assignment."""

    __slots__ = ("antecedent", "node")

    def __init__(self, node: syntax.Call | syntax.Assignment, antecedent: FlowNode) -> None:
        self.node = node
        self.antecedent = antecedent


class ReduceFlow:
    """On the way backwards from here, a label has these antecedents alone: one way out of a `finally`."""

    __slots__ = ("antecedent", "antecedents", "target")

    def __init__(self, target: Label, antecedents: list[FlowNode], antecedent: FlowNode) -> None:
        self.target = target
        self.antecedents = antecedents
        self.antecedent = antecedent


FlowNode: TypeAlias = (
    Unreachable | Start | Label | AssignmentFlow | ConditionFlow | SwitchFlow | CallFlow | MutationFlow | ReduceFlow
)

UNREACHABLE: Final = Unreachable()


def add_antecedent(label: Label, antecedent: FlowNode) -> None:
    """One more way to a label."""
    if antecedent is not UNREACHABLE and antecedent not in label.antecedents:
        label.antecedents.append(antecedent)


def finish(label: Label) -> FlowNode:
    """A label that is complete: what stands for it."""
    if not label.antecedents:
        return UNREACHABLE
    return label.antecedents[0] if len(label.antecedents) == 1 else label
