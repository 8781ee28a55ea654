"""The checker: one object that answers what every part of it asks of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.diagnostics import Diagnostics
from plait.frontend.next import syntax
from plait.frontend.next.bind.bound import BoundModule
from plait.frontend.next.bind.flow import UNREACHABLE, FlowNode
from plait.frontend.next.bind.symbols import Scope, Symbol, SymbolFlags
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
    narrowing,
    operators,
    patterns,
    signatures,
    statements,
    written,
)
from plait.frontend.next.check.places import Places
from plait.frontend.next.check.references import is_constant
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.types import evaluation, templates
from plait.frontend.next.types.inference import Inference, infer_signature, inferred_mapper
from plait.frontend.next.types.instantiation import (
    default_of,
    instantiate,
    instantiate_signature,
    mapper,
    parameter_type,
    property_type,
    result_of,
    tuple_of,
)
from plait.frontend.next.types.lookup import base_constraint, calls_of, inherits, members_of
from plait.frontend.next.types.members import IndexInfo, Mapper, Members, Parameter, Predicate, Property, PropertyFlags, Signature
from plait.frontend.next.types.model import (
    ANY_LIKE,
    INSTANTIABLE,
    Anonymous,
    ConditionalRoot,
    Declared,
    F,
    IndexedAccess,
    Intersection,
    KeyOf,
    Literal,
    Origin,
    OriginKind,
    Reference,
    Template,
    TupleShape,
    Type,
    TypeParameter,
    Union,
)
from plait.frontend.next.types.relation import is_subtype
from plait.frontend.next.types.unions import constituents_of, optional, union
from plait.frontend.next.types.widening import regular, widen, widen_literal

MAX_EXPRESSION_DEPTH: Final = 900
"""How deep expressions may be nested."""


class Checker(State):
    """Checks one module."""

    def __init__(self, bound: BoundModule, diagnostics: Diagnostics, library: BoundModule | None) -> None:
        super().__init__(bound.file, diagnostics, library)
        self.bound = bound
        self.places = Places(bound.module)
        self.chains: list[bool] = []
        self.contexts: dict[Any, Signature | None] = {}
        self.object_contexts: dict[Any, Type | None] = {}
        self.object_types: dict[Any, Type] = {}
        self.assigned: dict[Any, Type] = {}
        self.function_stack: list[syntax.Function] = []
        self.current_scope: Scope | None = bound.scope
        self.enums_in_progress: set[Symbol] = set()
        self.own_declarations: set[Any] = set(bound.symbols)
        self.unresolved = set(bound.unresolved)
        self.library_symbols: dict[str, Symbol | None] = {}
        self.library_types: dict[tuple[Any, ...], Type] = {}
        self.loops: dict[Any, Any] = {}
        self.typeof_type: Type | None = None
        self.parts_in_progress: set[Any] = set()
        self.auto_array: Type | None = None
        self.collected: dict[Symbol, Type] = {}
        self.pushes: dict[Symbol, list[Any]] | None = None
        self.expandos: dict[Any, dict[str, Property]] | None = None
        self.instances_without_context: set[Any] = set()
        for module in (library, bound):
            if module is not None:
                self.symbols.update(module.symbols)
                self.resolved.update(module.resolved)
                self.scopes.update(module.scopes)
                self.flows.update(module.flows)
                self.sources.update(module.sources)
                self.ends.update(module.ends)
                self.returns.update(module.returns)
                self.exhaustive_switches.update(module.exhaustive_switches)
        for node in self.places.parents:
            if isinstance(node, syntax.ForIn | syntax.ForOf) and isinstance(node.variable, syntax.VariableStatement):
                for declarator in node.variable.declarators:
                    self.loops[declarator] = node

    def run(self) -> None:
        """Check the module."""
        self.statements(self.bound.module.statements)
        statements.check_deferred(self)

    # Expressions.

    def expression(self, node: Any, wanted: Wanted | None = None) -> Type:
        known = self.types.get(node)
        kind = type(node)
        depends = kind in _DEPENDS_ON_CONTEXT
        if known is not None and not depends:
            return known
        key: tuple[Any, int] | None = None
        if depends and (wanted is None or (wanted.inference is None and not wanted.skips_functions)):
            number = 0
            if wanted is not None:
                number = (0 if wanted.type is None else wanted.type.id) * 2 + wanted.is_const
            key = node, number
            found = self.wanted_types.get(key)
            if found is not None:
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
        return flow.is_reachable(self, flow_node)

    def statements(self, statements_: tuple[syntax.Statement, ...]) -> None:
        statements.check_statements(self, statements_)

    def class_body(self, node: syntax.Class) -> None:
        class_checks.check_class(self, node)

    def check_pattern(self, pattern: Any, type: Type, is_assigned: bool, source: Any) -> None:
        patterns.check_pattern(self, pattern, type, is_assigned, source)

    def pattern_type(self, pattern: Any) -> Type:
        return patterns.pattern_type(self, pattern)

    def function_type(self, node: syntax.Function, wanted: Wanted | None = None) -> Type:
        return functions.function_type(self, node, wanted)

    def is_sensitive(self, node: Any) -> bool:
        """Whether the type of an expression depends on what is wanted of it."""
        return functions.is_sensitive(node)

    def call_signature(self, node: syntax.Call) -> Signature | None:
        return calls.call_signature(self, node)

    def require(self, type: Type, wanted: Type, node: Any, what: str) -> bool:
        """Whether a value fits; reported if not."""
        return assignability.require(self, type, wanted, node, what)

    def constant_value(self, node: Any) -> str | float | None:
        return constants.constant_value(self, node)

    # Variables.

    def widened_initializer(self, node: Any) -> Type:
        return widen(self.store, widen_literal(self.store, self.expression(node)))

    def initializer_type(self, node: syntax.VariableDeclarator) -> Type:
        return self.expression(node.value, statements.wanted_for(self, node))

    def evolving_array(self) -> Type:
        if self.auto_array is None:
            self.auto_array = self.library_type("Array", (self.store.auto,))
        return self.auto_array

    def loop_of(self, node: syntax.VariableDeclarator) -> Any:
        return self.loops.get(node)

    def loop_variable_type(self, loop: Any) -> Type:
        if isinstance(loop, syntax.ForIn):
            return self.store.string
        return self.iterated(self.expression(loop.iterable), loop.iterable, loop.is_await)

    def check_declarator_pattern(self, node: syntax.VariableDeclarator) -> None:
        loop = self.loops.get(node)
        if loop is not None:
            type = self.loop_variable_type(loop)
        else:
            type = self.initializer_type(node)
            if node.type is not None:
                declared = written.written_type(self, node.type)
                self.require(type, declared, node.value, "value")
                type = declared
        self.check_pattern(node.target, type, False, node)

    def assigned_type(self, target: Any, source: Any) -> Type:
        found = self.assigned.get(target)
        match source:
            case syntax.VariableDeclarator():
                if isinstance(source.target, syntax.Identifier):
                    loop = self.loops.get(source)
                    return self.loop_variable_type(loop) if loop is not None else self.initializer_type(source)
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
                    return self.loop_variable_type(source)
                if found is None:
                    self.check_pattern(source.variable, self.loop_variable_type(source), True, source)
            case syntax.ForIn():
                return self.store.string
            case syntax.Parameter():
                if found is None:
                    self.check_pattern(source.target, signatures.declared_parameter_type(self, source), False, source)
            case _:
                pass
        return self.assigned.get(target, self.store.opaque)

    def declared_place(self, target: Any) -> Type:
        """The declared type of what is assigned, found without reporting."""
        with self.trial():
            return access.target_type(self, target)

    def collected_array(self, symbol: Symbol) -> Type:
        """The type of an array that begins empty, where a function uses it: of all elements that are put into it anywhere."""
        found = self.collected.get(symbol)
        if found is not None:
            return found
        self.collected[symbol] = self.store.array(self.store.opaque)
        types: list[Type] = []
        for value in self._pushed(symbol):
            with self.trial():
                types.append(regular(widen_literal(self.store, self.expression(value))))
        made = self.store.array(union(self.store, types)) if types else self.store.array(self.store.any)
        self.collected[symbol] = made
        return made

    def _pushed(self, symbol: Symbol) -> list[Any]:
        if self.pushes is None:
            self.pushes = {}
            for node in self.places.parents:
                match node:
                    case syntax.Call(callee=syntax.PropertyAccess(object=syntax.Identifier() as name, name=method)):
                        owner = self.resolved.get(name)
                        if owner is not None and method.name in ("push", "unshift"):
                            values = [item for item in node.arguments if not isinstance(item, syntax.Spread)]
                            self.pushes.setdefault(owner, []).extend(values)
                    case syntax.Assignment(target=syntax.ElementAccess(object=syntax.Identifier() as name)):
                        owner = self.resolved.get(name)
                        if owner is not None:
                            self.pushes.setdefault(owner, []).append(node.value)
                    case _:
                        pass
        return self.pushes.get(symbol, [])

    def assigned_pattern_type(self, pattern: Any) -> Type | None:
        """What an assigned pattern wants of its value."""
        return patterns.wanted_by_pattern(self, pattern)

    def assignment_context(self, target: Any, place: Type) -> Type | None:
        """What an assignment wants of its value."""
        del target
        return None if place.flags & ANY_LIKE else place

    def narrowed_part(self, node: syntax.Identifier, symbol: Symbol) -> Type | None:
        """The type of a constant that an object pattern takes out of a union, by what is known of the others taken out with it."""
        element = symbol.declarations[0] if symbol.declarations else None
        if not isinstance(element, syntax.PatternElement) or element.default is not None or element.is_rest:
            return None
        if not isinstance(element.name, syntax.Identifier | syntax.LiteralName) or not is_constant(symbol):
            return None
        source = self.sources.get(element)
        pattern = getattr(source, "target", None)
        if not isinstance(pattern, syntax.ObjectPattern) or element not in pattern.elements or len(pattern.elements) < 2:
            return None
        if isinstance(source, syntax.Parameter):
            whole = signatures.declared_parameter_type(self, source)
        elif isinstance(source, syntax.VariableDeclarator) and (source.value is not None or source in self.loops):
            if source in self.parts_in_progress:
                return None
            self.parts_in_progress.add(source)
            whole = self.loop_variable_type(self.loops[source]) if source in self.loops else self.initializer_type(source)
            self.parts_in_progress.discard(source)
        else:
            return None
        if not isinstance(whole, Union):
            return None
        found = flow.pattern_flow_type(self, node, pattern, whole)
        if found is whole:
            return None
        return evaluation.try_access(self.store, found, self.store.literal(element.name.name))

    # Names and places.

    def names_in_scope(self, node: Any) -> list[str]:
        """All names that can be used at a place."""
        scope = self.places.scope_at(self.scopes, node)
        return [] if scope is None else list(scope.all_names())

    def function_at(self, node: Any) -> Any:
        """The innermost function around a node."""
        return self.places.function_at(node)

    def is_in_type_query(self, node: Any) -> bool:
        """Whether a name stands in `typeof x` as a type."""
        return self.places.is_in_type_query(node)

    def is_constraint_position(self, node: Any) -> bool:
        """Whether a property, element or call is taken of a name."""
        return self.places.is_constraint_position(node)

    def is_array_operation(self, node: Any) -> bool:
        """Whether a name is used as an array that grows."""
        return self.places.is_array_operation(node)

    def this_context(self, node: Any) -> Any:
        """What `this` belongs to."""
        return self.places.this_context(node)

    def scope_at(self, node: Any) -> Scope | None:
        """The innermost scope around a node."""
        return self.places.scope_at(self.scopes, node) or self.current_scope

    def this_type(self, node: Any) -> Type:
        return names.this_type(self, node)

    def super_type(self, node: syntax.Super) -> Type:
        """`super` as the object of a property."""
        return names.super_(self, node)

    def this_in_function(self, node: syntax.Function) -> Type:
        """`this` in a function that is no method, by what is wanted of the function."""
        signature = self.contexts.get(node)
        if signature is not None and signature.this is not None:
            return signature.this
        parent = self.places.parent(self.places.parent(node))
        if isinstance(parent, syntax.PropertyAssignment):
            literal = self.places.parent(parent)
            if isinstance(literal, syntax.ObjectLiteral):
                return self.object_this(literal)
        return self.store.any

    def object_this(self, literal: Any) -> Type:
        """`this` in a method of an object literal: what is wanted of the literal, else the literal itself."""
        wanted = self.object_contexts.get(literal)
        if wanted is not None and not wanted.mentions:
            rest = union(self.store, [item for item in constituents_of(wanted) if item.flags & (F.OBJECT | F.INTERSECTION)])
            if not rest.flags & F.NEVER:
                return rest
        known = self.object_types.get(literal)
        if known is None:
            self.object_types[literal] = self.store.opaque
            with self.trial():
                known = regular(self.expression(literal))
            self.object_types[literal] = known
        return known

    def class_value(self, node: syntax.Class) -> Type:
        """A class as a value."""
        symbol = self.symbols.get(node)
        if symbol is not None:
            return self.type_of_symbol(symbol)
        found = self.types.get(node)
        if found is None:
            scope = self.scopes.get(node)
            outer = written.outer_parameters(self, None if scope is None else scope.parent)
            found = self.store.anonymous_of(self.store.origin(OriginKind.CLASS, node, None, outer), outer)
            self.types[node] = found
        return found

    def private_key(self, name: syntax.PrivateName) -> str:
        """The key of a private name: of the innermost class around that declares it."""
        for around in self.places.classes_around(name):
            for member in around.members:
                if isinstance(member, syntax.PropertyDeclaration | syntax.MethodDeclaration):
                    own = member.name
                    if isinstance(own, syntax.PrivateName) and own.name == name.name:
                        return f"{name.name}#{written.declared_of_node(self, around).id}"
        return name.name

    def setter_type(self, parameter: syntax.Parameter) -> Type | None:
        """The type of the parameter of a setter without one: what the getter of the same name gives."""
        function = self.places.parent(parameter)
        if not isinstance(function, syntax.Function) or function.kind is not syntax.FunctionKind.SETTER:
            return None
        member = self.places.parent(function)
        owner = self.places.parent(member)
        key = classes.property_key(self, function.name)
        for other in getattr(owner, "members", ()):
            own = getattr(other, "function", None)
            if own is None or own.kind is not syntax.FunctionKind.GETTER:
                continue
            if classes.property_key(self, own.name) == key and _is_static(other) == _is_static(member):
                return result_of(self.store, signatures.signature_of(self, own))
        return None

    def classes_around(self, node: Any) -> list[Declared]:
        """The classes around a node."""
        return [written.declared_of_node(self, item) for item in self.places.classes_around(node)]

    def extends(self, inner: Declared, owner: Declared) -> bool:
        """Whether a class is another one or extends it."""
        return inherits(self.store, inner, owner)

    def inherits(self, source: Reference, target: Reference) -> bool:
        if not isinstance(source.target, Declared) or not isinstance(target.target, Declared):
            return source.target is target.target
        if inherits(self.store, source.target, target.target):
            return True
        if source.target.is_class and target.target.is_class:
            return False
        return is_subtype(self.store, source, target)

    def has_unknown_base(self, declared: Declared) -> bool:
        """Whether a class or interface extends something that is not known."""
        for node in classes.nodes_of(self, declared):
            if isinstance(node, syntax.Class) and node.base is not None:
                with self.trial():
                    base = self.expression(node.base)
                if base.flags & ANY_LIKE or not classes.base_constructors(self, node):
                    return True
            elif isinstance(node, syntax.InterfaceDeclaration):
                if any(written.written_type(self, base).flags & ANY_LIKE for base in node.bases):
                    return True
        return any(
            isinstance(base, Reference) and isinstance(base.target, Declared) and self.has_unknown_base(base.target)
            for base in self.base_types(declared)
        )

    def is_own_constructor(self, node: Any, property: Property) -> bool:
        """Whether a place stands in the constructor of the class that declares a property."""
        constructor = self.places.constructor_around(node)
        function = self.places.function_at(node)
        if constructor is None and not isinstance(function, syntax.PropertyDeclaration):
            current = self.places.parent(node)
            while current is not None and not isinstance(current, syntax.Function | syntax.StaticBlock):
                current = self.places.parent(current)
            if not isinstance(current, syntax.StaticBlock):
                return False
        around = self.places.classes_around(node)
        if not around:
            return False
        return property.owner is written.declared_of_node(self, around[0])

    def super_constructors(self, node: Any) -> tuple[Signature, ...]:
        """The constructors that `super(...)` calls."""
        around = self.places.classes_around(node)
        return classes.base_constructors(self, around[0]) if around else ()

    def is_in(self, node: Any, whole: Any) -> bool:
        """Whether a node stands directly in another one."""
        return self.places.parent(node) is whole

    def is_library_name(self, node: syntax.Identifier) -> bool:
        """Whether a name is the library's."""
        symbol = self.resolved.get(node)
        return symbol is not None and bool(symbol.flags & SymbolFlags.AMBIENT)

    def is_ambient(self, symbol: Symbol) -> bool:
        """Whether a name is declared as being somewhere else."""
        return bool(symbol.flags & SymbolFlags.AMBIENT)

    def is_ambient_class(self, node: syntax.Class) -> bool:
        """Whether a class is declared as being somewhere else."""
        symbol = self.symbols.get(node)
        return symbol is not None and bool(symbol.flags & SymbolFlags.AMBIENT)

    def is_field_assigned(self, end: FlowNode, key: str, type: Type) -> bool:
        """Whether a field has a value at the end of a constructor."""
        if end is UNREACHABLE:
            return True
        whole = optional(self.store, type)
        query = flow.Query(self, f"this.{key}", whole, self.store.undefined)
        found = query.at(end)
        return not any(item.flags & F.UNDEFINED for item in constituents_of(found))

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

    def inherited_property(self, property: Property) -> Type | None:
        if property.owner is None:
            return None
        for base in self.base_types(property.owner):
            if isinstance(base, Reference | Anonymous | Intersection):
                found = members_of(self.store, base).properties.get(property.key)
                if found is not None:
                    return property_type(self.store, found)
        return None

    def field_initializer(self, node: syntax.PropertyDeclaration, wanted: Type | None) -> Type:
        return self.expression(node.value, None if wanted is None else Wanted(wanted))

    def assigned_in_constructor(self, property: Property, node: syntax.PropertyDeclaration) -> list[Type]:
        owner = self.places.parent(node)
        if not isinstance(owner, syntax.Class):
            return []
        found: list[Type] = []
        for member in owner.members:
            if not isinstance(member, syntax.MethodDeclaration):
                continue
            if member.function.kind is not syntax.FunctionKind.CONSTRUCTOR or member.function.body is None:
                continue
            for item in syntax.descendants(member.function.body):
                match item:
                    case syntax.Assignment(
                        operator="=", target=syntax.PropertyAccess(object=syntax.This(), name=name), value=value
                    ) if name.name == property.key:
                        with self.trial():
                            found.append(self.expression(value))
                    case _:
                        pass
        return found

    def own_property_of(self, node: syntax.Class, member: syntax.PropertyDeclaration) -> Property | None:
        """The property that a field declares."""
        declared = written.declared_of_node(self, node)
        key = classes.property_key(self, member.name)
        return None if key is None else self.declared_members(declared).properties.get(key)

    def expando_properties(self, nodes: tuple[Any, ...]) -> dict[str, Property]:
        if self.expandos is None:
            self.expandos = self._collect_expandos()
        return self.expandos.get(nodes[0], {})

    def _collect_expandos(self) -> dict[Any, dict[str, Property]]:
        """Properties that the program assigns to functions: `f.count = 0`."""
        found: dict[Any, dict[str, Property]] = {}
        for node in self.places.parents:
            match node:
                case syntax.ExpressionStatement(
                    expression=syntax.Assignment(
                        operator="=", target=syntax.PropertyAccess(object=syntax.Identifier() as name, name=key), value=value
                    )
                ):
                    symbol = self.resolved.get(name)
                    function = None if symbol is None else self._function_of(symbol)
                    if function is not None:
                        property = Property(key.name, PropertyFlags(0), value)
                        found.setdefault(function, {}).setdefault(key.name, property)
                case _:
                    pass
        return found

    def _function_of(self, symbol: Symbol) -> syntax.Function | None:
        """The function that a name stands for: declared, or the value of a constant without a type."""
        declaration = symbol.declarations[0] if symbol.declarations else None
        if isinstance(declaration, syntax.Function):
            return declaration
        if isinstance(declaration, syntax.VariableDeclarator) and declaration.type is None:
            if symbol.flags & SymbolFlags.CONSTANT and isinstance(declaration.value, syntax.FunctionExpression):
                return declaration.value.function
        return None

    def is_expando(self, target: Any) -> bool:
        """Whether an assignment gives a function a property."""
        del target
        return False

    # Resolver.

    def signature(self, node: Any) -> Signature:
        return signatures.signature_of(self, node)

    def parameter_type(self, parameter: Parameter) -> Type:
        return signatures.parameter_type(self, parameter)

    def signature_result(self, signature: Signature) -> Type:
        return functions.signature_result(self, signature)

    def signature_predicate(self, signature: Signature) -> Predicate | None:
        found = signatures.predicate(self, signature)
        if found is not None:
            return found
        if signature.declaration in self.places.parents:
            return functions.inferred_predicate(self, signature)
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

    def library_symbol(self, name: str) -> Symbol | None:
        """A name of the library."""
        if self.library is None:
            return None
        return self.library.scope.names.get(name)

    def library_type(self, name: str, arguments: tuple[Type, ...]) -> Type:
        key = (name, *[argument.id for argument in arguments])
        found = self.library_types.get(key)
        if found is None:
            found = self._library_type(name, arguments)
            self.library_types[key] = found
        return found

    def _library_type(self, name: str, arguments: tuple[Type, ...]) -> Type:
        symbol = self.library_symbol(name)
        if symbol is None:
            return self.store.opaque
        base = self.declared_type(symbol)
        if isinstance(base, Reference) and isinstance(base.target, Declared):
            full = list(arguments)
            for parameter in base.target.parameters[len(full) :]:
                full.append(default_of(self.store, parameter) or self.store.opaque)
            return self.store.reference(base.target, tuple(full))
        return base

    def library_alias(self, name: str, arguments: tuple[Type, ...]) -> Type:
        """A generic alias of the library with type arguments."""
        symbol = self.library_symbol(name)
        if symbol is None:
            return self.store.opaque
        type = self.declared_type(symbol)
        return instantiate(self.store, type, mapper(self.alias_parameters.get(symbol, ()), arguments))

    def keyof_type(self, type: Type) -> Type:
        return evaluation.keyof_type(self.store, type)

    def access_type(self, object: Type, index: Type) -> Type:
        return evaluation.access_type(self.store, object, index)

    def access(self, object: Type, index: Type) -> Type:
        """`T[K]`."""
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

    def template_type(self, texts: tuple[str, ...], types: tuple[Type, ...]) -> Type:
        """The type of a template expression."""
        from_types = tuple([item if item.flags & _IN_TEMPLATES else self.store.string for item in types])
        return templates.template(self.store, texts, from_types)

    def unified(self, source: Signature, target: Signature) -> Signature:
        inference = Inference(self.store, source.type_parameters)
        infer_signature(inference, target, source)
        return instantiate_signature(self.store, source, inferred_mapper(inference), False)

    def rest_of(self, signature: Signature) -> Type | None:
        if not signature.has_rest:
            return None
        return parameter_type(self.store, signature.parameters[-1])

    def tuple_type(self, shape: TupleShape, elements: tuple[Type, ...]) -> Type:
        return tuple_of(self.store, shape, elements)

    def enum_of(self, member: Literal) -> Type:
        return declarations.enum_of(self, member)

    # Small answers.

    def index_info(self, key: Type, type: Type, is_readonly: bool) -> IndexInfo:
        return IndexInfo(key, type, is_readonly)

    def union(self, types: list[Type]) -> Type:
        """The union of types."""
        return union(self.store, types)

    def subtype_union(self, types: list[Type]) -> Type:
        """The union of types without those that others include."""
        parts: list[Type] = []
        for type in types:
            for item in constituents_of(type):
                if item not in parts:
                    parts.append(item)
        objects = [item for item in parts if item.flags & (F.OBJECT | F.INTERSECTION)]
        if len(objects) < 2 or len(objects) > 60:
            return union(self.store, types)
        removed: set[int] = set()
        for index in range(len(objects) - 1, -1, -1):
            item = objects[index]
            for other in objects:
                if other is item or other.id in removed:
                    continue
                if is_subtype(self.store, regular(item), regular(other)):
                    if is_subtype(self.store, regular(other), regular(item)) and objects.index(other) > index:
                        continue
                    removed.add(item.id)
                    break
        if not removed:
            return union(self.store, types)
        return union(self.store, [item for item in parts if item.id not in removed])

    def iterated(self, type: Type, node: Any, is_async: bool = False) -> Type:
        """What iterating gives."""
        return iteration.iterated(self, type, node, is_async)

    def iterated_or_none(self, type: Type) -> Type | None:
        """What iterating gives; None for types that cannot be iterated."""
        return iteration.iterated_or_none(self, type)

    def awaited(self, type: Type) -> Type:
        """What `await` gives."""
        return iteration.awaited(self, type)

    def awaited_or_none(self, type: Type) -> Type | None:
        """What a promise promises; None of others."""
        return iteration.awaited_or_none(self, type)

    def yielded_wanted(self, type: Type, is_async: bool) -> Type | None:
        """What a generator is wanted to yield."""
        del is_async
        return iteration.generator_part(self, type, 0)

    def returned_wanted(self, type: Type) -> Type | None:
        """What a generator is wanted to return."""
        return iteration.generator_part(self, type, 1)

    def next_wanted(self, type: Type) -> Type:
        """What is passed to a generator."""
        return iteration.generator_part(self, type, 2) or self.store.unknown

    def typeof_result(self) -> Type:
        """The type of `typeof x`."""
        if self.typeof_type is None:
            words = ("string", "number", "bigint", "boolean", "symbol", "undefined", "object", "function")
            self.typeof_type = union(self.store, [self.store.literal(word) for word in words])
        return self.typeof_type

    def typeof_exhausted(self, type: Type, names_: list[str]) -> bool:
        from_all = type
        for name in names_:
            from_all = narrowing.by_typeof(self, from_all, name, False)
        return bool(from_all.flags & F.NEVER)

    def constraint_of_type(self, type: Type) -> Type:
        return base_constraint(self.store, type)

    def is_function_object(self, type: Type) -> bool:
        """Whether a type is the library's `Function`."""
        return any(
            isinstance(item, Reference) and getattr(item.target, "name", "") == "Function" or item.flags & F.ANY
            for item in constituents_of(type)
        ) or bool(type.flags & INSTANTIABLE)

    def check_truth(self, type: Type, node: Any, then: Any = None) -> None:
        """A value of type void is no condition."""
        del then
        if type.flags & F.VOID and not isinstance(type, Union):
            self.report(Code.NO_VALUE, node, "the expression gives no value that could be tested")

    def has_default(self, parameter: TypeParameter) -> bool:
        """Whether a type parameter has a default."""
        return default_of(self.store, parameter) is not None

    def element_for_rest(self, type: Type, rest: Type) -> Type:
        """The type of an argument in a tuple of arguments: widened unless literals are wanted."""
        known = base_constraint(self.store, rest) if rest.flags & INSTANTIABLE else rest
        wanted = None
        if isinstance(known, Reference | Anonymous | Union):
            wanted = self.iterated_or_none(known)
        if wanted is not None and literals.keeps_literal(self, type, wanted):
            return regular(type)
        if isinstance(rest, TypeParameter) and rest.is_const:
            return regular(type)
        return widen_literal(self.store, type)

    def lenient_mapper(self, inference: Inference) -> Mapper:
        """What type parameters are as far as it is known; the others stay."""
        types: dict[int, Type] = {}
        copy = inference.copy()
        for candidate in copy.candidates:
            if candidate.found or candidate.contra or candidate.inferred is not None:
                types[candidate.parameter.id] = inferred_mapper(copy).types[candidate.parameter.id]
        return Mapper(types)

    def object_accessor(self, member: syntax.ObjectMethod, literal: Any) -> Type:
        """The type of an accessor in an object literal."""
        function = member.function
        self.defer(function)
        if function.kind is syntax.FunctionKind.GETTER:
            signature = signatures.signature_of(self, function)
            if function.result is not None:
                return written.written_type(self, function.result)
            if literal in self.instances_without_context:
                return self.store.opaque
            self.instances_without_context.add(literal)
            found = functions.signature_result(self, signature)
            self.instances_without_context.discard(literal)
            return found
        if function.parameters:
            parameter = function.parameters[0]
            if parameter.type is not None:
                return written.written_type(self, parameter.type)
        return self.store.any

    @property
    def strict_contexts(self) -> bool:
        """Whether a wanted signature must have all parameters that a function needs."""
        return False

    def new_parameter(self, name: str, type: Type, is_rest: bool) -> Parameter:
        """A parameter that the checker makes."""
        return Parameter(name, type, False, is_rest)

    def collect_mentions(self, type: Type, found: set[int]) -> None:
        """The ids of the type parameters that stand in a type."""
        if not type.mentions:
            return
        match type:
            case TypeParameter():
                found.add(type.id)
            case Reference() | Anonymous():
                for item in type.arguments:
                    self.collect_mentions(item, found)
            case Union() | Intersection():
                for item in type.constituents:
                    self.collect_mentions(item, found)
            case IndexedAccess():
                self.collect_mentions(type.object, found)
                self.collect_mentions(type.index, found)
            case KeyOf():
                self.collect_mentions(type.type, found)
            case Template():
                for item in type.types:
                    self.collect_mentions(item, found)
            case _:
                for item in getattr(type, "arguments", ()):
                    self.collect_mentions(item, found)

    def results_in_progress(self) -> bool:
        """Whether results of functions are being inferred."""
        return False

    def has_unknown_context(self, node: syntax.Function) -> bool:
        """Whether a function is passed to something whose type is not known, so that nothing can be said of its parameters."""
        parent = self.places.parent(node)
        if isinstance(parent, syntax.ObjectMethod):
            return node in self.contexts and self.contexts[node] is not None
        if not isinstance(parent, syntax.FunctionExpression):
            return False
        around = self.places.parent(parent)
        match around:
            case syntax.Call() | syntax.New():
                callee = self.types.get(around.callee)
                signature = self.calls.get(around)
                return (callee is not None and bool(callee.flags & ANY_LIKE)) or (
                    signature is None and parent in around.arguments
                )
            case _:
                return False

    def return_wanted(self, function: syntax.Function) -> Wanted | None:
        """What a `return` statement wants of its value."""
        result: Type | None
        if function.result is not None:
            result = written.written_type(self, function.result)
        else:
            result = functions.result_wanted(self, function)
        if result is None:
            return None
        if function.is_generator:
            inner = iteration.generator_part(self, result, 1)
            return None if inner is None else Wanted(inner)
        inner = functions.async_wanted(self, function, result)
        return None if inner is None else Wanted(inner)

    def returned_parts(self, node: Any, type: Type) -> list[tuple[Any, Type]]:
        """The operands of a conditional expression that is returned, or the expression itself."""
        return [(node, type)]

    def check_constraints_of(self, item: tuple[Any, ...]) -> None:
        """A deferred check of type arguments."""
        _, _, parameters, given, written_nodes = item
        written.check_constraints(self, parameters, given, written_nodes)

    def defer(self, node: syntax.Function) -> None:
        """Check a function's body when all declarations are known."""
        if node not in self.deferred_seen and node in self.places.parents:
            self.deferred.append(node)


_IN_TEMPLATES: Final = (
    F.STRING
    | F.NUMBER
    | F.BIGINT
    | F.BOOLEAN
    | F.STRING_LITERAL
    | F.NUMBER_LITERAL
    | F.BOOLEAN_LITERAL
    | F.BIGINT_LITERAL
    | F.UNDEFINED
    | F.NULL
    | F.TEMPLATE
    | F.UNION
    | F.TYPE_PARAMETER
)


def _is_static(member: Any) -> bool:
    modifiers = getattr(member, "modifiers", None)
    return modifiers is not None and modifiers.is_static


# Expressions by their class.


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
    return c.awaited(c.expression(node.expression, inner))


def _yield(c: Checker, node: syntax.Yield, wanted: Wanted | None) -> Type:
    del wanted
    function = c.places.function_at(node)
    result: Type | None = None
    if isinstance(function, syntax.Function):
        if function.result is not None:
            result = written.written_type(c, function.result)
        else:
            result = functions.result_wanted(c, function)
    yielded = None if result is None else iteration.generator_part(c, result, 0)
    if node.expression is None:
        return c.store.any if result is None else c.next_wanted(result)
    if node.is_delegating:
        inner = c.expression(node.expression)
        given = c.iterated(inner, node.expression, isinstance(function, syntax.Function) and function.is_async)
        if yielded is not None and isinstance(function, syntax.Function) and function.result is not None:
            c.require(given, yielded, node.expression, "yielded value")
        return iteration.generator_part(c, inner, 1) or c.store.any
    given = c.expression(node.expression, None if yielded is None else Wanted(yielded))
    if yielded is not None and isinstance(function, syntax.Function) and function.result is not None:
        c.require(c.awaited(given) if function.is_async else given, yielded, node.expression, "yielded value")
    return c.store.any if result is None else c.next_wanted(result)


def _as(c: Checker, node: syntax.As, wanted: Wanted | None) -> Type:
    del wanted
    target = written.written_type(c, node.type)
    source = c.expression(node.expression, Wanted(target))
    return operators.as_type(c, node, source, target)


def _as_const(c: Checker, node: syntax.AsConst, wanted: Wanted | None) -> Type:
    del wanted
    type = c.expression(node.expression, Wanted(None, None, False, True))
    return regular(type)


def _satisfies(c: Checker, node: syntax.Satisfies, wanted: Wanted | None) -> Type:
    target = written.written_type(c, node.type)
    is_const = wanted is not None and wanted.is_const
    type = c.expression(node.expression, Wanted(target, None, False, is_const))
    c.require(type, target, node.expression, "value")
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
    type = c.class_value(node.declaration)
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
                found.append(
                    instantiate_signature(c.store, signature, mapper(signature.type_parameters, full), False)
                )
        members.append(tuple(found))
    outer = written.outer_parameters(c, c.current_scope)
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
    syntax.This: lambda c, node, _: names.this(c, node),
    syntax.Super: lambda c, node, _: c.super_type(node),
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
    syntax.ImportCall: lambda c, node, _: c.store.opaque,
    syntax.ErrorExpression: lambda c, node, _: c.store.opaque,
}

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
        syntax.Binary,
        syntax.Conditional,
        syntax.Sequence,
        syntax.Await,
        syntax.Satisfies,
        syntax.NonNull,
        syntax.Spread,
    }
)
