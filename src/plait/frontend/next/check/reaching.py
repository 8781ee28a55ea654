"""Where execution comes to, as far as types tell: calls that never return or assert something, and switches that take
all values.
"""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import (
    UNREACHABLE,
    CallFlow,
    FlowNode,
    Label,
    ReduceFlow,
    Start,
    SwitchFlow,
    Unreachable,
)
from plait.frontend.next.bind.symbols import SymbolFlags
from plait.frontend.next.check.filters import by_typeof
from plait.frontend.next.check.references import symbol_of
from plait.frontend.next.check.state import State
from plait.frontend.next.types.callables import calls_of
from plait.frontend.next.types.instantiation import predicate_of, property_type, result_of
from plait.frontend.next.types.lookup import base_constraint, property_of
from plait.frontend.next.types.members import Signature
from plait.frontend.next.types.model import ANY_LIKE, F, Type
from plait.frontend.next.types.unions import constituents_of, union
from plait.frontend.next.types.widening import regular


def is_reachable(c: State, flow: FlowNode) -> bool:
    """Whether execution may come to a place, as far as types tell."""
    known = c.reachable.get(flow)
    if known is not None:
        return known
    reduced: set[Label] = set()
    result = _reaches(c, flow, set(), reduced)
    if not reduced:
        c.reachable[flow] = result
    return result


def _reaches(c: State, flow: FlowNode, seen: set[FlowNode], reduced: set[Label]) -> bool:
    """Whether execution may come to a place, by no label seen. `reduced` gets the reduced labels on the way."""
    while True:
        if flow is UNREACHABLE:
            return False
        if not isinstance(flow, Label) and flow in c.reachable:
            return c.reachable[flow]
        c.store.spend()
        match flow:
            case Label():
                return _label_reaches(c, flow, seen, reduced)
            case Start() | Unreachable():
                return True
            case CallFlow():
                signature = effects_signature(c, flow.call)
                if signature is not None:
                    predicate = predicate_of(c.store, signature)
                    if predicate is not None and predicate.is_assertion and predicate.type is None:
                        arguments = flow.call.arguments
                        if 0 <= predicate.index < len(arguments):
                            argument = arguments[predicate.index]
                            if isinstance(argument, syntax.BooleanLiteral) and not argument.value:
                                return False
                    if never_returns(c, signature):
                        return False
                flow = flow.antecedent
            case SwitchFlow():
                if flow.first == flow.end and is_exhaustive(c, flow.switch):
                    return False
                flow = flow.antecedent
            case ReduceFlow():
                return _reduced_reaches(c, flow, seen, reduced)
            case _:
                flow = flow.antecedent


def _label_reaches(c: State, label: Label, seen: set[FlowNode], reduced: set[Label]) -> bool:
    """As _reaches for a label. That it is reached is kept; that it is not may be so for the seen labels' sake alone."""
    antecedents = c.reduced.get(label)
    if antecedents is None:
        known = c.reachable.get(label)
        if known is not None:
            return known
    if label in seen:
        return False
    seen.add(label)
    own = set() if antecedents is None else {label}
    result = any(_reaches(c, item, seen, own) for item in antecedents or label.antecedents)
    if result and not own:
        c.reachable[label] = True
    reduced |= own
    return result


def _reduced_reaches(c: State, flow: ReduceFlow, seen: set[FlowNode], reduced: set[Label]) -> bool:
    """As _reaches. Labels that are found not to be reached while another is reduced may be reached when it is not."""
    known = c.reachable.get(flow)
    if known is not None:
        return known
    outer = c.reduced.get(flow.target)
    c.reduced[flow.target] = flow.antecedents
    own: set[Label] = set()
    result = _reaches(c, flow.antecedent, set(seen), own)
    if outer is None:
        del c.reduced[flow.target]
    else:
        c.reduced[flow.target] = outer
    own.discard(flow.target)
    if not own and (result or not seen):
        c.reachable[flow] = result
    reduced |= own
    return result


def effects_signature(c: State, call: syntax.Call) -> Signature | None:
    """The signature of a call as a statement, if its function says in words that it asserts something or never
    returns.
    """
    if call in c.effects:
        return c.effects[call]
    c.effects[call] = None
    c.finding_effects.add(call)
    signature = _effects(c, call)
    c.finding_effects.discard(call)
    c.effects[call] = signature
    return signature


def behind_calls(c: State, flow: FlowNode) -> FlowNode:
    """The place that is met first going backwards that is no call known to have no effect on what is known."""
    found = flow
    while found in c.behind_calls:
        found = c.behind_calls[found]
    # Whoever comes this way again goes there at once.
    while flow is not found:
        following = c.behind_calls[flow]
        c.behind_calls[flow] = found
        flow = following
    return found


def _effects(c: State, call: syntax.Call) -> Signature | None:
    type = explicit_type(c, call.callee)
    if type is None:
        return None
    signatures = calls_of(c.store, type)
    if len(signatures) == 1 and not signatures[0].type_parameters:
        chosen: Signature | None = signatures[0]
    elif any(_has_effect(c, signature) for signature in signatures):
        chosen = c.call_signature(call)
    else:
        return None
    return chosen if chosen is not None and _has_effect(c, chosen) else None


def _has_effect(c: State, signature: Signature) -> bool:
    predicate = predicate_of(c.store, signature)
    return (predicate is not None and predicate.is_assertion) or never_returns(c, signature)


def never_returns(c: State, signature: Signature) -> bool:
    """Whether the written result is `never`."""
    result = getattr(signature.declaration, "result", None)
    if result is None:
        return False
    return bool(result_of(c.store, signature).flags & F.NEVER)


def explicit_type(c: State, node: Any) -> Type | None:
    """The type of `a.b.c` as far as declarations say it in words; None if it would have to be inferred."""
    match node:
        case syntax.Identifier():
            symbol = symbol_of(c, node)
            if symbol is None:
                return None
            if symbol.flags & (SymbolFlags.FUNCTION | SymbolFlags.CLASS | SymbolFlags.NAMESPACE | SymbolFlags.ENUM):
                return c.type_of_symbol(symbol)
            declaration = symbol.declarations[0] if symbol.declarations else None
            if isinstance(declaration, syntax.VariableDeclarator | syntax.Parameter) and declaration.type is not None:
                return c.type_of_symbol(symbol)
            if isinstance(declaration, syntax.ImportSpecifier):
                return c.type_of_symbol(symbol)
            return None
        case syntax.This():
            return c.this_type(node)
        case syntax.PropertyAccess():
            inner = explicit_type(c, node.object)
            if inner is None:
                return None
            property = property_of(c.store, inner, node.name.name)
            if property is None:
                return None
            declaration = property.declaration
            if isinstance(declaration, syntax.PropertyDeclaration | syntax.Parameter) and declaration.type is None:
                return None
            return property_type(c.store, property)
        case _:
            return None


def is_exhaustive(c: State, node: syntax.Switch) -> bool:
    """Whether the cases of a switch without default take all values."""
    known = c.exhaustive.get(node)
    if known is not None:
        return known
    c.exhaustive[node] = False
    result = _is_exhaustive(c, node)
    c.exhaustive[node] = result
    return result


def _typeof_exhausted(c: State, type: Type, names: list[str]) -> bool:
    """Whether `typeof` of a value of the type is one of the names."""
    for name in names:
        type = by_typeof(c, type, name, False)
    return bool(type.flags & F.NEVER)


def _is_exhaustive(c: State, node: syntax.Switch) -> bool:
    expression = node.expression
    if isinstance(expression, syntax.Unary) and expression.operator == "typeof":
        from_type = c.expression(expression.operand)
        names = [case.test.value for case in node.cases if isinstance(case.test, syntax.StringLiteral)]
        return _typeof_exhausted(c, from_type, names)
    type = c.expression(expression)
    if isinstance(expression, syntax.BooleanLiteral):
        return False
    base = base_constraint(c.store, type)
    tests = [regular(c.expression(case.test)) for case in node.cases if case.test is not None]
    values = union(c.store, tests)
    parts = constituents_of(base)
    if not parts or base.flags & ANY_LIKE:
        return False
    return all(
        part.flags & _UNITS and any(part is other for other in constituents_of(values)) for part in map(regular, parts)
    )


_UNITS: Final = (
    F.STRING_LITERAL | F.NUMBER_LITERAL | F.BIGINT_LITERAL | F.BOOLEAN_LITERAL | F.UNIQUE_SYMBOL | F.UNDEFINED | F.NULL
)
