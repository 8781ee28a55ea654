"""Predicates of functions that return a condition about a parameter."""

from __future__ import annotations

from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import ConditionFlow
from plait.frontend.next.check.flow import Query
from plait.frontend.next.check.references import reference_key, symbol_of
from plait.frontend.next.check.signatures import initial_parameter_type
from plait.frontend.next.check.state import State
from plait.frontend.next.types.instantiation import result_of
from plait.frontend.next.types.members import Predicate, Signature
from plait.frontend.next.types.model import ANY_LIKE, F, Type
from plait.frontend.next.types.relation import is_subtype
from plait.frontend.next.types.unions import constituents_of, optional


def inferred_predicate(c: State, signature: Signature) -> Predicate | None:
    """The predicate of a function that returns a condition about a parameter: `x => x !== null`."""
    node = signature.declaration
    if not isinstance(node, syntax.Function) or node.result is not None or node.body is None:
        return None
    if node.is_async or node.is_generator or node.kind is syntax.FunctionKind.CONSTRUCTOR or not node.parameters:
        return None
    expression = node.body
    if isinstance(expression, syntax.Block):
        statements = expression.statements
        if len(statements) != 1 or not isinstance(statements[0], syntax.Return):
            return None
        returned = statements[0].expression
        if returned is None:
            return None
        expression = returned
    if not isinstance(expression, syntax.Binary | syntax.Unary | syntax.Call):
        return None
    # As the result is wanted: what stands in it gets its types from there.
    type = result_of(c.store, signature)
    if not all(item.flags & F.BOOLEAN_LITERAL for item in constituents_of(type)) or not constituents_of(type):
        return None
    for index, parameter in enumerate(node.parameters):
        if not isinstance(parameter.target, syntax.Identifier) or parameter.is_rest or parameter.default is not None:
            continue
        found = _predicate_for(c, expression, parameter)
        if found is not None:
            return Predicate(index, False, found)
    return None


def _predicate_for(c: State, expression: Any, parameter: syntax.Parameter) -> Type | None:
    symbol = symbol_of(c, parameter.target)
    if symbol is None or symbol.last_assignment >= 0:
        return None
    key = reference_key(c, parameter.target)
    flow = _flow_of(c, expression)
    if key is None or flow is None:
        return None
    initial = initial_parameter_type(c, parameter)
    if parameter.is_optional:
        initial = optional(c.store, initial)
    if initial.flags & ANY_LIKE:
        return None
    with c.trial():
        true_type = Query(c, key, initial, initial).at(ConditionFlow(expression, True, flow, False))
        if true_type is initial or true_type.flags & F.NEVER:
            return None
        false_type = Query(c, key, true_type, true_type).at(ConditionFlow(expression, False, flow, False))
    if not false_type.flags & F.NEVER:
        return None
    return true_type if is_subtype(c.store, true_type, initial) or initial.flags & F.UNKNOWN else None


def _flow_of(c: State, expression: Any) -> Any:
    for node in syntax.descendants(expression):
        found = c.flows.get(node)
        if found is not None:
            return found
    return None
