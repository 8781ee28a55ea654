"""Names and flow in expressions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import UNREACHABLE, Label, MutationFlow, add_antecedent
from plait.frontend.next.bind.narrowable import is_narrowable
from plait.frontend.next.bind.symbols import VALUE, SymbolFlags
from plait.frontend.next.bind.walk import Visitor, Walk
from plait.source import Span

_LOGICAL: Final = ("&&", "||", "??")
_LOGICAL_ASSIGNMENTS: Final = ("&&=", "||=", "??=")


def _identifier(walk: Walk, node: syntax.Identifier) -> None:
    walk.use(node, VALUE)
    walk.flows[node] = walk.flow


def _reference(walk: Walk, node: syntax.This | syntax.Super | syntax.MetaProperty) -> None:
    walk.flows[node] = walk.flow


def _property_access(walk: Walk, node: syntax.PropertyAccess) -> None:
    walk.visit(node.object)
    walk.flows[node] = walk.flow


def _element_access(walk: Walk, node: syntax.ElementAccess) -> None:
    walk.visit(node.object)
    walk.visit(node.index)
    walk.flows[node] = walk.flow


def _shorthand(walk: Walk, node: syntax.ShorthandProperty) -> None:
    walk.visit(node.name)


def _property(walk: Walk, node: syntax.PropertyAssignment) -> None:
    visit_property_name(walk, node.name)
    walk.visit(node.value)


def _object_method(walk: Walk, node: syntax.ObjectMethod) -> None:
    visit_property_name(walk, node.name)
    walk.visit(node.function)


def visit_property_name(walk: Walk, name: Any) -> None:
    """Go over a computed name; others use nothing."""
    if isinstance(name, syntax.ComputedName):
        walk.visit(name.expression)


def visit_condition(walk: Walk, node: Any, when_true: Label, when_false: Label) -> None:
    """Go over an expression whose truth decides where execution goes on."""
    stripped = node
    if_true, if_false = when_true, when_false
    while isinstance(stripped, syntax.Unary) and stripped.operator == "!":
        stripped = stripped.operand
        if_true, if_false = if_false, if_true
    match stripped:
        case syntax.Binary(operator=operator) if operator in _LOGICAL:
            _logical_parts(walk, stripped, if_true, if_false)
        case syntax.Assignment(operator=operator) if operator in _LOGICAL_ASSIGNMENTS:
            _logical_assignment_parts(walk, stripped, if_true, if_false)
        case syntax.OptionalChain():
            _chain_parts(walk, stripped, if_true, if_false)
        case _:
            walk.visit(node)
            add_antecedent(when_true, walk.condition(walk.flow, node, True))
            add_antecedent(when_false, walk.condition(walk.flow, node, False))


def _left_operand(walk: Walk, operator: str, left: Any, when_true: Label, when_false: Label) -> None:
    """The left operand of a logical operator; that of `??` goes by presence."""
    if not operator.startswith("??"):
        visit_condition(walk, left, when_true, when_false)
        return
    walk.visit(left)
    add_antecedent(when_true, walk.condition(walk.flow, left, True, is_presence=True))
    add_antecedent(when_false, walk.condition(walk.flow, left, False, is_presence=True))


def _logical_parts(walk: Walk, node: syntax.Binary, when_true: Label, when_false: Label) -> None:
    before_right = Label()
    if node.operator == "&&":
        _left_operand(walk, node.operator, node.left, before_right, when_false)
    else:
        _left_operand(walk, node.operator, node.left, when_true, before_right)
    walk.join(before_right)
    visit_condition(walk, node.right, when_true, when_false)


def _logical_assignment_parts(walk: Walk, node: syntax.Assignment, when_true: Label, when_false: Label) -> None:
    before_right = Label()
    if node.operator == "&&=":
        _left_operand(walk, node.operator, node.target, before_right, when_false)
    else:
        _left_operand(walk, node.operator, node.target, when_true, before_right)
    walk.join(before_right)
    walk.visit(node.value)
    assign_target(walk, node.target, node)
    add_antecedent(when_true, walk.condition(walk.flow, node, True))
    add_antecedent(when_false, walk.condition(walk.flow, node, False))


def _binary(walk: Walk, node: syntax.Binary) -> None:
    if node.operator in _LOGICAL:
        behind = Label()
        _logical_parts(walk, node, behind, behind)
        walk.join(behind)
        return
    walk.visit(node.left)
    walk.visit(node.right)


def _conditional(walk: Walk, node: syntax.Conditional) -> None:
    when_true, when_false, behind = Label(), Label(), Label()
    visit_condition(walk, node.condition, when_true, when_false)
    walk.join(when_true)
    walk.flows[node] = walk.flow
    walk.visit(node.when_true)
    walk.to(behind)
    walk.join(when_false)
    walk.visit(node.when_false)
    walk.to(behind)
    walk.join(behind)


def _chain(walk: Walk, node: syntax.OptionalChain) -> None:
    behind = Label()
    _chain_parts(walk, node, behind, behind)
    walk.join(behind)


def _chain_parts(walk: Walk, node: syntax.OptionalChain, when_true: Label, when_false: Label) -> None:
    """A chain `a?.b.c` goes as `a && a.b.c`."""
    _link(walk, node.expression, when_false)
    walk.flows[node] = walk.flow
    add_antecedent(when_true, walk.condition(walk.flow, node, True))
    add_antecedent(when_false, walk.condition(walk.flow, node, False))


def _link(walk: Walk, node: Any, when_absent: Label) -> None:
    """One link of a chain, with those before it."""
    inner = (
        node.callee
        if isinstance(node, syntax.Call)
        else node.expression
        if isinstance(node, syntax.NonNull)
        else node.object
    )
    if not isinstance(node, syntax.NonNull) and node.is_optional:
        walk.visit(inner)
        present = Label()
        add_antecedent(present, walk.condition(walk.flow, inner, True, is_presence=True))
        add_antecedent(when_absent, walk.condition(walk.flow, inner, False, is_presence=True))
        walk.join(present)
    else:
        _link(walk, inner, when_absent)
    match node:
        case syntax.ElementAccess():
            walk.visit(node.index)
        case syntax.Call():
            if node.type_arguments is not None:
                walk.visit_all(node.type_arguments)
            walk.visit_all(node.arguments)
            _note_mutation(walk, node)
        case _:
            pass
    walk.flows[node] = walk.flow


def visit_call(walk: Walk, node: syntax.Call) -> None:
    """A call: what is called, then the arguments."""
    if node.type_arguments is not None:
        walk.visit_all(node.type_arguments)
    walk.visit(node.callee)
    walk.visit_all(node.arguments)
    walk.flows[node] = walk.flow
    _note_mutation(walk, node)


def _note_mutation(walk: Walk, node: syntax.Call) -> None:
    callee = node.callee
    if (
        isinstance(callee, syntax.PropertyAccess)
        and callee.name.name in ("push", "unshift")
        and is_narrowable(callee.object)
        and walk.flow is not UNREACHABLE
    ):
        walk.set_flow(MutationFlow(node, walk.flow))


def _update(walk: Walk, node: syntax.Update) -> None:
    walk.visit(node.operand)
    assign_target(walk, node.operand, node)


def _unary(walk: Walk, node: syntax.Unary) -> None:
    if node.operator == "!":
        when_true, when_false = Label(), Label()
        stripped: Any = node.operand
        while isinstance(stripped, syntax.Unary) and stripped.operator == "!":
            stripped = stripped.operand
        if isinstance(stripped, syntax.Binary) and stripped.operator in _LOGICAL:
            visit_condition(walk, stripped, when_true, when_false)
            for flow in when_false.antecedents:
                add_antecedent(when_true, flow)
            walk.join(when_true)
            return
    walk.visit(node.operand)
    if node.operator == "delete":
        walk.assign(node.operand, node)


def _assignment(walk: Walk, node: syntax.Assignment) -> None:
    if node.operator in _LOGICAL_ASSIGNMENTS:
        behind = Label()
        _logical_assignment_parts(walk, node, behind, behind)
        walk.join(behind)
        return
    target = node.target
    if isinstance(target, syntax.ObjectPattern | syntax.ArrayPattern):
        walk.visit(node.value)
        visit_assigned_pattern(walk, target, node)
        return
    if node.operator == "=":
        visit_place(walk, target)
    else:
        walk.visit(target)
    walk.visit(node.value)
    assign_target(walk, target, node)
    if (
        node.operator == "="
        and isinstance(target, syntax.ElementAccess)
        and is_narrowable(target.object)
        and walk.flow is not UNREACHABLE
    ):
        walk.set_flow(MutationFlow(node, walk.flow))


def visit_place(walk: Walk, target: Any) -> None:
    """Go over what is assigned without reading it."""
    match target:
        case syntax.Identifier():
            walk.flows[target] = walk.flow
        case syntax.PropertyAccess():
            walk.visit(target.object)
            walk.flows[target] = walk.flow
        case syntax.ElementAccess():
            walk.visit(target.object)
            walk.visit(target.index)
            walk.flows[target] = walk.flow
        case syntax.NonNull() | syntax.As() | syntax.Satisfies():
            visit_place(walk, target.expression)
            if not isinstance(target, syntax.NonNull):
                walk.visit(target.type)
        case _:
            walk.visit(target)


def assign_target(walk: Walk, target: Any, source: syntax.Node) -> None:
    """A place gets its value."""
    match target:
        case syntax.Identifier():
            walk.use(target, VALUE, is_write=True)
            walk.assign(target, source)
        case syntax.NonNull() | syntax.As() | syntax.Satisfies():
            assign_target(walk, target.expression, source)
        case syntax.PropertyAccess() | syntax.ElementAccess():
            if is_narrowable(target):
                walk.assign(target, source)
        case _:
            pass


def visit_assigned_pattern(walk: Walk, pattern: Any, source: syntax.Node) -> None:
    """A pattern on the left of `=`: its parts are places."""
    for element in pattern.elements:
        if element is None:
            continue
        if element.name is not None:
            visit_property_name(walk, element.name)
        visit_default(walk, element.default)
        if isinstance(element.target, syntax.ObjectPattern | syntax.ArrayPattern):
            visit_assigned_pattern(walk, element.target, source)
        else:
            visit_place(walk, element.target)
            assign_target(walk, element.target, source)


def visit_default(walk: Walk, default: Any) -> None:
    """A default value, which is taken or not."""
    if default is None:
        return
    behind = Label()
    walk.to(behind)
    walk.visit(default)
    walk.to(behind)
    walk.join(behind)


def declare_target(
    walk: Walk,
    target: Any,
    flags: int,
    source: Any,
    is_exported: bool,
    is_assigned: bool,
    part: Any = None,
) -> None:
    """The names that a name or pattern declares; `source` is the declaration, `part` the part of its pattern."""
    if isinstance(target, syntax.Identifier):
        scope = walk.scope
        if flags & SymbolFlags.VAR and not flags & SymbolFlags.PARAMETER:
            while not scope.is_function and scope.parent is not None:
                scope = scope.parent
        walk.declarer.declare(scope, target, flags, part or source, is_exported)
        if is_assigned:
            walk.assign(target, source)
        return
    if not isinstance(target, syntax.ObjectPattern | syntax.ArrayPattern):
        # The grammar takes whatever can be assigned to for a parameter.
        span = Span(walk.file, target.start, target.end)
        walk.diagnostics.report(Code.RESERVED_NAME, span, "this cannot be used as a name", "choose a name")
        return
    for element in target.elements:
        if element is None:
            continue
        if element.name is not None:
            visit_property_name(walk, element.name)
        visit_default(walk, element.default)
        walk.sources[element] = source
        declare_target(walk, element.target, flags, source, is_exported, is_assigned, element)


def _yield(walk: Walk, node: syntax.Yield) -> None:
    walk.visit(node.expression)


VISITORS: Final[Mapping[type, Visitor]] = {
    syntax.Identifier: _identifier,
    syntax.This: _reference,
    syntax.Super: _reference,
    syntax.MetaProperty: _reference,
    syntax.PropertyAccess: _property_access,
    syntax.ElementAccess: _element_access,
    syntax.ShorthandProperty: _shorthand,
    syntax.PropertyAssignment: _property,
    syntax.ObjectMethod: _object_method,
    syntax.Binary: _binary,
    syntax.Conditional: _conditional,
    syntax.OptionalChain: _chain,
    syntax.Update: _update,
    syntax.Unary: _unary,
    syntax.Assignment: _assignment,
    syntax.Yield: _yield,
}
