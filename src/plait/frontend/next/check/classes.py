"""Classes, interfaces and object types: their members and what they extend."""

from __future__ import annotations

from typing import Any

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import Symbol, SymbolFlags
from plait.frontend.next.check.declarations import namespace_members, optional_type, property_of_symbol
from plait.frontend.next.check.private_names import private_key
from plait.frontend.next.check.signatures import declared_parameter_type, function_object, overloads, signature_of
from plait.frontend.next.check.state import State, Wanted
from plait.frontend.next.check.written import declared_of_node, filled_arguments, written_type
from plait.frontend.next.types.callables import calls_of
from plait.frontend.next.types.instantiation import instantiate_signature, mapper, property_type, result_of
from plait.frontend.next.types.lookup import apparent, members_of
from plait.frontend.next.types.members import EMPTY_MEMBERS, IndexInfo, Members, Property, PropertyFlags, Signature
from plait.frontend.next.types.model import (
    ANY_LIKE,
    Anonymous,
    Declared,
    F,
    Intersection,
    Origin,
    OriginKind,
    Reference,
    Type,
    UniqueSymbol,
)
from plait.frontend.next.types.unions import union
from plait.frontend.next.types.widening import widen, widen_literal

_ACCESS = {
    "": 0,
    "public": 0,
    "private": PropertyFlags.PRIVATE,
    "protected": PropertyFlags.PROTECTED,
}


def property_key(c: State, name: Any) -> str | None:
    """The key of a property's name; None for a computed one that is not known."""
    match name:
        case syntax.Identifier() | syntax.LiteralName():
            key: str = name.name
            return key
        case syntax.PrivateName():
            return private_key(c, name)
        case syntax.ComputedName():
            type = c.expression(name.expression)
            if isinstance(type, UniqueSymbol) or type.flags & (F.STRING_LITERAL | F.NUMBER_LITERAL):
                return c.store.key_of(type)
            return None
        case _:
            return None


# What is extended.


def base_types(c: State, declared: Declared) -> tuple[Type, ...]:
    """What a class or interface extends, in terms of its own type parameters."""
    found = c.bases.get(declared)
    if found is not None:
        return found
    c.bases[declared] = ()
    bases: list[Type] = []
    for node in nodes_of(c, declared):
        if isinstance(node, syntax.Class):
            base = _base_class(c, node)
            if base is not None:
                bases.append(base)
        else:
            bases.extend([written_type(c, base) for base in node.bases])
    kept = tuple([base for base in bases if isinstance(base, Reference | Anonymous | Intersection)])
    c.bases[declared] = kept
    return kept


def nodes_of(c: State, declared: Declared) -> list[Any]:
    """Where a class or interface is declared."""
    found = c.nodes_of_declared.get(declared)
    if found is None:
        if declared.symbol is not None:
            found = [
                node
                for node in c.declarations_of(declared.symbol)
                if isinstance(node, syntax.Class | syntax.InterfaceDeclaration)
            ]
        else:
            found = [node for node, other in c.declared_by_node.items() if other is declared]
        c.nodes_of_declared[declared] = found
    return found


def _base_class(c: State, node: syntax.Class) -> Type | None:
    """The object type of the class that a class extends."""
    if node.base is None:
        return None
    constructors = base_constructors(c, node)
    if constructors:
        return result_of(c.store, constructors[0])
    return None


def base_constructors(c: State, node: syntax.Class) -> tuple[Signature, ...]:
    """The signatures by which a class calls the constructor of its base class."""
    if node.base is None:
        return ()
    type = apparent(c.store, c.expression(node.base))
    if type.flags & (ANY_LIKE | F.NULL):
        return ()
    signatures = calls_of(c.store, type, True)
    given = [written_type(c, argument) for argument in node.base_arguments or ()]
    found: list[Signature] = []
    for signature in signatures:
        own = signature.type_parameters
        if len(given) > len(own):
            continue
        full = filled_arguments(c, own, given)
        if full is None:
            full = [*given, *[c.store.opaque] * (len(own) - len(given))]
        found.append(instantiate_signature(c.store, signature, mapper(own, full), False) if own else signature)
    return tuple(found)


# Members of classes and interfaces.


def declared_members(c: State, declared: Declared) -> Members:
    """The members of a class or interface, inherited ones included."""
    if declared.members is not None:
        return declared.members
    own = own_members(c, declared)
    declared.members = own
    inherited = [
        members_of(c.store, base, declared.this)
        for base in base_types(c, declared)
        if isinstance(base, Reference | Anonymous | Intersection)
    ]
    if inherited:
        properties: dict[str, Property] = {}
        calls, constructs, indexes = own.calls, own.constructs, own.indexes
        for base in inherited:
            c.store.spend(len(base.properties))
            for key, property in base.properties.items():
                properties.setdefault(key, property)
            calls = (*calls, *base.calls)
            constructs = (*constructs, *base.constructs)
            indexes = (*indexes, *[info for info in base.indexes if all(info.key is not mine.key for mine in indexes)])
        ordered = {key: own.properties.get(key, property) for key, property in properties.items()}
        ordered.update(own.properties)
        declared.members = Members(ordered, calls, constructs, indexes)
    return declared.members


def own_members(c: State, declared: Declared) -> Members:
    """The members that a class or interface declares itself."""
    builder = _Builder(c, declared)
    for node in nodes_of(c, declared):
        if isinstance(node, syntax.Class):
            for member in node.members:
                builder.class_member(member, is_static=False)
        else:
            for item in node.members:
                builder.type_member(item)
    return builder.members()


class _Builder:
    """Collects members; declarations of one name become one property."""

    __slots__ = ("c", "calls", "constructs", "indexes", "owner", "properties")

    def __init__(self, c: State, owner: Declared | None) -> None:
        self.c = c
        self.owner = owner
        self.properties: dict[str, Property] = {}
        self.calls: list[Signature] = []
        self.constructs: list[Signature] = []
        self.indexes: list[IndexInfo] = []

    def members(self) -> Members:
        return Members(self.properties, tuple(self.calls), tuple(self.constructs), tuple(self.indexes))

    def add(self, key: str | None, flags: int, declaration: Any) -> None:
        """A declaration of a property."""
        if key is None:
            return
        found = self.properties.get(key)
        if found is None:
            self.properties[key] = Property(key, flags, declaration, self.owner)
            return
        found.declarations = (*found.declarations, declaration)
        accessors = PropertyFlags.GETTER | PropertyFlags.SETTER
        if flags & accessors and found.flags & accessors:
            found.flags |= flags
            if found.flags & accessors == accessors:
                found.flags &= ~PropertyFlags.READONLY

    def index(self, node: syntax.IndexSignature) -> None:
        key = written_type(self.c, node.key)
        types = key.constituents if hasattr(key, "constituents") else (key,)
        for item in types:
            self.indexes.append(IndexInfo(item, written_type(self.c, node.type), node.is_readonly))

    def class_member(self, node: Any, is_static: bool) -> None:
        """A member of a class that is static or is not."""
        match node:
            case syntax.PropertyDeclaration() if node.modifiers.is_static is is_static:
                flags = _flags(node.modifiers)
                if node.is_optional:
                    flags |= PropertyFlags.OPTIONAL
                self.add(property_key(self.c, node.name), flags, node)
            case syntax.MethodDeclaration() if node.modifiers.is_static is is_static:
                if node.function.kind is syntax.FunctionKind.CONSTRUCTOR:
                    if not is_static:
                        self._parameter_properties(node.function)
                    return
                flags = _flags(node.modifiers) | _KINDS[node.function.kind]
                if node.function.kind is syntax.FunctionKind.GETTER:
                    flags |= PropertyFlags.READONLY
                if node.is_optional:
                    flags |= PropertyFlags.OPTIONAL
                self.add(property_key(self.c, node.name), flags, node)
            case syntax.IndexSignature() if node.is_static is is_static:
                self.index(node)
            case _:
                pass

    def _parameter_properties(self, function: syntax.Function) -> None:
        for parameter in function.parameters:
            if parameter.is_property and isinstance(parameter.target, syntax.Identifier):
                flags = _ACCESS[parameter.access]
                if parameter.is_readonly:
                    flags |= PropertyFlags.READONLY
                if parameter.is_optional:
                    flags |= PropertyFlags.OPTIONAL
                self.add(parameter.target.name, flags, parameter)

    def type_member(self, node: syntax.TypeMember) -> None:
        """A member of an interface or object type."""
        match node:
            case syntax.PropertySignature():
                flags = 0
                if node.is_optional:
                    flags |= PropertyFlags.OPTIONAL
                if node.is_readonly:
                    flags |= PropertyFlags.READONLY
                self.add(property_key(self.c, node.name), flags, node)
            case syntax.MethodSignature():
                flags = PropertyFlags.METHOD
                if node.accessor:
                    flags = (
                        PropertyFlags.GETTER | PropertyFlags.READONLY
                        if node.accessor == "get"
                        else PropertyFlags.SETTER
                    )
                if node.is_optional:
                    flags |= PropertyFlags.OPTIONAL
                self.add(property_key(self.c, node.name), flags, node)
            case syntax.CallSignature():
                (self.constructs if node.is_constructor else self.calls).append(signature_of(self.c, node))
            case syntax.IndexSignature():
                self.index(node)


_KINDS = {
    syntax.FunctionKind.METHOD: PropertyFlags.METHOD,
    syntax.FunctionKind.GETTER: PropertyFlags.GETTER,
    syntax.FunctionKind.SETTER: PropertyFlags.SETTER,
}


def _flags(modifiers: syntax.Modifiers) -> int:
    flags = _ACCESS[modifiers.access]
    if modifiers.is_readonly:
        flags |= PropertyFlags.READONLY
    if modifiers.is_static:
        flags |= PropertyFlags.STATIC
    if modifiers.is_abstract:
        flags |= PropertyFlags.ABSTRACT
    return flags


# Members of anonymous object types.


def origin_members(c: State, origin: Origin) -> Members:
    """The members of an anonymous object type, in terms of the type parameters around it."""
    node = origin.node
    match origin.kind:
        case OriginKind.TYPE_LITERAL:
            builder = _Builder(c, None)
            for member in node.members:
                builder.type_member(member)
            return builder.members()
        case OriginKind.FUNCTION_TYPE:
            signature = signature_of(c, node)
            return Members({}, (), (signature,)) if signature.is_construct else Members({}, (signature,))
        case OriginKind.FUNCTION:
            calls = tuple([signature_of(c, item) for item in overloads(node)])
            return Members(expando_properties(c, node), calls)
        case OriginKind.CLASS:
            return _class_value(c, origin)
        case OriginKind.ENUM | OriginKind.NAMESPACE:
            assert origin.symbol is not None
            return _namespace(c, origin.symbol)
        case _:
            return EMPTY_MEMBERS


def _namespace(c: State, symbol: Symbol) -> Members:
    """The members of a namespace or enum, and what is assigned to the function of the same name."""
    members = namespace_members(c, symbol)
    function = _function_of(c, symbol) if symbol.flags & SymbolFlags.FUNCTION else None
    if function is None:
        return members
    properties = {**expando_properties(c, (function,)), **members.properties}
    return Members(properties, members.calls, members.constructs, members.indexes)


def _class_value(c: State, origin: Origin) -> Members:
    """The class itself: its static members and how it is constructed."""
    symbol = origin.symbol
    node: Any = origin.node
    if symbol is not None:
        node = next(item for item in symbol.declarations if isinstance(item, syntax.Class))
    declared = declared_of_node(c, node)
    builder = _Builder(c, declared)
    for member in node.members:
        builder.class_member(member, is_static=True)
    properties: dict[str, Property] = {}
    indexes = list(builder.indexes)
    if node.base is not None:
        # A class that extends itself, which is an error when it is made, has nothing to inherit.
        origin.members = Members({}, (), (), ())
        base = apparent(c.store, c.expression(node.base))
        if isinstance(base, Reference | Anonymous | Intersection):
            inherited = members_of(c.store, base)
            properties.update({key: item for key, item in inherited.properties.items() if key != "prototype"})
    properties.update(builder.properties)
    prototype = Property("prototype", PropertyFlags.READONLY, None, declared)
    prototype.type = c.store.reference(declared, tuple([c.store.any for _ in declared.parameters]))
    properties["prototype"] = prototype
    calls: tuple[Signature, ...] = ()
    if symbol is not None and symbol.flags & (SymbolFlags.NAMESPACE | SymbolFlags.FUNCTION):
        extra = namespace_members(c, symbol)
        properties.update(extra.properties)
        calls = extra.calls
    return Members(properties, calls, constructors(c, node, declared), tuple(indexes))


def constructors(c: State, node: syntax.Class, declared: Declared) -> tuple[Signature, ...]:
    """The signatures by which a class is constructed: of its constructors, else those of its base class."""
    own = [
        member.function
        for member in node.members
        if isinstance(member, syntax.MethodDeclaration) and member.function.kind is syntax.FunctionKind.CONSTRUCTOR
    ]
    parameters = declared.parameters[declared.outer_count :]
    instance = c.store.reference(declared, declared.parameters)
    found: list[Signature] = []
    if own:
        for function in overloads(tuple(own)):
            base = signature_of(c, function)
            base.type_parameters = parameters
            base.result = instance
            base.predicate_known = True
            base.is_abstract = node.is_abstract
            base.owner = declared
            found.append(base)
        return tuple(found)
    for base in base_constructors(c, node):
        made = c.store.signature(base.parameters, instance, parameters, None, base.declaration)
        made.minimum = base.minimum
        made.is_construct = True
        made.is_abstract = node.is_abstract
        made.predicate_known = True
        made.owner = declared
        found.append(made)
    if not found:
        made = c.store.signature((), instance, parameters)
        made.is_construct = True
        made.is_abstract = node.is_abstract
        made.predicate_known = True
        made.owner = declared
        found.append(made)
    return tuple(found)


# The types of properties.


def declared_property_type(c: State, property: Property) -> Type:
    """The type of a declared property when it is read."""
    node = property.declaration
    if isinstance(node, Symbol):
        return property_of_symbol(c, property, node)
    if property.in_progress:
        c.incomplete += 1
        return c.store.opaque
    property.in_progress = True
    with c.scope_of(node):
        type = optional_type(c, property, _property_type(c, property, node))
    property.in_progress = False
    if property.type is None:
        property.type = type
    return property.type


def _property_type(c: State, property: Property, node: Any) -> Type:
    match node:
        case syntax.PropertySignature():
            if isinstance(node.type, syntax.TypeOperator) and node.type.operator == "unique":
                return c.store.well_known_symbol(property.key)
            return c.store.any if node.type is None else written_type(c, node.type)
        case syntax.PropertyDeclaration():
            return _field_type(c, property, node)
        case syntax.Parameter():
            return declared_parameter_type(c, node)
        case syntax.MethodSignature(accessor=accessor) if accessor:
            return _accessor_type(c, property, is_write=False)
        case syntax.MethodSignature():
            signatures = tuple(item for item in property.declarations if isinstance(item, syntax.MethodSignature))
            return function_object(c, node, signatures)
        case syntax.MethodDeclaration(function=function):
            if function.kind is syntax.FunctionKind.METHOD:
                functions = tuple(
                    item.function for item in property.declarations if isinstance(item, syntax.MethodDeclaration)
                )
                return function_object(c, function, functions)
            return _accessor_type(c, property, is_write=False)
        case _:
            # The value that a program assigns to a property of a function.
            with c.trial():
                return widen(c.store, widen_literal(c.store, c.expression(node)))


def _accessor_type(c: State, property: Property, is_write: bool) -> Type:
    getter: Any = None
    setter: Any = None
    for node in property.declarations:
        function = node.function if isinstance(node, syntax.MethodDeclaration) else node
        kind = getattr(function, "kind", None)
        accessor = getattr(function, "accessor", "")
        if kind is syntax.FunctionKind.GETTER or accessor == "get":
            getter = function
        elif kind is syntax.FunctionKind.SETTER or accessor == "set":
            setter = function
    if (
        is_write
        and setter is not None
        and setter.parameters
        and (setter.parameters[0].type is not None or getter is None)
    ):
        return declared_parameter_type(c, setter.parameters[0])
    if getter is not None:
        if getter.result is not None:
            return written_type(c, getter.result)
        if setter is not None and setter.parameters and setter.parameters[0].type is not None:
            return declared_parameter_type(c, setter.parameters[0])
        return result_of(c.store, signature_of(c, getter))
    if setter is not None and setter.parameters:
        return declared_parameter_type(c, setter.parameters[0])
    return c.store.any


def property_write_type(c: State, property: Property) -> Type:
    """The type that a value must have to be assigned to a declared property."""
    if property.flags & PropertyFlags.SETTER:
        return _accessor_type(c, property, is_write=True)
    return declared_property_type(c, property)


def _field_type(c: State, property: Property, node: syntax.PropertyDeclaration) -> Type:
    if node.type is not None:
        if isinstance(node.type, syntax.TypeOperator) and node.type.operator == "unique":
            return c.store.unique_symbol(None, property.key)
        return written_type(c, node.type)
    if node.value is not None:
        inherited = inherited_property(c, property)
        type = c.expression(node.value, None if inherited is None else Wanted(inherited))
        if property.is_readonly:
            return widen(c.store, type)
        return widen(c.store, widen_literal(c.store, type))
    assigned = assigned_in_constructor(c, property, node)
    if assigned:
        return union(c.store, [widen(c.store, widen_literal(c.store, type)) for type in assigned])
    inherited = inherited_property(c, property)
    if inherited is not None:
        return inherited
    c.report(
        Code.MISSING_VARIABLE_TYPE, node, f"the field `{property.key}` has neither type nor value", "write its type"
    )
    return c.store.any


def inherited_property(c: State, property: Property) -> Type | None:
    if property.owner is None:
        return None
    for base in c.base_types(property.owner):
        if isinstance(base, Reference | Anonymous | Intersection):
            found = members_of(c.store, base).properties.get(property.key)
            if found is not None:
                return property_type(c.store, found)
    return None


def assigned_in_constructor(c: State, property: Property, node: syntax.PropertyDeclaration) -> list[Type]:
    owner = c.places.parent(node)
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
                ) if name.name == getattr(node.name, "name", None) and type(name) is type(node.name):
                    with c.trial():
                        found.append(c.expression(value))
                case _:
                    pass
    return found


def expando_properties(c: State, nodes: tuple[Any, ...]) -> dict[str, Property]:
    if c.expandos is None:
        c.expandos = _collect_expandos(c)
    return c.expandos.get(nodes[0], {})


def _collect_expandos(c: State) -> dict[Any, dict[str, Property]]:
    """Properties that the program assigns to functions: `f.count = 0`."""
    found: dict[Any, dict[str, Property]] = {}
    for node in c.places.parents:
        match node:
            case (
                syntax.Assignment(
                    operator="=",
                    target=syntax.PropertyAccess(object=syntax.Identifier() as name, name=syntax.Identifier(name=key)),
                    value=value,
                )
                | syntax.Assignment(
                    operator="=",
                    target=syntax.ElementAccess(
                        object=syntax.Identifier() as name, index=syntax.StringLiteral(value=key)
                    ),
                    value=value,
                )
            ) if key != "prototype":
                symbol = c.resolved.get(name)
                function = None if symbol is None else _function_of(c, symbol)
                if function is not None:
                    found.setdefault(function, {}).setdefault(key, Property(key, 0, value))
            case _:
                pass
    return found


def _function_of(c: State, symbol: Symbol) -> syntax.Function | None:
    """The function that a name stands for: declared, or the value of a constant."""
    if symbol.flags & SymbolFlags.CLASS:
        return None
    declaration = symbol.declarations[0] if symbol.declarations else None
    function = next((item for item in symbol.declarations if isinstance(item, syntax.Function)), None)
    if function is not None:
        return function
    if (
        isinstance(declaration, syntax.VariableDeclarator)
        and symbol.flags & SymbolFlags.CONSTANT
        and isinstance(declaration.value, syntax.FunctionExpression)
    ):
        return declaration.value.function
    return None
