"""Functions: their types, the types of their parameters from the context, their inferred results and predicates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import UNREACHABLE, ConditionFlow
from plait.frontend.next.check.flow import Query
from plait.frontend.next.check.literals import keeps_literal
from plait.frontend.next.check.references import reference_key, symbol_of
from plait.frontend.next.check.signatures import declared_parameter_type, function_object, signature_of
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.written import written_type
from plait.frontend.next.types.display import show
from plait.frontend.next.types.inference import Inference, infer, inferred_type, rest_type
from plait.frontend.next.types.instantiation import instantiate_signature, parameter_type, result_of
from plait.frontend.next.types.lookup import apparent, calls_of, parameter_at
from plait.frontend.next.types.members import Mapper, Predicate, Signature
from plait.frontend.next.types.model import ANY_LIKE, F, Anonymous, Intersection, Reference, Type, Union
from plait.frontend.next.types.relation import is_assignable, is_subtype
from plait.frontend.next.types.unions import constituents_of, optional, union, without
from plait.frontend.next.types.widening import widen, widen_literal


def is_sensitive(node: Any) -> bool:
    """Whether the type of an expression depends on what is wanted of it: functions with parameters that have no types."""
    match node:
        case syntax.FunctionExpression(function=function) | syntax.ObjectMethod(function=function):
            return _is_sensitive_function(function)
        case syntax.ObjectLiteral(members=members):
            return any(is_sensitive(member) for member in members)
        case syntax.PropertyAssignment(value=value):
            return is_sensitive(value)
        case syntax.ArrayLiteral(elements=elements):
            return any(is_sensitive(element) for element in elements if element is not None)
        case syntax.Conditional(when_true=first, when_false=second):
            return is_sensitive(first) or is_sensitive(second)
        case syntax.Binary(operator="||" | "??", left=left, right=right):
            return is_sensitive(left) or is_sensitive(right)
        case syntax.Satisfies(expression=inner) | syntax.NonNull(expression=inner):
            return is_sensitive(inner)
        case _:
            return False


def _is_sensitive_function(function: syntax.Function) -> bool:
    if function.type_parameters:
        return False
    if any(parameter.type is None for parameter in function.parameters):
        return True
    body = function.body
    return function.result is None and not isinstance(body, syntax.Block) and is_sensitive(body)


def function_type(c: State, node: syntax.Function, wanted: Wanted | None) -> Type:
    """The type of a function expression or method of an object literal."""
    known = c.types.get(node)
    if wanted is not None and wanted.skips_functions and _is_sensitive_function(node):
        if known is None:
            return c.store.opaque
    if node not in c.contexts:
        signature = contextual_signature(c, wanted, node)
        if signature is not None or wanted is None or wanted.type is None:
            _assign_parameters(c, node, signature)
    if known is None:
        known = function_object(c, node, (node,))
        c.types[node] = known
        c.defer(node)
    return known


def contextual_signature(c: State, wanted: Wanted | None, node: syntax.Function) -> Signature | None:
    """The signature that is wanted of a function; None if none is, or several."""
    if wanted is None or wanted.type is None:
        return None
    type = wanted.type
    found: list[Signature] = []
    for item in constituents_of(type):
        known = apparent(c.store, item)
        if not isinstance(known, Reference | Anonymous) and not known.flags & (F.INTERSECTION | F.UNION):
            continue
        signatures = calls_of(c.store, known)
        fitting = [signature for signature in signatures if _takes(c, signature, node)]
        if len(signatures) == 1:
            found.extend(fitting)
        elif len(fitting) == 1 or (fitting and isinstance(known, Intersection)):
            found.append(_combined(c, fitting))
    if not found:
        return None
    signature = found[0]
    if len(found) > 1:
        signature = _combined(c, found)
    if wanted.inference is None:
        return signature
    if not _is_sensitive_function(node):
        return instantiate_signature(c.store, signature, c.lenient_mapper(wanted.inference), False)
    for index, parameter in enumerate(node.parameters):
        own = parameter_at(c.store, signature, index) if parameter.type is not None else None
        if own is not None and parameter.type is not None:
            infer(wanted.inference, written_type(c, parameter.type), own)
    return _fixed(c, signature, wanted.inference)


def _takes(c: State, signature: Signature, node: syntax.Function) -> bool:
    """Whether a function has no more required parameters than the signature has."""
    needed = 0
    for index, parameter in enumerate(node.parameters):
        if not parameter.is_optional and parameter.default is None and not parameter.is_rest:
            needed = index + 1
    return signature.has_rest or needed <= len(signature.parameters) or not c.strict_contexts


def _combined(c: State, found: list[Signature]) -> Signature:
    """One signature for a function that is wanted in several ways: parameters are what any gives."""
    store = c.store
    first = found[0]
    if all(signature is first for signature in found):
        return first
    from_parameters = []
    count = max(len(signature.parameters) for signature in found)
    longest = next(signature for signature in found if len(signature.parameters) == count)
    for index in range(count):
        types = [type for signature in found if (type := parameter_at(store, signature, index)) is not None]
        made = c.new_parameter(longest.parameters[index].name, union(store, types), longest.parameters[index].is_rest)
        if made.is_rest:
            made.type = store.array(union(store, types))
        from_parameters.append(made)
    result = union(store, [result_of(store, signature) for signature in found])
    made_signature = store.signature(tuple(from_parameters), result, (), first.this)
    made_signature.predicate_known = True
    return made_signature


def _fixed(c: State, signature: Signature, inference: Inference) -> Signature:
    """The signature for the parameters of a function: the type parameters that stand in them are settled by now."""
    mentioned: set[int] = set()
    for parameter in signature.parameters:
        c.collect_mentions(parameter_type(c.store, parameter), mentioned)
    if signature.this is not None:
        c.collect_mentions(signature.this, mentioned)
    types: dict[int, Type] = {}
    for candidate in inference.candidates:
        if candidate.parameter.id in mentioned:
            types[candidate.parameter.id] = inferred_type(inference, candidate)
            candidate.is_fixed = True
    return instantiate_signature(c.store, signature, Mapper(types)) if types else signature


def _assign_parameters(c: State, node: syntax.Function, signature: Signature | None) -> None:
    """Parameters without types get those of the wanted signature, for good."""
    if c.muted and signature is None:
        return
    c.contexts[node] = signature
    if signature is None:
        return
    if signature.type_parameters and not node.type_parameters:
        signature_of(c, node).type_parameters = signature.type_parameters
    for index, parameter in enumerate(node.parameters):
        if parameter.type is not None:
            continue
        type: Type | None
        if parameter.is_rest:
            type = rest_type(c.store, signature, index)
        else:
            type = parameter_at(c.store, signature, index)
        if type is None:
            continue
        if parameter.default is not None:
            type = without(c.store, type, F.UNDEFINED)
            with c.trial():
                value = widen_literal(c.store, c.expression(parameter.default, Wanted(type)))
            if not is_assignable(c.store, value, type):
                type = union(c.store, (type, value))
        elif parameter.is_optional:
            type = without(c.store, type, F.UNDEFINED)
        c.parameter_types[parameter] = type
        if not isinstance(parameter.target, syntax.Identifier):
            c.check_pattern(parameter.target, type, False, parameter)


# Results.


def signature_result(c: State, signature: Signature) -> Type:
    """The result of a declared signature: written, or inferred from the body."""
    node = signature.declaration
    if node is None:
        return c.store.any
    result = getattr(node, "result", None)
    if result is not None:
        type = written_type(c, result)
        signature.result = type
        return type
    if not isinstance(node, syntax.Function) or node.body is None:
        if isinstance(node, syntax.Function) and node.kind is syntax.FunctionKind.CONSTRUCTOR:
            return c.store.void
        return c.store.any
    if node.kind is syntax.FunctionKind.SETTER:
        return c.store.void
    if signature.in_progress:
        c.incomplete += 1
        return c.store.opaque
    signature.in_progress = True
    before = c.incomplete
    with c.trial():
        found = inferred_result(c, node)
    signature.in_progress = False
    if c.incomplete == before or not c.loop_types:
        signature.result = found
        if not c.results_in_progress():
            c.incomplete = before if not c.loop_types else c.incomplete
    return found


def inferred_result(c: State, node: syntax.Function) -> Type:
    """What a function without written result gives."""
    store = c.store
    context = result_wanted(c, node)
    if node.is_generator:
        return _generator(c, node, context)
    if not isinstance(node.body, syntax.Block):
        inner = async_wanted(c, node, context)
        type = c.expression(node.body, None if inner is None else Wanted(inner))
        if node.is_async:
            type = c.awaited(type)
        return _finished(c, node, [type], context)
    types: list[Type] = []
    inner = async_wanted(c, node, context)
    has_empty = False
    for statement in returns_of(node):
        if statement.expression is None:
            has_empty = True
            continue
        flow = c.flows.get(statement)
        if flow is UNREACHABLE or (flow is not None and not c.is_reachable(flow)):
            continue
        type = c.expression(statement.expression, None if inner is None else Wanted(inner))
        if node.is_async:
            type = c.awaited(type)
        if type.flags & F.NEVER:
            continue
        types.append(type)
    ends = c.is_reachable(c.ends.get(node, UNREACHABLE))
    if not types:
        if not ends and not has_empty:
            if any(True for _ in returns_of(node)) or node.kind in (
                syntax.FunctionKind.EXPRESSION,
                syntax.FunctionKind.ARROW,
            ):
                return store.promise(store.never) if node.is_async else store.never
            return store.promise(store.void) if node.is_async else store.void
        nothing: Type = store.void
        return store.promise(nothing) if node.is_async else nothing
    if ends or has_empty:
        types.append(store.undefined)
    return _finished(c, node, types, context)


def _finished(c: State, node: syntax.Function, types: list[Type], context: Type | None) -> Type:
    store = c.store
    type = c.subtype_union(types)
    if not isinstance(type, Union):
        wanted = async_wanted(c, node, context)
        if not keeps_literal(c, type, wanted):
            type = widen_literal(store, type)
    elif type.flags & F.BOOLEAN or _is_one_kind(type):
        wanted = async_wanted(c, node, context)
        if wanted is None:
            type = widen_literal(store, type) if type.flags & F.BOOLEAN else type
    type = widen(store, type)
    return store.promise(type) if node.is_async else type


def _is_one_kind(type: Union) -> bool:
    return len({item.flags for item in type.constituents}) == 1


def result_wanted(c: State, node: syntax.Function) -> Type | None:
    """What is wanted of the result of a function expression."""
    signature = c.contexts.get(node)
    if signature is None:
        return None
    return result_of(c.store, signature)


def async_wanted(c: State, node: syntax.Function, context: Type | None) -> Type | None:
    """What is wanted of a returned expression."""
    if context is None or context.flags & F.VOID:
        return None
    if not node.is_async:
        return context
    inner = c.awaited_or_none(context)
    return None if inner is None else union(c.store, (inner, context))


def _generator(c: State, node: syntax.Function, context: Type | None) -> Type:
    store = c.store
    wanted = None if context is None else c.yielded_wanted(context, node.is_async)
    yields: list[Type] = []
    nexts: Type = store.unknown if context is None else c.next_wanted(context)
    for expression in yields_of(node):
        if expression.expression is None:
            yields.append(store.undefined)
        elif expression.is_delegating:
            inner = c.expression(expression.expression)
            yields.append(c.iterated(inner, expression.expression, node.is_async))
        else:
            type = c.expression(expression.expression, None if wanted is None else Wanted(wanted))
            yields.append(c.awaited(type) if node.is_async else type)
    returns = [
        c.expression(statement.expression) for statement in returns_of(node) if statement.expression is not None
    ]
    result: Type = c.subtype_union(returns) if returns else store.void
    if node.is_async:
        result = c.awaited(result)
    if returns and c.is_reachable(c.ends.get(node, UNREACHABLE)):
        result = optional(store, result)
    yielded = c.subtype_union(yields) if yields else store.never
    if wanted is None:
        yielded = widen_literal(store, yielded) if not isinstance(yielded, Union) else yielded
    name = "AsyncGenerator" if node.is_async else "Generator"
    return c.library_type(name, (widen(store, yielded), widen(store, widen_literal(store, result)), nexts))


def returns_of(node: syntax.Function) -> tuple[syntax.Return, ...]:
    """The `return` statements of a function, not of those inside it."""
    return tuple(item for item in _own_nodes(node.body) if isinstance(item, syntax.Return))


def yields_of(node: syntax.Function) -> tuple[syntax.Yield, ...]:
    """The `yield` expressions of a function, not of those inside it."""
    return tuple(item for item in _own_nodes(node.body) if isinstance(item, syntax.Yield))


def _own_nodes(body: Any) -> Iterator[Any]:
    pending = [body]
    while pending:
        current = pending.pop()
        yield current
        if isinstance(current, syntax.Function | syntax.Class):
            continue
        pending.extend(reversed(list(syntax.children(current))))


# Predicates.


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
    with c.trial():
        type = c.expression(expression)
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
    initial = declared_parameter_type(c, parameter)
    if parameter.is_optional:
        initial = optional(c.store, initial)
    if initial.flags & ANY_LIKE or not isinstance(initial, Union) and not initial.flags & F.UNKNOWN:
        if not initial.flags & (F.OBJECT | F.TYPE_PARAMETER) or initial.flags & ANY_LIKE:
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


# Bodies.


def check_function(c: State, node: syntax.Function) -> None:
    """Check the parameters and the body of a function."""
    for parameter in node.parameters:
        _check_parameter(c, node, parameter)
    if node.result is not None:
        written_type(c, node.result)
    body = node.body
    if body is None:
        return
    c.function_stack.append(node)
    result = None if node.result is None else written_type(c, node.result)
    if isinstance(body, syntax.Block):
        c.statements(body.statements)
        if node.result is not None and result is not None:
            _check_end(c, node, result)
    else:
        context = result if result is not None else result_wanted(c, node)
        inner = async_wanted(c, node, context)
        type = c.expression(body, None if inner is None else Wanted(inner))
        if result is not None:
            check_returned(c, node, type, body, result)
    c.function_stack.pop()


def _check_parameter(c: State, node: syntax.Function, parameter: syntax.Parameter) -> None:
    type = declared_parameter_type(c, parameter)
    if parameter.type is None and parameter.default is None and parameter not in c.parameter_types:
        if isinstance(parameter.target, syntax.Identifier) and not c.has_unknown_context(node):
            c.report(
                Code.MISSING_PARAMETER_TYPE,
                parameter,
                f"the parameter `{parameter.target.name}` has no type",
                "write it: `name: type`",
            )
    if parameter.default is not None:
        value = c.expression(parameter.default, Wanted(type))
        if parameter.type is not None:
            c.require(value, type, parameter.default, "default value")
    if not isinstance(parameter.target, syntax.Identifier):
        c.check_pattern(parameter.target, type, False, parameter)


def check_returned(c: State, node: syntax.Function, type: Type, place: Any, result: Type) -> None:
    """Whether a returned value fits the written result."""
    if node.is_generator:
        wanted = c.returned_wanted(result)
        if wanted is not None:
            c.require(c.awaited(type) if node.is_async else type, wanted, place, "returned value")
        return
    if isinstance(node.result, syntax.TypePredicateNode):
        c.require(type, c.store.boolean, place, "returned value")
        return
    if node.is_async:
        inner = c.awaited_or_none(result)
        if inner is not None:
            c.require(c.awaited(type), inner, place, "returned value")
        return
    c.require(type, result, place, "returned value")


def _check_end(c: State, node: syntax.Function, result: Type) -> None:
    """A function with a written result returns on all paths."""
    if node.is_generator or isinstance(node.result, syntax.TypePredicateNode) and node.result.is_assertion:
        return
    known: Type | None = result
    if node.is_async:
        known = c.awaited_or_none(result)
        if known is None:
            if not result.flags & ANY_LIKE and node.result is not None:
                c.report(Code.ASYNC_RESULT, node.result, f"an async function gives a Promise, not `{show(c.store, result)}`")
            return
    assert known is not None
    if not c.is_reachable(c.ends.get(node, UNREACHABLE)):
        return
    if any(item.flags & (F.VOID | F.UNDEFINED | ANY_LIKE | F.UNKNOWN) for item in constituents_of(known)):
        return
    has_returns = any(item.expression is not None for item in returns_of(node))
    place = node.result if node.result is not None else node
    if known.flags & F.NEVER:
        c.report(Code.MISSING_RETURN, place, "a function that never returns comes to its end")
    elif has_returns:
        c.report(Code.MISSING_RETURN, place, "not all paths through the function return a value")
    else:
        c.report(Code.MISSING_RETURN, place, f"the function returns no `{show(c.store, result)}`")

