"""The state of the walk over a file: the scope and the flow at the place where the walk is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind.declare import Declarer
from plait.frontend.next.bind.flow import (
    UNREACHABLE,
    AssignmentFlow,
    ConditionFlow,
    FlowNode,
    Label,
    add_antecedent,
    finish,
)
from plait.frontend.next.bind.narrowable import is_narrowing
from plait.frontend.next.bind.symbols import Scope
from plait.source import SourceFile

Visitor: TypeAlias = "Callable[[Walk, Any], None]"
"""Goes over a node of one class."""

Around: TypeAlias = "tuple[int, int, Around] | None"
"""The statements around a place, innermost first: where each begins and ends."""


class Use:
    """A name that is used: where, as what, and whether it is assigned. `around` are the statements around an
    assignment, `heads` the scopes of the functions among whose parameters it stands.
    """

    __slots__ = ("around", "function", "heads", "is_write", "meaning", "name", "scope")

    def __init__(
        self,
        name: syntax.Identifier,
        scope: Scope,
        meaning: int,
        function: syntax.Function | None,
        is_write: bool,
        around: Around,
        heads: tuple[Scope, ...],
    ) -> None:
        self.heads = heads
        self.name = name
        self.scope = scope
        self.meaning = meaning
        self.function = function
        self.is_write = is_write
        self.around = around


class Jump:
    """Where `break` and `continue` of a statement go. A labelled statement that `is_block` is left by its label
    alone;
    only loops have `continue_to`.
    """

    __slots__ = ("break_to", "continue_to", "is_block", "labels")

    def __init__(
        self, labels: tuple[str, ...], break_to: Label, continue_to: Label | None, is_block: bool = False
    ) -> None:
        self.labels = labels
        self.break_to = break_to
        self.continue_to = continue_to
        self.is_block = is_block

    def target(self, is_break: bool, label: str | None) -> Label | None:
        """Where a jump goes if it is for this statement."""
        if label is None:
            if self.is_block:
                return None
        elif label not in self.labels:
            return None
        return self.break_to if is_break else self.continue_to


class Walk:
    """The walk. `scopes` says which scope a node opens or stands in, `flows` how a reference is reached, `sources` in
    which declaration the part of a pattern stands, `ends` how the end of a function is, `returns` how the ends of
    constructors are, early ones included.
    """

    __slots__ = (
        "around",
        "declarer",
        "diagnostics",
        "ends",
        "exception_target",
        "exhaustive_switches",
        "file",
        "flow",
        "flows",
        "function",
        "heads",
        "jumps",
        "labels",
        "pre_switch",
        "return_target",
        "returns",
        "scope",
        "scopes",
        "sources",
        "uses",
        "visitors",
    )

    def __init__(
        self,
        file: SourceFile,
        diagnostics: Diagnostics,
        declarer: Declarer,
        scope: Scope,
        start: FlowNode,
        visitors: Mapping[type, Visitor],
    ) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.declarer = declarer
        self.scope = scope
        self.flow: FlowNode = start
        self.visitors = visitors
        self.function: syntax.Function | None = None
        self.heads: tuple[Scope, ...] = ()
        self.jumps: list[Jump] = []
        self.labels: tuple[str, ...] = ()
        self.return_target: Label | None = None
        self.exception_target: Label | None = None
        self.pre_switch: FlowNode = UNREACHABLE
        self.around: Around = None
        self.uses: list[Use] = []
        self.scopes: dict[Any, Scope] = {}
        self.flows: dict[Any, FlowNode] = {}
        self.sources: dict[Any, Any] = {}
        self.ends: dict[Any, FlowNode] = {}
        self.returns: dict[Any, FlowNode] = {}
        self.exhaustive_switches: set[Any] = set()

    def visit(self, node: Any) -> None:
        """Go over a node; None is none."""
        if node is not None:
            visitor = self.visitors.get(type(node))
            if visitor is None:
                for child in syntax.children(node):
                    self.visit(child)
            else:
                visitor(self, node)

    def visit_all(self, nodes: Iterable[Any]) -> None:
        """Go over nodes in their order."""
        for node in nodes:
            self.visit(node)

    def visit_statements(self, statements: Iterable[syntax.Statement]) -> None:
        """Go over statements in their order, with each of them around what is in it."""
        outer = self.around
        for statement in statements:
            self.around = statement.start, statement.end, outer
            self.visit(statement)
        self.around = outer

    def use(self, name: syntax.Identifier, meaning: int, is_write: bool = False) -> None:
        """Note the use of a name."""
        around = self.around if is_write else None
        self.uses.append(Use(name, self.scope, meaning, self.function, is_write, around, self.heads))

    @contextmanager
    def in_scope(self, node: Any, is_function: bool = False) -> Iterator[Scope]:
        """A new scope, which the node opens."""
        outer = self.scope
        self.scope = self.scopes[node] = Scope(outer, self.function, is_function, None, node)
        yield self.scope
        self.scope = outer

    # Flow.

    @property
    def is_reachable(self) -> bool:
        """Whether execution comes to the place where the walk is."""
        return self.flow is not UNREACHABLE

    def join(self, label: Label) -> None:
        """Go on behind a label."""
        self.flow = finish(label)

    def to(self, label: Label) -> None:
        """The place here is one way to a label."""
        add_antecedent(label, self.flow)

    def condition(
        self, antecedent: FlowNode, expression: syntax.Expression, sense: bool, is_presence: bool = False
    ) -> FlowNode:
        """The flow behind an expression that was found to be true or false."""
        if antecedent is UNREACHABLE:
            return antecedent
        if isinstance(expression, syntax.BooleanLiteral) and expression.value is not sense and not is_presence:
            return UNREACHABLE
        if not is_narrowing(expression):
            return antecedent
        return ConditionFlow(expression, sense, antecedent, is_presence)

    def assign(self, target: syntax.Node, source: syntax.Node) -> None:
        """A target gets a value here."""
        if self.flow is not UNREACHABLE:
            self.set_flow(AssignmentFlow(target, source, self.flow))

    def set_flow(self, flow: FlowNode) -> None:
        """Something happens here after which what is known may be another; an exception may come with it or without
        it.
        """
        self.flow = flow
        if self.exception_target is not None:
            add_antecedent(self.exception_target, flow)
