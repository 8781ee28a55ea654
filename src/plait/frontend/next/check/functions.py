"""Functions: their types, the types of their parameters from the context, their inferred results and predicates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import UNREACHABLE
from plait.frontend.next.check.assignability import require
from plait.frontend.next.check.forms import check_function_form
from plait.frontend.next.check.iteration import awaited, awaited_or_none, generator_part
from plait.frontend.next.check.results import async_wanted, result_wanted, returns_of, signature_result
from plait.frontend.next.check.sensitivity import is_sensitive_function
from plait.frontend.next.check.signatures import (
    declared_parameter_type,
    function_object,
    initial_parameter_type,
    signature_of,
)
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import defer, lenient_mapper
from plait.frontend.next.check.written import outer_parameters, written_type
from plait.frontend.next.types.callables import calls_of, has_rest, parameter_at, parameter_count, rest_type
from plait.frontend.next.types.candidates import Inference
from plait.frontend.next.types.display import show
from plait.frontend.next.types.inference import infer
from plait.frontend.next.types.inferred import inferred_type
from plait.frontend.next.types.instantiation import (
    element_of_array,
    instantiate,
    instantiate_signature,
    mapper,
    parameter_type,
    result_of,
)
from plait.frontend.next.types.lookup import apparent
from plait.frontend.next.types.members import Mapper, Parameter, Signature
from plait.frontend.next.types.mentions import mentioned
from plait.frontend.next.types.model import ANY_LIKE, Anonymous, F, Reference, Type, TypeParameter, Union
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.unions import constituents_of, union, without
from plait.frontend.next.types.widening import widen_literal


def function_type(c: State, node: syntax.Function, wanted: Wanted | None) -> Type:
    """The type of a function expression or method of an object literal."""
    known = c.types.get(node)
    if wanted is not None and wanted.skips_functions and is_sensitive_function(node) and known is None:
        return c.store.skipped
    if node not in c.contexts:
        signature = contextual_signature(c, wanted, node)
        if signature is not None or wanted is None or wanted.type is None:
            _assign_parameters(c, node, signature)
            if wanted is not None and wanted.inference is not None and node in c.contexts:
                c.inferences[node] = wanted.inference
    if known is None:
        known = function_object(c, node, (node,))
        c.types[node] = known
        defer(c, node)
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
        if len(signatures) == 1 and (not isinstance(type, Union) or _takes_all(c, signatures[0], node)):
            found.append(signatures[0])
            continue
        fitting = [signature for signature in signatures if _takes_all(c, signature, node)]
        if len(fitting) == 1 or (fitting and len({len(item.type_parameters) for item in fitting}) == 1):
            found.append(_combined(c, fitting))
    if not found:
        return None
    signature = found[0]
    if len(found) > 1:
        signature = _combined(c, found)
    if wanted.inference is None:
        return signature
    if not is_sensitive_function(node):
        return instantiate_signature(c.store, signature, lenient_mapper(c, wanted.inference), False)
    for index, parameter in enumerate(node.parameters):
        own = parameter_at(c.store, signature, index) if parameter.type is not None else None
        if own is not None and parameter.type is not None:
            infer(wanted.inference, written_type(c, parameter.type), own)
    return _fixed(c, signature, wanted.inference)


def _takes_all(c: State, signature: Signature, node: syntax.Function) -> bool:
    """Whether a signature gives all the parameters that a function needs."""
    needed = 0
    for index, parameter in enumerate(node.parameters):
        if not (parameter.is_optional or parameter.is_rest or parameter.default is not None):
            needed = index + 1
    return has_rest(c.store, signature) or parameter_count(c.store, signature) >= needed


def _combined(c: State, found: list[Signature]) -> Signature:
    """One signature for a function that is wanted in several ways: parameters are what any gives."""
    store = c.store
    first = found[0]
    if all(signature is first for signature in found):
        return first
    if first.type_parameters:
        if any(len(item.type_parameters) != len(first.type_parameters) for item in found):
            return first
        own = first.type_parameters
        found = [
            first,
            *[instantiate_signature(store, item, mapper(item.type_parameters, own), False) for item in found[1:]],
        ]
    from_parameters = []
    count = max(len(signature.parameters) for signature in found)
    longest = next(signature for signature in found if len(signature.parameters) == count)
    for index in range(count):
        types = [type for signature in found if (type := parameter_at(store, signature, index)) is not None]
        made = Parameter(longest.parameters[index].name, union(store, types), False, longest.parameters[index].is_rest)
        if made.is_rest:
            made.type = store.array(union(store, types))
        from_parameters.append(made)
    result = union(store, [result_of(store, signature) for signature in found])
    made_signature = store.signature(tuple(from_parameters), result, first.type_parameters, first.this)
    made_signature.predicate_known = True
    return made_signature


def _fixed(c: State, signature: Signature, inference: Inference) -> Signature:
    """The signature for the parameters of a function: the type parameters that stand in them are settled by now."""
    fixed: dict[int, TypeParameter] = {}
    for parameter in signature.parameters:
        mentioned(parameter_type(c.store, parameter), fixed)
    if signature.this is not None:
        mentioned(signature.this, fixed)
    types: dict[int, Type] = {}
    for candidate in inference.candidates:
        if candidate.parameter.id in fixed:
            types[candidate.parameter.id] = inferred_type(inference, candidate)
            candidate.is_fixed = True
    told = {**inference.from_result, **_object_wanted(c, signature, inference)}
    if not types and not told:
        return signature
    made = instantiate_signature(c.store, signature, Mapper(types))
    if told:
        own = {} if made.mapper is None else made.mapper.types
        made.result = instantiate(c.store, result_of(c.store, signature), Mapper({**told, **own}))
    return made


def _object_wanted(c: State, signature: Signature, inference: Inference) -> dict[int, Type]:
    """The object type that the result has to be of by what other arguments told, so that functions in a literal that is
    returned have parameters with types.
    """
    result = result_of(c.store, signature)
    candidate = inference.by_id.get(result.id)
    if candidate is None or not candidate.found:
        return {}
    known = inferred_type(inference, candidate)
    return {result.id: known} if known.flags & F.OBJECT and element_of_array(known) is None else {}


def _assign_parameters(c: State, node: syntax.Function, signature: Signature | None) -> None:
    """Parameters without types get those of the wanted signature, for good."""
    if c.muted and signature is None:
        return
    if signature is not None and signature.type_parameters and not node.type_parameters:
        # With type parameters of its own, for the function may call one that has those of the signature.
        signature = instantiate_signature(c.store, signature, Mapper({}))
        signature_of(c, node).type_parameters = signature.type_parameters
        scope = c.scopes.get(node)
        if scope is not None:
            c.outer[scope] = (*outer_parameters(c, scope), *signature.type_parameters)
    c.contexts[node] = signature
    if signature is None:
        return
    for index, parameter in enumerate(node.parameters):
        if parameter.type is not None:
            continue
        type: Type | None
        type = rest_type(c.store, signature, index) if parameter.is_rest else parameter_at(c.store, signature, index)
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


# Bodies.


def check_function(c: State, node: syntax.Function) -> None:
    """Check the parameters and the body of a function."""
    for parameter in node.parameters:
        _check_parameter(c, node, parameter)
    check_function_form(c, node)
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
        type = c.expression(body, None if inner is None else Wanted(inner, c.inferences.get(node)))
        if result is not None:
            check_returned(c, node, type, body, result)
    c.function_stack.pop()


def _check_parameter(c: State, node: syntax.Function, parameter: syntax.Parameter) -> None:
    type = declared_parameter_type(c, parameter)
    if (
        parameter.type is None
        and parameter.default is None
        and parameter not in c.parameter_types
        and not has_unknown_context(c, node)
    ):
        for place, name in _untyped(parameter.target, parameter):
            c.report(
                Code.MISSING_PARAMETER_TYPE, place, f"the parameter `{name}` has no type", "write it: `name: type`"
            )
    if parameter.default is not None:
        value = c.expression(parameter.default, Wanted(type))
        if parameter.type is not None:
            require(c, value, type, parameter.default, "default value")
    if not isinstance(parameter.target, syntax.Identifier):
        c.check_pattern(parameter.target, initial_parameter_type(c, parameter), False, parameter)


def _untyped(target: Any, place: syntax.Node) -> Iterator[tuple[syntax.Node, str]]:
    """The names of a parameter without type; those in a pattern that have a default have its type."""
    match target:
        case syntax.Identifier(name=name):
            yield place, name
        case syntax.ObjectPattern(elements=elements) | syntax.ArrayPattern(elements=elements):
            for element in elements:
                if element is not None and element.default is None:
                    yield from _untyped(element.target, element)
        case _:
            pass


def check_returned(c: State, node: syntax.Function, type: Type, place: Any, result: Type) -> None:
    """Whether a returned value fits the written result."""
    if node.is_generator:
        wanted = generator_part(c, result, 1)
        if wanted is not None:
            require(c, awaited(c, type) if node.is_async else type, wanted, place, "returned value")
        return
    if isinstance(node.result, syntax.TypePredicateNode):
        require(c, type, c.store.boolean, place, "returned value")
        return
    if node.is_async:
        inner = awaited_or_none(c, result)
        if inner is not None:
            require(c, awaited(c, type), inner, place, "returned value")
        return
    require(c, type, result, place, "returned value")


def _check_end(c: State, node: syntax.Function, result: Type) -> None:
    """A function with a written result returns on all paths."""
    if node.is_generator or (isinstance(node.result, syntax.TypePredicateNode) and node.result.is_assertion):
        return
    known: Type | None = result
    if node.is_async:
        known = awaited_or_none(c, result)
        if known is None:
            if not result.flags & ANY_LIKE and node.result is not None:
                c.report(
                    Code.ASYNC_RESULT, node.result, f"an async function gives a Promise, not `{show(c.store, result)}`"
                )
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


def has_unknown_context(c: State, node: syntax.Function) -> bool:
    """Whether a function is passed to something whose type is not known, so that nothing can be said of its
    parameters.
    """
    parent = c.places.parent(node)
    if isinstance(parent, syntax.ObjectMethod):
        return node in c.contexts and c.contexts[node] is not None
    if not isinstance(parent, syntax.FunctionExpression):
        return False
    around = c.places.parent(parent)
    match around:
        case syntax.Call(callee=syntax.PropertyAccess(name=syntax.Identifier(name="call" | "apply" | "bind"))):
            # What the function that is called takes is not told by the library's declarations.
            return parent in around.arguments
        case syntax.Call() | syntax.New():
            callee = c.types.get(around.callee)
            signature = c.calls.get(around)
            return (callee is not None and bool(callee.flags & ANY_LIKE)) or (
                signature is None and parent in around.arguments
            )
        case _:
            return False


def return_wanted(c: State, function: syntax.Function) -> Wanted | None:
    """What a `return` statement wants of its value."""
    result: Type | None
    result = written_type(c, function.result) if function.result is not None else result_wanted(c, function)
    if result is None:
        return None
    if function.is_generator:
        inner = generator_part(c, result, 1)
        return None if inner is None else Wanted(inner)
    inner = async_wanted(c, function, result)
    return None if inner is None else Wanted(inner, c.inferences.get(function))


def object_accessor(c: State, member: syntax.ObjectMethod, literal: Any) -> Type:
    """The type of an accessor in an object literal."""
    function = member.function
    defer(c, function)
    if function.kind is syntax.FunctionKind.GETTER:
        signature = signature_of(c, function)
        if function.result is not None:
            return written_type(c, function.result)
        if literal in c.instances_without_context:
            return c.store.opaque
        c.instances_without_context.add(literal)
        found = signature_result(c, signature)
        c.instances_without_context.discard(literal)
        return found
    if function.parameters:
        parameter = function.parameters[0]
        if parameter.type is not None:
            return written_type(c, parameter.type)
    return c.store.any
