"""Flow typing: going backwards over the flow graph from a use of a reference to what is known of it there.

The algorithm is TypeScript's: assignments begin a new type, conditions narrow, labels join, loops are gone round
until nothing is added. A type that was found while a loop around was not finished is incomplete and is not kept.
"""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import (
    AssignmentFlow,
    CallFlow,
    ConditionFlow,
    FlowNode,
    Label,
    MutationFlow,
    ReduceFlow,
    Start,
    SwitchFlow,
    Unreachable,
)
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.evolving import evolving_array
from plait.frontend.next.check.narrowing import Narrower
from plait.frontend.next.check.reaching import behind_calls, effects_signature, is_exhaustive, never_returns
from plait.frontend.next.check.references import is_constant, mentions_of, reference_key
from plait.frontend.next.check.state import State
from plait.frontend.next.types.instantiation import element_of_array, predicate_of
from plait.frontend.next.types.model import ANY_LIKE, F, Type, Union
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.store import TypeStore
from plait.frontend.next.types.unions import filter_type, union
from plait.frontend.next.types.widening import base_of_literal, regular, widen_literal

MAX_STEPS: Final = 5000
"""How far one query goes back in a straight line before it gives up and takes the declared type."""

MAX_LOOPS: Final = 12
"""How many loops can be unfinished at a time: what is behind more of them cannot be told."""

MAX_ROUNDS: Final = 100
"""How often loops are gone round until nothing is new."""

FAR: Final = 50
"""After how many steps what is known at a place is kept for other uses of the reference."""

CONDITION_COST: Final = 10
"""What a condition costs that may tell something."""


class Query:
    """What one reference is at the places before its use."""

    __slots__ = ("c", "cache", "declared", "initial", "is_evolving", "kept", "key", "narrower", "property", "root")

    def __init__(self, c: State, key: str, declared: Type, initial: Type) -> None:
        self.c = c
        self.key = key
        self.declared = declared
        self.initial = initial
        self.is_evolving = declared is c.store.auto or declared is evolving_array(c)
        self.narrower = Narrower(c, key, declared)
        self.root = key.split(".", 1)[0]
        self.property = f".{key.rsplit('.', 1)[1]}" if "." in key else ""
        self.cache: dict[FlowNode, Type] = {}
        self.kept = c.kept_flows.setdefault((key, declared.id, initial.id), {})

    def at(self, flow: FlowNode) -> Type:
        """The type at a place in the flow, as far as the loops around are finished: each round finds it anew."""
        flow = behind_calls(self.c, flow)
        known = self.cache.get(flow)
        if known is None and self.c.loop_types and not self.c.reduced and self.narrower.pattern is None:
            known = self.cache[flow] = self._in_round(flow)
        if known is None:
            c = self.c
            unfinished, steps = c.incomplete, c.store.steps
            known = self.cache[flow] = self._walk(flow)
            if (
                c.store.steps > steps + FAR
                and c.incomplete == unfinished
                and not (c.loop_types or c.reduced or c.muted)
            ):
                self.kept[flow] = known
        return known

    def _in_round(self, flow: FlowNode) -> Type:
        """The type at a place while loops are unfinished: it is found once in each round of the outermost one."""
        c = self.c
        key = flow, self.key, self.declared.id, self.initial.id
        found = c.solving.places.get(key)
        if found is None:
            before = c.incomplete
            type = self._walk(flow)
            c.solving.places[key] = type, c.incomplete > before
            return type
        type, may_change = found
        if may_change:
            self._ask_unfinished()
        return type

    def _ask_unfinished(self) -> None:
        """Note that what is found depends on a loop that is not finished."""
        self.c.incomplete += 1
        self.c.solving.asked += 1

    def _walk(self, flow: FlowNode) -> Type:
        c = self.c
        for _ in range(MAX_STEPS):
            c.store.spend(1)
            if flow in self.kept and not c.reduced:
                return self.kept[flow]
            match flow:
                case AssignmentFlow():
                    found = self._assignment(flow)
                    if found is not None:
                        return found
                    flow = flow.antecedent
                case ConditionFlow():
                    if self._may_tell(flow.expression):
                        return self._condition(flow)
                    flow = flow.antecedent
                case Label():
                    return self._loop(flow) if flow.is_loop else self._join(flow)
                case CallFlow():
                    narrowed_type = self._call(flow)
                    if narrowed_type is not None:
                        return narrowed_type
                    flow = behind_calls(c, flow.antecedent)
                case SwitchFlow():
                    return self._switch(flow)
                case MutationFlow():
                    if self.is_evolving:
                        mutated = self._mutation(flow)
                        if mutated is not None:
                            return mutated
                    flow = flow.antecedent
                case ReduceFlow():
                    return self._reduce(flow)
                case Start():
                    if flow.around is None or not self._is_known_inside(flow):
                        return self.initial
                    flow = flow.around
                case Unreachable():
                    return self.declared
        return self.declared

    def _may_tell(self, condition: syntax.Expression) -> bool:
        """Whether a condition may be about the reference."""
        c = self.c
        if condition not in c.mentioned:
            c.mentioned[condition] = mentions_of(c, condition)
        mentioned = c.mentioned[condition]
        if mentioned is None or self.narrower.pattern is not None:
            return True
        return self.root in mentioned and (self.property == "" or self.property in mentioned or "." in mentioned)

    def _is_known_inside(self, flow: Start) -> bool:
        """Whether what is known around a function is known inside: of variables that keep their value after that
        place.
        """
        root = self.root
        if root in ("this", "super"):
            return flow.function is not None and flow.function.kind is syntax.FunctionKind.ARROW
        symbol = self.c.symbols_by_key.get(root)
        if symbol is None or flow.function is None:
            return False
        if symbol.scope is not None and symbol.scope.function is flow.function:
            return False
        if is_constant(symbol):
            return True
        if not symbol.flags & (SymbolFlags.PARAMETER | SymbolFlags.BLOCK_VARIABLE | SymbolFlags.VAR):
            return False
        return symbol.last_assignment < flow.function.start and "." not in self.key

    # Assignments.

    def _assignment(self, flow: AssignmentFlow) -> Type | None:
        c = self.c
        key = c.assigned_keys.get(flow, "")
        if key == "":
            key = c.assigned_keys[flow] = reference_key(c, flow.node)
        if key is None:
            return None
        if key == self.key:
            if not c.is_reachable(flow.antecedent):
                return c.store.unreachable
            return self._assigned(flow)
        if self.key.startswith(key + "."):
            # The reference is a property of what is assigned: nothing is known of it any more.
            return self.declared
        return None

    def _assigned(self, flow: AssignmentFlow) -> Type:
        c = self.c
        source = flow.source
        if isinstance(source, syntax.Unary):
            return c.store.undefined
        if _counts(source) and self._is_primitive():
            return base_of_literal(c.store, self.declared)
        if isinstance(source, syntax.Update):
            before = self.at(flow.antecedent)
            return base_of_literal(c.store, before) if not before.flags & F.UNDEFINED else c.store.number
        if isinstance(source, syntax.Assignment) and source.operator not in ("=", "&&=", "||=", "??="):
            return base_of_literal(c.store, self.at(flow.antecedent))
        if self.is_evolving:
            assigned = c.assigned_type(flow.node, source)
            if self._is_empty_array(source):
                return c.store.array(c.store.never)
            if assigned.flags & ANY_LIKE and isinstance(source, syntax.Assignment):
                return assigned
            assigned = widen_literal(c.store, assigned)
            if self.declared is c.store.auto or element_of_array(assigned) is not None:
                return assigned
            return c.store.any
        if not isinstance(self.declared, Union):
            return self.declared
        assigned = c.assigned_type(flow.node, source)
        return assignment_reduced(c.store, self.declared, assigned)

    def _is_primitive(self) -> bool:
        """Whether the variable holds numbers, texts or bigints alone: what it held before an update tells no more."""
        return not self.is_evolving and bool(self.declared.flags & _COUNTED) and not isinstance(self.declared, Union)

    def _is_empty_array(self, source: Any) -> bool:
        value = getattr(source, "value", None)
        return isinstance(value, syntax.ArrayLiteral) and not value.elements

    def _mutation(self, flow: MutationFlow) -> Type | None:
        """An element more in an array whose type comes with its elements."""
        c = self.c
        node = flow.node
        if isinstance(node, syntax.Call):
            callee = node.callee
            assert isinstance(callee, syntax.PropertyAccess)
            target: Any = callee.object
            values: tuple[Any, ...] = node.arguments
        else:
            assert isinstance(node.target, syntax.ElementAccess)
            target = node.target.object
            values = (node.value,)
        if reference_key(c, target) != self.key:
            return None
        before = self.at(flow.antecedent)
        element = element_of_array(before)
        if element is None:
            return before
        types = [element]
        for value in values:
            if isinstance(value, syntax.Spread):
                inner = element_of_array(c.expression(value.expression))
                types.append(c.store.any if inner is None else inner)
            else:
                types.append(regular(base_of_literal(c.store, c.expression(value))))
        return c.store.array(union(c.store, types))

    # Conditions and calls.

    def _condition(self, flow: ConditionFlow) -> Type:
        c = self.c
        key = flow, self.key, self.declared.id, self.initial.id
        known = c.narrowed.get(key)
        if known is not None and not c.reduced:
            return known
        c.store.spend(CONDITION_COST)
        unfinished, steps = c.incomplete, c.store.steps
        before = self.at(flow.antecedent)
        if before.flags & F.NEVER:
            return before
        if flow.is_presence:
            found = self.narrower.presence(before, flow.expression, flow.sense)
        else:
            found = self.narrower.condition(before, flow.expression, flow.sense)
        is_worth_it = found is not before or c.store.steps > steps + FAR
        if is_worth_it and not (c.loop_types or c.reduced or c.muted) and c.incomplete == unfinished:
            c.narrowed[key] = found
        return found

    def _switch(self, flow: SwitchFlow) -> Type:
        before = self.at(flow.antecedent)
        if before.flags & F.NEVER:
            return before
        if flow.first == flow.end and is_exhaustive(self.c, flow.switch):
            return self.c.store.never
        return self.narrower.switch(before, flow.switch, flow.first, flow.end)

    def _call(self, flow: CallFlow) -> Type | None:
        c = self.c
        signature = effects_signature(c, flow.call)
        if signature is None:
            if flow.call not in c.finding_effects:
                c.behind_calls[flow] = flow.antecedent
            return None
        predicate = predicate_of(c.store, signature)
        if predicate is not None and predicate.is_assertion:
            before = self.at(flow.antecedent)
            if predicate.type is not None:
                return self.narrower.by_predicate(before, flow.call, predicate, True)
            if 0 <= predicate.index < len(flow.call.arguments):
                return self.narrower.condition(before, flow.call.arguments[predicate.index], True)
            return before
        if never_returns(c, signature):
            return c.store.unreachable
        return None

    # Joins.

    def _join(self, label: Label) -> Type:
        c = self.c
        types: list[Type] = []
        for antecedent in c.reduced.get(label, label.antecedents):
            type = self.at(antecedent)
            if type is self.declared and self.declared is self.initial:
                return type
            types.append(type)
        return self._joined(types)

    def _joined(self, types: list[Type]) -> Type:
        store = self.c.store
        if types and all(type is store.unreachable for type in types):
            return store.unreachable
        if self.is_evolving and self.declared is not store.auto:
            elements = [element_of_array(type) for type in types if not type.flags & F.NEVER]
            if elements and all(element is not None for element in elements):
                return store.array(union(store, [element for element in elements if element is not None]))
        return union(store, types)

    def _reduce(self, flow: ReduceFlow) -> Type:
        c = self.c
        outer = c.reduced.get(flow.target)
        c.reduced[flow.target] = flow.antecedents
        saved, self.cache = self.cache, {}
        result = self.at(flow.antecedent)
        self.cache = saved
        if outer is None:
            del c.reduced[flow.target]
        else:
            c.reduced[flow.target] = outer
        return result

    def _loop(self, label: Label) -> Type:
        c = self.c
        key = label, self.key, self.declared.id
        known = c.loop_results.get(key)
        if known is not None and not c.reduced:
            return known
        open_types = c.loop_types.get(key)
        if open_types is not None:
            self._ask_unfinished()
            return self._joined(open_types) if open_types else c.store.never
        partial = c.solving.partial.get(key)
        if partial is not None and c.loop_types and not c.reduced:
            self._ask_unfinished()
            return partial
        if len(c.loop_types) >= MAX_LOOPS:
            self._ask_unfinished()
            c.solving.cuts += 1
            return c.store.opaque
        return self._round(label, key)[0] if c.loop_types else self._outermost(label, key)

    def _outermost(self, label: Label, key: tuple[Any, str, int]) -> Type:
        """What a reference is at the head of a loop, and what all others are that it depends on: rounds are gone until
        none of them becomes more.
        """
        c = self.c
        loops = c.solving
        before, asked, cuts = c.incomplete, loops.asked, loops.cuts
        loops.assumed = {}
        result: Type = c.store.opaque
        for _ in range(MAX_ROUNDS):
            loops.begin_round()
            result, is_known = self._round(label, key)
            if is_known or not loops.grew:
                break
        is_whole = c.incomplete - before == loops.asked - asked and loops.cuts == cuts
        if is_whole and not loops.grew and not c.reduced:
            # Nothing else than these loops was unfinished, and in the last round nothing was new: all of it is true.
            c.loop_results.update(loops.partial)
        loops.begin_round()
        c.incomplete = before
        c.loop_results[key] = result
        return result

    def _round(self, label: Label, key: tuple[Any, str, int]) -> tuple[Type, bool]:
        """Go round a loop once: what a reference is at its head as far as it is known, and whether that is all."""
        c = self.c
        types = c.solving.assumed.setdefault(key, [])
        c.loop_types[key] = types
        is_known = False
        before = c.incomplete
        for position, antecedent in enumerate(label.antecedents):
            if position:
                self.cache = {}
            type = self.at(antecedent)
            if type not in types:
                types.append(type)
                c.solving.grew = True
            if type is self.declared and self.declared is self.initial:
                is_known = True
                break
        del c.loop_types[key]
        self.cache = {}
        result = self._joined(types)
        if c.loop_types and c.incomplete == before:
            c.loop_results[key] = result
        elif not c.reduced:
            c.solving.partial[key] = result
        return result, is_known


def _counts(source: Any) -> bool:
    """Whether an assignment goes on from the value before."""
    if isinstance(source, syntax.Assignment):
        return source.operator not in ("=", "&&=", "||=", "??=")
    return isinstance(source, syntax.Update)


_COUNTED: Final = F.NUMBER | F.STRING | F.BIGINT


def flow_type(c: State, node: Any, declared: Type, initial: Type | None = None) -> Type:
    """The type of a reference at its place."""
    key = reference_key(c, node)
    flow = c.flows.get(node)
    if key is None or flow is None:
        return declared
    query = Query(c, key, declared, declared if initial is None else initial)
    found = query.at(flow)
    return declared if found is c.store.unreachable else found


def pattern_flow_type(c: State, node: Any, pattern: Any, type: Type) -> Type:
    """The type of the value that a pattern takes apart, where one of its variables is used."""
    flow = c.flows.get(node)
    if flow is None:
        return type
    query = Query(c, f"pattern {id(pattern)}", type, type)
    query.narrower = Narrower(c, query.key, type, 0, pattern)
    found = query.at(flow)
    return type if found is c.store.unreachable else found


def assignment_reduced(store: TypeStore, declared: Type, assigned: Type) -> Type:
    """What a variable of a union type holds after an assignment: the constituents that the value may be."""
    if declared is assigned:
        return declared
    if assigned.flags & F.NEVER:
        return assigned
    if assigned.flags & ANY_LIKE:
        return declared

    def keep(item: Type) -> bool:
        if isinstance(assigned, Union):
            return any(is_assignable(store, regular(part), item) for part in assigned.constituents)
        return is_assignable(store, regular(assigned), item)

    kept = filter_type(store, declared, keep)
    if assigned.flags & F.BOOLEAN_LITERAL and not isinstance(assigned, Union):
        kept = filter_type(store, kept, lambda item: not item.flags & F.BOOLEAN_LITERAL or item is regular(assigned))
    if kept.flags & F.NEVER:
        return declared
    return kept if is_assignable(store, assigned, kept) else declared
