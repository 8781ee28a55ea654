"""The checker: one object that answers what every part of it asks of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from plait.frontend.next import syntax
from plait.frontend.next.bind.flow import FlowNode
from plait.frontend.next.bind.symbols import Symbol
from plait.frontend.next.check import (
    access,
    assignability,
    calls,
    class_checks,
    classes,
    constants,
    declarations,
    flow,
    functions,
    iteration,
    literals,
    names,
    operators,
    patterns,
    predicates,
    reaching,
    results,
    signatures,
    statements,
    support,
    this_types,
    written,
)
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.types import evaluation
from plait.frontend.next.types.callables import calls_of
from plait.frontend.next.types.candidates import Inference
from plait.frontend.next.types.inference import infer_in_context
from plait.frontend.next.types.inferred import inferred_mapper
from plait.frontend.next.types.instantiation import (
    default_of,
    instantiate,
    instantiate_signature,
    mapper,
    tuple_of,
)
from plait.frontend.next.types.members import (
    Mapper,
    Members,
    Parameter,
    Predicate,
    Property,
    Signature,
)
from plait.frontend.next.types.model import (
    ANY_LIKE,
    ConditionalRoot,
    Declared,
    F,
    Literal,
    Origin,
    Reference,
    Template,
    TupleShape,
    Type,
    TypeParameter,
)
from plait.frontend.next.types.relation import is_assignable
from plait.frontend.next.types.unions import union
from plait.frontend.next.types.variance import variances_of
from plait.frontend.next.types.widening import regular

MAX_EXPRESSION_DEPTH: Final = 900
"""How deep expressions may be nested."""


class Checker(State):
    """Checks the files of a program."""

    def run(self) -> None:
        """Check all files."""
        for file in self.files.values():
            self.file = file
            self.current_scope = file.bound.scope
            self.statements(file.bound.module.statements)
            statements.check_deferred(self)

    # Expressions.

    def expression(self, node: Any, wanted: Wanted | None = None) -> Type:
        known = self.types.get(node)
        kind = type(node)
        depends = kind in _DEPENDS_ON_CONTEXT or (kind is syntax.Binary and node.operator in _LOGICAL)
        if known is not None and not depends:
            return known
        key = _key(self, node, wanted) if depends else None
        if key is not None:
            found = self.wanted_types.get(key)
            if found is not None:
                if not self.muted:
                    self.types[node] = found
                return found
        before = self.suppressed, self.incomplete
        outer = self.current_scope
        if node in self.scopes:
            self.current_scope = self.scopes[node]
        result = _EXPRESSIONS[kind](self, node, wanted)
        self.current_scope = outer
        if (self.suppressed, self.incomplete) == before:
            if not depends:
                self.types[node] = result
            elif key is not None:
                self.wanted_types[key] = result
        if depends and not self.muted:
            self.types[node] = result
        return result

    # Entry points.

    def type_of_symbol(self, symbol: Symbol) -> Type:
        return declarations.type_of_symbol(self, symbol)

    def declared_type(self, symbol: Symbol) -> Type:
        return declarations.declared_type(self, symbol)

    def flow_type(self, node: Any, declared: Type, initial: Type | None = None) -> Type:
        return flow.flow_type(self, node, declared, initial)

    def is_reachable(self, flow_node: FlowNode) -> bool:
        return reaching.is_reachable(self, flow_node)

    def statements(self, statements_: tuple[syntax.Statement, ...]) -> None:
        statements.check_statements(self, statements_)

    def class_body(self, node: syntax.Class) -> None:
        class_checks.check_class(self, node)

    def check_pattern(self, pattern: Any, type: Type, is_assigned: bool, source: Any) -> None:
        patterns.check_pattern(self, pattern, type, is_assigned, source)

    def pattern_type(self, pattern: Any) -> Type:
        return patterns.pattern_type(self, pattern)

    def default_type(self, target: Any, default: Any) -> Type:
        return patterns.default_type(self, target, default)

    def function_type(self, node: syntax.Function, wanted: Wanted | None = None) -> Type:
        return functions.function_type(self, node, wanted)

    def call_signature(self, node: syntax.Call) -> Signature | None:
        return calls.call_signature(self, node)

    def constant_value(self, node: Any) -> str | float | None:
        return constants.constant_value(self, node)

    # Variables.

    def initializer_type(self, node: syntax.VariableDeclarator) -> Type:
        with self.scope_of(node):
            return self.expression(node.value, statements.wanted_for(self, node))

    def check_declarator_pattern(self, node: syntax.VariableDeclarator) -> None:
        loop = self.loops.get(node)
        if loop is not None:
            type = iteration.loop_variable_type(self, loop)
        else:
            type = self.initializer_type(node)
            if node.type is not None:
                declared = written.written_type(self, node.type)
                assignability.require(self, type, declared, node.value, "value")
                type = declared
        self.check_pattern(node.target, type, False, node)

    def assigned_type(self, target: Any, source: Any) -> Type:
        found = self.assigned.get(target)
        match source:
            case syntax.VariableDeclarator():
                if isinstance(source.target, syntax.Identifier):
                    loop = self.loops.get(source)
                    return (
                        iteration.loop_variable_type(self, loop) if loop is not None else self.initializer_type(source)
                    )
                if found is None:
                    self.check_declarator_pattern(source)
            case syntax.Assignment():
                if not isinstance(source.target, syntax.ObjectPattern | syntax.ArrayPattern):
                    if source.operator == "=":
                        return self.expression(source)
                    return self.expression(source.value, Wanted(self.declared_place(source.target)))
                if found is None:
                    self.expression(source)
            case syntax.ForOf():
                if not isinstance(source.variable, syntax.ObjectPattern | syntax.ArrayPattern):
                    return iteration.loop_variable_type(self, source)
                if found is None:
                    self.check_pattern(source.variable, iteration.loop_variable_type(self, source), True, source)
            case syntax.ForIn():
                return self.store.string
            case syntax.Parameter():
                if found is None:
                    self.check_pattern(source.target, signatures.initial_parameter_type(self, source), False, source)
            case _:
                pass
        return self.assigned.get(target, self.store.opaque)

    def declared_place(self, target: Any) -> Type:
        """The declared type of what is assigned, found without reporting."""
        with self.trial():
            return access.target_type(self, target)

    # Names and places.

    def this_type(self, node: Any) -> Type:
        return this_types.this_type(self, node)

    # Classes.

    def base_types(self, declared: Declared) -> tuple[Type, ...]:
        return classes.base_types(self, declared)

    def declared_members(self, declared: Declared) -> Members:
        return classes.declared_members(self, declared)

    def origin_members(self, origin: Origin) -> Members:
        return classes.origin_members(self, origin)

    def property_type(self, declared: Property) -> Type:
        return classes.declared_property_type(self, declared)

    def property_write_type(self, declared: Property) -> Type:
        return classes.property_write_type(self, declared)

    # Resolver.

    def parameter_type(self, parameter: Parameter) -> Type:
        return signatures.parameter_type(self, parameter)

    def signature_result(self, signature: Signature) -> Type:
        return results.signature_result(self, signature)

    def signature_predicate(self, signature: Signature) -> Predicate | None:
        found = signatures.predicate(self, signature)
        if found is not None:
            return found
        if signature.declaration in self.places.parents:
            return predicates.inferred_predicate(self, signature)
        return None

    def constraint(self, parameter: TypeParameter) -> Type | None:
        node = getattr(parameter.declaration, "constraint", None)
        if node is None:
            return self._implied_constraint(parameter.declaration)
        return written.written_type(self, node)

    def _implied_constraint(self, declaration: Any) -> Type | None:
        """What `infer T` must be by where it stands: a string in a template."""
        around = self.places.parent(declaration)
        if isinstance(around, syntax.InferType):
            outer = self.places.parent(around)
            if isinstance(outer, syntax.TemplateLiteralTypeNode):
                return self.store.string
            if isinstance(outer, syntax.TupleMember) and outer.is_rest:
                return self.store.array(self.store.unknown)
        return None

    def default(self, parameter: TypeParameter) -> Type | None:
        node = getattr(parameter.declaration, "default", None)
        return None if node is None else written.written_type(self, node)

    def written_type(self, node: Any) -> Type:
        return written.written_type(self, node)

    def library_type(self, name: str, arguments: tuple[Type, ...]) -> Type:
        key = (name, *[argument.id for argument in arguments])
        found = self.library_types.get(key)
        if found is None:
            found = self._library_type(name, arguments)
            self.library_types[key] = found
        return found

    def _library_type(self, name: str, arguments: tuple[Type, ...]) -> Type:
        symbol = support.library_symbol(self, name)
        if symbol is None:
            return self.store.opaque
        base = self.declared_type(symbol)
        if isinstance(base, Reference) and isinstance(base.target, Declared):
            rest = base.target.parameters[len(arguments) :]
            defaults = [default_of(self.store, parameter) or self.store.opaque for parameter in rest]
            return self.store.reference(base.target, (*arguments, *defaults))
        return base

    def keyof_type(self, type: Type) -> Type:
        return evaluation.keyof_type(self.store, type)

    def access_type(self, object: Type, index: Type) -> Type:
        return evaluation.access_type(self.store, object, index)

    def conditional_type(self, root: ConditionalRoot, mapper_: Mapper) -> Type:
        return evaluation.conditional_type(self.store, root, mapper_)

    def mapped_type(self, origin: Origin, mapper_: Mapper) -> Type:
        return evaluation.mapped_type(self.store, origin, mapper_)

    def mapped_members(self, origin: Origin, mapper_: Mapper) -> Members:
        return evaluation.mapped_members(self.store, origin, mapper_)

    def fits_template(self, source: Type, target: Type) -> bool:
        return evaluation.fits_template(self.store, source, target)

    def template_parts(self, source: Type, target: Template) -> list[Type] | None:
        if isinstance(source, Literal) and isinstance(source.value, str):
            return evaluation.match_template(self.store, source.value, target)
        if isinstance(source, Template) and source.texts == target.texts:
            return list(source.types)
        return None

    def unified(self, source: Signature, target: Signature) -> Signature:
        inference = Inference(self.store, source.type_parameters)
        infer_in_context(inference, target, source)
        return instantiate_signature(self.store, source, inferred_mapper(inference), False)

    def tuple_type(self, shape: TupleShape, elements: tuple[Type, ...]) -> Type:
        return tuple_of(self.store, shape, elements)

    def fits(self, source: Type, target: Type) -> bool:
        return is_assignable(self.store, source, target)

    def variances(self, declared: Declared) -> tuple[int, ...] | None:
        return variances_of(self.store, declared)

    def enum_of(self, member: Literal) -> Type:
        return declarations.enum_of(self, member)

    # Small answers.


# Expressions by their class.


def _key(c: Checker, node: Any, wanted: Wanted | None) -> tuple[Any, ...] | None:
    """What the type of an expression depends on where something is wanted of it; None if that cannot be told."""
    if wanted is None:
        return node, 0
    number = (0 if wanted.type is None else wanted.type.id) * 2 + wanted.is_const
    if wanted.inference is None:
        return None if wanted.skips_functions else (node, number)
    if wanted.type is None or wanted.skips_functions or not isinstance(node, syntax.Call | syntax.New):
        return None
    known = instantiate(c.store, wanted.type, calls.known_mapper(c, wanted.inference))
    told = instantiate(c.store, wanted.type, Mapper(wanted.inference.from_result))
    return node, number, known.id, told.id, wanted.is_pattern


def _import_call(c: Checker, node: syntax.ImportCall) -> Type:
    """`import("./m")`: a promise of all that a file exports."""
    c.expression(node.argument)
    file = c.files.get(c.places.module_of(node))
    if file is None or not isinstance(node.argument, syntax.StringLiteral):
        return c.store.opaque
    symbol = c.modules.imported(file.bound, node.argument.value, "*")
    return c.store.opaque if symbol is None else c.store.promise(c.type_of_symbol(symbol))


def _sequence(c: Checker, node: syntax.Sequence, wanted: Wanted | None) -> Type:
    c.expression(node.left)
    return c.expression(node.right, wanted)


def _spread(c: Checker, node: syntax.Spread, wanted: Wanted | None) -> Type:
    del wanted
    return c.expression(node.expression)


def _await(c: Checker, node: syntax.Await, wanted: Wanted | None) -> Type:
    inner = None
    if wanted is not None and wanted.type is not None and not wanted.type.flags & (ANY_LIKE | F.UNKNOWN):
        inner = wanted.of(union(c.store, (wanted.type, c.store.promise(wanted.type))))
    return iteration.awaited(c, c.expression(node.expression, inner))


def _yield(c: Checker, node: syntax.Yield, wanted: Wanted | None) -> Type:
    del wanted
    function = c.places.function_at(node)
    result: Type | None = None
    if isinstance(function, syntax.Function):
        if function.result is not None:
            result = written.written_type(c, function.result)
        else:
            result = results.result_wanted(c, function)
    yielded = None if result is None else iteration.generator_part(c, result, 0)
    if node.expression is None:
        return c.store.any if result is None else (iteration.generator_part(c, result, 2) or c.store.unknown)
    if node.is_delegating:
        inner = c.expression(node.expression)
        given = iteration.iterated(
            c, inner, node.expression, isinstance(function, syntax.Function) and function.is_async
        )
        if yielded is not None and isinstance(function, syntax.Function) and function.result is not None:
            assignability.require(c, given, yielded, node.expression, "yielded value")
        return iteration.generator_part(c, inner, 1) or c.store.any
    given = c.expression(node.expression, None if yielded is None else Wanted(yielded))
    if yielded is not None and isinstance(function, syntax.Function) and function.result is not None:
        assignability.require(
            c, iteration.awaited(c, given) if function.is_async else given, yielded, node.expression, "yielded value"
        )
    return c.store.any if result is None else (iteration.generator_part(c, result, 2) or c.store.unknown)


def _as(c: Checker, node: syntax.As, wanted: Wanted | None) -> Type:
    del wanted
    target = written.written_type(c, node.type)
    source = c.expression(node.expression, Wanted(target))
    assignability.note_integers(c, target, node.expression)
    return operators.as_type(c, node, source, target)


def _as_const(c: Checker, node: syntax.AsConst, wanted: Wanted | None) -> Type:
    if wanted is None or wanted.is_pattern:
        wanted = Wanted(None)
    return regular(c.expression(node.expression, Wanted(wanted.type, wanted.inference, wanted.skips_functions, True)))


def _satisfies(c: Checker, node: syntax.Satisfies, wanted: Wanted | None) -> Type:
    target = written.written_type(c, node.type)
    is_const = wanted is not None and wanted.is_const
    type = c.expression(node.expression, Wanted(target, None, False, is_const))
    assignability.require(c, type, target, node.expression, "value")
    return type


def _non_null(c: Checker, node: syntax.NonNull, wanted: Wanted | None) -> Type:
    return operators.non_null(c, c.expression(node.expression, wanted))


def _template(c: Checker, node: syntax.TemplateExpression, wanted: Wanted | None) -> Type:
    return literals.template(c, node, wanted)


def _function(c: Checker, node: syntax.FunctionExpression, wanted: Wanted | None) -> Type:
    return c.function_type(node.function, wanted)


def _class(c: Checker, node: syntax.ClassExpression, wanted: Wanted | None) -> Type:
    del wanted
    known = c.types.get(node)
    if known is not None:
        return known
    type = this_types.class_value(c, node.declaration)
    c.types[node] = type
    if not c.muted:
        c.class_body(node.declaration)
    return type


def _private_in(c: Checker, node: syntax.PrivateIn, wanted: Wanted | None) -> Type:
    del wanted
    c.expression(node.right)
    return c.store.boolean


def _instantiation(c: Checker, node: syntax.Instantiation, wanted: Wanted | None) -> Type:
    del wanted
    type = c.expression(node.expression)
    given = [written.written_type(c, item) for item in node.type_arguments]
    members = []
    for is_construct in (False, True):
        found = []
        for signature in calls_of(c.store, type, is_construct):
            full = written.filled_arguments(c, signature.type_parameters, given)
            if full is not None and len(given) <= len(signature.type_parameters):
                found.append(instantiate_signature(c.store, signature, mapper(signature.type_parameters, full), False))
        members.append(tuple(found))
    outer = written.outer_parameters(c, c.places.scope_at(c.scopes, node) or c.current_scope)
    return c.store.synthetic(Members({}, members[0], members[1]), outer)


def _name(c: Checker, node: syntax.Identifier, wanted: Wanted | None) -> Type:
    del wanted
    return names.identifier(c, node)


_EXPRESSIONS: Final[Mapping[type, Callable[[Any, Any, Wanted | None], Type]]] = {
    syntax.Identifier: _name,
    syntax.NumericLiteral: lambda c, node, _: c.store.number_literal(node.value).fresh,
    syntax.BigIntLiteral: lambda c, node, _: c.store.literal(node.value).fresh,
    syntax.StringLiteral: lambda c, node, _: c.store.literal(node.value).fresh,
    syntax.BooleanLiteral: lambda c, node, _: c.store.literal(node.value).fresh,
    syntax.NullLiteral: lambda c, node, _: c.store.null,
    syntax.RegularExpressionLiteral: lambda c, node, _: c.library_type("RegExp", ()),
    syntax.TemplateExpression: _template,
    syntax.TaggedTemplate: calls.tagged_template,
    syntax.ArrayLiteral: literals.array,
    syntax.ObjectLiteral: literals.object_literal,
    syntax.This: lambda c, node, _: this_types.this(c, node),
    syntax.Super: lambda c, node, _: this_types.super_(c, node),
    syntax.PropertyAccess: lambda c, node, _: access.property_access(c, node),
    syntax.ElementAccess: lambda c, node, _: access.element_access(c, node),
    syntax.Call: calls.call,
    syntax.OptionalChain: access.optional_chain,
    syntax.New: calls.new,
    syntax.Instantiation: _instantiation,
    syntax.FunctionExpression: _function,
    syntax.ClassExpression: _class,
    syntax.Unary: lambda c, node, _: operators.unary(c, node),
    syntax.Update: lambda c, node, _: operators.update(c, node),
    syntax.Binary: operators.binary,
    syntax.PrivateIn: _private_in,
    syntax.Assignment: lambda c, node, _: operators.assignment(c, node),
    syntax.Conditional: operators.conditional,
    syntax.Sequence: _sequence,
    syntax.Spread: _spread,
    syntax.Yield: _yield,
    syntax.Await: _await,
    syntax.As: _as,
    syntax.AsConst: _as_const,
    syntax.Satisfies: _satisfies,
    syntax.NonNull: _non_null,
    syntax.MetaProperty: lambda c, node, _: c.store.any,
    syntax.ImportCall: lambda c, node, _: _import_call(c, node),
    syntax.ErrorExpression: lambda c, node, _: c.store.opaque,
}

_LOGICAL: Final = ("&&", "||", "??")
_DEPENDS_ON_CONTEXT: Final = frozenset(
    {
        syntax.TemplateExpression,
        syntax.TaggedTemplate,
        syntax.ArrayLiteral,
        syntax.ObjectLiteral,
        syntax.Call,
        syntax.OptionalChain,
        syntax.New,
        syntax.FunctionExpression,
        syntax.Conditional,
        syntax.Sequence,
        syntax.Await,
        syntax.Satisfies,
        syntax.NonNull,
        syntax.Spread,
    }
)
