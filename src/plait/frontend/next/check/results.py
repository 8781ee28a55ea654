"""What functions give: inferred from their bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import UNREACHABLE
from plait.frontend.next.check.iteration import awaited, awaited_or_none, generator_part, iterated
from plait.frontend.next.check.literal_types import keeps_literal
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.support import subtype_union
from plait.frontend.next.check.written import written_type
from plait.frontend.next.types.instantiation import result_of
from plait.frontend.next.types.members import Signature
from plait.frontend.next.types.model import F, Type, Union
from plait.frontend.next.types.unions import optional, union
from plait.frontend.next.types.widening import widen, widen_literal


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
    with c.trial(), c.scope_of(node.body):
        found = inferred_result(c, node)
    signature.in_progress = False
    if c.incomplete == before or not c.loop_types:
        signature.result = found
        if not c.loop_types:
            c.incomplete = before
    return found


def inferred_result(c: State, node: syntax.Function) -> Type:
    """What a function without written result gives."""
    store = c.store
    context = result_wanted(c, node)
    if node.is_generator:
        return _generator(c, node, context)
    if not isinstance(node.body, syntax.Block):
        inner = async_wanted(c, node, context)
        type = c.expression(node.body, None if inner is None else Wanted(inner, c.inferences.get(node)))
        if node.is_async:
            type = awaited(c, type)
        return _finished(c, node, [type], context)
    types: list[Type] = []
    inner = async_wanted(c, node, context)
    has_empty = False
    for statement in returns_of(node):
        if statement.expression is None:
            has_empty = True
            continue
        type = c.expression(statement.expression, None if inner is None else Wanted(inner, c.inferences.get(node)))
        if node.is_async:
            type = awaited(c, type)
        if type.flags & F.NEVER:
            continue
        types.append(type)
    ends = c.is_reachable(c.ends.get(node, UNREACHABLE))
    if not types:
        if not ends and not has_empty:
            if returns_of(node) or _may_never_return(c, node):
                return store.promise(store.never) if node.is_async else store.never
            return store.promise(store.void) if node.is_async else store.void
        nothing: Type = store.void
        return store.promise(nothing) if node.is_async else nothing
    if ends or has_empty:
        types.append(store.undefined)
    return _finished(c, node, types, context)


def _may_never_return(c: State, node: syntax.Function) -> bool:
    """Whether a function whose end is not reached gives `never`: expressions do, declarations give nothing."""
    if node.kind in (syntax.FunctionKind.EXPRESSION, syntax.FunctionKind.ARROW):
        return True
    return node.kind is syntax.FunctionKind.METHOD and isinstance(c.places.parent(node), syntax.ObjectMethod)


def _finished(c: State, node: syntax.Function, types: list[Type], context: Type | None) -> Type:
    store = c.store
    type = subtype_union(c, types)
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
    inner = awaited_or_none(c, context)
    return None if inner is None else union(c.store, (inner, context))


def _generator(c: State, node: syntax.Function, context: Type | None) -> Type:
    store = c.store
    wanted = None if context is None else generator_part(c, context, 0)
    yields: list[Type] = []
    nexts: Type = store.unknown if context is None else (generator_part(c, context, 2) or c.store.unknown)
    for expression in yields_of(node):
        if expression.expression is None:
            yields.append(store.undefined)
        elif expression.is_delegating:
            inner = c.expression(expression.expression)
            yields.append(iterated(c, inner, expression.expression, node.is_async))
        else:
            type = c.expression(expression.expression, None if wanted is None else Wanted(wanted))
            yields.append(awaited(c, type) if node.is_async else type)
    returns = [c.expression(statement.expression) for statement in returns_of(node) if statement.expression is not None]
    ends = c.is_reachable(c.ends.get(node, UNREACHABLE))
    nothing = store.void if ends or not _may_never_return(c, node) else store.never
    result: Type = subtype_union(c, returns) if returns else nothing
    if node.is_async:
        result = awaited(c, result)
    if returns and ends:
        result = optional(store, result)
    yielded = subtype_union(c, yields) if yields else store.never
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
