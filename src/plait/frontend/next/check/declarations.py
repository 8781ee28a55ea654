"""What declared names mean: as types, and as values."""

from __future__ import annotations

from typing import Any, Final

from plait.frontend.codes import Code
from plait.frontend.next import syntax
from plait.frontend.next.bind.symbols import VALUE, VARIABLE, Symbol, SymbolFlags
from plait.frontend.next.check.evolving import evolving_array
from plait.frontend.next.check.iteration import loop_variable_type
from plait.frontend.next.check.signatures import (
    declared_parameter_type,
    function_object,
    initial_parameter_type,
    overloads,
    signature_of,
)
from plait.frontend.next.check.state import State
from plait.frontend.next.check.written import outer_parameters, type_parameter, written_type
from plait.frontend.next.types.members import IndexInfo, Members, Property, PropertyFlags
from plait.frontend.next.types.model import (
    Alias,
    Anonymous,
    Conditional,
    Declared,
    F,
    Intersection,
    Literal,
    OriginKind,
    Type,
    Union,
    UniqueSymbol,
)
from plait.frontend.next.types.unions import intersection, optional, union
from plait.frontend.next.types.widening import regular, widen, widen_literal, widen_unique

# Types.


_NAMED: Final = (
    syntax.UnionTypeNode,
    syntax.IntersectionTypeNode,
    syntax.TypeLiteral,
    syntax.MappedTypeNode,
    syntax.FunctionTypeNode,
    syntax.ConditionalTypeNode,
)
"""Types that messages show by the name of their alias."""


def declared_type(c: State, symbol: Symbol) -> Type:
    """The type that a name means; of a generic one in terms of its own type parameters."""
    if symbol.flags & (SymbolFlags.CLASS | SymbolFlags.INTERFACE):
        declared = _declared(c, symbol)
        return c.store.reference(declared, declared.parameters)
    if symbol.flags & SymbolFlags.ALIAS:
        return _alias(c, symbol)
    if symbol.flags & SymbolFlags.TYPE_PARAMETER:
        return type_parameter(c, symbol)
    if symbol.flags & SymbolFlags.ENUM:
        return enum_type(c, symbol)
    if symbol.flags & SymbolFlags.ENUM_MEMBER:
        assert symbol.parent is not None
        enum_type(c, symbol.parent)
        return c.symbol_types[symbol]
    return c.store.opaque


def _declared(c: State, symbol: Symbol) -> Declared:
    found = c.declared.get(symbol)
    if found is not None:
        return found
    made = c.declared[symbol] = c.store.declared(symbol.name, symbol, bool(symbol.flags & SymbolFlags.CLASS))
    made.variances = c.known_variances.get(symbol)
    own: tuple[Any, ...] = ()
    around: tuple[Any, ...] = ()
    for node in c.declarations_of(symbol):
        if not isinstance(node, syntax.Class | syntax.InterfaceDeclaration):
            continue
        c.declared_by_node[node] = made
        parameters = [c.symbols[parameter.name] for parameter in node.type_parameters]
        if own:
            # All declarations of one interface have the same type parameters.
            for mine, theirs in zip(own, parameters, strict=False):
                c.parameters.setdefault(theirs, mine)
            continue
        scope = c.scopes.get(node)
        around = outer_parameters(c, None if scope is None else scope.parent)
        own = tuple([type_parameter(c, parameter) for parameter in parameters])
    made.outer_count = len(around)
    made.parameters = (*around, *own)
    return made


def _alias(c: State, symbol: Symbol) -> Type:
    found = c.alias_types.get(symbol)
    if found is not None:
        return found
    node = next(item for item in symbol.declarations if isinstance(item, syntax.TypeAliasDeclaration))
    parameters = tuple([type_parameter(c, c.symbols[parameter.name]) for parameter in node.type_parameters])
    c.alias_parameters[symbol] = parameters
    if symbol in c.aliases_in_progress:
        if not isinstance(node.type, syntax.TypeReference | syntax.UnionTypeNode | syntax.IntersectionTypeNode):
            return c.store.opaque
        c.report(Code.UNKNOWN_TYPE, node.name, f"the type `{symbol.name}` is nothing but itself", "")
        return c.store.opaque
    if isinstance(node.type, syntax.KeywordType) and node.type.name == "intrinsic":
        type: Type = {"int": c.store.int, "long": c.store.long}.get(symbol.name, c.store.opaque)
        c.store.has_integers = c.store.has_integers or bool(type.flags & F.INTEGER)
    else:
        c.aliases_in_progress.add(symbol)
        type = written_type(c, node.type)
        c.aliases_in_progress.discard(symbol)
    if (
        isinstance(type, Union | Intersection | Anonymous | Conditional)
        and type.alias is None
        and not type.flags & F.BOOLEAN
        and isinstance(node.type, _NAMED)
    ):
        type.alias = Alias(symbol, parameters)
    c.alias_types[symbol] = type
    return type


def enum_type(c: State, symbol: Symbol) -> Type:
    """An enum: the union of its members."""
    found = c.enum_types.get(symbol)
    if found is not None:
        return found
    members: list[Type] = []
    c.enums_in_progress.add(symbol)
    for node in symbol.declarations:
        if not isinstance(node, syntax.EnumDeclaration):
            continue
        following: float | None = 0.0
        for member in node.members:
            own = c.symbols[member]
            value: str | float | None = following
            if member.value is not None:
                value = c.constant_value(member.value)
            following = value + 1 if isinstance(value, float) else None
            type = c.store.enum_literal(value, own)
            c.symbol_types[own] = type.fresh
            members.append(type)
    c.enums_in_progress.discard(symbol)
    whole = union(c.store, members)
    if isinstance(whole, Union):
        whole.flags |= F.ENUM
        if whole.alias is None:
            whole.alias = Alias(symbol, ())
    c.enum_types[symbol] = whole
    return whole


def enum_of(c: State, member: Literal) -> Type:
    """The enum of a member."""
    symbol = member.member
    if symbol is None or symbol.parent is None:
        return c.store.opaque
    return enum_type(c, symbol.parent)


# Values.


def type_of_symbol(c: State, symbol: Symbol) -> Type:
    """The type of the value that a name stands for."""
    found = c.symbol_types.get(symbol)
    if found is not None:
        return found
    if symbol in c.symbols_in_progress:
        c.incomplete += 1
        return c.store.opaque
    c.symbols_in_progress.add(symbol)
    type = _compute(c, symbol)
    c.symbols_in_progress.discard(symbol)
    known = c.symbol_types.get(symbol)
    if known is not None:
        return known
    c.symbol_types[symbol] = type
    return type


def _compute(c: State, symbol: Symbol) -> Type:
    flags = symbol.flags
    if flags & VARIABLE:
        return _variable(c, symbol)
    if flags & (SymbolFlags.FUNCTION | SymbolFlags.CLASS | SymbolFlags.ENUM | SymbolFlags.NAMESPACE):
        return _object(c, symbol)
    if flags & SymbolFlags.ENUM_MEMBER:
        assert symbol.parent is not None
        enum_type(c, symbol.parent)
        return c.symbol_types.get(symbol, c.store.opaque)
    return c.store.opaque


def _object(c: State, symbol: Symbol) -> Type:
    """A function, class, enum or namespace as a value, or several of them in one."""
    flags = symbol.flags
    if flags & SymbolFlags.FUNCTION and not flags & (SymbolFlags.NAMESPACE | SymbolFlags.CLASS):
        functions = tuple(item for item in symbol.declarations if isinstance(item, syntax.Function))
        return function_object(c, functions[0], functions)
    kind = OriginKind.NAMESPACE
    if flags & SymbolFlags.CLASS:
        kind = OriginKind.CLASS
    elif flags & SymbolFlags.ENUM:
        kind = OriginKind.ENUM
    outer = outer_parameters(c, symbol.scope)
    if kind is OriginKind.CLASS:
        node = next(item for item in symbol.declarations if isinstance(item, syntax.Class))
        scope = c.scopes.get(node)
        outer = outer_parameters(c, None if scope is None else scope.parent)
        return with_mixed_base(c, node, c.store.anonymous_of(c.store.origin(kind, node, symbol, outer), outer))
    return c.store.anonymous_of(c.store.origin(kind, symbol.declarations[0], symbol, outer), outer)


def with_mixed_base(c: State, node: syntax.Class, type: Type) -> Type:
    """A class as a value: one that extends a class which a function was given is that class as well."""
    if not isinstance(node.base, syntax.Identifier):
        return type
    base = c.resolved.get(node.base)
    if base is None or not base.flags & SymbolFlags.PARAMETER:
        return type
    given = c.type_of_symbol(base)
    parts = given.constituents if isinstance(given, Intersection) else (given,)
    unknown = [item for item in parts if item.flags & F.TYPE_PARAMETER]
    return intersection(c.store, (type, *unknown)) if unknown else type


def namespace_members(c: State, symbol: Symbol) -> Members:
    """The values that an enum or namespace gives, and the signatures of a function that is one as well."""
    properties: dict[str, Property] = {}
    for name, member in symbol.exports.items():
        if member.flags & VALUE:
            flags = 0
            if member.flags & (SymbolFlags.ENUM_MEMBER | SymbolFlags.CONSTANT):
                flags = PropertyFlags.READONLY
            properties[name] = Property(name, flags, member)
    indexes: tuple[Any, ...] = ()
    if symbol.flags & SymbolFlags.ENUM and _has_numbers(c, symbol):
        indexes = (IndexInfo(c.store.number, c.store.string, True),)
    calls: tuple[Any, ...] = ()
    if symbol.flags & SymbolFlags.FUNCTION:
        functions = tuple(item for item in symbol.declarations if isinstance(item, syntax.Function))
        calls = tuple([signature_of(c, node) for node in overloads(functions)])
    return Members(properties, calls, (), indexes)


def _has_numbers(c: State, symbol: Symbol) -> bool:
    whole = enum_type(c, symbol)
    types = whole.constituents if isinstance(whole, Union) else (whole,)
    return any(item.flags & F.NUMBER_LITERAL for item in types)


def _variable(c: State, symbol: Symbol) -> Type:
    types = (syntax.TypeAliasDeclaration, syntax.InterfaceDeclaration, syntax.ModuleDeclaration)
    node = next((item for item in symbol.declarations if not isinstance(item, types)), symbol.declarations[0])
    for other in symbol.declarations:
        if isinstance(other, syntax.VariableDeclarator | syntax.Parameter) and other.type is not None:
            node = other
            break
    match node:
        case syntax.VariableDeclarator():
            return _declarator(c, symbol, node)
        case syntax.Parameter():
            type = declared_parameter_type(c, node)
            return optional(c.store, type) if node.is_optional else type
        case syntax.CatchClause():
            return c.store.unknown if node.type is None else written_type(c, node.type)
        case syntax.PatternElement():
            return _pattern_part(c, symbol, node)
        case syntax.ExportDefault():
            return widen(c.store, regular(c.expression(node.expression)))
        case _:
            return c.store.opaque


def _declarator(c: State, symbol: Symbol, node: syntax.VariableDeclarator) -> Type:
    if node.type is not None:
        if isinstance(node.type, syntax.TypeOperator) and node.type.operator == "unique":
            return c.store.unique_symbol(symbol, symbol.name)
        return written_type(c, node.type)
    if node.value is None:
        loop = c.loops.get(node)
        if loop is not None:
            return loop_variable_type(c, loop)
        return c.store.auto
    is_constant = bool(symbol.flags & SymbolFlags.CONSTANT)
    return variable_type(c, symbol, node.value, c.initializer_type(node), is_constant)


def variable_type(c: State, symbol: Symbol, value: Any, type: Type, is_constant: bool) -> Type:
    """The type of a variable without a written one, from that of its value."""
    store = c.store
    if isinstance(value, syntax.ArrayLiteral) and not value.elements:
        return evolving_array(c)
    if not is_constant:
        if type.flags & (F.UNDEFINED | F.NULL) and not isinstance(type, Union):
            return store.auto
        return widen(store, widen_unique(store, widen_literal(store, type)))
    if type is store.symbol and isinstance(value, syntax.Call) and _makes_symbols(value.callee):
        return store.unique_symbol(symbol, symbol.name)
    if isinstance(type, UniqueSymbol):
        return store.symbol
    return widen(store, type)


def _makes_symbols(callee: Any) -> bool:
    """Whether it is `Symbol` or `Symbol.for`."""
    match callee:
        case syntax.Identifier(name="Symbol"):
            return True
        case syntax.PropertyAccess(object=syntax.Identifier(name="Symbol"), name=syntax.Identifier(name="for")):
            return True
        case _:
            return False


def _pattern_part(c: State, symbol: Symbol, node: syntax.PatternElement) -> Type:
    """A variable in a pattern: taking the whole value apart gives all of them their types."""
    source = c.sources.get(node)
    match source:
        case syntax.VariableDeclarator():
            c.check_declarator_pattern(source)
        case syntax.Parameter():
            c.check_pattern(source.target, initial_parameter_type(c, source), False, source)
        case syntax.CatchClause():
            c.check_pattern(source.target, c.store.any, False, source)
        case _:
            pass
    return c.symbol_types.get(symbol, c.store.opaque)


def property_of_symbol(c: State, property: Property, member: Symbol) -> Type:
    """The type of a property of an enum or namespace."""
    type = c.type_of_symbol(member)
    if property.type is None and member not in c.symbols_in_progress:
        property.type = type
    return type


def optional_type(c: State, property: Property, type: Type) -> Type:
    """With undefined for an optional property."""
    return optional(c.store, type) if property.is_optional else type
